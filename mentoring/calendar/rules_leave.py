"""When a message that is due may leave, and what comes too late to be said. Pure.

Every moment handed back is in UTC, outside the quiet hours to the second. A person's own quiet hours take the
place of the school's; whoever calls passes them, and leaves them out for the school's.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from typing import Literal
from zoneinfo import ZoneInfo

from mentoring.calendar.rules import SchoolCalendar
from mentoring.calendar.rules_quiet import Quiet, windows_of

Days = Literal["school", "any"]

TOO_SHORT = timedelta(minutes=10)  # a reminder later than this before a meeting helps nobody
_ONE = timedelta(days=1)


def may_leave(
    moment: datetime, calendar: SchoolCalendar, quiet: Quiet | None = None, days: Days = "school"
) -> datetime:
    """The first moment at or after `moment` at which a reminder may leave.

    `days` is "school" for what waits over weekends, holidays and breaks, "any" for what is about a day that people
    chose themselves. Raises CalendarClosed when the school has no day in two years on which to say it.
    """
    hours = quiet or calendar.quiet
    if days == "any":
        return out_of_quiet(moment, calendar.zone, hours)
    return _first_on(moment, calendar.zone, hours, calendar.is_school_day, calendar.next_school_day)


def out_of_quiet(moment: datetime, zone: str, quiet: Quiet) -> datetime:
    """The first moment at or after `moment`, on whatever day, at which it is not quiet."""
    return _first_on(moment, zone, quiet, lambda _: True, lambda day: day + _ONE)


def _first_on(
    moment: datetime, zone: str, quiet: Quiet, opens: Callable[[date], bool], following: Callable[[date], date]
) -> datetime:
    moment = moment.astimezone(UTC)
    day = moment.astimezone(ZoneInfo(zone)).date()
    # The day before and the day after: clocks set back at midnight give a part of a day twice.
    near = (day - _ONE, day, day + _ONE)
    found = _first_in([one for one in near if opens(one)], moment, zone, quiet)
    while found is None:
        day = following(day)
        found = _first_in([day], moment, zone, quiet)
    return found


def _first_in(days: list[date], moment: datetime, zone: str, quiet: Quiet) -> datetime | None:
    open_later = (window for day in days for window in windows_of(day, zone, quiet) if window.end > moment)
    return min((max(moment, window.start) for window in open_later), default=None)


def stale(due_at: datetime, expires_at: datetime | None, now: datetime) -> bool:
    """Whether what was due at `due_at` no longer makes sense at `now`, as after a time when nothing ran.

    `now` may be the moment at which it could leave at the earliest. Nothing is stale before it is due, and what
    never expires (an escalation) is delayed, never dropped.
    """
    return expires_at is not None and now >= max(due_at, expires_at)
