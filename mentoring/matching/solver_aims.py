"""What the pairs of a run cost at each stage of its aim."""

from __future__ import annotations

from mentoring.errors import ProgrammeError
from mentoring.matching.rules_aims import Stage
from mentoring.matching.solver_grid import Grid, Ints

WIDEST = 10**6
"""Between the highest and the lowest score where squares are summed."""


def costs_of(grid: Grid, stage: Stage) -> Ints:
    """By arc, not below 0, at a stage other than WORST.

    Raises ProgrammeError `error-matching-score` where the scores lie too far apart to square.
    """
    if stage is Stage.LOT:
        return grid.lots
    if stage is Stage.CHANGES:
        return 1 - grid.kept
    short: Ints = (grid.scores.max() if len(grid.scores) else 0) - grid.scores
    if stage is Stage.TOTAL:
        return short
    if short.max(initial=0) > WIDEST:
        raise ProgrammeError("error-matching-score", most=WIDEST)
    return short * short
