"""Search that forgives spelling and word forms: words by the letters they share. Pure.

The database finds what could be meant; here it is decided what is, in one way for every database. Two words are
as close as their trigrams are (Dice's measure, words padded as pg_trgm pads them); a beginning counts as the word.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeVar

from mentoring.library.lexicon import lexicon

CLOSE = 0.5  # from here on two words are taken for one
BEGUN = 0.9  # what a word's beginning is worth
SHORTEST = 3  # letters of a beginning; a shorter word has to be there as it is
MOST = 8  # words of a query
QUERY = 100  # characters
_GRAM = 3
_WORD = re.compile(r"[^\W_]+")
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Sought:
    """What is looked for: words in their plain spelling and the trigrams that the database looks up."""

    words: tuple[str, ...]

    @property
    def grams(self) -> tuple[str, ...]:
        """Three letters each: what an index of trigrams holds."""
        found = {gram.strip() for word in self.words for gram in grams(word)}
        return tuple(sorted(gram for gram in found if len(gram) == _GRAM))


def normal(text: str) -> str:
    """Lower case, one letter for two that are mistaken for each other, words parted by one space."""
    return " ".join(_WORD.findall(text.lower().translate(lexicon().plain)))


def sought(typed: str) -> tuple[Sought, ...]:
    """The query, and what it is on a keyboard that was not switched; empty for one without words."""
    found = _sought(typed)
    if not found.words:
        return ()
    return tuple(dict.fromkeys((found, _sought(typed.lower().translate(lexicon().switched)))))


def _sought(typed: str) -> Sought:
    words = normal(typed[:QUERY]).split()
    told = [word for word in words if word not in lexicon().empty] or words
    return Sought(tuple(dict.fromkeys(told))[:MOST])


@lru_cache(maxsize=20_000)
def grams(word: str) -> frozenset[str]:
    padded = f"  {word} "
    return frozenset(padded[i : i + 3] for i in range(len(padded) - 2))


def closeness(asked: str, word: str) -> float:
    """0 to 1: 1 for the word itself."""
    if asked == word:
        return 1.0
    if len(asked) < SHORTEST:
        return 0.0
    if word.startswith(asked):
        return BEGUN
    one, other = grams(asked), grams(word)
    return 2 * len(one & other) / (len(one) + len(other))


def score(found: Sought, title: str, words: str) -> float:
    """How well a material answers, 0 when one of the words is not in it; a word in its title weighs double."""
    total = 0.0
    in_title, everywhere = set(title.split()), set(words.split())
    for asked in found.words:
        best = max((closeness(asked, word) for word in everywhere), default=0.0)
        if best < CLOSE:
            return 0.0
        named = max((closeness(asked, word) for word in in_title), default=0.0)
        total += best + (named if named >= CLOSE else 0.0)
    return total / len(found.words)


def ranked(found: Sought, rows: Iterable[tuple[T, str, str]]) -> Sequence[T]:
    """Of (thing, title, words) those that answer, the best first; equals stay in order."""
    scored = [(score(found, normal(title), words), thing) for thing, title, words in rows]
    return [thing for points, thing in sorted(scored, key=lambda one: -one[0]) if points > 0]
