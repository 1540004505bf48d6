"""A new pair is accepted or not: both databases, the clock in between, and who hears what."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

import pytest

from mentoring.calendar.rules import Kind, SchoolCalendar, Special
from mentoring.errors import ProgrammeError
from mentoring.matching import service as matching
from mentoring.notices.rules import Audience, Privacy
from mentoring.pairs import service as pairs
from mentoring.pairs import service_acceptance as service
from mentoring.pairs import service_offers_due
from mentoring.pairs.rules import PairState
from mentoring.pairs.rules_acceptance import Acceptance, Answer, Turn, agreed, turn, working_day_after
from tests.selection.ground import CURATOR, MENTEES, MENTORS, School, ids, ready

WEEK = SchoolCalendar("Europe/Moscow")
FRIDAY = date(2026, 10, 23)
AUTUMN = SchoolCalendar("Europe/Moscow", specials=(Special(date(2026, 10, 26), date(2026, 11, 1), Kind.BREAK),))
OFF = SchoolCalendar("Europe/Moscow", specials=(Special(date(2026, 10, 26), date(2026, 10, 27), Kind.OFF),))


@pytest.mark.parametrize(("calendar", "last"), [(WEEK, 28), (AUTUMN, 28), (OFF, 30)])
def test_three_working_days(calendar: SchoolCalendar, last: int) -> None:
    """A break has working days for teachers, a weekend within it has none."""
    assert working_day_after(calendar, FRIDAY, 3) == date(2026, 10, last)
    assert working_day_after(AUTUMN, date(2026, 10, 30), 1) == date(2026, 11, 2)


def said(answer: Answer) -> Acceptance:
    return Acceptance(1, 2, datetime(2026, 10, 23, 9, tzinfo=UTC), date(2026, 10, 28), answer)


def test_a_reminder_on_the_last_day_then_the_curator() -> None:
    expected = {23: Turn.NOTHING, 27: Turn.NOTHING, 28: Turn.REMIND, 29: Turn.CURATOR, 30: Turn.CURATOR}
    assert {day: turn(said(Answer.NONE), date(2026, 10, day), WEEK) for day in expected} == expected
    assert turn(said(Answer.YES), date(2026, 10, 30), WEEK) is Turn.NOTHING


def test_agreed_means_everybody() -> None:
    assert agreed([said(Answer.YES), said(Answer.YES)])
    for others in ([], [said(Answer.NONE)], [said(Answer.OTHER)]):
        assert not agreed([*others, *([said(Answer.YES)] if others else [])])


async def paired(found: School) -> int:
    """The first mentor's pair; its number."""
    run = await found.use(CURATOR, matching.propose)
    pairs = await found.use(CURATOR, matching.approve, run.id, run.revision)
    return pairs[0].id


async def test_both_say_yes_and_the_acquaintance_is_offered(database_url: str) -> None:
    async with ready(database_url) as found:
        pair = await paired(found)
        mentor, mentee = (await found.person(MENTORS[0])).id, (await found.person(MENTEES[0])).id
        await found.use(MENTORS[0], service.accept, pair)
        assert found.heard("notice-agreed-mentor") == []
        with pytest.raises(ProgrammeError, match="error-done-already"):
            await found.use(MENTORS[0], service.accept, pair)
        await found.use(MENTEES[0], service.accept, pair)
        assert found.heard("notice-agreed-mentor") == [mentor]
        assert found.heard("notice-agreed-mentee") == [mentee]
        offer = next(n for n in found.told if n.person_id == mentor and n.key.startswith("agreed:"))
        assert f"mp.new:{pair}" in [button.data for button in offer.buttons]


async def test_a_request_for_another_reaches_the_curator_alone(database_url: str) -> None:
    async with ready(database_url) as found:
        pair, before = await paired(found), len(found.told)
        curator = (await found.person(CURATOR)).id
        await found.use(MENTEES[0], service.ask_other, pair)
        await found.use(MENTEES[0], service.note, pair, "хочу спокойнее")
        heard = found.told[before:]
        assert [(n.person_id, n.audience, n.privacy) for n in heard] == [
            (curator, Audience.CURATOR, Privacy.SEALED)
        ]
        assert "спокойнее" not in str(heard), "the note is on the curator's screen, not in a message"
        assert (await found.use(CURATOR, service.standing, pair)).answers[-1].note == "хочу спокойнее"
        seen = await found.use(MENTORS[0], service.offered, pair)
        assert seen.own.answer is Answer.NONE
        with pytest.raises(ProgrammeError, match="error-not-yours"):
            await found.use(MENTORS[0], service.standings)


