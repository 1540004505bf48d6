"""A walked session, every button it ever showed, and the state that pressing them must not change."""

from __future__ import annotations

import asyncio
import hashlib
from collections.abc import Iterable

from sqlalchemy import Connection, select

from storage.tables import answers as answers_table
from storage.tables import (
    consents,
    erasures,
    groups,
    invitations,
    people,
    roles,
    schools,
    submissions,
)
from tests.promises.bad_ground import force, mentee
from tests.stage import Stage

BUSINESS = (schools, people, roles, invitations, consents, erasures, groups, submissions, answers_table)
# What a press may change by itself without harm: what was looked at last, what a typed word would answer.
_MOMENTS = {"updated_at", "created_at", "decided_at", "rev", "position", "from_review", "started", "refusals"}


def digest(connection: Connection, of_person: int | None = None) -> str:
    """All business tables but for the marks that reading leaves."""
    text = []
    for table in BUSINESS:
        kept = [c for c in table.c if c.name not in _MOMENTS]
        text += [table.name, *sorted(str(tuple(r)) for r in connection.execute(select(*kept)))]
    return hashlib.sha256("\n".join(text).encode()).hexdigest()


async def state(found: Stage) -> str:
    assert found.app is not None
    return await found.app.database.read(digest)


async def all_buttons(found: Stage) -> list[tuple[int, int, str]]:
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


async def walk(found: Stage) -> tuple[int, int]:
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


async def press_all(found: Stage, person: int, buttons: Iterable[tuple[int, int, str]]) -> list[str]:
    """Press them all, a dozen at once; the data of those that were left without an answer."""
    several = asyncio.Semaphore(12)

    async def one(number: int, data: str) -> str | None:
        async with several:
            answer = await force(found, person, data, number)
        return data if answer.get("answered") is False else None

    silent = [data for data in await asyncio.gather(*(one(n, d) for _, n, d in buttons)) if data]
    await found.people.rest(120)
    return silent


async def at_last(found: Stage, person: int, forged: Iterable[str]) -> list[tuple[int, int, str]]:
    number = (await found.people.last(person))["id"] or 1
    return [(person, number, data) for data in forged]
