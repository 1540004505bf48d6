"""People as matching sees them: their answers, their pairs, their private wishes, the interviews' outcome."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from mentoring.consent.rules import ConsentKind, holds
from mentoring.matching.rules import Couple, Profile
from mentoring.matching.service_answers import RAW, Said, answers_of
from mentoring.meetings.rules import Side
from mentoring.pairs.rules import Ending, Pair, PairState, suits
from mentoring.pairs.rules_acceptance import REFUSED
from mentoring.people.rules import Person, PersonState, School, occasion
from mentoring.ports import Unit
from mentoring.ports_matching import GroupSize, Wish, WishKind
from mentoring.selection.service import approved
from mentoring.training.service import admitted

UNFIT = (REFUSED, Ending.NOT_A_FIT.value)  # endings after which two people are never proposed again


@dataclass(frozen=True, slots=True)
class Facts:
    """What a run is made from: people by id, a profile for each side somebody stands on, what they said.

    `pairs` are those of the school year that go on; `sizes` what the curator decided on mentors' groups.
    """

    people: Mapping[int, Person]
    profiles: tuple[Profile, ...]
    refused: frozenset[Couple]
    said: Mapping[tuple[Side, int], Said]
    pairs: tuple[Pair, ...]
    sizes: Mapping[int, GroupSize] = field(default_factory=dict)

    def profile(self, side: Side, person_id: int) -> Profile | None:
        return next((one for one in self.profiles if (one.side, one.person_id) == (side, person_id)), None)

    @property
    def served(self) -> frozenset[int]:
        """Mentees who are in a pair that goes on."""
        return frozenset(person for pair in self.pairs for person in pair.of(Side.MENTEE))

    @property
    def paired(self) -> frozenset[Couple]:
        """Every mentor with every mentee of a pair that goes on."""
        return frozenset((a, b) for pair in self.pairs for a in pair.of(Side.MENTOR) for b in pair.of(Side.MENTEE))

    def lacking(self, kind: str) -> frozenset[int]:
        """Mentees who have a mentor, but none of this kind."""
        having = (pair for pair in self.pairs if kind in {one.kind for one in pair.members})
        return self.served - {person for pair in having for person in pair.of(Side.MENTEE)}


def facts_of(unit: Unit, school: School) -> Facts:
    """Whoever has a role in pairs and a name; a few queries however many they are."""
    year = occasion(school)
    everybody = unit.people.all(school.id)
    people = {one.id: one for one in everybody if one.name is not None and one.state == PersonState.ACTIVE}
    pairs = unit.pairs.all(school.id, year)
    going = tuple(pair for pair in pairs if pair.state is not PairState.CLOSED)
    said = answers_of(unit, school)
    refused = frozenset(unit.matching.couples_ended(school.id, UNFIT))
    sizes = unit.matching.sizes(school.id, year)
    profiles = tuple(_profiles(unit, school, people, going, said, sizes))
    return Facts(people, profiles, refused, said, going, sizes)


def _profiles(
    unit: Unit,
    school: School,
    people: Mapping[int, Person],
    going: Iterable[Pair],
    said: Mapping[tuple[Side, int], Said],
    sizes: Mapping[int, GroupSize],
) -> Iterable[Profile]:
    year = occasion(school)
    decisions, wishes = unit.consents.of_school(school.id), unit.matching.wishes(school.id)
    chosen, trained = approved(unit, school.id, year), admitted(unit, school)
    chosen = chosen if trained is None else chosen & trained
    former = [pair for pair in unit.pairs.all(school.id, str(int(year) - 1)) if pair.ending not in UNFIT]
    for person in people.values():
        for side in (side for side in Side if suits(side, person.roles)):
            yield Profile(
                person_id=person.id,
                side=side,
                approved=person.approved and (side is Side.MENTEE or person.id in chosen),
                consented=holds(decisions.get(person.id, ()), ConsentKind.PARTICIPATION),
                last_year=_partners(former, side, person.id),
                wished=_named(wishes, person.id, WishKind.LIKE),
                against=_named(wishes, person.id, WishKind.NOT),
                **_places(side, person.id, said.get((side, person.id)), going, sizes.get(person.id)),
                **_answered(side, said.get((side, person.id)) or Said()),
            )


def _partners(pairs: Iterable[Pair], side: Side, person_id: int) -> frozenset[int]:
    with_them = (pair for pair in pairs if person_id in pair.of(side))
    return frozenset(other for pair in with_them for other in pair.of(side.other))


def _named(wishes: Iterable[Wish], person_id: int, kind: WishKind) -> frozenset[int]:
    return frozenset(one.other_id for one in wishes if one.person_id == person_id and one.kind is kind)


def _places(
    side: Side, person_id: int, said: Said | None, going: Iterable[Pair], size: GroupSize | None
) -> dict[str, Any]:
    """How many a mentor has already and how many more they take; the curator's word goes before the questionnaire,
    and whoever did not say takes one.
    """
    if side is Side.MENTEE:
        return {"capacity": 0, "load": 0}
    load = len({one for pair in going if person_id in pair.of(side) for one in pair.of(Side.MENTEE)})
    decided = size.places if size is not None else None
    wanted = decided if decided is not None else (said and said.capacity) or 1
    return {"capacity": max(wanted - load, 0), "load": load}


def _answered(side: Side, said: Said) -> dict[str, Any]:
    topics = "strengths" if side is Side.MENTOR else "needs"
    values: dict[str, Any] = {
        "subject": said.subject,
        "years": said.years,
        topics: said.topics,
        "style": dict(said.style),
        "hours": said.times,
        "forms": said.forms,
    }
    missing = {name for name, value in values.items() if not value and value != 0}
    missing |= {name for name in RAW if name not in said.raw}
    missing |= {"wished"} | ({"capacity"} if side is Side.MENTOR and said.capacity is None else set())
    return {**values, "answers": dict(said.raw), "missing": frozenset(missing)}


def second_wanted(unit: Unit, school: School, kind: str) -> frozenset[int]:
    """Mentees for whom the curator wants a second mentor of this kind, this school year."""
    return frozenset(json.loads(unit.remembered(_wanted(school, kind)) or "[]"))


def want_second(unit: Unit, school: School, kind: str, mentees: Iterable[int]) -> None:
    unit.remember(_wanted(school, kind), json.dumps(sorted(mentees)))


def _wanted(school: School, kind: str) -> str:
    return f"second:{school.id}:{occasion(school)}:{kind}"
