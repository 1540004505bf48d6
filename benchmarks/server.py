"""A Bot API server of one bot's own, in a process of its own, and the people who write to it."""

from __future__ import annotations

import asyncio
import contextlib
import subprocess
import sys
from collections.abc import AsyncIterator
from typing import Any

import aiohttp

TOKEN = "1000001:sandbox-demo-token"
LOOK = 0.01


class Server:
    """The sandbox's JSON interface, as far as measuring needs it."""

    def __init__(self, address: str, session: aiohttp.ClientSession) -> None:
        self.address = address
        self._session = session

    async def _get(self, path: str) -> Any:
        async with self._session.get(f"{self.address}/sandbox/{path}") as response:
            response.raise_for_status()
            return await response.json()

    async def _post(self, path: str, **body: object) -> Any:
        async with self._session.post(f"{self.address}/sandbox/{path}", json=body) as response:
            response.raise_for_status()
            return await response.json()

    async def people(self, count: int) -> list[int]:
        """New people; the same numbers on every server that was asked for as many."""
        made = [await self._post("people", first_name="Мария", language_code="ru") for _ in range(count)]
        return [int(one["id"]) for one in made]

    async def say(self, person: int, text: str) -> None:
        await self._post("say", person=person, text=text)

    async def press(self, person: int, button: str) -> None:
        """Press on the newest message that has the button; returns without waiting for the bot."""
        await self._post("press", person=person, message="last", button=button, wait=0)

    async def calls(self) -> int:
        """How many calls the bot has made so far, its asking for updates left out."""
        return int((await self._get(f"calls?after={10**12}"))["last"])

    async def made(self, after: int) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = (await self._get(f"calls?after={after}"))["calls"]
        return found

    async def until_called(self, wanted: int, seconds: float = 120) -> None:
        """Until the bot has made `wanted` calls in all. Raises TimeoutError."""
        async with asyncio.timeout(seconds):
            while await self.calls() < wanted:
                await asyncio.sleep(LOOK)


@contextlib.asynccontextmanager
async def server() -> AsyncIterator[Server]:
    command = [sys.executable, "-m", "sandbox", "--port", "0", "--empty", "--limits", "off", "--token", TOKEN]
    child = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)  # noqa: ASYNC220 - started once, before
    try:
        assert child.stdout is not None
        address = child.stdout.readline().strip().rstrip("/")
        async with aiohttp.ClientSession() as session:
            yield Server(address, session)
    finally:
        child.terminate()
        child.wait(10)
