from __future__ import annotations

import csv
import io
import re
import shutil
import subprocess
import zipfile
from datetime import UTC, date, datetime
from decimal import Decimal

import openpyxl
import pytest
import python_calamine
import time_machine
from hypothesis import given, settings
from hypothesis import strategies as st

from mentoring.documents.sheets_out import (
    TEXT_LIMIT,
    Column,
    Sheet,
    clean_text,
    legal_titles,
    workbook,
)

DANGEROUS = [
    "=cmd|'/c calc'!A0",
    "=1+1",
    "+79990000000",
    "-1",
    "@SUM(A1)",
    "'quoted",
    "\tтаб",
    "007",
    "1e5",
    "TRUE",
]
URLS = ["https://example.org/a?b=1&c=2", "mailto:a@example.org", "internal:Sheet1!A1"]


def read(data: bytes, sheet: int = 0) -> list[list[object]]:
    book = python_calamine.load_workbook(io.BytesIO(data))
    return book.get_sheet_by_index(sheet).to_python(skip_empty_area=False)


def one(values: list[object], kind="text") -> bytes:
    return workbook([Sheet("Лист", [Column("Столбец", 20, kind)], [[value] for value in values])])


def page(data: bytes):
    return openpyxl.load_workbook(io.BytesIO(data)).active


def test_every_kind_comes_back_as_what_it_was():
    columns = [
        Column("ФИО", 30),
        Column("Стаж", 8, "integer"),
        Column("Дата", 12, "date"),
        Column("Встреча", 18, "datetime"),
        Column("Балл", 8, "decimal"),
    ]
    row = ["Ёлкина Анна", 7, date(2026, 9, 1), datetime.fromisoformat("2026-11-24T15:30"), Decimal("4.25")]
    data = workbook([Sheet("База", columns, [row, [None] * 5])])
    assert read(data) == [["ФИО", "Стаж", "Дата", "Встреча", "Балл"], [*row[:4], 4.25]]


@pytest.mark.parametrize("text", DANGEROUS + URLS)
def test_what_people_typed_stays_text(text):
    data = one([text])
    assert read(data)[1] == [text]
    cell = page(data)["A2"]
    assert cell.data_type in ("s", "inlineStr")
    assert cell.hyperlink is None
    xml = zipfile.ZipFile(io.BytesIO(data)).read("xl/worksheets/sheet1.xml").decode()
    assert "<f>" not in xml


def test_a_dangerous_beginning_survives_being_edited_in_excel():
    assert page(one(["=1+1"]))["A2"].quotePrefix
    assert not page(one(["Иванова"]))["A2"].quotePrefix


@settings(max_examples=150, deadline=None)
@given(st.text(min_size=1, max_size=40))
def test_any_text_comes_back_cleaned(text):
    values = read(one([text, "конец"]))
    expected = clean_text(text)
    assert values[-1] == ["конец"]
    assert (values[1][0] if expected else "") == expected


def test_excels_own_escapes_are_not_decoded_into_control_characters():
    assert page(one(["_x0001_"]))["A2"].value in ("_x0001_", "_x005F_x0001_")
    assert read(one(["_x000D_a"]))[1] == ["_x000D_a"]


def test_control_characters_go_and_line_breaks_stay():
    assert clean_text("а\x00б\x0bв\x1f\x7f\x85\ud800\ufffe") == "абв"
    assert clean_text("1\r\n2\r3\n4\t5") == "1\n2\n3\n4\t5"


def test_a_long_text_is_cut_in_the_units_excel_counts():
    assert clean_text("ж" * TEXT_LIMIT) == "ж" * TEXT_LIMIT
    cut = clean_text("😀" * TEXT_LIMIT)
    assert cut.endswith("😀…")
    assert len(cut.encode("utf-16-le")) // 2 <= TEXT_LIMIT
    assert read(one(["я" * 40_000]))[1] == ["я" * (TEXT_LIMIT - 1) + "…"]


