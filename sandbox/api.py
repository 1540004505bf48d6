"""`/bot<token>/<method>` and `/file/bot<token>/<path>` over HTTP."""

from __future__ import annotations

import asyncio
import inspect
import json
import logging
from typing import Any

from aiohttp import web

from sandbox.args import MAX_BODY, Args, read_args
from sandbox.described import described, unknown_parameters
from sandbox.errors import ApiError, DropConnection, bad, forbidden, too_many
from sandbox.faults import Fault
from sandbox.methods import about, answers, chats, editing, polling, sending, topics
from sandbox.methods.call import METHODS, Call
from sandbox.model import Bot
from sandbox.world import World

ENCODE = json.JSONEncoder(ensure_ascii=False, check_circular=False, separators=(",", ":")).encode
LOG = logging.getLogger(__name__)
WORLD = web.AppKey("world", World)
JSON_TYPE = {"Content-Type": "application/json"}
# Importing them fills METHODS.
MODULES = (about, answers, chats, editing, polling, sending, topics)
NOT_FOUND = ApiError(404, "Not Found")
NO_METHOD = ApiError(404, "Not Found: method not found")
UNAUTHORIZED = ApiError(401, "Unauthorized")
INTERNAL = ApiError(500, "Internal Server Error")


def _answered(result: Any) -> web.Response:
    body = ENCODE({"ok": True, "result": result})
    return web.Response(body=body.encode("utf-8", "surrogatepass"), headers=JSON_TYPE)


def _refused(error: ApiError) -> web.Response:
    body: dict[str, Any] = {"ok": False, "error_code": error.code, "description": error.description}
    headers = dict(JSON_TYPE)
    if error.parameters:
        body["parameters"] = error.parameters
        if "retry_after" in error.parameters:
            headers["Retry-After"] = str(error.parameters["retry_after"])
    return web.Response(status=error.code, body=json.dumps(body).encode(), headers=headers)


async def handle_method(request: web.Request) -> web.StreamResponse:
    """One call of a bot, answered and noted."""
    world = request.app[WORLD]
    bot = world.tokens.get(request.match_info["token"])
    if bot is None:
        return _refused(UNAUTHORIZED if ":" in request.match_info["token"] else NOT_FOUND)
    name = request.match_info["method"]
    try:
        return _answered(await run(world, bot, name, request))
    except ApiError as error:
        return _refused(error)
    except Exception as error:
        if not isinstance(error, DropConnection):
            LOG.exception("the sandbox failed in %s", name)
            return _refused(INTERNAL)
        if request.transport is not None:
            request.transport.abort()
        return web.Response(status=500)


async def run(world: World, bot: Bot, name: str, request: web.Request) -> Any:
    """The method's result; every call is noted but getUpdates that went well."""
    lower = name.lower()
    quiet = lower == "getupdates"
    world.calls.open += not quiet
    try:
        args = await read_args(request)
        return await perform(world, bot, name, args)
    finally:
        world.calls.open -= not quiet


async def perform(world: World, bot: Bot, name: str, args: Args) -> Any:
    """Runs a call whichever way it came (over HTTP, or as the answer to a webhook)."""
    entry: dict[str, Any] = {"bot": bot.id, "method": name, "params": args.raw}
    try:
        result = await _carried_out(world, bot, name, args, entry)
    except ApiError as error:
        _note(world, entry | {"ok": False, "error_code": error.code, "description": error.description})
        raise
    except DropConnection:
        _note(world, {"ok": False, "error_code": 0, "description": "no answer"} | entry)
        raise
    if name.lower() != "getupdates":
        _note(world, entry | {"ok": True, "result": result})
    return result


def _note(world: World, entry: dict[str, Any]) -> None:
    world.calls.add(entry | {"at": world.clock.iso()})


async def _carried_out(world: World, bot: Bot, name: str, args: Args, entry: dict[str, Any]) -> Any:
    lower = name.lower()
    fault = world.faults.take(bot.id, lower) if world.faults.waiting else None
    if fault is not None:
        await _before(fault)
    function = METHODS.get(lower)
    if function is None:
        raise bad(f"the sandbox does not have {name}") if lower in described() else NO_METHOD
    _check(world, lower, args, entry)
    result = function(Call(world, bot, args, lower))
    if inspect.isawaitable(result):
        result = await result
    if fault is not None:
        entry |= {"ok": True, "result": result, "fault": fault.kind, "description": "carried out, no answer"}
        raise DropConnection
    return result


def _check(world: World, lower: str, args: Args, entry: dict[str, Any]) -> None:
    warnings = unknown_parameters(lower, args.raw)
    if not warnings:
        return
    if world.options.strict:
        raise bad(f"unknown parameters: {', '.join(warnings)}")
    entry["warnings"] = warnings


async def _before(fault: Fault) -> None:
    """Fails at once, but for a connection that is dropped only after the work is done."""
    if fault.kind == "timeout":
        await asyncio.sleep(fault.seconds)
        raise DropConnection
    refusals = {
        "429": too_many(fault.retry_after),
        "500": INTERNAL,
        "403": forbidden("bot was blocked by the user"),
    }
    if fault.kind in refusals:
        raise refusals[fault.kind]


async def handle_file(request: web.Request) -> web.StreamResponse:
    """A file of the bot by the path getFile gave."""
    bot = request.app[WORLD].tokens.get(request.match_info["token"])
    file = bot.paths.get(request.match_info["path"]) if bot else None
    if file is None:
        return _refused(UNAUTHORIZED if bot is None else NOT_FOUND)
    return web.Response(body=file.data, content_type=file.mime)


def add_routes(app: web.Application) -> None:
    app.router.add_get("/file/bot{token}/{path:.+}", handle_file)
    app.router.add_route("*", "/bot{token}/{method}", handle_method)


__all__ = ["MAX_BODY", "WORLD", "add_routes", "perform"]
