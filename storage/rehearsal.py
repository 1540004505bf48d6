"""What a rehearsal asks the database: what was said under which key, and what is going to happen."""

from __future__ import annotations

import json
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Select, func, select

from storage.outbox import SENT
from storage.tables import (
    invitations,
    ladders,
    meeting_checkins,
    meeting_people,
    meetings,
    notices,
    outbox,
    people,
)


@dataclass(frozen=True, slots=True)
class Said:
    """A message that had a key, as the sender marked it. `keys` are those of the notices in it."""

    row: int
    person_id: int
    key: str
    created_at: datetime
    sent_at: datetime
    keys: tuple[str, ...]


def said(connection: Connection, since: datetime) -> Sequence[Said]:
    """What was sent at `since` or after it, in the order in which it was put out."""
    columns = (outbox.c.id, outbox.c.person_id, outbox.c.key, outbox.c.created_at, outbox.c.sent_at)
    where = (outbox.c.state == SENT, outbox.c.key.is_not(None), outbox.c.sent_at >= since)
    rows = connection.execute(select(*columns).where(*where).order_by(outbox.c.id)).all()
    inside = _inside(connection, [row.key for row in rows]) if rows else {}
    return [Said(*row, keys=inside.get(row.key, (row.key,))) for row in rows]


def _inside(connection: Connection, bundles: Sequence[str]) -> dict[str, tuple[str, ...]]:
    query = select(notices.c.bundle, notices.c.key).where(notices.c.bundle.in_(bundles)).order_by(notices.c.id)
    found: dict[str, tuple[str, ...]] = {}
    for bundle, key in connection.execute(query):
        found[bundle] = (*found.get(bundle, ()), key)
    return found


def next_expiry(connection: Connection) -> datetime | None:
    """When the next link runs out unopened."""
    unopened = (
        invitations.c.used_at.is_(None),
        invitations.c.revoked_at.is_(None),
        invitations.c.told_at.is_(None),
    )
    return connection.execute(select(func.min(invitations.c.expires_at)).where(*unopened)).scalar()


@dataclass(frozen=True, slots=True)
class Held:
    """A meeting in short: `coming` and `spoken` are people; `at` is its beginning, or when it was offered."""

    id: int
    pair_id: int
    state: str
    revision: int
    at: datetime
    start: datetime | None
    end: datetime | None
    ended_at: datetime | None
    coming: frozenset[int]
    spoken: frozenset[int]


def held(connection: Connection, ids: Collection[int] | None) -> Sequence[Held]:
    """These meetings, or all; who comes and who has spoken only of these."""
    query = select(meetings).order_by(meetings.c.id)
    rows = connection.execute(query if ids is None else query.where(meetings.c.id.in_(ids))).all()
    coming: dict[int, set[int]] = {}
    spoken: dict[int, set[int]] = {}
    if ids is not None:
        comes = (meeting_people.c.meeting_id.in_(ids), meeting_people.c.reply == "coming")
        coming = _people(connection, select(meeting_people.c.meeting_id, meeting_people.c.person_id).where(*comes))
        said_ = meeting_checkins.c.meeting_id.in_(ids)
        spoken = _people(
            connection, select(meeting_checkins.c.meeting_id, meeting_checkins.c.person_id).where(said_)
        )
    return [_held(row, coming.get(row.id, set()), spoken.get(row.id, set())) for row in rows]


def _people(connection: Connection, query: Select[Any]) -> dict[int, set[int]]:
    found: dict[int, set[int]] = {}
    for meeting, person in connection.execute(query):
        found.setdefault(meeting, set()).add(person)
    return found


def _held(row: Any, coming: set[int], spoken: set[int]) -> Held:
    times = [[datetime.fromisoformat(at) for at in slot] for slot in json.loads(row.slots)]
    start, end = times[row.chosen] if row.chosen is not None else (None, None)
    at = start or row.offered_at
    known = (row.id, row.pair_id, row.state, row.revision, at, start, end, row.ended_at)
    return Held(*known, coming=frozenset(coming), spoken=frozenset(spoken))


def ladder_pairs(connection: Connection) -> dict[int, int]:
    """Which pair each ladder is about."""
    return {number: pair for number, pair in connection.execute(select(ladders.c.id, ladders.c.pair_id))}


def accounts(connection: Connection) -> dict[int, int]:
    """The messenger's account of each person."""
    return {person: account for person, account in connection.execute(select(people.c.id, people.c.tg_id))}
