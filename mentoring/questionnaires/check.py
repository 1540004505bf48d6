"""The door for other people's forms: a verdict as plain data."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from mentoring.clock import Clock
from mentoring.questionnaires.deadbranches import dead_questions
from mentoring.questionnaires.faults import Fault, FormFaults
from mentoring.questionnaires.rules_form import Form
from mentoring.questionnaires.rules_settings import settings_of
from mentoring.questionnaires.xlsform import read_with_warnings


def check_file(name: str, data: bytes, now: datetime | None = None) -> dict[str, Any]:
    """The verdict on a questionnaire file as JSON-friendly data; never raises for what is in the file.

    `unreachable` are questions that no answers at `now` (aware) can open; `minutes` what the file says, or 0.
    """
    try:
        form, warnings = read_with_warnings(name, data)
    except FormFaults as refusal:
        return _verdict(None, refusal.faults, refusal.warnings, now)
    return _verdict(form, [], warnings, now)


def _verdict(
    form: Form | None, faults: list[Fault], warnings: list[Fault], now: datetime | None
) -> dict[str, Any]:
    return {
        "accepted": form is not None,
        "form_id": form.form_id if form else None,
        "questions": sum(question.asked for question in form.questions) if form else 0,
        "minutes": settings_of(form).minutes if form else 0,
        "unreachable": list(dead_questions(form, now or Clock().now())) if form else [],
        "faults": [_shown(fault) for fault in faults],
        "warnings": [_line(warning) for warning in warnings],
    }


def _shown(fault: Fault) -> dict[str, Any]:
    return {"sheet": fault.sheet, "row": fault.row, "column": fault.column, "message": fault.message}


def _line(warning: Fault) -> str:
    place = f"{warning.sheet}, row {warning.row}: " if warning.row else ""
    return place + warning.message
