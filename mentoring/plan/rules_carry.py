"""What of a plan goes over to the pair that follows when a mentor is replaced: what is open, in its words. Pure.

Results, the former mentor's marks and notes of meetings stay where they were: they belong to what these two did.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from mentoring.plan.rules import OPEN, SHIPPED, Goal, Limits, Plan, State, Task


def open_goals(former: Plan, plan: Plan, limits: Limits = SHIPPED) -> tuple[Goal, ...]:
    """The former plan's goals that the new one lacks and has room for."""
    known = {goal.text for goal in plan.goals}
    room = limits.goals - sum(not goal.dropped for goal in plan.goals)
    found = [goal for goal in former.goals if not goal.dropped and goal.text not in known]
    return tuple(found[: max(room, 0)])


def open_tasks(former: Plan, plan: Plan, limits: Limits = SHIPPED) -> tuple[Task, ...]:
    """The former plan's tasks nobody has finished, those of them that the new one lacks and has room for."""
    cards = {task.card_id for task in plan.tasks if task.card_id}
    known = {(task.section, task.text) for task in plan.tasks}
    room = limits.tasks - sum(task.state is not State.DROPPED for task in plan.tasks)
    lacking = [
        task
        for task in former.tasks
        if task.state in OPEN and task.card_id not in cards and (task.section, task.text) not in known
    ]
    return tuple(lacking[: max(room, 0)])


def with_goals(former: Plan, plan: Plan) -> Plan:
    """The new plan with the former one's open goals, still without numbers."""
    return replace(plan, goals=(*plan.goals, *(replace(one, id=0) for one in open_goals(former, plan))))


def with_tasks(former: Plan, plan: Plan, goals: Mapping[str, int], today: date) -> Plan:
    """The new plan with the former one's open tasks; `goals` are numbers of the new plan's by their words.

    A term that is over is left open, to be set anew.
    """
    words = {goal.id: goal.text for goal in former.goals}
    fresh = tuple(
        replace(
            task,
            id=0,
            goal_id=goals.get(words.get(task.goal_id or 0, "")),
            term=task.term if task.term is not None and task.term >= today else None,
            mark="",
            notes=(),
        )
        for task in open_tasks(former, plan)
    )
    return replace(plan, tasks=(*plan.tasks, *fresh))
