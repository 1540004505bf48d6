"""Whether anything of a person is left in a folder: the database's files as raw bytes, and row by row."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path

from sandbox.walk.cast import Diary, Who

LONG = 8  # a shorter answer, such as a number of years, is everybody's


def words_of(who: Who, diary: Diary, person: int) -> list[str]:
    """What would betray this person: the name and its parts, the account's number, every text that was typed."""
    typed = [text for text in diary.typed if len(text) > LONG]
    return list(dict.fromkeys([who.shown, *who.shown.split(), who.first, who.last, str(person), *typed]))


def _forms(word: str) -> Iterator[bytes]:
    """A word as it may stand in a file: plain, escaped as JSON does, in UTF-16."""
    yield word.encode()
    escaped = json.dumps(word)[1:-1]
    if escaped != word:
        yield escaped.encode()
    yield word.encode("utf-16-le")


def in_files(folder: Path, words: Iterable[str]) -> list[str]:
    """ "file: word" for every word found in any file under the folder."""
    found = []
    for file in sorted(path for path in folder.rglob("*") if path.is_file()):
        data = file.read_bytes()
        found += [f"{file.name}: {word}" for word in words if any(form in data for form in _forms(word))]
    return found


def in_rows(database: Path, words: Iterable[str]) -> list[str]:
    """The same for every value of every table, numbers too (in a file they are no decimal digits)."""
    wanted, found = list(words), []
    with closing(sqlite3.connect(f"file:{database}?mode=ro", uri=True)) as connection:
        tables = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
        for (table,) in tables:
            for row in connection.execute(f'SELECT * FROM "{table}"'):  # noqa: S608 - a name from the schema itself
                said = [str(value) for value in row]
                found += [f"{table}: {word}" for word in wanted if any(word in value for value in said)]
    return found