async def test_parted_without_blame_and_never_proposed_again(database_url: str) -> None:
    async with ready(database_url) as found:
        pair = await paired(found)
        mentors, mentees = await ids(found, MENTORS), await ids(found, MENTEES)
        with pytest.raises(ProgrammeError, match="error-stale"):
            await found.use(CURATOR, service.part, pair)
        await found.use(MENTORS[0], service.ask_other, pair)
        await found.use(CURATOR, service.part, pair)
        assert found.heard("notice-parted-mentor") == [mentors[0]]
        assert found.heard("notice-parted-mentee") == [mentees[0]]
        words = [n.text for n in found.told if "parted" in n.key]
        assert all(not text.params for text in words), "they name nobody and no reason"
        board = await found.use(CURATOR, matching.board)
        assert (board.mentees, board.paired) == (1, 2)
        run = await found.use(CURATOR, matching.propose)
        assert run.pairs == ()
        ground = await found.use(CURATOR, matching.ground)
        assert [bar.value for bar in ground.table.cells[mentors[0], mentees[0]].barred] == ["refused"]
        for tg_id in (MENTORS[0], MENTEES[0]):
            with pytest.raises(ProgrammeError, match="error-stale"):
                await found.use(tg_id, service.accept, pair)


async def test_a_word_may_be_taken_back_until_then(sqlite_url: str) -> None:
    async with ready(sqlite_url) as found:
        pair = await paired(found)
        await found.use(MENTEES[0], service.ask_other, pair)
        with pytest.raises(ProgrammeError, match="error-done-already"):
            await found.use(MENTEES[0], service.ask_other, pair)
        await found.use(MENTEES[0], service.accept, pair)
        assert not (await found.use(CURATOR, service.standing, pair)).asked_other
        await found.use(MENTEES[0], service.ask_other, pair)
        keys = {n.key for n in found.told if n.key.startswith("other:")}
        assert len(keys) == 1, "within the same second it is said once"


def days(count: int) -> Callable[[School], None]:
    def later(found: School) -> None:
        found.now += timedelta(days=count)

    return later


async def test_silence_is_reminded_of_then_told_to_the_curator(database_url: str) -> None:
    async with ready(database_url) as found:
        await paired(found)  # on Tuesday: Friday is the last day
        curator, mentors = (await found.person(CURATOR)).id, await ids(found, MENTORS)
        for tg_id in (*MENTORS[1:], *MENTEES):
            pair = (await found.use(tg_id, matching_pair))[0]
            await found.use(tg_id, service.accept, pair)
        for moved, reminded, told in ((2, 0, 0), (1, 1, 0), (1, 1, 1), (1, 1, 1), (2, 1, 1)):
            days(moved)(found)
            await found.do(service_offers_due.tick)
            kept = {n.key for n in found.told}
            assert set(found.heard("notice-offer-remind")) == set(mentors[:1] * reminded)
            assert len({k for k in kept if k.startswith("offer-remind:")}) == reminded
            assert len({k for k in kept if k.startswith("offer-silent:")}) == told
        assert set(found.heard("notice-offer-silent")) == {curator}


def matching_pair(actor, unit) -> list[int]:
    return [
        pair.id for pair in unit.pairs.of_person(actor.school_id, actor.id) if pair.state is not PairState.CLOSED
    ]


async def test_strangers_have_no_say(sqlite_url: str) -> None:
    async with ready(sqlite_url) as found:
        pair = await paired(found)
        for use in (service.accept, service.ask_other, service.offered):
            with pytest.raises(ProgrammeError, match="error-stale"):
                await found.use(MENTORS[1], use, pair)
        with pytest.raises(ProgrammeError) as refused:
            await found.use(MENTEES[0], service.note, pair, "я" * 501)
        assert refused.value.key == "error-offer-note"
        with pytest.raises(ProgrammeError, match="error-stale"):
            await found.use(MENTEES[0], service.note, pair, "просто так")


async def test_a_pair_made_by_hand_is_asked_nothing_until_somebody_speaks(sqlite_url: str) -> None:
    """Looking at the question stores nothing; a request for another reaches the curator as any other does."""
    async with ready(sqlite_url) as found:
        sides = [[(await found.person(one)).id] for one in (MENTORS[0], MENTEES[0])]
        pair = (await found.use(CURATOR, pairs.create, *sides)).id
        assert (await found.use(MENTEES[0], service.offered, pair)).own.answer is Answer.NONE
        assert await found.do(lambda unit: unit.acceptances.of_pairs([pair])) == {}
        assert (await found.use(MENTEES[0], service.ask_other, pair)).own.answer is Answer.OTHER
        (kept,) = (await found.do(lambda unit: unit.acceptances.of_pairs([pair])))[pair]
        assert kept.person_id == sides[1][0]
        assert len(found.heard("notice-other-mentee")) == 1
