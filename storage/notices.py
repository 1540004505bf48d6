"""The queue between what is due and what leaves: filled by whoever has something to say, emptied by a tick."""

from __future__ import annotations

import json
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, delete, func, literal_column, select, update
from sqlalchemy.dialects import postgresql, sqlite

from mentoring.notices.rules import Notice, rule_and_subject
from mentoring.notices.rules_delivery import Why
from storage.outbox import DUE
from storage.tables import notices, outbox

WAITING, SENT, DROPPED, STOPPED, WITHDRAWN = "waiting", "sent", "dropped", "stopped", "withdrawn"
WORDS_KEPT = timedelta(days=7)  # so long a reminder can be put off after it was said
GONE: dict[str, Any] = {"text": None, "buttons": None, "look_at": None}


@dataclass(frozen=True, slots=True)
class Queued:
    """A notice as it waits: `text` is HTML in the reader's language, `buttons` are pairs of label and data.

    With `why` it is not going to be said at all, and only that is kept.
    """

    notice: Notice
    school_id: int
    text: str
    buttons: Sequence[tuple[str, str]]
    why: Why | None = None


def put(connection: Connection, queued: Sequence[Queued], now: datetime) -> None:
    """Once only for ever: a key that is known here or was said by the outbox stays as it is."""
    if not queued:
        return
    said = _said(connection, [one.notice.key for one in queued])
    stopped = _stopped(connection, {one.notice.person_id for one in queued})
    rows = [_row(one, now, stopped) for one in queued if one.notice.key not in said]
    if rows:
        dialect = sqlite if connection.dialect.name == "sqlite" else postgresql
        connection.execute(dialect.insert(notices).on_conflict_do_nothing(index_elements=[notices.c.key]), rows)


def _said(connection: Connection, keys: Sequence[str]) -> set[str]:
    return set(connection.execute(select(outbox.c.key).where(outbox.c.key.in_(keys))).scalars())


def _stopped(connection: Connection, readers: Collection[int]) -> set[tuple[int, str, str]]:
    """What people said was not theirs."""
    query = select(notices.c.person_id, notices.c.rule, notices.c.subject)
    where = (notices.c.person_id.in_(readers), notices.c.state == STOPPED)
    return {tuple(row) for row in connection.execute(query.where(*where).distinct())}


def _row(one: Queued, now: datetime, stopped: Collection[tuple[int, str, str]]) -> dict[str, Any]:
    notice, (rule, subject) = one.notice, rule_and_subject(one.notice.key)
    row: dict[str, Any] = {
        "key": notice.key,
        "person_id": notice.person_id,
        "about_id": notice.about,
        "school_id": one.school_id,
        "rule": rule,
        "subject": subject,
        "text": one.text,
        "buttons": json.dumps(one.buttons, ensure_ascii=False),
        "audience": notice.audience.value,
        "privacy": notice.privacy.value,
        "importance": int(notice.importance),
        "urgent": notice.urgent,
        "sounding": notice.sounding,
        "due_at": notice.due_at or now,
        "expires_at": notice.expires_at,
        "state": WAITING,
        "why": "",
        "look_at": notice.due_at or now,
        "decided_at": None,
    }
    if one.why is not None:
        return row | GONE | {"state": DROPPED, "why": one.why.value, "decided_at": now}
    if (notice.person_id, rule, subject) in stopped:
        return row | GONE | {"state": STOPPED, "decided_at": now}
    return row


def known(connection: Connection, key: str) -> bool:
    return connection.execute(select(notices.c.id).where(notices.c.key == key)).first() is not None


def next_look(connection: Connection) -> datetime | None:
    """When the queue is to be looked at next, for all that is known now."""
    return connection.execute(select(func.min(notices.c.look_at))).scalar()


def look_again(connection: Connection, now: datetime) -> None:
    """Quiet hours, reminders and the calendar may have changed since it was said until when to wait."""
    due = (notices.c.look_at > now, notices.c.due_at <= now)
    connection.execute(update(notices).where(*due).values(look_at=now))


def forget(connection: Connection, now: datetime, kept: timedelta) -> None:
    """The words of what was said a week ago; whole rows after as long as keys are kept."""
    said = (notices.c.state == SENT, notices.c.decided_at < now - WORDS_KEPT, notices.c.text.is_not(None))
    connection.execute(update(notices).where(*said).values(**GONE))
    connection.execute(delete(notices).where(notices.c.look_at.is_(None), notices.c.decided_at < now - kept))


def withdraw(connection: Connection, prefix: str, now: datetime, person_id: int | None = None) -> None:
    """Nothing under keys that begin so is said any more: neither what waits nor what is on its way out.

    The prefix names a rule, its version and a subject. What shares a message with it is said without it. Only a
    message that is in the air at this moment arrives all the same.
    """
    rule, subject = rule_and_subject(prefix)
    ours = [
        notices.c.rule == rule,
        notices.c.subject == subject,
        notices.c.key.startswith(prefix, autoescape=True),
    ]
    theirs = [outbox.c.state == literal_column(str(DUE)), outbox.c.key.startswith(prefix, autoescape=True)]
    if person_id is not None:
        ours.append(notices.c.person_id == person_id)
        theirs.append(outbox.c.person_id == person_id)
    gone = {**GONE, "state": WITHDRAWN, "decided_at": now}
    connection.execute(update(notices).where(*ours, notices.c.state == WAITING).values(**gone))
    said = connection.execute(select(notices.c.bundle).where(*ours, notices.c.state == SENT)).scalars().all()
    if said:
        recalled = _recall(connection, {bundle for bundle in said if bundle})
        connection.execute(update(notices).where(*ours, notices.c.key.in_(recalled)).values(**gone))
    connection.execute(delete(outbox).where(*theirs))


def standing(connection: Connection, keys: Collection[str]) -> set[str]:
    """Those of the keys under which something waits or has been said."""
    return {
        key
        for table in (notices, outbox)
        for key in connection.execute(select(table.c.key).where(table.c.key.in_(keys))).scalars()
    }


def recall_about(connection: Connection, person_id: int) -> None:
    """Messages that name the person among others are taken back before the person goes."""
    named = select(notices.c.bundle).where(notices.c.about_id == person_id, notices.c.state == SENT)
    _recall(connection, {bundle for bundle in connection.execute(named).scalars() if bundle})


def _recall(connection: Connection, bundles: Collection[str]) -> list[str]:
    """Messages that have not left are taken apart again; returns the keys of the notices that were in them."""
    unsent = (outbox.c.key.in_(bundles), outbox.c.state == DUE)
    taken = connection.execute(delete(outbox).where(*unsent).returning(outbox.c.key)).scalars().all()
    back = {"state": WAITING, "look_at": notices.c.due_at, "decided_at": None, "bundle": None}
    inside = update(notices).where(notices.c.bundle.in_(taken), notices.c.state == SENT).values(**back)
    return list(connection.execute(inside.returning(notices.c.key)).scalars())
