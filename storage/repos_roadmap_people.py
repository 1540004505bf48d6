"""Who holds which role from when to when, who stands in for whom, and when a roadmap is looked at next."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from sqlalchemy import Connection, delete, func, select, update
from sqlalchemy import insert as plain_insert
from sqlalchemy.dialects import postgresql, sqlite

from mentoring.people.rules import Role
from mentoring.ports_roadmap import Holder, Substitute
from mentoring.roadmap.rules_due import Rule
from mentoring.roadmap.rules_people import StandIn
from storage.notices import SENT, WAITING
from storage.roadmap_wake import wake_school
from storage.tables import notices, road_holders, road_looks, road_stand_ins

_RULES = [rule.value for rule in Rule]


class RoadmapPeople:
    _connection: Connection

    def wake(self, school_id: int) -> None:
        wake_school(self._connection, school_id)

    def due(self, now: datetime, after: int) -> int | None:
        where = (road_looks.c.looks_at <= now, road_looks.c.school_id > after)
        query = select(road_looks.c.school_id).where(*where).order_by(road_looks.c.school_id).limit(1)
        return self._connection.execute(query).scalar()

    def next_look(self) -> datetime | None:
        """When any school is to be looked at next."""
        return self._connection.execute(select(func.min(road_looks.c.looks_at))).scalar()

    def take(self, school_id: int, now: datetime) -> bool:
        where = (road_looks.c.school_id == school_id, road_looks.c.looks_at <= now)
        query = select(road_looks.c.school_id).where(*where).with_for_update(skip_locked=True)
        return self._connection.execute(query).first() is not None

    def sleep(self, school_id: int, until: datetime) -> None:
        mine = update(road_looks).where(road_looks.c.school_id == school_id)
        self._connection.execute(mine.values(looks_at=until))

    def holders(self, school_id: int) -> Sequence[Holder]:
        query = select(road_holders).where(road_holders.c.school_id == school_id).order_by(road_holders.c.id)
        return [
            Holder(row.id, row.person_id, Role(row.role), row.first, row.last, row.given)
            for row in self._connection.execute(query)
        ]

    def hold(
        self, school_id: int, person_id: int, role: Role, first: date, last: date | None, *, given: bool
    ) -> None:
        """Two processes that notice the same at once note it once."""
        row = {"school_id": school_id, "person_id": person_id, "role": role.value, "first": first}
        dialect = sqlite if self._connection.dialect.name == "sqlite" else postgresql
        made = dialect.insert(road_holders).values(**row, last=last, given=given)
        key = [road_holders.c[name] for name in (*row, "given")]
        self._connection.execute(made.on_conflict_do_update(index_elements=key, set_={"last": last}))

    def release(self, school_id: int, holder_id: int, last: date) -> None:
        """Until `last`; what would end before it began is as if it had never been."""
        mine = (road_holders.c.school_id == school_id, road_holders.c.id == holder_id)
        self._connection.execute(delete(road_holders).where(*mine, road_holders.c.first > last))
        self._connection.execute(update(road_holders).where(*mine).values(last=last))

    def substitutes(self, school_id: int) -> Sequence[Substitute]:
        table = road_stand_ins
        rows = self._connection.execute(select(table).where(table.c.school_id == school_id).order_by(table.c.id))
        return [
            Substitute(
                row.id,
                StandIn(row.absent_id, row.person_id, row.first, row.last, Role(row.role) if row.role else None),
            )
            for row in rows
        ]

    def substitute(self, school_id: int, stand_in: StandIn) -> None:
        row = {
            "school_id": school_id,
            "absent_id": stand_in.absent,
            "person_id": stand_in.person,
            "first": stand_in.first,
            "last": stand_in.last,
            "role": stand_in.role and stand_in.role.value,
        }
        self._connection.execute(plain_insert(road_stand_ins).values(**row))

    def return_from(self, school_id: int, substitute_id: int, last: date) -> None:
        """The absent one is back after `last`."""
        table = road_stand_ins
        mine = (table.c.school_id == school_id, table.c.id == substitute_id)
        self._connection.execute(delete(table).where(*mine, table.c.first > last))
        self._connection.execute(update(table).where(*mine).values(last=last))

    def waiting(self, school_id: int, subject: str | None = None) -> Sequence[tuple[str, int]]:
        """Keys and readers of what was put out about a step of this school and may still be on its way; without a
        subject, of what waits about any of its steps.
        """
        ours = [notices.c.rule.in_(_RULES), notices.c.school_id == school_id]
        states = (WAITING,) if subject is None else (WAITING, SENT)
        if subject is not None:
            ours.append(notices.c.subject == subject)
        query = select(notices.c.key, notices.c.person_id).where(*ours, notices.c.state.in_(states))
        return [(row.key, row.person_id) for row in self._connection.execute(query)]
