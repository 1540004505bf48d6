"""Presses of old, foreign and forged buttons: always an answer, never a change that nobody wanted."""

from __future__ import annotations

import asyncio
import hashlib
from collections.abc import Iterable
from typing import Any

import pytest
from sqlalchemy import Connection, select

from mentoring.people.rules import Role
from storage.tables import answers as answers_table
from storage.tables import (
    consents,
    erasures,
    groups,
    invitations,
    outbox,
    people,
    roles,
    schools,
    submissions,
)
from tests.promises.bad_ground import calm, count, force, inject, invitation, mentee, rows, unpaced, user, write
from tests.promises.test_bad_links import _other_school
from tests.stage import Stage, labels, stage

__all__ = ["unpaced"]
BUSINESS = (schools, people, roles, invitations, consents, erasures, groups, submissions, answers_table)
# What a press may change by itself without harm: what was looked at last, what a typed word would answer.
_MOMENTS = {"updated_at", "created_at", "decided_at", "rev", "position", "from_review", "started", "refusals"}


def _digest(connection: Connection, of_person: int | None = None) -> str:
    """All business tables but for the marks that reading leaves."""
    text = []
    for table in BUSINESS:
        kept = [c for c in table.c if c.name not in _MOMENTS]
        text += [table.name, *sorted(str(tuple(r)) for r in connection.execute(select(*kept)))]
    return hashlib.sha256("\n".join(text).encode()).hexdigest()


async def _state(found: Stage) -> str:
    assert found.app is not None
    return await found.app.database.read(_digest)


async def _all_buttons(found: Stage) -> list[tuple[int, int, str]]:
    """(chat, message, data) of every button that was ever shown to anybody."""
    shown: dict[tuple[int, int, str], None] = {}
    for call in (await found.people.get("calls?after=0"))["calls"]:
        markup = call["params"].get("reply_markup") or {}
        result = call.get("result")
        number = result.get("message_id") if isinstance(result, dict) else call["params"].get("message_id")
        for row in markup.get("inline_keyboard", []):
            for button in row:
                if "callback_data" in button and number:
                    shown[(int(call["params"]["chat_id"]), int(number), button["callback_data"])] = None
    return list(shown)


async def _walk(found: Stage) -> tuple[int, int]:
    """A session with most screens: set-up, invitations, consents, a questionnaire, lists, cards, settings."""
    curator = await found.curator()
    person = await mentee(found, curator)
    await found.people.press(person, "Начать")
    await found.people.press(person, "Начать")
    await found.people.press(person, "Первые годы в школе")
    await found.people.say(person, "3")
    for data in ("forms", "settings", "t.lang", "t.quiet", "privacy", "v.consents", "v.back:processing", "home"):
        await force(found, person, data)
    screens = (
        "people:all:0 people:unfinished:0 card:2 p.roles:2 registers r.show:mentee:0 i.open:0 t.setup nudge.ask"
    )
    for data in (*screens.split(), "settings", "t.lang", "privacy", "v.consents", "home"):
        await force(found, curator, data)
    await found.people.rest()
    return curator, person


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


async def _press_all(found: Stage, person: int, buttons: Iterable[tuple[int, int, str]]) -> list[str]:
    """Press them all, a dozen at once; the data of those that were left without an answer."""
    several = asyncio.Semaphore(12)

    async def one(number: int, data: str) -> str | None:
        async with several:
            answer = await force(found, person, data, number)
        return data if answer.get("answered") is False else None

    silent = [data for data in await asyncio.gather(*(one(n, d) for _, n, d in buttons)) if data]
    await found.people.rest(120)
    return silent


async def _at_last(found: Stage, person: int, forged: Iterable[str]) -> list[tuple[int, int, str]]:
    number = (await found.people.last(person))["id"] or 1
    return [(person, number, data) for data in forged]


async def test_every_old_button_is_answered_and_harmless(
    sqlite_url: str, caplog: pytest.LogCaptureFixture
) -> None:
    """By its owner: reading screens change nothing, the rest at most what the button says."""
    with calm(caplog):
        async with stage(sqlite_url) as found:
            curator, person = await _walk(found)
            buttons = await _all_buttons(found)
            assert len(buttons) > 60
            for one in (curator, person):
                before = await _state(found)
                mine = _harmless(b for b in buttons if b[0] == one)
                mine = [b for b in mine if not b[2].startswith(("c.no2", "f.open"))]
                assert not await _press_all(found, one, mine)
                assert await _state(found) == before


