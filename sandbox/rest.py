"""Whether everything is at rest: no update waits, no call is open, the bot itself has nothing to do."""

from __future__ import annotations

import asyncio

from sandbox.clock import monotonic
from sandbox.door import Door
from sandbox.world import World

STEP = 0.03
STABLE = 0.05


def quiet(world: World) -> bool:
    """As far as this side can see."""
    return world.calls.open == 0 and not any(
        bot.queue.items and (bot.webhook is not None or bot.queue.polled()) for bot in world.bots.values()
    )


async def wait_idle(world: World, door: Door, timeout: float, stable: float = STABLE) -> bool:
    """True once it was at rest for `stable` seconds, seen twice with nothing said between; False after `timeout`.

    With `stable` 0 the bot's own word is enough: after a move of its clock it knows best.
    """
    until = monotonic() + timeout
    since: float | None = None
    seen = -1
    while True:
        still = quiet(world) and (await door.idle()).get("idle") is True and quiet(world)
        mark = world.calls.last + world.changes.seq
        if not still or mark != seen or since is None:
            since, seen = (monotonic() if still else None), mark
        elif since is not None and monotonic() - since >= stable:
            return True
        if monotonic() >= until:
            return False
        await asyncio.sleep(min(STEP, stable) if still else STEP)
