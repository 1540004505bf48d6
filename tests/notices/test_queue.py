"""The queue on both databases: put in, decided on, withdrawn, put off, stopped, erased."""

from __future__ import annotations

import asyncio
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import event, func, insert, select

from bot.nursery import Bell
from bot.upkeep import Upkeep
from mentoring.errors import ProgrammeError
from mentoring.notices import service
from mentoring.notices.rules import Audience, Importance, Notice, NoticeButton, Privacy
from mentoring.people.rules import Role
from mentoring.questionnaires import opening
from mentoring.questionnaires import service as filling
from mentoring.questionnaires.rules_state import Begin
from mentoring.surveys import service as surveys
from mentoring.texts import Raw, say
from storage import notices as queue
from storage import personal
from storage.engine import Database
from storage.tables import notices, outbox, people
from storage.unit import StorageUnit
from tests.conftest import make_url_for
from tests.notices.ground import NOON, RENDERER, Ground, days, ground
from tests.surveys.ground import CURATOR, MENTEES, MENTORS

FIRST, SECOND = MENTEES[:2]
MOSCOW = ZoneInfo("Europe/Moscow")
COUNTS = select(func.count(notices.c.text), func.count()).select_from(notices)
TOMORROW = datetime(2026, 11, 25, 5, tzinfo=UTC)  # eight in the morning in Moscow


def name_of(key: str | None) -> str:
    assert key is not None
    return key.split(":")[2]


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


async def test_two_processes_at_once_say_it_once(database_url: str) -> None:
    """Each with connections of its own; something new becomes due between their looks."""
    async with ground(database_url) as found:
        for round_ in range(6):
            found.school.now = datetime(2026, 11, 24, 9, tzinfo=UTC) + timedelta(days=7 * round_)
            for number, tg_id in enumerate((*MENTORS, *MENTEES)):
                await found.say(tg_id, round_ * 100 + number)
            others = [Database(database_url) for _ in range(2)]
            for one in others:
                await one.verify()
            ticks = [Upkeep(one, RENDERER, lambda: found.school.now, Bell()) for one in others]
            more = [found.say(tg_id, round_ * 100 + 50 + n) for n, tg_id in enumerate(MENTORS)]
            await asyncio.gather(*(tick.deliver() for _ in range(3) for tick in ticks), *more)
            told = await found.out()
            assert len(told) == len({m.person for m in told}) == 6, "one message a person a day"
            said = [line for m in told for line in m.text.split("\n\n")]
            assert len(said) == len(set(said))
            for one in others:
                await one.close()
            await found.sent()


async def test_a_look_among_a_multitude_reads_only_what_is_due(sqlite_url: str) -> None:
    async with ground(sqlite_url) as found:
        await found.say(FIRST, 1)
        seen: list[str] = []
        await found.school.database.write(lambda c: _counted(c, found, seen))
        query = next(one for one in seen if "DISTINCT" in one)
        plan = await found.school.database.read(lambda c: _plan(c, query))
        assert "COVERING INDEX ix_notices_look (look_at<?)" in plan


async def test_few_queries_however_many_people(database_url: str) -> None:
    async with ground(database_url) as found:
        counts = []
        for number in (2, 60):
            await found.school.database.write(lambda c, n=number: _crowd(c, n))
            counted = await found.school.database.write(lambda c: _counted(c, found))
            counts.append(counted)
        assert counts[0] == counts[1] <= 14


def _crowd(connection, number: int) -> None:
    now, school = NOON, connection.execute(select(people.c.school_id)).scalar()
    for tg_id in range(5000 + number * 1000, 5000 + number * 1000 + number):
        row = {"school_id": school, "tg_id": tg_id, "state": "active", "language": "ru", "entered_at": now}
        person = connection.execute(insert(people).values(**row).returning(people.c.id)).scalar_one()
        told = Notice(person, f"draft:1:{tg_id}:{person}", Raw("x"), bundled=True)
        queue.put(connection, [queue.Queued(told, school, "x", ())], now)


def _plan(connection, query: str) -> str:
    raw = connection.connection.driver_connection
    return str(raw.execute(f"EXPLAIN QUERY PLAN {query}", (0,) * query.count("?")).fetchall())


def _counted(connection, found: Ground, seen: list[str] | None = None) -> int:
    seen = [] if seen is None else seen
    listener = lambda *args: seen.append(args[2])  # noqa: E731
    event.listen(connection, "before_cursor_execute", listener)
    parcels, following = service.deliver(StorageUnit(connection, NOON), 0)
    event.remove(connection, "before_cursor_execute", listener)
    assert parcels
    assert following is None
    return len(seen)


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


@pytest.mark.parametrize("kind", ["postgres"])
async def test_what_becomes_due_while_another_process_decides_is_not_a_second_message(
    request: pytest.FixtureRequest, kind: str, tmp_path: Path
) -> None:
    """The other one's message is not to be seen before it commits; so the person is its own until then."""
    url = await asyncio.to_thread(make_url_for, request, kind, tmp_path)
    async with ground(url) as found:
        await found.say(FIRST, 1)
        async with found.school.database.engine.connect() as connection, connection.begin():
            await connection.run_sync(lambda c: found.ticks()._page(NOON, 0, c))
            await found.say(FIRST, 2)
            await asyncio.wait_for(found.at(NOON), 5)
            assert await found.out() == [], "neither waited for nor doubled"
        await found.at(NOON)
        assert [m.text for m in await found.out()] == ["Напоминание 1"]
