"""Those without a pair: the psychologist's list, and a look every week whether somebody now fits.

Step 19 of the programme's plan: the search for a mentor goes on until everybody has one.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from mentoring.calendar.service import calendar_of
from mentoring.matching.rules import Cell
from mentoring.matching.service import Ground, ground_of
from mentoring.notices.rules import Audience, Importance, Notice, NoticeButton, Privacy
from mentoring.people.rules import Actor, Person, Role, School, occasion
from mentoring.people.rules_progress import alphabetical
from mentoring.ports import Unit
from mentoring.texts import Raw, say

READERS = (Role.CURATOR, Role.PSYCHOLOGIST)


@dataclass(frozen=True, slots=True)
class Unpaired:
    """A mentee who takes part and has no pair; `fitting` mentors with a place could be theirs now."""

    person: Person
    fitting: int


def listed(actor: Actor, unit: Unit) -> list[Unpaired]:
    """By name. Why somebody does not fit, and whom they would rather not have, is not among it."""
    actor.require(*READERS)
    found = ground_of(unit, actor.school)
    people = [person for one in found.mentees if (person := found.person(one)) is not None]
    return [Unpaired(person, len(_fitting(found, person.id))) for person in sorted(people, key=alphabetical)]


def _fitting(found: Ground, mentee: int) -> list[Cell]:
    """The mentors with a place whom this mentee could have, the best first."""
    cells = (cell for cell in found.table.cells.values() if cell.mentee == mentee and cell.eligible)
    return sorted(cells, key=lambda one: (-one.score, one.mentor))


def tick(unit: Unit) -> None:
    """Once a week, on its first school day, in every school that has pairs and somebody without one."""
    for school in unit.schools.all():
        today = school.day(unit.now)
        looked = unit.matching.looked_on(school.id)
        if looked is not None and looked.isocalendar()[:2] == today.isocalendar()[:2]:
            continue
        if calendar_of(unit, school).is_school_day(today) and _matched(unit, school):
            unit.matching.look(school.id, today)
            _look(unit, school, f"{today.isocalendar().year}w{today.isocalendar().week}")


def _matched(unit: Unit, school: School) -> bool:
    """Before the year's pairs are made everybody is without one, and the curator knows it."""
    return bool(unit.pairs.all(school.id, occasion(school)))


def _look(unit: Unit, school: School, week: str) -> None:
    found = ground_of(unit, school)
    curators = unit.people.with_role(school.id, Role.CURATOR)
    for mentee in sorted(found.mentees):
        fitting = _fitting(found, mentee)
        if fitting:
            _tell(unit, found, fitting[0], week, curators)


def _tell(unit: Unit, found: Ground, best: Cell, week: str, curators: Iterable[Person]) -> None:
    names = {"name": Raw(found.name(best.mentee)), "mentor": Raw(found.name(best.mentor))}
    for curator in curators:
        unit.tell(
            Notice(
                person_id=curator.id,
                key=f"unpaired:1:{best.mentee}:{week}:{curator.id}",
                text=say("notice-unpaired-fits", **names),
                buttons=(NoticeButton(say("button-match-go"), "ma"),),
                audience=Audience.CURATOR,
                privacy=Privacy.NAMED,
                about=best.mentee,
                bundled=True,
                importance=Importance.NEWS,
            )
        )
