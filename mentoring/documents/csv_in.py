"""Tables as text: .csv as Excel, Google and 1C write it, in UTF-8, UTF-16 or Windows-1251."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter

from mentoring.errors import ProgrammeError

_BOMS = {b"\xef\xbb\xbf": "utf-8-sig", b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f]")
_SEPARATORS = (";", "\t", ",")  # the order decides where both would do
_EXCEL_HINT = re.compile(r"sep=(.)\r?\n", re.IGNORECASE)
_SAMPLE = 50


def csv_rows(data: bytes) -> list[list[str]]:
    """Every record, empty ones too, so that a record's place is the row a spreadsheet programme shows.

    Raises ProgrammeError `file-not-a-table` for what is not text and `file-broken` for text that is not CSV.
    """
    text = _decoded(data)
    hint = _EXCEL_HINT.match(text)
    if hint:
        return [[], *_parsed(text[hint.end() :], hint[1])]
    return _parsed(text, _separator(text))


def _decoded(data: bytes) -> str:
    known = next((name for bom, name in _BOMS.items() if data.startswith(bom)), None)
    for encoding in (known,) if known else ("utf-8", "cp1251"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if not _CONTROLS.search(text):
            return text
    raise ProgrammeError("file-not-a-table")


def _parsed(text: str, separator: str) -> list[list[str]]:
    try:
        return list(csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=False))
    except (csv.Error, ValueError, TypeError) as error:
        raise ProgrammeError("file-broken") from error


def _separator(text: str) -> str:
    """The one by which most of the first rows fall into the same number of cells, more than one."""
    sample = "\n".join(text.splitlines()[:_SAMPLE])
    return max(_SEPARATORS, key=lambda separator: _agreement(_parsed(sample, separator)))


def _agreement(rows: list[list[str]]) -> int:
    widths = Counter(len(row) for row in rows if len(row) > 1)
    return max(widths.values(), default=0)
