"""When a digest comes: Monday or the first school day after, never twice, never of a break, by the school's clock."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentoring.calendar.holidays_ru import public_days
from mentoring.calendar.rules import Kind as Special
from mentoring.calendar.rules import SchoolCalendar
from mentoring.calendar.rules import Special as Days
from mentoring.digest.rules_when import LATE, LOOK, Kind, Sending, before, done_with, due, looks_at, period_of

AUTUMN = Days(date(2026, 10, 26), date(2026, 11, 3), Special.BREAK)
WINTER = Days(date(2026, 12, 31), date(2027, 1, 10), Special.BREAK)
SPRING = Days(date(2027, 3, 29), date(2027, 4, 4), Special.BREAK)
SUMMER = Days(date(2027, 5, 27), date(2027, 8, 31), Special.BREAK)


def calendar(zone: str = "Europe/Moscow") -> SchoolCalendar:
    return SchoolCalendar(zone, public=public_days(2026, 2027), specials=(AUTUMN, WINTER, SPRING, SUMMER))


SENDING = Sending(1, Kind.WEEK, 0, 8, off=False, said_on=date(2026, 9, 1))


def said(sending: Sending, days: SchoolCalendar, until: date, late: timedelta = timedelta()) -> Iterator[datetime]:
    """Live through the year as the tick does: look when told to, say what is due."""
    now = datetime(2026, 9, 2, 6, tzinfo=UTC)
    while days.local_day(now) < until:
        if due(sending, now, days) is not None:
            yield now.astimezone(ZoneInfo(days.zone))
            sending = replace(sending, said_on=days.local_day(now))
        at = looks_at(sending, now, days)
        assert at is not None
        assert now < at <= now + LOOK
        now = at + late


@pytest.mark.parametrize("zone", ["Europe/Moscow", "Asia/Vladivostok", "Europe/Kaliningrad", "America/New_York"])
def test_a_year_of_mondays(zone: str) -> None:
    days = calendar(zone)
    found = list(said(SENDING, days, date(2027, 7, 1)))
    assert {(at.hour, at.minute) for at in found} == {(8, 0)}
    weeks = {at.date() - timedelta(days=at.weekday()) for at in found}
    assert len(weeks) == len(found), "once a week"
    monday, expected = date(2026, 9, 7), []
    while monday < date(2027, 7, 1):
        week = [monday + timedelta(days=n) for n in range(7)]
        expected += [day for day in week if days.is_school_day(day)][:1]
        monday += timedelta(days=7)
    assert [at.date() for at in found] == expected
    assert date(2026, 10, 26) not in weeks, "a week of break has none"
    assert date(2027, 2, 24) in expected, "after a long weekend it comes on Wednesday"


def test_a_year_of_months() -> None:
    found = [at.date() for at in said(replace(SENDING, kind=Kind.MONTH), calendar(), date(2027, 8, 1))]
    assert found[:5] == [date(2026, m, d) for m, d in ((10, 1), (11, 5), (12, 1))] + [
        date(2027, 1, 11),
        date(2027, 2, 1),
    ]
    assert found[-1] == date(2027, 5, 4), "June and July have no school day"


def test_on_fridays_at_three() -> None:
    found = list(said(replace(SENDING, weekday=4, hour=15), calendar(), date(2027, 1, 20)))
    assert found[0] == datetime(2026, 9, 4, 15, tzinfo=ZoneInfo("Europe/Moscow"))
    assert all(at.hour == 15 for at in found)
    # 30 October is in the break, and so are the school days up to 5 November: the first one after it.
    assert next(at.date() for at in found if at.month == 11) == date(2026, 11, 5)


def test_after_an_outage_of_a_day_it_comes_late_and_after_three_not_at_all() -> None:
    days, monday = calendar(), datetime(2026, 11, 23, 5, tzinfo=UTC)
    for hours, comes in ((0, True), (30, True), (24 * 2 + 1, True), (24 * 3, False), (24 * 5, False)):
        assert (due(SENDING, monday + timedelta(hours=hours), days) is not None) is comes, hours
    assert due(SENDING, monday - timedelta(minutes=1), days) is None
    assert timedelta(days=2) == LATE


def test_switched_off_is_never_looked_at() -> None:
    off = replace(SENDING, off=True)
    assert looks_at(off, datetime(2026, 11, 23, 5, tzinfo=UTC), calendar()) is None
    assert due(off, datetime(2026, 11, 23, 5, tzinfo=UTC), calendar()) is None


moments = st.integers(0, 60 * 24 * 300).map(
    lambda minutes: datetime(2026, 9, 2, tzinfo=UTC) + timedelta(minutes=minutes)
)
ways = st.builds(
    Sending,
    school_id=st.just(1),
    kind=st.sampled_from(Kind),
    weekday=st.integers(0, 4),
    hour=st.sampled_from([7, 8, 18]),
    off=st.just(False),
    said_on=st.dates(date(2026, 8, 1), date(2027, 6, 1)),
)


@given(ways, moments, st.integers(0, 4), st.sampled_from([7, 8, 18]))
def test_a_change_of_day_or_hour_makes_up_for_nothing(
    sending: Sending, now: datetime, day: int, hour: int
) -> None:
    days = calendar()
    sending = replace(sending, said_on=min(sending.said_on, days.local_day(now)))
    changed = replace(sending, weekday=day, hour=hour)
    changed = replace(changed, said_on=done_with(changed, now, days))
    assert due(changed, now, days) is None
    assert changed.said_on >= sending.said_on


@given(ways, moments)
def test_what_is_due_is_due_once_and_nothing_is_due_while_it_sleeps(sending: Sending, now: datetime) -> None:
    days = calendar()
    sending = replace(sending, said_on=min(sending.said_on, days.local_day(now)))
    if due(sending, now, days) is not None:
        sending = replace(sending, said_on=days.local_day(now))
        assert due(sending, now, days) is None
    at = looks_at(sending, now, days)
    assert at is not None
    for part in range(1, 40):
        assert due(sending, now + (at - now) * part / 41, days) is None


@given(st.sampled_from(Kind), st.dates(date(2020, 1, 1), date(2035, 1, 1)), st.integers(0, 5), st.integers(1, 14))
def test_periods_follow_one_another(kind: Kind, day: date, weekday: int, number: int) -> None:
    this = period_of(kind, day, weekday)
    assert this.first <= day <= this.last
    found = before(kind, this.first, number)
    assert len(found) == number
    assert found[-1].until == this.first
    assert all(one.until == then.first for one, then in pairwise(found))
    assert all(period_of(kind, one.first, weekday) == one for one in found)
