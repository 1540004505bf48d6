"""The run with rules that look at several pairs at once: together, apart, groups of a least size.

Each aim is a search over the columns that a linear relaxation leaves in question. No clock, no chance: the same
input takes the same way to the same answer.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np

from mentoring.errors import ProgrammeError
from mentoring.matching.rules import NoSolution, Problem
from mentoring.matching.rules_aims import STAGES, Aim, Stage
from mentoring.matching.solver_aims import costs_of
from mentoring.matching.solver_bounds import PARTS
from mentoring.matching.solver_core import State, cheapest
from mentoring.matching.solver_grid import Grid, Ints
from mentoring.matching.solver_model import find
from mentoring.matching.solver_rows import Row, frame_of
from mentoring.matching.solver_units import summed

FARTHEST = 10**6
"""Scores that the search's tolerances are sure to tell apart."""


def by_search(problem: Problem, grid: Grid, aim: Aim) -> Ints:
    """The arcs taken. Raises NoSolution when the pins cannot be held, ProgrammeError `error-matching-hard` when
    the search is given up, `error-matching-score` for scores beyond FARTHEST.
    """
    if np.abs(grid.scores).max(initial=0) > FARTHEST:
        raise ProgrammeError("error-matching-score", most=FARTHEST)
    frame = frame_of(problem, grid)
    start = State(frame, frozenset(range(frame.width)))
    found = _hopeful(start, STAGES[aim]) if frame.held else None
    if found is None:
        found = _through(_served(problem, start), STAGES[aim])
    if found is None:
        raise ArithmeticError("a way that was there is gone")
    return np.sort(np.array([arc for place in _options(found) for arc in frame.options[place].arcs], np.int64))


def _sizes(state: State) -> dict[int, int]:
    return {place: option.size for place, option in enumerate(state.frame.options)}


def _hopeful(state: State, stages: Sequence[Stage]) -> State | None:
    """As many served as fractions of people could be: most often whole people can be, too."""
    bounds = state.relaxation().bounds({place: -size for place, size in _sizes(state).items()})
    return None if bounds is None else _through(_with(state, -bounds.least // PARTS), stages)


def _with(state: State, served: int) -> State:
    sizes = _sizes(state)
    return replace(state, served=served, sums=(Row(tuple(sizes), tuple(sizes.values()), served, served),))


def _served(problem: Problem, state: State) -> State:
    """As many served as can be."""
    costs = {place: -size for place, size in _sizes(state).items()}
    taken = find(state.rows, state.left, state.frame.pinned, costs) if state.frame.held else None
    if taken is None:
        from mentoring.matching.solver_lift import in_the_way

        raise NoSolution(in_the_way(problem, problem.wishes.pins))
    return replace(_with(state, -sum(costs.get(one, 0) for one in taken)), taken=taken)


def _through(state: State, stages: Sequence[Stage]) -> State | None:
    """The stages in order; the floor is raised together with the stage after it, whose costs lead the search."""
    found: State | None = state
    rest = list(stages)
    while rest and found is not None:
        stage = rest.pop(0)
        if stage is Stage.WORST:
            found = _floor(found, _costs(found, rest.pop(0)))
        else:
            found = cheapest(found, _costs(found, stage))
    return found


def _costs(state: State, stage: Stage) -> Mapping[int, int]:
    values = costs_of(state.frame.grid, stage)
    return {place: summed(option, values) for place, option in enumerate(state.frame.options)}


def _options(state: State) -> list[int]:
    return sorted(one for one in state.taken if one < len(state.frame.options))


def _floor(state: State, costs: Mapping[int, int]) -> State | None:
    """The highest floor, and on it the cheapest ways: from the highest that fractions allow down to people."""
    if not state.served:
        return cheapest(state, costs)
    levels = _levels(state)
    low, high, step = -1, _reachable(state, levels) + 1, 1
    best: State | None = None
    while high - low > 1:
        middle = (low + high) // 2 if best else max(high - step, 0)
        found = cheapest(_above(state, levels[middle]), costs)
        if found is None:
            high, step = middle, 2 * step
        else:
            lowest = min(state.frame.options[place].low for place in _options(found))
            low, best = levels.index(lowest), _above(found, lowest)
    return best


def _levels(state: State) -> list[int]:
    """Scores that a floor can stand at: none above a pinned pair's."""
    lows = {place: option.low for place, option in enumerate(state.frame.options) if place in state.left}
    top = min((lows[place] for place in state.frame.pinned), default=max(lows.values()))
    return sorted({low for low in lows.values() if low <= top})


def _reachable(state: State, levels: Sequence[int]) -> int:
    """The place of the highest level that the relaxation can keep; −1: none."""
    relaxation, low, high = state.relaxation(), -1, len(levels)
    while high - low > 1:
        middle = (low + high) // 2
        relaxation.open_only(_above(state, levels[middle]).left)
        low, high = (middle, high) if relaxation.feasible() else (low, middle)
    return low


def _above(state: State, level: int) -> State:
    """Without the options under the level; the way known may be gone with them."""
    options = state.frame.options
    left = frozenset(one for one in state.left if one >= len(options) or options[one].low >= level)
    return replace(state, left=left, taken=state.taken if state.taken <= left else frozenset())
