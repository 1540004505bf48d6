"""Reasons, confidence and alternatives."""

from __future__ import annotations

import random
from dataclasses import replace

from mentoring.matching.alternatives import alternatives
from mentoring.matching.explain import Confidence, Loss, loss, margin, reasons
from mentoring.matching.rules import NoSolution, Problem, Weights, Wishes, outcome
from mentoring.matching.rules_aims import Aim
from mentoring.matching.rules_table import cell
from mentoring.matching.solver import solve
from tests.matching.people import mentee, mentor
from tests.matching.tools import a_problem, brute, every_set

WEEK = frozenset({(1, 15), (2, 15), (3, 15)})


def test_three_for_and_one_against_the_strongest_first() -> None:
    one = mentor(strengths=frozenset({"lesson"}), subject="физика", hours=WEEK, style={"pace": 1}, load=1)
    other = mentee(
        needs=frozenset({"lesson"}), subject="физика", hours=WEEK, style={"pace": 5}, wished=frozenset({1})
    )
    found = reasons(cell(one, other, Weights(), (), Wishes()))
    assert [reason.key for reason in found.pros] == ["needs-covered", "wish-named", "hours-common"]
    assert found.con is not None
    assert found.con.key == "style-far"


def test_weights_decide_what_is_said_first() -> None:
    one = mentor(strengths=frozenset({"lesson"}), subject="физика")
    other = mentee(needs=frozenset({"lesson"}), subject="физика")
    found = reasons(cell(one, other, Weights(needs=1, subject=10), (), Wishes()))
    assert [reason.key for reason in found.pros] == ["subject-same", "needs-covered"]


def test_where_nothing_is_against_what_is_not_known_is_said() -> None:
    one = mentor(strengths=frozenset({"lesson"}))
    found = reasons(cell(one, mentee(needs=frozenset({"lesson"})), Weights(), (), Wishes()))
    assert found.con is not None
    assert found.con.key == "missing"


def test_nothing_is_said_of_a_subject_nobody_cares_for() -> None:
    careless = {"same_subject": "any"}
    one, other = mentor(subject="физика", answers=careless), mentee(subject="химия", answers=careless)
    found = reasons(cell(one, other, Weights(0, 5, 0, 0, 0, 0, 0, 0), (), Wishes()))
    assert (found.pros, found.con) == ((), None)


def test_the_margin_is_what_the_best_without_the_pair_loses() -> None:
    rng = random.Random(6)
    seen = set()
    for _ in range(60):
        problem = a_problem(rng, sides=rng.random() < 0.4)
        try:
            now = solve(problem)
        except NoSolution:
            continue
        for couple in now.pairs:
            found = margin(problem, now, couple)
            seen.add(found.confidence)
            if couple in problem.wishes.pins:
                assert found.confidence is Confidence.PINNED
                continue
            without = replace(
                problem, wishes=replace(problem.wishes, forbidden=problem.wishes.forbidden | {couple})
            )
            rest = brute(replace(without, before=frozenset(now.pairs)))
            if rest is None:
                assert found.confidence is Confidence.ONLY
            else:
                assert found.loss == loss(now, outcome(problem, rest))
    assert seen >= {Confidence.PINNED, Confidence.ONLY, Confidence.EVEN, Confidence.NARROW}


def test_confidence_by_what_is_lost() -> None:
    def between(best: int, other: int) -> Confidence:
        problem = Problem({1: 1, 2: 1}, frozenset({11}), {(1, 11): best, (2, 11): other})
        return margin(problem, solve(problem), (1, 11)).confidence

    assert between(300, 10) is Confidence.CLEAR
    assert between(11, 10) is Confidence.CLEAR  # the worst pair gets worse
    two = Problem({1: 1, 2: 1, 3: 1}, frozenset({11, 12}), {(1, 11): 30, (2, 11): 20, (3, 12): 5})
    assert margin(two, solve(two), (1, 11)).confidence is Confidence.NARROW
    assert margin(two, solve(two), (3, 12)).confidence is Confidence.ONLY


def test_a_set_that_serves_nobody_has_no_worst_pair_to_lose() -> None:
    problem = Problem({1: 1}, frozenset({11}), {(1, 11): 7})
    assert loss(solve(problem), outcome(problem, ())) == Loss(1, 0, 7)


def test_three_alternatives_and_what_each_loses() -> None:
    problem = Problem(
        {1: 1, 2: 1, 3: 1},
        frozenset({11, 12}),
        {(1, 11): 9, (2, 11): 6, (3, 11): 2, (1, 12): 6, (2, 12): 2, (3, 12): 2},
    )
    found = {one.aim: one for one in alternatives(problem, {(3, 11), (2, 12)})}
    assert list(found) == list(Aim)
    assert found[Aim.BEST].solution.pairs == ((2, 11), (1, 12))
    assert found[Aim.BEST].lost == Loss(0, 0, 0)
    assert found[Aim.BEST].moves == ()
    closest = found[Aim.CLOSEST]
    assert closest.solution.pairs == ((3, 11), (2, 12))
    assert closest.lost == Loss(0, 4, 8)
    assert closest.solution.changes == 0
    assert len(closest.moves) == 2


def test_the_fairest_leaves_nobody_far_behind() -> None:
    """The same worst pair; 5 and 5 instead of 1 and 10 costs one point in all."""
    scores = {(1, 11): 10, (2, 12): 1, (2, 11): 5, (1, 12): 5, (3, 13): 1}
    problem = Problem({1: 1, 2: 1, 3: 1}, frozenset({11, 12, 13}), scores)
    found = {one.aim: one for one in alternatives(problem)}
    assert found[Aim.BEST].solution.pairs == ((1, 11), (2, 12), (3, 13))
    assert found[Aim.FAIREST].solution.pairs == ((2, 11), (1, 12), (3, 13))
    assert found[Aim.FAIREST].lost == Loss(0, 0, 1)


def test_no_alternative_serves_fewer() -> None:
    rng = random.Random(12)
    for _ in range(25):
        problem = a_problem(rng, sides=True, pins=False)
        most = max(len(pairs) for pairs in every_set(problem))
        assert all(one.solution.served == most for one in alternatives(problem))
