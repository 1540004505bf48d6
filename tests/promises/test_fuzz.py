"""Five thousand updates that nobody meant: the log stays calm, nobody waits, nothing readable is set aside."""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import Iterator
from typing import Any

import pytest
from aiogram.types import Update
from pydantic import ValidationError

from bot.telegram import receiver
from storage.tables import inbox
from tests.promises.bad_ground import alive, calm, force, mentee, rows, unpaced
from tests.promises.fuzz_tools import fuzzed
from tests.promises.test_bad_links import _other_school
from tests.stage import Stage, labels, stage

__all__ = ["unpaced"]
ALL, PARTS = 5_000, 4
PATIENCE = 10.0


@pytest.fixture
def heard(monkeypatch: pytest.MonkeyPatch) -> list[dict[str, Any]]:
    """Real updates as the receiver saw them."""
    found: list[dict[str, Any]] = []
    real = receiver.arrived

    def listening(update: object) -> Any:
        if isinstance(update, dict):
            found.append({k: v for k, v in update.items() if k != "update_id"})
        return real(update)

    monkeypatch.setattr(receiver, "arrived", listening)
    return found


async def _session(found: Stage) -> list[int]:
    """A school whose people the bent updates will speak for."""
    curator = await found.curator()
    person = await mentee(found, curator)
    for label in ("Начать", "Начать", "Первые годы в школе"):
        await found.people.press(person, label)
    await found.people.say(person, "3")
    for data in ("people:all:0", "card:2", "p.roles:2", "settings", "privacy", "i.list", "r.show:mentee:0"):
        await force(found, curator, data)
    await found.people.say(curator, "Иванов Иван Иванович; наставник")
    await found.people.send_file(curator, "list.csv", "Петров Пётр Ильич;наставник".encode())
    for kind in ("sticker", "voice", "contact"):
        await found.people.post("send-file", person=person, chat=person, kind=kind)
    group = (await found.people.post("groups", title="Школа", owner=curator, members=[curator, person]))["id"]
    await found.people.post("member", chat=group, do="add_bot")
    await found.people.say(curator, "/help", chat=group)
    await found.people.rest()
    return [curator, person]


async def _pour(found: Stage, updates: list[dict[str, Any]]) -> None:
    """All of them, a few requests at a time."""
    several = asyncio.Semaphore(4)

    async def one(update: dict[str, Any]) -> None:
        async with several:
            sent = await found.people.post("inject", update=update or {"empty": 0})
            assert sent["status"] == 200, sent

    await asyncio.gather(*(one(update) for update in updates))


async def _journey(found: Stage, person: int, poured: asyncio.Task[None]) -> int:
    """A healthy person answers question after question meanwhile; how many screens came, each in time."""
    screens = 0
    while screens < 3 or not poured.done():
        before = await _screen(found, person)
        shown = await _said(found, person)
        if "Вопрос 2 из" in shown["text"]:
            await found.people.post("say", person=person, chat=person, text="3")
        elif "Напишите ответ сообщением" in shown["text"]:
            await found.people.post("say", person=person, chat=person, text="математика")
        else:
            offered = [x for x in labels(shown) if x not in ("‹ Назад", "Отложить", "Меню")]
            assert offered, shown["text"]
            await found.people.post("press", person=person, chat=person, message="last", button=_wish(offered))
        started = time.monotonic()
        while await _screen(found, person) == before:
            assert time.monotonic() - started < PATIENCE, "the healthy person waits"
            await asyncio.sleep(0.02)
        screens += 1
        if screens >= 6:
            break
    return screens


def _wish(offered: list[str]) -> str:
    return "Пропустить" if "Пропустить" in offered else offered[0]


async def _said(found: Stage, person: int) -> dict[str, Any]:
    """The bot's newest message."""
    return [m for m in await found.people.messages(person) if m["from"]["is_bot"]][-1]


async def _screen(found: Stage, person: int) -> str:
    shown = await _said(found, person)
    return f"{shown['id']} {shown['text']} {labels(shown)}"


def _readable(payload: str) -> bool:
    """Whether Telegram's own schema allows it: identifiers there are integers of at most 52 significant bits."""
    if any(abs(number) >= 2**63 for number in _numbers(json.loads(payload))):
        return False
    try:
        _ = Update.model_validate_json(payload).event_type
    except (ValidationError, LookupError):
        return False
    return True


def _numbers(node: Any) -> Iterator[int]:
    if isinstance(node, int) or (isinstance(node, str) and node.isdecimal()):
        yield int(node)
    inside = node.values() if isinstance(node, dict) else node if isinstance(node, list) else ()
    for value in inside:
        yield from _numbers(value)


@pytest.mark.parametrize("part", range(PARTS))
async def test_fuzzed_updates_shake_nothing(
    sqlite_url: str, caplog: pytest.LogCaptureFixture, heard: list[dict[str, Any]], part: int
) -> None:
    with calm(caplog):
        async with stage(sqlite_url) as found:
            people = await _session(found)
            real = list(heard)
            assert len(real) > 30
            other = await _other_school(found)
            healthy = await mentee(found, other, "Здорова Анна Ивановна")
            await found.people.press(healthy, "Начать")
            updates = fuzzed(20_261_124 + part, ALL // PARTS, real, people)
            poured = asyncio.get_running_loop().create_task(_pour(found, updates))
            assert await _journey(found, healthy, poured) >= 3
            await poured
            await found.people.rest(60)
            await alive(found)
            left = [r for r in await rows(found, inbox) if r.state == 2]
            assert {r.error for r in left} <= {"unreadable"}
            assert left, "some of them were beyond reading"
            assert not [r.payload for r in left if r.payload and _readable(r.payload)]
            assert len(left) < ALL // PARTS, "and most were not"


def test_the_fuzz_is_the_same_every_time() -> None:
    real = [{"message": {"text": "x", "from": {"id": 1}}}, {"callback_query": {"data": "home"}}]
    once, again = (fuzzed(7, 500, real, [1]) for _ in range(2))
    assert json.dumps(once) == json.dumps(again)
    assert len({json.dumps(u) for u in once}) > 300, "and not the same update over and over"
