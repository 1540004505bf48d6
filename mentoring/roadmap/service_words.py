"""Days of a step in people's own words: "с 1 по 15 декабря", "до конца марта". Pure."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, datetime, timedelta

from mentoring.errors import ProgrammeError
from mentoring.words.rules import understand

_ONE = timedelta(days=1)
_GRAINS = ("day", "week", "month")


def window_in(text: str, now: datetime) -> tuple[date, date]:
    """First and last day, both included; what only ends, begins today. `now` is aware, in the school's zone.

    Raises ProgrammeError("error-road-window") for what names no days, or has no end.
    """
    found = understand(text, now)
    if found is None or found.grain not in _GRAINS or found.end is None:
        raise ProgrammeError("error-road-window")
    last = found.end.date() if found.start is None and found.grain == "day" else found.end.date() - _ONE
    return (found.start.date() if found.start is not None else now.date()), last


def until_offers(today: date, last: date | None) -> tuple[date, ...]:
    """Days that a step may be put off to: two weeks more, the end of this month, of the next."""
    after = max(today, last or today)
    ends = (_end_of_month(after), _end_of_month(_end_of_month(after) + _ONE))
    return tuple(sorted({after + timedelta(weeks=2), *(day for day in ends if day > after)}))


def _end_of_month(day: date) -> date:
    return day.replace(day=monthrange(day.year, day.month)[1])
