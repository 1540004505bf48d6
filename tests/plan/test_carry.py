"""A plan goes over to the pair with a new mentor when the mentee or the curator says so; both sides hear of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from mentoring.errors import ProgrammeError
from mentoring.matching import service as matching
from mentoring.matching import service_upkeep
from mentoring.meetings.rules import Mark, Side, Subject
from mentoring.pairs import service_endings
from mentoring.pairs.rules import Pair
from mentoring.pairs.rules_acceptance import Reason
from mentoring.plan import cards, rules_carry, service, service_carry
from mentoring.plan.rules import SHIPPED, Goal, Note, Plan, Section, State, Task
from tests.matching.test_service_endings import spare
from tests.selection.ground import CURATOR, MENTEES, MENTORS, School, ids, ready

DAY = date(2026, 11, 24)


def task(number: int, text: str, **more: object) -> Task:
    return replace(Task(number, Section.GROWTH, Subject.METHOD, text), **more)


def test_what_is_open_goes_over_and_what_belongs_to_the_two_stays() -> None:
    former = Plan(
        1,
        (Goal(4, "Проводить урок по стандарту", Subject.METHOD), Goal(5, "Брошенная", Subject.SOCIAL, dropped=True)),
        (
            task(1, "Открытый урок", goal_id=4, state=State.GOING, mark="хорошо", term=DAY + timedelta(days=9),
                 notes=(Note(3, Mark.MOVED, DAY),)),
            task(2, "Просрочена", term=DAY - timedelta(days=1)),
            task(3, "Сделана", state=State.DONE),
            task(4, "Оставлена", state=State.DROPPED),
            task(5, "Уже есть"),
            task(6, "Карточка", card_id="rooms"),
        ),
    )  # fmt: skip
    new = Plan(2, (), (task(9, "Уже есть"), task(10, "Комнаты", card_id="rooms", state=State.DROPPED)))
    aimed = rules_carry.with_goals(former, new)
    assert [(one.id, one.text) for one in aimed.goals] == [(0, "Проводить урок по стандарту")]
    after = rules_carry.with_tasks(former, new, {"Проводить урок по стандарту": 77}, DAY)
    lesson, late = after.tasks[2:]
    assert (lesson.text, lesson.id, lesson.goal_id, lesson.state) == ("Открытый урок", 0, 77, State.GOING)
    assert (lesson.mark, lesson.notes, lesson.term) == ("", (), DAY + timedelta(days=9))
    assert (late.text, late.term) == ("Просрочена", None)


def test_a_full_plan_takes_as_much_as_it_holds() -> None:
    former = Plan(1, (), tuple(task(n, f"Задача {n}") for n in range(10)))
    new = Plan(2, (), tuple(task(n, f"Своя {n}") for n in range(SHIPPED.tasks - 2)))
    assert [one.text for one in rules_carry.open_tasks(former, new)] == ["Задача 0", "Задача 1"]


async def replaced(found: School) -> tuple[Pair, Pair]:
    """A pair with a plan whose mentor was replaced, and the pair that follows it."""
    run = await found.use(CURATOR, matching.propose)
    pair = (await found.use(CURATOR, matching.approve, run.id, run.revision))[0]
    card = cards.cards("ru")[0]
    await found.use(MENTEES[0], service.set_goal, pair.id, "Уверенно вести урок", Subject.METHOD)
    await found.use(MENTEES[0], service.tick, pair.id, card.id, True)
    await found.use(MENTORS[0], service.add_task, pair.id, Section.GROWTH, Subject.METHOD, "Открытый урок")
    args = (pair.id, pair.of(Side.MENTOR)[0], await spare(found), Reason.LONG_ABSENCE)
    await found.use(CURATOR, service_endings.replace_mentor, *args)
    found.now += timedelta(days=4)
    await found.do(service_upkeep.tick)
    going = await found.do(
        lambda unit: [one for one in unit.pairs.going() if pair.of(Side.MENTEE)[0] in one.people]
    )
    return pair, going[0]


@pytest.mark.parametrize("who", [MENTEES[0], CURATOR])
async def test_the_plan_goes_over_once(database_url: str, who: int) -> None:
    async with ready(database_url) as found:
        mentors, mentees = await ids(found, MENTORS), await ids(found, MENTEES)
        curator = (await found.person(CURATOR)).id
        old, new = await replaced(found)
        assert found.heard("notice-carry") == [mentees[0]]
        assert found.heard("notice-carry-curator") == [curator]
        assert await found.use(MENTORS[2], service_carry.waiting, new.id) is None, "the new mentor is not asked"
        for stranger in (MENTORS[2], MENTORS[0], MENTEES[1]):
            with pytest.raises(ProgrammeError, match="error-not-yours"):
                await found.use(stranger, service_carry.carry, new.id)
        assert await found.do(lambda unit: unit.plans.find(new.school_id, new.id).tasks) == ()
        moved = await found.use(who, service_carry.carry, new.id)
        assert (len(moved.goals), len(moved.tasks)) == (1, 2)
        both = {mentors[2], mentees[0]} - {(await found.person(who)).id}
        assert set(found.heard("notice-carried")) == both
        board = await found.use(MENTORS[2], service.look, new.id)
        assert [goal.text for goal in board.plan.goals] == ["Уверенно вести урок"]
        assert board.plan.tasks[1].text == "Открытый урок"
        with pytest.raises(ProgrammeError, match="error-done-already"):
            await found.use(MENTEES[0], service_carry.carry, new.id)
        await found.use(MENTEES[0], service.tick, new.id, cards.cards("ru")[0].id, False)
        assert await found.use(MENTEES[0], service_carry.waiting, new.id) is None, "what was taken out stays out"
        kept = await found.do(lambda unit: unit.plans.find(old.school_id, old.id))
        assert len(kept.tasks) == 2, "the former pair's plan stays readable as it was"
        with pytest.raises(ProgrammeError, match="error-stale"):
            await found.use(CURATOR, service_carry.carry, old.id)


async def test_nothing_is_asked_where_nothing_was_planned(sqlite_url: str) -> None:
    async with ready(sqlite_url) as found:
        run = await found.use(CURATOR, matching.propose)
        pair = (await found.use(CURATOR, matching.approve, run.id, run.revision))[0]
        args = (pair.id, pair.of(Side.MENTOR)[0], await spare(found), Reason.WORKLOAD)
        await found.use(CURATOR, service_endings.replace_mentor, *args)
        found.now += timedelta(days=4)
        await found.do(service_upkeep.tick)
        assert found.heard("notice-carry") == found.heard("notice-carry-curator") == []
