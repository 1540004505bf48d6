"""Interviews on both databases: who records, who sees what, what is told to whom."""

from __future__ import annotations

from datetime import timedelta

import pytest

from mentoring.errors import ProgrammeError
from mentoring.people.rules import Role
from mentoring.questionnaires import service as questionnaires
from mentoring.selection import service
from mentoring.selection.rules import CRITERIA, GRADES, Decision
from tests.surveys.ground import CURATOR, MENTEES, MENTORS, NOW, School, school

DIRECTOR = 90


async def direct(found: School, tg_id: int = DIRECTOR, role: Role = Role.DIRECTOR) -> None:
    """A director (or a deputy) of the same school."""
    from tests.surveys.ground import _enter

    where = (await found.person(CURATOR)).school_id
    await found.do(lambda unit: _enter(unit, where, tg_id, role, "Директор Школы Шестой"))


async def ready(found: School, tg_id: int) -> int:
    """Somebody who has sent the mentor's questionnaire; their id."""
    view = await found.use(tg_id, questionnaires.open_form, "mentor_entry")
    await found.fill(tg_id, view)
    return (await found.person(tg_id)).id


async def graded(found: School, person: int, by: int = DIRECTOR) -> service.Candidate:
    shown = await found.use(by, service.begin, person)
    for one in CRITERIA:
        shown = await found.use(by, service.grade, person, one.name, max(GRADES[one.scale]))
    return shown


async def approve(found: School, person: int, by: int = DIRECTOR) -> None:
    shown = await graded(found, person, by)
    assert shown.interview is not None
    await found.use(by, service.decide, person, Decision.APPROVED, shown.interview.revision)


async def test_a_candidate_is_talked_to_and_approved(database_url: str) -> None:
    async with school(database_url) as found:
        await direct(found)
        assert await found.use(DIRECTOR, service.candidates) == []
        person = await ready(found, MENTORS[0])
        listed = await found.use(DIRECTOR, service.candidates)
        assert [(one.person.id, one.interview) for one in listed] == [(person, None)]
        await approve(found, person)
        assert found.heard("notice-mentor-approved") == [person]
        year = (await found.person(CURATOR)).school
        assert await found.do(lambda unit: service.approved(unit, year.id, "2026")) == {person}
        with pytest.raises(ProgrammeError, match="error-done-already"):
            await found.use(DIRECTOR, service.decide, person, Decision.APPROVED, 99)


async def test_those_decided_upon_come_last(sqlite_url: str) -> None:
    async with school(sqlite_url) as found:
        await direct(found)
        first, second = [await ready(found, tg_id) for tg_id in MENTORS[:2]]
        await approve(found, first)
        assert [one.person.id for one in await found.use(CURATOR, service.candidates)] == [second, first]


async def test_who_may_record(sqlite_url: str) -> None:
    async with school(sqlite_url) as found:
        await direct(found, 91, Role.DEPUTY)
        person = await ready(found, MENTORS[0])
        for tg_id in (CURATOR, MENTORS[1], MENTEES[0]):
            with pytest.raises(ProgrammeError, match="error-not-yours"):
                await found.use(tg_id, service.begin, person)
        for tg_id in (MENTORS[1], MENTEES[0]):
            with pytest.raises(ProgrammeError, match="error-not-yours"):
                await found.use(tg_id, service.candidates)
        await approve(found, person, by=91)
        mentee = (await found.person(MENTEES[0])).id
        with pytest.raises(ProgrammeError, match="error-person-gone"):
            await found.use(91, service.begin, mentee)


async def test_remarks_and_marks_stay_with_those_who_interview(database_url: str) -> None:
    async with school(database_url) as found:
        await direct(found)
        person = await ready(found, MENTORS[0])
        await graded(found, person)
        await found.use(DIRECTOR, service.remark, person, "тревожится перед открытыми уроками")
        seen = (await found.use(CURATOR, service.candidate, person)).interview
        assert seen is not None
        assert (seen.remark, dict(seen.grades)) == ("", {})
        own = (await found.use(DIRECTOR, service.candidate, person)).interview
        assert own is not None
        assert own.remark.startswith("тревожится")


async def test_a_no_is_told_by_a_person_unless_asked(database_url: str) -> None:
    async with school(database_url) as found:
        await direct(found)
        person = await ready(found, MENTORS[0])
        shown = await graded(found, person)
        assert shown.interview is not None
        with pytest.raises(ProgrammeError, match="error-stale"):
            await found.use(DIRECTOR, service.tell_no, person)
        await found.use(DIRECTOR, service.decide, person, Decision.NO, shown.interview.revision)
        assert [n for n in found.told if n.person_id == person] == []
        await found.use(DIRECTOR, service.tell_no, person)
        assert found.heard("notice-mentor-not-now") == [person]
        with pytest.raises(ProgrammeError, match="error-done-already"):
            await found.use(DIRECTOR, service.tell_no, person)


async def test_an_old_decision_button_does_nothing(sqlite_url: str) -> None:
    async with school(sqlite_url) as found:
        await direct(found)
        person = await ready(found, MENTORS[0])
        shown = await graded(found, person)
        assert shown.interview is not None
        await found.use(DIRECTOR, service.set_day, person, NOW.date() - timedelta(days=2))
        with pytest.raises(ProgrammeError, match="error-stale"):
            await found.use(DIRECTOR, service.decide, person, Decision.NO, shown.interview.revision)
        again = await found.use(DIRECTOR, service.candidate, person)
        assert again.decision is Decision.NONE
        assert again.interview is not None
        assert again.interview.held_on == NOW.date() - timedelta(days=2)


async def test_two_who_write_at_once_lose_nothing(sqlite_url: str) -> None:
    async with school(sqlite_url) as found:
        await direct(found)
        person = await ready(found, MENTORS[0])
        old = (await graded(found, person)).interview
        assert old is not None
        await found.use(DIRECTOR, service.remark, person, "первая")
        assert await found.do(lambda unit: unit.interviews.save(old)) is False


async def test_an_erased_candidate_leaves_no_interview(database_url: str) -> None:
    from sqlalchemy import func, select

    from storage.tables import interviews

    async with school(database_url) as found:
        await direct(found)
        person = await ready(found, MENTORS[0])
        await approve(found, person)
        where = (await found.person(CURATOR)).school_id
        await found.do(lambda unit: unit.people.erase(where, person))
        left = await found.database.read(
            lambda c: c.execute(select(func.count()).select_from(interviews)).scalar()
        )
        assert left == 0
