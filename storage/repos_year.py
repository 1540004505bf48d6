"""Rollovers, what is kept with a term, acts of destruction, the documents of the school's site."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Select, delete, func, insert, select, update

from mentoring.ports_year import Gone, StoredAct, StoredFile
from mentoring.year.rules_retention import DataKind, Kept
from storage import retention
from storage.tables import (
    answers,
    meetings,
    pairs,
    plan_goals,
    plan_results,
    plan_tasks,
    rollovers,
    schools,
    site_files,
    submissions,
    year_acts,
)
from storage.tables import people as persons

_FILE = (site_files.c.id, site_files.c.title, site_files.c.ending, site_files.c.size)


class TurnRepo:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def begin(self, school_id: int, year: int, by: int, now: datetime) -> bool:
        """False where that year was rolled over already: two presses are one."""
        self._connection.execute(select(schools.c.id).where(schools.c.id == school_id).with_for_update())
        known = select(rollovers.c.year).where(rollovers.c.school_id == school_id, rollovers.c.year == year)
        if self._connection.execute(known).first() is not None:
            return False
        row = {"school_id": school_id, "year": year, "done_at": now, "done_by": by}
        self._connection.execute(insert(rollovers).values(**row))
        return True

    def finish(self, school_id: int, year: int, act_id: int | None) -> None:
        where = (rollovers.c.school_id == school_id, rollovers.c.year == year)
        self._connection.execute(update(rollovers).where(*where).values(act_id=act_id))

    def years(self, school_id: int) -> Sequence[str]:
        """School years with pairs, newest first."""
        query = select(pairs.c.occasion).where(pairs.c.school_id == school_id).distinct()
        return sorted(self._connection.execute(query).scalars(), reverse=True)

    def readable(self, school_id: int, occasion: str) -> int:
        """How many records of that year there are to read: meetings, plans' lines, answers."""
        theirs = select(pairs.c.id).where(pairs.c.school_id == school_id, pairs.c.occasion == occasion)
        tables = (meetings, plan_goals, plan_tasks, plan_results)
        found = [select(func.count()).select_from(t).where(t.c.pair_id.in_(theirs)) for t in tables]
        given = answers.join(submissions).join(persons, persons.c.id == submissions.c.person_id)
        year = (persons.c.school_id == school_id, submissions.c.occasion.like(f"{occasion}%"))
        found.append(select(func.count()).select_from(given).where(*year))
        return sum(int(self._connection.execute(query).scalar_one()) for query in found)

    def kept(self, school_id: int) -> Sequence[Kept]:
        return retention.kept(self._connection, school_id)

    def destroy(self, school_id: int, kept: Sequence[Kept]) -> Sequence[Gone]:
        return retention.destroy(self._connection, school_id, kept)

    def withdrawn(self, before: datetime, limit: int) -> Sequence[int]:
        """Schools with consents that were taken back before that moment and are stored still."""
        return retention.schools_withdrawn(self._connection, before, limit)

    def forget_withdrawn(self, school_id: int, before: datetime) -> Sequence[Gone]:
        return retention.forget_withdrawn(self._connection, school_id, before)

    def schools_after(self, school_id: int, limit: int) -> Sequence[int]:
        query = select(schools.c.id).where(schools.c.id > school_id).order_by(schools.c.id).limit(limit)
        return list(self._connection.execute(query).scalars())

    def keep_act(self, school_id: int, now: datetime, gone: Iterable[Gone]) -> StoredAct:
        lines = json.dumps([[g.kind.value, g.year, g.count, list(g.persons), g.withdrawn] for g in gone])
        row = {"school_id": school_id, "made_at": now, "lines": lines}
        made = self._connection.execute(insert(year_acts).values(**row).returning(year_acts)).one()
        return _act(made)

    def act(self, school_id: int, act_id: int) -> StoredAct | None:
        found = self._acts(select(year_acts).where(year_acts.c.school_id == school_id, year_acts.c.id == act_id))
        return found[0] if found else None

    def acts(self, school_id: int) -> Sequence[StoredAct]:
        """Newest first."""
        return self._acts(
            select(year_acts).where(year_acts.c.school_id == school_id).order_by(year_acts.c.id.desc())
        )

    def _acts(self, query: Select[Any]) -> list[StoredAct]:
        return [_act(row) for row in self._connection.execute(query)]

    def files(self, school_id: int) -> Sequence[StoredFile]:
        query = select(*_FILE).where(site_files.c.school_id == school_id).order_by(site_files.c.id)
        return [StoredFile(*row) for row in self._connection.execute(query)]

    def contents(self, school_id: int) -> Mapping[int, bytes]:
        query = select(site_files.c.id, site_files.c.content).where(site_files.c.school_id == school_id)
        return {file_id: content for file_id, content in self._connection.execute(query)}

    def add_file(self, school_id: int, title: str, ending: str, content: bytes) -> StoredFile:
        row = {"school_id": school_id, "title": title, "ending": ending, "size": len(content), "content": content}
        made = self._connection.execute(insert(site_files).values(**row).returning(*_FILE)).one()
        return StoredFile(*made)

    def drop_file(self, school_id: int, file_id: int) -> bool:
        where = (site_files.c.school_id == school_id, site_files.c.id == file_id)
        return self._connection.execute(delete(site_files).where(*where)).rowcount > 0


def _act(row: Any) -> StoredAct:
    gone = [
        Gone(DataKind(k), year, count, tuple(who), back) for k, year, count, who, back in json.loads(row.lines)
    ]
    return StoredAct(row.id, row.made_at, tuple(gone))
