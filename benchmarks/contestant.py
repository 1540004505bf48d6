"""One bot with its own server: started, held still, let go, measured."""

from __future__ import annotations

import asyncio
import contextlib
import subprocess
import sys
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import psutil  # type: ignore[import-untyped]

from benchmarks.server import TOKEN, Server, server

STILL, QUIET = 0.3, 0.003  # less than QUIET seconds of processor in STILL seconds is looking at a clock
Writing = Callable[[], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class Cost:
    """Of `updates` updates: seconds of processor (user and system, all threads) and seconds on the clock."""

    updates: int
    cpu: float
    wall: float


class WrongAnswers(Exception):
    """A bot did not do what it is measured for."""


class Contestant:
    """`database` is the bot's file."""

    def __init__(self, name: str, server: Server, process: psutil.Process, database: str) -> None:
        self.name = name
        self.database = database
        self.server = server
        self._process = process

    def _cpu(self) -> float:
        """To the nanosecond where the system has a clock for another process, else by its ticks of 10 ms."""
        if sys.platform == "linux":
            return time.clock_gettime((~self._process.pid << 3) | 2)
        times = self._process.cpu_times()
        return float(times.user + times.system)

    def hold(self) -> None:
        self._process.suspend()

    def let_go(self) -> None:
        self._process.resume()

    async def awake(self, spare: int) -> None:
        """Let go, and answer somebody who is not measured: connections are open and the bot asks for updates."""
        before = await self.server.calls()
        self.let_go()
        await self.server.say(spare, "/start")
        await self.server.until_called(before + 1)
        await self.still()

    async def still(self) -> None:
        """Until the process has done nothing for a moment: what follows an answer belongs to it."""
        last = -1.0
        while (now := self._cpu()) - last > QUIET:
            last = now
            await asyncio.sleep(STILL)

    async def backlog(self, write: Writing, updates: int, calls: int) -> Cost:
        """What it takes to answer `updates` updates that were all waiting, in `calls` calls."""
        self.hold()
        await write()
        before, wanted = self._cpu(), await self.server.calls() + calls
        start = time.perf_counter()
        self.let_go()
        await self.server.until_called(wanted)
        wall = time.perf_counter() - start
        await self.still()
        cost = Cost(updates, self._cpu() - before, wall)
        await self._exactly(calls, wanted)
        return cost

    async def _exactly(self, calls: int, wanted: int) -> None:
        """Each update got its answer, once, and none was refused: else there is nothing to compare."""
        made = await self.server.made(wanted - calls)
        if len(made) != calls or not all(call["ok"] for call in made):
            raise WrongAnswers(f"{self.name}: {len(made)} calls instead of {calls}, or refused ones")

    async def one_by_one(self, writes: Sequence[Writing], calls: int) -> Cost:
        """What it takes to answer updates of which each comes after the last one was answered."""
        before, wall, wanted = self._cpu(), 0.0, 0
        for write in writes:
            wanted = await self.server.calls() + calls
            start = time.perf_counter()
            await write()
            await self.server.until_called(wanted)
            wall += time.perf_counter() - start
        await self.still()
        cost = Cost(len(writes), self._cpu() - before, wall)
        await self._exactly(calls * len(writes), wanted)
        return cost


@contextlib.asynccontextmanager
async def contestant(
    name: str, folder: Path, prepare: Callable[[Server, str], Awaitable[None]]
) -> AsyncIterator[Contestant]:
    """`prepare` gets the server and the bot's database before the bot is started."""
    database = str(folder / f"{name}.db")
    async with server() as its_server:
        await prepare(its_server, database)
        command = [sys.executable, "-m", f"benchmarks.bots.{name}", its_server.address, TOKEN, database]
        child = subprocess.Popen(command)  # noqa: ASYNC220 - started once, before anything is measured
        process = psutil.Process(child.pid)
        try:
            yield Contestant(name, its_server, process, database)
        finally:
            process.resume()
            child.kill()
            child.wait(10)
