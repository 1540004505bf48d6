"""Every update of the first day comes twice, and people's steps come in any order: the same school at the end."""

from __future__ import annotations

import asyncio
import os
import random
from dataclasses import dataclass
from pathlib import Path

import pytest
from sqlalchemy import func, select

from bot.telegram.metrics import RECEIVED
from sandbox.walk.journey import Walk, run
from sandbox.walk.wire import Sandbox
from storage.tables import inbox
from tests.conftest import make_url_for
from tests.promises.digest import Digest, differences, digest
from tests.scenarios.first_day import without_pacing
from tests.stage import Stage, stage

ALL = 100_000
SEED = int(os.environ.get("TWICE_SEED", "20260901"))


@dataclass(frozen=True, slots=True)
class Ended:
    """The school after the walk; how many updates there were and how many times one was delivered."""

    state: Digest
    updates: int
    delivered: float


async def _walked(
    database_url: str, mode: str = "polling", *, twice: bool = False, seed: int | None = None
) -> Ended:
    before = _received(mode)
    async with stage(database_url, mode=mode) as found:
        token = await found.school()
        if twice:
            await found.people.post("faults", kind="duplicate_update", times=ALL)
        walk = Walk(Sandbox(found.people.base), order=None if seed is None else random.Random(seed))
        await asyncio.to_thread(run, walk, token)
        walk.sandbox.close()
        await found.people.rest()
        updates = await _updates(found)
    assert walk.story.retries == 0
    return Ended(await digest(database_url), updates, _received(mode) - before)


def _received(mode: str) -> float:
    return float(RECEIVED.labels(mode)._value.get())


async def _updates(found: Stage) -> int:
    assert found.app is not None
    count = select(func.count()).select_from(inbox)
    return await found.app.database.read(lambda c: c.execute(count).scalar_one())


@pytest.mark.slow
@pytest.mark.parametrize("place", ["sqlite-polling", "postgres-webhook"])
async def test_every_update_twice_and_people_in_any_order(
    request: pytest.FixtureRequest, place: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The order of the people is another one in each run; what one of them does stays in its own order."""
    without_pacing(monkeypatch)
    kind, mode = place.split("-")
    once = await _walked(f"sqlite+aiosqlite:///{tmp_path}/once.db")
    assert (once.state["waiting"], once.delivered) == ([], once.updates)
    url = await asyncio.to_thread(make_url_for, request, kind, tmp_path)
    twice = await _walked(url, mode, twice=True, seed=SEED)
    assert twice.delivered == 2 * twice.updates
    assert differences(once.state, twice.state) == []


async def test_a_digest_tells_two_schools_apart(sqlite_url: str, tmp_path: Path) -> None:
    """What the comparison above stands on: one answer more or less is a difference."""
    other = f"sqlite+aiosqlite:///{tmp_path}/other.db"
    async with stage(sqlite_url) as found, stage(other) as same:
        await found.curator()
        curator = await same.curator()
        await same.people.say(curator, "/menu")
        assert differences(await digest(sqlite_url), await digest(other)) == []
        await same.people.press(curator, "Ещё")
        await same.people.press(curator, "Мои данные")
        await same.people.press(curator, "Отозвать согласие")
        await same.people.press(curator, "Да, отозвать")
        assert differences(await digest(sqlite_url), await digest(other)) != []
