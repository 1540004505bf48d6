"""What the digest needs from the outside; see `mentoring.ports`."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from mentoring.digest.rules_when import Kind, Sending


@dataclass(frozen=True, slots=True)
class Happened:
    """Moments to count: when meetings that took place began, when those did that were missed, when questionnaires
    with a name were sent. When a nameless one was sent is kept nowhere.
    """

    held: tuple[datetime, ...]
    missed: tuple[datetime, ...]
    answered: tuple[datetime, ...]


class Digests(Protocol):
    """When each school's digests are due, and the counts they are made of.

    `take` hands a school that is still due to one process at a time, until the transaction ends. `nudged` notes
    that a pair is reminded on `day` and says whether it may be: not when it was after `since`.
    """

    def start(self, school_id: int, today: date, now: datetime) -> None: ...
    def due(self, now: datetime) -> Sequence[tuple[int, Kind]]: ...
    def take(self, school_id: int, kind: Kind, now: datetime) -> Sending | None: ...
    def find(self, school_id: int, kind: Kind) -> Sending | None: ...
    def keep(self, sending: Sending, due_at: datetime | None) -> None: ...
    def wake(self, school_id: int, now: datetime) -> None: ...
    def nudged(self, pair_id: int, day: date, since: date) -> bool: ...
    def happened(self, school_id: int, since: datetime, until: datetime) -> Happened: ...
    def answered(self, school_id: int, survey_ids: Collection[int]) -> Mapping[int, frozenset[int]]: ...


class DigestingUnit(Protocol):
    """The part of a unit of work that digests are made with."""

    @property
    def digests(self) -> Digests: ...
