"""The digests' tick: school by school, each in a transaction of its own, so that none waits for another's."""

from __future__ import annotations

from functools import partial

import structlog

from bot.upkeep import Upkeep
from mentoring.digest import service
from storage.unit import StorageUnit

log = structlog.get_logger()


async def digests(upkeep: Upkeep) -> None:
    """Say what is due. A school whose digest fails holds up nobody; it is tried again at the next tick."""
    failed: Exception | None = None
    for school_id, kind in await upkeep.read(lambda c, now: StorageUnit(c, now).digests.due(now)):
        try:
            await upkeep.do(partial(service.tick, school_id=school_id, kind=kind))
        except Exception as error:
            log.error("digest.failed", school=school_id, kind=kind.value, error=type(error).__name__)
            failed = error
    if failed is not None:
        raise failed
