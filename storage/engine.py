"""The database door: one engine, short transactions, the settings without which SQLite loses writes.

`Database.write` runs a synchronous function inside one transaction. Being synchronous it cannot wait for the
network while it holds the database, which is the rule the whole product leans on.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from sqlalchemy import Connection, event, make_url, text
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine
from sqlalchemy.pool import ConnectionPoolEntry

T = TypeVar("T")

WRITE = {"writes": True}
# A process kill never loses a commit in either mode; a power cut may with NORMAL. The sender marks what was sent
# with NORMAL: at worst a message is repeated after a power cut, never lost.
RELAXED = {"writes": True, "relaxed": True}

SQLITE_SETTINGS = {
    "journal_mode": "wal",
    "synchronous": "2",
    "foreign_keys": "1",
    "busy_timeout": "10000",
    "secure_delete": "1",
}


class UnfitDatabase(Exception):
    """The database does not keep the settings it was asked for; serving would lose data."""


class Database:
    """One database. `url` is SQLAlchemy's: `sqlite+aiosqlite:///path` or `postgresql+asyncpg://…`.

    `erased` is set by whoever committed an erasure: `tidy` is due once the farewell is sent.
    """

    def __init__(self, url: str, *, pool: int = 8) -> None:
        self.url = make_url(url)
        self.is_sqlite = self.url.get_backend_name() == "sqlite"
        self._gate = asyncio.Lock()
        self.engine = _sqlite(url, SQLITE_SETTINGS) if self.is_sqlite else _postgres(url, pool)
        self._relaxed = _sqlite(url, {**SQLITE_SETTINGS, "synchronous": "1"}) if self.is_sqlite else self.engine
        event.listen(self.engine.sync_engine, "before_cursor_execute", _count_writes)
        self.erased = False

    @asynccontextmanager
    async def transaction(self, options: dict[str, Any] = WRITE) -> AsyncIterator[AsyncConnection]:
        """One transaction, committed at the end, rolled back on any error.

        SQLite has one writer: writers of this process queue here in order instead of polling its lock.
        """
        if self.is_sqlite and options.get("writes"):
            async with self._gate, self._begin(options) as connection:
                yield connection
        else:
            async with self._begin(options) as connection:
                yield connection

    @asynccontextmanager
    async def _begin(self, options: dict[str, Any]) -> AsyncIterator[AsyncConnection]:
        engine = self._relaxed if options.get("relaxed") else self.engine
        async with engine.connect() as connection:
            connection = await connection.execution_options(**options)
            async with connection.begin():
                if options.get("relaxed") and not self.is_sqlite:
                    await connection.execute(text("SET LOCAL synchronous_commit TO off"))
                yield connection

    async def write(self, work: Callable[[Connection], T], *, relaxed: bool = False) -> T:
        """Run `work` in one writing transaction and return what it returned."""
        async with self.transaction(RELAXED if relaxed else WRITE) as connection:
            return await connection.run_sync(work)

    async def read(self, work: Callable[[Connection], T]) -> T:
        """Run `work` in a transaction that only reads."""
        async with self.transaction({}) as connection:
            return await connection.run_sync(work)

    async def verify(self) -> None:
        """Refuse a database that would lose writes. Raises UnfitDatabase naming the setting."""
        if not self.is_sqlite:
            await self.read(lambda connection: connection.execute(text("SELECT 1")))
            return
        for name, wanted in SQLITE_SETTINGS.items():
            found = await self.read(lambda c, n=name: c.execute(text(f"PRAGMA {n}")).scalar())  # type: ignore[misc]
            if str(found) != wanted:
                raise UnfitDatabase(f"SQLite setting {name} is {found}, needed {wanted}")

    async def tidy(self) -> None:
        """Move what was erased out of SQLite's write-ahead log too, so that it is in no file any more."""
        self.erased = False
        if not self.is_sqlite:
            return
        async with self._gate, self.engine.connect() as connection:
            raw = (await connection.get_raw_connection()).driver_connection
            if raw is not None:
                await (await raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")).close()

    async def close(self) -> None:
        await self._relaxed.dispose()
        await self.engine.dispose()


def writes(connection: Connection) -> int:
    """How many statements on this connection have changed something so far; compare two readings."""
    found: int = connection.info.get("writes", 0)
    return found


def _count_writes(connection: Connection, _c: Any, _s: Any, _p: Any, context: Any, _many: bool) -> None:
    if context is not None and (context.isinsert or context.isupdate or context.isdelete):
        connection.info["writes"] = connection.info.get("writes", 0) + 1


def _postgres(url: str, pool: int) -> AsyncEngine:
    return create_async_engine(url, pool_size=pool, max_overflow=pool, pool_pre_ping=True)


def _sqlite(url: str, settings: Mapping[str, str]) -> AsyncEngine:
    path = make_url(url).database
    if path and path != ":memory:":
        Path(path).parent.mkdir(parents=True, exist_ok=True)
        Path(path).touch(mode=0o600)
    engine = create_async_engine(url, connect_args={"isolation_level": None, "timeout": 10})
    event.listen(engine.sync_engine, "connect", partial(_prepare, settings))
    event.listen(engine.sync_engine, "begin", _begin_sqlite)
    return engine


def _prepare(settings: Mapping[str, str], connection: DBAPIConnection, _entry: ConnectionPoolEntry) -> None:
    cursor = connection.cursor()
    for name, value in settings.items():
        cursor.execute(f"PRAGMA {name}={value}")
    cursor.close()


def _begin_sqlite(connection: Connection) -> None:
    """A deferred BEGIN that later writes answers "database is locked" at once, whatever the timeout."""
    writes = connection.get_execution_options().get("writes")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
