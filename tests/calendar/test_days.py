"""Which days a school works: what overrides what, and that counting them agrees with looking at each."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mentoring.calendar.rules import CalendarClosed, Closed, Kind, SchoolCalendar, Special
from mentoring.errors import ProgrammeError

ONE = timedelta(days=1)
DAYS = st.dates(date(2025, 6, 1), date(2028, 3, 1))
SPECIALS = st.lists(
    st.builds(
        lambda first, length, kind: Special(first, first + timedelta(days=length), kind),
        DAYS,
        st.integers(0, 120),
        st.sampled_from(Kind),
    ),
    max_size=6,
).map(tuple)
CALENDARS = st.builds(
    SchoolCalendar,
    zone=st.just("Europe/Moscow"),
    week=st.sampled_from((5, 6)),
    public=st.dictionaries(DAYS, st.booleans(), max_size=30),
    specials=SPECIALS,
)
MOSCOW = SchoolCalendar(
    "Europe/Moscow",
    public={date(2026, 11, 4): False, date(2027, 2, 20): True, date(2027, 2, 22): False, date(2027, 2, 23): False},
    specials=(
        Special(date(2026, 10, 26), date(2026, 11, 1), Kind.BREAK, "осенние"),
        Special(date(2026, 10, 30), date(2026, 10, 30), Kind.WORKING, "педсовет"),
        Special(date(2026, 10, 29), date(2026, 10, 30), Kind.OFF, "ремонт"),
        Special(date(2026, 11, 5), date(2026, 11, 5), Kind.OFF, "ремонт"),
        Special(date(2026, 11, 4), date(2026, 11, 4), Kind.BREAK),
    ),
)


def plainly(calendar: SchoolCalendar, day: date) -> bool:
    """The order of what overrides what, said once more in the simplest way."""
    kinds = {one.kind for one in calendar.specials if one.first <= day <= one.last}
    for kind in (Kind.WORKING, Kind.OFF, Kind.BREAK):
        if kind in kinds:
            return kind is Kind.WORKING
    return calendar.public.get(day, day.isoweekday() <= calendar.week)


@pytest.mark.parametrize(
    ("day", "why"),
    [
        ("2026-10-23", None),
        ("2026-10-24", Closed.WEEKEND),
        ("2026-10-26", Closed.BREAK),
        ("2026-10-29", Closed.OFF),
        ("2026-10-30", None),
        ("2026-10-31", Closed.BREAK),
        ("2026-11-02", None),
        ("2026-11-04", Closed.BREAK),
        ("2026-11-05", Closed.OFF),
        ("2027-02-20", None),
        ("2027-02-21", Closed.WEEKEND),
        ("2027-02-22", Closed.HOLIDAY),
    ],
)
def test_what_overrides_what(day: str, why: Closed | None) -> None:
    assert MOSCOW.why_not(date.fromisoformat(day)) == why
    assert MOSCOW.is_school_day(date.fromisoformat(day)) is (why is None)


def test_a_week_of_six_days_has_lessons_on_saturday() -> None:
    assert replace(MOSCOW, week=6).is_school_day(date(2026, 10, 24))
    assert replace(MOSCOW, week=6).why_not(date(2026, 10, 25)) is Closed.WEEKEND


@settings(max_examples=300, deadline=None)
@given(CALENDARS, DAYS)
def test_a_day_is_answered_as_if_looked_up_plainly(calendar: SchoolCalendar, day: date) -> None:
    assert calendar.is_school_day(day) == plainly(calendar, day)
    assert (calendar.why_not(day) is None) == plainly(calendar, day)


@settings(max_examples=200, deadline=None)
@given(CALENDARS, DAYS, DAYS)
def test_counting_agrees_with_looking_at_each_day(calendar: SchoolCalendar, start: date, end: date) -> None:
    counted = calendar.school_days_between(start, end)
    early, late = sorted((start, end))
    each = sum(plainly(calendar, early + n * ONE) for n in range((late - early).days))
    assert counted == (each if start <= end else -each)
    assert calendar.school_days_between(end, start) == -counted
    middle = early + (late - early) / 2
    parts = calendar.school_days_between(early, middle) + calendar.school_days_between(middle, late)
    assert parts == each


@settings(max_examples=300, deadline=None)
@given(CALENDARS, DAYS, st.integers(1, 120))
def test_so_many_school_days_on_and_back(calendar: SchoolCalendar, day: date, number: int) -> None:
    on = calendar.add_school_days(day, number)
    assert calendar.is_school_day(on)
    assert calendar.school_days_between(day + ONE, on + ONE) == number
    back = calendar.add_school_days(day, -number)
    assert calendar.is_school_day(back)
    assert calendar.school_days_between(back, day) == number
    assert calendar.add_school_days(day, 0) == day


@settings(max_examples=200, deadline=None)
@given(CALENDARS, DAYS)
def test_the_next_school_day_is_the_first_one(calendar: SchoolCalendar, day: date) -> None:
    after, here = calendar.next_school_day(day), calendar.next_school_day(day, include=True)
    assert after > day
    assert calendar.school_days_between(day + ONE, after) == 0
    assert here == (day if calendar.is_school_day(day) else after)


def test_a_school_that_never_opens_is_told_so_instead_of_searching_for_ever() -> None:
    closed = replace(MOSCOW, specials=(Special(date(2020, 1, 1), date(2040, 1, 1), Kind.OFF),))
    with pytest.raises(CalendarClosed) as refusal:
        closed.next_school_day(date(2026, 9, 1))
    assert isinstance(refusal.value, ProgrammeError)
    assert refusal.value.params == {"day": date(2026, 9, 1)}
    with pytest.raises(CalendarClosed):
        closed.add_school_days(date(2026, 9, 1), -1)


def test_a_closed_year_is_crossed() -> None:
    shut = replace(MOSCOW, specials=(Special(date(2026, 9, 1), date(2028, 8, 31), Kind.OFF),))
    assert shut.next_school_day(date(2026, 9, 1)) == date(2028, 9, 1)
    assert shut.school_days_between(date(2026, 9, 1), date(2028, 9, 1)) == 0


def test_days_are_counted_across_whole_years() -> None:
    bare = SchoolCalendar("UTC")
    assert bare.school_days_between(date(2025, 1, 1), date(2029, 1, 1)) == 208 * 5 + 3


def test_a_period_must_not_end_before_it_begins() -> None:
    with pytest.raises(ValueError, match="ends before"):
        Special(date(2026, 9, 2), date(2026, 9, 1), Kind.OFF)


def test_answers_do_not_change_with_the_callers_mapping() -> None:
    public = {date(2026, 9, 1): False}
    calendar = SchoolCalendar("UTC", public=public)
    public[date(2026, 9, 2)] = False
    assert calendar.is_school_day(date(2026, 9, 2))
    assert not calendar.is_school_day(date(2026, 9, 1))


def test_calendars_alike_are_equal_and_changed_ones_answer_anew() -> None:
    assert replace(MOSCOW) == MOSCOW
    assert hash(replace(MOSCOW)) == hash(MOSCOW)
    assert not MOSCOW.is_school_day(date(2026, 10, 26))
    assert replace(MOSCOW, specials=()).is_school_day(date(2026, 10, 26))


def test_the_school_year_is_the_programmes() -> None:
    assert MOSCOW.school_year(date(2026, 7, 31)) == (date(2025, 8, 1), date(2026, 7, 31))
    assert MOSCOW.school_year(date(2026, 8, 1)) == (date(2026, 8, 1), date(2027, 7, 31))


@pytest.mark.parametrize(
    ("moment", "later"),
    [
        ("2026-11-19T15:30+03:00", "2026-11-20T15:30+03:00"),
        ("2026-11-20T15:30+03:00", "2026-11-23T15:30+03:00"),
        ("2026-11-21T15:30+03:00", "2026-11-23T15:30+03:00"),
        ("2026-10-23T09:00+03:00", "2026-10-30T09:00+03:00"),
        ("2026-11-19T22:30+00:00", "2026-11-23T01:30+03:00"),
    ],
)
def test_a_working_day_later_is_the_same_time_on_the_next_school_day(moment: str, later: str) -> None:
    found = MOSCOW.working_day_later(datetime.fromisoformat(moment))
    assert found == datetime.fromisoformat(later)
    assert found.tzinfo is UTC


@settings(max_examples=200, deadline=None)
@given(
    CALENDARS,
    st.datetimes(datetime(2025, 6, 1), datetime(2028, 1, 1), timezones=st.just(UTC)),  # noqa: DTZ001
    st.sampled_from(("Europe/Berlin", "Asia/Kamchatka", "America/Havana", "Pacific/Apia")),
)
def test_a_working_day_later_by_the_schools_own_clock(
    calendar: SchoolCalendar, moment: datetime, zone: str
) -> None:
    there = replace(calendar, zone=zone)
    before, after = moment.astimezone(ZoneInfo(zone)), there.working_day_later(moment).astimezone(ZoneInfo(zone))
    assert after.date() == there.next_school_day(before.date())
    jump = after.replace(tzinfo=None) - datetime.combine(after.date(), before.time())
    assert jump in (timedelta(0), timedelta(hours=1)), "the same time, or the clocks jumped over it"
