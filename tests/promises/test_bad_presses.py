"""Old buttons pressed again, by their owner and by others, and the same press twenty times at once."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable

import pytest

from storage.tables import answers as answers_table
from storage.tables import (
    invitations,
    notices,
    roles,
    submissions,
)
from tests.promises.bad_ground import calm, count, force, mentee, rows, unpaced
from tests.promises.press_ground import all_buttons, press_all, state, walk
from tests.promises.test_bad_links import _other_school
from tests.stage import stage

__all__ = ["unpaced"]


# What changes something on purpose and may be pressed at any time by whoever it belongs to.
_OWN_WISHES = (
    "t.",
    "mute",
    "v.back2",
    "name.own",
    "i.make",
    "i.revoke2",
    "p.role:",
    "nudge",
    "s.take",
    "c.yes",
    "a:",
)


def _harmless(buttons: Iterable[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    return [b for b in buttons if not b[2].startswith(_OWN_WISHES)]


async def test_every_old_button_is_answered_and_harmless(
    sqlite_url: str, caplog: pytest.LogCaptureFixture
) -> None:
    """By its owner: reading screens change nothing, the rest at most what the button says."""
    with calm(caplog):
        async with stage(sqlite_url) as found:
            curator, person = await walk(found)
            buttons = await all_buttons(found)
            assert len(buttons) > 60
            for one in (curator, person):
                before = await state(found)
                mine = _harmless(b for b in buttons if b[0] == one)
                mine = [b for b in mine if not b[2].startswith(("c.no2", "f.open"))]
                assert not await press_all(found, one, mine)
                assert await state(found) == before


async def test_old_buttons_of_a_questionnaire_change_no_answer(
    sqlite_url: str, caplog: pytest.LogCaptureFixture
) -> None:
    """Every button carries the screen's revision; those of earlier screens bring the present one."""
    with calm(caplog):
        async with stage(sqlite_url) as found:
            curator, person = await walk(found)
            now = (await rows(found, submissions))[0].rev
            asked = [b for b in await all_buttons(found) if b[0] == person and b[2].startswith("a:")]
            old = [b for b in asked if b[2].split(":")[2] != str(now)]
            assert len(old) >= 4
            before = await rows(found, answers_table)
            assert len(before) == 2
            assert not await press_all(found, person, old)
            assert await rows(found, answers_table) == before
            assert not await press_all(found, curator, [(curator, b[1], b[2]) for b in asked])
            assert await rows(found, answers_table) == before, "by somebody else"
            assert "Вопрос 3" in str(await found.people.messages(person)), "the present question is shown instead"


@pytest.mark.parametrize("who", ["mentee of the school", "curator of another school", "stranger"])
async def test_other_peoples_buttons_change_nothing(
    sqlite_url: str, caplog: pytest.LogCaptureFixture, who: str
) -> None:
    with calm(caplog):
        async with stage(sqlite_url) as found:
            curator, person = await walk(found)
            theirs = [b for b in await all_buttons(found) if b[0] == curator]
            if who == "curator of another school":
                presser = await _other_school(found)
            else:
                presser = person if who.startswith("mentee") else await found.people.newcomer("Чужой")
            theirs = [b for b in theirs if not b[2].startswith(("t.", "mute", "name.own", "v.back2", "c."))]
            if who == "curator of another school":
                theirs = [b for b in theirs if not b[2].startswith(("i.make", "s.take", "f.open"))]
            before = await state(found)
            seen = len(await found.people.messages(presser))
            assert not await press_all(found, presser, theirs)
            assert await state(found) == before
            shown = str((await found.people.messages(presser))[seen:])
            assert "Сергеева" not in shown, "a name of somebody else's school or list"


async def test_a_press_twenty_times_at_once_has_one_effect(
    database_url: str, caplog: pytest.LogCaptureFixture
) -> None:
    with calm(caplog):
        async with stage(database_url) as found:
            curator = await found.curator()
            person = await mentee(found, curator)
            await found.people.press(person, "Начать")
            begun = await found.people.last(person)
            data = next(b["data"] for row in begun["buttons"] for b in row if b["text"] == "Начать")
            for one, pressed in ((person, data), (curator, "nudge:2"), (curator, "p.role:2:mentor:1")):
                answers = await asyncio.gather(*(force(found, one, pressed, wait=20) for _ in range(20)))
                assert all(a.get("answered") is not False for a in answers)
            await found.people.rest(60)
            assert await count(found, submissions) == 1
            assert await count(found, roles, roles.c.role == "mentor") == 1
            assert await count(found, notices, notices.c.key.like("nudge:%")) == 1


async def test_a_link_pressed_twenty_times_at_once_is_one_link(
    sqlite_url: str, caplog: pytest.LogCaptureFixture
) -> None:
    with calm(caplog):
        async with stage(sqlite_url) as found:
            curator = await found.curator()
            await found.people.press(curator, "Пригласить")
            await found.people.press(curator, "Наставник")
            shown = await found.people.last(curator)
            data = next(b["data"] for row in shown["buttons"] for b in row if b["text"] == "Личная ссылка")
            before = await count(found, invitations)
            await asyncio.gather(*(force(found, curator, data, shown["id"], wait=20) for _ in range(20)))
            assert await count(found, invitations) == before + 1
