"""When the group is asked (programme, steps 22 and 24), and what is known of a question and its answers. Pure.

A period of the rhythm (a week, two weeks counted from the week the school year begins in, a month) has at most
one question, on one of its school days, within school hours. Nothing is counted from the last question: what was
missed is missed, and a break moves a question within its period or leaves it out.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from mentoring.calendar.rules_quiet import Quiet
from mentoring.meetings.rules_days import Days, at_clock

HOURS = range(8, 18)
WEEKDAYS = range(1, 7)
LATE = timedelta(hours=3)  # a question that could not leave in time is put no later than that
_DAY, _WEEK = timedelta(days=1), timedelta(weeks=1)


class Rhythm(StrEnum):
    OFF = "off"
    WEEKLY = "weekly"
    FORTNIGHTLY = "fortnightly"
    MONTHLY = "monthly"


@dataclass(frozen=True, slots=True)
class Settings:
    """`weekday` 1 is Monday; `hour` is local. With `held` a private answer waits for the curator's look.

    `period` is the name of the last period that had its question, `summed` the last month summed up ("2026-11").
    """

    rhythm: Rhythm = Rhythm.OFF
    weekday: int = 5
    hour: int = 15
    held: bool = False
    period: str = ""
    summed: str = ""


@dataclass(frozen=True, slots=True)
class Place:
    """A school's group; `thread_id` is its topic, where it has topics."""

    chat_id: int
    school_id: int
    title: str = ""
    thread_id: int | None = None
    is_admin: bool = False
    is_forum: bool = False


@dataclass(frozen=True, slots=True)
class Prompt:
    """`code` of a shipped question, or "own-<n>"."""

    code: str
    text: str


@dataclass(frozen=True, slots=True)
class OwnPrompt:
    id: int
    text: str
    place: int


@dataclass(frozen=True, slots=True)
class Asked:
    """A question that was put to the group; `hour_id` where it belongs to the guided hour."""

    id: int
    school_id: int
    code: str
    text: str
    asked_at: datetime
    hour_id: int | None = None


class AnswerState(StrEnum):
    DRAFT = "draft"
    HELD = "held"
    BACK = "back"  # the curator gave it back to its author
    POSTED = "posted"
    HEARD = "heard"  # a reply in the group


@dataclass(frozen=True, slots=True)
class Answer:
    """`signed`: with the author's name, because the author said so."""

    id: int
    asked_id: int
    person_id: int
    text: str
    signed: bool
    state: AnswerState
    at: datetime
    message_id: int | None = None


@dataclass(frozen=True, slots=True)
class Counts:
    """Of a month or an hour: numbers only. `people` may be fewer than there were: not everybody is known."""

    asked: int = 0
    answers: int = 0
    people: int = 0
    reactions: int = 0


@dataclass(frozen=True, slots=True)
class Hour:
    """The guided hour of May: `step` is the question that is open, 0 when it is over."""

    id: int
    school_id: int
    occasion: str
    minutes: int
    step: int
    next_at: datetime | None
    started_at: datetime
    conclusion: str = ""


@dataclass(frozen=True, slots=True)
class Poll:
    """`counts` by option, empty until somebody voted."""

    id: int
    school_id: int
    question: str
    options: tuple[str, ...]
    state: str
    made_by: int | None
    closes_at: datetime | None = None
    counts: tuple[int, ...] = ()
    post_id: int | None = None


@dataclass(frozen=True, slots=True)
class Period:
    """`last` is included."""

    name: str
    first: date
    last: date


def period_of(rhythm: Rhythm, day: date, year_start: date) -> Period | None:
    """The rhythm's period that `day` lies in; None where nothing is asked."""
    monday = day - timedelta(days=day.weekday())
    if rhythm is Rhythm.WEEKLY:
        return Period(f"w{monday}", monday, monday + 6 * _DAY)
    if rhythm is Rhythm.FORTNIGHTLY:
        begin = year_start - timedelta(days=year_start.weekday())
        first = monday - ((monday - begin) // _WEEK) % 2 * _WEEK
        return Period(f"f{first}", first, first + 13 * _DAY)
    if rhythm is Rhythm.MONTHLY:
        first = day.replace(day=1)
        following = (first + timedelta(days=31)).replace(day=1)
        return Period(f"m{first:%Y-%m}", first, following - _DAY)
    return None


def day_in(period: Period, weekday: int, days: Days) -> date | None:
    """The period's day for a question: on the weekday, in a month the last such one, or else the school day
    nearest before it in the week, or after it. None for a period without a school day.
    """
    mondays = list(_mondays(period))
    if period.name.startswith("m"):
        mondays.reverse()
        wanted = (monday + timedelta(days=weekday - 1) for monday in mondays)
        exact = next((d for d in wanted if period.first <= d <= period.last and days.is_school_day(d)), None)
        if exact is not None:
            return exact
    found = (_in_week(monday, weekday, period, days) for monday in mondays)
    return next((day for day in found if day is not None), None)


def _mondays(period: Period) -> Iterator[date]:
    monday = period.first - timedelta(days=period.first.weekday())
    while monday <= period.last:
        yield monday
        monday += _WEEK


def _in_week(monday: date, weekday: int, period: Period, days: Days) -> date | None:
    before = range(weekday - 1, -1, -1)
    order = [*before, *range(weekday, 7)]
    candidates = (monday + timedelta(days=number) for number in order)
    return next((d for d in candidates if period.first <= d <= period.last and days.is_school_day(d)), None)


def moment_on(day: date, hour: int, days: Days, quiet: Quiet) -> datetime | None:
    """The hour on that day, in UTC, or the nearest earlier school hour that is not quiet, or a later one; None
    for a school that is quiet through all of its hours.
    """
    wanted = [*range(hour, HOURS.start - 1, -1), *range(hour + 1, HOURS.stop)]
    found = next((one for one in wanted if one in HOURS and not quiet.at(time(one))), None)
    return None if found is None else at_clock(days, day, time(found))


def moment_in(period: Period, settings: Settings, days: Days, quiet: Quiet) -> datetime | None:
    day = day_in(period, settings.weekday, days)
    return None if day is None else moment_on(day, settings.hour, days, quiet)


def due(
    settings: Settings, days: Days, quiet: Quiet, year: tuple[date, date], now: datetime
) -> tuple[Period, datetime] | None:
    """The period whose question is to be put now, with its moment; None for nothing to ask."""
    today = days.local_day(now)
    period = period_of(settings.rhythm, today, year[0])
    if period is None or period.name == settings.period or not year[0] <= today <= year[1]:
        return None
    moment = moment_in(period, settings, days, quiet)
    if moment is None or not moment <= now < moment + LATE:
        return None
    local = now.astimezone(ZoneInfo(days.zone)).time()
    return None if quiet.at(local) else (period, moment)


def next_moment(
    settings: Settings, days: Days, quiet: Quiet, year: tuple[date, date], now: datetime
) -> datetime | None:
    """When the next question comes, after `now`; None until the end of the school year."""
    day = max(days.local_day(now), year[0])
    while day <= year[1]:
        period = period_of(settings.rhythm, day, year[0])
        if period is None:
            return None
        moment = moment_in(period, settings, days, quiet) if period.name != settings.period else None
        if moment is not None and moment > now and year[0] <= days.local_day(moment) <= year[1]:
            return moment
        day = period.last + _DAY
    return None


def month_before(day: date) -> date:
    """The first day of the month before that of `day`."""
    return (day.replace(day=1) - _DAY).replace(day=1)
