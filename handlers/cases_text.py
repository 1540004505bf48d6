"""A case as it is read in a chat: its sections with their headings, in pieces that a message holds."""

from __future__ import annotations

from collections.abc import Iterator

from mentoring.cases.rules import SECTIONS, Case
from mentoring.texts import Text, say

PIECE = 3000  # characters


def sections_of(case: Case) -> list[tuple[str, Text, str]]:
    """Name, heading and text of every section, those without a text too."""
    return [(name, say(f"case-section-{name}"), case.sections.get(name, "")) for name in SECTIONS]


def pieces(case: Case) -> list[tuple[Text, str]]:
    """The whole text, nothing left out: what a yes is said to has been read."""
    return [(label, some) for _, label, text in sections_of(case) if text for some in _cut(text)]


def _cut(text: str) -> Iterator[str]:
    for at in range(0, len(text), PIECE):
        yield text[at : at + PIECE]
