"""Meetings on both databases: who may do what, what is stored, what is said and taken back."""

from __future__ import annotations

import asyncio
from datetime import datetime, timedelta

import pytest

from mentoring.errors import ProgrammeError
from mentoring.meetings import service, service_checkin, service_propose, upkeep
from mentoring.meetings.rules import CheckIn, Mark, Meeting, State
from mentoring.meetings.rules_fit import Consequence, Fit
from mentoring.meetings.rules_kinds import Kind
from mentoring.meetings.rules_meeting import Accept, Cancel
from mentoring.pairs import service as pairs
from mentoring.pairs.rules import Ending
from mentoring.plan import service as plans
from mentoring.plan.rules import State as TaskState
from tests.plan.test_service import pair_of
from tests.surveys.ground import CURATOR, MENTEES, MENTORS, NOW, School, school

MENTOR, MENTEE, OTHER = MENTORS[0], MENTEES[0], MENTEES[1]
LATER = NOW + timedelta(days=2)  # a Thursday


async def proposed(found: School, pair: int, start: datetime = LATER, kind: Kind = Kind.ACQUAINTANCE) -> Meeting:
    return await found.use(MENTOR, service_propose.propose, pair, kind, [start])


async def agreed(found: School, pair: int, start: datetime = LATER) -> Meeting:
    made = await proposed(found, pair, start)
    return (await found.use(MENTEE, service.act, made.id, Accept(0, 0))).meeting


async def stored(found: School, meeting: int, reader: int = MENTOR) -> Meeting:
    return (await found.use(reader, service.look, meeting)).meeting


async def held(found: School, pair: int) -> Meeting:
    """A meeting that both say took place."""
    made = await agreed(found, pair)
    found.now = made.slots[0].end + timedelta(minutes=1)
    for who in (MENTOR, MENTEE):
        await found.use(who, service_checkin.check, made.id, 0, CheckIn(held=True))
    return await stored(found, made.id)


async def test_what_may_be_proposed_and_when(database_url: str) -> None:
    async with school(database_url) as found:
        pair = await pair_of(found)
        options = await found.use(MENTEE, service_propose.options, pair)
        assert (options.kind, options.kinds) == (Kind.ACQUAINTANCE, (Kind.ACQUAINTANCE,))
        assert [closed is not None for _, closed in options.days][:7] == [False] * 4 + [True, True, False]
        with pytest.raises(ProgrammeError, match="error-meeting-gate"):
            await proposed(found, pair, kind=Kind.PLANNING)
        await proposed(found, pair)
        with pytest.raises(ProgrammeError, match="error-meeting-open"):
            await proposed(found, pair, LATER + timedelta(days=1))
        with pytest.raises(ProgrammeError, match="error-stale"):
            await found.use(OTHER, service_propose.options, pair)


async def test_times_at_which_one_of_those_asked_is_busy_are_seen(sqlite_url: str) -> None:
    async with school(sqlite_url) as found:
        pair = await pair_of(found)
        await agreed(found, pair)
        second = await pair_of(found, (MENTOR,), (OTHER,))
        options = await found.use(OTHER, service_propose.options, second)
        assert [slot.start for slot in options.busy] == [LATER]


async def test_an_old_button_brings_the_meeting_as_it_is(database_url: str) -> None:
    async with school(database_url) as found:
        made = await agreed(found, await pair_of(found))
        await found.use(MENTOR, service_propose.offer_other, made.id, 0, [LATER + timedelta(days=1)])
        done = await found.use(MENTEE, service.act, made.id, Accept(0, 0))
        assert done.stale is not None
        assert (done.changed, done.meeting.state) == (False, State.PROPOSED)
        twice = [await found.use(MENTEE, service.act, made.id, Accept(1, 0)) for _ in range(2)]
        assert [one.changed for one in twice] == [True, False]
        assert len(found.heard("notice-meeting-agreed")) == 2, "once for each time that was agreed"


async def test_two_words_at_the_same_moment_are_both_kept(database_url: str) -> None:
    async with school(database_url) as found:
        made = await agreed(found, await pair_of(found))
        found.now = made.slots[0].end + timedelta(minutes=1)
        await asyncio.gather(
            found.use(MENTOR, service_checkin.check, made.id, 0, CheckIn(held=True)),
            found.use(MENTEE, service_checkin.check, made.id, 0, CheckIn(held=True)),
        )
        now = await stored(found, made.id)
        assert (now.state, len(now.checkins)) == (State.COUNTED, 2)


async def test_the_tick_reminds_of_what_is_true(database_url: str) -> None:
    async with school(database_url) as found:
        made = await agreed(found, await pair_of(found))
        found.told.clear()
        found.now = LATER - timedelta(hours=17)
        await found.do(upkeep.tick)
        assert sorted(found.heard("due-meeting-eve")) == sorted(one.person_id for one in made.participants)
        await found.use(MENTOR, service_propose.offer_other, made.id, 0, [LATER + timedelta(days=1)])
        found.told.clear()
        found.now = LATER - timedelta(minutes=59)
        await found.do(upkeep.tick)
        assert found.told == [], "the old time is forgotten"


