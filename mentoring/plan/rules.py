"""The mentoring plan of a pair: goals, tasks with terms, what became of them, interim results. Pure.

Steps 20–22 of the programme's plan. Both sides see it and change it; the mark is the mentor's. Every change says
what is to be, not what to flip, so that a second press of the same button changes nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from mentoring.errors import ProgrammeError
from mentoring.meetings.rules import Mark, Side, Subject


class Section(StrEnum):
    """The three sections of the printed plan."""

    DIFFICULTIES = "difficulties"
    ENTERING = "entering"
    GROWTH = "growth"


class State(StrEnum):
    PLANNED = "planned"
    GOING = "going"
    DONE = "done"
    DROPPED = "dropped"


# What may become of a task; a done or dropped one can be taken up again, nothing is lost by a wrong tap.
MOVES = {
    State.PLANNED: {State.GOING, State.DONE, State.DROPPED},
    State.GOING: {State.DONE, State.DROPPED, State.PLANNED},
    State.DONE: {State.GOING},
    State.DROPPED: {State.PLANNED, State.GOING},
}
OPEN = frozenset({State.PLANNED, State.GOING})


@dataclass(frozen=True, slots=True)
class Limits:
    """Characters, numbers, days. `advised`: how many tasks a year carries well; advice, never a refusal."""

    text: int = 300
    goals: int = 3
    tasks: int = 30
    advised: tuple[int, int] = (5, 8)
    moved_by: int = 14


SHIPPED = Limits()


@dataclass(frozen=True, slots=True)
class Card:
    """A ready task, in one language. `order` is its place in the year: what comes first is due first."""

    id: str
    section: Section
    subject: Subject
    title: str
    result: str
    order: int = 0


@dataclass(frozen=True, slots=True)
class Goal:
    id: int
    text: str
    subject: Subject
    dropped: bool = False


@dataclass(frozen=True, slots=True)
class Note:
    """How a task stood after a meeting."""

    meeting_id: int
    mark: Mark
    on: date


@dataclass(frozen=True, slots=True)
class Task:
    """`planned` and `actual` are results in words, `mark` the mentor's; `card_id` None: the pair's own task.
    `term` is the last day, local; None until set.
    """

    id: int
    section: Section
    subject: Subject
    text: str
    planned: str = ""
    goal_id: int | None = None
    card_id: str | None = None
    term: date | None = None
    state: State = State.PLANNED
    actual: str = ""
    mark: str = ""
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True)
class Plan:
    """`closed`: the year has ended, the plan is for reading."""

    pair_id: int
    goals: tuple[Goal, ...] = ()
    tasks: tuple[Task, ...] = ()
    closed: bool = False

    def task(self, task_id: int) -> Task:
        """Raises ProgrammeError `error-plan-task`."""
        found = next((task for task in self.tasks if task.id == task_id), None)
        if found is None:
            raise ProgrammeError("error-plan-task")
        return found

    @property
    def cards(self) -> frozenset[str]:
        """The cards that are ticked."""
        return frozenset(task.card_id for task in self.tasks if task.card_id and task.state is not State.DROPPED)


def set_goal(plan: Plan, goal_id: int, text: str, subject: Subject, limits: Limits = SHIPPED) -> Plan:
    """A new goal, or other words for one. Raises ProgrammeError `error-plan-goals` (with `most`), and as
    `worded` and `writable` do.
    """
    writable(plan)
    goal = Goal(goal_id, worded(text, limits), subject)
    rest = [one for one in plan.goals if one.id != goal_id and not one.dropped]
    if len(rest) >= limits.goals:
        raise ProgrammeError("error-plan-goals", most=limits.goals)
    if any(one.id == goal_id for one in plan.goals):
        return replace(plan, goals=tuple(goal if one.id == goal_id else one for one in plan.goals))
    return replace(plan, goals=(*plan.goals, goal))


def drop_goal(plan: Plan, goal_id: int) -> Plan:
    """Its tasks stay; what was worked for is not undone."""
    writable(plan)
    goals = tuple(replace(one, dropped=True) if one.id == goal_id else one for one in plan.goals)
    return replace(plan, goals=goals)


def tick(plan: Plan, card: Card, task_id: int, limits: Limits = SHIPPED) -> Plan:
    """The card becomes a task of the plan; one dropped before is taken up again with all it had."""
    writable(plan)
    former = next((task for task in plan.tasks if task.card_id == card.id), None)
    if former is not None:
        return plan if former.state is not State.DROPPED else move(plan, former.id, State.PLANNED)
    task = Task(task_id, card.section, card.subject, card.title, card.result, card_id=card.id)
    return _added(plan, task, limits)


def untick(plan: Plan, card_id: str) -> Plan:
    """A task that nobody has begun leaves the plan; one with a history is dropped and stays readable."""
    writable(plan)
    task = next((task for task in plan.tasks if task.card_id == card_id), None)
    if task is None or task.state is State.DROPPED:
        return plan
    if task.state is State.PLANNED and not (task.notes or task.actual or task.mark):
        return replace(plan, tasks=tuple(one for one in plan.tasks if one is not task))
    return move(plan, task.id, State.DROPPED)


def add_own(plan: Plan, task: Task, limits: Limits = SHIPPED) -> Plan:
    """A task in the pair's own words. Raises ProgrammeError as `worded` and `writable` do, and `error-plan-tasks`
    (with `most`).
    """
    writable(plan)
    if any(one.id == task.id for one in plan.tasks):
        return plan
    planned = task.planned and worded(task.planned, limits)
    return _added(plan, replace(task, text=worded(task.text, limits), planned=planned), limits)


def move(plan: Plan, task_id: int, state: State) -> Plan:
    """Raises ProgrammeError `error-plan-task`, `error-plan-move` (`before`, `after`), `error-plan-closed`."""
    writable(plan)
    task = plan.task(task_id)
    if state is task.state:
        return plan
    if state not in MOVES[task.state]:
        raise ProgrammeError("error-plan-move", before=task.state, after=state)
    return put(plan, replace(task, state=state))


def set_term(plan: Plan, task_id: int, term: date, year: tuple[date, date]) -> Plan:
    """`year`: first and last day of the school year. Raises ProgrammeError `error-plan-term` outside of it."""
    writable(plan)
    if not year[0] <= term <= year[1]:
        raise ProgrammeError("error-plan-term", first=year[0], last=year[1])
    return put(plan, replace(plan.task(task_id), term=term))


def set_actual(plan: Plan, task_id: int, text: str, limits: Limits = SHIPPED) -> Plan:
    """What came of it, in either side's words; empty takes it back."""
    writable(plan)
    return put(plan, replace(plan.task(task_id), actual=text.strip() and worded(text, limits)))


