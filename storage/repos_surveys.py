"""Surveys, and the two places where answers without a name are kept apart from their givers."""

from __future__ import annotations

import json
import secrets
from collections.abc import Collection, Iterable, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Select, Table, delete, insert, select, update

from mentoring.people.rules import Role, joined, roles_of
from mentoring.ports_questionnaires import SentSheet
from mentoring.questionnaires.rules_form import Texts
from mentoring.questionnaires.rules_settings import FormSettings
from mentoring.surveys.rules import Survey
from storage.tables import survey_given, survey_sheets, surveys

_WHOLE = select(surveys).order_by(surveys.c.opened_at.desc(), surveys.c.id.desc())


class SurveyRepo:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def open(
        self,
        school_id: int,
        form_id: str,
        occasion: str,
        settings: FormSettings,
        titles: Texts,
        roles: Iterable[Role],
        now: datetime,
        closes_at: datetime,
    ) -> Survey:
        row = {
            "school_id": school_id,
            "form_id": form_id,
            "occasion": occasion,
            "wave": settings.wave.value,
            "series": settings.series,
            "titles": json.dumps([dict(titles.by_language), titles.default], ensure_ascii=False),
            "roles": joined(roles),
            "anonymous": settings.anonymous,
            "reminders": settings.reminders,
            "opened_at": now,
            "closes_at": closes_at,
        }
        made = self._connection.execute(insert(surveys).values(**row).returning(surveys)).one()
        return _survey(made)

    def find(self, school_id: int, survey_id: int) -> Survey | None:
        return self._one(_WHOLE.where(surveys.c.school_id == school_id, surveys.c.id == survey_id))

    def of(self, school_id: int, form_id: str, occasion: str) -> Survey | None:
        mine = (surveys.c.school_id == school_id, surveys.c.form_id == form_id, surveys.c.occasion == occasion)
        return self._one(_WHOLE.where(*mine))

    def all(self, school_id: int) -> Sequence[Survey]:
        """Newest first."""
        return self._many(_WHOLE.where(surveys.c.school_id == school_id))

    def now_open(self, school_id: int, now: datetime) -> Sequence[Survey]:
        open_now = (surveys.c.school_id == school_id, surveys.c.closed_at.is_(None), surveys.c.closes_at > now)
        return self._many(_WHOLE.where(*open_now))

    def ending(self, before: datetime) -> Sequence[Survey]:
        """Of all schools: open ones whose window ends before that moment."""
        return self._many(_WHOLE.where(surveys.c.closed_at.is_(None), surveys.c.closes_at <= before))

    def move_end(self, survey_id: int, closes_at: datetime) -> None:
        self._connection.execute(update(surveys).where(surveys.c.id == survey_id).values(closes_at=closes_at))

    def close(self, survey_id: int, now: datetime) -> None:
        self._connection.execute(update(surveys).where(surveys.c.id == survey_id).values(closed_at=now))

    def give(self, survey: Survey, person_id: int, sheet: SentSheet) -> bool:
        """Put a sheet without a name into the box; False for somebody who has given theirs.

        Both tables' rows of the survey are written anew: a row that alone bore the mark of this transaction
        would join the giver and the sheet, in a database that keeps rows as they came.
        """
        self._connection.execute(select(surveys.c.id).where(surveys.c.id == survey.id).with_for_update())
        given = set(self.given(survey.id))
        if person_id in given:
            return False
        self._rewrite(survey_given, survey.id, [{"person_id": one} for one in sorted(given | {person_id})])
        kept = [dict(row) for row in self._connection.execute(_sheets_of(survey.id)).mappings()]
        self._rewrite(survey_sheets, survey.id, sorted([*kept, _row(sheet)], key=lambda row: str(row["sheet"])))
        return True

    def _rewrite(self, table: Table, survey_id: int, rows: Sequence[dict[str, Any]]) -> None:
        self._connection.execute(delete(table).where(table.c.survey_id == survey_id))
        self._connection.execute(insert(table), [{**row, "survey_id": survey_id} for row in rows])

    def given(self, survey_id: int) -> Collection[int]:
        query = select(survey_given.c.person_id).where(survey_given.c.survey_id == survey_id)
        return frozenset(self._connection.execute(query).scalars())

    def given_by(self, person_id: int) -> Collection[int]:
        """The surveys without names that this person has answered."""
        query = select(survey_given.c.survey_id).where(survey_given.c.person_id == person_id)
        return frozenset(self._connection.execute(query).scalars())

    def sheets(self, survey_id: int) -> Sequence[SentSheet]:
        """In the order of their random numbers, which says nothing."""
        rows = self._connection.execute(_sheets_of(survey_id)).mappings()
        return [
            SentSheet(row["version"], json.loads(row["answers"]), role=row["role"], link=row["link"])
            for row in rows
        ]

    def _one(self, query: Select[Any]) -> Survey | None:
        row = self._connection.execute(query).first()
        return _survey(row) if row else None

    def _many(self, query: Select[Any]) -> list[Survey]:
        return [_survey(row) for row in self._connection.execute(query)]


def _sheets_of(survey_id: int) -> Select[Any]:
    return select(survey_sheets).where(survey_sheets.c.survey_id == survey_id).order_by(survey_sheets.c.sheet)


def _row(sheet: SentSheet) -> dict[str, Any]:
    answers = json.dumps(dict(sheet.answers), ensure_ascii=False, sort_keys=True)
    named = {"version": sheet.version, "role": sheet.role, "link": sheet.link}
    return {"sheet": secrets.token_hex(16), **named, "answers": answers}


def _survey(row: Any) -> Survey:
    by_language, default = json.loads(row.titles)
    return Survey(
        id=row.id,
        school_id=row.school_id,
        form_id=row.form_id,
        occasion=row.occasion,
        wave=row.wave,
        series=row.series,
        titles=Texts(by_language, default),
        roles=roles_of(row.roles),
        anonymous=row.anonymous,
        reminders=row.reminders,
        opened_at=row.opened_at,
        closes_at=row.closes_at,
        closed_at=row.closed_at,
    )
