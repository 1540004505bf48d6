"""When a message may leave: in every zone there is, over every change of the clocks of twelve years."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from mentoring.calendar.rules import CalendarClosed, Kind, SchoolCalendar, Special
from mentoring.calendar.rules_leave import may_leave, stale
from mentoring.calendar.rules_quiet import Quiet
from tests.calendar.tools import (
    ANY_QUIET,
    DAY,
    MINUTE,
    MOMENTS,
    NIGHT,
    QUIETS,
    ZONES,
    at,
    kinds_of_change,
    quiet_at,
)

SHUT = (
    Special(date(2026, 12, 31), date(2027, 1, 8), Kind.BREAK),
    Special(date(2027, 1, 10), date(2027, 1, 10), Kind.WORKING),
)
MOSCOW = SchoolCalendar("Europe/Moscow", specials=SHUT)


@settings(max_examples=1500, deadline=None)
@example(datetime(2011, 12, 30, 9, tzinfo=UTC), "Pacific/Apia", NIGHT, 5)
@given(MOMENTS, st.sampled_from(ZONES), ANY_QUIET, st.sampled_from((5, 6)))
def test_never_early_never_in_quiet_hours_never_on_a_closed_day(
    moment: datetime, zone: str, quiet: Quiet, week: int
) -> None:
    calendar = SchoolCalendar(zone, week, specials=SHUT)
    for days in ("any", "school"):
        leaves = may_leave(moment, calendar, quiet, days)
        assert leaves >= moment
        assert leaves.tzinfo is UTC
        assert not quiet_at(leaves, zone, quiet)
        assert may_leave(leaves, calendar, quiet, days) == leaves, "and then it really leaves"
        if days == "school":
            assert calendar.is_school_day(calendar.local_day(leaves))
        else:
            assert leaves <= moment + 2 * DAY
            assert leaves == moment or quiet_at(moment, zone, quiet)


@settings(max_examples=300, deadline=None)
@given(MOMENTS, st.sampled_from(ZONES), ANY_QUIET, st.integers(0, 14 * 24 * 60))
def test_nothing_allowed_is_passed_over(moment: datetime, zone: str, quiet: Quiet, minutes: int) -> None:
    calendar = SchoolCalendar(zone, specials=SHUT)
    between = moment + minutes * MINUTE
    if between < may_leave(moment, calendar, quiet):
        assert quiet_at(between, zone, quiet) or not calendar.is_school_day(calendar.local_day(between))


@settings(max_examples=200, deadline=None)
@given(MOMENTS, st.sampled_from(ZONES), ANY_QUIET, st.integers(0, 3000))
def test_what_is_due_later_never_leaves_earlier(moment: datetime, zone: str, quiet: Quiet, minutes: int) -> None:
    calendar = SchoolCalendar(zone)
    assert may_leave(moment, calendar, quiet) <= may_leave(moment + minutes * MINUTE, calendar, quiet)


@pytest.mark.parametrize("quiet", QUIETS, ids=lambda quiet: f"{quiet.start:%H%M}-{quiet.end:%H%M}")
def test_around_every_change_of_the_clocks_to_the_minute(quiet: Quiet) -> None:
    """What the code says against each minute of three days looked up on the wall clock."""
    for zone, change in kinds_of_change():
        first, calendar = change - DAY, SchoolCalendar(zone)
        allowed, following = [], None
        for n in range(3 * 24 * 60, -1, -1):
            following = following if quiet_at(first + n * MINUTE, zone, quiet) else n
            allowed.append(following)
        allowed.reverse()
        near = {*range(24 * 60 - 130, 24 * 60 + 130, 3), *range(0, 2 * 24 * 60, 97)}
        for n in near:
            expected = allowed[n]
            assert expected is not None
            assert may_leave(first + n * MINUTE, calendar, quiet, "any") == first + expected * MINUTE, (zone, n)


@pytest.mark.parametrize(
    ("moment", "school", "any_day"),
    [
        ("2026-11-24T19:59:59", "2026-11-24T19:59:59", "2026-11-24T19:59:59"),
        ("2026-11-24T20:00", "2026-11-25T08:00", "2026-11-25T08:00"),
        ("2026-11-27T20:00", "2026-11-30T08:00", "2026-11-28T08:00"),
        ("2026-11-28T12:00", "2026-11-30T08:00", "2026-11-28T12:00"),
        ("2026-12-30T20:30", "2027-01-10T08:00", "2026-12-31T08:00"),
        ("2027-01-10T12:00", "2027-01-10T12:00", "2027-01-10T12:00"),
    ],
)
def test_moscow_evenings_and_weekends(moment: str, school: str, any_day: str) -> None:
    assert may_leave(at(moment), MOSCOW) == at(school)
    assert may_leave(at(moment), MOSCOW, days="any") == at(any_day)


def test_a_persons_own_quiet_hours_take_the_place_of_the_schools() -> None:
    owl = Quiet.of("01:00", "11:00")
    assert may_leave(at("2026-11-24T23:00"), MOSCOW, owl) == at("2026-11-24T23:00")
    assert may_leave(at("2026-11-25T08:00"), MOSCOW, owl) == at("2026-11-25T11:00")


def test_an_hour_that_happens_twice_is_quiet_both_times_or_neither() -> None:
    berlin = SchoolCalendar("Europe/Berlin")
    quiet = Quiet.of("01:00", "02:30")
    first_0229, second_0229 = datetime(2026, 10, 25, 0, 29, tzinfo=UTC), datetime(2026, 10, 25, 1, 29, tzinfo=UTC)
    assert may_leave(first_0229, berlin, quiet, "any") == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
    assert may_leave(second_0229, berlin, quiet, "any") == datetime(2026, 10, 25, 1, 30, tzinfo=UTC)


def test_a_message_leaves_at_the_jump_that_ends_the_quiet_hours() -> None:
    berlin = SchoolCalendar("Europe/Berlin")
    leaves = may_leave(datetime(2026, 3, 29, 0, 15, tzinfo=UTC), berlin, Quiet.of("22:00", "02:30"), "any")
    assert leaves == datetime(2026, 3, 29, 1, 0, tzinfo=UTC), "the clock shows three at once"


def test_a_day_that_begins_twice_lets_out_what_the_day_before_allows() -> None:
    """St John's went back from 0:01 to 23:01: one minute of Sunday, an hour of Saturday, then Sunday."""
    there, quiet = SchoolCalendar("America/St_Johns"), Quiet.of("00:00", "08:00")
    back = datetime(2010, 11, 7, 2, 31, tzinfo=UTC)
    assert may_leave(back - MINUTE / 2, there, quiet, "any") == back
    assert may_leave(back + 59 * MINUTE, there, quiet, "any") == at("2010-11-07T08:00", "America/St_Johns")


def test_a_school_that_never_opens_is_told_so() -> None:
    closed = replace(MOSCOW, specials=(Special(date(2020, 1, 1), date(2040, 1, 1), Kind.OFF),))
    with pytest.raises(CalendarClosed):
        may_leave(at("2026-11-24T12:00"), closed)
    assert may_leave(at("2026-11-24T12:00"), closed, days="any") == at("2026-11-24T12:00")


@pytest.mark.parametrize(
    ("due", "expires", "now", "gone"),
    [
        ("10:00", "11:00", "09:00", False),
        ("10:00", "11:00", "10:59", False),
        ("10:00", "11:00", "11:00", True),
        ("10:00", "09:00", "09:30", False),
        ("10:00", "09:00", "10:00", True),
        ("10:00", None, "23:00", False),
    ],
)
def test_what_no_longer_makes_sense(due: str, expires: str | None, now: str, gone: bool) -> None:
    moments = [at(f"2026-11-25T{clock}") if clock else None for clock in (due, expires, now)]
    assert stale(*moments) is gone
