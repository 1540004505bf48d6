"""A stored questionnaire as a spreadsheet to edit and send back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from mentoring.documents.form_look import LANGUAGES, drawn, words
from mentoring.questionnaires.compile_rows import language_code
from mentoring.questionnaires.subset import SHEETS, base_of, by_name
from mentoring.questionnaires.workbook import Cells, Limits, Sheet, read_workbook

_ZIP = b"PK\x03\x04"


def as_workbook(name: str, content: bytes) -> bytes:
    """The questionnaire file `name` as an .xlsx that reads as the same version; one that is an .xlsx stays.

    Raises FormFaults for a file that cannot be opened as a form.
    """
    if content.startswith(_ZIP):
        return content
    sheets, _ = read_workbook(name, content, Limits())
    form = by_name(sheets)
    own = [_tidy(replace(form[title], name=title)) for title in SHEETS if title in form]
    return drawn([*own, *_beside(sheets, form)], words(_language(form)))


def _beside(sheets: tuple[Sheet, ...], form: dict[str, Sheet]) -> Iterator[Sheet]:
    """Sheets that are not read, such as notes; but not the help, which is drawn anew."""
    said = [words(language) for language in LANGUAGES]
    drawn_anew = {name for one in said for name in (one.help_sheet, one.lists_sheet)}
    for sheet in sheets:
        unread = sheet not in form.values() and sheet.name.strip().lower() not in form
        if unread and sheet.name not in drawn_anew:
            yield _tidy(sheet)


def _tidy(sheet: Sheet) -> Sheet:
    """The table with each column once and no two empty rows together.

    A column that stands twice is refused in an .xlsx; in files of text the last filled cell counts. A long run of
    empty rows would end the sheet for its readers.
    """
    names = tuple(dict.fromkeys(name for name in sheet.header if name))
    remarks = [
        place for place in range(_width(sheet)) if not sheet.header[place : place + 1] or not sheet.header[place]
    ]
    rows = [
        (*(cells.get(name, "") for name in names), *(row[place] if place < len(row) else "" for place in remarks))
        for row, (_, cells) in zip(sheet.rows, sheet.records(), strict=True)
    ]
    return replace(sheet, header=(*names, *("" for _ in remarks)), rows=tuple(_spaced(rows)))


def _width(sheet: Sheet) -> int:
    return max((len(row) for row in (sheet.header, *sheet.rows)), default=0)


def _spaced(rows: list[Cells]) -> Iterator[Cells]:
    before = True
    for row in rows:
        if any(row) or before:
            yield row
        before = any(row)


def _language(form: dict[str, Sheet]) -> str:
    """The form's own language; the help is in it."""
    settings = form.get("settings")
    cells = next((cells for _, cells in settings.records() if cells), {}) if settings else {}
    written = next((cell for column, cell in cells.items() if base_of(column) == "default_language"), "")
    return language_code(written)
