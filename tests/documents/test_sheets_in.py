from __future__ import annotations

import io
import os
import random
import struct
import subprocess
import time
import zipfile
from datetime import date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mentoring.documents.archives import ArchiveLimits
from mentoring.documents.sheets_in import Limits, Table, read_table
from mentoring.documents.sheets_out import Column, Sheet, workbook
from mentoring.errors import ProgrammeError
from tests.documents.spreadsheets import archive, compound, ods, xls, xlsx

ENCRYPTED_ENTRY = (
    '<manifest:encryption-data manifest:checksum-type="SHA1"><manifest:algorithm '
    'manifest:algorithm-name="Blowfish CFB"/></manifest:encryption-data>'
)
KEYS = {
    "file-empty", "file-too-big", "file-not-a-table", "file-broken", "file-encrypted", "file-nested",
    "file-unpacks-too-big", "sheet-too-long", "sheet-too-wide", "sheet-too-much",
}  # fmt: skip
PEOPLE = [["ФИО", "Роль"], ["Ёлкина Анна", "наставник"]]


def refused(name: str, data: bytes, limits: Limits | None = None) -> ProgrammeError:
    limits = limits or Limits()
    with pytest.raises(ProgrammeError) as caught:
        read_table(name, data, limits)
    return caught.value


def cells_of(rows):
    return {(y, x): value for y, row in enumerate(rows) for x, value in enumerate(row)}


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.xlsx", xlsx(cells_of(PEOPLE))),
        ("a.xls", xls(cells_of(PEOPLE))),
        ("a.ods", ods(PEOPLE)),
        ("a.csv", "ФИО;Роль\r\nЁлкина Анна;наставник\r\n".encode("cp1251")),
        ("a.csv", "ФИО;Роль\nЁлкина Анна;наставник".encode()),
        ("a.CSV", "ФИО,Роль\nЁлкина Анна,наставник\n".encode("utf-8-sig")),
        ("a.txt", "ФИО\tРоль\nЁлкина Анна\tнаставник\n".encode("utf-16")),
        ("лишнее имя.doc", xlsx(cells_of(PEOPLE))),
    ],
)
def test_every_format_gives_the_same_rows(name, data):
    assert read_table(name, data) == Table(PEOPLE, [1, 2])


def test_what_we_write_we_read():
    columns = [Column("ФИО", 20), Column("n", 5, "integer"), Column("день", 10, "date")]
    rows = [["=cmd|1", 79161234567, date(2026, 9, 1)], ["+7", None, None]]
    read = read_table("x.xlsx", workbook([Sheet("x", columns, rows)]))
    assert read.rows[1:] == [["=cmd|1", "79161234567", "2026-09-01"], ["+7"]]


def test_cells_show_as_a_person_sees_them():
    morning = datetime.fromisoformat("2026-09-01T08:30")
    data = xlsx(cells_of([[5, 5.5, True, date(2026, 9, 1), morning, "  пробелы ", ""]]))
    shown = ["5", "5.5", "true", "2026-09-01", "2026-09-01 08:30:00", "пробелы"]
    assert read_table("x.xlsx", data).rows == [shown]


def test_empty_rows_go_and_the_others_keep_their_numbers():
    data = xlsx({(2, 1): "а", (6, 1): "б"})
    assert read_table("x.xlsx", data) == Table([["а"], ["б"]], [3, 7])
    assert read_table("x.csv", "\n\nа;1\n;\n\nб;2".encode()) == Table([["а", "1"], ["б", "2"]], [3, 6])


def test_merged_cells_give_their_value_once():
    data = xlsx({(2, 0): "а", (2, 1): "б"}, merge="A1:B2")
    assert read_table("x.xlsx", data) == Table([["вместе"], ["а", "б"]], [1, 3])


def test_the_first_visible_sheet_with_something_in_it_is_read():
    assert read_table("x.xlsx", xlsx({(0, 0): "вот"}, sheets=3, hidden=1)).rows == [["вот"]]


