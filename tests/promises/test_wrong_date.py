"""No reminder of a meeting on a wrong day or at a wrong hour: every zone, every change of its clocks, twelve years.

Around each change, and on ordinary days, meetings are set the evening before, at midnight, in the hours that are
left out or come twice, and the morning after; what the rules say of them is compared with `wall_clock`.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from typing import Any

import pytest

from locales import LANGUAGES, Locales
from mentoring.calendar.rules import SchoolCalendar
from mentoring.meetings import upkeep
from mentoring.meetings.rules import SHIPPED, Meeting, Participant, Reply, Side, Slot, State
from mentoring.meetings.rules_days import school_days_later
from mentoring.meetings.rules_due import Due, Rule, ahead
from mentoring.meetings.rules_kinds import Kind
from mentoring.meetings.telling import Scene
from mentoring.notices.rules import Notice
from mentoring.people.rules import School
from tests.promises.wall_clock import DAY, HOUR, MINUTE, SECOND, ZONES, Wall, changes, wall_around

PARTS = 12  # for several processes
FIRST, LAST = datetime(2020, 1, 1, tzinfo=UTC), datetime(2032, 1, 1, tzinfo=UTC)
ORDINARY = (datetime(2024, 2, 29, 9, tzinfo=UTC), datetime(2026, 12, 31, 21, tzinfo=UTC))
CLOCKS = (time(0, 0), time(0, 30), time(8, 30), time(15, 0), time(23, 30))
AROUND = (-30 * MINUTE, -SECOND, 0 * MINUTE, 30 * MINUTE, 90 * MINUTE)
PEOPLE = (Participant(1, Side.MENTOR, Reply.COMING), Participant(2, Side.MENTEE, Reply.COMING))
LONG = 45 * MINUTE
RELATIVE = ("сегодня", "завтра", "вчера", "today", "tomorrow", "yesterday")
# Islands that moved over the date line and left a day out of their calendars.
SKIPPED = {
    "Kwajalein": datetime(1993, 8, 21, 12, tzinfo=UTC),
    "Pacific/Apia": datetime(2011, 12, 30, 10, tzinfo=UTC),
    "Pacific/Fakaofo": datetime(2011, 12, 30, 11, tzinfo=UTC),
    "Pacific/Kanton": datetime(1994, 12, 31, 11, tzinfo=UTC),
    "Pacific/Kiritimati": datetime(1994, 12, 31, 10, tzinfo=UTC),
}


@cache
def part(number: int) -> tuple[tuple[str, datetime, Wall], ...]:
    """Every so-many-th zone with the moments to look around."""
    found = [
        (zone, moment) for zone in ZONES[number::PARTS] for moment in (*changes(zone, FIRST, LAST), *ORDINARY)
    ]
    return tuple((zone, moment, wall_around(zone, moment)) for zone, moment in found)


@cache
def calendar_of(zone: str) -> SchoolCalendar:
    """One a zone: it counts the days of a year once."""
    return SchoolCalendar(zone)


def starts(wall: Wall, change: datetime) -> Iterator[datetime]:
    """A different half of the wall clock's times each year; the moments beside the change always."""
    yield from (change + gap for gap in AROUND)
    for place, clock in enumerate(CLOCKS):
        day = wall.day(change) + timedelta(days=(place + change.year) % 3 - 1)
        yield from wall.showing(datetime.combine(day, clock, UTC))[-1:]


def agreed(start: datetime) -> Meeting:
    long_ago = start - 30 * DAY
    return Meeting(
        7, "b7e0", 70, Kind.SERIES, PEOPLE, (Slot(start, start + LONG),), 1, long_ago,
        State.AGREED, chosen=0, agreed_at=long_ago, place="каб. 12",
    )  # fmt: skip


def reminders(meeting: Meeting, calendar: SchoolCalendar) -> dict[Rule, Due]:
    found = [one for one in ahead(meeting, calendar) if one.person_id == 2]
    assert len(found) == len({one.rule for one in found})
    return {one.rule: one for one in found}


def weekday_after(day: date, number: int = 1) -> date:
    """The school of these tests has no holidays."""
    while number:
        day += timedelta(days=1)
        number -= day.isoweekday() <= 5
    return day


def words_of(calendar: SchoolCalendar, meeting: Meeting, one: Due) -> Notice:
    year = (date(2026, 8, 1), date(2027, 7, 31))
    school = School(1, "Школа", calendar.zone, "20:00", "08:00", 14, *year, "ru", 0)
    return upkeep._notice(Scene(school, calendar, {}), meeting, one)


