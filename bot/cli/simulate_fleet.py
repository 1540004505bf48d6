"""Several bots at once behind one address, as an operator would run them on PostgreSQL."""

from __future__ import annotations

import asyncio
import itertools
import os
import signal
import sys
from collections.abc import Mapping
from contextlib import AsyncExitStack
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import aiohttp
from aiohttp import web

from bot.cli.demo import TOKEN, free_port
from bot.cli.refused import Refused
from bot.cli.simulate_ground import Reader
from bot.telegram.webhook import SECRET_HEADER
from sandbox.door import Door
from sandbox.rest import wait_idle
from sandbox.world import World
from storage.engine import Database

START = 120.0  # seconds until a bot is ready, on a busy machine
LOOK = 0.1
REST = 120.0
SECRET = "a-secret-of-the-simulation"  # noqa: S105 - it opens nothing but this machine's own door


@dataclass(slots=True)
class Member:
    """One `python -m bot run`."""

    process: asyncio.subprocess.Process
    hook: str
    ops: str


class Fleet(Reader):
    """`door` is the one port the sandbox knows: updates go to the members in turn, the clock to all of them."""

    def __init__(self, url: str, api: str, door: int, world: World, size: int) -> None:
        super().__init__(Database(url))
        self._url = url
        self._api = api
        self._port = door
        self._world = world
        self._size = size
        self._door = Door(f"http://127.0.0.1:{door}")
        self._members: list[Member] = []
        self._turn = itertools.count()
        self._drops = itertools.count(1)
        self._stack = AsyncExitStack()
        self._http: aiohttp.ClientSession | None = None

    @property
    def http(self) -> aiohttp.ClientSession:
        assert self._http is not None
        return self._http

    async def start(self) -> None:
        self._http = await self._stack.enter_async_context(aiohttp.ClientSession())
        front = web.Application()
        front.router.add_post("/hook", self._update)
        front.router.add_post("/clock", self._clock)
        front.router.add_get("/idle", self._idle)
        runner = web.AppRunner(front, access_log=None, shutdown_timeout=0.2)
        await runner.setup()
        self._stack.push_async_callback(runner.cleanup)
        await web.TCPSite(runner, "127.0.0.1", self._port).start()
        self._members = [await self._born() for _ in range(self._size)]
        for member in self._members:
            await self._ready(member)

    async def _born(self) -> Member:
        hook, ops = free_port(), free_port()
        process = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "bot", "run", env=self._environment(hook, ops), stdout=asyncio.subprocess.DEVNULL
        )
        return Member(process, f"http://127.0.0.1:{hook}/hook", f"http://127.0.0.1:{ops}")

    def _environment(self, hook: int, ops: int) -> Mapping[str, str]:
        return {
            **os.environ,
            "BOT_TOKEN": TOKEN,
            "BOT_API": self._api,
            "DATABASE_URL": self._url,
            "MODE": "webhook",
            "WEBHOOK_URL": f"http://127.0.0.1:{self._port}/hook",
            "WEBHOOK_PORT": str(hook),
            "WEBHOOK_SECRET": SECRET,
            "OPS_PORT": str(ops),
            "REHEARSAL": "true",
            "CLOCK_STANDS": "true",
            "SENDER_PACED": "false",
            "LOG_LEVEL": "ERROR",
        }

    async def _ready(self, member: Member) -> None:
        async with asyncio.timeout(START):
            while not await self._is_ready(member):
                if member.process.returncode is not None:
                    raise Refused(f"A bot ended with code {member.process.returncode} before it was ready.")
                await asyncio.sleep(LOOK)

    async def _is_ready(self, member: Member) -> bool:
        try:
            async with self.http.get(f"{member.ops}/readyz") as got:
                return got.status == 200
        except (aiohttp.ClientError, OSError):
            return False

    async def _update(self, request: web.Request) -> web.Response:
        """To the next member that takes it; nobody's failure loses it, the sandbox comes again."""
        body, headers = await request.read(), {SECRET_HEADER: request.headers.get(SECRET_HEADER, "")}
        for _ in range(self._size):
            member = self._members[next(self._turn) % len(self._members)]
            try:
                async with self.http.post(member.hook, data=body, headers=headers) as got:
                    return web.Response(status=got.status, body=await got.read())
            except (aiohttp.ClientError, OSError):
                continue
        return web.Response(status=502)

    async def _clock(self, request: web.Request) -> web.Response:
        """All at once: whatever is due is found by all of them, and said by one."""
        body = await request.json()
        answers = await asyncio.gather(*(self._moved(member, body) for member in self._members))
        return web.json_response({"ok": all(answers)}, status=200 if all(answers) else 502)

    async def _moved(self, member: Member, body: Any) -> bool:
        async with self.http.post(f"{member.ops}/clock", json=body) as got:
            return got.status == 200

    async def _idle(self, _request: web.Request) -> web.Response:
        """What waits is in the database, the same for all: the first one's word is enough."""
        async with self.http.get(f"{self._members[0].ops}/idle") as got:
            return web.json_response(await got.json())

    async def next(self) -> datetime | None:
        found = (await self._door.idle()).get("next_event")
        return datetime.fromisoformat(found) if found else None

    async def rest(self) -> None:
        if not await wait_idle(self._world, self._door, REST):
            raise TimeoutError("the bots did not come to rest")

    async def restart(self) -> None:
        """One of them dies at once, in the middle of its work, and another one takes its place.

        The first one stays: what a killed sender may do is another promise (tests/promises/test_crash.py).
        """
        place = 1 + next(self._drops) % (self._size - 1)
        self._members[place].process.kill()
        await self._members[place].process.wait()
        self._members[place] = await self._born()
        await self._ready(self._members[place])

    async def close(self) -> None:
        for member in self._members:
            if member.process.returncode is None:
                member.process.send_signal(signal.SIGTERM)
        for member in self._members:
            await member.process.wait()
        await self._door.close()
        await self._stack.aclose()
        await self.database.close()
