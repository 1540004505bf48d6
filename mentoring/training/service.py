"""Use cases of training: the school's cycles, their lessons and tests, who is admitted. Steps 14 and 15."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from mentoring.errors import ProgrammeError
from mentoring.people.rules import Actor, Role, School, occasion
from mentoring.plan.rules_results import web_address
from mentoring.ports import Unit
from mentoring.questionnaires.service import NAME_LIMIT, Given
from mentoring.training import library, rules
from mentoring.training.rules import Cycle, Lesson, Read

KEEPERS = (Role.CURATOR, Role.DEPUTY, Role.PSYCHOLOGIST)
READERS = (*KEEPERS, Role.DIRECTOR, Role.MENTOR)
MOST_LESSONS, MOST_CYCLES = 30, 12


@dataclass(frozen=True, slots=True)
class Shown:
    """A cycle in the reader's language, and which of its lessons the reader has been through."""

    cycle: Cycle
    done: frozenset[int]


@dataclass(frozen=True, slots=True)
class Overview:
    """`unused` are cycles that ship and that the school has not taken up; `trained` of `mentors` for the staff."""

    cycles: tuple[Shown, ...]
    unused: tuple[library.Shipped, ...]
    demanded: bool
    own: bool
    trained: int


def overview(actor: Actor, unit: Unit) -> Overview:
    """`own`: the actor is trained by the school's measure."""
    actor.require(*READERS)
    facts = unit.training.facts(actor.school_id, occasion(actor.school))
    trained = rules.trained(facts, unit.now)
    taken = {one.code for one in facts.cycles}
    unused = tuple(one for code, one in library.cycles(actor.language).items() if code not in taken)
    shown = tuple(_shown(actor, unit, one) for one in facts.cycles)
    demanded = unit.training.demanded(actor.school_id)
    return Overview(shown, unused, demanded, actor.id in trained, len(trained))


def _shown(actor: Actor, unit: Unit, cycle: Cycle) -> Shown:
    done = frozenset(one.lesson_id for one in unit.training.reads(actor.id) if one.passed)
    return Shown(library.in_words(cycle, actor.language), done)


def admitted(unit: Unit, school: School) -> frozenset[int] | None:
    """Whom training lets into pairs this school year; None where the school demands none."""
    return unit.training.admitted(school.id, occasion(school), unit.now)


def demand(actor: Actor, unit: Unit, demanded: bool) -> None:
    """Whether somebody who was not trained can become a mentor here."""
    actor.require(Role.CURATOR)
    unit.training.demand(actor.school_id, demanded)


def take_up(actor: Actor, unit: Unit, code: str) -> Shown:
    """One of the cycles that ship becomes the school's own. Raises ProgrammeError "error-done-already"."""
    actor.require(*KEEPERS)
    known = library.cycles(actor.language).get(code)
    if known is None:
        raise ProgrammeError("error-stale")
    if code in {one.code for one in unit.training.cycles(actor.school_id, occasion(actor.school))}:
        raise ProgrammeError("error-done-already")
    lessons = tuple(Lesson(0, 0, one.code) for one in known.lessons)
    return _added(actor, unit, Cycle(0, code, "", unit.now, lessons))


def make(actor: Actor, unit: Unit, typed: str) -> Shown:
    """A cycle of the school's own. Raises ProgrammeError `error-training-title`, `error-training-many`."""
    actor.require(*KEEPERS)
    return _added(actor, unit, Cycle(0, "", rules.checked_title(typed), unit.now))


def _added(actor: Actor, unit: Unit, cycle: Cycle) -> Shown:
    year = occasion(actor.school)
    if len(unit.training.cycles(actor.school_id, year)) >= MOST_CYCLES:
        raise ProgrammeError("error-training-many", most=MOST_CYCLES)
    return _shown(actor, unit, unit.training.add_cycle(actor.school_id, year, cycle))


def cycle(actor: Actor, unit: Unit, cycle_id: int) -> Shown:
    """Raises ProgrammeError "error-stale" for one that is not there."""
    actor.require(*READERS)
    return _shown(actor, unit, known(actor, unit, cycle_id))


def known(actor: Actor, unit: Unit, cycle_id: int) -> Cycle:
    found = unit.training.cycle(actor.school_id, cycle_id)
    if found is None:
        raise ProgrammeError("error-stale")
    return found


