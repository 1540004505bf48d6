"""The digest's facts out of a school's database, by a number of statements that does not grow with anything.

A curator sees that help is needed, never what was said: of a pair's health there is a colour and a reason that a
curator may read, of a survey how many have not answered, of what anybody has written names and titles alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, time
from itertools import pairwise

from mentoring.calendar.rules import SchoolCalendar
from mentoring.digest.facts_plan import Plan, plan_of
from mentoring.digest.rules import Facts, PairSeen, Span, SurveySeen
from mentoring.digest.rules_month import MonthFacts
from mentoring.digest.rules_when import Kind, Period, before
from mentoring.meetings.rules import Side
from mentoring.meetings.rules_days import at_clock
from mentoring.meetings.rules_radar import Colour, for_curator
from mentoring.pairs.radar import Seen, look
from mentoring.pairs.rules import Pair, PairState
from mentoring.people.rules import Person, PersonState, School, occasion, school_year
from mentoring.people.rules_progress import alphabetical
from mentoring.ports import Unit
from mentoring.ports_digest import Happened
from mentoring.surveys.rules import asks

WEEKS = 8  # on the chart
_ILL = (Colour.RED, Colour.YELLOW)


def week_facts(unit: Unit, school: School, days: SchoolCalendar, until: date, language: str) -> Facts:
    """The seven days before `until` beside the seven before them; everything else as it is now. `language` is that
    of the titles.
    """
    everyone = {person.id: person for person in unit.people.all(school.id)}
    plan = plan_of(unit, school, days.local_day(unit.now), language)
    spans, counts = counted(unit, school, days, before(Kind.WEEK, until, WEEKS))
    return Facts(
        today=days.local_day(unit.now),
        this=counts[-1],
        last=counts[-2],
        pairs=tuple(_pairs(unit, school, days, everyone)),
        steps=plan.steps,
        surveys=tuple(_surveys(unit, school, days, everyone.values(), language)),
        vacant=plan.vacant,
        waiting=sum(_waits(person) for person in everyone.values()),
        history=_history(spans, counts),
    )


def month_facts(unit: Unit, school: School, days: SchoolCalendar, until: date) -> tuple[MonthFacts, Plan]:
    """The month before `until` beside the one before it; the plan tells what is each reader's own."""
    today = days.local_day(unit.now)
    began = school_year(before(Kind.MONTH, until, 1)[0].first)[0]
    number = max(2, 12 * (until.year - began.year) + until.month - began.month)
    spans, counts = counted(unit, school, days, before(Kind.MONTH, until, number))
    everyone = {person.id: person for person in unit.people.all(school.id)}
    seen = _looked(unit, school, days, everyone)
    plan = plan_of(unit, school, today, school.language)
    facts = MonthFacts(
        today=today,
        this=counts[-1],
        last=counts[-2],
        pairs=len(seen),
        red=sum(one.health.colour is Colour.RED for one in seen),
        yellow=sum(one.health.colour is Colour.YELLOW for one in seen),
        states=dict(plan.states),
        history=_history(spans, counts),
    )
    return facts, plan


def for_reader(facts: MonthFacts, plan: Plan, person_id: int) -> MonthFacts:
    """With the overdue steps that the reader answers for."""
    return replace(facts, own_overdue=tuple((step, n) for step, n, who in plan.late if person_id in who))


def counted(
    unit: Unit, school: School, days: SchoolCalendar, spans: Sequence[Period]
) -> tuple[Sequence[Period], list[Span]]:
    """What happened in each of the periods, which follow one another; days are the school's."""
    edges = [at_clock(days, one.first, time()) for one in spans]
    edges.append(at_clock(days, spans[-1].until, time()))
    found = unit.digests.happened(school.id, edges[0], edges[-1])
    return spans, [_within(found, *pair) for pair in pairwise(edges)]


def _within(found: Happened, first: datetime, until: datetime) -> Span:
    def number(moments: Iterable[datetime]) -> int:
        return sum(first <= moment < until for moment in moments)

    return Span(number(found.answered), number(found.held), number(found.missed))


def _history(spans: Sequence[Period], counts: Sequence[Span]) -> tuple[tuple[date, int], ...]:
    return tuple((span.first, one.held) for span, one in zip(spans, counts, strict=True))


def _looked(unit: Unit, school: School, days: SchoolCalendar, everyone: Mapping[int, Person]) -> list[Seen]:
    """The year's pairs that go on and have somebody on both sides."""
    known = unit.pairs.all(school.id, occasion(school))
    going = [pair for pair in known if pair.state is not PairState.CLOSED and _whole(pair, everyone)]
    return look(unit, school, days, going)


def _whole(pair: Pair, everyone: Mapping[int, Person]) -> bool:
    return all(any(person in everyone for person in pair.of(side)) for side in Side)


def _pairs(unit: Unit, school: School, days: SchoolCalendar, everyone: Mapping[int, Person]) -> Iterable[PairSeen]:
    for one in _looked(unit, school, days, everyone):
        if one.health.colour in _ILL:
            reason = for_curator(one.health.reasons)[0]
            yield PairSeen(one.pair.id, names(one.pair, everyone), one.health.colour, reason)


def names(pair: Pair, everyone: Mapping[int, Person]) -> str:
    """Mentors, then mentees, each side by name."""
    return " — ".join(_side(pair, side, everyone) for side in Side)


def _side(pair: Pair, side: Side, everyone: Mapping[int, Person]) -> str:
    people = sorted((everyone[p] for p in pair.of(side) if p in everyone), key=alphabetical)
    return ", ".join(person.name or "" for person in people)


def _surveys(
    unit: Unit, school: School, days: SchoolCalendar, everyone: Iterable[Person], language: str
) -> Iterable[SurveySeen]:
    running = unit.surveys.now_open(school.id, unit.now)
    given = unit.digests.answered(school.id, [one.id for one in running])
    decisions = unit.consents.of_school(school.id)
    people = list(everyone)
    for survey in running:
        asked = {one.id for one in people if asks(survey.roles, one, decisions.get(one.id, ()))}
        sent = given.get(survey.id, frozenset())
        ends_on = days.local_day(survey.closes_at)
        title = survey.titles.within(language)
        yield SurveySeen(survey.id, title, len(asked - sent), len(asked | sent), ends_on)


def _waits(person: Person) -> bool:
    """Somebody who came by the shared link and has said who they are."""
    return person.state == PersonState.ACTIVE and person.name is not None and not person.approved
