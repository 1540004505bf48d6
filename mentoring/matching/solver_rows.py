"""The side rules as rows of whole numbers over columns of 0 and 1; both the bounds and the search read these."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from mentoring.matching.rules import Problem, Sizes
from mentoring.matching.solver_grid import Grid
from mentoring.matching.solver_units import Option, options


@dataclass(frozen=True, slots=True)
class Row:
    """`low` ≤ the sum of factor × column ≤ `high`; None: no limit on that side."""

    columns: tuple[int, ...]
    factors: tuple[int, ...]
    low: int | None
    high: int | None

    def kept_by(self, taken: frozenset[int]) -> bool:
        pairs = zip(self.columns, self.factors, strict=True)
        load = sum(factor for column, factor in pairs if column in taken)
        return (self.low is None or self.low <= load) and (self.high is None or load <= self.high)


@dataclass(frozen=True, slots=True)
class Frame:
    """Columns: first the options, then a switch for each mentor with a least size ("has a group at all"); `pinned`
    are 1. `held`: every pinned pair lies in an option.
    """

    grid: Grid
    options: tuple[Option, ...]
    width: int
    rows: tuple[Row, ...]
    pinned: frozenset[int]
    held: bool


def frame_of(problem: Problem, grid: Grid) -> Frame:
    found = tuple(options(problem, grid))
    by_unit, by_mentor = _places(found)
    switches = _switches(problem, grid, by_mentor)
    rows = [Row(tuple(own), (1,) * len(own), None, 1) for own in by_unit.values()]
    for mentor, own in by_mentor.items():
        rows += _group(problem, grid, found, (mentor, own), switches.get(mentor))
    rows += _apart(problem, grid, found, by_mentor)
    pinned = frozenset(place for place, option in enumerate(found) if option.pinned)
    covered = {arc for place in pinned for arc in found[place].arcs}
    held = covered.issuperset(grid.pinned.tolist())
    return Frame(grid, found, len(found) + len(switches), tuple(rows), pinned, held)


def _places(found: Sequence[Option]) -> tuple[dict[int, list[int]], dict[int, list[int]]]:
    by_unit: dict[int, list[int]] = defaultdict(list)
    by_mentor: dict[int, list[int]] = defaultdict(list)
    for place, option in enumerate(found):
        by_unit[option.unit].append(place)
        by_mentor[option.mentor].append(place)
    return by_unit, by_mentor


def _least(problem: Problem, grid: Grid, mentor: int) -> int:
    return problem.wishes.sizes.get(int(grid.mentors[mentor]), Sizes()).least


def _switches(problem: Problem, grid: Grid, by_mentor: Mapping[int, list[int]]) -> dict[int, int]:
    """The column of each mentor whose group has a least size."""
    first = sum(map(len, by_mentor.values()))
    grouped = [mentor for mentor in sorted(by_mentor) if _least(problem, grid, mentor) > 1]
    return {mentor: first + place for place, mentor in enumerate(grouped)}


def _group(
    problem: Problem, grid: Grid, found: Sequence[Option], places: tuple[int, list[int]], switch: int | None
) -> Iterator[Row]:
    mentor, own = places
    sizes, room = tuple(found[place].size for place in own), int(grid.room[mentor])
    if switch is None:
        yield Row(tuple(own), sizes, None, room)
        return
    columns = (*own, switch)
    yield Row(columns, (*sizes, -room), None, 0)
    yield Row(columns, (*sizes, -_least(problem, grid, mentor)), 0, None)


def _apart(
    problem: Problem, grid: Grid, found: Sequence[Option], by_mentor: Mapping[int, Sequence[int]]
) -> Iterator[Row]:
    """Options of one mentor of which no two can be, by circle."""
    mentees = grid.mentees[grid.cols].tolist()
    people = [frozenset(mentees[arc] for arc in option.arcs) for option in found]
    for circle in problem.wishes.apart:
        for places in by_mentor.values():
            met = tuple(place for place in places if people[place] & circle)
            if len(met) > 1:
                yield Row(met, (1,) * len(met), None, 1)
