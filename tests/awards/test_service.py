"""Nominations in a real school: one secret voice each, the curator's word, news by everybody's yes alone, papers."""

from __future__ import annotations

import io
from dataclasses import asdict

import pytest
from pypdf import PdfReader

from locales import Locales
from mentoring.awards import service, service_merits, service_papers, service_winners
from mentoring.awards.rules import Kind
from mentoring.awards.service_papers import PaperKind
from mentoring.consent import service as consent
from mentoring.consent.rules import ConsentKind
from mentoring.documents.orders import render
from mentoring.errors import ProgrammeError
from mentoring.ports_year import VoteState
from mentoring.reflection.rules import Place
from mentoring.texts import say
from tests.documents.test_certificates import picture
from tests.documents.year_papers import words_of
from tests.year.closing_ground import (
    CURATOR,
    DIRECTOR,
    MENTEES,
    MENTORS,
    PEOPLE,
    School,
    ending,
    ids,
    pair_ids,
    publish,
)

GROUP = -1001


def words(key: str) -> str:
    return Locales().plain(say(key), "ru")


async def refused(found: School, account: int, work: object, *args: object) -> str:
    with pytest.raises(ProgrammeError) as refusal:
        await found.use(account, work, *args)  # type: ignore[arg-type]
    return refusal.value.key


async def opened(found: School, place: int) -> int:
    """The programme's first (mentors) or second (pairs) nomination, with everybody on its list."""
    contest = (await found.use(CURATOR, service.listed))[place].id
    await found.use(CURATOR, service.nominate_all, contest)
    await found.use(CURATOR, service.open_vote, contest)
    return contest


async def won(found: School, place: int, name: str) -> int:
    """Five voices for one, then the curator's word."""
    contest = await opened(found, place)
    for voter in PEOPLE:
        paper = await found.use(voter, service.ballot, contest)
        if any(one.candidate.id == name for one in paper.nominees):
            await found.use(voter, service.vote, contest, name)
        elif paper.nominees:
            await found.use(voter, service.vote, contest, paper.nominees[0].candidate.id)
    await found.use(CURATOR, service.close_vote, contest)
    await found.use(CURATOR, service_winners.confirm, contest, name)
    return contest


async def test_a_vote_from_the_list_to_the_word(database_url: str) -> None:
    async with ending(database_url) as found:
        mentors, everybody = await ids(found, MENTORS), await ids(found, PEOPLE)
        contest = (await found.use(CURATOR, service.listed))[0].id
        names = [f"m{one}" for one in mentors]
        for name in names[:2]:
            await found.use(CURATOR, service.nominate, contest, name, True)
        assert await refused(found, CURATOR, service.open_vote, contest) == "error-vote-few"
        await found.use(CURATOR, service.nominate, contest, names[2], True)
        assert await refused(found, MENTORS[0], service.open_vote, contest) == "error-not-yours"
        await found.use(CURATOR, service.open_vote, contest)
        assert sorted(found.heard("notice-vote")) == sorted(everybody)
        assert await refused(found, DIRECTOR, service.vote, contest, names[0]) == "error-vote-not-yours"
        assert await refused(found, MENTORS[0], service.vote, contest, names[0]) == "error-vote-self"
        paper = await found.use(MENTORS[0], service.ballot, contest)
        assert [one.candidate.id for one in paper.nominees] == names[1:], "nobody is offered themselves"
        for name in (names[0], names[2]):
            await found.use(MENTEES[0], service.vote, contest, name)
        for voter in (*MENTEES[1:], *MENTORS[:2]):
            await found.use(voter, service.vote, contest, names[2])
        board = await found.use(CURATOR, service.board, contest)
        assert (board.voted, board.voters, board.outcome) == (5, 6, None)
        closed = await found.use(CURATOR, service.close_vote, contest)
        assert closed.outcome is not None
        assert closed.outcome.leaders == (names[2],)
        assert "votes" not in asdict(closed.outcome), "how many is nobody's to know"
        assert await refused(found, MENTORS[0], service.vote, contest, names[2]) == "error-vote-over"
        assert await refused(found, CURATOR, service_winners.confirm, contest, names[0]) == "error-vote-leader"
        assert await refused(found, MENTORS[2], service_winners.confirm, contest, names[2]) == "error-not-yours"
        done = await found.use(DIRECTOR, service_winners.confirm, contest, names[2])
        assert (done.contest.state, done.contest.winner) == (VoteState.DONE, names[2])
        assert found.heard("notice-award-quiet") == [mentors[2]], "the winner alone"
        assert await refused(found, CURATOR, service_winners.confirm, contest, None) == "error-done-already"


async def test_too_few_voices_leave_the_choice_to_the_curator_and_say_nothing(database_url: str) -> None:
    async with ending(database_url) as found:
        contest = await opened(found, 1)
        pairs = await pair_ids(found)
        assert await refused(found, MENTORS[0], service.vote, contest, f"p{pairs[0]}") == "error-vote-self"
        for voter in MENTORS[:2]:
            await found.use(voter, service.vote, contest, f"p{pairs[2]}")
        closed = await found.use(CURATOR, service.close_vote, contest)
        assert closed.outcome is not None
        assert closed.outcome.leaders == ()
        assert len(await found.use(CURATOR, service_winners.choices, contest)) == 3
        nobody = await found.use(CURATOR, service_winners.confirm, contest, None)
        assert (nobody.contest.state, nobody.contest.winner) == (VoteState.DONE, "")
        assert not [one for one in found.told if one.key.startswith("award:")]


