"""Whom people would like to work with and whom not: for themselves and for the curator, for nobody else.

A mentee marks mentors of the register privately; what a mentor would rather not say in a questionnaire the curator
asks in person and notes down. No other use case reads a wish but to work out a run.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from mentoring.errors import ProgrammeError
from mentoring.matching.service_answers import Said, answers_of
from mentoring.meetings.rules import Side
from mentoring.pairs.rules import suits
from mentoring.people.rules import Actor, Person, PersonState, Role, occasion
from mentoring.people.rules_progress import alphabetical
from mentoring.ports import Unit
from mentoring.ports_matching import Wish, WishKind
from mentoring.selection.service import approved


@dataclass(frozen=True, slots=True)
class Wishing:
    """One person's private words: `marks` by person, their own sentences, whether a talk is due (`avoids`)."""

    person: Person
    marks: Mapping[int, WishKind]
    said: tuple[str, ...]
    avoids: bool

    @property
    def waits(self) -> bool:
        """They wrote that there is somebody, and nobody has asked them who yet."""
        return self.avoids and WishKind.NOT not in self.marks.values()


@dataclass(frozen=True, slots=True)
class Marking:
    """Whose wishes are marked, and the people of the other side to choose from, by name."""

    wishing: Wishing
    others: tuple[Person, ...]


def everyone(actor: Actor, unit: Unit) -> list[Wishing]:
    """For the curator: whoever may be in a pair; those to talk to first, then those who wished for something."""
    actor.require(Role.CURATOR)
    said, wishes = answers_of(unit, actor.school), unit.matching.wishes(actor.school_id)
    found = [_wishing(person, wishes, said) for person in _people(actor, unit)]
    return sorted(found, key=lambda one: (not one.waits, not (one.marks or one.said), alphabetical(one.person)))


def _people(actor: Actor, unit: Unit) -> list[Person]:
    everybody = unit.people.all(actor.school_id)
    return [
        one
        for one in everybody
        if one.name and one.state == PersonState.ACTIVE and any(suits(side, one.roles) for side in Side)
    ]


def _wishing(person: Person, wishes: Iterable[Wish], said: Mapping[tuple[Side, int], Said]) -> Wishing:
    own = [said[side, person.id] for side in Side if (side, person.id) in said]
    return Wishing(
        person,
        {one.other_id: one.kind for one in wishes if one.person_id == person.id},
        tuple(dict.fromkeys(text for one in own for text in one.wishes)),
        any(one.avoids for one in own),
    )


def marking(actor: Actor, unit: Unit, person_id: int) -> Marking:
    """For the curator, anybody's; for a mentee their own, among the mentors of the register.

    Raises ProgrammeError("error-not-yours") for everybody else.
    """
    if actor.has(Role.CURATOR):
        actor.require(Role.CURATOR)
    elif person_id != actor.id or not actor.has(Role.MENTEE):
        raise ProgrammeError("error-not-yours")
    people = _people(actor, unit)
    person = next((one for one in people if one.id == person_id), None)
    if person is None:
        raise ProgrammeError("error-person-gone")
    said, wishes = answers_of(unit, actor.school), unit.matching.wishes(actor.school_id)
    others = sorted(_others(actor, unit, person, people), key=alphabetical)
    return Marking(_wishing(person, wishes, said), tuple(others))


def _others(actor: Actor, unit: Unit, person: Person, people: Iterable[Person]) -> Iterable[Person]:
    """The other side. Mentors are those of the register; mentees are shown to the curator alone."""
    chosen = approved(unit, actor.school_id, occasion(actor.school))
    for other in people:
        mentor = suits(Side.MENTEE, person.roles) and suits(Side.MENTOR, other.roles) and other.id in chosen
        mentee = suits(Side.MENTOR, person.roles) and suits(Side.MENTEE, other.roles) and actor.has(Role.CURATOR)
        if other.id != person.id and (mentor or mentee):
            yield other


def mark(actor: Actor, unit: Unit, person_id: int, other_id: int, kind: WishKind | None) -> Marking:
    """Note a wish, or take it back with None."""
    found = marking(actor, unit, person_id)
    if other_id not in {one.id for one in found.others}:
        raise ProgrammeError("error-stale")
    if kind is None:
        unit.matching.unwish(person_id, other_id)
    else:
        unit.matching.wish(Wish(person_id, other_id, kind), unit.now)
    return marking(actor, unit, person_id)
