"""What the bot says in a group: it names its audience and its class, and the door out refuses what is not public.

Pure.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from mentoring.notices.rules import Audience, Privacy
from mentoring.texts import Words


class PostKind(StrEnum):
    ASK = "ask"
    ANSWER = "answer"
    POLL = "poll"
    WORD = "word"


class Deed(StrEnum):
    """What is done to a message that is there already."""

    HEAR = "hear"
    CLOSE = "close"
    ERASE = "erase"


@dataclass(frozen=True, slots=True)
class LinkButton:
    """A button under a group's message: a link to the private chat, or a press that shows nothing personal."""

    label: Words
    url: str = ""
    data: str = ""


@dataclass(frozen=True, slots=True)
class GroupPost:
    """A silent message. `options` make it a poll without names, whose question is the text.

    `key` makes it once-only and names the row that learns the message's number; `about` is the author of words
    that are not the bot's own: it goes with them.
    """

    chat_id: int
    key: str
    text: tuple[Words, ...]
    language: str
    audience: Audience
    privacy: Privacy
    thread_id: int | None = None
    buttons: tuple[LinkButton, ...] = ()
    options: tuple[str, ...] = ()
    reply_to: int | None = None
    about: int | None = None


@dataclass(frozen=True, slots=True)
class GroupDeed:
    chat_id: int
    message_id: int
    deed: Deed
    audience: Audience
    privacy: Privacy
