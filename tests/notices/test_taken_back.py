"""What is withdrawn while the sender has it in hand does not leave, alone or in a message with others."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from aiohttp import web

from bot.nursery import Bell, Nursery
from bot.telegram import limits
from bot.telegram.sender import Sender
from bot.telegram.transport import Transport
from mentoring.notices.rules import Notice
from mentoring.texts import Raw
from storage import outbox
from tests.bot.test_sender import Desk
from tests.notices.ground import NOON, Ground, ground
from tests.surveys.ground import CURATOR, MENTEES

FIRST, SECOND, THIRD = MENTEES


class Turning(Desk):
    """Something happens while the first message is in the air and the others are in hand."""

    def __init__(self, meanwhile: Callable[[], Awaitable[Any]]) -> None:
        super().__init__()
        self._meanwhile = meanwhile

    async def handle(self, request: web.Request) -> web.StreamResponse:
        if not self.asked:
            await self._meanwhile()
        return await super().handle(request)


@pytest.fixture(autouse=True)
def unpaced(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "PRIVATE", 0.001)
    monkeypatch.setattr(limits, "OVERALL", 0.0005)


async def sent(found: Ground, desk: Desk) -> list[str]:
    """Everything that leaves until nothing is due any more."""
    app = web.Application()
    app.router.add_post("/{path:.*}", desk.handle)
    runner = web.AppRunner(app, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    transport = Transport("1:secret", f"http://127.0.0.1:{runner.addresses[0][1]}")
    base, bell = found.school.database, Bell()
    async with Nursery() as nursery, asyncio.timeout(20):
        sender = Sender(base, transport, lambda: found.school.now, bell, nursery, _nobody, _nobody)
        nursery.keep("sender", sender.run())
        bell.ring()
        while sender.busy or await base.read(lambda c: outbox.waiting(c, found.school.now)):
            await asyncio.sleep(0.01)
    await transport.close()
    await runner.cleanup()
    return desk.texts


async def _nobody(*_: Any) -> None:
    raise AssertionError("nobody is lost and no group moves")


async def test_what_waits_in_the_senders_hand_is_taken_back(database_url: str) -> None:
    async with ground(database_url) as found:
        for number, tg_id in enumerate((CURATOR, FIRST, SECOND, THIRD)):
            person = (await found.school.person(tg_id)).id
            await found.tell(Notice(person, f"plan:1:{number}:1:{person}", Raw(f"План {number}")))
        desk = Turning(lambda: found.withdraw("plan:1:2:"))
        assert await sent(found, desk) == ["План 0", "План 1", "План 3"]
        assert await found.out() == []


async def test_a_message_of_several_is_said_without_what_is_taken_back(database_url: str) -> None:
    async with ground(database_url) as found:
        await found.say(FIRST, 1)
        for number in (2, 3):
            await found.say(SECOND, number)
        await found.at(NOON)
        desk = Turning(lambda: found.withdraw("draft:1:2:"))
        assert await sent(found, desk) == ["Напоминание 1"]
        await found.at(NOON)
        assert await sent(found, Desk()) == ["Напоминание 3"]


async def test_what_is_in_the_air_already_arrives(sqlite_url: str) -> None:
    async with ground(sqlite_url) as found:
        await found.say(FIRST, 1)
        await found.say(SECOND, 2)
        await found.at(NOON)
        desk = Turning(lambda: found.withdraw("draft:1:1:"))
        assert sorted(await sent(found, desk)) == ["Напоминание 1", "Напоминание 2"]
