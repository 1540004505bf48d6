"""Consents and questionnaires: what people agreed to and what they said."""

from __future__ import annotations

from sqlalchemy import (
    Boolean,
    Column,
    Date,
    ForeignKey,
    Index,
    Integer,
    SmallInteger,
    String,
    Table,
    Text,
    UniqueConstraint,
)

from storage.tables.base import BigId, belongs_to, identity, metadata
from storage.types import UtcDateTime

consents = Table(
    "consents",
    metadata,
    identity(),
    belongs_to("people"),
    Column("document", String(16), nullable=False),
    Column("version", SmallInteger, nullable=False),
    Column("text_hash", String(64), ForeignKey("consent_texts.hash"), nullable=False),
    Column("accepted", Boolean, nullable=False),
    Column("decided_at", UtcDateTime, nullable=False),
    Column("withdrawn_at", UtcDateTime),
)

# The very words that were agreed to, so that a copy can be printed years after the text was changed.
consent_texts = Table(
    "consent_texts",
    metadata,
    Column("hash", String(64), primary_key=True),
    Column("document", String(16), nullable=False),
    Column("version", SmallInteger, nullable=False),
    Column("language", String(2), nullable=False),
    Column("title", String(200), nullable=False),
    Column("text", Text, nullable=False),
)

# The act of destruction (152-FZ): what was erased and when, without a word of whose it was.
erasures = Table(
    "erasures",
    metadata,
    identity(),
    belongs_to("schools"),
    Column("erased_on", Date, nullable=False),
    Column("reason", String(16), nullable=False),
    Column("consent_hash", String(64), nullable=False),
    Column("rows", Text, nullable=False),
)

submissions = Table(
    "submissions",
    metadata,
    identity(),
    belongs_to("people", index=False),
    Column("form_id", String(64), nullable=False),
    Column("occasion", String(16), nullable=False),
    Column("version", String(64), nullable=False),
    Column("state", String(8), nullable=False),
    Column("rev", Integer, nullable=False, server_default="0"),
    Column("position", String(80)),
    Column("from_review", Boolean, nullable=False, server_default="0"),
    Column("started", Boolean, nullable=False, server_default="0"),
    Column("refusals", SmallInteger, nullable=False, server_default="0"),
    Column("seed", Integer, nullable=False, server_default="0"),
    Column("created_at", UtcDateTime, nullable=False),
    Column("updated_at", UtcDateTime, nullable=False),
    Column("sent_at", UtcDateTime),
    Column("reminded_at", UtcDateTime),
    UniqueConstraint("person_id", "form_id", "occasion"),
)
Index("ix_submissions_form_state", submissions.c.form_id, submissions.c.state)
_left_alone = (submissions.c.state == "draft") & submissions.c.reminded_at.is_(None)
Index(
    "ix_submissions_left_alone",
    submissions.c.updated_at,
    sqlite_where=_left_alone,
    postgresql_where=_left_alone,
)

answers = Table(
    "answers",
    metadata,
    Column("submission_id", BigId, ForeignKey("submissions.id", ondelete="CASCADE"), primary_key=True),
    Column("name", String(80), primary_key=True),
    Column("value", Text),
    Column("skipped", Boolean, nullable=False, server_default="0"),
)
