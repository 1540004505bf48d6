"""Edits, deletions, pins, reactions: https://core.telegram.org/bots/api#updating-messages."""

from __future__ import annotations

from typing import Any

from sandbox.entities.format import Formatted
from sandbox.errors import bad
from sandbox.keyboards import read_markup
from sandbox.methods.call import Call, method
from sandbox.methods.content import read_caption, read_media, read_text, same
from sandbox.model import ADMIN, Chat, Json, Message
from sandbox.polls import tell_poll
from sandbox.reactions import KNOWN
from sandbox.render import message_json

NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same "
    "as a current content and reply markup of the message"
)
DELETE_WITHIN = 48 * 3600


def _editable(call: Call) -> Message:
    """The bot's own message, without a keyboard under the field of input."""
    if call.args.has("inline_message_id"):
        raise bad("MESSAGE_ID_INVALID")
    message = call.message(call.chat(), "message to edit not found")
    if message.sender is not call.bot or message.kind == "service" or message.keyboard is not None:
        raise bad("message can't be edited")
    if "forward_origin" in message.extra:
        raise bad("message can't be edited")
    return message


def _state(message: Message) -> list[Any]:
    file = message.file.unique if message.file else None
    return [message.kind, message.text, message.entities, file, message.markup]


def _edited(call: Call, message: Message, **fields: Any) -> Json:
    """Sets what is new, or refuses when nothing is. An edit without reply_markup takes the keyboard away."""
    before = _state(message)
    after = [
        fields.get(name, old)
        for name, old in zip(("kind", "text", "entities", "file", "markup"), before, strict=True)
    ]
    if "file" in fields:
        after[3] = fields["file"].unique
    if same(before, after):
        raise bad(NOT_MODIFIED)
    for name, value in fields.items():
        setattr(message, name, value)
    # A new keyboard alone is not shown as an edit.
    call.world.touch(message, edited=not same(before[:4], after[:4]))
    return message_json(message, call.bot)


def _words(made: Formatted) -> dict[str, Any]:
    return {"text": made.text, "entities": made.entities}


@method("editMessageText")
def edit_text(call: Call) -> Json:
    message = _editable(call)
    made = read_text(call)
    if message.kind != "text":
        raise bad("there is no text in the message to edit")
    return _edited(call, message, **_words(made), markup=read_markup(call.args).inline)


@method("editMessageCaption")
def edit_caption(call: Call) -> Json:
    message = _editable(call)
    if message.kind == "text" or message.file is None:
        raise bad("there is no caption in the message to edit")
    return _edited(call, message, **_words(read_caption(call)), markup=read_markup(call.args).inline)


@method("editMessageReplyMarkup")
def edit_markup(call: Call) -> Json:
    message = _editable(call)
    return _edited(call, message, markup=read_markup(call.args).inline)


@method("editMessageMedia")
def edit_media(call: Call) -> Json:
    message = _editable(call)
    media = read_media(call, call.args.object("media", "InputMedia"))
    return _edited(call, message, **media, markup=read_markup(call.args).inline)


@method("stopPoll")
def stop_poll(call: Call) -> Json:
    message = call.message(call.chat(), "message with poll to stop not found")
    if message.kind != "poll" or message.sender is not call.bot:
        raise bad("message with poll to stop not found" if message.kind != "poll" else "poll can't be stopped")
    poll = message.extra["poll"]
    if poll["is_closed"]:
        raise bad("poll has already been closed")
    message.extra = message.extra | {"poll": poll | {"is_closed": True}}
    message.markup = read_markup(call.args).inline
    call.world.touch(message, edited=False)
    tell_poll(call.world, message)
    return dict(message.extra["poll"])


def _deletable(call: Call, chat: Chat, message: Message) -> None:
    too_old = call.world.clock.unix() - message.date > DELETE_WITHIN
    own = message.sender is call.bot
    rights = chat.owner is not None or own or chat.members.get(call.bot.id) == ADMIN
    if too_old or not rights:
        raise bad("message can't be deleted")


@method("deleteMessage")
def delete_message(call: Call) -> bool:
    chat = call.chat()
    message = call.message(chat, "message to delete not found")
    _deletable(call, chat, message)
    call.world.delete(message)
    return True


@method("deleteMessages")
def delete_messages(call: Call) -> bool:
    """Those that are not there are left out; those that may not be deleted refuse the whole."""
    chat = call.chat()
    numbers = call.args.numbers("message_ids")
    if not 1 <= len(numbers) <= 100:
        raise bad(
            "message identifiers are not specified" if not numbers else "too many message identifiers specified"
        )
    messages = [chat.messages.get(one) for one in numbers]
    there = [message for message in messages if message is not None and not message.deleted]
    for message in there:
        _deletable(call, chat, message)
    for message in there:
        call.world.delete(message)
    return True


@method("pinChatMessage")
def pin(call: Call) -> bool:
    chat = call.chat()
    message = call.message(chat, "message to pin not found")
    call.need_admin(chat, "not enough rights to manage pinned messages in the chat")
    if message.id in chat.pinned:
        chat.pinned.remove(message.id)
    chat.pinned.append(message.id)
    call.world.post(
        chat, call.bot, kind="service", extra={"pinned_message": message_json(message, call.bot, nested=True)}
    )
    return True


@method("unpinChatMessage", "unpinAllChatMessages")
def unpin(call: Call) -> bool:
    chat = call.chat()
    call.need_admin(chat, "not enough rights to manage pinned messages in the chat")
    if call.name == "unpinallchatmessages":
        chat.pinned.clear()
    elif chat.pinned:
        number = call.args.number("message_id", chat.pinned[-1])
        if number not in chat.pinned:
            raise bad("message to unpin not found")
        chat.pinned.remove(number)
    call.world.changes.chat(chat.id)
    return True


@method("setMessageReaction")
def react(call: Call) -> bool:
    message = call.message(call.chat(), "message to react not found")
    reactions = call.args.array("reaction", "reaction types")
    if any(
        not isinstance(one, dict) or one.get("type") not in ("emoji", "custom_emoji", "paid") for one in reactions
    ):
        raise bad("can't parse reaction type")
    if any(one["type"] == "emoji" and one.get("emoji") not in KNOWN for one in reactions):
        raise bad("REACTION_INVALID")
    if len(reactions) > 1:
        raise bad("REACTIONS_TOO_MANY")
    message.reactions = {**message.reactions, call.bot.id: reactions}
    call.world.touch(message, edited=False)
    return True
