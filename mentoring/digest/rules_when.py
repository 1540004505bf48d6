"""When a digest comes and which days it is about. Pure. Days are the school's local ones.

A digest belongs to a period: the seven days that begin on the weekday it comes on, or a calendar month. It comes
on the period's first school day and tells of the period before, so that no day is told of twice or never. A period
without a school day, a break, has none.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from mentoring.meetings.rules_days import Days, at_clock

LOOK = timedelta(days=7)  # the longest time without a look, whatever the calendar says
LATE = timedelta(days=2)  # after an outage; a later one would tell of the week before last
HOURS = (7, 8, 9, 12, 15, 18)  # to choose from, on the school's clock
_ONE = timedelta(days=1)
_WEEK = timedelta(days=7)


class Kind(StrEnum):
    WEEK = "week"
    MONTH = "month"


@dataclass(frozen=True, slots=True)
class Sending:
    """How a school gets a digest. `weekday` is 0 for Monday, of the week alone; `hour` is of the school's clock;
    `said_on` is the last day that is done with: no digest of a period that has begun by then.
    """

    school_id: int
    kind: Kind
    weekday: int
    hour: int
    off: bool
    said_on: date


@dataclass(frozen=True, slots=True)
class Period:
    """Local days from `first` up to but not including `until`."""

    first: date
    until: date

    @property
    def last(self) -> date:
        return self.until - _ONE


def period_of(kind: Kind, day: date, weekday: int = 0) -> Period:
    """The period `day` lies in."""
    if kind is Kind.MONTH:
        first = day.replace(day=1)
        return Period(first, _next_month(first))
    first = day - timedelta(days=(day.weekday() - weekday) % 7)
    return Period(first, first + _WEEK)


def before(kind: Kind, until: date, number: int) -> list[Period]:
    """So many periods that end with `until`, the last one last; `until` begins a month where months are meant."""
    found: list[Period] = []
    for _ in range(number):
        first = (until - _ONE).replace(day=1) if kind is Kind.MONTH else until - _WEEK
        found.append(Period(first, until))
        until = first
    return found[::-1]


def day_of(kind: Kind, day: date, days: Days, weekday: int = 0) -> date | None:
    """The day of the digest of the period `day` lies in: its first school day, None in a break."""
    return _first(period_of(kind, day, weekday), days)


def _first(period: Period, days: Days) -> date | None:
    span = (period.first + timedelta(days=n) for n in range((period.until - period.first).days))
    return next((day for day in span if days.is_school_day(day)), None)


def due(sending: Sending, now: datetime, days: Days) -> Period | None:
    """The period whose digest is to be said now; a day or two late where nothing ran in time."""
    today = days.local_day(now)
    this = period_of(sending.kind, today, sending.weekday)
    day = _first(this, days)
    if sending.off or day is None or sending.said_on >= this.first:
        return None
    passed = at_clock(days, day, time(sending.hour)) <= now and today - day <= LATE
    return this if passed and days.is_school_day(today) else None


def looks_at(sending: Sending, now: datetime, days: Days) -> datetime | None:
    """When the school is to be looked at next, to be stored and indexed; None: never, it wants no digest."""
    if sending.off:
        return None
    this = period_of(sending.kind, days.local_day(now), sending.weekday)
    for one in (this, period_of(sending.kind, this.until, sending.weekday)):
        day = _first(one, days)
        moment = at_clock(days, day, time(sending.hour)) if day is not None else now
        if moment > now and sending.said_on < one.first:
            return min(moment, now + LOOK)
    return now + LOOK


def done_with(sending: Sending, now: datetime, days: Days) -> date:
    """`said_on` once its day or hour was changed: what has passed by now is not made up for."""
    today = days.local_day(now)
    passed = at_clock(days, today, time(sending.hour)) <= now
    return max(sending.said_on, today if passed else today - _ONE)


def _next_month(first: date) -> date:
    return (first + timedelta(days=31)).replace(day=1)
