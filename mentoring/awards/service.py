"""Use cases of nominations and their vote: the curator opens it, everybody has one voice, one outcome is told.

Step 28 of the programme's plan. Ballots are read to be counted; what anybody is shown is who leads, never by how
many nor who was behind.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from mentoring.awards import rules
from mentoring.awards.rules import SHIPPED, Ballot, Candidate, Kind, Outcome
from mentoring.consent.rules import ConsentKind, holds
from mentoring.errors import ProgrammeError
from mentoring.meetings.rules import Side
from mentoring.notices.rules import Notice, NoticeButton
from mentoring.pairs.rules import Ending, Pair, PairState
from mentoring.people.rules import PAIR_ROLES, Actor, Person, PersonState, Role, School, occasion
from mentoring.people.rules_progress import alphabetical
from mentoring.ports import Unit
from mentoring.ports_year import Contest, VoteState
from mentoring.texts import say
from mentoring.year.reading import check_open

WATCHERS = (Role.CURATOR, Role.DIRECTOR, Role.DEPUTY)
MOST = 8  # nominations of a school year
SIDES = {Kind.MENTOR: Side.MENTOR, Kind.MENTEE: Side.MENTEE}


@dataclass(frozen=True, slots=True)
class Nominee:
    """Somebody who can be voted for, as they are called: a person, or the people of a pair, mentors first."""

    candidate: Candidate
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Board:
    """One nomination. `possible` are all whom the curator may put on the list, `nominees` those who stand on it.

    `outcome` is there once the vote is closed; `voted` of `voters` have given their voice.
    """

    contest: Contest
    possible: tuple[Nominee, ...]
    nominees: tuple[Nominee, ...]
    voted: int
    voters: int
    outcome: Outcome | None

    def named(self, name: str) -> Nominee:
        found = next((one for one in self.possible if one.candidate.id == name), None)
        if found is None:
            raise ProgrammeError("error-vote-gone")
        return found


def listed(actor: Actor, unit: Unit) -> Sequence[Contest]:
    """The year's nominations, the programme's own first; they come to be when the curator looks."""
    actor.require(*WATCHERS)
    year = occasion(actor.school)
    if actor.has(Role.CURATOR):
        for nomination in SHIPPED:
            unit.awards.add(actor.school_id, year, nomination)
    return unit.awards.all(actor.school_id, year)


def add_own(actor: Actor, unit: Unit, kind: Kind, title: str) -> Contest:
    """Raises ProgrammeError as `rules.own` does, and `error-nomination-many` (with `most`)."""
    actor.require(Role.CURATOR)
    present = listed(actor, unit)
    if len(present) >= MOST:
        raise ProgrammeError("error-nomination-many", most=MOST)
    code = f"own{1 + max((int(one.nomination.code[3:]) for one in present if _is_own(one)), default=0)}"
    nomination = rules.own(code, kind, title, [one.nomination for one in present])
    return unit.awards.add(actor.school_id, occasion(actor.school), nomination)


def _is_own(contest: Contest) -> bool:
    return contest.nomination.code.startswith("own")


def board(actor: Actor, unit: Unit, contest_id: int) -> Board:
    """For those who run the vote."""
    actor.require(*WATCHERS)
    return board_of(unit, actor.school, found(actor, unit, contest_id))


def found(actor: Actor, unit: Unit, contest_id: int, *, changing: bool = False) -> Contest:
    contest = unit.awards.find(actor.school_id, contest_id, changing=changing)
    if contest is None:
        raise ProgrammeError("error-stale")
    return contest


def board_of(unit: Unit, school: School, contest: Contest) -> Board:
    people = {one.id: one for one in unit.people.all(school.id) if one.state == PersonState.ACTIVE and one.name}
    possible = tuple(_possible(unit, school, contest, people))
    nominees = tuple(one for one in possible if one.candidate.id in contest.nominees)
    voters = voters_of(unit, school)
    ballots = unit.awards.ballots(contest.id)
    closed = contest.state in (VoteState.CLOSED, VoteState.DONE)
    candidates = [one.candidate for one in nominees]
    outcome = rules.outcome(candidates, voters, ballots) if closed else None
    voted = len({one.voter for one in ballots} & voters)
    return Board(contest, possible, nominees, voted, len(voters), outcome)


def _possible(unit: Unit, school: School, contest: Contest, people: Mapping[int, Person]) -> list[Nominee]:
    pairs = [pair for pair in unit.pairs.all(school.id, contest.occasion) if _worked(pair)]
    if contest.nomination.kind is Kind.PAIR:
        return [one for one in (_pair(pair, people) for pair in pairs) if one.names]
    side = SIDES[contest.nomination.kind]
    ids = {person for pair in pairs for person in pair.of(side)}
    some = sorted((people[one] for one in ids if one in people), key=alphabetical)
    return [Nominee(Candidate(f"m{one.id}", frozenset({one.id})), (one.name or "",)) for one in some]


def _worked(pair: Pair) -> bool:
    return pair.state is not PairState.CLOSED or pair.ending == Ending.DONE


def _pair(pair: Pair, people: Mapping[int, Person]) -> Nominee:
    """Nobody where somebody of the pair is gone: half a pair is no pair."""
    whole = all(pair.of(side) for side in Side) and set(pair.people) <= set(people)
    names = tuple(people[one].name or "" for side in Side for one in pair.of(side)) if whole else ()
    return Nominee(Candidate(f"p{pair.id}", frozenset(pair.people)), names)


def voters_of(unit: Unit, school: School) -> frozenset[int]:
    """Mentors and mentees who take part."""
    decisions = unit.consents.of_school(school.id)
    return frozenset(
        one.id
        for one in unit.people.all(school.id)
        if not PAIR_ROLES.isdisjoint(one.roles) and one.approved and one.state == PersonState.ACTIVE
        if holds(decisions.get(one.id, ()), ConsentKind.PARTICIPATION)
    )


def _draft(actor: Actor, unit: Unit, contest_id: int) -> Contest:
    actor.require(Role.CURATOR)
    contest = found(actor, unit, contest_id, changing=True)
    check_open(actor.school, contest.occasion)
    if contest.state is not VoteState.DRAFT:
        raise ProgrammeError("error-stale")
    return contest


def nominate(actor: Actor, unit: Unit, contest_id: int, name: str, standing: bool) -> Board:
    """Put somebody on the list or take them off it; it says what is to be, so a second press changes nothing."""
    contest = _draft(actor, unit, contest_id)
    board_of(unit, actor.school, contest).named(name)
    names = (set(contest.nominees) | {name}) if standing else set(contest.nominees) - {name}
    unit.awards.keep_nominees(contest.id, sorted(names))
    return board(actor, unit, contest_id)


def nominate_all(actor: Actor, unit: Unit, contest_id: int) -> Board:
    contest = _draft(actor, unit, contest_id)
    names = [one.candidate.id for one in board_of(unit, actor.school, contest).possible]
    unit.awards.keep_nominees(contest.id, names)
    return board(actor, unit, contest_id)


def open_vote(actor: Actor, unit: Unit, contest_id: int) -> Board:
    """Everybody who takes part is asked. Raises ProgrammeError `error-vote-few`."""
    contest = _draft(actor, unit, contest_id)
    seen = board_of(unit, actor.school, contest)
    rules.check_open([one.candidate for one in seen.nominees])
    unit.awards.set(contest.id, state=VoteState.OPEN.value, opened_at=unit.now)
    for voter in sorted(voters_of(unit, actor.school)):
        _ask(unit, contest, voter)
    return board(actor, unit, contest_id)


def _ask(unit: Unit, contest: Contest, voter: int) -> None:
    unit.tell(
        Notice(
            person_id=voter,
            key=f"vote:1:{contest.id}:0:{voter}",
            text=say("notice-vote", title=rules.title_of(contest.nomination)),
            buttons=(NoticeButton(say("button-vote"), f"vo:{contest.id}:0"),),
        )
    )


@dataclass(frozen=True, slots=True)
class Paper:
    """A ballot in its voter's hand: whom they may choose, and whom they have chosen."""

    contest: Contest
    nominees: tuple[Nominee, ...]
    chosen: str


