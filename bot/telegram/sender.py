"""The one door out: takes outbox rows, keeps Telegram's limits, marks what was said.

A new message is in the air alone: it is marked before the next one leaves, so a killed process repeats at most
the one whose answer it did not live to see. A call that takes longer than `STALLED` seconds does not hold up the
others. Edits say the same thing twice without harm, so they fly together and are marked together.
"""

from __future__ import annotations

import asyncio
import time
from collections import Counter
from collections.abc import Awaitable, Callable, Iterator, Mapping
from datetime import datetime

import structlog

from bot.nursery import Bell, Nursery
from bot.telegram.limits import Limits
from bot.telegram.metrics import SENT
from bot.telegram.outcome import COUNTS, Fate, Outcome, outcome
from bot.telegram.transport import Answer, Transport, Upload
from mentoring.documents import order_apart
from storage import outbox
from storage.engine import Database
from storage.outbox import Due
from storage.repos_groups import landed

log = structlog.get_logger()
STALLED = 1.0
HAND = 200
A_CHAT = 3
CHATS_KEPT = 1000
TOGETHER = 16
IDLE_LOOK = 5.0
RECIPES: Mapping[str, Callable[[bytes], bytes]] = {order_apart.RECIPE: order_apart.made}
"""Who makes a file on its way out, apart from the database."""


