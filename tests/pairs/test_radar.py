"""The radar on a real database: who hears of a silent pair, in what order, and what stops it."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from mentoring.meetings import service_checkin
from mentoring.meetings.rules import CheckIn, Side, Slot
from mentoring.meetings.rules_kinds import Kind
from mentoring.meetings.rules_offer import New, Offer, propose
from mentoring.meetings.rules_radar import Colour
from mentoring.pairs import radar, service
from mentoring.people.rules import Role
from tests.surveys.ground import CURATOR, MENTEES, MENTORS, School, school

START = datetime(2026, 9, 1, 9, tzinfo=UTC)


async def _pair(found: School) -> int:
    found.now = START
    mentor, mentee = (await found.person(MENTORS[0])).id, (await found.person(MENTEES[0])).id
    return (await found.use(CURATOR, service.create, [mentor], [mentee])).id


async def _days(found: School, first: date, count: int) -> list[tuple[date, str]]:
    """Run the tick at every noon; what was said on which day."""
    said = []
    for number in range(count):
        day = first + timedelta(days=number)
        found.now = datetime(day.year, day.month, day.day, 9, tzinfo=UTC)
        before = len(found.told)
        await found.do(radar.tick)
        await found.do(radar.tick)
        said += [(day, notice.text.key) for notice in found.told[before:]]
    return said


async def test_a_silent_pair_is_not_forgotten(database_url: str) -> None:
    """Twenty-one school days, then the mentor, the mentee, the curator, the deputy; a rung a day at most."""
    async with school(database_url) as found:
        await _pair(found)
        said = await _days(found, date(2026, 9, 2), 60)
        assert [key for _, key in said] == ["ladder-mentor", "ladder-mentee", "ladder-staff", "ladder-staff"]
        assert said[0][0] == date(2026, 9, 30)
        assert all(day.isoweekday() <= 5 for day, _ in said)
        assert len({day for day, _ in said}) == len(said)


async def test_a_proposal_stops_it(database_url: str) -> None:
    async with school(database_url) as found:
        pair_id = await _pair(found)
        said = await _days(found, date(2026, 9, 2), 30)
        assert [key for _, key in said] == ["ladder-mentor"]
        mentor, mentee = (await found.person(MENTORS[0])).id, (await found.person(MENTEES[0])).id
        start = found.now + timedelta(days=20)
        people = ((mentor, Side.MENTOR), (mentee, Side.MENTEE))
        offer = Offer((Slot(start, start + timedelta(minutes=30)),))
        turn = propose(New(0, "uid-1", pair_id, Kind.ACQUAINTANCE, people), mentor, offer, found.now)
        actor = await found.person(MENTORS[0])
        stored = await found.do(lambda unit: unit.meetings.add(actor.school_id, turn.meeting))
        again = await found.do(lambda unit: unit.meetings.find(actor.school_id, stored.id))
        assert again == stored
        assert await _days(found, found.now.date() + timedelta(days=1), 4) == []


async def test_whoever_takes_care_is_left_in_peace_and_a_pause_is_no_silence(database_url: str) -> None:
    async with school(database_url) as found:
        pair_id = await _pair(found)
        await _days(found, date(2026, 9, 2), 30)
        ladder = next(n for n, _ in (await found.do(lambda unit: unit.ladders.of_pairs([pair_id])))[pair_id])
        await found.use(MENTORS[0], radar.acknowledge, pair_id, ladder)
        assert await _days(found, date(2026, 10, 2), 5) == []
        await found.use(CURATOR, service.pause, pair_id, 8)
        assert await _days(found, date(2026, 10, 8), 40) == []
        pair = (await found.use(CURATOR, service.one, pair_id)).pair
        assert (await found.use(CURATOR, radar.seen, [pair]))[pair_id].colour is Colour.PAUSED


async def test_the_curator_sees_the_colour(sqlite_url: str) -> None:
    async with school(sqlite_url) as found:
        pair_id = await _pair(found)
        pair = (await found.use(CURATOR, service.one, pair_id)).pair
        for days, colour in ((7, Colour.GREEN), (32, Colour.YELLOW), (60, Colour.RED)):
            found.now = START + timedelta(days=days)
            assert (await found.use(CURATOR, radar.seen, [pair]))[pair_id].colour is colour
        assert (await found.person(CURATOR)).has(Role.CURATOR)


async def test_a_pair_that_fell_silent_once_is_seen_the_second_time(sqlite_url: str) -> None:
    async with school(sqlite_url) as found:
        pair = await _pair(found)
        first = await _days(found, date(2026, 9, 2), 60)
        done = await found.use(MENTORS[0], service_checkin.log_outside, pair, found.now.date())
        await found.use(MENTEES[0], service_checkin.check, done.meeting.id, 0, CheckIn(held=True))
        second = await _days(found, found.now.date() + timedelta(days=1), 75)
        assert [key for _, key in second] == [key for _, key in first]
