"""Small facts about the installation: which bot this database belongs to."""

from __future__ import annotations

from sqlalchemy import Connection, select

from storage.tables import facts
from storage.upsert import put


def get(connection: Connection, name: str) -> str | None:
    return connection.execute(select(facts.c.value).where(facts.c.name == name)).scalar()


def keep(connection: Connection, name: str, value: str) -> None:
    put(connection, facts, {"name": name}, {"value": value})
