"""The queue of one bot: getUpdates' offset rules, who waits, which kinds are wanted.

Source: tdlib/telegram-bot-api Client.cpp (process_get_updates_query, do_get_updates) and TQueue.
"""

from __future__ import annotations

import asyncio
from collections import deque
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

from sandbox.clock import monotonic
from sandbox.errors import conflict

LIFE = 24 * 3600
FUTURE_GAP = 10
BUSY_AFTER_POLL = 60.0
NOT_BY_DEFAULT = frozenset(("chat_member", "message_reaction", "message_reaction_count"))
ALL_KINDS = NOT_BY_DEFAULT | {
    "message", "edited_message", "channel_post", "edited_channel_post", "business_connection", "business_message",
    "edited_business_message", "deleted_business_messages", "inline_query", "chosen_inline_result",
    "callback_query", "shipping_query", "pre_checkout_query", "purchased_paid_media", "poll", "poll_answer",
    "my_chat_member", "chat_join_request", "chat_boost", "removed_chat_boost",
}  # fmt: skip
TERMINATED = "terminated by other getUpdates request; make sure that only one bot instance is running"


@dataclass(frozen=True, slots=True)
class Queued:
    id: int
    made: int
    body: dict[str, Any]


@dataclass(slots=True)
class UpdateQueue:
    """Updates not yet confirmed, oldest first. `allowed` is sticky; None stands for the default set."""

    next_id: int
    items: deque[Queued] = field(default_factory=deque)
    allowed: frozenset[str] | None = None
    waiter: asyncio.Future[None] | None = None
    pushed: asyncio.Event = field(default_factory=asyncio.Event)
    last_poll: float | None = None
    last_asked: tuple[int, float] | None = None
    doubles: int = 0

    def wants(self, kind: str) -> bool:
        """Asked when an update is made, so a later change of allowed_updates does not reach back."""
        if self.allowed is None:
            return kind not in NOT_BY_DEFAULT
        return kind in self.allowed

    def allow(self, kinds: list[str]) -> None:
        """An empty list, or one with no known kind in it, brings the default back."""
        known = frozenset(kinds) & ALL_KINDS
        self.allowed = known or None

    def push(self, body: dict[str, Any], made: int) -> None:
        """At the end of the queue; while `doubles` lasts, as if it had been delivered before."""
        item = Queued(self.next_id, made, {"update_id": self.next_id, **body})
        self.next_id += 1
        self.items.append(item)
        if self.doubles:
            self.doubles -= 1
            self.items.append(item)
        self.wake()

    def wake(self) -> None:
        self.pushed.set()
        if self.waiter is not None and not self.waiter.done():
            self.waiter.set_result(None)

    def confirm(self, offset: int) -> None:
        """Drop what `offset` confirms: all before it, or all but the last `-offset`."""
        if offset < 0:
            self._drop(len(self.items) + offset)
        elif 0 < offset <= self.next_id + FUTURE_GAP:
            while self.items and self.items[0].id < offset:
                self.items.popleft()

    def _drop(self, count: int) -> None:
        for _ in range(count):
            self.items.popleft()

    def expire(self, now: int) -> None:
        while self.items and self.items[0].made + LIFE < now:
            self.items.popleft()

    def take(self, limit: int) -> list[dict[str, Any]]:
        return [item.body for item in islice(self.items, limit)]

    def polled(self) -> bool:
        """Whether somebody has been asking for updates lately (or is waiting for one)."""
        return self.waiter is not None or (
            self.last_poll is not None and monotonic() - self.last_poll < BUSY_AFTER_POLL
        )

    async def poll(self, offset: int, limit: int, timeout: float, now: int) -> list[dict[str, Any]]:
        """Confirmed and answered as getUpdates would; ends another poll that is still waiting with 409."""
        self.end_waiting(TERMINATED)
        limit, timeout = self._held_back(offset, limit, timeout)
        self.confirm(offset)
        self.expire(now)
        if not self.items and timeout > 0:
            await self._wait(timeout)
        return self.take(limit)

    def _held_back(self, offset: int, limit: int, timeout: float) -> tuple[int, float]:
        """A client that asks the same again at once is slowed down, so that it cannot spin."""
        now = self.last_poll = monotonic()
        before, self.last_asked = self.last_asked, (offset, now)
        if before is None or before[0] != offset:
            return limit, timeout
        since = now - before[1]
        return (1 if since < 0.5 else limit), (max(timeout, 3) if since < 3 else timeout)

    def end_waiting(self, words: str) -> None:
        """The poll that is waiting, if any, ends with 409."""
        if self.waiter is not None and not self.waiter.done():
            self.waiter.set_exception(conflict(words))

    async def _wait(self, timeout: float) -> None:
        waiter = self.waiter = asyncio.get_running_loop().create_future()
        try:
            async with asyncio.timeout(timeout):
                await waiter
        except TimeoutError:
            pass
        finally:
            self.last_poll = monotonic()
            if self.waiter is waiter:
                self.waiter = None
