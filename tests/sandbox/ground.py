"""A sandbox of a test's own, and short ways to speak with both its sides over HTTP."""

from __future__ import annotations

from contextlib import asynccontextmanager
from typing import Any

import aiohttp
from aiohttp import web

from sandbox.api import WORLD
from sandbox.options import Options
from sandbox.people.moment import DOOR
from sandbox.server import make_app

TOKEN = "1000001:sandbox-demo-token"
BOT = 1000001
CURATOR, DIRECTOR, MENTOR, MENTEE, NEWCOMER = 2000001, 2000002, 2000004, 2000007, 2000011
GROUP = -4000001


class Ground:
    def __init__(self, base, http, app):
        self.base, self.http, self.app, self.offsets = base, http, app, {}
        self.world, self.door = app[WORLD], app[DOOR]

    async def raw(self, method, token=TOKEN, **params) -> tuple[int, dict[str, Any]]:
        """A Bot API call with JSON: the HTTP status and the whole answer."""
        async with self.http.post(f"{self.base}/bot{token}/{method}", json=params) as got:
            return got.status, await got.json()

    async def call(self, method, token=TOKEN, **params):
        status, answer = await self.raw(method, token, **params)
        assert status == 200, answer
        return answer["result"]

    async def refused(self, method, token=TOKEN, **params) -> str:
        """The description of a call that must fail."""
        status, answer = await self.raw(method, token, **params)
        assert status == answer["error_code"], answer
        return f"{status} {answer['description']}"

    async def form(self, method, form, token=TOKEN):
        async with self.http.post(f"{self.base}/bot{token}/{method}", data=form) as got:
            return await got.json()

    async def post(self, path, status=200, **body):
        async with self.http.post(f"{self.base}/sandbox/{path}", json=body) as got:
            answer = await got.json()
            assert got.status == status, answer
            return answer

    async def get(self, path, status=200, **query):
        async with self.http.get(f"{self.base}/sandbox/{path}", params=query) as got:
            answer = await got.json()
            assert got.status == status, answer
            return answer

    async def say(self, text, person=CURATOR, chat=None, **more) -> int:
        answer = await self.post("say", person=person, chat=person if chat is None else chat, text=text, **more)
        return answer["message"]

    async def seen(self, person=CURATOR, chat=None):
        found = await self.get(f"chats/{person if chat is None else chat}/messages", **{"as": person})
        return found["messages"]

    async def updates(self, token=TOKEN):
        """All that waits, confirmed by the next question. With nothing waiting none is asked: it would be held up."""
        if not self.world.tokens[token].queue.items:
            return []
        found = await self.call("getUpdates", token, offset=self.offsets.get(token, 0))
        if found:
            self.offsets[token] = found[-1]["update_id"] + 1
            found += await self.updates(token)
        return found

    async def friend(self, person=CURATOR, token=TOKEN) -> int:
        """The person has started the bot, and the bot has been told."""
        await self.say("/start", person)
        await self.updates(token)
        return person

    async def in_group(self, promoted=False) -> int:
        await self.post("member", chat=GROUP, do="add_bot", person=CURATOR)
        if promoted:
            await self.post("member", chat=GROUP, do="promote_bot")
        await self.updates()
        return GROUP


@asynccontextmanager
async def served(app):
    """The application on a free port, and its address."""
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    try:
        yield f"http://127.0.0.1:{runner.addresses[0][1]}"
    finally:
        await runner.cleanup()


@asynccontextmanager
async def grounds(**options):
    app = make_app(Options(**{"limits": "off", **options}))
    async with served(app) as base, aiohttp.ClientSession() as http:
        yield Ground(base, http, app)
