"""Use cases of the digest: it comes by itself, is there at any time, and has a picture.

The curator's week and the month of director and deputy; whoever stands in for one of them gets it instead.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta

from mentoring.calendar.rules import SchoolCalendar
from mentoring.calendar.service import calendar_of
from mentoring.digest import wording
from mentoring.digest.facts import for_reader, month_facts, week_facts
from mentoring.digest.rules import Series, weekly
from mentoring.digest.rules_month import monthly
from mentoring.digest.rules_when import Kind, Period, before, due, looks_at, period_of
from mentoring.digest.wording import Said
from mentoring.errors import ProgrammeError
from mentoring.meetings.rules_days import at_clock
from mentoring.notices.rules import Audience, Notice, NoticeButton, Privacy
from mentoring.people.rules import SETUP_STEPS, Actor, Person, Role, School
from mentoring.ports import Unit
from mentoring.roadmap.service_people import acts_as, staff_of
from mentoring.texts import say

READERS = {Kind.WEEK: (Role.CURATOR,), Kind.MONTH: (Role.DIRECTOR, Role.DEPUTY)}
STAMP = "%Y%m%d"
LOOKED_BACK = timedelta(days=400)
_ONE = timedelta(days=1)


def tick(unit: Unit, school_id: int, kind: Kind) -> None:
    """Say the school's digest if its time has come, and find when to look again."""
    sending = unit.digests.take(school_id, kind, unit.now)
    if sending is None:
        return
    school = unit.schools.get(school_id)
    days = calendar_of(unit, school)
    this = due(sending, unit.now, days)
    if this is not None:
        sending = replace(sending, said_on=days.local_day(unit.now))
        if school.setup_step >= len(SETUP_STEPS):  # nothing of a school that is not set up yet is worth a word
            _say(unit, school, days, kind, this)
    unit.digests.keep(sending, looks_at(sending, unit.now, days))


def _say(unit: Unit, school: School, days: SchoolCalendar, kind: Kind, this: Period) -> None:
    for person in _readers(unit, school, kind, days.local_day(unit.now)):
        unit.tell(_notice(person, this, _said(unit, school, days, kind, this.first, person)))


def _readers(unit: Unit, school: School, kind: Kind, day: date) -> Sequence[Person]:
    """Each once, although they may hold several of the roles; the stand-in instead of whoever is away."""
    staff = staff_of(unit, school)
    ids = dict.fromkeys(one for role in READERS[kind] for one in staff.holding(role, day))
    found = (unit.people.find(school.id, one) for one in ids)
    return [person for person in found if person is not None]


def _notice(person: Person, this: Period, said: Said) -> Notice:
    """It comes by itself, besides the day's reminders: of those one can say "not mine", of a digest one cannot."""
    return Notice(
        person_id=person.id,
        key=f"digest-{said.kind}:1:{person.school_id}:{this.first:{STAMP}}:{person.id}",
        text=wording.whole(said),
        buttons=(*wording.buttons(said.digest), *_ways(said)),
        audience=Audience.CURATOR,
        privacy=Privacy.NAMED,
    )


def _ways(said: Said) -> list[NoticeButton]:
    chart = NoticeButton(say("button-digest-chart"), f"dg.chart:{said.kind}:{said.span.until:{STAMP}}")
    settings = NoticeButton(say("button-digest-when"), "dg.when")
    found = [chart] if said.digest.chart is not None else []
    return [*found, settings] if said.kind is Kind.WEEK else found


def now_of(actor: Actor, unit: Unit, kind: Kind) -> Said:
    """How things stand: the last seven days, today among them, or the month before this one."""
    require(actor, unit, kind)
    days = calendar_of(unit, actor.school)
    today = days.local_day(unit.now)
    until = today + _ONE if kind is Kind.WEEK else period_of(kind, today).first
    return _said(unit, actor.school, days, kind, until, actor.person)


def chart(actor: Actor, unit: Unit, kind: Kind, until: date) -> Series:
    """The picture under a digest that told of the days before `until`. Raises ProgrammeError("error-stale") for
    days that no digest is of.
    """
    require(actor, unit, kind)
    days = calendar_of(unit, actor.school)
    today = days.local_day(unit.now)
    if not today - LOOKED_BACK <= until <= today + _ONE or (kind is Kind.MONTH and until.day != 1):
        raise ProgrammeError("error-stale")
    found = _said(unit, actor.school, days, kind, until, actor.person).digest.chart
    if found is None:
        raise ProgrammeError("error-stale")
    return found


def _said(unit: Unit, school: School, days: SchoolCalendar, kind: Kind, until: date, person: Person) -> Said:
    (span,) = before(kind, until, 1)
    if kind is Kind.MONTH:
        facts, plan = month_facts(unit, school, days, until)
        return Said(kind, span, monthly(for_reader(facts, plan, person.id)))
    dropped = unit.queue.dropped(school.id, _begins(days, span.first))
    return Said(kind, span, weekly(week_facts(unit, school, days, until, person.language)), tuple(dropped))


def _begins(days: SchoolCalendar, day: date) -> datetime:
    return at_clock(days, day, time())


def require(actor: Actor, unit: Unit, kind: Kind) -> None:
    """Raises ProgrammeError("error-not-yours") but for who gets such digests, or stands in for one who does."""
    roles = READERS[kind]
    if not actor.has(*roles):
        today = calendar_of(unit, actor.school).local_day(unit.now)
        if not acts_as(actor, staff_of(unit, actor.school), today, *roles):
            raise ProgrammeError("error-not-yours")
    acting(actor, roles).require(*roles)


def acting(actor: Actor, roles: Sequence[Role]) -> Actor:
    """The actor with the roles they stand in for, for a use case that asks for them."""
    return replace(actor, person=replace(actor.person, roles=actor.person.roles.union(roles)))
