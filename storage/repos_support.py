"""Consultations, questions to colleagues and those who said they would help."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, Select, func, insert, select, update

from mentoring.support.rules_consult import LIVE, Consultation, State
from mentoring.support.rules_question import Helper, Question
from storage.tables import consultations, helpers, people, question_people, questions
from storage.upsert import put

SHOWN = 60  # of one person, the newest


class HelperRepo:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def of(self, person_id: int) -> Helper:
        row = self._connection.execute(select(helpers).where(helpers.c.person_id == person_id)).first()
        return _helper(row) if row else Helper(person_id)

    def all(self, school_id: int) -> Sequence[Helper]:
        query = select(helpers).join(people, people.c.id == helpers.c.person_id)
        rows = self._connection.execute(query.where(people.c.school_id == school_id).order_by(helpers.c.person_id))
        return [_helper(row) for row in rows]

    def keep(self, helper: Helper) -> None:
        values = {"consults": helper.consults, "answers": helper.answers, "topics": json.dumps(helper.topics)}
        put(self._connection, helpers, {"person_id": helper.person_id}, values)


def _helper(row: Any) -> Helper:
    return Helper(row.person_id, row.consults, row.answers, tuple(json.loads(row.topics)))


class ConsultationRepo:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, school_id: int, occasion: str, one: Consultation) -> Consultation:
        row = {"school_id": school_id, "occasion": occasion, "made_at": one.made_at, **_consultation_row(one)}
        made = insert(consultations).values(**row).returning(consultations.c.id)
        return replace(one, id=self._connection.execute(made).scalar_one())

    def save(self, one: Consultation) -> bool:
        where = (consultations.c.id == one.id, consultations.c.revision == one.revision)
        change = update(consultations).where(*where)
        changed = self._connection.execute(change.values(**_consultation_row(one), revision=one.revision + 1))
        return changed.rowcount == 1

    def find(self, school_id: int, consultation_id: int) -> Consultation | None:
        found = self._many(_consultations(school_id).where(consultations.c.id == consultation_id))
        return found[0] if found else None

    def of_person(self, school_id: int, person_id: int) -> Sequence[Consultation]:
        asker, taker = consultations.c.asker_id == person_id, consultations.c.taker_id == person_id
        return self._many(_consultations(school_id).where(asker | taker).limit(SHOWN))

    def open(self, school_id: int) -> Sequence[Consultation]:
        """What nobody has, also because whoever took it was erased; the newest first."""
        free = (consultations.c.taker_id.is_(None), consultations.c.state.in_(LIVE))
        return self._many(_consultations(school_id).where(*free))

    def count(self, school_id: int, occasion: str) -> int:
        held = (consultations.c.school_id == school_id, consultations.c.occasion == occasion)
        query = select(func.count()).where(*held, consultations.c.state != State.OFF.value)
        return self._connection.execute(query.select_from(consultations)).scalar_one()

    def due(self, now: datetime, limit: int) -> Sequence[tuple[int, Consultation]]:
        query = select(consultations).where(consultations.c.wakes_at <= now).order_by(consultations.c.wakes_at)
        return [(row.school_id, _consultation(row)) for row in self._connection.execute(query.limit(limit))]

    def _many(self, query: Select[Any]) -> list[Consultation]:
        return [_consultation(row) for row in self._connection.execute(query)]


def _consultations(school_id: int) -> Select[Any]:
    return select(consultations).where(consultations.c.school_id == school_id).order_by(consultations.c.id.desc())


def _consultation_row(one: Consultation) -> dict[str, Any]:
    return {
        "asker_id": one.asker_id,
        "taker_id": one.taker_id,
        "topic": one.topic,
        "state": one.state.value,
        "slots": json.dumps([int(slot.timestamp()) for slot in one.slots]),
        "starts_at": one.starts_at,
        "by_asker": one.by_asker,
        "place": one.place,
        "rounds": one.rounds,
        "wakes_at": one.wakes_at,
    }


def _consultation(row: Any) -> Consultation:
    found = Consultation(
        id=row.id,
        asker_id=row.asker_id,
        topic=row.topic,
        made_at=row.made_at,
        taker_id=row.taker_id,
        state=State(row.state),
        slots=tuple(datetime.fromtimestamp(at, UTC) for at in json.loads(row.slots)),
        starts_at=row.starts_at,
        by_asker=row.by_asker,
        place=row.place,
        rounds=row.rounds,
        wakes_at=row.wakes_at,
        revision=row.revision,
    )
    if found.live and found.taker_id is None:
        return replace(found, state=State.OPEN, slots=(), starts_at=None)
    return found


class QuestionRepo:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, school_id: int, occasion: str, one: Question) -> Question:
        row = {"school_id": school_id, "occasion": occasion, "asker_id": one.asker_id, "topic": one.topic}
        row |= {"text": one.text, "named": one.named, "made_at": one.made_at}
        made = insert(questions).values(**row, **_question_row(one)).returning(questions.c.id)
        kept = replace(one, id=self._connection.execute(made).scalar_one())
        self._keep_people(kept)
        return kept

    def save(self, one: Question) -> None:
        self._connection.execute(update(questions).where(questions.c.id == one.id).values(**_question_row(one)))
        self._keep_people(one)

    def _keep_people(self, one: Question) -> None:
        for person_id, passed in one.asked.items():
            key = {"question_id": one.id, "person_id": person_id}
            put(self._connection, question_people, key, {"passed": passed})

    def find(self, school_id: int, question_id: int, *, changing: bool = False) -> Question | None:
        query = _questions(school_id).where(questions.c.id == question_id)
        found = self._many(query.with_for_update() if changing else query)
        return found[0] if found else None

    def of_asker(self, school_id: int, person_id: int) -> Sequence[Question]:
        return self._many(_questions(school_id).where(questions.c.asker_id == person_id).limit(SHOWN))

    def for_person(self, school_id: int, person_id: int) -> Sequence[Question]:
        """What this person was asked, did not pass on, and nobody has answered."""
        asked = (question_people.c.person_id == person_id, ~question_people.c.passed)
        mine = select(question_people.c.question_id).where(*asked)
        left = (questions.c.answered_at.is_(None), ~questions.c.closed, questions.c.id.in_(mine))
        return self._many(_questions(school_id).where(*left).limit(SHOWN))

    def load(self, school_id: int, occasion: str) -> Mapping[int, int]:
        query = (
            select(question_people.c.person_id, func.count())
            .join(questions, questions.c.id == question_people.c.question_id)
            .where(questions.c.school_id == school_id, questions.c.occasion == occasion)
            .group_by(question_people.c.person_id)
        )
        return {person: count for person, count in self._connection.execute(query)}

    def due(self, now: datetime, limit: int) -> Sequence[tuple[int, Question]]:
        query = select(questions).where(questions.c.wakes_at <= now).order_by(questions.c.wakes_at).limit(limit)
        rows = self._connection.execute(query).all()
        return list(zip([row.school_id for row in rows], self._whole(rows), strict=True))

    def _many(self, query: Select[Any]) -> list[Question]:
        return self._whole(self._connection.execute(query).all())

    def _whole(self, rows: Sequence[Any]) -> list[Question]:
        query = select(question_people).where(question_people.c.question_id.in_([row.id for row in rows]))
        asked: dict[int, dict[int, bool]] = {row.id: {} for row in rows}
        for one in self._connection.execute(query.order_by(question_people.c.person_id)):
            asked[one.question_id][one.person_id] = one.passed
        return [_question(row, asked[row.id]) for row in rows]


def _questions(school_id: int) -> Select[Any]:
    return select(questions).where(questions.c.school_id == school_id).order_by(questions.c.id.desc())


def _question_row(one: Question) -> dict[str, Any]:
    names = ("answer", "answered_by", "answered_at", "thanked", "closed", "wakes_at")
    return {name: getattr(one, name) for name in names}


def _question(row: Any, asked: Mapping[int, bool]) -> Question:
    return Question(
        row.id,
        row.asker_id,
        row.topic,
        row.text,
        row.made_at,
        asked,
        row.named,
        row.answer,
        row.answered_by,
        row.answered_at,
        row.thanked,
        row.closed,
        row.wakes_at,
    )
