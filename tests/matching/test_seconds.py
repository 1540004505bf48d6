"""Group sizes that the curator sets, and a run that gives mentees a second mentor of the other kind."""

from __future__ import annotations

import pytest

from mentoring.errors import ProgrammeError
from mentoring.matching import service, service_edits, service_places, service_seconds, service_why
from mentoring.matching.rules import Hard
from mentoring.meetings.rules import Side
from mentoring.pairs import service_acceptance
from mentoring.people.rules import Role
from mentoring.ports_matching import RuleKind, SideRule
from tests.selection.ground import CURATOR, DIRECTOR, MENTEES, MENTORS, School, ids, ready

SUBJECT = "subject"


async def paired(found: School) -> None:
    """The first run, approved: everybody has a mentor of their own subject."""
    run = await found.use(CURATOR, service.propose)
    await found.use(CURATOR, service.approve, run.id, run.revision)


async def test_the_curators_word_on_places_goes_before_the_questionnaire(database_url: str) -> None:
    async with ready(database_url) as found:
        mentors, mentees = await ids(found, MENTORS), await ids(found, MENTEES)
        told = await found.use(CURATOR, service_places.one, mentors[0])
        assert (told.said, told.takes, told.has, told.size.least) == (1, 1, 0, 1)
        for mentor, places in zip(mentors, (3, 0, 0), strict=True):
            await found.use(CURATOR, service_places.set_places, mentor, places)
        run = await found.use(CURATOR, service.propose)
        assert run.couples == {(mentors[0], mentee) for mentee in mentees}
        with pytest.raises(ProgrammeError, match="error-stale"):
            await found.use(CURATOR, service_places.set_least, mentors[0], 4)
        await found.use(CURATOR, service_places.set_least, mentors[0], 3)
        await found.use(CURATOR, service_edits.add_rule, SideRule(RuleKind.FORBID, mentors[0], mentees[2]))
        assert (await found.use(CURATOR, service.propose)).couples == set(), "a group of three or none"
        back = await found.use(CURATOR, service_places.set_places, mentors[0], None)
        assert (back.takes, back.size.least) == (1, 1), "no group has to be larger than its mentor takes"
        for tg_id in (DIRECTOR, MENTORS[0], MENTEES[0]):
            with pytest.raises(ProgrammeError, match="error-not-yours"):
                await found.use(tg_id, service_places.set_places, mentors[0], 2)


async def test_places_that_a_proposal_leaves(sqlite_url: str) -> None:
    async with ready(sqlite_url) as found:
        mentors = await ids(found, MENTORS)
        await found.use(CURATOR, service_places.set_places, mentors[1], 3)
        await found.use(CURATOR, service.propose)
        assert (await found.use(CURATOR, service.proposal)).free == {mentors[1]: 2}
        await paired(found)
        assert (await found.use(CURATOR, service_places.one, mentors[1])).has == 1
        assert (await found.use(CURATOR, service.ground, "")).places[mentors[1]] == 2


async def test_a_second_mentor_of_the_other_kind(database_url: str) -> None:
    async with ready(database_url) as found:
        mentors, mentees = await ids(found, MENTORS), await ids(found, MENTEES)
        assert await found.use(CURATOR, service_seconds.listed, SUBJECT) == [], "nobody has a first one yet"
        await paired(found)
        for mentor in mentors:
            await found.use(CURATOR, service_places.set_places, mentor, 2)
        with pytest.raises(ProgrammeError, match="error-matching-no-seconds"):
            await found.use(CURATOR, service.propose, SUBJECT)
        await found.use(CURATOR, service_seconds.want_all, SUBJECT, True)
        listed = await found.use(CURATOR, service_seconds.want, SUBJECT, mentees[2], False)
        assert [one.wanted for one in listed] == [True, True, False]
        assert [one.id for one in listed[0].mentors] == [mentors[0]]
        run = await found.use(CURATOR, service.propose, SUBJECT)
        assert {mentee for _, mentee in run.couples} == set(mentees[:2])
        assert run.couples.isdisjoint(zip(mentors, mentees, strict=True)), "their present mentor is no second one"
        assert {pair.kind for pair in run.pairs} == {SUBJECT}
        question = await found.use(CURATOR, service_why.why_not, (mentors[0], mentees[0]))
        assert [one.rule for one in question.answer.obstacles] == [Hard.ALREADY]
        again = await found.use(CURATOR, service.propose)
        assert (again.kind, again.couples) == (SUBJECT, run.couples), "another run is one of the same kind"
        pairs = await found.use(CURATOR, service.approve, again.id, again.revision)
        assert {one.kind for pair in pairs for one in pair.members if one.side is Side.MENTOR} == {SUBJECT}
        assert found.heard("notice-offer-second-mentee") == sorted(mentees[:2])
        left = await found.use(CURATOR, service_seconds.listed, SUBJECT)
        assert [one.person.id for one in left] == [mentees[2]], "the others have one now"
        board = await found.use(CURATOR, service.board)
        assert (board.paired, board.mentees) == (3, 0)


async def test_a_second_mentor_who_does_not_suit_leaves_the_first(sqlite_url: str) -> None:
    async with ready(sqlite_url) as found:
        mentors, mentees = await ids(found, MENTORS), await ids(found, MENTEES)
        await paired(found)
        await found.use(CURATOR, service_places.set_places, mentors[1], 2)
        await found.use(CURATOR, service_seconds.want, SUBJECT, mentees[0], True)
        run = await found.use(CURATOR, service.propose, SUBJECT)
        (pair,) = await found.use(CURATOR, service.approve, run.id, run.revision)
        await found.use(MENTEES[0], service_acceptance.ask_other, pair.id)
        await found.use(CURATOR, service_acceptance.part, pair.id)
        assert found.heard("notice-parted-second-mentee") == [mentees[0]]
        with pytest.raises(ProgrammeError, match="error-stale"):
            await found.use(CURATOR, service_seconds.listed, "astrologer")
        for tg_id in (DIRECTOR, MENTORS[0]):
            with pytest.raises(ProgrammeError, match="error-not-yours"):
                await found.use(tg_id, service_seconds.want_all, SUBJECT, True)


async def test_the_first_run_is_there_while_a_second_is_open(sqlite_url: str) -> None:
    """Somebody comes new: a pin of theirs harms no run for second mentors, and their own run is one press away."""
    async with ready(sqlite_url) as found:
        mentors, mentees = await ids(found, MENTORS), await ids(found, MENTEES)
        await found.do(lambda unit: unit.people.take_role(mentees[2], Role.MENTEE))
        await paired(found)
        await found.do(lambda unit: unit.people.give_role(mentees[2], Role.MENTEE))
        await found.use(CURATOR, service_edits.add_rule, SideRule(RuleKind.PIN, mentors[2], mentees[2]))
        await found.use(CURATOR, service_places.set_places, mentors[1], 2)
        await found.use(CURATOR, service_seconds.want, SUBJECT, mentees[0], True)
        second = await found.use(CURATOR, service.propose, SUBJECT)
        assert {mentee for _, mentee in second.couples} == {mentees[0]}
        first = await found.use(CURATOR, service.propose, "")
        assert (first.kind, first.couples) == ("", {(mentors[2], mentees[2])})
