"""Russia's days off as the library knows them, for both kinds of week."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from mentoring.calendar.holidays_ru import public_days, transfers_known
from mentoring.calendar.rules import Closed, SchoolCalendar

pytest.importorskip("holidays")

TEN_YEARS = [(year, week) for year in range(2018, 2028) for week in (5, 6)]
# Working days of the five-day production calendars of these years, as published.
PUBLISHED = {2019: 247, 2021: 247, 2022: 247, 2023: 247, 2024: 248, 2025: 247, 2026: 247}


@pytest.mark.parametrize(("year", "days"), PUBLISHED.items())
def test_as_many_working_days_as_the_country_publishes(year: int, days: int) -> None:
    calendar = SchoolCalendar("Europe/Moscow", public=public_days(year, year))
    assert calendar.school_days_between(date(year, 1, 1), date(year + 1, 1, 1)) == days


@pytest.mark.parametrize(
    ("day", "five", "six"),
    [
        ("2024-04-27", None, None),  # a Saturday of work for all
        ("2024-04-29", Closed.HOLIDAY, None),  # for which five-day schools got this Monday
        ("2024-04-30", Closed.HOLIDAY, None),
        ("2024-12-31", Closed.HOLIDAY, Closed.HOLIDAY),  # moved from a Sunday
        ("2025-11-01", None, None),
        ("2025-11-03", Closed.HOLIDAY, None),
        ("2026-01-09", Closed.HOLIDAY, None),
        ("2026-03-09", Closed.HOLIDAY, Closed.HOLIDAY),  # the eighth is a Sunday
        ("2026-05-11", Closed.HOLIDAY, None),  # the ninth is a Saturday
        ("2026-05-09", Closed.HOLIDAY, Closed.HOLIDAY),
        ("2027-02-20", None, None),
        ("2027-02-27", Closed.WEEKEND, None),
    ],
)
def test_transfers_depend_on_the_week(day: str, five: Closed | None, six: Closed | None) -> None:
    year = int(day[:4])
    for week, why in ((5, five), (6, six)):
        calendar = SchoolCalendar("Europe/Moscow", week, public=public_days(year, year, week))
        assert calendar.why_not(date.fromisoformat(day)) == why, week


@pytest.mark.parametrize(("year", "week"), TEN_YEARS)
def test_the_days_of_the_law_are_off_in_every_year(year: int, week: int) -> None:
    law = [(1, day) for day in range(1, 9)] + [(2, 23), (3, 8), (5, 1), (5, 9), (6, 12), (11, 4)]
    public = public_days(year, year, week)
    assert all(public[date(year, month, day)] is False for month, day in law)


@pytest.mark.parametrize(("year", "week"), TEN_YEARS)
def test_work_at_weekends_only_where_the_week_has_one(year: int, week: int) -> None:
    public = public_days(year, year, week)
    assert all(day.isoweekday() > week for day, works in public.items() if works)
    assert all(day.year == year for day in public)


def test_years_are_put_together() -> None:
    both = public_days(2026, 2027)
    assert both == {**public_days(2026, 2026), **public_days(2027, 2027)}
    assert date(2026, 12, 31) in both
    assert max(both) - min(both) > timedelta(days=700)


def test_it_says_which_years_the_government_has_decided() -> None:
    assert transfers_known(2026)
    assert not transfers_known(2090)
    assert public_days(2090, 2090)[date(2090, 5, 9)] is False, "the law's own days are known for ever"
