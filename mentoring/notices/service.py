"""Use cases of delivery: what leaves now, and what a reader says of a reminder: later, not mine."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from mentoring.calendar.rules import SchoolCalendar
from mentoring.calendar.service import calendar_of
from mentoring.errors import ProgrammeError
from mentoring.notices.rules import TITLED, Audience, Notice, NoticeButton, Privacy
from mentoring.notices.rules_delivery import (
    URGENT,
    Decision,
    Reader,
    Send,
    Waiting,
    capped_key,
    decide,
    first_moment,
    lasting,
    later_days,
)
from mentoring.people.rules import Actor, Person, Role
from mentoring.ports import Unit
from mentoring.ports_notices import Dropped
from mentoring.texts import Text, say

PAGE = 200
LOOKED_BACK = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Parcel:
    """One message: `name` tells it from any other, `key` makes it once-only."""

    reader: Reader
    send: Send
    name: str

    @property
    def key(self) -> str:
        person = self.reader.person_id
        return capped_key(self.name, person) if self.send.bundled else f"{URGENT}1:{self.name}:{person}"


def deliver(unit: Unit, after: int) -> tuple[list[Parcel], int | None]:
    """Decide on what is due to one page of people; the messages to put out, and after whom to go on."""
    people, following = unit.queue.due_people(unit.now, after, PAGE)
    waiting, readers = unit.queue.waiting(people, unit.now), unit.queue.readers(people, unit.now)
    calendars = _calendars(unit, {reader.school_id for reader in readers.values()})
    decisions: list[Decision] = []
    parcels: list[Parcel] = []
    for person, notices in waiting.items():
        reader = readers[person]
        found = decide(notices, reader, calendars[reader.school_id], unit.now)
        parcels += [Parcel(reader, one, _name(unit, one)) for one in found if isinstance(one, Send)]
        decisions += found
    unit.queue.settle(decisions, _names(parcels), unit.now)
    return parcels, following


def _calendars(unit: Unit, schools: set[int]) -> dict[int, SchoolCalendar]:
    return {school.id: calendar_of(unit, school) for school in unit.schools.some(schools)}


def _name(unit: Unit, send: Send) -> str:
    """Short enough for a button, and another one when the same notice is said again."""
    return f"{send.notices[0].id}.{int(unit.now.timestamp())}"


def _names(parcels: Sequence[Parcel]) -> dict[int, str]:
    return {one.id: parcel.key for parcel in parcels for one in parcel.send.notices}


def said(actor: Actor, unit: Unit, name: str) -> Sequence[Waiting]:
    """What a message said to the actor. Raises ProgrammeError("error-stale") when none of it stands any more."""
    found = unit.queue.bundle(actor.id, name)
    if not found:
        raise ProgrammeError("error-stale")
    return found


def days_for_later(actor: Actor, unit: Unit, name: str) -> tuple[date, ...]:
    """Days to put a message off to. Raises ProgrammeError("error-later-none") when it will be too late on any."""
    found, reader = said(actor, unit, name), _reader(actor, unit)
    days = later_days(found, calendar_of(unit, actor.school), reader.quiet, unit.now)
    if not days:
        raise ProgrammeError("error-later-none")
    return days


def put_off(actor: Actor, unit: Unit, name: str, day: date) -> None:
    """Say it again on `day`, with whatever is due then; what makes no sense by then is left as said."""
    if day not in days_for_later(actor, unit, name):
        raise ProgrammeError("error-stale")
    moment = first_moment(day, calendar_of(unit, actor.school), _reader(actor, unit).quiet)
    unit.queue.put_off([one.id for one in lasting(said(actor, unit, name), moment)], moment)


def _reader(actor: Actor, unit: Unit) -> Reader:
    return unit.queue.readers({actor.id}, unit.now)[actor.id]


def not_mine(actor: Actor, unit: Unit, notice_id: int) -> None:
    """The actor says that a reminder is not for them: it stops, and the curators hear of it once."""
    found = unit.queue.find(actor.id, notice_id)
    if found is None or found.audience is Audience.CURATOR:
        raise ProgrammeError("error-stale")
    unit.queue.stop(actor.id, found.rule, found.subject, unit.now)
    for curator in unit.people.with_role(actor.school_id, Role.CURATOR):
        if curator.id != actor.id:
            unit.tell(_told(actor, curator, found))


def _told(actor: Actor, curator: Person, notice: Waiting) -> Notice:
    return Notice(
        person_id=curator.id,
        key=f"not-mine:1:{notice.id}:{curator.id}",
        text=say("notice-not-mine", name=actor.person.name or say("person-nameless"), what=title(notice.rule)),
        buttons=(NoticeButton(say("button-look"), f"card:{actor.id}"),),
        audience=Audience.CURATOR,
        privacy=Privacy.NAMED,
        about=actor.id,
    )


def title(rule: str) -> Text:
    """What a reminder is about, in a word or two, without a name or what it says."""
    return say(f"rule-{rule}") if rule in TITLED else say("rule-other")


@dataclass(frozen=True, slots=True)
class Undelivered:
    """What was due and never said in the last thirty days, and whom messages do not reach now."""

    dropped: Sequence[Dropped]
    unreachable: Sequence[Person]
    muted: Sequence[Person]


def undelivered(actor: Actor, unit: Unit) -> Undelivered:
    """Names stand apart from rules: who missed a reminder of what is nobody's but its reader's."""
    actor.require(Role.CURATOR)
    everyone = unit.people.all(actor.school_id)
    return Undelivered(
        unit.queue.dropped(actor.school_id, unit.now - LOOKED_BACK),
        [person for person in everyone if not person.reachable],
        [person for person in everyone if person.reachable and person.muted],
    )
