"""The spreadsheet for new questionnaires: a valid form as it is, explained, and easy to fill in."""

from __future__ import annotations

import inspect
import io
import re
import shutil
import subprocess
import zipfile
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest
import python_calamine
import time_machine
from pyxform.xls2xform import convert

from mentoring.documents.form_look import LANGUAGES, TYPES, Section, words
from mentoring.documents.form_template import template
from mentoring.people.rules import Role
from mentoring.questionnaires import rules_settings
from mentoring.questionnaires.check import check_file
from mentoring.questionnaires.expression_functions import FUNCTIONS
from mentoring.questionnaires.expressions import compile_expression
from mentoring.questionnaires.rules_form import ATTACHED, Form, Kind
from mentoring.questionnaires.rules_settings import Wave, item_of, settings_of
from mentoring.questionnaires.rules_state import Choose, Review, Send, Skip, Type
from mentoring.questionnaires.xlsform import read_form
from tests.questionnaires.tools import Walk

both = pytest.mark.parametrize("language", LANGUAGES)


def opened(data: bytes) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(data))


def form(language: str = "ru") -> Form:
    return read_form("template.xlsx", template(language))


def section(language: str, about: str) -> Section:
    return next(one for one in words(language).help if one.about == about)


def lists_of(sheet: Any, book: openpyxl.Workbook) -> dict[str, tuple[str, ...]]:
    """What each column's drop-down offers, by the column's header; references are followed."""
    found = {}
    for rule in sheet.data_validations.dataValidation:
        (place,) = rule.sqref.ranges
        source = rule.formula1.strip('"')
        if source.startswith("'") or "!" in source:
            name, cells = source.rsplit("!", 1)
            values = tuple(cell.value for (cell,) in book[name.strip("'")][cells.replace("$", "")])
        else:
            values = tuple(source.split(","))
        assert (place.min_row, place.max_row) == (2, 2001)
        found[sheet.cell(1, place.min_col).value] = values
    return found


@both
def test_our_own_checker_finds_nothing_to_say(language: str) -> None:
    verdict = check_file("template.xlsx", template(language))
    assert verdict["accepted"] is True
    assert (verdict["faults"], verdict["warnings"]) == ([], [])
    assert verdict["form_id"] == "our_month"


@both
def test_it_is_an_xlsform_for_the_reference_implementation_too(language: str, tmp_path: Path) -> None:
    path = tmp_path / "template.xlsx"
    path.write_bytes(template(language))
    result = convert(path, validate=False)
    assert "<h:html" in result.xform
    assert not [said for said in result.warnings or () if "sheet" in said or "x_" in said]


@both
def test_each_common_kind_is_there_once_at_least(language: str) -> None:
    kinds = [question.kind for question in form(language).questions]
    assert {Kind.ONE, Kind.MANY, Kind.RANGE, Kind.INTEGER, Kind.DATE, Kind.TEXT, Kind.NOTE} <= set(kinds)
    assert not ATTACHED & set(kinds)


@both
def test_the_example_shows_what_it_is_an_example_of(language: str) -> None:
    made = form(language)
    by_name = made.by_name
    assert by_name["times"].constraint is not None
    assert by_name["times"].constraint_message.within(language)
    assert by_name["last_day"].conditions
    assert by_name["met"].required is True
    assert by_name["useful"].section.within(language)
    assert by_name["useful"].scale is not None
    assert any(choice.other for choice in by_name["topics"].choices)
    assert not any(choice.other for choice in by_name["met"].choices)
    assert item_of(by_name["hurry"]).reverse
    assert item_of(by_name["useful"]).scale == item_of(by_name["hurry"]).scale == "meetings"
    assert settings_of(made).roles == ("mentor", "mentee")
    assert settings_of(made).minutes == 2
    assert made.default_language == language


@both
@pytest.mark.parametrize("met", ["yes", "no"])
def test_the_example_can_be_answered_to_the_end(language: str, met: str) -> None:
    walk = Walk(form(language), language)
    answers = {"met": Choose(met), "times": Type("3"), "last_day": Type("01.09.2026"), "useful": Choose("8")}
    asked = []
    while not isinstance(walk.screen, Review):
        asked.append(walk.question.name)
        walk.do(answers.get(walk.question.name, Skip()))
    walk.do(Send())
    assert walk.state.sent
    more = ["times", "last_day", "useful", "hurry", "topics"] if met == "yes" else []
    assert asked == ["met", *more, "thought"]


