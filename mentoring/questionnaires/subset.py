"""What of XLSForm a chat can serve: refused by name here, before the reference implementation looks at it.

Also the slips that it would pass over in silence: a misspelt column is a condition that never applies.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import get_close_matches

from mentoring.questionnaires.faults import Fault
from mentoring.questionnaires.workbook import Limits, Sheet


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


SHEETS = ("survey", "choices", "settings")
FIELD_SHEETS = ("entities", "external_choices", "osm")
MAX_NAME = 60
"""Characters of a question's name; the answers' table holds 80 with the round of a repeat."""

COLUMNS = _words(
    "type name label hint guidance_hint required required_message relevant relevance constraint "
    "constraint_message default appearance parameters calculation choice_filter repeat_count read_only "
    "readonly trigger media image audio video big-image bind control instance"
)
OLD_COLUMNS = {
    "calculate": "calculation", "caption": "label", "tag": "name", "value": "name", "command": "type",
    "requiredmsg": "required_message", "constraining_message": "constraint_message",
    "count": "repeat_count", "jr:count": "repeat_count",
}  # fmt: skip
FIELD_COLUMNS = frozenset({"save_to", "intent", "body", "noapperrorstring", "no_app_error_string", "compact_tag"})

FIELD_TYPES = _words(
    "geopoint geotrace geoshape start-geopoint background-geopoint gps location barcode osm audit "
    "background-audio xml-external csv-external deviceid phonenumber subscriberid simserial username email imei "
    "select_one_from_file select_multiple_from_file select_one_external cascading_select"
)
_FIELD_PHRASES = re.compile(
    r"^(?:(?:begin|end)[ _]loop|select (?:one|multiple|all that apply) from file|select one external|"
    r"get |uri:|(?:q|add) (?:geo\w+|barcode|location)|(?:device|subscriber|sim|phone)[ _]|number of days )",
    re.IGNORECASE,
)
_CHOSEN_FROM = re.compile(r"^(select[_ ]one|select[_ ]multiple|rank)\s+(\S+)(?:\s+or_other)?$", re.IGNORECASE)
_REFERENCE = re.compile(r"\$\{\s*([^{}]*?)\s*\}")


def by_name(sheets: tuple[Sheet, ...]) -> dict[str, Sheet]:
    """The sheets that make the form, under their names; a file's only sheet is the survey."""
    found = {sheet.name.strip().lower(): sheet for sheet in sheets}
    known = {name: sheet for name, sheet in found.items() if name in (*SHEETS, *FIELD_SHEETS)}
    return {"survey": sheets[0]} if len(sheets) == 1 and not known else known


def base_of(column: str) -> str:
    """A column's name without its language: "label::Русский (ru)" is "label"."""
    name = re.split(r"::?", column, maxsplit=1)[0] if not column.startswith("jr:") else column
    return name.strip().lower().replace(" ", "_")


def own_column(column: str) -> bool:
    """Whether a column or setting is the school's own: kept as an extra, unknown to XLSForm."""
    return column.strip().lower().startswith("x_")


def check_subset(sheets: tuple[Sheet, ...], limits: Limits) -> tuple[list[Fault], list[Fault]]:
    """Everything that a chat cannot serve and everything misspelt: (faults, warnings)."""
    form = by_name(sheets)
    faults = [*_sheet_faults(sheets, form)]
    survey = form.get("survey")
    if survey is not None:
        faults += [
            *_missing_columns(survey),
            *_column_faults(survey),
            *_type_faults(survey),
            *_reference_faults(form),
        ]
        faults += [*_size_faults(survey, limits), *_list_faults(form)]
    return faults, [*_ignored(sheets, form)]


def _sheet_faults(sheets: tuple[Sheet, ...], form: dict[str, Sheet]) -> Iterator[Fault]:
    for sheet in sheets:
        name = sheet.name.strip().lower()
        meant = _meant(name, (*SHEETS, *FIELD_SHEETS)) if name not in form else None
        if name in FIELD_SHEETS:
            yield Fault(sheet.name, 0, "", "sheet-unsupported", {"found": sheet.name})
        elif meant and sheet is not form.get("survey"):
            yield Fault(sheet.name, 0, "", "sheet-misspelt", {"found": sheet.name, "meant": meant})
    if "survey" not in form:
        yield Fault("", 0, "", "sheet-missing", {"sheet": "survey"})
    elif not form["survey"].rows:
        yield Fault(form["survey"].name, 1, "", "no-questions")


def _meant(found: str, known: tuple[str, ...]) -> str | None:
    return next(iter(get_close_matches(found, known, 1, 0.72)), None)


