"""The schema comes up, agrees with the tables, and goes down again, step by step, on both databases."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path
from typing import Any

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, insert, inspect, make_url, select

from storage import facts, migrate
from storage.engine import Database, UnfitDatabase
from storage.tables import metadata, people, roles, schools
from storage.unit import StorageUnit
from tests.storage.ground import NOW, database


def _revisions() -> list[str]:
    """Oldest first."""
    scripts = ScriptDirectory.from_config(migrate.configuration())
    return [script.revision for script in scripts.walk_revisions()][::-1]


def _tables(connection: Connection) -> set[str]:
    return set(inspect(connection).get_table_names()) - {"alembic_version"}


def _differences(connection: Connection) -> list[Any]:
    context = MigrationContext.configure(connection, opts={"compare_type": True})
    return compare_metadata(context, metadata)


async def test_up_agrees_with_the_tables(database_url: str) -> None:
    async with database(database_url) as found:
        assert await found.read(migrate.current) == migrate.head()
        assert await found.read(_tables) == set(metadata.tables)
        assert await found.read(_differences) == []


async def test_alembic_check_finds_nothing_to_add(database_url: str) -> None:
    async with database(database_url) as found:
        await found.write(lambda c: command.check(migrate.configuration(c)))


async def test_every_step_goes_up_and_down(database_url: str) -> None:
    """A database is walked to each revision, back to nothing and up again; data survive a step that keeps them."""
    found = Database(database_url)
    steps = _revisions()
    for revision in steps:
        await migrate.upgrade(found, revision)
        assert await found.read(migrate.current) == revision
    await found.write(lambda c: facts.keep(c, "bot_id", "7"))
    for revision in [*steps[:-1][::-1], "base"]:
        await migrate.downgrade(found, revision)
        assert await found.read(migrate.current) == (None if revision == "base" else revision)
    assert await found.read(_tables) == set(), "nothing is left behind"
    await migrate.upgrade(found)
    assert await found.read(_differences) == []
    await found.close()


def test_one_line_of_revisions() -> None:
    scripts = ScriptDirectory.from_config(migrate.configuration())
    assert len(scripts.get_heads()) == 1
    assert len(scripts.get_bases()) == 1


@pytest.mark.parametrize(("revision", "at", "behind"), [("base", None, False), ("base", "0001", True)])
def test_base_is_behind_everything(revision: str, at: str | None, behind: bool) -> None:
    assert migrate.is_behind(revision, at and migrate.head()) is behind


def test_the_head_is_not_behind_itself_and_each_is_behind_the_next() -> None:
    steps = _revisions()
    assert not migrate.is_behind(steps[-1], steps[-1])
    for earlier, later in zip(steps, steps[1:], strict=False):
        assert migrate.is_behind(earlier, later)
        assert not migrate.is_behind(later, earlier)


async def test_upgrading_again_changes_nothing_and_copies_nothing(sqlite_url: str) -> None:
    async with database(sqlite_url) as found:
        assert await migrate.upgrade(found) is None
        folder = Path(str(make_url(sqlite_url).database)).parent
        assert not list(folder.glob("*.before-*"))


async def test_a_copy_is_made_before_data_are_migrated(sqlite_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    async with database(sqlite_url) as found:
        await found.write(lambda c: facts.keep(c, "bot_id", "7"))
        path = Path(str(make_url(sqlite_url).database))
        monkeypatch.setattr(migrate, "head", lambda: "9999_tomorrow")
        copy = migrate._copy_aside(found, "0001")
        assert copy is not None
        with sqlite3.connect(copy) as kept:
            assert kept.execute("SELECT value FROM facts WHERE name = 'bot_id'").fetchone() == ("7",)
        assert copy.stat().st_mode & 0o077 == 0, "it holds personal data"
        assert os.stat(path).st_mode & 0o077 == 0


async def test_foreign_keys_hold_after_the_migration_too(sqlite_url: str) -> None:
    """Batch mode needs them off; children are not lost and the setting is back."""
    async with database(sqlite_url) as found:
        school = {"name": "Ш", "zone": "Europe/Moscow", "quiet_from": "20:00", "quiet_to": "08:00", "cadence_days": 14,
                  "year_start": NOW.date(), "year_end": NOW.date(), "language": "ru", "created_at": NOW}  # fmt: skip
        person = await found.write(lambda c: _person(c, school))
        await found.verify()
        await found.write(lambda c: c.execute(people.delete().where(people.c.id == person)))
        assert await found.read(lambda c: c.execute(select(roles)).all()) == []
        with pytest.raises(Exception, match="FOREIGN KEY"):
            await found.write(lambda c: c.execute(insert(roles).values(person_id=999, role="mentor")))


def _person(connection: Connection, school: dict[str, Any]) -> int:
    key = connection.execute(insert(schools).values(**school).returning(schools.c.id)).scalar_one()
    unit = StorageUnit(connection, NOW)
    found = unit.people.add(key, 7, state="new", language="ru", entered_at=NOW)
    connection.execute(insert(roles).values(person_id=found.id, role="mentor"))
    return found.id


async def test_a_migration_that_breaks_references_is_refused(sqlite_url: str) -> None:
    async with database(sqlite_url) as found:

        def breaks(connection: Connection) -> None:
            connection.execute(insert(roles).values(person_id=999, role="mentor"))

        with pytest.raises(UnfitDatabase, match="roles"):
            await migrate._run(found, breaks)
        assert await found.read(lambda c: c.execute(select(roles)).all()) == [], "and undone"
        await found.verify()
