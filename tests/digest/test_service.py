"""The digest as it comes and as its buttons work, on real databases: once, on its day, to whoever is the curator."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from functools import partial
from typing import Any

import pytest

from locales import Locales
from mentoring.calendar.rules import Kind as DaysKind
from mentoring.calendar.rules import Special
from mentoring.digest import service, service_nudges, service_settings
from mentoring.digest.rules_when import Kind
from mentoring.errors import ProgrammeError
from mentoring.people import setup
from mentoring.people.rules import SETUP_STEPS, Role
from mentoring.roadmap import service_people
from storage.unit import StorageUnit
from tests.digest import ground
from tests.surveys.ground import CURATOR, MENTEES, MENTORS, School, _enter, school

DIRECTOR, DEPUTY = 90, 91
SUNDAY = datetime(2026, 11, 29, 9, tzinfo=UTC)
MONDAY = datetime(2026, 11, 30, 5, tzinfo=UTC)  # eight in Moscow


def _furnish(unit: StorageUnit) -> None:
    actor = unit.people.actor(CURATOR)
    assert actor is not None
    unit.schools.update(actor.school_id, setup_step=len(SETUP_STEPS))
    _enter(unit, actor.school_id, DIRECTOR, Role.DIRECTOR, "Орлов Пётр Ильич")
    _enter(unit, actor.school_id, DEPUTY, Role.DEPUTY, "Седова Ольга Ивановна")
    unit.people.give_role(_id(unit, DIRECTOR), Role.DEPUTY)


def _id(unit: StorageUnit, account: int) -> int:
    actor = unit.people.actor(account)
    assert actor is not None
    return actor.id


async def tick(found: School, now: datetime) -> list[tuple[int, str]]:
    """What the tick finds due, each school and kind in a transaction of its own; who was told what since."""
    found.now, before = now, len(found.told)
    for school_id, kind in await found.do(lambda unit: unit.digests.due(now)):
        await found.do(partial(service.tick, school_id=school_id, kind=kind))
    return [(one.person_id, one.key.split(":")[0]) for one in found.told[before:]]


async def live(found: School, first: datetime, days: int) -> dict[date, list[int]]:
    """Every hour's tick for so many days: who heard of the week on which day, in UTC."""
    heard: dict[date, list[int]] = {}
    for hour in range(24 * days):
        now = first + timedelta(hours=hour)
        for person, rule in await tick(found, now):
            if rule == "digest-week":
                heard.setdefault(now.date(), []).append(person)
    return heard


async def test_monday_at_eight_once_to_the_curator_silently(database_url: str) -> None:
    async with school(database_url) as found:
        await found.do(_furnish)
        curator = (await found.person(CURATOR)).id
        await tick(found, SUNDAY)
        assert await tick(found, MONDAY - timedelta(minutes=1)) == []
        assert await tick(found, MONDAY) == [(curator, "digest-week")]
        told = found.told[-1]
        assert not told.queued, "it comes at once, besides what waits for the day's message"
        assert not told.sounding
        assert told.key == f"digest-week:1:1:20261130:{curator}"
        for hours in (1, 24, 24 * 6):
            heard = await tick(found, MONDAY + timedelta(hours=hours))
            assert not [one for one in heard if one[1] == "digest-week"]
        assert await tick(found, MONDAY + timedelta(days=7)) == [(curator, "digest-week")]
        text = Locales().html(told.text, "ru")
        assert text.startswith("<b>Итоги недели 23.11 – 29.11</b>")
        assert all(len(Locales().plain(button.label, "ru")) <= 20 for button in told.buttons)


