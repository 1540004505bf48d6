"""The bot of a simulated year: the real one, in this process, and what is read of its database."""

from __future__ import annotations

import asyncio
from collections.abc import Collection, Mapping, Sequence
from datetime import UTC, datetime

from bot.app import App
from bot.config import Settings
from sandbox.door import Door
from sandbox.rest import quiet
from sandbox.world import World
from sandbox.year.ground import Meeting, Notice, Pair
from storage import rehearsal
from storage.engine import Database
from storage.unit import StorageUnit

START = 60.0  # seconds a bot may take to start
BLINK = 0.001
NO_TIME = datetime(1970, 1, 1, tzinfo=UTC)  # nothing that is read here goes by the clock


class Reader:
    """The year's questions to the database."""

    def __init__(self, database: Database) -> None:
        self.database = database
        self._accounts: dict[int, int] = {}

    async def accounts(self) -> dict[int, int]:
        if not self._accounts:
            self._accounts = await self.database.read(rehearsal.accounts)
        return self._accounts

    async def notices(self, since: datetime) -> Sequence[Notice]:
        known = await self.accounts()
        found = await self.database.read(lambda c: rehearsal.said(c, since))
        return [Notice(one.row, known[one.person_id], one.keys, one.created_at, one.sent_at) for one in found]

    async def meetings(self, ids: Collection[int] | None = None) -> Sequence[Meeting]:
        known = await self.accounts()
        return [_meeting(one, known) for one in await self.database.read(lambda c: rehearsal.held(c, ids))]

    async def pairs(self) -> Sequence[Pair]:
        known = await self.accounts()
        return await self.database.read(lambda c: _pairs(StorageUnit(c, NO_TIME), known))

    async def ladders(self) -> Mapping[int, int]:
        return await self.database.read(rehearsal.ladder_pairs)


def _meeting(one: rehearsal.Held, known: Mapping[int, int]) -> Meeting:
    coming, spoken = (frozenset(known[person] for person in side) for side in (one.coming, one.spoken))
    times = (one.at, one.start, one.end, one.ended_at)
    return Meeting(one.id, one.pair_id, one.state, one.revision, *times, coming=coming, spoken=spoken)


def _pairs(unit: StorageUnit, known: Mapping[int, int]) -> list[Pair]:
    found = []
    for school in unit.schools.all():
        for pair in unit.pairs.all(school.id, str(school.year_start.year)):
            people = tuple(known[person] for person in pair.people)
            pauses = tuple((pause.first, pause.until) for pause in pair.pauses)
            found.append(Pair(pair.id, people, pair.opened_at, pair.closed_at, pauses))
    return found


class OneProcess(Reader):
    """The bot beside the sandbox in this process; real HTTP between them."""

    def __init__(self, settings: Settings, world: World, group: asyncio.TaskGroup) -> None:
        super().__init__(Database(settings.database_url))
        self._settings = settings
        self._world = world
        self._group = group
        self._door = Door(f"http://{settings.ops_host}:{settings.ops_port}")
        self._app: App | None = None
        self._run: asyncio.Task[None] | None = None

    async def start(self) -> None:
        self._app = App(self._settings)
        self._run = self._group.create_task(self._app.run())
        async with asyncio.timeout(START):
            await self._app.ready.wait()

    async def stop(self) -> None:
        assert self._app is not None
        assert self._run is not None
        self._app.stopped.set()
        await self._run

    async def close(self) -> None:
        await self.stop()
        await self._door.close()
        await self.database.close()

    async def next(self) -> datetime | None:
        found = (await self._door.idle()).get("next_event")
        return datetime.fromisoformat(found) if found else None

    async def rest(self) -> None:
        assert self._app is not None
        while not (quiet(self._world) and await self._app.at_rest()):
            await asyncio.sleep(BLINK)

    async def restart(self) -> None:
        await self.stop()
        await self.start()