async def test_old_buttons_of_a_questionnaire_change_no_answer(
    sqlite_url: str, caplog: pytest.LogCaptureFixture
) -> None:
    """Every button carries the screen's revision; those of earlier screens bring the present one."""
    with calm(caplog):
        async with stage(sqlite_url) as found:
            curator, person = await _walk(found)
            now = (await rows(found, submissions))[0].rev
            asked = [b for b in await _all_buttons(found) if b[0] == person and b[2].startswith("a:")]
            old = [b for b in asked if b[2].split(":")[2] != str(now)]
            assert len(old) >= 4
            before = await rows(found, answers_table)
            assert len(before) == 2
            assert not await _press_all(found, person, old)
            assert await rows(found, answers_table) == before
            assert not await _press_all(found, curator, [(curator, b[1], b[2]) for b in asked])
            assert await rows(found, answers_table) == before, "by somebody else"
            assert "Вопрос 3" in (await found.people.last(person))["text"]


@pytest.mark.parametrize("who", ["mentee of the school", "curator of another school", "stranger"])
async def test_other_peoples_buttons_change_nothing(
    sqlite_url: str, caplog: pytest.LogCaptureFixture, who: str
) -> None:
    with calm(caplog):
        async with stage(sqlite_url) as found:
            curator, person = await _walk(found)
            theirs = [b for b in await _all_buttons(found) if b[0] == curator]
            if who == "curator of another school":
                presser = await _other_school(found)
            else:
                presser = person if who.startswith("mentee") else await found.people.newcomer("Чужой")
            theirs = [b for b in theirs if not b[2].startswith(("t.", "mute", "name.own", "v.back2", "c."))]
            if who == "curator of another school":
                theirs = [b for b in theirs if not b[2].startswith(("i.make", "s.take", "f.open"))]
            before = await _state(found)
            seen = len(await found.people.messages(presser))
            assert not await _press_all(found, presser, theirs)
            assert await _state(found) == before
            shown = str((await found.people.messages(presser))[seen:])
            assert "Сергеева" not in shown, "a name of somebody else's school or list"


async def test_a_given_consent_is_not_taken_back_by_an_old_refusal(
    sqlite_url: str, caplog: pytest.LogCaptureFixture
) -> None:
    """The way back is /privacy, which says what happens; the old screen's button is stale."""
    with calm(caplog):
        async with stage(sqlite_url) as found:
            curator = await found.curator()
            person = await mentee(found, curator)
            for one in (curator, person):
                asked = [b for b in await _all_buttons(found) if b[0] == one and b[2].startswith("c.no:")]
                assert asked
                for _, number, data in asked:
                    answer = await force(found, one, data.replace("c.no:", "c.no2:"), number)
                    assert answer.get("answered") is not False
                    await found.people.rest()
            assert all(d.accepted and d.withdrawn_at is None for d in await rows(found, consents))
            assert {p.name for p in await rows(found, people)} == {
                "Сергеева Анна Львовна",
                "Петрова Мария Ивановна",
            }
            assert await count(found, roles) == 2


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
            assert await count(found, outbox, outbox.c.key.like("nudge:%")) == 1


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


async def test_a_withdrawal_pressed_again_tells_nobody_again(
    sqlite_url: str, caplog: pytest.LogCaptureFixture
) -> None:
    with calm(caplog):
        async with stage(sqlite_url) as found:
            curator = await found.curator()
            person = await mentee(found, curator)
            for _ in range(2):
                await force(found, person, "v.back2:publication")
                await found.people.rest()
                await asyncio.sleep(1.1)  # the notice's key counts in seconds
            assert await count(found, outbox, outbox.c.key.like("withdrawn-%")) == 1
            await force(found, curator, "v.back2:publication")
            await found.people.rest()
            assert await count(found, outbox, outbox.c.key.like("withdrawn-%")) == 1, "nothing was given there"


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
            curator, person = await _walk(found)
            presser = {"curator": curator, "mentee": person}.get(who) or await found.people.newcomer("Чужой")
            forged = [d for d in FORGED if not d.startswith("nudge.all")] if who == "curator" else FORGED[::4]
            before = await _state(found)
            assert not await _press_all(found, presser, await _at_last(found, presser, forged))
            assert await _state(found) == before


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
            other = await _other_school(found)
            before = await _state(found)
            theirs = [i.id for i in await rows(found, invitations, invitations.c.school_id == 1)]
            forged = [f"i.revoke2:{i}" for i in theirs]
            for number in (1, 2):
                forged += [
                    f"{r}:{number}" for r in ("card", "p.roles", "p.ok", "p.no2", "nudge", "f.look", "f.page")
                ]
                forged += [f"p.role:{number}:{role}:{held}" for role in Role for held in (0, 1)]
            forged += ["t.school:1", "a:1:1:g", "a:1:0:s", "f.page:1:0"]
            assert not await _press_all(found, other, await _at_last(found, other, forged))
            assert await _state(found) == before
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


