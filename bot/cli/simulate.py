"""`simulate`: a school's year in a minute, by robots, all that was said is checked; no token, no network."""

from __future__ import annotations

import argparse
import asyncio
import gc
import json
import sys
import tempfile
import time as stopwatch
from collections.abc import Coroutine
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from bot.cli.refused import Refused

LEAST, MOST = 4, 200  # teachers
WEEKS = 52
MEMORY = Path("/dev/shm")  # noqa: S108 - a year that is thrown away need not reach the disk
SWITCH = 0.0005  # seconds: the database's thread and the loop's hand over to each other all the time


def simulate(args: argparse.Namespace) -> int:
    """One JSON line; exit 0 whether or not something was found: what was found is the answer."""
    _check(args)
    with tempfile.TemporaryDirectory(prefix="year-", dir=MEMORY if MEMORY.is_dir() else None) as folder:
        url = args.database or f"sqlite+aiosqlite:///{folder}/year.db"
        began = stopwatch.perf_counter()
        found = _run(_simulated(args, url))
    print(json.dumps({**found, "seconds": round(stopwatch.perf_counter() - began, 1)}), flush=True)
    return 0


def _run(work: Coroutine[Any, Any, dict[str, Any]]) -> dict[str, Any]:
    """On uvloop where there is one, as the bot itself."""
    sys.setswitchinterval(SWITCH)
    gc.disable()  # a year leaves little behind, and its end frees all of it
    try:
        import uvloop
    except ImportError:
        return asyncio.run(work)
    return uvloop.run(work)


def _check(args: argparse.Namespace) -> None:
    if not LEAST <= args.people <= MOST or args.people % 2:
        raise Refused(f"--people is an even number from {LEAST} to {MOST}: half mentors, half mentees.")
    if not 2000 <= args.year <= 2100:
        raise Refused("--year is the calendar year in which the school year begins, such as 2026.")
    if not 1 <= args.weeks <= WEEKS:
        raise Refused(f"--weeks is from 1 to {WEEKS}.")
    if args.processes < 1 or (args.processes > 1 and not (args.database or "").startswith("postgresql")):
        raise Refused("--processes above 1 needs --database postgresql+asyncpg://…, an empty one.")


async def _simulated(args: argparse.Namespace, url: str) -> dict[str, Any]:
    from bot.cli import simulate_stage as stage

    plan = stage.Plan(
        people=args.people,
        first=date(args.year, 8, 1),
        weeks=args.weeks,
        seed=args.seed,
        processes=args.processes,
    )
    year = await stage.play(plan, url)
    return {
        "events": year.events,
        "messages": year.log.messages,
        "violations": year.checks.violations,
        "log_sha256": year.log.sha256(),
        "restarts": year.restarts,
        "hops": year.hops,
    }


def first_moment(first: date, zone: str) -> datetime:
    return datetime.combine(first, time(9), ZoneInfo(zone)).astimezone(UTC)


def last_moment(first: date, weeks: int, zone: str) -> datetime:
    """The end of the school year, or of so many weeks."""
    whole = date(first.year + 1, 8, 1)
    last = whole if weeks == WEEKS else first + timedelta(weeks=weeks)
    return datetime.combine(last, time(0), ZoneInfo(zone)).astimezone(UTC)
