"""Typed dates and times of day: "5 сентября", "05.09.2026", "вчера", "в 15.30", "9 утра". Pure."""

from __future__ import annotations

import re
from datetime import date, timedelta

from mentoring.questionnaires import rules_words as words
from mentoring.questionnaires.rules_typed import plain

_ISO = re.compile(r"^(\d{4})-(\d{1,2})-(\d{1,2})$")
_DOTTED = re.compile(r"^(\d{1,2})[./-](\d{1,2})(?:[./-](\d{4}|\d{2}))?$")
_NAMED = re.compile(r"^(\d{1,2})(?:-?(?:го|е|ое|th|st|nd|rd))?\s+(?:of\s+)?([a-zа-я]{3,})\.?,?(?:\s+(\d{4}))?$")
_NAMED_EN = re.compile(r"^([a-z]{3,})\.?\s+(\d{1,2})(?:th|st|nd|rd)?,?(?:\s+(\d{4}))?$")
_CLOCK = re.compile(
    r"^(?:в |at |к )?(\d{1,2})(?:[:.\- ](\d{2}))?(?: ?(?:ч|час|часа|часов|h|o'clock))?(?: ?([a-zа-я]+))?$"
)
_YEAR = re.compile(r"\s*(?:года|год|г)\.?$")


def read_date(text: str, today: date) -> str | None:
    """The day as YYYY-MM-DD; a date without a year is in this one. None when it is not a day."""
    said = _YEAR.sub("", plain(text))
    if said in words.DAYS_FROM_TODAY:
        return (today + timedelta(days=words.DAYS_FROM_TODAY[said])).isoformat()
    return _iso(said) or _dotted(said, today) or _named(said, today)


def _iso(said: str) -> str | None:
    found = _ISO.match(said)
    return _day(int(found[1]), int(found[2]), int(found[3])) if found else None


def _dotted(said: str, today: date) -> str | None:
    found = _DOTTED.match(said)
    return _day(_year(found[3], today), int(found[2]), int(found[1])) if found else None


def _named(said: str, today: date) -> str | None:
    found = _NAMED.match(said)
    if found and (month := _month(found[2])):
        return _day(_year(found[3], today), month, int(found[1]))
    found = _NAMED_EN.match(said)
    if found and (month := _month(found[1])):
        return _day(_year(found[3], today), month, int(found[2]))
    return None


def _month(name: str) -> int:
    """The month that a word or its first letters (three at least) mean; 0 for none."""
    found = (n for n, forms in enumerate(words.MONTHS, 1) if any(form.startswith(name) for form in forms))
    return next(found, 0)


def _year(written: str | None, today: date) -> int:
    """Two digits mean the nearest past or this century: "98" is 1998, "26" is 2026."""
    if not written:
        return today.year
    year = int(written)
    if len(written) == 4:
        return year
    return 2000 + year if 2000 + year <= today.year + 20 else 1900 + year


def _day(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def read_time(text: str) -> str | None:
    """The time of day as HH:MM, or None."""
    said = plain(text)
    if said in words.NOON:
        return words.NOON[said]
    found = _CLOCK.match(said)
    if not found or (found[3] and found[3] not in words.MORNING | words.AFTERNOON):
        return None
    hour, minute = _hour(int(found[1]), found[3]), int(found[2] or 0)
    return f"{hour:02}:{minute:02}" if hour < 24 and minute < 60 else None


def _hour(hour: int, part: str | None) -> int:
    if part in words.AFTERNOON and hour < 12:
        return hour + 12
    return 0 if part in words.MORNING and hour == 12 else hour


def read_datetime(text: str, today: date) -> str | None:
    """A day and a time of day in either order, as YYYY-MM-DDTHH:MM."""
    parts = (
        plain(text).replace("t", " ", 1).split()
        if re.match(r"^\d{4}-\d\d-\d\dt", plain(text))
        else plain(text).split()
    )
    for cut in range(1, len(parts)):
        left, right = " ".join(parts[:cut]).strip(","), " ".join(parts[cut:]).strip(",")
        for day, clock in ((left, right), (right, left)):
            found, hour = read_date(day, today), read_time(clock)
            if found and hour:
                return f"{found}T{hour}"
    return None
