"""Long polling: what Telegram hands over is committed to the inbox before the offset that confirms it moves.

The framework's own loop hands updates straight to handlers: a killed process loses those in flight, and one
update that does not parse is asked for again for a day. Here nothing is parsed on the way in.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable, Iterable
from datetime import datetime
from typing import Any

import structlog

from bot.nursery import Bell
from bot.telegram.metrics import RECEIVED
from bot.telegram.transport import Answer, Transport
from storage import inbox
from storage.engine import Database
from storage.inbox import Arrived

log = structlog.get_logger()
POLL_SECONDS = 25
# Everything the bot has a use for; asked for by name because the default leaves membership changes out.
ALLOWED = [
    "message",
    "edited_message",
    "callback_query",
    "my_chat_member",
    "chat_member",
    "message_reaction",
    "message_reaction_count",
    "poll",
    "poll_answer",
    "chat_join_request",
]


def arrived(update: object) -> Arrived | None:
    """One update as Telegram wrote it; None without a number: it can be neither kept nor confirmed."""
    if not isinstance(update, dict) or not _is_id(update.get("update_id")) or update["update_id"] < 0:
        return None
    text = json.dumps(_lean(update), ensure_ascii=False, separators=(",", ":"))
    # Half a surrogate pair is legal JSON and no UTF-8: it would stop the database's driver for good.
    return Arrived(update["update_id"], _lane(update), text.encode("utf-8", "replace").decode())


def _lean(update: dict[str, Any]) -> dict[str, Any]:
    """Without the words of other messages: Telegram sends all of the message that was pressed or replied to, which
    may name people who were erased since. Its number and place are all the bot has a use for."""
    for event, field in (("callback_query", "message"), ("message", "reply_to_message")):
        outer = update.get(event)
        inner = outer.get(field) if isinstance(outer, dict) else None
        if isinstance(outer, dict) and isinstance(inner, dict):
            lean = {name: inner[name] for name in ("message_id", "date", "chat", "from") if name in inner}
            update = {**update, event: {**outer, field: lean}}
    return update


def _is_id(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and abs(value) < 2**63


def _lane(update: dict[str, Any]) -> int:
    """Whose order this update belongs to: the acting account, else the chat. Nobody's are each on their own."""
    for event in update.values():
        if isinstance(event, dict):
            for field in ("from", "user", "chat"):
                found = event.get(field)
                if isinstance(found, dict) and _is_id(found.get("id")):
                    return int(found["id"])
    return -int(update["update_id"]) or -1


class Receiver:
    """Asks for updates, keeps them, rings the worker."""

    def __init__(self, database: Database, transport: Transport, now: Callable[[], datetime], bell: Bell) -> None:
        self._database = database
        self._transport = transport
        self._now = now
        self._bell = bell
        self._offset = 0
        self.ready = asyncio.Event()

    async def run(self) -> None:
        wait = 0.0
        while True:
            await asyncio.sleep(wait)
            answer = await self._transport.call("getUpdates", self._question(), seconds=POLL_SECONDS + 15)
            if answer.ok and isinstance(answer.result, list):
                self.ready.set()
                wait = 0.0
                await self.keep(answer.result)
            else:
                wait = _pause(answer, wait)

    def _question(self) -> str:
        return json.dumps(
            {"offset": self._offset, "timeout": POLL_SECONDS, "limit": 100, "allowed_updates": ALLOWED}
        )

    async def keep(self, updates: Iterable[object]) -> None:
        found = [a for a in map(arrived, updates) if a is not None]
        if not found:
            return
        await self._database.write(lambda c: inbox.store(c, found, self._now()))
        self._offset = max(a.update_id for a in found) + 1
        RECEIVED.labels("polling").inc(len(found))
        self._bell.ring()


def _pause(answer: Answer, last: float) -> float:
    """How long to leave the server alone. A 409 is another copy of the bot: it needs a person, so it is said."""
    level = log.error if answer.code in (401, 404, 409) else log.warning
    level("receiver.refused", code=answer.code)
    return answer.retry_after or min(30.0, max(0.5, last * 2))
