"""Use cases of pairs that end before their time: with a reason, with three working days of notice, never at once.

Either the pair ends, or another mentor comes. The reason is one of a few that an order may print; what was said
privately stays where it was said.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from mentoring.calendar.service import calendar_of
from mentoring.errors import ProgrammeError
from mentoring.matching.rules import Cell, Hard, Wishes
from mentoring.matching.rules_table import cell
from mentoring.matching.service_profiles import facts_of
from mentoring.meetings.rules import Side
from mentoring.notices.rules import Audience, Notice, NoticeButton, Privacy
from mentoring.pairs.rules import Ending, Pair, PairState
from mentoring.pairs.rules_acceptance import (
    NOTICE_DAYS,
    REPLACED,
    EndingKind,
    PairEnding,
    Reason,
    working_day_after,
)
from mentoring.pairs.service import shown
from mentoring.pairs.service_acceptance import close_as, open_pair, to_curators
from mentoring.people.rules import Actor, Person, Role, School
from mentoring.plan import service_carry
from mentoring.ports import Unit
from mentoring.texts import Raw, Text, say

ENDED_AS = {Reason.GOALS_REACHED: Ending.DONE, Reason.LEAVES_SCHOOL: Ending.LEFT}


@dataclass(frozen=True, slots=True)
class Successor:
    """A mentor who could come instead; `percent` is how well they suit the least suited of the mentees, 0–100."""

    person: Person
    percent: int


def _ours(actor: Actor, unit: Unit, pair_id: int) -> Pair:
    actor.require(Role.CURATOR)
    pair = unit.pairs.find(actor.school_id, pair_id)
    if pair is None or pair.state is PairState.CLOSED:
        raise ProgrammeError("error-stale")
    return pair


def ending_of(actor: Actor, unit: Unit, pair_id: int) -> PairEnding | None:
    _ours(actor, unit, pair_id)
    return unit.endings.of_pairs([pair_id]).get(pair_id)


def successors(actor: Actor, unit: Unit, pair_id: int) -> list[Successor]:
    """Mentors of the register with a place, against whom no rule speaks, the best first."""
    pair = _ours(actor, unit, pair_id)
    facts, settings = facts_of(unit, actor.school), unit.matching.settings(actor.school_id)
    wishes = Wishes(least_hours=settings.least_hours)
    found = []
    for profile in (one for one in facts.profiles if one.side is Side.MENTOR and one.person_id not in pair.people):
        mentees = [facts.profile(Side.MENTEE, one) for one in pair.of(Side.MENTEE)]
        cells = [cell(profile, one, settings.weights, facts.refused, wishes) for one in mentees if one is not None]
        if cells and profile.capacity >= len(cells) and not any(_bars(one) for one in cells):
            found.append(Successor(facts.people[profile.person_id], min(one.percent for one in cells)))
    return sorted(found, key=lambda one: (-one.percent, one.person.id))


def _bars(one: Cell) -> tuple[Hard, ...]:
    return tuple(rule for rule in one.barred if rule is not Hard.CAPACITY)


def end_early(actor: Actor, unit: Unit, pair_id: int, reason: Reason) -> PairEnding:
    """The pair ends after three working days; both sides hear until when it works, not why."""
    pair = _ours(actor, unit, pair_id)
    last = _announced(actor, unit, pair, EndingKind.END, reason)
    for person in shown(unit, actor.school_id, pair).everybody:
        _tell(unit, pair, person, say("notice-ending", day=last), f"ending:1:{pair.id}")
    return unit.endings.of_pairs([pair.id])[pair.id]


def replace_mentor(
    actor: Actor, unit: Unit, pair_id: int, leaving: int, successor: int, reason: Reason
) -> PairEnding:
    """Another mentor comes after three working days; then both sides of the new pair are asked, as of any pair."""
    pair = _ours(actor, unit, pair_id)
    chosen = next((one for one in successors(actor, unit, pair_id) if one.person.id == successor), None)
    if chosen is None or leaving not in pair.of(Side.MENTOR):
        raise ProgrammeError("error-stale")
    last = _announced(actor, unit, pair, EndingKind.REPLACE, reason, leaving, successor)
    found = shown(unit, actor.school_id, pair)
    for person in found.everybody:
        key = "leaving" if person.id == leaving else "staying"
        _tell(unit, pair, person, say(f"notice-replacing-{key}", day=last), f"replacing:1:{pair.id}")
    return unit.endings.of_pairs([pair.id])[pair.id]


def _announced(
    actor: Actor,
    unit: Unit,
    pair: Pair,
    kind: EndingKind,
    reason: Reason,
    leaving: int | None = None,
    successor: int | None = None,
) -> date:
    if pair.id in unit.endings.of_pairs([pair.id]):
        raise ProgrammeError("error-done-already")
    today = actor.school.day(unit.now)
    last = working_day_after(calendar_of(unit, actor.school), today, NOTICE_DAYS)
    unit.endings.add(pair.id, kind, reason.value, unit.now, last, leaving, successor)
    return last


def take_back(actor: Actor, unit: Unit, pair_id: int) -> None:
    """The pair goes on after all; possible until its last day is over."""
    pair = _ours(actor, unit, pair_id)
    if not unit.endings.drop(pair_id):
        raise ProgrammeError("error-stale")
    for person in shown(unit, actor.school_id, pair).everybody:
        key = f"ending-off:1:{pair.id}:{unit.now:%Y%m%dT%H%M%S}"
        _tell(unit, pair, person, say("notice-ending-off"), key)


def _tell(unit: Unit, pair: Pair, person: Person, text: Text, key: str) -> None:
    unit.tell(
        Notice(
            person_id=person.id,
            key=f"{key}:{person.id}",
            text=text,
            buttons=(NoticeButton(say("button-pair"), f"pair:{pair.id}"),),
            audience=Audience.PAIR,
            privacy=Privacy.OWN,
        )
    )


def tick(unit: Unit) -> None:
    """Close what has come to its last day; where a mentor is replaced, make the new pair and ask it."""
    latest = max((school.day(unit.now) for school in unit.schools.all()), default=None)
    if latest is None:
        return
    for school_id, one in unit.endings.due(latest):
        school = unit.schools.get(school_id)
        pair = unit.pairs.find(school_id, one.pair_id)
        if pair is not None and school.day(unit.now) > one.last_day:
            unit.endings.done(one.id, unit.now)
            if pair.state is not PairState.CLOSED:
                _finish(unit, school, pair, one)


def _finish(unit: Unit, school: School, pair: Pair, one: PairEnding) -> None:
    if one.kind is EndingKind.END:
        reason = Reason(one.reason)
        close_as(unit, pair, ENDED_AS.get(reason, Ending.OTHER).value)
        return
    close_as(unit, pair, REPLACED)
    _succeed(unit, school, pair, one)


def _succeed(unit: Unit, school: School, pair: Pair, one: PairEnding) -> None:
    """The mentors who stay and the one who comes; where that cannot be any more, the curator hears of it."""
    mentors = [person for person in pair.of(Side.MENTOR) if person != one.leaving_id]
    mentors += [one.successor_id] if one.successor_id is not None else []
    try:
        kinds = {member.person_id: member.kind for member in pair.members}
        followed = open_pair(unit, school, mentors, pair.of(Side.MENTEE), pair.contact, kinds)
    except ProgrammeError:
        names = ", ".join(person.name or "" for person in shown(unit, school.id, pair).mentees)
        key = f"replacing-failed:1:{pair.id}:0"
        to_curators(unit, school.id, key, say("notice-replacing-failed", names=Raw(names)), "un.list:0")
    else:
        service_carry.offer(unit, followed)
