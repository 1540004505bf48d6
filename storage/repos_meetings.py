"""Meetings as they are stored: a row, its people, their check-ins."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import BindParameter, Connection, Select, bindparam, delete, func, insert, select, update

from mentoring.meetings.rules import (
    LIVE,
    CheckIn,
    Contact,
    Mark,
    Meeting,
    Participant,
    Reply,
    Side,
    Slot,
    State,
    Subject,
    Why,
)
from mentoring.meetings.rules_kinds import Kind
from storage.tables import meeting_checkins, meeting_people, meetings

_ALL = select(meetings).order_by(meetings.c.id)
_LIVE = [state.value for state in LIVE]
# Built once: putting such a statement together costs more than what it asks for.
_MINE = _ALL.where(meetings.c.school_id == bindparam("school"))
_FOUND = _MINE.where(meetings.c.id == bindparam("number"))
_OF_PAIRS = _MINE.where(meetings.c.pair_id.in_(bindparam("pairs", expanding=True)))
_OF_PAIRS_LIVE = _OF_PAIRS.where(meetings.c.state.in_(_LIVE))
_AWAKE = _ALL.where(meetings.c.wakes_at <= bindparam("now"), meetings.c.id > bindparam("after"))
_THEIRS: BindParameter[int] = bindparam("ids", expanding=True)
_SEATS = select(meeting_people).where(meeting_people.c.meeting_id.in_(_THEIRS))
_WORDS = select(meeting_checkins).where(meeting_checkins.c.meeting_id.in_(_THEIRS))
_NEXT = select(func.min(meetings.c.wakes_at))


class MeetingRepo:
    def __init__(self, connection: Connection, now: datetime) -> None:
        self._connection = connection
        self._now = now

    def add(self, school_id: int, meeting: Meeting) -> Meeting:
        """The meeting with the number it is stored under."""
        row = {"school_id": school_id, "pair_id": meeting.pair_id, "uid": meeting.uid, **self._row(meeting)}
        made = self._connection.execute(insert(meetings).values(**row).returning(meetings.c.id)).scalar_one()
        stored = replace(meeting, id=made)
        self._people(stored)
        self._words(stored)
        return stored

    def save(self, meeting: Meeting) -> None:
        self._connection.execute(update(meetings).where(meetings.c.id == meeting.id).values(**self._row(meeting)))
        self._people(meeting)
        self._words(meeting)

    def _people(self, meeting: Meeting) -> None:
        self._connection.execute(delete(meeting_people).where(meeting_people.c.meeting_id == meeting.id))
        rows = [
            {
                "meeting_id": meeting.id,
                "person_id": one.person_id,
                "side": one.side.value,
                "reply": one.reply.value,
                "slot": one.slot,
            }
            for one in meeting.participants
        ]
        if rows:
            self._connection.execute(insert(meeting_people), rows)

    def _words(self, meeting: Meeting) -> None:
        self._connection.execute(delete(meeting_checkins).where(meeting_checkins.c.meeting_id == meeting.id))
        rows = [
            {"meeting_id": meeting.id, "person_id": person, "word": _word(word)}
            for person, word in meeting.checkins
        ]
        if rows:
            self._connection.execute(insert(meeting_checkins), rows)

    def find(self, school_id: int, meeting_id: int, *, changing: bool = False) -> Meeting | None:
        """With `changing` others wait until this unit is over."""
        query = _FOUND.with_for_update() if changing else _FOUND
        found = self._many(query, school=school_id, number=meeting_id)
        return found[0] if found else None

    def of_pairs(self, school_id: int, pair_ids: Iterable[int], *, live: bool = False) -> Sequence[Meeting]:
        """Every meeting of these pairs, or those that have not ended, oldest first."""
        return self._many(_OF_PAIRS_LIVE if live else _OF_PAIRS, school=school_id, pairs=list(pair_ids))

    def awake(self, limit: int, after: int = 0) -> Sequence[tuple[int, Meeting]]:
        """Of all schools, with the school: meetings that need a look now, by number. Who changes one of them waits
        until this unit is over, and one that is being changed is left to the next look.
        """
        query = _AWAKE.limit(limit).with_for_update(skip_locked=True)
        rows = self._connection.execute(query, {"now": self._now, "after": after}).all()
        schools = {row.id: row.school_id for row in rows}
        return [(schools[meeting.id], meeting) for meeting in self._gathered(rows)]

    def sleep(self, meeting_id: int, until: datetime | None) -> None:
        """Nothing will be due before; None: never again by itself."""
        self._connection.execute(update(meetings).where(meetings.c.id == meeting_id).values(wakes_at=until))

    def wake(self, school_id: int, *, pair_id: int | None = None) -> None:
        """What a pair's meetings, or a whole school's, go by has changed."""
        where = [meetings.c.school_id == school_id, meetings.c.state.in_(_LIVE)]
        where += [meetings.c.pair_id == pair_id] if pair_id is not None else []
        self._connection.execute(update(meetings).where(*where).values(wakes_at=self._now))

    def next_wake(self) -> datetime | None:
        return self._connection.execute(_NEXT).scalar()

    def _row(self, meeting: Meeting) -> dict[str, Any]:
        """Whatever has changed is looked at by the next tick, which finds the moment after."""
        return {**_row(meeting), "wakes_at": self._now}

    def _many(self, query: Select[Any], **of: Any) -> list[Meeting]:
        return self._gathered(self._connection.execute(query, of).all())

    def _gathered(self, rows: Sequence[Any]) -> list[Meeting]:
        if not rows:
            return []
        ids = [row.id for row in rows]
        people, words = self._by_meeting(_SEATS, ids), self._by_meeting(_WORDS, ids)
        return [_meeting(row, people.get(row.id, ()), words.get(row.id, ())) for row in rows]

    def _by_meeting(self, query: Select[Any], ids: Sequence[int]) -> Mapping[int, Sequence[Any]]:
        found: dict[int, list[Any]] = {}
        for row in self._connection.execute(query, {"ids": ids}):
            found.setdefault(row.meeting_id, []).append(row)
        return found


def _row(meeting: Meeting) -> dict[str, Any]:
    times = [[slot.start.isoformat(), slot.end.isoformat()] for slot in meeting.slots]
    return {
        "kind": meeting.kind.value,
        "state": meeting.state.value,
        "revision": meeting.revision,
        "sequence": meeting.sequence,
        "invited": meeting.invited,
        "proposed_by": meeting.proposed_by,
        "offered_at": meeting.offered_at,
        "slots": json.dumps(times),
        "chosen": meeting.chosen,
        "starts_at": meeting.time.start if meeting.time else None,
        "place": meeting.place,
        "contact": meeting.contact.value if meeting.contact else None,
        "moves": meeting.moves,
        "agreed_at": meeting.agreed_at,
        "heard_at": meeting.heard_at,
        "heard_by": meeting.heard_by,
        "ended_at": meeting.ended_at,
        "logged": meeting.logged,
    }


def _meeting(row: Any, people: Sequence[Any], words: Sequence[Any]) -> Meeting:
    slots = tuple(Slot(datetime.fromisoformat(a), datetime.fromisoformat(b)) for a, b in json.loads(row.slots))
    seats = sorted(people, key=lambda one: (one.side != Side.MENTOR, one.person_id))
    return Meeting(
        id=row.id,
        uid=row.uid,
        pair_id=row.pair_id,
        kind=Kind(row.kind),
        participants=tuple(Participant(p.person_id, Side(p.side), Reply(p.reply), p.slot) for p in seats),
        slots=slots,
        proposed_by=row.proposed_by,
        offered_at=row.offered_at,
        state=State(row.state),
        revision=row.revision,
        sequence=row.sequence,
        invited=row.invited,
        chosen=row.chosen,
        place=row.place,
        contact=Contact(row.contact) if row.contact else None,
        moves=row.moves,
        agreed_at=row.agreed_at,
        heard_at=row.heard_at,
        heard_by=row.heard_by,
        ended_at=row.ended_at,
        logged=row.logged,
        checkins=tuple((one.person_id, _checkin(json.loads(one.word))) for one in words),
    )


def _word(word: CheckIn) -> str:
    """Only what was said."""
    said: dict[str, Any] = {
        "held": word.held,
        "minutes": word.minutes,
        "contact": word.contact and word.contact.value,
        "subjects": None if word.subjects is None else sorted(word.subjects),
        "tasks": None if word.tasks is None else [[task, mark.value] for task, mark in word.tasks],
        "agreed": word.agreed,
        "mood": word.mood,
        "note": word.note,
        "why": word.why and word.why.value,
        "again_at": word.again_at and word.again_at.isoformat(),
        "skipped": word.skipped or None,
    }
    return json.dumps({name: value for name, value in said.items() if value is not None}, ensure_ascii=False)


def _checkin(said: Mapping[str, Any]) -> CheckIn:
    tasks, subjects = said.get("tasks"), said.get("subjects")
    return CheckIn(
        held=said.get("held"),
        minutes=said.get("minutes"),
        contact=Contact(said["contact"]) if "contact" in said else None,
        subjects=None if subjects is None else frozenset(Subject(one) for one in subjects),
        tasks=None if tasks is None else tuple((task, Mark(mark)) for task, mark in tasks),
        agreed=said.get("agreed"),
        mood=said.get("mood"),
        note=said.get("note"),
        why=Why(said["why"]) if "why" in said else None,
        again_at=datetime.fromisoformat(said["again_at"]) if "again_at" in said else None,
        skipped=said.get("skipped", False),
    )
