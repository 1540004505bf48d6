"""Days, weeks, months and what lies between them, in the local time of a wall clock. Pure.

All moments here are naive: the zone is put on once, at the end, so that "в 15:30" stays 15:30 through every
change of the clocks.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal

SECONDS = {"second": 1, "minute": 60, "hour": 3600, "day": 86400, "week": 604800}
MONTHS = {"month": 1, "quarter": 3, "year": 12}
# What "in two days" is exact to: the next finer unit; weeks are counted in days.
FINER = {
    "second": "second", "minute": "second", "hour": "minute", "day": "hour", "week": "day", "month": "day",
    "quarter": "month", "year": "month",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of the calendar one grain long; `said` is the unit that was named when it is a coarser one."""

    start: datetime
    grain: str
    said: str = ""

    @property
    def end(self) -> datetime:
        return shift(self.start, 1, self.grain)

    @property
    def unit(self) -> str:
        return self.said or self.grain


@dataclass(frozen=True, slots=True)
class Range:
    """From and to (exclusive), either open; `grain` is the finest unit that was said."""

    start: datetime | None
    end: datetime | None
    grain: str


@dataclass(frozen=True, slots=True)
class Amount:
    """A length of time: so many of a unit."""

    count: Decimal
    unit: str


def local(year: int, month: int = 1, day: int = 1) -> datetime:
    """The beginning of a day on the wall clock; ValueError when there is no such day."""
    return datetime(year, month, day)  # noqa: DTZ001 - the zone is put on at the end


def truncate(moment: datetime, grain: str) -> datetime:
    """The beginning of the second, minute … year that `moment` lies in; weeks begin on Monday."""
    if grain in ("second", "minute", "hour"):
        kept = {"second": moment.second, "minute": 0, "hour": 0}[grain]
        minute = 0 if grain == "hour" else moment.minute
        return moment.replace(minute=minute, second=kept, microsecond=0)
    day = moment.replace(hour=0, minute=0, second=0, microsecond=0)
    if grain in ("day", "week"):
        return day - timedelta(days=day.weekday() if grain == "week" else 0)
    first = {"month": day.month, "quarter": (day.month - 1) // 3 * 3 + 1, "year": 1}[grain]
    return day.replace(month=first, day=1)


def shift(moment: datetime, count: int, unit: str) -> datetime:
    """`count` units on; the last day of a shorter month stands for days it has not. OverflowError, ValueError."""
    if unit in SECONDS:
        return moment + timedelta(seconds=SECONDS[unit] * count)
    months = moment.year * 12 + moment.month - 1 + MONTHS[unit] * count
    first = moment.replace(year=months // 12, month=months % 12 + 1, day=1)
    last = (first.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)
    return first.replace(day=min(moment.day, last.day))


def current(now: datetime, unit: str, steps: int = 0) -> Span:
    """This unit of the calendar, or the one so many steps from it."""
    return Span(shift(truncate(now, unit), steps, unit), unit)


def day_span(year: int, month: int, day: int) -> Span:
    return Span(local(year, month, day), "day")


def coming(now: datetime, month: int, day: int) -> Span:
    """The next such day, today included; ValueError where no year has it (29 February waits for its year)."""
    local(2000, month, day)
    for year in range(now.year, now.year + 9):
        try:
            found = local(year, month, day)
        except ValueError:
            continue
        if found >= truncate(now, "day"):
            return Span(found, "day")
    raise ValueError(day)


def full_year(written: str, this_year: int) -> int:
    """Two digits mean the nearest past or this century: "98" is 1998, "26" is 2026."""
    year = int(written)
    if len(written) > 2:
        return year
    return 2000 + year if 2000 + year <= this_year + 20 else 1900 + year


def exact(amount: Amount) -> Amount:
    """Halves of a unit in whole smaller ones: an hour and a half is 90 minutes, 3.5 months are 105 days."""
    if amount.unit == "sutki":
        return Amount(amount.count * 24, "hour")
    count, unit = amount.count, amount.unit
    while count % 1 and unit in _PARTS:
        times, unit = _PARTS[unit]
        count *= times
    return Amount(count, unit)


_PARTS = {
    "year": (12, "month"), "quarter": (3, "month"), "month": (30, "day"), "week": (7, "day"), "day": (24, "hour"),
    "hour": (60, "minute"), "minute": (60, "second"),
}  # fmt: skip
