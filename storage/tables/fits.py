"""Whether somebody wants to go on with their pair. For its writer alone; the row goes with the writer."""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, String, Table

from storage.tables.base import BigId, metadata
from storage.types import UtcDateTime

fits = Table(
    "fits",
    metadata,
    Column("meeting_id", BigId, ForeignKey("meetings.id", ondelete="CASCADE"), primary_key=True),
    Column("person_id", BigId, ForeignKey("people.id", ondelete="CASCADE"), primary_key=True, index=True),
    Column("answer", String(8), nullable=False),
    Column("at", UtcDateTime, nullable=False),
)
