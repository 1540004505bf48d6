"""Use cases of support that its kinds share: who said they would help, what is open for whom."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from mentoring.errors import ProgrammeError
from mentoring.people.rules import Actor, Person, PersonState, Role
from mentoring.ports import Unit
from mentoring.support.rules_question import THEMES, Helper
from mentoring.texts import Raw, Words, say

CONSULTANTS = (Role.CURATOR, Role.DEPUTY)
TEACHERS = (Role.MENTOR, Role.CURATOR, Role.DEPUTY, Role.DIRECTOR, Role.HEAD, Role.PSYCHOLOGIST)


@dataclass(frozen=True, slots=True)
class Desk:
    """What waits for the actor: consultations to take and own ones, questions to answer; `held` is the number of
    consultations of the school year, for the curator alone.
    """

    asks: bool
    takes: bool
    to_take: int
    own: int
    questions: int
    talks: int
    held: int | None


def desk(actor: Actor, unit: Unit) -> Desk:
    actor.require(*Role)
    own = [one for one in unit.consultations.of_person(actor.school_id, actor.id) if one.live]
    takes = may_take(actor, unit)
    open_ones = [one for one in unit.consultations.open(actor.school_id) if one.asker_id != actor.id]
    return Desk(
        asks=actor.has(Role.MENTOR),
        takes=takes,
        to_take=len(open_ones) if takes else 0,
        own=len(own),
        questions=len(unit.questions.for_person(actor.school_id, actor.id)),
        talks=_talks(actor, unit),
        held=unit.consultations.count(actor.school_id, year(actor)) if actor.has(Role.CURATOR) else None,
    )


def _talks(actor: Actor, unit: Unit) -> int:
    if not actor.has(Role.PSYCHOLOGIST):
        return 0
    return sum(one.waits_for_psychologist for one in unit.talks.of_psychologist(actor.id))


def year(actor: Actor) -> str:
    return str(actor.school.year_start.year)


def may_take(actor: Actor, unit: Unit) -> bool:
    return actor.has(*CONSULTANTS) or (actor.has(*TEACHERS) and unit.helpers.of(actor.id).consults)


def there(person: Person) -> bool:
    """Whether this person takes part and can be asked for something."""
    return person.state == PersonState.ACTIVE and person.approved


def takers(unit: Unit, school_id: int) -> list[Person]:
    """Curator, deputy, and the experienced teachers who said that they would."""
    willing = {one.person_id for one in unit.helpers.all(school_id) if one.consults}
    every = [person for person in unit.people.all(school_id) if there(person)]
    return [
        one for one in every if one.roles & set(CONSULTANTS) or (one.id in willing and one.roles & set(TEACHERS))
    ]


def own_help(actor: Actor, unit: Unit) -> Helper:
    """What the actor said they would do. Raises ProgrammeError "error-not-yours" to a mentee."""
    actor.require(*TEACHERS)
    return unit.helpers.of(actor.id)


def offer_help(
    actor: Actor, unit: Unit, *, consults: bool | None = None, answers: bool | None = None, topic: str = ""
) -> Helper:
    """Change one of the promises; `topic` goes on or off the list. Raises ProgrammeError "error-stale"."""
    before = own_help(actor, unit)
    if topic and topic not in THEMES:
        raise ProgrammeError("error-stale")
    after = replace(
        before,
        consults=before.consults if consults is None else consults,
        answers=before.answers if answers is None else answers,
        topics=_toggled(before.topics, topic),
    )
    unit.helpers.keep(after)
    return after


def _toggled(topics: tuple[str, ...], topic: str) -> tuple[str, ...]:
    if not topic:
        return topics
    return tuple(one for one in THEMES if (one in topics) != (one == topic))


def names(unit: Unit, school_id: int) -> Mapping[int, Words]:
    """What people are called; whoever is not among them any more has no name here."""
    return {one.id: called(one) for one in unit.people.all(school_id)}


def called(person: Person | None) -> Words:
    return Raw(person.name) if person is not None and person.name else say("person-nameless")
