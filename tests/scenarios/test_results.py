"""Results in the chat and as files: with names for the curator, without any where the form has none."""

from __future__ import annotations

import io
import json

import python_calamine

from tests.promises.bad_ground import force, mentee
from tests.scenarios.filling import fill, routes, tap
from tests.scenarios.test_surveys import CURATORS, MENTEES, give
from tests.stage import Stage, stage

NAMES = ("Петрова Мария", "Соколов Илья", "Котова Дарья", "Ежова Инна", "Гусев Пётр")


async def answered(found: Stage, person: int, pick: int = 0) -> None:
    messages = await found.people.messages(person)
    message = next(m for m in reversed(messages) if "f.survey" in routes(m))
    await tap(found, person, message, routes(message)["f.survey"][0])
    await fill(found, person, pick, words=f"Свои слова {pick}")


async def files_of(found: Stage, curator: int, survey: int) -> dict[str, bytes]:
    made = {}
    for ending in ("xlsx", "csv", "json", "chart"):
        await force(found, curator, f"res.{ending}:{survey}")
        await found.people.rest()
        message = await found.people.last(curator)
        assert message["file"], message
        made[ending] = await found.people.download(message)
        await found.people.say(curator, "/menu")
    return made


async def test_without_names_nothing_before_the_end_and_no_names_after(sqlite_url: str) -> None:
    async with stage(sqlite_url) as found:
        curator = await found.curator()
        people = [await mentee(found, curator, name) for name in NAMES]
        await give(found, curator, "group_reflection", MENTEES)
        for number, person in enumerate(people):
            await answered(found, person, number % 3)
        early = await force(found, curator, "res:1:0")
        assert "откроются, когда он закончится" in early["toast"]
        await force(found, curator, "sv.close2:1")
        await found.people.rest()
        await found.people.say(curator, "/menu")
        await force(found, curator, "res:1:0")
        await found.people.rest()
        shown = await found.people.last(curator)
        assert "Ответили: 5" in shown["text"]
        assert "Имён здесь нет" in shown["text"]
        made = await files_of(found, curator, 1)
        assert made["chart"].startswith(b"\x89PNG")
        assert json.loads(made["json"])["sheets"] == 5
        book = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(made["xlsx"]))
        cells = [
            str(c) for name in book.sheet_names for row in book.get_sheet_by_name(name).to_python() for c in row
        ]
        for name in NAMES:
            assert not any(name.split()[0] in cell for cell in cells)
            assert name.split()[0].encode() not in made["csv"] + made["json"]


async def test_with_names_a_row_a_person(sqlite_url: str) -> None:
    async with stage(sqlite_url) as found:
        curator = await found.curator("Сергеева Анна Львовна")
        await give(found, curator, "curators_card", CURATORS)
        await answered(found, curator)
        await found.people.say(curator, "/menu")
        await force(found, curator, "res:1:0")
        await found.people.rest()
        assert "Ответили: 1" in (await found.people.last(curator))["text"]
        made = await files_of(found, curator, 1)
        assert "Сергеева Анна Львовна".encode() in made["csv"]
        book = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(made["xlsx"]))
        rows = book.get_sheet_by_index(0).to_python()
        assert any("Сергеева Анна Львовна" in row for row in rows)


async def test_only_those_who_may_read_do(sqlite_url: str) -> None:
    async with stage(sqlite_url) as found:
        curator = await found.curator()
        person = await mentee(found, curator)
        await give(found, curator, "interim_mentee", MENTEES)
        await answered(found, person)
        for data in ("res:1:0", "res.xlsx:1", "res.json:1", "sv.show:1", "sv.close2:1", "surveys", "q.list"):
            refused = await force(found, person, data)
            assert "нужная роль" in refused["toast"], (data, refused)
