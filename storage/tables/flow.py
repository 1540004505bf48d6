"""The way in and the way out: `inbox`, `outbox`, and small facts about the installation."""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    SmallInteger,
    String,
    Table,
    Text,
)

from storage.tables.base import BigId, identity, metadata
from storage.types import UtcDateTime

# An update that was handled keeps its number (Telegram may repeat it) and loses its content and sender.
inbox = Table(
    "inbox",
    metadata,
    identity(),
    Column("update_id", BigInteger, nullable=False, unique=True),
    Column("lane", BigInteger, nullable=False),
    Column("payload", Text),
    Column("state", SmallInteger, nullable=False, server_default="0"),
    Column("attempts", SmallInteger, nullable=False, server_default="0"),
    Column("error", String(80)),
    Column("received_at", UtcDateTime, nullable=False),
    sqlite_autoincrement=True,
)
Index(
    "ix_inbox_waiting",
    inbox.c.id,
    sqlite_where=inbox.c.state == 0,
    postgresql_where=inbox.c.state == 0,
)
Index("ix_inbox_lane", inbox.c.lane, sqlite_where=inbox.c.lane != 0, postgresql_where=inbox.c.lane != 0)

outbox = Table(
    "outbox",
    metadata,
    identity(),
    Column("key", String(160), unique=True),
    Column("chat_id", BigInteger),
    Column("person_id", BigId, ForeignKey("people.id", ondelete="CASCADE"), index=True),
    # Whom the words name besides their reader: erased together with that person.
    Column("about_id", BigId, ForeignKey("people.id", ondelete="CASCADE"), index=True),
    Column("method", String(40), nullable=False),
    Column("payload", Text),
    Column("priority", SmallInteger, nullable=False, server_default="0"),
    Column("not_before", UtcDateTime),
    Column("state", SmallInteger, nullable=False, server_default="0"),
    Column("attempts", SmallInteger, nullable=False, server_default="0"),
    Column("audience", String(12), nullable=False),
    Column("privacy", String(12), nullable=False),
    Column("error", String(80)),
    Column("created_at", UtcDateTime, nullable=False),
    Column("sent_at", UtcDateTime),
    sqlite_autoincrement=True,
)
Index(
    "ix_outbox_waiting",
    outbox.c.priority,
    outbox.c.id,
    sqlite_where=outbox.c.state == 0,
    postgresql_where=outbox.c.state == 0,
)

outbox_files = Table(
    "outbox_files",
    metadata,
    Column("outbox_id", BigId, ForeignKey("outbox.id", ondelete="CASCADE"), primary_key=True),
    Column("name", String(120), nullable=False),
    Column("data", LargeBinary, nullable=False),
    # Who makes the file on its way out; `data` is then what it is made from.
    Column("recipe", String(16), nullable=False, server_default=""),
)

# What the running bot knows of itself: bot id, username, whether this is a demo, the receiver's offset.
facts = Table(
    "facts",
    metadata,
    Column("name", String(40), primary_key=True),
    Column("value", Text, nullable=False),
)

# What a typed message of this person answers now; a press always says itself what it means.
focus = Table(
    "focus",
    metadata,
    Column("tg_id", BigInteger, primary_key=True),
    Column("kind", String(40), nullable=False),
    Column("ref", String(120), nullable=False, server_default=""),
    Column("at", UtcDateTime, nullable=False),
    Column("refusals", Integer, nullable=False, server_default="0"),
)
