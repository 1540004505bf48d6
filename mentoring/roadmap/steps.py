"""The 29 steps of the programme's plan, read from the files beside; the table «План реализации Программы»."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files
from typing import Any

from mentoring.people.rules import Role
from mentoring.roadmap.rules import Evidence, Mark, Phase, Recurrence, Step, Window

LANGUAGES = ("ru", "en")  # the first holds everything, the others its words


def steps(language: str) -> tuple[Step, ...]:
    """All of them, in the plan's order; in Russian for a language there are no words in."""
    return _steps(language if language in LANGUAGES else LANGUAGES[0])


def sections(language: str) -> Mapping[str, str]:
    """The plan's sections by their ids, in its order."""
    found: Mapping[str, str] = _read(language if language in LANGUAGES else LANGUAGES[0])["sections"]
    return found


@lru_cache(maxsize=len(LANGUAGES))
def _steps(language: str) -> tuple[Step, ...]:
    words = {row["n"]: row for row in _read(language)["step"]}
    return tuple(_step(row | words[row["n"]]) for row in _read(LANGUAGES[0])["step"])


@lru_cache(maxsize=len(LANGUAGES))
def _read(language: str) -> Any:
    text = files("mentoring.roadmap").joinpath(f"steps.{language}.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


def _step(row: Mapping[str, Any]) -> Step:
    return Step(
        n=row["n"],
        section=row["section"],
        phase=Phase(row["phase"]),
        recurrence=Recurrence(row["recurrence"]),
        window=_window(row.get("months")),
        title=row["title"],
        result=row["result"],
        responsible=tuple(row["responsible"]),
        roles=tuple(map(Role, row["roles"])),
        after=tuple(row["after"]),
        evidence=tuple(map(Evidence, row["evidence"])),
        forms=tuple(row.get("forms", ())),
        route=row["route"],
    )


def _window(months: list[int] | None) -> Window | None:
    return Window(Mark(months[0]), Mark(months[1])) if months else None