def test_csv_quotes_separators_and_excels_hint():
    text = 'ФИО;Роль\n"Петров; Пётр";"наставник,\nпсихолог"\n'
    assert read_table("x.csv", text.encode()).rows[1] == ["Петров; Пётр", "наставник,\nпсихолог"]
    mixed = "Иванова А.;наставник, психолог\nПетров П.;наставник\n"
    assert read_table("x.csv", mixed.encode()).rows[0] == ["Иванова А.", "наставник, психолог"]
    assert read_table("x.csv", b"sep=,\r\na,b;c\r\n") == Table([["a", "b;c"]], [2])
    assert read_table("x.txt", "Иванова Анна\nПетров Пётр".encode()).rows == [["Иванова Анна"], ["Петров Пётр"]]


@pytest.mark.parametrize(
    ("name", "data", "key"),
    [
        ("x.xlsx", b"", "file-empty"),
        ("x.csv", b"\n;;\n", "file-empty"),
        ("x.xlsx", xlsx({}), "file-empty"),
        ("x.xlsx", b"just words", "file-not-a-table"),
        ("x.xls", b"<html><table></table></html>", "file-not-a-table"),
        ("x.csv", bytes(range(256)), "file-not-a-table"),
        ("photo.csv", b"\x89PNG\r\n\x1a\n\x00\x00", "file-not-a-table"),
        ("x.xlsx", archive({"word/document.xml": b"<a/>"}), "file-not-a-table"),
        ("x.xlsx", archive({"xl/workbook.xml": b"<a"}), "file-broken"),
        ("x.xlsx", b"PK\x03\x04" + b"\0" * 50, "file-broken"),
        ("x.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "file-broken"),
        ("x.xlsx", compound("EncryptedPackage", b"secret"), "file-encrypted"),
        ("x.ods", ods([["a"]], manifest_extra=ENCRYPTED_ENTRY), "file-encrypted"),
        ("x.xls", xls({(0, 0): "a"}, password=True), "file-encrypted"),
        ("x.xlsx", archive({"xl/a.xml": b"", "in.zip": archive({"a": b"a"})}), "file-nested"),
        ("x.csv", b'a;b\n"' + b"x" * 200_000, "file-broken"),
    ],
)
def test_what_cannot_be_read_is_named(name, data, key):
    assert refused(name, data).key == key


def test_size_rows_columns_and_characters_have_limits():
    big = refused("x.csv", b"a" * (5 * 1024 * 1024 + 1))
    assert (big.key, big.params) == ("file-too-big", {"megabytes": 5})
    rows = {(y, 0): "а" for y in range(12)}
    for name, data in (("x.xlsx", xlsx(rows)), ("x.csv", "а\n".encode() * 12)):
        long = refused(name, data, Limits(rows=10))
        assert (long.key, long.params) == ("sheet-too-long", {"rows": 12, "limit": 10})
        assert len(read_table(name, data, Limits(rows=12)).rows) == 12
    for name, data in (("x.xlsx", xlsx({(0, 5): "a", (0, 0): "b"})), ("x.csv", b"b;;;;;a")):
        wide = refused(name, data, Limits(columns=5))
        assert (wide.key, wide.params) == ("sheet-too-wide", {"limit": 5})
    assert (
        refused("x.xlsx", xlsx({(0, 0): "a" * 60, (1, 0): "b" * 60}), Limits(characters=100)).key
        == "sheet-too-much"
    )


def test_default_limit_is_two_thousand_people():
    data = xlsx({(y, 0): "а" for y in range(2001)})
    assert refused("x.xlsx", data).params == {"rows": 2001, "limit": 2000}


def test_two_far_corners_do_not_end_the_process():
    """The reader would ask for half a terabyte here, and its process would be gone."""
    assert refused("x.xlsx", xlsx({(0, 0): "a", (1_048_575, 16_383): "b"})).key == "sheet-too-much"
    assert (
        refused("x.xls", xls({(0, 0): "a", (65_535, 255): "b"}), Limits(memory=300 * 2**20)).key
        == "sheet-too-much"
    )
    assert refused("x.ods", ods([["a"]], 'table:number-columns-repeated="2000000000"')).key in KEYS


def test_a_bomb_is_not_unpacked():
    bomb = archive({"xl/workbook.xml": b"\0" * (80 * 1024 * 1024)})
    assert len(bomb) < 100_000
    started = time.process_time()
    error = refused("x.xlsx", bomb)
    assert (error.key, error.params) == ("file-unpacks-too-big", {"megabytes": 64})
    assert time.process_time() - started < 1


def test_a_bomb_that_lies_about_its_size_is_not_believed():
    content = b"\0" * (3 * 1024 * 1024)
    honest = archive({"xl/workbook.xml": content})
    lying = honest.replace(struct.pack("<I", len(content)), struct.pack("<I", 10))
    assert lying != honest
    limits = Limits(archive=ArchiveLimits(unpacked=1024 * 1024))
    assert zipfile.ZipFile(io.BytesIO(lying)).infolist()[0].file_size == 10
    assert refused("x.xlsx", lying, limits).key == "file-unpacks-too-big"
    assert refused("x.xlsx", lying).key == "file-broken"


def test_too_many_members_and_unusual_packing():
    many = archive({f"xl/{n}.xml": b"" for n in range(1001)})
    assert refused("x.xlsx", many).key == "file-unpacks-too-big"
    assert refused("x.xlsx", archive({"xl/a.xml": b"a"}, zipfile.ZIP_BZIP2)).key == "file-broken"


def test_an_encrypted_member_is_named():
    data = bytearray(archive({"xl/a.xml": b"a"}))
    for magic, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(magic) + offset] |= 1
    assert refused("x.xlsx", bytes(data)).key == "file-encrypted"


