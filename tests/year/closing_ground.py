"""A school with three pairs in a year that is ending, on a real database."""

from __future__ import annotations

import contextlib
from collections.abc import AsyncIterator, Sequence
from datetime import UTC, datetime

from mentoring.consent.rules import ConsentKind
from mentoring.evaluation.rules_closing import Way
from mentoring.pairs import service as pairs
from mentoring.people.rules import Role
from mentoring.ports_evaluation import FinalWord
from storage.unit import StorageUnit
from tests.selection.ground import CURATOR, DIRECTOR, MENTEES, MENTORS, YEAR, School, ids, ready

JUNE = datetime(2027, 6, 15, 9, tzinfo=UTC)
PEOPLE = (*MENTORS, *MENTEES)

__all__ = ["CURATOR", "DIRECTOR", "JUNE", "MENTEES", "MENTORS", "PEOPLE", "YEAR", "School", "ending", "ids", "publish", "say_way"]  # fmt: skip


@contextlib.asynccontextmanager
async def ending(url: str) -> AsyncIterator[School]:
    """Mentor n with mentee n; it is the middle of June."""
    async with ready(url) as found:
        for mentor, mentee in zip(await ids(found, MENTORS), await ids(found, MENTEES), strict=True):
            await found.use(CURATOR, pairs.create, [mentor], [mentee])
        found.now = JUNE
        found.told.clear()
        yield found


async def pair_ids(found: School, year: str = YEAR) -> list[int]:
    school = (await found.person(CURATOR)).school_id
    return [pair.id for pair in await found.do(lambda unit: unit.pairs.all(school, year))]


async def say_way(found: School, pair_id: int, people: Sequence[int], way: Way) -> None:
    for person in await ids(found, people):
        await found.do(lambda u, p=person: u.mutuals.keep_final(FinalWord(pair_id, p, way=way), u.now))


async def publish(found: School, *accounts: int) -> None:
    """These have consented to publication."""
    for person in await ids(found, accounts):
        await found.do(lambda u, p=person: _consent(u, p))


def _consent(unit: StorageUnit, person_id: int) -> None:
    unit.consents.keep_text("1" * 64, ConsentKind.PUBLICATION, 1, "ru", "Согласие", "Текст")
    unit.consents.decide(person_id, ConsentKind.PUBLICATION, 1, "1" * 64, True, unit.now)


async def site_admin(found: School) -> int:
    """A keeper of the page without any other role; their account."""
    from tests.surveys.ground import _enter

    school = (await found.person(CURATOR)).school_id
    await found.do(lambda unit: _enter(unit, school, 95, Role.SITE_ADMIN, "Сайтова Нина"))
    return 95
