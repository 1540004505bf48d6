"""What the sandbox remembers: people, bots, chats, messages, files. All of it in memory, all of it mutable."""

from __future__ import annotations

from asyncio import Future
from dataclasses import dataclass, field
from typing import Any

from sandbox.updates import UpdateQueue

Json = dict[str, Any]
MEMBER, ADMIN, OWNER, LEFT, KICKED = "member", "administrator", "creator", "left", "kicked"
PRESENT = frozenset((MEMBER, ADMIN, OWNER))


@dataclass(slots=True)
class Person:
    """`started` and `blocked` hold the ids of the bots this person started or blocked."""

    id: int
    first_name: str
    last_name: str = ""
    username: str = ""
    language_code: str = "ru"
    role: str = ""
    started: set[int] = field(default_factory=set)
    blocked: set[int] = field(default_factory=set)
    deactivated: bool = False
    _user: Json | None = None

    @property
    def name(self) -> str:
        return f"{self.first_name} {self.last_name}".strip()

    def user(self) -> Json:
        """The Bot API's User. One and the same object every time, so that a long record of calls stays small."""
        if self._user is None:
            self._user = self._described()
        return self._user

    def _described(self) -> Json:
        user: Json = {"id": self.id, "is_bot": False, "first_name": self.first_name}
        if self.last_name:
            user["last_name"] = self.last_name
        if self.username:
            user["username"] = self.username
        if self.language_code:
            user["language_code"] = self.language_code
        return user


@dataclass(slots=True)
class Webhook:
    """As setWebhook set it, with what getWebhookInfo tells of its troubles."""

    url: str
    secret: str = ""
    max_connections: int = 40
    last_error_date: int = 0
    last_error_message: str = ""


@dataclass(slots=True)
class Bot:
    """`texts` holds name, description … by (field, language); `commands` by (scope as JSON, language)."""

    id: int
    token: str
    username: str
    first_name: str
    queue: UpdateQueue
    next_message: int = 1
    webhook: Webhook | None = None
    privacy: bool = True
    commands: dict[tuple[str, str], list[Json]] = field(default_factory=dict)
    texts: dict[tuple[str, str], str] = field(default_factory=dict)
    menus: dict[int, Json] = field(default_factory=dict)
    rights: dict[bool, Json] = field(default_factory=dict)
    files: dict[str, StoredFile] = field(default_factory=dict)
    paths: dict[str, StoredFile] = field(default_factory=dict)
    _user: Json | None = None

    @property
    def name(self) -> str:
        return self.first_name

    def user(self) -> Json:
        """The Bot API's User, shared like a person's."""
        if self._user is None or self._user["first_name"] != self.first_name:
            self._user = {"id": self.id, "is_bot": True, "first_name": self.first_name, "username": self.username}
        return self._user


@dataclass(slots=True)
class StoredFile:
    """Bytes that were sent once; `kind` is the message field they live in (document, photo, voice …)."""

    unique: str
    kind: str
    name: str
    mime: str
    data: bytes
    facts: Json = field(default_factory=dict)


@dataclass(slots=True)
class Chat:
    """A group by its own id, or the private chat of one person with one bot (`owner`, `bot`)."""

    id: int
    type: str
    title: str = ""
    owner: Person | None = None
    bot: Bot | None = None
    members: dict[int, str] = field(default_factory=dict)
    messages: dict[int, Message] = field(default_factory=dict)
    pinned: list[int] = field(default_factory=list)
    topics: dict[int, Json] = field(default_factory=dict)
    requests: dict[int, Json] = field(default_factory=dict)
    facts: Json = field(default_factory=dict)
    next_message: int = 1
    migrated_to: int | None = None
    shown: Json | None = None
    last_bot: int | None = None

    def here(self, user: int) -> bool:
        return self.members.get(user) in PRESENT


@dataclass(slots=True)
class Message:
    """`extra` holds further Bot API fields as they are shown (forward_origin, service fields, poll …); `votes` the
    options each person chose in a poll.
    """

    chat: Chat
    id: int
    date: int
    sender: Person | Bot
    kind: str = "text"
    text: str = ""
    entities: list[Json] = field(default_factory=list)
    file: StoredFile | None = None
    markup: Json | None = None
    keyboard: Json | None = None
    reply_to: Message | None = None
    extra: Json = field(default_factory=dict)
    reactions: dict[int, list[Json]] = field(default_factory=dict)
    votes: dict[int, list[int]] = field(default_factory=dict)
    edit_date: int | None = None
    seq: int = 0
    deleted: bool = False


@dataclass(slots=True)
class Callback:
    """A pressed button that waits for the bot's answer; `made` is sandbox time."""

    id: str
    bot: Bot
    person: Person
    made: int
    answer: Future[Json]