def test_numbers_excel_would_spoil_stay_text():
    values = [1234567890123456789, float("nan"), float("inf"), True, "нет"]
    assert [row[0] for row in read(one(values, "integer"))[1:]] == [str(v) for v in values]
    assert read(one([999_999_999_999_999], "integer"))[1] == [999_999_999_999_999]


def test_days_before_excels_calendar_stay_text():
    assert read(one([date(1899, 12, 31)], "date"))[1] == ["1899-12-31"]
    assert read(one([datetime.fromisoformat("1812-08-26T05:30")], "datetime"))[1] == ["1812-08-26 05:30:00"]


@pytest.mark.parametrize(
    ("columns", "rows"),
    [
        ([Column("a", 5, "datetime")], [[datetime(2026, 1, 1, tzinfo=UTC)]]),
        ([Column("a", 5), Column("b", 5)], [["only one"]]),
        ([Column("a", 5)], [["one", "too many"]]),
    ],
)
def test_mistakes_of_the_caller_are_loud(columns, rows):
    with pytest.raises(ValueError):
        workbook([Sheet("x", columns, rows)])


def test_no_sheets_is_a_mistake_of_the_caller():
    with pytest.raises(ValueError):
        workbook([])


def test_the_sheet_is_ready_to_read_and_to_print():
    data = workbook([Sheet("База", [Column("ФИО", 33), Column("№", 6, "integer")], [["а", 1], ["б", 2]])])
    sheet = page(data)
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref == "A1:B3"
    assert sheet["A1"].font.bold
    assert abs(sheet.column_dimensions["A"].width - 33) < 1
    assert sheet.page_setup.orientation == "landscape"
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert (sheet.page_setup.fitToWidth or 1, sheet.page_setup.fitToHeight) == (1, 0)
    assert sheet.print_title_rows == "$1:$1"


def test_empty_tables_are_files_too():
    assert read(workbook([Sheet("Пусто", [Column("ФИО", 10)], [])])) == [["ФИО"]]
    assert read(workbook([Sheet("Ничего", [], [])])) == []


def test_rows_may_be_a_generator():
    rows = ([number] for number in range(3))
    assert read(workbook([Sheet("x", [Column("n", 5, "integer")], rows)]))[1:] == [[0], [1], [2]]


def test_two_runs_are_equal_at_any_time():
    with time_machine.travel(datetime(2026, 1, 1, tzinfo=UTC)):
        first = one(["а", "=б"])
    with time_machine.travel(datetime(2031, 6, 5, 4, 3, 2, tzinfo=UTC)):
        assert one(["а", "=б"]) == first


def test_titles_are_made_legal_and_different():
    titles = ["База: [наставники]/2026?", "", "история", "History", "а" * 40, "А" * 40, "'x'", " \n "]
    made = legal_titles(titles)
    assert made[0] == "База наставники 2026"
    assert made[1] == "2"
    assert made[3] == "History 2"
    assert made[4] != made[5]
    assert made[6:] == ["x", "8"]


@settings(max_examples=100, deadline=None)
@given(st.lists(st.text(max_size=45), min_size=1, max_size=6))
def test_any_titles_make_a_workbook(titles):
    data = workbook([Sheet(title, [Column("a", 5)], [["b"]]) for title in titles])
    names = python_calamine.load_workbook(io.BytesIO(data)).sheet_names
    assert len({name.casefold() for name in names}) == len(titles)
    for name in names:
        assert 1 <= len(name.encode("utf-16-le")) // 2 <= 31
        assert not re.search(r"[\[\]:*?/\\]", name)


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed here")
def test_libreoffice_reads_the_same(tmp_path):
    source = tmp_path / "table.xlsx"
    source.write_bytes(one([text for text in DANGEROUS if text.strip() == text]))
    command = ["soffice", "--headless", "--convert-to", "csv:Text - txt - csv (StarCalc):44,34,76", source.name]
    subprocess.run(command, cwd=tmp_path, check=True, capture_output=True, timeout=100)
    rows = list(csv.reader((tmp_path / "table.csv").read_text("utf-8").splitlines()))
    assert [row[0] for row in rows[1:]] == [text for text in DANGEROUS if text.strip() == text]
