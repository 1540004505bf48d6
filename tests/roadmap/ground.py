"""A school with all its staff on a real database, its roadmap's tick, and time that hops to the next look."""

from __future__ import annotations

import contextlib
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import select, update

from bot.upkeep_roadmap import roadmaps
from mentoring.people.rules import SETUP_STEPS, Role
from mentoring.roadmap import service, service_changes
from mentoring.roadmap.rules_changes import Change
from mentoring.roadmap.service import Board, Shown
from mentoring.roadmap.service_changes import Done
from storage import notices as queue
from storage.tables import notices, schools
from storage.unit import StorageUnit
from tests.notices.ground import Ground, ground
from tests.surveys.ground import CURATOR, _enter

DIRECTOR, DEPUTY, PSYCHOLOGIST, HEAD, SITE = 90, 91, 92, 93, 94
STAFF = {
    DIRECTOR: (Role.DIRECTOR, "Орлов Пётр Ильич"),
    DEPUTY: (Role.DEPUTY, "Белова Ольга Юрьевна"),
    PSYCHOLOGIST: (Role.PSYCHOLOGIST, "Зимина Вера Олеговна"),
    HEAD: (Role.HEAD, "Ершова Нина Павловна"),
    SITE: (Role.SITE_ADMIN, "Котов Иван Ильич"),
}
BEGINS = datetime(2026, 8, 1, 7, tzinfo=UTC)  # a Saturday, ten in Moscow
ENDS = datetime(2027, 8, 1, 7, tzinfo=UTC)


@dataclass
class Road:
    ground: Ground
    school_id: int

    async def board(self, who: int = CURATOR) -> Board:
        return await self.use(who, service.board)

    async def step(self, n: int, who: int = CURATOR) -> Shown:
        return next(one for one in (await self.board(who)).steps[::-1] if one.instance.n == n)

    async def act(self, n: int, what: Change, who: int = CURATOR) -> Done:
        one = (await self.step(n)).instance
        return await self.use(who, service_changes.act, one.id, one.revision, what)

    async def use(self, who: int, work: Callable[..., Any], *args: Any) -> Any:
        return await self.ground.use(who, work, *args)

    async def do(self, work: Callable[[StorageUnit], Any]) -> Any:
        return await self.ground.school.do(work)

    async def id(self, who: int) -> int:
        return (await self.ground.school.person(who)).id

    async def at(self, moment: datetime) -> None:
        """The clock is moved, the ticks run, the sender says everything that may leave."""
        self.ground.school.now = moment
        await roadmaps(self.ground.ticks())
        await self.ground.ticks().deliver()
        await self.ground.sent()

    async def until(self, end: datetime) -> None:
        """From one look to the next, as the bot itself would find them."""
        while (moment := await self._next()) is not None and moment < end:
            await self.at(moment)
        await self.at(end)

    async def _next(self) -> datetime | None:
        now = self.ground.school.now
        looks = await self.do(lambda unit: (unit.roadmap.next_look(), queue.next_look(unit.connection)))
        return min((max(look, now) for look in looks if look is not None), default=None)

    async def said(self) -> list[str]:
        """Keys of the roadmap's notices that have left."""
        query = select(notices.c.key).where(notices.c.state == "sent", notices.c.rule.startswith("roadmap"))
        return await self.do(lambda unit: list(unit.connection.execute(query.order_by(notices.c.id)).scalars()))

    async def waiting(self) -> list[str]:
        query = select(notices.c.key).where(notices.c.state == "waiting")
        return await self.do(lambda unit: list(unit.connection.execute(query).scalars()))


def furnish(unit: StorageUnit, school_id: int, staff: dict[int, tuple[Role, str]]) -> None:
    years = {"year_start": date(2026, 8, 1), "year_end": date(2027, 7, 31)}
    unit.connection.execute(update(schools).values(setup_step=len(SETUP_STEPS), **years))
    for tg_id, (role, name) in staff.items():
        _enter(unit, school_id, tg_id, role, name)


@contextlib.asynccontextmanager
async def road(
    url: str, now: datetime = BEGINS, staff: dict[int, tuple[Role, str]] | None = None
) -> AsyncIterator[Road]:
    async with ground(url) as found:
        found.school.now = now
        school_id = (await found.school.person(CURATOR)).school_id
        await found.school.do(lambda unit: furnish(unit, school_id, STAFF if staff is None else staff))
        yield Road(found, school_id)
