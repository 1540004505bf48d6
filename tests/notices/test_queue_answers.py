"""What becomes of notices that wait or were said: withdrawn, put off, stopped, erased, forgotten."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import func, select

from mentoring.errors import ProgrammeError
from mentoring.notices import service
from mentoring.notices.rules import Audience, Notice, Privacy
from mentoring.people.rules import Role
from mentoring.questionnaires import opening
from mentoring.questionnaires import service as filling
from mentoring.questionnaires.rules_state import Begin
from mentoring.surveys import service as surveys
from mentoring.texts import Raw
from storage import personal
from storage.tables import notices
from tests.notices.ground import NOON, ground
from tests.surveys.ground import CURATOR, MENTEES

FIRST, SECOND = MENTEES[:2]
COUNTS = select(func.count(notices.c.text), func.count()).select_from(notices)


def name_of(key: str | None) -> str:
    assert key is not None
    return key.split(":")[2]


async def test_what_was_moved_or_called_off_is_not_said(database_url: str) -> None:
    async with ground(database_url) as found:
        person = await found.say(FIRST, 1, key="meeting-eve:1:12:0:3", due_at=NOON + timedelta(days=1))
        await found.say(FIRST, 2, key="meeting-eve:1:12:1:3", due_at=NOON + timedelta(days=1))
        await found.say(FIRST, 3, key="meeting-eve:1:120:0:3", due_at=NOON + timedelta(days=1))
        await found.tell(Notice(person, "meeting-eve:1:12:0:9", Raw("Уже в пути")))
        await found.withdraw("meeting-eve:1:12:0:")
        states = await found.states()
        assert states["meeting-eve:1:12:0:3"] == ("withdrawn", "")
        assert states["meeting-eve:1:12:1:3"] == states["meeting-eve:1:120:0:3"] == ("waiting", "")
        assert await found.out() == [], "what had not left the outbox is gone too"
        await found.at(NOON + timedelta(days=2))
        assert [m.text for m in await found.out()] == ["Напоминание 2\n\nНапоминание 3"]
        assert await found.school.do(lambda unit: unit.said("meeting-eve:1:12:0:3")), "and never comes back"


async def test_what_is_on_its_way_is_taken_back_and_the_rest_said_without_it(database_url: str) -> None:
    async with ground(database_url) as found:
        await found.say(FIRST, 1)
        await found.say(FIRST, 2)
        await found.at(NOON)
        assert len(await found.out()) == 1
        await found.withdraw("draft:1:1:")
        assert await found.out() == []
        await found.at(NOON + timedelta(minutes=1))
        assert [m.text for m in await found.out()] == ["Напоминание 2"]
        await found.sent()
        await found.withdraw("draft:1:2:")
        assert (await found.states()).popitem()[1] == ("sent", ""), "what was said stays said"


async def test_withdrawing_for_one_person_leaves_the_others(database_url: str) -> None:
    async with ground(database_url) as found:
        person = await found.say(FIRST, 1, key="survey-end:1:5:x:1")
        await found.say(SECOND, 2, key="survey-end:1:5:x:2")
        await found.withdraw("survey-end:1:5:", person)
        await found.at(NOON)
        assert [m.text for m in await found.out()] == ["Напоминание 2"]


async def test_later_brings_it_back_on_that_day_with_what_is_due_then(database_url: str) -> None:
    async with ground(database_url) as found:
        await found.say(FIRST, 1)
        await found.say(FIRST, 2, expires_at=NOON + timedelta(days=1))
        await found.at(NOON)
        name = name_of((await found.out())[0].key)
        await found.sent()
        offered = await found.use(FIRST, service.days_for_later, name)
        assert offered == (date(2026, 11, 25), date(2026, 11, 27), date(2026, 11, 30))
        for stranger in (SECOND, CURATOR):
            with pytest.raises(ProgrammeError, match="error-stale"):
                await found.use(stranger, service.put_off, name, offered[1])
        with pytest.raises(ProgrammeError, match="error-stale"):
            await found.use(FIRST, service.put_off, name, date(2026, 11, 28))
        await found.use(FIRST, service.put_off, name, offered[1])
        assert (await found.states())["draft:1:2:" + str((await found.school.person(FIRST)).id)] == ("sent", "")
        await found.say(FIRST, 3, due_at=NOON + timedelta(days=3, hours=-8))
        await found.at(NOON + timedelta(days=2, hours=10))
        assert await found.out() == []
        await found.at(datetime(2026, 11, 27, 5, tzinfo=UTC))
        assert [m.text for m in await found.out()] == ["Напоминание 3\n\nНапоминание 1"]
        with pytest.raises(ProgrammeError, match="error-later-none"):
            await found.use(FIRST, service.put_off, name, date(2026, 11, 30))


async def test_later_is_refused_when_it_would_be_too_late(database_url: str) -> None:
    async with ground(database_url) as found:
        await found.say(FIRST, 1, expires_at=NOON + timedelta(hours=8))
        await found.at(NOON)
        with pytest.raises(ProgrammeError, match="error-later-none"):
            await found.use(FIRST, service.days_for_later, name_of((await found.out())[0].key))


async def test_not_mine_stops_it_and_the_curator_hears_once(database_url: str) -> None:
    async with ground(database_url) as found:
        person = await found.say(FIRST, 1, key="survey-nudge:1:5:20261124:1")
        await found.say(FIRST, 2)
        await found.at(NOON)
        name = name_of((await found.out())[0].key)
        await found.sent()
        mine = {one.rule: one.id for one in await found.use(FIRST, service.said, name)}
        with pytest.raises(ProgrammeError, match="error-stale"):
            await found.use(SECOND, service.not_mine, mine["survey-nudge"])
        await found.use(FIRST, service.not_mine, mine["survey-nudge"])
        (told,) = await found.out()
        assert told.person == (await found.school.person(CURATOR)).id
        assert "Опрос без ответа" in told.text
        assert "Человек" in told.text
        with pytest.raises(ProgrammeError, match="error-stale"):
            await found.use(FIRST, service.not_mine, mine["survey-nudge"])
        await found.sent()
        for day, subject in ((25, 5), (26, 5), (27, 6)):
            found.school.now = datetime(2026, 11, day, 9, tzinfo=UTC)
            await found.say(FIRST, day, key=f"survey-nudge:1:{subject}:202611{day}:{person}")
            await found.at(found.school.now)
        assert [m.text for m in await found.out()] == ["Напоминание 27"], "another survey is another matter"


async def test_a_curators_own_notice_is_nobody_elses(database_url: str) -> None:
    async with ground(database_url) as found:
        await found.say(CURATOR, 1, key="links-expired:1:1:20261124:1", audience=Audience.CURATOR)
        await found.at(NOON)
        (told,) = await found.out()
        assert list(told.buttons) == ["Позже", "Не напоминать"]
        (one,) = await found.use(CURATOR, service.said, name_of(told.key))
        with pytest.raises(ProgrammeError, match="error-stale"):
            await found.use(CURATOR, service.not_mine, one.id)


async def test_whoever_is_erased_is_in_no_message(database_url: str) -> None:
    async with ground(database_url) as found:
        gone = await found.say(FIRST, 1)
        curator = await found.say(CURATOR, 2, about=gone, privacy=Privacy.NAMED, text=Raw("Петрова"))
        other = await found.say(CURATOR, 3, about=(await found.school.person(SECOND)).id, privacy=Privacy.NAMED)
        assert curator == other
        await found.at(NOON)
        assert len(await found.out()) == 2
        stored = await found.school.do(lambda unit: unit.people.stored(unit.people.anywhere(gone).school_id, gone))
        assert [row["rule"] for row in stored["notices"]] == ["draft"]
        await found.school.database.write(lambda c: personal.erase(c, 1, gone))
        assert await found.out() == [], "the message that named them and somebody else as well"
        await found.at(NOON + timedelta(minutes=1))
        assert [m.text for m in await found.out()] == ["Напоминание 3"]
        left = await found.school.database.read(lambda c: c.execute(select(notices.c.text)).scalars().all())
        assert left == ["Напоминание 3"]


async def test_words_go_after_a_week_and_rows_after_as_long_as_keys(database_url: str) -> None:
    async with ground(database_url) as found:
        await found.say(FIRST, 1)
        await found.at(NOON)
        await found.sent()
        name = await found.school.database.read(lambda c: c.execute(select(notices.c.bundle)).scalar())
        for passed, words, rows in ((6, 1, 1), (8, 0, 1), (399, 0, 1), (401, 0, 0)):
            found.school.now = NOON + timedelta(days=passed)
            await found.ticks().tidy()
            kept = await found.school.database.read(lambda c: tuple(c.execute(COUNTS).one()))
            assert kept == (words, rows)
            if passed == 8:
                with pytest.raises(ProgrammeError, match="error-stale"):
                    await found.use(FIRST, service.days_for_later, name_of(name))


async def test_reminders_of_what_was_done_meanwhile_do_not_come(database_url: str) -> None:
    """Begun on Thursday, reminded of on Friday night, sent on Saturday: silence on Monday."""
    async with ground(database_url) as found:
        tick = found.ticks()
        found.school.now = datetime(2026, 11, 26, 17, 30, tzinfo=UTC)
        view = await found.school.use(FIRST, opening.open_form, "mentee_before")
        view = await found.school.use(FIRST, filling.act, view.submission_id, view.rev, Begin())
        other = await found.school.use(SECOND, opening.open_form, "mentee_before")
        await found.school.use(SECOND, filling.act, other.submission_id, other.rev, Begin())
        found.school.now = datetime(2026, 11, 27, 18, tzinfo=UTC)
        await tick.surveys()
        await found.at(found.school.now)
        assert len(await found.states()) == 2
        found.school.now = datetime(2026, 11, 28, 9, tzinfo=UTC)
        await found.school.fill(FIRST, view)
        await found.at(datetime(2026, 11, 30, 6, tzinfo=UTC))
        (told,) = await found.out()
        assert told.person == (await found.school.person(SECOND)).id


async def test_a_survey_that_is_closed_is_not_reminded_of(database_url: str) -> None:
    async with ground(database_url) as found:
        survey = await found.school.use(
            CURATOR, surveys.open_survey, "mentee_before", (Role.MENTEE,), date(2026, 12, 4)
        )
        found.school.now = datetime(2026, 11, 27, 18, tzinfo=UTC)
        assert await found.use(CURATOR, surveys.nudge, survey.id) == 3
        assert await found.use(CURATOR, surveys.nudge, survey.id) == 0, "once a day"
        await found.use(CURATOR, surveys.close, survey.id)
        await found.at(datetime(2026, 11, 30, 6, tzinfo=UTC))
        assert await found.out() == []
        assert {state for state, _ in (await found.states()).values()} == {"withdrawn"}
