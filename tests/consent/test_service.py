"""Consent's use cases on a real database: decide, the dated copy, refuse, take back, erase."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from datetime import UTC, datetime, timedelta
from typing import TypeVar

import pytest
from sqlalchemy import select

from mentoring.consent import privacy, service
from mentoring.consent.documents import document
from mentoring.consent.rules import ConsentKind
from mentoring.errors import ProgrammeError
from mentoring.people import entrance, invitations
from mentoring.people.rules import Actor, Guest, LinkKind, PersonState, Role
from storage import migrate
from storage.engine import Database
from storage.tables import consents, erasures, metadata, people
from storage.unit import StorageUnit

T = TypeVar("T")
NOW = datetime(2026, 11, 24, 9, tzinfo=UTC)
CURATOR, MENTOR = 71, 72


class School:
    """A school with a curator and, once `invite` is called, somebody more."""

    def __init__(self, database: Database) -> None:
        self.database = database
        self.now = NOW
        self.told: list[str] = []

    async def do(self, work: Callable[[StorageUnit], T]) -> T:
        def inside(connection: object) -> T:
            unit = StorageUnit(connection, self.now)  # type: ignore[arg-type]
            found = work(unit)
            self.told += [getattr(n.text, "key", "") for n in unit.notices]
            return found

        return await self.database.write(inside)

    async def use(self, tg_id: int, work: Callable[[Actor, StorageUnit], T]) -> T:
        def inside(unit: StorageUnit) -> T:
            actor = unit.people.actor(tg_id)
            assert actor is not None
            return work(actor, unit)

        return await self.do(inside)

    async def agree(self, tg_id: int, kind: ConsentKind, accepted: bool = True) -> None:
        asked = await self.use(tg_id, lambda a, u: service.asked(a, u, kind))
        await self.use(tg_id, lambda a, u: service.decide(a, u, kind, asked.mark, accepted))

    async def invite(self, tg_id: int, role: Role, kind: LinkKind = LinkKind.PERSONAL) -> str:
        made = await self.use(
            CURATOR, lambda a, u: invitations.invite(a, u, (role,), kind, invitations.next_number(a, u))
        )
        await self.do(lambda unit: entrance.open_link(Guest(tg_id, "ru"), unit, made.token))
        return made.token


@pytest.fixture
async def school(database_url: str) -> AsyncIterator[School]:
    database = Database(database_url)
    await migrate.upgrade(database)
    found = School(database)
    token = (await found.do(lambda unit: entrance.found_school(unit, "Школа № 6"))).token
    await found.do(lambda unit: entrance.open_link(Guest(CURATOR, "ru"), unit, token))
    await found.agree(CURATOR, ConsentKind.PROCESSING)
    await found.use(CURATOR, lambda a, u: entrance.give_name(a, u, "Сергеева Анна"))
    yield found
    await database.close()


async def _person(school: School, tg_id: int) -> Actor | None:
    return await school.do(lambda unit: unit.people.actor(tg_id))


async def test_before_consent_there_is_a_number_and_nothing_more(school: School) -> None:
    await school.invite(MENTOR, Role.MENTOR)
    actor = await _person(school, MENTOR)
    assert actor is not None
    assert (actor.person.name, actor.person.roles, actor.admitted) == (None, frozenset(), False)
    assert actor.person.state == PersonState.NEW


async def test_the_role_comes_with_the_consent(school: School) -> None:
    await school.invite(MENTOR, Role.MENTOR)
    await school.agree(MENTOR, ConsentKind.PROCESSING)
    actor = await _person(school, MENTOR)
    assert actor is not None
    assert actor.admitted
    assert actor.person.roles == {Role.MENTOR}


async def test_by_a_shared_link_the_role_waits_for_the_curator(school: School) -> None:
    await school.invite(MENTOR, Role.MENTOR, LinkKind.SHARED)
    await school.agree(MENTOR, ConsentKind.PROCESSING)
    actor = await _person(school, MENTOR)
    assert actor is not None
    assert actor.person.roles == frozenset()
    assert not actor.person.approved


async def test_the_decision_is_on_the_words_that_were_shown(school: School) -> None:
    await school.invite(MENTOR, Role.MENTOR)
    with pytest.raises(ProgrammeError, match="consent-changed"):
        await school.use(MENTOR, lambda a, u: service.decide(a, u, ConsentKind.PROCESSING, "0" * 10, True))
    asked = await school.use(MENTOR, lambda a, u: service.asked(a, u, ConsentKind.PROCESSING))
    await school.do(lambda unit: unit.schools.update(1, name="Гимназия"))
    with pytest.raises(ProgrammeError, match="consent-changed"):
        await school.use(MENTOR, lambda a, u: service.decide(a, u, ConsentKind.PROCESSING, asked.mark, True))


async def test_a_copy_holds_the_words_of_that_day(school: School) -> None:
    copied = await school.use(CURATOR, lambda a, u: service.copy(a, u, ConsentKind.PROCESSING))
    await school.do(lambda unit: unit.schools.update(1, name="Гимназия"))
    school.now += timedelta(days=400)
    again = await school.use(CURATOR, lambda a, u: service.copy(a, u, ConsentKind.PROCESSING))
    assert again == copied
    assert "Школа № 6" in copied.text
    assert copied.decided_at.utcoffset() == timedelta(hours=3), "in the school's zone"


async def test_no_copy_of_what_was_not_decided(school: School) -> None:
    with pytest.raises(ProgrammeError, match="consent-none"):
        await school.use(CURATOR, lambda a, u: service.copy(a, u, ConsentKind.PUBLICATION))


async def test_agreeing_twice_is_one_decision(school: School) -> None:
    await school.agree(CURATOR, ConsentKind.PROCESSING)
    found = await school.database.read(lambda c: c.execute(select(consents)).all())
    assert len(found) == 1


async def test_a_refusal_keeps_the_refusal_and_tells_the_curator_no_name(school: School) -> None:
    token = await school.invite(MENTOR, Role.MENTOR)
    await school.agree(MENTOR, ConsentKind.PROCESSING, accepted=False)
    actor = await _person(school, MENTOR)
    assert actor is not None
    assert (actor.person.state, actor.person.name, actor.person.roles) == (PersonState.REFUSED, None, frozenset())
    assert school.told == ["notice-refused-link"]
    await school.do(lambda unit: entrance.open_link(Guest(MENTOR, "ru"), unit, token))
    await school.agree(MENTOR, ConsentKind.PROCESSING)
    actor = await _person(school, MENTOR)
    assert actor is not None
    assert actor.person.roles == {Role.MENTOR}, "one may think again"


async def test_a_given_consent_is_not_refused_by_an_old_screen(school: School) -> None:
    await school.invite(MENTOR, Role.MENTOR)
    for kind in ConsentKind:
        await school.agree(MENTOR, kind)
    for kind in ConsentKind:
        with pytest.raises(ProgrammeError):
            await school.agree(MENTOR, kind, accepted=False)
    actor = await _person(school, MENTOR)
    assert actor is not None
    assert actor.person.roles == {Role.MENTOR}


async def test_taking_back_publication_keeps_the_person_and_tells_once(school: School) -> None:
    await school.invite(MENTOR, Role.MENTOR)
    for kind in ConsentKind:
        await school.agree(MENTOR, kind)
    school.told.clear()
    await school.use(MENTOR, lambda a, u: service.withdraw(a, u, ConsentKind.PUBLICATION))
    found = await school.use(MENTOR, service.decisions)
    assert {d.document for d in found if d.in_force} == set(ConsentKind) - {ConsentKind.PUBLICATION}
    assert school.told == ["notice-withdrawn-publication"]
    school.now += timedelta(hours=1)
    with pytest.raises(ProgrammeError):
        await school.use(MENTOR, lambda a, u: service.withdraw(a, u, ConsentKind.PUBLICATION))


async def test_what_was_refused_cannot_be_taken_back(school: School) -> None:
    await school.invite(MENTOR, Role.MENTOR)
    await school.agree(MENTOR, ConsentKind.PROCESSING)
    await school.agree(MENTOR, ConsentKind.PUBLICATION, accepted=False)
    school.told.clear()
    for kind in (ConsentKind.PUBLICATION, ConsentKind.PARTICIPATION):
        with pytest.raises(ProgrammeError):
            await school.use(MENTOR, lambda a, u, kind=kind: service.withdraw(a, u, kind))
    assert school.told == []


async def test_taking_back_processing_leaves_an_act_and_nothing_else(school: School) -> None:
    await school.invite(MENTOR, Role.MENTOR)
    for kind in ConsentKind:
        await school.agree(MENTOR, kind)
    await school.use(MENTOR, lambda a, u: entrance.give_name(a, u, "Секретов Иван Иванович"))
    assert len((await school.use(MENTOR, privacy.export))["consents"]) == 3
    await school.use(MENTOR, lambda a, u: service.withdraw(a, u, ConsentKind.PROCESSING))
    assert await _person(school, MENTOR) is None
    for table in metadata.sorted_tables:
        held = str(await school.database.read(lambda c, t=table: c.execute(select(t)).all()))  # type: ignore[misc]
        assert "Секретов" not in held, table.name
        assert f" {MENTOR}," not in held, table.name
    act = (await school.database.read(lambda c: c.execute(select(erasures)).all()))[0]
    assert act.reason == "withdrawn"
    assert act.rows
    assert await school.database.read(lambda c: len(c.execute(select(people)).all())) == 1


async def test_documents_speak_the_persons_language(school: School) -> None:
    await school.do(lambda unit: unit.people.update(1, 1, language="en"))
    asked = await school.use(CURATOR, lambda a, u: service.asked(a, u, ConsentKind.PROCESSING))
    assert asked.filled.title == document(ConsentKind.PROCESSING, "en").title
    assert (asked.number, asked.total) == (1, 1)


async def test_quiet_hours_and_reminders_are_the_persons_own(school: School) -> None:
    await school.use(CURATOR, lambda a, u: privacy.quiet(a, u, "21:00", "07:00"))
    await school.use(CURATOR, lambda a, u: privacy.mute(a, u, True))
    actor = await _person(school, CURATOR)
    assert actor is not None
    assert (actor.person.quiet_from, actor.person.muted) == ("21:00", True)
