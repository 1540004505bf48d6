"""Plans on both databases: who may do what, who hears of it, what is kept and what goes with a person."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from sqlalchemy import select

from mentoring.errors import ProgrammeError
from mentoring.meetings.rules import Mark, Side, Subject
from mentoring.pairs import service as pairs
from mentoring.pairs.rules import Ending
from mentoring.plan import cards, service, service_results
from mentoring.plan.rules import Section, State
from mentoring.plan.rules_results import ResultKind
from mentoring.plan.rules_said import last_day_in
from mentoring.plan.service import Board
from mentoring.questionnaires.service import Given
from storage.tables import plan_changes, plan_files, plan_goals, plan_results, plan_tasks, uploads
from tests.surveys.ground import CURATOR, MENTEES, MENTORS, NOW, School, school

MENTOR, MENTEE = MENTORS[0], MENTEES[0]
TODAY = date(2026, 11, 24)


async def pair_of(
    found: School, mentors: tuple[int, ...] = (MENTOR,), mentees: tuple[int, ...] = (MENTEE,)
) -> int:
    sides = [[(await found.person(tg)).id for tg in side] for side in (mentors, mentees)]
    return (await found.use(CURATOR, pairs.create, *sides)).id


async def board(found: School, pair: int, reader: int = MENTEE) -> Board:
    return await found.use(reader, service.look, pair)


async def with_card(found: School, card: str = "safety") -> tuple[int, int]:
    """A pair and the number of its only task."""
    pair = await pair_of(found)
    plan = await found.use(MENTOR, service.tick, pair, card, True)
    return pair, plan.tasks[0].id


async def test_cards_are_ticked_and_get_terms_on_school_days(database_url: str) -> None:
    async with school(database_url) as found:
        pair = await pair_of(found)
        for card in ("open_lesson", "safety", "discipline"):
            await found.use(MENTEE, service.tick, pair, card, True)
        await found.use(MENTEE, service.tick, pair, "safety", True)
        plan = await found.use(MENTOR, service.suggest_terms, pair)
        assert len(plan.tasks) == 3, "a second press takes no second card"
        terms = {task.card_id: task.term for task in plan.tasks}
        assert TODAY < terms["safety"] < terms["discipline"] < terms["open_lesson"] == date(2027, 4, 30)
        assert all(day.isoweekday() <= 5 for day in terms.values())
        assert (await board(found, pair)).plan == plan, "it is stored as it was handed back"
        await found.use(MENTOR, service.tick, pair, "safety", False)
        assert (await board(found, pair)).plan.cards == {"open_lesson", "discipline"}
        with pytest.raises(ProgrammeError, match="error-stale"):
            await found.use(MENTOR, service.tick, pair, "no_such_card", True)


async def test_a_term_stays_where_people_put_it(sqlite_url: str) -> None:
    async with school(sqlite_url) as found:
        pair, task = await with_card(found)
        await found.use(MENTEE, service.set_term, pair, task, date(2027, 2, 1))
        plan = await found.use(MENTOR, service.suggest_terms, pair)
        assert plan.tasks[0].term == date(2027, 2, 1)
        with pytest.raises(ProgrammeError, match="error-plan-term"):
            await found.use(MENTEE, service.set_term, pair, task, date(2028, 2, 1))
        assert (await found.use(MENTEE, service.terms_offered))[0] == date(2026, 12, 1)


async def test_the_other_side_hears_of_changes_once_a_day(database_url: str) -> None:
    async with school(database_url) as found:
        pair, task = await with_card(found)
        mentee = (await found.person(MENTEE)).id
        await found.use(MENTOR, service.move, pair, task, State.GOING)
        keys = {notice.key for notice in found.told if getattr(notice.text, "key", "") == "notice-plan"}
        assert keys == {f"plan:1:{pair}:20261124:{mentee}"}
        assert set(found.heard("notice-plan")) == {mentee}, "nobody hears of what they did themselves"
        found.now = NOW + timedelta(hours=10)  # ten in the evening: it reaches them next morning
        await found.use(MENTOR, service.move, pair, task, State.DONE)
        found.now = NOW + timedelta(hours=22)
        await found.use(MENTOR, service.move, pair, task, State.GOING)
        assert {notice.key for notice in found.told[-2:]} == {f"plan:1:{pair}:20261125:{mentee}"}
        mentor = (await found.person(MENTOR)).id
        assert [notice.about for notice in found.told[-2:]] == [mentor, mentor]


async def test_every_change_says_who_and_when_and_nothing_happens_twice(database_url: str) -> None:
    async with school(database_url) as found:
        pair, task = await with_card(found)
        found.now = NOW + timedelta(hours=1)
        await found.use(MENTEE, service.move, pair, task, State.DONE)
        await found.use(MENTEE, service.move, pair, task, State.DONE)
        shown = await board(found, pair)
        assert [change.what for change in shown.changes] == ["state_done", "task_added"]
        latest = shown.last(task, "state_")
        assert latest is not None
        assert (shown.names[latest.by or 0], latest.at) == ("Человек 3", found.now)
        assert latest.about == shown.plan.task(task).text
        with pytest.raises(ProgrammeError, match="error-plan-move"):
            await found.use(MENTEE, service.move, pair, task, State.DROPPED)


async def test_the_mark_is_the_mentors_and_results_are_anybodys(sqlite_url: str) -> None:
    async with school(sqlite_url) as found:
        pair, task = await with_card(found)
        await found.use(MENTEE, service.set_actual, pair, task, " Прошли вместе ")
        with pytest.raises(ProgrammeError, match="error-plan-mark"):
            await found.use(MENTEE, service.set_mark, pair, task, "выполнено")
        await found.use(MENTOR, service.set_mark, pair, task, "выполнено")
        one = (await board(found, pair)).plan.task(task)
        assert (one.actual, one.mark) == ("Прошли вместе", "выполнено")


async def test_goals_and_own_tasks_in_the_pairs_words(database_url: str) -> None:
    async with school(database_url) as found:
        pair = await pair_of(found)
        plan = await found.use(MENTEE, service.set_goal, pair, "Спокойные уроки", Subject.PERSONAL)
        goal = plan.goals[0].id
        plan = await found.use(MENTOR, service.set_goal, pair, "Ровные уроки", Subject.METHOD, goal)
        assert [(one.id, one.text) for one in plan.goals] == [(goal, "Ровные уроки")]
        await found.use(MENTOR, service.drop_goal, pair, goal)
        with pytest.raises(ProgrammeError, match="error-stale"):
            await found.use(MENTEE, service.set_goal, pair, "Снова", Subject.METHOD, goal)
        words = "Вести блог класса\nДве записи в месяц,\nотклики родителей"
        plan = await found.use(MENTEE, service.add_task, pair, Section.GROWTH, Subject.SOCIAL, words)
        assert plan.tasks[0].text == "Вести блог класса"
        assert plan.tasks[0].planned == "Две записи в месяц, отклики родителей"
        assert [c.what for c in (await board(found, pair)).changes] == [
            "task_added", "goal_dropped", "goal_changed", "goal_added",
        ]  # fmt: skip


async def test_a_check_in_notes_how_tasks_stand(database_url: str) -> None:
    async with school(database_url) as found:
        pair, task = await with_card(found)
        marks = [(task, Mark.DONE), (999, Mark.NOT)]
        await found.use(MENTEE, service.progress, pair, 5, marks)
        one = (await board(found, pair)).plan.task(task)
        assert one.state is State.DONE
        assert [(note.meeting_id, note.mark, note.on) for note in one.notes] == [(5, Mark.DONE, TODAY)]


async def test_who_sees_and_who_changes(sqlite_url: str) -> None:
    async with school(sqlite_url) as found:
        pair, task = await with_card(found)
        assert (await board(found, pair, MENTOR)).side is Side.MENTOR
        watching = await board(found, pair, CURATOR)
        assert (watching.side, watching.open, len(watching.plan.tasks)) == (None, False, 1)
        for act in (service.look, service.suggest_terms):
            with pytest.raises(ProgrammeError, match="error-stale"):
                await found.use(MENTORS[1], act, pair)
        with pytest.raises(ProgrammeError, match="error-not-yours"):
            await found.use(CURATOR, service.move, pair, task, State.DONE)
        other = (await found.person(CURATOR)).school_id + 1
        assert not (await found.do(lambda unit: unit.plans.find(other, pair))).tasks


async def test_a_closed_pairs_plan_is_for_reading(sqlite_url: str) -> None:
    async with school(sqlite_url) as found:
        pair, task = await with_card(found)
        await found.use(CURATOR, pairs.close, pair, Ending.DONE)
        shown = await board(found, pair)
        assert (shown.plan.closed, shown.open, len(shown.plan.tasks)) == (True, False, 1)
        acts = (
            (service.move, task, State.DONE),
            (service_results.add_result, ResultKind.PROJECT, "Проект"),
        )
        for act, *what in acts:
            with pytest.raises(ProgrammeError, match="error-plan-closed"):
                await found.use(MENTEE, act, pair, *what)


async def test_cards_are_read_in_the_readers_language(sqlite_url: str) -> None:
    async with school(sqlite_url) as found:
        pair, _ = await with_card(found)
        person = await found.person(MENTEE)
        await found.do(lambda unit: unit.people.update(person.school_id, person.id, language="en"))
        english = next(card for card in cards.cards("en") if card.id == "safety")
        assert (await board(found, pair)).plan.tasks[0].text == english.title
        assert (await board(found, pair, MENTOR)).plan.tasks[0].text != english.title


async def test_a_result_with_links_and_files(database_url: str) -> None:
    async with school(database_url) as found:
        pair = await pair_of(found)
        made = await found.use(MENTEE, service_results.add_result, pair, ResultKind.OPEN_LESSON, "Дроби")
        await found.use(MENTOR, service_results.add_link, pair, made.id, "example.org/lesson")
        given = Given("image", "photo", "ref-1", "", 10)
        await found.use(MENTOR, service_results.add_file, pair, made.id, given)
        await found.use(MENTEE, service_results.set_day, pair, made.id, date(2026, 11, 20))
        one = (await board(found, pair)).results[0]
        assert (one.on, one.links) == (date(2026, 11, 20), ("https://example.org/lesson",))
        kept = await found.use(MENTEE, service_results.files, pair, made.id)
        assert [(file.kind, file.reference) for file in kept] == [("photo", "ref-1")]
        with pytest.raises(ProgrammeError, match="error-stale"):
            await found.use(MENTORS[1], service_results.files, pair, made.id)
        with pytest.raises(ProgrammeError, match="error-result-future"):
            await found.use(MENTEE, service_results.set_day, pair, made.id, date(2027, 1, 1))
        with pytest.raises(ProgrammeError, match="error-result-not-yours"):
            await found.use(MENTOR, service_results.drop_result, pair, made.id)
        await found.use(MENTEE, service_results.drop_result, pair, made.id)
        assert (await board(found, pair)).results == ()


async def test_a_sixth_file_is_refused_before_it_is_kept(sqlite_url: str) -> None:
    async with school(sqlite_url) as found:
        pair = await pair_of(found)
        made = await found.use(MENTEE, service_results.add_result, pair, ResultKind.METHOD, "Карточки")
        for number in range(5):
            given = Given("file", "document", f"ref-{number}", "a.pdf", 10)
            await found.use(MENTEE, service_results.add_file, pair, made.id, given)
        with pytest.raises(ProgrammeError, match="error-result-many"):
            await found.use(MENTEE, service_results.add_file, pair, made.id, Given("file", "document", "x", "", 1))
        assert len(await rows(found, uploads)) == 5


async def rows(found: School, table: object) -> list[object]:
    return list(await found.database.read(lambda c: c.execute(select(table)).all()))


async def furnished(found: School, mentees: tuple[int, ...] = (MENTEE,)) -> int:
    """A pair with a bit of everything in its plan."""
    pair = await pair_of(found, mentees=mentees)
    plan = await found.use(MENTEE, service.tick, pair, "safety", True)
    await found.use(MENTOR, service.set_mark, pair, plan.tasks[0].id, "выполнено")
    await found.use(MENTOR, service.set_goal, pair, "Спокойные уроки", Subject.PERSONAL)
    made = await found.use(MENTEE, service_results.add_result, pair, ResultKind.PROJECT, "Проект")
    await found.use(MENTEE, service_results.add_file, pair, made.id, Given("file", "document", "x", "a.pdf", 1))
    return pair


async def test_a_mentee_takes_their_plan_with_them(database_url: str) -> None:
    async with school(database_url) as found:
        await furnished(found)
        who = await found.person(MENTEE)
        stored = await found.do(lambda unit: unit.people.stored(who.school_id, who.id))
        assert [len(stored[name]) for name in ("plan_goals", "plan_tasks", "plan_results")] == [1, 1, 1]
        assert {row["what"] for row in stored["plan_changes"]} == {"task_added", "result_added", "result_changed"}
        gone = await found.do(lambda unit: unit.people.erase(who.school_id, who.id))
        assert (gone["plan_goals"], gone["plan_tasks"], gone["plan_results"]) == (1, 1, 1)
        for table in (plan_goals, plan_tasks, plan_results, plan_files, plan_changes, uploads):
            assert await rows(found, table) == [], table.name


async def test_a_mentor_leaves_the_plan_without_their_marks_and_name(database_url: str) -> None:
    async with school(database_url) as found:
        pair = await furnished(found)
        who = await found.person(MENTOR)
        gone = await found.do(lambda unit: unit.people.erase(who.school_id, who.id))
        assert "plan_tasks" not in gone
        shown = await board(found, pair)
        assert [task.mark for task in shown.plan.tasks] == [""]
        assert len(shown.results) == 1
        assert None in {change.by for change in shown.changes}


async def test_a_groups_plan_stays_with_those_who_stay(sqlite_url: str) -> None:
    async with school(sqlite_url) as found:
        pair = await furnished(found, MENTEES[:2])
        who = await found.person(MENTEE)
        await found.do(lambda unit: unit.people.erase(who.school_id, who.id))
        shown = await board(found, pair, MENTEES[1])
        assert (len(shown.plan.tasks), shown.results) == (1, ())


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("25 декабря", date(2026, 12, 25)),
        ("до пятницы", date(2026, 11, 27)),
        ("через две недели", date(2026, 12, 8)),
        ("в марте", date(2027, 3, 31)),
        ("до марта", date(2027, 2, 28)),
        ("до конца ноября", date(2026, 11, 30)),
        ("на следующей неделе", date(2026, 12, 6)),
    ],
)
def test_terms_in_words(said: str, day: date) -> None:
    assert last_day_in(said, NOW) == day


@pytest.mark.parametrize("said", ["в 15:30", "когда-нибудь", "три", ""])
def test_what_names_no_day_is_no_term(said: str) -> None:
    with pytest.raises(ProgrammeError, match="error-no-day"):
        last_day_in(said, datetime.fromisoformat("2026-11-24T12:00:00+03:00"))
