"""Schools, people and roles."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Select, bindparam, delete, insert, select, update

from mentoring.people.rules import Actor, Focus, Person, Role, School
from storage import personal
from storage.roadmap_wake import wake_roadmap
from storage.tables import accounts, focus, people, roles, schools
from storage.upsert import put

_SCHOOL = (
    schools.c.id,
    schools.c.name,
    schools.c.zone,
    schools.c.quiet_from,
    schools.c.quiet_to,
    schools.c.cadence_days,
    schools.c.year_start,
    schools.c.year_end,
    schools.c.language,
    schools.c.setup_step,
    schools.c.address,
    schools.c.details,
    schools.c.processor,
    schools.c.site,
)
_PERSON = (
    people.c.id,
    people.c.school_id,
    people.c.tg_id,
    people.c.name,
    people.c.state,
    people.c.language,
    people.c.reachable,
    people.c.muted,
    people.c.approved,
    people.c.consented,
    people.c.asked_roles,
    people.c.quiet_from,
    people.c.quiet_to,
)
_FOCUS = (focus.c.kind, focus.c.ref, focus.c.refusals)
_WITH_ROLES: Select[Any] = (
    select(*_PERSON, roles.c.role).select_from(people.outerjoin(roles)).order_by(people.c.id)
)
_ALL_OF = _WITH_ROLES.where(people.c.school_id == bindparam("school"))
_ACTOR = (
    select(*_PERSON, *_SCHOOL, *_FOCUS, roles.c.role)
    .select_from(
        accounts.join(people)
        .join(schools, schools.c.id == people.c.school_id)
        .outerjoin(roles)
        .outerjoin(focus, focus.c.tg_id == accounts.c.tg_id)
    )
    .where(people.c.tg_id == accounts.c.tg_id, accounts.c.tg_id == bindparam("tg_id"))
)


def _gather(rows: Sequence[Any]) -> list[Person]:
    """One person a run of rows, which differ in the role alone."""
    found: dict[int, tuple[Any, set[Role]]] = {}
    for row in rows:
        held = found.setdefault(row[0], (row, set()))[1]
        if row[-1] is not None:
            held.add(Role(row[-1]))
    return [_person(row[: len(_PERSON)], held) for row, held in found.values()]


def _person(row: Any, held: set[Role]) -> Person:
    fields: list[Any] = [*row, frozenset(held)]
    return Person(*fields)


def _school(row: Any) -> School:
    return School(*row)


class SchoolRepo:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, school: Mapping[str, Any]) -> School:
        key = self._connection.execute(insert(schools).values(**school).returning(schools.c.id)).scalar_one()
        return self.get(key)

    def get(self, school_id: int) -> School:
        return _school(self._connection.execute(select(*_SCHOOL).where(schools.c.id == school_id)).one())

    def all(self) -> Sequence[School]:
        """For the operator, who alone sees more than one school."""
        return [_school(row) for row in self._connection.execute(select(*_SCHOOL).order_by(schools.c.id))]

    def some(self, school_ids: Collection[int]) -> Sequence[School]:
        """For the ticks, which serve many schools at once."""
        return [
            _school(row) for row in self._connection.execute(select(*_SCHOOL).where(schools.c.id.in_(school_ids)))
        ]

    def update(self, school_id: int, **changes: Any) -> School:
        self._connection.execute(update(schools).where(schools.c.id == school_id).values(**changes))
        return self.get(school_id)


class PeopleRepo:
    """`erased` is called when somebody was: what hung on them is to go from the files too."""

    def __init__(self, connection: Connection, erased: Callable[[], None]) -> None:
        self._connection = connection
        self._erased = erased
        self._everyone: dict[int, Sequence[Person]] = {}

    def actor(self, tg_id: int) -> Actor | None:
        """Who this account is in the school it looks at. One query: it runs for every update."""
        rows = self._connection.execute(_ACTOR, {"tg_id": tg_id}).all()
        if not rows:
            return None
        (person,) = _gather(rows)
        rest = rows[0][len(_PERSON) : -1]
        asked = rest[len(_SCHOOL) :]
        return Actor(person, _school(rest[: len(_SCHOOL)]), Focus(*asked) if asked[0] is not None else None)

    def schools_of(self, tg_id: int) -> Sequence[School]:
        query = select(*_SCHOOL).join(people).where(people.c.tg_id == tg_id).order_by(schools.c.id)
        return [_school(row) for row in self._connection.execute(query)]

    def look_at(self, tg_id: int, person_id: int) -> None:
        put(self._connection, accounts, {"tg_id": tg_id}, {"person_id": person_id})

    def add(self, school_id: int, tg_id: int, **fields: Any) -> Person:
        self._everyone.clear()
        row = insert(people).values(school_id=school_id, tg_id=tg_id, **fields).returning(people.c.id)
        found = self.find(school_id, self._connection.execute(row).scalar_one())
        assert found is not None
        return found

    def _one(self, *conditions: Any) -> Person | None:
        found = _gather(self._connection.execute(_WITH_ROLES.where(*conditions)).all())
        return found[0] if found else None

    def find(self, school_id: int, person_id: int) -> Person | None:
        return self._one(people.c.school_id == school_id, people.c.id == person_id)

    def anywhere(self, person_id: int) -> Person | None:
        """For what the server says of an account, not for anybody's request: those name their school."""
        return self._one(people.c.id == person_id)

    def find_account(self, school_id: int, tg_id: int) -> Person | None:
        return self._one(people.c.school_id == school_id, people.c.tg_id == tg_id)

    def update(self, school_id: int, person_id: int, **changes: Any) -> None:
        self._everyone.clear()
        where = (people.c.school_id == school_id, people.c.id == person_id)
        self._connection.execute(update(people).where(*where).values(**changes))

    def give_role(self, person_id: int, role: Role) -> None:
        self._everyone.clear()
        if put(self._connection, roles, {"person_id": person_id, "role": role.value}, {}):
            wake_roadmap(self._connection, person_id, role)

    def take_role(self, person_id: int, role: Role) -> None:
        self._everyone.clear()
        self._connection.execute(delete(roles).where(roles.c.person_id == person_id, roles.c.role == role.value))
        wake_roadmap(self._connection, person_id, role)

    def all(self, school_id: int) -> Sequence[Person]:
        """Read once a unit, until somebody of them changes: most of what is said asks for names."""
        if school_id not in self._everyone:
            self._everyone[school_id] = _gather(self._connection.execute(_ALL_OF, {"school": school_id}).all())
        return self._everyone[school_id]

    def with_role(self, school_id: int, role: Role) -> Sequence[Person]:
        return [person for person in self.all(school_id) if role in person.roles]

    def stored(self, school_id: int, person_id: int) -> Mapping[str, Sequence[Mapping[str, Any]]]:
        return personal.stored(self._connection, school_id, person_id)

    def erase(self, school_id: int, person_id: int) -> Mapping[str, int]:
        self._erased()
        self._everyone.clear()
        return personal.erase(self._connection, school_id, person_id)
