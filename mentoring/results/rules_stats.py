"""Counts, means and spreads in exact fractions; the one place where they are rounded. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from math import isqrt

PLACES = 2
GUARDED_PLACES = 1  # coarser where persons are protected: exact sums would give single answers away


@dataclass(frozen=True, slots=True)
class Figures:
    """Rounded statistics of numbers; None is what cannot be said (a spread of one) or must not be.

    `spread` is the sample's standard deviation; `low` and `high` are the quartiles.
    """

    mean: Decimal | None = None
    median: Decimal | None = None
    spread: Decimal | None = None
    low: Decimal | None = None
    high: Decimal | None = None


def rounded(value: Fraction, places: int = PLACES) -> Decimal:
    """Half away from zero, as people are taught to round."""
    scaled = abs(value) * 10**places
    whole = (2 * scaled.numerator + scaled.denominator) // (2 * scaled.denominator)
    return Decimal(whole if value >= 0 else -whole).scaleb(-places)


def root(value: Fraction, places: int = PLACES) -> Decimal:
    """The square root of a fraction that is not negative, rounded as `rounded` does."""
    doubled = isqrt(4 * 10 ** (2 * places) * value.numerator // value.denominator)
    return Decimal((doubled + 1) // 2).scaleb(-places)


def mean(values: Sequence[Fraction]) -> Fraction:
    return sum(values, Fraction(0)) / len(values)


def variance(values: Sequence[Fraction]) -> Fraction:
    """Of a sample: divided by n - 1. Needs two values."""
    total, squares = sum(values, Fraction(0)), sum((v * v for v in values), Fraction(0))
    return (squares - total * total / len(values)) / (len(values) - 1)


def quantile(ordered: Sequence[Fraction], share: Fraction) -> Fraction:
    """Between the two nearest values, as spreadsheets do it (inclusive)."""
    place = share * (len(ordered) - 1)
    below = int(place)
    above = min(below + 1, len(ordered) - 1)
    return ordered[below] + (ordered[above] - ordered[below]) * (place - below)


def figures_of(values: Iterable[Fraction], places: int = PLACES) -> Figures | None:
    """All figures of the values; None where there are none."""
    ordered = sorted(values)
    if not ordered:
        return None
    low, middle, high = (rounded(quantile(ordered, Fraction(k, 4)), places) for k in (1, 2, 3))
    spread = root(variance(ordered), places) if len(ordered) > 1 else None
    return Figures(rounded(mean(ordered), places), middle, spread, low, high)
