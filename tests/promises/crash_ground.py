"""A sandbox and a bot as processes of their own, and somebody who kills the bot while people are at work."""

from __future__ import annotations

import contextlib
import json
import os
import random
import re
import signal
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from mentoring.people.entrance import found_school
from sandbox.walk.journey import Walk, run
from sandbox.walk.story import Event, Story
from sandbox.walk.wire import Sandbox
from storage import migrate
from storage.engine import Database
from storage.unit import StorageUnit
from tests.promises.digest import Digest, digest
from tests.stage import TOKEN, free_port

ROOT = Path(__file__).parents[2]
NEW_MESSAGE = frozenset({"sendMessage", "sendDocument", "sendPhoto"})
DELAY = 0.09  # seconds after somebody's move within which the bot is killed: it is at work for about so long


class Mother:
    """See tests/promises/mother.py."""

    def __init__(self, log: Path) -> None:
        environment = {**os.environ, "MOTHER_LOG": str(log)}
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.promises.mother"],
            cwd=ROOT, env=environment, text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
        )  # fmt: skip
        assert self._read() == "warm"

    def _read(self) -> str:
        assert self._process.stdout is not None
        return self._process.stdout.readline().strip()

    def bot(self, environment: dict[str, str]) -> int:
        assert self._process.stdin is not None
        self._process.stdin.write(json.dumps(environment) + "\n")
        self._process.stdin.flush()
        return int(self._read())

    def close(self) -> None:
        self._process.kill()
        self._process.communicate()


@dataclass(slots=True)
class Ground:
    """One sandbox with its bot. `kills` counts those that met a running bot."""

    mother: Mother
    address: str
    environment: dict[str, str]
    pid: int = 0
    kills: int = 0
    moved: threading.Event = field(default_factory=threading.Event)

    def start(self) -> None:
        self.pid = self.mother.bot(self.environment)

    def kill(self) -> None:
        os.kill(self.pid, signal.SIGKILL)
        self.kills += 1
        _wait_gone(self.pid)

    def stop(self) -> None:
        os.kill(self.pid, signal.SIGTERM)
        _wait_gone(self.pid)


def _wait_gone(pid: int) -> None:
    """Until the process is no more; its mother takes it away at once."""
    until = time.monotonic() + 30
    while time.monotonic() < until:
        try:
            os.kill(pid, 0)
        except ProcessLookupError:
            return
        time.sleep(0.002)
    raise AssertionError("the bot does not end")


@contextlib.contextmanager
def ground(mother: Mother, database_url: str, mode: str = "polling") -> Iterator[Ground]:
    door = free_port()
    child = subprocess.Popen(
        [
            sys.executable, "-m", "sandbox", "--port", "0", "--empty", "--limits", "off", "--token", TOKEN,
            "--bot-door", f"http://127.0.0.1:{door}",
        ],
        cwd=ROOT, text=True, stdout=subprocess.PIPE,
    )  # fmt: skip
    assert child.stdout is not None
    address = child.stdout.readline().strip()
    found = Ground(mother, address, _environment(address, door, database_url) | _way_in(mode))
    try:
        found.start()
        yield found
    finally:
        with contextlib.suppress(ProcessLookupError):
            os.kill(found.pid, signal.SIGKILL)
        child.kill()
        child.communicate()


def _environment(address: str, door: int, database_url: str) -> dict[str, str]:
    return {
        "BOT_TOKEN": TOKEN,
        "BOT_API": address.rstrip("/"),
        "DATABASE_URL": database_url,
        "OPS_PORT": str(door),
        "REHEARSAL": "true",
        "LOG_LEVEL": "WARNING",
    }


def _way_in(mode: str) -> dict[str, str]:
    if mode == "polling":
        return {"MODE": mode}
    port = free_port()
    hook = {"WEBHOOK_URL": f"http://127.0.0.1:{port}/hook", "WEBHOOK_PORT": str(port)}
    return {"MODE": mode, "WEBHOOK_SECRET": "a-secret-of-the-tests", **hook}


async def school(database_url: str) -> str:
    """Found a school as the operator does, before the bot has ever run; returns the curator's token."""
    from mentoring.clock import Clock

    database = Database(database_url)
    try:
        await migrate.upgrade(database)
        founded = await database.write(lambda c: found_school(StorageUnit(c, Clock().now()), "МБОУ «СОШ № 6»"))
        return founded.token
    finally:
        await database.close()


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a walk ended: the database, what each person answered in order, what was said to whom how often.

    `moves` counts everything that was pressed or typed.
    """

    state: Digest
    answers: dict[str, list[tuple[str, str]]]
    said: Counter[tuple[Any, ...]]
    kills: int
    retries: int
    moves: int
    seconds: float


def walk_on(found: Ground, token: str, moments: list[int], seed: int) -> tuple[Walk, float]:
    """The walk, with a kill soon after each of these moves (counted from 0)."""
    walk = Walk(Sandbox(found.address), _Watched(found.moved))
    over = threading.Event()
    killer = threading.Thread(target=_kill, args=(found, walk.story, moments, random.Random(seed), over))
    began = time.monotonic()
    killer.start()
    try:
        run(walk, token)
    finally:
        over.set()
        found.moved.set()
        killer.join()
    assert walk.sandbox.get("idle", timeout=120)["idle"]
    return walk, time.monotonic() - began


class _Watched(Story):
    """A story whose every event wakes the killer."""

    __slots__ = ("_moved",)

    def __init__(self, moved: threading.Event) -> None:
        super().__init__()
        self._moved = moved

    def acted(self, who: str, on: str, did: str) -> None:
        super().acted(who, on, did)
        self._moved.set()


def _kill(found: Ground, story: Story, moments: list[int], order: random.Random, over: threading.Event) -> None:
    for moment in moments:
        while len(story.events) <= moment and not over.is_set():
            found.moved.wait(1)
            found.moved.clear()
        if over.is_set():
            return
        time.sleep(order.uniform(0, DELAY))
        found.kill()
        found.start()


async def outcome(database_url: str, found: Ground, walk: Walk, seconds: float) -> Outcome:
    found.stop()
    state = await digest(database_url)
    said = _said(walk.sandbox.get("calls", after=0)["calls"])
    moves = len(walk.story.events)
    return Outcome(state, _answers(walk.story.events), said, found.kills, walk.story.retries, moves, seconds)


def _answers(events: list[Event]) -> dict[str, list[tuple[str, str]]]:
    """What each person answered to which question, one after the other."""
    found: dict[str, list[tuple[str, str]]] = {}
    for event in events:
        if event.on:
            found.setdefault(event.who, []).append((event.on, event.did))
    return found


def _said(calls: list[dict[str, Any]]) -> Counter[tuple[Any, ...]]:
    """New messages by chat and words. Numbers are left out: a summary counts what others have done so far.

    So is the day's message: a bot that starts looks at once at what is due, one that runs on the hour, so which
    reminders share it hangs on the kills.
    """
    new = [call for call in calls if call["ok"] and call["method"] in NEW_MESSAGE]
    new = [call for call in new if "nt.later" not in str(call["params"].get("reply_markup"))]
    return Counter((c["params"]["chat_id"], c["method"], _words(c["params"])) for c in new)


def _words(params: dict[str, Any]) -> str:
    text = str(params.get("text") or params.get("caption") or "")
    return re.sub(r"\d+", "#", re.sub(r"start=\S+", "start=", text))
