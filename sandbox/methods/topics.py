"""Forum topics: https://core.telegram.org/bots/api#createforumtopic."""

from __future__ import annotations

from sandbox.errors import bad
from sandbox.methods.call import Call, method
from sandbox.model import Chat, Json

BLUE = 7322096


def _forum(call: Call) -> Chat:
    chat = call.chat()
    if not chat.facts.get("is_forum"):
        raise bad("the chat is not a forum")
    call.need_admin(chat, "not enough rights to manage topics")
    return chat


def _topic(call: Call, chat: Chat) -> Json:
    topic = chat.topics.get(call.args.number("message_thread_id"))
    if topic is None:
        raise bad("message thread not found")
    return topic


@method("createForumTopic")
def create_topic(call: Call) -> Json:
    """The topic's id is the id of the service message that opens it."""
    chat = _forum(call)
    name = call.args.text("name").strip()
    if not 1 <= len(name) <= 128:
        raise bad("TOPIC_TITLE_EMPTY" if not name else "topic title is too long")
    shown: Json = {"name": name, "icon_color": call.args.number("icon_color", BLUE)}
    message = call.world.post(chat, call.bot, kind="service", extra={"forum_topic_created": shown})
    message.extra |= {"message_thread_id": message.id, "is_topic_message": True}
    chat.topics[message.id] = {**shown, "closed": False}
    return {"message_thread_id": message.id, **shown}


@method("editForumTopic")
def edit_topic(call: Call) -> bool:
    topic = _topic(call, _forum(call))
    if call.args.has("name"):
        topic["name"] = call.args.text("name").strip()
    return True


@method("closeForumTopic", "reopenForumTopic")
def close_topic(call: Call) -> bool:
    topic = _topic(call, _forum(call))
    closed = call.name == "closeforumtopic"
    if topic["closed"] == closed:
        raise bad("TOPIC_NOT_MODIFIED")
    topic["closed"] = closed
    return True


@method("deleteForumTopic")
def delete_topic(call: Call) -> bool:
    chat = _forum(call)
    _topic(call, chat)
    number = call.args.number("message_thread_id")
    del chat.topics[number]
    for message in list(chat.messages.values()):
        if message.extra.get("message_thread_id") == number and not message.deleted:
            call.world.delete(message)
    return True
