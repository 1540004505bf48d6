"""Schools' special days and the length of their week."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Literal

from sqlalchemy import Connection, bindparam, delete, select, update

from mentoring.calendar.rules import Kind, Special
from mentoring.ports_plan import StoredDays
from storage.tables import schools, special_days
from storage.upsert import put

_SPECIALS = (
    select(special_days)
    .where(special_days.c.school_id == bindparam("school"))
    .order_by(special_days.c.first, special_days.c.id)
)
_WEEK = select(schools.c.week_days).where(schools.c.id == bindparam("school"))


class CalendarRepo:
    """What a unit of work has read once it need not read again: every screen and every rule asks for the days."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._specials: dict[int, Sequence[StoredDays]] = {}
        self._weeks: dict[int, Literal[5, 6]] = {}

    def week(self, school_id: int) -> Literal[5, 6]:
        if school_id not in self._weeks:
            six = self._connection.execute(_WEEK, {"school": school_id}).scalar_one() == 6
            self._weeks[school_id] = 6 if six else 5
        return self._weeks[school_id]

    def set_week(self, school_id: int, days: Literal[5, 6]) -> None:
        self._weeks.pop(school_id, None)
        self._connection.execute(update(schools).where(schools.c.id == school_id).values(week_days=days))

    def specials(self, school_id: int) -> Sequence[StoredDays]:
        """By their first day."""
        if school_id not in self._specials:
            self._specials[school_id] = self._read(school_id)
        return self._specials[school_id]

    def _read(self, school_id: int) -> Sequence[StoredDays]:
        rows = self._connection.execute(_SPECIALS, {"school": school_id})
        return [StoredDays(row.id, Special(row.first, row.last, Kind(row.kind), row.title)) for row in rows]

    def add(self, school_id: int, specials: Iterable[Special]) -> int:
        """How many were new: the same period of the same kind and name is kept once."""
        self._specials.pop(school_id, None)
        return sum(put(self._connection, special_days, _key(school_id, one), {}) for one in specials)

    def remove(self, school_id: int, special_id: int) -> bool:
        self._specials.pop(school_id, None)
        where = (special_days.c.school_id == school_id, special_days.c.id == special_id)
        return self._connection.execute(delete(special_days).where(*where)).rowcount > 0


def _key(school_id: int, one: Special) -> dict[str, object]:
    return {
        "school_id": school_id,
        "first": one.first,
        "last": one.last,
        "kind": one.kind.value,
        "title": one.title,
    }
