"""Training of mentors: cycles, lessons, sessions, who came, who has read and passed what."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, ForeignKey, Index, Integer, SmallInteger, String, Table, Text

from storage.tables.base import BigId, belongs_to, identity, metadata
from storage.types import UtcDateTime

training_settings = Table(
    "training_settings",
    metadata,
    Column("school_id", BigId, ForeignKey("schools.id", ondelete="CASCADE"), primary_key=True),
    Column("demanded", Boolean, nullable=False, server_default="0"),
)

# `code` names a cycle that ships; its title and lessons are then read in the reader's language.
training_cycles = Table(
    "training_cycles",
    metadata,
    identity(),
    belongs_to("schools", index=False),
    Column("occasion", String(16), nullable=False),
    Column("code", String(24), nullable=False, server_default=""),
    Column("title", String(160), nullable=False, server_default=""),
    Column("made_at", UtcDateTime, nullable=False),
)
Index("ix_training_cycles_school", training_cycles.c.school_id, training_cycles.c.occasion)

training_lessons = Table(
    "training_lessons",
    metadata,
    identity(),
    Column("cycle_id", BigId, ForeignKey("training_cycles.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("code", String(24), nullable=False, server_default=""),
    Column("title", String(160), nullable=False, server_default=""),
    Column("text", Text, nullable=False, server_default=""),
    Column("link", String(500), nullable=False, server_default=""),
    Column("medium", String(12), nullable=False, server_default=""),
    Column("reference", String(200), nullable=False, server_default=""),
    Column("file_name", String(160), nullable=False, server_default=""),
    Column("test", Text, nullable=False, server_default="[]"),
)

training_sessions = Table(
    "training_sessions",
    metadata,
    identity(),
    Column("cycle_id", BigId, ForeignKey("training_cycles.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("lesson_id", BigId, ForeignKey("training_lessons.id", ondelete="CASCADE"), index=True),
    Column("starts_at", UtcDateTime, nullable=False),
    Column("minutes", SmallInteger, nullable=False),
    Column("place", String(200), nullable=False, server_default=""),
    Column("teacher_id", BigId, ForeignKey("people.id", ondelete="SET NULL"), index=True),
    Column("called_off", Boolean, nullable=False, server_default="0"),
    Column("wakes_at", UtcDateTime, index=True),
)

training_marks = Table(
    "training_marks",
    metadata,
    Column("session_id", BigId, ForeignKey("training_sessions.id", ondelete="CASCADE"), primary_key=True),
    Column("person_id", BigId, ForeignKey("people.id", ondelete="CASCADE"), primary_key=True, index=True),
    Column("came", Boolean, nullable=False),
    Column("by_staff", Boolean, nullable=False, server_default="0"),
    Column("at", UtcDateTime, nullable=False),
)

training_reads = Table(
    "training_reads",
    metadata,
    Column("lesson_id", BigId, ForeignKey("training_lessons.id", ondelete="CASCADE"), primary_key=True),
    Column("person_id", BigId, ForeignKey("people.id", ondelete="CASCADE"), primary_key=True, index=True),
    Column("right", Integer, nullable=False, server_default="0"),
    Column("asked", Integer, nullable=False, server_default="0"),
    Column("at", UtcDateTime, nullable=False),
)
