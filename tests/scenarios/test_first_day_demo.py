"""What whoever opens the demo finds: a school whose people have come, and are not all done."""

from __future__ import annotations

import asyncio
import time
from typing import Any

import pytest

from sandbox import walk
from sandbox.seed import PEOPLE
from tests.stage import Stage, stage

FIELDS = ("first_name", "last_name", "username", "language_code", "role")


async def _seeded(found: Stage) -> dict[str, int]:
    """The demo school's people by surname."""
    made = {}
    for facts in PEOPLE:
        one = await found.people.post("people", **dict(zip(FIELDS, facts, strict=True)))
        made[facts[1]] = one["id"]
    return made


async def _buttons(found: Stage, person: int, *presses: str) -> dict[str, Any]:
    await found.people.say(person, "/menu")
    for press in presses:
        await found.people.press(person, press)
    return await found.people.last(person)


@pytest.mark.slow
async def test_the_demo_school_is_alive_in_half_a_minute(sqlite_url: str) -> None:
    """With Telegram's limits on, as `make demo` has them."""
    async with stage(sqlite_url, limits="on") as found:
        people = await _seeded(found)
        began = time.monotonic()
        await asyncio.to_thread(walk.furnish, found.people.base, await found.school())
        assert time.monotonic() - began < 30
        await found.people.rest()
        calls = (await found.people.get("calls?after=0"))["calls"]
        assert [c for c in calls if c.get("error_code") == 429] == []
        assert await found.people.messages(people["Крылова"]) == [], "the newcomer has not been invited yet"
        await _stages(found, people["Соколова"])
        paused = await found.people.last(people["Зайцев"])
        assert "Отложено" in paused["text"]


async def _stages(found: Stage, curator: int) -> None:
    """Half of the questionnaires are sent, and the list shows every stage there is to see."""
    shown = await _buttons(found, curator, "Люди", "Наставники")
    mentors = _lines(shown)
    mentees = _lines((await found.people.press(curator, "Наставляемые"))["last"])
    assert mentors == {
        "Гусева Ирина Михайловна": "анкет 1 из 3",
        "Орлова Татьяна Николаевна": "всё готово",
        "Фёдоров Сергей Александрович": "анкет 0 из 3",
    }
    assert mentees == {
        "Daniel Brooks": "анкет 1 из 3",
        "Зайцев Дмитрий Олегович": "анкет 0 из 3",
        "Лебедева Анна": "всё готово",
        "Морозова Екатерина": "анкет 2 из 3",
    }


def _lines(shown: dict[str, Any]) -> dict[str, str]:
    labels = [b["text"] for row in shown["buttons"] for b in row if b.get("data", "").startswith("card:")]
    return dict(label.split(" · ") for label in labels)
