"""Cases with the people who wrote them and who are named in them."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, Select, delete, insert, select, update

from mentoring.cases.rules import Case
from mentoring.ports_year import StoredCase
from storage.tables import case_people, year_cases
from storage.upsert import put

_ALL = select(year_cases).order_by(year_cases.c.id)


class CaseRepo:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def all(self, school_id: int, occasion: str | None = None) -> Sequence[StoredCase]:
        """Of one school year, or of all."""
        query = _ALL.where(year_cases.c.school_id == school_id)
        return self._many(query if occasion is None else query.where(year_cases.c.occasion == occasion))

    def find(self, school_id: int, case_id: int) -> StoredCase | None:
        found = self._many(_ALL.where(year_cases.c.school_id == school_id, year_cases.c.id == case_id))
        return found[0] if found else None

    def of_person(self, school_id: int, person_id: int) -> Sequence[StoredCase]:
        theirs = select(case_people.c.case_id).where(case_people.c.person_id == person_id)
        return self._many(_ALL.where(year_cases.c.school_id == school_id, year_cases.c.id.in_(theirs)))

    def add(self, school_id: int, occasion: str, case: Case) -> StoredCase | None:
        """None where the pair has a case already."""
        key = {"pair_id": case.pair_id}
        row = {"school_id": school_id, "occasion": occasion, **_row(case)}
        known = select(year_cases.c.id).where(year_cases.c.pair_id == case.pair_id)
        if self._connection.execute(known).first() is not None:
            return None
        put(self._connection, year_cases, key, row)
        case_id = self._connection.execute(known).scalar_one()
        self._people(case_id, case)
        return self.find(school_id, case_id)

    def save(self, stored: StoredCase) -> bool:
        """Store a new revision. False when somebody else has changed it since it was read."""
        where = (year_cases.c.id == stored.case.id, year_cases.c.revision == stored.revision)
        values = {**_row(stored.case), "released_at": stored.released_at, "revision": stored.revision + 1}
        if self._connection.execute(update(year_cases).where(*where).values(**values)).rowcount != 1:
            return False
        self._people(stored.case.id, stored.case)
        return True

    def _people(self, case_id: int, case: Case) -> None:
        self._connection.execute(delete(case_people).where(case_people.c.case_id == case_id))
        rows = [
            {
                "case_id": case_id,
                "person_id": person,
                "author": person in case.authors,
                "named": person in case.named,
                "approved": case.approved.get(person, ""),
            }
            for person in sorted(case.authors | case.named)
        ]
        if rows:
            self._connection.execute(insert(case_people), rows)

    def _many(self, query: Select[Any]) -> list[StoredCase]:
        rows = self._connection.execute(query).all()
        people = select(case_people).where(case_people.c.case_id.in_([row.id for row in rows]))
        by_case: dict[int, list[Any]] = {}
        for one in self._connection.execute(people):
            by_case.setdefault(one.case_id, []).append(one)
        return [StoredCase(_case(row, by_case.get(row.id, [])), row.revision, row.released_at) for row in rows]


def _row(case: Case) -> dict[str, Any]:
    return {
        "title": case.title,
        "sections": json.dumps(dict(case.sections), ensure_ascii=False),
        "model": case.model,
        "contact": case.contact,
        "areas": " ".join(case.areas),
    }


def _case(row: Any, people: Sequence[Any]) -> Case:
    return Case(
        id=row.id,
        pair_id=row.pair_id,
        year=int(row.occasion),
        title=row.title,
        sections=json.loads(row.sections),
        authors=frozenset(one.person_id for one in people if one.author),
        named=frozenset(one.person_id for one in people if one.named),
        model=row.model,
        contact=row.contact,
        areas=tuple(row.areas.split()),
        approved={one.person_id: one.approved for one in people if one.approved},
    )
