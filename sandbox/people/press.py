"""Pressing an inline button, and waiting for what the bot answers."""

from __future__ import annotations

import asyncio
import hashlib
import itertools

from aiohttp import web

from sandbox.clock import first_number
from sandbox.errors import PeopleError
from sandbox.model import Bot, Callback, Chat, Json, Message, Person
from sandbox.people.asked import Asked, from_body
from sandbox.render import inaccessible_json, message_json

WAIT = 5.0
NO_TOAST: Json = {"toast": None, "alert": False, "url": None}
_numbers = itertools.count(first_number(64, 2**60))


async def press(request: web.Request) -> Json:
    asked = await from_body(request)
    person = asked.person()
    chat = asked.chat(person)
    if asked.fields.get("force"):
        return await _force(asked, person, chat)
    message, button = _find(asked, chat)
    if "callback_data" not in button:
        return {**NO_TOAST, "url": button.get("url")}
    bot = _bot_of(message)
    return await _query(
        asked, person, bot, _body(chat, message.id, message_json(message, bot), button["callback_data"])
    )


def _bot_of(message: Message) -> Bot:
    if not isinstance(message.sender, Bot):
        raise PeopleError(404, "no bot has sent this message")
    return message.sender


def _body(chat: Chat, number: int, message: Json, data: str) -> Json:
    instance = hashlib.sha256(f"{chat.id}:{number}".encode()).hexdigest()[:16]
    return {"message": message, "chat_instance": instance, "data": data}


async def _force(asked: Asked, person: Person, chat: Chat) -> Json:
    """A press that no keyboard shows (any more): an old screen, a forged client, a message that is gone."""
    number, data = asked.number("message"), str(asked.need("data"))
    message = chat.messages.get(number)
    bot = message.sender if message and isinstance(message.sender, Bot) else chat.bot or asked.bot()
    there = message is not None and not message.deleted
    shown = message_json(message, bot) if message and there else inaccessible_json(chat, number)
    return await _query(asked, person, bot, _body(chat, number, shown, data))


def _find(asked: Asked, chat: Chat) -> tuple[Message, Json]:
    wanted = str(asked.need("button"))
    if asked.need("message") == "last":
        candidates = reversed(chat.messages.values())
    else:
        candidates = iter([asked.message(chat)])
    for message in candidates:
        button = _button(message, wanted)
        if button is not None:
            return message, button
    raise PeopleError(404, f"there is no button “{wanted}” there")


def _button(message: Message, wanted: str) -> Json | None:
    rows: list[list[Json]] = message.markup["inline_keyboard"] if message.markup else []
    buttons = [button for row in rows for button in row]
    by_text = (button for button in buttons if button["text"] == wanted)
    by_data = (button for button in buttons if button.get("callback_data") == wanted)
    return next(itertools.chain(by_text, by_data), None)


async def _query(asked: Asked, person: Person, bot: Bot, body: Json) -> Json:
    """Tells the bot and waits; an answer that comes later than `wait` is taken, but not seen here."""
    world = asked.world
    future: asyncio.Future[Json] = asyncio.get_running_loop().create_future()
    callback = Callback(str(next(_numbers)), bot, person, world.clock.unix(), future)
    world.callbacks[callback.id] = callback
    world.tell(bot, "callback_query", {"id": callback.id, "from": person.user(), **body})
    await asyncio.wait([future], timeout=asked.seconds("wait", WAIT))
    return future.result() if future.done() else {**NO_TOAST, "answered": False}
