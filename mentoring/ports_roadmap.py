"""What the use cases of the roadmap need from the outside; see `mentoring.ports`."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from mentoring.people.rules import Role
from mentoring.roadmap.rules import Instance
from mentoring.roadmap.rules_changes import Entry
from mentoring.roadmap.rules_people import StandIn


@dataclass(frozen=True, slots=True)
class Holder:
    """A person holds a role from `first` to `last`; None: until it is changed. `given`: by a curator for that
    time, instead of whoever else holds it. `person` is None when they are known no more.
    """

    id: int
    person: int | None
    role: Role
    first: date
    last: date | None
    given: bool


@dataclass(frozen=True, slots=True)
class Substitute:
    id: int
    stand_in: StandIn


@dataclass(frozen=True, slots=True)
class Noted:
    """A line of the log as it is kept. Values are words: days in ISO, people and results as numbers."""

    n: int
    who: int | None
    at: datetime
    kind: str
    reason: str
    before: Mapping[str, object]
    after: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Counted:
    """What the bot knows of a school year. `sent` counts people by questionnaire, `held` by role; `agreed` are the
    people of each role who have consented; `pairs` those that go on.
    """

    sent: Mapping[str, int]
    held: Mapping[Role, int]
    agreed: Mapping[Role, int]
    talked: int  # candidates with a decision
    selected: int
    pairs: int
    proposed: int  # pairs of a proposal that nobody has approved yet
    members: int
    announced: int  # members who have been told
    met: int  # pairs that have met at all
    meeting: int  # that have met lately
    planned: int
    paired: int  # mentees in a pair


class Roadmap(Protocol):
    """Steps of a school by year, who answers for them, and what was done.

    `due` names the next school after one that is to be looked at; `take` hands it to one process at a time until
    the transaction ends. `plan` is a year with what earlier ones have left open; `everything` all years.
    """

    def wake(self, school_id: int) -> None: ...
    def due(self, now: datetime, after: int) -> int | None: ...
    def take(self, school_id: int, now: datetime) -> bool: ...
    def sleep(self, school_id: int, until: datetime) -> None: ...
    def plan(self, school_id: int, year: int, language: str) -> tuple[Instance, ...]: ...
    def everything(self, school_id: int, language: str) -> tuple[Instance, ...]: ...
    def find(self, school_id: int, step_id: int, language: str, *, changing: bool = False) -> Instance | None: ...
    def add(self, school_id: int, made: Iterable[Instance]) -> None: ...
    def save(self, before: Instance, after: Instance) -> None: ...
    def note(self, school_id: int, entries: Iterable[Entry], at: datetime) -> None: ...
    def log(self, school_id: int, year: int, n: int | None = None) -> Sequence[Noted]: ...
    def holders(self, school_id: int) -> Sequence[Holder]: ...
    def hold(
        self, school_id: int, person_id: int, role: Role, first: date, last: date | None, *, given: bool
    ) -> None: ...
    def release(self, school_id: int, holder_id: int, last: date) -> None: ...
    def substitutes(self, school_id: int) -> Sequence[Substitute]: ...
    def substitute(self, school_id: int, stand_in: StandIn) -> None: ...
    def return_from(self, school_id: int, substitute_id: int, last: date) -> None: ...
    def waiting(self, school_id: int, subject: str | None = None) -> Sequence[tuple[str, int]]: ...
    def counted(self, school_id: int, occasion: str, forms: Collection[str], lately: datetime) -> Counted: ...


class RoadmapUnit(Protocol):
    """The part of a unit of work that the roadmap is made with."""

    @property
    def roadmap(self) -> Roadmap: ...