async def test_a_curator_can_hand_the_role_over(sqlite_url: str, caplog: pytest.LogCaptureFixture) -> None:
    """The last one keeps it; with a second one there, the first may let go."""
    with calm(caplog):
        async with stage(sqlite_url) as found:
            curator = await found.curator()
            refused = await force(found, curator, "p.role:1:curator:0")
            assert "единственный куратор" in (refused["toast"] or "")
            await mentee(found, curator)
            await force(found, curator, "p.role:2:curator:1")
            await force(found, curator, "p.role:1:curator:0")
            await found.people.rest()
            assert [r.person_id for r in await rows(found, roles, roles.c.role == "curator")] == [2]
            shown = await found.people.last(curator)
            assert labels(shown), "a way on"


async def test_buttons_after_everything_was_erased(sqlite_url: str, caplog: pytest.LogCaptureFixture) -> None:
    """A person who is gone presses what is left on the telephone: words for a stranger, no new trace."""
    with calm(caplog):
        async with stage(sqlite_url) as found:
            curator, person = await _walk(found)
            mine = [b for b in await _all_buttons(found) if b[0] == person]
            await force(found, person, "v.back2:processing")
            await found.people.rest()
            before = await _state(found)
            assert not await _press_all(found, person, mine)
            assert await _state(found) == before
            await force(found, curator, "card:2")
            await found.people.rest()
            assert "Петрова" not in (await found.people.last(curator))["text"]


async def test_a_waiting_word_about_the_erased_is_erased_too(
    database_url: str, caplog: pytest.LogCaptureFixture
) -> None:
    """At night the curator's notice waits for the morning; whoever withdraws meanwhile is not in it."""
    with calm(caplog):
        async with stage(database_url) as found:
            curator = await found.curator()
            token = await invitation(found, curator, "Наставляемый", "Общая ссылка")
            await found.people.post("clock", to="2026-12-01T22:00:00+03:00")
            person = await found.people.newcomer("Зоя")
            await found.people.say(person, f"/start {token}")
            await found.people.press(person, "Даю согласие")
            await found.people.say(person, "Секретова Зоя Ивановна")
            assert "Секретова" in str(await rows(found, outbox)), "the notice waits"
            await force(found, person, "v.back2:processing")
            await found.people.rest()
            assert "Секретова" not in str(await rows(found, outbox))


async def test_a_declined_person_hears_it(sqlite_url: str, caplog: pytest.LogCaptureFixture) -> None:
    """They were told to wait for a word; it comes, and nothing of them is kept."""
    with calm(caplog):
        async with stage(sqlite_url) as found:
            curator = await found.curator()
            token = await invitation(found, curator, "Наставляемый", "Общая ссылка")
            person = await found.people.newcomer("Зоя")
            await found.people.say(person, f"/start {token}")
            await found.people.press(person, "Даю согласие")
            waiting = await found.people.say(person, "Лишнева Зоя Ивановна")
            await force(found, curator, "p.no2:2")
            await found.people.rest()
            assert (await found.people.last(person))["id"] > waiting["id"]
            assert "Лишнева" not in str([await rows(found, t) for t in (*BUSINESS, outbox)])


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


async def test_a_role_taken_away_closes_the_screens_that_are_still_open(
    sqlite_url: str, caplog: pytest.LogCaptureFixture
) -> None:
    with calm(caplog):
        async with stage(sqlite_url) as found:
            curator = await found.curator()
            await mentee(found, curator)
            await force(found, curator, "p.role:2:director:1")
            director = 2

            def take(connection: Connection) -> Any:
                return connection.execute(
                    roles.delete().where(roles.c.person_id == director, roles.c.role == "director")
                )

            person = (await rows(found, people, people.c.id == director))[0].tg_id
            await force(found, person, "people:all:0")
            await write(found, take)
            answer = await force(found, person, "card:1")
            assert answer["alert"]
            assert "нужная роль" in (answer["toast"] or "")
