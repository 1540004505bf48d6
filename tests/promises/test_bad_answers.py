"""Answers: what fits is taken, what does not is asked again, and all of it stays text in every file."""

from __future__ import annotations

import io
import json
import zipfile
from typing import Any

import pytest
from python_calamine import CalamineWorkbook

from storage.tables import answers, schools
from tests.promises.bad_ground import calm, count, force, inject, mentee, message, rows, unpaced
from tests.promises.test_bad_words import FORMULAS, STRANGE
from tests.stage import Stage, labels, stage

__all__ = ["unpaced"]
SPREAD = (
    "=1+1",
    "+7",
    "@x",
    "-2",
    "<b>&</b>",
    "\t=1+2",
    '=HYPERLINK("http://x","y")',
    "😀\u202e&",
    "=cmd|' /C x'!A0",
)


async def test_a_question_takes_what_fits_and_keeps_asking_otherwise(
    sqlite_url: str, caplog: pytest.LogCaptureFixture
) -> None:
    """A button typed as text counts; a number in words too; rubbish gets the question again, with an example."""
    with calm(caplog):
        async with stage(sqlite_url) as found:
            curator = await found.curator()
            person = await mentee(found, curator)
            await found.people.press(person, "Начать")
            await found.people.press(person, "Начать")
            for typed in STRANGE:
                shown = await found.people.say(person, typed)
                assert "Вопрос 1 из" in shown["text"], typed
            shown = await found.people.say(person, "первые")
            assert "Вопрос 2 из" in shown["text"]
            for typed in ("много", "-1", "1e3", "9" * 30, "1.5", "٣٣٣٣", "x" * 4096, "<b>3</b>"):
                shown = await found.people.say(person, typed)
                assert "Вопрос 2 из" in shown["text"], typed
            assert await count(found, answers) == 1
            shown = await found.people.say(person, "три")
            assert "Вопрос 3 из" in shown["text"]


async def test_an_answer_is_text_in_the_spreadsheet_and_json(
    sqlite_url: str, caplog: pytest.LogCaptureFixture
) -> None:
    """Three people, three questions in words each; in the register, in their own export, nowhere a formula."""
    with calm(caplog):
        async with stage(sqlite_url) as found:
            curator = await found.curator()
            given = []
            for number in range(3):
                texts = list(SPREAD[number * 3 : number * 3 + 3])
                person = await mentee(found, curator, f"{FORMULAS[number]}")
                await _fill(found, person, list(texts))
                given.append((person, texts))
            await force(found, curator, "r.file:mentee")
            await found.people.rest()
            sheet = await found.people.download(await _newest_file(found, curator))
            _no_formulas(sheet)
            names = [
                row[1]
                for row in CalamineWorkbook.from_filelike(io.BytesIO(sheet)).get_sheet_by_index(0).to_python()
            ]
            assert set(FORMULAS[:3]) <= set(names)
            for person, texts in given:
                await _export_holds(found, person, texts)


async def _export_holds(found: Stage, person: int, texts: list[str]) -> None:
    await force(found, person, "v.export")
    await found.people.rest()
    files = [m for m in await found.people.messages(person) if m["file"]][-2:]
    data = {m["file"]["name"]: await found.people.download(m) for m in files}
    _no_formulas(data["my-data.xlsx"])
    values = {a["value"] for a in json.loads(data["my-data.json"])["answers"]}
    assert {_seen(text) for text in texts} <= {_seen(str(value)) for value in values}


def _seen(text: str) -> str:
    """Without the marks that turn other people's lines around."""
    return text.replace("\u202e", "").strip()


def _no_formulas(workbook: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(workbook)) as archive:
        for name in archive.namelist():
            if name.startswith("xl/worksheets/"):
                assert b"<f>" not in archive.read(name), name


async def _newest_file(found: Stage, person: int) -> dict[str, Any]:
    return [m for m in await found.people.messages(person) if m["file"]][-1]


