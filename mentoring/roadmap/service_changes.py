"""What is done to a step: closed, put off, moved, dropped, given results and people; own steps; another's plan.

Whoever answers for a step closes it and puts it off, the curator and the director may do that for them; the plan
itself is the curator's. Everything is in the log.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from mentoring.documents.roadmap_table import Fault, PlanRead
from mentoring.documents.roadmap_table import plan_of as plan_in
from mentoring.errors import ProgrammeError
from mentoring.people.rules import PAIR_ROLES, Actor, Role
from mentoring.ports import Unit
from mentoring.questionnaires.service import Given
from mentoring.roadmap import rules_changes as rules
from mentoring.roadmap.rules import Instance, Kept, Step, build
from mentoring.roadmap.rules_changes import Add, Attach, Change, Drop, Entry, Kind, Move, Name, PlanChange, Turn
from mentoring.roadmap.rules_due import Rule
from mentoring.roadmap.rules_people import responsible
from mentoring.roadmap.service import Card, axis, card, plan_of
from mentoring.roadmap.service_people import may_arrange, names_of, staff_of

NAME_LIMIT = 160  # characters of a file's name
OWN_LIMIT = 60  # steps of a school's own in one year
_CURATORS = frozenset({Rule.TO_CURATOR, Rule.TO_DIRECTOR})


@dataclass(frozen=True, slots=True)
class Done:
    """The step as it is now. `stale`: it was changed since it was shown, nothing was done."""

    card: Card
    stale: bool = False


def act(actor: Actor, unit: Unit, step_id: int, revision: int, what: Change) -> Done:
    """Do it, note it, and let nothing be said any more that was due before.

    Raises ProgrammeError `error-not-yours` and as `rules_changes.change` does.
    """
    found = card(actor, unit, step_id)
    _allow(found, what)
    one = unit.roadmap.find(actor.school_id, step_id, actor.language, changing=True)
    if one is None or one.revision != revision:
        return Done(found, stale=True)
    turn = rules.change(one, what, actor.id, found.today)
    _keep(actor, unit, one, turn)
    return Done(card(actor, unit, step_id))


def _allow(found: Card, what: Change) -> None:
    """To give a date to what has none is for those who answer for it too."""
    dated = isinstance(what, Move) and found.instance.first is None and found.works
    plan = isinstance(what, PlanChange) and not dated
    if not (found.arranges if plan else found.works or dated):
        raise ProgrammeError("error-not-yours")


def _keep(actor: Actor, unit: Unit, before: Instance, turn: Turn) -> None:
    after = turn.instance
    unit.roadmap.save(before, after)
    unit.roadmap.note(actor.school_id, [turn.entry], unit.now)
    unit.roadmap.wake(actor.school_id)
    _hush(actor, unit, before, after)


def _hush(actor: Actor, unit: Unit, before: Instance, after: Instance) -> None:
    """What was due of the step as it was is not said any more; of one that only has other people, what was for
    those who do not answer for it now.
    """
    if before.revision != after.revision or before.state is not after.state:
        for key, person in unit.roadmap.waiting(actor.school_id, f"{after.year}-{after.n}"):
            unit.withdraw(key, person)
    elif before.people != after.people:
        staff, today = staff_of(unit, actor.school), actor.school.day(unit.now)
        still = responsible(after, staff, today)
        for key, person in unit.roadmap.waiting(actor.school_id, f"{after.year}-{after.n}"):
            if person not in still and key.partition(":")[0] not in _CURATORS:
                unit.withdraw(key, person)


def attach_file(actor: Actor, unit: Unit, step_id: int, revision: int, given: Given) -> Done:
    """The file stays with the messenger; here is kept where."""
    found = card(actor, unit, step_id)
    _allow(found, Attach(Kept.FILE, "0"))
    if len(found.instance.results) >= rules.RESULTS_LIMIT:  # before anything is kept
        raise ProgrammeError("roadmap-results-many", limit=rules.RESULTS_LIMIT)
    kept = unit.submissions.keep_file(
        actor.id, given.medium, given.reference, given.name[:NAME_LIMIT], given.size, unit.now
    )
    return act(actor, unit, step_id, revision, Attach(Kept.FILE, str(kept.id)))


def attach_words(actor: Actor, unit: Unit, step_id: int, revision: int, typed: str) -> Done:
    """A link, or a note in words."""
    words = typed.strip()
    link = words.lower().startswith(("http://", "https://")) and len(words.split()) == 1
    return act(actor, unit, step_id, revision, Attach(Kept.LINK if link else Kept.NOTE, words))


def set_people(actor: Actor, unit: Unit, step_id: int, revision: int, people: Sequence[int]) -> Done:
    """These answer for the step; nobody: its roles again. Raises ProgrammeError("error-person-gone")."""
    if not set(people) <= names_of(unit, actor.school_id).keys():
        raise ProgrammeError("error-person-gone")
    return act(actor, unit, step_id, revision, Name(tuple(people)))


def add_own(actor: Actor, unit: Unit, what: Add) -> Card:
    """A step of the school's own for this year. Raises ProgrammeError as `rules_changes.add` does."""
    today = may_arrange(actor, unit)
    plan, year = plan_of(unit, actor.school, actor.language), axis(actor.school, today)
    turn = rules.add(plan, what, year, actor.id, today)
    _room(plan, year, 1)
    unit.roadmap.add(actor.school_id, [turn.instance])
    unit.roadmap.note(actor.school_id, [turn.entry], unit.now)
    unit.roadmap.wake(actor.school_id)
    made = unit.roadmap.everything(actor.school_id, actor.language)
    return card(actor, unit, next(one.id for one in made if (one.year, one.n) == (year, turn.instance.n)))


