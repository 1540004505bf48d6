"""Cases and the school's page in a real school: nothing out without every yes, nobody named without their consent."""

from __future__ import annotations

import io
import zipfile

import pytest

from locales import Locales
from mentoring.awards import service_winners
from mentoring.cases import service
from mentoring.cases.service import Card
from mentoring.consent import service as consent
from mentoring.consent.rules import ConsentKind
from mentoring.documents.evidence import Paper, Part, folder
from mentoring.errors import ProgrammeError
from mentoring.people.rules import Role
from mentoring.site import service as site
from mentoring.site.generate import site_zip
from mentoring.texts import Words, say
from mentoring.year import service as year
from mentoring.year import service_evidence
from tests.awards.test_service import won
from tests.selection.ground import give
from tests.year.closing_ground import (
    CURATOR,
    MENTEES,
    MENTORS,
    School,
    ending,
    ids,
    pair_ids,
    publish,
    site_admin,
)

TOLD = {"title": "Как мы научились", "model": "novice", "contact": "individual", "areas": "method", "start": "Шум"}
MARK = 12


def words(key: str, **params: object) -> str:
    return Locales().plain(say(key, **params), "ru")


def said(text: Words) -> str:
    return Locales().plain(text, "ru")


async def refused(found: School, account: int, work: object, *args: object) -> str:
    with pytest.raises(ProgrammeError) as refusal:
        await found.use(account, work, *args)  # type: ignore[arg-type]
    return refusal.value.key


async def taken(found: School) -> Card:
    """The first mentee has written; the curator has taken it."""
    (writer,) = await ids(found, MENTEES[:1])
    await found.do(lambda u: give(u, writer, "case_description", TOLD))
    (written,) = await found.use(CURATOR, service.waiting)
    return await found.use(CURATOR, service.take, written.pair.id)


async def agreed(found: School, account: int, card: Card) -> None:
    seen = await found.use(account, service.look, card.case.id)
    await found.use(account, service.agree, card.case.id, seen.case.hash[:MARK])


async def page(found: School, account: int = CURATOR) -> dict[str, str]:
    """Every file of the site's zip, as text."""
    made = await found.use(account, site.build, words, said, "ru")
    with zipfile.ZipFile(io.BytesIO(site_zip([made]))) as archive:
        return {name: archive.read(name).decode("utf-8", "replace") for name in archive.namelist()}


async def test_a_case_from_the_questionnaire_to_the_page_and_back(database_url: str) -> None:
    async with ending(database_url) as found:
        card = await taken(found)
        both = await ids(found, (MENTORS[0], MENTEES[0]))
        assert card.case.authors == card.case.named == set(both)
        assert await refused(found, CURATOR, service.take, card.case.pair_id) == "error-stale"
        assert await found.use(CURATOR, service.ask, card.case.id) == 2
        assert sorted(found.heard("notice-case")) == sorted(both)
        mark = card.case.hash[:MARK]
        assert await refused(found, MENTORS[0], service.agree, card.case.id, mark) == "error-case-consent"
        assert await refused(found, MENTORS[1], service.look, card.case.id) == "error-stale"
        await publish(found, MENTORS[0], MENTEES[0])
        await agreed(found, MENTORS[0], card)
        assert await refused(found, CURATOR, service.release, card.case.id, True) == "error-case-missing"
        edited = await found.use(CURATOR, service.rewrite, card.case.id, "result", "Тишина на уроке")
        assert edited.standing.without_yes == set(both), "other words, other yes"
        assert await refused(found, MENTORS[0], service.agree, card.case.id, mark) == "error-stale"
        for account in (MENTORS[0], MENTEES[0]):
            await agreed(found, account, card)
        assert "Тишина" not in str(await page(found)), "everybody's yes is not yet the curator's"
        assert (await found.use(CURATOR, service.release, card.case.id, True)).out
        shown = await page(found)
        assert "Тишина на уроке" in shown[f"case-{card.case.id}.html"]
        assert "Человек 3" in shown[f"case-{card.case.id}.html"]
        admin = await site_admin(found)
        await found.use(MENTEES[0], consent.withdraw, ConsentKind.PUBLICATION)
        assert "Тишина" not in str(await page(found, admin))
        assert not (await found.use(CURATOR, service.card, card.case.id)).out
        told = await ids(found, (CURATOR, admin))
        assert found.heard("notice-site-old") == sorted(told)
        await publish(found, MENTEES[0])
        assert "Тишина" not in str(await page(found)), "a consent given anew is no yes to this text"


