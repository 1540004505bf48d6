"""What the use cases of the year's end need from the outside; see `mentoring.ports`."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any, Protocol

from mentoring.awards.rules import Ballot, Nomination
from mentoring.cases.rules import Case
from mentoring.year.rules_retention import DataKind, Kept


class VoteState(StrEnum):
    DRAFT = "draft"  # the curator chooses the nominees
    OPEN = "open"
    CLOSED = "closed"  # counted, not confirmed
    DONE = "done"


@dataclass(frozen=True, slots=True)
class Contest:
    """A nomination of one school year. `nominees` are names such as "m7" (a person) and "p3" (a pair); `winner` is
    one of them, empty where nobody was confirmed (yet).
    """

    id: int
    school_id: int
    occasion: str
    nomination: Nomination
    state: VoteState
    winner: str
    nominees: tuple[str, ...]


class Awards(Protocol):
    """Nominations, ballots, notes of merit and what papers are printed on."""

    def all(self, school_id: int, occasion: str) -> Sequence[Contest]: ...
    def find(self, school_id: int, contest_id: int, *, changing: bool = False) -> Contest | None: ...
    def add(self, school_id: int, occasion: str, nomination: Nomination) -> Contest: ...
    def set(self, contest_id: int, **changes: Any) -> None: ...
    def keep_nominees(self, contest_id: int, nominees: Iterable[str]) -> None: ...
    def ballots(self, contest_id: int) -> Sequence[Ballot]: ...
    def vote(self, contest_id: int, ballot: Ballot) -> None: ...
    def telling(self, contest_id: int) -> Collection[int]: ...
    def tell(self, contest_id: int, person_id: int) -> None: ...
    def notes(self, school_id: int, occasion: str) -> Mapping[int, Mapping[str, int]]: ...
    def note(self, person_id: int, occasion: str, what: str, times: int) -> None: ...
    def points(self, school_id: int) -> Mapping[str, int]: ...
    def keep_points(self, school_id: int, points: Mapping[str, int]) -> None: ...
    def blank(self, school_id: int) -> bytes | None: ...
    def keep_blank(self, school_id: int, picture: bytes | None) -> None: ...


@dataclass(frozen=True, slots=True)
class StoredCase:
    """`released_at` is when the curator let it out; whether it may be out now is asked anew each time."""

    case: Case
    revision: int
    released_at: datetime | None


class Cases(Protocol):
    """One a pair; `save` is refused when another revision is stored."""

    def all(self, school_id: int, occasion: str | None = None) -> Sequence[StoredCase]: ...
    def find(self, school_id: int, case_id: int) -> StoredCase | None: ...
    def of_person(self, school_id: int, person_id: int) -> Sequence[StoredCase]: ...
    def add(self, school_id: int, occasion: str, case: Case) -> StoredCase | None: ...
    def save(self, stored: StoredCase) -> bool: ...


@dataclass(frozen=True, slots=True)
class Gone:
    """So many records of a kind and school year that were destroyed; `persons` are whose they were."""

    kind: DataKind
    year: int
    count: int
    persons: tuple[int, ...]
    withdrawn: bool = False


@dataclass(frozen=True, slots=True)
class StoredAct:
    id: int
    made_at: datetime
    gone: tuple[Gone, ...]


@dataclass(frozen=True, slots=True)
class StoredFile:
    """A document of the site; `ending` such as "pdf", `size` in bytes. The content is read apart."""

    id: int
    title: str
    ending: str
    size: int


class YearTurn(Protocol):
    """Rollovers, what is kept with a term, acts of destruction, the site's documents."""

    def begin(self, school_id: int, year: int, by: int, now: datetime) -> bool: ...
    def finish(self, school_id: int, year: int, act_id: int | None) -> None: ...
    def years(self, school_id: int) -> Sequence[str]: ...
    def readable(self, school_id: int, occasion: str) -> int: ...
    def kept(self, school_id: int) -> Sequence[Kept]: ...
    def destroy(self, school_id: int, kept: Sequence[Kept]) -> Sequence[Gone]: ...
    def withdrawn(self, before: datetime, limit: int) -> Sequence[int]: ...
    def forget_withdrawn(self, school_id: int, before: datetime) -> Sequence[Gone]: ...
    def schools_after(self, school_id: int, limit: int) -> Sequence[int]: ...
    def keep_act(self, school_id: int, now: datetime, gone: Iterable[Gone]) -> StoredAct: ...
    def act(self, school_id: int, act_id: int) -> StoredAct | None: ...
    def acts(self, school_id: int) -> Sequence[StoredAct]: ...
    def files(self, school_id: int) -> Sequence[StoredFile]: ...
    def contents(self, school_id: int) -> Mapping[int, bytes]: ...
    def add_file(self, school_id: int, title: str, ending: str, content: bytes) -> StoredFile: ...
    def drop_file(self, school_id: int, file_id: int) -> bool: ...


class YearUnit(Protocol):
    """The part of a unit of work that ends a year and begins the next."""

    @property
    def awards(self) -> Awards: ...
    @property
    def cases(self) -> Cases: ...
    @property
    def turn(self) -> YearTurn: ...
