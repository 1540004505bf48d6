"""Use cases of pairs: the curator makes, pauses and closes them; everybody sees their own.

Steps 16, 17 and 19 of the programme's plan; who suits whom is the curator's judgement here.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from mentoring.consent.rules import ConsentKind, holds
from mentoring.errors import ProgrammeError
from mentoring.meetings import rules_pause
from mentoring.meetings.rules import Contact, Side
from mentoring.notices.rules import Audience, Notice, NoticeButton, Privacy
from mentoring.pairs.rules import (
    Ending,
    Member,
    Pair,
    PairState,
    check_new,
    contact_suggested,
    same_people,
    suits,
)
from mentoring.people.rules import Actor, Person, Role, School, occasion
from mentoring.people.rules_progress import alphabetical
from mentoring.ports import Unit
from mentoring.texts import Raw, say

WATCHERS = (Role.CURATOR, Role.DIRECTOR, Role.DEPUTY, Role.PSYCHOLOGIST)


@dataclass(frozen=True, slots=True)
class Shown:
    """A pair with its people, mentors first, each side by name."""

    pair: Pair
    mentors: tuple[Person, ...]
    mentees: tuple[Person, ...]

    @property
    def everybody(self) -> tuple[Person, ...]:
        return self.mentors + self.mentees


def shown(unit: Unit, school_id: int, pair: Pair) -> Shown:
    people = {person.id: person for person in unit.people.all(school_id)}
    return _shown(pair, people)


def _shown(pair: Pair, people: dict[int, Person]) -> Shown:
    def side(which: Side) -> tuple[Person, ...]:
        return tuple(sorted((people[p] for p in pair.of(which) if p in people), key=alphabetical))

    return Shown(pair, side(Side.MENTOR), side(Side.MENTEE))


def candidates(actor: Actor, unit: Unit, side: Side) -> list[Person]:
    """Who takes part and has the role of that side, by name."""
    actor.require(Role.CURATOR)
    return _able(unit, actor.school, side)


def _able(unit: Unit, school: School, side: Side) -> list[Person]:
    decisions = unit.consents.of_school(school.id)
    able = (
        person
        for person in unit.people.all(school.id)
        if suits(side, person.roles)
        and person.approved
        and holds(decisions.get(person.id, ()), ConsentKind.PARTICIPATION)
    )
    return sorted(able, key=alphabetical)


def create(
    actor: Actor,
    unit: Unit,
    mentors: Collection[int],
    mentees: Collection[int],
    contact: Contact | None = None,
) -> Pair:
    """Make a pair by hand and tell both sides who it is. Raises ProgrammeError as `made` does."""
    actor.require(Role.CURATOR)
    pair = made(unit, actor.school, mentors, mentees, contact)
    _announce(actor, unit, pair)
    return pair


def made(
    unit: Unit,
    school: School,
    mentors: Collection[int],
    mentees: Collection[int],
    contact: Contact | None = None,
    kinds: Mapping[int, str] | None = None,
) -> Pair:
    """A new pair, of which nobody has heard yet. `kinds` are the mentors': consultant or of a subject.

    Raises ProgrammeError for people who do not take part (any more), and for a pair that there is already: the
    same people twice in a year are one.
    """
    check_new(mentors, mentees)
    able = {side: {person.id for person in _able(unit, school, side)} for side in Side}
    if not set(mentors) <= able[Side.MENTOR] or not set(mentees) <= able[Side.MENTEE]:
        raise ProgrammeError("error-pair-not-able")
    year = occasion(school)
    known = (pair for pair in unit.pairs.all(school.id, year) if pair.state is not PairState.CLOSED)
    if any(same_people(pair, mentors, mentees) for pair in known):
        raise ProgrammeError("error-pair-known")
    members = [Member(p, Side.MENTOR, (kinds or {}).get(p, "")) for p in mentors]
    members += [Member(p, Side.MENTEE) for p in mentees]
    return unit.pairs.add(school.id, year, contact or contact_suggested(mentors, mentees), members, unit.now)


def _announce(actor: Actor, unit: Unit, pair: Pair) -> None:
    found = shown(unit, actor.school_id, pair)
    for person in found.everybody:
        others = found.mentees if person in found.mentors else found.mentors
        key = "notice-pair-mentor" if person in found.mentors else "notice-pair-mentee"
        unit.tell(
            Notice(
                person_id=person.id,
                key=f"pair:1:{pair.id}:{pair.revision}:{person.id}",
                text=say(key, names=Raw(", ".join(one.name or "" for one in others))),
                buttons=(
                    NoticeButton(say("button-propose"), f"mp.new:{pair.id}"),
                    NoticeButton(say("button-pair"), f"pair:{pair.id}"),
                ),
                audience=Audience.PAIR,
                privacy=Privacy.NAMED,
                about=others[0].id if len(others) == 1 else None,
            )
        )


def listed(actor: Actor, unit: Unit) -> list[Shown]:
    """All pairs of the school year: going ones first, then paused, then closed."""
    actor.require(*WATCHERS)
    people = {person.id: person for person in unit.people.all(actor.school_id)}
    order, day = list(PairState), today(actor, unit)
    found = [_shown(pair, people) for pair in unit.pairs.all(actor.school_id, occasion(actor.school))]
    return sorted(found, key=lambda one: (order.index(one.pair.state_on(day)), one.pair.id))


def mine(actor: Actor, unit: Unit) -> list[Shown]:
    """The actor's own pairs that go on."""
    people = {person.id: person for person in unit.people.all(actor.school_id)}
    own = unit.pairs.of_person(actor.school_id, actor.id)
    return [_shown(pair, people) for pair in own if pair.state is not PairState.CLOSED]


