"""Fetches and reads the documents people send before their updates are handled.

No network and no slow reading inside a transaction; only the lane of the sender waits.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import Sequence
from typing import Any

import structlog

from bot.nursery import Bell, Nursery
from bot.telegram.transport import Transport
from handlers.call import Upload
from mentoring.documents.sheets_in import read_table
from mentoring.errors import ProgrammeError
from storage.inbox import Waiting

log = structlog.get_logger()
LIMIT = 5 * 1024 * 1024


class Fetcher:
    """Only the lane of the person who sent the file waits for it."""

    def __init__(self, transport: Transport, bell: Bell, nursery: Nursery) -> None:
        self._transport = transport
        self._bell = bell
        self._nursery = nursery
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
            self._ready[row.id] = await self._download(name, document)
        except Exception as error:  # whatever a file does to its reader, its sender gets an answer
            log.error("fetch.failed", row=row.id, error=type(error).__name__)
            self._ready[row.id] = Upload(name, trouble=ProgrammeError("error-file-lost"))
        finally:
            self._lanes.discard(row.lane)
            self._bell.ring()

    async def _download(self, name: str, document: dict[str, Any]) -> Upload:
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


def _document(payload: str) -> dict[str, Any] | None:
    """The document of a message, found without parsing the updates that have none."""
    if '"document":' not in payload:
        return None
    try:
        found = json.loads(payload).get("message", {}).get("document")
    except (ValueError, AttributeError, RecursionError):
        return None
    return found if isinstance(found, dict) else None
