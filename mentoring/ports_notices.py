"""What the delivery of notices needs from the outside; see `mentoring.ports`."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from mentoring.notices.rules_delivery import Decision, Reader, Waiting


@dataclass(frozen=True, slots=True)
class Dropped:
    """How many notices of one rule were not said, and why."""

    rule: str
    why: str
    count: int


class Queue(Protocol):
    """Notices that wait, and what became of them.

    `due_people` hands out each person to one process at a time, until the transaction ends. `names` are those of
    bundles by the notices in them; a bundle's name is also the key of the message in the outbox.
    """

    def due_people(self, now: datetime, after: int, limit: int) -> tuple[Sequence[int], int | None]: ...
    def waiting(self, people: Collection[int], now: datetime) -> Mapping[int, Sequence[Waiting]]: ...
    def readers(self, people: Collection[int], now: datetime) -> Mapping[int, Reader]: ...
    def settle(self, decisions: Iterable[Decision], names: Mapping[int, str], now: datetime) -> None: ...
    def find(self, person_id: int, notice_id: int) -> Waiting | None: ...
    def bundle(self, person_id: int, name: str) -> Sequence[Waiting]: ...
    def put_off(self, notices: Iterable[int], until: datetime) -> None: ...
    def stop(self, person_id: int, rule: str, subject: str, now: datetime) -> None: ...
    def dropped(self, school_id: int, since: datetime) -> Sequence[Dropped]: ...


class DeliveringUnit(Protocol):
    """The part of a unit of work that waits before it speaks."""

    @property
    def queue(self) -> Queue: ...
    def withdraw(self, prefix: str, person_id: int | None = None) -> None: ...

    def take_back(self, keys: Collection[tuple[str, int]]) -> None: ...
