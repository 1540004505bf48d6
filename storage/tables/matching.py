"""Matching: private wishes, the curator's own rules, the runs with their pair tables, and who has said yes."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Date, ForeignKey, Index, Integer, SmallInteger, String, Table, Text

from storage.tables.base import BigId, belongs_to, identity, metadata
from storage.types import UtcDateTime


def _person(name: str, *, key: bool = True) -> Column[int]:
    """A row about two people goes when either of them is erased."""
    reference = ForeignKey("people.id", ondelete="CASCADE")
    return Column(name, BigId, reference, primary_key=key, index=True, nullable=False)


def _run() -> Column[int]:
    return Column("run_id", BigId, ForeignKey("match_runs.id", ondelete="CASCADE"), primary_key=True)


# Whom somebody would like to work with and whom not: for the writer and the curator alone.
match_wishes = Table(
    "match_wishes",
    metadata,
    _person("person_id"),
    _person("other_id"),
    Column("kind", String(8), nullable=False),
    Column("noted_at", UtcDateTime, nullable=False),
)

match_settings = Table(
    "match_settings",
    metadata,
    Column("school_id", BigId, ForeignKey("schools.id", ondelete="CASCADE"), primary_key=True),
    Column("weights", Text, nullable=False, server_default="{}"),
    Column("least_hours", SmallInteger, nullable=False, server_default="0"),
    # The last day on which the search went on for those without a pair.
    Column("looked_on", Date),
)

# The curator's own rules of a school year: a pair pinned or forbidden, two mentees together or apart.
match_rules = Table(
    "match_rules",
    metadata,
    belongs_to("schools"),
    Column("occasion", String(16), primary_key=True),
    Column("kind", String(8), primary_key=True),
    _person("first_id"),
    _person("second_id"),
)

# How many mentees a mentor takes where the curator has changed what the questionnaire says.
match_sizes = Table(
    "match_sizes",
    metadata,
    belongs_to("schools"),
    Column("occasion", String(16), primary_key=True),
    _person("person_id"),
    Column("places", SmallInteger),
    Column("least", SmallInteger, nullable=False, server_default="1"),
)

match_runs = Table(
    "match_runs",
    metadata,
    identity(),
    belongs_to("schools", index=False),
    Column("occasion", String(16), nullable=False),
    Column("kind", String(12), nullable=False, server_default=""),
    Column("state", String(8), nullable=False),
    Column("weights", Text, nullable=False),
    Column("least_hours", SmallInteger, nullable=False, server_default="0"),
    Column("revision", Integer, nullable=False, server_default="0"),
    Column("edited", Boolean, nullable=False, server_default="0"),
    Column("made_at", UtcDateTime, nullable=False),
    Column("approved_at", UtcDateTime),
)
Index("ix_match_runs_school", match_runs.c.school_id, match_runs.c.occasion)

# What the proposal was chosen from, for as long as the run is the school's latest: who could be with whom, by
# which rule not, and for what the points were given.
match_cells = Table(
    "match_cells",
    metadata,
    _run(),
    _person("mentor_id"),
    _person("mentee_id"),
    Column("barred", String(160), nullable=False, server_default=""),
    Column("score", Integer, nullable=False),
    Column("parts", Text, nullable=False),
)

# `bundle` is the mentees who share a pair: a group of one mentor. `kind` is the mentor's: consultant or subject.
match_pairs = Table(
    "match_pairs",
    metadata,
    _run(),
    _person("mentor_id"),
    _person("mentee_id"),
    Column("bundle", Integer, nullable=False, server_default="0"),
    Column("kind", String(12), nullable=False, server_default=""),
    Column("contact", String(12), nullable=False, server_default=""),
)

# One row for everybody who was asked whether the pair suits them; `note` is for the curator alone.
acceptances = Table(
    "acceptances",
    metadata,
    Column("pair_id", BigId, ForeignKey("pairs.id", ondelete="CASCADE"), primary_key=True),
    _person("person_id"),
    Column("asked_at", UtcDateTime, nullable=False),
    Column("due_on", Date, nullable=False),
    Column("answer", String(8), nullable=False, server_default=""),
    Column("answered_at", UtcDateTime),
    Column("note", Text, nullable=False, server_default=""),
)

# A pair that is to end early, or whose mentor is to be replaced: the last day is three working days away.
pair_endings = Table(
    "pair_endings",
    metadata,
    identity(),
    Column("pair_id", BigId, ForeignKey("pairs.id", ondelete="CASCADE"), nullable=False, unique=True),
    Column("kind", String(8), nullable=False),
    Column("reason", String(16), nullable=False),
    Column("asked_at", UtcDateTime, nullable=False),
    Column("last_day", Date, nullable=False),
    Column("leaving_id", BigId, ForeignKey("people.id", ondelete="SET NULL"), index=True),
    Column("successor_id", BigId, ForeignKey("people.id", ondelete="SET NULL"), index=True),
    Column("done_at", UtcDateTime),
)
