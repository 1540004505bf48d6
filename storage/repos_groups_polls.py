"""Polls in the group, and the guided hour."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, delete, func, insert, select, update

from mentoring.reflection.rules import Hour, Poll
from storage.tables import group_polls, reflection_hours

_HOUR = select(
    reflection_hours.c.id,
    reflection_hours.c.school_id,
    reflection_hours.c.occasion,
    reflection_hours.c.minutes,
    reflection_hours.c.step,
    reflection_hours.c.next_at,
    reflection_hours.c.started_at,
    reflection_hours.c.conclusion,
)
_POLL = select(
    group_polls.c.id,
    group_polls.c.school_id,
    group_polls.c.question,
    group_polls.c.options,
    group_polls.c.state,
    group_polls.c.made_by,
    group_polls.c.closes_at,
    group_polls.c.counts,
    group_polls.c.post_id,
)


class HourRepo:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, school_id: int, occasion: str, minutes: int, next_at: datetime, now: datetime) -> Hour:
        row = {"school_id": school_id, "occasion": occasion, "minutes": minutes, "next_at": next_at}
        made = insert(reflection_hours).values(**row, started_at=now).returning(reflection_hours.c.id)
        number = self._connection.execute(made).scalar_one()
        return Hour(number, school_id, occasion, minutes, 1, next_at, now)

    def last(self, school_id: int, occasion: str) -> Hour | None:
        theirs = _HOUR.where(reflection_hours.c.school_id == school_id, reflection_hours.c.occasion == occasion)
        row = self._connection.execute(theirs.order_by(reflection_hours.c.id.desc()).limit(1)).first()
        return Hour(*row) if row else None

    def step(self, hour: Hour, step: int, next_at: datetime | None) -> bool:
        """False where somebody else, or the clock, has gone on from that question already."""
        same = (reflection_hours.c.id == hour.id, reflection_hours.c.step == hour.step)
        change = update(reflection_hours).where(*same).values(step=step, next_at=next_at)
        return self._connection.execute(change).rowcount > 0

    def conclude(self, school_id: int, hour_id: int, words: str) -> None:
        own = (reflection_hours.c.school_id == school_id, reflection_hours.c.id == hour_id)
        self._connection.execute(update(reflection_hours).where(*own).values(conclusion=words))

    def due(self, now: datetime) -> Sequence[Hour]:
        return [Hour(*row) for row in self._connection.execute(_HOUR.where(reflection_hours.c.next_at <= now))]

    def next_step(self) -> datetime | None:
        return self._connection.execute(select(func.min(reflection_hours.c.next_at))).scalar()


class PollRepo:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def _all(self, *conditions: Any) -> list[Poll]:
        rows = self._connection.execute(_POLL.where(*conditions).order_by(group_polls.c.id.desc()))
        return [_poll(row) for row in rows]

    def _one(self, *conditions: Any) -> Poll | None:
        return next(iter(self._all(*conditions)), None)

    def add(self, poll: Poll, now: datetime) -> int:
        made = insert(group_polls).values(school_id=poll.school_id, **_columns(poll), made_at=now)
        return int(self._connection.execute(made.returning(group_polls.c.id)).scalar_one())

    def find(self, school_id: int, poll_id: int) -> Poll | None:
        return self._one(group_polls.c.school_id == school_id, group_polls.c.id == poll_id)

    def by_post(self, post_id: int) -> Poll | None:
        return self._one(group_polls.c.post_id == post_id)

    def of_school(self, school_id: int) -> Sequence[Poll]:
        """Those that were put to the group, the newest first."""
        return self._all(group_polls.c.school_id == school_id, group_polls.c.state != "draft")

    def draft(self, school_id: int, person_id: int) -> Poll | None:
        mine = (group_polls.c.school_id == school_id, group_polls.c.made_by == person_id)
        return self._one(*mine, group_polls.c.state == "draft")

    def change(self, before: Poll, after: Poll) -> bool:
        """False where its state is no longer that of `before`."""
        same = (group_polls.c.id == before.id, group_polls.c.state == before.state)
        return self._connection.execute(update(group_polls).where(*same).values(**_columns(after))).rowcount > 0

    def drop(self, school_id: int, poll_id: int) -> None:
        own = (group_polls.c.school_id == school_id, group_polls.c.id == poll_id)
        self._connection.execute(delete(group_polls).where(*own))

    def ending(self, now: datetime) -> Sequence[Poll]:
        return self._all(group_polls.c.closes_at <= now, group_polls.c.state == "open")

    def next_end(self) -> datetime | None:
        soonest = select(func.min(group_polls.c.closes_at)).where(group_polls.c.state == "open")
        return self._connection.execute(soonest).scalar()


def _poll(row: Any) -> Poll:
    found = Poll(*row)
    options, counts = json.loads(row.options), json.loads(row.counts)
    return replace(found, options=tuple(options), counts=tuple(counts))


def _columns(poll: Poll) -> dict[str, Any]:
    return {
        "question": poll.question,
        "options": json.dumps(poll.options, ensure_ascii=False),
        "state": poll.state,
        "made_by": poll.made_by,
        "closes_at": poll.closes_at,
        "counts": json.dumps(poll.counts),
        "post_id": poll.post_id,
    }
