"""The one MetaData and the shorthand for columns that every table has."""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, ForeignKey, Integer, MetaData

# Named constraints: without names Alembic cannot drop them, on SQLite least of all.
metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)

# SQLite counts rows of its own accord only for a column of exactly INTEGER.
BigId = BigInteger().with_variant(Integer, "sqlite")


def identity() -> Column[int]:
    return Column("id", BigId, primary_key=True, autoincrement=True)


def belongs_to(table: str, *, nullable: bool = False, index: bool = True) -> Column[int]:
    """A reference that goes when its owner goes: erasing a person erases what hangs on them."""
    name = {"schools": "school_id", "people": "person_id", "submissions": "submission_id"}[table]
    key = ForeignKey(f"{table}.id", ondelete="CASCADE")
    return Column(name, BigId, key, nullable=nullable, index=index)
