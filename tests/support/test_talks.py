"""The psychologist's door on both databases: two people know, and nobody else can tell that anybody came."""

from __future__ import annotations

import json
from datetime import timedelta

import pytest
from sqlalchemy import func, select

from mentoring.consent import privacy
from mentoring.errors import ProgrammeError
from mentoring.notices.rules import Privacy
from mentoring.people import overview
from mentoring.people.rules import Role
from mentoring.support import service, service_talks, upkeep
from mentoring.support.terms import terms
from storage.tables import erasures, talk_lines, talks
from storage.unit import StorageUnit
from tests.support.ground import CURATOR, MENTEE, MENTOR, PSYCHOLOGIST, School, number, staffed

WORDS, ANSWER = "мне-очень-трудно-вставать", "давайте-поговорим-завтра"


async def came(found: School) -> int:
    shown = await found.use(MENTEE, service_talks.ask, await number(found, PSYCHOLOGIST), WORDS)
    return shown.talk.id


async def test_the_two_read_it_and_nobody_else(database_url: str) -> None:
    async with staffed(database_url) as found:
        talk = await came(found)
        assert [one.talk.id for one in await found.use(PSYCHOLOGIST, service_talks.received)] == [talk]
        await found.use(PSYCHOLOGIST, service_talks.write, talk, ANSWER)
        mine = await found.use(MENTEE, service_talks.look, talk)
        assert [line.text for line in mine.talk.lines] == [WORDS, ANSWER]
        for other in (CURATOR, MENTOR):
            for reach in (service_talks.look, service_talks.end, service_talks.erase):
                with pytest.raises(ProgrammeError, match="error-stale"):
                    await found.use(other, reach, talk)
            with pytest.raises(ProgrammeError, match="error-stale"):
                await found.use(other, service_talks.write, talk, "и я")
            assert await found.use(other, service_talks.own) == []
        with pytest.raises(ProgrammeError, match="error-not-yours"):
            await found.use(CURATOR, service_talks.received)


async def test_messages_say_nothing_and_reach_only_the_two(database_url: str) -> None:
    async with staffed(database_url) as found:
        talk = await came(found)
        await found.use(PSYCHOLOGIST, service_talks.write, talk, ANSWER)
        assert [one.person_id for one in found.told] == [
            await number(found, PSYCHOLOGIST),
            await number(found, MENTEE),
        ]
        assert {one.privacy for one in found.told} == {Privacy.SEALED}
        assert not any(one.text.params for one in found.told), "no name, no word"  # type: ignore[union-attr]
        assert not any(one.queued for one in found.told), "what did not arrive is on a list that a curator reads"


async def test_what_does_not_reach_the_psychologist_is_on_no_list(database_url: str) -> None:
    async with staffed(database_url) as found:
        lost = await number(found, PSYCHOLOGIST)
        await found.do(lambda unit: unit.people.update(1, lost, reachable=False))
        await came(found)
        assert found.told == []
        assert (await found.use(PSYCHOLOGIST, service.desk)).talks == 1, "it waits on the screen"


async def test_a_curator_who_is_the_psychologist_sees_it_on_that_screen_alone(database_url: str) -> None:
    async with staffed(database_url) as found:
        both = await number(found, CURATOR)
        await found.do(lambda unit: unit.people.give_role(both, Role.PSYCHOLOGIST))
        await found.use(MENTEE, service_talks.ask, both, WORDS)
        assert len(await found.use(CURATOR, service_talks.received)) == 1
        card = repr(await found.use(CURATOR, overview.summary)) + repr(await found.use(CURATOR, overview.everyone))
        assert WORDS not in card
        assert "talk" not in card.lower()
        await found.do(lambda unit: unit.people.take_role(both, Role.PSYCHOLOGIST))
        with pytest.raises(ProgrammeError, match="error-stale"):
            await found.use(CURATOR, service_talks.look, 1)
        assert not (await found.use(MENTEE, service_talks.own))[0].open
        with pytest.raises(ProgrammeError, match="error-talk-nobody"):
            await found.use(MENTEE, service_talks.ask, both, WORDS)


async def _left(found: School) -> tuple[int, int]:
    def count(unit: StorageUnit) -> tuple[int, int]:
        tables = (talks, talk_lines)
        one, other = (unit.connection.execute(select(func.count()).select_from(t)).scalar_one() for t in tables)
        return one, other

    return await found.do(count)


async def test_it_is_erased_after_its_term_or_at_once(database_url: str) -> None:
    async with staffed(database_url) as found:
        talk = await came(found)
        await found.use(MENTEE, service_talks.end, talk)
        with pytest.raises(ProgrammeError, match="error-talk-over"):
            await found.use(PSYCHOLOGIST, service_talks.write, talk, ANSWER)
        found.now += terms().done - timedelta(minutes=1)
        await found.do(upkeep.tick)
        assert await _left(found) == (1, 1)
        found.now += timedelta(minutes=2)
        await found.do(upkeep.tick)
        assert await _left(found) == (0, 0)
        again = await came(found)
        with pytest.raises(ProgrammeError, match="error-not-yours"):
            await found.use(PSYCHOLOGIST, service_talks.erase, again)
        await found.use(MENTEE, service_talks.erase, again)
        assert await _left(found) == (0, 0)
        await came(found)
        found.now += terms().silent + timedelta(minutes=1)
        await found.do(upkeep.tick)
        assert await _left(found) == (0, 0), "nobody ended it"


async def test_exports_and_acts_do_not_tell(database_url: str) -> None:
    """The asker gets their own words; the psychologist and the curator get none; the act counts no talk."""
    async with staffed(database_url) as found:
        talk = await came(found)
        await found.use(PSYCHOLOGIST, service_talks.write, talk, ANSWER)
        exports = {who: repr(await found.use(who, privacy.export)) for who in (MENTEE, PSYCHOLOGIST, CURATOR)}
        assert WORDS in exports[MENTEE]
        assert WORDS not in exports[PSYCHOLOGIST] + exports[CURATOR]
        gone = await found.person(MENTEE)

        def erase(unit: StorageUnit) -> str:
            rows = unit.people.erase(gone.school_id, gone.id)
            unit.consents.record_erasure(gone.school_id, "withdrawn", "", rows, unit.now)
            acts = unit.connection.execute(select(erasures)).mappings().all()
            return json.dumps([dict(one) for one in acts], default=str)

        assert "talk" not in await found.do(erase)
        assert await _left(found) == (0, 0)


@pytest.mark.parametrize("typed", ["  ", "я" * 2001])
async def test_what_cannot_be_taken_is_said_without_its_words(sqlite_url: str, typed: str) -> None:
    async with staffed(sqlite_url) as found:
        with pytest.raises(ProgrammeError, match="error-talk-text") as refusal:
            await found.use(MENTEE, service_talks.ask, await number(found, PSYCHOLOGIST), typed)
        assert "яя" not in repr(refusal.value)
