"""Use cases of interviews: director or deputy talk to candidates and decide; the approved ones form the register.

Step 12 of the programme's plan. A "no" is told by a person; the bot writes one only when it is asked to.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from mentoring.errors import ProgrammeError
from mentoring.notices.rules import Notice, NoticeButton
from mentoring.people.registers import Entry, register_of
from mentoring.people.rules import Actor, Person, Role, occasion
from mentoring.ports import Unit
from mentoring.selection import rules
from mentoring.selection.rules import Decision, Interview
from mentoring.texts import say

INTERVIEWERS = (Role.DIRECTOR, Role.DEPUTY)
READERS = (Role.CURATOR, *INTERVIEWERS)


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody who has sent the mentor's questionnaire; `entry` is what it says in the register's columns."""

    person: Person
    entry: Entry
    interview: Interview | None

    @property
    def decision(self) -> Decision:
        return self.interview.decision if self.interview else Decision.NONE


def candidates(actor: Actor, unit: Unit) -> list[Candidate]:
    """Everybody in the mentors' base by name: those to talk to first, then those decided upon."""
    actor.require(*READERS)
    found = unit.interviews.all(actor.school_id, occasion(actor.school))
    held = {one.person_id: _seen(actor, one) for one in found}
    people = {person.id: person for person in unit.people.all(actor.school_id)}
    listed = [
        Candidate(people[entry.person_id], entry, held.get(entry.person_id))
        for entry in register_of(actor, unit, Role.MENTOR).entries
    ]
    return sorted(listed, key=lambda one: _ORDER.index(one.decision))


_ORDER = (Decision.NONE, Decision.LATER, Decision.APPROVED, Decision.NO)


def _seen(actor: Actor, interview: Interview) -> Interview:
    """What was remarked, and on what a candidate was found wanting, stays with those who interview."""
    return interview if actor.has(*INTERVIEWERS) else replace(interview, remark="", grades={})


def candidate(actor: Actor, unit: Unit, person_id: int) -> Candidate:
    """Raises ProgrammeError("error-person-gone") for somebody who is no candidate (any more)."""
    for one in candidates(actor, unit):
        if one.person.id == person_id:
            return one
    raise ProgrammeError("error-person-gone")


def today(actor: Actor, unit: Unit) -> date:
    return actor.school.day(unit.now)


def begin(actor: Actor, unit: Unit, person_id: int) -> Candidate:
    """Start recording an interview, held today until another day is given; what was begun goes on."""
    actor.require(*INTERVIEWERS)
    found = candidate(actor, unit, person_id)
    if found.interview is None:
        unit.interviews.add(person_id, occasion(actor.school), today(actor, unit))
    return candidate(actor, unit, person_id)


def _changed(actor: Actor, unit: Unit, person_id: int, change: Callable[[Interview], Interview]) -> Candidate:
    """One more revision of the interview. Raises ProgrammeError("error-stale") where there is none."""
    actor.require(*INTERVIEWERS)
    found = candidate(actor, unit, person_id)
    if found.interview is None:
        raise ProgrammeError("error-stale")
    if not unit.interviews.save(change(found.interview)):
        raise ProgrammeError("error-stale")
    return candidate(actor, unit, person_id)


def grade(actor: Actor, unit: Unit, person_id: int, name: str, points: int) -> Candidate:
    return _changed(actor, unit, person_id, lambda one: rules.graded(one, name, points))


def set_day(actor: Actor, unit: Unit, person_id: int, day: date) -> Candidate:
    return _changed(actor, unit, person_id, lambda one: rules.held(one, day, today(actor, unit)))


def remark(actor: Actor, unit: Unit, person_id: int, typed: str) -> Candidate:
    return _changed(actor, unit, person_id, lambda one: rules.remarked(one, typed))


def decide(actor: Actor, unit: Unit, person_id: int, decision: Decision, revision: int) -> Candidate:
    """Approve, put off or say no. Only an approval is told, and it is told once."""

    def change(one: Interview) -> Interview:
        if one.decision is decision:
            raise ProgrammeError("error-done-already")
        if one.revision != revision:
            raise ProgrammeError("error-stale")
        return rules.decided(one, decision, actor.id, unit.now)

    found = _changed(actor, unit, person_id, change)
    if decision is Decision.APPROVED:
        _tell(unit, found, "notice-mentor-approved", {"school": actor.school.name})
    return found


def tell_no(actor: Actor, unit: Unit, person_id: int) -> Candidate:
    """Write a kind private line to somebody who was not chosen: at the interviewer's wish, once."""

    def change(one: Interview) -> Interview:
        if one.decision is not Decision.NO:
            raise ProgrammeError("error-stale")
        if one.told:
            raise ProgrammeError("error-done-already")
        return replace(one, told=True)

    found = _changed(actor, unit, person_id, change)
    _tell(unit, found, "notice-mentor-not-now", {})
    return found


def _tell(unit: Unit, found: Candidate, text: str, params: Mapping[str, Any]) -> None:
    assert found.interview is not None
    about = f"{found.interview.id}:{found.interview.decision}"
    unit.tell(
        Notice(
            person_id=found.person.id,
            key=f"interview:1:{about}:{found.person.id}",
            text=say(text, **params),
            buttons=(NoticeButton(say("button-home"), "home"),),
        )
    )


def approved(unit: Unit, school_id: int, year: str) -> frozenset[int]:
    """Whom the school has approved as mentors this school year."""
    return frozenset(one.person_id for one in unit.interviews.all(school_id, year) if one.approved)