async def test_a_name_can_be_taken_off_and_the_story_stay(database_url: str) -> None:
    async with ending(database_url) as found:
        card = await taken(found)
        await publish(found, MENTORS[0])
        await found.use(MENTEES[0], service.unname, card.case.id)
        for account in (MENTORS[0], MENTEES[0]):
            await agreed(found, account, card)
        await found.use(CURATOR, service.release, card.case.id, True)
        text = str(await page(found))
        assert "Человек 0" in text
        assert "Человек 3" not in text, "an author who is not named needs no consent and is not named"
        await found.use(MENTEES[0], service.disagree, card.case.id)
        assert "Человек 0" not in str(await page(found))


async def test_the_page_names_nobody_without_consent(database_url: str) -> None:
    """A canary: everything that could be on the page is there, names only of those who agreed."""
    async with ending(database_url) as found:
        card = await taken(found)
        pairs = await pair_ids(found)
        await won(found, 0, f"m{(await ids(found, MENTORS))[1]}")
        pair = await won(found, 1, f"p{pairs[2]}")
        await found.use(CURATOR, site.add_file, "Положение о наставничестве.pdf", b"%PDF-1.7")
        await publish(found, MENTORS[2], MENTEES[2])
        before = await page(found)
        assert [f"Человек {n}" for n in range(6) if f"Человек {n}" in str(before)] == []
        assert "Положение о наставничестве" in before["documents.html"]
        for account in (MENTORS[2], MENTEES[2]):
            await found.use(account, service_winners.share, pair)
        after = await page(found)
        assert [n for n in range(6) if f"Человек {n}" in str(after)] == [2, 5]
        assert f"case-{card.case.id}.html" not in after
        assert await refused(found, MENTORS[0], site.build, words, said, "ru") == "error-not-yours"
        assert await refused(found, CURATOR, site.add_file, "снимок.png", b"png") == "error-site-kind"
        assert (
            await refused(found, CURATOR, site.add_file, "большой.pdf", b"0" * (site.HEAVIEST + 1))
            == "error-site-heavy"
        )


async def test_the_page_tells_of_the_last_year_until_september(database_url: str) -> None:
    async with ending(database_url) as found:
        pair = await won(found, 1, f"p{(await pair_ids(found))[2]}")
        await publish(found, MENTORS[2], MENTEES[2])
        for account in (MENTORS[2], MENTEES[2]):
            await found.use(account, service_winners.share, pair)
        seen = (await found.use(CURATOR, year.preview)).plan.fingerprint
        await found.use(CURATOR, year.roll_over, seen)
        assert (await found.use(CURATOR, site.build, words, said, "ru")).year == (2026, 2027)
        assert "Человек 2" in str(await page(found))
        found.now = found.now.replace(month=9)
        assert (await found.use(CURATOR, site.build, words, said, "ru")).year == (2027, 2028)


async def test_the_folder_is_the_mentors_alone_and_names_no_mentee(database_url: str) -> None:
    async with ending(database_url) as found:
        papers = [Paper("paper-1.pdf", b"%PDF")]
        own = await found.use(MENTORS[0], service_evidence.evidence_of, papers, words)
        assert (own.owner, own.mentees) == ((await ids(found, MENTORS[:1]))[0], 1)
        for account in (MENTEES[0], CURATOR):
            assert await refused(found, account, service_evidence.evidence_of, (), words) == "error-not-yours"
        (mentee,) = await ids(found, MENTEES[:1])
        await found.do(lambda u: u.people.give_role(mentee, Role.MENTOR))
        assert await refused(found, MENTEES[0], service_evidence.evidence_of, (), words) == "error-evidence-none"
        other = (await ids(found, (CURATOR,)))[0]
        with pytest.raises(ProgrammeError, match="error-not-yours"):
            folder(own, list(Part), other, words, "ru")
        with zipfile.ZipFile(io.BytesIO(folder(own, list(Part), own.owner, words, "ru"))) as archive:
            inside = str([archive.read(name) for name in archive.namelist()])
            assert len(archive.namelist()) == 2
        assert "Человек 3" not in inside
