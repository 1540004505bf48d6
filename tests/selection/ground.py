"""A school whose mentors are approved and whose people have answered, ready for pairs to be proposed."""

from __future__ import annotations

import contextlib
from collections.abc import AsyncIterator, Mapping, Sequence

from mentoring.people.rules import Role
from mentoring.ports import StoredAnswer
from mentoring.questionnaires.catalogue import shipped
from mentoring.selection.rules import CRITERIA, GRADES, Decision
from storage.unit import StorageUnit
from tests.surveys.ground import CURATOR, MENTEES, MENTORS, NOW, School, _enter, school

DIRECTOR, PSYCHOLOGIST = 90, 91
YEAR = "2026"
SUBJECTS = ("математика", "физика", "русский язык")
MENTOR_SAYS = {
    "years": "12",
    "strengths_method": "lesson technologies",
    "capacity": "1",
    "days": "mon tue",
    "hours": "after",
    "contact_forms": "individual group",
}
MENTEE_SAYS = {"years": "1", "needs_method": "lesson", "days": "mon wed", "hours": "after", "situation": "young"}

__all__ = ["CURATOR", "DIRECTOR", "MENTEES", "MENTORS", "NOW", "PSYCHOLOGIST", "YEAR", "School", "give", "ready"]


def give(unit: StorageUnit, person_id: int, form_id: str, answers: Mapping[str, str], when: str = YEAR) -> None:
    """A sent questionnaire, answer by answer, as if it had been walked through."""
    version = shipped()[form_id].version
    made = unit.submissions.open(person_id, form_id, when, version, 1, unit.now)
    stored = [StoredAnswer(name, value, skipped=False) for name, value in answers.items()]
    gone = [one.name for one in made.answers if one.name not in answers]
    unit.submissions.save(made, stored, gone, unit.now, state="sent", sent_at=unit.now)


def approve(unit: StorageUnit, school_id: int, person_id: int) -> None:
    unit.interviews.add(person_id, YEAR, NOW.date())
    found = unit.interviews.find(school_id, person_id, YEAR)
    assert found is not None
    from dataclasses import replace

    grades = {one.name: max(GRADES[one.scale]) for one in CRITERIA}
    assert unit.interviews.save(replace(found, grades=grades, decision=Decision.APPROVED, decided_at=NOW))


def _id(unit: StorageUnit, tg_id: int) -> int:
    actor = unit.people.actor(tg_id)
    assert actor is not None
    return actor.id


def prepare(unit: StorageUnit, mentors: Sequence[int] = MENTORS, mentees: Sequence[int] = MENTEES) -> None:
    """Mentor n teaches subject n and takes one; mentee n teaches subject n as well."""
    actor = unit.people.actor(CURATOR)
    assert actor is not None
    _enter(unit, actor.school_id, DIRECTOR, Role.DIRECTOR, "Орлов Пётр Ильич")
    _enter(unit, actor.school_id, PSYCHOLOGIST, Role.PSYCHOLOGIST, "Зимина Вера Олеговна")
    for number, tg_id in enumerate(mentors):
        person = _id(unit, tg_id)
        give(unit, person, "mentor_entry", {"subject": SUBJECTS[number % 3], **MENTOR_SAYS})
        approve(unit, actor.school_id, person)
    for number, tg_id in enumerate(mentees):
        give(unit, _id(unit, tg_id), "mentee_entry", {"subject": SUBJECTS[number % 3], **MENTEE_SAYS})


@contextlib.asynccontextmanager
async def ready(url: str) -> AsyncIterator[School]:
    async with school(url) as found:
        await found.do(prepare)
        yield found


async def ids(found: School, accounts: Sequence[int]) -> list[int]:
    return [(await found.person(account)).id for account in accounts]
