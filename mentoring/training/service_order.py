"""The facts of the order on training with its plan and schedule: step 14 of the programme's plan."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from zoneinfo import ZoneInfo

from mentoring.documents import order_facts as facts
from mentoring.errors import ProgrammeError
from mentoring.matching.service_orders import Desk, Words, desk_of
from mentoring.meetings.rules import Side
from mentoring.pairs.rules import Member
from mentoring.people.rules import Actor, occasion
from mentoring.ports import Unit
from mentoring.training.library import in_words
from mentoring.training.rules import MINUTES, Cycle, Session
from mentoring.training.service_sessions import invited

RUSSIAN = "ru"  # an order is in Russian whoever asks for it


def order(actor: Actor, unit: Unit, words: Words) -> facts.TrainingOrder:
    """Every date of the year's cycles in order, then the lessons without one: a plan may come before its dates.

    Raises ProgrammeError "error-order-empty" while there is no cycle.
    """
    desk = desk_of(actor, unit, words)
    cycles = [in_words(one, RUSSIAN) for one in unit.training.cycles(actor.school_id, occasion(actor.school))]
    if not cycles:
        raise ProgrammeError("error-order-empty")
    mentors = [desk.member(Member(one.id, Side.MENTOR)) for one in invited(unit, actor.school)]
    return facts.TrainingOrder(
        desk.common, mentors, _rows(desk, unit, cycles), "», «".join(c.title for c in cycles)
    )


def _rows(desk: Desk, unit: Unit, cycles: Sequence[Cycle]) -> list[facts.Lesson]:
    titles = {cycle.id: cycle.title for cycle in cycles}
    topics = {lesson.id: lesson.title for cycle in cycles for lesson in cycle.lessons}
    found = [one for cycle in cycles for one in unit.training.sessions(desk.actor.school_id, cycle.id)]
    sessions = sorted((one for one in found if not one.called_off), key=lambda one: (one.starts_at, one.id))
    dated = [_row(desk, one, topics.get(one.lesson_id or 0) or titles[one.cycle_id]) for one in sessions]
    return dated + _undated(cycles, sessions)


def _row(desk: Desk, session: Session, topic: str) -> facts.Lesson:
    start = session.starts_at.astimezone(ZoneInfo(desk.actor.school.zone))
    leader = session.teacher_id
    teacher = desk.named(leader) if leader is not None and leader in desk.people else None
    hours = max(1, round(session.minutes / MINUTES))
    return facts.Lesson(topic, start.date(), f"{start:%H:%M}", hours, session.place, teacher)


def _undated(cycles: Iterable[Cycle], sessions: Sequence[Session]) -> list[facts.Lesson]:
    """A cycle that is given whole on one date has no lessons of its own left to plan."""
    whole = {one.cycle_id for one in sessions if one.lesson_id is None}
    planned = {one.lesson_id for one in sessions}
    return [
        facts.Lesson(lesson.title, hours=1)
        for cycle in cycles
        if cycle.id not in whole
        for lesson in cycle.lessons
        if lesson.id not in planned
    ]
