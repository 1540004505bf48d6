"""The school's clock, moved by people or by itself."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta

from aiohttp import web

from sandbox.door import Door
from sandbox.errors import PeopleError
from sandbox.model import Json
from sandbox.people.asked import Asked, from_body
from sandbox.rest import wait_idle
from sandbox.world import World

DOOR = web.AppKey("door", Door)
MOVING = web.AppKey("moving", asyncio.Lock)
REST = 60.0


async def move_clock(request: web.Request) -> Json:
    """Returns when everything then due was handled."""
    asked, door = await from_body(request), request.app[DOOR]
    async with request.app[MOVING]:
        to = await _target(asked, door)
        if to is None:
            return {"now": asked.world.clock.iso(), "moved": False}
        await move(asked.world, door, to)
        if door.url is not None:
            await wait_idle(asked.world, door, REST, stable=0)
    return {"now": asked.world.clock.iso(), "moved": True}


async def move(world: World, door: Door, to: datetime) -> None:
    """The sandbox first, so that what the bot sends on the way carries the new date."""
    world.clock.move(to)
    world.changes.state()
    await door.move(to)


async def _target(asked: Asked, door: Door) -> datetime | None:
    fields = asked.fields
    if "to" in fields:
        return _moment(fields["to"])
    if "by" in fields:
        return _later(asked)
    if fields.get("next") == "event":
        return await _next_event(asked.world, door)
    raise PeopleError(400, "to (ISO time), by (seconds) or next (event) is missing")


def _later(asked: Asked) -> datetime:
    seconds = asked.seconds("by", 0)
    if seconds < 0:
        raise PeopleError(400, "time never moves backwards")
    try:
        return asked.world.clock.now() + timedelta(seconds=seconds)
    except (OverflowError, ValueError) as error:
        raise PeopleError(400, "by is too large") from error


def _moment(value: object) -> datetime:
    try:
        moment = datetime.fromisoformat(str(value))
    except ValueError as error:
        raise PeopleError(400, "a time must be ISO 8601, such as 2026-09-01T09:00:00+03:00") from error
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


async def _next_event(world: World, door: Door) -> datetime | None:
    """An event already due is handled by a move to this very moment."""
    event = (await door.idle()).get("next_event")
    return max(_moment(event), world.clock.now()) if event else None


async def run_fast(world: World, door: Door, lock: asyncio.Lock) -> None:
    """With --speed N every second of wall time is N seconds of the school's."""
    while True:
        await asyncio.sleep(1)
        async with lock:
            to = world.clock.now() + timedelta(seconds=world.clock.speed - 1)
            try:
                await move(world, door, to)
            except PeopleError:
                # The bot is away; the clock goes on and the bot catches up when it is back.
                continue