async def test_the_month_comes_once_to_director_and_deputy(database_url: str) -> None:
    async with school(database_url) as found:
        await found.do(_furnish)
        await tick(found, SUNDAY)
        first = datetime(2026, 12, 1, 5, tzinfo=UTC)
        people = [(await found.person(one)).id for one in (DIRECTOR, DEPUTY)]
        heard = [one for one in await tick(found, first) if one[1] == "digest-month"]
        assert heard == [(person, "digest-month") for person in people], "somebody of both roles hears it once"
        assert "Итоги месяца 01.11 – 30.11" in Locales().html(found.told[-1].text, "ru")
        assert [one for one in await tick(found, first + timedelta(days=1)) if one[1] == "digest-month"] == []


async def test_breaks_holidays_and_zones(sqlite_url: str) -> None:
    """Skipped in a break, on Wednesday after a long weekend, by the clock on the school's wall; a change of the
    calendar or the zone is seen although the next look was stored before it.
    """
    async with school(sqlite_url) as found:
        await found.do(_furnish)
        curator = (await found.person(CURATOR)).id
        await tick(found, SUNDAY)
        rest = Special(date(2026, 12, 7), date(2026, 12, 13), DaysKind.BREAK, "отдых")

        def closed(unit: StorageUnit) -> None:
            unit.calendars.add(1, [rest])
            unit.calendars.add(1, [Special(date(2026, 12, 14), date(2026, 12, 15), DaysKind.OFF, "мороз")])
            unit.digests.wake(1, unit.now)

        await found.do(closed)
        heard = await live(found, MONDAY - timedelta(hours=3), 19)
        assert heard == {date(2026, 11, 30): [curator], date(2026, 12, 16): [curator]}
        await found.use(CURATOR, setup.answer_setup, "zone", "Asia/Vladivostok")
        assert await live(found, datetime(2026, 12, 19, tzinfo=UTC), 1) == {}
        assert await tick(found, datetime(2026, 12, 20, 21, 59, tzinfo=UTC)) == []
        assert await tick(found, datetime(2026, 12, 20, 22, tzinfo=UTC)) == [(curator, "digest-week")]


async def test_a_stand_in_gets_it_instead_and_may_do_what_it_offers(database_url: str) -> None:
    async with school(database_url) as found:
        await found.do(_furnish)
        found.now = SUNDAY
        curator, deputy = [(await found.person(one)).id for one in (CURATOR, DEPUTY)]
        with pytest.raises(ProgrammeError, match="error-not-yours"):
            await found.use(DEPUTY, service.now_of, Kind.WEEK)
        await found.use(CURATOR, service_people.stand_in, curator, deputy, date(2026, 12, 4))
        await tick(found, SUNDAY)
        assert await tick(found, MONDAY) == [(deputy, "digest-week")]
        assert (await found.use(DEPUTY, service.now_of, Kind.WEEK)).kind is Kind.WEEK
        pair = await found.do(_old_pair)
        assert await found.use(DEPUTY, service_nudges.pair, pair) == 2
        assert await tick(found, MONDAY + timedelta(days=7)) == [(curator, "digest-week")], "the end was on Friday"


async def test_not_set_up_switched_off_another_day(sqlite_url: str) -> None:
    async with school(sqlite_url) as found:
        await tick(found, SUNDAY)
        assert await tick(found, MONDAY) == [], "a school that is not set up yet"
        await found.do(_furnish)
        curator = (await found.person(CURATOR)).id
        assert (await found.use(CURATOR, service_settings.on_weekday, 4)).weekday == 4
        assert (await found.use(CURATOR, service_settings.at_hour, 15)).hour == 15
        assert list(await live(found, MONDAY, 5)) == [date(2026, 12, 4)]
        assert found.now.date() == date(2026, 12, 5)
        await found.use(CURATOR, service_settings.switch, True)
        assert await live(found, datetime(2026, 12, 6, tzinfo=UTC), 8) == {}
        await found.use(CURATOR, service_settings.switch, False)
        assert (await live(found, datetime(2026, 12, 14, tzinfo=UTC), 8)) == {date(2026, 12, 18): [curator]}
        for forged in ((service_settings.on_weekday, 6), (service_settings.on_weekday, -1)):
            with pytest.raises(ProgrammeError, match="error-stale"):
                await found.use(CURATOR, *forged)
        with pytest.raises(ProgrammeError, match="error-stale"):
            await found.use(CURATOR, service_settings.at_hour, 3)


