"""The database door: short transactions, and the settings without which SQLite loses writes.

`Database.write` runs a synchronous function inside one transaction. Being synchronous it cannot wait for the
network while it holds the database, which is the rule the whole product leans on.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, TypeVar

from sqlalchemy import Connection, event, make_url, text
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

from storage.lite import Lite

T = TypeVar("T")

SQLITE_SETTINGS = {
    "journal_mode": "wal",
    "synchronous": "2",
    "foreign_keys": "1",
    "busy_timeout": "10000",
    "secure_delete": "1",
}
_RELAXED = text("SET LOCAL synchronous_commit TO off")


class UnfitDatabase(Exception):
    """The database does not keep the settings it was asked for; serving would lose data."""


class Database:
    """One database. `url` is SQLAlchemy's: `sqlite+aiosqlite:///path` or `postgresql+asyncpg://…`.

    SQLite gets one connection that writes and one that reads, PostgreSQL a pool. `erased` is set by whoever
    committed an erasure: `tidy` is due once the farewell is sent.
    """

    def __init__(self, url: str, *, pool: int = 8) -> None:
        self.url = make_url(url)
        self.is_sqlite = self.url.get_backend_name() == "sqlite"
        self.erased = False
        path = self.url.database or ""
        self._writer = Lite(path, SQLITE_SETTINGS, "BEGIN IMMEDIATE") if self.is_sqlite else None
        self._reader = Lite(path, SQLITE_SETTINGS, "BEGIN") if self.is_sqlite else None
        self._engine = None if self.is_sqlite else _postgres(url, pool)

    @property
    def engine(self) -> AsyncEngine:
        """PostgreSQL's pool, for session locks and notices."""
        assert self._engine is not None
        return self._engine

    async def write(self, work: Callable[[Connection], T], *, relaxed: bool = False) -> T:
        """Run `work` in one transaction and return what it returned; nothing is kept when it raises.

        With `relaxed` a power cut may undo the commit, a killed process never does: for marks of what was sent,
        where the worst is a repeated message.
        """
        if self._writer is not None:
            return await self._writer.transact(work, relaxed=relaxed)
        async with self.engine.connect() as connection, connection.begin():
            if relaxed:
                await connection.execute(_RELAXED)
            return await connection.run_sync(work)

    async def read(self, work: Callable[[Connection], T]) -> T:
        """Run `work` in a transaction that only reads; it does not wait for writers."""
        if self._reader is not None:
            return await self._reader.transact(work)
        async with self.engine.connect() as connection, connection.begin():
            return await connection.run_sync(work)

    async def bare(self, work: Callable[[Connection], T]) -> T:
        """Run `work` without a transaction around it: SQLite's migrations switch what none may."""
        if self._writer is not None:
            return await self._writer.bare(work)
        async with self.engine.connect() as connection:
            return await connection.run_sync(work)

    async def verify(self) -> None:
        """Refuse a database that would lose writes. Raises UnfitDatabase naming the setting."""
        if not self.is_sqlite:
            await self.read(lambda connection: connection.execute(text("SELECT 1")))
            return
        for run in (self.write, self.read):
            found = await run(_settings)
            for name, wanted in SQLITE_SETTINGS.items():
                if found[name] != wanted:
                    raise UnfitDatabase(f"SQLite setting {name} is {found[name]}, needed {wanted}")

    async def tidy(self) -> None:
        """Move what was erased out of SQLite's write-ahead log too, so that it is in no file any more."""
        if self.is_sqlite:
            self.erased = not await self.bare(_empty_log)

    async def close(self) -> None:
        for lite in (self._reader, self._writer):
            if lite is not None:
                await lite.close()
        if self._engine is not None:
            await self._engine.dispose()


def _empty_log(connection: Connection) -> bool:
    """Whether the log is empty now; somebody who reads it at this moment keeps it."""
    raw: Any = connection.connection.driver_connection
    busy, _, _ = raw.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    return not busy


def _settings(connection: Connection) -> dict[str, str]:
    return {name: str(connection.execute(text(f"PRAGMA {name}")).scalar()) for name in SQLITE_SETTINGS}


def writes(connection: Connection) -> int:
    """How much was changed on this connection so far; compare two readings."""
    raw = connection.connection.driver_connection
    if isinstance(raw, sqlite3.Connection):
        return raw.total_changes
    found: int = connection.info.get("writes", 0)
    return found


@contextmanager
def savepoint(connection: Connection) -> Iterator[None]:
    """Undo what happens inside, and that alone, when it raises."""
    if connection.dialect.name != "sqlite":
        with connection.begin_nested():
            yield
        return
    raw: Any = connection.connection.driver_connection  # without SQLAlchemy's ceremony: it runs for every update
    raw.execute("SAVEPOINT one")
    try:
        yield
    except BaseException:
        raw.execute("ROLLBACK TO one")
        raise
    finally:
        raw.execute("RELEASE one")


def _count_writes(connection: Connection, _c: Any, _s: Any, _p: Any, context: Any, _many: bool) -> None:
    if context is not None and (context.isinsert or context.isupdate or context.isdelete):
        connection.info["writes"] = connection.info.get("writes", 0) + 1


def _postgres(url: str, pool: int) -> AsyncEngine:
    engine = create_async_engine(url, pool_size=pool, max_overflow=pool, pool_pre_ping=True)
    event.listen(engine.sync_engine, "before_cursor_execute", _count_writes)
    return engine
