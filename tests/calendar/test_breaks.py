"""The breaks suggested to a school, and that they are nothing but data."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentoring.calendar.rules import Closed, Kind, SchoolCalendar, Special
from mentoring.calendar.rules_breaks import USUAL, LastWeek, Yearly, usual_breaks
from mentoring.people.rules import school_year

TITLES = {"autumn": "Осенние", "winter": "Зимние", "spring": "Весенние", "summer": "Летние"}
YEARS = st.dates(date(2000, 1, 1), date(2100, 1, 1)).map(school_year)


def test_a_school_year_as_most_have_it() -> None:
    found = usual_breaks(school_year(date(2026, 9, 1)), TITLES)
    assert found == (
        Special(date(2026, 6, 1), date(2026, 8, 20), Kind.BREAK, "Летние"),
        Special(date(2026, 10, 26), date(2026, 11, 1), Kind.BREAK, "Осенние"),
        Special(date(2026, 12, 31), date(2027, 1, 8), Kind.BREAK, "Зимние"),
        Special(date(2027, 3, 29), date(2027, 4, 4), Kind.BREAK, "Весенние"),
        Special(date(2027, 6, 1), date(2027, 8, 20), Kind.BREAK, "Летние"),
    )


@given(YEARS)
def test_every_year_has_each_break_once_and_they_never_touch(year: tuple[date, date]) -> None:
    found = usual_breaks(year, TITLES)
    assert [one.title for one in found] == ["Летние", "Осенние", "Зимние", "Весенние", "Летние"]
    assert all(one.last >= year[0] and one.first <= year[1] for one in found)
    assert all(later.first - one.last > timedelta(days=1) for one, later in zip(found, found[1:], strict=False))


@given(YEARS)
def test_neighbouring_years_share_their_summer_without_doubling_it(year: tuple[date, date]) -> None:
    after = school_year(year[1] + timedelta(days=1))
    assert set(usual_breaks(year, TITLES)) & set(usual_breaks(after, TITLES)) == {usual_breaks(after, TITLES)[0]}


@given(st.integers(1990, 2100), st.integers(1, 12))
def test_the_last_week_begins_on_the_last_monday(year: int, month: int) -> None:
    first, last = LastWeek("x", month).in_year(year)
    assert (first.year, first.month, first.isoweekday(), last.isoweekday()) == (year, month, 1, 7)
    assert (first + timedelta(days=7)).month != month


def test_a_school_may_have_others() -> None:
    own = (Yearly("winter", (2, 15), (2, 21)), *USUAL)
    found = usual_breaks(school_year(date(2026, 9, 1)), {}, own)
    assert Special(date(2027, 2, 15), date(2027, 2, 21), Kind.BREAK) in found
    assert len(found) == 6


def test_a_break_that_began_before_the_year_did_belongs_to_it() -> None:
    found = usual_breaks((date(2027, 1, 1), date(2027, 2, 1)), TITLES)
    assert found == (Special(date(2026, 12, 31), date(2027, 1, 8), Kind.BREAK, "Зимние"),)


@pytest.mark.parametrize("day", ["2026-08-20", "2026-10-27", "2027-01-04", "2027-06-01"])
def test_in_a_calendar_they_close_the_school(day: str) -> None:
    breaks = usual_breaks(school_year(date(2026, 9, 1)), TITLES)
    assert SchoolCalendar("UTC", specials=breaks).why_not(date.fromisoformat(day)) is Closed.BREAK


def test_the_last_days_of_august_are_for_the_programme() -> None:
    calendar = SchoolCalendar("UTC", specials=usual_breaks(school_year(date(2026, 9, 1)), TITLES))
    assert calendar.is_school_day(date(2026, 8, 21))
    assert calendar.school_days_between(date(2026, 8, 1), date(2026, 9, 1)) == 7
