"""The door for times in words: one phrase in, one JSON object out; no token, no database, no Telegram."""

from __future__ import annotations

import argparse
import json
from datetime import datetime
from decimal import Decimal
from typing import TYPE_CHECKING

from bot.cli.refused import Refused

if TYPE_CHECKING:
    from mentoring.words.rules import Understood


def when(args: argparse.Namespace) -> int:
    """`args.text` at `args.now` (ISO with an offset; else the present). Exit 0: "not understood" is an answer."""
    from mentoring.words.rules import understand

    print(json.dumps(_answer(understand(args.text, _moment(args.now))), ensure_ascii=False))
    return 0


def _moment(written: str | None) -> datetime:
    if written is None:
        from mentoring.clock import Clock

        return Clock().now().astimezone()
    try:
        now = datetime.fromisoformat(written)
    except ValueError:
        raise Refused("--now: a moment such as 2026-11-24T10:00+03:00") from None
    if now.tzinfo is None:
        raise Refused("--now: needs an offset, such as 2026-11-24T10:00+03:00")
    return now


def _answer(found: Understood | None) -> dict[str, object]:
    if found is None:
        return {"understood": False, "kind": None, "from": None, "to": None, "grain": None, "value": None}
    return {
        "understood": True,
        "kind": found.kind,
        "from": found.start and found.start.isoformat(),
        "to": found.end and found.end.isoformat(),
        "grain": found.grain,
        "value": None if found.value is None else _plain(found.value),
    }


def _plain(value: Decimal) -> int | float:
    return int(value) if value == value.to_integral_value() else float(value)
