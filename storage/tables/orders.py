"""What orders need beside the facts: the school's legal references, and names in the cases a person corrected."""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Table, Text

from storage.tables.base import BigId, metadata

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
