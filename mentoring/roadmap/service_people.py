"""Who answers for what: roles as people hold them, the curator's dated word, stand-ins.

Roles are read off the people and remembered with their days, so that it is known since when a role is held by
nobody. What a curator gives for a time goes before that.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from mentoring.errors import ProgrammeError
from mentoring.people.rules import PAIR_ROLES, Actor, Person, PersonState, Role, School
from mentoring.people.rules_progress import alphabetical
from mentoring.ports import Unit
from mentoring.ports_roadmap import Holder, Substitute
from mentoring.roadmap.rules_due import Rule
from mentoring.roadmap.rules_people import Assignment, Staff, StandIn

STAFF_ROLES = tuple(role for role in Role if role not in PAIR_ROLES)
LONGEST = timedelta(days=366)  # of a stand-in or a role for a time
_ONE = timedelta(days=1)


def holders(unit: Unit, school: School, role: Role, day: date) -> tuple[int, ...]:
    """Who acts in the role on that day: the stand-in instead of whoever is away. People, maybe none."""
    return staff_of(unit, school).holding(role, day)


def staff_of(unit: Unit, school: School) -> Staff:
    """Everything known of who holds which role in the school, as of this moment."""
    present = {one.id: one for one in unit.people.all(school.id) if _takes_part(one)}
    _notice_changes(unit, school, present)
    held = unit.roadmap.holders(school.id)
    stand_ins = tuple(one.stand_in for one in unit.roadmap.substitutes(school.id))
    named = {one.person for one in held if one.person is not None}
    named |= {person for one in stand_ins for person in (one.absent, one.person)}
    return Staff(tuple(_assignments(held)), stand_ins, frozenset(named - present.keys()))


def _takes_part(person: Person) -> bool:
    return person.state == PersonState.ACTIVE and person.approved


def _notice_changes(unit: Unit, school: School, present: Mapping[int, Person]) -> None:
    """What people hold now against what was noted: a new role begins today, one that was lost ended yesterday."""
    today = school.day(unit.now)
    now = {(one.id, role) for one in present.values() for role in one.roles & set(STAFF_ROLES)}
    known = [one for one in unit.roadmap.holders(school.id) if one.last is None or one.last >= today]
    noted = {(one.person, one.role) for one in known if not one.given}
    for one in known:
        if one.person is None or (not one.given and (one.person, one.role) not in now):
            unit.roadmap.release(school.id, one.id, today - _ONE)
    for person, role in sorted(now - noted):
        unit.roadmap.hold(school.id, person, role, today, None, given=False)


def _assignments(held: Iterable[Holder]) -> Iterator[Assignment]:
    """Who was erased stays as nobody in particular: that a role was held until then is still true."""
    held = list(held)
    for one in held:
        person = -one.id if one.person is None else one.person
        given = [] if one.given else [other for other in held if other.given and other.role is one.role]
        for first, last in _without(one.first, one.last, given):
            yield Assignment(person, one.role, first, last)


def _without(first: date, last: date | None, given: Iterable[Holder]) -> Iterator[tuple[date, date | None]]:
    """The span less the times in which somebody else was given the role."""
    for other in sorted(given, key=lambda one: one.first):
        if (last is not None and other.first > last) or (other.last is not None and other.last < first):
            continue
        if other.first > first:
            yield first, other.first - _ONE
        if other.last is None:
            return
        first = other.last + _ONE
    if last is None or first <= last:
        yield first, last


@dataclass(frozen=True, slots=True)
class Post:
    """A role on the day: who acts in it, and who was given it for a time."""

    role: Role
    acting: tuple[int, ...]
    given: tuple[Holder, ...]


@dataclass(frozen=True, slots=True)
class Posts:
    """`away` are stand-ins that run or are to come. `names` are of the people who can be given a role."""

    today: date
    posts: tuple[Post, ...]
    away: tuple[Substitute, ...]
    names: Mapping[int, str]
    me: int
    arranges: bool


def posts(actor: Actor, unit: Unit) -> Posts:
    """Who is behind the roles today, for all who work with the roadmap. `arranges`: the reader may change it."""
    actor.require(*STAFF_ROLES)
    staff, today = staff_of(unit, actor.school), actor.school.day(unit.now)
    held = unit.roadmap.holders(actor.school_id)
    given = [one for one in held if one.given and one.person and (one.last is None or one.last >= today)]
    found = tuple(
        Post(role, staff.holding(role, today), tuple(one for one in given if one.role is role))
        for role in STAFF_ROLES
    )
    away = tuple(one for one in unit.roadmap.substitutes(actor.school_id) if one.stand_in.last >= today)
    arranges = acts_as(actor, staff, today, Role.CURATOR)
    return Posts(today, found, away, names_of(unit, actor.school_id), actor.id, arranges)


def names_of(unit: Unit, school_id: int) -> dict[int, str]:
    """Everybody who has a part in the staff, by name; an empty one for who has not given theirs."""
    people = sorted(filter(_takes_part, unit.people.all(school_id)), key=alphabetical)
    return {one.id: one.name or "" for one in people if one.roles & set(STAFF_ROLES)}


def acts_as(actor: Actor, staff: Staff, day: date, *roles: Role) -> bool:
    """Whether the actor holds one of the roles, or stands in for somebody who does."""
    return actor.has(*roles) or any(actor.id in staff.holding(role, day) for role in roles)


def may_arrange(actor: Actor, unit: Unit) -> date:
    """Raises unless the actor is the curator or stands in for them; returns the school's day."""
    actor.require(*STAFF_ROLES)
    today = actor.school.day(unit.now)
    if not acts_as(actor, staff_of(unit, actor.school), today, Role.CURATOR):
        raise ProgrammeError("error-not-yours")
    return today


