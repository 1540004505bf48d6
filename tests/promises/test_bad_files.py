"""Lists of people as files: bombs, things that are no spreadsheet, merged cells, doubles, ten thousand rows."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib

import pytest
import xlsxwriter

from storage.tables import invitations
from tests.promises.bad_ground import calm, count, force, inject, message, unpaced
from tests.stage import Stage, labels, stage

__all__ = ["unpaced"]
HEAD = ("Фамилия Имя Отчество", "Роль")


def sheet(rows: list[tuple[str, ...]], merged: tuple[str, str] | None = None) -> bytes:
    made = io.BytesIO()
    with xlsxwriter.Workbook(made) as book:
        page = book.add_worksheet()
        for place, row in enumerate(rows):
            page.write_row(place, 0, row)
        if merged:
            page.merge_range(*merged)
    return made.getvalue()


def bomb(size: int = 300 * 1024 * 1024) -> bytes:
    """A workbook whose one sheet unpacks to `size` bytes."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        with archive.open("xl/worksheets/sheet1.xml", "w", force_zip64=True) as inside:
            for _ in range(size // (1024 * 1024)):
                inside.write(b" " * 1024 * 1024)
    return made.getvalue()


def lying_bomb() -> bytes:
    """The same, with the sizes in its directory said to be small."""
    packed = zlib.compressobj(9, zlib.DEFLATED, -15)
    body = b"".join(packed.compress(b" " * 1024 * 1024) for _ in range(300)) + packed.flush()
    name = b"xl/worksheets/sheet1.xml"
    facts = struct.pack("<HHHHHIIIHH", 20, 0, 8, 0, 33, 0, len(body), 10, len(name), 0)
    head = b"PK\x03\x04" + facts + name + body
    directory = b"PK\x01\x02" + struct.pack("<H", 20) + facts + struct.pack("<HHHII", 0, 0, 0, 0, 0) + name
    end = b"PK\x05\x06" + struct.pack("<HHHHIIH", 0, 0, 1, 1, len(directory), len(head), 0)
    return head + directory + end


async def _asked(found: Stage) -> int:
    curator = await found.curator()
    await force(found, curator, "i.list")
    await found.people.rest()
    return curator


async def test_what_is_no_list_is_refused_with_words(sqlite_url: str, caplog: pytest.LogCaptureFixture) -> None:
    files = {
        "list.xlsx": b"",
        "bomb.xlsx": bomb(),
        "lying.xlsx": lying_bomb(),
        "half.xlsx": sheet([HEAD, ("Иванов Иван Иванович", "наставник")])[:-200],
        "picture.png": b"\x89PNG\r\n\x1a\n" + b"\0" * 100,
        "program.exe": b"MZ" + b"\0" * 5000,
        "archive.zip": _zip({"a.txt": b"x"}),
        "inside.xlsx": _zip({"xl/workbook.xml": b"<x/>", "deeper.zip": _zip({"a": b"b"})}),
        "letter.docx": _zip({"word/document.xml": b"<x/>"}),
        "broken.xls": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 3000,
        "nul.csv": b"\0\0\0\0;\0",
        "rubbish.csv": bytes(range(256)) * 20,
        "..\\..\\evil.csv": b"",
        "long.csv": "\n".join(f"Иванов Иван {'аб' * (i % 7)}; наставник" for i in range(10_000)).encode(),
        "wide.csv": (";" * 5000 + "x").encode(),
        "empty.xlsx": sheet([]),
        "nobody.xlsx": sheet([("1", "2"), ("3", "4")]),
    }
    with calm(caplog):
        async with stage(sqlite_url) as found:
            curator = await _asked(found)
            before = await count(found, invitations)
            for name, data in files.items():
                last = (await found.people.last(curator))["id"]
                shown = await found.people.send_file(curator, name, data or b" ")
                assert shown["id"] > last, name
                assert labels(shown), name
                assert "сломалось" not in shown["text"], name
            assert await count(found, invitations) == before
            done = await found.people.send_file(
                curator, "ok.xlsx", sheet([HEAD, ("Иванов Иван Иванович", "наставник")])
            )
            assert await count(found, invitations) == before + 1, "still asked for the list"
            assert labels(done)


def _zip(files: dict[str, bytes]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return made.getvalue()


async def test_ten_thousand_rows_get_a_number_and_advice(
    sqlite_url: str, caplog: pytest.LogCaptureFixture
) -> None:
    with calm(caplog):
        async with stage(sqlite_url) as found:
            curator = await _asked(found)
            names = [
                (f"Иванов Иван {chr(1040 + i % 32)}{chr(1072 + i // 32 % 32)}ович", "наставник")
                for i in range(10_000)
            ]
            before = await count(found, invitations)
            shown = await found.people.send_file(curator, "big.xlsx", sheet([HEAD, *names]))
            assert "2000" in shown["text"].replace("\u00a0", "").replace(" ", "")
            some = await found.people.send_file(curator, "big.xlsx", sheet([HEAD, *names[:700]]))
            assert "500" in some["text"]
            assert await count(found, invitations) == before


async def test_merged_cells_doubles_and_strange_names(sqlite_url: str, caplog: pytest.LogCaptureFixture) -> None:
    """What can be read gets links, what cannot is named by its row; nobody gets two."""
    people = [
        HEAD,
        ("Иванова Мария Петровна", "наставник"),
        ("Иванова  Мария Петровна", "психолог"),
        ("ИВАНОВА МАРИЯ ПЕТРОВНА", "наставник"),
        ("<b>&</b>", "наставник"),
        ("=1+1", "наставник"),
        ("Петров Пётр Ильич", "космонавт"),
        ("Сидоров Олег Ильич", ""),
        ("😀😀", "наставляемый"),
        ("Кузнецов Иван Ильич", "наставляемый"),
    ]
    with calm(caplog):
        async with stage(sqlite_url) as found:
            curator = await _asked(found)
            before = await count(found, invitations)
            await found.people.send_file(curator, "list.xlsx", sheet(people, ("A11:B11", "Список учителей")))
            assert await count(found, invitations) == before + 2
            done = next(m for m in reversed(await found.people.messages(curator)) if m["file"])
            assert "2 личные ссылки" in done["text"]
            assert "Строка" in done["text"]
            assert "<b>" not in done["text"] or "<b>&" in done["text"]


async def test_the_longest_remarks_still_fit_beside_the_file(
    sqlite_url: str, caplog: pytest.LogCaptureFixture
) -> None:
    """A caption holds 1024 units: a file is never lost because of what is said about it."""
    part = "Константинопольскаякарабахова"
    lines = [f"{part}-{part} {part} {'АБВГД'[i]}{part[3:20]}; наставник" for i in range(5)]
    with calm(caplog):
        async with stage(sqlite_url) as found:
            curator = await _asked(found)
            before = await count(found, invitations)
            await found.people.say(curator, "\n".join([*lines, *lines, *lines]))
            made = await count(found, invitations) - before
            assert made == 5, "each once"
            assert any(m["file"] for m in await found.people.messages(curator)), "the links arrive"


async def test_a_document_that_lies_about_itself(database_url: str, caplog: pytest.LogCaptureFixture) -> None:
    """Sizes, names and ids of a wrong kind; a file that is gone; a file nobody asked for."""
    document = {"file_id": "x", "file_unique_id": "y"}
    odd = [
        {**document, "file_size": "abc"},
        {**document, "file_size": [1]},
        {**document, "file_size": -1},
        {**document, "file_size": 10**30},
        {**document, "file_name": {"a": 1}},
        {**document, "file_name": "\u202e" * 300},
        {"file_id": None},
        {},
        document,
        {**document, "file_size": 500 * 1024 * 1024},
    ]
    with calm(caplog):
        async with stage(database_url) as found:
            curator = await _asked(found)
            for number, one in enumerate(odd):
                await inject(found, message=message(curator, 930_000 + number, document=one))
            await found.people.rest()
            shown = await found.people.say(curator, "/menu")
            assert labels(shown)


async def test_a_file_nobody_asked_for_gets_a_word(sqlite_url: str, caplog: pytest.LogCaptureFixture) -> None:
    with calm(caplog):
        async with stage(sqlite_url) as found:
            curator = await found.curator()
            stranger = await found.people.newcomer("Чужой")
            for one in (curator, stranger):
                last = (await found.people.last(one))["id"]
                shown = await found.people.send_file(one, "x.xlsx", sheet([HEAD]))
                assert shown["id"] > last
                assert shown["text"]
