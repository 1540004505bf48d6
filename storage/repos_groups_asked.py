"""Reflection: its settings, the questions that were put to the group, what people answered."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, delete, func, insert, select, update

from mentoring.reflection.rules import Answer, AnswerState, Asked, Counts, OwnPrompt, Rhythm, Settings
from storage.tables import (
    group_posts,
    reflection_answers,
    reflection_prompts,
    reflection_settings,
    reflections,
)
from storage.upsert import put

_SETTINGS = select(
    reflection_settings.c.rhythm,
    reflection_settings.c.weekday,
    reflection_settings.c.hour,
    reflection_settings.c.held,
    reflection_settings.c.period,
    reflection_settings.c.summed,
)
_ASKED = select(
    reflections.c.id,
    reflections.c.school_id,
    reflections.c.code,
    reflections.c.text,
    reflections.c.asked_at,
    reflections.c.hour_id,
)
_ANSWER = select(
    reflection_answers.c.id,
    reflection_answers.c.reflection_id,
    reflection_answers.c.person_id,
    reflection_answers.c.text,
    reflection_answers.c.signed,
    reflection_answers.c.state,
    reflection_answers.c.at,
    reflection_answers.c.message_id,
).join(reflections, reflections.c.id == reflection_answers.c.reflection_id)
_GIVEN = (AnswerState.POSTED.value, AnswerState.HEARD.value)


class ReflectionRepo:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def settings(self, school_id: int) -> Settings:
        row = self._connection.execute(_SETTINGS.where(reflection_settings.c.school_id == school_id)).first()
        return Settings(Rhythm(row[0]), *row[1:]) if row else Settings()

    def save(self, school_id: int, settings: Settings, look_at: datetime | None) -> None:
        values = {
            "rhythm": settings.rhythm.value,
            "weekday": settings.weekday,
            "hour": settings.hour,
            "held": settings.held,
            "period": settings.period,
            "summed": settings.summed,
            "look_at": look_at,
        }
        put(self._connection, reflection_settings, {"school_id": school_id}, values)

    def due_schools(self, now: datetime) -> Sequence[int]:
        due = select(reflection_settings.c.school_id).where(reflection_settings.c.look_at <= now)
        return list(self._connection.execute(due.order_by(reflection_settings.c.school_id)).scalars())

    def claim(self, school_id: int, now: datetime) -> bool:
        """Take the school's turn: of several processes one gets it."""
        mine = (reflection_settings.c.school_id == school_id, reflection_settings.c.look_at <= now)
        change = update(reflection_settings).where(*mine).values(look_at=None)
        return self._connection.execute(change).rowcount > 0

    def next_look(self) -> datetime | None:
        return self._connection.execute(select(func.min(reflection_settings.c.look_at))).scalar()

    def own_prompts(self, school_id: int) -> Sequence[OwnPrompt]:
        prompt = reflection_prompts.c
        own = select(prompt.id, prompt.text, prompt.place).where(prompt.school_id == school_id, prompt.code == "")
        return [OwnPrompt(*row) for row in self._connection.execute(own.order_by(prompt.place, prompt.id))]

    def dropped(self, school_id: int) -> frozenset[str]:
        prompt = reflection_prompts.c
        gone = select(prompt.code).where(prompt.school_id == school_id, prompt.code != "", prompt.dropped)
        return frozenset(self._connection.execute(gone).scalars())

    def add_prompt(self, school_id: int, text: str, *, code: str = "") -> None:
        """One of the school's own, last in order; with a `code`, a shipped one that is not wanted."""
        last = select(func.max(reflection_prompts.c.place)).where(reflection_prompts.c.school_id == school_id)
        place = (self._connection.execute(last).scalar() or 0) + 1
        row = {"school_id": school_id, "text": text, "code": code, "dropped": bool(code), "place": place}
        self._connection.execute(insert(reflection_prompts).values(**row))

    def drop_prompt(self, school_id: int, prompt_id: int) -> bool:
        own = (reflection_prompts.c.school_id == school_id, reflection_prompts.c.id == prompt_id)
        return self._connection.execute(delete(reflection_prompts).where(*own)).rowcount > 0

    def restore(self, school_id: int) -> None:
        """The shipped ones are wanted again, all of them."""
        shipped = (reflection_prompts.c.school_id == school_id, reflection_prompts.c.code != "")
        self._connection.execute(delete(reflection_prompts).where(*shipped))

    def place_prompt(self, school_id: int, prompt_id: int, place: int) -> None:
        own = (reflection_prompts.c.school_id == school_id, reflection_prompts.c.id == prompt_id)
        self._connection.execute(update(reflection_prompts).where(*own).values(place=place))

    def asked_codes(self, school_id: int, occasion: str) -> Mapping[str, datetime]:
        year = (reflections.c.school_id == school_id, reflections.c.occasion == occasion)
        query = select(reflections.c.code, reflections.c.asked_at).where(*year)
        return {code: at for code, at in self._connection.execute(query.order_by(reflections.c.id))}

    def add_asked(self, asked: Asked, occasion: str, post_id: int) -> int:
        row = {
            "school_id": asked.school_id,
            "occasion": occasion,
            "code": asked.code,
            "text": asked.text,
            "asked_at": asked.asked_at,
            "post_id": post_id,
            "hour_id": asked.hour_id,
        }
        made = insert(reflections).values(**row).returning(reflections.c.id)
        return int(self._connection.execute(made).scalar_one())

    def _asked(self, *conditions: Any) -> Asked | None:
        newest = _ASKED.where(*conditions).order_by(reflections.c.id.desc()).limit(1)
        row = self._connection.execute(newest).first()
        return Asked(*row) if row else None

    def asked(self, school_id: int, asked_id: int) -> Asked | None:
        return self._asked(reflections.c.school_id == school_id, reflections.c.id == asked_id)

    def asked_by_post(self, post_id: int) -> Asked | None:
        return self._asked(reflections.c.post_id == post_id)

    def post_of(self, school_id: int, asked_id: int) -> int | None:
        own = (reflections.c.school_id == school_id, reflections.c.id == asked_id)
        return self._connection.execute(select(reflections.c.post_id).where(*own)).scalar()

    def last_asked(self, school_id: int) -> Asked | None:
        return self._asked(reflections.c.school_id == school_id)

    def count_other(self, asked_id: int) -> None:
        """Somebody answered of whom nothing may be kept."""
        change = update(reflections).where(reflections.c.id == asked_id).values(others=reflections.c.others + 1)
        self._connection.execute(change)

    def add_answer(self, answer: Answer) -> int:
        row = {"reflection_id": answer.asked_id, "person_id": answer.person_id, "at": answer.at, **_of(answer)}
        made = insert(reflection_answers).values(**row, message_id=answer.message_id)
        return int(self._connection.execute(made.returning(reflection_answers.c.id)).scalar_one())

    def _answers(self, *conditions: Any) -> list[Answer]:
        rows = self._connection.execute(_ANSWER.where(*conditions).order_by(reflection_answers.c.id))
        return [Answer(*row[:5], AnswerState(row[5]), *row[6:]) for row in rows]

    def answer(self, school_id: int, answer_id: int) -> Answer | None:
        own = (reflections.c.school_id == school_id, reflection_answers.c.id == answer_id)
        return next(iter(self._answers(*own)), None)

    def reply(self, chat_id: int, person_id: int, message_id: int) -> Answer | None:
        """What was heard as that message of the group."""
        there = select(group_posts.c.id).where(group_posts.c.chat_id == chat_id)
        own = (reflection_answers.c.person_id == person_id, reflection_answers.c.message_id == message_id)
        return next(iter(self._answers(*own, reflections.c.post_id.in_(there))), None)

    def draft_of(self, asked_id: int, person_id: int) -> Answer | None:
        mine = (reflection_answers.c.reflection_id == asked_id, reflection_answers.c.person_id == person_id)
        open_ones = reflection_answers.c.state.in_((AnswerState.DRAFT.value, AnswerState.BACK.value))
        return next(iter(self._answers(*mine, open_ones)), None)

    def change_answer(self, before: Answer, after: Answer, post_id: int | None = None) -> bool:
        """False where its state is no longer that of `before`."""
        same = (reflection_answers.c.id == before.id, reflection_answers.c.state == before.state.value)
        values = _of(after) | ({"post_id": post_id} if post_id is not None else {})
        return self._connection.execute(update(reflection_answers).where(*same).values(**values)).rowcount > 0

    def drop_answer(self, answer_id: int) -> None:
        self._connection.execute(delete(reflection_answers).where(reflection_answers.c.id == answer_id))

    def with_state(self, school_id: int, state: AnswerState) -> Sequence[Answer]:
        return self._answers(reflections.c.school_id == school_id, reflection_answers.c.state == state.value)

    def counts(self, school_id: int, first: datetime, end: datetime) -> Counts:
        return self._counts(
            reflections.c.school_id == school_id, reflections.c.asked_at >= first, reflections.c.asked_at < end
        )

    def counts_of_hour(self, school_id: int, hour_id: int) -> Counts:
        return self._counts(reflections.c.school_id == school_id, reflections.c.hour_id == hour_id)

    def _counts(self, *conditions: ColumnElement[bool]) -> Counts:
        questions = select(
            func.count(),
            func.coalesce(func.sum(reflections.c.others), 0),
            func.coalesce(func.sum(group_posts.c.reactions), 0),
        ).select_from(reflections.outerjoin(group_posts, group_posts.c.id == reflections.c.post_id))
        asked, others, reactions = self._connection.execute(questions.where(*conditions)).one()
        given = (
            select(func.count(), func.count(reflection_answers.c.person_id.distinct()))
            .select_from(reflection_answers.join(reflections))
            .where(*conditions, reflection_answers.c.state.in_(_GIVEN))
        )
        answers, people = self._connection.execute(given).one()
        return Counts(asked, answers + others, people, reactions)


def _of(answer: Answer) -> dict[str, Any]:
    return {"text": answer.text, "signed": answer.signed, "state": answer.state.value}
