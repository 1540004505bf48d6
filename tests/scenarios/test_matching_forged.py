"""Every press of selection and matching with rubbish, by everybody: always an answer, never a change."""

from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy import Table

import handlers
from handlers import acceptance, interviews
from handlers.routes import Routes
from storage.tables import acceptances, match_rules, match_runs, match_wishes, pair_endings, pairs
from storage.tables import interviews as kept
from tests.promises.bad_ground import calm, count, force, unpaced
from tests.scenarios.matching_ground import MENTORS, answered, cast, interview, menu
from tests.stage import Stage, stage

__all__ = ["unpaced"]
RUBBISH = ("", "0", "-1", "999999999999999999", "x", "1:1", "1:2:0", "1:1:1:1", "7:0:5:8:open", "t:0:0", "9" * 40)
WATCHED: tuple[Table, ...] = (acceptances, kept, match_rules, match_runs, match_wishes, pair_endings, pairs)


def ours() -> list[str]:
    """The presses of these rooms; those that only start a run anew are left to the other tests."""
    found = Routes()
    for area in (
        interviews,
        acceptance,
        *(a for a in handlers.AREAS if a.__name__.startswith("handlers.matching")),
    ):
        area.register(found)
    return sorted(set(found.presses) - {"ma.go", "ma.take", "an.go"})


async def state(found: Stage) -> dict[str, Any]:
    return {table.name: await count(found, table) for table in WATCHED}


@pytest.mark.slow
async def test_rubbish_is_answered_and_changes_nothing(sqlite_url: str, caplog: pytest.LogCaptureFixture) -> None:
    with calm(caplog):
        async with stage(sqlite_url) as found:
            people = await cast(found)
            await answered(found, people, "потише")
            await interview(found, people.director, MENTORS[0])
            await menu(found, people.curator, "Подбор пар", "Подобрать пары")
            before = await state(found)
            for person in (people.mentees[0], people.director, people.curator):
                rubbish = RUBBISH if person == people.curator else RUBBISH[3:7]
                for route in ours():
                    for data in rubbish:
                        await force(found, person, f"{route}:{data}"[:64])
                await found.people.rest()
            assert await state(found) == before
