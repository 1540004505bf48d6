"""A school on a real database, its ticks, and what they put out."""

from __future__ import annotations

import contextlib
import json
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any

from sqlalchemy import select, update

from bot.nursery import Bell
from bot.telegram.deliver import outgoing_for
from bot.telegram.render import Renderer
from bot.upkeep import Upkeep
from locales import Locales
from mentoring.notices.rules import Notice
from mentoring.texts import Raw
from storage import outbox as door
from storage.tables import notices, outbox, people
from storage.unit import StorageUnit
from tests.surveys.ground import School
from tests.surveys.ground import school as open_school

RENDERER = Renderer(Locales())
NOON = datetime(2026, 11, 24, 9, tzinfo=UTC)  # a Tuesday, noon in Moscow


@dataclass(frozen=True)
class Message:
    person: int
    text: str
    buttons: dict[str, str]
    silent: bool
    at: datetime
    key: str | None


@dataclass
class Ground:
    school: School

    def ticks(self) -> Upkeep:
        return Upkeep(self.school.database, RENDERER, lambda: self.school.now, Bell())

    async def at(self, moment: datetime) -> None:
        self.school.now = moment
        await self.ticks().deliver()

    async def tell(self, *told: Notice) -> None:
        await self.ticks().do(lambda unit: [unit.tell(one) for one in told] and None)

    async def say(self, tg_id: int, number: int = 1, **fields: Any) -> int:
        """Something bundled for this person; returns their number."""
        person = (await self.school.person(tg_id)).id
        key = fields.pop("key", f"draft:1:{number}:{person}")
        text = fields.pop("text", Raw(f"Напоминание {number}"))
        await self.tell(Notice(person, key, text, **{"bundled": True, **fields}))
        return person

    async def use(self, tg_id: int, work: Any, *args: Any) -> Any:
        """A use case with whatever it says put out, as after a press."""

        def inside(connection: Any) -> Any:
            unit = StorageUnit(connection, self.school.now)
            actor = unit.people.actor(tg_id)
            found = work(actor, unit, *args)
            door.put(connection, outgoing_for(unit, RENDERER, self.school.now), self.school.now)
            return found

        return await self.school.database.write(inside)

    async def withdraw(self, prefix: str, person_id: int | None = None) -> None:
        await self.ticks().do(lambda unit: unit.withdraw(prefix, person_id))

    async def out(self) -> list[Message]:
        """Everything put out and not yet sent, in its order."""
        query = select(outbox).where(outbox.c.state == door.DUE).order_by(outbox.c.id)
        rows = await self.school.database.read(lambda c: c.execute(query).all())
        return [_message(row) for row in rows]

    async def sent(self) -> None:
        """The sender says everything."""
        query = select(outbox.c.id).where(outbox.c.state == door.DUE)
        rows = await self.school.database.read(lambda c: c.execute(query).scalars().all())
        await self.school.database.write(lambda c: door.sent(c, [], rows, self.school.now))

    async def states(self) -> dict[str, tuple[str, str]]:
        query = select(notices.c.key, notices.c.state, notices.c.why)
        rows = await self.school.database.read(lambda c: c.execute(query).all())
        return {row.key: (row.state, row.why) for row in rows}

    async def change(self, tg_id: int, **values: Any) -> None:
        where = update(people).where(people.c.tg_id == tg_id)
        await self.school.database.write(lambda c: c.execute(where.values(**values)))


def _message(row: Any) -> Message:
    payload = json.loads(row.payload)
    keys = payload.get("reply_markup", {}).get("inline_keyboard", [])
    buttons = {key["text"]: key["callback_data"] for line in keys for key in line}
    silent = payload.get("disable_notification", False)
    return Message(row.person_id, payload["text"], buttons, silent, row.created_at, row.key)


def days(first: date, count: int, minutes: int = 60) -> list[datetime]:
    """Moments through `count` days from midnight UTC on."""
    start = datetime(first.year, first.month, first.day, tzinfo=UTC)
    return [start + timedelta(minutes=n) for n in range(0, count * 24 * 60, minutes)]


@contextlib.asynccontextmanager
async def ground(url: str) -> AsyncIterator[Ground]:
    async with open_school(url) as found:
        found.now = NOON
        yield Ground(found)
