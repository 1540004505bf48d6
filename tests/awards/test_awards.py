"""The vote: no self-vote, one each, losers unseen; points and incentives of the document."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from locales import Locales
from mentoring.awards.catalogue import incentives, usual_points
from mentoring.awards.rules import (
    FEWEST,
    SHIPPED,
    Ballot,
    Candidate,
    Kind,
    Outcome,
    candidates,
    cast,
    check_open,
    confirmed,
    outcome,
    own,
    title_of,
)
from mentoring.awards.rules_points import checked, may_see, name_of, points
from mentoring.errors import ProgrammeError
from mentoring.people.rules import Role
from mentoring.texts import Raw, say
from tests.evaluation.ground import pair

PAIRS = [
    Candidate("a", frozenset({1, 2})),
    Candidate("b", frozenset({3, 4})),
    Candidate("c", frozenset({5, 6, 7})),
]
VOTERS = range(1, 21)
BALLOTS = st.lists(st.builds(Ballot, st.integers(0, 24), st.sampled_from(["a", "b", "c", "gone"])), max_size=60)


@settings(max_examples=400, deadline=None)
@given(BALLOTS)
def test_the_vote_whatever_is_thrown_in(ballots: list[Ballot]) -> None:
    """Counted by hand: the last word of each voter, never for oneself, never for who is not there."""
    found = outcome(PAIRS, VOTERS, ballots)
    last: dict[int, str] = {}
    for ballot in ballots:
        if 1 <= ballot.voter <= 20:
            last[ballot.voter] = ballot.candidate
    people = {one.id: one.people for one in PAIRS}
    counts = Counter(name for voter, name in last.items() if name in people and voter not in people[name])
    if counts.total() < FEWEST:
        assert found == Outcome()
        return
    assert set(found.leaders) == {name for name, votes in counts.items() if votes == max(counts.values())}
    assert found.tied == (len(found.leaders) > 1)
    assert set(Outcome.__slots__) == {"leaders"}, "no count and no loser is in what a vote tells"


@settings(max_examples=200, deadline=None)
@given(BALLOTS)
def test_ballots_as_they_are_cast_hold_one_of_each_voter(ballots: list[Ballot]) -> None:
    held: tuple[Ballot, ...] = ()
    for ballot in ballots:
        own_pair = next((one.people for one in PAIRS if one.id == ballot.candidate), frozenset())
        if ballot.voter in VOTERS and ballot.candidate != "gone" and ballot.voter not in own_pair:
            held = cast(PAIRS, VOTERS, held, ballot)
            continue
        with pytest.raises(ProgrammeError) as refused:
            cast(PAIRS, VOTERS, held, ballot)
        assert Locales().plain(say(refused.value.key, **refused.value.params), "ru")
    voters = [ballot.voter for ballot in held]
    assert len(voters) == len(set(voters))


def test_nominees_are_those_of_this_years_pairs() -> None:
    pairs = [pair([1], [11], number=1), pair([1, 2], [12], number=2), pair([3], [13], "done", 3)]
    assert [one.id for one in candidates(SHIPPED[0], pairs)] == ["person1", "person2", "person3"]
    assert [one.id for one in candidates(SHIPPED[1], pairs, gone=[2])] == ["pair1", "pair3"]
    assert candidates(SHIPPED[1], pairs)[1].people == {1, 2, 12}, "nobody of a group may vote for it"


def test_two_nominees_are_not_enough() -> None:
    with pytest.raises(ProgrammeError) as refused:
        check_open(PAIRS[:2])
    assert refused.value.params == {"least": 3}
    check_open(PAIRS)
    assert outcome(PAIRS[:2], VOTERS, [Ballot(n, "a") for n in range(8, 20)]) == Outcome()


def test_the_curator_confirms_and_breaks_ties() -> None:
    tie, clear = Outcome(("a", "b")), Outcome(("a",))
    curator = frozenset({Role.CURATOR})
    assert confirmed(tie, PAIRS, "b", 50, curator) == "b"
    assert confirmed(clear, PAIRS, None, 50, curator) is None
    assert confirmed(Outcome(), PAIRS, "c", 50, curator) == "c", "too few voted"
    for found, choice, who, roles, key in (
        (tie, "c", 50, curator, "error-vote-leader"),
        (clear, "b", 50, curator, "error-vote-leader"),
        (clear, "a", 50, frozenset({Role.PSYCHOLOGIST}), "error-not-yours"),
        (tie, "b", 1, curator, "error-vote-own"),
        (clear, "a", 2, frozenset({Role.DIRECTOR}), "error-vote-own"),
    ):
        with pytest.raises(ProgrammeError) as refused:
            confirmed(found, PAIRS, choice, who, roles)
        assert refused.value.key == key
    assert confirmed(tie, PAIRS, "b", 5, curator) == "b", "a nominee who is out of it may decide"


def test_nominations_of_the_programme_and_of_the_school() -> None:
    assert [Locales().plain(title_of(one), "ru") for one in SHIPPED] == ["Наставник года", "Лучшая пара"]
    made = own("own1", Kind.MENTEE, "  Лучший   дебют ", SHIPPED)
    assert title_of(made) == Raw("Лучший дебют")
    for code, title, key in (
        ("x", " ", "-title"),
        ("x", "я" * 81, "-title"),
        ("own1", "Другая", "-twice"),
        ("x", "лучший ДЕБЮТ", "-twice"),
    ):
        with pytest.raises(ProgrammeError, match=f"error-nomination{key}"):
            own(code, Kind.MENTEE, title, [*SHIPPED, made])


def test_the_documents_eight_ways_of_encouragement() -> None:
    assert len(incentives()) == 8
    assert all(set(one.name) == {"ru", "en"} for one in incentives())
    assert {one.award for one in incentives()} >= {"благодарность директора школы", "почётная грамота школы"}


def test_points_are_the_schools_own_and_ones_own() -> None:
    table = checked({**usual_points(), "meeting": 0}, usual_points())
    found = points({"meeting": 9, "publication": 2, "open_lesson": 1, "unknown": 5}, table)
    assert found.rows == (("open_lesson", 1, 3), ("publication", 2, 10))
    assert found.total == 13
    assert may_see(1, {Role.MENTOR}, 1)
    assert may_see(9, {Role.CURATOR}, 1)
    assert not may_see(2, {Role.DIRECTOR, Role.MENTOR}, 1)
    for wrong in ({"meeting": 101}, {"meeting": -1}, {"gossip": 1}):
        with pytest.raises(ProgrammeError, match="error-points"):
            checked(wrong, usual_points())
    assert all(Locales().plain(name_of(what), "ru") for what in usual_points())
