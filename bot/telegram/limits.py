"""When the next message may leave: Telegram's published limits. Pure; time is an argument, in seconds.

30 messages a second overall, one a second in a chat (short bursts are borne), 20 a minute in a group; a
`retry_after` is obeyed to the second. Source: the Bot API's FAQ, "My bot is hitting limits".
"""

from __future__ import annotations

from dataclasses import dataclass, field

OVERALL = 1 / 29.5  # a hair under 30 a second, so that the server's clock never sees 31
PRIVATE, PRIVATE_BURST = 1.02, 4
GROUP, GROUP_BURST = 3.05, 1


@dataclass(slots=True)
class Pace:
    """A rate with a small allowance: the virtual moment at which everything said so far would be used up."""

    every: float
    burst: int
    used_until: float = 0.0

    def free_at(self) -> float:
        return self.used_until - self.every * (self.burst - 1)

    def take(self, now: float) -> None:
        self.used_until = max(self.used_until, now) + self.every


@dataclass(slots=True)
class Limits:
    """All chats of one bot. Edits make no new message and are not counted, but obey a `retry_after`.

    Without `paced` nothing but a `retry_after` is waited for.
    """

    overall: Pace = field(default_factory=lambda: Pace(OVERALL, 1))
    chats: dict[int, Pace] = field(default_factory=dict)
    held: dict[int, float] = field(default_factory=dict)
    paused_until: float = 0.0
    paced: bool = True

    def free_at(self, chat_id: int, *, counts: bool) -> float:
        """The moment from which a call for this chat may leave."""
        held = max(self.paused_until, self.held.get(chat_id, 0.0))
        if not counts or not self.paced:
            return held
        chat = self.chats.get(chat_id)
        return max(held, self.overall.free_at(), chat.free_at() if chat else 0.0)

    def take(self, chat_id: int, now: float) -> None:
        if not self.paced:
            return
        self.overall.take(now)
        fresh = Pace(GROUP, GROUP_BURST) if chat_id < 0 else Pace(PRIVATE, PRIVATE_BURST)
        self.chats.setdefault(chat_id, fresh).take(now)

    def hold(self, chat_id: int, until: float) -> None:
        """Telegram said how long to leave this chat alone."""
        self.held[chat_id] = max(until, self.held.get(chat_id, 0.0))

    def pause(self, until: float) -> None:
        """The server is out of reach: leave it alone altogether."""
        self.paused_until = max(until, self.paused_until)

    def forget(self, now: float) -> None:
        """Drop the chats that have been silent so long that they are free anyway."""
        self.chats = {chat: pace for chat, pace in self.chats.items() if pace.used_until > now}
        self.held = {chat: until for chat, until in self.held.items() if until > now}
