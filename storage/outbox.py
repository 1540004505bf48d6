"""The way out: what is to be said is a row of the transaction that decided it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from itertools import groupby

from sqlalchemy import Connection, bindparam, delete, func, insert, or_, select, update
from sqlalchemy.dialects import postgresql, sqlite

from storage import wake
from storage.tables import outbox, outbox_files, people
from storage.types import UtcDateTime

DUE, SENT, FAILED = 0, 1, 2
GROUP, PUBLIC = "group", "public"


class NotForGroups(ValueError):
    """Something that is not public was about to leave for a group. Says nothing of what it was."""


@dataclass(frozen=True, slots=True)
class File:
    """With a `recipe`, `data` is what the file is made from, by whom the recipe names, on its way out."""

    name: str
    data: bytes
    recipe: str = ""


@dataclass(frozen=True, slots=True)
class Outgoing:
    """One call of the Bot API. `payload` is its JSON body; `key`, where set, makes it once-only for good.

    `about_id` is the person the words name, where that is not their reader.
    """

    chat_id: int
    method: str
    payload: str
    audience: str
    privacy: str
    person_id: int | None = None
    about_id: int | None = None
    key: str | None = None
    priority: int = 0
    not_before: datetime | None = None
    file: File | None = None


@dataclass(frozen=True, slots=True)
class Due:
    id: int
    chat_id: int
    method: str
    payload: str
    priority: int
    attempts: int
    keyed: bool


def put(connection: Connection, messages: Sequence[Outgoing], now: datetime) -> None:
    """In their order: a run of plain replies in one statement, keyed ones and those with files one by one.

    Raises NotForGroups for a message to a group that is not public, or that does not name a group as its audience.
    """
    if any(not fits(message) for message in messages):
        raise NotForGroups("a message to a group has to be public")
    for plain, run in groupby(messages, key=lambda m: m.key is None and m.file is None):
        if plain:
            connection.execute(_INSERT, [_row(message, now) for message in run])
            continue
        for message in run:
            _put(connection, message, now)
    if messages:
        wake.notify(connection, wake.OUTBOX)


def fits(message: Outgoing) -> bool:
    """The numbers of groups are negative; whatever is meant for one, or goes to one, is for everybody's eyes."""
    if message.chat_id > 0 and message.audience != GROUP:
        return True
    return message.chat_id < 0 and message.audience == GROUP and message.privacy == PUBLIC


_INSERT = insert(outbox)


def _row(message: Outgoing, now: datetime) -> dict[str, object]:
    return {
        "key": message.key,
        "chat_id": message.chat_id,
        "person_id": message.person_id,
        "about_id": message.about_id,
        "method": message.method,
        "payload": message.payload,
        "priority": message.priority,
        "not_before": message.not_before,
        "audience": message.audience,
        "privacy": message.privacy,
        "created_at": now,
    }


def _put(connection: Connection, message: Outgoing, now: datetime) -> None:
    dialect = sqlite if connection.dialect.name == "sqlite" else postgresql
    statement = (
        dialect.insert(outbox).values(**_row(message, now)).on_conflict_do_nothing(index_elements=[outbox.c.key])
    )
    made = connection.execute(statement.returning(outbox.c.id)).scalar()
    if made is not None and message.file is not None:
        connection.execute(insert(outbox_files), {"outbox_id": made, **asdict(message.file)})


_DUE = (
    select(
        outbox.c.id,
        outbox.c.chat_id,
        outbox.c.method,
        outbox.c.payload,
        outbox.c.priority,
        outbox.c.attempts,
        outbox.c.key.is_not(None),
    )
    .where(
        outbox.c.state == DUE,
        or_(outbox.c.not_before.is_(None), outbox.c.not_before <= bindparam("now", type_=UtcDateTime())),
    )
    .order_by(outbox.c.priority, outbox.c.id)
    .limit(bindparam("limit"))
)
_STILL_DUE = select(outbox.c.id).where(outbox.c.id == bindparam("row"), outbox.c.state == DUE)
_SAID = delete(outbox).where(outbox.c.id == bindparam("row"))


