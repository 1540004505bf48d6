"""The only importer of APScheduler: runs the ticks in wall time, in memory, and on demand when the clock moves."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import UTC, datetime

import structlog
from apscheduler.events import EVENT_JOB_MISSED, JobExecutionEvent
from apscheduler.schedulers.asyncio import AsyncIOScheduler
from prometheus_client import Counter

from scheduler.jobs import Tick

log = structlog.get_logger()
TICKS = Counter("bot_ticks_total", "Ticks by job and end", ["job", "end"])
# The library's one second drops a tick whenever the machine is busy for a moment.
GRACE_SECONDS = 300
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


class Runner:
    def __init__(self, ticks: Iterable[Tick]) -> None:
        self._ticks = tuple(ticks)
        self._scheduler = AsyncIOScheduler(timezone="UTC")

    def start(self) -> None:
        for tick in self._ticks:
            self._scheduler.add_job(
                self._run,
                "interval",
                seconds=tick.every.total_seconds(),
                args=[tick],
                id=tick.name,
                coalesce=True,
                max_instances=1,
                misfire_grace_time=GRACE_SECONDS,
            )
        self._scheduler.add_listener(_missed, EVENT_JOB_MISSED)
        self._scheduler.start()

    async def run_all(self) -> None:
        """Every tick once, now: after a start and after the clock was moved."""
        for tick in self._ticks:
            await self._run(tick)

    async def run_passed(self, before: datetime, to: datetime, names: Collection[str] | None) -> None:
        """For rehearsals: once each of `names`, or of all, with a point of its grid (in UTC) after `before` and
        not after `to`.
        """
        for tick in self._ticks:
            if names is not None and tick.name not in names:
                continue
            if (to - _EPOCH) // tick.every > (before - _EPOCH) // tick.every:
                await self._run(tick)

    async def _run(self, tick: Tick) -> None:
        try:
            await tick.work()
        except Exception as error:
            TICKS.labels(tick.name, "failed").inc()
            log.error("tick.failed", job=tick.name, error=type(error).__name__)
        else:
            TICKS.labels(tick.name, "done").inc()

    def stop(self) -> None:
        if self._scheduler.running:
            self._scheduler.shutdown(wait=False)


def _missed(event: JobExecutionEvent) -> None:
    TICKS.labels(event.job_id, "missed").inc()
    log.warning("tick.missed", job=event.job_id)
