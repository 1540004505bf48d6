"""Forged presses: other people's ids, numbers no column holds, rubbish of 64 bytes, parts too few or too many."""

from __future__ import annotations

import pytest

from mentoring.people.rules import Role
from storage.tables import (
    invitations,
    submissions,
)
from tests.promises.bad_ground import calm, count, force, inject, invitation, mentee, rows, unpaced, user
from tests.promises.press_ground import at_last, press_all, state, walk
from tests.promises.test_bad_links import _other_school
from tests.stage import labels, stage

__all__ = ["unpaced"]


_NUMBERED = ("f.look", "f.later", "card", "p.roles", "p.ok", "p.no", "p.no2", "nudge", "i.revoke", "i.revoke2")
_HUGE = (
    "9" * 40,
    "-" + "9" * 40,
    str(2**63),
    str(-(2**63) - 1),
    "0",
    "-1",
    "1e9",
    "٣",
    "0x10",
    " 1",
    "1_0",
    "",
    "NaN",
)
FORGED = (
    *(f"{route}:{number}" for route in _NUMBERED for number in _HUGE),
    *(f"{route}" for route in _NUMBERED),
    *(f"{route}:{number}" for route in ("people:all", "r.show:mentor", "i.open", "f.page:1") for number in _HUGE),
    *(f"t.school:{number}" for number in _HUGE[:6]),
    "p.role:2:owner:1", "p.role:2:curator", f"p.role:{'9' * 30}:curator:1", "p.role:::", "people:nobody:0", "people",
    "r.show:curator:0", "r.file:", "r.file:director", "c.show", "c.show:everything", "c.yes:processing:", "c.yes",
    "c.yes:processing:0000000000", "c.no2:processing", "c.full:processing:99999", "c.full:processing:-5", "c.copy:x",
    "s.show:9", "s.show:-1", "s.take", "s.take:0", "s.take:7:x", f"s.take:1:{'x' * 50}", "i.make:owner:personal",
    "i.make:mentor:everybody", "i.make", "i.role:", "t.speak:xx", "t.speak", "t.mute", "t.mute:x", "t.hours:99.99-1",
    "t.hours", "a", "a:1", "a:1:0", "a:x:y:z", f"a:{'9' * 30}:0:g", f"a:1:{'9' * 40}:g", "a:1:0:c:99", "a:1:0:e:x",
    f"a:1:0:t:{'9' * 40}", "a:1:0:z", "a:1:0:?", "f.open", "f.open:nothing", "f.open:../../etc/passwd", "v.back:",
    "v.back2:everything", "/start", "typed", "gate", "__init__", ":", "::::", "a" * 64, "ъ" * 32, "😀" * 16, "%s%n",
    "\u202eabc", "home:" + "x:" * 25, "'; DROP TABLE people; --", "nudge.all:1:2:3", "group_moved:1:2",
)  # fmt: skip


@pytest.mark.parametrize("who", ["curator", "mentee", "stranger"])
async def test_forged_data_is_answered_and_changes_nothing(
    sqlite_url: str, caplog: pytest.LogCaptureFixture, who: str
) -> None:
    with calm(caplog):
        async with stage(sqlite_url) as found:
            curator, person = await walk(found)
            presser = {"curator": curator, "mentee": person}.get(who) or await found.people.newcomer("Чужой")
            forged = [d for d in FORGED if not d.startswith("nudge.all")] if who == "curator" else FORGED[::4]
            before = await state(found)
            assert not await press_all(found, presser, await at_last(found, presser, forged))
            assert await state(found) == before


async def test_forged_numbers_are_answered_on_both_databases(
    database_url: str, caplog: pytest.LogCaptureFixture
) -> None:
    """Numbers no column can hold are refused before the database sees them."""
    with calm(caplog):
        async with stage(database_url) as found:
            curator = await found.curator()
            for data in ("f.look:{}", "i.revoke2:{}", "p.ok:{}", "p.role:{}:mentor:1", "t.school:{}", "a:{}:0:g"):
                for number in ("9" * 40, str(2**63), str(2**31), "0"):
                    assert (await force(found, curator, data.format(number))).get("answered") is not False
            await found.people.rest()


