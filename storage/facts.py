"""Small facts about the installation: which bot this database belongs to."""

from __future__ import annotations

from sqlalchemy import Connection, select

from mentoring.people.rules import Role
from storage.tables import facts, groups, people, roles, schools
from storage.upsert import put


def get(connection: Connection, name: str) -> str | None:
    return connection.execute(select(facts.c.value).where(facts.c.name == name)).scalar()


def keep(connection: Connection, name: str, value: str) -> None:
    put(connection, facts, {"name": name}, {"value": value})


def schools_without_curator(connection: Connection) -> list[int]:
    """Schools nobody can run any more: for the operator, who alone can help."""
    held = select(people.c.school_id).join(roles).where(roles.c.role == Role.CURATOR.value)
    return list(connection.execute(select(schools.c.id).where(schools.c.id.not_in(held))).scalars())


def bound_groups(connection: Connection) -> list[int]:
    return list(connection.execute(select(groups.c.chat_id)).scalars())
