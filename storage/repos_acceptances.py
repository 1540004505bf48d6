"""Who was asked whether a pair suits them; pairs that end early."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, delete, insert, select, update

from mentoring.pairs.rules import PairState
from mentoring.pairs.rules_acceptance import Acceptance, Answer, EndingKind, PairEnding
from storage.tables import acceptances, pair_endings, pairs
from storage.upsert import put


class AcceptanceRepo:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def ask(self, pair_id: int, people: Iterable[int], now: datetime, due_on: date) -> None:
        """Whoever was asked before is asked anew: what they said of another pair of people does not count."""
        for person_id in people:
            fresh = {"asked_at": now, "due_on": due_on, "answer": "", "answered_at": None, "note": ""}
            put(self._connection, acceptances, {"pair_id": pair_id, "person_id": person_id}, fresh)

    def of_pairs(self, pair_ids: Iterable[int]) -> Mapping[int, Sequence[Acceptance]]:
        query = select(acceptances).where(acceptances.c.pair_id.in_(list(pair_ids)))
        found: dict[int, list[Acceptance]] = {}
        for row in self._connection.execute(query.order_by(acceptances.c.person_id)):
            found.setdefault(row.pair_id, []).append(_acceptance(row))
        return found

    def answer(self, acceptance: Acceptance) -> None:
        where = (acceptances.c.pair_id == acceptance.pair_id, acceptances.c.person_id == acceptance.person_id)
        said = {"answer": acceptance.answer.value, "answered_at": acceptance.answered_at, "note": acceptance.note}
        self._connection.execute(update(acceptances).where(*where).values(**said))

    def waiting(self) -> Sequence[tuple[int, Acceptance]]:
        """Of all schools: who has not said anything of a pair that goes on, each with the school."""
        query = (
            select(acceptances, pairs.c.school_id)
            .select_from(acceptances.join(pairs, pairs.c.id == acceptances.c.pair_id))
            .where(acceptances.c.answer == "", pairs.c.state != PairState.CLOSED.value)
            .order_by(pairs.c.school_id, acceptances.c.pair_id, acceptances.c.person_id)
        )
        return [(row.school_id, _acceptance(row)) for row in self._connection.execute(query)]


def _acceptance(row: Any) -> Acceptance:
    return Acceptance(
        pair_id=row.pair_id,
        person_id=row.person_id,
        asked_at=row.asked_at,
        due_on=row.due_on,
        answer=Answer(row.answer),
        answered_at=row.answered_at,
        note=row.note,
    )


class EndingRepo:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(
        self,
        pair_id: int,
        kind: EndingKind,
        reason: str,
        now: datetime,
        last_day: date,
        leaving_id: int | None = None,
        successor_id: int | None = None,
    ) -> None:
        values = {"kind": kind.value, "reason": reason, "asked_at": now, "last_day": last_day}
        row = {"pair_id": pair_id, "leaving_id": leaving_id, "successor_id": successor_id, **values}
        self._connection.execute(insert(pair_endings).values(**row))

    def of_pairs(self, pair_ids: Iterable[int]) -> Mapping[int, PairEnding]:
        query = select(pair_endings).where(pair_endings.c.pair_id.in_(list(pair_ids)))
        return {row.pair_id: _ending(row) for row in self._connection.execute(query)}

    def due(self, day: date) -> Sequence[tuple[int, PairEnding]]:
        """Of all schools: what is to be done because its last day is before `day`, each with the school."""
        query = (
            select(pair_endings, pairs.c.school_id)
            .select_from(pair_endings.join(pairs, pairs.c.id == pair_endings.c.pair_id))
            .where(pair_endings.c.done_at.is_(None), pair_endings.c.last_day < day)
            .order_by(pair_endings.c.id)
        )
        return [(row.school_id, _ending(row)) for row in self._connection.execute(query)]

    def done(self, ending_id: int, now: datetime) -> None:
        self._connection.execute(update(pair_endings).where(pair_endings.c.id == ending_id).values(done_at=now))

    def drop(self, pair_id: int) -> bool:
        """Take back what was not done yet."""
        where = (pair_endings.c.pair_id == pair_id, pair_endings.c.done_at.is_(None))
        return self._connection.execute(delete(pair_endings).where(*where)).rowcount > 0


def _ending(row: Any) -> PairEnding:
    return PairEnding(
        id=row.id,
        pair_id=row.pair_id,
        kind=EndingKind(row.kind),
        reason=row.reason,
        asked_at=row.asked_at,
        last_day=row.last_day,
        leaving_id=row.leaving_id,
        successor_id=row.successor_id,
        done_at=row.done_at,
    )
