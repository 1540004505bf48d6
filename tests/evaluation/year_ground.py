"""A school of twelve mentors and twelve mentees at the end of its year, with everything answered, on a real database."""

from __future__ import annotations

import contextlib
from collections.abc import AsyncIterator, Mapping
from datetime import UTC, datetime

from sqlalchemy import insert

from mentoring.evaluation import service_after, service_cards, service_numbers, service_upkeep
from mentoring.evaluation.rules_facts import ClassTotals
from mentoring.pairs import service as pairs
from mentoring.people.rules import Actor, Role
from mentoring.ports import StoredAnswer
from mentoring.ports_questionnaires import SentSheet
from mentoring.questionnaires.catalogue import shipped
from mentoring.surveys.service import close, open_survey
from storage.tables import meetings, plan_results, plan_tasks
from storage.unit import StorageUnit
from tests.evaluation.ground import sheets
from tests.surveys.ground import CURATOR, School, _enter, school

YEAR = "2026"
DIRECTOR, PSYCHOLOGIST = 90, 91
MENTORS, MENTEES = (71, 72, 73, *range(171, 180)), (81, 82, 83, *range(181, 190))
OPENED = datetime(2027, 5, 12, 9, tzinfo=UTC)  # a Wednesday within the window
OVER = datetime(2027, 6, 1, 9, tzinfo=UTC)  # after the last late answer
CANARY = "канарейка-никому"

__all__ = [
    "CURATOR",
    "DIRECTOR",
    "MENTEES",
    "MENTORS",
    "OPENED",
    "OVER",
    "PSYCHOLOGIST",
    "School",
    "give",
    "paired",
]


def give(
    unit: StorageUnit, person: int, form_id: str, answers: Mapping[str, str | None], which: str = YEAR
) -> None:
    """A sent questionnaire as if it had been walked through."""
    made = unit.submissions.open(person, form_id, which, shipped()[form_id].version, 1, unit.now)
    stored = [StoredAnswer(name, value, value is None) for name, value in answers.items()]
    unit.submissions.save(made, stored, (), unit.now, state="sent", sent_at=unit.now)


def person(unit: StorageUnit, tg_id: int) -> int:
    actor = unit.people.actor(tg_id)
    assert actor is not None
    return actor.id


def boss(unit: StorageUnit) -> Actor:
    """The curator of the only school."""
    held = unit.people.with_role(unit.schools.all()[0].id, Role.CURATOR)
    actor = unit.people.actor(held[0].tg_id)
    assert actor is not None
    return actor


def people(unit: StorageUnit) -> None:
    actor = boss(unit)
    _enter(unit, actor.school_id, DIRECTOR, Role.DIRECTOR, "Орлов Пётр Ильич")
    _enter(unit, actor.school_id, PSYCHOLOGIST, Role.PSYCHOLOGIST, "Зимина Вера Олеговна")
    missing = [one for one in (*MENTORS, *MENTEES) if unit.people.actor(one) is None]
    for tg_id in missing:
        _enter(unit, actor.school_id, tg_id, Role.MENTOR if tg_id in MENTORS else Role.MENTEE, f"Человек {tg_id}")


def couples(unit: StorageUnit) -> None:
    """Eleven pairs of two, and a group of three, in which one mentee has a second mentor."""
    actor = boss(unit)
    for mentor, mentee in zip(MENTORS[:11], MENTEES[:11], strict=True):
        pairs.create(actor, unit, [person(unit, mentor)], [person(unit, mentee)])
    last = [person(unit, MENTEES[11]), person(unit, MENTEES[10])]
    pairs.create(actor, unit, [person(unit, MENTORS[11])], last)


@contextlib.asynccontextmanager
async def paired(url: str) -> AsyncIterator[School]:
    async with school(url) as found:
        await found.do(people)
        await found.do(couples)
        yield found


async def tick(found: School) -> None:
    for school_id in await found.do(service_upkeep.due_schools):
        await found.do(lambda unit, one=school_id: service_upkeep.look_after(unit, one))  # type: ignore[misc]


async def whole_year(found: School, curator: int = CURATOR) -> None:
    """From the first questionnaires to the last card."""
    await found.do(_before)
    await found.use(curator, open_survey, "climate", (), datetime(2026, 12, 20, tzinfo=UTC).date())
    await found.do(lambda unit: _anonymous(unit, "climate", 0))
    await _close_all(found, curator)
    await found.do(_facts)
    found.now = OPENED
    await found.use(curator, service_after.open_all)
    await found.do(_after)
    await _close_all(found, curator)
    await tick(found)
    await found.do(mutual)
    await found.do(_cards)
    await _numbers(found, curator)
    found.now = OVER
    await tick(found)


def _before(unit: StorageUnit) -> None:
    for form, people in (("mentor_before", MENTORS), ("mentee_before", MENTEES)):
        for sheet, tg_id in zip(sheets(form, len(people)), people, strict=True):
            give(unit, person(unit, tg_id), form, sheet.answers)