async def test_another_schools_ids_open_nothing(database_url: str, caplog: pytest.LogCaptureFixture) -> None:
    with calm(caplog):
        async with stage(database_url) as found:
            curator = await found.curator()
            person = await mentee(found, curator)
            await found.people.press(person, "Начать")
            await invitation(found, curator, "Наставник")
            token = await invitation(found, curator, "Наставник", "Общая ссылка")
            waiting = await found.people.newcomer("Ждущий")
            await found.people.say(waiting, f"/start {token}")
            await found.people.press(waiting, "Даю согласие")
            await found.people.say(waiting, "Ждущий Олег")
            other = await _other_school(found)
            before = await state(found)
            theirs = [i.id for i in await rows(found, invitations, invitations.c.school_id == 1)]
            forged = [f"i.revoke2:{i}" for i in theirs]
            for number in (1, 2, 3):
                forged += [
                    f"{r}:{number}" for r in ("card", "p.roles", "p.ok", "p.no2", "nudge", "f.look", "f.page")
                ]
                forged += [f"p.role:{number}:{role}:{held}" for role in Role for held in (0, 1)]
            forged += ["t.school:1", "a:1:1:g", "a:1:0:s", "f.page:1:0"]
            assert not await press_all(found, other, await at_last(found, other, forged))
            assert await state(found) == before
            assert "Петрова" not in str(await found.people.messages(other))


async def test_nobody_opens_a_questionnaire_that_is_not_theirs(
    sqlite_url: str, caplog: pytest.LogCaptureFixture
) -> None:
    """The curator has none, a mentee none of the mentor's, somebody who waits for approval none yet."""
    with calm(caplog):
        async with stage(sqlite_url) as found:
            curator = await found.curator()
            person = await mentee(found, curator)
            token = await invitation(found, curator, "Наставник", "Общая ссылка")
            waiting = await found.people.newcomer("Ждущий")
            await found.people.say(waiting, f"/start {token}")
            await found.people.press(waiting, "Даю согласие")
            await found.people.say(waiting, "Ждущий Олег")
            for one, form in ((curator, "mentor_entry"), (person, "mentor_entry"), (waiting, "mentor_entry")):
                answer = await force(found, one, f"f.open:{form}")
                assert answer.get("answered") is not False
                await found.people.rest()
            assert await count(found, submissions) == 0


async def test_a_press_without_a_message_is_answered(sqlite_url: str, caplog: pytest.LogCaptureFixture) -> None:
    """Telegram may leave the message out altogether."""
    with calm(caplog):
        async with stage(sqlite_url) as found:
            curator = await found.curator()
            last = (await found.people.last(curator))["id"]
            bare = {"id": "1", "from": user(curator), "chat_instance": "1", "data": "people:all:0"}
            await inject(found, callback_query=bare)
            await inject(found, callback_query={**bare, "id": "2", "inline_message_id": "x"})
            await inject(
                found, callback_query={k: v for k, v in bare.items() if k != "data"} | {"game_short_name": "g"}
            )
            await found.people.rest()
            assert (await found.people.last(curator))["id"] > last


async def test_an_edit_of_a_message_that_is_gone_becomes_a_new_one(
    sqlite_url: str, caplog: pytest.LogCaptureFixture
) -> None:
    with calm(caplog):
        async with stage(sqlite_url) as found:
            curator = await found.curator()
            shown = await found.people.last(curator)
            answer = await force(found, curator, "people:all:0", shown["id"] + 500)
            assert answer.get("answered") is not False
            await found.people.rest()
            assert (await found.people.last(curator))["id"] > shown["id"]
            assert "Сергеева" in str(labels(await found.people.last(curator)))
