"""What the tests of bad input share: a log that must stay calm, people who are let in, raw updates."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from sqlalchemy import Connection, Table, func, select
from structlog.testing import capture_logs

from bot.telegram import limits
from storage import inbox
from tests.stage import Stage, labels

# Events that say a fault of ours was met; everything a person or the network does has a calm answer.
LOUD = frozenset(
    {"worker.failed", "worker.database", "sender.failed", "sender.dropped", "tick.failed", "webhook.refused"}
)
LINK = re.compile(r"start=([A-Za-z0-9_-]+)")


@contextlib.contextmanager
def calm(caplog: pytest.LogCaptureFixture, *but: str) -> Iterator[list[Any]]:
    """No unhandled exception: neither an event of `LOUD` (except `but`) nor an error of a library."""
    with caplog.at_level(logging.ERROR), capture_logs() as events:
        yield events
    loud = [e for e in events if e["event"] in LOUD - set(but)]
    assert not loud, loud
    shouted = [r.getMessage() for r in caplog.records if r.levelno >= logging.ERROR]
    assert not shouted, shouted


@pytest.fixture(autouse=True)
def unpaced(monkeypatch: pytest.MonkeyPatch) -> None:
    """Hundreds of messages in a test's time: how many may leave a second is tested in tests/bot/test_limits.py."""
    monkeypatch.setattr(limits, "PRIVATE", 0.0005)
    monkeypatch.setattr(limits, "GROUP", 0.0005)
    monkeypatch.setattr(limits, "OVERALL", 0.0005)


def link_token(message: dict[str, Any]) -> str:
    found = LINK.search(message["text"])
    assert found, message["text"]
    return found[1]


async def invitation(found: Stage, curator: int, role: str, kind: str = "Личная ссылка") -> str:
    """A link's token as the curator makes it on the screen."""
    before = (await found.people.last(curator))["id"]
    await found.people.say(curator, "/menu")
    await found.people.press(curator, "Пригласить")
    await found.people.press(curator, role)
    await found.people.press(curator, kind)
    shown = await found.people.messages(curator, after=before)
    return next(link_token(m) for m in reversed(shown) if LINK.search(m["text"]))


async def arrive(found: Stage, token: str, name: str = "Петрова Мария Ивановна", *, consents: int = 3) -> int:
    """Somebody opens the link, agrees `consents` times and gives a name."""
    person = await found.people.newcomer(name.split()[-1], name.split()[0])
    await found.people.say(person, f"/start {token}")
    for _ in range(consents):
        await found.people.press(person, "Даю согласие")
    await found.people.say(person, name)
    return person


async def mentee(found: Stage, curator: int, name: str = "Петрова Мария Ивановна") -> int:
    return await member(found, curator, name, "Наставляемый")


async def member(found: Stage, curator: int, name: str, role: str) -> int:
    """Processing first, then the name, then the two documents that come with the role."""
    person = await found.people.newcomer(name.split()[-1], name.split()[0])
    await found.people.say(person, f"/start {await invitation(found, curator, role)}")
    return await _through(found, person, name)


async def _through(found: Stage, person: int, name: str) -> int:
    for _ in range(8):
        shown = await found.people.last(person)
        if "Даю согласие" in labels(shown):
            await found.people.press(person, "Даю согласие")
        elif "Как к вам обращаться" in shown["text"]:
            await found.people.say(person, name)
        else:
            return person
    raise AssertionError(shown)


async def inject(found: Stage, **update: Any) -> int:
    made = await found.people.post("inject", update=update)
    assert made["status"] == 200, made
    return made["update_id"]


def user(person: int, **more: Any) -> dict[str, Any]:
    return {"id": person, "is_bot": False, "first_name": "Анна", "language_code": "ru", **more}


def message(person: int, number: int = 900_001, **more: Any) -> dict[str, Any]:
    chat = {"id": person, "type": "private", "first_name": "Анна"}
    return {"message_id": number, "date": 1_790_000_000, "chat": chat, "from": user(person), **more}


def pressed(person: int, data: str, number: int = 1) -> dict[str, Any]:
    shown = {"message_id": number, "date": 0, "chat": {"id": person, "type": "private"}}
    return {"id": f"{person}-{number}", "from": user(person), "chat_instance": "1", "data": data, "message": shown}


async def force(
    found: Stage, person: int, data: str, number: int | None = None, wait: float = 5
) -> dict[str, Any]:
    """A press no keyboard shows, by default on the newest message; the bot must answer it."""
    if number is None:
        number = (await found.people.last(person))["id"] or 1
    asked = {"person": person, "chat": person, "message": number, "data": data, "force": True, "wait": wait}
    answer = await found.people.post("press", **asked)
    assert answer["status"] == 200, answer
    return answer


async def rows(found: Stage, table: Table, *where: Any) -> list[Any]:
    assert found.app is not None
    return await found.app.database.read(lambda c: list(c.execute(select(table).where(*where)).all()))


async def count(found: Stage, table: Table, *where: Any) -> int:
    assert found.app is not None
    query = select(func.count()).select_from(table).where(*where)
    return int(await found.app.database.read(lambda c: c.execute(query).scalar_one()))


async def write(found: Stage, work: Callable[[Connection], Any]) -> Any:
    assert found.app is not None
    return await found.app.database.write(work)


async def aside(found: Stage) -> int:
    assert found.app is not None
    return (await found.app.database.read(inbox.counts))[1]


async def alive(found: Stage) -> None:
    """The bot's own task has not ended, which is what an escaped exception does to it."""
    await asyncio.sleep(0)
    assert found._task is not None
    assert not found._task.done(), "the bot has ended"
