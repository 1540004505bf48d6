"""The tick of the groups: questions and summaries that are due, the hour's timer, polls that end, rights.

Each school in a transaction of its own. A look at a group asks the Bot API two questions and says nothing: it is
the one thing besides the sender that calls it in a group's name, because nobody is told when rights are taken away
while the bot is down.
"""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial
from typing import TypeVar

from bot.telegram.transport import Answer, Transport
from mentoring.ports import Unit
from mentoring.reflection import service_groups, upkeep
from mentoring.reflection.rules import Place
from storage.engine import Database
from storage.repos_groups import GroupRepo
from storage.unit import StorageUnit

T = TypeVar("T")
Do = Callable[[Callable[[Unit], None]], Awaitable[None]]
AT_ONCE = 20
AGAIN = timedelta(hours=1)
GONE = ("chat not found", "kicked", "not a member", "PEER_ID_INVALID")


class GroupUpkeep:
    """`do` runs one use case in one transaction, with whatever it says."""

    def __init__(self, database: Database, transport: Transport, now: Callable[[], datetime], do: Do) -> None:
        self._database = database
        self._transport = transport
        self._now = now
        self._do = do
        self._fresh = True

    async def tick(self) -> None:
        if self._fresh:
            self._fresh = False
            await self._database.write(lambda c: GroupRepo(c).look_at_all(self._now()))
        await self._rights()
        await self._due()

    async def _due(self) -> None:
        now = self._now()
        for school_id in await self._read(lambda unit: unit.reflections.due_schools(now)):
            await self._do(partial(upkeep.look, school_id=school_id))
        for hour in await self._read(lambda unit: unit.hours.due(now)):
            await self._do(partial(upkeep.step, hour=hour))
        for poll in await self._read(lambda unit: unit.polls.ending(now)):
            await self._do(partial(upkeep.close_poll, poll=poll))
        if await self._read(lambda unit: unit.groups.recalled()):
            await self._do(upkeep.take_back)

    async def _read(self, work: Callable[[Unit], T]) -> T:
        now = self._now()
        return await self._database.read(lambda c: work(StorageUnit(c, now)))

    async def _rights(self) -> None:
        """A few groups at a time: their titles, topics, and what the bot may do there."""
        for place in (await self._read(lambda unit: unit.groups.to_look_at(self._now())))[:AT_ONCE]:
            await self._look(place)

    async def _look(self, place: Place) -> None:
        chat = await self._ask("getChat", place.chat_id)
        if chat.migrate_to is not None:
            moved = chat.migrate_to
            await self._do(lambda unit: unit.groups.move(place.chat_id, moved))
        elif chat.ok:
            await self._seen(place, chat.result)
        elif _gone(chat):
            await self._do(partial(service_groups.looked, place=place, found=None))
        else:  # the server is out of reach; nothing is known
            later = self._now() + AGAIN
            await self._do(lambda unit: unit.groups.change(place.chat_id, look_at=later))

    async def _seen(self, place: Place, chat: dict[str, object]) -> None:
        member = await self._ask("getChatMember", place.chat_id, user_id=self._transport.bot.id)
        status = member.result.get("status") if member.ok else ""
        found = replace(
            place,
            title=str(chat.get("title") or place.title),
            is_forum=bool(chat.get("is_forum")),
            is_admin=status == "administrator" if member.ok else place.is_admin,
        )
        gone = status in ("left", "kicked")
        await self._do(partial(service_groups.looked, place=place, found=None if gone else found))

    async def _ask(self, method: str, chat_id: int, **more: object) -> Answer:
        return await self._transport.call(method, json.dumps({"chat_id": chat_id, **more}), seconds=10)


def _gone(answer: Answer) -> bool:
    return answer.code == 403 or any(words in answer.description for words in GONE)
