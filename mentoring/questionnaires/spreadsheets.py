"""Cells of .xlsx and .xls files, opened without trusting them."""

from __future__ import annotations

import io
import zipfile
import zlib
from datetime import date, datetime, time
from typing import TYPE_CHECKING, Any

from openpyxl import load_workbook  # type: ignore[import-untyped]
from xlrd import XL_CELL_BOOLEAN, XL_CELL_DATE, XL_CELL_ERROR, open_workbook  # type: ignore[import-untyped]
from xlrd.xldate import xldate_as_datetime  # type: ignore[import-untyped]

from mentoring.questionnaires.faults import Fault, FormFaults

if TYPE_CHECKING:
    from mentoring.questionnaires.workbook import Cells, Limits, Tables

_EMPTY_RUN = 60
"""So many empty rows in a row end a sheet, as pyxform has it."""


def read_xlsx(data: bytes, limits: Limits) -> tuple[Tables, list[Fault]]:
    """The sheets of an .xlsx file and warnings about merged cells. Raises FormFaults."""
    safe = _repacked(data, limits)
    try:
        book = load_workbook(io.BytesIO(safe), read_only=True, data_only=True, keep_links=False)
        tables = [(sheet.title, _xlsx_rows(sheet, limits)) for sheet in book.worksheets[: limits.sheets]]
        return tables, _merged(safe)
    except FormFaults:
        raise
    except Exception as error:  # the reader raises whatever a damaged part led it to
        raise _damaged(error) from None


def _damaged(error: Exception) -> FormFaults:
    return FormFaults([Fault("", 0, "", "file-damaged", {"reason": type(error).__name__})], [])


def _repacked(data: bytes, limits: Limits) -> bytes:
    """The same archive with its parts read under our limits, so that no later reader unpacks anything else.

    A megabyte may unpack to gigabytes and headers may lie about it: each part is read only as far as the
    header says, and its checksum tells whether that was all of it.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as source:
            _check_sizes(source, limits)
            return _stored(source, limits)
    except FormFaults:
        raise
    except (
        zipfile.BadZipFile,
        zlib.error,
        OSError,
        EOFError,
        ValueError,
        RuntimeError,
        NotImplementedError,
    ) as error:
        raise _damaged(error) from None


def _stored(source: zipfile.ZipFile, limits: Limits) -> bytes:
    packed, tags = io.BytesIO(), 0
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_STORED) as target:
        for part in source.infolist():
            content = _part(source, part)
            tags += content.count(b"<")
            if tags > limits.tags:
                raise FormFaults([Fault("", 0, "", "file-too-full", {"limit": str(limits.tags)})], [])
            target.writestr(part.filename, content)
    return packed.getvalue()


def _check_sizes(archive: zipfile.ZipFile, limits: Limits) -> None:
    parts = archive.infolist()
    if len(parts) > limits.members or sum(part.file_size for part in parts) > limits.unpacked_bytes:
        limit = {"limit": str(limits.unpacked_bytes // 1_000_000)}
        raise FormFaults([Fault("", 0, "", "file-unpacks-too-big", limit)], [])
    if not any(part.filename == "xl/workbook.xml" for part in parts):
        raise FormFaults([Fault("", 0, "", "file-not-a-form", {"name": "zip"})], [])


def _part(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> bytes:
    content = archive.read(part)
    # Two bytes a letter would hide what is looked for here and counted by tags; no spreadsheet is written so.
    hidden = part.filename.endswith((".xml", ".rels")) and b"\x00" in content[:200]
    if hidden or b"<!DOCTYPE" in content[:4096] or b"<!ENTITY" in content[:4096]:
        raise FormFaults([Fault("", 0, "", "file-damaged", {"reason": "DOCTYPE"})], [])
    return content


def _xlsx_rows(sheet: Any, limits: Limits) -> list[Cells]:
    """Rows from the first on; what a file says about its own size is not believed."""
    sheet.reset_dimensions()
    rows: list[Cells] = []
    empty = 0
    for row in sheet.iter_rows(values_only=True, max_col=limits.columns):
        cells = tuple(_shown(value) for value in row)
        empty = 0 if any(cells) else empty + 1
        if empty > _EMPTY_RUN:
            break
        rows.append(cells)
        _check_rows(sheet.title, rows, limits)
    return rows


def _check_rows(title: str, rows: list[Cells], limits: Limits) -> None:
    if len(rows) > limits.rows + 1:
        size = {"rows": str(limits.rows), "columns": str(limits.columns)}
        raise FormFaults([Fault(title, len(rows), "", "sheet-too-big", size)], [])


def _shown(value: object) -> str:
    """A cell as a person reads it: whole numbers without a point, dates as days."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else str(value)
    if isinstance(value, datetime) and value.time() == time():
        return value.date().isoformat()
    if isinstance(value, (date, time)):
        return value.isoformat()
    return str(value).replace("\xa0", " ").strip()


def _merged(data: bytes) -> list[Fault]:
    """Whether any sheet has merged cells: all but the first of them read as empty."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = [name for name in archive.namelist() if name.startswith("xl/worksheets/sheet")]
        merged = any(b"<mergeCell " in archive.read(name) for name in parts)
    return [Fault("", 0, "", "merged-cells")] if merged else []


def read_xls(data: bytes, limits: Limits) -> Tables:
    """The sheets of an old .xls file. Raises FormFaults."""
    try:
        with open_workbook(file_contents=data, logfile=io.StringIO(), on_demand=True, ragged_rows=True) as book:
            sheets = (book.sheet_by_index(n) for n in range(min(book.nsheets, limits.sheets)))
            return [(sheet.name, _xls_rows(sheet, book.datemode, limits)) for sheet in sheets]
    except FormFaults:
        raise
    except Exception as error:  # xlrd raises whatever a damaged record led it to
        raise _damaged(error) from None


def _xls_rows(sheet: Any, datemode: int, limits: Limits) -> list[Cells]:
    rows: list[Cells] = []
    empty = 0
    for number in range(sheet.nrows):
        cells = tuple(_xls_cell(cell, datemode) for cell in sheet.row(number)[: limits.columns])
        empty = 0 if any(cells) else empty + 1
        if empty > _EMPTY_RUN:
            break
        rows.append(cells)
        _check_rows(sheet.name, rows, limits)
    return rows


def _xls_cell(cell: Any, datemode: int) -> str:
    if cell.ctype == XL_CELL_DATE:
        return _shown(xldate_as_datetime(cell.value, datemode))
    if cell.ctype == XL_CELL_BOOLEAN:
        return "TRUE" if cell.value else "FALSE"
    return "" if cell.ctype == XL_CELL_ERROR else _shown(cell.value)
