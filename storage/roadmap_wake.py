"""A school's roadmap is looked at when something that it goes by has changed."""

from __future__ import annotations

from datetime import UTC, datetime

from sqlalchemy import Connection, select

from mentoring.people.rules import PAIR_ROLES, Role
from storage.tables import people, road_looks
from storage.upsert import put

AT_ONCE = datetime(2000, 1, 1, tzinfo=UTC)


def wake_school(connection: Connection, school_id: int) -> None:
    put(connection, road_looks, {"school_id": school_id}, {"looks_at": AT_ONCE})


def wake_roadmap(connection: Connection, person_id: int, role: Role | None = None) -> None:
    """Somebody has got or lost a role, or goes altogether."""
    if role in PAIR_ROLES:
        return
    school = connection.execute(select(people.c.school_id).where(people.c.id == person_id)).scalar()
    if school is not None:
        wake_school(connection, school)
