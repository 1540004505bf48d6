"""What the rules of meetings need of a school's calendar, and times of the school's clock. Pure."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import Protocol
from zoneinfo import ZoneInfo


class Days(Protocol):
    """A school's days; `mentoring.calendar.rules.SchoolCalendar` is one. Days are the school's local dates."""

    @property
    def zone(self) -> str: ...

    def local_day(self, moment: datetime) -> date: ...

    def is_school_day(self, day: date) -> bool: ...

    def add_school_days(self, day: date, number: int) -> date: ...

    def school_days_between(self, start: date, end: date) -> int: ...


def at_clock(days: Days, day: date, clock: time) -> datetime:
    """That time on the school's clock, in UTC. A time the clocks jump over becomes the one after the jump."""
    return datetime.combine(day, clock, ZoneInfo(days.zone)).astimezone(UTC)


def school_days_later(days: Days, moment: datetime, number: int) -> datetime:
    """The same time of day, by the school's clock, `number` school days later; in UTC."""
    local = moment.astimezone(ZoneInfo(days.zone))
    return at_clock(days, days.add_school_days(local.date(), number), local.time())


def day_before(days: Days, moment: datetime, clock: time) -> datetime:
    """`clock` on the eve of `moment`, in UTC."""
    return at_clock(days, days.local_day(moment) - timedelta(days=1), clock)
