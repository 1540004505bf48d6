"""Use cases of the library: what is there, search, adding and withdrawing. Steps 2 to 8 and 13 of the plan."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from mentoring.errors import ProgrammeError
from mentoring.library import rules
from mentoring.library.rules import Material, Stored
from mentoring.library.rules_search import Sought, ranked, sought
from mentoring.meetings.rules import Subject
from mentoring.people.rules import Actor, Role, School
from mentoring.ports import Unit
from mentoring.questionnaires.service import NAME_LIMIT, Given
from mentoring.roadmap.rules import Phase

KEEPERS = (Role.CURATOR, Role.DEPUTY, Role.PSYCHOLOGIST)
CANDIDATES = 80


@dataclass(frozen=True, slots=True)
class Shelf:
    """How many materials there are, by phase, by subject, and new within the last month."""

    total: int
    phases: dict[Phase, int]
    subjects: dict[Subject, int]
    new: int


def shelf(actor: Actor, unit: Unit) -> Shelf:
    """A material without a phase or a subject stands under each."""
    actor.require(*Role)
    every = unit.materials.listed(actor.school_id)
    return Shelf(
        len(every),
        {phase: sum(one.phase in (None, phase) for one in every) for phase in Phase},
        {subject: sum(one.subject in (None, subject) for one in every) for subject in Subject},
        sum(one.added_at >= unit.now - rules.NEW for one in every),
    )


def listed(
    actor: Actor, unit: Unit, phase: Phase | None = None, subject: Subject | None = None, *, new: bool = False
) -> Sequence[Material]:
    """The newest first."""
    actor.require(*Role)
    return unit.materials.listed(actor.school_id, phase, subject, unit.now - rules.NEW if new else None)


def withdrawn(actor: Actor, unit: Unit) -> Sequence[Material]:
    actor.require(*KEEPERS)
    return unit.materials.withdrawn(actor.school_id)


def search(actor: Actor, unit: Unit, typed: str) -> Sequence[Material]:
    """What is meant by these words, the best first. Raises ProgrammeError `error-search-empty`."""
    actor.require(*Role)
    meant = sought(typed)
    if not meant:
        raise ProgrammeError("error-search-empty")
    for one in meant:
        found = _found(actor, unit, one)
        if found:
            return found
    return ()


def _found(actor: Actor, unit: Unit, one: Sought) -> Sequence[Material]:
    rows = unit.materials.candidates(actor.school_id, one, CANDIDATES)
    return ranked(one, ((row, row.title, row.words) for row in rows))


def look(actor: Actor, unit: Unit, material_id: int) -> Material:
    """Raises ProgrammeError `error-material-gone` for one that is withdrawn, but to those who keep the library."""
    actor.require(*Role)
    found = unit.materials.find(actor.school_id, material_id)
    if found is None or (found.withdrawn_at is not None and not actor.has(*KEEPERS)):
        raise ProgrammeError("error-material-gone")
    return found


def add_text(actor: Actor, unit: Unit, typed: str) -> Material:
    """A text or a link. Raises ProgrammeError as `rules.from_text` does."""
    actor.require(*KEEPERS)
    return unit.materials.add(actor.school_id, rules.from_text(typed, unit.now, actor.id))


def add_file(actor: Actor, unit: Unit, given: Given, caption: str, unnamed: str) -> Material:
    """The file stays with the messenger. `unnamed` is the title of one that came without any name."""
    actor.require(*KEEPERS)
    stored = Stored(given.medium, given.reference, given.name[:NAME_LIMIT])
    made = rules.from_file(stored, caption, unit.now, actor.id)
    return unit.materials.add(actor.school_id, made if made.title else replace(made, title=unnamed))


def _changed(actor: Actor, unit: Unit, material_id: int, change: Callable[[Material], Material]) -> Material:
    actor.require(*KEEPERS)
    after = change(look(actor, unit, material_id))
    unit.materials.save(actor.school_id, after)
    return after


def rename(actor: Actor, unit: Unit, material_id: int, typed: str) -> Material:
    title = rules.checked_title(typed)
    return _changed(actor, unit, material_id, lambda one: replace(one, title=title))


def place(actor: Actor, unit: Unit, material_id: int, phase: Phase | None, subject: Subject | None) -> Material:
    return _changed(actor, unit, material_id, lambda one: replace(one, phase=phase, subject=subject))


def withdraw(actor: Actor, unit: Unit, material_id: int) -> Material:
    """It is shown to nobody any more, and can be put back."""
    return _changed(actor, unit, material_id, lambda one: replace(one, withdrawn_at=one.withdrawn_at or unit.now))


def put_back(actor: Actor, unit: Unit, material_id: int) -> Material:
    return _changed(actor, unit, material_id, lambda one: replace(one, withdrawn_at=None))


def fresh(unit: Unit, school: School, since: datetime) -> int:
    """How many materials were added since and are still there: for the digest."""
    return unit.materials.count_since(school.id, since)
