"""Fetches and reads the documents people send before their updates are handled.

No network and no slow reading inside a transaction; only the lane of the sender waits.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from datetime import datetime
from typing import Any

import structlog

from bot.nursery import Bell, Nursery
from bot.telegram.transport import Transport
from handlers.call import Upload
from mentoring.documents import order_apart
from mentoring.documents.order_facts import OrderKind
from mentoring.documents.sheets_in import read_table
from mentoring.errors import ProgrammeError
from mentoring.questionnaires import check_apart
from mentoring.questionnaires.check_apart import FormVerdict
from mentoring.questionnaires.publishing import warm
from storage.inbox import Waiting

log = structlog.get_logger()
LIMIT = 5 * 1024 * 1024
KEPT = frozenset({"form", "plan_more", "road_more", "library_add", "training_lesson"})
"""What a person is asked for whose file is an answer itself."""
RAW = {"award_blank": 10 * 1024 * 1024, "site_file": LIMIT}
"""What a person is asked for whose file is taken as it is, up to so many bytes."""
CHECKS = 2
"""So many questionnaires and templates are checked at once: each may take a processor for seconds, and memory."""
PATIENCE, TYPING = 1.0, 4.0
"""Seconds before a chat shows that something is going on, and until it has to be shown again."""


class Fetcher:
    """Only the lane of the person who sent the file waits for it.

    `asked` tells what a person was asked for last, and about what: it decides what their file is read as.
    """

    def __init__(
        self,
        transport: Transport,
        bell: Bell,
        nursery: Nursery,
        asked: Callable[[int], Awaitable[tuple[str, str]]],
        now: Callable[[], datetime],
    ) -> None:
        self._transport = transport
        self._bell = bell
        self._nursery = nursery
        self._asked = asked
        self._now = now
        self._checks = asyncio.Semaphore(CHECKS)
        self._lanes: set[int] = set()
        self._ready: dict[int, Upload] = {}

    def lanes(self) -> set[int]:
        """Lanes whose next update waits for its file."""
        return set(self._lanes)

    def sorted(self, rows: Sequence[Waiting]) -> tuple[list[Waiting], list[Waiting]]:
        """Those of `rows` that can be handled now, and those whose files have to be fetched first.

        What comes after such a row in its lane is left for later: one person's updates keep their order.
        """
        now: list[Waiting] = []
        first: dict[int, Waiting] = {}
        for row in rows:
            if row.lane in first:
                continue
            if row.id not in self._ready and _document(row.payload) is not None:
                first[row.lane] = row
            else:
                now.append(row)
        return now, list(first.values())

    def fetch(self, rows: Sequence[Waiting]) -> None:
        """Start fetching; the worker is rung when a file is here."""
        for row in rows:
            if row.lane not in self._lanes:
                self._lanes.add(row.lane)
                self._nursery.once(self._fetch(row, _document(row.payload) or {}))

    def get(self, row: int) -> Upload | None:
        return self._ready.get(row)

    def forget(self, rows: Sequence[Waiting]) -> None:
        for row in rows:
            self._ready.pop(row.id, None)

    async def _fetch(self, row: Waiting, document: dict[str, Any]) -> None:
        name = str(document.get("file_name") or "")
        try:
            wanted, about = await self._asked(row.lane)
            if wanted in KEPT:  # a file that answers a question stays with the messenger
                self._ready[row.id] = Upload(name)
            elif wanted in RAW:
                self._ready[row.id] = await self._raw(name, document, RAW[wanted])
            elif wanted == order_apart.FOCUS:
                self._ready[row.id] = await self._template(row.lane, name, document, OrderKind(about))
            else:
                read = self._form if wanted == check_apart.FOCUS else self._table
                self._ready[row.id] = await read(row.lane, name, document)
        except Exception as error:  # whatever a file does to its reader, its sender gets an answer
            log.error("fetch.failed", row=row.id, error=type(error).__name__)
            self._ready[row.id] = Upload(name, trouble=ProgrammeError("error-file-lost"))
        finally:
            self._lanes.discard(row.lane)
            self._bell.ring()

    async def _raw(self, name: str, document: dict[str, Any], limit: int) -> Upload:
        size = document.get("file_size")
        if isinstance(size, int) and size > limit:
            return Upload(name, trouble=ProgrammeError("error-site-heavy", megabytes=limit // 1024 // 1024))
        data = await self._transport.download(str(document.get("file_id")), limit)
        return Upload(name, data or b"", trouble=ProgrammeError("error-file-lost") if data is None else None)

    async def _table(self, _lane: int, name: str, document: dict[str, Any]) -> Upload:
        size = document.get("file_size")
        if isinstance(size, int) and size > LIMIT:
            return Upload(name, trouble=ProgrammeError("error-file-big"))
        data = await self._transport.download(str(document.get("file_id")), LIMIT)
        if data is None:
            return Upload(name, trouble=ProgrammeError("error-file-lost"))
        try:
            return Upload(name, data, await asyncio.to_thread(read_table, name, data))
        except ProgrammeError as refusal:
            return Upload(name, data, trouble=refusal)

    async def _form(self, lane: int, name: str, document: dict[str, Any]) -> Upload:
        """A questionnaire, checked in a process of its own."""
        size = document.get("file_size")
        if isinstance(size, int) and size > check_apart.SIZE:
            return Upload(name, form=check_apart.too_big(name))
        async with self._typing(lane):
            data = await self._transport.download(str(document.get("file_id")), check_apart.SIZE)
            if data is None:
                return Upload(name, trouble=ProgrammeError("error-file-lost"))
            async with self._checks:
                found = await asyncio.to_thread(_checked, name, data, self._now())
        if any(fault.key in check_apart.EXHAUSTED for fault in found.faults):
            log.warning("fetch.form_gave_up", key=found.faults[0].key, size=len(data))
        return Upload(name, data, form=found)

    async def _template(self, lane: int, name: str, document: dict[str, Any], kind: OrderKind) -> Upload:
        """A school's own template, tried in a process of its own on an order of a large school."""
        size = document.get("file_size")
        if isinstance(size, int) and size > order_apart.LARGEST:
            return Upload(name, template=order_apart.too_big(kind))
        async with self._typing(lane):
            data = await self._transport.download(str(document.get("file_id")), order_apart.LARGEST)
            if data is None:
                return Upload(name, trouble=ProgrammeError("error-file-lost"))
            async with self._checks:
                found = await asyncio.to_thread(order_apart.verdict, kind, data)
        return Upload(name, data, template=found)

    @contextlib.asynccontextmanager
    async def _typing(self, chat: int) -> AsyncIterator[None]:
        """What takes longer than a second shows in the chat that it goes on."""
        shown = self._nursery.once(self._show_typing(chat))
        try:
            yield
        finally:
            shown.cancel()

    async def _show_typing(self, chat: int) -> None:
        await asyncio.sleep(PATIENCE)
        while True:
            await self._transport.call(
                "sendChatAction", json.dumps({"chat_id": chat, "action": "typing"}), seconds=10
            )
            await asyncio.sleep(TYPING)


def _checked(name: str, data: bytes, now: datetime) -> FormVerdict:
    """The verdict; an accepted form is read here too, so that nobody's transaction waits for its reading."""
    found = check_apart.check_apart(name, data, now)
    if found.accepted:
        warm(found, data)
    return found


def _document(payload: str) -> dict[str, Any] | None:
    """The document of a message, found without parsing the updates that have none."""
    if '"document":' not in payload:
        return None
    try:
        found = json.loads(payload).get("message", {}).get("document")
    except (ValueError, AttributeError, RecursionError):
        return None
    return found if isinstance(found, dict) else None
