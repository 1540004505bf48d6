"""Files of every sort, honest and hostile: opened in bounds or refused in words."""

from __future__ import annotations

import io
import random
import struct
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from mentoring.questionnaires.check import check_file
from mentoring.questionnaires.spreadsheets import read_xls
from mentoring.questionnaires.workbook import Limits, read_workbook
from mentoring.questionnaires.xlsform import FormFaults, read_form
from tests.questionnaires.tools import table

SURVEY = [
    ["type", "name", "label"],
    ["text", "a", "Имя"],
    ["integer", "b", 5],
    [None, None, None],
    ["date", "c", "Дата"],
]


def xlsx(sheets: dict[str, list[list[object]]], merge: str = "") -> bytes:
    book = Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
        if merge:
            sheet.merge_cells(merge)
    packed = io.BytesIO()
    book.save(packed)
    return packed.getvalue()


def keys(name: str, data: bytes, limits: Limits | None = None) -> list[str]:
    with pytest.raises(FormFaults) as refusal:
        read_form(name, data, limits)
    return [fault.key for fault in refusal.value.faults]


def test_excel_and_markdown_say_the_same() -> None:
    markdown = table("survey", "type | name | label\ntext | a | Имя\ninteger | b | 5\n | | \ndate | c | Дата")
    form = read_form("f.xlsx", xlsx({"survey": SURVEY}))
    assert form.version == read_form("f.md", markdown.encode()).version
    assert form.by_name["b"].label.within("") == "5"


def test_rows_are_numbered_as_in_excel() -> None:
    rows = [*SURVEY, [None], ["geopoint", "d", "D"]]
    with pytest.raises(FormFaults) as refusal:
        read_form("f.xlsx", xlsx({"survey": rows}))
    assert [(f.row, f.column) for f in refusal.value.faults] == [(7, "type")]


def test_rows_are_numbered_in_the_sheet_s_own_table_in_markdown() -> None:
    text = "# проба\n\n| survey |\n| | type | name | label |\n|---|---|---|---|\n| | text | a | A |\n\n| | geopoint | b | B |\n"
    with pytest.raises(FormFaults) as refusal:
        read_form("f.md", text.encode())
    assert [(f.row, f.column) for f in refusal.value.faults] == [(3, "type")]


def test_the_reference_counts_rows_the_same_way() -> None:
    rows = [["type", "name", "label"], ["text", "a", "A"], [None], ["text", "a", "A"]]
    with pytest.raises(FormFaults) as refusal:
        read_form("f.xlsx", xlsx({"survey": rows}))
    assert [f.row for f in refusal.value.faults] == [4]


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1251"])
def test_csv_as_excel_writes_it(delimiter: str, encoding: str) -> None:
    rows = ["survey,,,", ",type,name,label", ",text,a,Имя", "settings,,,", ",title,form_id,", ",Анкета,f1,"]
    form = read_form("f.csv", "\r\n".join(rows).replace(",", delimiter).encode(encoding))
    assert (form.form_id, form.title.within(""), form.by_name["a"].label.within("")) == ("f1", "Анкета", "Имя")


def test_merged_cells_are_read_with_a_warning() -> None:
    verdict = check_file("f.xlsx", xlsx({"survey": SURVEY}, merge="D1:E1"))
    assert any("merged" in warning for warning in verdict["warnings"])
    assert verdict["accepted"] is True


