"""Use cases of the roadmap: the school's year as its staff sees it. Step by step the programme's plan.

The year's steps come to be the first time somebody looks, or when the tick does; what earlier years have left
unfinished is carried along.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from mentoring.errors import ProgrammeError
from mentoring.people.rules import SETUP_STEPS, Actor, Role, School, school_year
from mentoring.ports import Unit
from mentoring.ports_roadmap import Noted
from mentoring.roadmap.rules import Instance, Phase, State, build, carried, in_month, state_on, waits_for
from mentoring.roadmap.rules_people import Staff, responsible
from mentoring.roadmap.rules_progress import Progress, offers_close, progress
from mentoring.roadmap.service_evidence import counts_of
from mentoring.roadmap.service_people import STAFF_ROLES, acts_as, names_of, staff_of
from mentoring.roadmap.steps import steps

DECIDERS = (Role.CURATOR, Role.DIRECTOR)  # may close what is somebody else's


@dataclass(frozen=True, slots=True)
class Shown:
    """A step as it stands on the day; `responsible` are people, maybe nobody. `history`: its window was over
    before the school began with the roadmap.
    """

    instance: Instance
    state: State
    responsible: tuple[int, ...]

    @property
    def history(self) -> bool:
        one = self.instance
        return one.live and one.last is not None and one.last < one.since


@dataclass(frozen=True, slots=True)
class Board:
    """A year's steps in the plan's order, what earlier years have left first. `arranges`: may change the plan."""

    year: int
    today: date
    steps: tuple[Shown, ...]
    names: Mapping[int, str]
    me: int
    arranges: bool

    def month(self) -> tuple[Shown, ...]:
        """What this month asks for."""
        wanted = {one.id for one in in_month((one.instance for one in self.steps), self.today)}
        return tuple(one for one in self.steps if one.instance.id in wanted and not one.history)

    def mine(self) -> tuple[Shown, ...]:
        """What the reader answers for and is not closed."""
        return tuple(one for one in self.steps if self.me in one.responsible and one.instance.live)

    def phase(self, phase: Phase) -> tuple[Shown, ...]:
        return tuple(one for one in self.steps if one.instance.step.phase is phase)


@dataclass(frozen=True, slots=True)
class Card:
    """A step with everything about it. `offer`: everything that is counted is there, it may be closed. `waits` are
    steps that come before it. `works`, `arranges`: what the reader may do.
    """

    shown: Shown
    today: date
    progress: Progress
    offer: bool
    waits: tuple[Instance, ...]
    names: Mapping[int, str]
    works: bool
    arranges: bool

    @property
    def instance(self) -> Instance:
        return self.shown.instance


def axis(school: School, today: date) -> int:
    """The calendar year in which the roadmap's school year begins; a school that has set up the coming year in
    summer is in that one.
    """
    return max(school_year(today)[0].year, school_year(school.year_start)[0].year)


def plan_of(unit: Unit, school: School, language: str | None = None) -> tuple[Instance, ...]:
    """The present year's steps and what earlier years have left to it; the year begins if it has not."""
    today, words = school.day(unit.now), language or school.language
    year = axis(school, today)
    found = unit.roadmap.plan(school.id, year, words)
    if not any(one.year == year for one in found) and school.setup_step >= len(SETUP_STEPS):
        former = unit.roadmap.everything(school.id, words)
        unit.roadmap.add(school.id, build(year, steps(words), today, former))
        unit.roadmap.wake(school.id)
        found = unit.roadmap.plan(school.id, year, words)
    return (*carried(found, year), *(one for one in found if one.year == year))


def around(unit: Unit, school: School, day: date, language: str | None = None) -> tuple[Shown, ...]:
    """The steps of the school's year, each as it stands on `day` with who answers for it then."""
    return _shown(plan_of(unit, school, language), staff_of(unit, school), day)


def _shown(plan: Iterable[Instance], staff: Staff, day: date) -> tuple[Shown, ...]:
    return tuple(Shown(one, state_on(one, day), responsible(one, staff, day)) for one in plan)


def board(actor: Actor, unit: Unit) -> Board:
    """For all who work with the roadmap; mentors and mentees as such see nothing of it."""
    actor.require(*STAFF_ROLES)
    today, staff = actor.school.day(unit.now), staff_of(unit, actor.school)
    found = _shown(plan_of(unit, actor.school, actor.language), staff, today)
    arranges = acts_as(actor, staff, today, Role.CURATOR)
    names = names_of(unit, actor.school_id)
    return Board(axis(actor.school, today), today, found, names, actor.id, arranges)


def card(actor: Actor, unit: Unit, step_id: int) -> Card:
    """Raises ProgrammeError("error-stale") for a step that is not this school's."""
    actor.require(*STAFF_ROLES)
    one = unit.roadmap.find(actor.school_id, step_id, actor.language)
    if one is None:
        raise ProgrammeError("error-stale")
    today, staff = actor.school.day(unit.now), staff_of(unit, actor.school)
    (shown,) = _shown([one], staff, today)
    counts = counts_of(unit, actor.school, one, occasion_of(actor.school, one.year))
    arranges = acts_as(actor, staff, today, Role.CURATOR)
    return Card(
        shown=shown,
        today=today,
        progress=progress(one, counts),
        offer=offers_close(one, counts),
        waits=tuple(waits_for(one, plan_of(unit, actor.school, actor.language))) if one.live else (),
        names=names_of(unit, actor.school_id),
        works=actor.id in shown.responsible or acts_as(actor, staff, today, *DECIDERS),
        arranges=arranges,
    )


def occasion_of(school: School, year: int) -> str:
    """What questionnaires and pairs call the roadmap's year."""
    return str(school.year_start.year if year == school_year(school.year_start)[0].year else year)


def log(actor: Actor, unit: Unit, step_id: int | None = None) -> tuple[tuple[Noted, ...], Mapping[int, str]]:
    """What was done to one step, or in the whole year, the newest first; and everybody's names."""
    actor.require(*STAFF_ROLES)
    year, n = axis(actor.school, actor.school.day(unit.now)), None
    if step_id is not None:
        one = unit.roadmap.find(actor.school_id, step_id, actor.language)
        if one is None:
            raise ProgrammeError("error-stale")
        year, n = one.year, one.n
    names = {person.id: person.name or "" for person in unit.people.all(actor.school_id)}
    return tuple(unit.roadmap.log(actor.school_id, year, n)), names
