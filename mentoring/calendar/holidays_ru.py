"""Russia's days off with the government's transfers, from the library `holidays`, for both kinds of week."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, timedelta
from functools import lru_cache
from importlib import import_module
from types import MappingProxyType
from typing import Any, Literal

_SATURDAY = 6
_WEEK = timedelta(days=7)
# How the library's Russian names tell of a day off that was moved: "... (... 03.01.2026)", "<holiday> (...)".
_MOVED_FROM = re.compile(r"\((?:\D*(\d\d)\.(\d\d)\.(\d{4}))?\D*\)$")


@lru_cache(maxsize=8)
def public_days(first: int, last: int, week: Literal[5, 6] = 5) -> Mapping[date, bool]:
    """The days of the calendar years `first` to `last` on which the country departs from the weekday.

    False is a holiday or a day off moved to that day, True a weekend's day on which people work instead. Days off
    moved from a Saturday, and Saturdays of work, say nothing to a school that works six days: there a Saturday is
    a day like any other, so nothing was moved (Labour Code, articles 111 and 112).

    Raises ModuleNotFoundError where the library is not installed.
    """
    known = _known(first, last)
    free = {day: False for day, name in known.items() if week == 5 or not _from_saturday(day, name, known)}
    return MappingProxyType(free | {day: True for day in known.weekend_workdays if day.isoweekday() > week})


def transfers_known(year: int) -> bool:
    """Whether the library knows what the government moved in that year; it decides each autumn for the next.

    Without it the holidays stand on the days of the law alone, and the school adds the rest itself.
    """
    return any(_MOVED_FROM.search(name) for name in _known(year, year).values())


def _from_saturday(day: date, name: str, known: Mapping[date, str]) -> bool:
    """Whether that day is off only because a Saturday was not, or was a holiday anyway."""
    moved = _MOVED_FROM.search(name)
    if moved is None:
        return False
    if moved[1] is not None:
        return date(int(moved[3]), int(moved[2]), int(moved[1])).isoweekday() == _SATURDAY
    holiday = name[: moved.start()].rstrip()
    week_before = (other for other, called in known.items() if called == holiday and day - _WEEK < other < day)
    return max((other.isoweekday() for other in week_before), default=0) == _SATURDAY


def _known(first: int, last: int) -> Any:
    # On demand: loading the library takes longer than the rest of a command that asks for no calendar.
    return import_module("holidays").country_holidays("RU", years=range(first, last + 1), language="ru")
