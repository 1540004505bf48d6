"""The door for other people's forms: a verdict as plain data."""

from __future__ import annotations

from typing import Any

from mentoring.questionnaires.faults import Fault, FormFaults
from mentoring.questionnaires.xlsform import read_with_warnings


def check_file(name: str, data: bytes) -> dict[str, Any]:
    """The verdict on a questionnaire file as JSON-friendly data; never raises for what is in the file."""
    try:
        form, warnings = read_with_warnings(name, data)
    except FormFaults as refusal:
        return _verdict(None, 0, refusal.faults, refusal.warnings)
    return _verdict(form.form_id, sum(question.asked for question in form.questions), [], warnings)


def _verdict(form_id: str | None, questions: int, faults: list[Fault], warnings: list[Fault]) -> dict[str, Any]:
    return {
        "accepted": not faults,
        "form_id": form_id,
        "questions": questions,
        "faults": [_shown(fault) for fault in faults],
        "warnings": [_line(warning) for warning in warnings],
    }


def _shown(fault: Fault) -> dict[str, Any]:
    return {"sheet": fault.sheet, "row": fault.row, "column": fault.column, "message": fault.message}


def _line(warning: Fault) -> str:
    place = f"{warning.sheet}, row {warning.row}: " if warning.row else ""
    return place + warning.message
