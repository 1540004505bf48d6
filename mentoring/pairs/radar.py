"""Use cases of the radar: which pairs need help, and who hears of it next.

A curator hears *that* a pair needs help, never what was said.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from mentoring.calendar.rules import SchoolCalendar
from mentoring.calendar.service import calendar_of
from mentoring.errors import ProgrammeError
from mentoring.meetings.rules import Meeting
from mentoring.meetings.rules_ladder import Ladder, Rung, To, climb, react, start
from mentoring.meetings.rules_radar import Health, facts_of, for_curator, health
from mentoring.notices.rules import Audience, Notice, NoticeButton, Privacy
from mentoring.pairs.rules import Pair, PairState
from mentoring.pairs.service import Shown, shown
from mentoring.people.rules import Actor, Person, Role, School
from mentoring.ports import Unit
from mentoring.texts import Raw, Text, say


@dataclass(frozen=True, slots=True)
class Seen:
    """A pair as the radar sees it on the school's day."""

    pair: Pair
    health: Health
    meetings: tuple[Meeting, ...]


def look(unit: Unit, school: School, calendar: SchoolCalendar, pairs: Sequence[Pair]) -> list[Seen]:
    """Every pair's health; one query for the meetings of all."""
    held: dict[int, list[Meeting]] = {}
    for meeting in unit.meetings.of_pairs(school.id, [pair.id for pair in pairs]):
        held.setdefault(meeting.pair_id, []).append(meeting)
    zone = ZoneInfo(school.zone)
    today = unit.now.astimezone(zone).date()
    found = []
    for pair in pairs:
        meetings = held.get(pair.id, [])
        began = pair.opened_at.astimezone(zone).date()
        facts = facts_of(pair.id, began, meetings, unit.now, calendar, pair.pauses)
        found.append(Seen(pair, health(facts, today, calendar), tuple(meetings)))
    return found


def seen(actor: Actor, unit: Unit, pairs: Iterable[Pair]) -> dict[int, Health]:
    """The health of pairs that the curator looks at."""
    going = [pair for pair in pairs if pair.state is not PairState.CLOSED]
    found = look(unit, actor.school, calendar_of(unit, actor.school), going)
    return {one.pair.id: one.health for one in found}


def tick(unit: Unit) -> None:
    """One look a school day, at most one rung for each pair, in every school."""
    by_school: dict[int, list[Pair]] = {}
    for pair in unit.pairs.going():
        by_school.setdefault(pair.school_id, []).append(pair)
    for school_id, pairs in by_school.items():
        _school(unit, unit.schools.get(school_id), pairs)


def _school(unit: Unit, school: School, pairs: Sequence[Pair]) -> None:
    calendar, today = calendar_of(unit, school), school.day(unit.now)
    looked = f"radar:{school.id}"
    if not calendar.is_school_day(today) or unit.remembered(looked) == today.isoformat():
        return
    unit.remember(looked, today.isoformat())
    ladders = unit.ladders.of_pairs(pair.id for pair in pairs)
    for one in look(unit, school, calendar, pairs):
        _pair(unit, school, calendar, one, ladders.get(one.pair.id, ()))


def _pair(
    unit: Unit, school: School, calendar: SchoolCalendar, one: Seen, former: Sequence[tuple[int, Ladder]]
) -> None:
    running = _running(unit, calendar, one, [_settled(unit, calendar, one, *known) for known in former])
    if running is None:
        return
    number, ladder = running
    reacted = _reaction(ladder, one.meetings, school)
    if reacted is not None:
        unit.ladders.save(number, react(ladder, reacted, one.health.on))
        return
    after, rung = climb(ladder, one.health, calendar)
    if after != ladder:
        unit.ladders.save(number, after)
    if rung is not None:
        _say(unit, school, one, number, after, rung)


def _settled(unit: Unit, calendar: SchoolCalendar, one: Seen, number: int, ladder: Ladder) -> tuple[int, Ladder]:
    """One climbed to its end is closed when its reason has gone, and so may begin anew another time."""
    if not ladder.running and ladder.stopped is None:
        after, _ = climb(ladder, one.health, calendar)
        if after != ladder:
            unit.ladders.save(number, after)
        return number, after
    return number, ladder


