"""A pair makes its plan in the chat: cards, terms, a task of their own, a result with a file, the Word file."""

from __future__ import annotations

import io
from typing import Any

from docx import Document

from tests.promises.bad_ground import force, mentee, unpaced
from tests.scenarios.test_pairs import MENTEE, MENTOR, mentor, noon
from tests.stage import Stage, labels, stage

__all__ = ["unpaced"]


async def pressed(found: Stage, person: int, part: str) -> dict[str, Any]:
    """The button whose label holds these words; the screen it brings."""
    shown = await found.people.last(person)
    label = next((one for one in labels(shown) if part in one), None)
    assert label is not None, (part, labels(shown))
    return (await found.people.press(person, label))["last"]


async def paired(found: Stage) -> tuple[int, int, int]:
    """Curator, mentor, mentee of a pair."""
    await noon(found)
    curator = await found.curator()
    older, younger = await mentor(found, curator), await mentee(found, curator, MENTEE)
    await found.people.say(curator, "/menu")
    for words in ("Пары", "Новая пара", MENTOR, "Дальше", MENTEE, "Создать пару"):
        await pressed(found, curator, words)
    return curator, older, younger


async def opened(found: Stage, person: int) -> dict[str, Any]:
    await found.people.say(person, "/menu")
    await pressed(found, person, "Моя пара")
    return await pressed(found, person, "План")


async def test_a_plan_from_the_first_card_to_the_printed_sheet(database_url: str) -> None:
    async with stage(database_url) as found:
        _, older, younger = await paired(found)
        await _ticked(found, younger)
        told = await found.people.last(older)
        assert "План наставничества изменился" in told["text"]
        assert MENTEE in told["text"]
        await _marked(found, older)
        await _own_task(found, younger)
        await _printed(found, younger)


async def _ticked(found: Stage, younger: int) -> None:
    """Two ready cards."""
    empty = await opened(found, younger)
    assert "Пока в плане ничего нет" in empty["text"]
    await pressed(found, younger, "Готовые карточки")
    await pressed(found, younger, "Разобрать правила безопасности")
    ticked = await found.people.last(younger)
    assert any(label.startswith("☑") and "безопасности" in label for label in labels(ticked))
    await pressed(found, younger, "Развитие")
    await pressed(found, younger, "Спроектировать урок")
    done = await pressed(found, younger, "Готово")
    assert "Задач: 2. Готово: 0, в работе: 0, впереди: 2." in done["text"]
    assert "Ближайший срок" in done["text"]


async def _marked(found: Stage, older: int) -> None:
    """A term, a state, the mentor's mark."""
    await pressed(found, older, "Открыть план")
    await pressed(found, older, "Задачи")
    await pressed(found, older, "безопасности")
    await pressed(found, older, "Срок")
    termed = await found.people.say(older, "в марте")
    assert "Срок: 31 марта 2027" in termed["text"]
    await pressed(found, older, "Срок")
    refused = await found.people.say(older, "когда-нибудь потом")
    assert "какой это день" in refused["text"]
    termed = await found.people.say(older, "25 декабря")
    assert "Срок: 25 декабря 2026" in termed["text"]
    moved = await pressed(found, older, "Готово")
    assert "Сейчас: готово (" in moved["text"]
    assert MENTOR in moved["text"]
    await pressed(found, older, "Отметка наставника")
    marked = await found.people.say(older, "выполнено <b>")
    assert "Отметка наставника: выполнено <b>" in marked["text"]


async def _own_task(found: Stage, younger: int) -> None:
    await opened(found, younger)
    for words in ("Своя задача", "Трудности", "Личное развитие"):
        await pressed(found, younger, words)
    own = await found.people.say(younger, "Беречь вечера\nДва свободных вечера в неделю")
    assert "Планируемый результат: Два свободных вечера в неделю" in own["text"]
    assert "Отметка наставника" not in labels(own)
    await opened(found, younger)
    log = await pressed(found, younger, "Изменения")
    assert f"{MENTOR}: отметка наставника" in log["text"]


