"""The tick of support: consultations and their times, questions without an answer, talks past their term."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from mentoring.notices.rules import Audience, Importance, Notice, NoticeButton, Privacy
from mentoring.people.rules import Person, School, occasion
from mentoring.ports import Unit
from mentoring.support import rules_consult, rules_question
from mentoring.support.rules_consult import LENGTH, SETTLES, SHORTLY, Consultation, State
from mentoring.support.rules_question import Question
from mentoring.support.service import called, takers
from mentoring.support.service_consult import topic_words
from mentoring.support.service_questions import helpers_of, later, tell_asked
from mentoring.texts import say

BATCH = 500


def tick(unit: Unit) -> None:
    """Over all schools, by what is due alone."""
    for school_id, one in unit.consultations.due(unit.now, BATCH):
        _consultation(unit, unit.schools.get(school_id), one)
    for school_id, question in unit.questions.due(unit.now, BATCH):
        _question(unit, unit.schools.get(school_id), question)
    unit.talks.erase_due(unit.now)


def _consultation(unit: Unit, school: School, one: Consultation) -> None:
    people = {person.id: person for person in unit.people.all(school.id)}
    if one.state is State.OPEN:
        for taker in takers(unit, school.id):
            if taker.id != one.asker_id:
                unit.tell(_wait(one, taker.id))
    elif one.state is State.AGREED and one.starts_at is not None:
        _agreed(unit, one, one.starts_at, people)
    unit.consultations.save(rules_consult.awake(one, unit.now))


def _agreed(unit: Unit, one: Consultation, start: datetime, people: dict[int, Person]) -> None:
    if start - SHORTLY <= unit.now < start:
        _remind(unit, one, people)
    elif start + LENGTH <= unit.now < start + LENGTH + SETTLES:
        unit.tell(_how(one))


def _wait(one: Consultation, person_id: int) -> Notice:
    return Notice(
        person_id=person_id,
        key=f"consult-wait:1:{one.id}:{one.revision}:{person_id}",
        text=say("notice-consult-wait", topic=topic_words(one.topic)),
        buttons=(NoticeButton(say("button-consult-take"), f"cs.take:{one.id}"),),
        audience=Audience.STAFF,
        privacy=Privacy.NAMED,
        about=one.asker_id,
        bundled=True,
    )


def _remind(unit: Unit, one: Consultation, people: dict[int, Person]) -> None:
    for person_id in (one.asker_id, one.taker_id):
        other = people.get(one.other(person_id or 0) or 0)
        if person_id in people and other is not None:
            unit.tell(_shortly(one, person_id or 0, other))


def _shortly(one: Consultation, person_id: int, other: Person) -> Notice:
    return Notice(
        person_id=person_id,
        key=f"consult-shortly:1:{one.id}:{one.revision}:{person_id}",
        text=say("notice-consult-shortly", name=called(other)),
        buttons=(NoticeButton(say("button-look"), f"cs:{one.id}"),),
        audience=Audience.PAIR,
        privacy=Privacy.NAMED,
        about=other.id,
        urgent=True,
        expires_at=one.starts_at,
    )


def _how(one: Consultation) -> Notice:
    buttons = (
        NoticeButton(say("button-consult-helped"), f"cs.helped:{one.id}"),
        NoticeButton(say("button-consult-more"), f"cs.more:{one.id}"),
    )
    return Notice(
        person_id=one.asker_id,
        key=f"consult-how:1:{one.id}:{one.rounds}:{one.asker_id}",
        text=say("notice-consult-how"),
        buttons=buttons,
        urgent=True,
        importance=Importance.REMINDER,
    )


def _question(unit: Unit, school: School, one: Question) -> None:
    """The next ones are asked; when there are none, the asker hears kindly that nobody answered."""
    load = unit.questions.load(school.id, occasion(school))
    known = tuple(one.asked)
    more = (
        []
        if one.named
        else rules_question.next_people(one.topic, helpers_of(unit, school.id), known, load, one.asker_id)
    )
    if not more:
        unit.questions.save(replace(one, closed=True, wakes_at=None))
        unit.tell(_nobody(one))
        return
    after = replace(one, asked={**one.asked, **dict.fromkeys(more, False)}, wakes_at=later(unit, school))
    unit.questions.save(after)
    tell_asked(unit, after, more, called(unit.people.find(school.id, one.asker_id)))


def _nobody(one: Question) -> Notice:
    return Notice(
        person_id=one.asker_id,
        key=f"question-nobody:1:{one.id}:{one.asker_id}",
        text=say("notice-question-nobody"),
        buttons=(NoticeButton(say("button-ask-colleague"), "qq.list"),),
        bundled=True,
        importance=Importance.NEWS,
    )
