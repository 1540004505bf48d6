"""What the passing of time makes worth saying about a step: a function of its facts and the day. Pure.

Nothing is scheduled. A postponed step has another revision and a closed one another state, so what was due of the
former is not due any more; what was said is kept by the caller under `Due.once`. Days are the school's local ones
and always school days: what would fall into a break is said on the first school day after it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from mentoring.meetings.rules_days import Days
from mentoring.people.rules import Role, school_year
from mentoring.roadmap.rules import Instance, Recurrence
from mentoring.roadmap.rules_people import Staff, responsible, vacancies

_ONE = timedelta(days=1)


class Rule(StrEnum):
    SOON = "roadmap-soon"
    OPENS = "roadmap-opens"
    HALFWAY = "roadmap-halfway"
    CLOSING = "roadmap-closing"
    OVERDUE = "roadmap-overdue"
    TO_CURATOR = "roadmap-to-curator"
    TO_DIRECTOR = "roadmap-to-director"
    DATE = "roadmap-date"  # when will it be? asked of a step whose date is set elsewhere
    NOBODY = "roadmap-nobody"


# Raised when a rule is to be said again to those who have heard its former version.
VERSIONS: Mapping[Rule, int] = dict.fromkeys(Rule, 1)
# To whom a rung goes: the first of these roles that anybody holds.
_STAFF: Mapping[Rule, tuple[Role, ...]] = {
    Rule.TO_CURATOR: (Role.CURATOR, Role.DEPUTY, Role.DIRECTOR),
    Rule.TO_DIRECTOR: (Role.DIRECTOR, Role.DEPUTY, Role.CURATOR),
    Rule.NOBODY: (Role.CURATOR, Role.DEPUTY, Role.DIRECTOR),
}


@dataclass(frozen=True, slots=True)
class Limits:
    """In school days. `soon`: before the window opens; `closing`: the last ones of it; `curator`, `director`:
    after the first overdue day; `stale`: how long the last word of a step is worth saying; `halfway`: the shortest
    window that has a middle worth a word. `quarters` are the months at whose beginning a missing date is asked.
    """

    soon: int = 3
    closing: int = 5
    curator: int = 3
    director: int = 8
    stale: int = 10
    halfway: int = 12
    quarters: tuple[int, ...] = (9, 11, 1, 4)


SHIPPED = Limits()


@dataclass(frozen=True, slots=True)
class Moment:
    """When something is worth saying, whoever hears it: from the school day `day` on, not on `until` any more."""

    rule: Rule
    day: date
    until: date
    occurrence: int = 0


@dataclass(frozen=True, slots=True)
class Due:
    """One thing to say to one person, from the school day `day` on, not on `until` any more."""

    rule: Rule
    version: int
    year: int
    n: int
    revision: int
    occurrence: int
    person: int
    day: date
    until: date

    @property
    def once(self) -> str:
        """Its unique key."""
        parts = (self.version, f"{self.year}-{self.n}", self.revision, self.occurrence, self.person)
        return ":".join((self.rule, *map(str, parts)))


def moments(instance: Instance, days: Days, limits: Limits = SHIPPED) -> list[Moment]:
    """All moments of the step as it stands now, in order; none for a closed one."""
    if not instance.live:
        return []
    if instance.first is None or instance.last is None:
        asked = instance.step.recurrence is Recurrence.EXTERNAL
        return [*_asked(instance, days, limits)] if asked else []
    if instance.always:
        return [*_begins(instance, days, limits)]
    return [*_window(instance, instance.first, instance.last, days, limits)]


def due(instance: Instance, staff: Staff, today: date, days: Days, limits: Limits = SHIPPED) -> list[Due]:
    """What may be said today; nothing on a day without school. A late look finds what still makes sense."""
    if not days.is_school_day(today):
        return []
    found = [
        _due(instance, moment, person, moment.day)
        for moment in moments(instance, days, limits)
        if moment.day <= today < moment.until
        for person in recipients(moment.rule, instance, staff, today)
    ]
    return found + nobody(instance, staff, today, days, limits)


def nobody(instance: Instance, staff: Staff, today: date, days: Days, limits: Limits = SHIPPED) -> list[Due]:
    """That no one answers for the step, to the curator at once; each gap is said once."""
    found = []
    for vacancy in vacancies([instance], staff, today):
        day = days.add_school_days(vacancy.since - _ONE, 1)
        moment = Moment(Rule.NOBODY, day, _later(days, day, limits.stale), vacancy.since.toordinal())
        if moment.day <= today < moment.until:
            heard = recipients(Rule.NOBODY, instance, staff, today)
            found += [_due(instance, moment, person, day) for person in heard]
    return found


def ahead(instance: Instance, staff: Staff, days: Days, limits: Limits = SHIPPED) -> list[Due]:
    """Everything that time will make worth saying if nothing but the known changes of people happens, in order of
    days: for each person the first school day on which they are to hear it. Gaps in the staff are not in it.
    """
    found: dict[str, Due] = {}
    for moment in moments(instance, days, limits):
        for day in (moment.day, *staff.changes_between(moment.day, moment.until)):
            heard = days.add_school_days(day - _ONE, 1)
            if heard < moment.until:
                for person in recipients(moment.rule, instance, staff, heard):
                    one = _due(instance, moment, person, heard)
                    found.setdefault(one.once, one)
    return sorted(found.values(), key=lambda one: (one.day, one.once))


def wakes_on(instance: Instance, today: date, days: Days, limits: Limits = SHIPPED) -> date | None:
    """The next day after `today` on which the step needs a look; to be stored and indexed, so that a tick reads
    only what is due. A change of people needs a look of its own.
    """
    return min((moment.day for moment in moments(instance, days, limits) if moment.day > today), default=None)


def recipients(rule: Rule, instance: Instance, staff: Staff, day: date) -> tuple[int, ...]:
    """Who is to hear it. A rung of the ladder passes over those who answer for the step: they have heard it."""
    own = responsible(instance, staff, day)
    if rule not in _STAFF:
        return own
    held = (staff.holding(role, day) for role in _STAFF[rule])
    found = next(filter(None, held), ())
    return tuple(person for person in found if person not in own)


def _due(instance: Instance, moment: Moment, person: int, day: date) -> Due:
    version = VERSIONS[moment.rule]
    return Due(
        moment.rule,
        version,
        instance.year,
        instance.n,
        instance.revision,
        moment.occurrence,
        person,
        day,
        moment.until,
    )


def _window(instance: Instance, first: date, last: date, days: Days, limits: Limits) -> Iterator[Moment]:
    """A window that was over when the step came to be is history: nobody is told off for it."""
    if last < instance.since:
        return
    begun = first < instance.since
    opens = days.add_school_days(max(first, instance.since) - _ONE, 1)
    late = _late(opens, last, days, limits)
    spoken = [*_within(opens, last, days, limits)]
    if begun and instance.revision:
        # Whoever has just put off an open step knows that it is open.
        spoken = spoken[1:]
    soon = days.add_school_days(opens, -limits.soon)
    if not begun and soon >= instance.since:
        spoken.insert(0, (Rule.SOON, soon))
    yield from _chained(spoken, late)
    yield from _ladder(late, days, limits)


def _late(opens: date, last: date, days: Days, limits: Limits) -> date:
    """The first day on which it is overdue. A window without one school day gives as many after it."""
    if opens > last:
        return _later(days, opens, limits.closing)
    return days.add_school_days(last, 1)


def _within(opens: date, last: date, days: Days, limits: Limits) -> Iterator[tuple[Rule, date]]:
    yield Rule.OPENS, opens
    length = days.school_days_between(opens, last + _ONE)
    if length >= limits.halfway:
        yield Rule.HALFWAY, _later(days, opens, length // 2)
    if length > limits.closing:
        yield Rule.CLOSING, days.add_school_days(last + _ONE, -limits.closing)


def _chained(spoken: Iterable[tuple[Rule, date]], late: date) -> Iterator[Moment]:
    """Each is worth saying until the next one is."""
    found = [*spoken]
    ends = [day for _, day in found[1:]] + [late]
    return (Moment(rule, day, end) for (rule, day), end in zip(found, ends, strict=True))


def _ladder(late: date, days: Days, limits: Limits) -> Iterator[Moment]:
    curator, director = _later(days, late, limits.curator), _later(days, late, limits.director)
    end = _later(days, director, limits.stale)
    yield Moment(Rule.OVERDUE, late, end)
    yield Moment(Rule.TO_CURATOR, curator, end)
    yield Moment(Rule.TO_DIRECTOR, director, end)


def _begins(instance: Instance, days: Days, limits: Limits) -> Iterator[Moment]:
    """What goes on all year is spoken of once, when the year begins for the school."""
    assert instance.first is not None
    day = days.add_school_days(max(instance.first, instance.since) - _ONE, 1)
    yield Moment(Rule.OPENS, day, _later(days, day, limits.stale))


def _asked(instance: Instance, days: Days, limits: Limits) -> Iterator[Moment]:
    """A question a quarter, on its first school day, until there is a date."""
    begins, ends = school_year(date(instance.year, 8, 1))
    for place, month in enumerate(limits.quarters):
        first = date(begins.year if month >= begins.month else ends.year, month, 1)
        day = days.add_school_days(first - _ONE, 1)
        if day >= instance.since:
            yield Moment(Rule.DATE, day, _later(days, day, limits.stale), place)


def _later(days: Days, day: date, number: int) -> date:
    return days.add_school_days(day, number)
