"""A term as schools write it in their plans, into a recurrence and a window: "Ноябрь-апрель ежегодно". Pure.

Only what the whole text says is taken; anything else is not understood and nothing is guessed. A year number is
passed over, the window belongs to the axis of every school year.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from importlib.resources import files
from typing import Any

from mentoring.documents.rules_role_words import folded
from mentoring.roadmap.rules import Mark, Recurrence, Window
from mentoring.words.rules_answers import day

_ANY_YEAR = date(2024, 1, 1)  # a leap year: the 29th of February is a day
_LONGEST = 120
_ISO = re.compile(r"\d{4}-\d\d-\d\d")


@dataclass(frozen=True, slots=True)
class Term:
    """`window` is None always and with a date from outside."""

    recurrence: Recurrence
    window: Window | None = None


@lru_cache(maxsize=1)
def vocabulary() -> Mapping[str, Any]:
    """The words of mentoring/roadmap/reading.toml."""
    text = files("mentoring.roadmap").joinpath("reading.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


def term(text: str) -> Term | None:
    """What the text says of when; None for what is not understood. A month alone is of one year only."""
    words = _tidy(text)
    if not words or len(words) > _LONGEST:
        return None
    known = vocabulary()["terms"]
    if re.fullmatch(known["external"], folded(words)):
        return Term(Recurrence.EXTERNAL)
    words, yearly = _without(words, known["yearly"])
    words, _ = _without(words, known["once"])
    if re.fullmatch(known["always"], folded(words)):
        return Term(Recurrence.ALWAYS)
    window = _window(words, known)
    if window is None:
        return None
    return Term(Recurrence.YEARLY if yearly else Recurrence.ONCE, window)


def window_of(first: str, last: str) -> Window | None:
    """The window between two days that stand in cells of their own; None where one is no day."""
    ends = _mark(_tidy(first)), _mark(_tidy(last))
    return Window(*ends) if ends[0] and ends[1] else None  # type: ignore[arg-type]


def _tidy(text: str) -> str:
    letter, instead = vocabulary()["terms"]["fold"]
    plain = text.casefold().replace(letter, instead)
    return " ".join(plain.split()).strip(" .,;")


def _without(words: str, pattern: str) -> tuple[str, bool]:
    """The text without those words, and whether they were there."""
    left, found = re.subn(rf"(?:^|(?<=[\s,;(]))(?:{pattern})(?=$|[\s,;)])", "", words)
    return " ".join(left.split()).strip(" .,;()"), found > 0


def _window(words: str, known: Mapping[str, str]) -> Window | None:
    for pattern, (first, last) in vocabulary()["parts"].items():
        if re.fullmatch(pattern, folded(words)):
            return Window(Mark(first), Mark(last))
    before = re.match(rf"(?:{known['before']})\s+(?=\S)", words)
    if before:
        last_mark = _end(words[before.end() :])
        return Window(Mark(last_mark.month), last_mark) if last_mark else None
    return _one(words) or _several(words)


def _one(words: str) -> Window | None:
    """One month, or one day."""
    mark = _end(words)
    return Window(mark, mark) if mark else None


def _several(words: str) -> Window | None:
    """Two or more with "to", a comma or "and" between them: from the first to the last."""
    known = vocabulary()["terms"]
    days = re.fullmatch(known["day_range"], _bare(words))
    parts = [f"{days[1]} {days[3]}", f"{days[2]} {days[3]}"] if days else re.split(known["between"], words)
    marks = [_end(part) for part in parts]
    read = [mark for mark in marks if mark is not None]
    return Window(read[0], read[-1]) if len(read) == len(marks) > 1 else None


def _bare(words: str) -> str:
    """Without the little word before: "с сентября", "в мае"."""
    return re.sub(vocabulary()["terms"]["from"], "", words)


def _end(words: str) -> Mark | None:
    plain = _bare(words)
    bare, _ = _without(plain, vocabulary()["terms"]["year"])
    return _month(bare) or _mark(plain) or _mark(bare)


def _month(words: str) -> Mark | None:
    if not re.fullmatch(r"[^\W\d_]+\.?", words):
        return None
    found = (int(n) for n, stems in vocabulary()["months"].items() if re.match(stems, words))
    number = next(found, None)
    return Mark(number) if number else None


def _mark(words: str) -> Mark | None:
    found = date.fromisoformat(words[:10]) if _ISO.match(words) else day(words, _ANY_YEAR)
    return Mark(found.month, found.day) if found else None
