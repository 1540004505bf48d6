"""A school's days: its week, the country's holidays, and what the school itself decided. Pure.

What overrides what, strongest first: a working day set by the school, a day off, a break, the country's holidays
with their transfers, the weekday. Days are local dates of the school; a year's answers are kept as one whole
number, a bit a day, so that counting school days for hundreds of pairs costs next to nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum
from types import MappingProxyType
from typing import Literal
from zoneinfo import ZoneInfo

from mentoring.calendar.rules_quiet import Quiet
from mentoring.errors import ProgrammeError
from mentoring.people.rules import school_year

_ONE = timedelta(days=1)
_SEARCHED = 800  # days; a calendar with no school day in more than two years is a mistake, not a holiday


class Kind(StrEnum):
    """What a special period makes of its days, weakest first."""

    BREAK = "break"
    OFF = "off"
    WORKING = "working"


class Closed(StrEnum):
    """Why there is no school on a day."""

    WEEKEND = "weekend"
    HOLIDAY = "holiday"
    BREAK = "break"
    OFF = "off"


class CalendarClosed(ProgrammeError):
    """No school day within two years of `day`, the last one found or else the one asked about."""

    def __init__(self, day: date) -> None:
        super().__init__("error-calendar-closed", day=day)


@dataclass(frozen=True, slots=True, order=True)
class Special:
    """A period from `first` to `last`, both included; `title` is what the school calls it.

    Raises ValueError when it ends before it begins.
    """

    first: date
    last: date
    kind: Kind
    title: str = ""

    def __post_init__(self) -> None:
        if self.last < self.first:
            raise ValueError("a special period ends before it begins")

    def covers(self, day: date) -> bool:
        return self.first <= day <= self.last


@dataclass(frozen=True, slots=True)
class SchoolCalendar:
    """`week` is the number of days a school week has from Monday on, five or six. `quiet_from`/`quiet_to` are
    "HH:MM" of the school's `zone`; equal ones mean there are no quiet hours.

    `public` holds the country's days that differ from the weekday: False for a day off, True for a day of work at
    a weekend; mentoring/calendar/holidays_ru.py makes it, for a week of the same length.
    """

    zone: str
    week: Literal[5, 6] = 5
    quiet_from: str = "20:00"
    quiet_to: str = "08:00"
    public: Mapping[date, bool] = field(default_factory=dict, hash=False, repr=False)
    specials: tuple[Special, ...] = ()
    _years: dict[int, int] = field(default_factory=dict, init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        # The kept answers must not go stale when the caller's mapping changes.
        object.__setattr__(self, "public", MappingProxyType(dict(self.public)))

    @property
    def quiet(self) -> Quiet:
        """The school's own quiet hours."""
        return Quiet.of(self.quiet_from, self.quiet_to)

    def local_day(self, moment: datetime) -> date:
        """The school's date at an aware moment."""
        return moment.astimezone(ZoneInfo(self.zone)).date()

    def is_school_day(self, day: date) -> bool:
        return bool(self._bits(day.year) >> _place(day) & 1)

    def why_not(self, day: date) -> Closed | None:
        """Why there is no school that day; None for a school day."""
        if self.is_school_day(day):
            return None
        kinds = {special.kind for special in self.specials if special.covers(day)}
        if kinds:
            return Closed.OFF if Kind.OFF in kinds else Closed.BREAK
        return Closed.HOLIDAY if day in self.public else Closed.WEEKEND

    def next_school_day(self, day: date, include: bool = False) -> date:
        """The first school day after `day`, or from `day` on. Raises CalendarClosed."""
        return self.add_school_days(day - _ONE if include else day, 1)

    def school_days_between(self, start: date, end: date) -> int:
        """School days from `start` up to but not including `end`; negative when `end` is the earlier one."""
        if end < start:
            return -self.school_days_between(end, start)
        if start.year == end.year:
            return self._counted(start, end)
        full = sum(self._bits(year).bit_count() for year in range(start.year + 1, end.year))
        rest = self._bits(start.year) >> _place(start)
        return rest.bit_count() + full + self._counted(date(end.year, 1, 1), end)

    def add_school_days(self, day: date, number: int) -> date:
        """The `number`-th school day after `day`, or before it for a negative one; `day` itself for none.

        Whether `day` is a school day makes no difference. Raises CalendarClosed.
        """
        step, left, idle = (_ONE if number > 0 else -_ONE), abs(number), 0
        while left:
            day += step
            idle = 0 if self.is_school_day(day) else idle + 1
            left -= not idle
            if idle > _SEARCHED:
                raise CalendarClosed(day - idle * step)
        return day

    def school_year(self, day: date) -> tuple[date, date]:
        """First and last day of the school year of `day`, August to July, as the programme's plan runs."""
        return school_year(day)

    def working_day_later(self, moment: datetime) -> datetime:
        """The same time of day, by the school's clock, on the next school day; in UTC. Raises CalendarClosed.

        A time that the clocks jump over that day becomes the moment as long after the jump.
        """
        local = moment.astimezone(ZoneInfo(self.zone))
        day = self.next_school_day(local.date())
        return datetime.combine(day, local.time(), ZoneInfo(self.zone)).astimezone(UTC)

    def _counted(self, start: date, end: date) -> int:
        within = (1 << _place(end)) - (1 << _place(start))
        return (self._bits(start.year) & within).bit_count()

    def _bits(self, year: int) -> int:
        """Bit n tells whether the n-th day of `year` is a school day, the first of January being bit 0."""
        bits = self._years.get(year)
        if bits is None:
            bits = self._years[year] = self._made(year)
        return bits

    def _made(self, year: int) -> int:
        bits = sum(1 << _place(day) for day in _days_of(year) if self._by_country(day))
        for special in sorted(self.specials, key=lambda special: _STRENGTH[special.kind]):
            mask = _mask(special, year)
            bits = bits | mask if special.kind is Kind.WORKING else bits & ~mask
        return bits

    def _by_country(self, day: date) -> bool:
        return self.public.get(day, day.isoweekday() <= self.week)


_STRENGTH = {kind: strength for strength, kind in enumerate(Kind)}


def _place(day: date) -> int:
    return day.toordinal() - date(day.year, 1, 1).toordinal()


def _days_of(year: int) -> Iterator[date]:
    first = date(year, 1, 1).toordinal()
    return (date.fromordinal(n) for n in range(first, date(year, 12, 31).toordinal() + 1))


def _mask(special: Special, year: int) -> int:
    """The days of the period that lie in `year`, a bit each."""
    first, last = max(special.first, date(year, 1, 1)), min(special.last, date(year, 12, 31))
    return (1 << _place(last) + 1) - (1 << _place(first)) if first <= last else 0
