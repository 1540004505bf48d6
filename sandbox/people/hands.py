"""What people do with a touch: vote, react, pick a chat for the bot, open a topic."""

from __future__ import annotations

from typing import Any

from aiohttp import web

from sandbox.errors import PeopleError
from sandbox.model import Bot, Chat, Json, Message, Person
from sandbox.people.asked import Asked, from_body
from sandbox.people.members import come
from sandbox.polls import cast
from sandbox.reactions import KNOWN, react
from sandbox.render import message_json

BLUE = 7322096


def _options(asked: Asked, poll: Json) -> list[int]:
    """Chosen options by their places, from 0; texts are taken too."""
    given = asked.fields.get("options", asked.fields.get("option"))
    wanted = given if isinstance(given, list) else [given]
    texts = [option["text"] for option in poll["options"]]
    places = [texts.index(one) if one in texts else one for one in wanted if one is not None]
    if any(not isinstance(one, int) or not 0 <= one < len(texts) for one in places):
        raise PeopleError(404, "there is no such option in this poll")
    return sorted(set(places))


async def vote(request: web.Request) -> Json:
    asked = await from_body(request)
    person = asked.person()
    message = asked.message(asked.chat(person))
    poll = message.extra.get("poll")
    if poll is None:
        raise PeopleError(409, "this message is no poll")
    if poll["is_closed"]:
        raise PeopleError(409, "the poll is closed")
    options = _options(asked, poll)
    if len(options) > 1 and not poll["allows_multiple_answers"]:
        raise PeopleError(409, "one option only")
    if message.votes.get(person.id, []) != options:
        cast(asked.world, message, person, options)
    return {"ok": True, "poll": message.extra["poll"]}


async def add_reaction(request: web.Request) -> Json:
    asked = await from_body(request)
    person = asked.person()
    message = asked.message(asked.chat(person))
    emoji = asked.text("emoji")
    if emoji and emoji not in KNOWN:
        raise PeopleError(400, "the messenger does not know this reaction")
    if message.kind == "service":
        raise PeopleError(409, "nobody reacts to a service message")
    react(asked.world, message, person, emoji, hidden=asked.fields.get("hidden") is True)
    return {"ok": True}


async def share_chat(request: web.Request) -> Json:
    """A button of the keyboard under the field asked for a chat, and the person picked one of their groups."""
    asked = await from_body(request)
    person = asked.person()
    private = asked.world.private_chat(asked.bot(), person)
    wanted = _request(private, asked.text("button"))
    group = asked.group(asked.number("shared"))
    if not group.here(person.id):
        raise PeopleError(403, f"{person.id} is not a member of the group {group.id}")
    bot = asked.bot()
    if wanted.get("bot_is_member") and not group.here(bot.id):
        come(asked.world, group, person, bot)
    shared: Json = {"request_id": wanted["request_id"], "chat_id": group.id}
    if wanted.get("request_title"):
        shared["title"] = group.title
    message = asked.world.post(private, person, kind="service", extra={"chat_shared": shared})
    asked.world.tell(bot, "message", message_json(message, bot))
    return {"message": message.id}


def _request(private: Chat, label: str) -> Json:
    """What the last keyboard's button asks for; the one named, or the first that asks for a chat."""
    keyboards = [one.keyboard for one in private.messages.values() if one.keyboard and not one.deleted]
    rows: list[list[Any]] = keyboards[-1].get("keyboard", []) if keyboards else []
    for button in (button for row in rows for button in row if isinstance(button, dict)):
        if "request_chat" in button and label in ("", button.get("text")):
            return dict(button["request_chat"])
    raise PeopleError(404, "no button of the keyboard asks for a chat")


async def new_topic(request: web.Request) -> Json:
    """A person opens a topic in a forum."""
    asked = await from_body(request)
    person = asked.person()
    group = asked.chat(person)
    name = str(asked.need("name")).strip()[:128]
    if not group.facts.get("is_forum"):
        raise PeopleError(409, "the group has no topics")
    message = opened(asked, group, person, name)
    return {"topic": message.id}


def opened(asked: Asked, group: Chat, person: Person | Bot, name: str) -> Message:
    """The topic's number is that of the service message that opens it."""
    shown: Json = {"name": name, "icon_color": BLUE}
    message = asked.world.post(group, person, kind="service", extra={"forum_topic_created": shown})
    message.extra |= {"message_thread_id": message.id, "is_topic_message": True}
    group.topics[message.id] = {**shown, "closed": False}
    asked.world.tell_message(message)
    asked.world.changes.state()
    return message
