"""A school with a director, a deputy and a psychologist besides its curator, mentors and mentees."""

from __future__ import annotations

import contextlib
from collections.abc import AsyncIterator

from mentoring.people.rules import Role
from storage.unit import StorageUnit
from tests.surveys.ground import CURATOR, MENTEES, MENTORS, NOW, School, _enter, school

DEPUTY, PSYCHOLOGIST = 92, 93
MENTOR, MENTEE = MENTORS[0], MENTEES[0]

__all__ = [
    "CURATOR",
    "DEPUTY",
    "MENTEE",
    "MENTEES",
    "MENTOR",
    "MENTORS",
    "NOW",
    "PSYCHOLOGIST",
    "School",
    "staffed",
]


def _staff(unit: StorageUnit) -> None:
    actor = unit.people.actor(CURATOR)
    assert actor is not None
    _enter(unit, actor.school_id, DEPUTY, Role.DEPUTY, "Белова Инна Карловна")
    _enter(unit, actor.school_id, PSYCHOLOGIST, Role.PSYCHOLOGIST, "Зимина Вера Олеговна")


@contextlib.asynccontextmanager
async def staffed(url: str) -> AsyncIterator[School]:
    async with school(url) as found:
        await found.do(_staff)
        yield found


async def number(found: School, tg_id: int) -> int:
    return (await found.person(tg_id)).id
