"""What the roadmap holds about a person, to hand out (152-FZ, art. 14): roles by days, what they did and attached.

When they go, what was done stays as somebody's; files they sent and their stand-ins go with them.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import Select, or_, select

from storage.tables import (
    road_changes,
    road_holders,
    road_named,
    road_results,
    road_stand_ins,
    road_steps,
)


def stored_roadmap(person_id: int) -> dict[str, Select[Any]]:
    result, change, holder, away = road_results.c, road_changes.c, road_holders.c, road_stand_ins.c
    step = road_steps.c
    return {
        "road_results": select(result.kind, result.ref, result.added_on).where(result.person_id == person_id),
        "road_changes": select(change.year, change.n, change.made_at, change.kind, change.reason).where(
            change.person_id == person_id
        ),
        "road_steps": select(step.year, step.n, step.closed_on).where(step.closed_by == person_id),
        "road_named": select(step.year, step.n)
        .join(road_named, road_named.c.step_id == step.id)
        .where(road_named.c.person_id == person_id),
        "road_holders": select(holder.role, holder.first, holder.last, holder.given).where(
            holder.person_id == person_id
        ),
        "road_stand_ins": select(away.first, away.last, away.role).where(
            or_(away.person_id == person_id, away.absent_id == person_id)
        ),
    }


# Of these the rows stay and only forget whose they were.
KEPT = frozenset({"road_results", "road_changes", "road_steps", "road_holders"})
