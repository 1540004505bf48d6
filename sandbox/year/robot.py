"""A teacher as a robot: when the telephone is looked at, what is done there, when nothing is."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from random import Random
from zoneinfo import ZoneInfo

from sandbox.walk.chat import Message
from sandbox.year import manners
from sandbox.year.acts import Session, Tap, order

KEPT = 40  # old buttons a robot remembers
# What an old or forged press may be of: everything that changes something about meetings.
OLD = frozenset(
    {"mt", "mt.yes", "mt.no2", "mt.off2", "mp.new", "mp.re", "mp.send", "lg.day", "ld.seen"}
    | {"ci.yes", "ci.no", "ci.skip", "ci.mood", "ft.set", "ft.another"}
)
DELAYS = (0, 0, 1, 1, 2, 3, 5, 8, 20, 26, 50, 80)  # hours until a message is looked at
AT_HAND = (8, 13, 16, 18)  # local hours at which a telephone is looked at, most of the time
ODDLY = 0.04


@dataclass(slots=True)
class Robot:
    """`number` is all that logs know of it. `lane` tells those apart who may hear of each other's acts.

    `ends` is the day from which nothing new is begun, so that the year can come to its end.
    """

    number: int
    account: int
    role: str
    lane: int
    seed: int
    zone: str
    ends: date
    rng: Random = field(init=False)
    wakes: datetime | None = None
    silent_until: datetime | None = None
    next_wish: date | None = None
    floor: int = 0
    unread: int = 0
    blocked: bool = False
    muted: bool = False
    quiet: tuple[str, str] | None = None
    old: list[tuple[int, str]] = field(default_factory=list)

    def __post_init__(self) -> None:
        # A text seeds it the same way in every process.
        self.rng = Random(f"{self.seed}:{self.number}")

    def settle_in(self, first: date) -> None:
        """A mentor writes first; some mentees do too."""
        if self.role == "mentor" or (self.role == "mentee" and self.rng.random() < 0.15):
            self.next_wish = first + timedelta(days=self.rng.randrange(12, 40))
            self._wish()

    def _wish(self) -> None:
        if self.next_wish is not None and self.next_wish < self.ends:
            self._wake(self._local(self.next_wish, self.rng.choice(AT_HAND)))

    def _local(self, day: date, hour: int, minute: int = 0) -> datetime:
        return datetime.combine(day, time(hour, minute), ZoneInfo(self.zone)).astimezone(UTC)

    def _wake(self, at: datetime) -> None:
        self.wakes = at if self.wakes is None else min(self.wakes, at)

    def heard(self, now: datetime) -> None:
        """A message came unasked; it is looked at soon, late, or not at all."""
        self.unread += 1
        if self.silent_until is not None and now < self.silent_until:
            return
        hours, lazy = self.rng.choice(DELAYS), self.rng.random()
        if lazy < 0.8:
            self._wake(self._at_hand(now + timedelta(hours=hours), now, odd=lazy < ODDLY))

    def _at_hand(self, at: datetime, now: datetime, *, odd: bool) -> datetime:
        """In a break, mostly; now and then at an odd minute of any hour."""
        if odd:
            return at + timedelta(minutes=self.rng.randrange(1, 59))
        day = at.astimezone(ZoneInfo(self.zone)).date()
        hours = [self._local(day + timedelta(days=more), hour) for more in (0, 1) for hour in AT_HAND]
        return next(found for found in hours if found >= at and found > now)

    def due(self, now: datetime) -> bool:
        return self.wakes is not None and self.wakes <= now

    def session(self, now: datetime, chat: list[Message]) -> Session:
        """What is done now that the telephone is in hand; `chat` are the bot's latest messages."""
        self.wakes, today = None, now.astimezone(ZoneInfo(self.zone)).date()
        late, unread, self.unread = today >= self.ends, self.unread, 0
        yield from self._read(sorted(chat[-unread:] if unread else [], key=order)[:3], late)
        if self.next_wish is not None and today >= self.next_wish and not late:
            self.next_wish = today + timedelta(days=self.rng.randrange(24, 56))
            yield from manners.begin(self.rng)
        if not late:
            yield from self._mischief()
        self._rest(now)
        self._wish()

    def _read(self, messages: list[Message], late: bool) -> Session:
        for message in messages:
            self.remember(message)
            if not late or "ci.yes" in message.routes:
                yield from manners.react(self.rng, message)

    def remember(self, message: Message) -> None:
        self.old += [(message.id, button.data) for button in message.buttons if button.route in OLD]
        del self.old[:-KEPT]

    def _mischief(self) -> Session:
        mood = self.rng.random()
        if mood < 0.04 and self.old:
            number, data = self.rng.choice(self.old)
            yield Tap(number, data)
        elif mood < 0.06 and self.role in ("mentor", "mentee"):
            yield from manners.put_down(self.rng)

    def _rest(self, now: datetime) -> None:
        """Now and then nothing is answered for days."""
        if self.rng.random() < 0.03:
            self.silent_until = now + timedelta(days=self.rng.randrange(3, 26))
