"""The year's end: nominations and their secret vote, notes of merit, cases, the site's files, acts, rollovers."""

from __future__ import annotations

from sqlalchemy import (
    Boolean,
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    SmallInteger,
    String,
    Table,
    Text,
    UniqueConstraint,
)

from storage.tables.answers import consents
from storage.tables.base import BigId, belongs_to, identity, metadata
from storage.types import UtcDateTime


def _nomination(*, primary: bool) -> Column[int]:
    key = ForeignKey("award_nominations.id", ondelete="CASCADE")
    return Column("nomination_id", BigId, key, primary_key=primary, nullable=False)


# `winner` is a nominee's name within the nomination, empty while nobody is confirmed and where nobody was chosen.
award_nominations = Table(
    "award_nominations",
    metadata,
    identity(),
    belongs_to("schools", index=False),
    Column("occasion", String(16), nullable=False),
    Column("code", String(24), nullable=False),
    Column("kind", String(8), nullable=False),
    Column("title", String(80), nullable=False, server_default=""),
    Column("state", String(10), nullable=False),
    Column("winner", String(24), nullable=False, server_default=""),
    Column("opened_at", UtcDateTime),
    Column("closed_at", UtcDateTime),
    Column("confirmed_at", UtcDateTime),
    UniqueConstraint("school_id", "occasion", "code"),
)

award_nominees = Table(
    "award_nominees",
    metadata,
    _nomination(primary=True),
    Column("candidate", String(24), primary_key=True),
    Column("person_id", BigId, ForeignKey("people.id", ondelete="CASCADE"), index=True),
    Column("pair_id", BigId, ForeignKey("pairs.id", ondelete="CASCADE"), index=True),
)

# Read to be counted and by nobody; it goes with the voter, and with the year.
award_votes = Table(
    "award_votes",
    metadata,
    identity(),
    _nomination(primary=False),
    belongs_to("people"),
    Column("candidate", String(24), nullable=False),
    UniqueConstraint("nomination_id", "person_id"),
)

# Whoever may be named as a winner: a yes to this one publication, beside the consent to publication.
award_told = Table(
    "award_told",
    metadata,
    _nomination(primary=True),
    Column("person_id", BigId, ForeignKey("people.id", ondelete="CASCADE"), primary_key=True, index=True),
)

# What the curator noted of somebody: a way of encouragement, a talk, a paper that was made; `what` is "kind:name".
award_notes = Table(
    "award_notes",
    metadata,
    Column("person_id", BigId, ForeignKey("people.id", ondelete="CASCADE"), primary_key=True),
    Column("occasion", String(16), primary_key=True),
    Column("what", String(24), primary_key=True),
    Column("times", SmallInteger, nullable=False),
)

year_settings = Table(
    "year_settings",
    metadata,
    Column("school_id", BigId, ForeignKey("schools.id", ondelete="CASCADE"), primary_key=True),
    Column("points", Text, nullable=False, server_default="{}"),
)

year_blanks = Table(
    "year_blanks",
    metadata,
    Column("school_id", BigId, ForeignKey("schools.id", ondelete="CASCADE"), primary_key=True),
    Column("picture", LargeBinary, nullable=False),
)

year_cases = Table(
    "year_cases",
    metadata,
    identity(),
    belongs_to("schools", index=False),
    Column("pair_id", BigId, ForeignKey("pairs.id", ondelete="CASCADE"), nullable=False),
    Column("occasion", String(16), nullable=False),
    Column("title", String(150), nullable=False),
    Column("sections", Text, nullable=False),
    Column("model", String(40), nullable=False, server_default=""),
    Column("contact", String(40), nullable=False, server_default=""),
    Column("areas", String(120), nullable=False, server_default=""),
    Column("revision", Integer, nullable=False, server_default="0"),
    Column("released_at", UtcDateTime),
    UniqueConstraint("pair_id"),
)
Index("ix_year_cases_school", year_cases.c.school_id, year_cases.c.occasion)

# `approved` is the hash of the text that the person said yes to.
case_people = Table(
    "case_people",
    metadata,
    Column("case_id", BigId, ForeignKey("year_cases.id", ondelete="CASCADE"), primary_key=True),
    Column("person_id", BigId, ForeignKey("people.id", ondelete="CASCADE"), primary_key=True, index=True),
    Column("author", Boolean, nullable=False),
    Column("named", Boolean, nullable=False),
    Column("approved", String(64), nullable=False, server_default=""),
)

site_files = Table(
    "site_files",
    metadata,
    identity(),
    belongs_to("schools"),
    Column("title", String(160), nullable=False),
    Column("ending", String(8), nullable=False),
    Column("size", Integer, nullable=False),
    Column("content", LargeBinary, nullable=False),
)

# Persons stand in `lines` by their numbers alone, as in the paper that is made of it.
year_acts = Table(
    "year_acts",
    metadata,
    identity(),
    belongs_to("schools"),
    Column("made_at", UtcDateTime, nullable=False),
    Column("lines", Text, nullable=False),
)

rollovers = Table(
    "rollovers",
    metadata,
    Column("school_id", BigId, ForeignKey("schools.id", ondelete="CASCADE"), primary_key=True),
    Column("year", SmallInteger, primary_key=True),
    Column("done_at", UtcDateTime, nullable=False),
    Column("done_by", BigId, ForeignKey("people.id", ondelete="SET NULL"), index=True),
    Column("act_id", BigId, ForeignKey("year_acts.id", ondelete="SET NULL"), index=True),
)

# Consents taken back, which are looked for every hour.
_taken_back = consents.c.withdrawn_at.is_not(None)
Index(
    "ix_consents_withdrawn",
    consents.c.withdrawn_at,
    sqlite_where=_taken_back,
    postgresql_where=_taken_back,
)
