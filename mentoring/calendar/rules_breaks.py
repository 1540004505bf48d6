"""The breaks a Russian school year usually has, as a first suggestion that the school changes. Pure.

Each region and each school sets its own; these are common practice, not law, and no more than a start. Summer
ends before the last ten days of August, when the staff is back and the questionnaires of step 9 are due.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from mentoring.calendar.rules import Kind, Special

_WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Yearly:
    """From one (month, day) to another; a `last` that is the earlier lies in the following year."""

    name: str
    first: tuple[int, int]
    last: tuple[int, int]

    def in_year(self, year: int) -> tuple[date, date]:
        """The break that begins in the calendar year `year`."""
        return date(year, *self.first), date(year + (self.last < self.first), *self.last)


@dataclass(frozen=True, slots=True)
class LastWeek:
    """The week, Monday to Sunday, that begins on the last Monday of a month."""

    name: str
    month: int

    def in_year(self, year: int) -> tuple[date, date]:
        following = date(year + self.month // 12, self.month % 12 + 1, 1)
        last_day = following - timedelta(days=1)
        monday = last_day - timedelta(days=last_day.weekday())
        return monday, monday + _WEEK - timedelta(days=1)


USUAL: tuple[Yearly | LastWeek, ...] = (
    LastWeek("autumn", 10),
    Yearly("winter", (12, 31), (1, 8)),
    LastWeek("spring", 3),
    Yearly("summer", (6, 1), (8, 20)),
)


def usual_breaks(
    year: tuple[date, date], titles: Mapping[str, str], breaks: Iterable[Yearly | LastWeek] = USUAL
) -> tuple[Special, ...]:
    """The breaks that touch the school year from `year[0]` to `year[1]`, in order.

    `titles` are the words for "autumn", "winter", "spring" and "summer" in the school's language. A break that
    two school years share is the same in both, so that putting them together does not double it.
    """
    first, last = year
    spans = [(one.name, *one.in_year(n)) for one in breaks for n in range(first.year - 1, last.year + 1)]
    return tuple(
        sorted(
            Special(start, end, Kind.BREAK, titles.get(name, ""))
            for name, start, end in spans
            if start <= last and end >= first
        )
    )