def test_the_child_is_given_none_of_the_environment(monkeypatch):
    """A secret in the environment must not reach the process that reads strangers' files."""
    seen = []

    def noted(*arguments, **options):
        seen.append((arguments[0][1], options["env"]))
        return run(*arguments, **options)

    run = subprocess.run
    monkeypatch.setattr(subprocess, "run", noted)
    assert read_table("x.xlsx", xlsx({(0, 0): "а"})).rows == [["а"]]
    assert seen == [("-I", {})]


def test_an_archive_that_boasts_is_refused_before_it_is_unpacked():
    content = b"abc" * 50
    honest = archive({"xl/workbook.xml": content})
    boasting = honest.replace(struct.pack("<I", len(content)), struct.pack("<I", 2**31))
    assert refused("x.xlsx", boasting).key == "file-unpacks-too-big"


def test_nothing_of_the_content_is_in_the_refusal():
    error = refused("Иванова.xlsx", archive({"xl/Иванова.xml": b"\x01Ivanova"}))
    assert "ванов" not in f"{error!r} {error.params}"


SAMPLES = {"x.xlsx": xlsx(cells_of(PEOPLE)), "x.xls": xls(cells_of(PEOPLE)), "x.ods": ods(PEOPLE)}


@pytest.mark.parametrize("name", SAMPLES)
def test_truncated_and_damaged_files_are_answered(name):
    data, dice = SAMPLES[name], random.Random(name)
    damaged = [data[: len(data) * part // 8] for part in range(1, 8)]
    for _ in range(15):
        spoiled = bytearray(data)
        for _ in range(dice.randint(1, 8)):
            spoiled[dice.randrange(len(spoiled))] = dice.randrange(256)
        damaged.append(bytes(spoiled))
    for file in damaged:
        _answered(name, file)


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(["a.csv", "a.xlsx", "a.ods", "a"]), st.binary(max_size=400))
def test_random_bytes_are_answered(name, data):
    _answered(name, data)


@settings(max_examples=30, deadline=None)
@given(st.sampled_from([b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"]), st.binary(max_size=300))
def test_random_bytes_that_begin_well_are_answered(magic, data):
    _answered("a.xlsx", magic + data)


@settings(max_examples=20, deadline=None)
@given(st.binary(max_size=200))
def test_random_sheets_in_a_sound_archive_are_answered(content):
    _answered("a.xlsx", archive({"xl/workbook.xml": content, "[Content_Types].xml": content}))


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=120))
def test_random_csv_is_answered(text):
    _answered("a.csv", text.encode("utf-8", "ignore"))


def _answered(name: str, data: bytes) -> None:
    try:
        table = read_table(name, data)
    except ProgrammeError as error:
        assert error.key in KEYS  # noqa: PT017 - either answer will do
    else:
        assert len(table.rows) == len(table.numbers) > 0
        assert all(row and row[-1] for row in table.rows)


def test_no_children_or_files_are_left_behind(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    read_table("x.xlsx", SAMPLES["x.xlsx"])
    refused("x.xlsx", xlsx({(0, 0): "a", (1_048_575, 16_383): "b"}))
    assert os.listdir(tmp_path) == []
