"""A run on both databases: proposed, changed by hand, approved; who hears of it and when."""

from __future__ import annotations

from dataclasses import replace

import pytest

from mentoring.errors import ProgrammeError
from mentoring.matching import service, service_edits
from mentoring.matching.rules import Hard
from mentoring.meetings.rules import Contact, Side
from mentoring.ports_matching import RuleKind, RunState, SideRule, Wish, WishKind
from mentoring.selection.rules import Decision
from tests.selection.ground import CURATOR, DIRECTOR, MENTEES, MENTORS, PSYCHOLOGIST, School, ids, ready


async def couples(found: School) -> set[tuple[int, int]]:
    run = await found.use(CURATOR, service.current)
    return set(run.couples)


async def both(found: School) -> tuple[list[int], list[int]]:
    return await ids(found, MENTORS), await ids(found, MENTEES)


async def test_subject_meets_subject_and_nobody_hears_of_it(database_url: str) -> None:
    async with ready(database_url) as found:
        mentors, mentees = await both(found)
        before = len(found.told)
        run = await found.use(CURATOR, service.propose)
        assert run.couples == set(zip(mentors, mentees, strict=True))
        assert (run.state, run.revision, run.edited) == (RunState.PROPOSED, 0, False)
        assert found.told[before:] == []
        board = await found.use(CURATOR, service.board)
        assert (board.mentors, board.places, board.mentees, board.paired) == (3, 3, 3, 0)


async def test_the_table_is_kept_with_its_reasons(database_url: str) -> None:
    async with ready(database_url) as found:
        mentors, mentees = await both(found)
        await found.use(CURATOR, service.propose)
        kept = (await found.use(CURATOR, service.whole)).cells
        fresh = (await found.use(CURATOR, service.ground)).table.cells
        assert kept == fresh, "what was stored reads as it was worked out, evidence and all"
        assert len(kept) == 9
        few = (await found.use(CURATOR, service.proposal)).cells
        assert few == {couple: kept[couple] for couple in await couples(found)}
        assert set((await found.use(CURATOR, service.choices, mentees[1])).cells) == {
            (m, mentees[1]) for m in mentors
        }
        said = {one.key for part in kept[mentors[0], mentees[0]].parts for one in part.evidence}
        assert {"subject-same", "needs-covered", "hours-common"} <= said


async def test_only_the_curator_may_look(sqlite_url: str) -> None:
    async with ready(sqlite_url) as found:
        await found.use(CURATOR, service.propose)
        for tg_id in (DIRECTOR, PSYCHOLOGIST, MENTORS[0], MENTEES[0]):
            for look in (
                service.propose,
                service.board,
                service.proposal,
                service.whole,
                service.current,
                service.ground,
            ):
                with pytest.raises(ProgrammeError, match="error-not-yours"):
                    await found.use(tg_id, look)


async def test_the_hard_rules_of_a_school(database_url: str) -> None:
    async with ready(database_url) as found:
        mentors, mentees = await both(found)
        where = (await found.person(CURATOR)).school_id

        def hinder(unit) -> None:
            one = unit.interviews.find(where, mentors[2], "2026")
            unit.interviews.save(replace(one, decision=Decision.LATER))
            unit.matching.wish(Wish(mentees[0], mentors[0], WishKind.NOT), unit.now)

        await found.do(hinder)
        ground = await found.use(CURATOR, service.ground)
        assert ground.table.cells[mentors[2], mentees[1]].barred == (Hard.APPROVAL,)
        assert ground.table.cells[mentors[0], mentees[0]].barred == (Hard.NOT_WITH,)
        run = await found.use(CURATOR, service.propose)
        assert len(run.pairs) == 2
        assert not run.couples & {(mentors[0], mentees[0]), (mentors[2], mentees[2])}
        assert len((await found.use(CURATOR, service.proposal)).unserved) == 1


async def test_approval_makes_pairs_once_and_asks_everybody(database_url: str) -> None:
    async with ready(database_url) as found:
        mentors, mentees = await both(found)
        run = await found.use(CURATOR, service.propose)
        pairs = await found.use(CURATOR, service.approve, run.id, run.revision)
        assert {(p.of(Side.MENTOR), p.of(Side.MENTEE)) for p in pairs} == {
            ((a,), (b,)) for a, b in zip(mentors, mentees, strict=True)
        }
        assert {p.contact for p in pairs} == {Contact.INDIVIDUAL}
        assert sorted(found.heard("notice-offer-mentor")) == sorted(mentors)
        assert sorted(found.heard("notice-offer-mentee")) == sorted(mentees)
        with pytest.raises(ProgrammeError, match="error-matching-none"):
            await found.use(CURATOR, service.approve, run.id, run.revision)
        board = await found.use(CURATOR, service.board)
        assert (board.run, board.mentees, board.paired, board.places) == (None, 0, 3, 0)
        with pytest.raises(ProgrammeError, match="error-matching-no-mentees"):
            await found.use(CURATOR, service.propose)


