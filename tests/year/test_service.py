"""The rollover on a real database: what was shown is what is done, once, and the last year is for reading."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime

import pytest

from mentoring.consent import service as consent
from mentoring.consent.rules import ConsentKind
from mentoring.errors import ProgrammeError
from mentoring.evaluation.rules_closing import Way
from mentoring.meetings.rules import Side, Subject
from mentoring.pairs.rules import PairState
from mentoring.people.rules import Role
from mentoring.plan import service as plan
from mentoring.plan.rules import Section, State
from mentoring.questionnaires import service as forms
from mentoring.questionnaires.rules_state import Begin
from mentoring.surveys import service as surveys
from mentoring.year import service
from mentoring.year.rules import Kind
from tests.year.closing_ground import (
    CURATOR,
    DIRECTOR,
    JUNE,
    MENTEES,
    MENTORS,
    School,
    ending,
    ids,
    pair_ids,
    say_way,
)

FIRST, SECOND, THIRD = range(3)


async def said(found: School) -> list[int]:
    """The first pair goes on, the second changes roles, of the third only one has spoken."""
    pairs = await pair_ids(found)
    await say_way(found, pairs[FIRST], (MENTORS[0], MENTEES[0]), Way.NEW_STAGE)
    await say_way(found, pairs[SECOND], (MENTORS[1], MENTEES[1]), Way.CHANGE_ROLES)
    await say_way(found, pairs[THIRD], (MENTORS[2],), Way.NEW_STAGE)
    for text in ("Открытый урок", "Разобрать журнал"):
        await found.use(MENTORS[0], plan.add_task, pairs[FIRST], Section.ENTERING, Subject.METHOD, text)
    board = await found.use(MENTORS[0], plan.look, pairs[FIRST])
    await found.use(MENTORS[0], plan.move, pairs[FIRST], board.plan.tasks[0].id, State.DONE)
    return pairs


async def refused(found: School, account: int, *seen: str) -> str:
    with pytest.raises(ProgrammeError) as refusal:
        await found.use(account, service.roll_over if seen else service.preview, *seen)
    return refusal.value.key


async def test_what_was_shown_is_done_and_once(database_url: str) -> None:
    async with ending(database_url) as found:
        former = await said(found)
        view = await found.use(MENTEES[0], forms.open_form, "mentee_before")
        shown = await found.use(CURATOR, service.preview)
        counts = {item.kind: item.count for item in shown.plan.items}
        assert (counts[Kind.PAIRS_END], counts[Kind.PAIRS_AGAIN], counts[Kind.PAIRS_SWAP], counts[Kind.TASKS]) == (
            3,
            1,
            1,
            1,
        )
        assert [one.pair.id for one in shown.undecided] == [former[THIRD]]
        assert shown.early is None
        found.told.clear()
        rolled = await found.use(CURATOR, service.roll_over, shown.plan.fingerprint)
        assert (rolled.offered, rolled.failed, rolled.act) == (2, 0, None)
        assert await refused(found, CURATOR, shown.plan.fingerprint) == "error-stale"
        await _the_next_year(found, former)
        with pytest.raises(ProgrammeError, match="error-year-over"):
            await found.use(MENTEES[0], forms.act, view.submission_id, None, Begin())
        after = await found.use(MENTEES[0], forms.open_form, "mentee_before")
        assert after.submission_id != view.submission_id


async def _the_next_year(found: School, former: list[int]) -> None:
    actor = await found.person(CURATOR)
    assert actor.school.year_start.year == 2027
    old = await found.do(lambda u: u.pairs.all(actor.school_id, "2026"))
    assert {(one.state, one.ending) for one in old} == {(PairState.CLOSED, "done")}
    again, swapped = await found.do(lambda u: u.pairs.all(actor.school_id, "2027"))
    older, younger = await ids(found, MENTORS), await ids(found, MENTEES)
    assert (again.of(Side.MENTOR), again.of(Side.MENTEE)) == ((older[0],), (younger[0],))
    assert (swapped.of(Side.MENTOR), swapped.of(Side.MENTEE)) == ((younger[1],), (older[1],))
    board = await found.use(MENTORS[0], plan.look, again.id)
    assert [(task.text, task.state) for task in board.plan.tasks] == [("Разобрать журнал", State.PLANNED)]
    assert Role.MENTOR in (await found.person(MENTEES[1])).person.roles
    assert sorted(found.heard("notice-year-over")) == sorted({*older, *younger} - {younger[1]})
    assert found.heard("notice-year-over-mentor") == [younger[1]]
    assert found.heard("notice-offer-mentor") == [older[0], younger[1]]
    assert await found.use(DIRECTOR, service.years) == ["2026"]
    assert [one.pair.id for one in await found.use(DIRECTOR, service.pairs_of, "2026")] == former


async def test_two_presses_at_once_are_one(database_url: str) -> None:
    async with ending(database_url) as found:
        await said(found)
        seen = (await found.use(CURATOR, service.preview)).plan.fingerprint
        both = [found.use(who, service.roll_over, seen) for who in (CURATOR, DIRECTOR)]
        done = await asyncio.gather(*both, return_exceptions=True)
        assert sorted(type(one).__name__ for one in done) == ["ProgrammeError", "Rolled"]
        actor = await found.person(CURATOR)
        assert actor.school.year_start.year == 2027
        assert len(await found.do(lambda u: u.pairs.all(actor.school_id, "2027"))) == 2


async def test_nothing_happens_too_early_by_others_or_when_facts_have_changed(database_url: str) -> None:
    async with ending(database_url) as found:
        pairs = await said(found)
        for account in (MENTORS[0], MENTEES[0]):
            assert await refused(found, account) == "error-not-yours"
        seen = (await found.use(CURATOR, service.preview)).plan.fingerprint
        assert await refused(found, MENTORS[0], seen) == "error-not-yours"
        await say_way(found, pairs[THIRD], (MENTEES[2],), Way.NEW_STAGE)
        assert await refused(found, CURATOR, seen) == "error-stale"
        found.now = datetime(2027, 5, 20, 9, tzinfo=UTC)
        early = await found.use(CURATOR, service.preview)
        assert early.early is not None
        assert await refused(found, CURATOR, early.plan.fingerprint) == "error-rollover-early"
        assert (await found.person(CURATOR)).school.year_start.year == 2026
        assert {p.state for p in await _pairs(found)} == {PairState.ACTIVE}


async def _pairs(found: School) -> list[object]:
    school = (await found.person(CURATOR)).school_id
    return list(await found.do(lambda u: u.pairs.all(school, "2026")))


async def test_a_pair_somebody_has_left_is_not_proposed_and_open_surveys_are_closed(database_url: str) -> None:
    async with ending(database_url) as found:
        await said(found)
        survey = await found.use(CURATOR, surveys.open_survey, "mentee_after", (), JUNE.date())
        (gone,) = await ids(found, MENTEES[:1])
        await found.do(lambda u: u.people.take_role(gone, Role.MENTEE))
        await found.use(MENTEES[0], consent.withdraw, ConsentKind.PARTICIPATION)
        seen = (await found.use(CURATOR, service.preview)).plan
        rolled = await found.use(CURATOR, service.roll_over, seen.fingerprint)
        assert (rolled.offered, rolled.failed) == (1, 1)
        kept = await found.use(CURATOR, surveys.survey_of, survey.id)
        assert kept.closed_at is not None
