"""Mentees who stay together as one unit: what the search with side rules decides about."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from mentoring.matching.rules import Problem
from mentoring.matching.solver_grid import Grid, Ints


@dataclass(frozen=True, slots=True)
class Option:
    """One mentor for one unit: places of mentor, unit and pairs; `low` is the lowest of their scores."""

    mentor: int
    unit: int
    arcs: tuple[int, ...]
    low: int
    pinned: bool

    @property
    def size(self) -> int:
        return len(self.arcs)


def circles(problem: Problem) -> tuple[frozenset[int], ...]:
    """The run's mentees in disjoint units: who shares a circle, directly or through others, stays together."""
    home = {mentee: frozenset({mentee}) for mentee in problem.mentees}
    for circle in problem.wishes.together:
        present = circle & problem.mentees
        joined = frozenset().union(*(home[mentee] for mentee in present))
        home.update(dict.fromkeys(joined, joined))
    return tuple(sorted(set(home.values()), key=min))


def options(problem: Problem, grid: Grid) -> list[Option]:
    """Every mentor who may and can take a whole unit. A unit that is torn by `apart` has none."""
    arcs = _arcs(grid)
    pinned = {int(arc) for arc in grid.pinned}
    found = []
    for number, unit in enumerate(circles(problem)):
        if any(len(unit & circle) > 1 for circle in problem.wishes.apart):
            continue
        for mentor, own in _shared(arcs, unit).items():
            if len(own) <= grid.room[mentor]:
                low = int(grid.scores[list(own)].min())
                found.append(Option(mentor, number, own, low, not pinned.isdisjoint(own)))
    return found


def _arcs(grid: Grid) -> Mapping[int, Mapping[int, int]]:
    """By mentee's id and mentor's place."""
    found: dict[int, dict[int, int]] = defaultdict(dict)
    for arc, (mentee, row) in enumerate(zip(grid.mentees[grid.cols].tolist(), grid.rows.tolist(), strict=True)):
        found[mentee][row] = arc
    return found


def _shared(arcs: Mapping[int, Mapping[int, int]], unit: Iterable[int]) -> dict[int, tuple[int, ...]]:
    """By mentor's place, the pairs of all the unit's members, where none is missing."""
    members = [arcs.get(mentee, {}) for mentee in sorted(unit)]
    common = set(members[0]).intersection(*members[1:])
    return {mentor: tuple(member[mentor] for member in members) for mentor in sorted(common)}


def summed(option: Option, values: Ints) -> int:
    return int(values[list(option.arcs)].sum())
