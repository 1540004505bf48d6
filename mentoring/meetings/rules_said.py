"""A past day and a length of time in people's own words. Pure."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from mentoring.errors import ProgrammeError
from mentoring.words.rules import understand
from mentoring.words.rules_answers import number

_WEEK = timedelta(days=7)


def past_day_in(text: str, now: datetime) -> date:
    """The day of a meeting that has been: "в пятницу" is the last Friday, not the next.

    `now` is aware, in the school's zone. Raises ProgrammeError("error-no-day") for what names no one day.
    """
    found = understand(text, now)
    if found is None or found.start is None or found.grain not in ("day", "hour", "minute"):
        raise ProgrammeError("error-no-day")
    day = found.start.date()
    named_by_weekday = not any(sign.isdigit() for sign in text)
    return day - _WEEK if now.date() < day < now.date() + _WEEK and named_by_weekday else day


def minutes_in(text: str, now: datetime) -> int:
    """ "40", "час", "полтора часа" in minutes. Raises ProgrammeError("error-checkin-number")."""
    plain = number(text)
    if plain is not None and plain == int(plain):
        return int(plain)
    found = understand(text, now)
    if found is None or found.kind != "duration" or found.value is None or found.grain not in _MINUTES:
        raise ProgrammeError("error-checkin-number")
    return int(found.value * _MINUTES[found.grain])


_MINUTES = {"minute": 1, "hour": 60}
