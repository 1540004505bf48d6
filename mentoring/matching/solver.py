"""The best set of pairs as a whole: whoever can be served, then the aim; the same input, the same output."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mentoring.matching.rules import NoSolution, Problem, Solution, outcome
from mentoring.matching.rules_aims import Aim
from mentoring.matching.rules_verify import pins_broken

if TYPE_CHECKING:
    from mentoring.matching.solver_grid import Grid, Ints


def solve(problem: Problem, aim: Aim = Aim.BEST) -> Solution:
    """Takes up to a second of processor time for 40 mentors and 60 mentees with rules of every kind.

    Raises NoSolution when the pinned pairs cannot all be taken, ProgrammeError `error-matching-size`,
    `error-matching-score` for what is too large to count, `error-matching-hard` when the search is given up.
    """
    from mentoring.matching.solver_grid import grid_of

    broken = pins_broken(problem)
    if broken:
        raise NoSolution(broken)
    grid = grid_of(problem)
    return outcome(problem, grid.couples(_taken(problem, grid, aim)))


def _taken(problem: Problem, grid: Grid, aim: Aim) -> Ints:
    if sided(problem):
        from mentoring.matching.solver_sides import by_search

        return by_search(problem, grid, aim)
    from mentoring.matching.solver_flow import by_flow

    return by_flow(grid, aim)


def sided(problem: Problem) -> bool:
    """Whether rules bind that look at several pairs at once."""
    wishes = problem.wishes
    groups = (*wishes.together, *wishes.apart)
    return any(len(group & problem.mentees) > 1 for group in groups) or any(
        one.least > 1 and mentor in problem.mentors for mentor, one in wishes.sizes.items()
    )
