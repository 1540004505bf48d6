"""A run on both databases: proposed, changed by hand, approved; who hears of it and when."""

from __future__ import annotations

from dataclasses import replace

import pytest

from mentoring.errors import ProgrammeError
from mentoring.matching import service, service_edits, service_why
from mentoring.matching.explain import Confidence
from mentoring.matching.rules import Hard, Soft
from mentoring.matching.rules_aims import Aim
from mentoring.matching.service_profiles import facts_of
from mentoring.meetings.rules import Contact, Side
from mentoring.ports_matching import RuleKind, RunState, SideRule, Wish, WishKind
from mentoring.selection.rules import Decision
from tests.selection.ground import CURATOR, DIRECTOR, MENTEES, MENTORS, PSYCHOLOGIST, School, give, ids, ready


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


async def roomy(found: School, mentor: int, places: str = "3") -> None:
    from tests.selection.ground import MENTOR_SAYS, SUBJECTS

    says = {"subject": SUBJECTS[0], **MENTOR_SAYS, "capacity": places}
    await found.do(lambda unit: give(unit, mentor, "mentor_entry", says))


async def test_a_group_is_one_pair(database_url: str) -> None:
    async with ready(database_url) as found:
        mentors, mentees = await both(found)
        await roomy(found, mentors[0])
        rule = SideRule(RuleKind.TOGETHER, mentees[0], mentees[1])
        await found.use(CURATOR, service_edits.add_rule, rule)
        run = await found.use(CURATOR, service.propose)
        assert {(mentors[0], mentees[0]), (mentors[0], mentees[1])} < run.couples
        pairs = await found.use(CURATOR, service.approve, run.id, run.revision)
        groups = [p for p in pairs if p.contact is Contact.GROUP]
        assert [(p.of(Side.MENTOR), p.of(Side.MENTEE)) for p in groups] == [((mentors[0],), tuple(mentees[:2]))]


async def test_split_and_merged_and_chosen_by_hand(database_url: str) -> None:
    async with ready(database_url) as found:
        mentors, mentees = await both(found)
        await roomy(found, mentors[0])
        run = await found.use(CURATOR, service.propose)
        for mentee in mentees[1:]:
            await found.use(CURATOR, service_edits.add_rule, SideRule(RuleKind.PIN, mentors[0], mentee))
        run = await found.use(CURATOR, service.propose)
        assert len((await found.use(CURATOR, service.proposal)).bundles) == 3
        run = await found.use(CURATOR, service_edits.merge, (run.id, run.revision), mentors[0])
        assert len((await found.use(CURATOR, service.proposal)).bundles) == 1
        args = ((run.id, run.revision), mentors[0], mentees[1])
        run = await found.use(CURATOR, service_edits.set_contact, *args, Contact.OPEN)
        run = await found.use(
            CURATOR, service_edits.set_kind, (run.id, run.revision), mentors[0], mentees[1], "consultant"
        )
        assert {(p.contact, p.kind) for p in run.pairs} == {("open", "consultant")}, "a group has one form"
        run = await found.use(CURATOR, service_edits.split, (run.id, run.revision), mentors[0])
        assert {p.bundle for p in run.pairs} == {0}
        with pytest.raises(ProgrammeError, match="error-stale"):
            await found.use(CURATOR, service_edits.merge, (run.id, run.revision), mentors[1])


async def test_the_mentors_kind_goes_into_the_pair(sqlite_url: str) -> None:
    async with ready(sqlite_url) as found:
        mentors, mentees = await both(found)
        run = await found.use(CURATOR, service.propose)
        run = await found.use(
            CURATOR, service_edits.set_kind, (run.id, run.revision), mentors[0], mentees[0], "subject"
        )
        pairs = await found.use(CURATOR, service.approve, run.id, run.revision)
        kinds = {member.person_id: member.kind for pair in pairs for member in pair.members}
        assert (kinds[mentors[0]], kinds[mentors[1]]) == ("subject", "")


async def test_weights_are_the_schools(database_url: str) -> None:
    async with ready(database_url) as found:
        kept = await found.use(CURATOR, service_edits.set_weight, Soft.SUBJECT, 0)
        assert (kept.weights.subject, kept.weights.needs) == (0, 6)
        await found.use(CURATOR, service_edits.set_least_hours, 2)
        run = await found.use(CURATOR, service.propose)
        assert (run.settings.weights.subject, run.settings.least_hours) == (0, 2)
        rules = {
            part.rule
            for cell in (await found.use(CURATOR, service.proposal)).cells.values()
            for part in cell.parts
        }
        assert Soft.SUBJECT not in rules
        for value in (-1, 11):
            with pytest.raises(ProgrammeError, match="error-stale"):
                await found.use(CURATOR, service_edits.set_weight, Soft.NEEDS, value)
        assert (await found.use(CURATOR, service_edits.reset_weights)).weights.subject == 4


async def test_least_hours_bar_those_who_have_too_few(sqlite_url: str) -> None:
    async with ready(sqlite_url) as found:
        await found.use(CURATOR, service_edits.set_least_hours, 4)  # they share Monday's three
        with pytest.raises(ProgrammeError, match="error-stale"):
            await found.use(CURATOR, service_edits.set_least_hours, 11)
        run = await found.use(CURATOR, service.propose)
        assert run.pairs == ()
        ground = await found.use(CURATOR, service.ground)
        assert {cell.barred for cell in ground.table.cells.values()} == {(Hard.NO_COMMON_TIME,)}


