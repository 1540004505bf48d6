"""The door for the programme's plan: its 29 steps as one JSON object; no token, no database, no Telegram."""

from __future__ import annotations

import argparse
import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mentoring.roadmap.rules import Step


def roadmap_export(args: argparse.Namespace) -> int:
    """The plan as the document prints it, in `args.language`; `months` are calendar months, null where none is."""
    from mentoring.roadmap.steps import sections, steps

    names = sections(args.language)
    rows = [_row(step, names[step.section]) for step in steps(args.language)]
    print(json.dumps({"rows": rows}, ensure_ascii=False))
    return 0


def _row(step: Step, section: str) -> dict[str, object]:
    return {
        "n": step.n,
        "section": section,
        "title": step.title,
        "months": [step.window.first.month, step.window.last.month] if step.window else None,
        "recurrence": step.recurrence,
        "responsible": list(step.responsible),
        "result": step.result,
    }