@both
def test_both_readers_of_spreadsheets_see_the_sheets(language: str) -> None:
    data = template(language)
    book = python_calamine.load_workbook(io.BytesIO(data))
    said = words(language)
    assert book.sheet_names == ["survey", "choices", "settings", said.help_sheet, said.lists_sheet]
    rows = book.get_sheet_by_name("survey").to_python()
    assert rows[0][:3] == ["type", "name", "label"]
    assert all(isinstance(cell, str) for row in rows for cell in row)
    assert len(rows) == 1 + len(said.example[0].rows)
    assert opened(data)[said.lists_sheet].sheet_state == "hidden"


@both
def test_every_header_of_the_form_has_its_note(language: str) -> None:
    book = opened(template(language))
    for name in ("survey", "choices", "settings"):
        for cell in book[name][1]:
            assert cell.comment is not None, (name, cell.value)
            assert cell.comment.text == words(language).notes[name][cell.value]
        assert all(cell.comment is None for row in book[name].iter_rows(min_row=2) for cell in row)


def test_drop_downs_offer_what_the_bot_reads() -> None:
    book = opened(template("ru"))
    survey, choices, settings = (lists_of(book[name], book) for name in ("survey", "choices", "settings"))
    assert survey["type"][: len(TYPES)] == TYPES
    assert set(survey["type"][len(TYPES) :]) == {
        f"{kind} {name}" for kind in ("select_one", "select_multiple") for name in ("yes_no", "topics", "ends")
    }
    assert survey["required"] == survey["x_reverse"] == settings["x_anonymous"] == ("yes", "no")
    assert choices == {"list_name": ("yes_no", "topics", "ends")}
    assert settings["x_wave"] == tuple(Wave)
    assert set(settings["x_role"]) == {*Role, "both"}
    assert settings["default_language"] == ("Русский (ru)", "English (en)")
    assert set(settings["x_readers"]) == set(Role) - {Role.MENTOR, Role.MENTEE}


@both
def test_only_what_the_bot_could_not_read_is_questioned(language: str) -> None:
    book = opened(template(language))
    rules = {
        book[name].cell(1, next(iter(rule.sqref.ranges)).min_col).value: rule
        for name in ("survey", "choices", "settings")
        for rule in book[name].data_validations.dataValidation
    }
    questioned = {column for column, rule in rules.items() if rule.showErrorMessage}
    assert questioned == {"x_wave", "x_anonymous", "x_reminders", "x_reverse"}
    assert rules["x_wave"].errorStyle == "warning"
    assert rules["x_wave"].error == words(language).unusual
    assert rules["x_wave"].errorTitle == words(language).unusual_title


def test_what_is_typed_below_the_example_stays_text() -> None:
    sheet = opened(template("ru"))["choices"]
    assert all(sheet.column_dimensions[letter].width >= 16 for letter in "ABC")
    assert {cell.number_format for row in sheet.iter_rows(min_row=2) for cell in row} == {"@"}
    assert {sheet.column_dimensions[letter].number_format for letter in "ABC"} == {"@"}


@pytest.mark.parametrize(("name", "frozen"), [("survey", "C2"), ("choices", "C2"), ("settings", "A2")])
def test_the_header_stays_in_sight(name: str, frozen: str) -> None:
    sheet = opened(template("ru"))[name]
    assert sheet.freeze_panes == frozen
    assert sheet["A1"].font.bold
    assert sheet["C2"].alignment.wrap_text


def test_the_rows_of_the_example_can_simply_be_deleted() -> None:
    book = opened(template("ru"))
    assert all(not sheet.merged_cells.ranges for sheet in book)
    assert all(cell.data_type != "f" for sheet in book for row in sheet.iter_rows() for cell in row)
    book["survey"].delete_rows(2, 100)
    book["choices"].delete_rows(2, 100)
    for place, value in enumerate(["text", "mood", "Как вы?"], start=1):
        book["survey"].cell(2, place).value = value
    target = io.BytesIO()
    book.save(target)
    verdict = check_file("mine.xlsx", target.getvalue())
    assert (verdict["accepted"], verdict["questions"], verdict["warnings"]) == (True, 1, [])


