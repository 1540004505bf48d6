"""All sets of answers that would show the same figures, without listing them. Pure.

Counted up value by value: for each number of people so far, the sums (of values and of their squares) that can be
reached, as the bits of one large integer. So the question "must this count be what it is" has an exact answer.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from mentoring.results.rules_parts import FEWEST

Reach = Mapping[tuple[int, bool], int]
BUDGET = 4_000_000  # bits of one integer; more would take seconds


@dataclass(frozen=True, slots=True)
class Worlds:
    """`n` people who answer with whole numbers from 0 to `last`.

    What is known of them: which sums fit, which sums of squares fit with a sum (None: nothing known), which two
    middle values fit (None: nothing known), and whether some count is one to four. Sets in which all, or all but
    one, gave the same value are none of them: their figures are never shown like this.
    """

    n: int
    last: int
    sums: Callable[[int], bool]
    squares: Callable[[int, int], bool] | None
    middle: Callable[[int, int], bool] | None
    small: bool

    @property
    def width(self) -> int:
        """Bits for the squares of one sum."""
        return self.n * self.last**2 + 1 if self.squares else 1


def affordable(n: int, last: int, *, squares: bool) -> bool:
    """Whether `fixed` has an answer in reasonable time; it depends on nobody's answers."""
    return (n * last + 1) * (n * last**2 + 1 if squares else 1) <= BUDGET


def fixed(worlds: Worlds, value: int, count: int) -> bool:
    """Whether `value` was given by exactly `count` people in every possible set; True where it takes too long."""
    if not affordable(worlds.n, worlds.last, squares=worlds.squares is not None):
        return True
    return not any(_possible(worlds, value, count, pair) for pair in _middles(worlds))


Middle = tuple[int, int] | None


def _middles(worlds: Worlds) -> Iterator[Middle]:
    if worlds.middle is None:
        yield None
        return
    for low in range(worlds.last + 1):
        for high in range(low, worlds.last + 1) if worlds.n % 2 == 0 else (low,):
            if worlds.middle(low, high):
                yield low, high


def _possible(worlds: Worlds, value: int, count: int, pair: Middle) -> bool:
    """Whether there is a set with these middle values in which the count is another one."""
    reach: Reach = {(0, not worlds.small): 1}
    for here in range(worlds.last + 1):
        barred = count if here == value else -1
        reach = _step(worlds, reach, here, barred, pair)
    return any(_has_fit(worlds, bits) for (people, small), bits in reach.items() if people == worlds.n and small)


def _step(worlds: Worlds, reach: Reach, here: int, barred: int, pair: Middle) -> Reach:
    found: dict[tuple[int, bool], int] = {}
    shift = here * worlds.width + (here * here if worlds.squares else 0)
    for (people, small), bits in reach.items():
        for more in range(min(worlds.n - people, worlds.n - 2) + 1):
            if more != barred and (pair is None or _keeps_middle(worlds.n, here, people + more, pair)):
                key = (people + more, small or 0 < more < FEWEST)
                found[key] = found.get(key, 0) | bits << (shift * more)
    return found


def _keeps_middle(n: int, here: int, upto: int, pair: tuple[int, int]) -> bool:
    """Whether `upto` people with values up to `here` agree with the middle values, at places from 1."""
    places = ((n + 1) // 2, n // 2 + 1)
    return all((upto >= place) == (here >= value) for place, value in zip(places, pair, strict=True))


def _has_fit(worlds: Worlds, bits: int) -> bool:
    row_of = (1 << worlds.width) - 1
    for total in range(worlds.n * worlds.last + 1):
        row = bits >> (total * worlds.width) & row_of
        if row and worlds.sums(total) and _squares_fit(worlds, total, row):
            return True
    return False


def _squares_fit(worlds: Worlds, total: int, row: int) -> bool:
    return worlds.squares is None or any(worlds.squares(total, squares) for squares in _bits(row))


def _bits(row: int) -> Iterator[int]:
    place = 0
    while row:
        zeros = (row & -row).bit_length() - 1
        place, row = place + zeros, row >> (zeros + 1)
        yield place
        place += 1
