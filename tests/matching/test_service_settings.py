"""What a curator sets and asks of a run: groups, kinds, weights, hours, why and why not; where the answers come from."""

from __future__ import annotations

import pytest

from mentoring.errors import ProgrammeError
from mentoring.matching import service, service_edits, service_why
from mentoring.matching.explain import Confidence
from mentoring.matching.rules import Hard, Soft
from mentoring.matching.rules_aims import Aim
from mentoring.matching.service_profiles import facts_of
from mentoring.meetings.rules import Contact, Side
from mentoring.ports_matching import RuleKind, SideRule, Wish, WishKind
from tests.matching.test_service import both
from tests.selection.ground import CURATOR, School, give, ready


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
