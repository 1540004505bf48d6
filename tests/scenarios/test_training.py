"""Training in the chat: a cycle that ships, a date, a lesson with its test, who came, the order as a Word file."""

from __future__ import annotations

import io
from datetime import timedelta

from docx import Document

from tests.promises.bad_ground import unpaced
from tests.scenarios.filling import routes, tap
from tests.scenarios.matching_ground import MENTORS, Cast, cast, menu, tapped
from tests.scenarios.test_support import HUB, hop, newest
from tests.stage import Stage, labels, stage

__all__ = ["unpaced"]
CYCLE = "MENTOR SET"


async def test_training_from_the_first_date_to_the_order(sqlite_url: str) -> None:
    async with stage(sqlite_url) as found:
        people = await cast(found)
        await menu(found, people.curator, HUB, "Обучение", "Добавить цикл", CYCLE)
        assert "Первая встреча: с чего начать" in labels(await found.people.last(people.curator))
        await _dated(found, people)
        await _read(found, people.mentors[1])
        await hop(found, timedelta(days=2))
        asked = await newest(found, people.mentors[0], "Вы были на обучении")
        was = await tap(found, people.mentors[0], asked, routes(asked)["tr.own"][0])
        assert "Вы отмечены: были" in was["text"]
        await _marked(found, people)
        await _ordered(found, people)


async def _dated(found: Stage, people: Cast) -> None:
    await tapped(found, people.curator, "Встречи", "Назначить", "Первая встреча")
    days = await found.people.last(people.curator)
    hours = await tap(found, people.curator, days, routes(days)["tr.hour"][1])
    await tap(found, people.curator, hours, routes(hours)["tr.at"][3])
    await tapped(found, people.curator, "Место")
    card = await found.people.say(people.curator, "актовый зал")
    assert "Где: актовый зал" in card["text"]
    assert "Ведёт: Сергеева" in card["text"]
    told = await newest(found, people.mentors[0], "Приглашаем на обучение")
    assert "Первая встреча" in told["text"]


async def _read(found: Stage, mentor: int) -> None:
    """The lesson, and its test with a wrong answer first."""
    await menu(found, mentor, HUB, "Обучение", CYCLE, "Вопросы вместо")
    await tapped(found, mentor, "Короткий тест")
    shown = await found.people.last(mentor)
    assert "Вопрос 1 из 2" in shown["text"]
    answer = await found.people.press(mentor, "1")
    assert "Точнее так" in answer["last"]["text"]
    await found.people.press(mentor, "2")
    assert "Верно 1 из 2" in (await found.people.last(mentor))["text"]
    await tapped(found, mentor, "Ещё раз")
    await found.people.press(mentor, "2")
    await found.people.press(mentor, "2")
    done = await found.people.last(mentor)
    assert "Занятие засчитано: верно 2 из 2" in done["text"]
    await tapped(found, mentor, "К занятиям")
    assert "✓ Вопросы вместо советов" in labels(await found.people.last(mentor))


async def _marked(found: Stage, people: Cast) -> None:
    await menu(found, people.curator, HUB, "Обучение", CYCLE, "Встречи", "Первая встреча", "Кто был")
    sheet = await found.people.last(people.curator)
    assert "Отмечено: 1 из 3" in sheet["text"]
    assert f"☑ {MENTORS[0]}" in labels(sheet)
    await tapped(found, people.curator, MENTORS[1])
    assert "Отмечено: 2 из 3" in (await found.people.last(people.curator))["text"]
    await menu(found, people.curator, HUB, "Обучение", "Отклики")
    asked = await found.people.last(people.curator)
    assert "2 человека" in asked["text"]
    assert "не меньше 5" in asked["text"]


async def _ordered(found: Stage, people: Cast) -> None:
    await menu(found, people.curator, HUB, "Обучение", "Приказ")
    file = await found.people.last(people.curator)
    document = Document(io.BytesIO(await found.people.download(file)))
    rows = [[cell.text for cell in row.cells] for row in document.tables[0].rows]
    assert rows[1][2] == "Первая встреча: с чего начать"
    assert rows[1][4] == "актовый зал"
    assert MENTORS[0] in {row.cells[1].text for row in document.tables[1].rows}
