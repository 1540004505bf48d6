"""`/sandbox/…`: which path is answered by what, and refusals in words."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable
from urllib.parse import urlsplit

from aiohttp import web

from sandbox.errors import PeopleError
from sandbox.model import Json
from sandbox.people import hands, members, moment, speak, watch
from sandbox.people.press import press

Answer = Callable[[web.Request], Awaitable[Json]]
Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]
GETS: dict[str, Answer] = {
    "state": watch.state,
    "chats/{chat}/messages": watch.messages,
    "events": watch.events,
    "idle": watch.idle,
    "calls": watch.calls,
}
POSTS: dict[str, Answer] = {
    "bots": members.new_bot,
    "people": members.new_person,
    "groups": members.new_group,
    "member": members.member,
    "say": speak.say,
    "edit": speak.edit,
    "send-file": speak.send_file,
    "press": press,
    "vote": hands.vote,
    "react": hands.add_reaction,
    "share-chat": hands.share_chat,
    "topic": hands.new_topic,
    "clock": moment.move_clock,
    "faults": watch.faults,
    "inject": watch.inject,
}


def _reply(body: Json, status: int = 200) -> web.Response:
    text = json.dumps(body, ensure_ascii=False)
    return web.Response(body=text.encode("utf-8", "surrogatepass"), status=status, content_type="application/json")


def _same_origin(request: web.Request) -> None:
    """A page from elsewhere that is open in the same browser must not act for the people here."""
    origin = request.headers.get("Origin")
    if origin is not None and urlsplit(origin).netloc != request.host:
        raise PeopleError(403, "only this sandbox's own page may ask")


def _as_handler(answer: Answer) -> Handler:
    async def handle(request: web.Request) -> web.StreamResponse:
        try:
            _same_origin(request)
            return _reply(await answer(request))
        except PeopleError as error:
            return _reply({"error": error.words}, error.status)

    return handle


async def _file(request: web.Request) -> web.StreamResponse:
    try:
        return await watch.file(request)
    except PeopleError as error:
        return _reply({"error": error.words}, error.status)


def add_routes(app: web.Application) -> None:
    for path, answer in GETS.items():
        app.router.add_get(f"/sandbox/{path}", _as_handler(answer))
    for path, answer in POSTS.items():
        app.router.add_post(f"/sandbox/{path}", _as_handler(answer))
    app.router.add_get("/sandbox/files/{unique}", _file)