def _room(plan: Iterable[Instance], year: int, more: int) -> None:
    own = sum(one.year == year and one.n >= rules.OWN_FROM for one in plan)
    if own + more > OWN_LIMIT:
        raise ProgrammeError("error-road-many", limit=OWN_LIMIT)


@dataclass(frozen=True, slots=True)
class TakenIn:
    """What another plan has brought: steps added, steps of ours moved to its days, those it has as they are, those
    that were dropped for it. With `refused` something could not be read and nothing was changed.
    """

    added: int = 0
    moved: int = 0
    same: int = 0
    dropped: int = 0
    faults: tuple[Fault, ...] = ()
    notes: tuple[Fault, ...] = ()
    refused: bool = False


@dataclass(frozen=True, slots=True)
class Import:
    """A table as it was sent. `instead`: steps of this year that it does not have are dropped; `reason`: why."""

    rows: Sequence[Sequence[str]]
    numbers: Sequence[int]
    reason: str
    instead: bool = False


def take_in(actor: Actor, unit: Unit, table: Import) -> TakenIn:
    """Another school's plan, or our own that was changed in a spreadsheet. What is called as a step of ours is
    that step; the rest are steps of the school's own.
    """
    today = may_arrange(actor, unit)
    read = plan_in(table.rows, table.numbers)
    if not read.steps or (table.instead and read.faults):
        return TakenIn(faults=read.faults, notes=read.notes, refused=True)
    plan = plan_of(unit, actor.school, actor.language)
    return _Taking(actor, unit, plan, axis(actor.school, today), today, table).all(read)


class _Taking:
    """Goes over the table's steps."""

    def __init__(
        self, actor: Actor, unit: Unit, plan: Iterable[Instance], year: int, today: date, table: Import
    ) -> None:
        self.actor, self.unit, self.year, self.today, self.table = actor, unit, year, today, table
        self.ours = {_folded(one.title): one for one in plan if one.year == year}
        self.number = max([rules.OWN_FROM - 1, *(one.n for one in self.ours.values())]) + 1
        self.seen: set[str] = set()

    def all(self, read: PlanRead) -> TakenIn:
        known = [step for step in read.steps if _folded(step.title) in self.ours]
        new = [step for step in read.steps if _folded(step.title) not in self.ours]
        _room(self.ours.values(), self.year, len(new))
        moved = sum(self._moved(step) for step in known)
        dropped = self._dropped({_folded(step.title) for step in known}) if self.table.instead else 0
        added = self._added(new)
        return TakenIn(added, moved, len(known) - moved, dropped, read.faults, read.notes)

    def _moved(self, step: Step) -> bool:
        """To the days of the table, where they are others and the step is open."""
        one = self.ours[_folded(step.title)]
        (wanted,) = build(self.year, [step], self.today)
        if not one.live or wanted.first is None or wanted.last is None or one.always:
            return False
        if (one.first, one.last) == (wanted.first, wanted.last):
            return False
        return self._act(one, Move(wanted.first, wanted.last, self.table.reason))

    def _dropped(self, kept: set[str]) -> int:
        gone = [one for title, one in self.ours.items() if title not in kept and one.live]
        return sum(self._act(one, Drop(self.table.reason)) for one in gone)

    def _act(self, one: Instance, what: Change) -> bool:
        _keep(self.actor, self.unit, one, rules.change(one, what, self.actor.id, self.today))
        return True

    def _added(self, new: Sequence[Step]) -> int:
        unique = {_folded(step.title): step for step in new}
        own = [self._own(step, self.number + place) for place, step in enumerate(unique.values())]
        made = build(self.year, own, self.today)
        self.unit.roadmap.add(self.actor.school_id, made)
        self.unit.roadmap.note(self.actor.school_id, map(self._entry, made), self.unit.now)
        self.unit.roadmap.wake(self.actor.school_id)
        return len(made)

    def _own(self, step: Step, number: int) -> Step:
        roles = tuple(role for role in step.roles if role not in PAIR_ROLES)
        return replace(step, n=number, roles=roles or (Role.CURATOR,))

    def _entry(self, one: Instance) -> Entry:
        values = {"title": one.title, "first": one.first, "last": one.last}
        reason = self.table.reason
        return Entry(Kind.ADDED, self.year, one.n, self.actor.id, self.today, reason, {}, values)


def _folded(title: str) -> str:
    return " ".join(title.casefold().split()).rstrip(".")
