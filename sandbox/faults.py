"""Troubles on order: the next calls fail, or the next updates come twice or as rubbish."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Literal, get_args

from sandbox.errors import PeopleError

Kind = Literal["timeout", "reset_after_accept", "429", "500", "403", "duplicate_update", "garbage_update"]
KINDS: tuple[str, ...] = get_args(Kind)
UPDATE_KINDS = frozenset(("duplicate_update", "garbage_update"))
# Nothing in the Bot API looks like this: the kinds are known, the shapes are not.
GARBAGE: dict[str, Any] = {
    "message": {"message_id": "seven", "chat": [None], "date": {"a": -1}},
    "callback_query": 5,
}


@dataclass(slots=True)
class Fault:
    """`method` None is any method (getUpdates only when named); `seconds` is how long a timeout holds."""

    kind: str
    left: int
    method: str | None = None
    bot: int | None = None
    retry_after: int = 1
    seconds: float = 60.0


@dataclass(slots=True)
class Faults:
    waiting: list[Fault] = field(default_factory=list)

    def add(self, fault: Fault) -> None:
        if fault.kind not in KINDS:
            raise PeopleError(400, f"kind must be one of: {', '.join(KINDS)}")
        self.waiting.append(fault)

    def take(self, bot: int, method: str) -> Fault | None:
        """The first fault that fits this call, counted down."""
        for fault in self.waiting:
            if _fits(fault, bot, method):
                fault.left -= 1
                self.waiting = [one for one in self.waiting if one.left > 0]
                return fault
        return None


def _fits(fault: Fault, bot: int, method: str) -> bool:
    if fault.bot not in (None, bot):
        return False
    if fault.method is None:
        return method != "getupdates"
    return fault.method.lower() == method
