"""All that is stored about one person, handed out to that person: JSON for machines, a spreadsheet for people."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from enum import Enum
from typing import Any

from mentoring.documents.sheets_out import Cell, Column, Kind, Sheet, workbook

_WIDTHS = (8, 60)


@dataclass(frozen=True, slots=True)
class Section:
    """A part of what is stored; titles and column headers are already in the reader's language."""

    title: str
    columns: Sequence[str]
    rows: Sequence[Sequence[object]]


def personal_export_json(data: Mapping[str, Any]) -> bytes:
    """The data as indented UTF-8 JSON in the given order; equal data give equal bytes.

    Dates and times become ISO, decimals text, sets sorted lists. Raises TypeError for anything else.
    """
    text = json.dumps(_plain(data), ensure_ascii=False, indent=2, allow_nan=False)
    # Half of a surrogate pair has no UTF-8; its escape is what JSON has for it.
    return (text + "\n").encode("utf-8", "backslashreplace")


def _plain(value: object) -> object:
    if isinstance(value, Enum):
        return _plain(value.value)
    if value is None or isinstance(value, (str, int, float)):
        return value
    if isinstance(value, Mapping):
        return {str(_plain(key)): _plain(item) for key, item in value.items()}
    return _plain_list(value)


def _plain_list(value: object) -> object:
    if isinstance(value, AbstractSet):
        return sorted((_plain(item) for item in value), key=str)
    if isinstance(value, Sequence) and not isinstance(value, (bytes, bytearray)):
        return [_plain(item) for item in value]
    return _plain_text(value)


def _plain_text(value: object) -> str:
    if isinstance(value, (date, datetime, time)):
        return value.isoformat()
    if isinstance(value, (Decimal, timedelta)):
        return str(value)
    raise TypeError(f"no JSON for {type(value).__name__}")


def personal_export_xlsx(sections: Sequence[Section]) -> bytes:
    """One sheet a section; a column of whole numbers, dates or naive datetimes is one in Excel too."""
    return workbook([_sheet(section) for section in sections])


def _sheet(section: Section) -> Sheet:
    rows = [[_cell(value) for value in row] for row in section.rows]
    columns = [_column(header, [row[place] for row in rows]) for place, header in enumerate(section.columns)]
    return Sheet(section.title, columns, rows)


def _cell(value: object) -> Cell:
    if value is None or (isinstance(value, (str, int, float, Decimal, date)) and not _special(value)):
        return value
    plain = _plain(value)
    return plain if isinstance(plain, str) else json.dumps(plain, ensure_ascii=False)


def _special(value: object) -> bool:
    """Values whose type Excel would misread: truth values, members of enumerations, times with a zone."""
    zoned = isinstance(value, datetime) and value.tzinfo is not None
    return zoned or isinstance(value, (bool, Enum))


def _column(header: str, values: Sequence[Cell]) -> Column:
    longest = max((len(line) for value in (header, *values) for line in str(value).splitlines()), default=0)
    narrow, wide = _WIDTHS
    return Column(header, min(max(longest + 2, narrow), wide), _kind(values))


_KINDS: Mapping[type, Kind] = {int: "integer", date: "date", datetime: "datetime", Decimal: "decimal"}


def _kind(values: Sequence[Cell]) -> Kind:
    types = {type(value) for value in values if value is not None}
    return _KINDS.get(types.pop(), "text") if len(types) == 1 else "text"
