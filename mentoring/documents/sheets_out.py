"""Spreadsheets that open in Excel as a person would have made them: types, widths, a frozen header.

Everything a person typed is written as text, whatever it begins with: a name such as `=cmd|...` or a phone
number `+7...` is never a formula. The bytes depend on the arguments alone, so two runs are equal.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any, Literal

import xlsxwriter

Kind = Literal["text", "integer", "date", "datetime", "decimal"]
Cell = str | int | float | Decimal | date | None

TEXT_LIMIT = 32_767  # Excel's, in UTF-16 units
TITLE_LIMIT = 31
ROW_LIMIT = 1_048_576
_EXACT = 10**15  # Excel keeps fifteen digits of a number
_FIRST_DAY = date(1900, 3, 1)  # before it Excel's calendar has a day that never was
_ELLIPSIS = "…"
_A4 = 9
_FORMATS: dict[Kind, str] = {
    "text": "General",
    "integer": "0",
    "date": "dd.mm.yyyy",
    "datetime": "dd.mm.yyyy hh:mm",
    "decimal": "0.00",
}
# Controls but tab and line feed, halves of surrogate pairs, and the two code points XML has no place for.
_UNPRINTABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_NOT_IN_TITLES = re.compile(r"[\[\]:*?/\\\x00-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class Column:
    """`width` is in characters of the default font, as Excel counts it."""

    header: str
    width: float
    kind: Kind = "text"


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet; every row has as many cells as there are columns. A text in a number's column stays text."""

    title: str
    columns: Sequence[Column]
    rows: Iterable[Sequence[Cell]]


def workbook(sheets: Sequence[Sheet]) -> bytes:
    """The sheets as an .xlsx file.

    Datetimes must be naive, in the school's own time: Excel knows no zones. Raises ValueError for no sheets,
    for an aware datetime, for a row of another length than the columns and for more rows than Excel holds.
    """
    if not sheets:
        raise ValueError("a workbook needs at least one sheet")
    target = io.BytesIO()
    with writing(target) as writer:
        for title, sheet in zip(legal_titles([sheet.title for sheet in sheets]), sheets, strict=True):
            writer.sheet(title, sheet)
    return target.getvalue()


@contextmanager
def writing(target: io.BytesIO) -> Iterator[Writer]:
    """A workbook that is in `target` once the block ends; rows must be written from the first to the last."""
    book = xlsxwriter.Workbook(target, _OPTIONS)
    try:
        book.set_properties({"created": datetime(2000, 1, 1, tzinfo=UTC)})
        yield Writer(book)
    finally:
        book.close()


_OPTIONS = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "nan_inf_to_errors": False,
}


def legal_titles(titles: Sequence[str]) -> list[str]:
    """Titles as Excel takes them: no `[]:*?/\\`, at most 31 units, none empty, no two alike."""
    taken: set[str] = {"history"}  # Excel keeps this one for itself
    result = []
    for number, title in enumerate(titles, start=1):
        plain = _NOT_IN_TITLES.sub(" ", title)
        plain = " ".join(plain.split()).strip("'") or str(number)
        chosen = _untaken(plain, taken)
        taken.add(chosen.casefold())
        result.append(chosen)
    return result


def _untaken(title: str, taken: set[str]) -> str:
    candidate, copy = _cut(title, TITLE_LIMIT), 1
    while candidate.casefold() in taken:
        copy += 1
        ending = f" {copy}"
        candidate = _cut(title, TITLE_LIMIT - len(ending)) + ending
    return candidate


def clean_text(text: str) -> str:
    """The text without what a cell cannot hold, cut with an ellipsis at Excel's limit."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    return _cut(_UNPRINTABLE.sub("", lines), TEXT_LIMIT)


def _cut(text: str, limit: int) -> str:
    units = text.encode("utf-16-le", "surrogatepass")
    if len(units) <= 2 * limit:
        return text
    kept = units[: 2 * (limit - 1)].decode("utf-16-le", "ignore")
    return kept.rstrip() + _ELLIPSIS


class Writer:
    """Formats belong to a workbook, so they are made once for each; `book` is xlsxwriter's."""

    def __init__(self, book: Any) -> None:
        self.book = book
        top = {"valign": "top"}
        self.formats = {kind: book.add_format(top | {"num_format": code}) for kind, code in _FORMATS.items()}
        self.formats["text"].set_text_wrap()
        # The prefix keeps `=...` a text even after somebody edits the cell and presses Enter.
        self.guarded = book.add_format(top | {"text_wrap": True, "quote_prefix": True})
        self.header = book.add_format(
            {"bold": True, "valign": "top", "text_wrap": True, "bottom": 1, "bg_color": "#E8EEF4"}
        )

    def sheet(self, title: str, sheet: Sheet) -> None:
        page = self.page(title, sheet.columns)
        if not sheet.columns:
            return
        last = 0
        for last, row in enumerate(sheet.rows, start=1):
            if last >= ROW_LIMIT:
                raise ValueError("more rows than a sheet holds")
            for place, (column, value) in enumerate(zip(sheet.columns, row, strict=True)):
                self._cell(page, last, place, column.kind, value)
        page.autofilter(0, 0, last, len(sheet.columns) - 1)

    def page(self, title: str, columns: Sequence[Column]) -> Any:
        """A new sheet, set up for printing, with its frozen header; xlsxwriter's worksheet."""
        page = self.book.add_worksheet(title)
        _set_up_printing(page)
        if columns:
            self._head(page, columns)
        return page

    def _head(self, page: Any, columns: Sequence[Column]) -> None:
        page.freeze_panes(1, 0)
        page.repeat_rows(0)
        for place, column in enumerate(columns):
            page.set_column(place, place, column.width)
        for place, column in enumerate(columns):
            page.write_string(0, place, clean_text(column.header), self.header)

    def _cell(self, page: Any, row: int, place: int, kind: Kind, value: Cell) -> None:
        if value is None:
            return
        if kind in ("integer", "decimal") and _is_number(value):
            page.write_number(row, place, value, self.formats[kind])
        elif kind in ("date", "datetime") and _is_day(value):
            page.write_datetime(row, place, value, self.formats[kind])
        else:
            self._text(page, row, place, _as_text(value))

    def _text(self, page: Any, row: int, place: int, text: str) -> None:
        style = self.guarded if text[:1] in tuple("=+-@'\t") else self.formats["text"]
        if text:
            page.write_string(row, place, text, style)


def _set_up_printing(page: Any) -> None:
    page.set_landscape()
    page.set_paper(_A4)
    page.fit_to_pages(1, 0)
    page.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
    page.set_footer("&C&P / &N")


def _is_number(value: Cell) -> bool:
    """Larger numbers would lose digits in Excel and NaN has no cell at all: both stay text."""
    if isinstance(value, bool) or not isinstance(value, (int, float, Decimal)):
        return False
    return -_EXACT < value < _EXACT if value == value else False


def _is_day(value: Cell) -> bool:
    if isinstance(value, datetime):
        if value.tzinfo is not None:
            raise ValueError("datetimes go into a sheet in the school's own time, without a zone")
        return value.date() >= _FIRST_DAY
    return isinstance(value, date) and value >= _FIRST_DAY


def _as_text(value: object) -> str:
    return clean_text(value.isoformat(" ") if isinstance(value, datetime) else str(value))
