"""The way in: every update is a row before Telegram is told "got it".

One person's updates are handled in the order they came; `lane` is that person's account. On SQLite one worker
takes everything in order. On PostgreSQL several processes share the work: a lane is taken with a transaction's
advisory lock, which the database itself lets go when the process dies.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, bindparam, delete, func, select, update
from sqlalchemy.dialects import postgresql, sqlite

from storage import wake
from storage.tables import inbox

WAITING, DONE, ASIDE = 0, 1, 2
# So that a lane's lock is nobody else's lock.
_LANE_LOCKS = 7_100


@dataclass(frozen=True, slots=True)
class Waiting:
    id: int
    lane: int
    payload: str
    attempts: int


@dataclass(frozen=True, slots=True)
class Arrived:
    """`payload` is the update as Telegram wrote it, JSON."""

    update_id: int
    lane: int
    payload: str


def store(connection: Connection, arrived: Sequence[Arrived], now: datetime) -> None:
    """Keep the updates; one that was seen before is left as it is, whatever it has become."""
    dialect = sqlite if connection.dialect.name == "sqlite" else postgresql
    statement = dialect.insert(inbox).on_conflict_do_nothing(index_elements=[inbox.c.update_id])
    rows = [{"update_id": a.update_id, "lane": a.lane, "payload": a.payload, "received_at": now} for a in arrived]
    connection.execute(statement, rows)
    wake.notify(connection, wake.INBOX)


_DONE = (
    update(inbox)
    .where(inbox.c.id == bindparam("row"), inbox.c.state == WAITING)
    .values(state=DONE, payload=None, lane=0)
)
_COLUMNS = (inbox.c.id, inbox.c.lane, inbox.c.payload, inbox.c.attempts)
_IN_ORDER = select(*_COLUMNS).where(inbox.c.state == WAITING).order_by(inbox.c.id)
_FIRST = _IN_ORDER.limit(bindparam("limit"))
_LANES = select(inbox.c.lane).where(inbox.c.state == WAITING).group_by(inbox.c.lane).order_by(func.min(inbox.c.id))


def claim(connection: Connection, limit: int, busy: Collection[int] = ()) -> list[Waiting]:
    """The next updates to handle, in order, but none of the `busy` lanes.

    They stay claimed as long as this transaction lives.
    """
    if connection.dialect.name == "sqlite":
        query = _IN_ORDER.where(inbox.c.lane.not_in(busy)).limit(limit) if busy else _FIRST
        return [Waiting(*row) for row in connection.execute(query, {} if busy else {"limit": limit})]
    lanes = _LANES.where(inbox.c.lane.not_in(busy)) if busy else _LANES
    for lane in connection.execute(lanes.limit(64)).scalars().all():
        if _take_lane(connection, lane):
            rows = connection.execute(_IN_ORDER.where(inbox.c.lane == lane).limit(limit)).all()
            if rows:
                return [Waiting(*row) for row in rows]
    return []


def _take_lane(connection: Connection, lane: int) -> bool:
    """Whether the lane is this transaction's. The advisory lock is asked for by two 32-bit numbers."""
    number = (lane ^ (lane >> 32)) & 0x7FFFFFFF
    return bool(connection.execute(select(func.pg_try_advisory_xact_lock(_LANE_LOCKS, number))).scalar())


def done(connection: Connection, ids: Iterable[int]) -> None:
    """Handled: the number stays, because Telegram may repeat it; what was said and by whom does not."""
    rows = [{"row": row} for row in ids]
    if rows:
        connection.execute(_DONE, rows)


def failed(connection: Connection, row: int, error: str) -> int:
    """Count one more attempt that failed; return how many there were, 0 when somebody else has settled the row."""
    change = update(inbox).where(inbox.c.id == row, inbox.c.state == WAITING)
    values = {"attempts": inbox.c.attempts + 1, "error": error[:80]}
    return connection.execute(change.values(**values).returning(inbox.c.attempts)).scalar() or 0


def set_aside(connection: Connection, row: int, error: str) -> bool:
    """Out of the way for good; whether it was this call that did it. `doctor` counts them for the operator."""
    change = update(inbox).where(inbox.c.id == row, inbox.c.state == WAITING)
    return connection.execute(change.values(state=ASIDE, error=error[:80])).rowcount == 1


_COUNTS = select(inbox.c.state, func.count()).where(inbox.c.state != DONE).group_by(inbox.c.state)


def counts(connection: Connection) -> tuple[int, int]:
    """How many wait, how many were set aside."""
    found: dict[int, int] = {state: n for state, n in connection.execute(_COUNTS)}
    return found.get(WAITING, 0), found.get(ASIDE, 0)


def forget(connection: Connection, before: datetime) -> int:
    """Drop the numbers of updates so old that Telegram no longer repeats them (it keeps them 24 hours)."""
    old = delete(inbox).where(inbox.c.state != WAITING, inbox.c.received_at < before)
    return connection.execute(old).rowcount
