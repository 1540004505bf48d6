"""Why not these two: against every set of rules that could be lifted, and every set of pairs."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations

from mentoring.matching.explain import Move, moves, why_not
from mentoring.matching.rules import Broken, Couple, Hard, NoSolution, Problem, Sizes, Wishes, outcome
from mentoring.matching.rules_aims import Aim
from mentoring.matching.solver import solve
from mentoring.matching.solver_lift import in_the_way
from tests.matching.tools import a_problem, brute, every_set


def liftable(problem: Problem, couple: Couple) -> Iterator[Broken]:
    """Every rule there is, written out by hand; bars only of the pair and of its mentor's others."""
    wishes, (mentor, _) = problem.wishes, couple
    for pin in wishes.pins - {couple}:
        yield Broken(Hard.PIN, pin[0], (pin[1],))
    for mentee in problem.mentees:
        if (mentor, mentee) in wishes.forbidden:
            yield Broken(Hard.FORBIDDEN, mentor, (mentee,))
        if (mentor, mentee) not in problem.scores:
            yield Broken(Hard.UNKNOWN, mentor, (mentee,))
    for circle in set(wishes.together):
        yield Broken(Hard.TOGETHER, mentees=tuple(sorted(circle & problem.mentees)))
    for circle in set(wishes.apart):
        yield Broken(Hard.APART, mentees=tuple(sorted(circle & problem.mentees)), limit=1)
    for one, places in problem.mentors.items():
        yield Broken(Hard.CAPACITY, one, limit=places)
    for one, size in wishes.sizes.items():
        yield Broken(Hard.GROUP_SMALL, one, limit=size.least)
        yield Broken(Hard.GROUP_LARGE, one, limit=size.most)


def lifted(problem: Problem, rules: tuple[Broken, ...]) -> Problem:
    wishes = problem.wishes
    of = {rule: [one for one in rules if one.rule is rule] for rule in Hard}
    people = {
        rule: {(one.mentor, one.mentees[0]) for one in of[rule]}
        for rule in (Hard.PIN, Hard.FORBIDDEN, Hard.UNKNOWN)
    }
    whole = {rule: {one.mentees for one in of[rule]} for rule in (Hard.TOGETHER, Hard.APART)}
    sizes = {}
    for mentor, size in wishes.sizes.items():
        least = 1 if mentor in {one.mentor for one in of[Hard.GROUP_SMALL]} else size.least
        most = None if mentor in {one.mentor for one in of[Hard.GROUP_LARGE]} else size.most
        sizes[mentor] = Sizes(least, most)

    def kept(circles, rule):
        return tuple(c for c in circles if tuple(sorted(c & problem.mentees)) not in whole[rule])

    return replace(
        problem,
        mentors=problem.mentors | {one.mentor: 99 for one in of[Hard.CAPACITY]},
        scores=dict(problem.scores) | {couple: 0 for couple in people[Hard.UNKNOWN]},
        wishes=Wishes(
            wishes.pins - people[Hard.PIN],
            wishes.forbidden - people[Hard.FORBIDDEN],
            kept(wishes.together, Hard.TOGETHER),
            kept(wishes.apart, Hard.APART),
            sizes,
        ),
    )


def pinned(problem: Problem, couple: Couple) -> Problem:
    return replace(problem, wishes=replace(problem.wishes, pins=problem.wishes.pins | {couple}))


def possible(problem: Problem, couple: Couple) -> bool:
    return next(every_set(pinned(problem, couple)), None) is not None


def fewest(problem: Problem, couple: Couple) -> int:
    rules = list(liftable(problem, couple))
    for count in range(len(rules) + 1):
        if any(possible(lifted(problem, some), couple) for some in combinations(rules, count)):
            return count
    raise AssertionError("not even without rules")


def test_the_smallest_set_of_rules_in_the_way() -> None:
    rng = random.Random(2)
    sizes = set()
    for _ in range(60):
        problem = a_problem(rng, sides=True, most=3)
        if brute(problem) is None:
            continue
        couple = rng.choice(sorted(problem.mentors)), rng.choice(sorted(problem.mentees))
        found = in_the_way(problem, {couple})
        assert possible(lifted(problem, found), couple)
        assert len(found) == fewest(problem, couple)
        assert (not found) == possible(problem, couple)
        sizes.add(len(found))
    assert sizes >= {0, 1, 2}


def test_else_who_would_move_and_what_is_lost() -> None:
    rng = random.Random(8)
    answered = 0
    for _ in range(250):
        problem = a_problem(rng, sides=rng.random() < 0.5)
        try:
            now = solve(problem)
        except NoSolution:
            continue
        couple = rng.choice(sorted(problem.mentors)), rng.choice(sorted(problem.mentees))
        found = why_not(problem, now, *couple)
        then = brute(replace(pinned(problem, couple), before=frozenset(now.pairs)), Aim.BEST)
        if then is None:
            assert found.obstacles
            assert not found.moves
            continue
        figures = outcome(problem, then)
        assert not found.obstacles
        assert found.instead is not None
        assert found.instead.pairs == then
        assert found.lost is not None
        assert (found.lost.served, found.lost.total) == (now.served - figures.served, now.total - figures.total)
        assert {one.mentee for one in found.moves} == {e for _, e in set(now.pairs) ^ set(then)}
        answered += bool(found.moves)
        if found.moves:
            assert found.moves[0].mentee == couple[1]
            assert found.moves[0].after == couple[0]
    assert answered > 20


def test_a_private_word_of_the_pair_is_the_rule_in_the_way() -> None:
    problem = Problem({1: 1}, frozenset({11}), {}, barred={(1, 11): (Hard.NOT_WITH, Hard.REFUSED)})
    found = why_not(problem, solve(problem), 1, 11)
    assert {one.rule for one in found.obstacles} == {Hard.NOT_WITH, Hard.REFUSED}


def test_a_stranger_is_named_as_such() -> None:
    problem = Problem({1: 1}, frozenset({11}), {(1, 11): 1}, barred={(2, 11): (Hard.CONSENT,)})
    now = solve(problem)
    assert why_not(problem, now, 2, 11).obstacles == (Broken(Hard.CONSENT, 2, (11,)),)
    assert why_not(problem, now, 1, 12).obstacles == (Broken(Hard.UNKNOWN, 1, (12,)),)


def test_a_pair_that_is_one_loses_nothing() -> None:
    problem = Problem({1: 1}, frozenset({11}), {(1, 11): 1})
    found = why_not(problem, solve(problem), 1, 11)
    assert (found.obstacles, found.moves) == ((), ())
    assert found.lost is not None
    assert found.lost.total == 0


def test_moves_follow_one_another() -> None:
    before = [(1, 11), (2, 12), (3, 13), (4, 14), (5, 15)]
    after = [(2, 11), (3, 12), (4, 14), (5, 16), (1, 13)]
    assert moves(before, after, first=12) == (
        Move(12, 2, 3),
        Move(13, 3, 1),
        Move(11, 1, 2),
        Move(15, 5, None),
        Move(16, None, 5),
    )
