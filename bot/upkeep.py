"""The ticks' work around the use cases: transactions, the outbox, forgetting."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

from sqlalchemy import Connection

from bot.nursery import Bell
from bot.telegram.deliver import outgoing_for
from bot.telegram.render import Renderer
from mentoring.pairs import radar
from mentoring.people import overview, upkeep
from mentoring.ports import Unit
from mentoring.surveys import upkeep as surveys
from storage import inbox, outbox
from storage.engine import Database
from storage.unit import StorageUnit

# Telegram repeats an update for 24 hours at most; said-once keys are kept for longer than any rule looks back.
UPDATES_KEPT = timedelta(days=3)
KEYS_KEPT = timedelta(days=400)


class Upkeep:
    """Runs use cases that nobody pressed a button for."""

    def __init__(
        self, database: Database, renderer: Renderer, now: Callable[[], datetime], sender_bell: Bell
    ) -> None:
        self._database = database
        self._renderer = renderer
        self._now = now
        self._bell = sender_bell

    async def do(self, work: Callable[[Unit], None]) -> None:
        """One use case in one transaction, with whatever it says."""
        now = self._now()

        def run(connection: Connection) -> None:
            unit = StorageUnit(connection, now)
            work(unit)
            outbox.put(connection, outgoing_for(unit, self._renderer, now), now)

        await self._database.write(run)
        self._bell.ring()

    async def expire(self) -> None:
        await self.do(upkeep.tell_expired)

    async def surveys(self) -> None:
        await self.do(surveys.all_of_them)

    async def radar(self) -> None:
        await self.do(radar.tick)

    async def tidy(self) -> None:
        now = self._now()
        await self._database.write(lambda c: inbox.forget(c, now - UPDATES_KEPT))
        await self._database.write(lambda c: outbox.forget(c, now - KEYS_KEPT))
        await self._database.tidy()

    async def lost(self, chat_id: int, people: list[int]) -> None:
        """Somebody, or a group, can no longer be written to."""
        if chat_id < 0:
            await self.do(lambda unit: unit.groups.unbind(chat_id))
        elif people:
            await self.do(lambda unit: overview.lost(unit, people))

    async def moved(self, old: int, new: int) -> None:
        await self.do(lambda unit: unit.groups.move(old, new))
