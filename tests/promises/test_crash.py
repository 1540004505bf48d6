"""The bot is killed at random moments of the first day, and nobody notices more than a message said twice.

`CRASH_KILLS=200` is the whole; the suite makes a cut of it. `CRASH_SEED` chooses other moments.
"""

from __future__ import annotations

import asyncio
import os
import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import make_url_for
from tests.promises.crash_ground import Mother, Outcome, ground, outcome, school, walk_on
from tests.promises.digest import differences

KILLS = int(os.environ.get("CRASH_KILLS", "5"))
SEED = int(os.environ.get("CRASH_SEED", "20260901"))


@pytest.fixture(scope="module")
def mother(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Mother]:
    found = Mother(tmp_path_factory.mktemp("mother") / "log")
    yield found
    found.close()


@pytest.fixture(scope="module")
def calm(mother: Mother, tmp_path_factory: pytest.TempPathFactory) -> Outcome:
    """The same walk without a kill."""
    url = f"sqlite+aiosqlite:///{tmp_path_factory.mktemp('calm')}/test.db"
    return asyncio.run(_walked(mother, url, []))


async def _walked(mother: Mother, database_url: str, moments: list[int], mode: str = "polling") -> Outcome:
    """The walk with a kill soon after each of these moves."""
    token = await school(database_url)
    with ground(mother, database_url, mode) as found:
        return await outcome(database_url, found, *walk_on(found, token, moments, SEED))


@pytest.fixture(params=["sqlite-polling", "postgres-polling", "sqlite-webhook"])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> tuple[str, str]:
    """Where the answers are kept and how updates come in."""
    kind, mode = request.param.split("-")
    return make_url_for(request, kind, tmp_path), mode


@pytest.mark.slow
@pytest.mark.timeout(180 + 12 * KILLS)
async def test_a_killed_bot_goes_on_where_it_was(mother: Mother, calm: Outcome, place: tuple[str, str]) -> None:
    assert (calm.kills, calm.retries, calm.state["waiting"]) == (0, 0, [])
    order = random.Random(SEED)
    moments = sorted(order.randrange(calm.moves) for _ in range(KILLS))
    killed = await _walked(mother, place[0], moments, place[1])
    twice, lost = killed.said - calm.said, calm.said - killed.said
    figures = (
        f"{killed.kills} kills, {twice.total()} said twice, {killed.seconds:.0f} s ({calm.seconds:.0f} s calm)"
    )
    print(figures)
    assert killed.kills >= KILLS * 0.9, figures
    assert differences(calm.state, killed.state) == [], figures
    assert killed.answers == calm.answers, "nobody was asked again what they had answered"
    assert killed.retries == 0, "nothing that was pressed or typed was lost"
    assert not lost, "nothing that had to be said was lost"
    assert twice.total() <= killed.kills, twice
