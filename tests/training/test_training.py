"""Training on both databases: lessons and tests, dates and attendance, who is admitted, feedback, the order."""

from __future__ import annotations

import io
from datetime import timedelta
from itertools import pairwise

import pytest
from docx import Document
from hypothesis import given
from hypothesis import strategies as st

from mentoring.documents import orders
from mentoring.errors import ProgrammeError
from mentoring.questionnaires.service import Given
from mentoring.surveys.narrowed import narrowed
from mentoring.training import library, rules, service, service_feedback, service_order, upkeep
from mentoring.training import service_sessions as sessions
from mentoring.training.rules import Cycle, Facts, Lesson, Mark, Read, Session
from tests.support.ground import CURATOR, MENTEE, MENTOR, MENTORS, NOW, PSYCHOLOGIST, School, number, staffed

START = NOW + timedelta(days=2)


async def cycle(found: School, code: str = "what_why_how") -> Cycle:
    return (await found.use(CURATOR, service.take_up, code)).cycle


async def session(found: School, made: Cycle) -> int:
    shown = await found.use(CURATOR, sessions.plan, made.id, made.lessons[0].id, START)
    return shown.session.id


async def admitted(found: School) -> frozenset[int] | None:
    school = (await found.person(CURATOR)).school
    return await found.do(lambda unit: service.admitted(unit, school))


async def test_reading_every_lesson_with_its_test_trains(database_url: str) -> None:
    async with staffed(database_url) as found:
        made = await cycle(found)
        assert await admitted(found) is None, "no school demands it unasked"
        await found.use(CURATOR, service.demand, True)
        assert await admitted(found) == frozenset()
        for place, one in enumerate(made.lessons):
            right = [choice.right for choice in one.test]
            wrong = [(n + 1) % 2 for n in right]
            assert not (await found.use(MENTOR, service.finish, made.id, one.id, wrong)).passed
            assert await admitted(found) == frozenset()
            await found.use(MENTOR, service.finish, made.id, one.id, right)
            await found.use(MENTOR, service.finish, made.id, one.id, wrong)  # a worse one undoes nothing
            assert len((await found.use(MENTOR, service.cycle, made.id)).done) == place + 1
        assert await admitted(found) == {await number(found, MENTOR)}
        assert (await found.use(MENTOR, service.overview)).own
        with pytest.raises(ProgrammeError, match="error-done-already"):
            await cycle(found)
        with pytest.raises(ProgrammeError, match="error-not-yours"):
            await found.use(MENTEE, service.overview)


async def test_a_date_invites_reminds_and_asks(database_url: str) -> None:
    async with staffed(database_url) as found:
        made = await cycle(found)
        one = await session(found, made)
        mentors = {await number(found, tg) for tg in MENTORS}
        assert set(found.heard("notice-training")) == mentors
        with pytest.raises(ProgrammeError, match="error-training-same"):
            await session(found, made)
        with pytest.raises(ProgrammeError, match="error-training-early"):
            await found.use(MENTOR, sessions.mark_own, one, True)
        moved = START + timedelta(hours=3)
        await found.use(CURATOR, sessions.move, one, moved)
        assert set(found.heard("notice-training-moved")) == mentors
        found.now = moved - timedelta(hours=1)
        for _ in range(2):
            await found.do(upkeep.tick)
        assert set(found.heard("notice-training-shortly")) == mentors
        assert len(found.heard("notice-training-shortly")) == len(mentors)
        found.now = moved + timedelta(minutes=10)
        await found.use(MENTOR, sessions.mark_own, one, True)
        found.now = moved + timedelta(minutes=50)
        await found.do(upkeep.tick)
        assert set(found.heard("notice-training-came")) == mentors - {await number(found, MENTOR)}


async def test_the_staffs_word_stands_and_half_of_the_sessions_train(database_url: str) -> None:
    async with staffed(database_url) as found:
        made = await cycle(found)
        await found.use(CURATOR, service.demand, True)
        one = await session(found, made)
        found.now = START
        other = await number(found, MENTORS[1])
        await found.use(CURATOR, sessions.mark, one, other, False)
        with pytest.raises(ProgrammeError, match="error-training-marked"):
            await found.use(MENTORS[1], sessions.mark_own, one, True)
        sheet = await found.use(PSYCHOLOGIST, sessions.mark, one, other, True)
        assert sheet.came == 1
        with pytest.raises(ProgrammeError, match="error-stale"):
            await found.use(CURATOR, sessions.mark, one, await number(found, MENTEE), True)
        with pytest.raises(ProgrammeError, match="error-not-yours"):
            await found.use(MENTOR, sessions.sheet, one)
        assert await admitted(found) == {other}


async def test_called_off_once_and_told(database_url: str) -> None:
    async with staffed(database_url) as found:
        one = await session(found, await cycle(found))
        await found.use(CURATOR, sessions.call_off, one)
        assert len(found.heard("notice-training-off")) == len(MENTORS)
        with pytest.raises(ProgrammeError, match="error-done-already"):
            await found.use(CURATOR, sessions.call_off, one)
        found.now = START + timedelta(hours=2)
        await found.do(upkeep.tick)
        assert not found.heard("notice-training-came")


