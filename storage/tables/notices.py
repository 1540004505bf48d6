"""What is due and was not said yet, and what became of it."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, ForeignKey, Index, SmallInteger, String, Table, Text

from storage.tables.base import BigId, belongs_to, identity, metadata
from storage.types import UtcDateTime

# `look_at` is when a waiting one is to be looked at, and empty in any other state: so its index finds what is due
# among any number of rows. Words and buttons go once nobody can ask for them again; the key stays.
notices = Table(
    "notices",
    metadata,
    identity(),
    Column("key", String(160), nullable=False, unique=True),
    belongs_to("people", index=False),
    Column("about_id", BigId, ForeignKey("people.id", ondelete="CASCADE"), index=True),
    belongs_to("schools", index=False),
    Column("rule", String(40), nullable=False),
    Column("subject", String(40), nullable=False),
    Column("text", Text),
    Column("buttons", Text),
    Column("audience", String(12), nullable=False),
    Column("privacy", String(12), nullable=False),
    Column("importance", SmallInteger, nullable=False),
    Column("urgent", Boolean, nullable=False),
    Column("sounding", Boolean, nullable=False),
    Column("due_at", UtcDateTime, nullable=False),
    Column("expires_at", UtcDateTime),
    Column("state", String(10), nullable=False),
    Column("why", String(16), nullable=False, server_default=""),
    Column("look_at", UtcDateTime),
    Column("decided_at", UtcDateTime),
    # The outbox key of the message that says it.
    Column("bundle", String(160), index=True),
)
Index("ix_notices_look", notices.c.look_at, notices.c.person_id)
Index("ix_notices_person", notices.c.person_id, notices.c.due_at)
Index("ix_notices_subject", notices.c.rule, notices.c.subject)
Index("ix_notices_school", notices.c.school_id, notices.c.decided_at)
