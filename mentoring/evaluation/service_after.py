"""The year's last questionnaires, opened with one button (step 25 of the programme's plan)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from enum import StrEnum
from zoneinfo import ZoneInfo

from mentoring.people.rules import Actor, Role, School
from mentoring.ports import Unit
from mentoring.questionnaires.library import in_force
from mentoring.questionnaires.rules_form import Texts
from mentoring.surveys.rules import Survey
from mentoring.surveys.service import offer, open_survey

FORMS = ("mentee_after", "mentor_after", "climate", "group_reflection")
READERS = (Role.CURATOR, Role.DIRECTOR, Role.DEPUTY)


class Stand(StrEnum):
    OFFERED = "offered"
    OPEN = "open"
    OVER = "over"
    NOBODY = "nobody"


@dataclass(frozen=True, slots=True)
class Last:
    """One of them; `people` it would ask and `until` which day, while it is offered; else its survey."""

    form_id: str
    title: Texts
    stand: Stand
    people: int = 0
    until: date | None = None
    survey: Survey | None = None


def listed(actor: Actor, unit: Unit) -> list[Last]:
    """Those that the school has a form of, in their order."""
    actor.require(*READERS)
    surveys = unit.surveys.all(actor.school_id)
    forms = [form for form in FORMS if in_force(unit, actor.school_id, form) is not None]
    return [_last(actor, unit, form, [one for one in surveys if one.form_id == form]) for form in forms]


def _last(actor: Actor, unit: Unit, form_id: str, surveys: Sequence[Survey]) -> Last:
    begin = second_half(actor.school)
    given = next((one for one in surveys if one.opened_at >= begin), None)
    if given is not None:
        stand = Stand.OPEN if given.is_open(unit.now) else Stand.OVER
        return Last(form_id, given.titles, stand, survey=given)
    if not actor.has(Role.CURATOR):
        form = in_force(unit, actor.school_id, form_id)
        return Last(form_id, form.title if form else Texts(), Stand.NOBODY)
    found = offer(actor, unit, form_id)
    stand = Stand.OFFERED if found.people else Stand.NOBODY
    return Last(form_id, found.form.title, stand, found.people, found.days[min(1, len(found.days) - 1)])


def second_half(school: School) -> datetime:
    """A giving from February on is one of the year's end; one before it belongs to the beginning."""
    day = date(school.year_start.year + 1, 2, 1)
    return datetime.combine(day, time(0), ZoneInfo(school.zone)).astimezone(UTC)


def open_all(actor: Actor, unit: Unit) -> int:
    """Open whatever is offered; a second press finds nothing left. Returns how many were opened."""
    actor.require(Role.CURATOR)
    found = [one for one in listed(actor, unit) if one.stand is Stand.OFFERED and one.until is not None]
    for one in found:
        assert one.until is not None
        open_survey(actor, unit, one.form_id, (), one.until)
    return len(found)
