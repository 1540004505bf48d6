"""Reads one questionnaire in a process of its own: its name and content in, lines of JSON out.

What a file does to its reader, it does here: under limits of memory and processor time, at a low priority, and
never in the bot. The first line is the verdict; the second, which takes long for a form with many conditions and
may be missing, are the questions that nobody can reach. Run by path in isolated mode.
"""

from __future__ import annotations

import contextlib
import json
import os
import signal
import sys
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from mentoring.questionnaires.faults import Fault
    from mentoring.questionnaires.rules_form import Form
    from mentoring.questionnaires.workbook import Sheet

ROOT = Path(__file__).resolve().parents[2]
MOST = 1_000
"""So many remarks are told; `more` says how many there are beyond."""


def main(arguments: list[str]) -> int:
    """Arguments: bytes of memory; seconds of processor time for each line said; an ISO moment."""
    memory, seconds, moment = arguments
    _confine(int(memory))
    _allow(int(seconds))
    sys.path.insert(0, str(ROOT))
    name, _, data = sys.stdin.buffer.read().partition(b"\n")
    form = _answer(name.decode(), data)
    if form is not None:
        from mentoring.questionnaires.deadbranches import dead_questions

        _allow(int(seconds))
        _say({"unreachable": dead_questions(form, datetime.fromisoformat(moment).astimezone(UTC))})
    return 0


def _confine(memory: int) -> None:
    with contextlib.suppress(ImportError, AttributeError):  # not on Windows; the parent's time-out remains
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        os.nice(10)  # those who chat meanwhile come first


def _allow(seconds: int) -> None:
    """So much processor time from now on; then the system ends this process."""
    with contextlib.suppress(AttributeError):
        signal.setitimer(signal.ITIMER_PROF, seconds)


def _answer(name: str, data: bytes) -> Form | None:
    from mentoring.questionnaires.faults import FormFaults
    from mentoring.questionnaires.xlsform import read_with_warnings

    try:
        form, warnings = read_with_warnings(name, data)
    except FormFaults as refusal:
        _say(_verdict(refusal.faults, refusal.warnings))
        return None
    _say(_verdict([], warnings) | _about(form) | {"declared": _declared(name, data)})
    return form


def _verdict(faults: list[Fault], warnings: list[Fault]) -> dict[str, Any]:
    more = max(0, len(faults) - MOST)
    return {"faults": _rows(faults[:MOST]), "warnings": _rows(warnings[:MOST]), "more": more}


def _rows(found: Iterable[Fault]) -> list[tuple[Any, ...]]:
    return [(one.sheet, one.row, one.column, one.key, dict(one.params)) for one in found]


def _about(form: Form) -> dict[str, Any]:
    from mentoring.questionnaires.rules_preview import asked_count, minutes_of

    return {
        "form_id": form.form_id,
        "version": form.version,
        "titles": dict(form.title.by_language),
        "questions": asked_count(form),
        "minutes": minutes_of(form),
    }


def _declared(name: str, data: bytes) -> list[str]:
    """Which of the settings that are otherwise taken from the file's name stand in the file."""
    from mentoring.questionnaires.subset import base_of, by_name
    from mentoring.questionnaires.workbook import Limits, read_workbook

    settings: Sheet | None = by_name(read_workbook(name, data, Limits())[0]).get("settings")
    first = next((cells for _, cells in settings.records() if cells), {}) if settings else {}
    columns = {base_of(column) for column in first}
    wanted = {"form_id": {"form_id", "id_string"}, "title": {"title", "form_title", "set_form_title"}}
    return [name for name, spellings in wanted.items() if columns & spellings]


def _say(line: dict[str, Any]) -> None:
    sys.stdout.write(json.dumps(line) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
