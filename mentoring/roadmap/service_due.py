"""The tick of the roadmap: what time makes worth saying about a school's steps, to whoever it concerns that day.

A school is looked at when something has changed, and on the day that it then names as its next. What is said is
worked out from how the steps stand by then, so a postponed one is not reminded of at its old time.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, time, timedelta

from mentoring.calendar.rules import CalendarClosed, SchoolCalendar
from mentoring.calendar.service import calendar_of
from mentoring.meetings.rules_days import at_clock
from mentoring.notices.rules import Audience, Importance, Notice, NoticeButton, Privacy
from mentoring.people.rules import SETUP_STEPS, School
from mentoring.ports import Unit
from mentoring.roadmap.rules import YEAR_FIRST, Instance
from mentoring.roadmap.rules_due import Due, Rule, due, wakes_on
from mentoring.roadmap.rules_people import Staff, responsible
from mentoring.roadmap.service import plan_of
from mentoring.roadmap.service_people import names_of, staff_of
from mentoring.texts import Raw, Text, say

_ONE = timedelta(days=1)
_FOR_CURATORS = frozenset({Rule.TO_CURATOR, Rule.TO_DIRECTOR, Rule.NOBODY})
_LATE = frozenset({Rule.CLOSING, Rule.OVERDUE, Rule.TO_CURATOR, Rule.TO_DIRECTOR, Rule.NOBODY})
_TITLE = 90  # characters; the whole of it stands on the step's screen


def tick(unit: Unit, school_id: int) -> None:
    """One school; nothing where another process is at it, or it has been looked at meanwhile."""
    if not unit.roadmap.take(school_id, unit.now):
        return
    school = unit.schools.get(school_id)
    days = calendar_of(unit, school)
    today = days.local_day(unit.now)
    try:
        following = _looked(unit, school, days, today)
    except CalendarClosed:  # nothing but days off in sight: their end is somebody's to enter
        following = today + _ONE
    unit.roadmap.sleep(school_id, at_clock(days, following, time()))


def _looked(unit: Unit, school: School, days: SchoolCalendar, today: date) -> date:
    """Say what is due; the day of the next look."""
    if school.setup_step < len(SETUP_STEPS):
        return today + _ONE
    plan, staff = plan_of(unit, school), staff_of(unit, school)
    if not days.is_school_day(today):
        return min(days.add_school_days(today, 1), _next_year(today))
    names = names_of(unit, school.id)
    for one in plan:
        for found in due(one, staff, today, days):
            unit.tell(_notice(one, found, days, staff, names))
    return _following(plan, staff, today, days)


def _following(plan: Iterable[Instance], staff: Staff, today: date, days: SchoolCalendar) -> date:
    """The next day on which there may be something: a step's, a change of people, the next school year."""
    year = _next_year(today)
    wakes = [day for one in plan if (day := wakes_on(one, today, days)) is not None]
    return min([year, *wakes, *staff.changes_between(today, year)])


def _next_year(today: date) -> date:
    return date(today.year + (today.month >= YEAR_FIRST), YEAR_FIRST, 1)


def _notice(one: Instance, found: Due, days: SchoolCalendar, staff: Staff, names: Mapping[int, str]) -> Notice:
    if found.rule in _FOR_CURATORS:
        return _for_curators(one, found, days, responsible(one, staff, found.day), names)
    return _for_responsible(one, found, days)


def _for_responsible(one: Instance, found: Due, days: SchoolCalendar) -> Notice:
    return Notice(
        person_id=found.person,
        key=found.once,
        text=say(f"notice-{found.rule}", number=str(one.n), title=_title(one), **_span(one)),
        buttons=_buttons(one, found.rule),
        audience=Audience.STAFF,
        bundled=True,
        importance=Importance.DEADLINE if found.rule in _LATE else Importance.REMINDER,
        expires_at=at_clock(days, found.until, time()),
    )


def _for_curators(
    one: Instance, found: Due, days: SchoolCalendar, people: Iterable[int], names: Mapping[int, str]
) -> Notice:
    shown = ", ".join(names[person] for person in people if names.get(person))
    return Notice(
        person_id=found.person,
        key=found.once,
        text=_for_staff(one, found.rule, shown),
        buttons=_buttons(one, found.rule),
        audience=Audience.CURATOR,
        privacy=Privacy.NAMED,
        bundled=True,
        importance=Importance.DEADLINE,
        expires_at=at_clock(days, found.until, time()),
    )


def _for_staff(one: Instance, rule: Rule, names: str) -> Text:
    about = {"number": str(one.n), "title": _title(one)}
    return say(f"notice-{rule}", names=Raw(names), **about) if names else say(f"notice-{rule}-alone", **about)


def _title(one: Instance) -> Raw:
    words = " ".join(one.title.split())
    return Raw(words if len(words) <= _TITLE else words[: _TITLE - 1].rstrip() + "…")


def _span(one: Instance) -> dict[str, object]:
    """Its days; a step without any is asked for them."""
    return {"first": one.first or "", "last": one.last or ""}


def _buttons(one: Instance, rule: Rule) -> tuple[NoticeButton, ...]:
    if rule is Rule.DATE:
        return (_button("button-road-date", one, f"rm.date:{one.id}"),)
    if rule is Rule.NOBODY:
        return (_button("button-road-who", one, f"rm.who:{one.id}"),)
    look = _button("button-road-step", one, f"rm.step:{one.id}")
    if rule in (Rule.SOON, Rule.TO_CURATOR, Rule.TO_DIRECTOR) or one.always:
        return (look,)
    return look, _button("button-road-done", one, f"rm.done:{one.id}:{one.revision}")


def _button(key: str, one: Instance, data: str) -> NoticeButton:
    words: Text = say(key, number=one.n)
    return NoticeButton(words, data)
