"""Early ends, replacements, the weekly look for those without a pair: both databases, the clock in between."""

from __future__ import annotations

from datetime import timedelta

import pytest

from mentoring.documents.order_facts import OrderKind
from mentoring.errors import ProgrammeError
from mentoring.matching import service, service_orders, service_unpaired, service_upkeep
from mentoring.meetings.rules import Side
from mentoring.notices.rules import Audience
from mentoring.pairs import service_acceptance, service_endings
from mentoring.pairs.rules import Pair, PairState
from mentoring.pairs.rules_acceptance import EndingKind, Reason
from mentoring.people.rules import Role
from mentoring.ports_matching import Wish, WishKind
from tests.selection.ground import CURATOR, DIRECTOR, MENTEES, MENTORS, PSYCHOLOGIST, School, give, ids, ready


async def paired(found: School) -> list[Pair]:
    run = await found.use(CURATOR, service.propose)
    return await found.use(CURATOR, service.approve, run.id, run.revision)


async def agreed(found: School) -> list[Pair]:
    pairs = await paired(found)
    for place, pair in enumerate(pairs):
        await found.use(MENTORS[place], service_acceptance.accept, pair.id)
        await found.use(MENTEES[place], service_acceptance.accept, pair.id)
    return pairs


async def state(found: School, pair: Pair) -> tuple[PairState, str]:
    kept = await found.do(lambda unit: unit.pairs.find(pair.school_id, pair.id))
    assert kept is not None
    return kept.state, kept.ending


async def spare(found: School) -> int:
    """The third mentor gets a second place; their number."""
    (mentor,) = await ids(found, MENTORS[2:])
    says = {"subject": "химия", "capacity": "2", "days": "mon", "hours": "after", "strengths_method": "lesson"}
    await found.do(lambda unit: give(unit, mentor, "mentor_entry", says))
    return mentor


async def test_an_early_end_waits_three_working_days(database_url: str) -> None:
    async with ready(database_url) as found:
        pairs = await agreed(found)  # on Tuesday the 24th
        ending = await found.use(CURATOR, service_endings.end_early, pairs[0].id, Reason.LEAVES_SCHOOL)
        assert (ending.kind, ending.last_day.day) == (EndingKind.END, 27)
        heard = [n for n in found.told if n.key.startswith("ending:")]
        assert {n.person_id for n in heard} == set(pairs[0].people)
        assert all("reason" not in n.text.params for n in heard)
        with pytest.raises(ProgrammeError, match="error-done-already"):
            await found.use(CURATOR, service_endings.end_early, pairs[0].id, Reason.WORKLOAD)
        for later, expected in ((3, PairState.ACTIVE), (1, PairState.CLOSED)):
            found.now += timedelta(days=later)
            await found.do(service_upkeep.tick)
            assert (await state(found, pairs[0]))[0] is expected
        assert await state(found, pairs[0]) == (PairState.CLOSED, "left")
        assert (await state(found, pairs[1]))[0] is PairState.ACTIVE


async def test_an_end_may_be_taken_back(database_url: str) -> None:
    async with ready(database_url) as found:
        pairs = await agreed(found)
        await found.use(CURATOR, service_endings.end_early, pairs[0].id, Reason.AGREEMENT)
        await found.use(CURATOR, service_endings.take_back, pairs[0].id)
        assert await found.use(CURATOR, service_endings.ending_of, pairs[0].id) is None
        with pytest.raises(ProgrammeError, match="error-stale"):
            await found.use(CURATOR, service_endings.take_back, pairs[0].id)
        found.now += timedelta(days=9)
        await found.do(service_upkeep.tick)
        assert (await state(found, pairs[0]))[0] is PairState.ACTIVE


async def test_another_mentor_comes(database_url: str) -> None:
    async with ready(database_url) as found:
        mentors, mentees = await ids(found, MENTORS), await ids(found, MENTEES)
        pairs = await agreed(found)
        assert await found.use(CURATOR, service_endings.successors, pairs[0].id) == []
        third = await spare(found)
        listed = await found.use(CURATOR, service_endings.successors, pairs[0].id)
        assert [one.person.id for one in listed] == [third]
        args = (pairs[0].id, mentors[0], third, Reason.LONG_ABSENCE)
        await found.use(CURATOR, service_endings.replace_mentor, *args)
        assert found.heard("notice-replacing-leaving") == [mentors[0]]
        assert found.heard("notice-replacing-staying") == [mentees[0]]
        found.now += timedelta(days=4)
        await found.do(service_upkeep.tick)
        assert await state(found, pairs[0]) == (PairState.CLOSED, "replaced")
        going = await found.do(lambda unit: [p for p in unit.pairs.going() if mentees[0] in p.people])
        assert [p.of(Side.MENTOR) for p in going] == [(third,)]
        assert found.heard("notice-offer-mentor")[-1] == third
        assert found.heard("notice-offer-mentee")[-1] == mentees[0]


