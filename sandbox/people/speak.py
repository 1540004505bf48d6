"""What people do with words and files: say, send, edit."""

from __future__ import annotations

from typing import Any

from aiohttp import web

from sandbox.entities.format import spoken
from sandbox.entities.shape import utf16_len
from sandbox.errors import ApiError, PeopleError
from sandbox.files import stored
from sandbox.methods.content import MAX_CAPTION, MAX_TEXT, file_facts
from sandbox.model import Chat, Json, Message, Person
from sandbox.people.asked import Asked, from_body

FILE_KINDS = ("document", "photo", "voice", "video", "audio", "sticker", "animation", "video_note")
SEND_KINDS = (*FILE_KINDS, "contact", "location")


def speak(asked: Asked, chat: Chat, person: Person, content: dict[str, Any]) -> Message:
    """The message stands in the chat and the bots that may see it are told."""
    if person.deactivated:
        raise PeopleError(409, "this account is deleted")
    if chat.bot is not None:
        if chat.bot.id in person.blocked:
            raise PeopleError(409, "this person has blocked the bot: unblock it first")
        person.started.add(chat.bot.id)
    message = asked.world.post(chat, person, **_in_topic(asked, chat, content))
    asked.world.tell_message(message)
    return message


def _in_topic(asked: Asked, chat: Chat, content: dict[str, Any]) -> dict[str, Any]:
    """A topic that is named, or else that of the message answered; it is told by a reply to its first message."""
    replied: Message | None = content.get("reply_to")
    thread = asked.number("topic", 0) or (replied.extra.get("message_thread_id", 0) if replied else 0)
    if not thread:
        return content
    if thread not in chat.topics:
        raise PeopleError(404, f"there is no topic {thread} in this chat")
    extra = content.get("extra", {}) | {"message_thread_id": thread, "is_topic_message": True}
    return content | {"extra": extra, "reply_to": replied or chat.messages.get(thread)}


def _reply(asked: Asked, chat: Chat) -> Message | None:
    return asked.message(chat, "reply_to") if asked.fields.get("reply_to") else None


def _words(text: str, limit: int) -> dict[str, Any]:
    made = spoken(text)
    if utf16_len(made.text) > limit:
        raise PeopleError(400, f"a text has at most {limit} UTF-16 units")
    return {"text": made.text, "entities": made.entities}


async def say(request: web.Request) -> Json:
    asked = await from_body(request)
    person = asked.person()
    chat = asked.chat(person)
    words = _words(asked.text("text"), MAX_TEXT)
    if not words["text"]:
        raise PeopleError(400, "text is missing")
    message = speak(asked, chat, person, {**words, "reply_to": _reply(asked, chat)})
    return {"message": message.id}


async def edit(request: web.Request) -> Json:
    asked = await from_body(request)
    person = asked.person()
    message = asked.message(asked.chat(person))
    if message.sender is not person or message.kind == "service":
        raise PeopleError(403, "only one's own messages can be edited")
    words = _words(asked.text("text"), MAX_TEXT if message.kind == "text" else MAX_CAPTION)
    if message.kind == "text" and not words["text"]:
        raise PeopleError(400, "text is missing")
    message.text, message.entities = words["text"], words["entities"]
    asked.world.touch(message)
    asked.world.tell_message(message, "edited_message")
    return {"message": message.id}


async def send_file(request: web.Request) -> Json:
    asked = await from_body(request)
    person = asked.person()
    chat = asked.chat(person)
    kind = asked.text("kind", "document")
    if kind not in SEND_KINDS:
        raise PeopleError(400, f"kind must be one of: {', '.join(SEND_KINDS)}")
    content = _file(asked, kind) if kind in FILE_KINDS else {"extra": {kind: _facts(asked, kind, person)}}
    words = _words(asked.text("caption"), MAX_CAPTION)
    message = speak(asked, chat, person, {"kind": kind, **content, **words, "reply_to": _reply(asked, chat)})
    return {"message": message.id}


def _file(asked: Asked, kind: str) -> dict[str, Any]:
    """A sticker or a voice may come without bytes: what it is matters, not what it holds."""
    part = asked.fields.get("file")
    if isinstance(part, web.FileField):
        data, name, mime = part.file.read(), part.filename or "file", part.content_type or ""
    elif kind in ("voice", "sticker", "video", "video_note"):
        data, name, mime = b"\0", f"{kind}.bin", ""
    else:
        raise PeopleError(400, "file is missing")
    try:
        facts = file_facts(kind, data, {})
    except ApiError as error:
        raise PeopleError(400, "this is not a picture a messenger would take") from error
    file = stored(kind, name, mime, data, facts)
    asked.world.files[file.unique] = file
    return {"file": file}


def _facts(asked: Asked, kind: str, person: Person) -> Json:
    """A person's own contact, or a place."""
    if kind == "contact":
        phone = asked.text("phone_number", f"+7999{person.id % 10**7:07d}")
        return {"phone_number": phone, "first_name": person.first_name, "user_id": person.id}
    return {"latitude": asked.seconds("latitude", 55.7558), "longitude": asked.seconds("longitude", 37.6173)}
