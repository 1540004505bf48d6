"""Use cases of group sizes: how many mentees a mentor takes, as they said or as the curator agreed with them."""

from __future__ import annotations

from dataclasses import dataclass, replace

from mentoring.errors import ProgrammeError
from mentoring.matching.rules import Profile
from mentoring.matching.service_profiles import Facts, facts_of
from mentoring.meetings.rules import Side
from mentoring.people.rules import Actor, Person, Role, occasion
from mentoring.people.rules_progress import alphabetical
from mentoring.ports import Unit
from mentoring.ports_matching import GroupSize

MOST = 7
"""Mentees of one mentor: a pair holds eight people."""


@dataclass(frozen=True, slots=True)
class Places:
    """One mentor: `said` in the questionnaire (None: nothing), `has` already, and what counts in a run."""

    person: Person
    said: int | None
    has: int
    size: GroupSize

    @property
    def takes(self) -> int:
        """In all, those they have with them. Whoever did not say takes one."""
        return self.size.places if self.size.places is not None else self.said or 1


def listed(actor: Actor, unit: Unit) -> list[Places]:
    """Mentors who take part, by name, whether approved yet or not."""
    actor.require(Role.CURATOR)
    facts = facts_of(unit, actor.school)
    mentors = [one for one in facts.profiles if one.side is Side.MENTOR and one.consented]
    return sorted((_places(facts, one) for one in mentors), key=lambda one: alphabetical(one.person))


def _places(facts: Facts, profile: Profile) -> Places:
    number = profile.person_id
    said = facts.said.get((Side.MENTOR, number))
    size = facts.sizes.get(number, GroupSize())
    return Places(facts.people[number], said.capacity if said is not None else None, profile.load, size)


def one(actor: Actor, unit: Unit, person_id: int) -> Places:
    """Raises ProgrammeError("error-stale") for whoever is no mentor of this school that takes part."""
    found = next((place for place in listed(actor, unit) if place.person.id == person_id), None)
    if found is None:
        raise ProgrammeError("error-stale")
    return found


def set_places(actor: Actor, unit: Unit, person_id: int, places: int | None) -> Places:
    """From the next run on; None: as the questionnaire says. No group has to be larger than the mentor takes."""
    found = one(actor, unit, person_id)
    if places is not None and not 0 <= places <= MOST:
        raise ProgrammeError("error-stale")
    takes = replace(found, size=replace(found.size, places=places)).takes
    return _kept(actor, unit, found, GroupSize(places, max(min(found.size.least, takes), 1)))


def set_least(actor: Actor, unit: Unit, person_id: int, least: int) -> Places:
    """How many at least, where the mentor has any. Raises ProgrammeError("error-stale") beyond what they take."""
    found = one(actor, unit, person_id)
    if not 1 <= least <= max(found.takes, 1):
        raise ProgrammeError("error-stale")
    return _kept(actor, unit, found, replace(found.size, least=least))


def _kept(actor: Actor, unit: Unit, found: Places, size: GroupSize) -> Places:
    unit.matching.keep_size(actor.school_id, occasion(actor.school), found.person.id, size)
    return one(actor, unit, found.person.id)
