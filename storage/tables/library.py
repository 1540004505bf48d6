"""The library of materials. A file lies with the messenger; here is where, as it was sent."""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Index, String, Table, Text

from storage.tables.base import BigId, belongs_to, identity, metadata
from storage.types import UtcDateTime

# The school's own: a material stays when the person who added it leaves. `words` is what a search looks through.
materials = Table(
    "materials",
    metadata,
    identity(),
    belongs_to("schools", index=False),
    Column("phase", String(12), nullable=False, server_default=""),
    Column("subject", String(12), nullable=False, server_default=""),
    Column("title", String(160), nullable=False),
    Column("text", Text, nullable=False, server_default=""),
    Column("link", String(500), nullable=False, server_default=""),
    Column("medium", String(12), nullable=False, server_default=""),
    Column("reference", String(200), nullable=False, server_default=""),
    Column("file_name", String(160), nullable=False, server_default=""),
    Column("added_by", BigId, ForeignKey("people.id", ondelete="SET NULL"), index=True),
    Column("added_at", UtcDateTime, nullable=False),
    Column("withdrawn_at", UtcDateTime),
    Column("words", Text, nullable=False),
)
Index("ix_materials_school", materials.c.school_id, materials.c.added_at)
