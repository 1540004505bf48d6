"""Pairs and groups, and who is in them on which side."""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Index, Integer, String, Table, Text

from storage.tables.base import BigId, belongs_to, identity, metadata
from storage.types import UtcDateTime

pairs = Table(
    "pairs",
    metadata,
    identity(),
    belongs_to("schools", index=False),
    Column("occasion", String(16), nullable=False),
    Column("contact", String(12), nullable=False),
    Column("state", String(8), nullable=False),
    Column("revision", Integer, nullable=False, server_default="0"),
    Column("opened_at", UtcDateTime, nullable=False),
    Column("pauses", Text, nullable=False, server_default="[]"),
    Column("closed_at", UtcDateTime),
    Column("ending", String(12), nullable=False, server_default=""),
)
Index("ix_pairs_school", pairs.c.school_id, pairs.c.state)

pair_members = Table(
    "pair_members",
    metadata,
    Column("pair_id", BigId, ForeignKey("pairs.id", ondelete="CASCADE"), primary_key=True),
    Column("person_id", BigId, ForeignKey("people.id", ondelete="CASCADE"), primary_key=True, index=True),
    Column("side", String(8), nullable=False),
    Column("kind", String(60), nullable=False, server_default=""),
)
