"""What the use cases of the plan and of the calendar need from the outside; see `mentoring.ports`."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal, Protocol

from mentoring.calendar.rules import Special
from mentoring.plan.rules import Plan
from mentoring.plan.rules_results import Result


@dataclass(frozen=True, slots=True)
class Change:
    """Who changed what in a plan, when. `what` is a key of the locales' `plan-did-*`, `about` the words of the
    goal, task or result; `by` is None once that person was erased.
    """

    pair_id: int
    by: int | None
    at: datetime
    what: str
    about: str
    task_id: int | None = None


class Plans(Protocol):
    """Plans by pair. A goal, task or result with the number 0 has not been stored yet."""

    def find(self, school_id: int, pair_id: int, *, changing: bool = False) -> Plan: ...
    def save(self, before: Plan, after: Plan) -> Plan: ...
    def results(self, school_id: int, pair_id: int) -> Sequence[Result]: ...
    def keep_result(self, result: Result) -> Result: ...
    def drop_result(self, result: Result) -> None: ...
    def note(self, change: Change) -> None: ...
    def changes(self, school_id: int, pair_id: int) -> Sequence[Change]: ...


@dataclass(frozen=True, slots=True)
class StoredDays:
    """A special period with the number it is stored under."""

    id: int
    days: Special


class Calendars(Protocol):
    def week(self, school_id: int) -> Literal[5, 6]: ...
    def set_week(self, school_id: int, days: Literal[5, 6]) -> None: ...
    def specials(self, school_id: int) -> Sequence[StoredDays]: ...
    def add(self, school_id: int, specials: Iterable[Special]) -> int: ...
    def remove(self, school_id: int, special_id: int) -> bool: ...


class PlannedUnit(Protocol):
    """The part of a unit of work that holds plans and calendars."""

    @property
    def plans(self) -> Plans: ...
    @property
    def calendars(self) -> Calendars: ...
