"""Use cases of the school's calendar."""

from __future__ import annotations

from functools import lru_cache

from mentoring.calendar.holidays_ru import public_days
from mentoring.calendar.rules import SchoolCalendar
from mentoring.people.rules import School
from mentoring.ports import Unit


def calendar_of(_unit: Unit, school: School) -> SchoolCalendar:
    """The days of the school's year as they are known: public holidays with their transfers."""
    return _calendar(school.zone, school.quiet_from, school.quiet_to, school.year_start.year)


@lru_cache(maxsize=64)
def _calendar(zone: str, quiet_from: str, quiet_to: str, first: int) -> SchoolCalendar:
    public = public_days(first - 1, first + 2)
    return SchoolCalendar(zone, quiet_from=quiet_from, quiet_to=quiet_to, public=public)
