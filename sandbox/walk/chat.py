"""A chat as its person sees it: the bot's newest messages and what can be pressed under them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from sandbox.walk.wire import Json, Sandbox

KEPT = 10
HEAD = re.compile(r"Вопрос (\d+) из \d+|Question (\d+) of \d+")
Content = tuple[str, tuple[str, ...]]


def question(text: str) -> str:
    """The question's own words, which stand under "Вопрос 3 из 12"; "" for any other screen."""
    for head, label in pairwise(text.split("\n\n")):
        if HEAD.match(head):
            return label.strip()
    return ""


def number(text: str) -> int:
    """Which question it is, from 1; 0 for any other screen."""
    found = HEAD.search(text)
    return int(found[1] or found[2]) if found else 0


@dataclass(frozen=True, slots=True)
class Button:
    """`route` is what the button is for, `args` which one of its kind: both are read from its data."""

    label: str
    data: str

    @property
    def route(self) -> str:
        """A questionnaire's buttons all begin with `a`: there the third argument tells what they do."""
        head, *rest = self.data.split(":")
        return f"a.{rest[2]}" if head == "a" and len(rest) > 2 else head

    @property
    def args(self) -> tuple[str, ...]:
        rest = self.data.split(":")[1:]
        return tuple(rest[3:] if self.route.startswith("a.") else rest)


@dataclass(frozen=True, slots=True)
class Message:
    """One message of the bot. `seq` grows when it is changed; `file` is its address, "" where there is none."""

    id: int
    seq: int
    text: str
    buttons: tuple[Button, ...]
    file: str = ""
    file_name: str = ""

    @property
    def routes(self) -> frozenset[str]:
        return frozenset(button.route for button in self.buttons)

    @property
    def content(self) -> Content:
        """What it says and offers, whichever message it stands in: a repeated screen has the same."""
        return self.text, tuple(button.data for button in self.buttons)

    @property
    def dated(self) -> bool:
        """Whether its buttons carry the revision of a questionnaire: the very same is never asked twice."""
        return any(route.startswith("a.") for route in self.routes)

    def all(self, route: str) -> list[Button]:
        return [button for button in self.buttons if button.route == route]

    def button(self, route: str, *args: object) -> Button | None:
        """The first button of this kind whose arguments begin with these."""
        wanted = tuple(str(one) for one in args)
        return next((b for b in self.all(route) if b.args[: len(wanted)] == wanted), None)


def message_of(shown: Json) -> Message:
    rows: Iterable[list[Json]] = shown["buttons"] or []
    buttons = tuple(Button(b["text"], b["data"]) for row in rows for b in row if "data" in b)
    file = shown["file"] or {}
    return Message(
        shown["id"], shown["seq"], shown["text"] or "", buttons, file.get("url", ""), file.get("name", "")
    )


class Chat:
    """The private chat of one person with the bot, newest message first."""

    def __init__(self, sandbox: Sandbox, person: int) -> None:
        self.person = person
        self._sandbox = sandbox
        self._after = 0
        self.messages: list[Message] = []

    def look(self) -> None:
        """Read the last few messages again; what is further up nobody scrolls to."""
        found = self._sandbox.get(f"chats/{self.person}/messages", **{"as": self.person, "after": self._after})
        shown = [one for one in found["messages"] if one["from"]["is_bot"] and not one["deleted"]]
        self.messages = [message_of(one) for one in reversed(shown)]
        if len(self.messages) > KEPT:
            self._after = self.messages[KEPT].id

    @property
    def seq(self) -> int:
        return max((message.seq for message in self.messages), default=0)
