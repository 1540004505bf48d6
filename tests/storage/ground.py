"""A migrated database of either kind, for the storage tests."""

from __future__ import annotations

import contextlib
from collections.abc import AsyncIterator
from datetime import UTC, datetime

from storage import migrate
from storage.engine import Database

NOW = datetime(2026, 11, 24, 9, tzinfo=UTC)


@contextlib.asynccontextmanager
async def database(url: str) -> AsyncIterator[Database]:
    found = Database(url)
    await migrate.upgrade(found)
    try:
        yield found
    finally:
        await found.close()
