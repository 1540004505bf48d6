"""The pair's plan: cards and own tasks, what may become of them, progress, terms, print."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentoring.calendar.rules import Kind, SchoolCalendar, Special
from mentoring.errors import ProgrammeError
from mentoring.meetings.rules import Mark, Side, Subject
from mentoring.plan.cards import LANGUAGES, cards, order
from mentoring.plan.rules import (
    MOVES,
    Goal,
    Plan,
    Section,
    State,
    Task,
    add_own,
    drop_goal,
    move,
    progress,
    set_actual,
    set_goal,
    set_mark,
    set_term,
    tick,
    untick,
)  # fmt: skip
from mentoring.plan.rules_terms import Advice, advice, overdue, printed, spread, suggest

CARDS = cards("ru")
YEAR = (date(2026, 8, 1), date(2027, 7, 31))
FIRST, LAST = date(2026, 11, 2), date(2027, 4, 30)
DAYS = SchoolCalendar(
    "Europe/Moscow", specials=(Special(date(2026, 12, 31), date(2027, 1, 10), Kind.BREAK, "зимние"),)
)


def ticked(number=6):
    plan = Plan(70)
    for place in range(number):
        plan = tick(plan, CARDS[place], place + 1)
    return plan


def own(task_id=100, text="Своё дело", **more):
    return Task(task_id, Section.GROWTH, Subject.PERSONAL, text, **more)


def refused(key, act, *args):
    with pytest.raises(ProgrammeError) as caught:
        act(*args)
    assert caught.value.key == key
    return caught.value.params


class TestCards:
    def test_about_two_dozen_in_three_sections_and_subjects(self):
        assert 20 <= len(CARDS) <= 30
        assert {card.section for card in CARDS} == set(Section)
        assert {card.subject for card in CARDS} == set(Subject)
        assert len(order()) == len(CARDS)

    def test_languages_say_the_same_of_each(self):
        ru, en = (cards(language) for language in LANGUAGES)
        assert [(c.id, c.section, c.subject, c.order) for c in ru] == [
            (c.id, c.section, c.subject, c.order) for c in en
        ]
        assert not {c.title for c in ru} & {c.title for c in en}
        assert cards("tt") == ru

    @pytest.mark.parametrize("language", LANGUAGES)
    def test_each_fits_and_is_plain(self, language):
        for card in cards(language):
            assert 5 <= len(card.title) <= 90
            assert 5 <= len(card.result) <= 90
            assert not set("!<>") & set(card.title + card.result)

    def test_ticking_and_unticking(self):
        plan = ticked(2)
        assert plan.cards == {CARDS[0].id, CARDS[1].id}
        assert tick(plan, CARDS[0], 50) == plan
        assert untick(plan, CARDS[1].id) == ticked(1)
        assert untick(plan, CARDS[9].id) == plan

    def test_what_has_a_history_is_dropped_and_comes_back_with_it(self):
        plan = set_actual(ticked(1), 1, "Побывали на двух уроках")
        gone = untick(plan, CARDS[0].id)
        assert (gone.tasks[0].state, gone.cards) == (State.DROPPED, frozenset())
        assert untick(gone, CARDS[0].id) == gone
        assert tick(gone, CARDS[0], 50) == plan

    def test_unticking_what_is_done_keeps_it(self):
        done = move(ticked(1), 1, State.DONE)
        assert refused("error-plan-move", untick, done, CARDS[0].id) == {
            "before": State.DONE,
            "after": State.DROPPED,
        }


class TestGoals:
    def test_up_to_three(self):
        plan = Plan(70)
        for place in range(3):
            plan = set_goal(plan, place, f" Цель {place} ", Subject.METHOD)
        assert [goal.text for goal in plan.goals] == ["Цель 0", "Цель 1", "Цель 2"]
        assert refused("error-plan-goals", set_goal, plan, 3, "Ещё", Subject.METHOD) == {"most": 3}
        assert set_goal(plan, 1, "Иначе", Subject.SOCIAL).goals[1] == Goal(1, "Иначе", Subject.SOCIAL)

    def test_a_dropped_one_makes_room(self):
        plan = Plan(70)
        for place in range(3):
            plan = set_goal(plan, place, "Цель", Subject.METHOD)
        plan = add_own(drop_goal(plan, 0), own(goal_id=0))
        assert len(set_goal(plan, 3, "Ещё", Subject.METHOD).goals) == 4
        refused("error-plan-goals", set_goal, set_goal(plan, 3, "Ещё", Subject.METHOD), 0, "Снова", Subject.METHOD)
        assert plan.tasks[0].goal_id == 0


class TestTasks:
    def test_own_words(self):
        plan = add_own(Plan(70), own(text=" Вести дневник ", planned=" Тетрадь "))
        assert (plan.tasks[0].text, plan.tasks[0].planned) == ("Вести дневник", "Тетрадь")
        assert add_own(plan, own(text="двойное нажатие")) == plan

    @pytest.mark.parametrize(("text", "key"), [("  ", "error-plan-empty"), ("я" * 301, "error-plan-long")])
    def test_words_that_do_not_fit(self, text, key):
        refused(key, add_own, Plan(70), own(text=text))
        refused(key, set_goal, Plan(70), 1, text, Subject.METHOD)

    def test_so_many_and_no_more(self):
        plan = Plan(70, tasks=tuple(own(n) for n in range(30)))
        refused("error-plan-tasks", add_own, plan, own(31))
        assert len(add_own(move(plan, 0, State.DROPPED), own(31)).tasks) == 31

    @pytest.mark.parametrize("before", State)
    @pytest.mark.parametrize("after", State)
    def test_what_may_become_of_a_task(self, before, after):
        plan = Plan(70, tasks=(own(1, state=before),))
        if after is before or after in MOVES[before]:
            assert move(plan, 1, after).tasks[0].state is after
        else:
            refused("error-plan-move", move, plan, 1, after)

    def test_nothing_ends_for_good(self):
        assert all(MOVES[state] for state in State)

    def test_a_term_lies_in_the_year(self):
        assert set_term(ticked(1), 1, YEAR[1], YEAR).tasks[0].term == YEAR[1]
        refused("error-plan-term", set_term, ticked(1), 1, YEAR[1] + timedelta(1), YEAR)
        refused("error-plan-term", set_term, ticked(1), 1, YEAR[0] - timedelta(1), YEAR)
        refused("error-plan-task", set_term, ticked(1), 9, YEAR[1], YEAR)

    def test_the_mark_is_the_mentors(self):
        refused("error-plan-mark", set_mark, ticked(1), 1, Side.MENTEE, "хорошо")
        marked = set_mark(ticked(1), 1, Side.MENTOR, " Справляется сама ")
        assert marked.tasks[0].mark == "Справляется сама"
        assert set_mark(marked, 1, Side.MENTOR, " ").tasks[0].mark == ""

    @pytest.mark.parametrize(
        ("act", "args"),
        [
            (tick, (CARDS[8], 50)), (untick, (CARDS[0].id,)), (add_own, (own(),)), (move, (1, State.DONE)),
            (set_term, (1, LAST, YEAR)), (set_actual, (1, "да")), (set_mark, (1, Side.MENTOR, "да")),
            (set_goal, (1, "да", Subject.SOCIAL)), (drop_goal, (1,)),
        ],
    )  # fmt: skip
    def test_a_closed_plan_is_for_reading(self, act, args):
        closed = replace(ticked(2), closed=True)
        refused("error-plan-closed", act, closed, *args)
        assert progress(closed, [(1, Mark.DONE)], 5, FIRST) == closed


class TestProgress:
    PLAN = set_term(ticked(2), 1, date(2026, 11, 20), YEAR)

    def noted(self, *marks, plan=PLAN, meeting=5, on=date(2026, 11, 12)):
        return progress(plan, [(1, mark) for mark in marks], meeting, on).tasks[0]

    def test_done_moved_and_not(self):
        assert self.noted(Mark.DONE).state is State.DONE
        assert (self.noted(Mark.NOT).state, self.noted(Mark.NOT).term) == (State.GOING, date(2026, 11, 20))
        assert (self.noted(Mark.MOVED).state, self.noted(Mark.MOVED).term) == (State.GOING, date(2026, 11, 26))
        assert self.noted(Mark.MOVED, on=date(2026, 12, 1)).term == date(2026, 12, 15)

    def test_said_twice_or_by_both_it_counts_once(self):
        assert self.noted(Mark.MOVED, Mark.MOVED) == self.noted(Mark.MOVED)
        assert self.noted(Mark.MOVED, Mark.NOT, Mark.MOVED) == self.noted(Mark.MOVED)
        assert self.noted(Mark.MOVED, on=date(2026, 11, 2)).term == date(2026, 11, 20)
        changed = self.noted(Mark.MOVED, Mark.DONE)
        assert (changed.state, [note.mark for note in changed.notes]) == (State.DONE, [Mark.DONE])
        assert self.noted(Mark.DONE, Mark.NOT).state is State.GOING

    def test_another_meeting_adds_another_note(self):
        once = progress(self.PLAN, [(1, Mark.MOVED)], 5, date(2026, 11, 12))
        twice = self.noted(Mark.MOVED, plan=once, meeting=6, on=date(2026, 11, 26))
        assert [note.meeting_id for note in twice.notes] == [5, 6]
        assert twice.term == date(2026, 12, 10)

    def test_a_task_that_is_gone_refuses_no_checkin(self):
        assert progress(self.PLAN, [(99, Mark.DONE)], 5, FIRST) == self.PLAN


class TestTerms:
    def test_even_over_the_year_in_the_cards_order(self):
        plan = tick(tick(Plan(70), CARDS[9], 1), CARDS[0], 2)
        plan = suggest(add_own(plan, own(3)), order(), FIRST, LAST, DAYS)
        first, second, third = (plan.task(task_id).term for task_id in (2, 1, 3))
        assert first < second < third == LAST
        gaps = [DAYS.school_days_between(*pair) for pair in ((FIRST, first), (first, second), (second, third))]
        assert max(gaps) - min(gaps) <= 2

    def test_what_people_set_stays(self):
        plan = set_term(ticked(2), 1, date(2026, 12, 1), YEAR)
        plan = move(plan, 2, State.DONE)
        assert suggest(plan, order(), FIRST, LAST, DAYS) == plan

    @given(st.integers(0, 12), st.dates(FIRST, LAST), st.integers(-3, 200))
    def test_school_days_within_the_period(self, number, first, length):
        last = first + timedelta(days=length)
        terms = spread(number, first, last, DAYS)
        assert len(terms) == number
        assert list(terms) == sorted(terms)
        if any(DAYS.is_school_day(first + timedelta(n)) for n in range(length + 1)):
            assert all(first <= term <= last and DAYS.is_school_day(term) for term in terms)
        else:
            assert set(terms) <= {last}

    def test_what_is_late(self):
        plan = set_term(set_term(ticked(3), 1, date(2026, 12, 1), YEAR), 2, date(2026, 11, 20), YEAR)
        assert [task.id for task in overdue(plan, date(2026, 12, 2))] == [2, 1]
        assert [task.id for task in overdue(plan, date(2026, 12, 1))] == [2]
        assert overdue(move(plan, 2, State.DROPPED), date(2026, 12, 1)) == ()

    def test_advice_is_kind_and_refuses_nothing(self):
        assert advice(Plan(70)) == (Advice.NO_GOALS, Advice.FEW_TASKS)
        plan = set_goal(suggest(ticked(6), order(), FIRST, LAST, DAYS), 1, "Цель", Subject.METHOD)
        assert advice(plan) == ()
        assert advice(drop_goal(plan, 1)) == (Advice.NO_GOALS,)
        assert advice(set_goal(ticked(9), 1, "Цель", Subject.METHOD)) == (Advice.MANY_TASKS, Advice.NO_TERMS)


def test_the_printed_plan():
    plan = set_mark(set_actual(ticked(8), 7, "Получилось"), 7, Side.MENTOR, "да")
    plan = set_term(set_term(plan, 2, date(2026, 11, 2), YEAR), 7, date(2026, 12, 2), YEAR)
    plan = untick(move(plan, 1, State.GOING), CARDS[0].id)
    sections = printed(add_own(plan, own()))
    assert [section for section, _ in sections] == list(Section)
    rows = [row for _, rows in sections for row in rows]
    assert [row.number for row in rows] == list(range(1, 9))
    assert CARDS[0].title not in {row.task for row in rows}
    assert (rows[0].term, rows[0].actual, rows[0].mark) == (date(2026, 12, 2), "Получилось", "да")
    entering = dict(sections)[Section.ENTERING]
    assert [row.term for row in entering] == [date(2026, 11, 2), None, None, None]
    assert printed(Plan(70)) == tuple((section, ()) for section in Section)
