"""Changes by hand: what they do, and that nothing slips past the rules."""

from __future__ import annotations

import pytest

from mentoring.errors import ProgrammeError
from mentoring.matching.rules import Hard, Problem, Sizes, Wishes
from mentoring.matching.rules_edit import allow, edited, forbid, merge, pin, place, split, swap, unpin
from mentoring.matching.solver import solve

SCORES = {(m, e): m * e for m in (1, 2, 3) for e in (11, 12, 13, 14) if (m, e) != (3, 11)}
PROBLEM = Problem({1: 3, 2: 2, 3: 1}, frozenset({11, 12, 13, 14}), SCORES)
PAIRS = ((1, 11), (1, 12), (2, 13), (3, 14))


def test_a_pin_and_a_prohibition_give_way_to_the_last_word() -> None:
    wishes = pin(pin(Wishes(forbidden=frozenset({(2, 11)})), (1, 11)), (2, 11))
    assert (wishes.pins, wishes.forbidden) == ({(2, 11)}, frozenset())
    wishes = forbid(wishes, (2, 11))
    assert (wishes.pins, wishes.forbidden) == (frozenset(), {(2, 11)})
    assert allow(wishes, (2, 11)) == Wishes()
    assert unpin(pin(Wishes(), (1, 11)), (1, 11)) == Wishes()


def test_wishes_lead_the_next_run() -> None:
    wishes = forbid(pin(Wishes(), (1, 14)), (2, 13))
    pairs = solve(Problem(PROBLEM.mentors, PROBLEM.mentees, SCORES, wishes)).pairs
    assert (1, 14) in pairs
    assert (2, 13) not in pairs


def test_a_swap() -> None:
    found = swap(PROBLEM, PAIRS, 12, 13)
    assert found.solution.pairs == ((1, 11), (2, 12), (1, 13), (3, 14))
    assert found.broken == ()
    assert found.solution.total == 11 + 24 + 13 + 42


def test_a_swap_with_somebody_without_a_mentor() -> None:
    found = swap(PROBLEM, PAIRS[:3], 14, 12)
    assert found.solution.pairs == ((1, 11), (2, 13), (1, 14))
    assert found.solution.unserved == (12,)


@pytest.mark.parametrize(("one", "other", "pairs"), [(11, 12, PAIRS), (11, 12, ()), (11, 11, PAIRS)])
def test_a_swap_that_is_none(one: int, other: int, pairs: tuple[tuple[int, int], ...]) -> None:
    with pytest.raises(ProgrammeError, match="error-matching-swap"):
        swap(PROBLEM, pairs, one, other)


def test_a_swap_that_breaks_a_rule_says_so() -> None:
    found = swap(PROBLEM, PAIRS, 11, 14)
    assert [one.rule for one in found.broken] == [Hard.UNKNOWN]


def test_a_split_and_a_merge() -> None:
    apart = split(PROBLEM, PAIRS, 1, {12}, 2)
    assert apart.solution.pairs == ((1, 11), (2, 12), (2, 13), (3, 14))
    assert apart.broken == ()
    out = split(PROBLEM, PAIRS, 1, {11, 12}, None)
    assert out.solution.unserved == (11, 12)
    joined = merge(PROBLEM, PAIRS, 2, 1)
    assert joined.solution.pairs == ((1, 11), (1, 12), (1, 13), (3, 14))
    assert joined.broken == ()
    assert [one.rule for one in merge(PROBLEM, PAIRS, 1, 3).broken] == [Hard.UNKNOWN, Hard.CAPACITY]


@pytest.mark.parametrize("leaving", [set(), {13}, {11, 13}])
def test_a_split_of_strangers(leaving: set[int]) -> None:
    with pytest.raises(ProgrammeError, match="error-matching-split"):
        split(PROBLEM, PAIRS, 1, leaving, 2)


@pytest.mark.parametrize(("mentor", "into"), [(1, 1), (9, 1)])
def test_a_merge_of_nobody(mentor: int, into: int) -> None:
    with pytest.raises(ProgrammeError, match="error-matching-merge"):
        merge(PROBLEM, PAIRS, mentor, into)


def test_a_place_by_hand_is_verified_like_all_else() -> None:
    sized = Problem(PROBLEM.mentors, PROBLEM.mentees, SCORES, Wishes(sizes={1: Sizes(2)}))
    assert [one.rule for one in place(sized, PAIRS, 12, 2).broken] == [Hard.GROUP_SMALL]
    assert place(sized, PAIRS, 14, None).solution.unserved == (14,)
    assert edited(sized, PAIRS).broken == ()
