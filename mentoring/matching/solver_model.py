"""One question to a solver of mixed integer programs (SCIP): which columns can be taken at once, at least cost.

Factors and costs are whole and small (see the callers), far from where its tolerances matter; whatever it returns
is counted over again in whole numbers.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from ortools.linear_solver import pywraplp

from mentoring.errors import ProgrammeError
from mentoring.matching.solver_rows import Row

NODES = 20_000
"""How far a search goes before it is given up: a count, not a clock, so it ends at the same place every time."""
# Probing tries every column before the search begins: in questions as narrow as these it took half of the time.
_SETTINGS = f"limits/totalnodes = {NODES}\nmisc/catchctrlc = FALSE\npropagating/probing/maxprerounds = 0\n"


def find(
    rows: Sequence[Row], columns: Iterable[int], pinned: frozenset[int], costs: Mapping[int, int]
) -> frozenset[int] | None:
    """The columns taken, with the smallest sum of costs; None: no way keeps all the rows.

    Raises ProgrammeError `error-matching-hard` when the search is given up.
    """
    solver = pywraplp.Solver.CreateSolver("SCIP")
    solver.SetSolverSpecificParametersAsString(_SETTINGS)
    chosen = {one: solver.IntVar(float(one in pinned), 1.0, "") for one in sorted(columns)}
    if not pinned <= chosen.keys():
        return None
    for row in rows:
        _add(solver, row, chosen)
    objective = solver.Objective()
    for one, variable in chosen.items():
        objective.SetCoefficient(variable, costs.get(one, 0))
    objective.SetMinimization()
    return _answer(solver, rows, chosen)


def _add(solver: pywraplp.Solver, row: Row, chosen: Mapping[int, pywraplp.Variable]) -> None:
    endless = solver.infinity()
    low, high = -endless if row.low is None else row.low, endless if row.high is None else row.high
    found = solver.Constraint(low, high)
    for column, factor in zip(row.columns, row.factors, strict=True):
        if column in chosen:
            found.SetCoefficient(chosen[column], factor)


def _answer(
    solver: pywraplp.Solver, rows: Iterable[Row], chosen: Mapping[int, pywraplp.Variable]
) -> frozenset[int] | None:
    exactly = pywraplp.MPSolverParameters()
    exactly.SetDoubleParam(exactly.RELATIVE_MIP_GAP, 0.0)
    status = solver.Solve(exactly)
    if status == pywraplp.Solver.INFEASIBLE:
        return None
    if status != pywraplp.Solver.OPTIMAL:
        raise ProgrammeError("error-matching-hard")
    taken = frozenset(one for one, variable in chosen.items() if round(variable.solution_value()) == 1)
    if not all(row.kept_by(taken) for row in rows):
        raise ArithmeticError("a row does not hold in whole numbers")
    return taken
