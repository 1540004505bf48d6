"""The values of this bot's own columns and settings (`x_…`), checked cell by cell when a form is read.

XLSForm's other tools pass them over, so nobody else would say that one is wrong: a misspelt wave would be no
wave, and a questionnaire meant to be anonymous would not be.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal, InvalidOperation

from mentoring.questionnaires.faults import Fault
from mentoring.questionnaires.rules_settings import WAVES, YES
from mentoring.questionnaires.subset import base_of, own_column
from mentoring.questionnaires.workbook import Sheet

ROLES = ("curator", "director", "deputy", "psychologist", "head", "site_admin", "mentor", "mentee")
BOTH = "both"
NO = frozenset({"no", "false", "0", "нет"})
REGISTER = ("request", "competences", "achievements", "interests", "time")

_WORD = re.compile(r"\w[\w.-]{0,59}")

Wrong = tuple[str, Mapping[str, str]] | None
Check = Callable[[str], Wrong]


def _one_of(*known: str) -> Check:
    def check(cell: str) -> Wrong:
        return None if cell in known else ("own-not-one-of", {"value": cell, "known": ", ".join(known)})

    return check


def _yes_or_no(cell: str) -> Wrong:
    return None if cell.lower() in YES | NO else ("own-not-yes-no", {"value": cell})


def _whole(least: int, most: int) -> Check:
    def check(cell: str) -> Wrong:
        if cell.isdecimal() and len(cell) < 6 and least <= int(cell) <= most:
            return None
        return "own-not-whole", {"value": cell, "least": str(least), "most": str(most)}

    return check


def _number(cell: str) -> Wrong:
    try:
        sound = Decimal(cell.replace(",", ".")).is_finite() and len(cell) < 20
    except InvalidOperation:
        sound = False
    return None if sound else ("own-not-number", {"value": cell})


def _word(cell: str) -> Wrong:
    return None if _WORD.fullmatch(cell) else ("own-not-word", {"value": cell})


def _roles(cell: str) -> Wrong:
    """Words with spaces between them; "both" alone means the mentor and the mentee."""
    if cell == BOTH:
        return None
    strange = next((word for word in cell.split() if word not in ROLES), None)
    return (strange and ("own-not-one-of", {"value": strange, "known": ", ".join((*ROLES, BOTH))})) or None


CHECKS: Mapping[str, Mapping[str, Check | None]] = {
    "settings": {
        "x_role": _roles,
        "x_readers": _roles,
        "x_wave": _one_of(*sorted(WAVES)),
        "x_series": _word,
        "x_anonymous": _yes_or_no,
        "x_reminders": _yes_or_no,
        "x_expiry": _whole(1, 365),
        "x_minutes": _whole(1, 600),
        "x_audience": None,
    },
    "survey": {
        "x_measure": _word,
        "x_scale": _word,
        "x_match": _word,
        "x_register": _one_of(*REGISTER),
        "x_reverse": _yes_or_no,
        "x_code": _yes_or_no,
        "x_compare": _one_of("change", "beside"),
        "x_weight": _whole(1, 9),
    },
    "choices": {"x_score": _number},
}
"""Sheet, column, what its cells must be; None: any text."""

_OURS = tuple(column for columns in CHECKS.values() for column in columns)


def own_faults(form: Mapping[str, Sheet]) -> Iterator[Fault]:
    """What is wrong with the cells of our columns, sheet by sheet; of the settings their one row counts."""
    for name, columns in CHECKS.items():
        if name not in form:
            continue
        sheet = form[name]
        rows = [record for record in sheet.records() if record[1]]
        for row, cells in rows[:1] if name == "settings" else rows:
            yield from _row_faults(sheet.name, row, cells, columns)


def _row_faults(
    sheet: str, row: int, cells: Mapping[str, str], columns: Mapping[str, Check | None]
) -> Iterator[Fault]:
    for column, cell in cells.items():
        check = columns.get(base_of(column))
        wrong = check(cell.strip()) if check else None
        if wrong:
            yield Fault(sheet, row, column, wrong[0], _cut(wrong[1]))


def _cut(params: Mapping[str, str]) -> dict[str, str]:
    return {name: text if len(text) < 200 else text[:199] + "…" for name, text in params.items()}


def own_warnings(form: Mapping[str, Sheet]) -> Iterator[Fault]:
    """Own columns that are one or two letters away from ours: perhaps misspelt, perhaps the school's."""
    for sheet in form.values():
        for column in sheet.header:
            meant = _meant(base_of(column)) if own_column(column) else None
            if meant:
                yield Fault(sheet.name, 1, column, "column-meant", {"column": column, "meant": meant})


def _meant(column: str) -> str | None:
    """The nearest of ours, unless it is one of ours. Of a short word one letter alone may be another."""
    if column in _OURS or len(column) > 40:
        return None
    near = ((_letters_apart(column, ours), ours) for ours in _OURS)
    return min(((far, ours) for far, ours in near if far <= (2 if len(ours) > 8 else 1)), default=(0, None))[1]


def _letters_apart(one: str, other: str) -> int:
    """How many letters are missing, too many, different or swapped with the next."""
    before: list[int] = []
    last = list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        row = [i]
        for j, b in enumerate(other, 1):
            row.append(min(row[-1] + 1, last[j] + 1, last[j - 1] + (a != b)))
            if i > 1 and j > 1 and (a, one[i - 2]) == (other[j - 2], b):
                row[j] = min(row[j], before[j - 2] + 1)
        before, last = last, row
    return last[-1]
