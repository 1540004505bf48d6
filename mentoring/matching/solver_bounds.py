"""What a linear relaxation proves: a bound on the cost, and by how much each column would raise it.

The relaxation is solved in floating point and only proposes prices. The prices are rounded to fractions of whole
numbers and everything proved from them is counted exactly, so that no rounding can lose the best answer.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from ortools.linear_solver import pywraplp

from mentoring.matching.solver_rows import Row

PARTS = 1024
"""Prices are multiples of 1/PARTS."""


@dataclass(frozen=True, slots=True)
class Bounds:
    """In units of 1/PARTS: no way costs less than `least`; one with column j costs at least `least` + `extra`[j]
    (below 0: a way without column j costs at least `least` − `extra`[j]).
    """

    least: int
    extra: Mapping[int, int]


class Relaxation:
    """The rows over some columns, with fractions allowed. Columns can be closed and opened again."""

    def __init__(self, rows: Iterable[Row], columns: Iterable[int], pinned: frozenset[int]) -> None:
        self._solver = pywraplp.Solver.CreateSolver("GLOP")
        self._pinned = pinned
        self._columns = {one: self._solver.NumVar(float(one in pinned), 1.0, "") for one in columns}
        self._rows = [(row, self._add(row)) for row in rows]

    def _add(self, row: Row) -> pywraplp.Constraint:
        endless = self._solver.infinity()
        low, high = -endless if row.low is None else row.low, endless if row.high is None else row.high
        found = self._solver.Constraint(low, high)
        for column, factor in zip(row.columns, row.factors, strict=True):
            if column in self._columns:
                found.SetCoefficient(self._columns[column], factor)
        return found

    def open_only(self, columns: frozenset[int]) -> None:
        for one, variable in self._columns.items():
            variable.SetUb(float(one in columns))

    def feasible(self) -> bool:
        self._solver.Objective().Clear()
        return bool(self._solver.Solve() != pywraplp.Solver.INFEASIBLE)

    def bounds(self, costs: Mapping[int, int]) -> Bounds | None:
        """Of the open columns, at these costs (0 where none is given); None: not even fractions keep the rows."""
        objective = self._solver.Objective()
        objective.Clear()
        for column, cost in costs.items():
            if column in self._columns:
                objective.SetCoefficient(self._columns[column], cost)
        objective.SetMinimization()
        if self._solver.Solve() == pywraplp.Solver.INFEASIBLE:
            return None
        return _exact([(row, found.dual_value()) for row, found in self._rows], self._open(), costs)

    def _open(self) -> dict[int, bool]:
        """By open column, whether it is pinned."""
        return {one: one in self._pinned for one, variable in self._columns.items() if variable.ub() > 0}


def _exact(prices: Sequence[tuple[Row, float]], columns: Mapping[int, bool], costs: Mapping[int, int]) -> Bounds:
    """Any prices prove a bound; the better they are, the closer it is."""
    least = 0
    extra = {column: PARTS * costs.get(column, 0) for column in columns}
    for row, dual in prices:
        price = round(dual * PARTS)
        limit = row.low if price > 0 else row.high
        if price == 0 or limit is None:
            continue
        least += price * limit
        for column, factor in zip(row.columns, row.factors, strict=True):
            if column in extra:
                extra[column] -= price * factor
    forced = sum(value if columns[column] else min(value, 0) for column, value in extra.items())
    return Bounds(least + forced, {one: 0 if columns[one] else value for one, value in extra.items()})
