"""Consents and questionnaires."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from functools import cache
from typing import Any

from sqlalchemy import Connection, Insert, Select, bindparam, delete, insert, select, update
from sqlalchemy.dialects import postgresql, sqlite

from mentoring.consent.rules import ConsentKind, Decision
from mentoring.ports import Filled, StoredAnswer, Submission
from storage.tables import answers, consent_texts, consents, erasures, form_versions, people, submissions
from storage.upsert import put

_DECISION = (
    consents.c.id,
    consents.c.document,
    consents.c.version,
    consents.c.text_hash,
    consents.c.accepted,
    consents.c.decided_at,
    consents.c.withdrawn_at,
)
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
_FILLED = (submissions.c.person_id, submissions.c.form_id, submissions.c.state, submissions.c.updated_at)
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


def _decision(row: Any) -> Decision:
    return Decision(row.id, ConsentKind(row.document), *row[2:7])


class ConsentRepo:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def decisions(self, person_id: int) -> Sequence[Decision]:
        query = select(*_DECISION).where(consents.c.person_id == person_id).order_by(consents.c.id)
        return [_decision(row) for row in self._connection.execute(query)]

    def of_school(self, school_id: int) -> Mapping[int, Sequence[Decision]]:
        query = select(*_DECISION, consents.c.person_id).join(people).where(people.c.school_id == school_id)
        found: dict[int, list[Decision]] = {}
        for row in self._connection.execute(query.order_by(consents.c.id)):
            found.setdefault(row.person_id, []).append(_decision(row))
        return found

    def decide(
        self, person_id: int, kind: ConsentKind, version: int, text_hash: str, accepted: bool, now: datetime
    ) -> None:
        self._connection.execute(
            insert(consents).values(
                person_id=person_id,
                document=kind.value,
                version=version,
                text_hash=text_hash,
                accepted=accepted,
                decided_at=now,
            )
        )

    def keep_text(
        self, text_hash: str, kind: ConsentKind, version: int, language: str, title: str, text: str
    ) -> None:
        row = {"document": kind.value, "version": version, "language": language, "title": title, "text": text}
        put(self._connection, consent_texts, {"hash": text_hash}, row)

    def text(self, text_hash: str) -> tuple[str, str]:
        query = select(consent_texts.c.title, consent_texts.c.text).where(consent_texts.c.hash == text_hash)
        title, text = self._connection.execute(query).one()
        return title, text

    def withdraw(self, person_id: int, kind: ConsentKind, now: datetime) -> None:
        where = (
            consents.c.person_id == person_id,
            consents.c.document == kind.value,
            consents.c.withdrawn_at.is_(None),
        )
        self._connection.execute(update(consents).where(*where).values(withdrawn_at=now))

    def record_erasure(
        self, school_id: int, reason: str, consent_hash: str, rows: Mapping[str, int], now: datetime
    ) -> None:
        act = {
            "school_id": school_id,
            "erased_on": now.date(),
            "reason": reason,
            "consent_hash": consent_hash,
            "rows": json.dumps(dict(rows), sort_keys=True),
        }
        self._connection.execute(insert(erasures).values(**act))


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

    def of_person(self, person_id: int, occasion: str) -> Sequence[Filled]:
        query = select(*_FILLED).where(submissions.c.person_id == person_id, submissions.c.occasion == occasion)
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

    def sent_answers(self, school_id: int, form_id: str, occasion: str) -> Mapping[int, Mapping[str, str | None]]:
        query = (
            select(submissions.c.person_id, answers.c.name, answers.c.value)
            .select_from(submissions.join(people).outerjoin(answers))
            .where(
                people.c.school_id == school_id,
                submissions.c.form_id == form_id,
                submissions.c.occasion == occasion,
                submissions.c.state == "sent",
            )
        )
        found: dict[int, dict[str, str | None]] = {}
        for person_id, name, value in self._connection.execute(query):
            found.setdefault(person_id, {})[name] = value
        return found

    def sent_on(self, school_id: int, form_id: str, occasion: str) -> Mapping[int, datetime]:
        query = select(submissions.c.person_id, submissions.c.sent_at).join(people)
        where = (
            people.c.school_id == school_id,
            submissions.c.form_id == form_id,
            submissions.c.occasion == occasion,
            submissions.c.sent_at.is_not(None),
        )
        return {person: moment for person, moment in self._connection.execute(query.where(*where))}

    def keep_form(self, version: str, form_id: str, source_name: str, source: str) -> None:
        row = {"form_id": form_id, "source_name": source_name, "source": source}
        put(self._connection, form_versions, {"version": version}, row)

    def form_source(self, version: str) -> tuple[str, str] | None:
        query = select(form_versions.c.source_name, form_versions.c.source)
        row = self._connection.execute(query.where(form_versions.c.version == version)).first()
        return (row[0], row[1]) if row else None
