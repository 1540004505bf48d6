"""The roadmap of each school: its steps by year, what was attached to them, who answers for what, the log.

A step's words are the programme's by its number; `own` holds the whole of a step that only this school has.
"""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Date, ForeignKey, Index, Integer, SmallInteger, String, Table, Text
from sqlalchemy import UniqueConstraint as Unique

from storage.tables.base import BigId, belongs_to, identity, metadata
from storage.types import UtcDateTime


def _somebody(name: str) -> Column[int]:
    """Whoever it was is forgotten with them; what was done stays."""
    return Column(name, BigId, ForeignKey("people.id", ondelete="SET NULL"), index=True)


def _step() -> Column[int]:
    return Column("step_id", BigId, ForeignKey("road_steps.id", ondelete="CASCADE"), nullable=False)


# When the school's roadmap is to be looked at next.
road_looks = Table(
    "road_looks",
    metadata,
    Column("school_id", BigId, ForeignKey("schools.id", ondelete="CASCADE"), primary_key=True),
    Column("looks_at", UtcDateTime, nullable=False),
)
Index("ix_road_looks_at", road_looks.c.looks_at)

road_steps = Table(
    "road_steps",
    metadata,
    identity(),
    belongs_to("schools", index=False),
    Column("year", SmallInteger, nullable=False),
    Column("n", SmallInteger, nullable=False),
    Column("first", Date),
    Column("last", Date),
    Column("since", Date, nullable=False),
    Column("state", String(10), nullable=False),
    Column("revision", Integer, nullable=False, server_default="0"),
    Column("reason", Text, nullable=False, server_default=""),
    Column("own_title", Text, nullable=False, server_default=""),
    Column("own_result", Text, nullable=False, server_default=""),
    Column("own", Text),
    _somebody("closed_by"),
    Column("closed_on", Date),
    Unique("school_id", "year", "n"),
)

# People named for one step instead of its roles.
road_named = Table(
    "road_named",
    metadata,
    Column("step_id", BigId, ForeignKey("road_steps.id", ondelete="CASCADE"), primary_key=True),
    Column("person_id", BigId, ForeignKey("people.id", ondelete="CASCADE"), primary_key=True, index=True),
)

# A file goes with whoever sent it; a link or a note is the school's and stays.
road_results = Table(
    "road_results",
    metadata,
    identity(),
    _step(),
    Column("kind", String(4), nullable=False),
    Column("ref", Text, nullable=False, server_default=""),
    Column("upload_id", BigId, ForeignKey("uploads.id", ondelete="CASCADE"), index=True),
    _somebody("person_id"),
    Column("added_on", Date, nullable=False),
)
Index("ix_road_results_step", road_results.c.step_id)

road_changes = Table(
    "road_changes",
    metadata,
    identity(),
    belongs_to("schools", index=False),
    Column("year", SmallInteger, nullable=False),
    Column("n", SmallInteger, nullable=False),
    _somebody("person_id"),
    Column("made_at", UtcDateTime, nullable=False),
    Column("kind", String(10), nullable=False),
    Column("reason", Text, nullable=False, server_default=""),
    Column("before", Text, nullable=False, server_default="{}"),
    Column("after", Text, nullable=False, server_default="{}"),
)
Index("ix_road_changes_step", road_changes.c.school_id, road_changes.c.year, road_changes.c.n)

# Who has held which role from when on; `given` ones are the curator's dated word and go before the others.
road_holders = Table(
    "road_holders",
    metadata,
    identity(),
    belongs_to("schools", index=False),
    _somebody("person_id"),
    Column("role", String(16), nullable=False),
    Column("first", Date, nullable=False),
    Column("last", Date),
    Column("given", Boolean, nullable=False, server_default="0"),
    Unique("school_id", "person_id", "role", "first", "given"),
)

road_stand_ins = Table(
    "road_stand_ins",
    metadata,
    identity(),
    belongs_to("schools"),
    Column("absent_id", BigId, ForeignKey("people.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("person_id", BigId, ForeignKey("people.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("first", Date, nullable=False),
    Column("last", Date, nullable=False),
    Column("role", String(16)),
)