def moments_in(words: Any) -> Iterator[datetime | str]:
    """Every date and every time of day that words name, however deep."""
    for name, value in getattr(words, "params", {}).items():
        if isinstance(value, datetime) or name == "end":
            yield value
        yield from moments_in(value)


def same_wall(named: datetime | str, shown: datetime) -> bool:
    if isinstance(named, str):
        return named == f"{shown:%H:%M}"
    return named.replace(tzinfo=None) == shown.replace(tzinfo=None)


@pytest.mark.parametrize("number", range(PARTS))
def test_of_a_meeting_in_every_zone_over_every_change(number: int) -> None:
    looked = 0
    for zone, change, wall in part(number):
        calendar = calendar_of(zone)
        for start in starts(wall, change):
            looked += 1
            told = (zone, start.isoformat())
            meeting = agreed(start)
            found = reminders(meeting, calendar)
            assert wall.fits(found[Rule.EVE].due_at, wall.day(start) - timedelta(days=1), SHIPPED.eve), told
            assert found[Rule.EVE].due_at < start == found[Rule.EVE].expires_at, told
            assert start - found[Rule.SHORTLY].due_at == HOUR, told
            assert found[Rule.CHECKIN].due_at == start + LONG, told
            asked_again = weekday_after(wall.day(start + LONG))
            assert wall.fits(found[Rule.CHECKIN_AGAIN].due_at, asked_again, SHIPPED.again), told
            named = list(moments_in(words_of(calendar, meeting, found[Rule.EVE]).text))
            shown = (wall.shows(start), wall.shows(start + LONG))
            assert len(named) == 2, told
            assert all(same_wall(*pair) for pair in zip(named, shown, strict=True)), told
    assert looked > 300, "a part that looks at nothing proves nothing"


@pytest.mark.parametrize("number", range(PARTS))
def test_school_days_are_civil_days(number: int) -> None:
    """The nth school day after a moment, at the same hour; the calendar's own days in every zone."""
    for zone, change, wall in part(number):
        calendar = calendar_of(zone)
        for moment, days in ((change - 20 * HOUR, 1), (change - MINUTE, 1), (change + 5 * HOUR, 3)):
            shown = wall.shows(moment)
            assert calendar.local_day(moment) == shown.date()
            asked = weekday_after(shown.date(), days)
            assert calendar.add_school_days(shown.date(), days) == asked
            assert wall.fits(school_days_later(calendar, moment, days), asked, shown.time()), (zone, moment)
            if days == 1:
                assert calendar.next_school_day(shown.date()) == asked
                assert wall.fits(calendar.working_day_later(moment), asked, shown.time()), (zone, moment)


@pytest.mark.parametrize("zone", SKIPPED)
def test_where_a_day_never_was_nothing_names_it(zone: str) -> None:
    """The eve of the day after it never was: then nobody is reminded on a wrong day, and the last hour stands."""
    change = SKIPPED[zone]
    wall, calendar = wall_around(zone, change), calendar_of(zone)
    missing = wall.day(change) - timedelta(days=1)
    assert not wall.showing(datetime.combine(missing, time(12), UTC)), "the day is left out"
    for hours in range(-60, 73, 3):
        start = change + hours * HOUR + 15 * MINUTE
        meeting = agreed(start)
        found = reminders(meeting, calendar)
        eve, before = found[Rule.EVE], wall.day(start) - timedelta(days=1)
        if before == missing:
            assert eve.due_at >= change
        else:
            assert wall.fits(eve.due_at, before, SHIPPED.eve)
        assert start - found[Rule.SHORTLY].due_at == HOUR
        for one in found.values():
            named = list(moments_in(words_of(calendar, meeting, one).text))
            assert named[0].date() == wall.day(start) != missing


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_reminder_says_today_or_tomorrow(language: str) -> None:
    """It may have waited for the end of the quiet hours, or for the bot: only the day itself stays true."""
    calendar, start = calendar_of("Europe/Moscow"), datetime(2026, 11, 25, 12, tzinfo=UTC)
    meeting = agreed(start)
    for one in reminders(meeting, calendar).values():
        said = Locales().html(words_of(calendar, meeting, one).text, language).casefold()
        assert ("25 ноября 2026" if language == "ru" else "25 november 2026") in said
        assert not [word for word in RELATIVE if word in said], said
