"""The other way in: Telegram posts updates here. Answered 200 only once the update is in the inbox."""

from __future__ import annotations

import hmac
import json
from collections.abc import Callable
from datetime import datetime

from aiohttp import web

from bot.nursery import Bell
from bot.telegram.metrics import RECEIVED
from bot.telegram.receiver import arrived
from storage import inbox
from storage.engine import Database

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 - the header's name
LIMIT = 1024 * 1024


def application(
    database: Database, now: Callable[[], datetime], bell: Bell, path: str, secret: str
) -> web.Application:
    """Without the right secret a request changes nothing; where it claims to come from is not believed at all."""

    async def take(request: web.Request) -> web.Response:
        given = request.headers.get(SECRET_HEADER, "")
        if not hmac.compare_digest(given.encode(), secret.encode()):
            return web.Response(status=401)
        try:
            update = arrived(json.loads(await request.read()))
        except (ValueError, RecursionError):
            update = None
        if update is not None:
            await database.write(lambda c: inbox.store(c, [update], now()))
            RECEIVED.labels("webhook").inc()
            bell.ring()
        return web.Response()

    app = web.Application(client_max_size=LIMIT)
    app.router.add_post(path, take)
    return app
