"""Any stored questionnaire as a spreadsheet: the same version when it comes back, and pleasant to edit."""

from __future__ import annotations

import csv
import io
import shutil
import subprocess
from pathlib import Path

import openpyxl
import pytest
import python_calamine
from hypothesis import given, settings
from hypothesis import strategies as st

from mentoring.documents.form_book import as_workbook
from mentoring.documents.form_look import TYPES, words
from mentoring.documents.form_template import template
from mentoring.questionnaires.catalogue import shipped, source_of
from mentoring.questionnaires.check import check_file
from mentoring.questionnaires.faults import FormFaults
from mentoring.questionnaires.subset import by_name
from mentoring.questionnaires.workbook import Limits, Sheet, read_workbook
from mentoring.questionnaires.xlsform import read_form, read_with_warnings
from tests.documents.spreadsheets import xls
from tests.documents.test_form_template import lists_of

MARKDOWN = """
| settings |
| | form_id | title | default_language |
| | visit | After the lesson | English (en) |

| survey |
| | type | name | label::English (en) | required | constraint | x_wave | media::image |
| | select_one yes_no | visited | Did you visit? | yes | | | |
| | | | | | | | |
| | | | | | | | |
| | integer | lessons | How many? \\| How often? | | . > 0 | | |

| choices |
| | list_name | name | label::English (en) | x_score |
| | yes_no | 5-9 | Five to nine | 2 |
| | yes_no | 007 | =1+1 | -1 |

| _notes |
| | to be asked | of whom |
| | in May | everybody |

| _Help |
| | an older help |
"""


def opened(data: bytes) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(data))


def titles(data: bytes) -> list[str]:
    return python_calamine.load_workbook(io.BytesIO(data)).sheet_names


def said(sheets: tuple[Sheet, ...]) -> dict[str, list[list[tuple[str, str]]]]:
    """What a form's version is counted from."""
    form = by_name(sheets)
    return {name: [sorted(cells.items()) for _, cells in sheet.records() if cells] for name, sheet in form.items()}


def read(name: str, data: bytes) -> dict[str, list[list[tuple[str, str]]]]:
    return said(read_workbook(name, data, Limits())[0])


@pytest.mark.parametrize("form_id", sorted(shipped()))
def test_every_shipped_form_comes_back_as_the_same_version(form_id: str) -> None:
    name, text = source_of(form_id)
    form, warnings = read_with_warnings("sent_back.xlsx", as_workbook(name, text.encode()))
    assert warnings == []
    assert form.version == read_form(name, text.encode()).version
    assert (form.form_id, form.languages) == (form_id, shipped()[form_id].languages)


def test_an_edited_word_makes_another_version_and_nothing_else() -> None:
    name, text = source_of("mentee_entry")
    book = opened(as_workbook(name, text.encode()))
    assert book["survey"]["C2"].value == shipped()["mentee_entry"].questions[0].label.within("ru")
    book["survey"]["C2"] = "Что ближе всего к вам?"
    target = io.BytesIO()
    book.save(target)
    form, warnings = read_with_warnings("edited.xlsx", target.getvalue())
    assert warnings == []
    assert form.version != shipped()["mentee_entry"].version
    assert [q.name for q in form.questions] == [q.name for q in shipped()["mentee_entry"].questions]
    assert form.questions[0].label.within("ru") == "Что ближе всего к вам?"


def test_the_form_stands_first_and_notes_stay_beside_it() -> None:
    data = as_workbook("visit.md", MARKDOWN.encode())
    assert titles(data) == ["survey", "choices", "settings", "_notes", "_Help", "_Lists"]
    notes = python_calamine.load_workbook(io.BytesIO(data)).get_sheet_by_name("_notes")
    assert notes.to_python() == [["to be asked", "of whom"], ["in May", "everybody"]]
    assert opened(data)["_Help"]["A1"].value == words("en").help[0].title


def test_a_help_of_ours_is_not_doubled_when_a_file_goes_round() -> None:
    book = openpyxl.load_workbook(io.BytesIO(template("ru")))
    lines = [f"| {sheet.title} |\n" + "\n".join(row_of(row) for row in sheet.iter_rows()) for sheet in book]
    data = as_workbook("round.md", "\n".join(lines).encode())
    assert titles(data) == titles(template("ru"))
    assert read_form("round.xlsx", data).version == read_form("template.xlsx", template("ru")).version


def row_of(row: tuple[openpyxl.cell.Cell, ...]) -> str:
    return "| | " + " | ".join(str(cell.value or "").replace("|", "\\|") for cell in row) + " |"


def test_what_looks_like_a_number_a_day_or_a_formula_stays_a_text() -> None:
    choices = opened(as_workbook("visit.md", MARKDOWN.encode()))["choices"]
    rows = [[cell.value for cell in row] for row in choices.iter_rows(min_row=2)]
    assert rows == [["yes_no", "5-9", "Five to nine", "2"], ["yes_no", "007", "=1+1", "-1"]]
    assert {cell.data_type for row in choices.iter_rows() for cell in row} <= {"s", "inlineStr"}
    assert {cell.number_format for row in choices.iter_rows(min_row=2) for cell in row} == {"@"}


