"""The reference implementation's reading of a form (pyxform, in pure Python, without its Java validator).

It stops at the first fault. To tell a methodologist all of them at once, a faulty cell or row is put right
for the sake of the next look only.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from pyxform.errors import PyXFormError
from pyxform.xls2xform import convert

from mentoring.questionnaires.faults import Fault
from mentoring.questionnaires.subset import base_of, column_named, own_column
from mentoring.questionnaires.workbook import Sheet

MAX_LOOKS = 25

Record = dict[str, str]
_ROW = re.compile(r"^\[row : (\d+)\]\s*")
_PLACE = re.compile(r"On the '(\w+)' sheet, the '([^']+)' value(?: '[^']*')? is (?:invalid|problematic)\.?\s*")
_LEARN_MORE = re.compile(r"\s*Learn more: \S+")


@dataclass(frozen=True, slots=True)
class Reading:
    """The form as pyxform's tree of plain dictionaries (None when refused), and what it said about it."""

    tree: dict[str, Any] | None
    faults: tuple[Fault, ...]
    warnings: tuple[Fault, ...]


def read_reference(form: dict[str, Sheet]) -> Reading:
    """pyxform's verdict on the sheets, with all faults that repeated looks bring to light."""
    tables = {name: [cells for _, cells in _passed(sheet)] for name, sheet in form.items()}
    faults: list[Fault] = []
    for _ in range(MAX_LOOKS):
        warnings: list[str] = []
        try:
            result = convert(_workbook(form, tables), warnings=warnings, form_name="data")
        except Exception as error:  # beside its own errors it raises what odd cells lead it to
            fault = _fault(form, error)
            if fault in faults or not _put_right(form, tables, fault):
                faults += [fault] if fault not in faults else []
                break
            faults.append(fault)
            continue
        return Reading(None if faults else result._pyxform, tuple(faults), tuple(_notes(form, warnings)))
    return Reading(None, tuple(faults), ())


_PLAIN_OWN = re.compile(r"x_\w+")


def _passed(sheet: Sheet) -> Iterator[tuple[int, Record]]:
    """Records with the columns that pyxform is to see."""
    names = {column: _known_as(sheet, column) for column in sheet.header}
    for row, cells in sheet.records():
        yield row, {name: cell for column, cell in cells.items() if (name := names[column])}


def _known_as(sheet: Sheet, column: str) -> str:
    """A column's name for pyxform, empty for the school's own and for settings in several languages.

    Own columns of the choices stay: the choice carries them, for filters and for what it counts as.
    """
    name = sheet.name.strip().lower()
    if own_column(column):
        base = base_of(column)
        return base if name == "choices" and base == column.strip().lower() and _PLAIN_OWN.fullmatch(base) else ""
    return "" if name == "settings" and "title::" in column.lower() else column


def _workbook(form: dict[str, Sheet], tables: dict[str, list[Record]]) -> dict[str, Any]:
    book: dict[str, Any] = {"sheet_names": list(form)}
    for name, sheet in form.items():
        header = [known for column in sheet.header if (known := _known_as(sheet, column))]
        book[name] = [dict(record) for record in tables[name]]
        book[f"{name}_header"] = [dict.fromkeys(header)]
    return book


def _fault(form: dict[str, Sheet], error: Exception) -> Fault:
    """Where and why, from the error's own words."""
    said = str(error) if isinstance(error, PyXFormError) else ""
    row, place = _ROW.match(said), _PLACE.search(said)
    sheet = place[1] if place else "survey"
    column = _written(form, sheet, place[2]) if place else _guessed(form, said)
    told = _LEARN_MORE.sub("", _PLACE.sub("", _ROW.sub("", said))).strip()
    reason = told.split("\n")[0] or type(error).__name__
    number = int(row[1]) if row else _row_of(form, said)
    return Fault(form[sheet].name if sheet in form else sheet, number, column, _key(reason), {"reason": reason})


def _key(reason: str) -> str:
    """The reason's key, for those that every methodologist meets sooner or later."""
    return next((key for words, key in _KEYS if words in reason), "rule-of-xlsform")


