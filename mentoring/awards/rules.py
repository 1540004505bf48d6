"""Nominations and the vote for them. Pure.

"... чествование с отдельным награждением лучших команд и наставников"; step 28: «Наставник года», «Лучшая пара».
The vote is secret: an outcome tells who leads and nothing of the others, not even how many votes there were.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from mentoring.errors import ProgrammeError
from mentoring.meetings.rules import Side
from mentoring.pairs.rules import Pair
from mentoring.people.rules import Role
from mentoring.texts import Raw, Words, say

LEAST = 3  # nominees: with fewer whoever did not win would be plain to see
FEWEST = 5  # ballots: fewer tell how single people voted
TITLE = 80


class Kind(StrEnum):
    MENTOR = "mentor"
    MENTEE = "mentee"
    PAIR = "pair"


@dataclass(frozen=True, slots=True)
class Nomination:
    """`title` is the school's own, empty for one of the programme's, whose name is a text by its `code`."""

    code: str
    kind: Kind
    title: str = ""


def title_of(nomination: Nomination) -> Words:
    return Raw(nomination.title) if nomination.title else say(f"nomination-{nomination.code}")


SHIPPED = (Nomination("mentor_of_year", Kind.MENTOR), Nomination("best_pair", Kind.PAIR))


def own(code: str, kind: Kind, title: str, present: Iterable[Nomination]) -> Nomination:
    """A nomination of the school's own.

    Raises ProgrammeError: `error-nomination-title` (with `most`), `error-nomination-twice`.
    """
    tidy = " ".join(title.split())
    if not 1 <= len(tidy) <= TITLE:
        raise ProgrammeError("error-nomination-title", most=TITLE)
    if any(tidy.casefold() == one.title.casefold() or code == one.code for one in present):
        raise ProgrammeError("error-nomination-twice")
    return Nomination(code, kind, tidy)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A person, or a pair with all its `people`; `id` is unique within the nomination."""

    id: str
    people: frozenset[int]


def candidates(nomination: Nomination, pairs: Iterable[Pair], gone: Collection[int] = ()) -> list[Candidate]:
    """Everybody of the nomination's kind who was in a pair this year, but for those who are `gone`."""
    found: dict[str, Candidate] = {}
    for pair in pairs:
        for one in _nominees(nomination.kind, pair):
            if not one.people & frozenset(gone):
                found.setdefault(one.id, one)
    return list(found.values())


def _nominees(kind: Kind, pair: Pair) -> Iterator[Candidate]:
    if kind is Kind.PAIR:
        yield Candidate(f"pair{pair.id}", frozenset(pair.people))
        return
    for person in pair.of(Side.MENTOR if kind is Kind.MENTOR else Side.MENTEE):
        yield Candidate(f"person{person}", frozenset({person}))


@dataclass(frozen=True, slots=True)
class Ballot:
    voter: int
    candidate: str


def check_open(candidates: Collection[Candidate]) -> None:
    """Raises ProgrammeError `error-vote-few` (with `least`) where there is not enough to choose from."""
    if len({one.id for one in candidates}) < LEAST:
        raise ProgrammeError("error-vote-few", least=LEAST)


def cast(
    candidates: Collection[Candidate], voters: Collection[int], ballots: Sequence[Ballot], ballot: Ballot
) -> tuple[Ballot, ...]:
    """The ballots with this one; a voter's former one is taken back, so everybody has one.

    Raises ProgrammeError: `error-vote-not-yours` (no voter), `error-vote-gone` (no nominee), `error-vote-self`.
    """
    if ballot.voter not in voters:
        raise ProgrammeError("error-vote-not-yours")
    chosen = next((one for one in candidates if one.id == ballot.candidate), None)
    if chosen is None:
        raise ProgrammeError("error-vote-gone")
    if ballot.voter in chosen.people:
        raise ProgrammeError("error-vote-self")
    return (*(one for one in ballots if one.voter != ballot.voter), ballot)


@dataclass(frozen=True, slots=True)
class Outcome:
    """`leaders` have the most votes, several in a tie, in the order of their ids; empty where too few voted."""

    leaders: tuple[str, ...] = ()

    @property
    def tied(self) -> bool:
        return len(self.leaders) > 1


def outcome(candidates: Collection[Candidate], voters: Collection[int], ballots: Iterable[Ballot]) -> Outcome:
    """Of the last ballot of each voter who still is one, for a nominee who still is one and not themself."""
    if len(candidates) < LEAST:
        return Outcome()
    counted = Counter(_valid(candidates, voters, ballots).values())
    if counted.total() < FEWEST:
        return Outcome()
    most = max(counted.values())
    return Outcome(tuple(sorted(name for name, votes in counted.items() if votes == most)))


def _valid(
    candidates: Collection[Candidate], voters: Collection[int], ballots: Iterable[Ballot]
) -> Mapping[int, str]:
    people = {one.id: one.people for one in candidates}
    last = {one.voter: one.candidate for one in ballots if one.voter in voters}
    return {voter: name for voter, name in last.items() if name in people and voter not in people[name]}


CONFIRMING = frozenset({Role.CURATOR, Role.DEPUTY, Role.DIRECTOR})
"""The curator's word makes an award; the others are for a curator who is a nominee."""


def confirmed(
    found: Outcome, candidates: Collection[Candidate], choice: str | None, who: int, roles: Collection[Role]
) -> str | None:
    """Who is awarded by the word of `who`; None: nobody in this nomination.

    A single leader can only be confirmed or left without an award; of several, and where too few voted, it is for
    the curator to choose. Raises ProgrammeError: `error-not-yours` (not theirs to confirm), `error-vote-own` (one
    of those to choose from), `error-vote-leader` (a choice that is not among them).
    """
    if CONFIRMING.isdisjoint(roles):
        raise ProgrammeError("error-not-yours")
    free = [one for one in candidates if not found.leaders or one.id in found.leaders]
    if any(who in one.people for one in free):
        raise ProgrammeError("error-vote-own")
    if choice is not None and choice not in {one.id for one in free}:
        raise ProgrammeError("error-vote-leader")
    return choice
