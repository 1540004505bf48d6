"""Waking the other processes: PostgreSQL's NOTIFY, sent by the transaction itself, delivered at its commit."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from sqlalchemy import Connection, text
from sqlalchemy.exc import DBAPIError

from storage.engine import Database

INBOX, OUTBOX = "inbox", "outbox"
STILL_THERE = 5.0
_NOTIFY = text("SELECT pg_notify(:channel, '')")


def notify(connection: Connection, channel: str) -> None:
    """Ring the others when this transaction commits; SQLite's one process rings its own bells."""
    if connection.dialect.name != "sqlite":
        connection.execute(_NOTIFY, {"channel": channel})


async def listen(database: Database, rung: dict[str, Callable[[], None]]) -> None:
    """Call `rung[channel]` whenever another process notifies; a lost connection is made anew."""
    while not database.is_sqlite:
        try:
            await _listen(database, rung)
        except (DBAPIError, OSError):
            await asyncio.sleep(1)


async def _listen(database: Database, rung: dict[str, Callable[[], None]]) -> None:
    async with database.engine.connect() as connection:
        connection = await connection.execution_options(isolation_level="AUTOCOMMIT")
        raw = (await connection.get_raw_connection()).driver_connection
        assert raw is not None
        for channel, ring in rung.items():
            await raw.add_listener(channel, _quietly(ring))
            ring()
        while True:
            await asyncio.sleep(STILL_THERE)
            await connection.execute(text("SELECT 1"))


def _quietly(ring: Callable[[], None]) -> Callable[..., None]:
    """asyncpg hands over the connection, the sender and the payload; a bell needs none of them."""
    return lambda *_: ring()
