"""What time alone brings about in the group: a question of the rhythm, the month's numbers, the hour, polls.

One school in one unit of work; whose turn it is is found by an indexed column.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from zoneinfo import ZoneInfo

from mentoring.calendar.rules import SchoolCalendar
from mentoring.calendar.service import calendar_of
from mentoring.notices.rules import Audience, Privacy
from mentoring.people.rules import School
from mentoring.ports import Unit
from mentoring.reflection.looking import look_again
from mentoring.reflection.rules import HOURS, Hour, Place, Poll, Settings, due, month_before
from mentoring.reflection.rules_posts import Deed, GroupDeed
from mentoring.reflection.service import month, put_question, say_in_group, waiting
from mentoring.reflection.service_hour import advance
from mentoring.reflection.service_polls import end
from mentoring.texts import say

SUMMED_UNTIL = 10  # of the month; a summary later than that is no news


def look(unit: Unit, school_id: int) -> None:
    """Put what is due to this school's group, and keep when to look again."""
    if not unit.reflections.claim(school_id, unit.now):
        return
    school, settings = unit.schools.get(school_id), unit.reflections.settings(school_id)
    place = unit.groups.of_school(school_id)
    if place is None:
        unit.reflections.save(school_id, settings, None)
        return
    days = calendar_of(unit, school)
    settings = _summed(unit, school, place, settings, days)
    look_again(unit, school, _asked(unit, school, place, settings, days))


def _asked(unit: Unit, school: School, place: Place, settings: Settings, days: SchoolCalendar) -> Settings:
    found = due(settings, days, days.quiet, (school.year_start, school.year_end), unit.now)
    prompts = waiting(unit, school) if found is not None else []
    if found is None or not prompts or _hour_goes_on(unit, school):
        return settings
    put_question(unit, school, place, prompts[0])
    return replace(settings, period=found[0].name)


def _hour_goes_on(unit: Unit, school: School) -> bool:
    """May's hour has the group's ear; the rhythm's question would be in its way."""
    hour = unit.hours.last(school.id, str(school.year_start.year))
    return hour is not None and hour.step > 0


def _summed(unit: Unit, school: School, place: Place, settings: Settings, days: SchoolCalendar) -> Settings:
    """On the first school days of a month: the numbers of the one before, where anything was asked in it."""
    local = unit.now.astimezone(ZoneInfo(school.zone))
    before = month_before(local.date())
    if settings.summed == f"{before:%Y-%m}" or not _may_sum(local.date(), days):
        return settings
    if local.hour not in HOURS or days.quiet.at(local.time()):
        return settings
    counts = month(unit, school, before)
    if counts.asked:
        numbers = {"asked": counts.asked, "answers": counts.answers, "reactions": counts.reactions}
        words = say("group-summary", month=say(f"month-of-{before.month}"), **numbers)
        say_in_group(unit, school, place, f"group-summary:1:{school.id}:{before:%Y-%m}", words)
    return replace(settings, summed=f"{before:%Y-%m}")


def _may_sum(day: date, days: SchoolCalendar) -> bool:
    return day.day <= SUMMED_UNTIL and days.is_school_day(day)


def step(unit: Unit, hour: Hour) -> None:
    """The timer of the guided hour ran out."""
    advance(unit, unit.schools.get(hour.school_id), hour)


def close_poll(unit: Unit, poll: Poll) -> None:
    """One that never came to the group, because there is none any more, is over too."""
    if not end(unit, poll):
        unit.polls.change(poll, replace(poll, state="closed", closes_at=None))


def take_back(unit: Unit) -> None:
    """Words of people who are erased leave the group, where the messenger lets them: for two days it does."""
    for post in unit.groups.recalled():
        if post.message_id is not None:
            where = (post.chat_id, post.message_id)
            unit.deed(GroupDeed(*where, Deed.ERASE, audience=Audience.GROUP, privacy=Privacy.PUBLIC))
        unit.groups.forget_post(post.id)
