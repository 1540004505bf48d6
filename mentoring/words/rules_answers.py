"""Answers of which the asker knows the kind: a number, a day, a time of day, a day with a time. Pure.

Here dates without a year lie in this one: a questionnaire asks about what was as often as about what will be.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from decimal import Decimal

from mentoring.words.rules import read_piece, trimmed
from mentoring.words.rules_calendar import Span
from mentoring.words.rules_clock import Clock
from mentoring.words.rules_days import date_of
from mentoring.words.rules_grammar import Setting
from mentoring.words.rules_hours import clock_of
from mentoring.words.rules_tokens import Piece


def number(text: str) -> Decimal | None:
    """The number or ordinal that all of the text says, in digits or words: "двадцать пять", "третий", "3,5"."""
    read = _read(text, date(2000, 1, 1))
    if read is None or read.code not in "1o:":
        return None
    return trimmed(Decimal(".".join(read.value) if read.code == ":" else read.value))


def day(text: str, today: date) -> date | None:
    """The one day that all of the text says; None for weeks, months, weekdays and what is no day."""
    read = _read(text, today)
    return None if read is None else _day(read, _setting(today))


def time_of_day(text: str) -> time | None:
    """The time of day that all of the text says: "в 15.30", "9 утра", "14", "без четверти пять"."""
    read = _read(text, date(2000, 1, 1))
    try:
        return None if read is None else _time(read)
    except (ValueError, ArithmeticError):
        return None


def day_and_time(text: str, today: date) -> datetime | None:
    """A day with a time of day, in either order; naive, of the wall clock where it was asked."""
    read = _read(text, today)
    if read is None or read.code != "F":
        return None
    span: Span = read.value
    return None if span.said or span.grain == "second" else span.start


_COMING = ("week", "month")
"""What comes round that often is the next one, where an answer may as well mean the last one."""


def _setting(today: date) -> Setting:
    return Setting(datetime(today.year, today.month, today.day), UTC, this_year=True)  # noqa: DTZ001 - a wall clock


def _read(text: str, today: date) -> Piece | None:
    return read_piece(text, _setting(today))


def _day(read: Piece, setting: Setting) -> date | None:
    try:
        if read.code in ":/":
            read = date_of(read, setting)
    except ValueError:
        return None
    span = read.value if read.code == "D" and read.raw not in _COMING else None
    return span.start.date() if isinstance(span, Span) and span.unit == "day" else None


def _time(read: Piece) -> time | None:
    if read.code in ":=":
        read = clock_of(read)
    if read.code == "1":
        read = Piece("C", Clock.said(int(read.value)) if read.value % 1 == 0 else None)
    if read.code != "C" or read.value is None:
        return None
    clock: Clock = read.value.settled()
    return time(clock.hour % 24, clock.minute, clock.second)
