"""May's final reflection as a guided hour (programme, step 24): three questions, a timer, a summary, a word.

The clock goes on to the next question; the curator may go on sooner, or end it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from mentoring.errors import ProgrammeError
from mentoring.notices.rules import Audience, Notice, NoticeButton
from mentoring.people.rules import Actor, Role, School, occasion
from mentoring.ports import Unit
from mentoring.reflection.prompts import final
from mentoring.reflection.rules import Counts, Hour
from mentoring.reflection.service import bound_place, put_question, say_in_group
from mentoring.texts import say

MINUTES = (5, 10, 15, 20)
LONGEST = 2000


@dataclass(frozen=True, slots=True)
class Final:
    """What there is of the school year's final reflection: for the report, with the curator's own words."""

    hour: Hour
    counts: Counts
    total: int

    @property
    def going(self) -> bool:
        return self.hour.step > 0


def of_year(unit: Unit, school: School) -> Final | None:
    """The school year's last one; None where there was none."""
    found = unit.hours.last(school.id, occasion(school))
    if found is None:
        return None
    return Final(found, unit.reflections.counts_of_hour(school.id, found.id), len(final(school.language)))


def shown(actor: Actor, unit: Unit) -> Final | None:
    actor.require(Role.CURATOR)
    return of_year(unit, actor.school)


def start(actor: Actor, unit: Unit, minutes: int) -> None:
    """Greet the group and put the first question. Raises ProgrammeError where one goes on already."""
    actor.require(Role.CURATOR)
    school, place = actor.school, bound_place(unit, actor.school)
    before = unit.hours.last(school.id, occasion(school))
    if minutes not in MINUTES:
        raise ProgrammeError("error-stale")
    if before is not None and before.step:
        raise ProgrammeError("error-done-already")
    next_at = unit.now + timedelta(minutes=minutes)
    hour = unit.hours.add(school.id, occasion(school), minutes, next_at, unit.now)
    total = len(final(school.language))
    words = say("group-hour-begin", total=total, minutes=minutes)
    say_in_group(unit, school, place, f"group-hour:1:{hour.id}:begin", words)
    put_question(unit, school, place, final(school.language)[0], hour.id)


def go_on(actor: Actor, unit: Unit, step: int) -> None:
    """The curator's press under question `step`: the next one, or the end after the last."""
    actor.require(Role.CURATOR)
    found = unit.hours.last(actor.school_id, occasion(actor.school))
    if found is None or not found.step or found.step != step:
        raise ProgrammeError("error-done-already")
    advance(unit, actor.school, found)


def end(actor: Actor, unit: Unit) -> None:
    actor.require(Role.CURATOR)
    found = unit.hours.last(actor.school_id, occasion(actor.school))
    if found is None or not found.step:
        raise ProgrammeError("error-done-already")
    _finish(unit, actor.school, found)


def advance(unit: Unit, school: School, hour: Hour) -> None:
    """From the open question to the next, or to the end. Without a group nothing can go on."""
    questions, place = final(school.language), unit.groups.of_school(school.id)
    if hour.step >= len(questions) or place is None:
        _finish(unit, school, hour)
        return
    if unit.hours.step(hour, hour.step + 1, unit.now + timedelta(minutes=hour.minutes)):
        put_question(unit, school, place, questions[hour.step], hour.id)


def _finish(unit: Unit, school: School, hour: Hour) -> None:
    if not unit.hours.step(hour, 0, None):
        return
    counts, place = unit.reflections.counts_of_hour(school.id, hour.id), unit.groups.of_school(school.id)
    if place is not None:
        words = say("group-hour-end", answers=counts.answers, reactions=counts.reactions)
        say_in_group(unit, school, place, f"group-hour:1:{hour.id}:end", words)
    for curator in unit.people.with_role(school.id, Role.CURATOR):
        unit.tell(
            Notice(
                person_id=curator.id,
                key=f"hour-over:1:{hour.id}:{curator.id}",
                text=say("notice-hour-over", count=counts.answers),
                buttons=(NoticeButton(say("button-hour-word"), "rh.word"),),
                audience=Audience.CURATOR,
            )
        )


def conclude(actor: Actor, unit: Unit, words: str) -> Final:
    """The curator's word for the report; a later one takes the place of an earlier."""
    actor.require(Role.CURATOR)
    found = of_year(unit, actor.school)
    text = words.strip()
    if found is None:
        raise ProgrammeError("error-stale")
    if not text or len(text) > LONGEST:
        raise ProgrammeError("error-word-long" if text else "error-answer-empty", limit=LONGEST)
    unit.hours.conclude(actor.school_id, found.hour.id, text)
    kept = of_year(unit, actor.school)
    assert kept is not None
    return kept
