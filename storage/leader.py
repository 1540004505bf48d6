"""One sender and one poller among several processes: PostgreSQL's own session lock decides, and lets go by itself
when its holder dies. SQLite has one process anyway."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

from sqlalchemy import text

from storage.engine import Database

_ROOM = 7_101
_LOCK = text("SELECT pg_try_advisory_lock(:room, :number)")
_STILL = text("SELECT 1")
LOOK_EVERY = 1.0


async def lead(database: Database, number: int, work: Callable[[], Awaitable[None]]) -> None:
    """Wait until this process is the one that does job `number`, then do `work`.

    Raises SQLAlchemy's DBAPIError when the connection that holds the lock is lost: another process may lead by
    then, so this one has to stop.
    """
    if database.is_sqlite:
        await work()
        return
    async with database.engine.connect() as connection:
        connection = await connection.execution_options(isolation_level="AUTOCOMMIT")
        while not (await connection.execute(_LOCK, {"room": _ROOM, "number": number})).scalar():
            await asyncio.sleep(LOOK_EVERY)
        async with asyncio.TaskGroup() as group:
            group.create_task(work())  # type: ignore[arg-type]
            while True:
                await asyncio.sleep(LOOK_EVERY)
                await connection.execute(_STILL)
