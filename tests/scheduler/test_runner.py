"""The ticks: run on demand, in wall time, and a failing one stops nobody."""

from __future__ import annotations

import asyncio
from datetime import timedelta

import pytest
from prometheus_client import REGISTRY
from structlog.testing import capture_logs

from scheduler.jobs import Tick, ticks
from scheduler.runner import Runner


def _count(job: str, end: str) -> float:
    return REGISTRY.get_sample_value("bot_ticks_total", {"job": job, "end": end}) or 0.0


class Work:
    def __init__(self, error: Exception | None = None) -> None:
        self.times = 0
        self.error = error

    async def __call__(self) -> None:
        self.times += 1
        if self.error is not None:
            raise self.error


async def test_all_run_once_on_demand_in_their_order() -> None:
    done: list[str] = []

    def tick(name: str) -> Tick:
        async def work() -> None:
            done.append(name)

        return Tick(name, timedelta(hours=1), work)

    await Runner([tick("b"), tick("a")]).run_all()
    assert done == ["b", "a"]


async def test_one_that_fails_is_counted_and_stops_nobody() -> None:
    bad, good = Work(LookupError("Секретова")), Work()
    before = _count("bad", "failed"), _count("good", "done")
    with capture_logs() as events:
        await Runner([Tick("bad", timedelta(hours=1), bad), Tick("good", timedelta(hours=1), good)]).run_all()
    assert (bad.times, good.times) == (1, 1)
    assert (_count("bad", "failed"), _count("good", "done")) == (before[0] + 1, before[1] + 1)
    assert [(e["event"], e["error"]) for e in events] == [("tick.failed", "LookupError")]
    assert "Секретова" not in str(events)


async def test_a_cancelled_tick_is_not_taken_for_a_failure() -> None:
    with pytest.raises(asyncio.CancelledError):
        await Runner([Tick("x", timedelta(hours=1), Work(asyncio.CancelledError()))]).run_all()  # type: ignore[arg-type]


async def test_ticks_run_in_wall_time_and_stop() -> None:
    work = Work()
    runner = Runner([Tick("fast", timedelta(seconds=0.05), work)])
    runner.start()
    async with asyncio.timeout(5):
        while work.times < 3:
            await asyncio.sleep(0.01)
    runner.stop()
    await asyncio.sleep(0.05)
    seen = work.times
    await asyncio.sleep(0.2)
    assert work.times == seen


async def test_a_slow_tick_never_runs_twice_at_once() -> None:
    running, most = 0, 0

    async def slow() -> None:
        nonlocal running, most
        running += 1
        most = max(most, running)
        await asyncio.sleep(0.15)
        running -= 1

    runner = Runner([Tick("slow", timedelta(seconds=0.03), slow)])
    runner.start()
    await asyncio.sleep(0.5)
    runner.stop()
    assert most == 1


def test_the_ticks_are_few_and_have_names_of_their_own() -> None:
    found = ticks(*(Work() for _ in range(11)))
    assert len({tick.name for tick in found}) == len(found) <= 11
    assert all(tick.every >= timedelta(minutes=1) for tick in found)
