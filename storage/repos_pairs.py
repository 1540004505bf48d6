"""Pairs and their members."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, Select, bindparam, insert, select, update

from mentoring.meetings.rules import Contact, Side
from mentoring.meetings.rules_pause import Pause
from mentoring.pairs.rules import Member, Pair, PairState
from storage.tables import pair_members, pairs

_ROWS = (
    select(pairs, pair_members.c.person_id, pair_members.c.side, pair_members.c.kind)
    .select_from(pairs.outerjoin(pair_members))
    .order_by(pairs.c.id, pair_members.c.side.desc(), pair_members.c.person_id)
)
_MINE = _ROWS.where(pairs.c.school_id == bindparam("school"))
_FOUND = _MINE.where(pairs.c.id == bindparam("number"))
_THEIRS = select(pair_members.c.pair_id).where(pair_members.c.person_id == bindparam("person"))
_OF_PERSON = _MINE.where(pairs.c.id.in_(_THEIRS))
_GOING = _ROWS.where(pairs.c.state != PairState.CLOSED.value)


class PairRepo:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(
        self, school_id: int, occasion: str, contact: Contact, members: Iterable[Member], now: datetime
    ) -> Pair:
        row = {"school_id": school_id, "occasion": occasion, "contact": contact.value, "opened_at": now}
        made = insert(pairs).values(**row, state=PairState.ACTIVE.value).returning(pairs.c.id)
        pair_id = self._connection.execute(made).scalar_one()
        for member in members:
            self.join(pair_id, member)
        found = self.find(school_id, pair_id)
        assert found is not None
        return found

    def join(self, pair_id: int, member: Member) -> None:
        row = {"pair_id": pair_id, "person_id": member.person_id, "side": member.side.value, "kind": member.kind}
        self._connection.execute(insert(pair_members).values(**row))

    def find(self, school_id: int, pair_id: int) -> Pair | None:
        found = self._many(_FOUND, school=school_id, number=pair_id)
        return found[0] if found else None

    def numbered(self, ids: Iterable[int]) -> Mapping[int, Pair]:
        """By number, of all schools."""
        return {one.id: one for one in self._many(_ROWS.where(pairs.c.id.in_(list(ids))))}

    def all(self, school_id: int, occasion: str) -> Sequence[Pair]:
        return self._many(_ROWS.where(pairs.c.school_id == school_id, pairs.c.occasion == occasion))

    def of_person(self, school_id: int, person_id: int) -> Sequence[Pair]:
        """All pairs somebody is in, of every year, newest last."""
        return self._many(_OF_PERSON, school=school_id, person=person_id)

    def going(self) -> Sequence[Pair]:
        """Of all schools: pairs that are not closed."""
        return self._many(_GOING)

    def rest(self, pair_id: int, pauses: Iterable[Pause]) -> None:
        kept = [[one.first.isoformat(), one.until.isoformat(), one.by] for one in pauses]
        self.update(pair_id, pauses=json.dumps(kept))

    def update(self, pair_id: int, **changes: Any) -> None:
        grown = {**changes, "revision": pairs.c.revision + 1}
        self._connection.execute(update(pairs).where(pairs.c.id == pair_id).values(**grown))

    def _many(self, query: Select[Any], **of: Any) -> list[Pair]:
        found: dict[int, tuple[Any, list[Member]]] = {}
        for row in self._connection.execute(query, of):
            members = found.setdefault(row.id, (row, []))[1]
            if row.person_id is not None:
                members.append(Member(row.person_id, Side(row.side), row.kind))
        return [_pair(row, members) for row, members in found.values()]


def _pair(row: Any, members: Iterable[Member]) -> Pair:
    return Pair(
        id=row.id,
        school_id=row.school_id,
        occasion=row.occasion,
        contact=Contact(row.contact),
        state=PairState(row.state),
        revision=row.revision,
        opened_at=row.opened_at,
        pauses=tuple(
            Pause(date.fromisoformat(a), date.fromisoformat(b), by) for a, b, by in json.loads(row.pauses)
        ),
        closed_at=row.closed_at,
        ending=row.ending,
        members=tuple(members),
    )