async def _printed(found: Stage, younger: int) -> None:
    await opened(found, younger)
    sheet = await pressed(found, younger, "Файлом для печати")
    rows = Document(io.BytesIO(await found.people.download(sheet))).tables[0].rows
    printed = [[cell.text for cell in row.cells] for row in rows]
    assert any(row[2] == "25.12.2026" and row[5] == "выполнено <b>" for row in printed)
    assert any(row[1] == "Беречь вечера" for row in printed)


async def test_a_result_takes_links_photos_and_files(sqlite_url: str) -> None:
    async with stage(sqlite_url) as found:
        _, older, younger = await paired(found)
        await opened(found, younger)
        for words in ("Результаты", "Добавить", "Открытый урок"):
            await pressed(found, younger, words)
        card = await found.people.say(younger, "Урок «Дроби»")
        assert "Открытый урок" in card["text"]
        refused = await found.people.say(younger, "просто слова")
        assert "не похоже на ссылку" in refused["text"]
        card = await found.people.say(younger, "example.org/urok")
        assert "https://example.org/urok" in card["text"]
        card = await found.people.send_file(younger, "конспект.pdf", b"%PDF-1.4 ...")
        assert "Файлы: 1" in labels(card)
        card = await found.people.send_file(younger, "доска.jpg", PIXEL, kind="photo")
        assert "Файлы: 2" in labels(card)
        before = card["id"]
        await pressed(found, younger, "Файлы: 2")
        sent = [one for one in await found.people.messages(younger, after=before) if one["file"]]
        assert len(sent) == 2
        await opened(found, younger)
        later = await found.people.say(younger, "example.org/mistake")
        assert "не похоже" not in later["text"]
        assert "mistake" not in later["text"], "the card was left before"
        await opened(found, older)
        await pressed(found, older, "Результаты")
        theirs = await pressed(found, older, "Дроби")
        assert "Удалить" not in labels(theirs)
        await opened(found, younger)
        await pressed(found, younger, "Результаты")
        await pressed(found, younger, "Дроби")
        asked = await pressed(found, younger, "Удалить")
        assert "Вернуть его будет нельзя" in asked["text"]
        gone = await pressed(found, younger, "Да, удалить")
        assert "Пока ни одного" in gone["text"]


async def test_the_curator_reads_and_strangers_do_not(sqlite_url: str) -> None:
    async with stage(sqlite_url) as found:
        curator, _, younger = await paired(found)
        await opened(found, younger)
        await pressed(found, younger, "Цели")
        for words in ("Добавить цель", "Методика"):
            await pressed(found, younger, words)
        goals = await found.people.say(younger, "Спокойные уроки")
        assert "1. Спокойные уроки (методика)" in goals["text"]
        await force(found, curator, "plan:1")
        await found.people.rest()
        seen = await found.people.last(curator)
        assert "• Спокойные уроки" in seen["text"]
        assert "Готовые карточки" not in labels(seen)
        other = await mentor(found, curator, "Чужой Иван Иванович")
        for data in ("plan:1", "pl.tasks:1:0", "pl.file:1", "pl.tick:1:safety:1", "pl.goal:1:1"):
            answer = await force(found, other, data)
            await found.people.rest()
            assert "Спокойные" not in (await found.people.last(other))["text"], data
            assert answer["status"] == 200


# The smallest JPEG that a picture's reader takes.
PIXEL = bytes.fromhex(
    "ffd8ffe000104a46494600010100000100010000ffdb004300080606070605080707070909080a0c140d0c0b0b0c1912130f141d1a1f1e1d"
    "1a1c1c20242e2720222c231c1c2837292c30313434341f27393d38323c2e333432ffc0000b080001000101011100ffc4001f00000105010101"
    "01010100000000000000000102030405060708090a0bffc400b5100002010303020403050504040000017d0102030004110512213141061351"
    "6107227114328191a1082342b1c11552d1f02433627282090a161718191a25262728292a3435363738393a434445464748494a535455565758"
    "595a636465666768696a737475767778797a838485868788898a92939495969798999aa2a3a4a5a6a7a8a9aab2b3b4b5b6b7b8b9bac2c3c4c5"
    "c6c7c8c9cad2d3d4d5d6d7d8d9dae1e2e3e4e5e6e7e8e9eaf1f2f3f4f5f6f7f8f9faffda0008010100003f00fbd5ffd9"
)
