"""A simulated year in the tests: shorter, on any database, with a fault planted where one is wanted."""

from __future__ import annotations

from datetime import date, timedelta

from bot.cli.simulate_stage import Plan, play
from sandbox.year.drive import Year

FIRST = date(2026, 8, 1)


async def lived(
    url: str, *, people: int = 8, weeks: int = 6, seed: int = 1, step: timedelta | None = None, restarts: int = 2
) -> Year:
    return await play(Plan(people, FIRST, weeks, seed, step=step, restarts=restarts), url)


def names(year: Year) -> set[str]:
    return {one["name"] for one in year.checks.violations}
