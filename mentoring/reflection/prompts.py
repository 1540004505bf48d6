"""The questions that ship, by phase of the year, and the three of May's hour (prompts.*.toml)."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from importlib.resources import files

from mentoring.reflection.rules import OwnPrompt, Prompt

LANGUAGES = ("ru", "en")
OWN = "own-"


@dataclass(frozen=True, slots=True)
class Phase:
    """`months` are calendar months of the school year it is good for."""

    name: str
    months: tuple[int, ...]
    prompts: tuple[Prompt, ...]


def phases(language: str) -> tuple[Phase, ...]:
    return _read(language if language in LANGUAGES else LANGUAGES[0])[0]


def final(language: str) -> tuple[Prompt, ...]:
    """The three questions of the guided hour, in their order."""
    return _read(language if language in LANGUAGES else LANGUAGES[0])[1]


def phase_of(month: int, language: str) -> Phase:
    return next(phase for phase in phases(language) if month in phase.months)


@lru_cache(maxsize=len(LANGUAGES))
def _read(language: str) -> tuple[tuple[Phase, ...], tuple[Prompt, ...]]:
    text = files("mentoring.reflection").joinpath(f"prompts.{language}.toml").read_text(encoding="utf-8")
    table = tomllib.loads(text)
    found = [
        Phase(name, tuple(one["months"]), tuple(_prompts(name, one["ask"])))
        for name, one in table["phase"].items()
    ]
    return tuple(found), tuple(_prompts("final", table["final"]["ask"]))


def _prompts(name: str, texts: Sequence[str]) -> list[Prompt]:
    return [Prompt(f"{name}-{number}", text) for number, text in enumerate(texts, 1)]


def queue(
    month: int,
    language: str,
    own: Sequence[OwnPrompt],
    dropped: frozenset[str],
    asked: Mapping[str, datetime],
) -> list[Prompt]:
    """The questions in the order in which they come: the school's own ones that were not put yet, then the
    phase's; then those that were put longest ago. `asked` tells when a code was put this year.
    """
    mine = [Prompt(f"{OWN}{one.id}", one.text) for one in sorted(own, key=lambda one: (one.place, one.id))]
    shipped = [one for one in phase_of(month, language).prompts if one.code not in dropped]
    fresh = [one for one in (*mine, *shipped) if one.code not in asked]
    again = sorted((one for one in (*mine, *shipped) if one.code in asked), key=lambda one: asked[one.code])
    return [*fresh, *again]
