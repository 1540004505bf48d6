"""Choosing a time by buttons: a day of the next two weeks, then an hour; any other is typed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from handlers.call import Call, StaleScreen
from handlers.meeting_screens import understood, zone
from handlers.screens import Button, Draft, press
from locales import short_day
from mentoring.calendar.rules import SchoolCalendar
from mentoring.calendar.service import calendar_of
from mentoring.errors import ProgrammeError
from mentoring.meetings.wording import local
from mentoring.people.rules import Actor
from mentoring.ports import Unit
from mentoring.texts import Words, say

AHEAD, A_ROW = 12, 3
HOURS = range(8, 20)
LAST_HOUR = 18
Data = Callable[[str], tuple[object, ...]]


def _calendar(actor: Actor, unit: Unit) -> SchoolCalendar:
    return calendar_of(unit, actor.school)


async def days(call: Call, draft: Draft, data: Data) -> Draft:
    """Days as buttons; `data` makes a press of a day's word, "yymmdd"."""
    calendar = await call.use(_calendar)
    now = local(call.now, zone(call))
    first = now.date() + timedelta(days=now.hour >= LAST_HOUR)
    made = [_day(call, first + timedelta(days=n), calendar, data) for n in range(AHEAD)]
    return _rows(draft, made)


def _day(call: Call, one: date, calendar: SchoolCalendar, data: Data) -> Button:
    label: Words | str = short_day(one, call.language)
    if calendar.why_not(one) is not None:
        label = say("meeting-day-closed", day=label)
    return press(label, *data(f"{one:%y%m%d}"))


def hours(call: Call, draft: Draft, day: date, data: Callable[[datetime], tuple[object, ...]]) -> Draft:
    """The hours of a day that are still to come."""
    here = ZoneInfo(zone(call))
    starts = [datetime.combine(day, time(one), here) for one in HOURS]
    return _rows(draft, [press(f"{start:%H:%M}", *data(start)) for start in starts if start > call.now])


def _rows(draft: Draft, made: list[Button]) -> Draft:
    for i in range(0, len(made), A_ROW):
        draft.row(*made[i : i + A_ROW])
    return draft


def day_of(word: str) -> date:
    """Raises StaleScreen for what no button says."""
    try:
        return datetime.strptime(word, "%y%m%d").date()  # noqa: DTZ007 a day has no zone
    except ValueError:
        raise StaleScreen() from None


def typed(call: Call, chosen: date | None = None) -> tuple[datetime | None, date | None]:
    """The time that was typed, or the day.

    Raises ProgrammeError `error-meeting-when`, `error-meeting-slot-past`.
    """
    start, day = understood(call, chosen)
    if start is None and day is None:
        raise ProgrammeError("error-meeting-when")
    if start is not None and start <= call.now:
        raise ProgrammeError("error-meeting-slot-past", start=local(start, zone(call)))
    return start, day
