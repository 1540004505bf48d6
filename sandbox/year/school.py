"""The school as its people know it: its days and its quiet hours, said once more and shortly, so that the bot's
own calendar is checked against something that is not it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from importlib import import_module
from typing import Any
from zoneinfo import ZoneInfo

BREAK, OFF, WORKING = "break", "off", "working"
_DAY = timedelta(days=1)


@lru_cache(maxsize=8)
def _country(year: int) -> Any:
    return import_module("holidays").country_holidays("RU", years=year)


@dataclass(slots=True)
class School:
    """A week of five days. `specials` are (first, last, kind) as the curator last saw them in the calendar."""

    zone: str
    today: date
    quiet: tuple[str, str] = ("20:00", "08:00")
    specials: list[tuple[date, date, str]] = field(default_factory=list)

    def local(self, moment: datetime) -> datetime:
        return moment.astimezone(ZoneInfo(self.zone))

    def day(self, moment: datetime) -> date:
        return self.local(moment).date()

    def open_on(self, day: date) -> bool:
        kinds = {kind for first, last, kind in self.specials if first <= day <= last}
        if kinds:
            return WORKING in kinds
        known = _country(day.year)
        return day in known.weekend_workdays or (day.weekday() < 5 and day not in known)

    def school_days(self, first: date, last: date) -> int:
        """From `first` up to but not including `last`."""
        return sum(self.open_on(first + n * _DAY) for n in range((last - first).days))

    def later(self, day: date, number: int) -> date:
        """The `number`-th school day after `day`."""
        while number:
            day += _DAY
            number -= self.open_on(day)
        return day

    def is_quiet(self, moment: datetime, hours: tuple[str, str]) -> bool:
        start, end = (time.fromisoformat(one) for one in hours)
        wall = self.local(moment).time()
        return start <= wall < end if start <= end else wall >= start or wall < end

    def saw(self, shown: Iterable[tuple[date, date, str]]) -> None:
        """The calendar shows what is not over yet; what is over stays as it was."""
        self.specials = [one for one in self.specials if one[1] < self.today] + list(shown)
