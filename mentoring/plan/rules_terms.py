"""Terms suggested over the year, what is late, what a colleague would remark on, and the printed plan. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from mentoring.meetings.rules_days import Days
from mentoring.plan.rules import OPEN, SHIPPED, Limits, Plan, Section, State, Task


def suggest(plan: Plan, order: Mapping[str, int], first: date, last: date, days: Days) -> Plan:
    """Open tasks without a term get one: evenly over the school days from `first` to `last` (both included), cards
    by their `order`, the pair's own tasks after them. Terms that people set stay.

    With fewer school days than tasks several share a day; with none at all every term is `last`.
    """
    wanting = [task for task in plan.tasks if task.state in OPEN and task.term is None]
    ranked = sorted(wanting, key=lambda task: order.get(task.card_id or "", len(order)))
    terms = dict(zip((task.id for task in ranked), spread(len(ranked), first, last, days), strict=True))
    tasks = tuple(replace(task, term=terms.get(task.id, task.term)) for task in plan.tasks)
    return replace(plan, tasks=tasks)


def spread(number: int, first: date, last: date, days: Days) -> tuple[date, ...]:
    """So many school days, evenly apart, the last one as late as there is."""
    before = first.fromordinal(first.toordinal() - 1)
    total = days.school_days_between(first, last) + days.is_school_day(last) if first <= last else 0
    if total < 1:
        return (last,) * number
    places = (max(1, round(total * (n + 1) / number)) for n in range(number))
    return tuple(days.add_school_days(before, place) for place in places)


def overdue(plan: Plan, today: date) -> tuple[Task, ...]:
    """Open tasks whose term has passed, the oldest first."""
    late = ((task.term, task) for task in plan.tasks if task.state in OPEN and task.term and task.term < today)
    return tuple(task for _, task in sorted(late, key=lambda pair: pair[0]))


class Advice(StrEnum):
    NO_GOALS = "no_goals"
    FEW_TASKS = "few_tasks"
    MANY_TASKS = "many_tasks"
    NO_TERMS = "no_terms"


def advice(plan: Plan, limits: Limits = SHIPPED) -> tuple[Advice, ...]:
    """What a kind colleague would remark on before the plan is called ready."""
    tasks = [task for task in plan.tasks if task.state is not State.DROPPED]
    least, most = limits.advised
    found = {
        Advice.NO_GOALS: all(goal.dropped for goal in plan.goals),
        Advice.FEW_TASKS: len(tasks) < least,
        Advice.MANY_TASKS: len(tasks) > most,
        Advice.NO_TERMS: any(task.term is None and task.state in OPEN for task in tasks),
    }
    return tuple(word for word, holds in found.items() if holds)


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the printed plan: number, task, term, planned result, actual result, mentor's mark."""

    number: int
    task: str
    term: date | None
    planned: str
    actual: str
    mark: str
    state: State


def printed(plan: Plan) -> tuple[tuple[Section, tuple[Row, ...]], ...]:
    """The three sections in their order, empty ones too, numbered through; dropped tasks are left out."""
    numbered, number = [], 1
    for section in Section:
        tasks = _of(plan.tasks, section)
        numbered.append((section, tuple(_row(number + place, task) for place, task in enumerate(tasks))))
        number += len(tasks)
    return tuple(numbered)


def _of(tasks: Sequence[Task], section: Section) -> list[Task]:
    """By term, those without one last, as they were added."""
    own = [task for task in tasks if task.section is section and task.state is not State.DROPPED]
    return sorted(own, key=lambda task: task.term or date.max)


def _row(number: int, task: Task) -> Row:
    return Row(number, task.text, task.term, task.planned, task.actual, task.mark, task.state)