async def test_feedback_asks_those_who_came(database_url: str) -> None:
    async with staffed(database_url) as found:
        one = await session(found, await cycle(found))
        with pytest.raises(ProgrammeError, match="error-training-nobody"):
            await found.use(CURATOR, service_feedback.open_feedback)
        found.now = START
        came = await number(found, MENTOR)
        await found.use(CURATOR, sessions.mark, one, came, True)
        survey = await found.use(CURATOR, service_feedback.open_feedback)
        assert survey.anonymous
        assert found.heard("notice-survey-anonymous") == [came]
        assert await found.do(lambda unit: narrowed(unit, survey)) == {came}
        with pytest.raises(ProgrammeError, match="error-survey-open"):
            await found.use(CURATOR, service_feedback.open_feedback)


async def test_a_schools_own_lessons(database_url: str) -> None:
    async with staffed(database_url) as found:
        own = (await found.use(CURATOR, service.make, "Наш цикл")).cycle
        text = await found.use(CURATOR, service.add_lesson, own.id, "Журнал\nКак вести\nhttps://example.org/j")
        assert (text.title, text.text, text.link) == ("Журнал", "Как вести", "https://example.org/j")
        file = Given("file", "document", "BQ-1", "План.docx", 7)
        await found.use(CURATOR, service.add_file, own.id, file, "", "Файл")
        await found.use(CURATOR, service.set_test, own.id, text.id, "Когда?\n+ Сразу\nПотом\n\nКак?\nТак\n+ Иначе")
        seen = (await found.use(MENTOR, service.cycle, own.id)).cycle.lessons
        assert [len(one.test) for one in seen] == [2, 0]
        assert seen[1].reference == "BQ-1"
        shipped = await cycle(found)
        with pytest.raises(ProgrammeError, match="error-training-shipped"):
            await found.use(CURATOR, service.set_test, shipped.id, shipped.lessons[0].id, "-")
        await found.use(CURATOR, service.drop, own.id)
        with pytest.raises(ProgrammeError, match="error-stale"):
            await found.use(MENTOR, service.cycle, own.id)


async def test_the_order_has_the_plan_and_the_schedule(sqlite_url: str) -> None:
    async with staffed(sqlite_url) as found:
        with pytest.raises(ProgrammeError, match="error-order-empty"):
            await found.use(CURATOR, service_order.order, str)
        one = await session(found, await cycle(found))
        await found.use(CURATOR, sessions.set_place, one, "актовый зал")
        await found.use(CURATOR, sessions.set_length, one, 2)
        made = orders.render(await found.use(CURATOR, service_order.order, str))
        document = Document(io.BytesIO(made))
        cells = [[cell.text for cell in row.cells] for row in document.tables[0].rows]
        assert cells[1][1:] == ["26.11.2026, 12:00", "Что такое наставничество", "2", "актовый зал", cells[1][5]]
        assert "Сергеева" in cells[1][5]
        assert [row[2] for row in cells[2:]] == ["Зачем это нужно вам, коллеге и школе", "Как идёт год пары"]
        assert "«Наставничество: Что? Зачем? Как?»" in "\n".join(p.text for p in document.paragraphs)
        named = [row.cells[1].text for row in document.tables[1].rows]
        assert {"Человек 0", "Человек 1", "Человек 2"} <= set(named)


@pytest.mark.parametrize(
    "typed", ["", "Вопрос?", "Вопрос?\nа\nб", "Вопрос?\n+а\n+б", "В?\n+ \nб", "В?\n" + "а\n" * 5]
)
def test_a_test_that_cannot_be_read_is_refused(typed: str) -> None:
    with pytest.raises(ProgrammeError, match="error-training-test"):
        rules.test_from(typed)


@pytest.mark.parametrize("language", library.LANGUAGES)
def test_what_ships_is_whole_and_the_same_in_both_languages(language: str) -> None:
    here, russian = library.cycles(language), library.cycles("ru")
    assert [(code, [one.code for one in c.lessons]) for code, c in here.items()] == [
        (code, [one.code for one in c.lessons]) for code, c in russian.items()
    ]
    for made, other in zip(here.values(), russian.values(), strict=True):
        for one, twin in zip(made.lessons, other.lessons, strict=True):
            assert 600 < len(one.text) < 1600, "a few minutes' reading"
            assert [c.right for c in one.test] == [c.right for c in twin.test]
            assert all(c.right < len(c.options) and c.why for c in one.test)
    assert [m.code for m in library.memos(language)] == [m.code for m in library.memos("ru")]
    assert all(len(m.title) <= 22 for m in library.memos(language))


@given(st.integers(1, 6), st.integers(0, 6), st.integers(0, 4), st.booleans())
def test_more_coming_or_reading_never_untrains(held: int, came: int, read: int, demanded: bool) -> None:
    lessons = tuple(Lesson(n, 1) for n in range(1, 5))
    dates = [Session(n, 1, NOW - timedelta(days=n)) for n in range(1, held + 1)]

    def facts(came: int, read: int) -> Facts:
        marks = [Mark(one.id, 7, n < came, by_staff=False) for n, one in enumerate(dates)]
        reads = [Read(one.id, 7, 2, 2) for one in lessons[:read]]
        return Facts([Cycle(1, "", "", NOW, lessons)], dates, marks, reads)

    steps = [7 in rules.trained(facts(n, read), NOW) for n in range(came + 1)]
    assert all(before <= after for before, after in pairwise(steps))
    found = rules.admitted(facts(came, read), demanded, NOW)
    assert (found is None) is not demanded
    if demanded:
        assert (7 in (found or ())) == (min(came, held) * 2 >= held or read == 4)
