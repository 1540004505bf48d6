"""Who has heard of a pair that needs help, rung by rung."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, ForeignKey, String, Table, Text

from storage.tables.base import BigId, identity, metadata

# `body` is the ladder as it was when it started, with what it went by: later changes disturb none that runs.
ladders = Table(
    "ladders",
    metadata,
    identity(),
    Column("pair_id", BigId, ForeignKey("pairs.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("reason", String(16), nullable=False),
    Column("running", Boolean, nullable=False),
    Column("body", Text, nullable=False),
)
