"""What a mentoring plan holds about one person, to hand out and to destroy (152-FZ, art. 14 and 21)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection, Select, Table, delete, func, select, update

from mentoring.meetings.rules import Side
from storage.tables import pair_members, plan_changes, plan_goals, plan_results, plan_tasks

SHARED = frozenset({"plan_goals", "plan_tasks"})


def stored_plan(person_id: int) -> dict[str, Select[Any]]:
    """The plans of the person's pairs, and what they did in them themselves."""
    theirs = select(pair_members.c.pair_id).where(pair_members.c.person_id == person_id)
    task, result, change = plan_tasks.c, plan_results.c, plan_changes.c
    return {
        "plan_goals": select(plan_goals.c.text, plan_goals.c.subject).where(plan_goals.c.pair_id.in_(theirs)),
        "plan_tasks": select(task.text, task.term, task.state, task.planned, task.actual, task.mark).where(
            task.pair_id.in_(theirs)
        ),
        "plan_results": select(result.kind, result.title, result.happened_on, result.links).where(
            result.person_id == person_id
        ),
        "plan_changes": select(change.made_at, change.what, change.about).where(change.person_id == person_id),
    }


def forget_plan(connection: Connection, person_id: int) -> Mapping[str, int]:
    """Before the person goes: the plan of a pair whose only mentee they are, all of it; the marks of a pair whose
    only mentor they are, which are their words. What several share stays with the others. How many rows went.
    """
    for pair_id in _alone(connection, person_id, Side.MENTOR):
        mine = (plan_tasks.c.pair_id == pair_id,)
        connection.execute(update(plan_tasks).where(*mine).values(mark=""))
    gone = {"plan_goals": 0, "plan_tasks": 0}
    for pair_id in _alone(connection, person_id, Side.MENTEE):
        for table in (plan_changes, plan_results, plan_tasks, plan_goals):
            count = _emptied(connection, table, pair_id)
            if table.name in gone:
                gone[table.name] += count
    return {name: count for name, count in gone.items() if count}


def _emptied(connection: Connection, table: Table, pair_id: int) -> int:
    return connection.execute(delete(table).where(table.c.pair_id == pair_id)).rowcount


def _alone(connection: Connection, person_id: int, side: Side) -> list[int]:
    """The pairs in which nobody else stands on that side."""
    theirs = select(pair_members.c.pair_id).where(pair_members.c.person_id == person_id)
    sides = (pair_members.c.side == side.value, pair_members.c.pair_id.in_(theirs))
    query = select(pair_members.c.pair_id).where(*sides).group_by(pair_members.c.pair_id)
    alone = query.having(func.count() == 1, func.min(pair_members.c.person_id) == person_id)
    return list(connection.execute(alone).scalars())
