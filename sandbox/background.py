"""What runs beside the requests: deliveries to webhooks and the fast clock, all in one task group."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Coroutine
from typing import Any

import aiohttp
from aiohttp import web

from sandbox.api import WORLD, perform
from sandbox.people.moment import DOOR, MOVING, run_fast
from sandbox.webhook import Delivery, Spawn
from sandbox.world import World


async def background(app: web.Application) -> AsyncIterator[None]:
    """Opened with the application and closed with it; its tasks never raise."""
    world = app[WORLD]
    async with asyncio.TaskGroup() as group, aiohttp.ClientSession() as session:
        tasks: set[asyncio.Task[None]] = set()

        def spawn(work: Coroutine[Any, Any, None]) -> None:
            task = group.create_task(work)
            tasks.add(task)
            task.add_done_callback(tasks.discard)

        spawn(_deliveries(world, session, spawn))
        if world.clock.speed > 1:
            spawn(run_fast(world, app[DOOR], app[MOVING]))
        yield
        for task in list(tasks):
            task.cancel()
    await app[DOOR].close()


async def _deliveries(world: World, session: aiohttp.ClientSession, spawn: Spawn) -> None:
    """One loop for every bot, those that come later too."""
    known: set[int] = set()
    while True:
        for bot in world.bots.values():
            if bot.id not in known:
                known.add(bot.id)
                spawn(Delivery(world, bot, session, perform).run(spawn))
        await world.bots_changed.wait()
        world.bots_changed.clear()
