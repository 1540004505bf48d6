"""A year's end in the chat: each tells of each and sees only what both show; the report, and what it never says."""

from __future__ import annotations

import io
import zipfile
from datetime import timedelta
from typing import Any

import pytest
from docx import Document
from openpyxl import load_workbook
from structlog.testing import capture_logs

from mentoring.pairs import service as pairs
from storage.unit import StorageUnit
from tests.evaluation.year_ground import CANARY, MENTORS
from tests.promises.bad_ground import calm, force, member, unpaced, write
from tests.scenarios.filling import fill
from tests.scenarios.matching_ground import menu, person_of, tapped
from tests.scenarios.test_pairs import noon
from tests.scenarios.year_stage import with_answers
from tests.selection.ground import give
from tests.stage import Stage, labels, stage

__all__ = ["unpaced"]
MENTOR, FIRST, SECOND = "Громова Ольга Ильинична", "Петрова Мария Ивановна", "Рогов Иван Олегович"
SEALED = "молчание-в-учительской"


async def _group(found: Stage, curator: int) -> dict[str, int]:
    """A mentor with two mentees, who have answered what is asked at the entrance."""
    cast = {MENTOR: await member(found, curator, MENTOR, "Наставник")}
    cast |= {name: await member(found, curator, name, "Наставляемый") for name in (FIRST, SECOND)}

    def put(connection: Any) -> None:
        assert found.app is not None
        unit = StorageUnit(connection, found.app.clock.now())
        actor = unit.people.actor(curator)
        assert actor is not None
        number = {name: person_of(unit, tg_id) for name, tg_id in cast.items()}
        forms = {MENTOR: "mentor", FIRST: "mentee", SECOND: "mentee"}
        for name, role in forms.items():
            for form in (f"{role}_entry", f"{role}_before", "working_style"):
                give(unit, number[name], form, {}, str(actor.school.year_start.year))
        pairs.create(actor, unit, [number[MENTOR]], [number[FIRST], number[SECOND]])

    await write(found, put)
    return cast


async def _until_invited(found: Stage, person: int) -> None:
    """The next school day's morning, whichever day the test is run on."""
    assert found.app is not None
    for _ in range(12):
        to = (found.app.clock.now() + timedelta(days=1)).replace(hour=9, minute=0)
        await found.people.post("clock", to=to.isoformat())
        await found.people.rest(60)
        if "Год подходит к концу" in await _heard(found, person):
            return
    raise AssertionError("nobody was invited")


async def _heard(found: Stage, person: int) -> str:
    return "\n".join(m["text"] or "" for m in await found.people.messages(person))


async def _opened(found: Stage, curator: int, mentor: int) -> None:
    """The curator brings the window forward; time does the rest."""
    ahead = await menu(found, curator, "Итоги года", "Взаимная оценка")
    assert "бот сам спросит каждого" in ahead["text"]
    await tapped(found, curator, "Срок и доступ", "Открыть сегодня", "Да, открыть")
    await _until_invited(found, mentor)


async def _tells(found: Stage, person: int, about: str, words: str) -> None:
    await menu(found, person, "Мои анкеты", f"Взаимная оценка: {about}")
    welcome = await found.people.last(person)
    assert f"О работе с: {about}" in welcome["text"]
    assert "прочитает только куратор" in welcome["text"]
    await fill(found, person, pick=1, words=words)


async def _shown(found: Stage, cast: dict[str, int]) -> None:
    """One wish opens nothing and is not told; two open both."""
    await menu(found, cast[FIRST], "Мои анкеты", f"✓ Взаимная оценка: {MENTOR}")
    await tapped(found, cast[FIRST], "Показать друг другу", "Да, показать")
    await menu(found, cast[MENTOR], "Мои анкеты", f"✓ Взаимная оценка: {FIRST}")
    assert "Ответы обо мне" not in labels(await found.people.last(cast[MENTOR]))
    assert SEALED not in await _heard(found, cast[MENTOR])
    await tapped(found, cast[MENTOR], "Показать друг другу", "Да, показать", "Ответы обо мне")
    assert f"{SEALED}-1" in await _heard(found, cast[MENTOR])
    assert f"{SEALED}-2" not in await _heard(found, cast[MENTOR]), "the other mentee's stays sealed"
    assert "решили показать друг другу" in await _heard(found, cast[FIRST])


async def _ways(found: Stage, curator: int, cast: dict[str, int]) -> None:
    """Two short texts for the pair, a way each; the curator sees the ways alone."""
    number = 1
    for person, words in ((cast[MENTOR], "боялись открытых уроков"), (cast[FIRST], "хотелось уйти")):
        await found.people.say(person, "/menu")
        await force(found, person, f"fm:{number}")
        await found.people.rest()
        await tapped(found, person, "Что было")
        await found.people.say(person, words)
        await tapped(found, person, "Новый этап")
    assert "боялись открытых уроков" in await _heard(found, cast[FIRST])
    assert "Спасибо вам за этот год" not in await _heard(found, cast[MENTOR])
    await force(found, cast[SECOND], f"fm.way:{number}:finish")
    await found.people.rest()
    for person in cast.values():
        assert "Спасибо вам за этот год" in await _heard(found, person)
    seen = await menu(found, curator, "Итоги года", "Итоги пар", "выбрали разное")
    assert f"{SECOND}: Завершить" in seen["text"]
    assert "боялись" not in await _heard(found, curator)