def set_mark(plan: Plan, task_id: int, side: Side, text: str, limits: Limits = SHIPPED) -> Plan:
    """The mentor's mark. Raises ProgrammeError `error-plan-mark` for a mentee."""
    if side is not Side.MENTOR:
        raise ProgrammeError("error-plan-mark")
    writable(plan)
    return put(plan, replace(plan.task(task_id), mark=text.strip() and worded(text, limits)))


def progress(
    plan: Plan, marks: Iterable[tuple[int, Mark]], meeting_id: int, on: date, limits: Limits = SHIPPED
) -> Plan:
    """What a check-in said of the tasks. Said again for the same meeting it replaces what was said; a task that
    has left the plan meanwhile is passed over, a check-in is never refused because of it.
    """
    known = {task.id for task in plan.tasks}
    for task_id, mark in marks:
        if task_id in known and not plan.closed:
            plan = put(plan, _noted(plan.task(task_id), Note(meeting_id, mark, on), limits))
    return plan


def _noted(task: Task, note: Note, limits: Limits) -> Task:
    former = next((one for one in task.notes if one.meeting_id == note.meeting_id), None)
    if former is not None and former.mark is note.mark:
        return task
    notes = (*(one for one in task.notes if one is not former), note)
    if note.mark is Mark.DONE:
        return replace(task, notes=notes, state=State.DONE)
    return replace(task, notes=notes, state=State.GOING, term=_put_off(task, note, limits))


def _put_off(task: Task, note: Note, limits: Limits) -> date | None:
    """A moved task has at least two weeks from the meeting; said twice, or by both sides, no more than that."""
    if note.mark is not Mark.MOVED or task.term is None:
        return task.term
    return max(task.term, note.on + timedelta(days=limits.moved_by))


def worded(text: str, limits: Limits = SHIPPED) -> str:
    """Trimmed. Raises ProgrammeError `error-plan-empty` or `error-plan-long` (with `most`)."""
    trimmed = text.strip()
    if not trimmed:
        raise ProgrammeError("error-plan-empty")
    if len(trimmed) > limits.text:
        raise ProgrammeError("error-plan-long", most=limits.text)
    return trimmed


def writable(plan: Plan) -> None:
    """Raises ProgrammeError `error-plan-closed`."""
    if plan.closed:
        raise ProgrammeError("error-plan-closed")


def put(plan: Plan, task: Task) -> Plan:
    """The plan with this task in place of the one with its id."""
    return replace(plan, tasks=tuple(task if one.id == task.id else one for one in plan.tasks))


def _added(plan: Plan, task: Task, limits: Limits) -> Plan:
    if _alive(plan.tasks) >= limits.tasks:
        raise ProgrammeError("error-plan-tasks", most=limits.tasks)
    return replace(plan, tasks=(*plan.tasks, task))


def _alive(tasks: Sequence[Task]) -> int:
    return sum(task.state is not State.DROPPED for task in tasks)
