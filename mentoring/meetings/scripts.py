"""The short script of each kind of meeting: what it is for, how it goes, what it leaves (scripts.*.toml)."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from mentoring.meetings.rules_kinds import Kind

LANGUAGES = ("ru", "en")


@dataclass(frozen=True, slots=True)
class Script:
    """`steps` in their order; `leaves` is what to go home with; `care` is one kind word of caution."""

    title: str
    aim: str
    before: str
    steps: tuple[str, ...]
    leaves: str
    care: str


def script(kind: Kind, language: str) -> Script:
    """In Russian for a language there is no text in."""
    return _scripts(language if language in LANGUAGES else LANGUAGES[0])[kind]


@lru_cache(maxsize=len(LANGUAGES))
def _scripts(language: str) -> dict[Kind, Script]:
    text = files("mentoring.meetings").joinpath(f"scripts.{language}.toml").read_text(encoding="utf-8")
    table = tomllib.loads(text)
    return {kind: Script(**{**table[kind], "steps": tuple(table[kind]["steps"])}) for kind in Kind}
