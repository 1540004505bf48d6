"""A change of the clocks breaks no quiet hours and moves no reminder to another day: every zone, twelve years.

What becomes of a reminder that is due, the days to put it off to, the end of a survey and the day's one message are
compared with `wall_clock`.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from itertools import cycle

import pytest

from mentoring.calendar.rules import SchoolCalendar
from mentoring.errors import ProgrammeError
from mentoring.notices.rules import Audience, Privacy, leaves_at
from mentoring.notices.rules_delivery import (
    Decision,
    Drop,
    Reader,
    Send,
    Wait,
    Waiting,
    Why,
    decide,
    first_moment,
    later_days,
)
from mentoring.surveys.rules import CLOSES, WARNING, closing
from tests.promises.test_wrong_date import PARTS, SKIPPED, calendar_of, part, weekday_after
from tests.promises.wall_clock import DAY, HOUR, MINUTE, SECOND, Wall, wall_around

QUIETS = (("20:00", "08:00"), ("22:00", "02:30"), ("00:00", "07:00"), ("01:15", "02:15"))
DUE = (-18 * HOUR, -3 * HOUR, -20 * MINUTE, 0 * MINUTE, 40 * MINUTE, 5 * HOUR)


def quiet_at(wall: datetime, hours: tuple[str, str]) -> bool:
    """As a person reads the two times: what the clock on the wall shows lies between them."""
    shown, (start, end) = f"{wall:%H:%M}", hours
    return start <= shown < end if start < end else not end <= shown < start


def school(day: date) -> bool:
    return day.isoweekday() <= 5


def first_allowed(wall: Wall, moment: datetime, hours: tuple[str, str], on_school_days: bool) -> datetime:
    """Silence ends by the wall clock, at a change of the clocks or, after a day off, at midnight."""
    day, end = wall.day(moment), time.fromisoformat(hours[1])
    dawns = [datetime.combine(day + timedelta(days=n), at, UTC) for n in range(-1, 6) for at in (end, time(0))]
    ends = (moment, *wall.changes(), *(one for dawn in dawns for one in wall.showing(dawn)))
    return min(
        one
        for one in ends
        if one >= moment and not quiet_at(wall.shows(one), hours) and (school(wall.day(one)) or not on_school_days)
    )


def reader(hours: tuple[str, str], said_at: datetime | None = None) -> Reader:
    return Reader(2, 1, 2, "ru", True, False, *hours, said_at)


def notice(due_at: datetime, expires_at: datetime | None = None, urgent: bool = False) -> Waiting:
    key = "meeting-eve/1/7/0/0/2"
    private = (Audience.PAIR, Privacy.NAMED, None, 1)
    return Waiting(1, 2, key, "meeting-eve", "7", "Встреча", (), *private, urgent, False, due_at, expires_at)


def outcome(decisions: list[Decision], now: datetime) -> datetime | Why:
    """The moment at which it leaves or is looked at again, or why it never does."""
    (one,) = decisions
    if isinstance(one, Send):
        return now
    return one.until if isinstance(one, Wait) else one.why


def around(number: int) -> Iterator[tuple[str, Wall, datetime, SchoolCalendar, tuple[str, str]]]:
    """Every change with one of the quiet hours, the next one with the next."""
    hours = cycle(QUIETS)
    for zone, change, wall in part(number):
        yield zone, wall, change, calendar_of(zone), next(hours)


def leaves_rightly(zone: str, wall: Wall, due: datetime, hours: tuple[str, str], *, urgent: bool) -> None:
    """Urgent on any day, bundled on school days; dropped where that is too late, never said on another day."""
    told = (zone, due.isoformat(), hours, urgent)
    leaves = first_allowed(wall, due, hours, on_school_days=not urgent)
    if urgent:
        assert leaves_at(due, zone, *hours) == leaves, told
    ends = ((leaves + SECOND, leaves), (leaves, Why.HELD)) if leaves > due else ((None, due),)
    for expires, expected in ends:
        found = decide([notice(due, expires, urgent)], reader(hours), calendar_of(zone), due)
        assert outcome(found, due) == expected, told


@pytest.mark.parametrize("number", range(PARTS))
def test_what_is_due_leaves_outside_the_quiet_hours_and_not_a_second_later(number: int) -> None:
    for zone, wall, change, _, hours in around(number):
        for gap in DUE:
            for urgent in (True, False):
                leaves_rightly(zone, wall, change + gap, hours, urgent=urgent)


@pytest.mark.parametrize("zone", SKIPPED)
def test_the_same_where_a_day_was_left_out(zone: str) -> None:
    change = SKIPPED[zone]
    for hours in QUIETS:
        for gap in range(-30, 31):
            leaves_rightly(zone, wall_around(zone, change), change + gap * HOUR, hours, urgent=gap % 2 == 0)


@pytest.mark.parametrize("number", range(PARTS))
def test_the_days_one_message_is_one_a_civil_day(number: int) -> None:
    """However often an hour comes: whoever has heard something today hears the next thing tomorrow."""
    for zone, wall, change, calendar, hours in around(number):
        for gap in DUE:
            said, told = change + gap, (zone, gap, hours)
            for now in (said + MINUTE, said + 2 * HOUR):
                found = decide([notice(now)], reader(hours, said), calendar, now)
                tomorrow = wall.day(now) + timedelta(days=1)
                if wall.day(said) == wall.day(now):
                    assert isinstance(found[0], Wait), told
                    assert wall.day(found[0].until) == weekday_after(tomorrow - timedelta(days=1)), told
                else:
                    assert outcome(found, now) == first_allowed(wall, now, hours, on_school_days=True), told


@pytest.mark.parametrize("number", range(PARTS))
def test_later_means_the_day_that_was_chosen(number: int) -> None:
    for zone, wall, change, calendar, hours in around(number):
        for now in (change - 15 * MINUTE, change + 15 * MINUTE):
            today = wall.day(now)
            offered = later_days([notice(now)], calendar, calendar.quiet, now)
            monday = today + timedelta(days=8 - today.isoweekday())
            wanted = (today + timedelta(days=1), today + timedelta(days=3), monday)
            assert offered == tuple(sorted({weekday_after(day - timedelta(days=1)) for day in wanted})), zone
            for day in offered[:2]:
                leaves = first_moment(day, calendar, reader(hours).quiet)
                assert wall.day(leaves) == day, (zone, day)
                assert not quiet_at(wall.shows(leaves), hours), (zone, day)


@pytest.mark.parametrize("number", range(PARTS))
def test_a_survey_ends_on_its_day_and_its_warning_names_no_day_that_has_passed(number: int) -> None:
    for zone, wall, change, calendar, hours in around(number):
        for place in (0, 1):
            day = wall.day(change) + timedelta(days=place)
            ends = closing(day, zone, change - 3 * DAY)
            assert wall.fits(ends, day, CLOSES), zone
            warned = ends - WARNING
            found = outcome(decide([notice(warned, ends)], reader(hours), calendar, warned), warned)
            if found is Why.HELD:
                assert first_allowed(wall, warned, hours, on_school_days=True) >= ends, zone
            else:
                assert day - timedelta(days=1) <= wall.day(found) <= day, (zone, found)
        with pytest.raises(ProgrammeError, match="error-survey-past"):
            closing(wall.day(change) - timedelta(days=1), zone, change + 5 * HOUR)


def test_what_is_over_is_said_on_no_day() -> None:
    now = datetime(2026, 11, 24, 9, tzinfo=UTC)
    found = decide([notice(now - HOUR, now)], reader(QUIETS[0]), SchoolCalendar("Europe/Moscow"), now)
    assert found == [Drop((notice(now - HOUR, now),), Why.LATE)]
