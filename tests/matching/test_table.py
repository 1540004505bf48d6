"""Who may be paired at all, by which rule not, and the run that is made of it."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest

from mentoring.matching.rules import Hard, Profile, Sizes, Weights, Wishes
from mentoring.matching.rules_table import build, problem_of
from mentoring.matching.rules_verify import verify
from mentoring.matching.solver import solve
from mentoring.meetings.rules import Side
from tests.matching.people import mentee, mentor

NOW = frozenset({(1, 15)})
THEN = frozenset({(2, 15)})


@pytest.mark.parametrize(
    ("one", "other", "wishes", "rule"),
    [
        (mentor(consented=False), mentee(), Wishes(), Hard.CONSENT),
        (mentor(), mentee(consented=False), Wishes(), Hard.CONSENT),
        (mentor(approved=False), mentee(), Wishes(), Hard.APPROVAL),
        (mentor(), mentee(approved=False), Wishes(), Hard.APPROVAL),
        (mentor(capacity=0), mentee(), Wishes(), Hard.CAPACITY),
        (mentor(against=frozenset({11})), mentee(), Wishes(), Hard.NOT_WITH),
        (mentor(), mentee(against=frozenset({1})), Wishes(), Hard.NOT_WITH),
        (mentor(hours=NOW), mentee(hours=THEN), Wishes(least_hours=1), Hard.NO_COMMON_TIME),
        (mentor(), mentee(), Wishes(forbidden=frozenset({(1, 11)})), Hard.FORBIDDEN),
        (mentor(11), mentee(11), Wishes(), Hard.SELF),
    ],
)
def test_one_rule_bars_and_is_named(one: Profile, other: Profile, wishes: Wishes, rule: Hard) -> None:
    table = build([one, other], Weights(), wishes=wishes)
    found = table.cells[one.person_id, other.person_id]
    assert found.barred == (rule,)
    assert not found.eligible
    assert solve(problem_of(table, wishes)).pairs == ()


def test_a_refusal_bars_those_two_alone() -> None:
    table = build([mentor(1), mentor(2), mentee(11)], Weights(), refused={(1, 11)})
    assert table.cells[1, 11].barred == (Hard.REFUSED,)
    assert table.cells[2, 11].eligible


def test_hours_that_were_not_said_bar_nobody() -> None:
    table = build([mentor(hours=NOW), mentee()], Weights(), wishes=Wishes(least_hours=2))
    assert table.cells[1, 11].eligible


def test_points_never_lift_a_bar_nor_make_one() -> None:
    loved = mentee(wished=frozenset({1}), needs=frozenset({"lesson"}), against=frozenset({1}))
    table = build([mentor(strengths=frozenset({"lesson"})), loved], Weights())
    assert table.cells[1, 11].score > 0
    assert not table.cells[1, 11].eligible
    poor = build(
        [mentor(strengths=frozenset({"time"})), replace(loved, wished=frozenset(), against=frozenset())], Weights()
    )
    assert poor.cells[1, 11].score < 0
    assert solve(problem_of(poor)).pairs == ((1, 11),)


def test_somebody_on_both_sides_is_in_both_lists_and_not_with_themself() -> None:
    table = build([mentor(5), mentee(5), mentee(11), mentor(1)], Weights())
    assert set(table.cells) == {(1, 5), (1, 11), (5, 5), (5, 11)}
    assert [couple for couple, one in table.cells.items() if not one.eligible] == [(5, 5)]


def test_the_order_of_the_profiles_leaves_no_trace() -> None:
    people = [mentor(n, capacity=n) for n in (1, 2, 3)] + [mentee(n) for n in (11, 12)]
    mixed = random.Random(1).sample(people, len(people))
    assert list(build(mixed, Weights()).cells) == list(build(people, Weights()).cells)
    assert build(mixed, Weights()) == build(people, Weights())


def test_a_prohibition_taken_back_needs_no_new_table() -> None:
    wishes = Wishes(forbidden=frozenset({(1, 11)}))
    table = build([mentor(), mentee()], Weights(), wishes=wishes)
    assert solve(problem_of(table, wishes)).pairs == ()
    assert solve(problem_of(table)).pairs == ((1, 11),)


def test_a_whole_school_from_its_answers() -> None:
    people = a_school(random.Random(4), mentors=12, mentees=18)
    wishes = Wishes(
        together=(frozenset({101, 102}),), apart=(frozenset({103, 104}),), sizes={1: Sizes(2)}, least_hours=1
    )
    table = build(people, Weights(), refused={(2, 101)}, wishes=wishes)
    problem = problem_of(table, wishes)
    found = solve(problem)
    assert found.served > 12
    assert verify(problem, found.pairs) == ()
    assert found.total == sum(table.cells[couple].score for couple in found.pairs)
    assert all(table.cells[couple].eligible for couple in found.pairs)


def a_school(rng: random.Random, *, mentors: int, mentees: int) -> list[Profile]:
    topics = ["leadership", "stress", "time", "documents", "lesson", "technologies", "pupils", "climate"]

    def some(items: list, most: int) -> frozenset:
        return frozenset(rng.sample(items, rng.randint(1, most)))

    def person(number: int, side: Side) -> Profile:
        week = [(day, hour) for day in range(1, 6) for hour in (8, 15, 16, 19)]
        said = {"needs": some(topics, 4)} if side is Side.MENTEE else {"strengths": some(topics, 5)}
        return Profile(
            number,
            side,
            subject=rng.choice(["математика", "физика", "русский язык", None]),
            style={item: rng.randint(1, 5) for item in ("pace", "channel", "planning")},
            hours=some(week, 9),
            capacity=rng.choice([1, 2, 2, 3]),
            **said,
        )

    return [person(n + 1, Side.MENTOR) for n in range(mentors)] + [
        person(n + 101, Side.MENTEE) for n in range(mentees)
    ]
