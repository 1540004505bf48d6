"""Meetings of pairs: one row a meeting, its people, and each person's own word on it."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, ForeignKey, Index, Integer, SmallInteger, String, Table, Text

from storage.tables.base import BigId, belongs_to, identity, metadata
from storage.types import UtcDateTime

LIVE = ("proposed", "countered", "agreed", "happened", "missed")

meetings = Table(
    "meetings",
    metadata,
    identity(),
    belongs_to("schools", index=False),
    Column("pair_id", BigId, ForeignKey("pairs.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("uid", String(64), nullable=False, unique=True),
    Column("kind", String(12), nullable=False),
    Column("state", String(10), nullable=False),
    Column("revision", Integer, nullable=False, server_default="0"),
    Column("sequence", Integer, nullable=False, server_default="0"),
    Column("invited", Boolean, nullable=False, server_default="0"),
    Column("proposed_by", BigId, nullable=False),
    Column("offered_at", UtcDateTime, nullable=False),
    Column("slots", Text, nullable=False),
    Column("chosen", SmallInteger),
    Column("starts_at", UtcDateTime),
    Column("place", String(200), nullable=False, server_default=""),
    Column("contact", String(12)),
    Column("moves", SmallInteger, nullable=False, server_default="0"),
    Column("agreed_at", UtcDateTime),
    Column("heard_at", UtcDateTime),
    Column("heard_by", BigId),
    Column("ended_at", UtcDateTime),
    Column("wakes_at", UtcDateTime),
    Column("logged", Boolean, nullable=False, server_default="0"),
)
_live = meetings.c.state.in_(LIVE)
Index("ix_meetings_wakes", meetings.c.wakes_at)
Index("ix_meetings_live", meetings.c.id, sqlite_where=_live, postgresql_where=_live)

meeting_people = Table(
    "meeting_people",
    metadata,
    Column("meeting_id", BigId, ForeignKey("meetings.id", ondelete="CASCADE"), primary_key=True),
    Column("person_id", BigId, ForeignKey("people.id", ondelete="CASCADE"), primary_key=True, index=True),
    Column("side", String(8), nullable=False),
    Column("reply", String(8), nullable=False),
    Column("slot", SmallInteger),
)

# Mood and note are for their writer alone; the row goes with the writer.
meeting_checkins = Table(
    "meeting_checkins",
    metadata,
    Column("meeting_id", BigId, ForeignKey("meetings.id", ondelete="CASCADE"), primary_key=True),
    Column("person_id", BigId, ForeignKey("people.id", ondelete="CASCADE"), primary_key=True, index=True),
    Column("word", Text, nullable=False),
)
