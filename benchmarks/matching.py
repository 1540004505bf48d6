"""`python -m benchmarks.matching`: how long a run takes, beside the bare solver's time where there is one.

The bare solver is OR-Tools' min-cost flow alone: one cost, no floor, no fewest changes, no draw, its arrays given.
Medians of wall time; ratios of runs side by side.
"""

from __future__ import annotations

import random
import statistics
import sys
import time
from collections.abc import Callable
from functools import partial

import numpy as np
from ortools.graph.python import min_cost_flow

from mentoring.matching.alternatives import alternatives
from mentoring.matching.explain import why_not
from mentoring.matching.rules import Couple, Problem, Sizes, Wishes
from mentoring.matching.rules_aims import Aim
from mentoring.matching.solver import solve

SIDE = 500
Scores = dict[Couple, int]


def seconds(work: Callable[[], object], rounds: int) -> float:
    taken = []
    for _ in range(rounds):
        start = time.perf_counter()
        work()
        taken.append(time.perf_counter() - start)
    return statistics.median(taken)


def a_matrix(rng: random.Random, kind: str) -> Problem:
    """500 × 500, one pair in twenty not eligible, one in fifty forbidden, places for most."""
    draw: dict[str, Callable[[int], int]] = {
        "wide": lambda _: rng.randint(-400, 400),
        "narrow": lambda _: rng.randint(0, 20),
        "equal": lambda _: 7,
        "one poor mentee": lambda mentee: 0 if mentee == SIDE else rng.randint(1, 800),
    }
    mentors = {one: rng.choice([0, 1, 1, 2, 3]) for one in range(SIDE)}
    mentees = range(SIDE, 2 * SIDE)
    scores = {(m, e): draw[kind](e) for m in mentors for e in mentees if rng.random() < 0.95}
    forbidden = frozenset(rng.sample(sorted(scores), len(scores) // 50))
    return Problem(mentors, frozenset(mentees), scores, Wishes(forbidden=forbidden))


def bare(problem: Problem) -> Callable[[], int]:
    """The arrays are made beforehand, so that the bare solver's time is its own alone."""
    pairs = [(m, e, score) for (m, e), score in problem.scores.items() if (m, e) not in problem.wishes.forbidden]
    tails, heads, scores = (np.array(column, np.int64) for column in zip(*pairs, strict=True))
    rooms = np.array([problem.mentors[one] for one in range(SIDE)], np.int64)
    source, sink, ones = 2 * SIDE, 2 * SIDE + 1, np.ones(len(scores), np.int64)
    mentors, mentees = np.arange(SIDE), np.arange(SIDE, 2 * SIDE)

    def run() -> int:
        network = min_cost_flow.SimpleMinCostFlow()
        network.add_arcs_with_capacity_and_unit_cost(tails, heads, ones, -scores)
        network.add_arcs_with_capacity_and_unit_cost(np.full(SIDE, source), mentors, rooms, 0 * rooms)
        network.add_arcs_with_capacity_and_unit_cost(mentees, np.full(SIDE, sink), ones[:SIDE], 0 * rooms)
        network.set_node_supply(source, SIDE)
        network.set_node_supply(sink, -SIDE)
        network.solve_max_flow_with_min_cost()
        return int(network.optimal_cost())

    return run


def a_school(seed: int) -> Problem:
    """40 mentors × 60 mentees with every kind of rule; scores as questionnaires make them."""
    rng = random.Random(seed)
    mentors = {one: rng.choice([1, 1, 2, 2, 3]) for one in range(1, 41)}
    mentees = list(range(101, 161))
    scores = {(m, e): rng.randint(-250, 250) for m in mentors for e in mentees if rng.random() < 0.8}
    rng.shuffle(mentees)
    wide = [one for one, places in mentors.items() if places > 1]
    forbidden = frozenset(rng.sample(sorted(scores), 30))
    pins = frozenset((_taker(rng, wide, one, scores, forbidden), one) for one in mentees[40:43])
    wishes = Wishes(
        pins=pins,
        forbidden=forbidden,
        together=tuple(frozenset(some) for some in (mentees[:2], mentees[2:4], mentees[4:7])),
        apart=tuple(frozenset(some) for some in (mentees[7:12], mentees[10:14], mentees[14:17])),
        sizes={one: Sizes(2, rng.choice([None, 2])) for one in rng.sample(wide, 6)},
    )
    former = frozenset((rng.choice(sorted(mentors)), one) for one in mentees[::2])
    return Problem(mentors, frozenset(mentees), scores, wishes, former)


def _taker(rng: random.Random, wide: list[int], mentee: int, scores: Scores, forbidden: frozenset[Couple]) -> int:
    able = [one for one in wide if (one, mentee) in scores and (one, mentee) not in forbidden]
    wide.remove(taken := rng.choice(able))
    return taken


def schools(rounds: int) -> None:
    print("40 × 60, every kind of rule, seconds    best   fairest  closest all three  why not")
    for seed in range(rounds):
        problem = a_school(seed)
        taken = [seconds(partial(solve, problem, aim), 3) for aim in Aim]
        taken += [seconds(partial(alternatives, problem), 1), _why_not(problem, random.Random(seed))]
        print(f"  school {seed:<30}" + "".join(f"{one:9.3f}" for one in taken))


def _why_not(problem: Problem, rng: random.Random) -> float:
    now = solve(problem)
    asked = [(rng.choice(sorted(problem.mentors)), rng.choice(sorted(problem.mentees))) for _ in range(5)]
    return max(seconds(partial(why_not, problem, now, *couple), 1) for couple in asked)


def matrices(rounds: int) -> None:
    print(f"{SIDE} × {SIDE}, capacities and prohibitions       bare    ours   ours / bare")
    for kind in ("wide", "narrow", "equal", "one poor mentee"):
        problem = a_matrix(random.Random(1), kind)
        alone, ours = seconds(bare(problem), rounds), seconds(partial(solve, problem), rounds)
        print(f"  {kind:<36}{alone:9.3f}{ours:8.3f}{ours / alone:9.2f}")


def main() -> int:
    rounds = 2 if "--quick" in sys.argv else 7
    matrices(rounds)
    schools(rounds)
    return 0


if __name__ == "__main__":
    sys.exit(main())
