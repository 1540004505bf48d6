"""The sandbox's world: who there is, what was said, and which bots are told."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from sandbox.calls import CallLog
from sandbox.changes import Changes
from sandbox.clock import SandboxClock, first_number
from sandbox.errors import PeopleError
from sandbox.faults import Faults
from sandbox.flood import Flood
from sandbox.model import (
    ADMIN,
    LEFT,
    MEMBER,
    OWNER,
    PRESENT,
    Bot,
    Callback,
    Chat,
    Json,
    Message,
    Person,
    StoredFile,
)
from sandbox.options import Options
from sandbox.privacy import sees
from sandbox.render import member_change, message_json
from sandbox.updates import UpdateQueue

FIRST_PERSON, FIRST_GROUP, FIRST_BOT = 2_000_001, -4_000_001, 1_000_001
SUPERGROUPS = -1_000_000_000_000
MAX_ID = 2**30


@dataclass(slots=True)
class World:
    """Everything in memory; nothing survives the process."""

    options: Options
    clock: SandboxClock = field(default_factory=SandboxClock)
    people: dict[int, Person] = field(default_factory=dict)
    bots: dict[int, Bot] = field(default_factory=dict)
    tokens: dict[str, Bot] = field(default_factory=dict)
    groups: dict[int, Chat] = field(default_factory=dict)
    private: dict[tuple[int, int], Chat] = field(default_factory=dict)
    files: dict[str, StoredFile] = field(default_factory=dict)
    callbacks: dict[str, Callback] = field(default_factory=dict)
    polls: dict[str, Message] = field(default_factory=dict)
    changes: Changes = field(default_factory=Changes)
    calls: CallLog = field(default_factory=CallLog)
    faults: Faults = field(default_factory=Faults)
    bots_changed: asyncio.Event = field(default_factory=asyncio.Event)
    flood: Flood = field(init=False)
    groups_made: int = 0

    def __post_init__(self) -> None:
        self.clock.speed = self.options.speed
        self.flood = Flood(self.options.limits)

    def user(self, user: int) -> Person | Bot | None:
        return self.people.get(user) or self.bots.get(user)

    def user_json(self, user: int) -> Json | None:
        found = self.user(user)
        return found.user() if found else None

    def add_person(self, facts: Mapping[str, Any]) -> Person:
        """A new person with the next id; `facts` are Person's text fields."""
        person = Person(FIRST_PERSON + len(self.people), **facts)
        self.people[person.id] = person
        self.changes.state()
        return person

    def add_bot(self, username: str, first_name: str, token: str) -> Bot:
        queue = UpdateQueue(first_number(16, MAX_ID))
        bot = Bot(int(token.split(":")[0]), token, username, first_name, queue, first_number(1, 10**8))
        self.bots[bot.id] = self.tokens[token] = bot
        self.bots_changed.set()
        self.changes.state()
        return bot

    def add_group(self, title: str, owner: int, members: list[int]) -> Chat:
        chat = Chat(FIRST_GROUP - self.groups_made, "group", title, next_message=first_number(1, 10**8))
        self.groups_made += 1
        chat.members = {owner: OWNER} | {member: MEMBER for member in members if member != owner}
        self.groups[chat.id] = chat
        self.changes.state()
        return chat

    def private_chat(self, bot: Bot, person: Person) -> Chat:
        key = (bot.id, person.id)
        chat = self.private.get(key)
        if chat is None:
            chat = self.private[key] = Chat(person.id, "private", owner=person, bot=bot)
        return chat

    def first_bot(self) -> Bot:
        if not self.bots:
            raise PeopleError(404, "there is no bot here")
        return next(iter(self.bots.values()))

    def bots_in(self, chat: Chat) -> Iterator[Bot]:
        if chat.bot is not None:
            yield chat.bot
            return
        for user, status in chat.members.items():
            if status in PRESENT and user in self.bots:
                yield self.bots[user]

    def post(self, chat: Chat, sender: Person | Bot, **content: Any) -> Message:
        """A new message in the chat; `content` are Message's fields."""
        counter: Chat | Bot = chat.bot or chat
        message = Message(chat, counter.next_message, self.clock.unix(), sender, **content)
        counter.next_message += 1
        chat.messages[message.id] = message
        if isinstance(sender, Bot):
            chat.last_bot = sender.id
        message.seq = self.changes.chat(chat.id)
        return message

    def touch(self, message: Message, edited: bool = True) -> None:
        """The message changed: pages are told, and it is marked as edited when a reader would see that."""
        if edited:
            message.edit_date = self.clock.unix()
        message.seq = self.changes.chat(message.chat.id)

    def delete(self, message: Message) -> None:
        """Its place stays, so that pages learn of it; bots find nothing there."""
        message.deleted = True
        message.text, message.entities, message.markup, message.keyboard = "", [], None, None
        message.file, message.extra = None, {}
        if message.id in message.chat.pinned:
            message.chat.pinned.remove(message.id)
        self.touch(message, edited=False)

    def tell(self, bot: Bot, kind: str, body: Json) -> None:
        if bot.queue.wants(kind):
            bot.queue.push({kind: body}, self.clock.unix())

    def tell_message(self, message: Message, kind: str = "message") -> None:
        """To every bot of the chat that may see it; never to the one that sent it, nor of another bot's words."""
        for bot in self.bots_in(message.chat):
            if bot is not message.sender and sees(bot, message):
                self.tell(bot, kind, message_json(message, bot))

    def member_changed(self, chat: Chat, actor: Person | Bot, user: Person | Bot, after: str) -> None:
        """Sets the status and tells: a bot of its own as my_chat_member, of others only as an administrator."""
        change = (chat.members.get(user.id, LEFT), after)
        chat.members[user.id] = after
        for bot in list(self.bots.values()):
            body = member_change(chat, actor, user, change, self.clock.unix())
            if bot.id == user.id:
                self.tell(bot, "my_chat_member", body)
            elif chat.members.get(bot.id) == ADMIN:
                self.tell(bot, "chat_member", body)
        self.changes.state()
