"""Use cases of when the curator's digest comes: another weekday, another hour, not at all."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from mentoring.calendar.service import calendar_of
from mentoring.digest.rules_when import HOURS, Kind, Sending, done_with, looks_at
from mentoring.digest.service import require
from mentoring.errors import ProgrammeError
from mentoring.people.rules import Actor
from mentoring.ports import Unit


def sending(actor: Actor, unit: Unit) -> Sending:
    require(actor, unit, Kind.WEEK)
    found = unit.digests.find(actor.school_id, Kind.WEEK)
    if found is None:
        raise ProgrammeError("error-stale")
    return found


def weekdays(actor: Actor, unit: Unit) -> range:
    """The days of the school's week to choose from, 0 for Monday."""
    return range(unit.calendars.week(actor.school_id))


def on_weekday(actor: Actor, unit: Unit, weekday: int) -> Sending:
    if weekday not in weekdays(actor, unit):
        raise ProgrammeError("error-stale")
    return _changed(actor, unit, weekday=weekday, off=False)


def at_hour(actor: Actor, unit: Unit, hour: int) -> Sending:
    if hour not in HOURS:
        raise ProgrammeError("error-stale")
    return _changed(actor, unit, hour=hour, off=False)


def switch(actor: Actor, unit: Unit, off: bool) -> Sending:
    return _changed(actor, unit, off=off)


def _changed(actor: Actor, unit: Unit, **changes: Any) -> Sending:
    """What has passed by now is not made up for."""
    days = calendar_of(unit, actor.school)
    found = replace(sending(actor, unit), **changes)
    found = replace(found, said_on=done_with(found, unit.now, days))
    unit.digests.keep(found, looks_at(found, unit.now, days))
    return found
