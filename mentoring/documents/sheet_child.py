"""Reads one spreadsheet in a process of its own: bytes on standard input, JSON on standard output.

Two cells in opposite corners of a sheet make the reader ask for half a terabyte, and the refusal ends the
whole process, not the call. So it happens here, under limits of memory and processor time, and never in the
bot. Run by path in isolated mode; imports nothing of the project.
"""

from __future__ import annotations

import contextlib
import datetime
import io
import json
import sys
from collections.abc import Iterable
from typing import Any

import python_calamine

Rows = list[list[str]]


def main(arguments: list[str]) -> int:
    """Arguments: rows, columns, characters allowed; bytes of memory; seconds of processor time."""
    rows, columns, characters, memory, seconds = (int(a) for a in arguments)
    _confine(memory, seconds)
    answer = _answer(sys.stdin.buffer.read(), rows, columns, characters)
    sys.stdout.buffer.write(json.dumps(answer).encode())
    return 0


def _confine(memory: int, seconds: int) -> None:
    with contextlib.suppress(ImportError):  # no such module on Windows; the parent's time-out remains
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _answer(data: bytes, rows: int, columns: int, characters: int) -> dict[str, Any]:
    try:
        book = python_calamine.load_workbook(io.BytesIO(data))
        return _first_filled(book, rows, columns, characters)
    except python_calamine.CalamineError:
        return {"key": "file-broken"}


def _first_filled(
    book: python_calamine.CalamineWorkbook, rows: int, columns: int, characters: int
) -> dict[str, Any]:
    for number, sheet in enumerate(book.sheets_metadata):
        if sheet.visible is python_calamine.SheetVisibleEnum.Visible:
            answer = _table(book.get_sheet_by_index(number), rows, columns, characters)
            if answer.get("numbers") != []:
                return answer
    return {"rows": [], "numbers": []}


def _table(sheet: python_calamine.CalamineSheet, rows: int, columns: int, characters: int) -> dict[str, Any]:
    """Filled rows with their numbers as Excel shows them, or a refusal; beyond the limit rows are only counted."""
    found, numbers, count, left = [], [], 0, characters
    for number, values in enumerate(sheet.iter_rows(), start=1):
        cells = trimmed(cell_text(value) for value in values)
        count += bool(cells)
        if not cells or count > rows:
            continue
        left -= sum(map(len, cells))
        if len(cells) > columns or left < 0:
            return {"key": "sheet-too-wide"} if len(cells) > columns else {"key": "sheet-too-much"}
        found.append(cells)
        numbers.append(number)
    return {"rows": found, "numbers": numbers} if count <= rows else {"key": "sheet-too-long", "rows": count}


def trimmed(cells: Iterable[str]) -> list[str]:
    """The cells without the empty ones at the end."""
    row = [cell.strip() for cell in cells]
    while row and not row[-1]:
        row.pop()
    return row


def cell_text(value: object) -> str:
    """What the cell shows: whole numbers without ".0", dates as ISO, a midnight without its time."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime.datetime):
        whole_day = value.time() == datetime.time()
        return value.date().isoformat() if whole_day else value.isoformat(" ", "seconds")
    return str(value)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
