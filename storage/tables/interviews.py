"""Interviews with candidates for mentors. A remark is for those who interview; it goes with the candidate."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Date, ForeignKey, Integer, String, Table, Text, UniqueConstraint

from storage.tables.base import BigId, belongs_to, identity, metadata
from storage.types import UtcDateTime

interviews = Table(
    "interviews",
    metadata,
    identity(),
    belongs_to("people", index=False),
    Column("occasion", String(16), nullable=False),
    Column("held_on", Date, nullable=False),
    Column("grades", Text, nullable=False, server_default="{}"),
    Column("decision", String(8), nullable=False, server_default=""),
    Column("remark", Text, nullable=False, server_default=""),
    Column("decided_by", BigId, ForeignKey("people.id", ondelete="SET NULL"), index=True),
    Column("decided_at", UtcDateTime),
    Column("told", Boolean, nullable=False, server_default="0"),
    Column("revision", Integer, nullable=False, server_default="0"),
    UniqueConstraint("person_id", "occasion"),
)
