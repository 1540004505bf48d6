"""A survey: one questionnaire given to many in a window. Whom it asks, when it reminds, when it ends. Pure."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from mentoring.calendar.rules import SchoolCalendar
from mentoring.consent.rules import ConsentKind, Decision, holds
from mentoring.errors import ProgrammeError
from mentoring.people.rules import PAIR_ROLES, Person, PersonState, Role
from mentoring.questionnaires.rules_form import Texts
from mentoring.questionnaires.rules_settings import FormSettings

LONGEST = timedelta(days=200)
CLOSES = time(20, 0)  # the window's last day ends when the school's quiet hours usually begin
WARNING = timedelta(days=1)
REMINDING = ("survey-end", "survey-nudge")  # the rules of notices that remind of a survey


@dataclass(frozen=True, slots=True)
class Survey:
    """`occasion` tells one giving of a questionnaire from another within the years: "2026", then "2026.2"."""

    id: int
    school_id: int
    form_id: str
    occasion: str
    wave: str
    series: str
    titles: Texts
    roles: tuple[Role, ...]
    anonymous: bool
    reminders: bool
    opened_at: datetime
    closes_at: datetime
    closed_at: datetime | None

    def is_open(self, now: datetime) -> bool:
        return self.closed_at is None and now < self.closes_at


def asks(roles: Collection[Role], person: Person, decisions: Iterable[Decision]) -> bool:
    """Whether a survey for `roles` is for this person.

    Mentors and mentees are asked only while they take part; the staff's own work needs no such consent.
    """
    wanted = person.roles.intersection(roles)
    if not wanted or not person.approved or person.state != PersonState.ACTIVE:
        return False
    return bool(wanted - PAIR_ROLES) or holds(list(decisions), ConsentKind.PARTICIPATION)


def group_of(person: Person) -> str:
    """The group under which an anonymous sheet counts: nobody of both roles is a group of their own."""
    held = [role for role in (Role.MENTOR, Role.MENTEE) if role in person.roles]
    return held[0].value if len(held) == 1 else ""


def roles_asked(settings: FormSettings) -> tuple[Role, ...]:
    """Whom the form itself names; mentors and mentees where it leaves that open."""
    named = tuple(Role(word) for word in settings.roles if word in {role.value for role in Role})
    return named or (Role.MENTOR, Role.MENTEE)


def next_occasion(year: str, given: Collection[str]) -> str:
    """The first giving of a year carries the year's name, so that what was filled in before it counts."""
    if year not in given:
        return year
    number = 2
    while f"{year}.{number}" in given:
        number += 1
    return f"{year}.{number}"


def closing(day: date, zone: str, now: datetime) -> datetime:
    """The moment a window ends whose last day is `day`. Raises ProgrammeError for a day passed or far off."""
    moment = datetime.combine(day, CLOSES, ZoneInfo(zone)).astimezone(UTC)
    if moment <= now:
        raise ProgrammeError("error-survey-past")
    if moment - now > LONGEST:
        raise ProgrammeError("error-survey-far", days=LONGEST.days)
    return moment


def suggested_days(settings: FormSettings, today: date, calendar: SchoolCalendar) -> tuple[date, ...]:
    """Last days to choose from: the form's own and about a week more or less, all of them school days."""
    days = (max(1, settings.expiry_days - 5), settings.expiry_days, settings.expiry_days + 7)
    return tuple(dict.fromkeys(calendar.next_school_day(today + timedelta(days=n), include=True) for n in days))
