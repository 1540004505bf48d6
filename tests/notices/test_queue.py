"""The queue on both databases: put in, decided on, said once, as one message a day."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import func, select

from mentoring.errors import ProgrammeError
from mentoring.notices import service
from mentoring.notices.rules import Importance, Notice, NoticeButton
from mentoring.texts import Raw, say
from storage import notices as queue
from storage.tables import notices, outbox
from tests.notices.ground import NOON, days, ground
from tests.surveys.ground import CURATOR, MENTEES, MENTORS

FIRST, SECOND = MENTEES[:2]
MOSCOW = ZoneInfo("Europe/Moscow")
TOMORROW = datetime(2026, 11, 25, 5, tzinfo=UTC)  # eight in the morning in Moscow


async def test_one_message_for_everything_due_silent_with_buttons_once(database_url: str) -> None:
    async with ground(database_url) as found:
        look = NoticeButton(Raw("Открыть"), "home")
        await found.say(FIRST, 1, buttons=(look,), text=Raw("Черновик <b>"))
        await found.say(FIRST, 2, buttons=(look,), importance=Importance.DEADLINE, text=Raw("Срок"))
        await found.say(SECOND, 3, sounding=True)
        assert await found.out() == [], "due is not delivery"
        await found.at(NOON)
        first, second = await found.out()
        assert first.text == "Срок\n\nЧерновик &lt;b&gt;"
        assert list(first.buttons) == ["Открыть", "Позже", "Не моё", "Не напоминать"]
        assert (first.silent, second.silent) == (True, False)


async def test_a_day_has_one_message_and_the_next_school_day_another(database_url: str) -> None:
    async with ground(database_url) as found:
        await found.say(FIRST, 1)
        await found.at(NOON)
        await found.sent()
        await found.say(FIRST, 2)
        for moment in (NOON + timedelta(minutes=1), NOON + timedelta(hours=6)):
            await found.at(moment)
            assert await found.out() == []
        await found.at(TOMORROW - timedelta(minutes=1))
        assert await found.out() == []
        await found.at(TOMORROW)
        assert [m.text for m in await found.out()] == ["Напоминание 2"]


async def test_said_once_for_ever(database_url: str) -> None:
    async with ground(database_url) as found:
        person = await found.say(FIRST, 1)
        await found.say(FIRST, 1)
        await found.at(NOON)
        await found.sent()
        await found.say(FIRST, 1)
        await found.at(TOMORROW)
        assert await found.out() == []
        assert await found.school.do(lambda unit: unit.said(f"draft:1:1:{person}"))
        await found.tell(Notice(person, "draft:1:9:3", Raw("Сразу")))
        await found.say(FIRST, 9, key="draft:1:9:3")
        await found.at(TOMORROW + timedelta(days=1))
        assert [m.text for m in await found.out()] == ["Сразу"], "a key of the outbox counts too"


async def test_three_days_without_the_bot_are_one_message_each(database_url: str) -> None:
    """Whatever became due meanwhile; what ended meanwhile is dropped, and the curator sees why."""
    async with ground(database_url) as found:
        for number, tg_id in enumerate((*MENTORS, *MENTEES) * 4):
            ends = NOON + timedelta(days=1) if number % 4 == 3 else None
            due = NOON + timedelta(hours=number)
            await found.say(tg_id, number, due_at=due, expires_at=ends)
        await found.at(NOON + timedelta(days=3))
        told = await found.out()
        assert len(told) == len({m.person for m in told}) == 6
        states = list((await found.states()).values())
        assert states.count(("dropped", "late")) == sum(n % 4 == 3 for n in range(24))
        seen = await found.use(CURATOR, service.undelivered)
        assert [(d.rule, d.why, d.count) for d in seen.dropped] == [("draft", "late", 6)]


async def test_never_in_quiet_hours_nor_on_days_off_and_once_a_day(database_url: str) -> None:
    """The ticks of two weeks over the New Year, with something new every few hours."""
    async with ground(database_url) as found:
        for number, moment in enumerate(days(date(2026, 12, 21), 24, minutes=9 * 60)):
            found.school.now = moment
            await found.say(FIRST, number, urgent=number % 7 == 0)
            await found.at(moment)
        told = [(m.at.astimezone(MOSCOW), m.key or "") for m in await found.out()]
        assert len(told) > 8
        assert all(8 <= at.hour < 20 for at, _ in told)
        bundled = [at for at, key in told if key.startswith("bundle:")]
        assert len({at.date() for at in bundled}) == len(bundled)
        assert all(at.isoweekday() <= 5 for at in bundled)
        assert not [at for at in bundled if date(2027, 1, 1) <= at.date() <= date(2027, 1, 8)], "holidays"
        assert [at for at, key in told if key.startswith("urgent:") and at.isoweekday() > 5]


async def test_todays_meeting_comes_besides_the_days_message(database_url: str) -> None:
    async with ground(database_url) as found:
        await found.say(FIRST, 1)
        await found.at(NOON)
        await found.say(FIRST, 2, urgent=True, bundled=False, buttons=(NoticeButton(Raw("Встреча"), "home"),))
        await found.at(NOON + timedelta(minutes=1))
        meeting = (await found.out())[1]
        assert (meeting.text, meeting.silent) == ("Напоминание 2", False)
        assert list(meeting.buttons) == ["Встреча"]
        await found.say(FIRST, 3)
        await found.at(NOON + timedelta(minutes=2))
        assert len(await found.out()) == 2


async def test_whom_nothing_reaches_is_seen_by_the_curator(database_url: str) -> None:
    async with ground(database_url) as found:
        await found.say(FIRST, 1)
        await found.say(SECOND, 2)
        await found.change(FIRST, reachable=False)
        await found.change(SECOND, muted=True)
        await found.tell(Notice((await found.school.person(SECOND)).id, "survey:1:5:2", Raw("Опрос")))
        await found.at(NOON)
        assert await found.out() == []
        seen = await found.use(CURATOR, service.undelivered)
        assert {(d.rule, d.why, d.count) for d in seen.dropped} == {
            ("draft", "unreachable", 1),
            ("draft", "muted", 1),
            ("survey", "muted", 1),
        }
        assert ([p.tg_id for p in seen.unreachable], [p.tg_id for p in seen.muted]) == ([FIRST], [SECOND])
        for tg_id in (FIRST, MENTORS[0]):
            with pytest.raises(ProgrammeError, match="error-not-yours"):
                await found.use(tg_id, service.undelivered)
        texts = select(notices.c.text, notices.c.buttons)
        assert {tuple(r) for r in await found.school.database.read(lambda c: c.execute(texts).all())} == {
            (None, None)
        }


async def test_quiet_hours_changed_meanwhile_count(database_url: str) -> None:
    async with ground(database_url) as found:
        evening = NOON + timedelta(hours=9)
        found.school.now = evening
        await found.say(FIRST, 1)
        await found.at(evening)
        assert await found.school.database.read(queue.next_look) == TOMORROW
        await found.change(FIRST, quiet_from="23:00", quiet_to="07:00")
        await found.at(evening + timedelta(minutes=1))
        assert await found.out() == []
        await found.ticks().tidy()
        await found.at(evening + timedelta(minutes=1))
        assert len(await found.out()) == 1


async def test_a_message_of_the_outbox_alone_is_no_days_message(database_url: str) -> None:
    """An approval or an invitation does not use up the day."""
    async with ground(database_url) as found:
        person = await found.say(FIRST, 1)
        await found.tell(Notice(person, "approved:1:1:1:1", Raw("Приняли")))
        await found.at(NOON)
        assert [m.text for m in await found.out()] == ["Приняли", "Напоминание 1"]
        assert (
            await found.school.database.read(
                lambda c: c.execute(
                    select(func.count()).select_from(outbox).where(outbox.c.key.like("bundle:%"))
                ).scalar()
            )
            == 1
        )


async def test_a_message_has_eight_rows_at_most_and_nothing_is_out_of_reach(database_url: str) -> None:
    async with ground(database_url) as found:
        for number in range(9):
            button = NoticeButton(Raw(f"Дело {number}"), f"f.look:{number}")
            importance = Importance.DEADLINE if number == 8 else Importance.REMINDER
            await found.say(FIRST, number, buttons=(button,), importance=importance)
        await found.at(NOON)
        (told,) = await found.out()
        own = [f"Дело {n}" for n in (8, 0, 1, 2, 3)]
        assert list(told.buttons) == [*own, "Меню", "Позже", "Не моё", "Не напоминать"]
        assert told.text.startswith("Напоминание 8\n\nНапоминание 0")


async def test_each_reader_has_their_own_language(database_url: str) -> None:
    async with ground(database_url) as found:
        await found.change(FIRST, language="en")
        await found.say(FIRST, 1, text=say("nudge-nameless"))
        await found.say(SECOND, 2, text=say("nudge-nameless"))
        await found.at(NOON)
        english, russian = await found.out()
        assert list(english.buttons) == ["Later", "Not mine", "Do not remind me"]
        assert english.text != russian.text