async def test_news_of_a_pair_wait_for_the_last_yes_and_for_every_consent(database_url: str) -> None:
    async with ending(database_url) as found:
        school = (await found.person(CURATOR)).school_id
        await found.do(lambda u: u.groups.bind(Place(GROUP, school), u.now))
        await publish(found, MENTORS[0])
        contest = await won(found, 1, f"p{(await pair_ids(found))[0]}")
        mentor, mentee = await ids(found, (MENTORS[0], MENTEES[0]))
        assert (found.heard("notice-award"), found.heard("notice-award-quiet")) == ([mentor], [mentee])
        assert await refused(found, MENTEES[0], service_winners.share, contest) == "error-award-consent"
        first = await found.use(MENTORS[0], service_winners.share, contest)
        assert (first.names, first.chats) == ((), ()), "one yes of two"
        assert await refused(found, MENTORS[1], service_winners.share, contest) == "error-stale"
        await publish(found, MENTEES[0])
        last = await found.use(MENTEES[0], service_winners.share, contest)
        assert (last.names, list(last.chats)) == (("Человек 0", "Человек 3"), [GROUP])
        assert await refused(found, MENTEES[0], service_winners.share, contest) == "error-done-already"
        await found.use(MENTORS[0], consent.withdraw, ConsentKind.PUBLICATION)
        actor = await found.person(CURATOR)

        def may(unit: object) -> bool:
            kept = unit.awards.find(school, contest)  # type: ignore[attr-defined]
            winner = service_winners.winner_of(unit, actor.school, kept)  # type: ignore[arg-type]
            return winner is not None and service_winners.may_tell(unit, actor.school, kept, winner)  # type: ignore[arg-type]

        assert not await found.do(may)


def pages(pdf: bytes) -> str:
    return " ".join(PdfReader(io.BytesIO(pdf)).pages[0].extract_text().split())


async def test_a_paper_names_its_owner_alone_and_is_theirs_once_it_was_made(database_url: str) -> None:
    async with ending(database_url) as found:
        await won(found, 0, f"m{(await ids(found, MENTORS))[0]}")
        assert (
            await refused(found, MENTORS[0], service_papers.own, [PaperKind.CERTIFICATE], words) == "error-stale"
        )
        batch = await found.use(CURATOR, service_papers.for_all, PaperKind.CERTIFICATE, words)
        texts = [pages(pdf) for pdf in batch.drawn()]
        assert len(texts) == 6
        for number, text in enumerate(texts):
            assert [n for n in range(6) if f"Человек {n}" in text] == [number]
        await found.use(CURATOR, service_papers.set_blank, picture())
        honour = await found.use(CURATOR, service_papers.for_all, PaperKind.HONOUR, words)
        assert (len(honour.sheets), honour.blank is not None) == (1, True)
        assert await found.use(MENTORS[0], service_papers.mine) == (PaperKind.CERTIFICATE, PaperKind.HONOUR)
        assert await found.use(MENTEES[0], service_papers.mine) == (PaperKind.CERTIFICATE,)
        own = await found.use(MENTORS[0], service_papers.own, [PaperKind.HONOUR], words)
        (text,) = [pages(pdf) for pdf in own.drawn()]
        assert "Человек 0" in text
        assert "«Наставник года»" in text
        assert await refused(found, MENTEES[0], service_papers.own, [PaperKind.HONOUR], words) == "error-stale"
        assert (
            await refused(found, MENTEES[0], service_papers.for_all, PaperKind.THANKS, words) == "error-not-yours"
        )
        partner = await found.use(CURATOR, service_papers.for_partner, "  АНО «Ментори»  ", words)
        assert "АНО «Ментори»" in pages(partner.drawn()[0])


async def test_merits_make_the_order_and_points_are_seen_by_two(database_url: str) -> None:
    async with ending(database_url) as found:
        mentor, other = await ids(found, MENTORS[:2])
        assert await refused(found, CURATOR, service_merits.order_of, words) == "error-order-empty"
        await won(found, 0, f"m{mentor}")
        for held in (True, True):
            await found.use(CURATOR, service_merits.note_incentive, other, "order", held)
        await found.use(CURATOR, service_merits.note_incentive, other, "courses", True)
        order = await found.use(CURATOR, service_merits.order_of, words)
        assert [(one.who.name, one.merit) for one in order.awards] == [
            ("Человек 0", "победа в номинации «Наставник года»"),
            ("Человек 1", "участие в программе наставничества"),
        ]
        assert "ПРОЕКТ" in words_of(render(order)) or "№ ____" in words_of(render(order))
        await found.use(CURATOR, service_merits.note_deed, mentor, "talk", 2)
        await found.use(CURATOR, service_merits.set_points, "talk", 10)
        assert (await found.use(MENTORS[0], service_merits.my_points)).total == 20
        assert (await found.use(CURATOR, service_merits.merits, mentor)).points.total == 20
        assert await refused(found, DIRECTOR, service_merits.merits, mentor) == "error-not-yours"
        assert await refused(found, CURATOR, service_merits.set_points, "talk", 101) == "error-points"


async def test_an_own_nomination_has_its_name_once(database_url: str) -> None:
    async with ending(database_url) as found:
        made = await found.use(CURATOR, service.add_own, Kind.MENTEE, "  За   смелый урок ")
        assert made.nomination.title == "За смелый урок"
        assert (
            await refused(found, CURATOR, service.add_own, Kind.PAIR, "за смелый УРОК") == "error-nomination-twice"
        )
        assert await refused(found, MENTORS[0], service.add_own, Kind.PAIR, "Другая") == "error-not-yours"
        board = await found.use(CURATOR, service.nominate_all, made.id)
        assert [one.candidate.people for one in board.nominees] == [{one} for one in await ids(found, MENTEES)]