async def test_each_tells_of_each_and_only_what_both_show_is_seen(
    database_url: str, caplog: pytest.LogCaptureFixture
) -> None:
    with calm(caplog):
        async with stage(database_url) as found:
            await noon(found)
            curator = await found.curator()
            cast = await _group(found, curator)
            await _opened(found, curator, cast[MENTOR])
            invited = await _heard(found, cast[MENTOR])
            assert FIRST in invited.partition("Год подходит к концу")[2]
            assert SECOND in invited.partition("Год подходит к концу")[2]
            await _tells(found, cast[FIRST], MENTOR, f"{SEALED}-1")
            await _tells(found, cast[SECOND], MENTOR, f"{SEALED}-2")
            for person in (curator, cast[MENTOR]):
                assert SEALED not in await _heard(found, person)
            await _tells(found, cast[MENTOR], FIRST, "и мне было интересно")
            left = await menu(found, cast[MENTOR], "Мои анкеты")
            assert f"Взаимная оценка: {SECOND}" in labels(left), "the same questionnaire, of the other mentee"
            await _shown(found, cast)
            seen = await menu(found, curator, "Итоги года", "Взаимная оценка")
            assert "Рассказали 3 из 4" in seen["text"]
            await tapped(found, curator, "✓ И. О. Рогов")
            assert f"{SEALED}-2" in await _heard(found, curator), "whom it was promised to reads it"
            await _ways(found, curator, cast)


def _words(data: bytes, name: str) -> str:
    if name.endswith("docx"):
        document = Document(io.BytesIO(data))
        cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
        return "\n".join([*(p.text for p in document.paragraphs), *cells])
    if name.endswith("xlsx"):
        book = load_workbook(io.BytesIO(data))
        return "\n".join(
            str(value) for sheet in book for row in sheet.iter_rows(values_only=True) for value in row
        )
    return data.decode("latin-1")


def _raw(data: bytes) -> str:
    """Every part of a packed file, so that nothing hides in properties or comments."""
    if data[:2] != b"PK":
        return data.decode("utf-8", "replace")
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        return "\n".join(packed.read(name).decode("utf-8", "replace") for name in packed.namelist())


async def _papers(found: Stage, curator: int) -> dict[str, bytes]:
    papers = {}
    for button in ("Word", "Таблицей", "Одна страница"):
        await menu(found, curator, "Итоги года", "Отчёт", button)
        sent = await found.people.last(curator)
        papers[sent["file"]["name"]] = await found.people.download(sent)
    return papers


async def _screens(found: Stage, curator: int) -> None:
    """Every page of the indicators, the entered numbers, the cards and the after-forms."""
    await menu(found, curator, "Итоги года", "Показатели")
    while "Дальше ›" in labels(await found.people.last(curator)):
        await tapped(found, curator, "Дальше ›")
    await tapped(found, curator, "Числа", "С родителями")
    await found.people.say(curator, "3 2")
    assert "3 в первом полугодии, 2 во втором" in (await found.people.last(curator))["text"]
    await menu(found, curator, "Итоги года", "Показатели", "Классы", "Внести класс", "Человек 181")
    for words in ("11В 22", "96 48 12", "300 55 9", "98 55 9"):
        await found.people.say(curator, words)
    assert "И ещё: 7" in (await found.people.last(curator))["text"]
    cards = await menu(found, curator, "Итоги года", "Карты пар")
    assert "заполнено: 12" in cards["text"]
    after = await menu(found, curator, "Итоги года", "Анкеты «после»")
    assert "Разослать" not in "".join(labels(after))


async def test_the_report_is_fixed_and_says_nothing_sealed_and_nobodys_name(
    sqlite_url: str, caplog: pytest.LogCaptureFixture
) -> None:
    with calm(caplog) as events, capture_logs() as logged:
        async with stage(sqlite_url) as found:
            curator = await with_answers(found)
            made = await found.people.post("groups", title="Школа № 6", owner=curator, members=[curator])
            await found.people.post("member", chat=made["id"], do="add_bot")
            await found.people.rest()
            await _screens(found, curator)
            await menu(found, curator, "Итоги года", "Отчёт", "Составить отчёт", "Да, составить")
            report = await found.people.last(curator)
            assert "Наставников: 12, наставляемых: 12, пар и групп: 12" in report["text"]
            await tapped(found, curator, "SWOT", "Угрозы")
            await found.people.say(curator, "— Мало времени\n— Две смены")
            assert "• Две смены" in (await found.people.last(curator))["text"]
            papers = await _papers(found, curator)
            told = _words(papers["report-2026.docx"], "docx")
            assert "Мало времени" in told
            assert "Выполнено задач из планов пар — 24 из 36 (67 %)." in told
            assert "Выполнено задач из планов пар" in _words(papers["report-2026.xlsx"], "xlsx")
            for data in papers.values():
                assert CANARY not in _raw(data)
                assert f"Человек {MENTORS[0]}" not in _raw(data)
            chat = await _to_the_group(found, curator, made)
            assert CANARY not in chat
            assert "Человек" not in chat
            assert CANARY not in await _heard(found, curator), "it was never opened"
    assert CANARY not in str(logged) + str(events) + caplog.text


async def _to_the_group(found: Stage, curator: int, made: dict[str, Any]) -> str:
    await menu(found, curator, "Итоги года", "Отчёт", "В группу", "Отправить в группу")
    messages = await found.people.messages(curator, chat=made["id"])
    assert messages[-1]["file"]["name"] == "report-2026.pdf"
    return "\n".join(m["text"] or "" for m in messages)
