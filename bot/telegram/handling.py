"""One update inside an open transaction: parsed, dispatched, its messages made ready.

Nothing here waits. The handlers' coroutines are run to their end in one go, on the database's thread where there
is one; a handler that tried to wait for the network would be refused, which is what keeps transactions short.
"""

from __future__ import annotations

import asyncio
import json
import re
from collections.abc import Callable, Coroutine, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeVar

from aiogram import Dispatcher
from aiogram.types import Update
from pydantic import ValidationError
from sqlalchemy import Connection

from bot.telegram.answered import Answered
from bot.telegram.deliver import outgoing_for
from bot.telegram.render import Renderer
from bot.telegram.transport import Transport
from handlers.call import Upload
from mentoring.ports import Unit
from storage import inbox, outbox
from storage.engine import writes
from storage.inbox import Waiting
from storage.outbox import Outgoing
from storage.unit import StorageUnit

T = TypeVar("T")
_LONG = re.compile(r"\d{19}")
_NUMBERED = frozenset(
    {"from", "chat", "user", "sender_chat", "migrate_to_chat_id", "migrate_from_chat_id", "date"}
)


class Waited(Exception):
    """A handler waited for something while the database was held."""


@dataclass(frozen=True, slots=True)
class Handled:
    """What came of one update; `erased` when somebody's data were destroyed."""

    answered: Answered | None = None
    messages: tuple[Outgoing, ...] = ()
    erased: bool = False


class RunningUnit:
    """The open transaction, as handlers see it."""

    def __init__(self, connection: Connection, now: datetime) -> None:
        self.unit = StorageUnit(connection, now)
        self._before = writes(connection)

    @property
    def wrote(self) -> bool:
        return writes(self.unit.connection) != self._before

    async def run(self, work: Callable[[Unit], T]) -> T:
        return work(self.unit)


class Handling:
    def __init__(
        self,
        transport: Transport,
        dispatcher: Dispatcher,
        renderer: Renderer,
        now: Callable[[], datetime],
        username: str,
    ) -> None:
        self._transport = transport
        self._dispatcher = dispatcher
        self._renderer = renderer
        self.now = now
        self._username = username

    def one(self, connection: Connection, row: Waiting, upload: Upload | None) -> Handled:
        """Handle the update. One that no schema accepts is set aside: it can never be handled."""
        update = self._read(row.payload)
        if update is None:
            inbox.set_aside(connection, row.id, "unreadable")
            return Handled()
        now = self.now()
        running = RunningUnit(connection, now)
        data = {"running": running, "now": now, "bot_username": self._username, "upload": upload}
        found = at_once(self._dispatcher.feed_update(self._transport.bot, update, **data))
        answered = found if isinstance(found, Answered) else None
        return Handled(answered, self._messages(running.unit, answered, now), running.unit.erased)

    def say(self, connection: Connection, answered: Answered) -> Handled:
        """A reply that nothing was done for."""
        now = self.now()
        return Handled(answered, self._messages(StorageUnit(connection, now), answered, now))

    def _messages(self, unit: StorageUnit, answered: Answered | None, now: datetime) -> tuple[Outgoing, ...]:
        notices = outgoing_for(unit, self._renderer, now)
        if answered is None:
            return tuple(notices)
        to = (answered.language, answered.chat_id, answered.person_id, answered.message_id)
        replies = self._renderer.reply(answered.reply, *to)
        # A private screen asked for in a group is not said at all: nothing personal leaves for there.
        return (*(reply for reply in replies if outbox.fits(reply)), *notices)

    def _read(self, payload: str) -> Update | None:
        if _LONG.search(payload) and _beyond(json.loads(payload)):
            return None
        try:
            update = Update.model_validate_json(payload, context={"bot": self._transport.bot})
            _ = update.event_type  # raises for a kind of update this library does not know
        except (ValidationError, LookupError):
            return None
        return update


def _beyond(value: object, name: str = "") -> bool:
    """Whether there is a number in it that no database takes. Telegram's ids of people and chats are integers;
    pydantic would take digits in quotes too, which are a fine id of a callback query and of nothing else."""
    if isinstance(value, dict):
        return any(_beyond(item, name if key == "id" else key) for key, item in value.items())
    if isinstance(value, list):
        return any(_beyond(item, name) for item in value)
    if isinstance(value, str):
        return name in _NUMBERED and value.lstrip("-").isdecimal()
    return isinstance(value, int) and abs(value) >= 2**63


def at_once(work: Coroutine[Any, Any, T]) -> T:
    """The result of a coroutine that never waits. Raises Waited for one that does."""
    try:
        work.send(None)
    except StopIteration as end:
        found: T = end.value
        return found
    work.close()
    raise Waited


@contextmanager
def as_if_on(loop: asyncio.AbstractEventLoop) -> Iterator[None]:
    """aiogram asks for the running loop to read its clock; on the database's thread none runs."""
    if asyncio._get_running_loop() is not None:
        yield
        return
    asyncio._set_running_loop(loop)
    try:
        yield
    finally:
        asyncio._set_running_loop(None)
