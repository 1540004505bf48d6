"""Training of mentors: cycles with their lessons, sessions, attendance, what was read."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, replace
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Select, delete, insert, select, update

from mentoring.training import rules
from mentoring.training.rules import Choice, Cycle, Facts, Lesson, Mark, Read, Session
from storage.tables import (
    training_cycles,
    training_lessons,
    training_marks,
    training_reads,
    training_sessions,
    training_settings,
)
from storage.upsert import put

_SESSIONS = select(training_sessions, training_cycles.c.school_id).join(
    training_cycles, training_cycles.c.id == training_sessions.c.cycle_id
)


class TrainingRepo:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def demanded(self, school_id: int) -> bool:
        query = select(training_settings.c.demanded).where(training_settings.c.school_id == school_id)
        return bool(self._connection.execute(query).scalar())

    def demand(self, school_id: int, demanded: bool) -> None:
        put(self._connection, training_settings, {"school_id": school_id}, {"demanded": demanded})

    def add_cycle(self, school_id: int, occasion: str, cycle: Cycle) -> Cycle:
        """With its lessons."""
        row = {"school_id": school_id, "occasion": occasion, "code": cycle.code, "title": cycle.title}
        made = insert(training_cycles).values(**row, made_at=cycle.made_at).returning(training_cycles.c.id)
        kept = self._connection.execute(made).scalar_one()
        lessons = tuple(self.keep_lesson(replace(one, cycle_id=kept)) for one in cycle.lessons)
        return replace(cycle, id=kept, lessons=lessons)

    def drop_cycle(self, school_id: int, cycle_id: int) -> None:
        where = (training_cycles.c.school_id == school_id, training_cycles.c.id == cycle_id)
        self._connection.execute(delete(training_cycles).where(*where))

    def cycles(self, school_id: int, occasion: str) -> Sequence[Cycle]:
        where = (training_cycles.c.school_id == school_id, training_cycles.c.occasion == occasion)
        return self._cycles(select(training_cycles).where(*where).order_by(training_cycles.c.id))

    def cycle(self, school_id: int, cycle_id: int) -> Cycle | None:
        where = (training_cycles.c.school_id == school_id, training_cycles.c.id == cycle_id)
        found = self._cycles(select(training_cycles).where(*where))
        return found[0] if found else None

    def _cycles(self, query: Select[Any]) -> list[Cycle]:
        rows = self._connection.execute(query).all()
        lessons = select(training_lessons).where(training_lessons.c.cycle_id.in_([row.id for row in rows]))
        every = [_lesson(row) for row in self._connection.execute(lessons.order_by(training_lessons.c.id))]
        return [
            Cycle(row.id, row.code, row.title, row.made_at, tuple(one for one in every if one.cycle_id == row.id))
            for row in rows
        ]

    def keep_lesson(self, lesson: Lesson) -> Lesson:
        row = {**asdict(lesson), "test": json.dumps([asdict(one) for one in lesson.test], ensure_ascii=False)}
        number = row.pop("id")
        if number:
            where = training_lessons.c.id == number
            self._connection.execute(update(training_lessons).where(where).values(**row))
            return lesson
        made = insert(training_lessons).values(**row).returning(training_lessons.c.id)
        return replace(lesson, id=self._connection.execute(made).scalar_one())

    def drop_lesson(self, lesson: Lesson) -> None:
        self._connection.execute(delete(training_lessons).where(training_lessons.c.id == lesson.id))

    def sessions(self, school_id: int, cycle_id: int) -> Sequence[Session]:
        where = (training_cycles.c.school_id == school_id, training_sessions.c.cycle_id == cycle_id)
        query = _SESSIONS.where(*where).order_by(training_sessions.c.starts_at, training_sessions.c.id)
        return [_session(row) for row in self._connection.execute(query)]

    def session(self, school_id: int, session_id: int) -> Session | None:
        where = (training_cycles.c.school_id == school_id, training_sessions.c.id == session_id)
        row = self._connection.execute(_SESSIONS.where(*where)).first()
        return _session(row) if row else None

    def keep_session(self, session: Session) -> Session:
        row = asdict(session)
        number = row.pop("id")
        if number:
            where = training_sessions.c.id == number
            self._connection.execute(update(training_sessions).where(where).values(**row))
            return session
        made = insert(training_sessions).values(**row).returning(training_sessions.c.id)
        return replace(session, id=self._connection.execute(made).scalar_one())

    def marks(self, session_id: int) -> Sequence[Mark]:
        query = select(training_marks).where(training_marks.c.session_id == session_id)
        return [_mark(row) for row in self._connection.execute(query.order_by(training_marks.c.person_id))]

    def keep_mark(self, mark: Mark, now: datetime) -> None:
        key = {"session_id": mark.session_id, "person_id": mark.person_id}
        put(self._connection, training_marks, key, {"came": mark.came, "by_staff": mark.by_staff, "at": now})

    def reads(self, person_id: int) -> Sequence[Read]:
        query = select(training_reads).where(training_reads.c.person_id == person_id)
        return [_read(row) for row in self._connection.execute(query)]

    def keep_read(self, read: Read, now: datetime) -> None:
        key = {"lesson_id": read.lesson_id, "person_id": read.person_id}
        put(self._connection, training_reads, key, {"right": read.right, "asked": read.asked, "at": now})

    def facts(self, school_id: int, occasion: str) -> Facts:
        cycles = self.cycles(school_id, occasion)
        sessions = [one for cycle in cycles for one in self.sessions(school_id, cycle.id)]
        came = select(training_marks).where(training_marks.c.session_id.in_([one.id for one in sessions]))
        lessons = [lesson.id for cycle in cycles for lesson in cycle.lessons]
        read = select(training_reads).where(training_reads.c.lesson_id.in_(lessons))
        marks, reads = self._connection.execute(came).all(), self._connection.execute(read).all()
        return Facts(cycles, sessions, [_mark(row) for row in marks], [_read(row) for row in reads])

    def admitted(self, school_id: int, occasion: str, now: datetime) -> frozenset[int] | None:
        if not self.demanded(school_id):
            return None
        return rules.admitted(self.facts(school_id, occasion), True, now)

    def due(self, now: datetime, limit: int) -> Sequence[tuple[int, Session]]:
        query = _SESSIONS.where(training_sessions.c.wakes_at <= now).order_by(training_sessions.c.wakes_at)
        return [(row.school_id, _session(row)) for row in self._connection.execute(query.limit(limit))]


def _lesson(row: Any) -> Lesson:
    test = tuple(
        Choice(one["ask"], tuple(one["options"]), one["right"], one["why"]) for one in json.loads(row.test)
    )
    file = (row.medium, row.reference, row.file_name)
    return Lesson(row.id, row.cycle_id, row.code, row.title, row.text, row.link, *file, test)


def _session(row: Any) -> Session:
    when = (row.id, row.cycle_id, row.starts_at, row.lesson_id, row.minutes)
    return Session(*when, row.place, row.teacher_id, row.called_off, row.wakes_at)


def _mark(row: Any) -> Mark:
    return Mark(row.session_id, row.person_id, row.came, row.by_staff)


def _read(row: Any) -> Read:
    return Read(row.lesson_id, row.person_id, row.right, row.asked)