def _ignored(sheets: tuple[Sheet, ...], form: dict[str, Sheet]) -> Iterator[Fault]:
    for sheet in sheets:
        if sheet not in form.values() and not sheet.name.startswith("_"):
            yield Fault(sheet.name, 0, "", "sheet-ignored", {"found": sheet.name})


def _column_faults(survey: Sheet) -> Iterator[Fault]:
    seen = set()
    for column in survey.header:
        base = base_of(column)
        if column and column in seen and not survey.lenient:
            yield Fault(survey.name, 1, column, "column-twice", {"column": column})
        seen.add(column)
        if not base or base in COLUMNS or own_column(column):
            continue
        yield _unknown_column(survey, column, base)


def _missing_columns(survey: Sheet) -> Iterator[Fault]:
    have = {OLD_COLUMNS.get(base_of(column), base_of(column)) for column in survey.header}
    for column in ("type", "name"):
        if survey.rows and column not in have:
            yield Fault(survey.name, 1, column, "column-missing", {"column": column})


def _unknown_column(survey: Sheet, column: str, base: str) -> Fault:
    if base in FIELD_COLUMNS:
        return Fault(survey.name, 1, column, "column-unsupported", {"column": column})
    meant = OLD_COLUMNS.get(base) or _meant(base, tuple(COLUMNS))
    if meant:
        return Fault(survey.name, 1, column, "column-meant", {"column": column, "meant": meant})
    return Fault(survey.name, 1, column, "column-unknown", {"column": column})


def _type_faults(survey: Sheet) -> Iterator[Fault]:
    column = column_named(survey, "type")
    for row, cells in survey.records():
        written = cells.get(column, "")
        if written.split(" ")[0].lower() in FIELD_TYPES or _FIELD_PHRASES.match(written):
            yield Fault(survey.name, row, column, "type-unsupported", {"type": written})


def column_named(sheet: Sheet, base: str) -> str:
    """How this sheet's header writes a column; the plain name when it has none."""
    return next((column for column in sheet.header if base_of(column) == base), base)


def _reference_faults(form: dict[str, Sheet]) -> Iterator[Fault]:
    """${name} anywhere must name a question or a group of the survey."""
    survey = form["survey"]
    column = column_named(survey, "name")
    names = {cells[column] for _, cells in survey.records() if column in cells}
    for sheet in (survey, form.get("choices")):
        for row, cells in sheet.records() if sheet else ():
            for place, cell in cells.items():
                yield from _unknown_names(sheet, row, place, cell, names) if sheet and place != column else ()


def _unknown_names(sheet: Sheet, row: int, column: str, cell: str, names: set[str]) -> Iterator[Fault]:
    if "${" not in cell or own_column(column):
        return
    for name in dict.fromkeys(_REFERENCE.findall(cell)):
        plain = name.removeprefix("last-saved#")
        if plain not in names and f"{plain}_other" not in names:
            yield Fault(sheet.name, row, column, "reference-unknown", {"name": name})


def _size_faults(survey: Sheet, limits: Limits) -> Iterator[Fault]:
    column = column_named(survey, "name")
    if len(survey.rows) > limits.questions * 2:
        yield Fault(survey.name, 0, "", "too-many-questions", {"limit": str(limits.questions)})
    for row, cells in survey.records():
        if len(cells.get(column, "")) > MAX_NAME:
            yield Fault(survey.name, row, column, "name-too-long", {"limit": str(MAX_NAME)})


def _list_faults(form: dict[str, Sheet]) -> Iterator[Fault]:
    """Lists that are not on the choices sheet, and names in them that several at once would tear apart."""
    lists = _lists(form.get("choices"))
    survey = form["survey"]
    column = column_named(survey, "type")
    for row, cells in survey.records():
        found = _CHOSEN_FROM.match(cells.get(column, ""))
        if found and found[2] not in lists and not found[2].startswith("${"):
            yield Fault(survey.name, row, column, "list-missing", {"list": found[2]})
        elif found and found[1].lower() not in ("select_one", "select one"):
            yield from _torn_names(form["choices"], lists.get(found[2], []))


def _lists(choices: Sheet | None) -> dict[str, list[tuple[int, str]]]:
    """The names of each list with their rows."""
    found: dict[str, list[tuple[int, str]]] = {}
    if choices is None:
        return found
    column, name = column_named(choices, "list_name"), column_named(choices, "name")
    for row, cells in choices.records():
        if column in cells:
            found.setdefault(cells[column], []).append((row, cells.get(name, "")))
    return found


def _torn_names(choices: Sheet, listed: list[tuple[int, str]]) -> Iterator[Fault]:
    for row, name in listed:
        if " " in name:
            yield Fault(choices.name, row, column_named(choices, "name"), "choice-name-space", {"name": name})
