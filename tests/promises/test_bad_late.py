"""Presses that come late: after a consent, a withdrawal, an erasure, a role taken away."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest
from sqlalchemy import Connection

from storage.tables import (
    consents,
    outbox,
    people,
    roles,
)
from tests.promises.bad_ground import calm, count, force, invitation, mentee, rows, unpaced, write
from tests.promises.press_ground import BUSINESS, all_buttons, press_all, state, walk
from tests.stage import labels, stage

__all__ = ["unpaced"]


async def test_a_given_consent_is_not_taken_back_by_an_old_refusal(
    sqlite_url: str, caplog: pytest.LogCaptureFixture
) -> None:
    """The way back is /privacy, which says what happens; the old screen's button is stale."""
    with calm(caplog):
        async with stage(sqlite_url) as found:
            curator = await found.curator()
            person = await mentee(found, curator)
            for one in (curator, person):
                asked = [b for b in await all_buttons(found) if b[0] == one and b[2].startswith("c.no:")]
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
            curator, person = await walk(found)
            mine = [b for b in await all_buttons(found) if b[0] == person]
            await force(found, person, "v.back2:processing")
            await found.people.rest()
            before = await state(found)
            assert not await press_all(found, person, mine)
            assert await state(found) == before
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
