"""Schools, the people in them, their roles, invitations and groups."""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Date,
    ForeignKey,
    Integer,
    SmallInteger,
    String,
    Table,
    UniqueConstraint,
)

from storage.tables.base import BigId, belongs_to, identity, metadata
from storage.types import UtcDateTime

schools = Table(
    "schools",
    metadata,
    identity(),
    Column("name", String(200), nullable=False),
    Column("zone", String(64), nullable=False),
    Column("quiet_from", String(5), nullable=False),
    Column("quiet_to", String(5), nullable=False),
    Column("cadence_days", SmallInteger, nullable=False),
    Column("week_days", SmallInteger, nullable=False, server_default="5"),
    Column("year_start", Date, nullable=False),
    Column("year_end", Date, nullable=False),
    Column("language", String(2), nullable=False),
    Column("setup_step", SmallInteger, nullable=False, server_default="0"),
    # What a consent has to say of its operator (152-FZ, art. 9); an empty one leaves its line out.
    Column("address", String(300), nullable=False, server_default=""),
    Column("details", String(300), nullable=False, server_default=""),
    Column("processor", String(300), nullable=False, server_default=""),
    Column("site", String(200), nullable=False, server_default=""),
    Column("created_at", UtcDateTime, nullable=False),
)

# A Telegram account and the school it is looking at; nothing else is known of it before consent.
accounts = Table(
    "accounts",
    metadata,
    Column("tg_id", BigInteger, primary_key=True),
    Column("person_id", BigId, ForeignKey("people.id", ondelete="CASCADE"), index=True),
)

people = Table(
    "people",
    metadata,
    identity(),
    belongs_to("schools"),
    Column("tg_id", BigInteger, nullable=False, index=True),
    Column("name", String(200)),
    Column("state", String(12), nullable=False),
    Column("language", String(2), nullable=False),
    Column("reachable", Boolean, nullable=False, server_default="1"),
    Column("asked_roles", String(80)),
    Column("quiet_from", String(5)),
    Column("quiet_to", String(5)),
    Column("muted", Boolean, nullable=False, server_default="0"),
    Column("approved", Boolean, nullable=False, server_default="1"),
    Column("consented", SmallInteger, nullable=False, server_default="0"),
    Column("entered_at", UtcDateTime, nullable=False),
    UniqueConstraint("school_id", "tg_id"),
)

roles = Table(
    "roles",
    metadata,
    Column("person_id", BigId, ForeignKey("people.id", ondelete="CASCADE"), primary_key=True),
    Column("role", String(16), primary_key=True),
)

# Only a hash of the link's token is kept: a copy of the database opens no door.
invitations = Table(
    "invitations",
    metadata,
    identity(),
    belongs_to("schools"),
    Column("token_hash", String(64), nullable=False, unique=True),
    Column("roles", String(80), nullable=False),
    Column("kind", String(8), nullable=False),
    Column("number", Integer, nullable=False),
    Column("created_at", UtcDateTime, nullable=False),
    Column("expires_at", UtcDateTime, nullable=False),
    Column("revoked_at", UtcDateTime),
    Column("used_at", UtcDateTime),
    Column("told_at", UtcDateTime),
    Column("used_by", BigId, ForeignKey("people.id", ondelete="SET NULL")),
)
