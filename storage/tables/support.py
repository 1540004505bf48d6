"""Support: consultations for mentors, one-question help, and the talks that only two people may read."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, ForeignKey, Index, Integer, String, Table, Text

from storage.tables.base import BigId, belongs_to, identity, metadata
from storage.types import UtcDateTime


def _person(name: str, *, gone: str, nullable: bool = True) -> Column[int]:
    return Column(name, BigId, ForeignKey("people.id", ondelete=gone), nullable=nullable, index=True)


# What a person said they would do for colleagues; `topics` empty: whatever is asked.
helpers = Table(
    "helpers",
    metadata,
    Column("person_id", BigId, ForeignKey("people.id", ondelete="CASCADE"), primary_key=True),
    Column("consults", Boolean, nullable=False, server_default="0"),
    Column("answers", Boolean, nullable=False, server_default="0"),
    Column("topics", Text, nullable=False, server_default="[]"),
)

# A consultation whose taker is erased is open again: nobody has it.
consultations = Table(
    "consultations",
    metadata,
    identity(),
    belongs_to("schools", index=False),
    Column("occasion", String(16), nullable=False),
    _person("asker_id", gone="CASCADE", nullable=False),
    _person("taker_id", gone="SET NULL"),
    Column("topic", Text, nullable=False),
    Column("state", String(8), nullable=False),
    Column("slots", Text, nullable=False, server_default="[]"),
    Column("starts_at", UtcDateTime),
    Column("by_asker", Boolean, nullable=False, server_default="0"),
    Column("place", String(200), nullable=False, server_default=""),
    Column("rounds", Integer, nullable=False, server_default="0"),
    Column("made_at", UtcDateTime, nullable=False),
    Column("wakes_at", UtcDateTime, index=True),
    Column("revision", Integer, nullable=False, server_default="0"),
)
Index("ix_consultations_school", consultations.c.school_id, consultations.c.occasion)

questions = Table(
    "questions",
    metadata,
    identity(),
    belongs_to("schools", index=False),
    Column("occasion", String(16), nullable=False),
    _person("asker_id", gone="CASCADE", nullable=False),
    Column("topic", String(16), nullable=False),
    Column("text", Text, nullable=False),
    Column("named", Boolean, nullable=False, server_default="0"),
    Column("answer", Text, nullable=False, server_default=""),
    _person("answered_by", gone="SET NULL"),
    Column("made_at", UtcDateTime, nullable=False),
    Column("answered_at", UtcDateTime),
    Column("thanked", Boolean, nullable=False, server_default="0"),
    Column("closed", Boolean, nullable=False, server_default="0"),
    Column("wakes_at", UtcDateTime, index=True),
)
Index("ix_questions_school", questions.c.school_id, questions.c.occasion)

question_people = Table(
    "question_people",
    metadata,
    Column("question_id", BigId, ForeignKey("questions.id", ondelete="CASCADE"), primary_key=True),
    Column("person_id", BigId, ForeignKey("people.id", ondelete="CASCADE"), primary_key=True, index=True),
    Column("passed", Boolean, nullable=False, server_default="0"),
)

# Goes with either of the two: what was said to one psychologist is not handed on to the next.
talks = Table(
    "talks",
    metadata,
    identity(),
    _person("asker_id", gone="CASCADE", nullable=False),
    _person("psychologist_id", gone="CASCADE", nullable=False),
    Column("made_at", UtcDateTime, nullable=False),
    Column("done_at", UtcDateTime),
    Column("erase_at", UtcDateTime, nullable=False, index=True),
)

talk_lines = Table(
    "talk_lines",
    metadata,
    identity(),
    Column("talk_id", BigId, ForeignKey("talks.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("by_asker", Boolean, nullable=False),
    Column("text", Text, nullable=False),
    Column("at", UtcDateTime, nullable=False),
)
