"""Reading the spreadsheets that the bot hands out, as Excel would: by their cells."""

from __future__ import annotations

import io
from typing import Any

from python_calamine import CalamineWorkbook

Rows = list[list[Any]]


def table(data: bytes, sheet: int = 0) -> Rows:
    """The rows of one sheet."""
    return CalamineWorkbook.from_filelike(io.BytesIO(data)).get_sheet_by_index(sheet).to_python()


def sheets(data: bytes) -> dict[str, Rows]:
    """All sheets by name."""
    book = CalamineWorkbook.from_filelike(io.BytesIO(data))
    return {name: book.get_sheet_by_name(name).to_python() for name in book.sheet_names}
