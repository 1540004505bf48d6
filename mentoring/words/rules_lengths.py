"""Lengths of time: "полтора часа", "полдня", "2 часа 15 минут", "три с половиной месяца". Pure."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from mentoring.words.rules_calendar import MONTHS, SECONDS, Amount, exact
from mentoring.words.rules_grammar import Rule, Setting, first, rule
from mentoring.words.rules_tokens import Piece

_SHARES = {"h": Decimal("0.5"), "q": Decimal("0.25"), "Q": Decimal("0.25")}


ALONE = "alone"
"""Marks a length said by its unit alone: "через день"."""


def unit_of(matched: Sequence[Piece]) -> str:
    found = first(matched, "u")
    return str(found.value) if found else "day"


def _length(count: Decimal, unit: str) -> Piece:
    if count < 0:
        raise ValueError(count)
    return Piece("L", exact(Amount(count, unit)))


def _counted(matched: Sequence[Piece], _setting: Setting) -> Piece:
    """ "5 суток", "3.5 месяца": a number with one point before a unit is no date."""
    value = matched[0].value
    return _length(Decimal(".".join(value) if matched[0].code == ":" else value), unit_of(matched))


def _one(matched: Sequence[Piece], _setting: Setting) -> Piece | None:
    """ "час", "an hour"; a single letter is no length."""
    if len(matched) == 1 and len(matched[0].raw) == 1:
        return None
    return Piece("L", exact(Amount(Decimal(1), unit_of(matched))), ALONE)


def _share(matched: Sequence[Piece], _setting: Setting) -> Piece:
    """ "полчаса", "четверть часа", "три четверти часа", "half an hour"."""
    times = matched[0].value if matched[0].code == "1" else 1
    part = next(piece for piece in matched if piece.code in _SHARES)
    return _length(Decimal(times) * _SHARES[part.code], unit_of(matched))


def _and_share(matched: Sequence[Piece], _setting: Setting) -> Piece:
    """ "час с четвертью", "два часа с половиной"."""
    counted = first(matched, "1")
    count = Decimal(counted.value) if counted else Decimal(1)
    return _length(count + _SHARES[matched[-1].code], unit_of(matched))


def _sum(matched: Sequence[Piece], _setting: Setting) -> Piece | None:
    """ "2 часа 15 минут": units must fall, or it is no length."""
    larger: Amount = matched[0].value
    smaller: Amount = matched[-1].value
    for sizes in (SECONDS, MONTHS):
        if larger.unit in sizes and smaller.unit in sizes and sizes[larger.unit] > sizes[smaller.unit]:
            times = Decimal(sizes[larger.unit]) / sizes[smaller.unit]
            return Piece("L", Amount(larger.count * times + smaller.count, smaller.unit))
    return None


LENGTHS: list[Rule] = [
    rule("1?uf[hq]$|au&ah$", _and_share),
    rule("[1:]?[hqQ]a?[uE]", _share),
    rule("[1:][uE]", _counted),
    rule("au", _one),
    rule("(?<=[jWi])u|u(?=g)|^u$", _one),
    rule("^u(?=&?L)", _one),
    rule("L&?L", _sum),
]
