"""How a name reads in an order's cases: as the rules have it, and as whoever knows better corrected it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from mentoring.documents.declension import Case, decline
from mentoring.errors import ProgrammeError
from mentoring.matching.service_orders import READERS
from mentoring.people.rules import NAME_LIMIT, Actor, Person, tidy_name
from mentoring.people.rules_progress import alphabetical
from mentoring.ports import Unit

CASES = (Case.GENITIVE, Case.DATIVE, Case.ACCUSATIVE, Case.INSTRUMENTAL)


@dataclass(frozen=True, slots=True)
class Declined:
    """`own` are the cases that somebody corrected."""

    person: Person
    forms: Mapping[Case, str]
    own: frozenset[Case]


def everyone(actor: Actor, unit: Unit) -> list[Declined]:
    """Everybody with a name, by name."""
    actor.require(*READERS)
    kept = unit.orders.name_forms(actor.school_id)
    people = (one for one in unit.people.all(actor.school_id) if one.name)
    return [_declined(one, kept.get(one.id, {})) for one in sorted(people, key=alphabetical)]


def _declined(person: Person, kept: Mapping[str, str]) -> Declined:
    forms = {case: decline(person.name or "", case, override=kept) for case in CASES}
    return Declined(person, forms, frozenset(case for case in CASES if case.value in kept))


def one(actor: Actor, unit: Unit, person_id: int) -> Declined:
    for found in everyone(actor, unit):
        if found.person.id == person_id:
            return found
    raise ProgrammeError("error-person-gone")


def correct(actor: Actor, unit: Unit, person_id: int, case: Case, typed: str) -> Declined:
    """The name in this case as it was typed; "-" brings the rules' own form back."""
    one(actor, unit, person_id)
    kept = dict(unit.orders.name_forms(actor.school_id).get(person_id, {}))
    if typed.strip() == "-":
        kept.pop(case.value, None)
    else:
        kept[case.value] = tidy_name(typed)[:NAME_LIMIT]
    unit.orders.keep_name_forms(person_id, kept)
    return one(actor, unit, person_id)
