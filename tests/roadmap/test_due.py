"""Moments of a step: each once, on school days, to whom it concerns, and none after it is closed or postponed."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mentoring.calendar.rules import Kind as DayKind
from mentoring.calendar.rules import SchoolCalendar, Special
from mentoring.people.rules import Role
from mentoring.roadmap.rules_changes import Done, Drop, Move, Name, Postpone, Reopen, Reword, change
from mentoring.roadmap.rules_due import Rule, ahead, due, moments, recipients, wakes_on
from mentoring.roadmap.rules_people import Assignment, Staff, StandIn
from tests.roadmap.tools import (
    BEGINS,
    CURATOR,
    DAYS,
    DEPUTY,
    DIRECTOR,
    OTHER,
    PSYCHOLOGIST,
    STAFF,
    plan,
    step,
    without,
)

ONE = timedelta(days=1)
WINDOWED = [one.n for one in plan() if one.first and not one.always]


def spoken(instance, days=DAYS):
    return [(one.rule, one.day) for one in moments(instance, days)]


def said_in(instance, staff, first, last, days=DAYS):
    """What a tick a day would say between the two days, each key once."""
    said = {}
    for n in range((last - first).days + 1):
        for one in due(instance, staff, first + n * ONE, days):
            said.setdefault(one.once, (first + n * ONE, one))
    return said


def test_a_month_of_autumn():
    assert spoken(step(16)) == [
        (Rule.SOON, date(2026, 9, 28)),
        (Rule.OPENS, date(2026, 10, 1)),
        (Rule.HALFWAY, date(2026, 10, 13)),
        (Rule.CLOSING, date(2026, 10, 19)),  # the last week is a break
        (Rule.OVERDUE, date(2026, 11, 2)),
        (Rule.TO_CURATOR, date(2026, 11, 6)),  # the fourth is a holiday
        (Rule.TO_DIRECTOR, date(2026, 11, 13)),
    ]


def test_over_the_new_year_and_into_a_month_that_begins_with_holidays():
    assert spoken(step(21))[:4] == [
        (Rule.SOON, date(2026, 10, 21)),
        (Rule.OPENS, date(2026, 11, 2)),
        (Rule.HALFWAY, date(2027, 2, 1)),
        (Rule.CLOSING, date(2027, 4, 26)),
    ]
    assert spoken(step(3))[:2] == [(Rule.SOON, date(2026, 12, 28)), (Rule.OPENS, date(2027, 1, 11))]


def test_beyond_july():
    assert spoken(step(29))[-4:] == [
        (Rule.CLOSING, date(2027, 8, 25)),
        (Rule.OVERDUE, date(2027, 9, 1)),
        (Rule.TO_CURATOR, date(2027, 9, 6)),
        (Rule.TO_DIRECTOR, date(2027, 9, 13)),
    ]


def test_the_last_five_school_days_of_each_window():
    for n in WINDOWED:
        one = step(n)
        for moment in moments(one, DAYS):
            if moment.rule is Rule.CLOSING:
                assert DAYS.school_days_between(moment.day, one.last + ONE) == 5, n


def test_a_short_window_has_neither_middle_nor_end():
    day = date(2026, 10, 15)
    one = change(step(18), Move(day, day, "зал"), CURATOR, BEGINS).instance
    assert spoken(one)[:3] == [
        (Rule.SOON, date(2026, 10, 12)),
        (Rule.OPENS, day),
        (Rule.OVERDUE, date(2026, 10, 16)),
    ]


def test_a_window_without_a_school_day_is_not_overdue_at_once():
    summer = SchoolCalendar(
        "Europe/Moscow", specials=(Special(date(2026, 6, 1), date(2026, 8, 31), DayKind.BREAK),)
    )
    one = step(9, date(2026, 5, 1))
    assert spoken(one, summer)[:3] == [
        (Rule.SOON, date(2026, 5, 27)),
        (Rule.OPENS, date(2026, 9, 1)),
        (Rule.OVERDUE, date(2026, 9, 8)),
    ]


def test_what_goes_on_all_year_is_spoken_of_once():
    assert spoken(step(19)) == [(Rule.OPENS, date(2026, 8, 21))]
    late = [one for one in plan(date(2026, 11, 10)) if one.n == 19]
    assert spoken(late[0]) == [(Rule.OPENS, date(2026, 11, 10))]


def test_a_missing_date_is_asked_each_quarter():
    asked = [date(2026, 9, 1), date(2026, 11, 2), date(2027, 1, 11), date(2027, 4, 5)]
    assert spoken(step(5)) == [(Rule.DATE, day) for day in asked]
    assert [one.occurrence for one in moments(step(5), DAYS)] == [0, 1, 2, 3]
    heard = ahead(step(5), STAFF, DAYS)
    assert Counter((one.day, one.person) for one in heard) == {
        (d, p): 1 for d in asked for p in (DIRECTOR, DEPUTY)
    }
    dated = change(step(5), Move(date(2027, 2, 1), date(2027, 2, 12), ""), DIRECTOR, date(2026, 9, 3)).instance
    assert Rule.DATE not in {rule for rule, _ in spoken(dated)}
    assert (Rule.OPENS, date(2027, 2, 1)) in spoken(dated)


def test_a_school_that_begins_in_november_is_not_told_off_for_august():
    today = date(2026, 11, 10)
    begun = {one.n: one for one in plan(today)}
    assert spoken(begun[9]) == []
    assert spoken(begun[20])[0] == (Rule.OPENS, today)
    assert all(day >= today for one in begun.values() for _, day in spoken(one))


def test_the_ladder_goes_to_whoever_has_not_heard():
    heard = {(one.rule, one.person) for one in ahead(step(22), STAFF, DAYS)}
    assert {person for rule, person in heard if rule is Rule.OVERDUE} == {CURATOR, 5}
    assert {person for rule, person in heard if rule is Rule.TO_CURATOR} == set()
    assert {person for rule, person in heard if rule is Rule.TO_DIRECTOR} == {DIRECTOR}
    psychologist = {(one.rule, one.person) for one in ahead(step(4), STAFF, DAYS)}
    assert (Rule.TO_CURATOR, CURATOR) in psychologist
    assert (Rule.TO_DIRECTOR, DIRECTOR) in psychologist


def test_a_rung_whose_role_nobody_holds_is_not_dropped():
    day = date(2026, 11, 16)
    assert recipients(Rule.TO_DIRECTOR, step(17), without(Role.DIRECTOR), day) == (DEPUTY,)
    assert recipients(Rule.TO_CURATOR, step(19), without(Role.CURATOR), day) == (DEPUTY,)


def test_no_one_responsible_reaches_the_curator_at_once_and_once():
    gap = Staff(
        (
            *without(Role.PSYCHOLOGIST).assignments,
            Assignment(PSYCHOLOGIST, Role.PSYCHOLOGIST, BEGINS, date(2026, 12, 4)),  # a Friday
        )
    )
    said = said_in(step(19), gap, BEGINS, date(2027, 5, 30))
    found = [(day, one.person) for day, one in said.values() if one.rule is Rule.NOBODY]
    assert found == [(date(2026, 12, 7), CURATOR)]
    assert not [
        one for _, one in said_in(step(19), STAFF, BEGINS, date(2027, 5, 30)).values() if one.rule is Rule.NOBODY
    ]


def test_a_stand_in_hears_what_is_open_and_the_absent_nothing_twice():
    staff = Staff(STAFF.assignments, (StandIn(CURATOR, OTHER, date(2026, 10, 5), date(2026, 10, 9)),))
    said = said_in(step(17), staff, BEGINS, date(2026, 10, 31))
    opened = [(day, one.person) for day, one in said.values() if one.rule is Rule.OPENS]
    assert opened == [(date(2026, 10, 1), CURATOR), (date(2026, 10, 5), OTHER)]
    assert [(one.day, one.person) for one in ahead(step(17), staff, DAYS) if one.rule is Rule.OPENS] == opened


def test_named_people_hear_instead_of_the_roles():
    one = change(step(17), Name((OTHER,)), CURATOR, BEGINS).instance
    assert {due.person for due in ahead(one, STAFF, DAYS) if due.rule is Rule.OPENS} == {OTHER}


def test_keys_name_rule_version_step_revision_occurrence_and_person():
    first = ahead(step(16), STAFF, DAYS)[0]
    assert first.once == f"roadmap-soon:1:2026-16:0:0:{CURATOR}"
    moved = change(step(16), Move(date(2026, 10, 5), date(2026, 10, 31), "x"), CURATOR, BEGINS).instance
    assert not {one.once for one in ahead(moved, STAFF, DAYS)} & {one.once for one in ahead(step(16), STAFF, DAYS)}
    worded = change(step(16), Reword("Иначе", "", "x"), CURATOR, BEGINS).instance
    assert {one.once for one in ahead(worded, STAFF, DAYS)} == {one.once for one in ahead(step(16), STAFF, DAYS)}


def test_nothing_of_the_former_days_after_postponing():
    today = date(2026, 10, 19)
    assert {one.rule for one in due(step(16), STAFF, today, DAYS)} == {Rule.CLOSING}
    put_off = change(step(16), Postpone(date(2026, 11, 20), "ждём анкеты"), CURATOR, today).instance
    assert due(put_off, STAFF, today, DAYS) == []
    # Nor is the one who has just put it off told that it is open.
    assert [rule for rule, _ in spoken(put_off)][:2] == [Rule.HALFWAY, Rule.CLOSING]
    later = change(step(16), Postpone(date(2026, 12, 20), "x", date(2026, 12, 1)), CURATOR, today).instance
    assert spoken(later)[:2] == [(Rule.SOON, date(2026, 11, 26)), (Rule.OPENS, date(2026, 12, 1))]


def test_a_reopened_step_is_reminded_of_anew():
    done = change(step(16), Done(), CURATOR, date(2026, 10, 8)).instance
    again = change(done, Reopen(), CURATOR, date(2026, 10, 12)).instance
    assert (Rule.CLOSING, date(2026, 10, 19)) in spoken(again)


def test_a_day_without_school_says_nothing_and_the_next_makes_up_for_it():
    assert due(step(16), STAFF, date(2026, 10, 3), DAYS) == []
    assert {one.rule for one in due(step(16), STAFF, date(2026, 10, 5), DAYS)} == {Rule.OPENS}


dates = st.integers(0, 364).map(lambda n: BEGINS + n * ONE)
numbers = st.integers(1, 29)


@settings(deadline=None)
@given(numbers, dates, st.integers(0, 150), st.booleans())
def test_any_window_speaks_in_order_on_school_days_each_once(n, first, length, moved):
    one = step(n)
    if moved:
        one = change(one, Move(first, first + length * ONE, "x"), CURATOR, BEGINS).instance
    found = moments(one, DAYS)
    assert len({(moment.rule, moment.occurrence) for moment in found}) == len(found)
    days = [moment.day for moment in found]
    assert days == sorted(days)
    for moment in found:
        assert DAYS.is_school_day(moment.day)
        assert moment.day < moment.until
        assert moment.day >= one.since


@settings(deadline=None, max_examples=25)
@given(numbers, dates, st.integers(0, 60))
def test_a_tick_a_day_says_exactly_what_lies_ahead(n, first, length):
    """The year's ahead-list and what daily looks find are one and the same, stand-ins included."""
    away = StandIn(CURATOR, OTHER, first, first + length * ONE)
    staff = Staff(STAFF.assignments, (away,))
    found = {key: day for key, (day, _) in said_in(step(n), staff, BEGINS, date(2027, 12, 31)).items()}
    assert found == {one.once: one.day for one in ahead(step(n), staff, DAYS)}


@settings(deadline=None)
@given(numbers, dates, dates)
def test_nothing_is_due_after_closing(n, closed, today):
    for what in (Done(), Drop("не нужен")):
        assert due(change(step(n), what, CURATOR, closed).instance, Staff(), today, DAYS) == []


@settings(deadline=None)
@given(numbers, dates)
def test_nothing_becomes_due_between_two_looks(n, today):
    one = step(n)
    following = wakes_on(one, today, DAYS)
    days = [moment.day for moment in moments(one, DAYS) if moment.day > today]
    assert following == (min(days) if days else None)


@pytest.mark.parametrize("n", WINDOWED)
def test_each_responsible_person_hears_of_each_moment_once(n):
    heard = Counter((one.rule, one.person) for one in ahead(step(n), STAFF, DAYS))
    assert set(heard.values()) == {1}
    own = {person for rule, person in heard if rule is Rule.OPENS}
    for rule in (Rule.CLOSING, Rule.OVERDUE):
        assert {person for said, person in heard if said is rule} == own
