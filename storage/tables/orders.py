"""What orders need beside the facts: a school's legal references, names in cases somebody corrected, templates."""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, LargeBinary, String, Table, Text

from storage.tables.base import BigId, metadata
from storage.types import UtcDateTime

order_settings = Table(
    "order_settings",
    metadata,
    Column("school_id", BigId, ForeignKey("schools.id", ondelete="CASCADE"), primary_key=True),
    Column("legal", Text, nullable=False, server_default="[]"),
)

name_forms = Table(
    "name_forms",
    metadata,
    Column("person_id", BigId, ForeignKey("people.id", ondelete="CASCADE"), primary_key=True),
    Column("forms", Text, nullable=False, server_default="{}"),
)

# A school's own template takes the place of the one that ships for its kind of order.
order_templates = Table(
    "order_templates",
    metadata,
    Column("school_id", BigId, ForeignKey("schools.id", ondelete="CASCADE"), primary_key=True),
    Column("kind", String(16), primary_key=True),
    Column("content", LargeBinary, nullable=False),
    Column("sha256", String(64), nullable=False),
    Column("added_by", BigId, ForeignKey("people.id", ondelete="SET NULL"), index=True),
    Column("added_at", UtcDateTime, nullable=False),
)