async def _fill(found: Stage, person: int, texts: list[str]) -> None:
    """The whole questionnaire: the next of `texts` where words are asked for, the first choice everywhere else."""
    await force(found, person, "f.open:mentee_entry")
    await found.people.rest()
    for _ in range(60):
        shown = await found.people.last(person)
        offered = [x for x in labels(shown) if x not in ("‹ Назад", "Пропустить", "Отложить", "Меню")]
        if "Следующий шаг" in shown["text"]:
            return
        await _answer(found, person, shown["text"], offered, texts)
    raise AssertionError("the questionnaire has no end")


async def _answer(found: Stage, person: int, question: str, offered: list[str], texts: list[str]) -> None:
    if "Отправить" in offered:
        await found.people.press(person, "Отправить")
    elif "Готово" in offered:
        ticked = any(x.startswith("☑") for x in offered)
        await found.people.press(person, "Готово" if ticked else next(x for x in offered if x[0] == "☐"))
    elif offered:
        await found.people.press(person, offered[0])
    else:
        await found.people.say(person, "3" if "полных лет" in question else texts.pop())


async def test_a_long_answer_is_refused_or_kept_whole(sqlite_url: str, caplog: pytest.LogCaptureFixture) -> None:
    """Nothing is cut silently, and no screen grows past what a message may hold."""
    with calm(caplog):
        async with stage(sqlite_url) as found:
            curator = await found.curator()
            person = await mentee(found, curator)
            for label in ("Начать", "Начать", "Первые годы в школе"):
                await found.people.press(person, label)
            await found.people.say(person, "3")
            for long in ("ы" * 4096, "&" * 4096, "\U0001f600" * 2048, "<" * 4000):
                shown = await found.people.say(person, long)
                if "Вопрос 3" in shown["text"]:
                    assert "длинно" in shown["text"]
                    continue
                kept = [a.value for a in await rows(found, answers) if a.value and len(a.value) > 1000]
                assert long in kept, "kept whole"
                await found.people.press(person, "‹ Назад")


async def test_a_nul_in_what_was_typed_is_no_obstacle(database_url: str, caplog: pytest.LogCaptureFixture) -> None:
    """PostgreSQL holds no NUL in a text: as a name, as the school's name, as an answer."""
    with calm(caplog):
        async with stage(database_url) as found:
            curator = await found.curator()
            person = await mentee(found, curator)
            for label in ("Начать", "Начать", "Первые годы в школе"):
                await found.people.press(person, label)
            await found.people.say(person, "3")
            await inject(found, message=message(person, 950_000, text="мате\0матика"))
            await found.people.rest()
            assert "Вопрос 4 из" in (await found.people.last(person))["text"]
            for data, typed in (("s.show:0", "Шко\0ла № 7"), ("t.name", "Ив\0анова Анна")):
                await force(found, curator, data)
                await found.people.rest()
                await inject(found, message=message(curator, 950_001, text=typed))
                await found.people.rest()
            await inject(found, message=message(curator, 950_002, text="/start a\0b"))
            await found.people.rest()
            assert (await rows(found, schools))[0].name.startswith("Шко")


async def test_edited_messages_change_nothing_and_say_so(
    sqlite_url: str, caplog: pytest.LogCaptureFixture
) -> None:
    with calm(caplog):
        async with stage(sqlite_url) as found:
            curator = await found.curator()
            person = await mentee(found, curator)
            for label in ("Начать", "Начать", "Первые годы в школе"):
                await found.people.press(person, label)
            said = await found.people.post("say", person=person, chat=person, text="3")
            await found.people.rest()
            kept = await rows(found, answers)
            await found.people.post("edit", person=person, chat=person, message=said["message"], text="7")
            await found.people.rest()
            assert await rows(found, answers) == kept
            shown = await found.people.last(person)
            assert "сохранён прежний ответ" in shown["text"]
