"""The school's calendar on both databases: what is kept, what changes, who may change it."""

from __future__ import annotations

from datetime import date

import pytest

from mentoring.calendar import service
from mentoring.calendar.rules import Closed, Kind, SchoolCalendar, Special
from mentoring.errors import ProgrammeError
from storage.unit import StorageUnit
from tests.surveys.ground import CURATOR, MENTORS, School, school

TITLES = {"autumn": "осенние", "winter": "зимние", "spring": "весенние", "summer": "летние"}
BREAK = Special(date(2026, 12, 14), date(2026, 12, 18), Kind.BREAK, "Неделя проектов")


async def days(found: School) -> SchoolCalendar:
    def made(unit: StorageUnit) -> SchoolCalendar:
        return service.calendar_of(unit, unit.schools.all()[0])

    return await found.do(made)


async def test_a_typed_break_closes_its_days(database_url: str) -> None:
    async with school(database_url) as found:
        assert (await days(found)).is_school_day(date(2026, 12, 14))
        read = await found.use(CURATOR, service.add_text, "каникулы 14.12–18.12\nв среду праздник")
        assert (read.new, [one.row for one in read.found.faults]) == (1, [2])
        calendar = await days(found)
        assert calendar.why_not(date(2026, 12, 14)) is Closed.BREAK
        assert calendar.next_school_day(date(2026, 12, 11)) == date(2026, 12, 21)
        again = await found.use(CURATOR, service.add_text, "каникулы 14.12–18.12")
        assert again.new == 0, "the same period is kept once"


async def test_a_removed_period_opens_its_days_again(database_url: str) -> None:
    async with school(database_url) as found:
        await found.use(CURATOR, service.add_text, "14.12; 18.12; каникулы; Неделя проектов")
        stored = (await found.use(CURATOR, service.shown, TITLES)).coming
        assert [one.days for one in stored] == [BREAK]
        await found.use(CURATOR, service.remove, stored[0].id)
        assert (await days(found)).is_school_day(date(2026, 12, 14))
        with pytest.raises(ProgrammeError, match="error-done-already"):
            await found.use(CURATOR, service.remove, stored[0].id)
        with pytest.raises(ProgrammeError, match="error-stale"):
            await found.use(CURATOR, service.one, stored[0].id)


async def test_a_table_takes_the_place_of_the_year_only_when_all_of_it_is_read(database_url: str) -> None:
    async with school(database_url) as found:
        await found.use(CURATOR, service.add_text, "каникулы 14.12–18.12")
        bad = [["11.01.2027", "15.01.2027", "каникулы"], ["вчера", "", "выходной"]]
        read = await found.use(CURATOR, service.add_table, bad, [1, 2], instead=True)
        assert (read.replaced, read.new, len(read.found.faults)) == (False, 0, 1)
        assert (await days(found)).why_not(date(2026, 12, 14)) is Closed.BREAK
        read = await found.use(CURATOR, service.add_table, bad[:1], [1], instead=True)
        assert (read.replaced, read.new) == (True, 1)
        calendar = await days(found)
        assert calendar.is_school_day(date(2026, 12, 14))
        assert calendar.why_not(date(2027, 1, 11)) is Closed.BREAK
        read = await found.use(CURATOR, service.add_table, [["22.12.2026", "выходной"]], [1])
        assert read.new == 1
        assert (await days(found)).why_not(date(2027, 1, 11)) is Closed.BREAK, "what was there stays"


async def test_a_six_day_week_has_school_on_saturday(database_url: str) -> None:
    async with school(database_url) as found:
        saturday = date(2026, 11, 28)
        assert (await days(found)).why_not(saturday) is Closed.WEEKEND
        await found.use(CURATOR, service.set_week, 6)
        assert (await days(found)).is_school_day(saturday)
        assert (await found.use(CURATOR, service.shown, TITLES)).week == 6


async def test_usual_breaks_are_offered_until_the_school_has_its_own(sqlite_url: str) -> None:
    async with school(sqlite_url) as found:
        offered = (await found.use(CURATOR, service.shown, TITLES)).offered
        assert [one.title for one in offered] == ["зимние", "весенние", "летние"], "autumn is over"
        await found.use(CURATOR, service.add_text, "каникулы 25.03.2027–31.03.2027")
        offered = (await found.use(CURATOR, service.shown, TITLES)).offered
        assert [one.title for one in offered] == ["зимние", "летние"]
        assert await found.use(CURATOR, service.accept_usual, TITLES) == 2
        assert await found.use(CURATOR, service.accept_usual, TITLES) == 0
        assert (await found.use(CURATOR, service.shown, TITLES)).offered == ()


async def test_schools_and_roles_are_kept_apart(sqlite_url: str) -> None:
    async with school(sqlite_url) as found:
        for act, *what in (
            (service.shown, TITLES),
            (service.add_text, "каникулы 14.12–18.12"),
            (service.set_week, 6),
            (service.remove, 1),
        ):
            with pytest.raises(ProgrammeError, match="error-not-yours"):
                await found.use(MENTORS[0], act, *what)
        await found.use(CURATOR, service.add_text, "каникулы 14.12–18.12")
        mine = (await found.person(CURATOR)).school_id
        stored = (await found.do(lambda unit: unit.calendars.specials(mine)))[0]
        assert await found.do(lambda unit: unit.calendars.remove(mine + 1, stored.id)) is False
        assert await found.do(lambda unit: unit.calendars.specials(mine + 1)) == []


async def test_more_periods_than_a_calendar_bears(sqlite_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(service, "MOST", 2)
    async with school(sqlite_url) as found:
        await found.use(CURATOR, service.add_text, "каникулы 14.12–18.12\n22.12 выходной")
        with pytest.raises(ProgrammeError, match="error-calendar-many"):
            await found.use(CURATOR, service.add_text, "23.12 выходной")
