"""A SQLite database as a file: copied while it is in use, looked at, put in place, removed. No server, no loop."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path


def copy(source: Path, target: Path) -> None:
    """A consistent copy of a database in use, readable by its owner alone."""
    target.touch(mode=0o600)
    with closing(sqlite3.connect(source)) as live, closing(sqlite3.connect(target)) as made:
        live.backup(made)


def fault_of(path: Path) -> str | None:
    """Why this file is no backup of ours, in words; None when it is a sound one."""
    with closing(sqlite3.connect(path)) as connection:
        try:
            found = connection.execute("PRAGMA integrity_check").fetchone()[0]
            connection.execute("SELECT version_num FROM alembic_version").fetchone()
        except sqlite3.DatabaseError:
            return "not a backup of this bot"
    return None if found == "ok" else f"damaged: {found}"


def put_in_place(source: Path, target: Path) -> None:
    """Replace the database at `target`, its write-ahead log included."""
    target.parent.mkdir(parents=True, exist_ok=True)
    remove(target)
    target.touch(mode=0o600)
    shutil.copyfile(source, target)


def remove(path: Path) -> None:
    for part in (path, Path(f"{path}-wal"), Path(f"{path}-shm")):
        part.unlink(missing_ok=True)


def bot_of(path: Path) -> str | None:
    """The number of the bot that has used this database; None for one that no bot has."""
    with closing(sqlite3.connect(path)) as connection:
        try:
            row = connection.execute("SELECT value FROM facts WHERE name = 'bot_id'").fetchone()
        except sqlite3.DatabaseError:
            return None
    return str(row[0]) if row else None
