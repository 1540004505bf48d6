"""When digests are due and how each school wants them; the counts are in `repos_digest_counts`."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, insert, select, update
from sqlalchemy.dialects import postgresql, sqlite

from mentoring.digest.rules_when import Kind, Sending
from storage.repos_digest_counts import DigestCounts
from storage.tables import digest_nudges, digests

_SENDING = (
    digests.c.school_id,
    digests.c.kind,
    digests.c.weekday,
    digests.c.hour,
    digests.c.off,
    digests.c.said_on,
)


class DigestRepo(DigestCounts):
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def start(self, school_id: int, today: date, now: datetime) -> None:
        """For a school that is new on `today`: what has begun by then is done with."""
        rows = [{"school_id": school_id, "kind": kind.value, "said_on": today, "due_at": now} for kind in Kind]
        self._connection.execute(insert(digests), rows)

    def due(self, now: datetime) -> Sequence[tuple[int, Kind]]:
        """Of all schools: those to look at."""
        query = select(digests.c.school_id, digests.c.kind).where(digests.c.due_at <= now)
        rows = self._connection.execute(query.order_by(digests.c.due_at, digests.c.kind.desc()))
        return [(school_id, Kind(kind)) for school_id, kind in rows]

    def next_look(self) -> datetime | None:
        """When the first school is to be looked at, for all that is known now."""
        query = select(digests.c.due_at).where(digests.c.due_at.is_not(None)).order_by(digests.c.due_at).limit(1)
        return self._connection.execute(query).scalar()

    def take(self, school_id: int, kind: Kind, now: datetime) -> Sending | None:
        query = _one(school_id, kind).where(digests.c.due_at <= now).with_for_update(skip_locked=True)
        return _sending(self._connection.execute(query).first())

    def find(self, school_id: int, kind: Kind) -> Sending | None:
        return _sending(self._connection.execute(_one(school_id, kind)).first())

    def keep(self, sending: Sending, due_at: datetime | None) -> None:
        where = (digests.c.school_id == sending.school_id, digests.c.kind == sending.kind.value)
        changes = {
            "weekday": sending.weekday,
            "hour": sending.hour,
            "off": sending.off,
            "said_on": sending.said_on,
            "due_at": due_at,
        }
        self._connection.execute(update(digests).where(*where).values(**changes))

    def wake(self, school_id: int, now: datetime) -> None:
        """The school's days or its clock have changed: the next look finds the moment anew."""
        where = (digests.c.school_id == school_id, digests.c.due_at.is_not(None))
        self._connection.execute(update(digests).where(*where).values(due_at=now))

    def nudged(self, pair_id: int, day: date, since: date) -> bool:
        """One statement, so that of two presses at once one alone is told that it may."""
        dialect = sqlite if self._connection.dialect.name == "sqlite" else postgresql
        statement = dialect.insert(digest_nudges).values(pair_id=pair_id, nudged_on=day)
        statement = statement.on_conflict_do_update(
            index_elements=[digest_nudges.c.pair_id],
            set_={"nudged_on": day},
            where=digest_nudges.c.nudged_on <= since,
        )
        return self._connection.execute(statement).rowcount > 0


def _one(school_id: int, kind: Kind) -> Any:
    return select(*_SENDING).where(digests.c.school_id == school_id, digests.c.kind == kind.value)


def _sending(row: Any) -> Sending | None:
    return Sending(row[0], Kind(row[1]), *row[2:]) if row is not None else None
