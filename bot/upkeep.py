"""The ticks' work around the use cases: transactions, the outbox, forgetting."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial
from typing import TypeVar

from sqlalchemy import Connection

from bot.nursery import Bell
from bot.telegram.deliver import outgoing_for, parcel
from bot.telegram.render import Renderer
from mentoring.matching import service_upkeep as matching
from mentoring.meetings import upkeep as meetings
from mentoring.notices.service import deliver
from mentoring.pairs import radar
from mentoring.people import overview, upkeep
from mentoring.ports import Unit
from mentoring.reflection import service_groups
from mentoring.support import upkeep as support
from mentoring.surveys import upkeep as surveys
from mentoring.training import upkeep as training
from mentoring.year import service_retention as retention
from storage import inbox, notices, outbox
from storage.engine import Database
from storage.unit import StorageUnit

T = TypeVar("T")
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

    async def read(self, query: Callable[[Connection, datetime], T]) -> T:
        now = self._now()
        return await self._database.read(lambda connection: query(connection, now))

    async def expire(self) -> None:
        await self.do(upkeep.tell_expired)

    async def surveys(self) -> None:
        await self.do(surveys.all_of_them)

    async def meetings(self) -> None:
        await self.do(meetings.tick)
        await self.do(support.tick)
        await self.do(training.tick)

    async def radar(self) -> None:
        await self.do(radar.tick)

    async def matching(self) -> None:
        await self.do(matching.tick)

    async def deliver(self) -> None:
        """Put out what may leave, a page of people a transaction."""
        now, after = self._now(), 0
        while True:
            following = await self._database.write(partial(self._page, now, after))
            self._bell.ring()
            if following is None:
                return
            after = following

    def _page(self, now: datetime, after: int, connection: Connection) -> int | None:
        parcels, following = deliver(StorageUnit(connection, now), after)
        outbox.put(connection, [parcel(one, self._renderer) for one in parcels], now)
        return following

    async def tidy(self) -> None:
        now = self._now()
        await self._database.write(lambda c: inbox.forget(c, now - UPDATES_KEPT))
        await self._database.write(lambda c: outbox.forget(c, now - KEYS_KEPT))
        await self._database.write(lambda c: notices.forget(c, now, KEYS_KEPT))
        await self._database.write(lambda c: notices.look_again(c, now))
        await self.do(retention.tick)
        await self._database.tidy()

    async def lost(self, chat_id: int, people: list[int]) -> None:
        """Somebody, or a group, can no longer be written to."""
        if chat_id < 0:
            await self.do(lambda unit: service_groups.removed(unit, chat_id))
        elif people:
            await self.do(lambda unit: overview.lost(unit, people))

    async def moved(self, old: int, new: int) -> None:
        await self.do(lambda unit: unit.groups.move(old, new))
