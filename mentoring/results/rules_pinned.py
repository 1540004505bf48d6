"""Whether rounded means and spreads would give single answers away. Pure.

A mean is a sum, but also a riddle: nine tens and a nine have a mean that nothing else has. A count of one to four
is open when some other set of answers, one or two people's answers away, has the same shown figures and another
count there. Where no such set is found the figure is not shown: the search errs towards hiding.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from itertools import combinations_with_replacement
from math import lcm

from mentoring.results.rules_parts import few
from mentoring.results.rules_stats import GUARDED_PLACES, root, rounded
from mentoring.results.rules_worlds import Worlds, affordable, fixed

FULL = ("mean", "median", "spread")
MEAN = ("mean",)
MEAN_AND_SPREAD = ("mean", "spread")
_NEAR = (-2, -1, 1, 2)
# From so many people on a spread hardly ever pins an answer down, beside a median or alone.
MANY, MANY_PAIRS = 15, 10

Spread = Mapping[int, int]
Move = tuple[int, int]
Bounds = tuple[Fraction, Fraction]


@dataclass(frozen=True, slots=True)
class Grid:
    """The values that could have been given: multiples of `unit` from `low` to `high` (None: no such end).

    `small` says that the reader knows some count of one to four to exist, for the distribution is hidden.
    """

    unit: Fraction
    low: int | None = None
    high: int | None = None
    small: bool = False

    @classmethod
    def whole(cls, low: int, high: int) -> Grid:
        """Whole numbers from `low` to `high`."""
        return cls(Fraction(1), low, high)

    def has(self, value: int) -> bool:
        return (self.low is None or value >= self.low) and (self.high is None or value <= self.high)


def grid_of(values: Sequence[Fraction], bounds: Bounds | None, *, small: bool = False) -> Grid:
    """The finest grid that all values and bounds lie on."""
    unit = Fraction(1, lcm(*(value.denominator for value in (*values, *(bounds or ())))))
    low, high = (int(bounds[0] / unit), int(bounds[1] / unit)) if bounds else (None, None)
    return Grid(unit, low, high, small)


def figures_for(n: int) -> tuple[str, ...]:
    """The figures shown of `n` people: chosen by their number alone, so that the choice tells nothing."""
    return FULL if n >= MANY else ("mean", "median")


def changes_for(n: int, grid: Grid) -> tuple[str, ...]:
    """The same for differences; their range is wide, so of many people the mean alone can be weighed."""
    if grid.low is None or grid.high is None:
        return MEAN_AND_SPREAD if n >= MANY_PAIRS else MEAN
    weighed = n >= MANY_PAIRS and affordable(n, grid.high - grid.low, squares=True)
    return MEAN_AND_SPREAD if weighed else MEAN


def is_open(values: Sequence[Fraction], grid: Grid, shown: Sequence[str]) -> bool:
    """Whether `shown` figures of the values leave every small count open."""
    spread: Spread = Counter(int(value / grid.unit) for value in values)
    target = _figures(spread, grid, shown)
    closed = {value for value, count in spread.items() if few(count)}
    if _nearly_alike(spread):
        return False
    for moved in _nearby(spread, grid):
        if not closed:
            return True
        if _agrees(moved, grid) and _figures(moved, grid, shown) == target:
            closed = _unmoved(closed, spread, moved)
    return not closed or _truly_open(spread, closed, grid, _worlds(spread, grid, shown))


def is_open_beside(values: Sequence[Fraction], grid: Grid) -> bool:
    """The same for a group's mean that stands beside other groups' and everybody's.

    Only sets with the very same sum count here: exchanging one changes none of the other means.
    """
    spread: Spread = Counter(int(value / grid.unit) for value in values)
    if grid.low is None:
        return is_open(values, grid, MEAN)
    low, total = grid.low, sum((value - grid.low) * count for value, count in spread.items())
    closed = {value for value, count in spread.items() if few(count)}
    worlds = Worlds(len(values), (grid.high or 0) - low, lambda found: found == total, None, None, grid.small)
    return not _nearly_alike(spread) and _truly_open(spread, closed, grid, worlds)


def _agrees(spread: Spread, grid: Grid) -> bool:
    """Whether the reader could believe in these counts, knowing that some count is small."""
    return not _nearly_alike(spread) and (not grid.small or any(few(count) for count in spread.values()))


def _nearly_alike(spread: Spread) -> bool:
    """Whether all but one gave the same answer.

    These sets are always hidden, so that "hidden" can always mean any of them: nine at either end and one beside.
    """
    return max(spread.values(), default=0) == sum(spread.values()) - 1


def _unmoved(closed: set[int], before: Spread, now: Spread) -> set[int]:
    return {value for value in closed if before.get(value, 0) == now.get(value, 0)}


def _truly_open(spread: Spread, closed: set[int], grid: Grid, worlds: Worlds) -> bool:
    """What the nearest sets left closed, asked of all sets; of open-ended numbers the nearest must do."""
    low = grid.low
    if low is None:
        return False
    return not any(fixed(worlds, value - low, spread[value]) for value in closed)


def _worlds(spread: Spread, grid: Grid, shown: Sequence[str]) -> Worlds:
    """The sets that show the same figures, their values counted from the lower end."""
    low, n = grid.low or 0, sum(spread.values())
    moved = {value - low: count for value, count in spread.items()}
    wanted = dict(zip(shown, _figures(moved, grid, shown), strict=True))
    mean_shown = rounded(grid.unit * Fraction(sum(v * c for v, c in spread.items()), n), GUARDED_PLACES)

    def sums(total: int) -> bool:
        return rounded(grid.unit * (Fraction(total, n) + low), GUARDED_PLACES) == mean_shown

    def squares(total: int, found: int) -> bool:
        return _spread(grid, n, total, found) == wanted["spread"]

    def middle(early: int, late: int) -> bool:
        return rounded(grid.unit * Fraction(early + late, 2), GUARDED_PLACES) == wanted["median"]

    last = (grid.high or 0) - low
    known = squares if "spread" in shown else None
    return Worlds(n, last, sums, known, middle if "median" in shown else None, grid.small)


def _figures(spread: Spread, grid: Grid, shown: Sequence[str]) -> tuple[Decimal, ...]:
    n = sum(spread.values())
    total = sum(v * count for v, count in spread.items())
    found = [rounded(grid.unit * total / n, GUARDED_PLACES)]
    if "median" in shown:
        found.append(rounded(grid.unit * _median(spread, n), GUARDED_PLACES))
    if "spread" in shown:
        squares = sum(v * v * count for v, count in spread.items())
        found.append(_spread(grid, n, total, squares))
    return tuple(found)


def _spread(grid: Grid, n: int, total: int, squares: int) -> Decimal:
    return root(grid.unit**2 * Fraction(n * squares - total * total, n * (n - 1)), GUARDED_PLACES)


def _median(spread: Spread, n: int) -> Fraction:
    ordered = sorted(Counter(spread).elements())
    return Fraction(ordered[(n - 1) // 2] + ordered[n // 2], 2)


def _nearby(spread: Spread, grid: Grid) -> Iterator[Spread]:
    """The spreads in which one or two people answered a step or two otherwise."""
    singles = [(v, v + by) for v, count in spread.items() if count for by in _NEAR if grid.has(v + by)]
    n = sum(spread.values())
    moves: list[tuple[Move, ...]] = [(move,) for move in singles]
    moves += combinations_with_replacement(singles, 2)
    for pair in moves:
        # A step of the sum that the rounding of the mean cannot hide need not be looked at.
        if abs(sum(b - a for a, b in pair)) * grid.unit * 10**GUARDED_PLACES <= n:
            moved = _applied(spread, pair)
            if moved is not None:
                yield moved


def _applied(spread: Spread, moves: Sequence[Move]) -> Spread | None:
    moved = Counter(spread)
    for source, target in moves:
        moved[source] -= 1
        moved[target] += 1
    return None if min(moved.values()) < 0 else {v: count for v, count in moved.items() if count}
