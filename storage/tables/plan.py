"""Mentoring plans: goals and tasks of a pair, interim results with their files, and who changed what."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Date, ForeignKey, Index, String, Table, Text, UniqueConstraint

from storage.tables.base import BigId, belongs_to, identity, metadata
from storage.types import UtcDateTime


def _pair() -> Column[int]:
    return Column("pair_id", BigId, ForeignKey("pairs.id", ondelete="CASCADE"), nullable=False)


plan_goals = Table(
    "plan_goals",
    metadata,
    identity(),
    _pair(),
    Column("text", Text, nullable=False),
    Column("subject", String(12), nullable=False),
    Column("dropped", Boolean, nullable=False, server_default="0"),
)
Index("ix_plan_goals_pair", plan_goals.c.pair_id)

# A card is in a plan once, whoever ticked it first.
plan_tasks = Table(
    "plan_tasks",
    metadata,
    identity(),
    _pair(),
    Column("section", String(16), nullable=False),
    Column("subject", String(12), nullable=False),
    Column("text", Text, nullable=False),
    Column("planned", Text, nullable=False, server_default=""),
    Column("goal_id", BigId, ForeignKey("plan_goals.id", ondelete="SET NULL"), index=True),
    Column("card_id", String(40)),
    Column("term", Date),
    Column("state", String(8), nullable=False),
    Column("actual", Text, nullable=False, server_default=""),
    Column("mark", Text, nullable=False, server_default=""),
    Column("notes", Text, nullable=False, server_default="[]"),
    UniqueConstraint("pair_id", "card_id"),
)

plan_results = Table(
    "plan_results",
    metadata,
    identity(),
    _pair(),
    belongs_to("people"),
    Column("kind", String(12), nullable=False),
    Column("title", String(200), nullable=False),
    Column("happened_on", Date, nullable=False),
    Column("task_id", BigId, ForeignKey("plan_tasks.id", ondelete="SET NULL"), index=True),
    Column("links", Text, nullable=False, server_default="[]"),
)
Index("ix_plan_results_pair", plan_results.c.pair_id)

# The file itself stays with the messenger; it goes when whoever sent it is erased.
plan_files = Table(
    "plan_files",
    metadata,
    Column("result_id", BigId, ForeignKey("plan_results.id", ondelete="CASCADE"), primary_key=True),
    Column("upload_id", BigId, ForeignKey("uploads.id", ondelete="CASCADE"), primary_key=True, index=True),
)

# What was changed keeps its words: a task that has left the plan is still named here.
plan_changes = Table(
    "plan_changes",
    metadata,
    identity(),
    _pair(),
    Column("person_id", BigId, ForeignKey("people.id", ondelete="SET NULL"), index=True),
    Column("made_at", UtcDateTime, nullable=False),
    Column("what", String(20), nullable=False),
    Column("about", Text, nullable=False, server_default=""),
    Column("task_id", BigId),
)
Index("ix_plan_changes_pair", plan_changes.c.pair_id, plan_changes.c.id)
