"""Interviews, one a candidate and school year."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, Select, insert, select, update

from mentoring.selection.rules import Decision, Interview
from storage.tables import interviews, people

_ROWS = select(interviews).select_from(interviews.join(people, people.c.id == interviews.c.person_id))


class InterviewRepo:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def all(self, school_id: int, occasion: str) -> Sequence[Interview]:
        query = _ROWS.where(people.c.school_id == school_id, interviews.c.occasion == occasion)
        return self._many(query.order_by(interviews.c.person_id))

    def find(self, school_id: int, person_id: int, occasion: str) -> Interview | None:
        where = (interviews.c.person_id == person_id, interviews.c.occasion == occasion)
        found = self._many(_ROWS.where(people.c.school_id == school_id, *where))
        return found[0] if found else None

    def add(self, person_id: int, occasion: str, held_on: date) -> None:
        values = {"person_id": person_id, "occasion": occasion, "held_on": held_on}
        self._connection.execute(insert(interviews).values(**values))

    def save(self, interview: Interview) -> bool:
        """Store a new revision. False when somebody else has changed it since it was read."""
        where = (interviews.c.id == interview.id, interviews.c.revision == interview.revision)
        change = update(interviews).where(*where).values(**_row(interview), revision=interview.revision + 1)
        return self._connection.execute(change).rowcount == 1

    def _many(self, query: Select[Any]) -> list[Interview]:
        return [_interview(row) for row in self._connection.execute(query)]


def _row(interview: Interview) -> dict[str, Any]:
    return {
        "held_on": interview.held_on,
        "grades": json.dumps(dict(interview.grades)),
        "decision": interview.decision.value,
        "remark": interview.remark,
        "decided_by": interview.decided_by,
        "decided_at": interview.decided_at,
        "told": interview.told,
    }


def _interview(row: Any) -> Interview:
    at: datetime | None = row.decided_at
    return Interview(
        id=row.id,
        person_id=row.person_id,
        occasion=row.occasion,
        held_on=row.held_on,
        grades=json.loads(row.grades),
        decision=Decision(row.decision),
        remark=row.remark,
        decided_by=row.decided_by,
        decided_at=at,
        told=row.told,
        revision=row.revision,
    )
