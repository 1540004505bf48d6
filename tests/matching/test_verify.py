"""Every hard rule, broken by hand one at a time."""

from __future__ import annotations

from dataclasses import replace

import pytest

from mentoring.matching.rules import Broken, Couple, Hard, Problem, Sizes, Wishes
from mentoring.matching.rules_verify import bars, verify

MENTORS = {1: 2, 2: 2, 3: 1}
MENTEES = frozenset({11, 12, 13, 14})
SCORES = {(m, e): 0 for m in MENTORS for e in MENTEES if (m, e) != (3, 14)}
GROUND = Problem(MENTORS, MENTEES, SCORES, barred={(3, 14): (Hard.NOT_WITH, Hard.NO_COMMON_TIME)})
GOOD: tuple[Couple, ...] = ((1, 11), (1, 12), (2, 13))


def wishing(**wishes: object) -> Problem:
    return replace(GROUND, wishes=replace(Wishes(), **wishes))


def test_what_keeps_all_rules_breaks_none() -> None:
    problem = wishing(
        pins=frozenset({(2, 13)}),
        forbidden=frozenset({(3, 11)}),
        together=(frozenset({11, 12}),),
        apart=(frozenset({11, 13}),),
        sizes={1: Sizes(2, 2), 3: Sizes(5)},
    )
    assert verify(problem, GOOD) == ()
    assert verify(problem, list(GOOD)) == ()


@pytest.mark.parametrize(
    ("problem", "pairs", "expected"),
    [
        (GROUND, [(9, 11)], Broken(Hard.UNKNOWN, 9, (11,))),
        (GROUND, [(1, 99)], Broken(Hard.UNKNOWN, 1, (99,))),
        (replace(GROUND, barred={}), [(3, 14)], Broken(Hard.UNKNOWN, 3, (14,))),
        (GROUND, [(1, 11), (2, 11)], Broken(Hard.TWICE, None, (11,), 1)),
        (GROUND, [(1, 11), (1, 11)], Broken(Hard.TWICE, 1, (11,))),
        (GROUND, [(3, 11), (3, 12)], Broken(Hard.CAPACITY, 3, (11, 12), 1)),
        (wishing(forbidden=frozenset({(1, 11)})), GOOD, Broken(Hard.FORBIDDEN, 1, (11,))),
        (wishing(pins=frozenset({(2, 11)})), GOOD, Broken(Hard.PIN, 2, (11,))),
        (wishing(together=(frozenset({11, 13}),)), GOOD, Broken(Hard.TOGETHER, None, (11, 13))),
        (wishing(together=(frozenset({11, 14}),)), GOOD, Broken(Hard.TOGETHER, None, (11, 14))),
        (wishing(apart=(frozenset({11, 12, 14}),)), GOOD, Broken(Hard.APART, 1, (11, 12), 1)),
        (wishing(sizes={2: Sizes(2)}), GOOD, Broken(Hard.GROUP_SMALL, 2, (13,), 2)),
        (wishing(sizes={1: Sizes(1, 1)}), GOOD, Broken(Hard.GROUP_LARGE, 1, (11, 12), 1)),
    ],
)
def test_one_broken_rule_is_named(problem: Problem, pairs: list[Couple], expected: Broken) -> None:
    assert verify(problem, pairs) == (expected,)


def test_all_bars_of_a_pair_are_named() -> None:
    problem = wishing(forbidden=frozenset({(3, 14)}))
    rules = [one.rule for one in verify(problem, [(3, 14)])]
    assert rules == [Hard.NOT_WITH, Hard.NO_COMMON_TIME, Hard.FORBIDDEN]
    assert bars(problem, (3, 14)) == tuple(rules)
    assert bars(problem, (1, 11)) == ()


def test_who_left_the_run_is_asked_for_nothing() -> None:
    problem = wishing(together=(frozenset({11, 12, 77}),), apart=(frozenset({13, 77}),))
    assert verify(problem, GOOD) == ()


def test_the_order_of_the_pairs_leaves_no_trace() -> None:
    problem = wishing(apart=(frozenset({11, 12}),), sizes={2: Sizes(3)})
    assert verify(problem, GOOD) == verify(problem, GOOD[::-1])
    assert len(verify(problem, GOOD)) == 2