def _old_pair(unit: StorageUnit) -> int:
    from mentoring.meetings.rules import Contact, Side
    from mentoring.pairs.rules import Member

    members = [Member(_id(unit, MENTORS[0]), Side.MENTOR), Member(_id(unit, MENTEES[0]), Side.MENTEE)]
    long_ago = datetime(2026, 9, 1, tzinfo=UTC)
    return unit.pairs.add(1, "2026", Contact.INDIVIDUAL, members, long_ago).id


async def test_a_nudge_reaches_both_sides_once_in_some_days(database_url: str) -> None:
    async with school(database_url) as found:
        await found.do(_furnish)
        found.now = MONDAY
        pair = await found.do(_old_pair)
        said = await found.use(CURATOR, service.now_of, Kind.WEEK)
        assert f"dg.pair:{pair}" in [todo.data for todo in said.digest.todo]
        assert await found.use(CURATOR, service_nudges.pair, pair) == 2
        assert [one.key.split(":")[0] for one in found.told] == ["digest-nudge"] * 2
        assert all(one.bundled for one in found.told)
        for hours in (0, 24, 24 * 4):
            found.now = MONDAY + timedelta(hours=hours)
            with pytest.raises(ProgrammeError, match="error-digest-nudged"):
                await found.use(CURATOR, service_nudges.pair, pair)
        assert len(found.told) == 2
        found.now = MONDAY + service_nudges.REST
        assert await found.use(CURATOR, service_nudges.pair, pair) == 2


async def test_who_is_not_reached_is_not_counted_and_nothing_is_remembered(sqlite_url: str) -> None:
    async with school(sqlite_url) as found:
        await found.do(_furnish)
        pair = await found.do(_old_pair)
        mentor, mentee = [(await found.person(one)).id for one in (MENTORS[0], MENTEES[0])]
        await found.do(lambda unit: unit.people.update(1, mentor, muted=True))
        await found.do(lambda unit: unit.people.update(1, mentee, reachable=False))
        with pytest.raises(ProgrammeError, match="error-digest-unheard"):
            await found.use(CURATOR, service_nudges.pair, pair)
        await found.do(lambda unit: unit.people.update(1, mentor, muted=False))
        assert await found.use(CURATOR, service_nudges.pair, pair) == 1
        assert [one.person_id for one in found.told] == [mentor]


async def test_only_ones_own_school_and_role(sqlite_url: str) -> None:
    async with school(sqlite_url) as found:
        await found.do(_furnish)
        pair = await found.do(_old_pair)
        await found.do(partial(ground.founded, first_account=500))
        asked: list[tuple[int, Any, tuple[Any, ...], str]] = [
            (500, service_nudges.pair, (pair,), "error-digest-pair-rests"),
            (500, service_nudges.survey, (1,), "error-stale"),
            (MENTORS[0], service_nudges.pair, (pair,), "error-not-yours"),
            (MENTORS[0], service.now_of, (Kind.WEEK,), "error-not-yours"),
            (DIRECTOR, service.now_of, (Kind.WEEK,), "error-not-yours"),
            (CURATOR, service.now_of, (Kind.MONTH,), "error-not-yours"),
            (DIRECTOR, service_settings.sending, (), "error-not-yours"),
            (CURATOR, service.chart, (Kind.WEEK, date(2027, 5, 1)), "error-stale"),
            (CURATOR, service.chart, (Kind.WEEK, date(1, 1, 8)), "error-stale"),
            (DIRECTOR, service.chart, (Kind.MONTH, date(2026, 11, 2)), "error-stale"),
        ]
        for account, work, args, refusal in asked:
            with pytest.raises(ProgrammeError, match=refusal):
                await found.use(account, work, *args)
        assert found.told == []
