"""Small random runs, and the plainest possible solver: look at every set of pairs."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator
from itertools import combinations

import numpy as np

from mentoring.matching.rules import Couple, Problem, Sizes, Solution, Wishes
from mentoring.matching.rules_aims import Aim

MENTORS, MENTEES = range(1, 5), range(11, 16)


def a_problem(rng: random.Random, *, sides: bool = False, pins: bool = True, most: int = 4) -> Problem:
    """Scores few and close, so that ties and trades are the rule."""
    mentors = {m: rng.choice([0, 1, 1, 2, 3]) for m in rng.sample(MENTORS, rng.randint(1, min(most, 4)))}
    mentees = frozenset(rng.sample(MENTEES, rng.randint(1, most)))
    spread = rng.choice([1, 3, 12])
    scores = {
        (m, e): rng.randint(-spread, spread) for m in mentors for e in sorted(mentees) if rng.random() < 0.75
    }
    before = frozenset((rng.choice(MENTORS), e) for e in MENTEES if rng.random() < 0.5)
    return Problem(mentors, mentees, scores, _wishes(rng, scores, sides, pins), before)


def _wishes(rng: random.Random, scores: dict[Couple, int], sides: bool, pins: bool) -> Wishes:
    couples = sorted(scores)
    forbidden = frozenset(couple for couple in couples if rng.random() < 0.1)
    open_ = [couple for couple in couples if couple not in forbidden]
    pinned = frozenset(rng.sample(open_, min(len(open_), rng.choice([0, 0, 1, 2]))) if pins else ())
    if not sides:
        return Wishes(pins=pinned, forbidden=forbidden)
    together = tuple(_circle(rng) for _ in range(rng.choice([0, 1, 1, 2])))
    apart = tuple(_circle(rng) for _ in range(rng.choice([0, 1, 1, 2])))
    sizes = {m: Sizes(rng.choice([1, 2, 2, 3]), rng.choice([None, 2, 3])) for m in MENTORS if rng.random() < 0.4}
    return Wishes(pinned, forbidden, together, apart, sizes)


def _circle(rng: random.Random) -> frozenset[int]:
    return frozenset(rng.sample(MENTEES, rng.choice([2, 2, 3])))


def every_set(problem: Problem) -> Iterator[tuple[Couple, ...]]:
    """All sets of pairs that keep the rules; written out anew, without a word of the code under test."""
    mentees = sorted(problem.mentees)
    wishes = problem.wishes
    choices = [
        [
            None,
            *(m for m in sorted(problem.mentors) if (m, e) in problem.scores and (m, e) not in wishes.forbidden),
        ]
        for e in mentees
    ]
    for taken in _rows(choices, problem, Counter()):
        group = {e: m for e, m in zip(mentees, taken, strict=True) if m is not None}
        if _stands(problem, group):
            yield tuple((m, e) for e, m in group.items())


def _rows(
    choices: list[list[int | None]], problem: Problem, load: Counter[int]
) -> Iterator[tuple[int | None, ...]]:
    if not choices:
        yield ()
        return
    for mentor in choices[0]:
        if mentor is not None and load[mentor] >= problem.mentors[mentor]:
            continue
        for rest in _rows(choices[1:], problem, load + Counter([] if mentor is None else [mentor])):
            yield (mentor, *rest)


def _stands(problem: Problem, group: dict[int, int]) -> bool:
    wishes = problem.wishes
    if any(group.get(e) != m for m, e in wishes.pins):
        return False
    for circle in wishes.together:
        if len({group.get(e) for e in circle & problem.mentees}) > 1:
            return False
    for circle in wishes.apart:
        if any(a in group and group[a] == group.get(b) for a, b in combinations(sorted(circle), 2)):
            return False
    for mentor, count in Counter(group.values()).items():
        size = wishes.sizes.get(mentor, Sizes())
        if count < size.least or (size.most is not None and count > size.most):
            return False
    return True


def draw(couples: tuple[Couple, ...]) -> int:
    from mentoring.matching.solver_grid import lot

    mentors, mentees = (np.array([couple[side] for couple in couples], np.int64) for side in (0, 1))
    return int(lot(mentors, mentees).sum())


def rank(problem: Problem, aim: Aim, pairs: tuple[Couple, ...]) -> tuple[float, ...]:
    """The higher, the better; the draw left out."""
    scores = [problem.scores[couple] for couple in pairs]
    worst = min(scores, default=0)
    kept = len(problem.before & set(pairs))
    wishes, top = problem.wishes, 0
    able = [s for (m, e), s in problem.scores.items() if _usable(problem, m) and (m, e) not in wishes.forbidden]
    top = max(able, default=0)
    orders = {
        Aim.BEST: (worst, sum(scores), kept),
        Aim.FAIREST: (worst, -sum((top - score) ** 2 for score in scores), sum(scores), kept),
        Aim.CLOSEST: (kept, worst, sum(scores)),
    }
    return len(pairs), *orders[aim]


def _usable(problem: Problem, mentor: int) -> bool:
    most = problem.wishes.sizes.get(mentor, Sizes()).most
    return problem.mentors[mentor] > 0 and (most is None or most > 0)


def brute(problem: Problem, aim: Aim = Aim.BEST) -> tuple[Couple, ...] | None:
    """The very pairs that are to come out, the draw among equals included; None: the pins cannot be held."""
    ranked = [(rank(problem, aim, pairs), pairs) for pairs in every_set(problem)]
    if not ranked:
        return None
    best = max(one for one, _ in ranked)
    equal = [pairs for one, pairs in ranked if one == best]
    chosen = min(equal, key=draw) if len(equal) > 1 else equal[0]
    return tuple(sorted(chosen, key=lambda couple: (couple[1], couple[0])))


def figures(solution: Solution) -> tuple[int, int | None, int, int]:
    return solution.served, solution.worst, solution.total, solution.changes
