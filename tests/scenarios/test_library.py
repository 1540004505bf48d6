"""The library in the chat: a file sent to the bot, found with a mistake in its name, sent on, withdrawn."""

from __future__ import annotations

from tests.promises.bad_ground import force, unpaced
from tests.scenarios.matching_ground import cast, menu, tapped
from tests.scenarios.test_support import HUB
from tests.stage import Stage, labels, stage

__all__ = ["unpaced"]


async def test_a_file_from_the_curator_to_whoever_looks_for_it(sqlite_url: str) -> None:
    async with stage(sqlite_url) as found:
        people = await cast(found)
        curator, mentee = people.curator, people.mentees[0]
        empty = await menu(found, mentee, HUB, "Библиотека")
        assert "Материалов пока нет" in empty["text"]
        await menu(found, curator, HUB, "Библиотека", "Добавить")
        card = await found.people.send_file(curator, "Рабочая_тетрадь_наставника.txt", b"hello")
        assert "Рабочая тетрадь наставника" in card["text"]
        await tapped(found, curator, "Этап", "Запуск")
        assert "Запуск · Для всех тем" in (await found.people.last(curator))["text"]
        await menu(found, curator, HUB, "Библиотека", "Добавить")
        await found.people.say(curator, "Закон об образовании\nhttps://example.org/zakon")
        await _looked_for(found, mentee)
        await menu(found, curator, HUB, "Библиотека", "Все", "Рабочая тетрадь", "Убрать")
        await menu(found, mentee, HUB, "Библиотека")
        gone = await found.people.say(mentee, "тетрадь")
        assert "Ничего похожего" in gone["text"]
        refused = await force(found, mentee, "lb.file:1")
        assert "уже нет" in str(refused), refused


async def _looked_for(found: Stage, mentee: int) -> None:
    await menu(found, mentee, HUB, "Библиотека")
    shown = await found.people.say(mentee, "рабочии тетради")
    assert "Нашёлся 1 материал" in shown["text"]
    await tapped(found, mentee, "Рабочая тетрадь", "Получить файл")
    sent = next(m for m in reversed(await found.people.messages(mentee)) if m["file"])
    assert await found.people.download(sent) == b"hello"
    await menu(found, mentee, HUB, "Библиотека", "Памятки", "Как слушать")
    memo = await found.people.last(mentee)
    assert "Три вопроса прежде одного совета" in memo["text"]
    assert labels(memo) == ["‹ Назад"]