@pytest.mark.parametrize(
    ("name", "data"),
    [("f.xlsx", b""), ("f.xlsx", b"PK\x03\x04"), ("f.xlsx", b"%PDF-1.7"), ("f.docx", b"PK\x03\x04zzz"), ("f.pdf", b"%PDF"),
     ("f.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600), ("f.md", b""), ("f.md", b"\xff\xfe\x00"), ("f.csv", b"\x00\x01"),
     ("", b""), ("f", b"hello"), ("f.md", "просто текст".encode()), ("f.csv", b'"' * 999), ("f.md", b"|" * 9999)],
)  # fmt: skip
def test_what_is_no_form_is_refused(name: str, data: bytes) -> None:
    verdict = check_file(name, data)
    assert verdict["accepted"] is False
    assert verdict["faults"][0]["message"]


def test_a_zip_that_is_no_spreadsheet() -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("word/document.xml", "<x/>")
    assert keys("f.docx", packed.getvalue()) == ["file-not-a-form"]


def bomb(declared: int | None = None) -> bytes:
    """Thirty megabytes in thirty kilobytes; with `declared`, the directory lies about it."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", b"<a>" + b" " * 30_000_000)
    data = bytearray(packed.getvalue())
    if declared is not None:
        for signature, offset in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
            at = data.index(signature) + offset
            data[at : at + 4] = declared.to_bytes(4, "little")
    return bytes(data)


def test_a_zip_bomb_is_refused_before_it_is_opened() -> None:
    assert keys("f.xlsx", bomb()) == ["file-unpacks-too-big"]


def test_a_zip_bomb_that_lies_about_its_size_is_refused_too() -> None:
    assert keys("f.xlsx", bomb(declared=1000)) == ["file-damaged"]


def test_entities_in_xml_are_not_expanded() -> None:
    data = xlsx({"survey": SURVEY})
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(packed, "w") as target:
        for part in source.infolist():
            content = source.read(part)
            if part.filename == "xl/workbook.xml":
                content = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa">]>' + content.split(b"?>", 1)[-1]
            target.writestr(part.filename, content)
    assert keys("f.xlsx", packed.getvalue()) == ["file-damaged"]


def test_a_cell_at_the_end_of_the_sheet_costs_nothing() -> None:
    book = Workbook()
    sheet = book.active
    sheet.title = "survey"
    for row in SURVEY:
        sheet.append(row)
    sheet["XFD1048576"] = "x"
    packed = io.BytesIO()
    book.save(packed)
    assert len(read_form("f.xlsx", packed.getvalue()).questions) == 3


def test_sizes_are_limited_with_their_numbers() -> None:
    small = Limits(rows=3, columns=4)
    assert keys("f.xlsx", xlsx({"survey": SURVEY}), small) == ["sheet-too-big"]
    assert keys("f.md", table("survey", "\n".join(["type | name | label"] * 9)).encode(), small) == [
        "sheet-too-big"
    ]
    assert keys("f.md", table("survey", "a | b | c | d | e | f").encode(), small) == ["sheet-too-big"]
    assert keys("f.md", b"x" * 11, Limits(file_bytes=10)) == ["file-too-big"]
    assert keys("f.md", table("survey", f"type | name | label\ntext | a | {'x' * 5000}").encode()) == [
        "cell-too-long"
    ]


def test_control_characters_are_told_by_their_cell() -> None:
    with pytest.raises(FormFaults) as refusal:
        read_form("f.md", table("survey", "type | name | label\ntext | a | A\x07").encode())
    assert [(f.row, f.column, f.params) for f in refusal.value.faults] == [(2, "label", {"code": "U+0007"})]


def test_pipes_in_cells_are_escaped() -> None:
    sheets, _ = read_workbook(
        "f.md", table("survey", r"type | name | label" + "\n" + r"text | a | да \| нет").encode(), Limits()
    )
    assert sheets[0].rows[0][2] == "да | нет"


def test_damaged_spreadsheets_never_break_the_reader() -> None:
    data = xlsx({"survey": SURVEY, "choices": [["list_name", "name", "label"], ["l", "x", "X"]]})
    dice = random.Random(5)
    for _ in range(60):
        broken = bytearray(data)
        for _ in range(dice.randrange(1, 12)):
            broken[dice.randrange(len(broken))] = dice.randrange(256)
        assert check_file("f.xlsx", bytes(broken))["accepted"] in (True, False)
        assert check_file("f.xlsx", data[: dice.randrange(len(data))])["accepted"] is False


CELL = st.text(st.characters(blacklist_characters="|\n"), max_size=12)
WORDS = st.sampled_from(
    ["type", "name", "label", "text", "select_one l", "begin group", "end group", "begin repeat", "end repeat", "${a}", "relevant",
     "constraint", "range", "rank l", "a", "l", "list_name", "", "calculate", "calculation", "choices", "settings", "label::ru",
     "parameters", "start=1 end=0 step=-1", "tick_labelset=l", "randomize=true", "default", "required", "yes", "note", "or_other",
     "today()", "appearance", "search('x')", "table-list", "field-list", "trigger", "meta", "data"]
)  # fmt: skip


@given(st.lists(st.lists(st.one_of(WORDS, CELL), min_size=1, max_size=6), max_size=8), st.booleans())
@settings(deadline=None, max_examples=150)
def test_any_table_gets_a_verdict(rows: list[list[str]], choices: bool) -> None:
    text = "| survey |\n" + "\n".join(f"| | {' | '.join(row)} |" for row in rows)
    text += "\n| choices |\n| | list_name | name | label |\n| | l | a | A |\n" if choices else ""
    verdict = check_file("f.md", text.encode("utf-8", "surrogatepass"))
    assert verdict["accepted"] == (not verdict["faults"])
    assert all(fault["message"] for fault in verdict["faults"])


@given(st.binary(max_size=300), st.sampled_from(["f.md", "f.csv", "f.xlsx", "f.xls", "f"]))
@settings(deadline=None, max_examples=150)
def test_any_bytes_get_a_verdict(data: bytes, name: str) -> None:
    assert check_file(name, data)["accepted"] in (True, False)


@given(st.lists(st.tuples(st.sampled_from(["text", "integer", "range", "note", "select_one l", "rank l", "date", "calculate"]),
                          st.sampled_from(["", "${q0} = 1", "selected(${q1}, 'a')", ". > 3", "${q2}", "(", "today()"]),
                          st.sampled_from(["", "yes", "no", "${q0} > 1", "start=1 end=9"])), max_size=6))  # fmt: skip
@settings(deadline=None, max_examples=120)
def test_any_accepted_form_can_be_walked(rows: list[tuple[str, str, str]]) -> None:
    from mentoring.questionnaires.rules_engine import apply, ask
    from mentoring.questionnaires.rules_state import Begin, Choose, QuestionAsk, State, Type
    from tests.questionnaires.tools import NOW

    lines = [f"{kind} | q{n} | Q | {rule} | {extra}" for n, (kind, rule, extra) in enumerate(rows)]
    text = table("survey", "\n".join(["type | name | label | relevant | required", *lines])) + "\n"
    text += table("choices", "list_name | name | label\nl | a | A\nl | b | B")
    try:
        form = read_form("f.md", text.encode())
    except FormFaults:
        return
    state = apply(form, State(), Begin(), NOW).state
    for _ in range(10):
        shown = ask(form, state, NOW)
        if not isinstance(shown, QuestionAsk):
            break
        state = apply(form, state, Choose(0) if shown.choices else Type("5"), NOW).state


def biff(rows: list[list[str | float]]) -> bytes:
    """A worksheet of the oldest Excel, written record by record."""
    data = struct.pack("<HHHH", 0x0009, 4, 2, 0x10)
    for r, row in enumerate(rows):
        for c, value in enumerate(row):
            if isinstance(value, str):
                text = value.encode("cp1251")
                data += struct.pack("<HHHH3xB", 0x0004, 8 + len(text), r, c, len(text)) + text
            else:
                data += struct.pack("<HHHH3xd", 0x0003, 15, r, c, value)
    return data + struct.pack("<HH", 0x000A, 0)


def test_old_excel_is_read_with_ragged_rows_and_numbers() -> None:
    tables = read_xls(
        biff([["type", "name", "label"], ["text"], ["integer", "b", 5.0], ["decimal", "c", 2.5]]), Limits()
    )
    assert [rows for _, rows in tables] == [
        [("type", "name", "label"), ("text",), ("integer", "b", "5"), ("decimal", "c", "2.5")]
    ]


def test_old_excel_is_limited_too() -> None:
    with pytest.raises(FormFaults):
        read_xls(biff([["a"]] * 9), Limits(rows=3))
    with pytest.raises(FormFaults):
        read_xls(biff([["a"]])[:-9], Limits())