def one(actor: Actor, unit: Unit, pair_id: int) -> Shown:
    """For its members and for those who watch over pairs. Raises ProgrammeError("error-stale") otherwise."""
    pair = unit.pairs.find(actor.school_id, pair_id)
    if pair is None or (pair.side_of(actor.id) is None and not actor.has(*WATCHERS)):
        raise ProgrammeError("error-stale")
    return shown(unit, actor.school_id, pair)


def _ours(actor: Actor, unit: Unit, pair_id: int) -> Pair:
    actor.require(Role.CURATOR)
    pair = unit.pairs.find(actor.school_id, pair_id)
    if pair is None:
        raise ProgrammeError("error-stale")
    return pair


def pause(actor: Actor, unit: Unit, pair_id: int, weeks: int) -> None:
    """Illness, leave, a hard month: from today for so many weeks nothing is reminded of."""
    pair = _ours(actor, unit, pair_id)
    if pair.state is PairState.CLOSED:
        raise ProgrammeError("error-pair-closed")
    day = today(actor, unit)
    unit.pairs.rest(pair_id, rules_pause.pause(pair.pauses, actor.id, day, day + timedelta(weeks=weeks)))
    unit.meetings.wake(actor.school_id, pair_id=pair_id)


def resume(actor: Actor, unit: Unit, pair_id: int) -> None:
    pair = _ours(actor, unit, pair_id)
    day = today(actor, unit)
    if pair.state_on(day) is not PairState.PAUSED:
        raise ProgrammeError("error-done-already")
    unit.pairs.rest(pair_id, rules_pause.resume(pair.pauses, day))
    unit.meetings.wake(actor.school_id, pair_id=pair_id)


def today(actor: Actor, unit: Unit) -> date:
    """The day on the school's wall."""
    return actor.school.day(unit.now)


def close(actor: Actor, unit: Unit, pair_id: int, ending: Ending) -> None:
    """It never waits for a survey. Whoever was in it hears of it without a reason that could hurt."""
    pair = _ours(actor, unit, pair_id)
    if pair.state is PairState.CLOSED:
        raise ProgrammeError("error-done-already")
    changes = {"state": PairState.CLOSED.value, "closed_at": unit.now, "ending": ending.value}
    unit.pairs.update(pair_id, **changes)
    unit.meetings.wake(actor.school_id, pair_id=pair_id)
    for person_id in pair.people:
        unit.tell(
            Notice(
                person_id=person_id,
                key=f"pair-closed:1:{pair.id}:{pair.revision}:{person_id}",
                text=say("notice-pair-closed"),
                buttons=(NoticeButton(say("button-home"), "home"),),
                audience=Audience.PAIR,
            )
        )
