"""The cheapest way to keep all rows: a search over the few columns that matter, and the proof that it is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from mentoring.matching.solver_bounds import PARTS, Bounds, Relaxation
from mentoring.matching.solver_model import find
from mentoring.matching.solver_rows import Frame, Row

FIRST = 400
"""So many of the most promising columns make the first core."""
FEW = 600
"""So many columns are searched at once where a way is known."""


@dataclass(frozen=True, slots=True)
class State:
    """What is left after some aims: columns that may be taken, sums that must hold, one way to do it if known.

    `served`: how many people are taken in every such way.
    """

    frame: Frame
    left: frozenset[int]
    served: int = 0
    sums: tuple[Row, ...] = ()
    taken: frozenset[int] = frozenset()

    @property
    def rows(self) -> tuple[Row, ...]:
        return (*self.frame.rows, *self.sums)

    def relaxation(self) -> Relaxation:
        return Relaxation(self.rows, sorted(self.left), self.frame.pinned)


def cheapest(state: State, costs: Mapping[int, int]) -> State | None:
    """The state with the ways of least cost alone; None: no way keeps the rows."""
    bounds = state.relaxation().bounds(costs)
    if bounds is None:
        if not state.taken:
            return None
        bounds = Bounds(0, {one: PARTS * costs.get(one, 0) for one in state.left})
    known = _from_known(state, costs, bounds) if state.taken else None
    if known is not None:
        return _closed(state, costs, bounds, known)
    core = _nearest(state, bounds)
    taken = find(state.rows, core, state.frame.pinned, costs)
    if taken is None and len(core) < len(state.left):
        core = state.left
        taken = find(state.rows, core, state.frame.pinned, costs)
    return None if taken is None else _proved(state, costs, bounds, (core, taken))


def _from_known(state: State, costs: Mapping[int, int], bounds: Bounds) -> frozenset[int] | None:
    """The cheapest way, where the one known leaves few columns in question; None: they are too many."""
    cost = _cost(costs, state.taken)
    if PARTS * (cost - 1) < bounds.least:
        return state.taken
    able = _within(bounds, cost)
    if len(able) > FEW:
        return None
    return find((*state.rows, _near(bounds, able, cost)), able, state.frame.pinned, costs) or state.taken


def _proved(
    state: State, costs: Mapping[int, int], bounds: Bounds, found: tuple[frozenset[int], frozenset[int]]
) -> State:
    """Columns dearer than what separates the found way from the bound are in no better way; costs are whole, so a
    way within less than 1 of the bound is the best.
    """
    core, taken = found
    better = _cost(costs, taken) - 1
    if PARTS * better >= bounds.least and not _within(bounds, better) <= core:
        able = _within(bounds, better)
        rows = *state.rows, _near(bounds, able, better)
        taken = find(rows, able, state.frame.pinned, costs) or taken
    return _closed(state, costs, bounds, taken)


def _closed(state: State, costs: Mapping[int, int], bounds: Bounds, taken: frozenset[int]) -> State:
    """No way costs less than this one: what is dearer is out."""
    able = _within(bounds, _cost(costs, taken))
    sums = _sum(state, costs, _cost(costs, taken)), _near(bounds, able, _cost(costs, taken))
    return replace(state, left=able, sums=(*state.sums, *sums), taken=taken)


def _near(bounds: Bounds, able: frozenset[int], cost: int) -> Row:
    """How far from the bound the columns may lead together: follows from the sum, and tells the search early."""
    extra = {one: bounds.extra[one] for one in able if bounds.extra[one]}
    spared = sum(value for value in bounds.extra.values() if value < 0)
    return Row(tuple(extra), tuple(extra.values()), None, PARTS * cost - bounds.least + spared)


def _sum(state: State, costs: Mapping[int, int], value: int) -> Row:
    """That the cost is `value`, written as what each person costs above or below the average: small numbers."""
    average = value // state.served if state.served else 0
    sizes = [(place, option.size) for place, option in enumerate(state.frame.options)]
    factors = {place: costs.get(place, 0) - average * size for place, size in sizes}
    kept = {place: factor for place, factor in factors.items() if factor and place in state.left}
    rest = value - average * state.served
    return Row(tuple(kept), tuple(kept.values()), rest, rest)


def _cost(costs: Mapping[int, int], taken: frozenset[int]) -> int:
    return sum(costs.get(one, 0) for one in taken)


def _within(bounds: Bounds, cost: int) -> frozenset[int]:
    gap = PARTS * cost - bounds.least
    return frozenset(one for one, extra in bounds.extra.items() if extra <= gap)


def _nearest(state: State, bounds: Bounds) -> frozenset[int]:
    """The cheapest columns; switches, pins and the way known always among them, so that a way is there."""
    order = sorted(bounds.extra, key=lambda one: (bounds.extra[one], one))
    always = {one for one in order if one >= len(state.frame.options) or one in state.frame.pinned}
    return frozenset(order[:FIRST]) | always | state.taken
