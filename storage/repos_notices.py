"""Whose notices are due, and what was decided on each."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, bindparam, func, select, update

from mentoring.notices.rules import Audience, Privacy
from mentoring.notices.rules_delivery import CAPPED, Decision, Drop, Reader, Send, Wait, Waiting, capped_key
from mentoring.ports_notices import Dropped
from storage.notices import DROPPED, GONE, SENT, STOPPED, WAITING
from storage.tables import notices, outbox, people, schools
from storage.types import UtcDateTime

CAP_LOOKS_BACK = timedelta(days=2)  # no local day is longer
_WAITING = (
    notices.c.id,
    notices.c.person_id,
    notices.c.key,
    notices.c.rule,
    notices.c.subject,
    notices.c.text,
    notices.c.buttons,
    notices.c.audience,
    notices.c.privacy,
    notices.c.about_id,
    notices.c.importance,
    notices.c.urgent,
    notices.c.sounding,
    notices.c.due_at,
    notices.c.expires_at,
)
_READER = select(
    people.c.id,
    people.c.school_id,
    people.c.tg_id,
    people.c.language,
    people.c.reachable,
    people.c.muted,
    func.coalesce(people.c.quiet_from, schools.c.quiet_from),
    func.coalesce(people.c.quiet_to, schools.c.quiet_to),
).join(schools, schools.c.id == people.c.school_id)
_ROW = notices.c.id == bindparam("row")
_SEND = (
    update(notices)
    .where(_ROW)
    .values(
        state=SENT,
        look_at=None,
        bundle=bindparam("name"),
        decided_at=bindparam("at", type_=UtcDateTime()),
    )
)
_HOLD = update(notices).where(_ROW).values(look_at=bindparam("until", type_=UtcDateTime()))
_DROP = (
    update(notices)
    .where(_ROW)
    .values(**GONE, state=DROPPED, why=bindparam("reason"), decided_at=bindparam("at", type_=UtcDateTime()))
)


_STATEMENTS = {Send: _SEND, Wait: _HOLD, Drop: _DROP}


def _change(decision: Decision, row: int, names: Mapping[int, str], now: datetime) -> dict[str, Any]:
    if isinstance(decision, Wait):
        return {"row": row, "until": decision.until}
    if isinstance(decision, Drop):
        return {"row": row, "reason": decision.why.value, "at": now}
    return {"row": row, "name": names[row], "at": now}


class QueueRepo:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def due_people(self, now: datetime, after: int, limit: int) -> tuple[Sequence[int], int | None]:
        """Up to `limit` people with something to decide on, from the one after `after`; and where to go on.

        They are this transaction's alone: two processes would each count a day's message as the first one.
        """
        # Not the bare column: by its index a database would walk over all that is not due yet.
        who = notices.c.person_id + 0
        query = select(who).where(notices.c.look_at <= now, who > after).distinct().order_by(who).limit(limit)
        found = self._connection.execute(query).scalars().all()
        # Of this strength new notices of theirs need not wait for it.
        mine = select(people.c.id).where(people.c.id.in_(found)).with_for_update(key_share=True, skip_locked=True)
        taken = self._connection.execute(mine).scalars().all()
        return taken, found[-1] if len(found) == limit else None

    def waiting(self, people: Collection[int], now: datetime) -> Mapping[int, Sequence[Waiting]]:
        """Everything due of these people; held, so that nothing of it is withdrawn while it is decided on."""
        where = (notices.c.person_id.in_(people), notices.c.state == WAITING, notices.c.due_at <= now)
        found: dict[int, list[Waiting]] = {}
        for row in self._connection.execute(select(*_WAITING).where(*where).with_for_update()):
            found.setdefault(row.person_id, []).append(_waiting(row))
        return found

    def readers(self, people_ids: Collection[int], now: datetime) -> Mapping[int, Reader]:
        last = self._last_said(people_ids, now)
        rows = self._connection.execute(_READER.where(people.c.id.in_(people_ids)))
        return {row[0]: Reader(*row, last.get(row[0])) for row in rows}

    def _last_said(self, people_ids: Collection[int], now: datetime) -> dict[int, datetime]:
        recent = (outbox.c.person_id.in_(people_ids), outbox.c.created_at > now - CAP_LOOKS_BACK)
        query = select(outbox.c.person_id, outbox.c.created_at).where(*recent, outbox.c.key.startswith(CAPPED))
        found: dict[int, datetime] = {}
        for person_id, said_at in self._connection.execute(query):
            found[person_id] = max(said_at, found.get(person_id, said_at))
        return found

    def settle(self, decisions: Iterable[Decision], names: Mapping[int, str], now: datetime) -> None:
        """Keep what was decided: three statements, however many notices there are."""
        changes: dict[type[Decision], list[dict[str, Any]]] = {Send: [], Wait: [], Drop: []}
        for decision in decisions:
            for one in decision.notices:
                changes[type(decision)].append(_change(decision, one.id, names, now))
        for kind, statement in _STATEMENTS.items():
            if changes[kind]:
                self._connection.execute(statement, changes[kind])

    def find(self, person_id: int, notice_id: int) -> Waiting | None:
        """A notice that was said to this person and whose words are still kept."""
        found = self._said(person_id, notices.c.id == notice_id)
        return found[0] if found else None

    def bundle(self, person_id: int, name: str) -> Sequence[Waiting]:
        """What a message said, as far as it stands: without what was put off or stopped since."""
        return self._said(person_id, notices.c.bundle == capped_key(name, person_id))

    def _said(self, person_id: int, *conditions: Any) -> list[Waiting]:
        where = (notices.c.person_id == person_id, notices.c.state == SENT, notices.c.text.is_not(None))
        query = select(*_WAITING).where(*where, *conditions).order_by(notices.c.id)
        return [_waiting(row) for row in self._connection.execute(query)]

    def put_off(self, notice_ids: Iterable[int], until: datetime) -> None:
        change = {"state": WAITING, "due_at": until, "look_at": until, "decided_at": None, "bundle": None}
        self._connection.execute(update(notices).where(notices.c.id.in_(list(notice_ids))).values(**change))

    def stop(self, person_id: int, rule: str, subject: str, now: datetime) -> None:
        """This rule says nothing to this person about this subject any more."""
        theirs = (notices.c.person_id == person_id, notices.c.rule == rule, notices.c.subject == subject)
        stopped = update(notices).where(*theirs, notices.c.state.in_((WAITING, SENT)))
        self._connection.execute(stopped.values(**GONE, state=STOPPED, decided_at=now))

    def dropped(self, school_id: int, since: datetime) -> Sequence[Dropped]:
        where = (notices.c.school_id == school_id, notices.c.decided_at >= since, notices.c.state == DROPPED)
        count = func.count()
        query = select(notices.c.rule, notices.c.why, count).where(*where).group_by(notices.c.rule, notices.c.why)
        rows = self._connection.execute(query.order_by(count.desc(), notices.c.rule, notices.c.why))
        return [Dropped(*row) for row in rows]


def _waiting(row: Any) -> Waiting:
    fields = dict(row._mapping)
    about = fields.pop("about_id")
    buttons = tuple((label, data) for label, data in json.loads(fields.pop("buttons")))
    audience, privacy = Audience(fields.pop("audience")), Privacy(fields.pop("privacy"))
    return Waiting(**fields, buttons=buttons, audience=audience, privacy=privacy, about=about)
