"""Use cases of the school's set-up: five questions, each with a sensible answer ready."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any
from zoneinfo import available_timezones

from mentoring.errors import ProgrammeError
from mentoring.people.entrance import tidy_school_name
from mentoring.people.rules import SETUP_STEPS, Actor, Role, School, school_year
from mentoring.ports import Unit

# Russia's zones, west to east; any other may be typed by its name.
ZONES = (
    "Europe/Kaliningrad",
    "Europe/Moscow",
    "Europe/Samara",
    "Asia/Yekaterinburg",
    "Asia/Omsk",
    "Asia/Krasnoyarsk",
    "Asia/Irkutsk",
    "Asia/Yakutsk",
    "Asia/Vladivostok",
    "Asia/Magadan",
    "Asia/Kamchatka",
)
QUIET = ("20:00-08:00", "21:00-07:00", "19:00-09:00")
CADENCES = (7, 14, 21, 30)
_HOURS = re.compile(r"^\s*(\d{1,2})[:.]?(\d{2})?\s*(?:-|–|—|до|to)\s*(\d{1,2})[:.]?(\d{2})?\s*$")
_DAY = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})")
LONGEST_YEAR = timedelta(days=400)


def answer_setup(actor: Actor, unit: Unit, step: str, value: str) -> School:
    """Store the answer to one set-up question. Raises ProgrammeError with what was expected instead."""
    actor.require(Role.CURATOR)
    changes = dict(_READ[step](value, actor.school)) if step in _READ else None
    if changes is None:
        raise ProgrammeError("error-stale")
    done = SETUP_STEPS.index(step) + 1
    changes["setup_step"] = max(done, actor.school.setup_step)
    unit.foci.clear(actor.tg_id)
    unit.meetings.wake(actor.school_id)  # another zone has other mornings
    unit.digests.wake(actor.school_id, unit.now)
    unit.roadmap.wake(actor.school_id)
    return unit.schools.update(actor.school_id, **changes)


def _name(value: str, school: School) -> Mapping[str, Any]:
    return {"name": tidy_school_name(value) if value else school.name}


def _zone(value: str, school: School) -> Mapping[str, Any]:
    name = value.strip() or school.zone
    if name not in available_timezones():
        raise ProgrammeError("error-zone")
    return {"zone": name}


def _quiet(value: str, school: School) -> Mapping[str, Any]:
    found = _HOURS.match(value) if value else _HOURS.match(f"{school.quiet_from}-{school.quiet_to}")
    if found is None:
        raise ProgrammeError("error-quiet")
    hours = [int(found[1]), int(found[2] or 0), int(found[3]), int(found[4] or 0)]
    if hours[0] > 23 or hours[2] > 23 or hours[1] > 59 or hours[3] > 59:
        raise ProgrammeError("error-quiet")
    return {"quiet_from": f"{hours[0]:02}:{hours[1]:02}", "quiet_to": f"{hours[2]:02}:{hours[3]:02}"}


def read_quiet(value: str) -> tuple[str, str]:
    """Quiet hours as typed, such as "21:00-7:30". Raises ProgrammeError("error-quiet")."""
    if not value:
        raise ProgrammeError("error-quiet")
    found = _quiet(value, _NO_SCHOOL)
    return found["quiet_from"], found["quiet_to"]


def _cadence(value: str, school: School) -> Mapping[str, Any]:
    digits = re.search(r"\d+", value)
    days = int(digits[0]) if digits else school.cadence_days if not value else 0
    if not 1 <= days <= 60:
        raise ProgrammeError("error-cadence")
    return {"cadence_days": days}


def _year(value: str, school: School) -> Mapping[str, Any]:
    if not value:
        return {"year_start": school.year_start, "year_end": school.year_end}
    try:
        days = [date(int(y), int(m), int(d)) for d, m, y in _DAY.findall(value)]
    except ValueError:
        days = []
    if len(days) != 2 or not timedelta(0) < days[1] - days[0] < LONGEST_YEAR:
        raise ProgrammeError("error-year")
    return {"year_start": days[0], "year_end": days[1]}


def suggested_years(school: School, unit_now: Any) -> tuple[tuple[date, date], tuple[date, date]]:
    """This school year and the next one, by the school's own calendar day."""
    today = school.day(unit_now)
    this = school_year(today)
    return this, school_year(this[1] + timedelta(days=1))


_READ = {"name": _name, "zone": _zone, "quiet": _quiet, "cadence": _cadence, "year": _year}
_NO_SCHOOL = School(0, "", "", "", "", 14, date.min, date.min, "ru", 0)
