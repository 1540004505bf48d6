"""A school with its group, and what leaves for it, read as the Bot API would get it."""

from __future__ import annotations

import contextlib
import json
from collections.abc import AsyncIterator
from typing import Any

from sqlalchemy import select

from bot.telegram.deliver import outgoing_for
from bot.telegram.render import Renderer
from locales import Locales
from mentoring.reflection.rules import Place
from storage import facts, outbox
from storage.repos_groups import landed
from storage.tables import group_posts
from storage.tables import outbox as rows
from storage.unit import StorageUnit
from tests.surveys.ground import CURATOR, MENTEES, MENTORS, NOW, School, school

GROUP = -500
RENDERER = Renderer(Locales())

__all__ = ["CURATOR", "GROUP", "MENTEES", "MENTORS", "NOW", "Grouped", "grouped"]


class Grouped(School):
    """`said` puts out what the use cases say and numbers it as the messenger would."""

    number = 100

    async def do(self, work: Any) -> Any:
        def inside(connection: Any) -> Any:
            unit = StorageUnit(connection, self.now)
            found = work(unit)
            self.told += unit.notices
            outbox.put(connection, outgoing_for(unit, RENDERER, self.now), self.now)
            return found

        return await self.database.write(inside)

    async def said(self) -> list[dict[str, Any]]:
        """What left for the group since the last time, in its order."""

        def leave(connection: Any) -> list[dict[str, Any]]:
            due = connection.execute(select(rows).where(rows.c.chat_id < 0, rows.c.state == 0).order_by(rows.c.id))
            found = []
            for row in due.mappings().all():
                assert (row["audience"], row["privacy"]) == ("group", "public")
                self.number += 1
                poll = f"poll{self.number}" if row["method"] == "sendPoll" else None
                landed(connection, row["id"], row["chat_id"], self.number, poll)
                outbox.sent(connection, [], [row["id"]], self.now)
                found.append({"method": row["method"], "id": self.number, **json.loads(row["payload"])})
            return found

        return await self.database.write(leave)

    async def posts(self) -> list[dict[str, Any]]:
        query = select(group_posts).order_by(group_posts.c.id)
        return [dict(row) for row in await self.database.read(lambda c: c.execute(query).mappings().all())]


@contextlib.asynccontextmanager
async def grouped(url: str, *, bound: bool = True) -> AsyncIterator[Grouped]:
    from mentoring.reflection import service_groups

    async with school(url) as made:
        found = Grouped(made.database)
        await found.database.write(lambda c: facts.keep(c, "bot_username", "uchitel_bot"))
        if bound:
            await found.use(CURATOR, service_groups.bind, Place(GROUP, 0, "Школа № 6"))
        yield found
