"""Reading what a person's script asked for, with words for what is wrong."""

from __future__ import annotations

import json
import math
from dataclasses import dataclass
from typing import Any

from aiohttp import web

from sandbox.api import WORLD
from sandbox.args import lone_surrogates
from sandbox.errors import PeopleError
from sandbox.model import Bot, Chat, Message, Person
from sandbox.world import World


@dataclass(slots=True)
class Asked:
    """A request's fields (JSON body, form or query) with the world they speak of."""

    world: World
    fields: dict[str, Any]

    def need(self, name: str) -> Any:
        value = self.fields.get(name)
        if value is None or value == "":
            raise PeopleError(400, f"{name} is missing")
        return value

    def number(self, name: str, default: int | None = None) -> int:
        value = self.fields.get(name)
        if value in (None, "") and default is not None:
            return default
        try:
            return int(self.need(name))
        except (TypeError, ValueError) as error:
            raise PeopleError(400, f"{name} must be a number") from error

    def seconds(self, name: str, default: float) -> float:
        """A finite number; what is missing is the default."""
        value = self.fields.get(name)
        try:
            seconds = default if value in (None, "") else float(value)
        except (TypeError, ValueError, OverflowError):
            seconds = math.inf
        if not math.isfinite(seconds):
            raise PeopleError(400, f"{name} must be a number of seconds")
        return seconds

    def text(self, name: str, default: str = "") -> str:
        return str(self.fields.get(name) or default)

    def person(self, name: str = "person") -> Person:
        person = self.world.people.get(self.number(name))
        if person is None:
            raise PeopleError(404, f"there is no person {self.fields[name]}")
        return person

    def bot(self) -> Bot:
        """The bot meant; the first one when none is named."""
        if not self.fields.get("bot"):
            return self.world.first_bot()
        bot = self.world.bots.get(self.number("bot"))
        if bot is None:
            raise PeopleError(404, f"there is no bot {self.fields['bot']}")
        return bot

    def chat(self, person: Person) -> Chat:
        """The person's private chat with the bot, or a group the person is in."""
        number = self.number("chat", person.id)
        if number == person.id or number in self.world.bots:
            bot = self.world.bots.get(number) or self.bot()
            return self.world.private_chat(bot, person)
        group = self.group(number)
        if not group.here(person.id):
            raise PeopleError(403, f"{person.id} is not a member of the group {number}")
        return group

    def group(self, number: int) -> Chat:
        group = self.world.groups.get(number)
        if group is None:
            raise PeopleError(404, f"there is no chat {number}" + (" of this person" if number > 0 else ""))
        if group.migrated_to is not None:
            raise PeopleError(410, f"the group became the supergroup {group.migrated_to}")
        return group

    def message(self, chat: Chat, name: str = "message") -> Message:
        message = chat.messages.get(self.number(name))
        if message is None or message.deleted:
            raise PeopleError(404, f"there is no message {self.fields[name]} in this chat")
        return message


def from_query(request: web.Request) -> Asked:
    return Asked(request.app[WORLD], dict(request.query))


async def from_body(request: web.Request) -> Asked:
    """A JSON object, or a form; PeopleError 400 for anything else."""
    if request.content_type.startswith(("multipart/", "application/x-www-form")):
        return Asked(request.app[WORLD], dict(await request.post()))
    try:
        body = await request.read()
        fields = json.loads(body or b"{}")
    except ValueError as error:
        raise PeopleError(400, "the body is not JSON") from error
    if not isinstance(fields, dict):
        raise PeopleError(400, "the body must be a JSON object")
    if lone_surrogates(body, fields):
        raise PeopleError(400, "the text is not valid Unicode")
    return Asked(request.app[WORLD], fields)