def drop(actor: Actor, unit: Unit, cycle_id: int) -> None:
    """With its lessons, dates and marks."""
    actor.require(Role.CURATOR)
    found = known(actor, unit, cycle_id)
    for session in unit.training.sessions(actor.school_id, found.id):
        unit.withdraw(f"training-shortly:1:{session.id}:")
        unit.withdraw(f"training-came:1:{session.id}:")
    unit.training.drop_cycle(actor.school_id, found.id)


def lesson(actor: Actor, unit: Unit, cycle_id: int, lesson_id: int) -> Lesson:
    """In the reader's language. Raises ProgrammeError "error-stale"."""
    found = cycle(actor, unit, cycle_id).cycle
    return _of(found, lesson_id)


def _of(found: Cycle, lesson_id: int) -> Lesson:
    lesson = next((one for one in found.lessons if one.id == lesson_id), None)
    if lesson is None:
        raise ProgrammeError("error-stale")
    return lesson


def add_lesson(actor: Actor, unit: Unit, cycle_id: int, typed: str) -> Lesson:
    """The first line is its title, what follows its text; an address alone on the last line is its link.

    Raises ProgrammeError `error-training-title`, `error-training-text`, `error-training-many`.
    """
    first, _, rest = typed.strip().partition("\n")
    title, lines = rules.checked_title(first), rest.strip().splitlines()
    link = web_address(lines[-1]) if lines and "://" in lines[-1] else None
    text = "\n".join(lines[:-1] if link else lines).strip()
    made = Lesson(0, cycle_id, title=title, text=rules.checked_text(text) if text else "", link=link or "")
    return _kept(actor, unit, made)


def add_file(actor: Actor, unit: Unit, cycle_id: int, given: Given, caption: str, unnamed: str) -> Lesson:
    """A lesson that is a file. `unnamed` is its title where neither caption nor file has a name."""
    name = given.name[:NAME_LIMIT]
    title = " ".join((caption or name).split())[: rules.TITLE] or unnamed
    made = Lesson(0, cycle_id, title=title, medium=given.medium, reference=given.reference, file_name=name)
    return _kept(actor, unit, made)


def _kept(actor: Actor, unit: Unit, made: Lesson) -> Lesson:
    actor.require(*KEEPERS)
    if len(known(actor, unit, made.cycle_id).lessons) >= MOST_LESSONS:
        raise ProgrammeError("error-training-many", most=MOST_LESSONS)
    return unit.training.keep_lesson(made)


def set_test(actor: Actor, unit: Unit, cycle_id: int, lesson_id: int, typed: str) -> Lesson:
    """Of a lesson of the school's own; "-" alone takes it away. Raises ProgrammeError `error-training-test`."""
    test = () if typed.strip() == "-" else rules.test_from(typed)
    return _changed(actor, unit, cycle_id, lesson_id, lambda one: replace(one, test=test))


def _changed(
    actor: Actor, unit: Unit, cycle_id: int, lesson_id: int, change: Callable[[Lesson], Lesson]
) -> Lesson:
    actor.require(*KEEPERS)
    found = _of(known(actor, unit, cycle_id), lesson_id)
    if found.code:
        raise ProgrammeError("error-training-shipped")
    return unit.training.keep_lesson(change(found))


def drop_lesson(actor: Actor, unit: Unit, cycle_id: int, lesson_id: int) -> Shown:
    actor.require(*KEEPERS)
    unit.training.drop_lesson(_of(known(actor, unit, cycle_id), lesson_id))
    return cycle(actor, unit, cycle_id)


def finish(actor: Actor, unit: Unit, cycle_id: int, lesson_id: int, answers: Sequence[int]) -> Read:
    """The lesson is read, and its test done with these answers; a better result stays over a worse one.

    Raises ProgrammeError "error-stale" when the test is another by now.
    """
    found = lesson(actor, unit, cycle_id, lesson_id)
    if len(answers) != len(found.test):
        raise ProgrammeError("error-stale")
    right = sum(given == one.right for given, one in zip(answers, found.test, strict=True))
    read = Read(found.id, actor.id, right, len(found.test))
    before = next((one for one in unit.training.reads(actor.id) if one.lesson_id == found.id), None)
    if before is None or before.asked != read.asked or before.right <= read.right:
        unit.training.keep_read(read, unit.now)
    return read
