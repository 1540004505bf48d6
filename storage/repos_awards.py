"""Nominations and their ballots, notes of merit, points and the school's blank."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Select, delete, insert, select, update

from mentoring.awards.rules import Ballot, Kind, Nomination
from mentoring.ports_year import Contest, VoteState
from storage.tables import (
    award_nominations,
    award_nominees,
    award_notes,
    award_told,
    award_votes,
    people,
    year_blanks,
    year_settings,
)
from storage.upsert import put

_ALL = select(award_nominations).order_by(award_nominations.c.id)


class AwardRepo:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def all(self, school_id: int, occasion: str) -> Sequence[Contest]:
        """In the order in which they were made."""
        mine = (award_nominations.c.school_id == school_id, award_nominations.c.occasion == occasion)
        return self._many(_ALL.where(*mine))

    def find(self, school_id: int, contest_id: int, *, changing: bool = False) -> Contest | None:
        """With `changing` others wait until this unit is over."""
        query = _ALL.where(award_nominations.c.school_id == school_id, award_nominations.c.id == contest_id)
        found = self._many(query.with_for_update() if changing else query)
        return found[0] if found else None

    def add(self, school_id: int, occasion: str, nomination: Nomination) -> Contest:
        """The one with that code if there is one."""
        key = {"school_id": school_id, "occasion": occasion, "code": nomination.code}
        row = {"kind": nomination.kind.value, "title": nomination.title, "state": VoteState.DRAFT.value}
        mine = [award_nominations.c[name] == value for name, value in key.items()]
        if not self._many(_ALL.where(*mine)):
            self._connection.execute(insert(award_nominations).values(**key, **row))
        return self._many(_ALL.where(*mine))[0]

    def set(self, contest_id: int, **changes: Any) -> None:
        self._connection.execute(
            update(award_nominations).where(award_nominations.c.id == contest_id).values(**changes)
        )

    def keep_nominees(self, contest_id: int, nominees: Iterable[str]) -> None:
        """ "m7" is the person 7, "p3" the pair 3."""
        self._connection.execute(delete(award_nominees).where(award_nominees.c.nomination_id == contest_id))
        rows = [
            {
                "nomination_id": contest_id,
                "candidate": name,
                "person_id": int(name[1:]) if name.startswith("m") else None,
                "pair_id": int(name[1:]) if name.startswith("p") else None,
            }
            for name in nominees
        ]
        if rows:
            self._connection.execute(insert(award_nominees), rows)

    def ballots(self, contest_id: int) -> Sequence[Ballot]:
        query = select(award_votes.c.person_id, award_votes.c.candidate)
        query = query.where(award_votes.c.nomination_id == contest_id).order_by(award_votes.c.id)
        return [Ballot(*row) for row in self._connection.execute(query)]

    def vote(self, contest_id: int, ballot: Ballot) -> None:
        key = {"nomination_id": contest_id, "person_id": ballot.voter}
        put(self._connection, award_votes, key, {"candidate": ballot.candidate})

    def telling(self, contest_id: int) -> Collection[int]:
        query = select(award_told.c.person_id).where(award_told.c.nomination_id == contest_id)
        return frozenset(self._connection.execute(query).scalars())

    def tell(self, contest_id: int, person_id: int) -> None:
        put(self._connection, award_told, {"nomination_id": contest_id, "person_id": person_id}, {})

    def notes(self, school_id: int, occasion: str) -> Mapping[int, Mapping[str, int]]:
        query = select(award_notes.c.person_id, award_notes.c.what, award_notes.c.times)
        query = query.join(people).where(people.c.school_id == school_id, award_notes.c.occasion == occasion)
        found: dict[int, dict[str, int]] = {}
        for person_id, what, times in self._connection.execute(query.order_by(award_notes.c.what)):
            found.setdefault(person_id, {})[what] = times
        return found

    def note(self, person_id: int, occasion: str, what: str, times: int) -> None:
        """Not at all: the note goes."""
        key = {"person_id": person_id, "occasion": occasion, "what": what}
        if times:
            put(self._connection, award_notes, key, {"times": times})
            return
        where = [award_notes.c[name] == value for name, value in key.items()]
        self._connection.execute(delete(award_notes).where(*where))

    def points(self, school_id: int) -> Mapping[str, int]:
        """The school's own table; empty for the usual one."""
        query = select(year_settings.c.points).where(year_settings.c.school_id == school_id)
        found: dict[str, int] = json.loads(self._connection.execute(query).scalar() or "{}")
        return found

    def keep_points(self, school_id: int, points: Mapping[str, int]) -> None:
        put(self._connection, year_settings, {"school_id": school_id}, {"points": json.dumps(dict(points))})

    def blank(self, school_id: int) -> bytes | None:
        query = select(year_blanks.c.picture).where(year_blanks.c.school_id == school_id)
        return self._connection.execute(query).scalar()

    def keep_blank(self, school_id: int, picture: bytes | None) -> None:
        if picture is None:
            self._connection.execute(delete(year_blanks).where(year_blanks.c.school_id == school_id))
            return
        put(self._connection, year_blanks, {"school_id": school_id}, {"picture": picture})

    def _many(self, query: Select[Any]) -> list[Contest]:
        rows = self._connection.execute(query).all()
        names = select(award_nominees.c.nomination_id, award_nominees.c.candidate)
        names = names.where(award_nominees.c.nomination_id.in_([row.id for row in rows]))
        nominees: dict[int, list[str]] = {}
        for contest_id, name in self._connection.execute(names):
            nominees.setdefault(contest_id, []).append(name)
        return [_contest(row, nominees.get(row.id, [])) for row in rows]


def _contest(row: Any, nominees: list[str]) -> Contest:
    return Contest(
        id=row.id,
        school_id=row.school_id,
        occasion=row.occasion,
        nomination=Nomination(row.code, Kind(row.kind), row.title),
        state=VoteState(row.state),
        winner=row.winner,
        nominees=tuple(sorted(nominees, key=lambda name: int(name[1:]))),
    )