def test_it_looks_like_the_template() -> None:
    book = opened(as_workbook("visit.md", MARKDOWN.encode()))
    survey = book["survey"]
    assert survey.freeze_panes == "C2"
    assert survey["A1"].comment.text == words("en").notes["survey"]["type"]
    assert survey["C1"].comment.text == words("en").notes["survey"]["label"]
    assert survey["G1"].comment is None
    assert survey.column_dimensions["C"].width > survey.column_dimensions["B"].width >= 18
    offered = lists_of(survey, book)
    assert offered["type"] == (*TYPES, "select_one yes_no", "select_multiple yes_no")
    assert offered["required"] == ("yes", "no")
    assert offered["x_wave"][:2] == ("entry", "before")
    assert lists_of(book["choices"], book) == {"list_name": ("yes_no",)}


def test_the_help_is_in_the_forms_own_language() -> None:
    russian = MARKDOWN.replace("English (en)", "Русский (ru)")
    assert "_Подсказки" in titles(as_workbook("visit.md", russian.encode()))
    assert "_Подсказки" in titles(as_workbook("visit.md", b"| survey |\n| | type | name |\n| | note | a |\n"))
    assert "_Подсказки" in titles(
        as_workbook("visit.md", MARKDOWN.replace("English (en)", "Deutsch (de)").encode())
    )


def test_a_form_without_lists_offers_none() -> None:
    book = opened(as_workbook("a.md", b"| survey |\n| | type | name | label |\n| | text | a | A |\n| choices |\n"))
    assert lists_of(book["survey"], book)["type"] == TYPES
    assert "choices" in book.sheetnames


def test_an_xlsx_stays_as_it_is() -> None:
    data = template("ru")
    assert as_workbook("mine.xlsx", data) is data


def test_an_old_spreadsheet_with_one_sheet_is_the_survey() -> None:
    rows = [["type", "name", "label"], ["integer", "years", "Лет"], ["text", "why", "Почему"]]
    old = xls({(y, x): cell for y, row in enumerate(rows) for x, cell in enumerate(row)})
    data = as_workbook("old.xls", old)
    assert titles(data)[0] == "survey"
    assert read_form("old.xlsx", data).version == read_form("old.xls", old).version


def test_a_column_that_stands_twice_becomes_one_with_what_counted() -> None:
    source = b"| survey |\n| | type | name | label | label | |\n| | text | a | old | new | remark |\n| | text | b | kept | |\n"
    data = as_workbook("twice.md", source)
    rows = python_calamine.load_workbook(io.BytesIO(data)).get_sheet_by_name("survey").to_python()
    assert rows == [["type", "name", "label", ""], ["text", "a", "new", "remark"], ["text", "b", "kept", ""]]
    assert check_file("twice.xlsx", data)["accepted"] is True
    assert read_form("twice.xlsx", data).version == read_form("twice.md", source).version


def test_a_long_gap_does_not_hide_what_stands_below_it() -> None:
    gap = "| | | |\n" * 200
    source = f"| survey |\n| | type | name | label |\n| | text | a | A |\n{gap}| | text | b | B |\n".encode()
    data = as_workbook("gap.md", source)
    assert [q.name for q in read_form("gap.xlsx", data).questions] == ["a", "b"]
    assert read_form("gap.xlsx", data).version == read_form("gap.md", source).version


def test_no_form_at_all_is_refused_as_everywhere() -> None:
    with pytest.raises(FormFaults):
        as_workbook("picture.png", b"\x89PNG\r\n\x1a\n\x00\x00")


def test_two_runs_are_equal() -> None:
    assert as_workbook("visit.md", MARKDOWN.encode()) == as_workbook("visit.md", MARKDOWN.encode())


# What any .xlsx can hold: no controls; its readers make plain spaces of non-breaking ones, and know _xHHHH_ for escapes.
CELLS = st.text(
    st.characters(exclude_categories=["Cc", "Cs", "Cn"], exclude_characters="\xa0_\ufffe\uffff"), max_size=12
)
TABLES = st.lists(st.lists(CELLS, min_size=1, max_size=5), min_size=1, max_size=5)


@settings(max_examples=60, deadline=None)
@given(TABLES, TABLES)
def test_any_tables_say_the_same_in_a_spreadsheet(survey: list[list[str]], choices: list[list[str]]) -> None:
    target = io.StringIO()
    writer = csv.writer(target)
    for name, rows in (("survey", survey), ("choices", choices), ("_rest", survey)):
        writer.writerow([name])
        writer.writerows(["", *row] for row in rows)
    source = target.getvalue().encode()
    before = read("any.csv", source)
    assert read("any.xlsx", as_workbook("any.csv", source)) == before


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed here")
def test_saved_by_libreoffice_it_is_still_the_same_version(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    name, text = source_of("mentor_entry")
    (tmp_path / "in" / "form.xlsx").write_bytes(as_workbook(name, text.encode()))
    command = ["soffice", f"-env:UserInstallation=file://{tmp_path}/profile", "--headless", "--convert-to", "xlsx"]
    command += ["--outdir", str(tmp_path), str(tmp_path / "in" / "form.xlsx")]
    subprocess.run(command, check=True, capture_output=True, timeout=110)
    form, warnings = read_with_warnings("form.xlsx", (tmp_path / "form.xlsx").read_bytes())
    assert warnings == []
    assert form.version == shipped()["mentor_entry"].version