async def test_what_changed_meanwhile_stops_an_approval(sqlite_url: str) -> None:
    async with ready(sqlite_url) as found:
        mentors, mentees = await both(found)
        run = await found.use(CURATOR, service.propose)
        await found.do(lambda unit: unit.matching.wish(Wish(mentors[1], mentees[1], WishKind.NOT), unit.now))
        with pytest.raises(ProgrammeError, match="error-matching-broken"):
            await found.use(CURATOR, service.approve, run.id, run.revision)
        assert found.heard("notice-offer-mentor") == []
        assert (await found.use(CURATOR, service.current)).state is RunState.PROPOSED


async def test_an_old_button_approves_nothing(sqlite_url: str) -> None:
    async with ready(sqlite_url) as found:
        mentors, mentees = await both(found)
        run = await found.use(CURATOR, service.propose)
        await found.use(CURATOR, service_edits.swap, (run.id, run.revision), mentees[0], mentees[1])
        with pytest.raises(ProgrammeError, match="error-stale"):
            await found.use(CURATOR, service.approve, run.id, run.revision)
        assert {(mentors[0], mentees[1]), (mentors[1], mentees[0])} < await couples(found)


async def test_what_was_moved_by_hand_stays_moved(database_url: str) -> None:
    async with ready(database_url) as found:
        mentors, mentees = await both(found)
        run = await found.use(CURATOR, service.propose)
        run = await found.use(CURATOR, service_edits.swap, (run.id, run.revision), mentees[0], mentees[1])
        assert run.edited
        again = await found.use(CURATOR, service.propose)
        assert again.couples == {(mentors[0], mentees[1]), (mentors[1], mentees[0]), (mentors[2], mentees[2])}
        assert again.id != run.id


async def test_a_change_by_hand_is_verified(database_url: str) -> None:
    async with ready(database_url) as found:
        mentors, mentees = await both(found)
        run = await found.use(CURATOR, service.propose)
        await found.do(lambda unit: unit.matching.wish(Wish(mentees[0], mentors[1], WishKind.NOT), unit.now))
        with pytest.raises(ProgrammeError) as refused:
            await found.use(CURATOR, service_edits.swap, (run.id, run.revision), mentees[0], mentees[1])
        assert refused.value.key == "error-matching-broken"
        assert refused.value.params["why"].key == "hard-not-with"
        assert await couples(found) == set(run.couples)
        assert await found.use(CURATOR, service_edits.rules) == [], "the pin went with the change"


async def test_a_mentee_without_a_pair_may_take_anothers(sqlite_url: str) -> None:
    async with ready(sqlite_url) as found:
        mentors, mentees = await both(found)
        run = await found.use(CURATOR, service.propose)
        run = await found.use(CURATOR, service_edits.leave_out, (run.id, run.revision), mentees[0])
        run = await found.use(CURATOR, service_edits.swap, (run.id, run.revision), mentees[0], mentees[1])
        assert run.couples == {(mentors[1], mentees[0]), (mentors[2], mentees[2])}
        with pytest.raises(ProgrammeError, match="error-matching-swap"):
            await found.use(CURATOR, service_edits.swap, (run.id, run.revision), mentees[1], mentees[1])


async def test_who_is_left_out_is_not_proposed_again(sqlite_url: str) -> None:
    async with ready(sqlite_url) as found:
        mentors, mentees = await both(found)
        run = await found.use(CURATOR, service.propose)
        run = await found.use(CURATOR, service_edits.leave_out, (run.id, run.revision), mentees[0])
        assert len(run.pairs) == 2
        again = await found.use(CURATOR, service.propose)
        assert (mentors[0], mentees[0]) not in again.couples
        assert len(again.pairs) == 3


async def test_rules_contradict_each_other_no_more(sqlite_url: str) -> None:
    async with ready(sqlite_url) as found:
        mentors, mentees = await both(found)
        for rule in (
            SideRule(RuleKind.PIN, mentors[0], mentees[0]),
            SideRule(RuleKind.PIN, mentors[1], mentees[0]),
            SideRule(RuleKind.FORBID, mentors[1], mentees[0]),
            SideRule(RuleKind.TOGETHER, mentees[2], mentees[1]),
            SideRule(RuleKind.APART, mentees[1], mentees[2]),
        ):
            await found.use(CURATOR, service_edits.add_rule, rule)
        assert await found.use(CURATOR, service_edits.rules) == [
            SideRule(RuleKind.APART, mentees[1], mentees[2]),
            SideRule(RuleKind.FORBID, mentors[1], mentees[0]),
        ]
        for wrong in (
            SideRule(RuleKind.PIN, mentees[0], mentors[0]),
            SideRule(RuleKind.APART, mentees[0], mentees[0]),
            SideRule(RuleKind.FORBID, mentors[0], 10_000),
        ):
            with pytest.raises(ProgrammeError, match="error-stale"):
                await found.use(CURATOR, service_edits.add_rule, wrong)


async def test_pins_that_cannot_be_are_named(sqlite_url: str) -> None:
    async with ready(sqlite_url) as found:
        mentors, mentees = await both(found)
        for mentee in mentees[:2]:
            await found.use(CURATOR, service_edits.add_rule, SideRule(RuleKind.PIN, mentors[0], mentee))
        with pytest.raises(ProgrammeError) as refused:
            await found.use(CURATOR, service.propose)
        assert refused.value.params["why"].key == "hard-capacity"
        assert refused.value.params["names"].words == "Человек 0, Человек 3, Человек 4"
