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


def way(problem: Problem, aim: Aim, former: frozenset[Couple]) -> Solution:
    """One of the three; `former` as of `alternatives`."""
    before = former or problem.before
    return solve(replace(problem, before=before) if aim is Aim.CLOSEST else problem, aim)


def alternatives(problem: Problem, former: Iterable[Couple] = ()) -> tuple[Alternative, ...]:
    """In the order of `Aim`. `former`: the pairs that CLOSEST keeps as many of as can be; without any, those of
    `problem.before`. Raises as `solve` does.
    """
    kept = frozenset(former)
    others = {aim: way(problem, aim, kept) for aim in Aim}
    best = others[Aim.BEST]
    return tuple(
        Alternative(aim, one, loss(best, one), moves(best.pairs, one.pairs)) for aim, one in others.items()
    )