_KEYS = (
    ("Unknown question type", "type-unknown"), ("Question with no type", "type-missing"),
    ("with no name", "name-missing"), ("Names must begin with a letter", "name-invalid"),
    ("reserved for form metadata", "name-reserved"), ("must be unique within their nearest", "name-twice"),
    ("has no label or hint", "label-missing"), ("Choices must have a name", "choice-nameless"),
    ("Choice names must be unique", "choice-twice"), ("Unmatched '", "group-unmatched"),
    ("Missing calculation", "calculation-missing"), ("accepted parameter keys", "parameter-unknown"),
    ("arameter", "parameter-wrong"),
)  # fmt: skip


def _written(form: dict[str, Sheet], sheet: str, column: str) -> str:
    """The column as the file's header writes it."""
    header = form[sheet].header if sheet in form else ()
    return column if column in header or sheet not in form else column_named(form[sheet], base_of(column))


_ABOUT = (
    ("no type", "type"), ("no name", "name"), ("question type", "type"), ("Parameter", "parameters"),
    ("alculation", "calculation"), ("trigger", "trigger"), ("Unmatched", "type"), ("image", "media"),
    ("label", "label"), ("ist name", "type"), ("choice", "type"),
)  # fmt: skip


def _guessed(form: dict[str, Sheet], said: str) -> str:
    """The column that an error without a place is about, by the words it uses."""
    for word, base in _ABOUT:
        if word in said:
            return column_named(form["survey"], base)
    return ""


def _row_of(form: dict[str, Sheet], said: str) -> int:
    """The first row one of whose cells the error quotes; 0 when it quotes none."""
    quoted = set(re.findall(r"'([^']+)'|\$\{([^}]+)\}|named (\S+?)\.?$", said))
    words = {word for group in quoted for word in group if word}
    columns = {column_named(form["survey"], base) for base in ("name", "type")}
    for row, cells in form["survey"].records():
        if any(cells.get(column) in words for column in columns):
            return row
    return _parameter_row(form["survey"]) if "arameter" in said else 0


def _parameter_row(survey: Sheet) -> int:
    column = column_named(survey, "parameters")
    rows = [row for row, cells in survey.records() if cells.get(column)]
    return rows[0] if len(rows) == 1 else 0


_NEUTRAL = ("required", "relevant", "constraint", "calculation", "default", "parameters", "choice_filter",
            "appearance", "trigger", "label", "hint", "read_only", "readonly", "constraint_message")  # fmt: skip


def _put_right(form: dict[str, Sheet], tables: dict[str, list[Record]], fault: Fault) -> bool:
    """Take the faulty cell out so that the next look can go further; False when that cannot help."""
    sheet = next((name for name, one in form.items() if one.name == fault.sheet), "")
    if not sheet or not 2 <= fault.row < len(tables[sheet]) + 2:
        return False
    record = tables[sheet][fault.row - 2]
    base = base_of(fault.column)
    if base in _NEUTRAL and fault.column in record:
        record[fault.column] = "x" if base == "label" else ""
        tables[sheet][fault.row - 2] = {key: cell for key, cell in record.items() if cell}
        return True
    return _neutral_row(form, tables, sheet, fault.row)


def _neutral_row(form: dict[str, Sheet], tables: dict[str, list[Record]], sheet: str, row: int) -> bool:
    """A question that nothing can be wrong with in the place of the faulty one."""
    survey = form["survey"]
    if sheet != "survey":
        return False
    kind, name = column_named(survey, "type"), column_named(survey, "name")
    record = tables[sheet][row - 2]
    fresh = f"neutral_{row}"
    if record.get(kind, "").split(" ")[0].lower().startswith(("begin", "end")) or record.get(name) == fresh:
        return False
    # A stamp of the day needs neither a label nor any other column.
    tables[sheet][row - 2] = {kind: "today", name: fresh}
    return True


def _notes(form: dict[str, Sheet], warnings: list[str]) -> Iterator[Fault]:
    """pyxform's warnings, one a line of its own, without advice about the field tools."""
    for warning in warnings:
        for line in warning.splitlines():
            row = _ROW.match(line)
            said = _LEARN_MORE.sub("", _ROW.sub("", line)).strip()
            if said and "max-pixels" not in said:
                yield Fault(
                    form["survey"].name, int(row[1]) if row else 0, "", "note-of-xlsform", {"reason": said}
                )
