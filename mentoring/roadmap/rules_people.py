"""Who answers for what on which day: dated roles, stand-ins, and where there is nobody. Pure. Days are local."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from mentoring.people.rules import Role
from mentoring.roadmap.rules import Instance

_ONE = timedelta(days=1)
_CHAIN = 5  # stand-ins of stand-ins that are followed; a circle ends there


@dataclass(frozen=True, slots=True)
class Assignment:
    """A person holds a role from `first` to `last`, both included; None: until it is changed."""

    person: int
    role: Role
    first: date
    last: date | None = None

    def covers(self, day: date) -> bool:
        return self.first <= day and (self.last is None or day <= self.last)


@dataclass(frozen=True, slots=True)
class StandIn:
    """`person` does what falls to `absent` until `last`, in one role or, with None, in all of them.

    It always has an end, so nobody is forgotten as a stand-in. Raises ValueError for one who stands in for
    themselves, and for an end before the beginning.
    """

    absent: int
    person: int
    first: date
    last: date
    role: Role | None = None

    def __post_init__(self) -> None:
        if self.absent == self.person or self.last < self.first:
            raise ValueError("a stand-in is another person, for at least a day")

    def covers(self, day: date) -> bool:
        return self.first <= day <= self.last


@dataclass(frozen=True, slots=True)
class Staff:
    """Everything known of who holds which role in one school. `gone` take part no more, whatever they held."""

    assignments: tuple[Assignment, ...] = ()
    stand_ins: tuple[StandIn, ...] = ()
    gone: frozenset[int] = frozenset()

    def holding(self, role: Role, day: date) -> tuple[int, ...]:
        """Who acts in the role that day: the stand-in instead of whoever is away."""
        held = (one.person for one in self.assignments if one.role is role and one.covers(day))
        return self._present(self._acting(person, role, day) for person in held)

    def changes_between(self, first: date, until: date) -> tuple[date, ...]:
        """The days after `first` and before `until` on which somebody begins or ceases to act, in order."""
        days: set[date] = set()
        spans = [(one.first, one.last) for one in self.assignments]
        for begins, ends in [*spans, *((one.first, one.last) for one in self.stand_ins)]:
            days.add(begins)
            if ends is not None:
                days.add(ends + _ONE)
        return tuple(sorted(day for day in days if first < day < until))

    def _acting(self, person: int, role: Role | None, day: date) -> int:
        for _ in range(_CHAIN):
            stand_in = next((one for one in self.stand_ins if self._for(one, person, role, day)), None)
            if stand_in is None:
                break
            person = stand_in.person
        return person

    @staticmethod
    def _for(one: StandIn, person: int, role: Role | None, day: date) -> bool:
        return one.absent == person and one.covers(day) and (one.role is None or one.role is role)

    def acting_for(self, people: Iterable[int], day: date) -> tuple[int, ...]:
        """The persons, or who stands in that day for all that they do."""
        return self._present(self._acting(person, None, day) for person in people)

    def _present(self, people: Iterable[int]) -> tuple[int, ...]:
        return tuple(dict.fromkeys(person for person in people if person not in self.gone))


def responsible(instance: Instance, staff: Staff, day: date) -> tuple[int, ...]:
    """Who answers for the step on that day: those named for it, else everybody in its roles; maybe nobody."""
    if named := staff.acting_for(instance.people, day):
        return named
    found = (person for role in instance.step.roles for person in staff.holding(role, day))
    return tuple(dict.fromkeys(found))


@dataclass(frozen=True, slots=True)
class Vacancy:
    """Nobody answers for the step since `since`; `roles` are those that somebody should be given."""

    instance: Instance
    roles: tuple[Role, ...]
    since: date


def vacancies(plan: Iterable[Instance], staff: Staff, day: date) -> Iterator[Vacancy]:
    """The steps still to be done that nobody answers for on that day."""
    for one in plan:
        if one.live and (one.last is None or day <= one.last) and not responsible(one, staff, day):
            yield Vacancy(one, one.step.roles, _vacant_since(one, staff, day))


def _vacant_since(instance: Instance, staff: Staff, day: date) -> date:
    """The first day of the present gap, so that a later gap is another one."""
    since = instance.since
    for changed in staff.changes_between(instance.since, day + _ONE):
        if not responsible(instance, staff, changed) and responsible(instance, staff, changed - _ONE):
            since = changed
    return since


def for_person(plan: Iterable[Instance], staff: Staff, person: int, day: date) -> Iterator[Instance]:
    """What a person answers for on that day, a stand-in's share included."""
    return (one for one in plan if person in responsible(one, staff, day))
