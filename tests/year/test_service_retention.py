"""What is past its term, or was taken back, goes with an act; nobody is named in it and nobody else loses a row."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import select

from locales import Locales
from mentoring.awards import service as awards
from mentoring.awards.rules import Ballot
from mentoring.cases.rules import draft
from mentoring.consent import service as consent
from mentoring.consent.rules import ConsentKind, holds, latest
from mentoring.documents.act_destruction import act_document
from mentoring.errors import ProgrammeError
from mentoring.people import entrance
from mentoring.people.rules import Role
from mentoring.texts import say
from mentoring.year import service_retention as service
from mentoring.year.rules_retention import DataKind
from storage.tables import answers, award_votes, consents, erasures, metadata, pairs, submissions, year_acts
from storage.unit import StorageUnit
from tests.documents.year_papers import words_of
from tests.selection.ground import give
from tests.surveys.ground import _enter
from tests.year.closing_ground import CURATOR, JUNE, MENTEES, MENTORS, School, ending, ids, pair_ids, publish

SECRET = "Прежний секретный ответ"


def words(key: str, **params: object) -> str:
    return Locales().plain(say(key, **params), "ru")


async def rows(found: School, query: object) -> list[object]:
    return await found.database.read(lambda c: list(c.execute(query).all()))  # type: ignore[call-overload]


def _other_school(unit: StorageUnit) -> None:
    school = entrance.found_school(unit, "Школа № 7").school
    _enter(unit, school.id, 99, Role.MENTEE, "Чужой Человек")
    actor = unit.people.actor(99)
    assert actor is not None
    give(unit, actor.id, "mentee_entry", {"subject": "история"}, "2026")


async def test_terms_run_out_in_august_once_a_year_for_each_school(database_url: str) -> None:
    async with ending(database_url) as found:
        one, two = await ids(found, MENTEES[:2])
        await found.do(lambda u: give(u, one, "mentee_before", {"expect": SECRET}, "2022"))
        await found.do(lambda u: give(u, two, "mutual_mentee", {"thanks": SECRET}, "2025.m1"))
        await found.do(lambda u: give(u, two, "mentee_before", {"expect": "свежее"}, "2025"))
        await found.do(_other_school)
        before = len(await rows(found, select(submissions)))
        await found.do(service.tick)
        assert len(await rows(found, select(year_acts))) == 1, (
            "what 2022 has left is past its three years in June 2027"
        )
        assert SECRET in str(await rows(found, select(answers))), "the mutual answers of 2025 wait for August"
        found.now = JUNE.replace(month=8, day=3)
        await found.do(service.tick)
        await found.do(service.tick)
        assert len(await rows(found, select(submissions))) == before - 2
        assert SECRET not in str(await rows(found, select(answers)))
        acts = await found.use(CURATOR, service.acts)
        assert [(g.kind, g.year, g.count, g.persons) for act in acts for g in act.gone] == [
            (DataKind.MUTUAL, 2025, 1, (two,)),
            (DataKind.ANSWERS, 2022, 1, (one,)),
        ]
        assert len(found.heard("notice-destroyed")) == 2


async def test_the_act_is_a_paper_that_names_nobody(database_url: str) -> None:
    async with ending(database_url) as found:
        (one,) = await ids(found, MENTEES[:1])
        await found.do(lambda u: give(u, one, "mentee_before", {"expect": SECRET}, "2022"))
        await found.do(service.tick)
        (kept,) = await found.use(CURATOR, service.acts)
        act = await found.use(CURATOR, service.act_of, kept.id, "Бот наставничества")
        text = words_of(act_document(act, words, "ru"))
        assert f"№ {one}" in text
        assert "2022/2023" in text
        assert "истёк срок хранения" in text
        assert "Человек" not in text
        assert SECRET not in text
        with pytest.raises(ProgrammeError, match="error-not-yours"):
            await found.use(MENTORS[0], service.act_of, kept.id, "Бот")
        await found.do(_other_school)
        (school,) = [s for s in await found.do(lambda u: u.schools.all()) if s.name == "Школа № 7"]
        assert await found.do(lambda u: u.turn.act(school.id, kept.id)) is None


async def test_a_withdrawn_consent_leaves_only_the_refusal_within_thirty_days(database_url: str) -> None:
    async with ending(database_url) as found:
        (one,) = await ids(found, MENTEES[:1])
        await found.use(MENTEES[0], consent.withdraw, ConsentKind.PARTICIPATION)
        found.now += timedelta(days=27)
        await found.do(service.tick)
        assert await rows(found, select(year_acts)) == []
        found.now += timedelta(days=2)
        await found.do(service.tick)
        await found.do(service.tick)
        told = await found.do(lambda u: u.consents.decisions(one))
        assert [(d.accepted, d.withdrawn_at) for d in told] == [(False, None)]
        assert not holds(told, ConsentKind.PARTICIPATION)
        assert ConsentKind.PARTICIPATION in latest(told), "nobody is asked again for what they took back"
        (act,) = await found.use(CURATOR, service.acts)
        assert [(g.kind, g.count, g.persons, g.withdrawn) for g in act.gone] == [
            (DataKind.CONSENTS, 1, (one,), True)
        ]
        assert len(await rows(found, select(consents).where(consents.c.accepted))) == 8


async def test_a_consent_given_anew_outlives_the_record_of_the_one_before(database_url: str) -> None:
    async with ending(database_url) as found:
        await publish(found, MENTEES[0])
        await found.use(MENTEES[0], consent.withdraw, ConsentKind.PUBLICATION)
        await publish(found, MENTEES[0])
        found.now += timedelta(days=29)
        await found.do(service.tick)
        (one,) = await ids(found, MENTEES[:1])
        told = await found.do(lambda u: u.consents.decisions(one))
        assert all(decision.withdrawn_at is None for decision in told)
        assert holds(told, ConsentKind.PUBLICATION)


async def test_a_consent_that_holds_is_kept_and_an_older_one_goes_with_its_term(database_url: str) -> None:
    async with ending(database_url) as found:
        await publish(found, MENTEES[0])
        await publish(found, MENTEES[0])
        before = len(await rows(found, select(consents)))
        found.now = JUNE.replace(year=2031, month=8, day=3)
        await found.do(service.tick)
        assert len(await rows(found, select(consents))) == before - 1
        (one,) = await ids(found, MENTEES[:1])
        assert holds(await found.do(lambda u: u.consents.decisions(one)), ConsentKind.PUBLICATION)


async def test_whoever_leaves_takes_ballots_and_their_part_of_cases_along(database_url: str) -> None:
    async with ending(database_url) as found:
        pair, _, _ = await pair_ids(found)
        both = await ids(found, (MENTORS[0], MENTEES[0]))
        school = (await found.person(CURATOR)).school_id
        contest = (await found.use(CURATOR, awards.listed))[0]
        await found.do(lambda u: u.awards.vote(contest.id, Ballot(both[1], f"m{both[0]}")))
        case = draft(0, pair, 2026, both, {"title": "Кейс", "start": "Начало"})
        stored = await found.do(lambda u: u.cases.add(school, "2026", case))
        assert stored is not None
        await found.use(MENTEES[0], consent.withdraw, ConsentKind.PROCESSING)
        assert await rows(found, select(award_votes)) == []
        left = await found.do(lambda u: u.cases.find(school, stored.case.id))
        assert left is not None
        assert (left.case.authors, left.case.approved) == ({both[0]}, {})
        await found.use(MENTORS[0], consent.withdraw, ConsentKind.PROCESSING)
        assert await found.do(lambda u: u.cases.all(school)) == []
        assert len(await rows(found, select(erasures))) == 2
        held = {t.name: str(await rows(found, select(t))) for t in metadata.sorted_tables if t is not pairs}
        assert [name for name, text in held.items() if "Человек 0" in text or "Человек 3" in text] == []
