"""A school's special days: breaks, days off, days of work. The length of its week stands with the school."""

from __future__ import annotations

from sqlalchemy import Column, Date, Index, String, Table, UniqueConstraint

from storage.tables.base import belongs_to, identity, metadata

special_days = Table(
    "special_days",
    metadata,
    identity(),
    belongs_to("schools", index=False),
    Column("first", Date, nullable=False),
    Column("last", Date, nullable=False),
    Column("kind", String(8), nullable=False),
    Column("title", String(120), nullable=False, server_default=""),
    UniqueConstraint("school_id", "first", "last", "kind", "title"),
)
Index("ix_special_days_last", special_days.c.school_id, special_days.c.last)
