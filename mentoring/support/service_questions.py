"""Use cases of the one-question help: asked by subject or of a named colleague, answered, thanked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from mentoring.calendar.service import calendar_of
from mentoring.errors import ProgrammeError
from mentoring.notices.rules import Audience, Notice, NoticeButton, Privacy
from mentoring.people.rules import Actor, Person, Role, School
from mentoring.people.rules_progress import alphabetical
from mentoring.ports import Unit
from mentoring.support import rules_question as rules
from mentoring.support.rules_question import NEXT, OPEN_AT_ONCE, THEMES, Helper, Question
from mentoring.support.service import TEACHERS, called, there, year
from mentoring.texts import Text, Words, say


@dataclass(frozen=True, slots=True)
class Shown:
    """`asker` and `answerer` as those who may read it know them."""

    one: Question
    asker: Words
    answerer: Words


def willing(actor: Actor, unit: Unit, topic: str = "") -> list[Person]:
    """Who will answer a question, of this subject where one is given, by name; never the actor."""
    actor.require(*Role)
    return _able(unit, actor.school_id, topic, actor.id)


def _able(unit: Unit, school_id: int, topic: str, asker: int) -> list[Person]:
    able = {
        one.person_id for one in helpers_of(unit, school_id) if one.knows(topic) or (one.answers and not topic)
    }
    return sorted(
        (one for one in unit.people.all(school_id) if one.id in able and one.id != asker), key=alphabetical
    )


def helpers_of(unit: Unit, school_id: int) -> list[Helper]:
    """Those who are still there."""
    fit = {one.id for one in unit.people.all(school_id) if there(one) and one.roles & set(TEACHERS)}
    return [one for one in unit.helpers.all(school_id) if one.person_id in fit and one.answers]


def ask(actor: Actor, unit: Unit, topic: str, typed: str) -> Question:
    """Ask up to three of those who know the subject, those asked least first.

    Raises ProgrammeError `error-question-text`, `error-question-many`, `error-question-nobody`, `error-stale`.
    """
    if topic not in THEMES:
        raise ProgrammeError("error-stale")
    _check(actor, unit)
    load = unit.questions.load(actor.school_id, year(actor))
    people = rules.next_people(topic, helpers_of(unit, actor.school_id), (), load, actor.id)
    return _put(actor, unit, topic, typed, people, named=False)


def ask_named(actor: Actor, unit: Unit, person_id: int, typed: str) -> Question:
    """Ask this colleague and nobody else. Raises as `ask` does; `error-question-nobody`: they answer no more."""
    _check(actor, unit)
    people = [person_id] if person_id in {one.id for one in willing(actor, unit)} else []
    return _put(actor, unit, "", typed, people, named=True)


def _check(actor: Actor, unit: Unit) -> None:
    actor.require(*Role)
    own = unit.questions.of_asker(actor.school_id, actor.id)
    if sum(one.waiting for one in own) >= OPEN_AT_ONCE:
        raise ProgrammeError("error-question-many", most=OPEN_AT_ONCE)


def _put(actor: Actor, unit: Unit, topic: str, typed: str, people: Sequence[int], *, named: bool) -> Question:
    if not people:
        raise ProgrammeError("error-question-nobody")
    asked = dict.fromkeys(people, False)
    made = Question(
        0, actor.id, topic, rules.checked(typed), unit.now, asked, named, wakes_at=later(unit, actor.school)
    )
    kept = unit.questions.add(actor.school_id, year(actor), made)
    tell_asked(unit, kept, people, called(actor.person))
    return kept


def later(unit: Unit, school: School) -> datetime:
    """When the next ones are asked: two school days from now, at this hour."""
    calendar = calendar_of(unit, school)
    days = calendar.add_school_days(calendar.local_day(unit.now), NEXT) - calendar.local_day(unit.now)
    return unit.now + days


def tell_asked(unit: Unit, one: Question, people: Sequence[int], asker: Words) -> None:
    for person_id in people:
        unit.tell(_call(one, person_id, say("notice-question", name=asker)))


def _call(one: Question, person_id: int, text: Text) -> Notice:
    return Notice(
        person_id=person_id,
        key=f"question:1:{one.id}:{person_id}",
        text=text,
        buttons=(NoticeButton(say("button-look"), f"qq:{one.id}"),),
        audience=Audience.PAIR,
        privacy=Privacy.NAMED,
        about=one.asker_id,
    )


def own(actor: Actor, unit: Unit) -> Sequence[Question]:
    actor.require(*Role)
    return unit.questions.of_asker(actor.school_id, actor.id)


def for_me(actor: Actor, unit: Unit) -> Sequence[Question]:
    actor.require(*Role)
    return unit.questions.for_person(actor.school_id, actor.id)


def look(actor: Actor, unit: Unit, question_id: int) -> Shown:
    """For the asker and those asked; to the latter the answer of another stays closed. Else "error-stale"."""
    actor.require(*Role)
    found = unit.questions.find(actor.school_id, question_id)
    if found is None or (actor.id != found.asker_id and actor.id not in found.asked):
        raise ProgrammeError("error-stale")
    if actor.id not in (found.asker_id, found.answered_by) and found.answered_at is not None:
        raise ProgrammeError("error-question-answered")
    people = {one.id: one for one in unit.people.all(actor.school_id)}
    return Shown(found, called(people.get(found.asker_id)), called(people.get(found.answered_by or 0)))


def _held(actor: Actor, unit: Unit, question_id: int) -> Question:
    actor.require(*Role)
    found = unit.questions.find(actor.school_id, question_id, changing=True)
    if found is None:
        raise ProgrammeError("error-stale")
    return found


def answer(actor: Actor, unit: Unit, question_id: int, typed: str) -> Shown:
    """Raises ProgrammeError as `rules.answered` does, `error-question-text`."""
    after = rules.answered(_held(actor, unit, question_id), actor.id, typed, unit.now)
    unit.questions.save(after)
    _tell(actor, unit, after, after.asker_id, say("notice-question-answered", name=called(actor.person)))
    return look(actor, unit, question_id)


def thank(actor: Actor, unit: Unit, question_id: int) -> Shown:
    after = rules.thanked(_held(actor, unit, question_id), actor.id)
    unit.questions.save(after)
    if after.answered_by is not None:
        _tell(actor, unit, after, after.answered_by, say("notice-question-thanked", name=called(actor.person)))
    return look(actor, unit, question_id)


def pass_on(actor: Actor, unit: Unit, question_id: int) -> Question:
    """ "Not me": when everybody asked has passed, the next ones are asked at once."""
    after = rules.passed(_held(actor, unit, question_id), actor.id)
    after = replace(after, wakes_at=unit.now) if all(after.asked.values()) else after
    unit.questions.save(after)
    return after


def close(actor: Actor, unit: Unit, question_id: int) -> Question:
    """The asker needs no answer any more."""
    found = _held(actor, unit, question_id)
    if found.asker_id != actor.id or not found.waiting:
        raise ProgrammeError("error-stale")
    after = replace(found, closed=True, wakes_at=None)
    unit.questions.save(after)
    unit.withdraw(f"question:1:{found.id}:")
    return after


def _tell(actor: Actor, unit: Unit, one: Question, to: int, text: Text) -> None:
    unit.tell(
        Notice(
            person_id=to,
            key=f"{'thanks' if one.thanked else 'answer'}:1:{one.id}:{to}",
            text=text,
            buttons=(NoticeButton(say("button-look"), f"qq:{one.id}"),),
            audience=Audience.PAIR,
            privacy=Privacy.NAMED,
            about=actor.id,
        )
    )
