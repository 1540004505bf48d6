"""The cycles of lessons and the memo cards that ship. Texts in `cycles.*.toml`."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from importlib.resources import files
from typing import Any

from mentoring.training.rules import Choice, Cycle, Lesson

LANGUAGES = ("ru", "en")


@dataclass(frozen=True, slots=True)
class Shipped:
    """A cycle as it ships; its lessons have no numbers yet."""

    code: str
    title: str
    lessons: tuple[Lesson, ...]


@dataclass(frozen=True, slots=True)
class Memo:
    code: str
    title: str
    text: str


def cycles(language: str) -> Mapping[str, Shipped]:
    """By code; in Russian for a language there is no text in."""
    return {one.code: one for one in _read(_known(language))[0]}


def memos(language: str) -> Sequence[Memo]:
    return _read(_known(language))[1]


def _known(language: str) -> str:
    return language if language in LANGUAGES else LANGUAGES[0]


@lru_cache(maxsize=len(LANGUAGES))
def _read(language: str) -> tuple[tuple[Shipped, ...], tuple[Memo, ...]]:
    text = files("mentoring.training").joinpath(f"cycles.{language}.toml").read_text(encoding="utf-8")
    read = tomllib.loads(text)
    found = tuple(Shipped(row["code"], row["title"], tuple(map(_lesson, row["lesson"]))) for row in read["cycle"])
    return found, tuple(Memo(row["code"], row["title"], row["text"].strip()) for row in read["memo"])


def _lesson(row: Mapping[str, Any]) -> Lesson:
    test = tuple(Choice(one["ask"], tuple(one["options"]), one["right"], one["why"]) for one in row["test"])
    return Lesson(0, 0, row["code"], row["title"], row["text"].strip(), test=test)


def in_words(cycle: Cycle, language: str) -> Cycle:
    """A cycle of the school as its reader sees it: what ships in their language, what the school made as it is."""
    known = cycles(language).get(cycle.code)
    if known is None:
        return cycle
    texts = {one.code: one for one in known.lessons}
    lessons = tuple(_told(one, texts.get(one.code)) for one in cycle.lessons)
    return replace(cycle, title=cycle.title or known.title, lessons=lessons)


def _told(lesson: Lesson, known: Lesson | None) -> Lesson:
    return lesson if known is None else replace(known, id=lesson.id, cycle_id=lesson.cycle_id)