async def test_a_private_word_keeps_a_successor_away(sqlite_url: str) -> None:
    async with ready(sqlite_url) as found:
        pairs, mentees = await agreed(found), await ids(found, MENTEES)
        third = await spare(found)
        await found.do(lambda unit: unit.matching.wish(Wish(mentees[0], third, WishKind.NOT), unit.now))
        assert await found.use(CURATOR, service_endings.successors, pairs[0].id) == []
        args = (pairs[0].id, pairs[0].of(Side.MENTOR)[0], third, Reason.WORKLOAD)
        with pytest.raises(ProgrammeError, match="error-stale"):
            await found.use(CURATOR, service_endings.replace_mentor, *args)


async def test_a_successor_who_has_left_meanwhile(sqlite_url: str) -> None:
    async with ready(sqlite_url) as found:
        pairs, curator = await agreed(found), (await found.person(CURATOR)).id
        third = await spare(found)
        args = (pairs[0].id, pairs[0].of(Side.MENTOR)[0], third, Reason.WORKLOAD)
        await found.use(CURATOR, service_endings.replace_mentor, *args)
        where = pairs[0].school_id
        await found.do(lambda unit: unit.people.erase(where, third))
        found.now += timedelta(days=5)
        await found.do(service_upkeep.tick)
        assert await state(found, pairs[0]) == (PairState.CLOSED, "replaced")
        assert found.heard("notice-replacing-failed") == [curator]


async def test_only_the_curator_ends(sqlite_url: str) -> None:
    async with ready(sqlite_url) as found:
        pairs = await agreed(found)
        for tg_id in (DIRECTOR, MENTORS[0], MENTEES[0], PSYCHOLOGIST):
            with pytest.raises(ProgrammeError, match="error-not-yours"):
                await found.use(tg_id, service_endings.end_early, pairs[0].id, Reason.WORKLOAD)
            with pytest.raises(ProgrammeError, match="error-not-yours"):
                await found.use(tg_id, service_endings.successors, pairs[0].id)


async def test_the_unpaired_and_the_weekly_look(database_url: str) -> None:
    async with ready(database_url) as found:
        mentors, mentees = await ids(found, MENTORS), await ids(found, MENTEES)
        await found.do(lambda unit: unit.people.take_role(mentors[2], Role.MENTOR))
        await found.do(service_upkeep.tick)
        assert found.heard("notice-unpaired-fits") == [], "before the first pairs everybody is without one"
        pairs = await paired(found)
        assert len(pairs) == 2
        listed = await found.use(PSYCHOLOGIST, service_unpaired.listed)
        assert [(one.person.id, one.fitting) for one in listed] == [(mentees[2], 0)]
        for tg_id in (DIRECTOR, MENTORS[0], MENTEES[2]):
            with pytest.raises(ProgrammeError, match="error-not-yours"):
                await found.use(tg_id, service_unpaired.listed)
        await found.do(service_upkeep.tick)
        says = {"subject": "химия", "capacity": "2", "days": "mon", "hours": "after", "strengths_method": "lesson"}
        await found.do(lambda unit: give(unit, mentors[0], "mentor_entry", says))
        await found.do(service_upkeep.tick)
        assert found.heard("notice-unpaired-fits") == [], "the week's look is over"
        found.now += timedelta(days=7)
        await found.do(service_upkeep.tick)
        await found.do(service_upkeep.tick)
        (curator,) = [(await found.person(CURATOR)).id]
        assert found.heard("notice-unpaired-fits") == [curator]
        notice = next(n for n in found.told if n.key.startswith("unpaired:"))
        assert (notice.audience, notice.bundled) == (Audience.CURATOR, True)


def words(key: str) -> str:
    return key


