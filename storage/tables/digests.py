"""When each school's digests are due, and which pairs were reminded from one."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Date, ForeignKey, Index, SmallInteger, String, Table

from storage.tables.base import BigId, metadata
from storage.types import UtcDateTime

# `due_at` is when the school is to be looked at next, empty where it wants none: so its index finds what is due
# among any number of schools.
digests = Table(
    "digests",
    metadata,
    Column("school_id", BigId, ForeignKey("schools.id", ondelete="CASCADE"), primary_key=True),
    Column("kind", String(8), primary_key=True),
    Column("weekday", SmallInteger, nullable=False, server_default="0"),
    Column("hour", SmallInteger, nullable=False, server_default="8"),
    Column("off", Boolean, nullable=False, server_default="0"),
    Column("said_on", Date, nullable=False),
    Column("due_at", UtcDateTime),
)
Index("ix_digests_due", digests.c.due_at)

digest_nudges = Table(
    "digest_nudges",
    metadata,
    Column("pair_id", BigId, ForeignKey("pairs.id", ondelete="CASCADE"), primary_key=True),
    Column("nudged_on", Date, nullable=False),
)
