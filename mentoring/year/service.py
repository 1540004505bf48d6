"""Use cases of the rollover: what it would do, and doing it, all at once or not at all. Journey 15.

Who may press the button is asked again when it is pressed, and so is what was shown: where anything has changed
since, nothing happens but a fresh screen.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from mentoring.errors import ProgrammeError
from mentoring.evaluation.rules_closing import Way, agreed
from mentoring.meetings.rules import Side
from mentoring.notices.rules import Notice, NoticeButton
from mentoring.pairs.rules import Ending, Pair, PairState
from mentoring.pairs.service import Shown, shown
from mentoring.pairs.service_acceptance import close_as, open_pair
from mentoring.people.rules import Actor, Person, PersonState, Role, School, occasion, school_year
from mentoring.plan import rules as plans
from mentoring.ports import Unit
from mentoring.ports_year import StoredAct
from mentoring.roadmap.steps import steps
from mentoring.surveys.service import end
from mentoring.texts import say
from mentoring.year.rules import Again, Plan, SchoolFacts, check_same, check_time, dry_run
from mentoring.year.rules_retention import USUAL
from mentoring.year.service_retention import destroyed
from mentoring.year.service_roadmap import road_of

RUNNERS = (Role.CURATOR, Role.DIRECTOR)


def ways(unit: Unit, school: School) -> Mapping[int, Way]:
    """How each pair goes on, where everybody in it has said so; the others end with the year."""
    going = [p for p in unit.pairs.all(school.id, occasion(school)) if p.state is not PairState.CLOSED]
    words = unit.mutuals.finals(pair.id for pair in going)
    found = {}
    for pair in going:
        said = {one.person_id: one.way for one in words.get(pair.id, ()) if one.way is not None}
        settled = agreed(said, len(pair.people))
        if settled is not None:
            found[pair.id] = settled.way
    return found


@dataclass(frozen=True, slots=True)
class Preview:
    """What rolling over would do. `early`: why it cannot be done yet; `undecided` are pairs to be asked first."""

    plan: Plan
    early: ProgrammeError | None
    undecided: tuple[Shown, ...]


def preview(actor: Actor, unit: Unit) -> Preview:
    actor.require(*RUNNERS)
    plan = _plan(unit, actor.school)
    try:
        check_time(plan.year, actor.school.day(unit.now))
        early = None
    except ProgrammeError as refusal:
        early = refusal
    pairs = (unit.pairs.find(actor.school_id, one) for one in plan.undecided)
    return Preview(plan, early, tuple(shown(unit, actor.school_id, pair) for pair in pairs if pair is not None))


def _plan(unit: Unit, school: School) -> Plan:
    today = school.day(unit.now)
    return dry_run(_facts(unit, school, today), steps(school.language), USUAL, today)


def _facts(unit: Unit, school: School, today: date) -> SchoolFacts:
    people = [one for one in unit.people.all(school.id) if one.state == PersonState.ACTIVE]
    pairs = unit.pairs.all(school.id, occasion(school))
    return SchoolFacts(
        year=school.year_start.year,
        people=len(people),
        roles=sum(len(one.roles) for one in people),
        mentors=sum(Role.MENTOR in one.roles for one in people),
        mentees=sum(Role.MENTEE in one.roles for one in people),
        pairs=pairs,
        ways=ways(unit, school),
        tasks={pair.id: len(_unfinished(unit, pair)) for pair in pairs if pair.state is not PairState.CLOSED},
        roadmap=road_of(unit, school, school.year_start.year, school.language, today),
        surveys=[survey.id for survey in unit.surveys.all(school.id) if survey.closed_at is None],
        readable=unit.turn.readable(school.id, occasion(school)),
        kept=unit.turn.kept(school.id),
    )


def _unfinished(unit: Unit, pair: Pair) -> list[plans.Task]:
    return [task for task in unit.plans.find(pair.school_id, pair.id).tasks if task.state in plans.OPEN]


@dataclass(frozen=True, slots=True)
class Rolled:
    """What was done: `offered` pairs wait for a yes, `failed` could not be proposed again."""

    plan: Plan
    school: School
    offered: int
    failed: int
    act: StoredAct | None


def roll_over(actor: Actor, unit: Unit, seen: str) -> Rolled:
    """Begin the next school year. `seen` is the fingerprint of what was shown.

    Raises ProgrammeError: `error-rollover-early`, `error-stale` (something has changed since),
    `error-done-already`.
    """
    actor.require(*RUNNERS)
    year = actor.school.year_start.year
    if unit.schools.get(actor.school_id).year_start.year != year or not unit.turn.begin(
        actor.school_id, year, actor.id, unit.now
    ):
        raise ProgrammeError("error-done-already")
    plan = _plan(unit, actor.school)
    check_same(plan, seen)
    check_time(plan.year, actor.school.day(unit.now))
    return _done(actor, unit, plan)


def _done(actor: Actor, unit: Unit, plan: Plan) -> Rolled:
    going = [p for p in unit.pairs.all(actor.school_id, str(plan.year)) if p.state is not PairState.CLOSED]
    _close(unit, actor.school, going)
    first, last = school_year(date(plan.year + 1, 8, 1))
    school = unit.schools.update(actor.school_id, year_start=first, year_end=last)
    unit.roadmap.wake(school.id)
    _tell_everybody(unit, school, going, plan)
    _rise(unit, school, plan)
    made = [_again(unit, school, one, going) for one in plan.again]
    act = destroyed(unit, school.id, plan.destroyed)
    unit.turn.finish(school.id, plan.year, act.id if act else None)
    return Rolled(plan, school, sum(made), len(made) - sum(made), act)


def _close(unit: Unit, school: School, going: Iterable[Pair]) -> None:
    for pair in going:
        close_as(unit, pair, Ending.DONE.value)
        unit.meetings.wake(school.id, pair_id=pair.id)
    for survey in unit.surveys.all(school.id):
        if survey.closed_at is None:
            end(unit, survey)


def _rise(unit: Unit, school: School, plan: Plan) -> None:
    """Who changes sides gets the role of the other one; nobody loses any."""
    for one in plan.again:
        for side, people in ((Role.MENTOR, one.mentors), (Role.MENTEE, one.mentees)):
            for person_id in people:
                if unit.people.find(school.id, person_id) is not None:
                    unit.people.give_role(person_id, side)


def _again(unit: Unit, school: School, one: Again, going: Collection[Pair]) -> bool:
    """The pair is proposed anew with what is left of its plan; False where its people take no part any more."""
    former = next(pair for pair in going if pair.id == one.former)
    kinds = {member.person_id: member.kind for member in former.members if member.person_id in one.mentors}
    try:
        pair = open_pair(unit, school, one.mentors, one.mentees, former.contact, kinds)
    except ProgrammeError:
        return False
    if set(one.mentors) == set(former.of(Side.MENTOR)):
        _carry(unit, former, pair)
    return True


def _carry(unit: Unit, former: Pair, pair: Pair) -> None:
    """Unfinished tasks without what was said of them; their terms are the new year's to set."""
    left = [
        replace(task, id=0, goal_id=None, term=None, state=plans.State.PLANNED, actual="", mark="", notes=())
        for task in _unfinished(unit, former)
    ]
    if left:
        empty = unit.plans.find(pair.school_id, pair.id)
        unit.plans.save(empty, replace(empty, tasks=tuple(left)))


