"""The ready cards of the mentoring plan, in the order of a year. Texts in cards.*.toml."""

from __future__ import annotations

import tomllib
from functools import lru_cache
from importlib.resources import files

from mentoring.meetings.rules import Subject
from mentoring.plan.rules import Card, Section

LANGUAGES = ("ru", "en")


def cards(language: str) -> tuple[Card, ...]:
    """All of them; in Russian for a language there is no text in."""
    return _cards(language if language in LANGUAGES else LANGUAGES[0])


def order() -> dict[str, int]:
    """Card id to its place in the year."""
    return {card.id: card.order for card in cards(LANGUAGES[0])}


@lru_cache(maxsize=len(LANGUAGES))
def _cards(language: str) -> tuple[Card, ...]:
    text = files("mentoring.plan").joinpath(f"cards.{language}.toml").read_text(encoding="utf-8")
    return tuple(
        Card(row["id"], Section(row["section"]), Subject(row["subject"]), row["title"], row["result"], place)
        for place, row in enumerate(tomllib.loads(text)["card"])
    )
