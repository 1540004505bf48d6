"""Bring a database to the tree's schema, forth and back.

Alembic's batch mode rebuilds SQLite tables; with foreign keys on the rebuild deletes child rows, so they are off
while it runs and checked afterwards, and a file database is copied aside before each upgrade.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, text

from storage import files
from storage.engine import Database, UnfitDatabase

HERE = Path(__file__).parent / "migrations"


def configuration(connection: Connection | None = None) -> Config:
    config = Config()
    config.set_main_option("script_location", str(HERE))
    config.attributes["connection"] = connection
    return config


def head() -> str:
    found = ScriptDirectory.from_config(configuration()).get_current_head()
    assert found is not None
    return found


def current(connection: Connection) -> str | None:
    """The revision this database is at; None for an empty one."""
    return MigrationContext.configure(connection).get_current_revision()


def is_behind(revision: str, at: str | None) -> bool:
    """Whether `revision` is one that a database at `at` has passed already."""
    if at is None or revision == "base":
        return at is not None
    passed = ScriptDirectory.from_config(configuration()).iterate_revisions(at, "base")
    return revision in {script.revision for script in passed} - {at}


async def upgrade(database: Database, revision: str = "head") -> Path | None:
    """Upgrade, and return the copy made before (SQLite file with data only)."""
    at = await database.read(current)
    if at == (head() if revision == "head" else revision):
        return None
    copy = _copy_aside(database, at) if at else None
    await _run(database, lambda c: command.upgrade(configuration(c), revision))
    return copy


async def downgrade(database: Database, revision: str) -> None:
    await _run(database, lambda c: command.downgrade(configuration(c), revision))


async def _run(database: Database, work: Callable[[Connection], None]) -> None:
    await database.bare(lambda connection: _inside(connection, work))


def _inside(connection: Connection, work: Callable[[Connection], None]) -> None:
    """Foreign keys can only be switched outside a transaction."""
    sqlite = connection.dialect.name == "sqlite"
    if sqlite:
        _foreign_keys(connection, "OFF")
    try:
        with connection.begin():
            work(connection)
            _check_references(connection)
    finally:
        if sqlite:
            _foreign_keys(connection, "ON")


def _foreign_keys(connection: Connection, state: str) -> None:
    raw = connection.connection.driver_connection
    assert isinstance(raw, sqlite3.Connection)
    raw.execute(f"PRAGMA foreign_keys={state}")


def _check_references(connection: Connection) -> None:
    if connection.dialect.name != "sqlite":
        return
    broken = connection.execute(text("PRAGMA foreign_key_check")).first()
    if broken is not None:
        raise UnfitDatabase(f"a row of {broken[0]} points nowhere after the migration")


def _copy_aside(database: Database, revision: str | None) -> Path | None:
    path = database.url.database
    if not database.is_sqlite or not path or path == ":memory:":
        return None
    target = Path(f"{path}.before-{head()}-from-{revision}")
    files.copy(Path(path), target)
    return target
