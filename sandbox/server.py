"""The whole sandbox as one aiohttp application."""

from __future__ import annotations

import asyncio
from pathlib import Path

from aiohttp import web

from sandbox import api
from sandbox.background import background
from sandbox.door import Door
from sandbox.options import Options
from sandbox.people import routes
from sandbox.people.moment import DOOR, MOVING
from sandbox.seed import plant
from sandbox.world import World

PAGE = Path(__file__).with_name("page")


def make_app(options: Options) -> web.Application:
    """State in memory only: a new application is a new world."""
    app = web.Application(client_max_size=api.MAX_BODY)
    world = World(options)
    plant(world)
    app[api.WORLD] = world
    app[DOOR] = Door(options.bot_door)
    app[MOVING] = asyncio.Lock()
    api.add_routes(app)
    routes.add_routes(app)
    add_page(app)
    app.cleanup_ctx.append(background)
    return app


def add_page(app: web.Application) -> None:
    app.router.add_get("/", _index)
    app.router.add_static("/page", PAGE)


async def _index(_request: web.Request) -> web.StreamResponse:
    return web.FileResponse(PAGE / "index.html", headers={"Cache-Control": "no-cache"})
