"""Mutual evaluation through the use cases: opened by time, sealed, given once for each, shown only by both."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from sqlalchemy import func, select

from locales import Locales
from mentoring.consent import privacy
from mentoring.consent.rules import ConsentKind
from mentoring.errors import ProgrammeError
from mentoring.evaluation import (
    service,
    service_after,
    service_cards,
    service_final,
    service_numbers,
    service_report,
    service_upkeep,
)
from mentoring.evaluation.rules import State
from mentoring.evaluation.rules_closing import Agreed, Way
from mentoring.evaluation.rules_swot import Quarter
from mentoring.pairs import service as pairs
from mentoring.pairs.rules import Ending
from mentoring.people.rules import Role
from mentoring.surveys.service import offer
from mentoring.texts import say
from storage.tables import answers, mutual_occasions, submissions
from storage.unit import StorageUnit
from tests.evaluation.ground import words_in
from tests.evaluation.year_ground import (
    CANARY,
    CURATOR,
    DIRECTOR,
    MENTEES,
    MENTORS,
    OPENED,
    OVER,
    PSYCHOLOGIST,
    School,
    give,
    mutual,
    paired,
    tick,
    whole_year,
)

FIRST_MENTOR, FIRST_MENTEE = MENTORS[0], MENTEES[0]


async def opened(found: School) -> None:
    found.now = OPENED
    await tick(found)


async def own(found: School, tg_id: int) -> list[service.Standing]:
    return await found.use(tg_id, service.mine)


async def test_time_opens_one_for_each_couple_and_says_so_once(database_url: str) -> None:
    async with paired(database_url) as found:
        await tick(found)
        assert found.heard("notice-mutual-opens") == []
        await opened(found)
        school_id = (await found.person(CURATOR)).school_id
        await found.do(lambda unit: service_upkeep.look_after(unit, school_id))
        stored = select(func.count()).select_from(mutual_occasions)
        rows = await found.do(lambda unit: unit.connection.execute(stored).scalar_one())
        assert rows == 2 * 13  # eleven pairs of two, and a mentor with two mentees
        told = [one for one in found.told if getattr(one.text, "key", "") == "notice-mutual-opens"]
        assert len({one.key for one in told}) == rows, "each couple has a key of its own, the same every day"
        shared = (await found.person(MENTEES[10])).id
        assert len({one.key for one in told if one.person_id == shared}) == 2, "of each of the two mentors"


async def test_one_questionnaire_is_filled_in_for_each_partner(sqlite_url: str) -> None:
    async with paired(sqlite_url) as found:
        await opened(found)
        mentee = MENTEES[10]
        first, second = await own(found, mentee)
        view = await found.use(mentee, service.open_mutual, first.asked.id)
        assert view.apart is not None
        assert view.apart.names == (first.about.name,)
        assert view.apart.readers == {Role.CURATOR}
        await found.fill(mentee, view, typed="про первого")
        states = {one.asked.id: one.state for one in await own(found, mentee)}
        assert states == {first.asked.id: State.GIVEN, second.asked.id: State.OPEN}
        with pytest.raises(ProgrammeError, match="error-mutual-given"):
            await found.use(mentee, service.open_mutual, first.asked.id)
        with pytest.raises(ProgrammeError, match="error-stale"):
            await found.use(MENTORS[3], service.open_mutual, second.asked.id)
        again = await found.use(mentee, service.open_mutual, second.asked.id)
        assert again.submission_id != view.submission_id
        assert again.apart is not None
        assert again.apart.names == (second.about.name,)


async def test_a_draft_cannot_be_sent_when_it_is_over_or_void(sqlite_url: str) -> None:
    async with paired(sqlite_url) as found:
        await opened(found)
        one = (await own(found, FIRST_MENTOR))[0]
        view = await found.use(FIRST_MENTOR, service.open_mutual, one.asked.id)
        await found.use(CURATOR, pairs.close, one.asked.occasion.pair_id, Ending.LEFT)
        with pytest.raises(ProgrammeError, match="error-mutual-void"):
            await found.fill(FIRST_MENTOR, view)
        other = (await own(found, MENTORS[1]))[0]
        await found.use(CURATOR, pairs.close, other.asked.occasion.pair_id, Ending.DONE)
        late = await found.use(MENTORS[1], service.open_mutual, other.asked.id)
        found.now = OVER
        with pytest.raises(ProgrammeError, match="error-mutual-closed"):
            await found.fill(MENTORS[1], late)
        assert (await own(found, MENTORS[1]))[0].state is State.NEVER


async def test_late_answers_reminders_and_the_closing_word(sqlite_url: str) -> None:
    async with paired(sqlite_url) as found:
        await opened(found)
        found.now = OPENED + timedelta(days=8)  # two school days before the end
        await tick(found)
        assert len(found.heard("notice-mutual-reminds")) == 26
        found.now = OPENED + timedelta(days=13)  # after it
        one = (await own(found, FIRST_MENTOR))[0]
        assert one.state is State.GRACE
        await found.fill(FIRST_MENTOR, await found.use(FIRST_MENTOR, service.open_mutual, one.asked.id))
        assert (await own(found, FIRST_MENTOR))[0].state is State.LATE
        found.now = OVER
        await tick(found)
        await tick(found)
        curator = (await found.person(CURATOR)).id
        assert found.heard("notice-mutual-closed") == [curator]
        seen = await found.use(CURATOR, service.overview)
        assert (seen.progress.given, seen.progress.late, seen.progress.never) == (1, 1, 25)
        with pytest.raises(ProgrammeError, match="error-mutual-over"):
            await found.use(CURATOR, service.move, date(2027, 6, 1), date(2027, 6, 5))


async def test_what_is_told_stays_with_whom_it_was_promised_to(sqlite_url: str) -> None:
    async with paired(sqlite_url) as found:
        await opened(found)
        await found.do(mutual)
        row = (await own(found, FIRST_MENTOR))[0].asked.id
        seen = await found.use(CURATOR, service.content, row)
        assert any(CANARY in item.text for item in seen.items)
        for nobody in (DIRECTOR, PSYCHOLOGIST, FIRST_MENTEE, MENTORS[4]):
            with pytest.raises(ProgrammeError, match="error-mutual-sealed"):
                await found.use(nobody, service.content, row)
        await found.use(CURATOR, service.set_readers, [Role.PSYCHOLOGIST])
        for nobody in (CURATOR, PSYCHOLOGIST):  # the promise names one, the setting the other
            with pytest.raises(ProgrammeError, match="error-mutual-sealed"):
                await found.use(nobody, service.content, row)
        assert (await found.use(CURATOR, service.overview)).readable == frozenset()


async def test_the_two_see_each_others_words_only_when_both_wish(sqlite_url: str) -> None:
    async with paired(sqlite_url) as found:
        await opened(found)
        await found.do(mutual)
        mine, theirs = (await own(found, FIRST_MENTOR))[0], (await own(found, FIRST_MENTEE))[0]
        assert not (await found.use(FIRST_MENTOR, service.release, mine.asked.id)).opened
        assert not (await found.use(FIRST_MENTEE, service.between, theirs.asked.id)).opened
        with pytest.raises(ProgrammeError, match="error-mutual-sealed"):
            await found.use(FIRST_MENTEE, service.content_of_other, theirs.asked.id)
        assert found.heard("notice-mutual-shown") == [], "one's wish is not told to the other"
        assert (await found.use(FIRST_MENTEE, service.release, theirs.asked.id)).opened
        seen = await found.use(FIRST_MENTEE, service.content_of_other, theirs.asked.id)
        assert any(f"{CANARY}-{mine.asked.id}" in item.text for item in seen.items)
        assert found.heard("notice-mutual-shown") == [(await found.person(FIRST_MENTOR)).id]
        await found.use(FIRST_MENTEE, service.release, theirs.asked.id)
        assert len(found.heard("notice-mutual-shown")) == 1


async def test_thanks_are_passed_on_after_the_end_where_the_giver_lets_them(sqlite_url: str) -> None:
    async with paired(sqlite_url) as found:
        await opened(found)
        one, two = (await own(found, FIRST_MENTOR))[0], (await own(found, MENTORS[1]))[0]
        for standing, lets in ((one, "yes"), (two, "no")):
            said = {"openness": "9", "thanks": "Спасибо за смелость", "pass_thanks": lets}
            await found.do(
                lambda unit, s=standing, a=said: give(unit, s.giver.id, "mutual_mentor", a, s.asked.sheet)
            )  # type: ignore[misc]
        assert found.heard("notice-mutual-thanks") == []
        found.now = OVER
        await tick(found)
        assert found.heard("notice-mutual-thanks") == [one.about.id]
        mine = (await own(found, FIRST_MENTEE))[0]
        assert (await found.use(FIRST_MENTEE, service.between, mine.asked.id)).thanks == "Спасибо за смелость"
        other = (await own(found, MENTEES[1]))[0]
        assert (await found.use(MENTEES[1], service.between, other.asked.id)).thanks == ""


async def test_whoever_takes_no_part_is_neither_asked_nor_told_of_and_leaves_no_tale(database_url: str) -> None:
    async with paired(database_url) as found:
        await opened(found)
        await found.do(mutual)
        mentor, mentee = await found.person(MENTORS[2]), await found.person(MENTEES[2])
        await found.do(lambda unit: unit.consents.withdraw(mentee.id, ConsentKind.PARTICIPATION, unit.now))
        assert await own(found, MENTORS[2]) != [], "what was given stays given"
        held = await found.use(MENTORS[2], service.mine)
        stored = await found.use(MENTORS[2], privacy.export)
        assert [row["side"] for row in stored["mutual_occasions"]] == ["mentor"]
        for name in ("mutual_occasions", "final_words", "class_totals"):
            assert Locales().plain(say(f"stored-{name}"), "ru")
        tale = f"{CANARY}-{held[0].asked.id}"

        def tales(unit: StorageUnit) -> int:
            return int(unit.connection.execute(select(func.count()).where(answers.c.value == tale)).scalar_one())

        assert await found.do(tales) == 2
        await found.do(lambda unit: unit.people.erase(mentee.school_id, mentee.id))
        assert await found.do(tales) == 0, "what another told of them goes with them"
        left = select(func.count()).where(submissions.c.person_id == mentor.id)
        assert await found.do(lambda unit: unit.connection.execute(left).scalar_one()) == 0
        assert await own(found, MENTORS[2]) == []


async def test_the_curator_moves_the_window_within_the_year(sqlite_url: str) -> None:
    async with paired(sqlite_url) as found:
        seen = await found.use(CURATOR, service.open_now)
        assert seen.window == (date(2026, 11, 24), date(2026, 12, 8))
        await tick(found)
        assert len(await own(found, FIRST_MENTOR)) == 1
        for first, last in ((date(2026, 12, 8), date(2026, 12, 1)), (date(2026, 11, 24), date(2027, 5, 1))):
            with pytest.raises(ProgrammeError, match="error-mutual-window"):
                await found.use(CURATOR, service.move, first, last)
        await found.use(CURATOR, service.move, date(2026, 11, 24), date(2026, 12, 18))
        assert (await own(found, FIRST_MENTOR))[0].asked.occasion.last == date(2026, 12, 18)
        with pytest.raises(ProgrammeError, match="error-not-yours"):
            await found.use(DIRECTOR, service.open_now)
        with pytest.raises(ProgrammeError, match="error-survey-apart"):
            await found.use(CURATOR, offer, "mutual_mentor")


async def test_each_says_how_to_go_on_and_all_are_thanked_once(database_url: str) -> None:
    async with paired(database_url) as found:
        pair = (await found.use(FIRST_MENTOR, pairs.mine))[0].pair
        await found.use(FIRST_MENTOR, service_final.tell, pair.id, "was", "  Боялся   открытых уроков ")
        seen = await found.use(FIRST_MENTOR, service_final.choose, pair.id, Way.NEW_STAGE)
        assert seen.own.was == "Боялся открытых уроков"
        other = await found.use(FIRST_MENTEE, service_final.look, pair.id)
        assert other.agreed is None
        assert [one.was for one in other.others] == ["Боялся открытых уроков"]
        assert found.heard("notice-final-thanks") == []
        after = await found.use(FIRST_MENTEE, service_final.choose, pair.id, Way.FINISH)
        assert after.agreed == Agreed(Way.FINISH, differ=True)
        await found.use(FIRST_MENTEE, service_final.choose, pair.id, Way.NEW_STAGE)
        thanks = {one.key for one in found.told if getattr(one.text, "key", "") == "notice-final-thanks"}
        assert thanks == {f"final-thanks:1:{pair.id}:1:{one}" for one in pair.people}
        agreed = await found.do(lambda unit: service_final.ways(unit, unit.schools.get(pair.school_id)))
        assert {number: one.way for number, one in agreed.items()} == {pair.id: Way.NEW_STAGE}
        for nobody in (MENTORS[1], CURATOR):
            with pytest.raises(ProgrammeError, match="error-stale"):
                await found.use(nobody, service_final.look, pair.id)
        listed = await found.use(CURATOR, service_final.listed)
        assert len(listed) == 12
        assert listed[0].said == dict.fromkeys(pair.people, Way.NEW_STAGE)


async def test_numbers_are_of_classes_and_of_halves_of_the_year(sqlite_url: str) -> None:
    async with paired(sqlite_url) as found:
        for name, typed, refused in (
            ("conflicts_staff", "3", "error-number-two"),
            ("retained", "13", "error-number-most"),
            ("publications", "много", "error-number-one"),
        ):
            with pytest.raises(ProgrammeError, match=refused):
                await found.use(CURATOR, service_numbers.enter, name, typed)
        kept = await found.use(DIRECTOR, service_numbers.enter, "conflicts_staff", "4, 1")
        assert (kept["conflicts_staff"].before, kept["conflicts_staff"].value) == (4, 1)
        with pytest.raises(ProgrammeError, match="error-not-yours"):
            await found.use(FIRST_MENTEE, service_numbers.entered)
        for typed, refused in (
            ("Иванов Пётр 25", "error-class-name"),
            ("7А 3", "error-class-small"),
            ("7А", "error-class-line"),
        ):
            with pytest.raises(ProgrammeError, match=refused):
                service_numbers.read_class(typed)
        assert service_numbers.read_class("7 «А»  25") == ("7 «А»", 25)


async def test_the_report_is_made_once_and_a_later_answer_changes_no_figure(sqlite_url: str) -> None:
    async with paired(sqlite_url) as found:
        with pytest.raises(ProgrammeError, match="error-report-none"):
            await found.use(CURATOR, service_report.paper)
        await whole_year(found)
        assert {one.stand for one in await found.use(CURATOR, service_after.listed)} == {service_after.Stand.OVER}
        assert await found.use(CURATOR, service_after.open_all) == 0
        assert all(one.card is not None for one in await found.use(DIRECTOR, service_cards.listed))
        pair = (await found.use(CURATOR, pairs.listed))[0].pair
        with pytest.raises(ProgrammeError, match="error-card-given"):
            await found.use(CURATOR, service_cards.open_card, pair.id)
        first = await found.use(CURATOR, service_report.make, words_in("ru"), "ru")
        await found.use(CURATOR, service_numbers.enter, "conflicts_staff", "9 9")
        again = await found.use(CURATOR, service_report.make, words_in("ru"), "ru")
        assert again.findings == first.findings
        await found.use(CURATOR, service_report.edit_swot, Quarter.THREAT, "— Мало времени\n\n• Две смены")
        await found.use(CURATOR, service_report.conclude, "Продолжать.\nПривлечь второй корпус.")
        paper = await found.use(DIRECTOR, service_report.paper)
        assert paper.swot[Quarter.THREAT] == ("Мало времени", "Две смены")
        assert paper.conclusions == ("Продолжать.", "Привлечь второй корпус.")
        with pytest.raises(ProgrammeError, match="error-not-yours"):
            await found.use(FIRST_MENTEE, service_report.paper)
