"""The roadmap's tick: every school that is to be looked at, each in a transaction of its own."""

from __future__ import annotations

from datetime import datetime
from functools import partial

import structlog
from sqlalchemy import Connection

from bot.upkeep import Upkeep
from mentoring.roadmap.service_due import tick
from storage.unit import StorageUnit

log = structlog.get_logger()


async def roadmaps(upkeep: Upkeep) -> None:
    """A school whose look fails holds up nobody; it is tried again at the next tick."""
    failed: Exception | None = None
    school = await upkeep.read(partial(_due, 0))
    while school is not None:
        try:
            await upkeep.do(partial(tick, school_id=school))
        except Exception as error:
            log.error("roadmap.failed", school=school, error=type(error).__name__)
            failed = error
        school = await upkeep.read(partial(_due, school))
    if failed is not None:
        raise failed


def _due(after: int, connection: Connection, now: datetime) -> int | None:
    return StorageUnit(connection, now).roadmap.due(now, after)
