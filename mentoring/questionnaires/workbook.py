"""The cells of a form's file, whatever the file is: Markdown tables, CSV, .xlsx or .xls.

Read here rather than by pyxform so that nothing is opened before its size is known, row numbers are those
that a person sees, and what is wrong with a cell can be said cell by cell.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from mentoring.questionnaires.faults import Fault, FormFaults

Cells = tuple[str, ...]

_ZIP = b"PK\x03\x04"
_OLE = b"\xd0\xcf\x11\xe0"
_PIPE = re.compile(r"(?<!\\)\|")
_TABLE_LINE = re.compile(r"^\s*\|(.*)\|")
_RULER = re.compile(r"^[\s|:-]*-[\s|:-]*$")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Limits:
    """What a form's file may weigh: bytes as sent, bytes unpacked, rows and columns a sheet, characters a cell.

    `tags` bounds the memory and time that a spreadsheet takes: a cell has two to six, a piece of styled text four.
    """

    file_bytes: int = 2_000_000
    unpacked_bytes: int = 20_000_000
    tags: int = 1_000_000
    members: int = 500
    sheets: int = 30
    rows: int = 2_000
    columns: int = 200
    cell: int = 4_000
    questions: int = 300


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table: `header` is its row 1, `rows[0]` its row 2. Empty cells are empty texts.

    `lenient` files are those of text, where the last of two columns of one name counts, as pyxform has it.
    """

    name: str
    header: Cells
    rows: tuple[Cells, ...]
    lenient: bool = False

    def records(self) -> Iterator[tuple[int, dict[str, str]]]:
        """Rows as a person numbers them, with their filled cells by column name."""
        for number, row in enumerate(self.rows, 2):
            yield number, {name: cell for name, cell in zip(self.header, row, strict=False) if name and cell}


def read_workbook(name: str, data: bytes, limits: Limits) -> tuple[tuple[Sheet, ...], list[Fault]]:
    """The sheets of the file and warnings about it. Raises FormFaults when it cannot be opened or is too big."""
    if len(data) > limits.file_bytes:
        raise _unreadable("file-too-big", limit=str(limits.file_bytes // 1000))
    tables, warnings = _tables(name, data, limits)
    lenient = not data.startswith((_ZIP, _OLE))
    sheets = tuple(replace(_sheet(title, rows), lenient=lenient) for title, rows in tables)
    faults = [fault for sheet in sheets for fault in _cell_faults(sheet, limits)]
    if faults:
        raise FormFaults(faults, warnings)
    return sheets, warnings


def _unreadable(key: str, **params: str) -> FormFaults:
    return FormFaults([Fault("", 0, "", key, params)], [])


Tables = list[tuple[str, list[Cells]]]


def _tables(name: str, data: bytes, limits: Limits) -> tuple[Tables, list[Fault]]:
    from mentoring.questionnaires import spreadsheets  # openpyxl and xlrd: only for those who send such files

    suffix = name.rpartition(".")[2].lower() if "." in name else ""
    if data.startswith(_ZIP):
        return spreadsheets.read_xlsx(data, limits)
    if data.startswith(_OLE):
        return spreadsheets.read_xls(data, limits), []
    if suffix not in ("md", "csv", "txt", "") or b"\x00" in data[:1000]:
        raise _unreadable("file-not-a-form", name=suffix)
    text = _decoded(data)
    if suffix == "csv" or (suffix != "md" and text.count("|") < 5):
        return _csv_tables(text, limits), []
    return _markdown_tables(text, limits), []


def _decoded(data: bytes) -> str:
    """UTF-8, or the encoding that a Russian Excel still gives to CSV."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1251", errors="replace")


def _markdown_tables(text: str, limits: Limits) -> Tables:
    """Tables of pipes; a line whose first cell is filled begins the sheet of that name."""
    tables: Tables = []
    for line in text.splitlines():
        found = _TABLE_LINE.match(line)
        if not found or _RULER.match(found[1]):
            continue
        first, *cells = (cell.strip().replace(r"\|", "|") for cell in _PIPE.split(found[1]))
        if first:
            tables.append((first, []))
        if tables and (any(cells) or (not first and tables[-1][1])):
            _append(tables[-1], tuple(cells), limits)
    return tables


def _csv_tables(text: str, limits: Limits) -> Tables:
    """XLSForm's CSV: the sheet's name alone in the first column, its table in the columns after it."""
    tables: Tables = []
    try:
        for row in csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text)):
            first, *cells = (cell.strip() for cell in row) if row else ("",)
            if first:
                tables.append((first, []))
            if tables and (any(cells) or (not first and tables[-1][1])):
                _append(tables[-1], tuple(cells), limits)
    except csv.Error as error:
        raise _unreadable("file-damaged", reason=str(error)) from None
    return tables


def _delimiter(text: str) -> str:
    return max(",;\t", key=text[:5000].count)


def _append(table: tuple[str, list[Cells]], cells: Cells, limits: Limits) -> None:
    title, rows = table
    if len(rows) > limits.rows or len(cells) > limits.columns:
        raise FormFaults([Fault(title, len(rows), "", "sheet-too-big", size_params(limits))], [])
    rows.append(cells)


def size_params(limits: Limits) -> dict[str, str]:
    """The limits of a sheet, for the message that names them."""
    return {"rows": str(limits.rows), "columns": str(limits.columns)}


def _sheet(title: str, rows: Iterable[Cells]) -> Sheet:
    """The table without empty rows and columns at its end."""
    kept = list(rows)
    while kept and not any(kept[-1]):
        kept.pop()
    header = tuple(" ".join(cell.split()) for cell in kept[0]) if kept else ()
    return Sheet(title, header, tuple(kept[1:]))


def _cell_faults(sheet: Sheet, limits: Limits) -> Iterator[Fault]:
    """Cells that no form can hold: control characters and whole books."""
    for number, row in enumerate((sheet.header, *sheet.rows), 1):
        for place, cell in enumerate(row):
            column = sheet.header[place] if place < len(sheet.header) else str(place + 1)
            found = _CONTROL.search(cell)
            if found:
                yield Fault(sheet.name, number, _shown(column), "cell-control", {"code": f"U+{ord(found[0]):04X}"})
            elif len(cell) > limits.cell:
                yield Fault(sheet.name, number, column[:80], "cell-too-long", {"limit": str(limits.cell)})


def _shown(column: str) -> str:
    return _CONTROL.sub("", column)[:80]
