"""What the year needs of the bot and its database; whoever runs the bot implements it."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Notice:
    """What the bot says it has said: `account` got it, `keys` are of what was in it, `put_at` its decision."""

    row: int
    account: int
    keys: tuple[str, ...]
    put_at: datetime
    sent_at: datetime


@dataclass(frozen=True, slots=True)
class Meeting:
    """As the bot has stored it. `coming` and `spoken` are accounts; `spoken` have given or passed over a check-in.

    `at` is where the meeting stands in time: its agreed beginning, or when its times were offered.
    """

    id: int
    pair: int
    state: str
    revision: int
    at: datetime
    start: datetime | None = None
    end: datetime | None = None
    ended_at: datetime | None = None
    coming: frozenset[int] = frozenset()
    spoken: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Pair:
    """`pauses` are first days and the days on which work goes on again; `people` are accounts, mentors first."""

    id: int
    people: tuple[int, ...]
    opened_at: datetime
    closed_at: datetime | None
    pauses: tuple[tuple[date, date], ...] = ()


class Ground(Protocol):
    """The running bot. `next` is its own word on when something may be due, None for never."""

    async def next(self) -> datetime | None: ...

    async def rest(self) -> None:
        """Until everything that was pressed or typed is handled and answered."""
        ...

    async def restart(self) -> None:
        """The bot is gone for a moment and comes back to the same database."""
        ...

    async def notices(self, since: datetime) -> Sequence[Notice]:
        """What was sent at `since` or later, in the order in which it was put out."""
        ...

    async def meetings(self, ids: Collection[int] | None = None) -> Sequence[Meeting]:
        """These, or all of them."""
        ...

    async def pairs(self) -> Sequence[Pair]: ...

    async def ladders(self) -> Mapping[int, int]:
        """Which pair a ladder is about, by its number."""
        ...
