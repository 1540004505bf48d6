"""The library's materials and the search for them.

A school's library is small, hundreds of materials, and its words are searched where they lie: SQLite indexes them
in a temporary table of trigrams for the one question, so that no second copy of them stays in the file.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, case, func, insert, or_, select, text, update

from mentoring.library.rules import Material, Stored
from mentoring.library.rules_search import Sought
from mentoring.meetings.rules import Subject
from mentoring.roadmap.rules import Phase
from storage.tables import materials

_THERE = materials.c.withdrawn_at.is_(None)
_INDEX = "CREATE VIRTUAL TABLE IF NOT EXISTS temp.material_words USING fts5(words, tokenize='trigram')"
_FILL = (
    "INSERT INTO temp.material_words (rowid, words) "
    "SELECT id, ' ' || words || ' ' FROM materials WHERE school_id = :school AND withdrawn_at IS NULL"
)
_MATCH = "SELECT rowid FROM temp.material_words WHERE words MATCH :sought ORDER BY rank LIMIT :most"


class MaterialRepo:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, school_id: int, material: Material) -> Material:
        made = insert(materials).values(school_id=school_id, **_row(material)).returning(materials.c.id)
        return replace(material, id=self._connection.execute(made).scalar_one())

    def save(self, school_id: int, material: Material) -> None:
        where = (materials.c.school_id == school_id, materials.c.id == material.id)
        self._connection.execute(update(materials).where(*where).values(**_row(material)))

    def find(self, school_id: int, material_id: int) -> Material | None:
        found = self._many(_of(school_id).where(materials.c.id == material_id))
        return found[0] if found else None

    def listed(
        self,
        school_id: int,
        phase: Phase | None = None,
        subject: Subject | None = None,
        since: datetime | None = None,
    ) -> Sequence[Material]:
        query = _of(school_id).where(_THERE)
        if phase is not None:
            query = query.where(materials.c.phase.in_((phase.value, "")))
        if subject is not None:
            query = query.where(materials.c.subject.in_((subject.value, "")))
        if since is not None:
            query = query.where(materials.c.added_at >= since)
        return self._many(query)

    def withdrawn(self, school_id: int) -> Sequence[Material]:
        return self._many(_of(school_id).where(~_THERE))

    def count_since(self, school_id: int, since: datetime) -> int:
        where = (materials.c.school_id == school_id, materials.c.added_at >= since, _THERE)
        return self._connection.execute(select(func.count()).select_from(materials).where(*where)).scalar_one()

    def candidates(self, school_id: int, found: Sought, limit: int) -> Sequence[Material]:
        lite = self._connection.dialect.name == "sqlite"
        return (self._by_trigrams if lite else self._by_stems)(school_id, found, limit)

    def _by_trigrams(self, school_id: int, found: Sought, limit: int) -> Sequence[Material]:
        """A query too short for a trigram looks for its words as they are."""
        if not found.grams:
            return self._many(_of(school_id).where(_THERE, or_(*map(_holds, found.words))).limit(limit))
        self._connection.execute(text(_INDEX))
        self._connection.execute(text("DELETE FROM temp.material_words"))
        self._connection.execute(text(_FILL), {"school": school_id})
        terms = " OR ".join(f'"{gram}"' for gram in found.grams)
        rows = self._connection.execute(text(_MATCH), {"sought": terms, "most": limit}).scalars().all()
        known = {one.id: one for one in self._many(_of(school_id).where(materials.c.id.in_(rows)))}
        return [known[row] for row in rows if row in known]

    def _by_stems(self, school_id: int, found: Sought, limit: int) -> Sequence[Material]:
        """By the dictionary's word forms, then by how many trigrams are shared."""
        document = func.to_tsvector(text("'russian'"), materials.c.words)
        query = func.to_tsquery(text("'russian'"), " | ".join(found.words))
        shared: ColumnElement[Any] = sum((_hit(gram) for gram in found.grams), start=case((_THERE, 0)))
        hits = (document.op("@@")(query), *map(_holds, (*found.grams, *found.words)))
        order = (func.ts_rank(document, query).desc(), shared.desc(), materials.c.id.desc())
        return self._many(_of(school_id).where(_THERE, or_(*hits)).order_by(None).order_by(*order).limit(limit))

    def _many(self, query: Select[Any]) -> list[Material]:
        return [_material(row) for row in self._connection.execute(query)]


def _holds(piece: str) -> ColumnElement[bool]:
    return materials.c.words.contains(piece, autoescape=True)


def _hit(gram: str) -> ColumnElement[int]:
    return case((_holds(gram), 1), else_=0)


def _of(school_id: int) -> Select[Any]:
    newest = (materials.c.added_at.desc(), materials.c.id.desc())
    return select(materials).where(materials.c.school_id == school_id).order_by(*newest)


def _row(one: Material) -> dict[str, Any]:
    file = one.file or Stored("", "", "")
    return {
        "phase": one.phase.value if one.phase else "",
        "subject": one.subject.value if one.subject else "",
        "title": one.title,
        "text": one.text,
        "link": one.link,
        "medium": file.medium,
        "reference": file.reference,
        "file_name": file.name,
        "added_by": one.added_by,
        "added_at": one.added_at,
        "withdrawn_at": one.withdrawn_at,
        "words": one.words,
    }


def _material(row: Any) -> Material:
    return Material(
        row.id,
        row.title,
        row.added_at,
        row.added_by,
        Phase(row.phase) if row.phase else None,
        Subject(row.subject) if row.subject else None,
        row.text,
        row.link,
        Stored(row.medium, row.reference, row.file_name) if row.reference else None,
        row.withdrawn_at,
    )
