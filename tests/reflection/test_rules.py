"""The rhythm over calendars: at most one question a period, on a school day, in school hours, none left out."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mentoring.calendar.holidays_ru import public_days
from mentoring.calendar.rules import Kind, SchoolCalendar, Special
from mentoring.reflection.prompts import LANGUAGES, OWN, final, phase_of, phases, queue
from mentoring.reflection.rules import (
    HOURS,
    LATE,
    OwnPrompt,
    Rhythm,
    Settings,
    due,
    moment_in,
    month_before,
    next_moment,
    period_of,
)

YEAR = (date(2026, 8, 1), date(2027, 7, 31))
ASKING = [one for one in Rhythm if one is not Rhythm.OFF]
DAY = st.integers(0, 364).map(lambda n: YEAR[0] + timedelta(days=n))


@st.composite
def calendars(draw: st.DrawFn) -> SchoolCalendar:
    week = draw(st.sampled_from((5, 6)))
    starts = draw(st.lists(st.tuples(DAY, st.integers(0, 20), st.sampled_from(Kind)), max_size=6))
    specials = tuple(Special(first, first + timedelta(days=n), kind) for first, n, kind in starts)
    quiet = draw(st.sampled_from((("20:00", "08:00"), ("14:00", "09:30"), ("00:00", "00:00"), ("08:00", "16:30"))))
    zone = draw(st.sampled_from(("Europe/Kaliningrad", "Europe/Moscow", "Asia/Kamchatka", "Europe/Berlin")))
    return SchoolCalendar(zone, week, *quiet, public=public_days(2026, 2027, week), specials=specials)


PLANS = st.builds(
    Settings,
    rhythm=st.sampled_from(ASKING),
    weekday=st.integers(1, 6),
    hour=st.integers(HOURS.start, HOURS.stop - 1),
)


def _walk(plan: Settings, days: SchoolCalendar) -> list[datetime]:
    """The year as the tick lives it: from one moment to the next."""
    found, now = [], datetime(2026, 7, 31, tzinfo=UTC)
    while (moment := next_moment(plan, days, days.quiet, YEAR, now)) is not None:
        found.append(moment)
        now = moment
    return found


@settings(max_examples=40)
@given(PLANS, calendars())
def test_a_year_of_questions(plan: Settings, days: SchoolCalendar) -> None:
    moments = _walk(plan, days)
    zone = ZoneInfo(days.zone)
    for moment in moments:
        local = moment.astimezone(zone)
        assert days.is_school_day(local.date())
        assert local.hour in HOURS
        assert not days.quiet.at(local.time())
        assert due(plan, days, days.quiet, YEAR, moment) is not None
    names = [period_of(plan.rhythm, days.local_day(moment), YEAR[0]) for moment in moments]
    assert len(set(names)) == len(names)
    _nothing_left_out(plan, days, {name.name for name in names if name})


def _nothing_left_out(plan: Settings, days: SchoolCalendar, asked: set[str]) -> None:
    """Every period that lies in the year with a school day in it has its question."""
    day = YEAR[0]
    while day <= YEAR[1]:
        period = period_of(plan.rhythm, day, YEAR[0])
        assert period is not None
        whole = YEAR[0] <= period.first and period.last <= YEAR[1]
        lessons = any(
            days.is_school_day(period.first + timedelta(days=n))
            for n in range((period.last - period.first).days + 1)
        )
        if whole and lessons and moment_in(period, plan, days, days.quiet) is not None:
            assert period.name in asked, period
        day = period.last + timedelta(days=1)


@settings(max_examples=40)
@given(PLANS, calendars(), st.integers(0, 364 * 24))
def test_nothing_is_due_twice_nor_late_nor_at_night(plan: Settings, days: SchoolCalendar, hours: int) -> None:
    now = datetime(2026, 8, 1, tzinfo=UTC) + timedelta(hours=hours)
    found = due(plan, days, days.quiet, YEAR, now)
    if found is None:
        return
    period, moment = found
    assert moment <= now < moment + LATE
    assert not days.quiet.at(now.astimezone(ZoneInfo(days.zone)).time())
    again = Settings(plan.rhythm, plan.weekday, plan.hour, period=period.name)
    assert due(again, days, days.quiet, YEAR, now) is None
    assert (next_moment(again, days, days.quiet, YEAR, now) or now + LATE) > now


def test_a_week_whose_friday_is_a_holiday_is_asked_on_thursday() -> None:
    days = SchoolCalendar("Europe/Moscow", specials=(Special(date(2026, 11, 27), date(2026, 11, 29), Kind.OFF),))
    plan, now = Settings(Rhythm.WEEKLY), datetime(2026, 11, 24, 9, tzinfo=UTC)
    assert next_moment(plan, days, days.quiet, YEAR, now) == datetime(2026, 11, 26, 12, tzinfo=UTC)


def test_a_month_is_asked_on_its_last_friday_and_off_never() -> None:
    days, now = SchoolCalendar("Europe/Moscow"), datetime(2026, 11, 2, 9, tzinfo=UTC)
    monthly = next_moment(Settings(Rhythm.MONTHLY), days, days.quiet, YEAR, now)
    assert monthly == datetime(2026, 11, 27, 12, tzinfo=UTC)
    assert next_moment(Settings(), days, days.quiet, YEAR, now) is None
    assert due(Settings(), days, days.quiet, YEAR, now) is None
    assert month_before(date(2027, 1, 31)) == date(2026, 12, 1)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_shipped_questions_fill_the_year(language: str) -> None:
    assert {month for one in phases(language) for month in one.months} == set(range(1, 13))
    codes = [one.code for phase in phases(language) for one in phase.prompts]
    assert len(set(codes)) == len(codes) >= 30
    assert codes == [one.code for phase in phases("ru") for one in phase.prompts]
    assert len(final(language)) == 3
    for one in [*final(language), *(p for phase in phases(language) for p in phase.prompts)]:
        assert one.text.rstrip().endswith((".", "?"))
        assert len(f"rp.one:{one.code}".encode()) <= 64


def test_own_questions_come_first_dropped_ones_never_and_old_ones_last() -> None:
    own = [OwnPrompt(7, "второй?", 2), OwnPrompt(3, "первый?", 1)]
    first, second, *_ = [one.code for one in phase_of(11, "ru").prompts]
    asked = {first: datetime(2026, 11, 6, tzinfo=UTC), f"{OWN}3": datetime(2026, 11, 3, tzinfo=UTC)}
    codes = [one.code for one in queue(11, "ru", own, frozenset({second}), asked)]
    assert codes[0] == f"{OWN}7"
    assert second not in codes
    assert codes[-2:] == [f"{OWN}3", first]


def test_school_hours_end_before_the_evening() -> None:
    assert time(HOURS.stop - 1) < time(18)
