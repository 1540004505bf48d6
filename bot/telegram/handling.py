"""One update inside an open transaction: parsed, dispatched, its messages put into the outbox."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TypeVar

from aiogram import Dispatcher
from aiogram.types import Update
from pydantic import ValidationError
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.telegram.deliver import outgoing_for
from bot.telegram.render import Renderer
from bot.telegram.router import Answered
from bot.telegram.transport import Transport
from handlers.call import Upload
from mentoring.ports import Unit
from storage import inbox, outbox
from storage.engine import writes
from storage.inbox import Waiting
from storage.unit import StorageUnit

T = TypeVar("T")


class RunningUnit:
    """The open transaction, as handlers see it."""

    def __init__(self, connection: AsyncConnection, now: datetime) -> None:
        assert connection.sync_connection is not None
        self._connection = connection
        self.unit = StorageUnit(connection.sync_connection, now)
        self._before = writes(self.unit.connection)

    @property
    def wrote(self) -> bool:
        return writes(self.unit.connection) != self._before

    async def run(self, work: Callable[[Unit], T]) -> T:
        return await self._connection.run_sync(lambda _: work(self.unit))


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
        self._now = now
        self._username = username
        self.erased = False

    async def one(self, connection: AsyncConnection, row: Waiting, upload: Upload | None) -> Answered | None:
        """Handle the update. One that no schema accepts is set aside: it can never be handled."""
        update = self._read(row.payload)
        if update is None:
            await connection.run_sync(lambda c: inbox.set_aside(c, row.id, "unreadable"))
            return None
        now = self._now()
        running = RunningUnit(connection, now)
        data = {"running": running, "now": now, "bot_username": self._username, "upload": upload}
        found = await self._dispatcher.feed_update(self._transport.bot, update, **data)
        answered = found if isinstance(found, Answered) else None
        await connection.run_sync(lambda _: self._deliver(running.unit, answered, now))
        self.erased |= running.unit.erased
        return answered

    async def say(self, connection: AsyncConnection, answered: Answered) -> None:
        """Put a reply into the outbox without handling anything."""
        now = self._now()
        unit = RunningUnit(connection, now).unit
        await connection.run_sync(lambda _: self._deliver(unit, answered, now))

    def _deliver(self, unit: StorageUnit, answered: Answered | None, now: datetime) -> None:
        messages = outgoing_for(unit, self._renderer, now)
        if answered is not None:
            to = (answered.language, answered.chat_id, answered.person_id, answered.message_id)
            messages = [*self._renderer.reply(answered.reply, *to), *messages]
        if messages:
            outbox.put(unit.connection, messages, now)

    def _read(self, payload: str) -> Update | None:
        try:
            update = Update.model_validate_json(payload, context={"bot": self._transport.bot})
            _ = update.event_type  # raises for a kind of update this library does not know
        except (ValidationError, LookupError):
            return None
        return update
