"""Sandbox, school, robots and bot of a simulated year, put together."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from random import Random

import aiohttp
from aiohttp import web

from bot.cli.demo import TOKEN, free_port
from bot.cli.simulate import first_moment, last_moment
from bot.cli.simulate_fleet import Fleet
from bot.cli.simulate_ground import OneProcess
from bot.cli.simulate_roadmap import check as check_roadmap
from bot.cli.simulate_school import Cast, found_school
from bot.config import Settings
from bot.logs import configure
from bot.telegram.render import Renderer
from locales import Locales
from mentoring.people.entrance import DEFAULT_ZONE
from sandbox.api import WORLD
from sandbox.options import Options
from sandbox.people.moment import DOOR
from sandbox.server import make_app
from sandbox.world import World
from sandbox.year.checks import Checks, Overdue
from sandbox.year.clock import StillClock
from sandbox.year.diary import Cast as Ways
from sandbox.year.diary import diary
from sandbox.year.drive import LANES, Year
from sandbox.year.messenger import Messenger
from sandbox.year.robot import Robot
from sandbox.year.school import School
from storage.engine import Database

RESTARTS = 6  # a year
CLOSING = timedelta(weeks=6)  # the last weeks bring nothing new, so that everything can end


@dataclass(frozen=True, slots=True)
class Plan:
    """`step`: stop at every such point of time, due or not: for proofs."""

    people: int
    first: date
    weeks: int
    seed: int
    processes: int = 1
    step: timedelta | None = None
    zone: str = DEFAULT_ZONE
    restarts: int = RESTARTS

    @property
    def start(self) -> datetime:
        return first_moment(self.first, self.zone)

    @property
    def end(self) -> datetime:
        return last_moment(self.first, self.weeks, self.zone)

    @property
    def closes(self) -> date:
        """From this day on nobody begins anything new."""
        return (self.end - min(CLOSING, (self.end - self.start) / 3)).date()


async def play(plan: Plan, url: str) -> Year:
    door = free_port()
    app = make_app(Options(seed="empty", bot_door=f"http://127.0.0.1:{door}", limits="off"))
    app[WORLD].clock = StillClock(plan.start)
    async with _serving(app) as base, aiohttp.ClientSession() as session, asyncio.TaskGroup() as group:
        messenger = Messenger(base, session)
        cast = await _gather(messenger, app[WORLD], plan)
        settings = _settings(url, base, door)
        configure(settings)
        await _school(url, cast, plan)
        ground = _ground(plan, settings, app[WORLD], group)
        await ground.start()
        try:
            await ground.rest()
            year = _year(plan, ground, app, messenger, cast)
            await year.run()
            await check_roadmap(ground, year)
        finally:
            await ground.close()
    return year


def _ground(plan: Plan, settings: Settings, world: World, group: asyncio.TaskGroup) -> OneProcess | Fleet:
    if plan.processes == 1:
        return OneProcess(settings, world, group)
    return Fleet(settings.database_url, settings.bot_api, settings.ops_port, world, plan.processes)


@asynccontextmanager
async def _serving(app: web.Application) -> AsyncIterator[str]:
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.2)
    await runner.setup()
    try:
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        yield f"http://127.0.0.1:{runner.addresses[0][1]}"
    finally:
        await runner.cleanup()


def _settings(url: str, base: str, door: int) -> Settings:
    from pydantic import SecretStr

    return Settings(
        _env_file=None,  # type: ignore[call-arg]
        bot_token=SecretStr(TOKEN),
        bot_api=base,
        database_url=url,
        ops_port=door,
        rehearsal=True,
        clock_stands=True,
        sender_paced=False,
        log_level="WARNING",
    )


async def _gather(messenger: Messenger, world: World, plan: Plan) -> Cast:
    """Accounts that have opened the bot's chat: nobody else can be written to."""
    found = [await messenger.newcomer(f"Robot {number}") for number in range(plan.people + 3)]
    for account in found:
        world.people[account].started.add(world.first_bot().id)
    half = plan.people // 2
    return Cast(found[:3], found[3 : 3 + half], found[3 + half :])


async def _school(url: str, cast: Cast, plan: Plan) -> None:
    database = Database(url)
    try:
        await found_school(database, Renderer(Locales()), cast, plan.start)
    finally:
        await database.close()


def _robots(plan: Plan, cast: Cast) -> list[Robot]:
    """Those of one pair are in different lanes, staff in the last."""
    lanes = dict.fromkeys(cast.staff, LANES[-1])
    for mentors, mentees in cast.pairs():
        lanes |= {account: lane for lane, account in enumerate((*mentors, *mentees))}
    made = [
        Robot(number, account, role.value, lanes[account], plan.seed, plan.zone, plan.closes)
        for number, (account, role) in enumerate(cast.roles())
    ]
    for robot in made:
        robot.settle_in(plan.first)
    return made


def _year(plan: Plan, ground: OneProcess | Fleet, app: web.Application, messenger: Messenger, cast: Cast) -> Year:
    robots = _robots(plan, cast)
    school = School(plan.zone, plan.first)
    checks = Checks(school)
    mentors, mentees = ([one for one in robots if one.role == role] for role in ("mentor", "mentee"))
    numbers = range(1, len(cast.pairs()) + 1)
    ways = Ways(robots[0], mentors[0], mentees[-1], mentees[1], mentors[1], pairs=numbers)
    entries = diary(plan.first, school, ways)
    span = (plan.end - plan.start) / (plan.restarts + 1)
    odd = Random(f"{plan.seed}:breaks")
    breaks = [plan.start + span * (number + odd.uniform(0.2, 0.8)) for number in range(plan.restarts)]
    return Year(
        ground, app[WORLD], app[DOOR], messenger, robots, checks, Overdue(checks), entries, plan.start, plan.end,
        breaks=breaks, step=plan.step,
    )  # fmt: skip
