"""Takes updates from the inbox and handles them, many in one transaction, each exactly once.

A batch is handled on the understanding that all goes well: one commit for all. If anything in it fails, the batch
is rolled back and its updates are handled one by one, so that the one that fails harms nobody else; it is tried
`PATIENCE` times and then set aside, with a word to the person.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import Sequence

import structlog
from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.nursery import Bell, Nursery
from bot.telegram.fetch import Fetcher
from bot.telegram.handling import Handling
from bot.telegram.metrics import HANDLED, HANDLING
from bot.telegram.render import Renderer
from bot.telegram.router import Answered, Redo
from bot.telegram.transport import Transport
from handlers.screens import Draft
from locales import known
from storage import inbox
from storage.engine import Database
from storage.inbox import Waiting

log = structlog.get_logger()
BATCH = 64
PATIENCE = 3
LOOK = 1.0


class Worker:
    """`bells`: the worker's own, and the sender's to ring after a commit."""

    def __init__(
        self,
        database: Database,
        transport: Transport,
        handling: Handling,
        renderer: Renderer,
        bells: tuple[Bell, Bell],
        nursery: Nursery,
    ) -> None:
        self._database = database
        self._transport = transport
        self._handling = handling
        self._renderer = renderer
        self._bell, self._sender_bell = bells
        self._nursery = nursery
        self._files = Fetcher(transport, self._bell, nursery)

    async def run(self) -> None:
        while True:
            try:
                handled = await self._batch()
            except DBAPIError as error:
                log.error("worker.database", error=type(error.orig).__name__)
                await asyncio.sleep(1)
                continue
            if not handled:
                await self._bell.wait(LOOK)

    async def _batch(self) -> bool:
        """Handle what waits; False when there is nothing to do."""
        claimed: list[Waiting] = []
        try:
            with HANDLING.time():
                async with self._database.transaction() as connection:
                    claimed.extend(await self._claim(connection))
                    answers = [await self._one(connection, row) for row in claimed]
                    await self._finish(connection, claimed)
        except Exception as error:
            if not claimed or _disconnected(error):
                raise
            return await self._each_alone(claimed)
        self._after(claimed, answers)
        return bool(claimed)

    async def _claim(self, connection: AsyncConnection) -> list[Waiting]:
        busy = self._files.lanes()
        rows = await connection.run_sync(lambda c: inbox.claim(c, BATCH, busy))
        return self._files.ready(rows)

    async def _one(self, connection: AsyncConnection, row: Waiting) -> Answered | None:
        return await self._handling.one(connection, row, self._files.get(row.id))

    @staticmethod
    async def _finish(connection: AsyncConnection, rows: Sequence[Waiting]) -> None:
        if rows:
            await connection.run_sync(lambda c: inbox.done(c, [row.id for row in rows]))

    async def _each_alone(self, rows: Sequence[Waiting]) -> bool:
        blocked: set[int] = set()
        for row in rows:
            if row.lane not in blocked and not await self._alone(row):
                blocked.add(row.lane)
        return True

    async def _alone(self, row: Waiting) -> bool:
        """One update in its own transaction; False when it must be tried again before its lane goes on."""
        try:
            async with self._database.transaction() as connection:
                if not await connection.run_sync(lambda c: inbox.hold(c, row.id, row.lane)):
                    return False
                answered = await self._one_or_refusal(connection, row)
                await self._finish(connection, [row])
        except Exception as error:
            if _disconnected(error):
                raise
            return await self._failed(row, error)
        self._after([row], [answered])
        return True

    async def _one_or_refusal(self, connection: AsyncConnection, row: Waiting) -> Answered | None:
        """A use case that refused after writing is undone; its refusal is said all the same."""
        try:
            async with connection.begin_nested():
                return await self._one(connection, row)
        except Redo as refused:
            await self._handling.say(connection, refused.answered)
            return refused.answered

    async def _failed(self, row: Waiting, error: Exception) -> bool:
        """Count the attempt; after the last one say so to the person and let the lane go on."""
        name = type(error).__name__
        log.error("worker.failed", row=row.id, attempt=row.attempts + 1, error=name, at=_where(error))
        if row.attempts + 1 < PATIENCE:
            await self._database.write(lambda c: inbox.failed(c, row.id, name))
            return False
        async with self._database.transaction() as connection:
            await connection.run_sync(lambda c: _aside(c, row, name))
            if row.lane > 0:
                await self._handling.say(connection, _apology(row))
        HANDLED.labels("aside").inc()
        self._sender_bell.ring()
        return True

    def _after(self, rows: Sequence[Waiting], answers: Sequence[Answered | None]) -> None:
        """Once it is committed: wake the sender, let go of the pressed buttons (best effort)."""
        if not rows:
            return
        self._files.forget(rows)
        self._database.erased |= self._handling.erased
        self._handling.erased = False
        HANDLED.labels("done").inc(len(rows))
        self._sender_bell.ring()
        for answered in answers:
            if answered is not None and answered.query_id is not None:
                self._nursery.once(self._answer_press(answered, answered.query_id))

    async def _answer_press(self, answered: Answered, query_id: str) -> None:
        payload: dict[str, object] = {"callback_query_id": query_id}
        if answered.reply.toast is not None:
            payload["text"] = self._renderer.toast(answered.reply.toast, answered.language)
            payload["show_alert"] = answered.reply.alert
        await self._transport.call("answerCallbackQuery", json.dumps(payload), seconds=10)


def _disconnected(error: BaseException) -> bool:
    return isinstance(error, DBAPIError) and error.connection_invalidated


def _aside(connection: Connection, row: Waiting, error: str) -> None:
    inbox.failed(connection, row.id, error)
    inbox.set_aside(connection, row.id, error)


def _apology(row: Waiting) -> Answered:
    """What is said when the fault is ours: nothing that was saved is lost, and a code for the curator."""
    draft = Draft().text("error-ours", code=str(row.id)).button("button-home", "home")
    return Answered(draft.reply(fresh=True), _language(row.payload), row.lane, None)


def _language(payload: str) -> str:
    events = [e for e in json.loads(payload).values() if isinstance(e, dict) and isinstance(e.get("from"), dict)]
    return known(events[0]["from"].get("language_code") if events else None)


def _where(error: BaseException) -> str:
    """The deepest place in the code, without the message: messages quote what people wrote."""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    return f"{trace.tb_frame.f_code.co_filename.rsplit('/', 1)[-1]}:{trace.tb_lineno}" if trace else ""