def _tell_everybody(unit: Unit, school: School, going: Iterable[Pair], plan: Plan) -> None:
    """Each once, in thanks for the year; who is to become a mentor is invited to what mentors begin with."""
    ended = {person for pair in going for person in pair.people}
    for person in unit.people.all(school.id):
        if person.id in ended:
            _tell(unit, person, plan.year, person.id in plan.new_mentors)


def _tell(unit: Unit, person: Person, year: int, rising: bool) -> None:
    key, data = ("button-begin", "f.open:mentor_entry") if rising else ("button-home", "home")
    unit.tell(
        Notice(
            person_id=person.id,
            key=f"year-over:1:{year}:0:{person.id}",
            text=say("notice-year-over-mentor" if rising else "notice-year-over"),
            buttons=(NoticeButton(say(key), data),),
        )
    )


def years(actor: Actor, unit: Unit) -> list[str]:
    """School years that can be read, the newest first; the present one is not among them."""
    actor.require(Role.CURATOR, Role.DIRECTOR, Role.DEPUTY)
    return [year for year in unit.turn.years(actor.school_id) if year < occasion(actor.school)]


def pairs_of(actor: Actor, unit: Unit, year: str) -> list[Shown]:
    if year not in years(actor, unit):
        raise ProgrammeError("error-stale")
    return [shown(unit, actor.school_id, pair) for pair in unit.pairs.all(actor.school_id, year)]
