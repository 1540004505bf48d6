"""What goes into a message: text, caption, file, keyboard, reply — read from the call and checked."""

from __future__ import annotations

import json
from typing import Any

from sandbox.args import Args, Upload
from sandbox.entities.format import Formatted, formatted
from sandbox.entities.shape import utf16_len
from sandbox.errors import bad
from sandbox.files import MAX_PHOTO, picture_size, stored
from sandbox.keyboards import read_markup
from sandbox.methods.call import Call
from sandbox.model import Chat, Json, Message, StoredFile

MAX_TEXT, MAX_CAPTION = 4096, 1024
FACTS = ("duration", "width", "height", "performer", "title", "length")
GENERAL_TOPIC = 1
MEDIA_KINDS = frozenset(("photo", "document", "video", "animation", "audio"))


def read_text(call: Call, name: str = "text") -> Formatted:
    """A message's text; limits hold after parsing, in UTF-16 units."""
    made = _formatted(call, name, "entities")
    if not made.text:
        raise bad("message text is empty")
    if utf16_len(made.text) > MAX_TEXT:
        raise bad("message is too long")
    return made


def read_caption(call: Call) -> Formatted:
    made = _formatted(call, "caption", "caption_entities")
    if utf16_len(made.text) > MAX_CAPTION:
        raise bad("message caption is too long")
    return made


def _formatted(call: Call, name: str, entities: str) -> Formatted:
    args = call.args
    text = args.text(name)
    if not text:
        return Formatted("", [])
    stated = (
        args.array(entities, "message entities") if args.raw.get(entities) and not args.has("parse_mode") else None
    )
    return formatted(text, args.text("parse_mode"), stated, call.world.user_json)


def read_file(call: Call, kind: str, name: str | None = None) -> StoredFile:
    """A file uploaded with the call, or one sent before by its file_id."""
    name = name or kind
    upload = _upload(call.args, name)
    if upload is not None:
        return _keep(call, kind, upload)
    given = call.args.text(name).strip()
    if not given:
        raise bad(f"there is no {kind} in the request")
    return known_file(call, kind, given)


def known_file(call: Call, kind: str, given: str) -> StoredFile:
    """A photo cannot be sent again as a document: the kind of a file_id stays."""
    file = call.bot.files.get(given)
    if file is None and given.lower().startswith(("http://", "https://")):
        raise bad("failed to get HTTP URL content")
    if file is None:
        raise bad("wrong file identifier/HTTP URL specified")
    if file.kind != kind and "document" not in (file.kind, kind):
        raise bad(f"can't use file of type {file.kind.title()} as {kind.title()}")
    if file.kind == "photo" and kind == "document":
        raise bad("can't use file of type Photo as Document")
    return file


def _upload(args: Args, name: str) -> Upload | None:
    if name in args.files:
        return args.files[name]
    given = args.text(name)
    if not given.startswith("attach://"):
        return None
    if given[9:] not in args.files:
        raise bad("file must be non-empty")
    return args.files[given[9:]]


def _keep(call: Call, kind: str, upload: Upload) -> StoredFile:
    if not upload.data:
        raise bad("file must be non-empty")
    facts: Json = {fact: call.args.number(fact) for fact in FACTS[:3] if call.args.has(fact)}
    facts |= {fact: call.args.text(fact) for fact in FACTS[3:5] if call.args.has(fact)}
    facts = file_facts(kind, upload.data, facts)
    file = stored(kind, upload.name, upload.mime, upload.data, facts)
    call.world.files[file.unique] = file
    return file


def read_media(call: Call, media: Any) -> dict[str, Any]:
    """An InputMedia: the kind, file, text and entities of a message."""
    if not isinstance(media, dict) or not media.get("media"):
        raise bad("can't parse InputMedia: Can't find field \"media\"")
    kind = str(media.get("type"))
    if kind not in MEDIA_KINDS:
        raise bad("can't parse InputMedia: Invalid type specified")
    inner = Call(call.world, call.bot, Args(dict(media), call.args.files), call.name)
    file, caption = read_file(inner, kind, "media"), read_caption(inner)
    return {"kind": kind, "file": file, "text": caption.text, "entities": caption.entities}


def file_facts(kind: str, data: bytes, facts: Json) -> Json:
    """Every kind has fields the Bot API always fills."""
    if kind == "photo":
        return _photo_facts(data)
    needed: dict[str, Json] = {
        "voice": {"duration": 1},
        "audio": {"duration": 1},
        "video": {"width": 320, "height": 240, "duration": 1},
        "animation": {"width": 320, "height": 240, "duration": 1},
        "video_note": {"length": 240, "duration": 1},
        "sticker": {"width": 512, "height": 512, "type": "regular", "is_animated": False, "is_video": False},
    }
    return needed.get(kind, {}) | facts


def _photo_facts(data: bytes) -> Json:
    if len(data) > MAX_PHOTO:
        raise bad("file is too big for a photo")
    size = picture_size(data)
    if size is None:
        raise bad("IMAGE_PROCESS_FAILED")
    width, height = size
    if width + height > 10_000 or not 1 / 20 <= width / max(height, 1) <= 20:
        raise bad("PHOTO_INVALID_DIMENSIONS")
    return {"width": width, "height": height}


def read_common(call: Call, chat: Chat) -> dict[str, Any]:
    """Keyboard, reply, topic and protection: the fields every new message may have."""
    markup = read_markup(call.args)
    common: dict[str, Any] = {
        "markup": markup.inline,
        "keyboard": markup.reply,
        "reply_to": read_reply(call, chat),
    }
    extra = _topic(call, chat)
    if call.args.flag("protect_content"):
        extra["has_protected_content"] = True
    if extra:
        common["extra"] = extra
    return common


def read_reply(call: Call, chat: Chat) -> Message | None:
    asked = call.args.object("reply_parameters", "reply parameters")
    number = asked.get("message_id") if isinstance(asked, dict) else call.args.number("reply_to_message_id")
    if not number:
        return None
    found = chat.messages.get(_number(number))
    if found is not None and not found.deleted:
        return found
    source = asked if isinstance(asked, dict) else call.args.raw
    if str(source.get("allow_sending_without_reply")).lower() in ("true", "1"):
        return None
    raise bad("message to be replied not found")


def _number(value: Any) -> int:
    try:
        return int(value)
    except (TypeError, ValueError):
        return 0


def _topic(call: Call, chat: Chat) -> Json:
    thread = call.args.number("message_thread_id")
    if not thread or (thread == GENERAL_TOPIC and chat.facts.get("is_forum")):
        return {}
    topic = chat.topics.get(thread)
    if topic is None:
        raise bad("message thread not found")
    if topic.get("closed"):
        raise bad("TOPIC_CLOSED")
    return {"message_thread_id": thread, "is_topic_message": True}


def same(one: Any, other: Any) -> bool:
    """Whether two contents would look the same to a reader."""
    return json.dumps(one, sort_keys=True, default=str) == json.dumps(other, sort_keys=True, default=str)