def _running(
    unit: Unit, calendar: SchoolCalendar, one: Seen, former: Sequence[tuple[int, Ladder]]
) -> tuple[int, Ladder] | None:
    """The ladder that runs, or the one that begins now and takes its place."""
    running = [(number, ladder) for number, ladder in former if ladder.running]
    begun = start(one.health, [ladder for _, ladder in former], calendar)
    if begun is None:
        return running[0] if running else None
    for number, ladder in running:
        unit.ladders.save(number, replace(ladder, stopped=one.health.on))
    return unit.ladders.add(begun), begun


def _reaction(ladder: Ladder, meetings: Iterable[Meeting], school: School) -> int | None:
    """Who has done something about it since somebody was asked: proposed, agreed, spoke of a meeting."""
    if not ladder.climbed:
        return None
    asked = datetime.combine(ladder.climbed[-1] + timedelta(days=1), time(0), ZoneInfo(school.zone))
    for meeting in meetings:
        moments = [meeting.offered_at, meeting.agreed_at, meeting.heard_at]
        if any(moment is not None and moment >= asked - timedelta(days=1) for moment in moments):
            return meeting.proposed_by
    return None


def _say(unit: Unit, school: School, one: Seen, number: int, ladder: Ladder, rung: Rung) -> None:
    found = shown(unit, school.id, one.pair)
    place = len(ladder.climbed)
    for person in _recipients(unit, school, found, ladder, rung.to):
        unit.tell(
            Notice(
                person_id=person.id,
                key=f"ladder:1:{number}:{place}:{person.id}",
                text=_words(found, ladder, rung.to, person),
                buttons=(
                    NoticeButton(say("button-pair"), f"pair:{one.pair.id}"),
                    NoticeButton(say("button-seen"), f"ld.seen:{one.pair.id}:{number}"),
                ),
                audience=Audience.CURATOR if rung.to in _STAFF else Audience.PAIR,
                privacy=Privacy.NAMED,
                bundled=True,
            )
        )


_STAFF = {To.CURATOR: Role.CURATOR, To.DEPUTY: Role.DEPUTY, To.PSYCHOLOGIST: Role.PSYCHOLOGIST}


def _recipients(unit: Unit, school: School, found: Shown, ladder: Ladder, to: To) -> Sequence[Person]:
    """A rung whose role nobody holds goes to the curator: it is never dropped."""
    if to in (To.MENTOR, To.MENTEE):
        return found.mentors if to is To.MENTOR else found.mentees
    if to is To.PERSON:
        return [person for person in found.everybody if person.id in ladder.about]
    people = unit.people.with_role(school.id, _STAFF[to])
    return people or unit.people.with_role(school.id, Role.CURATOR)


def _words(found: Shown, ladder: Ladder, to: To, person: Person) -> Text:
    if to is To.PERSON:
        return say("ladder-person")
    if to in _STAFF:
        (reason,) = for_curator((ladder.reason,))
        names = ", ".join(one.name or "" for one in found.everybody)
        return say("ladder-staff", names=Raw(names), reason=say(f"radar-{reason}"))
    others = found.mentees if person in found.mentors else found.mentors
    names = ", ".join(one.name or "" for one in others)
    return say(f"ladder-{to}", names=Raw(names), reason=say(f"radar-{ladder.reason}"))


def acknowledge(actor: Actor, unit: Unit, pair_id: int, number: int) -> None:
    """Whoever was asked has seen it and takes care: the ladder stops. Raises for somebody it does not concern."""
    pair = unit.pairs.find(actor.school_id, pair_id)
    concerned = pair is not None and (pair.side_of(actor.id) is not None or actor.has(*_STAFF.values()))
    known = dict(unit.ladders.of_pairs([pair_id]).get(pair_id, ()))
    if not concerned or number not in known:
        raise ProgrammeError("error-stale")
    today: date = actor.school.day(unit.now)
    unit.ladders.save(number, react(known[number], actor.id, today))
