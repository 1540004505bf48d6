"""Use cases of the school's calendar: what its days are, and the curator's changes to them.

The school year's terms and breaks decide on which days anybody is reminded of anything.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from mentoring.calendar.holidays_ru import public_days, transfers_known
from mentoring.calendar.rules import Kind, SchoolCalendar, Special
from mentoring.calendar.rules_breaks import usual_breaks
from mentoring.calendar.rules_table import SpecialDays, specials_from_table, specials_from_text
from mentoring.errors import ProgrammeError
from mentoring.people.rules import Actor, Role, School
from mentoring.ports import Unit
from mentoring.ports_plan import StoredDays

MOST = 400  # periods of one school; more than that is a mistake in a file


def calendar_of(unit: Unit, school: School) -> SchoolCalendar:
    """The school's days: holidays are known from the year before its school year to the year after."""
    years = (school.year_start.year, school.year_end.year, unit.now.year)
    specials = tuple(one.days for one in unit.calendars.specials(school.id))
    quiet = (school.quiet_from, school.quiet_to)
    return _calendar(school.zone, unit.calendars.week(school.id), quiet, min(years) - 1, max(years) + 1, specials)


@lru_cache(maxsize=64)
def _calendar(
    zone: str, week: Literal[5, 6], quiet: tuple[str, str], first: int, last: int, specials: tuple[Special, ...]
) -> SchoolCalendar:
    """Kept for as long as nothing of it changes: a calendar counts the days of a year once."""
    return SchoolCalendar(zone, week, *quiet, public=public_days(first, last, week), specials=specials)


@dataclass(frozen=True, slots=True)
class Shown:
    """`coming` are periods that are not over yet, `offered` usual breaks in whose place the school has set none.

    `unknown` is the coming calendar year for which the government's transfers are not known, or None.
    """

    week: int
    coming: tuple[StoredDays, ...]
    offered: tuple[Special, ...]
    unknown: int | None


def shown(actor: Actor, unit: Unit, titles: Mapping[str, str]) -> Shown:
    """`titles` are the words for "autumn", "winter", "spring" and "summer"."""
    actor.require(Role.CURATOR)
    today = actor.school.day(unit.now)
    known = unit.calendars.specials(actor.school_id)
    ahead = actor.school.year_end.year
    return Shown(
        week=unit.calendars.week(actor.school_id),
        coming=tuple(one for one in known if one.days.last >= today),
        offered=_offered(actor, unit, titles, known),
        unknown=None if transfers_known(ahead) else ahead,
    )


def _offered(
    actor: Actor, unit: Unit, titles: Mapping[str, str], known: Sequence[StoredDays]
) -> tuple[Special, ...]:
    today = actor.school.day(unit.now)
    breaks = [one.days for one in known if one.days.kind is Kind.BREAK]
    usual = usual_breaks((actor.school.year_start, actor.school.year_end), titles)
    return tuple(
        one
        for one in usual
        if one.last >= today and not any(own.first <= one.last and one.first <= own.last for own in breaks)
    )


def accept_usual(actor: Actor, unit: Unit, titles: Mapping[str, str]) -> int:
    """Take over the usual breaks that are offered; how many. A second press takes over none."""
    actor.require(Role.CURATOR)
    known = unit.calendars.specials(actor.school_id)
    return _added(actor, unit, _offered(actor, unit, titles, known))


@dataclass(frozen=True, slots=True)
class Read:
    """What was read, how many periods of it were new, and whether it took the place of the former ones."""

    found: SpecialDays
    new: int
    replaced: bool = False


def add_text(actor: Actor, unit: Unit, text: str) -> Read:
    """Periods as typed, one a line; what could be read is kept, the rest is named."""
    actor.require(Role.CURATOR)
    found = specials_from_text(text, actor.school.year_start)
    return Read(found, _added(actor, unit, found.specials))


def add_table(
    actor: Actor, unit: Unit, rows: Sequence[Sequence[str]], numbers: Sequence[int], *, instead: bool = False
) -> Read:
    """Periods of a table. With `instead` they take the place of those of the school year, unless something could
    not be read: then nothing is changed.
    """
    actor.require(Role.CURATOR)
    found = specials_from_table(rows, actor.school.year_start, numbers)
    if not instead:
        return Read(found, _added(actor, unit, found.specials))
    if found.faults or not found.specials:
        return Read(found, 0)
    _clear_year(actor, unit)
    return Read(found, _added(actor, unit, found.specials), replaced=True)


def _clear_year(actor: Actor, unit: Unit) -> None:
    first, last = actor.school.year_start, actor.school.year_end
    for one in unit.calendars.specials(actor.school_id):
        if one.days.first <= last and first <= one.days.last:
            unit.calendars.remove(actor.school_id, one.id)


def _added(actor: Actor, unit: Unit, specials: Sequence[Special]) -> int:
    if len(unit.calendars.specials(actor.school_id)) + len(specials) > MOST:
        raise ProgrammeError("error-calendar-many", limit=MOST)
    unit.meetings.wake(actor.school_id)  # whatever goes by school days has other moments now
    unit.digests.wake(actor.school_id, unit.now)
    unit.roadmap.wake(actor.school_id)
    return unit.calendars.add(actor.school_id, specials)


def one(actor: Actor, unit: Unit, special_id: int) -> StoredDays:
    """Raises ProgrammeError("error-stale") for a period that is not there any more."""
    actor.require(Role.CURATOR)
    found = next((one for one in unit.calendars.specials(actor.school_id) if one.id == special_id), None)
    if found is None:
        raise ProgrammeError("error-stale")
    return found


def remove(actor: Actor, unit: Unit, special_id: int) -> None:
    actor.require(Role.CURATOR)
    if not unit.calendars.remove(actor.school_id, special_id):
        raise ProgrammeError("error-done-already")
    unit.meetings.wake(actor.school_id)
    unit.digests.wake(actor.school_id, unit.now)
    unit.roadmap.wake(actor.school_id)


def set_week(actor: Actor, unit: Unit, days: int) -> None:
    """Five school days a week, or six with the Saturday."""
    actor.require(Role.CURATOR)
    unit.calendars.set_week(actor.school_id, 6 if days == 6 else 5)
    unit.meetings.wake(actor.school_id)
    unit.digests.wake(actor.school_id, unit.now)
    unit.roadmap.wake(actor.school_id)
