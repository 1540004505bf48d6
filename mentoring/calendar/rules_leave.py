"""When a message that is due may leave, when a meeting is announced, and what comes too late to be said. Pure.

Every moment handed back is in UTC, outside the quiet hours to the second. A person's own quiet hours take the
place of the school's; whoever calls passes them, and leaves them out for the school's.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from typing import Literal
from zoneinfo import ZoneInfo

from mentoring.calendar.rules import SchoolCalendar
from mentoring.calendar.rules_quiet import Quiet, Window, windows_of

Days = Literal["school", "any"]

CIVIL_HOUR = time(18, 0)  # lessons are over, the evening has not begun
SHORTLY = 60  # minutes
TOO_SHORT = timedelta(minutes=10)  # a reminder later than this before a meeting helps nobody
BEFORE_QUIET = timedelta(minutes=10)  # what is due at the very edge would slip into the quiet hours on its way

_ONE = timedelta(days=1)


def may_leave(
    moment: datetime, calendar: SchoolCalendar, quiet: Quiet | None = None, days: Days = "school"
) -> datetime:
    """The first moment at or after `moment` at which a reminder may leave.

    `days` is "school" for what waits over weekends, holidays and breaks, "any" for what is about a day that people
    chose themselves. Raises CalendarClosed when the school has no day in two years on which to say it.
    """
    moment, hours = moment.astimezone(UTC), quiet or calendar.quiet
    day = calendar.local_day(moment)
    # The day before and the day after: clocks set back at midnight give a part of a day twice.
    near = (day - _ONE, day, day + _ONE)
    found = _first_in([one for one in near if _open(one, calendar, days)], moment, calendar.zone, hours)
    while found is None:
        day = _following(day, calendar, days)
        found = _first_in([day], moment, calendar.zone, hours)
    return found


def _open(day: date, calendar: SchoolCalendar, days: Days) -> bool:
    return days == "any" or calendar.is_school_day(day)


def _following(day: date, calendar: SchoolCalendar, days: Days) -> date:
    return day + _ONE if days == "any" else calendar.next_school_day(day)


def _first_in(days: list[date], moment: datetime, zone: str, quiet: Quiet) -> datetime | None:
    open_later = (window for day in days for window in windows_of(day, zone, quiet) if window.end > moment)
    return min((max(moment, window.start) for window in open_later), default=None)


def civil_day_before(
    start: datetime, calendar: SchoolCalendar, quiet: Quiet | None = None, hour: time = CIVIL_HOUR
) -> datetime:
    """When to announce a meeting that begins at `start`: at `hour` of the day before, on whatever day that is.

    Where that hour is quiet: ten minutes before the quiet hours that it lies in, or, when they last from the
    night, as soon as they end, if that is still the day before. On a day without any such moment: ten minutes
    before the quiet hours of the last day that has one.
    """
    hours, day = quiet or calendar.quiet, calendar.local_day(start) - _ONE
    windows = windows_of(day, calendar.zone, hours)
    if windows:
        at_hour = datetime.combine(day, hour, ZoneInfo(calendar.zone)).astimezone(UTC)
        return _nearest(windows, at_hour)
    return _late(next(_backwards(day, calendar.zone, hours)))


def _nearest(windows: tuple[Window, ...], wanted: datetime) -> datetime:
    begun = [window for window in windows if window.start <= wanted]
    if not begun:
        return windows[0].start
    return wanted if begun[-1].holds(wanted) else _late(begun[-1])


def _late(window: Window) -> datetime:
    return max(window.start, window.end - BEFORE_QUIET)


def _backwards(day: date, zone: str, quiet: Quiet) -> Iterator[Window]:
    """The windows of earlier days, the last one first."""
    while True:
        day -= _ONE
        yield from reversed(windows_of(day, zone, quiet))


def shortly_before(
    start: datetime, calendar: SchoolCalendar, quiet: Quiet | None = None, minutes: int = SHORTLY
) -> datetime | None:
    """When to remind of a meeting that begins at `start`: `minutes` before it, or when the quiet hours end.

    None when they end less than ten minutes before it: then nobody is served by a reminder.
    """
    wanted = start.astimezone(UTC) - timedelta(minutes=minutes)
    leaves = may_leave(wanted, calendar, quiet, "any")
    return leaves if leaves == wanted or leaves <= start - TOO_SHORT else None


def stale(due_at: datetime, expires_at: datetime | None, now: datetime) -> bool:
    """Whether what was due at `due_at` no longer makes sense at `now`, as after a time when nothing ran.

    `now` may be the moment at which it could leave at the earliest. Nothing is stale before it is due, and what
    never expires (an escalation) is delayed, never dropped.
    """
    return expires_at is not None and now >= max(due_at, expires_at)
