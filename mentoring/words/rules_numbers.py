"""Numbers: words that add up, halves, signs, scales. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from itertools import groupby

from mentoring.words.rules_clock import Clock
from mentoring.words.rules_grammar import Rule, Setting, drop_first, first, rule, whole
from mentoring.words.rules_number_words import SCALE, join, rank_of
from mentoring.words.rules_tokens import Piece


def numbers(pieces: list[Piece]) -> list[Piece]:
    """Runs of number words as the numbers they say; a scale after digits multiplies them ("2 тысячи")."""
    found: list[Piece] = []
    for is_word, run in groupby(pieces, key=lambda piece: piece.code in "#O"):
        words = list(run)
        if not is_word:
            found += words
            continue
        if found and found[-1].code == "1" and words[0].code == "#" and words[0].value[1] == SCALE:
            found[-1] = Piece("1", Decimal(found[-1].value) * words.pop(0).value[0])
        found += _run(words)
    return found


def _run(words: Sequence[Piece]) -> list[Piece]:
    """An ordinal ends its number: "двадцать первого" is one, "первое второе" are two."""
    found: list[Piece] = []
    waiting: list[tuple[int, int]] = []
    for word in words:
        if word.code == "#":
            waiting.append(word.value)
            continue
        *cardinals, ordinal = join([*waiting, (word.value, rank_of(word.value))])
        found += [*_cardinals(cardinals), Piece("o", ordinal)]
        waiting = []
    return found + _cardinals(join(waiting))


def _cardinals(values: Sequence[int]) -> list[Piece]:
    return [Piece("1", Decimal(value)) for value in values]


def _short_of(matched: Sequence[Piece], _setting: Setting) -> Piece:
    """ "без пяти три", "без четверти час": the last word is the hour."""
    hour = _word_value(matched[-1])
    minutes = [15] if first(matched, "q") else _minutes(matched[1:-1])
    if len(minutes) != 1 or not (0 < minutes[0] < 60 and 1 <= hour <= 12):
        raise ValueError(hour)
    return Piece("C", Clock(hour - 1 or 12, 60 - minutes[0], grain="minute", vague=True))


def _minutes(between: Sequence[Piece]) -> list[int]:
    words = [piece.value for piece in between if piece.code == "#"]
    return join(words) or [whole(piece) for piece in between if piece.code == "1"]


def _word_value(piece: Piece) -> int:
    if piece.code == "u":
        return 1 if piece.raw == "час" else 0
    return int(piece.value[0]) if piece.code == "#" else whole(piece)


def _point(matched: Sequence[Piece], _setting: Setting) -> Piece:
    """ "1 точка 1"."""
    return Piece("1", Decimal(f"{whole(matched[0])}.{whole(matched[2])}"))


def _and_a_half(matched: Sequence[Piece], _setting: Setting) -> Piece:
    return Piece("1", Decimal(matched[0].value) + Decimal("0.5"))


def _minus(matched: Sequence[Piece], _setting: Setting) -> Piece:
    value = matched[-1].value
    return Piece("1", -Decimal(".".join(value) if matched[-1].code == ":" else value))


def _about_hours(matched: Sequence[Piece], _setting: Setting) -> Piece | None:
    """ "около пяти часов" is at about five or for about five hours."""
    return Piece("!") if matched[0].raw == "около" and matched[-1].value == "hour" else None


BEFORE_NUMBERS: list[Rule] = [rule("B(?:#+|1|q)u?[#1u]", _short_of)]

NUMBERS: list[Rule] = [
    rule("~1u", _about_hours),
    rule("~[1CPLuhq:c=]", drop_first),
    rule(r"1\.1", _point),
    rule("1fh(?!o)", _and_a_half),
    rule("1&ah", _and_a_half),
    rule("^[M-][1:]$", _minus),
]
