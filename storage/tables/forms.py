"""Questionnaires' files by version, and which of them a school has put in force."""

from __future__ import annotations

from sqlalchemy import (
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    SmallInteger,
    String,
    Table,
    Text,
    UniqueConstraint,
)

from storage.tables.base import BigId, belongs_to, identity, metadata
from storage.types import UtcDateTime

# By content, so that answers can be read for as long as they are kept; schools share what is the same.
form_versions = Table(
    "form_versions",
    metadata,
    Column("version", String(64), primary_key=True),
    Column("form_id", String(64), nullable=False, index=True),
    Column("source_name", String(120), nullable=False),
    Column("content", LargeBinary, nullable=False),
)

school_forms = Table(
    "school_forms",
    metadata,
    identity(),
    belongs_to("schools", index=False),
    Column("form_id", String(64), nullable=False),
    Column("version", String(64), ForeignKey("form_versions.version"), nullable=False),
    Column("state", String(12), nullable=False),
    Column("source_name", String(120), nullable=False),
    Column("titles", Text, nullable=False),
    Column("questions", SmallInteger, nullable=False),
    Column("minutes", Integer, nullable=False),
    Column("added_by", BigId, ForeignKey("people.id", ondelete="SET NULL"), index=True),
    Column("added_at", UtcDateTime, nullable=False),
    Column("published_at", UtcDateTime),
    UniqueConstraint("school_id", "form_id", "version"),
)
_in_force = school_forms.c.state == "published"
# Two people who publish at the same moment cannot both be in force.
Index(
    "uq_school_forms_in_force",
    school_forms.c.school_id,
    school_forms.c.form_id,
    unique=True,
    sqlite_where=_in_force,
    postgresql_where=_in_force,
)
