"""The school's plan as a spreadsheet, laid out as the programme's own table; and another school's, read back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from babel.dates import get_month_names

from mentoring.documents.roadmap_table import PlanRead, plan_of
from mentoring.documents.sheets_in import read_table
from mentoring.documents.sheets_out import Cell, Column, Kind, Sheet, workbook
from mentoring.results.wording import Words
from mentoring.roadmap.rules import Instance, Mark, Recurrence, Step, state_on

_COLUMNS: tuple[tuple[str, float, Kind], ...] = (
    ("n", 6, "integer"),
    ("section", 24, "text"),
    ("title", 48, "text"),
    ("term", 20, "text"),
    ("first", 12, "date"),
    ("last", 12, "date"),
    ("result", 40, "text"),
    ("responsible", 28, "text"),
    ("state", 14, "text"),
    ("reason", 24, "text"),
)


def plan_sheet(
    plan: Iterable[Instance], today: date, sections: Mapping[str, str], words: Words, language: str
) -> bytes:
    """The year's steps as an .xlsx file that `read_plan` reads back; `today` decides how each stands."""
    columns = [Column(words(f"roadmap-column-{name}"), width, kind) for name, width, kind in _COLUMNS]
    rows = [_row(one, today, sections, words, language) for one in plan]
    return workbook([Sheet(words("roadmap-sheet-name"), columns, rows)])


def read_plan(file_name: str, data: bytes) -> PlanRead:
    """Another school's plan from .xlsx, .xls, .ods or .csv. Raises ProgrammeError as `read_table` does and blocks
    as long; call it from a thread.
    """
    table = read_table(file_name, data)
    return plan_of(table.rows, table.numbers)


def term_words(step: Step, words: Words, language: str) -> str:
    """When and how often, as the plan writes it: "ноябрь – апрель, ежегодно"."""
    often = words(f"roadmap-recurrence-{step.recurrence}")
    if step.window is None:
        return often
    first, last = _month(step.window.first, language), _month(step.window.last, language)
    months = first if first == last else f"{first} – {last}"
    return months if step.recurrence is Recurrence.ONCE else f"{months}, {often}"


def _month(mark: Mark, language: str) -> str:
    name: str = get_month_names("wide", context="stand-alone", locale=language)[mark.month]
    return name


def _row(one: Instance, today: date, sections: Mapping[str, str], words: Words, language: str) -> list[Cell]:
    step = one.step
    dated = (one.first, one.last) if not one.always else (None, None)
    responsible = step.responsible or tuple(words(f"role-{role}") for role in step.roles)
    return [
        one.n,
        sections.get(step.section, step.section),
        one.title,
        term_words(step, words, language),
        *dated,
        one.result,
        ", ".join(responsible),
        words(f"roadmap-state-{state_on(one, today)}"),
        one.reason,
    ]
