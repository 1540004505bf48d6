"""One SQLite connection on aiosqlite's thread, spoken to by SQLAlchemy Core.

SQLAlchemy's own adapter for aiosqlite crosses to that thread and back four times a statement, which is two thirds
of what an answered question costs. Here a whole unit of work crosses once: aiosqlite owns the connection and its
thread, and SQLAlchemy's synchronous engine runs on top of it over there.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TypeVar

import aiosqlite
from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.pool import StaticPool

T = TypeVar("T")
BUSY_SECONDS = 10


class _Threaded(aiosqlite.Connection):
    async def over_there(self, work: Callable[[], T]) -> T:
        """Run `work` on the connection's thread."""
        found: T = await self._execute(work)  # type: ignore[no-untyped-call]
        return found

    def raw(self) -> sqlite3.Connection:
        return self._conn


class Lite:
    """`begin` is the statement that opens a transaction: a deferred BEGIN that later writes answers "database is
    locked" at once, whatever the timeout, so a writer says BEGIN IMMEDIATE."""

    def __init__(self, path: str, settings: Mapping[str, str], begin: str) -> None:
        self._path = path
        self._settings = settings
        self._begin = begin
        self._threaded: _Threaded | None = None
        self._connection: Connection | None = None

    async def transact(self, work: Callable[[Connection], T], *, relaxed: bool = False) -> T:
        """`work` in one transaction. With `relaxed` a power cut (not a kill) may undo it."""
        threaded = await self._open()
        return await threaded.over_there(lambda: self._transact(work, relaxed))

    async def bare(self, work: Callable[[Connection], T]) -> T:
        """`work` outside any transaction."""
        threaded = await self._open()
        return await threaded.over_there(lambda: self._bare(work))

    def _transact(self, work: Callable[[Connection], T], relaxed: bool) -> T:
        connection = self._speak()
        if relaxed:
            self._raw().execute("PRAGMA synchronous=1")
        try:
            with connection.begin():
                return work(connection)
        finally:
            if relaxed:
                self._raw().execute(f"PRAGMA synchronous={self._settings['synchronous']}")

    def _bare(self, work: Callable[[Connection], T]) -> T:
        connection = self._speak()
        try:
            return work(connection)
        finally:
            if connection.in_transaction():
                connection.rollback()

    async def _open(self) -> _Threaded:
        if self._threaded is None:
            self._threaded = _Threaded(self._connect, 64)
            await self._threaded
        return self._threaded

    def _connect(self) -> sqlite3.Connection:
        path = Path(self._path)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch(mode=0o600)
        raw = sqlite3.connect(self._path, timeout=BUSY_SECONDS, isolation_level=None)
        for name, value in self._settings.items():
            raw.execute(f"PRAGMA {name}={value}")
        return raw

    def _raw(self) -> sqlite3.Connection:
        assert self._threaded is not None
        return self._threaded.raw()

    def _speak(self) -> Connection:
        """The SQLAlchemy connection, made on the thread it lives on."""
        if self._connection is None:
            self._connection = self._engine().connect()
        return self._connection

    def _engine(self) -> Engine:
        engine = create_engine("sqlite+pysqlite://", creator=self._raw, poolclass=StaticPool)
        event.listen(engine, "begin", lambda _: self._raw().execute(self._begin))
        return engine

    async def close(self) -> None:
        """Everything is let go on the thread it lives on."""
        if self._threaded is not None:
            await self._threaded.over_there(self._hang_up)
            await self._threaded.close()
            self._threaded = None

    def _hang_up(self) -> None:
        if self._connection is not None:
            engine = self._connection.engine
            self._connection.close()
            engine.dispose()
            self._connection = None
