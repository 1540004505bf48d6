"""Reflection on both databases: who binds, what goes to the group and whose words, what is kept and what goes."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import func, select

from mentoring.errors import ProgrammeError
from mentoring.notices.rules import Audience, Privacy
from mentoring.people.rules import Role
from mentoring.reflection import (
    service,
    service_answers,
    service_groups,
    service_hour,
    service_polls,
    service_prompts,
    upkeep,
)
from mentoring.reflection.rules import AnswerState, Counts, Place, Rhythm
from mentoring.reflection.rules_posts import GroupPost
from mentoring.reflection.service_groups import Bound
from mentoring.texts import Raw
from storage.outbox import NotForGroups
from storage.tables import reflection_answers
from tests.reflection.ground import CURATOR, GROUP, MENTEES, MENTORS, Grouped, grouped
from tests.surveys.ground import _enter

FRIDAY = datetime(2026, 11, 27, 12, tzinfo=UTC)  # 15:00 in Moscow
SECRET = "Иванова из 7Б снова плакала"


async def asked(found: Grouped) -> int:
    """A question in the group; the number of its message."""
    code = (await found.use(CURATOR, service_prompts.listed))[0].code
    await found.use(CURATOR, service.ask_now, code)
    return int((await found.said())[-1]["id"])


async def heard(found: Grouped, tg_id: int, to: int, message: int, text: str = "Стало спокойнее") -> bool:
    return await found.do(lambda unit: service_answers.heard(unit, tg_id, GROUP, to, message, text))


async def last_asked(found: Grouped) -> int:
    one = await found.do(lambda unit: unit.reflections.last_asked(1))
    return int(one.id)


async def write(found: Grouped, tg_id: int, text: str = SECRET) -> int:
    written = await found.use(tg_id, service_answers.write, await last_asked(found), text)
    return int(written.answer.id)


async def look(found: Grouped, now: datetime) -> None:
    found.now = now
    for school_id in await found.do(lambda unit: unit.reflections.due_schools(now)):
        await found.do(lambda unit, one=school_id: upkeep.look(unit, one))


async def test_only_the_curator_binds_and_another_schools_group_stays_theirs(database_url: str) -> None:
    async with grouped(database_url, bound=False) as found:
        place = Place(GROUP, 0, "Школа № 6")
        for tg_id in (MENTORS[0], MENTEES[0]):
            assert await found.use(tg_id, service_groups.bind, place) is Bound.STRANGER
        assert await found.do(lambda unit: service_groups.added(None, unit, place)) is Bound.STRANGER
        assert await found.use(CURATOR, service_groups.added, place) is Bound.BOUND
        assert await found.use(CURATOR, service_groups.bind, place) is Bound.ALREADY
        await found.do(_other_school)
        assert await found.use(99, service_groups.bind, place) is Bound.TAKEN
        second = Place(-600, 0, "Другая")
        assert await found.use(CURATOR, service_groups.added, second) is Bound.SECOND
        assert await found.use(CURATOR, service_groups.bind, second) is Bound.BOUND
        assert [one.chat_id for one in await found.do(lambda unit: unit.groups.all_of_school(1))] == [-600]


def _other_school(unit: object) -> None:
    from mentoring.people import entrance

    other = entrance.found_school(unit, "Школа № 7").school  # type: ignore[arg-type]
    _enter(unit, other.id, 99, Role.CURATOR, "Другая Школа Седьмая")  # type: ignore[arg-type]


async def test_the_rhythm_puts_one_question_and_the_month_is_summed_up(database_url: str) -> None:
    async with grouped(database_url) as found:
        await found.use(CURATOR, service.set_rhythm, Rhythm.WEEKLY)
        await look(found, FRIDAY - timedelta(minutes=1))
        assert await found.said() == []
        await look(found, FRIDAY)
        (question,) = await found.said()
        assert question["disable_notification"] is True
        assert question["reply_markup"]["inline_keyboard"][0][0]["url"] == "https://t.me/uchitel_bot?start=ask_1"
        await look(found, FRIDAY + timedelta(hours=1))
        assert await found.said() == []
        for number, tg_id in enumerate((*MENTORS, 12345)):
            assert await heard(found, tg_id, question["id"], number)
        await found.do(lambda unit: unit.groups.reacted(GROUP, question["id"], by=2))
        assert [one["method"] for one in await found.said()] == ["setMessageReaction"] * 4
        school = (await found.person(CURATOR)).school
        counts = await found.do(lambda unit: service.month(unit, school, date(2026, 11, 30)))
        assert counts == Counts(asked=1, answers=4, people=3, reactions=2)
        await look(found, datetime(2026, 12, 1, 7, tzinfo=UTC))
        (summary,) = await found.said()
        assert "ноябрь" in summary["text"]
        assert "4 ответа" in summary["text"]
        await look(found, datetime(2026, 12, 2, 7, tzinfo=UTC))
        assert await found.said() == []


async def test_a_curator_asks_once_however_often_it_is_pressed(sqlite_url: str) -> None:
    async with grouped(sqlite_url) as found:
        await found.use(CURATOR, service_prompts.add, "Что  вас\nрадует?")
        first, *_ = await found.use(CURATOR, service_prompts.listed)
        assert first.text == "Что вас радует?"
        await found.use(CURATOR, service.ask_now, first.code)
        with pytest.raises(ProgrammeError, match="error-done-already"):
            await found.use(CURATOR, service.ask_now, first.code)
        assert len(await found.said()) == 1
        with pytest.raises(ProgrammeError, match="error-not-yours"):
            await found.use(MENTORS[0], service.ask_now, first.code)
        await found.use(CURATOR, service_prompts.drop, first.code)
        shipped = (await found.use(CURATOR, service_prompts.listed))[0]
        await found.use(CURATOR, service_prompts.drop, shipped.code)
        assert shipped not in await found.use(CURATOR, service_prompts.listed)
        await found.use(CURATOR, service_prompts.restore)
        assert shipped in await found.use(CURATOR, service_prompts.listed)


async def test_only_answers_are_heard_and_of_strangers_only_the_count(database_url: str) -> None:
    async with grouped(database_url) as found:
        question = await asked(found)
        assert not await heard(found, MENTORS[0], question + 50, 1)
        assert not await heard(found, MENTORS[0], question, 2, "   ")
        assert await heard(found, 555, question, 3, SECRET)
        assert await heard(found, MENTORS[0], question, 4)
        await found.do(lambda unit: service_answers.reworded(unit, MENTORS[0], GROUP, 4, "Иначе"))
        await found.do(lambda unit: service_answers.reworded(unit, MENTORS[1], GROUP, 4, "Чужое"))
        rows = await found.database.read(lambda c: c.execute(select(reflection_answers.c.text)).scalars().all())
        assert rows == ["Иначе"]


async def test_a_private_answer_waits_for_the_curator_without_a_name(database_url: str) -> None:
    async with grouped(database_url) as found:
        question = await asked(found)
        await found.use(CURATOR, service.set_held, True)
        answer = await write(found, MENTORS[0])
        assert await found.said() == []
        assert await found.use(MENTORS[0], service_answers.send, answer, False) is AnswerState.HELD
        with pytest.raises(ProgrammeError, match="error-done-already"):
            await found.use(MENTORS[0], service_answers.send, answer, True)
        with pytest.raises(ProgrammeError, match="error-stale"):
            await found.use(MENTORS[1], service_answers.drop, answer)
        with pytest.raises(ProgrammeError, match="error-not-yours"):
            await found.use(MENTORS[1], service_answers.held)
        assert found.heard("notice-answer-held") == [(await found.person(CURATOR)).id]
        (shown,) = await found.use(CURATOR, service_answers.held)
        assert (shown.name, shown.answer.person_id, shown.answer.text) == ("", 0, SECRET)
        assert await found.said() == []
        await found.use(CURATOR, service_answers.give_back, answer)
        assert await write(found, MENTORS[0], "Стало тише") == answer
        await found.use(MENTORS[0], service_answers.send, answer, False)
        await found.use(CURATOR, service_answers.release, answer)
        (post,) = await found.said()
        assert "Стало тише" in post["text"]
        assert "Человек 0" not in post["text"]
        assert SECRET not in json.dumps(post)
        assert post["reply_parameters"]["message_id"] == question
        with pytest.raises(ProgrammeError, match="error-done-already"):
            await found.use(CURATOR, service_answers.release, answer)


async def test_a_name_stands_there_by_its_owners_word_alone_and_goes_with_them(database_url: str) -> None:
    async with grouped(database_url) as found:
        await asked(found)
        answer = await write(found, MENTORS[0], "Мой урок")
        assert await found.use(MENTORS[0], service_answers.send, answer, True) is AnswerState.POSTED
        (post,) = await found.said()
        assert "Человек 0" in post["text"]
        author = await found.person(MENTORS[0])
        stored = await found.do(lambda unit: unit.people.stored(author.school_id, author.id))
        assert [row["text"] for row in stored["reflection_answers"]] == ["Мой урок"]
        await found.do(lambda unit: unit.people.erase(author.school_id, author.id))
        count = select(func.count()).select_from(reflection_answers)
        assert await found.database.read(lambda c: c.execute(count).scalar()) == 0
        await found.do(upkeep.take_back)
        (gone,) = await found.said()
        assert (gone["method"], gone["message_id"]) == ("deleteMessage", post["id"])
        await found.do(upkeep.take_back)
        assert await found.said() == []


async def test_what_has_not_left_yet_goes_with_its_author(sqlite_url: str) -> None:
    async with grouped(sqlite_url) as found:
        await asked(found)
        await found.use(MENTORS[0], service_answers.send, await write(found, MENTORS[0]), True)
        author = await found.person(MENTORS[0])
        await found.do(lambda unit: unit.people.erase(author.school_id, author.id))
        assert await found.said() == []


async def test_the_guided_hour(database_url: str) -> None:
    async with grouped(database_url) as found:
        await found.use(CURATOR, service_hour.start, 10)
        with pytest.raises(ProgrammeError, match="error-done-already"):
            await found.use(CURATOR, service_hour.start, 10)
        greeting, first = await found.said()
        assert "3 вопроса" in greeting["text"]
        assert "Вопрос 1 из 3" in first["text"]
        await heard(found, MENTEES[0], first["id"], 1)
        found.now += timedelta(minutes=10)
        for hour in await found.do(lambda unit: unit.hours.due(found.now)):
            await found.do(lambda unit, one=hour: upkeep.step(unit, one))
            await found.do(lambda unit, one=hour: upkeep.step(unit, one))  # a second process comes too late
        assert [one["text"][:19] for one in await found.said() if "text" in one] == ["<b>Вопрос 2 из 3.</b"[:19]]
        await found.use(CURATOR, service_hour.go_on, 2)
        with pytest.raises(ProgrammeError, match="error-done-already"):
            await found.use(CURATOR, service_hour.go_on, 2)
        await found.use(CURATOR, service_hour.go_on, 3)
        assert "Ответов: 1" in (await found.said())[-1]["text"]
        assert found.heard("notice-hour-over") == [(await found.person(CURATOR)).id]
        final = await found.use(CURATOR, service_hour.conclude, "Стали чаще ходить друг к другу.")
        assert (final.going, final.counts.answers, final.hour.conclusion[:5]) == (False, 1, "Стали")


async def test_a_poll_from_its_question_to_its_outcome(database_url: str) -> None:
    async with grouped(database_url) as found:
        poll = await found.use(CURATOR, service_polls.begin, "Когда круглый стол?")
        with pytest.raises(ProgrammeError, match="error-poll-few"):
            await found.use(CURATOR, service_polls.publish, poll.id, 1)
        await found.use(CURATOR, service_polls.add_options, poll.id, "пятница\nсреда\nпятница\n\n")
        await found.use(CURATOR, service_polls.toggle, poll.id, "четверг")
        await found.use(CURATOR, service_polls.toggle, poll.id, "среда")
        put = await found.use(CURATOR, service_polls.publish, poll.id, 1)
        assert put.options == ("пятница", "четверг")
        (sent,) = await found.said()
        assert (sent["method"], sent["is_anonymous"]) == ("sendPoll", True)
        code = f"poll{sent['id']}"
        await found.do(lambda unit: service_polls.counted(unit, code, [2, 1], False))
        found.now += timedelta(days=1)
        for one in await found.do(lambda unit: unit.polls.ending(found.now)):
            await found.do(lambda unit, poll=one: upkeep.close_poll(unit, poll))
        assert [one["method"] for one in await found.said()] == ["stopPoll"]
        await found.do(lambda unit: service_polls.counted(unit, code, [3, 1], True))
        await found.do(lambda unit: service_polls.counted(unit, code, [3, 1], True))
        (word,) = await found.said()
        assert "пятница" in word["text"]
        assert "3 из 4" in word["text"]
        assert len(found.heard("notice-poll-over")) == 1


async def test_the_door_lets_nothing_into_a_group_that_is_not_public(database_url: str) -> None:
    async with grouped(database_url) as found:
        for chat_id, audience, privacy in (
            (GROUP, Audience.GROUP, Privacy.NAMED),
            (GROUP, Audience.GROUP, Privacy.OWN),
            (GROUP, Audience.SELF, Privacy.PUBLIC),
            (70, Audience.GROUP, Privacy.PUBLIC),
        ):
            words = GroupPost(chat_id, "k", (Raw(SECRET),), "ru", audience, privacy)
            with pytest.raises(NotForGroups) as refused:
                await found.do(lambda unit, post=words: unit.post(post))
            assert SECRET not in str(refused.value)
        assert await found.said() == []


async def test_a_group_that_is_gone_is_told_to_its_curators_and_nothing_follows(sqlite_url: str) -> None:
    async with grouped(sqlite_url) as found:
        await found.use(CURATOR, service.set_rhythm, Rhythm.WEEKLY)
        await found.do(lambda unit: unit.groups.move(GROUP, -1000000000500))
        await found.do(lambda unit: service_groups.removed(unit, -1000000000500))
        assert found.heard("notice-group-lost") == [(await found.person(CURATOR)).id]
        await look(found, FRIDAY)
        assert await found.said() == []
        with pytest.raises(ProgrammeError, match="error-no-group"):
            await found.use(CURATOR, service_hour.start, 5)