def stand_in(actor: Actor, unit: Unit, absent: int, person: int, last: date) -> None:
    """From today to `last` the one does what falls to the other; by the curator, or by who will be away.

    Raises ProgrammeError: `error-road-self`, `error-road-days`, `error-road-busy`, `error-person-gone`.
    """
    actor.require(*STAFF_ROLES)
    today = actor.school.day(unit.now) if absent == actor.id else may_arrange(actor, unit)
    _known(unit, actor.school_id, absent, person)
    if absent == person:
        raise ProgrammeError("error-road-self")
    _days(today, today, last)
    now = [one.stand_in for one in unit.roadmap.substitutes(actor.school_id) if one.stand_in.last >= today]
    if any(one.absent == absent for one in now) or any(one.absent == person for one in now):
        raise ProgrammeError("error-road-busy")
    unit.roadmap.substitute(actor.school_id, StandIn(absent, person, today, last))
    _changed(unit, actor.school)


def back(actor: Actor, unit: Unit, substitute_id: int) -> None:
    """The absent one is back today; they may say so themselves."""
    actor.require(*STAFF_ROLES)
    found = next((one for one in unit.roadmap.substitutes(actor.school_id) if one.id == substitute_id), None)
    today = actor.school.day(unit.now)
    if found is None or found.stand_in.last < today:
        raise ProgrammeError("error-done-already")
    if found.stand_in.absent != actor.id:
        may_arrange(actor, unit)
    unit.roadmap.return_from(actor.school_id, substitute_id, today - _ONE)
    _changed(unit, actor.school)


def give(actor: Actor, unit: Unit, role: Role, person: int, first: date, last: date | None) -> None:
    """The role is that person's from `first` to `last`, or for good, instead of whoever else holds it.

    Raises ProgrammeError: `error-road-days`, `error-person-gone`, `error-stale`.
    """
    today = may_arrange(actor, unit)
    _known(unit, actor.school_id, person)
    if role not in STAFF_ROLES:
        raise ProgrammeError("error-stale")
    _days(today, first, last)
    unit.roadmap.hold(actor.school_id, person, role, first, last, given=True)
    _changed(unit, actor.school)


def take_back(actor: Actor, unit: Unit, holder_id: int) -> None:
    """From today on the role is again with those who hold it anyway."""
    today = may_arrange(actor, unit)
    found = next((one for one in unit.roadmap.holders(actor.school_id) if one.id == holder_id), None)
    if found is None or not found.given or (found.last is not None and found.last < today):
        raise ProgrammeError("error-done-already")
    unit.roadmap.release(actor.school_id, holder_id, today - _ONE)
    _changed(unit, actor.school)


def _known(unit: Unit, school_id: int, *people: int) -> None:
    if not set(people) <= names_of(unit, school_id).keys():
        raise ProgrammeError("error-person-gone")


def _days(today: date, first: date, last: date | None) -> None:
    late = last is not None and (last < first or last - first > LONGEST)
    if first < today or late:
        raise ProgrammeError("error-road-days")


def _changed(unit: Unit, school: School) -> None:
    """Who has something to hear is found out anew; that there was nobody is not said any more where there is."""
    unit.roadmap.wake(school.id)
    for key, person in unit.roadmap.waiting(school.id):
        if key.startswith(f"{Rule.NOBODY}:"):
            unit.withdraw(key, person)
