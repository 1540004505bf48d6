"""Use cases of merits: points for public work, ways of encouragement noted per person, the order of step 28.

Points are seen by their owner and the curator and never make a list of who has more.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from mentoring.awards import rules_points
from mentoring.awards.catalogue import incentives, usual_points
from mentoring.awards.rules_points import Points
from mentoring.awards.service import WATCHERS, listed
from mentoring.awards.service_winners import winner_of
from mentoring.documents.order_encouragement import Encouraged, encouragement
from mentoring.documents.order_facts import EncouragementOrder
from mentoring.errors import ProgrammeError
from mentoring.matching.service_orders import Desk, Words
from mentoring.meetings.rules import State
from mentoring.people.rules import PAIR_ROLES, Actor, Person, Role, School, occasion
from mentoring.people.rules_progress import alphabetical
from mentoring.ports import Unit

NOTED = ("talk", "training")
"""What points are given for and the bot cannot count: the curator notes it."""
MOST = 50  # of one thing a year


def table_of(unit: Unit, school_id: int) -> dict[str, int]:
    return {**usual_points(), **unit.awards.points(school_id)}


def done_by(unit: Unit, school: School, person_id: int) -> Mapping[str, int]:
    """What somebody did this school year, as far as the bot knows or the curator has noted."""
    year = occasion(school)
    pairs = [one for one in unit.pairs.of_person(school.id, person_id) if one.occasion == year]
    meetings = unit.meetings.of_pairs(school.id, [one.id for one in pairs])
    results = (one for pair in pairs for one in unit.plans.results(school.id, pair.id))
    done = Counter[str](one.kind.value for one in results if one.by == person_id)
    done["meeting"] = sum(one.state is State.COUNTED and person_id in one.coming for one in meetings)
    done["case"] = sum(one.case.year == int(year) for one in unit.cases.of_person(school.id, person_id))
    notes = unit.awards.notes(school.id, year).get(person_id, {})
    done.update({what: notes.get(f"deed:{what}", 0) for what in NOTED})
    return done


def points_of(unit: Unit, school: School, person_id: int) -> Points:
    return rules_points.points(done_by(unit, school, person_id), table_of(unit, school.id))


def my_points(actor: Actor, unit: Unit) -> Points:
    return points_of(unit, actor.school, actor.id)


@dataclass(frozen=True, slots=True)
class Merits:
    """One person's year. `held` are ids of ways of encouragement, `papers` kinds of papers that were made."""

    person: Person
    points: Points
    held: frozenset[str]
    noted: Mapping[str, int]
    papers: frozenset[str]


def people_of(actor: Actor, unit: Unit) -> list[Person]:
    """Whoever takes part, by name."""
    actor.require(*WATCHERS)
    some = (one for one in unit.people.all(actor.school_id) if not PAIR_ROLES.isdisjoint(one.roles) and one.name)
    return sorted(some, key=alphabetical)


def merits(actor: Actor, unit: Unit, person_id: int) -> Merits:
    actor.require(Role.CURATOR)
    person = unit.people.find(actor.school_id, person_id)
    if person is None:
        raise ProgrammeError("error-stale")
    notes = unit.awards.notes(actor.school_id, occasion(actor.school)).get(person_id, {})
    return Merits(
        person,
        points_of(unit, actor.school, person_id),
        _of("incentive", notes),
        {what: notes.get(f"deed:{what}", 0) for what in NOTED},
        _of("paper", notes),
    )


def _of(kind: str, notes: Mapping[str, int]) -> frozenset[str]:
    return frozenset(what.partition(":")[2] for what in notes if what.startswith(f"{kind}:"))


def note_incentive(actor: Actor, unit: Unit, person_id: int, way: str, held: bool) -> Merits:
    """It says what is to be: a second press changes nothing."""
    found = merits(actor, unit, person_id)
    if way not in {one.id for one in incentives()}:
        raise ProgrammeError("error-stale")
    unit.awards.note(found.person.id, occasion(actor.school), f"incentive:{way}", int(held))
    return merits(actor, unit, person_id)


def note_deed(actor: Actor, unit: Unit, person_id: int, what: str, times: int) -> Merits:
    """So many of it this year."""
    found = merits(actor, unit, person_id)
    if what not in NOTED or not 0 <= times <= MOST:
        raise ProgrammeError("error-stale")
    unit.awards.note(found.person.id, occasion(actor.school), f"deed:{what}", times)
    return merits(actor, unit, person_id)


def points_table(actor: Actor, unit: Unit) -> Mapping[str, int]:
    actor.require(Role.CURATOR)
    return table_of(unit, actor.school_id)


def set_points(actor: Actor, unit: Unit, what: str, worth: int) -> Mapping[str, int]:
    """Raises ProgrammeError `error-points` (with `most`)."""
    actor.require(Role.CURATOR)
    table = rules_points.checked({**table_of(unit, actor.school_id), what: worth}, usual_points())
    unit.awards.keep_points(actor.school_id, table)
    return table


def desk_of(actor: Actor, unit: Unit, words: Words) -> Desk:
    """What papers are made from; the order itself names nobody's subject."""
    actor.require(*WATCHERS)
    people = {person.id: person for person in unit.people.all(actor.school_id)}
    forms = unit.orders.name_forms(actor.school_id)
    return Desk(actor, people, {}, forms, tuple(unit.orders.references(actor.school_id)), words)


def order_of(actor: Actor, unit: Unit, words: Words) -> EncouragementOrder:
    """Winners first, then what is noted of each. Raises ProgrammeError("error-order-empty")."""
    desk = desk_of(actor, unit, words)
    lines = [*_won(desk, unit), *_noted(desk, unit)]
    if not lines:
        raise ProgrammeError("error-order-empty")
    return encouragement(desk.common, lines)


def _won(desk: Desk, unit: Unit) -> Sequence[Encouraged]:
    found = []
    for contest in listed(desk.actor, unit):
        won = winner_of(unit, desk.actor.school, contest)
        if won is not None:
            told = contest.nomination.title or desk.words(f"nomination-{contest.nomination.code}")
            people = [desk.named(one) for one in sorted(won.candidate.people)]
            merit = f"{desk.words('order-merit-winner')} «{told}»"
            found.append(Encouraged(people, _named_way("praise"), merit))
    return found


def _noted(desk: Desk, unit: Unit) -> Sequence[Encouraged]:
    notes = unit.awards.notes(desk.actor.school_id, occasion(desk.actor.school))
    people = sorted((desk.people[one] for one in notes if one in desk.people), key=alphabetical)
    merit = desk.words("order-merit-year")
    return [
        Encouraged([desk.named(person.id)], way.award, merit)
        for person in people
        for way in incentives()
        if way.award and way.id in _of("incentive", notes[person.id])
    ]


def _named_way(name: str) -> str:
    return next(one.award for one in incentives() if one.id == name)
