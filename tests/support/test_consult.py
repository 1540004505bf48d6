"""Consultations on both databases: one taker, a time agreed by two, a word afterwards, nobody else the wiser."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from mentoring.errors import ProgrammeError
from mentoring.support import rules_consult as rules
from mentoring.support import service, service_consult, upkeep
from mentoring.support.rules_consult import Consultation, State
from tests.support.ground import CURATOR, DEPUTY, MENTEE, MENTOR, MENTORS, NOW, School, number, staffed

START = NOW + timedelta(days=2)
HELPER = MENTORS[1]


async def asked(found: School, topic: str = "разговор не клеится") -> int:
    return (await found.use(MENTOR, service_consult.ask, topic)).id


async def agreed(found: School) -> int:
    """The deputy has taken it and both have agreed on START."""
    one = await asked(found)
    await found.use(DEPUTY, service_consult.take, one)
    await found.use(DEPUTY, service_consult.offer, one, [START, START + timedelta(hours=2)], "кабинет 12")
    await found.use(MENTOR, service_consult.accept, one, START)
    return one


async def tick(found: School, *, at: timedelta) -> None:
    found.now = START + at
    await found.do(upkeep.tick)


async def test_those_who_said_they_would_are_asked_without_a_name(database_url: str) -> None:
    async with staffed(database_url) as found:
        await found.use(HELPER, service.offer_help, consults=True)
        await asked(found)
        told = found.heard("notice-consult-call")
        assert set(told) == {await number(found, one) for one in (CURATOR, DEPUTY, HELPER)}
        assert all("Человек" not in str(one.text) for one in found.told)
        with pytest.raises(ProgrammeError, match="error-consult-open"):
            await asked(found)
        with pytest.raises(ProgrammeError, match="error-not-yours"):
            await found.use(MENTEE, service_consult.ask, "и мне")


async def test_the_first_has_it_and_the_curator_only_counts(database_url: str) -> None:
    async with staffed(database_url) as found:
        one = await asked(found)
        shown = await found.use(CURATOR, service_consult.look, one)
        assert shown.other is None, "who asks is shown to whoever takes it"
        await found.use(DEPUTY, service_consult.take, one)
        with pytest.raises(ProgrammeError, match="error-consult-taken"):
            await found.use(CURATOR, service_consult.take, one)
        with pytest.raises(ProgrammeError, match="error-done-already"):
            await found.use(DEPUTY, service_consult.take, one)
        with pytest.raises(ProgrammeError, match="error-stale"):
            await found.use(CURATOR, service_consult.look, one)
        desk = await found.use(CURATOR, service.desk)
        assert (desk.held, desk.to_take) == (1, 0)
        assert (await found.use(DEPUTY, service.desk)).held is None
        with pytest.raises(ProgrammeError, match="error-not-yours"):
            await found.use(MENTORS[2], service_consult.take, one)


async def test_a_time_is_agreed_reminded_of_and_asked_about(database_url: str) -> None:
    async with staffed(database_url) as found:
        one = await agreed(found)
        both = {await number(found, MENTOR), await number(found, DEPUTY)}
        await tick(found, at=-timedelta(hours=2))
        assert not found.heard("notice-consult-shortly")
        for _ in range(2):
            await tick(found, at=-timedelta(minutes=50))
        assert sorted(found.heard("notice-consult-shortly")) == sorted(both), "once each"
        with pytest.raises(ProgrammeError, match="error-stale"):
            await found.use(MENTOR, service_consult.helped, one)
        await tick(found, at=timedelta(minutes=31))
        assert found.heard("notice-consult-how") == [await number(found, MENTOR)]
        await found.use(MENTOR, service_consult.one_more, one)
        again = await found.use(MENTOR, service_consult.look, one)
        assert (again.one.state, again.one.rounds) == (State.TAKEN, 1)
        await found.use(MENTOR, service_consult.offer, one, [found.now + timedelta(days=1)])
        await found.use(DEPUTY, service_consult.accept, one, found.now + timedelta(days=1))
        found.now += timedelta(days=1, hours=1)
        done = await found.use(MENTOR, service_consult.helped, one)
        assert done.one.state is State.DONE
        assert done.one.place == "кабинет 12"


async def test_silence_settles_and_a_taker_may_give_back(database_url: str) -> None:
    async with staffed(database_url) as found:
        one = await agreed(found)
        await found.use(DEPUTY, service_consult.call_off, one)
        again = await found.use(MENTOR, service_consult.look, one)
        assert (again.one.state, again.one.taker_id, again.one.starts_at) == (State.OPEN, None, None)
        await found.use(CURATOR, service_consult.take, one)
        await found.use(MENTOR, service_consult.offer, one, [START])
        await found.use(CURATOR, service_consult.accept, one, START)
        for hours in (-0.5, 1, 73):
            await tick(found, at=timedelta(hours=hours))
        assert (await found.use(MENTOR, service_consult.look, one)).one.state is State.DONE


async def test_nobody_took_it_and_a_taker_who_is_erased_leaves_it_open(database_url: str) -> None:
    async with staffed(database_url) as found:
        one = await asked(found)
        found.now += timedelta(days=1, minutes=5)
        for _ in range(2):
            await found.do(upkeep.tick)
        assert len(found.heard("notice-consult-wait")) == 2, "curator and deputy, once"
        await found.use(DEPUTY, service_consult.take, one)
        gone = await found.person(DEPUTY)
        await found.do(lambda unit: unit.people.erase(gone.school_id, gone.id))
        assert [o.id for o in await found.use(CURATOR, service_consult.to_take)] == [one]
        await found.use(CURATOR, service_consult.take, one)


PLAIN = Consultation(1, 10, "plan", NOW, taker_id=20, state=State.TAKEN)


@pytest.mark.parametrize("count", [0, 4])
def test_one_to_three_times(count: int) -> None:
    starts = [START + timedelta(hours=n) for n in range(count)]
    with pytest.raises(ProgrammeError, match="error-meeting-slots"):
        rules.offered(PLAIN, 20, starts, "", NOW)


def test_only_the_other_one_accepts_and_only_what_was_offered() -> None:
    offered = rules.offered(PLAIN, 20, [START], "", NOW)
    for who, when in ((20, START), (30, START), (10, START + timedelta(hours=1))):
        with pytest.raises(ProgrammeError, match="error-stale"):
            rules.accepted(offered, who, when, NOW)
    fixed = rules.accepted(offered, 10, START, NOW)
    with pytest.raises(ProgrammeError, match="error-done-already"):
        rules.accepted(fixed, 10, START, NOW)
    moved = rules.offered(fixed, 10, [START + timedelta(days=1)], "", NOW)
    assert (moved.state, moved.by_asker, moved.starts_at) == (State.OFFERED, True, None)
    assert rules.awake(replace(fixed), START + rules.LENGTH + rules.SETTLES).state is State.DONE
