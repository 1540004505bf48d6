"""When the clock has to look at a school's group again. Kept in one indexed column: no tick reads every school."""

from __future__ import annotations

from datetime import datetime, time, timedelta

from mentoring.calendar.service import calendar_of
from mentoring.meetings.rules_days import at_clock
from mentoring.people.rules import School
from mentoring.ports import Unit
from mentoring.reflection.rules import Settings, next_moment

LOOK_AT = time(9)  # every morning: the calendar may have changed, a month may be over


def look_again(unit: Unit, school: School, settings: Settings | None = None) -> None:
    """Keep the settings (those that are kept already, where none are given), with the next moment to look."""
    kept = settings or unit.reflections.settings(school.id)
    unit.reflections.save(school.id, kept, next_look(unit, school, kept))


def next_look(unit: Unit, school: School, settings: Settings) -> datetime:
    question, days = next_question(unit, school, settings), calendar_of(unit, school)
    today = days.local_day(unit.now)
    morning = next(at for n in range(2) if (at := at_clock(days, today + timedelta(days=n), LOOK_AT)) > unit.now)
    return min(morning, question) if question is not None else morning


def next_question(unit: Unit, school: School, settings: Settings) -> datetime | None:
    days = calendar_of(unit, school)
    return next_moment(settings, days, days.quiet, (school.year_start, school.year_end), unit.now)
