"""Questionnaires as people fill them in: drafts, what was sent, files given as answers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from functools import cache
from typing import Any

from sqlalchemy import Connection, Insert, Select, bindparam, delete, func, insert, select, update
from sqlalchemy.dialects import postgresql, sqlite

from mentoring.ports import Filled, StoredAnswer, Submission
from mentoring.ports_questionnaires import KeptFile, SentSheet, Stale
from storage.tables import answers, people, submissions, uploads
from storage.types import UtcDateTime

TRIAL = "trial"
"""The occasion of a walk that tries a questionnaire: it counts nowhere."""

_SUBMISSION = (
    submissions.c.id,
    submissions.c.person_id,
    submissions.c.form_id,
    submissions.c.occasion,
    submissions.c.version,
    submissions.c.state,
    submissions.c.rev,
    submissions.c.position,
    submissions.c.from_review,
    submissions.c.started,
    submissions.c.refusals,
    submissions.c.seed,
    submissions.c.updated_at,
    submissions.c.sent_at,
)
_FILLED = (
    submissions.c.person_id,
    submissions.c.form_id,
    submissions.c.occasion,
    submissions.c.state,
    submissions.c.updated_at,
)
_ANSWER = (answers.c.name, answers.c.value)
_REAL = submissions.c.occasion != TRIAL
_STALE = (
    select(
        submissions.c.id,
        submissions.c.person_id,
        people.c.school_id,
        submissions.c.form_id,
        submissions.c.occasion,
        submissions.c.updated_at,
    )
    .select_from(submissions.join(people))
    .where(
        submissions.c.state == "draft",
        submissions.c.started,
        submissions.c.reminded_at.is_(None),
        submissions.c.updated_at < bindparam("before", type_=UtcDateTime()),
        _REAL,
        people.c.reachable,
        ~people.c.muted,
    )
    .order_by(submissions.c.updated_at)
)
_WHOLE = select(*_SUBMISSION, answers.c.name, answers.c.value, answers.c.skipped).select_from(
    submissions.outerjoin(answers)
)
_FIND = _WHOLE.where(submissions.c.id == bindparam("id"), submissions.c.person_id == bindparam("person_id"))
_SAVE = update(submissions).where(submissions.c.id == bindparam("key"))
_FORGET = delete(answers).where(answers.c.submission_id == bindparam("of"), answers.c.name == bindparam("named"))


@cache
def _put_answers(dialect: str) -> Insert:
    """Insert or replace, for many answers at once."""
    statement = (sqlite if dialect == "sqlite" else postgresql).insert(answers)
    change = {"value": statement.excluded.value, "skipped": statement.excluded.skipped}
    found: Insert = statement.on_conflict_do_update(index_elements=["submission_id", "name"], set_=change)
    return found


class SubmissionRepo:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def open(
        self, person_id: int, form_id: str, occasion: str, version: str, seed: int, now: datetime
    ) -> Submission:
        """The person's submission of this occasion; made if there is none, untouched if there is."""
        key = {"person_id": person_id, "form_id": form_id, "occasion": occasion}
        query = _WHOLE.where(*(submissions.c[name] == value for name, value in key.items()))
        found = self._whole(query, {})
        if found is None:
            fresh = {"version": version, "state": "draft", "seed": seed, "created_at": now, "updated_at": now}
            self._connection.execute(insert(submissions).values(**key, **fresh))
            found = self._whole(query, {})
        assert found is not None
        return found

    def find(self, person_id: int, submission_id: int) -> Submission | None:
        return self._whole(_FIND, {"id": submission_id, "person_id": person_id})

    def _whole(self, query: Select[Any], values: Mapping[str, Any]) -> Submission | None:
        rows: Sequence[Any] = self._connection.execute(query, values).all()
        if not rows:
            return None
        size = len(_SUBMISSION)
        given = tuple(StoredAnswer(*row[size:]) for row in rows if row[size] is not None)
        fields: list[Any] = [*rows[0][:size], given]
        return Submission(*fields)

    def of_person(self, person_id: int, occasion: str | None = None) -> Sequence[Filled]:
        """Their fillings, of one occasion or of all; trials do not count."""
        query = select(*_FILLED).where(submissions.c.person_id == person_id, _REAL)
        if occasion is not None:
            query = query.where(submissions.c.occasion == occasion)
        return [Filled(*row) for row in self._connection.execute(query)]

    def of_school(self, school_id: int, occasion: str) -> Sequence[Filled]:
        query = (
            select(*_FILLED)
            .join(people)
            .where(people.c.school_id == school_id, submissions.c.occasion == occasion)
        )
        return [Filled(*row) for row in self._connection.execute(query)]

    def save(
        self,
        submission: Submission,
        changed: Iterable[StoredAnswer],
        removed: Iterable[str],
        now: datetime,
        **fields: Any,
    ) -> None:
        rows = [
            {"submission_id": submission.id, "name": a.name, "value": a.value, "skipped": a.skipped}
            for a in changed
        ]
        if rows:
            self._connection.execute(_put_answers(self._connection.dialect.name), rows)
        gone = [{"of": submission.id, "named": name} for name in removed]
        if gone:
            self._connection.execute(_FORGET, gone)
        change = {"rev": submission.rev + 1, "updated_at": now, **fields}
        self._connection.execute(_SAVE, {"key": submission.id, **change})

    def drop(self, person_id: int, form_id: str, occasion: str) -> None:
        """Forget one filling altogether, answers and all."""
        self._connection.execute(delete(submissions).where(*_given(person_id, form_id, occasion)))

    def drop_drafts(self, school_id: int, form_id: str, occasion: str) -> None:
        members = select(people.c.id).where(people.c.school_id == school_id)
        where = (
            submissions.c.person_id.in_(members),
            submissions.c.form_id == form_id,
            submissions.c.occasion == occasion,
            submissions.c.state == "draft",
        )
        self._connection.execute(delete(submissions).where(*where))

    def carry(self, submission: Submission, version: str, kept: Iterable[StoredAnswer], now: datetime) -> None:
        """The draft goes on in another version of its questionnaire with the answers that fit it."""
        self._connection.execute(delete(answers).where(answers.c.submission_id == submission.id))
        self.save(submission, kept, (), now, version=version, position=None, from_review=False, refusals=0)

    def drafts_of(self, school_id: int, form_id: str) -> int:
        """How many of the school are in the middle of this questionnaire."""
        where = (people.c.school_id == school_id, submissions.c.form_id == form_id, submissions.c.state == "draft")
        query = select(func.count()).select_from(submissions.join(people)).where(*where, _REAL)
        return int(self._connection.execute(query).scalar_one())

    def sent_sheets(self, school_id: int, form_id: str, occasion: str) -> Sequence[SentSheet]:
        """Everything that was sent with a name, by person."""
        query = (
            select(submissions.c.person_id, submissions.c.version, submissions.c.sent_at, *_ANSWER)
            .select_from(submissions.join(people).outerjoin(answers))
            .where(
                people.c.school_id == school_id,
                submissions.c.form_id == form_id,
                submissions.c.occasion == occasion,
                submissions.c.state == "sent",
            )
            .order_by(submissions.c.person_id)
        )
        found: dict[int, SentSheet] = {}
        given: dict[int, dict[str, str | None]] = {}
        for person_id, version, sent_at, name, value in self._connection.execute(query):
            values = given.setdefault(person_id, {})
            found.setdefault(person_id, SentSheet(version, values, person_id, sent_at=sent_at))
            if name is not None:
                values[name] = value
        return list(found.values())

    def stale(self, before: datetime, limit: int) -> Sequence[Stale]:
        """Drafts begun and left alone since `before`, of people who can be reminded and were not yet."""
        return [Stale(*row) for row in self._connection.execute(_STALE.limit(limit), {"before": before})]

    def mark_reminded(self, submission_ids: Sequence[int], now: datetime) -> None:
        where = submissions.c.id.in_(submission_ids)
        self._connection.execute(update(submissions).where(where).values(reminded_at=now))

    def keep_file(
        self, person_id: int, kind: str, reference: str, name: str, size: int, now: datetime
    ) -> KeptFile:
        row = {"person_id": person_id, "kind": kind, "reference": reference, "name": name}
        statement = insert(uploads).values(**row, size=size, added_at=now).returning(uploads.c.id)
        return KeptFile(self._connection.execute(statement).scalar_one(), person_id, kind, reference, name)

    def file(self, school_id: int, file_id: int) -> KeptFile | None:
        query = (
            select(uploads.c.id, uploads.c.person_id, uploads.c.kind, uploads.c.reference, uploads.c.name)
            .join(people)
            .where(people.c.school_id == school_id, uploads.c.id == file_id)
        )
        row = self._connection.execute(query).first()
        return KeptFile(*row) if row else None


def _given(person_id: int, form_id: str, occasion: str) -> tuple[Any, ...]:
    return (
        submissions.c.person_id == person_id,
        submissions.c.form_id == form_id,
        submissions.c.occasion == occasion,
    )
