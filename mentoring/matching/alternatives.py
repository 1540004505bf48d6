"""Three ways to see the same run: the best as a whole, the fairest, and the closest to what was."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from mentoring.matching.explain import Loss, Move, loss, moves
from mentoring.matching.rules import Couple, Problem, Solution
from mentoring.matching.rules_aims import Aim
from mentoring.matching.solver import solve


@dataclass(frozen=True, slots=True)
class Alternative:
    """`lost` and `moves` are against the best one; the best's own are nothing."""

    aim: Aim
    solution: Solution
    lost: Loss
    moves: tuple[Move, ...]


def alternatives(problem: Problem, former: Iterable[Couple] = ()) -> tuple[Alternative, ...]:
    """In the order of `Aim`. `former`: the pairs that CLOSEST keeps as many of as can be; without any, those of
    `problem.before`. Raises as `solve` does.
    """
    kept = frozenset(former) or problem.before
    best = solve(problem)
    others = {
        Aim.BEST: best,
        Aim.FAIREST: solve(problem, Aim.FAIREST),
        Aim.CLOSEST: solve(replace(problem, before=kept), Aim.CLOSEST),
    }
    return tuple(
        Alternative(aim, one, loss(best, one), moves(best.pairs, one.pairs)) for aim, one in others.items()
    )
