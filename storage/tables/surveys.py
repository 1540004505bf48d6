"""Questionnaires given to many in a window, and what is sent without a name.

Who has answered an anonymous survey (`survey_given`) and what was answered (`survey_sheets`) share nothing but the
survey: no person, no time, no order. Both tables lie in the order of their keys, and a sheet's key is random.
"""

from __future__ import annotations

from sqlalchemy import (
    Boolean,
    Column,
    ForeignKey,
    Index,
    Integer,
    String,
    Table,
    Text,
    UniqueConstraint,
)

from storage.tables.base import BigId, belongs_to, identity, metadata
from storage.types import UtcDateTime

surveys = Table(
    "surveys",
    metadata,
    identity(),
    belongs_to("schools", index=False),
    Column("form_id", String(64), nullable=False),
    Column("occasion", String(16), nullable=False),
    Column("wave", String(8), nullable=False),
    Column("series", String(64), nullable=False),
    Column("titles", Text, nullable=False),
    Column("roles", String(120), nullable=False),
    Column("anonymous", Boolean, nullable=False),
    Column("reminders", Boolean, nullable=False),
    Column("opened_at", UtcDateTime, nullable=False),
    Column("closes_at", UtcDateTime, nullable=False),
    Column("closed_at", UtcDateTime),
    UniqueConstraint("school_id", "form_id", "occasion"),
)
Index(
    "ix_surveys_open",
    surveys.c.closes_at,
    sqlite_where=surveys.c.closed_at.is_(None),
    postgresql_where=surveys.c.closed_at.is_(None),
)

_survey = ("survey_id", BigId)

survey_given = Table(
    "survey_given",
    metadata,
    Column(*_survey, ForeignKey("surveys.id", ondelete="CASCADE"), primary_key=True),
    Column("person_id", BigId, ForeignKey("people.id", ondelete="CASCADE"), primary_key=True, index=True),
    sqlite_with_rowid=False,
)

# `link` joins the waves of one person by a code that only they know; it is stored as a hash.
survey_sheets = Table(
    "survey_sheets",
    metadata,
    Column(*_survey, ForeignKey("surveys.id", ondelete="CASCADE"), primary_key=True),
    Column("sheet", String(32), primary_key=True),
    Column("version", String(64), nullable=False),
    Column("role", String(16), nullable=False),
    Column("link", String(64), nullable=False),
    Column("answers", Text, nullable=False),
    sqlite_with_rowid=False,
)

# A file given as an answer: where the messenger keeps it, and how it was called.
uploads = Table(
    "uploads",
    metadata,
    identity(),
    belongs_to("people"),
    Column("kind", String(12), nullable=False),
    Column("reference", String(200), nullable=False),
    Column("name", String(160), nullable=False),
    Column("size", Integer, nullable=False, server_default="0"),
    Column("added_at", UtcDateTime, nullable=False),
)
