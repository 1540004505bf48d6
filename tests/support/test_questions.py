"""One question, one answer: whom it reaches, who may read it, what happens when nobody answers."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentoring.errors import ProgrammeError
from mentoring.support import service, service_questions, upkeep
from mentoring.support.rules_question import AT_ONCE, THEMES, Helper, next_people
from tests.support.ground import CURATOR, DEPUTY, MENTEE, MENTOR, MENTORS, PSYCHOLOGIST, School, number, staffed

SECRET = "как-проверять-тетради-быстрее"
WILLING = (MENTOR, MENTORS[1], MENTORS[2], CURATOR, DEPUTY)


async def ready(found: School) -> None:
    for one in WILLING:
        await found.use(one, service.offer_help, answers=True)
    await found.use(MENTORS[1], service.offer_help, topic="stress")  # knows nothing else


async def test_a_few_who_know_it_are_asked_and_the_first_answer_comes_back(database_url: str) -> None:
    async with staffed(database_url) as found:
        await ready(found)
        made = await found.use(MENTEE, service_questions.ask, "documents", SECRET)
        asked = found.heard("notice-question")
        assert len(asked) == AT_ONCE
        assert await number(found, MENTORS[1]) not in asked
        assert SECRET not in str([one.text for one in found.told]), "it is read on the screen"
        for stranger in (MENTORS[1], PSYCHOLOGIST):
            with pytest.raises(ProgrammeError, match="error-stale"):
                await found.use(stranger, service_questions.look, made.id)
        first, second = MENTOR, MENTORS[2]
        assert [one.id for one in await found.use(second, service_questions.for_me)] == [made.id]
        await found.use(first, service_questions.answer, made.id, "выборочно, по пять")
        shown = await found.use(MENTEE, service_questions.look, made.id)
        assert shown.one.answer == "выборочно, по пять"
        with pytest.raises(ProgrammeError, match="error-question-answered"):
            await found.use(second, service_questions.answer, made.id, "поздно")
        with pytest.raises(ProgrammeError, match="error-question-answered"):
            await found.use(second, service_questions.look, made.id)
        assert await found.use(second, service_questions.for_me) == []
        await found.use(MENTEE, service_questions.thank, made.id)
        assert found.heard("notice-question-thanked") == [await number(found, first)]
        with pytest.raises(ProgrammeError, match="error-done-already"):
            await found.use(MENTEE, service_questions.thank, made.id)


async def test_a_named_one_alone_is_asked(database_url: str) -> None:
    async with staffed(database_url) as found:
        await ready(found)
        to = await number(found, DEPUTY)
        made = await found.use(MENTEE, service_questions.ask_named, to, SECRET)
        assert found.heard("notice-question") == [to]
        await found.use(DEPUTY, service_questions.pass_on, made.id)
        await found.do(upkeep.tick)
        assert found.heard("notice-question-nobody") == [await number(found, MENTEE)]
        with pytest.raises(ProgrammeError, match="error-question-nobody"):
            await found.use(MENTEE, service_questions.ask_named, await number(found, PSYCHOLOGIST), SECRET)


async def test_without_an_answer_the_next_are_asked_then_it_is_said_kindly(database_url: str) -> None:
    async with staffed(database_url) as found:
        await ready(found)
        made = await found.use(MENTEE, service_questions.ask, "documents", SECRET)
        found.now += timedelta(days=2, minutes=1)
        await found.do(upkeep.tick)
        assert len(found.heard("notice-question")) == 4, "one more knows it"
        assert not found.heard("notice-question-nobody")
        found.now += timedelta(days=3)  # a Sunday: two school days are not over
        await found.do(upkeep.tick)
        assert not found.heard("notice-question-nobody")
        found.now += timedelta(days=1, minutes=1)
        for _ in range(2):
            await found.do(upkeep.tick)
        assert len(found.heard("notice-question-nobody")) == 1
        assert (await found.use(MENTEE, service_questions.look, made.id)).one.closed


async def test_three_wait_at_once_and_nobody_means_nobody(database_url: str) -> None:
    async with staffed(database_url) as found:
        with pytest.raises(ProgrammeError, match="error-question-nobody"):
            await found.use(MENTEE, service_questions.ask, "documents", SECRET)
        await ready(found)
        made = [await found.use(MENTEE, service_questions.ask, "stress", SECRET) for _ in range(3)]
        with pytest.raises(ProgrammeError, match="error-question-many"):
            await found.use(MENTEE, service_questions.ask, "stress", SECRET)
        await found.use(MENTEE, service_questions.close, made[0].id)
        await found.use(MENTEE, service_questions.ask, "stress", SECRET)
        with pytest.raises(ProgrammeError, match="error-not-yours"):
            await found.use(MENTEE, service.offer_help, answers=True)


@given(
    st.lists(st.builds(Helper, st.integers(1, 9), answers=st.booleans(),
                       topics=st.lists(st.sampled_from(THEMES), unique=True).map(tuple)), unique_by=lambda h: h.person_id),
    st.sets(st.integers(1, 9)),
    st.dictionaries(st.integers(1, 9), st.integers(0, 5)),
)  # fmt: skip
def test_whoever_was_asked_least_is_asked(helpers: list[Helper], known: set[int], load: dict[int, int]) -> None:
    chosen = next_people("lesson", helpers, known, load, 5)
    able = [one.person_id for one in helpers if one.knows("lesson") and one.person_id not in known | {5}]
    assert set(chosen) <= set(able)
    assert len(chosen) == min(AT_ONCE, len(able))
    left = [load.get(one, 0) for one in able if one not in chosen]
    assert not left or max(load.get(one, 0) for one in chosen) <= min(left)
