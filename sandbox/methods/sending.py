"""New messages: https://core.telegram.org/bots/api#available-methods."""

from __future__ import annotations

from typing import Any

from sandbox.entities.shape import utf16_len
from sandbox.errors import bad
from sandbox.methods.call import Call, method
from sandbox.methods.content import read_caption, read_common, read_file, read_media, read_text
from sandbox.model import Bot, Chat, Json, Message, Person
from sandbox.render import message_json

MAX_QUESTION, MAX_OPTION = 300, 100
FILES = ("document", "photo", "voice", "video", "audio", "animation", "sticker", "videoNote")


def posted(call: Call, chat: Chat, **content: Any) -> Json:
    """Counts against the limits, then stands in the chat."""
    call.world.flood.check(call.bot.id, chat.id)
    message = call.world.post(chat, call.bot, **content)
    return message_json(message, call.bot)


@method("sendMessage")
def send_message(call: Call) -> Json:
    chat = call.chat()
    made = read_text(call)
    return posted(call, chat, text=made.text, entities=made.entities, **read_common(call, chat))


@method(*(f"send{kind[0].upper()}{kind[1:]}" for kind in FILES))
def send_file(call: Call) -> Json:
    chat = call.chat()
    name = call.name[4:]
    kind = "video_note" if name == "videonote" else name
    file = read_file(call, kind)
    caption = read_caption(call)
    common = read_common(call, chat)
    return posted(call, chat, kind=kind, file=file, text=caption.text, entities=caption.entities, **common)


@method("sendMediaGroup")
def send_album(call: Call) -> list[Json]:
    """Two to ten files that belong together; each is a message, and they share a media_group_id."""
    chat = call.chat()
    media = call.args.array("media", "InputMedia")
    if not 2 <= len(media) <= 10:
        raise bad("too many messages to send as an album" if media else "there are no messages to send")
    contents = [read_media(call, one) for one in media]
    common = read_common(call, chat)
    extra = common.pop("extra", {}) | {"media_group_id": str(call.world.calls.last + 1)}
    return [posted(call, chat, **content, **common, extra=dict(extra)) for content in contents]


@method("sendPoll")
def send_poll(call: Call) -> Json:
    """People vote with POST /sandbox/vote."""
    chat = call.chat()
    question = call.args.text("question").strip()
    options = [_option(one) for one in call.args.array("options", "poll options")]
    if not question:
        raise bad("poll question must be non-empty")
    if utf16_len(question) > MAX_QUESTION:
        raise bad(f"poll question length must not exceed {MAX_QUESTION}")
    if not 1 <= len(options) <= 12:
        raise bad("poll must have at least 1 option" if not options else "poll can't have more than 12 options")
    common = read_common(call, chat)
    poll = _poll(call, question, options)
    common["extra"] = common.get("extra", {}) | {"poll": poll}
    shown = posted(call, chat, kind="poll", **common)
    call.world.polls[poll["id"]] = chat.messages[shown["message_id"]]
    return shown


def _option(option: Any) -> Json:
    text = str(option.get("text", "")) if isinstance(option, dict) else str(option)
    if not text.strip():
        raise bad("poll options must be non-empty")
    if utf16_len(text) > MAX_OPTION:
        raise bad(f"poll options length must not exceed {MAX_OPTION}")
    return {"persistent_id": text, "text": text, "voter_count": 0}


def _poll(call: Call, question: str, options: list[Json]) -> Json:
    args = call.args
    return {
        "id": str(len(call.world.polls) + 1),
        "question": question,
        "options": options,
        "total_voter_count": 0,
        "is_closed": args.flag("is_closed"),
        "is_anonymous": args.flag("is_anonymous") if args.has("is_anonymous") else True,
        "type": args.text("type", "regular"),
        "allows_multiple_answers": args.flag("allows_multiple_answers"),
        "allows_revoting": args.flag("allows_revoting"),
        "members_only": args.flag("members_only"),
    }


@method("sendContact")
def send_contact(call: Call) -> Json:
    chat = call.chat()
    phone, name = call.args.text("phone_number"), call.args.text("first_name")
    if not phone or not name:
        raise bad("contact phone number is empty" if not phone else "contact first name is empty")
    contact = {"phone_number": phone, "first_name": name}
    return _with_extra(call, chat, "contact", {"contact": contact})


@method("sendLocation")
def send_location(call: Call) -> Json:
    chat = call.chat()
    try:
        place = {name: float(call.args.text(name)) for name in ("latitude", "longitude")}
    except ValueError as error:
        raise bad("location is empty") from error
    return _with_extra(call, chat, "location", {"location": place})


def _with_extra(call: Call, chat: Chat, kind: str, extra: Json) -> Json:
    common = read_common(call, chat)
    return posted(call, chat, kind=kind, **{**common, "extra": common.get("extra", {}) | extra})


def _origin(message: Message) -> Json:
    """MessageOrigin of a forwarded message; a copy has none."""
    if "forward_origin" in message.extra:
        return dict(message.extra["forward_origin"])
    sender: Person | Bot = message.sender
    return {"type": "user", "date": message.date, "sender_user": sender.user()}


def _source(call: Call, words: str, number: int | None = None) -> Message:
    """The message to copy or forward, from a chat the bot may read."""
    source = call.chat_of("from_chat_id")
    number = call.args.number("message_id") if number is None else number
    message = source.messages.get(number)
    if message is None or message.deleted:
        raise bad(words)
    if message.kind == "service":
        raise bad("message can't be copied" if "copy" in words else "message can't be forwarded")
    return message


def _content(message: Message) -> dict[str, Any]:
    kept = {name: value for name, value in message.extra.items() if name in ("contact", "location", "poll")}
    return {
        "kind": message.kind,
        "text": message.text,
        "entities": message.entities,
        "file": message.file,
        "extra": kept,
    }


@method("copyMessage")
def copy_message(call: Call) -> Json:
    chat = call.chat()
    message = _source(call, "message to copy not found")
    if message.extra.get("has_protected_content"):
        raise bad("message can't be copied")
    content = _content(message)
    if "caption" in call.args.raw and message.kind != "text":
        caption = read_caption(call)
        content |= {"text": caption.text, "entities": caption.entities}
    common = read_common(call, chat)
    content["extra"] |= common.pop("extra", {})
    return {"message_id": posted(call, chat, **content, **common)["message_id"]}


def _forward(call: Call, chat: Chat, message: Message) -> Json:
    if message.extra.get("has_protected_content"):
        raise bad("message can't be forwarded")
    content = _content(message)
    content["extra"]["forward_origin"] = _origin(message)
    return posted(call, chat, **content)


@method("forwardMessage")
def forward_message(call: Call) -> Json:
    chat = call.chat()
    return _forward(call, chat, _source(call, "message to forward not found"))


@method("forwardMessages", "copyMessages")
def forward_messages(call: Call) -> list[Json]:
    """Those that cannot be found are left out, as Telegram does."""
    chat = call.chat()
    numbers = call.args.numbers("message_ids")
    found = [call.chat_of("from_chat_id").messages.get(number) for number in numbers]
    shown = []
    for message in found:
        if message is not None and not message.deleted and message.kind != "service":
            forward = call.name == "forwardmessages"
            made = _forward(call, chat, message) if forward else posted(call, chat, **_content(message))
            shown.append({"message_id": made["message_id"]})
    return shown


@method("sendChatAction")
def send_chat_action(call: Call) -> bool:
    call.chat()
    if not call.args.text("action"):
        raise bad("wrong parameter action in request")
    return True
