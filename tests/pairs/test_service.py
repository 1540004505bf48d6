"""Pairs on both databases: made, told, paused, closed; who sees what."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import select

from mentoring.errors import ProgrammeError
from mentoring.meetings.rules import Contact, Side
from mentoring.pairs import service
from mentoring.pairs.rules import Ending, PairState
from storage.tables import pair_members
from tests.surveys.ground import CURATOR, MENTEES, MENTORS, NOW, School, school


async def _ids(found: School, accounts: tuple[int, ...]) -> list[int]:
    return [(await found.person(account)).id for account in accounts]


async def test_both_sides_hear_of_a_pair_once(database_url: str) -> None:
    async with school(database_url) as found:
        mentors, mentees = await _ids(found, MENTORS[:1]), await _ids(found, MENTEES[:1])
        pair = await found.use(CURATOR, service.create, mentors, mentees)
        assert (pair.contact, pair.state) == (Contact.INDIVIDUAL, PairState.ACTIVE)
        assert found.heard("notice-pair-mentor") == mentors
        assert found.heard("notice-pair-mentee") == mentees
        with pytest.raises(ProgrammeError, match="error-pair-known"):
            await found.use(CURATOR, service.create, mentors, mentees)
        shown = await found.use(MENTEES[0], service.one, pair.id)
        assert [p.name for p in shown.mentors] == ["Человек 0"]
        assert [one.pair.id for one in await found.use(MENTORS[0], service.mine)] == [pair.id]


async def test_a_group_has_several_on_a_side(database_url: str) -> None:
    async with school(database_url) as found:
        mentors, mentees = await _ids(found, MENTORS[:2]), await _ids(found, MENTEES)
        pair = await found.use(CURATOR, service.create, mentors, mentees)
        assert pair.contact is Contact.GROUP
        assert (pair.of(Side.MENTOR), pair.of(Side.MENTEE)) == (tuple(mentors), tuple(mentees))


async def test_who_may_not_be_in_a_pair(sqlite_url: str) -> None:
    async with school(sqlite_url) as found:
        mentor, mentee = (await _ids(found, MENTORS[:1]))[0], (await _ids(found, MENTEES[:1]))[0]
        for sides, key in (
            (([mentor], []), "error-pair-empty"),
            (([mentor], [mentor]), "error-pair-self"),
            (([mentee], [mentor]), "error-pair-not-able"),
            (([mentor], list(range(100, 120))), "error-pair-crowd"),
        ):
            with pytest.raises(ProgrammeError, match=key):
                await found.use(CURATOR, service.create, *sides)
        with pytest.raises(ProgrammeError, match="error-not-yours"):
            await found.use(MENTORS[0], service.create, [mentor], [mentee])


async def test_strangers_see_nothing_of_a_pair(sqlite_url: str) -> None:
    async with school(sqlite_url) as found:
        pair = await found.use(
            CURATOR, service.create, await _ids(found, MENTORS[:1]), await _ids(found, MENTEES[:1])
        )
        with pytest.raises(ProgrammeError, match="error-stale"):
            await found.use(MENTORS[1], service.one, pair.id)
        with pytest.raises(ProgrammeError, match="error-not-yours"):
            await found.use(MENTORS[1], service.listed)
        assert await found.do(lambda unit: unit.pairs.find(pair.school_id + 1, pair.id)) is None


async def test_a_pause_ends_by_itself_and_a_close_never_waits(database_url: str) -> None:
    async with school(database_url) as found:
        pair = await found.use(
            CURATOR, service.create, await _ids(found, MENTORS[:1]), await _ids(found, MENTEES[:1])
        )
        await found.use(CURATOR, service.pause, pair.id, 2)
        for days, state in ((0, PairState.PAUSED), (13, PairState.PAUSED), (14, PairState.ACTIVE)):
            day = NOW.date() + timedelta(days=days)
            assert (await found.use(CURATOR, service.one, pair.id)).pair.state_on(day) is state
        await found.use(CURATOR, service.resume, pair.id)
        with pytest.raises(ProgrammeError, match="error-done-already"):
            await found.use(CURATOR, service.resume, pair.id)
        with pytest.raises(ProgrammeError, match="error-pause-long"):
            await found.use(CURATOR, service.pause, pair.id, 60)
        await found.use(CURATOR, service.close, pair.id, Ending.NOT_A_FIT)
        assert len(found.heard("notice-pair-closed")) == 2
        assert await found.use(MENTORS[0], service.mine) == []
        with pytest.raises(ProgrammeError, match="error-done-already"):
            await found.use(CURATOR, service.close, pair.id, Ending.DONE)
        assert (await found.use(CURATOR, service.listed))[0].pair.state is PairState.CLOSED


async def test_whoever_is_erased_is_in_no_pair(database_url: str) -> None:
    async with school(database_url) as found:
        mentees = await _ids(found, MENTEES[:2])
        pair = await found.use(CURATOR, service.create, await _ids(found, MENTORS[:1]), mentees)
        await found.do(lambda unit: unit.people.erase(pair.school_id, mentees[0]))
        left = await found.database.read(lambda c: c.execute(select(pair_members.c.person_id)).scalars().all())
        assert mentees[0] not in left
        assert len(left) == 2