class Sender:
    """`lost` is told which people could newly not be reached; `moved` which group changed its number."""

    def __init__(
        self,
        database: Database,
        transport: Transport,
        now: Callable[[], datetime],
        bell: Bell,
        nursery: Nursery,
        lost: Callable[[int, list[int]], Awaitable[None]],
        moved: Callable[[int, int], Awaitable[None]],
        in_air: int = 1,
        paced: bool = True,
    ) -> None:
        self._database = database
        self._transport = transport
        self._now = now
        self._bell = bell
        self._nursery = nursery
        self._lost = lost
        self._moved = moved
        self._in_air = in_air
        self._limits = Limits(paced=paced)
        self._hand: dict[int, Due] = {}
        self._air: dict[int, tuple[Due, float]] = {}
        self._marking = asyncio.Lock()
        self._unmarked: list[Due] = []
        self._enough = -1
        self._edits = 0

    @property
    def busy(self) -> bool:
        """Whether anything is in hand or in the air."""
        return bool(self._hand or self._air)

    async def run(self) -> None:
        while True:
            await self._fill()
            wait = self._launch()
            await self._bell.wait(wait)

    async def _fill(self) -> None:
        """Look into the database when there is news, or when more waits there and few chats are in hand.

        A chat with several rows in hand is left out, so that a talkative one does not hold up the others.
        """
        if not self._bell.news and len(self._hand) > self._enough:
            return
        self._bell.news = False
        chats = Counter(row.chat_id for row in self._hand.values())
        if len(self._limits.chats) > CHATS_KEPT:
            self._limits.forget(time.monotonic())
        held = {*self._hand, *self._air}
        full = [chat for chat, rows in chats.items() if rows >= A_CHAT]
        rows = await self._database.read(lambda c: outbox.due(c, self._now(), HAND, held, full))
        both = sorted([*self._hand.values(), *rows], key=lambda row: (row.priority, row.id))
        self._hand = {row.id: row for row in both}
        self._edits = sum(row.method not in COUNTS for row in both)
        # Where nothing was left behind there is nothing to look for until there is news.
        left_behind = len(rows) == HAND or bool(full)
        self._enough = len(self._hand) // 2 if left_behind else -1

    def _launch(self) -> float:
        """Start everything that may leave now; return how long until something else may."""
        now = time.monotonic()
        wait = IDLE_LOOK
        for row in self._first_of_each_chat():
            counts = row.method in COUNTS
            free = self._limits.free_at(row.chat_id, counts=counts)
            if free > now:
                wait = min(wait, free - now)
            elif not self._crowded(counts, now):
                self._start(row, now, counts)
            else:
                wait = min(wait, STALLED)
                if not self._edits:  # what else is in hand has to wait for the same place
                    break
        return max(wait, 0.001)

    def _first_of_each_chat(self) -> Iterator[Due]:
        """A chat's messages leave in their order, one after the other."""
        taken = {row.chat_id for row, _ in self._air.values()}
        for row in tuple(self._hand.values()):
            if row.chat_id not in taken:
                taken.add(row.chat_id)
                yield row

    def _crowded(self, counts: bool, now: float) -> bool:
        if not counts:
            return len(self._air) >= TOGETHER
        fresh = sum(1 for row, since in self._air.values() if row.method in COUNTS and now - since < STALLED)
        return fresh >= self._in_air or len(self._air) >= TOGETHER

    def _start(self, row: Due, now: float, counts: bool) -> None:
        del self._hand[row.id]
        self._air[row.id] = (row, now)
        if counts:
            self._limits.take(row.chat_id, now)
        else:
            self._edits -= 1
        self._nursery.once(self._carry(row))

    async def _carry(self, row: Due) -> None:
        try:
            if row.keyed and not await self._database.read(lambda c: outbox.still_due(c, row.id)):
                return  # taken back while it was in hand
            answer = await self._transport.call(row.method, row.payload, upload=await self._file(row))
            result = outcome(row, answer)
            SENT.labels(row.method, result.fate.value).inc()
            if result.fate is Fate.SENT and row.keyed and row.chat_id < 0:
                await self._landed(row, answer)
            await self._settle(row, result)
        except Exception as error:  # the row stays due and is taken again
            log.error("sender.failed", row=row.id, error=type(error).__name__)
            self._bell.news = True
            self._limits.hold(row.chat_id, time.monotonic() + 1)
        finally:
            del self._air[row.id]
            self._bell.nudge()

    async def _landed(self, row: Due, answer: Answer) -> None:
        """A group's message has a number now; replies to it and votes in it are known by that."""
        said = answer.result if isinstance(answer.result, dict) else {}
        number, poll = said.get("message_id"), said.get("poll")
        if isinstance(number, int):
            code = str(poll["id"]) if isinstance(poll, dict) and "id" in poll else None
            await self._database.write(lambda c: landed(c, row.id, row.chat_id, number, code))

    async def _file(self, row: Due) -> Upload | None:
        if row.method not in ("sendDocument", "sendPhoto"):
            return None
        file = await self._database.read(lambda c: outbox.file_of(c, row.id))
        field = "photo" if row.method == "sendPhoto" else "document"
        if file is None or not file.recipe:
            return Upload(field, file.name, file.data) if file else None
        return Upload(field, file.name, await asyncio.to_thread(RECIPES[file.recipe], file.data))

    async def _settle(self, row: Due, result: Outcome) -> None:
        if result.fate is Fate.SENT:
            await self._mark(row)
            return
        self._bell.news = True  # the row is due again, or what waits has changed
        if result.fate is Fate.WAIT:
            self._limits.hold(row.chat_id, time.monotonic() + result.seconds)
        elif result.fate is Fate.OFFLINE:
            log.warning("sender.offline", error=result.error, seconds=result.seconds)
            self._limits.pause(time.monotonic() + result.seconds)
            await self._database.write(lambda c: outbox.tried(c, row.id))
        elif result.fate is Fate.AGAIN:
            await self._again(row, result)
        elif result.fate is Fate.LOST:
            await self._unreachable(row)
        else:
            log.warning("sender.dropped", row=row.id, method=row.method, error=result.error)
            await self._database.write(lambda c: outbox.drop(c, row.id, result.error))

    async def _mark(self, row: Due) -> None:
        """Everything that was said while the last mark was being written is marked in one commit."""
        self._unmarked.append(row)
        async with self._marking:
            batch, self._unmarked = self._unmarked, []
            if not batch:
                return
            plain = [r.id for r in batch if not r.keyed]
            keyed = [r.id for r in batch if r.keyed]
            await self._database.write(lambda c: outbox.sent(c, plain, keyed, self._now()), relaxed=True)
            if self._database.erased:
                await self._database.tidy()

    async def _again(self, row: Due, result: Outcome) -> None:
        change = (result.method, result.payload, result.chat_id)
        await self._database.write(lambda c: outbox.again(c, row.id, *change))
        if result.chat_id != row.chat_id:
            await self._moved(row.chat_id, result.chat_id)

    async def _unreachable(self, row: Due) -> None:
        people = await self._database.write(lambda c: outbox.unreachable(c, row.chat_id))
        self._hand = {i: r for i, r in self._hand.items() if r.chat_id != row.chat_id}
        self._edits = sum(r.method not in COUNTS for r in self._hand.values())
        await self._lost(row.chat_id, people)