async def test_answers_become_what_matching_reads(database_url: str) -> None:
    async with ready(database_url) as found:
        mentors, mentees = await both(found)
        later = {"days": "fri", "hours": "before evening", "same_subject": "only", "need_order": "social method"}
        await found.do(lambda unit: give(unit, mentees[0], "working_style", {"pace": "5"}))

        def survey(unit) -> None:
            form = __import__("mentoring.questionnaires.catalogue", fromlist=["shipped"]).shipped()[
                "matching_mentee"
            ]
            from datetime import timedelta

            from mentoring.people.rules import Role
            from mentoring.questionnaires.rules_settings import settings_of

            where = unit.people.actor(CURATOR).school_id
            more = (settings_of(form), form.title, (Role.MENTEE,), unit.now, unit.now + timedelta(days=7))
            unit.surveys.open(where, "matching_mentee", "2026.2", *more)
            give(unit, mentees[0], "matching_mentee", {**later, "avoid": "yes", "wishes": "потише"}, "2026.2")

        await found.do(survey)
        school = (await found.person(CURATOR)).school
        facts = await found.do(lambda unit: facts_of(unit, school))
        mentee, mentor = facts.profile(Side.MENTEE, mentees[0]), facts.profile(Side.MENTOR, mentors[0])
        assert mentee is not None
        assert mentor is not None
        assert mentee.hours == {(5, 7), (5, 18), (5, 19)}, "the newer timetable counts"
        assert (mentee.subject, mentee.years, mentee.needs) == ("математика", 1, {"lesson"})
        assert (dict(mentee.style), mentee.answers["same_subject"]) == ({"pace": 5}, "only")
        assert "forms" in mentee.missing
        assert {"style", "same_subject"} <= mentor.missing
        assert (mentor.capacity, mentor.load, mentor.forms) == (1, 0, {"individual", "group"})
        said = facts.said[Side.MENTEE, mentees[0]]
        assert (said.avoids, said.wishes) == (True, ["потише"])


async def test_an_erased_person_leaves_the_proposal(database_url: str) -> None:
    async with ready(database_url) as found:
        mentors, mentees = await both(found)
        await found.use(CURATOR, service.propose)
        await found.do(lambda unit: unit.matching.wish(Wish(mentors[1], mentees[0], WishKind.LIKE), unit.now))
        where = (await found.person(CURATOR)).school_id
        await found.do(lambda unit: unit.people.erase(where, mentees[0]))
        shown = await found.use(CURATOR, service.proposal)
        assert mentees[0] not in {pair.mentee for pair in shown.run.pairs}
        assert all(mentees[0] not in couple for couple in (await found.use(CURATOR, service.whole)).cells)
        assert await found.do(lambda unit: unit.matching.wishes(where)) == []


async def test_a_card_says_how_sure_it_is(database_url: str) -> None:
    async with ready(database_url) as found:
        mentors, mentees = await both(found)
        await found.use(CURATOR, service.propose)
        seen = await found.use(CURATOR, service_why.card, (mentors[0], mentees[0]))
        assert seen.margin.confidence is Confidence.CLEAR
        assert seen.margin.loss is not None
        assert seen.margin.loss.served == 0
        with pytest.raises(ProgrammeError, match="error-stale"):
            await found.use(CURATOR, service_why.card, (mentors[0], mentees[1]))
        await found.use(CURATOR, service_edits.add_rule, SideRule(RuleKind.PIN, mentors[0], mentees[0]))
        pinned = await found.use(CURATOR, service_why.card, (mentors[0], mentees[0]))
        assert pinned.margin.confidence is Confidence.PINNED


async def test_why_not_answers_with_a_chain_or_a_rule(database_url: str) -> None:
    async with ready(database_url) as found:
        mentors, mentees = await both(found)
        await found.use(CURATOR, service.propose)
        asked = (await found.use(CURATOR, service_why.why_not, (mentors[1], mentees[0]))).answer
        assert [(one.mentee, one.before, one.after) for one in asked.moves] == [
            (mentees[0], mentors[0], mentors[1]),
            (mentees[1], mentors[1], mentors[0]),
        ]
        assert asked.lost is not None
        assert asked.lost.total > 0
        await found.do(lambda unit: unit.matching.wish(Wish(mentees[0], mentors[1], WishKind.NOT), unit.now))
        barred = (await found.use(CURATOR, service_why.why_not, (mentors[1], mentees[0]))).answer
        assert [one.rule for one in barred.obstacles] == [Hard.NOT_WITH]


async def test_three_ways_to_put_it_together(database_url: str) -> None:
    async with ready(database_url) as found:
        run = await found.use(CURATOR, service.propose)
        ways = await found.use(CURATOR, service_why.alternatives)
        assert [one.aim for one in ways] == list(Aim)
        assert set(ways[0].solution.pairs) == run.couples
        taken = await found.use(CURATOR, service_why.take, Aim.FAIREST)
        assert taken.couples == set(ways[1].solution.pairs)
        assert taken.id != run.id
