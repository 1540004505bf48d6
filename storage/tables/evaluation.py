"""The year's end: mutual evaluation, final words, the curator's cards, entered totals, frozen reports.

Answers themselves are submissions like any other; here is whom they are about.
"""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Date, ForeignKey, Index, Integer, SmallInteger, String, Table, Text
from sqlalchemy import UniqueConstraint as Unique

from storage.tables.base import BigId, belongs_to, identity, metadata
from storage.types import UtcDateTime

evaluation_settings = Table(
    "evaluation_settings",
    metadata,
    Column("school_id", BigId, ForeignKey("schools.id", ondelete="CASCADE"), primary_key=True),
    Column("window", String(12), nullable=False, server_default=""),
    Column("grace", SmallInteger, nullable=False, server_default="7"),
    Column("readers", String(40), nullable=False, server_default="curator"),
    Column("looks_at", UtcDateTime, nullable=False, index=True),
)


def _pair() -> Column[int]:
    return Column("pair_id", BigId, ForeignKey("pairs.id", ondelete="CASCADE"), nullable=False)


def _person(name: str) -> Column[int]:
    return Column(name, BigId, ForeignKey("people.id", ondelete="CASCADE"), nullable=False, index=True)


# Who tells of whom. The answers are the giver's submission of the occasion "<year>.m<id>".
mutual_occasions = Table(
    "mutual_occasions",
    metadata,
    identity(),
    belongs_to("schools", index=False),
    _pair(),
    _person("giver_id"),
    _person("about_id"),
    Column("occasion", String(16), nullable=False),
    Column("side", String(8), nullable=False),
    Column("first_day", Date, nullable=False),
    Column("last_day", Date, nullable=False),
    Column("readers", String(40), nullable=False),
    Column("released", Boolean, nullable=False, server_default="0"),
    Unique("pair_id", "occasion", "giver_id", "about_id"),
)
Index("ix_mutual_occasions_school", mutual_occasions.c.school_id, mutual_occasions.c.occasion)

final_words = Table(
    "final_words",
    metadata,
    Column("pair_id", BigId, ForeignKey("pairs.id", ondelete="CASCADE"), primary_key=True),
    Column("person_id", BigId, ForeignKey("people.id", ondelete="CASCADE"), primary_key=True, index=True),
    Column("was", Text, nullable=False, server_default=""),
    Column("became", Text, nullable=False, server_default=""),
    Column("way", String(16), nullable=False, server_default=""),
    Column("said_at", UtcDateTime, nullable=False),
)

# The answers are the writer's submission of the occasion "<year>.c<id>".
pair_cards = Table(
    "pair_cards",
    metadata,
    identity(),
    _pair(),
    belongs_to("people"),
    Column("occasion", String(16), nullable=False),
    Unique("pair_id", "occasion"),
)

# Totals of a class, never of a pupil.
class_totals = Table(
    "class_totals",
    metadata,
    identity(),
    belongs_to("schools", index=False),
    Column("occasion", String(16), nullable=False),
    _person("teacher_id"),
    Column("name", String(12), nullable=False),
    Column("pupils", Integer, nullable=False),
    Column("before", Text, nullable=False, server_default="{}"),
    Column("after", Text, nullable=False, server_default="{}"),
    Unique("school_id", "occasion", "teacher_id", "name"),
)

year_counts = Table(
    "year_counts",
    metadata,
    Column("school_id", BigId, ForeignKey("schools.id", ondelete="CASCADE"), primary_key=True),
    Column("occasion", String(16), primary_key=True),
    Column("name", String(24), primary_key=True),
    Column("value", Integer, nullable=False),
    Column("before", Integer),
)

# What a report said once it says for ever: figures of guarded sets, no answer and no name.
year_reports = Table(
    "year_reports",
    metadata,
    Column("school_id", BigId, ForeignKey("schools.id", ondelete="CASCADE"), primary_key=True),
    Column("occasion", String(16), primary_key=True),
    Column("made_on", Date, nullable=False),
    Column("mentors", Integer, nullable=False),
    Column("mentees", Integer, nullable=False),
    Column("pairs", Integer, nullable=False),
    Column("findings", Text, nullable=False),
    Column("swot", Text, nullable=False, server_default="{}"),
    Column("conclusions", Text, nullable=False, server_default=""),
)
