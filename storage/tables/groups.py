"""The school's group chat: where it is, what was said there, what people answered, polls, the guided hour.

Of what people write in the group only answers to a question are kept, and only of those who gave their consent.
"""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    ForeignKey,
    Index,
    Integer,
    SmallInteger,
    String,
    Table,
    Text,
)

from storage.tables.base import BigId, belongs_to, identity, metadata
from storage.types import UtcDateTime

groups = Table(
    "groups",
    metadata,
    Column("chat_id", BigInteger, primary_key=True),
    belongs_to("schools"),
    Column("bound_at", UtcDateTime, nullable=False),
    Column("is_admin", Boolean, nullable=False, server_default="0"),
    Column("title", String(160), nullable=False, server_default=""),
    Column("thread_id", BigInteger),
    Column("is_forum", Boolean, nullable=False, server_default="0"),
    # When the bot's place and rights there are looked at again.
    Column("look_at", UtcDateTime, index=True),
)

# One message of the bot in a group. Its number is known once it was said; a reply to it is found by that.
group_posts = Table(
    "group_posts",
    metadata,
    identity(),
    belongs_to("schools"),
    Column("chat_id", BigInteger, nullable=False),
    Column("key", String(80), nullable=False, unique=True),
    Column("kind", String(8), nullable=False),
    Column("message_id", BigInteger),
    Column("poll_code", String(64), index=True),
    Column("reactions", Integer, nullable=False, server_default="0"),
    Column("posted_at", UtcDateTime, nullable=False),
    Column("recalled", Boolean, nullable=False, server_default="0", index=True),
    Index("ix_group_posts_message", "chat_id", "message_id"),
)

reflection_settings = Table(
    "reflection_settings",
    metadata,
    Column("school_id", BigId, ForeignKey("schools.id", ondelete="CASCADE"), primary_key=True),
    Column("rhythm", String(12), nullable=False, server_default="off"),
    Column("weekday", SmallInteger, nullable=False, server_default="5"),
    Column("hour", SmallInteger, nullable=False, server_default="15"),
    Column("held", Boolean, nullable=False, server_default="0"),
    Column("period", String(16), nullable=False, server_default=""),
    Column("summed", String(7), nullable=False, server_default=""),
    Column("look_at", UtcDateTime, index=True),
)

# The school's own questions, and the shipped ones it does not want (those with a code).
reflection_prompts = Table(
    "reflection_prompts",
    metadata,
    identity(),
    belongs_to("schools"),
    Column("code", String(40), nullable=False, server_default=""),
    Column("text", Text, nullable=False, server_default=""),
    Column("place", Integer, nullable=False, server_default="0"),
    Column("dropped", Boolean, nullable=False, server_default="0"),
)

reflection_hours = Table(
    "reflection_hours",
    metadata,
    identity(),
    belongs_to("schools"),
    Column("occasion", String(16), nullable=False),
    Column("minutes", SmallInteger, nullable=False),
    Column("step", SmallInteger, nullable=False, server_default="1"),
    Column("next_at", UtcDateTime, index=True),
    Column("started_at", UtcDateTime, nullable=False),
    Column("conclusion", Text, nullable=False, server_default=""),
)

# One question that was put to the group. `others` counts replies of people of whom nothing may be kept.
reflections = Table(
    "reflections",
    metadata,
    identity(),
    belongs_to("schools"),
    Column("occasion", String(16), nullable=False),
    Column("code", String(40), nullable=False),
    Column("text", Text, nullable=False),
    Column("asked_at", UtcDateTime, nullable=False),
    Column("post_id", BigId, ForeignKey("group_posts.id", ondelete="SET NULL"), index=True),
    Column("hour_id", BigId, ForeignKey("reflection_hours.id", ondelete="CASCADE"), index=True),
    Column("others", Integer, nullable=False, server_default="0"),
)

reflection_answers = Table(
    "reflection_answers",
    metadata,
    identity(),
    Column("reflection_id", BigId, ForeignKey("reflections.id", ondelete="CASCADE"), nullable=False, index=True),
    belongs_to("people"),
    Column("text", Text, nullable=False),
    Column("signed", Boolean, nullable=False, server_default="0"),
    Column("state", String(8), nullable=False),
    # The person's own message in the group, where the answer is a reply.
    Column("message_id", BigInteger),
    Column("post_id", BigId, ForeignKey("group_posts.id", ondelete="SET NULL"), index=True),
    Column("at", UtcDateTime, nullable=False),
)

group_polls = Table(
    "group_polls",
    metadata,
    identity(),
    belongs_to("schools"),
    Column("question", String(300), nullable=False),
    Column("options", Text, nullable=False, server_default="[]"),
    Column("state", String(8), nullable=False),
    Column("post_id", BigId, ForeignKey("group_posts.id", ondelete="SET NULL"), index=True),
    Column("made_by", BigId, ForeignKey("people.id", ondelete="SET NULL"), index=True),
    Column("made_at", UtcDateTime, nullable=False),
    Column("closes_at", UtcDateTime, index=True),
    Column("counts", Text, nullable=False, server_default="[]"),
)
