"""Use cases of a plan that goes over to the new pair when a mentor was replaced.

Nothing goes over by itself: a new mentor sees what was planned before when the mentee or the curator says so.
"""

from __future__ import annotations

from dataclasses import dataclass

from mentoring.errors import ProgrammeError
from mentoring.meetings.rules import Side
from mentoring.notices.rules import Audience, Notice, NoticeButton
from mentoring.pairs.rules import Pair, PairState
from mentoring.pairs.rules_acceptance import REPLACED
from mentoring.people.rules import PAIR_ROLES, Actor, Role
from mentoring.plan.rules import Goal, Plan, Task
from mentoring.plan.rules_carry import open_goals, open_tasks, with_goals, with_tasks
from mentoring.plan.service import today
from mentoring.ports import Unit
from mentoring.ports_plan import Change
from mentoring.texts import Text, say

CARRIED = "carried"


@dataclass(frozen=True, slots=True)
class Carry:
    """What could go over to the plan of a pair: open goals and tasks of the pair before it."""

    pair: Pair
    goals: tuple[Goal, ...]
    tasks: tuple[Task, ...]


def waiting(actor: Actor, unit: Unit, pair_id: int) -> Carry | None:
    """For the pair's mentees and the curator; None for all others, and where nothing is left to go over."""
    pair = unit.pairs.find(actor.school_id, pair_id)
    if pair is None or pair.state is PairState.CLOSED or not _may(actor, pair):
        return None
    return _found(unit, pair)


def _may(actor: Actor, pair: Pair) -> bool:
    mentee = pair.side_of(actor.id) is Side.MENTEE and actor.has(*PAIR_ROLES)
    return mentee or (actor.has(Role.CURATOR) and pair.side_of(actor.id) is None)


def _found(unit: Unit, pair: Pair) -> Carry | None:
    before = _former(unit, pair)
    if before is None or any(one.what == CARRIED for one in unit.plans.changes(pair.school_id, pair.id)):
        return None
    plan, former = unit.plans.find(pair.school_id, pair.id), unit.plans.find(pair.school_id, before.id)
    goals, tasks = open_goals(former, plan), open_tasks(former, plan)
    return Carry(pair, goals, tasks) if goals or tasks else None


def _former(unit: Unit, pair: Pair) -> Pair | None:
    """The pair whose mentor was replaced by one of this pair's: the same mentees, the latest of them."""
    mentees = pair.of(Side.MENTEE)
    closed = [
        one
        for one in unit.pairs.of_person(pair.school_id, mentees[0])
        if one.ending == REPLACED and one.occasion == pair.occasion and set(one.of(Side.MENTEE)) == set(mentees)
    ]
    endings = unit.endings.of_pairs(one.id for one in closed)
    mentors = set(pair.of(Side.MENTOR))
    followed = [one for one in closed if one.id in endings and endings[one.id].successor_id in mentors]
    return max((one for one in followed if one.id < pair.id), key=lambda one: one.id, default=None)


def carry(actor: Actor, unit: Unit, pair_id: int) -> Carry:
    """Open goals and tasks stand in the new plan too, and both sides hear of it. Once: a second press is late.

    Raises ProgrammeError("error-done-already") where nothing is left, ("error-not-yours") for all others.
    """
    pair = unit.pairs.find(actor.school_id, pair_id)
    if pair is None or pair.state is PairState.CLOSED:
        raise ProgrammeError("error-stale")
    if not _may(actor, pair):
        raise ProgrammeError("error-not-yours")
    plan, found = unit.plans.find(actor.school_id, pair_id, changing=True), _found(unit, pair)
    before = _former(unit, pair)
    if found is None or before is None:
        raise ProgrammeError("error-done-already")
    _moved(actor, unit, plan, unit.plans.find(actor.school_id, before.id))
    unit.plans.note(Change(pair_id, actor.id, unit.now, CARRIED, ""))
    for person_id in pair.people:
        if person_id != actor.id:
            _tell(unit, pair, person_id, say("notice-carried", count=len(found.tasks)), f"plan:{pair_id}")
    return found


def _moved(actor: Actor, unit: Unit, plan: Plan, former: Plan) -> None:
    """Goals first: a task names the number of its goal."""
    aimed = unit.plans.save(plan, with_goals(former, plan))
    numbers = {goal.text: goal.id for goal in aimed.goals if not goal.dropped}
    unit.plans.save(aimed, with_tasks(former, aimed, numbers, today(actor, unit)))


def offer(unit: Unit, pair: Pair) -> None:
    """Ask the mentees of a pair with a new mentor, and the curators, whether the plan is to go over."""
    found = _found(unit, pair)
    if found is None:
        return
    text = say("notice-carry", count=len(found.tasks))
    for person_id in pair.of(Side.MENTEE):
        _tell(unit, pair, person_id, text, f"pc:{pair.id}")
    for curator in unit.people.with_role(pair.school_id, Role.CURATOR):
        if curator.id not in pair.people:
            _ask_curator(unit, pair, curator.id)


def _tell(unit: Unit, pair: Pair, person_id: int, text: Text, to: str) -> None:
    rule = "plan-carry" if to.startswith("pc:") else "plan-carried"
    unit.tell(
        Notice(
            person_id=person_id,
            key=f"{rule}:1:{pair.id}:{person_id}",
            text=text,
            buttons=(NoticeButton(say("button-plan-open"), to),),
            audience=Audience.PAIR,
        )
    )


def _ask_curator(unit: Unit, pair: Pair, curator_id: int) -> None:
    """Without names: the button leads to the pair."""
    unit.tell(
        Notice(
            person_id=curator_id,
            key=f"plan-carry-curator:1:{pair.id}:{curator_id}",
            text=say("notice-carry-curator"),
            buttons=(NoticeButton(say("button-plan-open"), f"pc:{pair.id}"),),
            audience=Audience.CURATOR,
        )
    )
