"""Terms in people's own words. Pure."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from mentoring.errors import ProgrammeError
from mentoring.words.rules import understand

_GRAINS = ("day", "week", "month")


def last_day_in(text: str, now: datetime) -> date:
    """The last day that is meant: of "в марте" the last of March, of "до пятницы" that Friday.

    `now` is aware, in the school's zone. Raises ProgrammeError("error-no-day") for what names no day.
    """
    found = understand(text, now)
    if found is None or found.grain not in _GRAINS or found.end is None:
        raise ProgrammeError("error-no-day")
    until_a_day = found.start is None and found.grain == "day"
    return found.end.date() if until_a_day else found.end.date() - timedelta(days=1)