def test_rows_are_as_high_as_their_texts_and_grow_with_them() -> None:
    data = template("ru")
    survey = opened(data)["survey"]
    last = survey.max_row
    assert survey[f"D{last}"].value.startswith("Двух-трёх")
    assert survey.row_dimensions[last].height >= 45
    assert survey.row_dimensions[2].height is None
    archive = zipfile.ZipFile(io.BytesIO(data))
    assert all(b"customHeight" not in archive.read(name) for name in archive.namelist() if "worksheets/s" in name)


@both
def test_two_runs_are_equal_at_any_time(language: str) -> None:
    with time_machine.travel(datetime(2026, 1, 1, tzinfo=UTC)):
        first = template(language)
    with time_machine.travel(datetime(2031, 6, 5, 4, 3, 2, tzinfo=UTC)):
        assert template(language) == first
    assert template("de") == template("ru") != template("en")


@both
def test_the_help_lists_every_kind_that_a_chat_serves(language: str) -> None:
    named = {word.split(" ")[0] for word, _, _ in section(language, "kinds").rows}
    made_by_the_form = {Kind.DATETIME, Kind.MORE, *ATTACHED}
    assert {kind.value for kind in Kind if kind not in made_by_the_form} | {"dateTime", "or_other"} <= named
    assert {kind.split(" ")[0] for kind in TYPES} <= named


@both
def test_the_help_lists_every_function_with_an_example_that_reads(language: str) -> None:
    rows = section(language, "functions").rows
    assert set(FUNCTIONS) <= {word for word, _, _ in rows}
    assert len({word for word, _, _ in rows}) == len(rows)
    for word, meaning, example in rows:
        assert f"{word}(" in example
        assert meaning
        compile_expression(example)
    for _, _, example in section(language, "conditions").rows:
        compile_expression(example)


@both
def test_the_help_lists_the_columns_of_this_bot(language: str) -> None:
    rows = {word: meaning for word, meaning, _ in section(language, "own").rows}
    said = words(language)
    noted = {name for notes in said.notes.values() for name in notes if name.startswith("x_")}
    assert set(re.findall(r'"(x_[a-z]+)"', inspect.getsource(rules_settings))) <= set(rows)
    assert noted == set(rows)
    assert all(role in rows["x_role"] for role in (*Role, "both"))
    assert all(wave in rows["x_wave"] for wave in Wave)


@both
def test_the_words_are_kind_and_in_their_language(language: str) -> None:
    said = words(language)
    texts = [text for one in said.help for _, text, _ in one.rows]
    texts += [text for notes in said.notes.values() for text in notes.values()]
    texts += [said.unusual, said.unusual_title]
    labels = [row[2] for sheet in said.example[:2] for row in sheet.rows if row[2]]
    for text in texts + labels:
        assert "!" not in text.replace("!=", "")
        assert not re.search(r"\b(ты|тебя|твой|отчёт|должны|обязан|необходимо|запрещено)\b", text.lower()), text
        found = re.search("[а-яё]", text.lower().replace("русский (ru)", "")) is not None
        assert found == (language == "ru"), text
    assert len(labels) == 17


def test_both_languages_say_the_same() -> None:
    russian, english = words("ru"), words("en")
    assert {name: set(notes) for name, notes in russian.notes.items()} == {
        name: set(notes) for name, notes in english.notes.items()
    }
    assert [(one.about, len(one.rows)) for one in russian.help] == [
        (one.about, len(one.rows)) for one in english.help
    ]
    shape = [[(q.name, q.kind, q.required) for q in form(language).questions] for language in LANGUAGES]
    assert shape[0] == shape[1]


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed here")
def test_saved_by_libreoffice_it_is_the_same_form(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    source = tmp_path / "in" / "template.xlsx"
    source.write_bytes(template("ru"))
    command = ["soffice", f"-env:UserInstallation=file://{tmp_path}/profile", "--headless", "--convert-to", "xlsx"]
    command += ["--outdir", str(tmp_path), str(source)]
    subprocess.run(command, check=True, capture_output=True, timeout=110)
    saved = (tmp_path / "template.xlsx").read_bytes()
    assert saved != source.read_bytes()
    assert check_file("template.xlsx", saved) == check_file("template.xlsx", template("ru"))
    assert read_form("template.xlsx", saved).version == form().version
    book = opened(saved)
    assert book["settings"]["F1"].comment.text == words("ru").notes["settings"]["x_wave"]
    rules = [rule.formula1 for rule in book["survey"].data_validations.dataValidation]
    assert any(words("ru").lists_sheet in rule for rule in rules)
