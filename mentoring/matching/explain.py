"""Why this pair, how sure it is, and why not another one: data from which words are made.

What speaks for and against comes from the parts of the table; "why not" and the margin are runs of their own, each
up to a second for 40 mentors and 60 mentees with rules of every kind.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from mentoring.matching.rules import SCALE, Broken, Cell, Couple, Evidence, NoSolution, Problem, Solution
from mentoring.matching.rules_aims import Aim
from mentoring.matching.solver import solve

REASONS = 3
NARROW = 2 * SCALE
"""Points of the whole: a margin that one answer could have turned."""


@dataclass(frozen=True, slots=True)
class Reasons:
    """At most three for, the strongest first, and the strongest against; where nothing is, what is not known."""

    pros: tuple[Evidence, ...]
    con: Evidence | None


def reasons(cell: Cell) -> Reasons:
    """Of one pair, from its own parts: what has most points speaks first."""
    strong = sorted(cell.parts, key=lambda part: -part.points)
    pros = [one for part in strong for one in part.evidence if one.sign > 0]
    cons = [one for part in reversed(strong) for one in part.evidence if one.sign < 0]
    unknown = [one for part in strong for one in part.evidence if one.sign == 0 and part.missing]
    return Reasons(tuple(pros[:REASONS]), next(iter([*cons, *unknown]), None))


@dataclass(frozen=True, slots=True)
class Loss:
    """What another set of pairs has less: people served, points of the worst pair, of all. Negative: more."""

    served: int
    worst: int
    total: int


def loss(best: Solution, other: Solution) -> Loss:
    worst = 0 if best.worst is None or other.worst is None else best.worst - other.worst
    return Loss(best.served - other.served, worst, best.total - other.total)


class Confidence(StrEnum):
    """How far the next best set without this pair is."""

    PINNED = "pinned"
    ONLY = "only"  # without it somebody would go without a mentor
    CLEAR = "clear"
    NARROW = "narrow"
    EVEN = "even"  # another set is as good


@dataclass(frozen=True, slots=True)
class Margin:
    """`instead`: the best set without the pair; None when it is pinned or nothing stands without it."""

    confidence: Confidence
    loss: Loss | None
    instead: Solution | None


def margin(problem: Problem, solution: Solution, couple: Couple, aim: Aim = Aim.BEST) -> Margin:
    """What is lost if this pair of the solution may not be."""
    wishes = problem.wishes
    if couple in wishes.pins:
        return Margin(Confidence.PINNED, None, None)
    without = replace(wishes, forbidden=wishes.forbidden | {couple})
    try:
        instead = solve(replace(problem, wishes=without, before=frozenset(solution.pairs)), aim)
    except NoSolution:
        return Margin(Confidence.ONLY, None, None)
    lost = loss(solution, instead)
    return Margin(_confidence(lost), lost, instead)


def _confidence(lost: Loss) -> Confidence:
    if lost.served > 0:
        return Confidence.ONLY
    if (lost.worst, lost.total) == (0, 0):
        return Confidence.EVEN
    return Confidence.NARROW if lost.worst <= 0 and lost.total <= NARROW else Confidence.CLEAR


@dataclass(frozen=True, slots=True)
class Move:
    """A mentee who would change: from whom to whom; None: without a mentor."""

    mentee: int
    before: int | None
    after: int | None


@dataclass(frozen=True, slots=True)
class WhyNot:
    """Either `obstacles`, the fewest hard rules in the way, or the best set with the pair: `moves` as a chain that
    begins with the pair, and what is `lost`. Both empty: the two are a pair already.
    """

    obstacles: tuple[Broken, ...] = ()
    moves: tuple[Move, ...] = ()
    lost: Loss | None = None
    instead: Solution | None = None


def why_not(problem: Problem, solution: Solution, mentor: int, mentee: int, aim: Aim = Aim.BEST) -> WhyNot:
    """Why these two are no pair in `solution`. Another pin of the mentee's counts as a rule in the way."""
    from mentoring.matching.solver_lift import in_the_way

    couple = mentor, mentee
    if couple in solution.pairs:
        return WhyNot(lost=Loss(0, 0, 0), instead=solution)
    pinned = replace(problem.wishes, pins=problem.wishes.pins | {couple})
    try:
        instead = solve(replace(problem, wishes=pinned, before=frozenset(solution.pairs)), aim)
    except NoSolution:
        return WhyNot(in_the_way(problem, {couple}))
    return WhyNot((), moves(solution.pairs, instead.pairs, mentee), loss(solution, instead), instead)


def moves(before: Iterable[Couple], after: Iterable[Couple], first: int | None = None) -> tuple[Move, ...]:
    """Who changes, as a chain: after somebody's arrival comes who left that mentor, and so on."""
    old = {mentee: mentor for mentor, mentee in before}
    new = {mentee: mentor for mentor, mentee in after}
    changed = {one: Move(one, old.get(one), new.get(one)) for one in sorted(old.keys() | new.keys())}
    waiting = {one: move for one, move in changed.items() if move.before != move.after}
    chain: list[Move] = []
    while waiting:
        begin = first if not chain and first in waiting else next(iter(waiting))
        chain += _chain(waiting, begin)
    return tuple(chain)


def _chain(waiting: dict[int, Move], begin: int) -> list[Move]:
    """Takes one chain out of `waiting`."""
    found = [waiting.pop(begin)]
    while True:
        place = found[-1].after
        following = [one for one, move in waiting.items() if place is not None and move.before == place]
        if not following:
            return found
        found.append(waiting.pop(following[0]))
