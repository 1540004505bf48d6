"""A school's calendar, its staff and its year for the tests of the roadmap."""

from __future__ import annotations

from datetime import date

from locales import Locales
from mentoring.calendar.holidays_ru import public_days
from mentoring.calendar.rules import SchoolCalendar
from mentoring.calendar.rules_breaks import usual_breaks
from mentoring.people.rules import Role
from mentoring.roadmap.rules import Instance, build
from mentoring.roadmap.rules_people import Assignment, Staff
from mentoring.roadmap.steps import steps
from mentoring.texts import say

YEAR = 2026
BEGINS = date(2026, 8, 1)
DAYS = SchoolCalendar(
    "Europe/Moscow",
    public=public_days(2025, 2028),
    specials=usual_breaks((date(2025, 8, 1), date(2028, 7, 31)), {}),
)
CURATOR, DIRECTOR, DEPUTY, PSYCHOLOGIST, HEAD, SITE_ADMIN, OTHER = 1, 2, 3, 4, 5, 6, 7
HOLDERS = {
    Role.CURATOR: CURATOR,
    Role.DIRECTOR: DIRECTOR,
    Role.DEPUTY: DEPUTY,
    Role.PSYCHOLOGIST: PSYCHOLOGIST,
    Role.HEAD: HEAD,
    Role.SITE_ADMIN: SITE_ADMIN,
}
STAFF = Staff(tuple(Assignment(person, role, BEGINS) for role, person in HOLDERS.items()))


def plan(today: date = BEGINS, year: int = YEAR) -> tuple[Instance, ...]:
    return build(year, steps("ru"), today)


def step(n: int, today: date = BEGINS, year: int = YEAR) -> Instance:
    return next(one for one in plan(today, year) if one.n == n)


def without(role: Role) -> Staff:
    return Staff(tuple(one for one in STAFF.assignments if one.role is not role))


class Words:
    """The locales' texts without markup."""

    def __init__(self, language: str = "ru") -> None:
        self.language = language

    def __call__(self, key: str, **params: object) -> str:
        return Locales().plain(say(key, **params), self.language)


RU, EN = Words("ru"), Words("en")
