"""The database door: settings, transactions, moments."""

from __future__ import annotations

import asyncio
import sqlite3
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection, insert, make_url, select, text, update
from sqlalchemy.dialects import postgresql, sqlite

from storage import engine, facts
from storage.engine import SQLITE_SETTINGS, UnfitDatabase, writes
from storage.tables import facts as facts_table
from storage.tables import focus
from storage.types import UtcDateTime
from storage.upsert import put
from tests.storage.ground import NOW, database


async def test_the_settings_without_which_writes_are_lost_are_there(sqlite_url: str) -> None:
    async with database(sqlite_url) as found:
        await found.verify()
        for name, wanted in SQLITE_SETTINGS.items():
            for run in (found.read, found.write):
                kept = await run(lambda c, n=name: str(c.execute(text(f"PRAGMA {n}")).scalar()))  # type: ignore[misc]
                assert kept == wanted, name


@pytest.mark.parametrize("name", sorted(SQLITE_SETTINGS))
async def test_a_database_without_them_is_refused(
    sqlite_url: str, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    async with database(sqlite_url) as found:
        monkeypatch.setitem(engine.SQLITE_SETTINGS, name, "something else")
        with pytest.raises(UnfitDatabase, match=name):
            await found.verify()


async def test_reading_and_modifying_at_once_loses_nothing(database_url: str) -> None:
    """SQLAlchemy's defaults lose concurrent read-modify-writes on SQLite without a word."""
    async with database(database_url) as found:
        await found.write(lambda c: facts.keep(c, "n", "0"))

        def more(connection: Connection) -> None:
            row = select(facts_table.c.value).where(facts_table.c.name == "n").with_for_update()
            value = int(connection.execute(row).scalar_one())
            connection.execute(update(facts_table).where(facts_table.c.name == "n").values(value=str(value + 1)))

        await asyncio.gather(*(found.write(more, relaxed=n % 2 == 0) for n in range(60)))
        assert await found.read(lambda c: facts.get(c, "n")) == "60"


async def test_another_process_writing_is_waited_for(sqlite_url: str) -> None:
    """A second connection holds the lock for a moment: the write waits instead of failing."""
    async with database(sqlite_url) as found:
        other = sqlite3.connect(str(make_url(sqlite_url).database), isolation_level=None, check_same_thread=False)
        other.execute("BEGIN IMMEDIATE")
        waiting = asyncio.ensure_future(found.write(lambda c: facts.keep(c, "x", "1")))
        await asyncio.sleep(0.15)
        assert not waiting.done()
        other.execute("COMMIT")
        await asyncio.wait_for(waiting, 5)
        other.close()


async def test_a_writer_holds_the_lock_from_its_first_word(sqlite_url: str) -> None:
    """Otherwise another's write between its reading and its writing ends it with "database is locked"."""
    async with database(sqlite_url) as found:
        other = sqlite3.connect(
            str(make_url(sqlite_url).database), isolation_level=None, check_same_thread=False, timeout=0
        )

        def work(connection: Connection) -> None:
            facts.get(connection, "x")
            with pytest.raises(sqlite3.OperationalError, match="locked"):
                other.execute("INSERT INTO facts VALUES ('x', 'other')")
            facts.keep(connection, "x", "mine")

        await found.write(work)
        assert await found.read(lambda c: facts.get(c, "x")) == "mine"
        other.close()


async def test_what_raises_is_undone_and_the_next_goes_on(database_url: str) -> None:
    async with database(database_url) as found:

        def half(connection: Connection) -> None:
            facts.keep(connection, "a", "1")
            raise LookupError

        for relaxed in (False, True):
            with pytest.raises(LookupError):
                await found.write(half, relaxed=relaxed)
        assert await found.read(lambda c: facts.get(c, "a")) is None
        await found.write(lambda c: facts.keep(c, "a", "2"))
        assert await found.read(lambda c: facts.get(c, "a")) == "2"
        await found.verify()


async def test_relaxed_is_only_for_that_once(sqlite_url: str) -> None:
    async with database(sqlite_url) as found:
        during = await found.write(lambda c: c.execute(text("PRAGMA synchronous")).scalar(), relaxed=True)
        after = await found.write(lambda c: c.execute(text("PRAGMA synchronous")).scalar())
        assert (during, after) == (1, 2)


async def test_a_reader_sees_what_is_committed_and_does_not_wait(sqlite_url: str) -> None:
    async with database(sqlite_url) as found:
        other = sqlite3.connect(str(make_url(sqlite_url).database), isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        other.execute("INSERT INTO facts VALUES ('x', '1')")
        assert await asyncio.wait_for(found.read(lambda c: facts.get(c, "x")), 2) is None
        other.execute("COMMIT")
        assert await found.read(lambda c: facts.get(c, "x")) == "1"
        other.close()


async def test_statements_that_change_something_are_counted(database_url: str) -> None:
    async with database(database_url) as found:

        def work(connection: Connection) -> list[int]:
            before = writes(connection)
            facts.get(connection, "x")
            read = writes(connection) - before
            facts.keep(connection, "x", "1")
            return [read, writes(connection) - before]

        assert await found.write(work) == [0, 1]


def _bytes(file: str) -> bytes:
    return Path(file).read_bytes() if Path(file).exists() else b""


async def test_what_was_erased_is_in_no_file(sqlite_url: str) -> None:
    async with database(sqlite_url) as found:
        await found.write(lambda c: facts.keep(c, "name", "Секретова-Зоя"))
        await found.write(lambda c: c.execute(facts_table.delete()))
        found.erased = True
        await found.tidy()
        assert not found.erased
        path = str(make_url(sqlite_url).database)
        for file in (path, f"{path}-wal", f"{path}-shm"):
            assert "Секретова".encode() not in _bytes(file)


async def test_put_inserts_changes_or_leaves(database_url: str) -> None:
    async with database(database_url) as found:

        def work(connection: Connection) -> list[bool]:
            key = {"name": "k"}
            made = put(connection, facts_table, key, {"value": "1"})
            return [made, put(connection, facts_table, key, {"value": "2"})]

        assert await found.write(work) == [True, True]
        assert await found.read(lambda c: facts.get(c, "k")) == "2"


ZONES = st.sampled_from([UTC, timezone(timedelta(hours=12)), timezone(-timedelta(hours=11))])
MOMENTS = st.datetimes(datetime(1990, 1, 1), datetime(2090, 1, 1), timezones=ZONES)  # noqa: DTZ001


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=100)
@given(MOMENTS)
@pytest.mark.parametrize("dialect", [sqlite.dialect(), postgresql.dialect()], ids=["sqlite", "postgres"])
def test_a_moment_comes_back_as_the_same_moment_in_utc(dialect: object, moment: datetime) -> None:
    column = UtcDateTime()
    kept = column.process_bind_param(moment, dialect)  # type: ignore[arg-type]
    back = column.process_result_value(kept, dialect)  # type: ignore[arg-type]
    assert back == moment
    assert back is not None
    assert back.tzinfo is UTC or back.utcoffset() == timedelta(0)


def test_a_moment_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="naive"):
        UtcDateTime().process_bind_param(datetime(2026, 1, 1), sqlite.dialect())  # noqa: DTZ001
    assert UtcDateTime().process_bind_param(None, sqlite.dialect()) is None


async def test_moments_survive_the_database_and_compare(database_url: str) -> None:
    async with database(database_url) as found:
        moment = datetime(2026, 11, 24, 23, 30, 15, 123456, tzinfo=timezone(timedelta(hours=12)))
        await found.write(lambda c: c.execute(insert(focus).values(tg_id=2**40, kind="x", at=moment)))
        kept = await found.read(lambda c: c.execute(select(focus.c.at, focus.c.tg_id)).one())
        assert kept == (moment, 2**40)
        assert await found.read(lambda c: c.execute(select(focus).where(focus.c.at > moment)).all()) == []
        assert len(await found.read(lambda c: c.execute(select(focus).where(focus.c.at <= moment)).all())) == 1
        assert NOW.tzinfo is UTC