def _after(unit: StorageUnit) -> None:
    for form, people in (("mentor_after", MENTORS), ("mentee_after", MENTEES)):
        for sheet, tg_id in zip(sheets(form, len(people), 2), people, strict=True):
            give(unit, person(unit, tg_id), form, sheet.answers)
    _anonymous(unit, "climate", 2)
    _anonymous(unit, "group_reflection", 1)


def _anonymous(unit: StorageUnit, form_id: str, shift: int) -> None:
    actor = boss(unit)
    survey = next(one for one in unit.surveys.all(actor.school_id) if one.form_id == form_id)
    everybody = (*MENTORS, *MENTEES)
    for sheet, tg_id in zip(sheets(form_id, len(everybody), shift), everybody, strict=True):
        role = "mentor" if tg_id in MENTORS else "mentee"
        given = SentSheet(shipped()[form_id].version, sheet.answers, role=role, link=sheet.link)
        unit.surveys.give(survey, person(unit, tg_id), given)


async def _close_all(found: School, curator: int) -> None:
    actor = await found.person(curator)
    for survey in await found.do(lambda unit: list(unit.surveys.now_open(actor.school_id, unit.now))):
        await found.use(curator, close, survey.id)


def mutual(unit: StorageUnit) -> None:
    """Everybody tells of everybody; each tale bears a canary with whose it is."""
    actor = boss(unit)
    for place, one in enumerate(unit.mutuals.all(actor.school_id, YEAR)):
        tale = sheets(one.occasion.form, 26)[place].answers
        told = {**tale, "difficult": f"{CANARY}-{one.id}", "example": f"{CANARY}-{one.id}"}
        give(unit, one.occasion.giver, one.occasion.form, {**told, "pass_thanks": "no"}, one.sheet)


def _cards(unit: StorageUnit) -> None:
    actor = boss(unit)
    for place, pair in enumerate(unit.pairs.all(actor.school_id, YEAR)):
        service_cards.open_card(actor, unit, pair.id)
        row = unit.year_ends.card(pair.id, actor.id, YEAR)
        answers = {**sheets("curators_card", 12)[place].answers, "pair": "А. и Б."}
        give(unit, actor.id, "curators_card", answers, row.sheet)
    unit.foci.clear(actor.tg_id)  # as sending does


def _facts(unit: StorageUnit) -> None:
    """Meetings, tasks and results as rows, so that the counts are of what is stored."""
    actor = boss(unit)
    for pair in unit.pairs.all(actor.school_id, YEAR):
        rows = [_meeting(pair.id, actor.school_id, number, unit.now) for number in range(4)]
        unit.connection.execute(insert(meetings), rows)
        states = ("done", "done", "going", "dropped")
        tasks = [_task(pair.id, number, state) for number, state in enumerate(states)]
        unit.connection.execute(insert(plan_tasks), tasks)
        kinds = ("publication", "method", "open_lesson", "project")[: 1 + pair.id % 4]
        unit.connection.execute(insert(plan_results), [_result(pair.id, pair.people[0], one) for one in kinds])


def _meeting(pair_id: int, school_id: int, number: int, now: datetime) -> dict[str, object]:
    state = "counted" if number else "cancelled"
    about = {"school_id": school_id, "pair_id": pair_id, "uid": f"{pair_id}-{number}", "kind": "series"}
    return {**about, "state": state, "proposed_by": 1, "offered_at": now, "slots": "[]", "ended_at": now}


def _task(pair_id: int, number: int, state: str) -> dict[str, object]:
    about = {"pair_id": pair_id, "section": "lessons", "subject": "method", "text": f"Задача {number}"}
    return {**about, "card_id": f"card{number}", "state": state}


def _result(pair_id: int, person_id: int, kind: str) -> dict[str, object]:
    about = {"pair_id": pair_id, "person_id": person_id, "kind": kind, "title": "Работа"}
    return {**about, "happened_on": datetime(2027, 3, 1, tzinfo=UTC).date()}


async def _numbers(found: School, curator: int) -> None:
    await found.use(curator, service_numbers.enter, "conflicts_staff", "4 1")
    await found.use(curator, service_numbers.enter, "conflicts_parents", "5 5")
    teachers = await found.use(curator, service_numbers.teachers)
    for place, teacher in enumerate(teachers):
        before = service_numbers.read_measures(f"{min(100, 90 + place)} {40 + place} 7")
        after = service_numbers.read_measures(f"{min(100, 93 + place)} {47 + 2 * place} {4 + place % 2}")
        await found.use(
            DIRECTOR,
            service_numbers.keep_class,
            ClassTotals(f"{1 + place % 11}{'АБ'[place // 11]}", teacher.id, 20 + place, before, after),
        )