def due(
    connection: Connection,
    now: datetime,
    limit: int,
    in_hand: Collection[int] = (),
    full_chats: Collection[int] = (),
) -> list[Due]:
    """What may leave now, most urgent first, without the rows in hand and the chats that have enough there."""
    query = _DUE
    if in_hand:
        query = query.where(outbox.c.id.not_in(in_hand))
    if full_chats:
        query = query.where(outbox.c.chat_id.not_in(full_chats))
    return [Due(*row) for row in connection.execute(query, {"now": now, "limit": limit})]


def still_due(connection: Connection, row: int) -> bool:
    """Whether it is still to be said: it may be taken back while the sender has it in hand."""
    return connection.execute(_STILL_DUE, {"row": row}).first() is not None


def next_moment(connection: Connection) -> datetime | None:
    """When the earliest held-back message may leave."""
    query = select(func.min(outbox.c.not_before)).where(outbox.c.state == DUE)
    return connection.execute(query).scalar()


def known(connection: Connection, key: str) -> bool:
    return connection.execute(select(outbox.c.id).where(outbox.c.key == key)).first() is not None


_READY = or_(outbox.c.not_before.is_(None), outbox.c.not_before <= bindparam("now"))
_WAITING = select(func.count()).select_from(outbox).where(outbox.c.state == DUE, _READY)


def waiting(connection: Connection, now: datetime) -> int:
    return connection.execute(_WAITING, {"now": now}).scalar_one()


def file_of(connection: Connection, row: int) -> File | None:
    columns = (outbox_files.c.name, outbox_files.c.data, outbox_files.c.recipe)
    found = connection.execute(select(*columns).where(outbox_files.c.outbox_id == row)).first()
    return File(*found) if found else None


def sent(connection: Connection, plain_rows: Iterable[int], keyed_rows: Iterable[int], now: datetime) -> None:
    """Said. A plain reply leaves no trace; of a keyed one the key stays, so that it is never said again."""
    plain, keyed = [{"row": row} for row in plain_rows], list(keyed_rows)
    if plain:
        connection.execute(_SAID, plain)
    if keyed:
        change = {"state": SENT, "sent_at": now, "payload": None, "chat_id": None}
        connection.execute(update(outbox).where(outbox.c.id.in_(keyed)).values(**change))
        connection.execute(delete(outbox_files).where(outbox_files.c.outbox_id.in_(keyed)))


def drop(connection: Connection, row: int, error: str) -> None:
    """It will never be said; the row stays for the operator, without the words."""
    change = {"state": FAILED, "error": error[:80], "payload": None, "chat_id": None}
    connection.execute(update(outbox).where(outbox.c.id == row).values(**change))
    connection.execute(delete(outbox_files).where(outbox_files.c.outbox_id == row))


def again(connection: Connection, row: int, method: str, payload: str, chat_id: int) -> None:
    """The same words by another call: an edit that became a new message, a chat that changed its number."""
    change = {"method": method, "payload": payload, "chat_id": chat_id, "attempts": outbox.c.attempts + 1}
    connection.execute(update(outbox).where(outbox.c.id == row).values(**change))


def tried(connection: Connection, row: int) -> None:
    connection.execute(update(outbox).where(outbox.c.id == row).values(attempts=outbox.c.attempts + 1))


def unreachable(connection: Connection, chat_id: int) -> list[int]:
    """The account cannot be written to: mark its people, drop what waits for them; return those newly marked."""
    where = (people.c.tg_id == chat_id, people.c.reachable)
    found = connection.execute(select(people.c.id).where(*where)).scalars().all()
    connection.execute(update(people).where(*where).values(reachable=False))
    rows = connection.execute(select(outbox.c.id).where(outbox.c.chat_id == chat_id, outbox.c.state == DUE))
    for row in rows.scalars().all():
        drop(connection, row, "unreachable")
    return list(found)


def forget(connection: Connection, before: datetime) -> int:
    """Drop keys of messages said long ago."""
    old = delete(outbox).where(outbox.c.state != DUE, outbox.c.created_at < before)
    return connection.execute(old).rowcount
