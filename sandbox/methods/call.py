"""One Bot API call: whose it is, what it asks, and the checks most methods share."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

from sandbox.args import Args
from sandbox.errors import bad, forbidden
from sandbox.model import ADMIN, KICKED, PRESENT, Bot, Chat, Message, Person
from sandbox.world import World


@dataclass(slots=True)
class Call:
    """`name` is the method's, in lower case."""

    world: World
    bot: Bot
    args: Args
    name: str

    def chat(self) -> Chat:
        """The chat of `chat_id`, if the bot may write there; else Telegram's 400 or 403."""
        return self.chat_of("chat_id")

    def read_chat(self) -> Chat:
        """The chat of `chat_id` for looking only: one who blocked the bot can still be looked up."""
        person = self.world.people.get(self.args.number("chat_id"))
        if person is not None and self.bot.id in person.started:
            return self.world.private_chat(self.bot, person)
        return self.chat()

    def chat_of(self, name: str) -> Chat:
        if not self.args.has(name):
            raise bad(f"{name} is empty")
        number = self.args.number(name)
        if number < 0:
            return self.group(number)
        return self._private(number)

    def _private(self, number: int) -> Chat:
        person = self.world.people.get(number)
        if person is None:
            if number in self.world.bots:
                raise forbidden("bot can't send messages to bots")
            raise bad("chat not found")
        if person.deactivated:
            raise forbidden("user is deactivated")
        if self.bot.id not in person.started:
            raise self._stranger(person)
        if self.bot.id in person.blocked:
            raise forbidden("bot was blocked by the user")
        return self.world.private_chat(self.bot, person)

    def _stranger(self, person: Person) -> Exception:
        """A bot knows by id only those it shared a group with; they must write first all the same."""
        shared = any(
            person.id in group.members and self.bot.id in group.members for group in self.world.groups.values()
        )
        return forbidden("bot can't initiate conversation with a user") if shared else bad("chat not found")

    def group(self, number: int) -> Chat:
        group = self.world.groups.get(number)
        status = group.members.get(self.bot.id) if group else None
        if group is None or status is None:
            raise bad("chat not found")
        if group.migrated_to is not None:
            words = "group chat was upgraded to a supergroup chat"
            raise bad(words, {"migrate_to_chat_id": group.migrated_to})
        if status == KICKED:
            raise forbidden(f"bot was kicked from the {group.type} chat")
        if status not in PRESENT:
            raise forbidden(f"bot is not a member of the {group.type} chat")
        return group

    def message(self, chat: Chat, missing: str, name: str = "message_id") -> Message:
        """A message that is still there, else 400 with `missing`."""
        if not self.args.has(name):
            raise bad("message identifier is not specified")
        message = chat.messages.get(self.args.number(name))
        if message is None or message.deleted:
            raise bad(missing)
        return message

    def need_admin(self, chat: Chat, words: str) -> None:
        """In a group some things are for administrators only."""
        if chat.owner is None and chat.members.get(self.bot.id) != ADMIN:
            raise bad(words)


Method = Callable[[Call], Any | Awaitable[Any]]
METHODS: dict[str, Method] = {}


def method(*names: str) -> Callable[[Method], Method]:
    """Registers a function for the Bot API methods of these names; `Call.name` tells which was called."""

    def register(function: Method) -> Method:
        METHODS.update((name.lower(), function) for name in names)
        return function

    return register
