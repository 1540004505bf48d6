"""The operator's door on the loopback: /healthz, /readyz, /metrics, and for rehearsals /clock and /idle."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime

from aiohttp import web
from prometheus_client import CONTENT_TYPE_LATEST, generate_latest

from bot.telegram.metrics import WAITING


@dataclass(frozen=True, slots=True)
class Idle:
    """Whether nothing waits; `next_event` is when something held back may leave."""

    idle: bool
    pending: int
    next_event: datetime | None


@dataclass(frozen=True, slots=True)
class Doors:
    ready: Callable[[], Awaitable[bool]]
    idle: Callable[[], Awaitable[Idle]]
    move: Callable[[datetime], Awaitable[None]]


def application(doors: Doors, *, rehearsal: bool) -> web.Application:
    app = web.Application()

    async def healthz(_request: web.Request) -> web.Response:
        return web.json_response({"ok": True})

    async def readyz(_request: web.Request) -> web.Response:
        ready = await doors.ready()
        return web.json_response({"ready": ready}, status=200 if ready else 503)

    async def metrics(_request: web.Request) -> web.Response:
        WAITING.labels("all").set((await doors.idle()).pending)
        return web.Response(body=generate_latest(), headers={"Content-Type": CONTENT_TYPE_LATEST})

    app.router.add_get("/healthz", healthz)
    app.router.add_get("/readyz", readyz)
    app.router.add_get("/metrics", metrics)
    if rehearsal:
        _rehearsal(app, doors)
    return app


def _rehearsal(app: web.Application, doors: Doors) -> None:
    async def idle(_request: web.Request) -> web.Response:
        found = await doors.idle()
        moment = found.next_event.isoformat() if found.next_event else None
        return web.json_response({"idle": found.idle, "pending": found.pending, "next_event": moment})

    async def clock(request: web.Request) -> web.Response:
        try:
            to = datetime.fromisoformat((await request.json())["now"])
        except (ValueError, KeyError, TypeError):
            return web.json_response({"error": "now must be an ISO moment"}, status=400)
        if to.tzinfo is None:
            return web.json_response({"error": "now needs a zone"}, status=400)
        await doors.move(to)
        return web.json_response({"ok": True})

    app.router.add_get("/idle", idle)
    app.router.add_post("/clock", clock)
