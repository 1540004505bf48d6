"""A school's whole year on a real database: everybody hears what the rules say, on the day, and nothing else."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from sqlalchemy import delete

from bot.cli.simulate_roadmap import heard
from mentoring.roadmap import service_people
from mentoring.roadmap.rules import State
from mentoring.roadmap.rules_changes import Done, Move
from storage.tables import notices
from tests.roadmap.ground import BEGINS, DEPUTY, DIRECTOR, ENDS, road
from tests.surveys.ground import CURATOR


async def test_a_year_reminds_everybody_and_nobody_twice(sqlite_url: str) -> None:
    async with road(sqlite_url) as found:
        await found.until(datetime(2026, 10, 8, 21, 30, tzinfo=UTC))
        # From Friday on somebody else does what the curator does, for two weeks.
        deputy, curator = await found.id(DEPUTY), await found.id(CURATOR)
        await found.use(CURATOR, service_people.stand_in, curator, deputy, date(2026, 10, 23))
        await found.until(datetime(2027, 2, 10, 9, tzinfo=UTC))
        asked = [key for key in await found.said() if key.startswith("roadmap-date")]
        assert sorted(key.split(":")[4] for key in asked) == ["0", "0", "1", "1", "2", "2"], (
            "three quarters, two people"
        )
        await found.act(5, Move(date(2027, 3, 9), date(2027, 3, 26), ""))
        await found.act(2, Done(), DIRECTOR)  # the curator's, long overdue
        await found.until(ENDS)
        seen = await heard(found.ground.school.database, ENDS)
        assert (seen.missing, seen.extra, seen.moved) == ([], [], [])
        assert len(seen.expected) > 250
        dated = {key.split(":")[0] for key in seen.said if key.split(":")[2:4] == ["2026-5", "1"]}
        assert {"roadmap-soon", "roadmap-opens", "roadmap-closing", "roadmap-overdue"} <= dated
        over_new_year = {key.split(":")[0] for key in seen.said if ":2026-21:" in key}
        assert {"roadmap-opens", "roadmap-halfway", "roadmap-closing", "roadmap-to-director"} <= over_new_year
        standing_in = [key for key in seen.said if seen.people[key] == deputy and ":2026-18:" in key]
        assert standing_in, "the round table of October is the curator's alone"
        await _a_lost_one_is_found_out(found.ground.school.database, next(iter(seen.said)))


async def _a_lost_one_is_found_out(database: object, key: str) -> None:
    await database.write(lambda c: c.execute(delete(notices).where(notices.c.key == key)))  # type: ignore[attr-defined]
    assert (await heard(database, ENDS)).missing == [key]  # type: ignore[arg-type]


async def test_the_second_year_has_no_launch_and_brings_along_what_is_left(sqlite_url: str) -> None:
    async with road(sqlite_url) as found:
        first = await found.board()
        assert [one.instance.n for one in first.steps] == list(range(1, 30))
        for n in (1, 2, 4, 6, 7, 8, 13):
            await found.act(n, Done())
        await found.at(ENDS + timedelta(days=2))
        second = await found.board()
        assert second.year == 2027
        assert [one.instance.n for one in second.steps if one.instance.year == 2026] == [3, 29]
        own = {one.instance.n for one in second.steps if one.instance.year == 2027}
        assert own == {5, *range(9, 13), *range(14, 30)}
        late = {one.instance.n: one.state for one in second.steps if one.instance.year == 2026}
        assert late == {3: State.OVERDUE, 29: State.OPEN}


async def test_a_school_that_begins_late_is_told_off_for_nothing(database_url: str) -> None:
    async with road(database_url, datetime(2027, 3, 15, 6, tzinfo=UTC)) as found:
        await found.at(datetime(2027, 3, 15, 6, tzinfo=UTC))
        said = {tuple(key.split(":")[0:3:2]) for key in await found.said()}
        assert {rule for rule, _ in said} == {"roadmap-opens"}
        assert ("roadmap-opens", "2026-9") not in said
        assert ("roadmap-opens", "2026-21") in said
        board = await found.board()
        assert {one.instance.n for one in board.steps if one.history} >= {9, 10, 16, 20}
        assert not any(one.history for one in board.month())


async def test_nothing_is_said_in_a_break_or_before_the_school_is_set_up(sqlite_url: str) -> None:
    async with road(sqlite_url) as found:
        await found.do(lambda unit: unit.schools.update(found.school_id, setup_step=2))
        await found.at(BEGINS + timedelta(days=2))
        assert await found.said() == []
        assert (await found.board()).steps == ()
        await found.do(lambda unit: unit.schools.update(found.school_id, setup_step=5))
        await found.at(BEGINS + timedelta(days=7))  # a Saturday
        assert await found.said() == []
        await found.until(BEGINS + timedelta(days=10))
        assert {key.split(":")[0] for key in await found.said()} == {"roadmap-opens"}
