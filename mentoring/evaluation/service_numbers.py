"""Use cases of what the administration enters: totals of classes, and numbers the bot cannot know."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from mentoring.errors import ProgrammeError
from mentoring.evaluation.rules_facts import CONFLICTS, PUPILS_LEAST, ClassTotals, checked
from mentoring.meetings.rules import Side
from mentoring.people.rules import Actor, Person, Role, School, occasion
from mentoring.people.rules_progress import alphabetical
from mentoring.ports import Unit
from mentoring.ports_evaluation import Entered

READERS = (Role.CURATOR, Role.DIRECTOR, Role.DEPUTY)
COUNTED = ("retained", "publications", "methods", "projects", "open_lessons")
"""What the bot counts itself, until a number is entered instead."""
NUMBERS = (*sorted(CONFLICTS), *COUNTED)
MOST = 10_000
MEASURES = ("class_success", "class_quality", "class_remarks")
_NUMBER = re.compile(r"\d{1,5}(?:[.,]\d{1,2})?")


def teachers(actor: Actor, unit: Unit) -> list[Person]:
    """The year's mentees, by name: the classes are theirs."""
    actor.require(*READERS)
    people = {person.id: person for person in unit.people.all(actor.school_id)}
    return sorted((people[one] for one in mentees_of(unit, actor.school) if one in people), key=alphabetical)


def mentees_of(unit: Unit, school: School) -> frozenset[int]:
    pairs = unit.pairs.all(school.id, occasion(school))
    return frozenset(one for pair in pairs for one in pair.of(Side.MENTEE))


@dataclass(frozen=True, slots=True)
class OfClass:
    totals: ClassTotals
    teacher: Person


def classes(actor: Actor, unit: Unit) -> list[OfClass]:
    actor.require(*READERS)
    people = {person.id: person for person in unit.people.all(actor.school_id)}
    kept = unit.year_ends.classes(actor.school_id, occasion(actor.school))
    return [OfClass(one, people[one.teacher]) for one in kept if one.teacher in people]


def read_class(typed: str) -> tuple[str, int]:
    """A class and how many pupils it has: "7А 25". Raises ProgrammeError("error-class-line")."""
    name, _, pupils = " ".join(typed.split()).rpartition(" ")
    if not name or not pupils.isdecimal() or len(pupils) > 4:
        raise ProgrammeError("error-class-line")
    checked(ClassTotals(name, 0, int(pupils), {}, {}))
    return name, int(pupils)


def read_measures(typed: str) -> dict[str, Decimal]:
    """Three numbers: per cent of success, per cent of quality, remarks.

    Raises ProgrammeError: `error-class-three`, `error-class-number`.
    """
    found = _NUMBER.findall(typed)
    if len(found) != len(MEASURES):
        raise ProgrammeError("error-class-three")
    values = [Decimal(one.replace(",", ".")) for one in found]
    measures = dict(zip(MEASURES, values, strict=True))
    checked(ClassTotals("1", 0, PUPILS_LEAST, measures, {}))
    return measures


def keep_class(actor: Actor, unit: Unit, totals: ClassTotals) -> list[OfClass]:
    """The same class of the same teacher is entered anew. Raises ProgrammeError as `rules_facts.checked`."""
    actor.require(*READERS)
    if totals.teacher not in {person.id for person in teachers(actor, unit)}:
        raise ProgrammeError("error-stale")
    unit.year_ends.keep_class(actor.school_id, occasion(actor.school), checked(totals))
    return classes(actor, unit)


def drop_class(actor: Actor, unit: Unit, place: int) -> list[OfClass]:
    """Forget the one at that place of the list."""
    found = classes(actor, unit)
    if not 0 <= place < len(found):
        raise ProgrammeError("error-stale")
    gone = found[place].totals
    unit.year_ends.drop_class(actor.school_id, occasion(actor.school), gone.teacher, gone.name)
    return classes(actor, unit)


def entered(actor: Actor, unit: Unit) -> Mapping[str, Entered]:
    actor.require(*READERS)
    return unit.year_ends.counts(actor.school_id, occasion(actor.school))


def enter(actor: Actor, unit: Unit, name: str, typed: str) -> Mapping[str, Entered]:
    """A number; of conflicts two, of the first and the second half of the year.

    Raises ProgrammeError:
    `error-number-one`, `error-number-two`, `error-number-most` (more people than there are).
    """
    actor.require(*READERS)
    if name not in NUMBERS:
        raise ProgrammeError("error-stale")
    found = _whole(typed)
    if name in CONFLICTS and len(found) != 2:
        raise ProgrammeError("error-number-two")
    if name not in CONFLICTS and len(found) != 1:
        raise ProgrammeError("error-number-one")
    most = len(mentees_of(unit, actor.school)) if name == "retained" else MOST
    if max(found) > most:
        raise ProgrammeError("error-number-most", most=most)
    before = found[0] if name in CONFLICTS else None
    unit.year_ends.enter(actor.school_id, occasion(actor.school), name, Entered(found[-1], before))
    return entered(actor, unit)


def _whole(typed: str) -> Sequence[int]:
    """The numbers that were written; none where anything else was."""
    words = typed.replace(",", " ").split()
    return [int(one) for one in words] if words and all(w.isdecimal() and len(w) <= 6 for w in words) else []


def take_back(actor: Actor, unit: Unit, name: str) -> Mapping[str, Entered]:
    """What the bot counts holds again."""
    actor.require(*READERS)
    unit.year_ends.enter(actor.school_id, occasion(actor.school), name, None)
    return entered(actor, unit)
