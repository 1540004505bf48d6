"""The one place where tasks are born. A task that fails unexpectedly ends the process: a supervisor restarts it,
which is safer than half a bot that looks alive."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from types import TracebackType
from typing import Any

import structlog

log = structlog.get_logger()


class Nursery:
    """Long-lived parts by name; leaving it cancels them all and waits."""

    def __init__(self) -> None:
        self._group = asyncio.TaskGroup()
        self._long: list[asyncio.Task[Any]] = []

    async def __aenter__(self) -> Nursery:
        await self._group.__aenter__()
        return self

    def keep(self, name: str, work: Coroutine[Any, Any, None]) -> None:
        """A part that runs until the end."""
        self._long.append(self._group.create_task(work, name=name))

    def once(self, work: Coroutine[Any, Any, None]) -> asyncio.Task[None]:
        """A short piece of work that ends by itself; its failure is logged and harms nobody else."""
        return self._group.create_task(_harmless(work))

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for task in self._long:
            task.cancel()
        await self._group.__aexit__(kind, error, trace)


async def _harmless(work: Coroutine[Any, Any, None]) -> None:
    try:
        await work
    except Exception as error:
        log.error("task.failed", error=type(error).__name__)


class Bell:
    """Rung after a commit so that the other end looks at once; a ring while nobody waits is not lost.

    `news` says that there is something new to look for in the database; `nudge` only wakes.
    """

    def __init__(self) -> None:
        self._event = asyncio.Event()
        self.news = True

    @property
    def rung(self) -> bool:
        """Whether whoever is waited for has not heard it yet."""
        return self._event.is_set()

    def ring(self) -> None:
        self.news = True
        self._event.set()

    def nudge(self) -> None:
        self._event.set()

    async def wait(self, seconds: float) -> None:
        """Until rung, at most `seconds`."""
        try:
            async with asyncio.timeout(seconds):
                await self._event.wait()
        except TimeoutError:
            self.news = True
        finally:
            self._event.clear()
