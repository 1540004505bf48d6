"""The machine of the grammar: rules are patterns over the pieces' codes, applied in passes. Pure.

A rule answers with the piece that its match becomes, or None where it does not apply. ValueError means that the
words are understood and say nothing that exists ("31 февраля"): the match becomes "!", which fits nowhere.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, tzinfo
from decimal import Decimal

from mentoring.words.rules_tokens import Piece


@dataclass(frozen=True, slots=True)
class Setting:
    """The wall clock where the words were said (naive), its zone, and how a date without a year is read.

    The next such date, or the one in this year (answers about what was).
    """

    now: datetime
    zone: tzinfo
    this_year: bool = False


Build = Callable[[Sequence[Piece], Setting], Piece | None]


@dataclass(frozen=True, slots=True)
class Rule:
    pattern: re.Pattern[str]
    build: Build


def rule(pattern: str, build: Build) -> Rule:
    return Rule(re.compile(pattern), build)


def apply(rules: Sequence[Rule], pieces: list[Piece], setting: Setting) -> list[Piece]:
    """Each rule in turn, from left to right, as often as it fits."""
    for one in rules:
        at = 0
        while found := one.pattern.search("".join(piece.code for piece in pieces), at):
            start, end = found.span()
            made = _built(one.build, pieces[start:end], setting)
            pieces = pieces if made is None else [*pieces[:start], made, *pieces[end:]]
            # What has just been made may go on ("2 часа 10 минут 5 секунд"); a lone piece is made only once.
            at = start if made is not None and end - start > 1 else start + 1
    return pieces


def _built(build: Build, matched: Sequence[Piece], setting: Setting) -> Piece | None:
    try:
        return build(matched, setting)
    except (ValueError, ArithmeticError):
        return Piece("!")


def drop_first(matched: Sequence[Piece], _setting: Setting) -> Piece:
    """The piece without the preposition before it."""
    return matched[-1]


def first(matched: Sequence[Piece], code: str) -> Piece | None:
    return next((piece for piece in matched if piece.code == code), None)


def whole(piece: Piece) -> int:
    """The value of a number or ordinal as a whole number; ValueError for fractions."""
    value = Decimal(piece.value)
    if value % 1 or abs(value) > 100_000:
        raise ValueError(value)
    return int(value)
