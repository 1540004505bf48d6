"""Doors for other people's data: read a file, print one JSON object; no token, no database, no Telegram."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from bot.cli.refused import Refused


def questionnaire_check(args: argparse.Namespace) -> int:
    """Exit 0 whenever it answered; a refusal of the file is an answer."""
    from mentoring.questionnaires.check import check_file

    path = Path(args.file)
    try:
        data = path.read_bytes()
    except OSError as error:
        raise Refused(f"{path.name}: {error.strerror}") from None
    print(json.dumps(check_file(path.name, data), ensure_ascii=False))
    return 0
