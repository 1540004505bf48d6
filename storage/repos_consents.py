"""Consents: who decided what about which text, and the acts of destruction."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, insert, select, update

from mentoring.consent.rules import ConsentKind, Decision
from storage.tables import consent_texts, consents, erasures, people
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