def ballot(actor: Actor, unit: Unit, contest_id: int) -> Paper:
    """Raises ProgrammeError: `error-vote-not-yours`, `error-vote-over`."""
    contest = found(actor, unit, contest_id)
    if actor.id not in voters_of(unit, actor.school):
        raise ProgrammeError("error-vote-not-yours")
    if contest.state is not VoteState.OPEN:
        raise ProgrammeError("error-vote-over")
    seen = board_of(unit, actor.school, contest)
    others = tuple(one for one in seen.nominees if actor.id not in one.candidate.people)
    mine = next((one.candidate for one in unit.awards.ballots(contest.id) if one.voter == actor.id), "")
    return Paper(contest, others, mine)


def vote(actor: Actor, unit: Unit, contest_id: int, name: str) -> Paper:
    """One voice each; another choice takes the place of the former until the vote is closed."""
    contest = found(actor, unit, contest_id, changing=True)
    if contest.state is not VoteState.OPEN:
        raise ProgrammeError("error-vote-over")
    seen = board_of(unit, actor.school, contest)
    given = Ballot(actor.id, name)
    rules.cast([one.candidate for one in seen.nominees], voters_of(unit, actor.school), (), given)
    unit.awards.vote(contest.id, given)
    return ballot(actor, unit, contest_id)


def open_for(actor: Actor, unit: Unit) -> list[Contest]:
    """Votes that are open to the actor."""
    if not actor.has(*PAIR_ROLES):
        return []
    every = unit.awards.all(actor.school_id, occasion(actor.school))
    return [one for one in every if one.state is VoteState.OPEN]


def close_vote(actor: Actor, unit: Unit, contest_id: int) -> Board:
    actor.require(Role.CURATOR)
    contest = found(actor, unit, contest_id, changing=True)
    if contest.state is not VoteState.OPEN:
        raise ProgrammeError("error-stale")
    unit.awards.set(contest.id, state=VoteState.CLOSED.value, closed_at=unit.now)
    return board(actor, unit, contest_id)
