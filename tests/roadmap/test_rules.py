"""The year's axis, building a year, how a step stands."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mentoring.people.rules import school_year
from mentoring.roadmap.rules import (
    Mark,
    State,
    Window,
    build,
    carried,
    in_month,
    state_on,
    waits_for,
)
from mentoring.roadmap.rules_changes import Done, Drop, Move, Postpone, change
from mentoring.roadmap.steps import steps
from tests.roadmap.tools import BEGINS, CURATOR, YEAR, plan, step

months = st.integers(1, 12)
years = st.integers(2021, 2060)


@pytest.mark.parametrize(
    ("n", "first", "last"),
    [
        (1, date(2026, 11, 1), date(2026, 11, 30)),
        (3, date(2027, 1, 1), date(2027, 1, 31)),
        (4, date(2027, 2, 1), date(2027, 2, 28)),
        (8, date(2027, 3, 1), date(2027, 9, 30)),
        (9, date(2026, 8, 1), date(2026, 8, 31)),
        (15, date(2026, 9, 1), date(2026, 10, 31)),
        (19, date(2026, 8, 1), date(2027, 7, 31)),
        (21, date(2026, 11, 1), date(2027, 4, 30)),
        (22, date(2026, 11, 1), date(2027, 4, 30)),
        (29, date(2027, 5, 1), date(2027, 8, 31)),
        (5, None, None),
    ],
)
def test_windows_on_the_axis(n, first, last):
    assert (step(n).first, step(n).last) == (first, last)


def test_february_of_a_leap_year():
    assert step(4, year=2027).last == date(2028, 2, 29)
    assert Window(Mark(2, 29), Mark(2, 29)).in_year(2026)[1] == date(2027, 2, 28)


@settings(deadline=None)
@given(months, months, years)
def test_any_window_begins_in_its_year_and_lasts_less_than_one(first, last, year):
    begins, ends = Window(Mark(first), Mark(last)).in_year(year)
    axis = school_year(date(year, 8, 1))
    assert axis[0] <= begins <= axis[1]
    assert begins <= ends < begins + timedelta(days=366)
    assert (begins.month, ends.month) == (first, last)
    assert begins.day == 1
    assert (ends + timedelta(days=1)).day == 1


def test_the_first_year_has_all_steps_and_the_second_the_yearly_ones():
    first = plan()
    assert [one.n for one in first] == list(range(1, 30))
    second = build(YEAR + 1, steps("ru"), date(2027, 8, 1), first)
    assert [one.n for one in second] == [5, 9, 10, 11, 12, *range(14, 30)]
    third = build(YEAR + 2, steps("ru"), date(2028, 8, 1), [*first, *second])
    assert [one.n for one in third] == [one.n for one in second]


def test_what_waits_for_a_date_comes_back_until_it_is_done():
    done = [change(one, Done(), CURATOR, BEGINS).instance if one.n == 5 else one for one in plan()]
    assert 5 not in {one.n for one in build(YEAR + 1, steps("ru"), date(2027, 8, 1), done)}


def test_a_later_year_says_nothing_of_an_earlier_one():
    assert len(build(YEAR, steps("ru"), BEGINS, plan(year=YEAR + 1))) == 29


def test_the_old_years_steps_that_reach_into_the_new_one():
    left = carried(plan(), YEAR + 1)
    assert {one.n for one in left} == {1, 2, 3, 4, 6, 7, 8, 13, 29}
    closed = [change(one, Done(), CURATOR, date(2027, 5, 30)).instance for one in plan()]
    assert carried(closed, YEAR + 1) == ()
    assert carried(plan(), YEAR) == ()


def test_how_a_step_stands():
    one = step(9)
    assert state_on(one, date(2026, 7, 31)) is State.PLANNED
    assert state_on(one, one.first) is State.OPEN
    assert state_on(one, one.last) is State.OPEN
    assert state_on(one, date(2026, 9, 1)) is State.OVERDUE
    done = change(one, Done(), CURATOR, date(2026, 8, 20)).instance
    assert state_on(done, date(2026, 9, 1)) is State.DONE
    dropped = change(one, Drop("нет новых"), CURATOR, date(2026, 8, 20)).instance
    assert state_on(dropped, date(2026, 9, 1)) is State.DROPPED


def test_a_postponed_step_is_so_until_it_opens():
    what = Postpone(date(2026, 10, 20), "каникулы", date(2026, 10, 5))
    one = change(step(9), what, CURATOR, date(2026, 8, 25)).instance
    assert state_on(one, date(2026, 10, 4)) is State.POSTPONED
    assert state_on(one, date(2026, 10, 5)) is State.OPEN
    assert state_on(one, date(2026, 10, 21)) is State.OVERDUE


def test_what_goes_on_all_year_is_never_late():
    assert state_on(step(23), date(2027, 7, 31)) is State.OPEN
    assert state_on(step(23), date(2027, 8, 1)) is State.DONE
    assert state_on(step(5), date(2030, 1, 1)) is State.PLANNED


def test_a_step_waits_for_those_before_it():
    assert [one.n for one in waits_for(step(11), plan())] == [9, 10]
    some = [change(one, Done(), CURATOR, date(2026, 9, 1)).instance if one.n == 9 else one for one in plan()]
    assert [one.n for one in waits_for(step(11), some)] == [10]


def test_the_launch_does_not_hold_up_what_stands_earlier_on_the_axis():
    assert step(9).step.after == (7,)
    assert [*waits_for(step(9), plan())] == []


def test_the_month_shows_its_windows_and_what_is_late():
    november = {one.n for one in in_month(plan(), date(2026, 11, 15))}
    assert november == {1, 20, 21, 22, 19, 23, *range(9, 13), *range(14, 19)}
    fresh = [one if one.n in (20, 21) else replace(one, state=State.DONE) for one in plan()]
    assert {one.n for one in in_month(fresh, date(2026, 11, 15))} == {1, 19, 20, 21, 22, 23}


def test_a_move_within_the_year_keeps_the_number():
    moved = change(step(18), Move(date(2026, 10, 20), date(2026, 10, 20), "зал занят"), CURATOR, BEGINS).instance
    assert (moved.n, moved.first, moved.last) == (18, date(2026, 10, 20), date(2026, 10, 20))
