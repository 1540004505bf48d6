"""The queue under several processes and among many people."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import event, insert, select

from bot.nursery import Bell
from bot.upkeep import Upkeep
from mentoring.notices import service
from mentoring.notices.rules import Notice
from mentoring.texts import Raw
from storage import notices as queue
from storage.engine import Database
from storage.tables import people
from storage.unit import StorageUnit
from tests.conftest import make_url_for
from tests.notices.ground import NOON, RENDERER, Ground, ground
from tests.surveys.ground import MENTEES, MENTORS

FIRST, SECOND = MENTEES[:2]


async def test_two_processes_at_once_say_it_once(database_url: str) -> None:
    """Each with connections of its own; something new becomes due between their looks."""
    async with ground(database_url) as found:
        for round_ in range(6):
            found.school.now = datetime(2026, 11, 24, 9, tzinfo=UTC) + timedelta(days=7 * round_)
            for number, tg_id in enumerate((*MENTORS, *MENTEES)):
                await found.say(tg_id, round_ * 100 + number)
            others = [Database(database_url) for _ in range(2)]
            for one in others:
                await one.verify()
            ticks = [Upkeep(one, RENDERER, lambda: found.school.now, Bell()) for one in others]
            more = [found.say(tg_id, round_ * 100 + 50 + n) for n, tg_id in enumerate(MENTORS)]
            await asyncio.gather(*(tick.deliver() for _ in range(3) for tick in ticks), *more)
            told = await found.out()
            assert len(told) == len({m.person for m in told}) == 6, "one message a person a day"
            said = [line for m in told for line in m.text.split("\n\n")]
            assert len(said) == len(set(said))
            for one in others:
                await one.close()
            await found.sent()


async def test_a_look_among_a_multitude_reads_only_what_is_due(sqlite_url: str) -> None:
    async with ground(sqlite_url) as found:
        await found.say(FIRST, 1)
        seen: list[str] = []
        await found.school.database.write(lambda c: _counted(c, found, seen))
        query = next(one for one in seen if "DISTINCT" in one)
        plan = await found.school.database.read(lambda c: _plan(c, query))
        assert "COVERING INDEX ix_notices_look (look_at<?)" in plan


async def test_few_queries_however_many_people(database_url: str) -> None:
    async with ground(database_url) as found:
        counts = []
        for number in (2, 60):
            await found.school.database.write(lambda c, n=number: _crowd(c, n))
            counted = await found.school.database.write(lambda c: _counted(c, found))
            counts.append(counted)
        assert counts[0] == counts[1] <= 14


def _crowd(connection, number: int) -> None:
    now, school = NOON, connection.execute(select(people.c.school_id)).scalar()
    for tg_id in range(5000 + number * 1000, 5000 + number * 1000 + number):
        row = {"school_id": school, "tg_id": tg_id, "state": "active", "language": "ru", "entered_at": now}
        person = connection.execute(insert(people).values(**row).returning(people.c.id)).scalar_one()
        told = Notice(person, f"draft:1:{tg_id}:{person}", Raw("x"), bundled=True)
        queue.put(connection, [queue.Queued(told, school, "x", ())], now)


def _plan(connection, query: str) -> str:
    raw = connection.connection.driver_connection
    return str(raw.execute(f"EXPLAIN QUERY PLAN {query}", (0,) * query.count("?")).fetchall())


def _counted(connection, found: Ground, seen: list[str] | None = None) -> int:
    seen = [] if seen is None else seen
    listener = lambda *args: seen.append(args[2])  # noqa: E731
    event.listen(connection, "before_cursor_execute", listener)
    parcels, following = service.deliver(StorageUnit(connection, NOON), 0)
    event.remove(connection, "before_cursor_execute", listener)
    assert parcels
    assert following is None
    return len(seen)


@pytest.mark.parametrize("kind", ["postgres"])
async def test_what_becomes_due_while_another_process_decides_is_not_a_second_message(
    request: pytest.FixtureRequest, kind: str, tmp_path: Path
) -> None:
    """The other one's message is not to be seen before it commits; so the person is its own until then."""
    url = await asyncio.to_thread(make_url_for, request, kind, tmp_path)
    async with ground(url) as found:
        await found.say(FIRST, 1)
        async with found.school.database.engine.connect() as connection, connection.begin():
            await connection.run_sync(lambda c: found.ticks()._page(NOON, 0, c))
            await found.say(FIRST, 2)
            await asyncio.wait_for(found.at(NOON), 5)
            assert await found.out() == [], "neither waited for nor doubled"
        await found.at(NOON)
        assert [m.text for m in await found.out()] == ["Напоминание 1"]
