"""Where a notice goes and when its reader may be disturbed."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import Connection, func, select

from storage.tables import people, schools


@dataclass(frozen=True, slots=True)
class Recipient:
    """`quiet_from`/`quiet_to` are the person's own hours or else the school's, local to `zone`."""

    person_id: int
    school_id: int
    tg_id: int
    language: str
    zone: str
    quiet_from: str
    quiet_to: str
    reachable: bool
    muted: bool


_QUERY = select(
    people.c.id,
    people.c.school_id,
    people.c.tg_id,
    people.c.language,
    schools.c.zone,
    func.coalesce(people.c.quiet_from, schools.c.quiet_from),
    func.coalesce(people.c.quiet_to, schools.c.quiet_to),
    people.c.reachable,
    people.c.muted,
).join(schools, schools.c.id == people.c.school_id)


def recipients(connection: Connection, people_ids: Collection[int]) -> dict[int, Recipient]:
    rows = connection.execute(_QUERY.where(people.c.id.in_(people_ids)))
    return {row[0]: Recipient(*row) for row in rows}
