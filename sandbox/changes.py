"""What changed when: one growing number for the whole sandbox, so that pages ask only for the new."""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from dataclasses import dataclass, field

from sandbox.clock import monotonic


@dataclass(slots=True)
class Changes:
    """`seq` grows with every change; `chats` holds each chat's latest, newest last."""

    seq: int = 0
    state_seq: int = 0
    chats: OrderedDict[int, int] = field(default_factory=OrderedDict)
    waiters: set[asyncio.Future[None]] = field(default_factory=set)

    def chat(self, chat: int) -> int:
        self.seq += 1
        self.chats[chat] = self.seq
        self.chats.move_to_end(chat)
        self._wake()
        return self.seq

    def state(self) -> None:
        """People, groups, bots or the clock changed."""
        self.seq += 1
        self.state_seq = self.seq
        self._wake()

    def _wake(self) -> None:
        if not self.waiters:
            return
        for waiter in self.waiters:
            if not waiter.done():
                waiter.set_result(None)
        self.waiters.clear()

    def since(self, after: int) -> list[int]:
        changed = []
        for chat, seq in reversed(self.chats.items()):
            if seq <= after:
                break
            changed.append(chat)
        return changed

    async def wait(self, after: int, timeout: float) -> None:
        """Until something is newer than `after`, for `timeout` seconds at most; another number returns at once."""
        until = monotonic() + timeout
        while self.seq == after and (left := until - monotonic()) > 0:
            waiter: asyncio.Future[None] = asyncio.get_running_loop().create_future()
            self.waiters.add(waiter)
            await asyncio.wait([waiter], timeout=left)
            self.waiters.discard(waiter)
