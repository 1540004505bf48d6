"""Takes updates from the inbox and handles them, many in one transaction, each exactly once.

Each update stands behind a savepoint, so that one that fails harms nobody else; it is tried `PATIENCE` times and
then set aside, with a word to the person. One commit serves the whole batch.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import Sequence
from dataclasses import dataclass, field

import structlog
from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError

from bot.nursery import Bell, Nursery
from bot.telegram.answered import Answered
from bot.telegram.fetch import Fetcher
from bot.telegram.handling import Handled, Handling, as_if_on
from bot.telegram.metrics import HANDLED, HANDLING
from bot.telegram.render import Renderer
from bot.telegram.router import Redo
from bot.telegram.transport import Transport
from handlers.screens import Draft
from locales import known
from storage import inbox, outbox
from storage.engine import Database, savepoint
from storage.inbox import Waiting
from storage.repos_school import FocusRepo

log = structlog.get_logger()
BATCH = 64
PATIENCE = 3
LOOK = 1.0


@dataclass(slots=True)
class Batch:
    """One transaction's work. `files` have to be fetched first; `failed` were undone and are still due."""

    rows: list[Waiting] = field(default_factory=list)
    handled: list[Handled] = field(default_factory=list)
    failed: list[tuple[Waiting, Exception]] = field(default_factory=list)
    files: Sequence[Waiting] = ()


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
        self._at_work = 0
        self._files = Fetcher(transport, self._bell, nursery, self._asked, handling.now)

    async def _asked(self, account: int) -> tuple[str, str]:
        """What this account was asked for last and about what, empty for nothing."""
        focus = await self._database.read(lambda c: FocusRepo(c).get(account))
        return (focus.kind, focus.ref) if focus is not None else ("", "")

    @property
    def busy(self) -> bool:
        """Whether one of its runs is not waiting for the bell."""
        return self._at_work > 0

    async def run(self) -> None:
        self._at_work += 1
        while True:
            try:
                handled = await self._batch()
            except DBAPIError as error:
                log.error("worker.database", error=type(error.orig).__name__)
                await asyncio.sleep(1)
                continue
            if not handled:
                self._at_work -= 1
                await self._bell.wait(LOOK)
                self._at_work += 1

    async def _batch(self) -> bool:
        """Handle what waits; False when there is nothing more to do."""
        loop = asyncio.get_running_loop()
        with HANDLING.time():
            batch = await self._database.write(lambda c: self._handle(c, loop))
        self._after(batch.rows, batch.handled)
        self._files.fetch(batch.files)
        for row, error in batch.failed:
            await self._failed(row, error)
        # A batch that was not full leaves nothing behind; PostgreSQL hands out one lane at a time.
        full = len(batch.rows) >= BATCH or not self._database.is_sqlite
        return bool(batch.failed) or (bool(batch.rows) and full)

    def _handle(self, connection: Connection, loop: asyncio.AbstractEventLoop) -> Batch:
        """Inside the transaction: claim, handle, put what is to be said, mark as done."""
        batch = Batch()
        waiting, batch.files = self._files.sorted(inbox.claim(connection, BATCH, self._files.lanes()))
        with as_if_on(loop):
            for row in waiting:
                self._one(connection, row, batch)
        if batch.rows:
            messages = [message for one in batch.handled for message in one.messages]
            outbox.put(connection, messages, self._handling.now())
            inbox.done(connection, [row.id for row in batch.rows])
        return batch

    def _one(self, connection: Connection, row: Waiting, batch: Batch) -> None:
        """One update behind a savepoint: if it fails, what it did is undone and nothing else.

        A use case that refused after writing is undone too; its refusal is said all the same. What comes after a
        failed update in its lane is left for later, so that one person's updates keep their order.
        """
        if any(failed.lane == row.lane for failed, _ in batch.failed):
            return
        try:
            with savepoint(connection):
                handled = self._handling.one(connection, row, self._files.get(row.id))
        except Redo as refused:
            handled = self._handling.say(connection, refused.answered)
        except Exception as error:
            if isinstance(error, DBAPIError) and error.connection_invalidated:
                raise
            batch.failed.append((row, error))
            return
        batch.rows.append(row)
        batch.handled.append(handled)

    async def _failed(self, row: Waiting, error: Exception) -> None:
        """Count the attempt; after the last one say so to the person and let the lane go on."""
        name = type(error).__name__
        tried = await self._database.write(lambda c: self._count(c, row, name))
        if tried:
            log.error("worker.failed", row=row.id, attempt=tried, error=name, at=_where(error))
        if tried == PATIENCE:
            HANDLED.labels("aside").inc()
            self._sender_bell.ring()

    def _count(self, connection: Connection, row: Waiting, error: str) -> int:
        """The attempts so far. Several processes may come here with the same row: one of them gives it up."""
        tried = inbox.failed(connection, row.id, error)
        if tried >= PATIENCE and inbox.set_aside(connection, row.id, error) and row.lane > 0:
            apology = self._handling.say(connection, _apology(row))
            outbox.put(connection, apology.messages, self._handling.now())
        return tried

    def _after(self, rows: Sequence[Waiting], handled: Sequence[Handled]) -> None:
        """Once it is committed: wake the sender, let go of the pressed buttons (best effort)."""
        if not rows:
            return
        self._files.forget(rows)
        HANDLED.labels("done").inc(len(rows))
        self._database.erased |= any(one.erased for one in handled)
        self._sender_bell.ring()
        for one in handled:
            if one.answered is not None and one.answered.query_id is not None:
                self._nursery.once(self._answer_press(one.answered, one.answered.query_id))

    async def _answer_press(self, answered: Answered, query_id: str) -> None:
        payload: dict[str, object] = {"callback_query_id": query_id}
        if answered.reply.toast is not None:
            payload["text"] = self._renderer.toast(answered.reply.toast, answered.language)
            payload["show_alert"] = answered.reply.alert
        await self._transport.call("answerCallbackQuery", json.dumps(payload), seconds=10)


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
