"""A school in the chat with three pairs, in a June: nominations, cases and the rollover lie ahead."""

from __future__ import annotations

import contextlib
from collections.abc import AsyncIterator
from typing import Any

from mentoring.consent.rules import ConsentKind
from mentoring.pairs import service as pairs
from mentoring.people.rules import Role
from storage.unit import StorageUnit
from tests.promises.bad_ground import write
from tests.scenarios.matching_ground import MENTEES, MENTORS, Cast, person_of
from tests.scenarios.test_pairs import noon
from tests.stage import Stage, stage
from tests.surveys.ground import _enter

DIRECTOR = "Орлов Пётр Ильич"


async def june(found: Stage, people: Cast) -> None:
    """The next one of the school's year; where the tests run later than that, it stays what it is."""
    assert found.app is not None
    now = found.app.clock.now()
    actor = await found.app.database.read(lambda c: StorageUnit(c, now).people.actor(people.curator))
    assert actor is not None
    then = now.replace(year=actor.school.year_end.year, month=6, day=15)
    if then > now:
        await found.people.post("clock", to=then.isoformat())
        await found.people.rest()


def _come_in(unit: StorageUnit, school: int, account: int, role: Role, name: str) -> None:
    """Everything is agreed to, as if it had been pressed through."""
    _enter(unit, school, account, role, name)
    for kind in (ConsentKind.PROCESSING, ConsentKind.PUBLICATION):
        unit.consents.decide(person_of(unit, account), kind, 1, "0" * 64, True, unit.now)


async def _cast(found: Stage) -> Cast:
    curator = await found.curator()
    named = [(DIRECTOR, Role.DIRECTOR), *((n, Role.MENTOR) for n in MENTORS), *((n, Role.MENTEE) for n in MENTEES)]
    accounts = [await found.people.newcomer(name.split()[1], name.split()[0]) for name, _ in named]
    assert found.app is not None
    now = found.app.clock.now()

    def put(connection: Any) -> None:
        unit = StorageUnit(connection, now)
        actor = unit.people.actor(curator)
        assert actor is not None
        for account, (name, role) in zip(accounts, named, strict=True):
            _come_in(unit, actor.school_id, account, role, name)
        for one, other in zip(accounts[1:4], accounts[4:], strict=True):
            pairs.made(unit, actor.school, [person_of(unit, one)], [person_of(unit, other)])

    await write(found, put)
    for account in accounts:
        await found.people.say(account, "/menu")
    return Cast(curator, accounts[0], 0, accounts[1:4], accounts[4:])


@contextlib.asynccontextmanager
async def closing(url: str) -> AsyncIterator[tuple[Stage, Cast]]:
    """Mentor n with mentee n, made by hand."""
    async with stage(url) as found:
        await noon(found)
        people = await _cast(found)
        await june(found, people)
        yield found, people


async def group(found: Stage, owner: int, *members: int) -> int:
    """The programme's group with the bot in it."""
    made = await found.people.post("groups", title="Наставничество", owner=owner, members=[owner, *members])
    await found.people.post("member", chat=made["id"], do="add_bot")
    await found.people.rest()
    return int(made["id"])


async def texts(found: Stage, person: int, chat: int | None = None) -> str:
    """Everything that somebody can read there."""
    return "\n".join(one["text"] or "" for one in await found.people.messages(person, chat))
