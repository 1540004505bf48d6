"""Typed days, times of day and moments as canonical values: "5 сентября", "вчера", "в 15.30", "9 утра". Pure.

`mentoring.words` understands them; here it is decided which of them a questionnaire may take. What could be two
days or two hours is asked back: a Friday may be the last one or the next, "в пять" the morning or the evening.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time

from mentoring.questionnaires.rules_typed import plain
from mentoring.words.rules import understand_time
from mentoring.words.rules_answers import day, day_and_time, time_of_day

_ISO_T = re.compile(r"(?<=\d)t(?=\d)")
_MOST_WORDS, _MOST_DIGITS = 8, 20


@dataclass(frozen=True, slots=True)
class When:
    """A canonical value, empty when there is none; `unclear`: it was a time, but not one time alone."""

    value: str = ""
    unclear: bool = False


def _plain(text: str) -> str:
    """The text for reading; nothing of a text with more digits than any moment has."""
    said = plain(text)
    return said if sum(map(str.isdigit, said)) <= _MOST_DIGITS else ""


def read_day(text: str, now: datetime) -> When:
    """YYYY-MM-DD; a day without a year is in the year of `now` (aware)."""
    said = _plain(text)
    found = day(said, now.date())
    return When(found.isoformat()) if found else When(unclear=understand_time(said, now) is not None)


def read_time(text: str) -> When:
    """HH:MM. An hour that is not the clock's own ("в три" for 15:00) could be the morning's as well."""
    said = _plain(text)
    found, early = time_of_day(said), time_of_day(f"{said} утра")
    if early is not None and early != found:
        return When(unclear=True)
    return When(f"{found:%H:%M}") if found else When()


def read_moment(text: str, now: datetime) -> When:
    """YYYY-MM-DDTHH:MM: a day and a time of day, in either order, each clear by itself."""
    said = _ISO_T.sub(" ", _plain(text))
    for first, clock in _halves(said.split()):
        read = read_time(clock) if day(first, now.date()) else When()
        if read.value:
            return _agreed(f"{day(first, now.date())}T{read.value}", said, now.date())
        if read.unclear:
            return read
    return When(unclear=understand_time(said, now) is not None)


def _halves(parts: list[str]) -> Iterator[tuple[str, str]]:
    for cut in range(1, len(parts) if len(parts) <= _MOST_WORDS else 0):
        left, right = " ".join(parts[:cut]).strip(","), " ".join(parts[cut:]).strip(",")
        yield left, right
        yield right, left


def _agreed(value: str, said: str, today: date) -> When:
    """The halves' reading, unless the whole reads otherwise."""
    whole = day_and_time(said, today)
    differs = whole is not None and whole.isoformat(timespec="minutes") != value
    return When(unclear=True) if differs else When(value)


def is_day(value: str) -> bool:
    """Whether a text is a canonical day."""
    try:
        return date.fromisoformat(value).isoformat() == value
    except ValueError:
        return False


def is_time(value: str) -> bool:
    """Whether a text is a canonical time of day."""
    try:
        return f"{time.fromisoformat(value):%H:%M}" == value
    except ValueError:
        return False


def is_moment(value: str) -> bool:
    """Whether a text is a canonical moment."""
    first, _, clock = value.partition("T")
    return is_day(first) and is_time(clock)
