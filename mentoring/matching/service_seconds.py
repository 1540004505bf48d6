"""Use cases of second mentors: for which mentees the curator wants one of the other kind.

A mentee may have several mentors, each of a kind: one helps to settle in, another with the method of a subject.
"""

from __future__ import annotations

from dataclasses import dataclass

from mentoring.errors import ProgrammeError
from mentoring.matching.service import KINDS, ground_of
from mentoring.matching.service_profiles import Facts, facts_of, second_wanted, want_second
from mentoring.meetings.rules import Side
from mentoring.people.rules import Actor, Person, Role
from mentoring.people.rules_progress import alphabetical
from mentoring.ports import Unit


@dataclass(frozen=True, slots=True)
class Second:
    """A mentee who could have a second mentor; `mentors` are those they have, by name."""

    person: Person
    mentors: tuple[Person, ...]
    wanted: bool


def listed(actor: Actor, unit: Unit, kind: str) -> list[Second]:
    """Mentees in a pair without a mentor of this kind, by name. ProgrammeError("error-stale") for another word."""
    actor.require(Role.CURATOR)
    if kind not in KINDS:
        raise ProgrammeError("error-stale")
    facts, wanted = facts_of(unit, actor.school), second_wanted(unit, actor.school, kind)
    able = {one.person_id for one in facts.profiles if one.side is Side.MENTEE and one.approved and one.consented}
    found = [_second(facts, one, one in wanted) for one in facts.lacking(kind) & able]
    return sorted(found, key=lambda one: alphabetical(one.person))


def _second(facts: Facts, mentee: int, wanted: bool) -> Second:
    theirs = [facts.people[mentor] for mentor, other in facts.paired if other == mentee and mentor in facts.people]
    return Second(facts.people[mentee], tuple(sorted(theirs, key=alphabetical)), wanted)


def want(actor: Actor, unit: Unit, kind: str, mentee: int, wanted: bool) -> list[Second]:
    """Mark one mentee, or take the mark back. Whoever is not on the list any more makes the screen stale."""
    found = listed(actor, unit, kind)
    if mentee not in {one.person.id for one in found}:
        raise ProgrammeError("error-stale")
    marked = {one.person.id for one in found if one.wanted}
    want_second(unit, actor.school, kind, marked | {mentee} if wanted else marked - {mentee})
    return listed(actor, unit, kind)


def want_all(actor: Actor, unit: Unit, kind: str, wanted: bool) -> list[Second]:
    found = listed(actor, unit, kind)
    want_second(unit, actor.school, kind, [one.person.id for one in found] if wanted else [])
    return listed(actor, unit, kind)


def places(actor: Actor, unit: Unit, kind: str) -> int:
    """Places left with approved mentors who take part."""
    actor.require(Role.CURATOR)
    return sum(ground_of(unit, actor.school, kind).places.values())
