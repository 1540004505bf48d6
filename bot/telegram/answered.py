"""What came of one update, and the open transaction it happens in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol, TypeVar

from handlers.screens import Reply
from mentoring.ports import Unit

T = TypeVar("T")


class Running(Protocol):
    """The open transaction of this update."""

    @property
    def wrote(self) -> bool: ...
    async def run(self, work: Callable[[Unit], T]) -> T: ...


@dataclass(frozen=True, slots=True)
class Answered:
    """A reply and where it goes. `message_id` is the message to replace; `query_id` the press to answer."""

    reply: Reply
    language: str
    chat_id: int
    person_id: int | None
    message_id: int | None = None
    query_id: str | None = None
