"""Delivery to a bot's webhook: in order per chat, parallel across chats, again and again until it is taken.

Source: tdlib/telegram-bot-api WebhookActor.cpp. Runs in the sandbox's task group; never raises.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable, Coroutine
from dataclasses import dataclass, field
from typing import Any

import aiohttp

from sandbox.args import Args
from sandbox.errors import ApiError, DropConnection
from sandbox.model import Bot, Webhook
from sandbox.updates import Queued
from sandbox.world import World

TIMEOUT = aiohttp.ClientTimeout(total=60)
MAX_DELAY, MAX_RETRY_AFTER, GONE_AFTER = 60.0, 3600.0, 23 * 3600
Spawn = Callable[[Coroutine[Any, Any, None]], object]
Perform = Callable[[World, Bot, str, Args], Coroutine[Any, Any, Any]]
_WITH_CHAT = (
    "message",
    "edited_message",
    "my_chat_member",
    "chat_member",
    "chat_join_request",
    "message_reaction",
)


def queue_key(body: dict[str, Any]) -> int:
    """Updates of one chat keep their order; those of no chat go by the person."""
    for name in _WITH_CHAT:
        if isinstance(body.get(name), dict):
            return _id(body[name], "chat")
    query = body.get("callback_query")
    if isinstance(query, dict):
        return _id(query.get("message") or {}, "chat") or _id(query, "from")
    return 0


def _id(part: Any, name: str) -> int:
    inner = part.get(name) if isinstance(part, dict) else None
    number = inner.get("id") if isinstance(inner, dict) else None
    return number if isinstance(number, int) else 0


@dataclass(slots=True)
class Delivery:
    """The deliveries of one bot; `busy` holds the chats that have one under way."""

    world: World
    bot: Bot
    session: aiohttp.ClientSession
    perform: Perform
    busy: set[int] = field(default_factory=set)
    gone_since: float | None = None

    async def run(self, spawn: Spawn) -> None:
        """Starts a delivery for the oldest update of every chat that has none under way."""
        queue = self.bot.queue
        while True:
            queue.pushed.clear()
            hook = self.bot.webhook
            if hook is not None:
                queue.expire(self.world.clock.unix())
                self._start(hook, spawn)
            await queue.pushed.wait()

    def _start(self, hook: Webhook, spawn: Spawn) -> None:
        for item in list(self.bot.queue.items):
            if len(self.busy) >= hook.max_connections:
                return
            key = queue_key(item.body)
            if key not in self.busy:
                self.busy.add(key)
                spawn(self._deliver(hook, item, key))

    async def _deliver(self, hook: Webhook, item: Queued, key: int) -> None:
        delay = 0.0
        try:
            while self.bot.webhook is hook and item in self.bot.queue.items:
                wait = await self._attempt(hook, item)
                if wait is None:
                    break
                await asyncio.sleep(wait or delay)
                delay = min(delay * 2 or 1.0, MAX_DELAY)
        finally:
            self.busy.discard(key)
            self.bot.queue.pushed.set()

    async def _attempt(self, hook: Webhook, item: Queued) -> float | None:
        """None when taken; else the seconds its Retry-After asks for, or 0."""
        headers = {"X-Telegram-Bot-Api-Secret-Token": hook.secret} if hook.secret else {}
        try:
            async with self.session.post(hook.url, json=item.body, headers=headers, timeout=TIMEOUT) as got:
                body = await got.read()
        except (aiohttp.ClientError, TimeoutError, OSError) as error:
            return self._failed(hook, f"Connection failed: {type(error).__name__}", "")
        if not 200 <= got.status < 300:
            self._gone(hook, got.status)
            words = f"Wrong response from the webhook: {got.status} {got.reason}"
            return self._failed(hook, words, got.headers.get("Retry-After", ""))
        self.gone_since = None
        self._taken(item)
        await self._answer(body)
        return None

    def _taken(self, item: Queued) -> None:
        if item in self.bot.queue.items:
            self.bot.queue.items.remove(item)

    def _failed(self, hook: Webhook, words: str, retry_after: str) -> float:
        hook.last_error_date, hook.last_error_message = self.world.clock.unix(), words
        return min(float(retry_after), MAX_RETRY_AFTER) if retry_after.isdigit() else 0.0

    def _gone(self, hook: Webhook, status: int) -> None:
        """A webhook that says 410 Gone for 23 hours is taken away."""
        if status != 410:
            self.gone_since = None
            return
        now = self.world.clock.now().timestamp()
        self.gone_since = self.gone_since or now
        if now - self.gone_since >= GONE_AFTER and self.bot.webhook is hook:
            self.bot.webhook = None

    async def _answer(self, body: bytes) -> None:
        """The reply may carry one method call; what comes of it nobody learns."""
        try:
            call = json.loads(body) if body.strip() else None
        except ValueError:
            return
        if not isinstance(call, dict) or not isinstance(call.get("method"), str):
            return
        name = call.pop("method")
        try:
            await self.perform(self.world, self.bot, name, Args(call))
        except (ApiError, DropConnection):
            return
