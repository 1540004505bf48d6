"""Tables that people send: .xlsx, .xls, .ods and .csv into rows of text, whatever the file really is.

The content decides what a file is, not its name. Of a workbook the first visible sheet that has something in it
is read. Merged cells give their value in the upper left cell and empty text in the others; a formula gives the
value it had when the file was saved; whole numbers come without a fraction, dates as ISO.
"""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path, PurePath
from typing import Any

from mentoring.documents.archives import ArchiveLimits, check_archive, is_zip
from mentoring.documents.csv_in import csv_rows
from mentoring.documents.locked import is_locked_archive, is_locked_ole
from mentoring.documents.sheet_child import trimmed
from mentoring.errors import ProgrammeError

_CHILD = Path(__file__).with_name("sheet_child.py")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_CSV_SUFFIXES = frozenset({".csv", ".tsv", ".txt"})


@dataclass(frozen=True, slots=True)
class Limits:
    """What is read at most: bytes of the file, filled rows, columns, characters in all; memory in bytes."""

    size: int = 5 * 1024 * 1024
    rows: int = 2_000
    columns: int = 100
    characters: int = 2_000_000
    archive: ArchiveLimits = field(default_factory=ArchiveLimits)
    memory: int = 1024 * 1024 * 1024
    seconds: int = 20


@dataclass(frozen=True, slots=True)
class Table:
    """The filled rows, without empty cells at their ends; `numbers` are their rows in the file, from 1."""

    rows: list[list[str]]
    numbers: list[int]


def read_table(file_name: str, data: bytes, limits: Limits = Limits()) -> Table:
    """The rows of a spreadsheet.

    Raises ProgrammeError: `file-empty`, `file-too-big` (megabytes), `file-not-a-table`, `file-broken`,
    `file-encrypted`, `file-nested`, `file-unpacks-too-big` (megabytes), `sheet-too-long` (rows, limit),
    `sheet-too-wide` (limit), `sheet-too-much`. Blocks for up to `limits.seconds`; call it from a thread.
    """
    if not data:
        raise ProgrammeError("file-empty")
    if len(data) > limits.size:
        raise ProgrammeError("file-too-big", megabytes=limits.size // (1024 * 1024))
    if is_zip(data) or data.startswith(_OLE):
        _check_workbook(data, limits)
        table = _read_apart(data, limits)
    else:
        table = _read_csv(file_name, data, limits)
    if not table.rows:
        raise ProgrammeError("file-empty")
    return table


def _check_workbook(data: bytes, limits: Limits) -> None:
    if not is_zip(data):
        locked = is_locked_ole(data)
    else:
        names = check_archive(data, limits.archive)
        if not any(name.startswith("xl/") or name == "content.xml" for name in names):
            raise ProgrammeError("file-not-a-table")
        locked = is_locked_archive(data, names)
    if locked:
        raise ProgrammeError("file-encrypted")


def _read_apart(data: bytes, limits: Limits) -> Table:
    """Read in a child process: what ends the reader must not end the bot. The child gets no environment."""
    numbers = (limits.rows, limits.columns, limits.characters, limits.memory, limits.seconds)
    command = [sys.executable, "-I", str(_CHILD), *map(str, numbers)]
    try:
        child = subprocess.run(  # noqa: S603 - our own file and numbers
            command, input=data, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env={},
            timeout=2 * limits.seconds, check=False,
        )  # fmt: skip
    except subprocess.TimeoutExpired as error:
        raise ProgrammeError("sheet-too-much") from error
    # A negative code is a signal: the memory or the processor's time was up.
    if child.returncode != 0:
        raise ProgrammeError("sheet-too-much" if child.returncode < 0 else "file-broken")
    return _table_of(json.loads(child.stdout), limits)


def _table_of(answer: dict[str, Any], limits: Limits) -> Table:
    key = answer.get("key")
    if key is not None:
        raise _refusal(key, answer.get("rows", 0), limits)
    return Table(answer["rows"], answer["numbers"])


def _refusal(key: str, rows: int, limits: Limits) -> ProgrammeError:
    if key == "sheet-too-long":
        return ProgrammeError(key, rows=rows, limit=limits.rows)
    if key == "sheet-too-wide":
        return ProgrammeError(key, limit=limits.columns)
    return ProgrammeError(key)


def _read_csv(file_name: str, data: bytes, limits: Limits) -> Table:
    if PurePath(file_name).suffix.lower() not in _CSV_SUFFIXES:
        raise ProgrammeError("file-not-a-table")
    records = (trimmed(record) for record in csv_rows(data))
    filled = [(number, row) for number, row in enumerate(records, start=1) if row]
    if len(filled) > limits.rows:
        raise _refusal("sheet-too-long", len(filled), limits)
    if any(len(row) > limits.columns for _, row in filled):
        raise _refusal("sheet-too-wide", 0, limits)
    return Table([row for _, row in filled], [number for number, _ in filled])