async def test_a_closed_pair_calls_its_meetings_off(database_url: str) -> None:
    async with school(database_url) as found:
        pair = await pair_of(found)
        made = await agreed(found, pair)
        await found.use(CURATOR, pairs.close, pair, Ending.LEFT)
        found.told.clear()
        await found.do(upkeep.tick)
        assert (await stored(found, made.id)).state is State.CANCELLED
        assert len(found.heard("notice-meeting-cancelled")) == 2
        files = [one.file.data for one in found.told if one.file]
        assert len(files) == 2
        assert all(b"METHOD:CANCEL" in data for data in files)


async def test_a_pause_calls_off_what_falls_into_it_and_no_more(sqlite_url: str) -> None:
    async with school(sqlite_url) as found:
        pair = await pair_of(found)
        made = await agreed(found, pair, NOW + timedelta(days=20))
        await found.use(CURATOR, pairs.pause, pair, 2)
        await found.do(upkeep.tick)
        assert (await stored(found, made.id)).state is State.AGREED
        await found.use(CURATOR, pairs.pause, pair, 4)
        await found.do(upkeep.tick)
        assert (await stored(found, made.id)).state is State.CANCELLED


async def test_nobody_waits_for_a_person_who_is_gone(database_url: str) -> None:
    async with school(database_url) as found:
        made = await agreed(found, await pair_of(found))
        gone = await found.person(MENTEE)
        await found.do(lambda unit: unit.people.erase(gone.school_id, gone.id))
        await found.do(upkeep.tick)
        assert (await stored(found, made.id)).state is State.CANCELLED


async def test_silence_for_three_days_lets_a_meeting_count(database_url: str) -> None:
    async with school(database_url) as found:
        pair = await pair_of(found)
        done = await found.use(MENTOR, service_checkin.log_outside, pair, NOW.date())
        with pytest.raises(ProgrammeError, match="error-log-known"):
            await found.use(MENTEE, service_checkin.log_outside, pair, NOW.date())
        found.now = NOW + timedelta(days=3)
        await found.do(upkeep.tick)
        assert (await stored(found, done.meeting.id)).state is State.COUNTED


async def test_what_became_of_a_task_is_kept_with_the_plan(sqlite_url: str) -> None:
    async with school(sqlite_url) as found:
        pair = await pair_of(found)
        plan = await found.use(MENTOR, plans.tick, pair, "safety", True)
        meeting = await held(found, pair)
        await found.use(
            MENTEE, service_checkin.mark_task, meeting.id, meeting.revision, plan.tasks[0].id, Mark.DONE
        )
        board = await found.use(MENTOR, plans.look, pair)
        assert board.plan.tasks[0].state is TaskState.DONE
        assert len((await stored(found, meeting.id)).checkin((await found.person(MENTEE)).id).tasks) == 1


async def test_a_mentors_no_reaches_the_curator_alone(database_url: str) -> None:
    async with school(database_url) as found:
        meeting = await held(found, await pair_of(found))
        found.told.clear()
        follows = await found.use(MENTOR, service_checkin.give_fit, meeting.id, Fit.NO)
        assert follows == (Consequence.THANK_AND_CARE, Consequence.CURATOR_NO_FIT)
        assert [one.person_id for one in found.told] == [(await found.person(CURATOR)).id]
        assert await found.use(MENTEE, service_checkin.fit_of, meeting.id) is None
        with pytest.raises(ProgrammeError, match="error-fit-unsaid"):
            await found.use(MENTEE, service_checkin.ask_another, meeting.id)


async def test_a_curator_sees_kind_day_and_state_alone(sqlite_url: str) -> None:
    async with school(sqlite_url) as found:
        pair = await pair_of(found)
        meeting = await held(found, pair)
        (card,) = await found.use(CURATOR, service.of_pair, pair)
        assert card.stand is None
        with pytest.raises(ProgrammeError, match="error-stale"):
            await found.use(CURATOR, service.act, meeting.id, Cancel(0))
        with pytest.raises(ProgrammeError, match="error-stale"):
            await found.use(OTHER, service.look, meeting.id)


async def test_an_export_holds_ones_own_words_alone(database_url: str) -> None:
    async with school(database_url) as found:
        meeting = await held(found, await pair_of(found))
        await found.use(MENTOR, service_checkin.check, meeting.id, 0, CheckIn(note="только моё"))
        await found.use(MENTEE, service_checkin.give_fit, meeting.id, Fit.DECIDING)
        for reader, words in ((MENTOR, True), (MENTEE, False)):
            who = await found.person(reader)
            kept = await found.do(lambda unit, who=who: unit.people.stored(who.school_id, who.id))
            assert len(kept["meetings"]) == len(kept["checkins"]) == 1
            assert ("только моё" in str(kept["checkins"])) is words
            assert bool(kept["fits"]) is not words
