"""What people are shown: the state of the sandbox and the messages of a chat."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any

from sandbox.files import file_id
from sandbox.model import PRESENT, Bot, Chat, Json, Message, Person
from sandbox.people.service import service_line
from sandbox.world import World

KINDS = frozenset(("text", "photo", "document", "voice", "poll", "sticker", "contact", "service"))


def iso(unix: int | None) -> str | None:
    return None if unix is None else datetime.fromtimestamp(unix, UTC).isoformat()


def person_json(world: World, person: Person) -> Json:
    first = next(iter(world.bots), 0)
    return {
        "id": person.id,
        "first_name": person.first_name,
        "last_name": person.last_name,
        "name": person.name,
        "username": person.username,
        "language_code": person.language_code,
        "role": person.role,
        "blocked": first in person.blocked,
        "started": first in person.started,
    }


def chat_line(world: World, chat: Chat) -> Json:
    """A chat in the list; a private one has its person and bot as members."""
    if chat.owner is not None and chat.bot is not None:
        return {
            "id": chat.id, "type": "private", "title": chat.bot.first_name, "members": [chat.id, chat.bot.id],
            "bot": chat.bot.id, "bot_member": True,
        }  # fmt: skip
    members = [user for user, status in chat.members.items() if status in PRESENT]
    return {
        "id": chat.id, "type": chat.type, "title": chat.title, "members": members,
        "bot_member": any(user in world.bots for user in members),
        "statuses": {str(user): chat.members[user] for user in members},
        "forum": bool(chat.facts.get("is_forum")), "requests": list(chat.requests),
        "topics": [{"id": number, "name": topic["name"]} for number, topic in chat.topics.items()],
    }  # fmt: skip


def bot_json(bot: Bot) -> Json:
    """`commands` as set, by "scope|language", where a scope is "default", "chat:5", "chat_member:-4:5" …"""
    commands = {f"{_scope_key(scope)}|{language}": value for (scope, language), value in bot.commands.items()}
    texts = {name: bot.texts.get((name, ""), "") for name in ("description", "short_description")}
    return {"id": bot.id, "username": bot.username, "first_name": bot.first_name, "commands": commands, **texts}


def _scope_key(scope: str) -> str:
    fields = json.loads(scope)
    return ":".join(str(fields[name]) for name in ("type", "chat_id", "user_id") if name in fields)


def button_json(button: Json) -> Json:
    shown = {"text": button["text"]}
    if "callback_data" in button:
        return shown | {"data": button["callback_data"]}
    if "url" in button:
        return shown | {"url": button["url"]}
    return shown | {name: value for name, value in button.items() if name != "text"}


def buttons_json(message: Message) -> list[list[Json]]:
    rows = message.markup["inline_keyboard"] if message.markup else []
    return [[button_json(button) for button in row] for row in rows]


def file_json(world: World, message: Message) -> Json | None:
    file = message.file
    if file is None:
        return None
    bot = message.chat.bot or world.first_bot()
    return {
        "file_id": file_id(bot, file), "name": file.name, "mime": file.mime, "size": len(file.data),
        "url": f"/sandbox/files/{file.unique}",
    }  # fmt: skip


def seen_message(world: World, message: Message, person: Person | None = None) -> Json:
    """A message as `person` sees it. Deleted ones stay as an empty place."""
    return {
        "id": message.id,
        "seq": message.seq,
        "date": iso(message.date),
        "edit_date": iso(message.edit_date),
        "from": {"id": message.sender.id, "name": message.sender.name, "is_bot": isinstance(message.sender, Bot)},
        "kind": message.kind if message.kind in KINDS else "document",
        "text": service_line(message) if message.kind == "service" else message.text,
        "entities": message.entities,
        "buttons": buttons_json(message),
        "keyboard": message.keyboard,
        "file": file_json(world, message),
        "reply_to": _answered(message),
        "deleted": message.deleted,
        "effect": None,
        **_more(message),
        **_own(message, person),
    }


def _answered(message: Message) -> int | None:
    """What is written in a topic hangs on the topic's first message; a reader sees no answer in that."""
    origin = message.reply_to
    if origin is None or origin.id == message.extra.get("message_thread_id"):
        return None
    return origin.id


def _own(message: Message, person: Person | None) -> Json:
    """The reader's own vote and reaction, where there are any."""
    if person is None:
        return {}
    own: Json = {"voted": message.votes.get(person.id, [])} if "poll" in message.extra else {}
    mine = [one.get("emoji", "★") for one in message.reactions.get(person.id, [])]
    return own | {"my_reaction": mine[0]} if mine else own


def _more(message: Message) -> Json:
    """Contents only some messages have, and reactions as emoji."""
    names = ("poll", "contact", "location", "forward_origin", "message_thread_id")
    more: dict[str, Any] = {name: message.extra[name] for name in names if name in message.extra}
    emoji = [one.get("emoji", "★") for reactions in message.reactions.values() for one in reactions]
    return more | {"reactions": emoji} if emoji else more
