"""Looking on: the state, messages, changes, calls; and the troubles people order."""

from __future__ import annotations

from aiohttp import web

from sandbox.api import WORLD
from sandbox.errors import PeopleError
from sandbox.faults import GARBAGE, UPDATE_KINDS, Fault
from sandbox.model import Json
from sandbox.people.asked import Asked, from_body, from_query
from sandbox.people.moment import DOOR
from sandbox.people.shown import bot_json, chat_line, person_json, seen_message
from sandbox.rest import quiet, wait_idle

MAX_WAIT, MAX_REST = 60.0, 3600.0
MAX_TIMES = 100_000
INLINE = frozenset(("image/png", "image/jpeg", "image/gif", "image/webp", "audio/ogg", "audio/mpeg", "video/mp4"))


async def state(request: web.Request) -> Json:
    world = request.app[WORLD]
    chats = [*world.groups.values(), *(chat for chat in world.private.values() if chat.messages)]
    return {
        "people": [person_json(world, person) for person in world.people.values()],
        "chats": [chat_line(world, chat) for chat in chats if chat.migrated_to is None],
        "bots": [bot_json(bot) for bot in world.bots.values()],
        "clock": {"now": world.clock.iso(), "speed": world.clock.speed},
        "idle": quiet(world),
        "last_call": world.calls.last,
        "seq": world.changes.seq,
    }


async def messages(request: web.Request) -> Json:
    asked = from_query(request)
    asked.fields["chat"] = request.match_info["chat"]
    person = asked.person("as")
    chat, after = asked.chat(person), asked.number("after", 0)
    shown = [seen_message(asked.world, one, person) for one in chat.messages.values() if one.id > after]
    pinned = chat.pinned[-1] if chat.pinned else None
    return {"chat": chat.id, "messages": shown, "seq": asked.world.changes.seq, "pinned": pinned}


async def events(request: web.Request) -> Json:
    asked = from_query(request)
    after = asked.number("after", 0)
    changes = asked.world.changes
    await changes.wait(after, min(asked.seconds("timeout", 25), MAX_WAIT))
    return {"seq": changes.seq, "chats": changes.since(after), "state": changes.state_seq > after}


async def idle(request: web.Request) -> Json:
    asked = from_query(request)
    return {"idle": await wait_idle(asked.world, request.app[DOOR], min(asked.seconds("timeout", 10), MAX_REST))}


async def calls(request: web.Request) -> Json:
    asked = from_query(request)
    log = asked.world.calls
    return {"calls": log.since(asked.number("after", 0)), "last": log.last}


async def faults(request: web.Request) -> Json:
    asked = await from_body(request)
    fault = Fault(str(asked.need("kind")), min(asked.number("times", 1), MAX_TIMES))
    fault.method = asked.text("method") or None
    fault.bot = asked.bot().id if asked.fields.get("bot") else None
    fault.retry_after = asked.number("retry_after", 1)
    fault.seconds = asked.seconds("seconds", 60)
    if fault.kind in UPDATE_KINDS:
        _spoil_updates(asked, fault)
    else:
        asked.world.faults.add(fault)
    return {"ok": True}


def _spoil_updates(asked: Asked, fault: Fault) -> None:
    queue = asked.bot().queue
    if fault.kind == "duplicate_update":
        queue.doubles += fault.left
        return
    for _ in range(fault.left):
        queue.push(GARBAGE, asked.world.clock.unix())


async def inject(request: web.Request) -> Json:
    """A raw update as it is, with the next update_id."""
    asked = await from_body(request)
    update = asked.need("update")
    if not isinstance(update, dict):
        raise PeopleError(400, "update must be an object")
    queue = asked.bot().queue
    number = queue.next_id
    queue.push({name: value for name, value in update.items() if name != "update_id"}, asked.world.clock.unix())
    return {"update_id": number}


async def file(request: web.Request) -> web.StreamResponse:
    """Pictures and sounds may be shown; anything else is only ever saved, so that a file cannot act as a page."""
    found = request.app[WORLD].files.get(request.match_info["unique"])
    if found is None:
        raise PeopleError(404, "there is no such file")
    headers = {"X-Content-Type-Options": "nosniff", "Cache-Control": "private, max-age=3600"}
    if found.mime not in INLINE:
        headers["Content-Disposition"] = "attachment"
    return web.Response(body=found.data, content_type=found.mime, headers=headers)
