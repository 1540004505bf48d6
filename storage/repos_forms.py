"""Files of questionnaires, and what each school has put in force."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Select, select, update
from sqlalchemy.dialects import postgresql, sqlite

from mentoring.ports_questionnaires import SchoolForm
from storage.tables import form_versions, school_forms

_WHOLE = select(school_forms).order_by(school_forms.c.added_at.desc(), school_forms.c.id.desc())
PUBLISHED, REPLACED = "published", "replaced"


class FormRepo:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def keep(self, version: str, form_id: str, source_name: str, content: bytes) -> None:
        """A version says the same whoever sent it: the first file of it stays, as it is written once."""
        known = select(form_versions.c.version).where(form_versions.c.version == version)
        if self._connection.execute(known).first() is None:
            row = {"form_id": form_id, "source_name": source_name, "content": content}
            dialect = sqlite if self._connection.dialect.name == "sqlite" else postgresql
            statement = dialect.insert(form_versions).values(version=version, **row)
            self._connection.execute(statement.on_conflict_do_nothing(index_elements=["version"]))

    def source(self, version: str) -> tuple[str, bytes] | None:
        query = select(form_versions.c.source_name, form_versions.c.content)
        row = self._connection.execute(query.where(form_versions.c.version == version)).first()
        return (row[0], row[1]) if row else None

    def add(
        self,
        school_id: int,
        form_id: str,
        version: str,
        source_name: str,
        titles: Mapping[str, str],
        questions: int,
        minutes: int,
        person_id: int,
        now: datetime,
    ) -> SchoolForm:
        """A candidate; the row that is there for a version sent before."""
        key = {"school_id": school_id, "form_id": form_id, "version": version}
        query = _WHOLE.where(*(school_forms.c[name] == value for name, value in key.items()))
        found = self._one(query)
        if found is None:
            row = {
                "state": "candidate",
                "source_name": source_name,
                "titles": json.dumps(dict(titles), ensure_ascii=False),
                "questions": questions,
                "minutes": minutes,
                "added_by": person_id,
                "added_at": now,
            }
            self._connection.execute(school_forms.insert().values(**key, **row))
            found = self._one(query)
        assert found is not None
        return found

    def find(self, school_id: int, row_id: int) -> SchoolForm | None:
        return self._one(_WHOLE.where(school_forms.c.school_id == school_id, school_forms.c.id == row_id))

    def current(self, school_id: int, form_id: str) -> SchoolForm | None:
        mine = (school_forms.c.school_id == school_id, school_forms.c.form_id == form_id)
        return self._one(_WHOLE.where(*mine, school_forms.c.state == PUBLISHED))

    def published(self, school_id: int) -> Sequence[SchoolForm]:
        return self._many(_WHOLE.where(school_forms.c.school_id == school_id, school_forms.c.state == PUBLISHED))

    def history(self, school_id: int, form_id: str) -> Sequence[SchoolForm]:
        """All versions the school has sent of this questionnaire, newest first."""
        mine = (school_forms.c.school_id == school_id, school_forms.c.form_id == form_id)
        return self._many(_WHOLE.where(*mine))

    def set_state(self, school_id: int, row_id: int, state: str, now: datetime) -> None:
        """Publishing one replaces the one that was in force."""
        row = self.find(school_id, row_id)
        if row is None:
            return
        values: dict[str, Any] = {"state": state}
        if state == PUBLISHED:
            self._replace(school_id, row.form_id)
            values["published_at"] = now
        self._connection.execute(update(school_forms).where(school_forms.c.id == row_id).values(**values))

    def _replace(self, school_id: int, form_id: str) -> None:
        where = (
            school_forms.c.school_id == school_id,
            school_forms.c.form_id == form_id,
            school_forms.c.state == PUBLISHED,
        )
        self._connection.execute(update(school_forms).where(*where).values(state=REPLACED))

    def _one(self, query: Select[Any]) -> SchoolForm | None:
        row = self._connection.execute(query).first()
        return _form(row) if row else None

    def _many(self, query: Select[Any]) -> list[SchoolForm]:
        return [_form(row) for row in self._connection.execute(query)]


def _form(row: Any) -> SchoolForm:
    return SchoolForm(
        id=row.id,
        school_id=row.school_id,
        form_id=row.form_id,
        version=row.version,
        state=row.state,
        source_name=row.source_name,
        titles=json.loads(row.titles),
        questions=row.questions,
        minutes=row.minutes,
        added_by=row.added_by,
        added_at=row.added_at,
        published_at=row.published_at,
    )