async def test_the_facts_of_the_orders(database_url: str) -> None:
    async with ready(database_url) as found:
        register = await found.use(DIRECTOR, service_orders.order_of, OrderKind.REGISTER, words)
        assert [one.who.name for one in register.mentors] == ["Человек 0", "Человек 1", "Человек 2"]
        assert register.mentors[0].who.note == "математика"
        assert register.common.school.director.name == "Орлов Пётр Ильич"
        with pytest.raises(ProgrammeError, match="error-order-empty"):
            await found.use(CURATOR, service_orders.order_of, OrderKind.PAIRS, words)
        pairs = await paired(found)
        assert (await found.use(CURATOR, service_orders.counts))[OrderKind.PAIRS] == 0
        assert await found.use(CURATOR, service_orders.waiting) == 3
        await found.use(MENTORS[0], service_acceptance.accept, pairs[0].id)
        await found.use(MENTEES[0], service_acceptance.accept, pairs[0].id)
        order = await found.use(CURATOR, service_orders.order_of, OrderKind.PAIRS, words)
        assert [(b.mentors[0].name, b.mentees[0].name) for b in order.pairs] == [("Человек 0", "Человек 3")]
        await found.use(CURATOR, service_endings.end_early, pairs[0].id, Reason.AGREEMENT)
        ends = await found.use(CURATOR, service_orders.order_of, OrderKind.END, words)
        assert [(one.day.day, one.reason) for one in ends.endings] == [(27, "order-reason-agreement")]
        for tg_id in (MENTORS[0], PSYCHOLOGIST):
            with pytest.raises(ProgrammeError, match="error-not-yours"):
                await found.use(tg_id, service_orders.counts)


async def test_references_and_names_are_the_schools(sqlite_url: str) -> None:
    from mentoring.documents.declension import Case
    from mentoring.matching import service_names

    async with ready(sqlite_url) as found:
        person = (await found.person(DIRECTOR)).id
        kept = await found.use(CURATOR, service_orders.set_references, " Положение школы \n\nПлан работы\n")
        assert kept == ("Положение школы", "План работы")
        order = await found.use(CURATOR, service_orders.order_of, OrderKind.REGISTER, words)
        assert order.common.references == kept
        with pytest.raises(ProgrammeError, match="error-references"):
            await found.use(CURATOR, service_orders.set_references, "\n".join(["акт"] * 11))
        assert await found.use(CURATOR, service_orders.set_references, "-") == ()
        shown = await found.use(CURATOR, service_names.one, person)
        assert shown.forms[Case.DATIVE] == "Орлову Петру Ильичу"
        fixed = await found.use(CURATOR, service_names.correct, person, Case.DATIVE, "Орлову Пётру  Ильичу")
        assert (fixed.forms[Case.DATIVE], fixed.own) == ("Орлову Пётру Ильичу", {Case.DATIVE})
        order = await found.use(CURATOR, service_orders.order_of, OrderKind.REGISTER, words)
        assert order.common.school.director.name_forms == {"dative": "Орлову Пётру Ильичу"}
        back = await found.use(CURATOR, service_names.correct, person, Case.DATIVE, "-")
        assert (back.forms[Case.DATIVE], back.own) == ("Орлову Петру Ильичу", frozenset())


async def test_everybody_hears_of_formed_pairs_and_of_the_round_table(database_url: str) -> None:
    from mentoring.matching import service_events

    async with ready(database_url) as found:
        pairs = await paired(found)
        assert await found.use(DIRECTOR, service_events.announce) == 0
        await found.use(MENTORS[0], service_acceptance.accept, pairs[0].id)
        await found.use(MENTEES[0], service_acceptance.accept, pairs[0].id)
        assert await found.use(DIRECTOR, service_events.announce) == 2
        assert found.heard("notice-announced-mentor") == list(pairs[0].of(Side.MENTOR))
        when = found.now + timedelta(days=2)
        count = await found.use(CURATOR, service_events.invite, when, "актовый зал")
        assert count == len(set(found.heard("notice-round"))) == 8
        with pytest.raises(ProgrammeError, match="error-round-past"):
            await found.use(CURATOR, service_events.invite, found.now - timedelta(hours=1), "")
        for use in (service_events.announce, service_events.invited):
            with pytest.raises(ProgrammeError, match="error-not-yours"):
                await found.use(MENTORS[0], use)
