"""Whether everybody who answers for a step of the simulated year has heard of its moments, and of nothing else.

What should have been said is worked out by the rules from how steps, people and calendar stand at the end; what
was said is what the sender marked as sent. A key names the rule, the step with its revision and the person. What
was said of a step before somebody changed or closed it is not judged.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import Connection

from bot.cli.simulate_ground import Reader
from mentoring.calendar.service import calendar_of
from mentoring.people.rules import School
from mentoring.roadmap.rules import YEAR_FIRST, Instance
from mentoring.roadmap.rules_due import Rule, ahead
from mentoring.roadmap.service_people import staff_of
from sandbox.year.drive import Year
from storage import rehearsal
from storage.engine import Database
from storage.unit import StorageUnit

SPOKEN = time(12)  # by then the day's message has left, whatever the quiet hours
_BEGINNING = datetime(1970, 1, 1, tzinfo=UTC)
_RULES = frozenset(rule.value for rule in Rule)
_UNFORESEEN = Rule.NOBODY.value  # gaps among the people are nothing that time alone brings


@dataclass(frozen=True, slots=True)
class Heard:
    """Keys with their days, and whose they are. `moved`: said on another day than they would be by the calendar of
    the end, which people change as the year goes on.
    """

    expected: Mapping[str, date] = field(default_factory=dict)
    said: Mapping[str, date] = field(default_factory=dict)
    people: Mapping[str, int] = field(default_factory=dict)

    @property
    def missing(self) -> list[str]:
        return sorted(self.expected.keys() - self.said.keys())

    @property
    def extra(self) -> list[str]:
        return sorted(self.said.keys() - self.expected.keys())

    @property
    def moved(self) -> list[str]:
        return sorted(key for key, day in self.said.items() if self.expected.get(key, day) != day)


async def check(ground: Reader, year: Year) -> Heard:
    """Note what is missing and extra among the year's violations, each with the robot's number."""
    found = await heard(ground.database, year.now)
    known = await ground.accounts()
    robots = {robot.account: robot.number for robot in year.robots}
    for name, keys in (("roadmap-missing", found.missing), ("roadmap-extra", found.extra)):
        for key in keys:
            year.checks.broken(
                name, year.now, robot=robots.get(known.get(found.people[key], 0), -1), step=_step(key)
            )
    return found


def _step(key: str) -> int:
    return int(key.split(":")[2].partition("-")[2])


async def heard(database: Database, until: datetime) -> Heard:
    return await database.write(lambda connection: _heard(connection, until))


def _heard(connection: Connection, until: datetime) -> Heard:
    unit = StorageUnit(connection, until)
    expected: dict[str, tuple[date, int]] = {}
    standing: set[str] = set()
    zones: dict[int, str] = {}
    for school in unit.schools.all():
        plan = unit.roadmap.everything(school.id, school.language)
        standing |= {f"{one.year}-{one.n}:{one.revision}" for one in plan if one.live}
        expected |= _expected(unit, school, plan, until)
        zones |= {person.id: school.zone for person in unit.people.all(school.id)}
    said = {
        key: found
        for key, found in _said(connection, zones).items()
        if ":".join(key.split(":")[2:4]) in standing and not key.startswith(_UNFORESEEN)
    }
    people = {key: person for key, (_, person) in (expected | said).items()}
    return Heard(
        {key: day for key, (day, _) in expected.items()}, {key: day for key, (day, _) in said.items()}, people
    )


def _said(connection: Connection, zones: Mapping[int, str]) -> dict[str, tuple[date, int]]:
    """Each key with the local day on which it was first said, and to whom."""
    found: dict[str, tuple[date, int]] = {}
    for message in rehearsal.said(connection, _BEGINNING):
        for key in message.keys:
            if key.partition(":")[0] in _RULES:
                local = message.sent_at.astimezone(ZoneInfo(zones[message.person_id])).date()
                found.setdefault(key, (local, message.person_id))
    return found


def _expected(
    unit: StorageUnit, school: School, plan: Iterable[Instance], until: datetime
) -> dict[str, tuple[date, int]]:
    """Of the years that have begun by then; what falls on the last day counts when there was time to say it."""
    days, staff = calendar_of(unit, school), staff_of(unit, school)
    local = until.astimezone(ZoneInfo(school.zone))
    last = local.date() - timedelta(days=local.time() < SPOKEN)
    begun = (one for one in plan if date(one.year, YEAR_FIRST, 1) <= last)
    return {due.once: (due.day, due.person) for one in begun for due in ahead(one, staff, days) if due.day <= last}
