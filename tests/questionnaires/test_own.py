"""This bot's own columns and settings: wrong values are faults with their place, near misses a word of warning."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentoring.questionnaires.faults import Fault, FormFaults
from mentoring.questionnaires.own_columns import CHECKS, _letters_apart
from mentoring.questionnaires.rules_settings import score_of, settings_of
from mentoring.questionnaires.xlsform import read_form, read_with_warnings
from tests.questionnaires.tools import source


def faults(survey: str, choices: str = "", settings: str = "") -> list[tuple[str, int, str, str]]:
    try:
        read_form("f.md", source(survey, choices, settings))
    except FormFaults as refusal:
        found = refusal.faults
    else:
        return []
    assert all(fault.message and "{" not in fault.message for fault in found)
    return [(fault.sheet, fault.row, fault.column, fault.key) for fault in found]


ONE = "type | name | label\ntext | a | A"


def setting(column: str, cell: str) -> list[tuple[str, int, str, str]]:
    return faults(ONE, settings=f"form_id | {column}\nf | {cell}")


@pytest.mark.parametrize(
    ("column", "good", "bad", "key"),
    [
        ("x_wave", ["entry", "before", "interim", "after", "once"], ["Entry", "spring", "entry after"], "own-not-one-of"),
        ("x_role", ["mentor", "both", "mentor mentee", "head deputy"], ["teacher", "mentor,mentee", "both mentor"], "own-not-one-of"),
        ("x_readers", ["curator", "director psychologist"], ["parents", "curator parents"], "own-not-one-of"),
        ("x_anonymous", ["yes", "no", "TRUE", "0", "да", "нет"], ["maybe", "2", "yes!"], "own-not-yes-no"),
        ("x_reminders", ["yes", "no"], ["daily"], "own-not-yes-no"),
        ("x_expiry", ["1", "14", "365"], ["0", "366", "2.5", "-1", "две", "1e2", "9999999999"], "own-not-whole"),
        ("x_minutes", ["1", "15"], ["0", "десять", "²", "5-10"], "own-not-whole"),
        ("x_series", ["start", "чек_ап-2"], ["a b", "!"], "own-not-word"),
    ],
)  # fmt: skip
def test_settings(column: str, good: list[str], bad: list[str], key: str) -> None:
    for cell in good:
        assert setting(column, cell) == [], cell
    for cell in bad:
        assert setting(column, cell) == [("settings", 2, column, key)], cell


@pytest.mark.parametrize(
    ("column", "good", "bad", "key"),
    [
        ("x_compare", ["change", "beside"], ["before", "Change"], "own-not-one-of"),
        ("x_register", ["request", "time"], ["reqest"], "own-not-one-of"),
        ("x_weight", ["1", "9"], ["0", "10", "1,5"], "own-not-whole"),
        ("x_measure", ["trust", "доверие_1"], ["two words", "a/b"], "own-not-word"),
        ("x_scale", ["wellbeing"], ["x y"], "own-not-word"),
        ("x_match", ["subject"], ["x, y"], "own-not-word"),
        ("x_code", ["no", "yes"], ["code"], "own-not-yes-no"),
        ("x_reverse", ["no"], ["-"], "own-not-yes-no"),
    ],
)
def test_columns_of_the_survey(column: str, good: list[str], bad: list[str], key: str) -> None:
    for cell in good:
        assert faults(f"type | name | label | {column}\nnote | n | N |\ntext | a | A | {cell}") == [], cell
    for cell in bad:
        assert faults(f"type | name | label | {column}\nnote | n | N |\ntext | a | A | {cell}") == [
            ("survey", 3, column, key)
        ], cell


def test_the_score_of_a_choice() -> None:
    survey = "type | name | label | x_reverse\nselect_one l | a | A | yes"
    assert faults(survey, "list_name | name | label | x_score\nl | x | X | пять\nl | y | Y | inf") == [
        ("survey", 2, "x_reverse", "own-reverse-no-number"),
        ("choices", 2, "x_score", "own-not-number"),
        ("choices", 3, "x_score", "own-not-number"),
    ]
    choices = "list_name | name | label | X_Score\nl | x | X | 2,5\nl | y | Y | -1\nl | z | Z |"
    question = read_form("f.md", source(survey, choices)).questions[0]
    assert [score_of(question, one) for one in "xyz"] == [Decimal("2.5"), Decimal(-1), None]


def test_a_filter_may_read_a_choice_s_own_column() -> None:
    survey = "type | name | label | choice_filter\nselect_one l | a | A | x_level = '1'"
    form = read_form("f.md", source(survey, "list_name | name | label | x_level\nl | x | X | 1\nl | y | Y | 2"))
    assert [choice.columns["x_level"] for choice in form.questions[0].choices] == ["1", "2"]


@pytest.mark.parametrize(
    ("kind", "counts"),
    [("integer", True), ("range", True), ("decimal", True), ("select_one n", True), ("text", False),
     ("select_one w", False), ("date", False), ("select_multiple n", False), ("note", False)],
)  # fmt: skip
def test_only_what_has_a_number_can_be_turned_round(kind: str, counts: bool) -> None:
    choices = "list_name | name | label\nn | 1 | Раз\nn | 2 | Два\nn | skip | Не знаю\nw | x | X\nw | y | Y"
    found = faults(f"type | name | label | x_reverse\n{kind} | a | A | yes", choices)
    assert found == ([] if counts else [("survey", 2, "x_reverse", "own-reverse-no-number")])


ANONYMOUS = "form_id | x_anonymous\nf | yes"


@pytest.mark.parametrize(
    ("line", "column", "key"),
    [
        ("image | a | A | | |", "type", "anonymous-file"),
        ("audio | a | A | | |", "type", "anonymous-file"),
        ("video | a | A | | |", "type", "anonymous-file"),
        ("file | a | A | | |", "type", "anonymous-file"),
        ("start | a | | | |", "type", "anonymous-moment"),
        ("end | a | | | |", "type", "anonymous-moment"),
        ("today | a | | | |", "type", "anonymous-moment"),
        ("calculate | a | | | | once(now())", "calculation", "anonymous-moment"),
        ("text | a | A | request | |", "x_register", "anonymous-named"),
        ("text | a | A | | subject |", "x_match", "anonymous-named"),
    ],
)
def test_what_gives_a_person_away_is_refused_in_an_anonymous_form(line: str, column: str, key: str) -> None:
    survey = f"type | name | label | x_register | x_match | calculation\ntext | q | Q | | |\n{line}"
    assert faults(survey, settings=ANONYMOUS) == [("survey", 3, column, key)]
    assert faults(survey, settings="form_id | x_anonymous\nf | no") == []
    with pytest.raises(FormFaults, match="1 faults") as refusal:
        read_form("f.md", source(survey, settings=ANONYMOUS))
    assert "'a'" in refusal.value.faults[0].message


def test_an_anonymous_form_may_ask_for_a_day_and_speak_of_now() -> None:
    survey = "type | name | label | calculation\ndate | d | D |\ncalculate | c | | concat('now()', today())"
    assert faults(survey, settings=ANONYMOUS) == []


def test_one_code_of_text() -> None:
    survey = "type | name | label | x_code\ntext | a | A | yes\ntext | b | B | yes\ninteger | c | C | yes"
    assert faults(survey, settings=ANONYMOUS) == [
        ("survey", 3, "x_code", "own-code-twice"),
        ("survey", 4, "x_code", "own-code-twice"),
        ("survey", 4, "x_code", "own-code-not-text"),
    ]


def test_all_kinds_of_fault_are_told_at_once() -> None:
    found = faults(
        "type | name | label | constraint | x_weight\ntext | a | A | . > | 1\nselect_one no | b | B | | 12\ntext | c | C | | x",
        settings="form_id | x_wave | x_expiry\nf | x | y",
    )
    assert [(sheet, row, key) for sheet, row, _, key in found] == [
        ("survey", 3, "list-missing"), ("survey", 3, "own-not-whole"), ("survey", 4, "own-not-whole"),
        ("settings", 2, "own-not-one-of"), ("settings", 2, "own-not-whole"),
    ]  # fmt: skip


def test_the_values_reach_those_who_ask() -> None:
    columns = "form_id | x_role | x_wave | x_anonymous | x_expiry | x_reminders | x_minutes | x_readers"
    form = read_form(
        "f.md", source(ONE, settings=f"{columns}\nf | both | after | TRUE | 14 | no | 7 | curator head")
    )
    found = settings_of(form)
    assert (found.roles, found.wave.value, found.anonymous) == (("mentor", "mentee"), "after", True)
    assert (found.expiry_days, found.reminders, found.minutes, found.readers) == (
        14,
        False,
        7,
        ("curator", "head"),
    )


def warned(column: str, sheet: str = "survey") -> list[str]:
    survey = f"type | name | label{f' | {column}' if sheet == 'survey' else ''}\ntext | a | A"
    settings = f"form_id | {column}\nf | zzz" if sheet == "settings" else ""
    warnings: list[Fault] = read_with_warnings("f.md", source(survey, settings=settings))[1]
    return [fault.message for fault in warnings if fault.key == "column-meant"]


@pytest.mark.parametrize(
    ("column", "meant"),
    [
        ("x_revers", "x_reverse"), ("x_reverce", "x_reverse"), ("x_rveerse", "x_reverse"), ("x_wieght", "x_weight"),
        ("x_anonimus", "x_anonymous"), ("X_Mesure", "x_measure"), ("x_cod", "x_code"), ("x_rloe", "x_role"),
        ("x_registr", "x_register"), ("x_reversed", "x_reverse"),
    ],
)  # fmt: skip
def test_a_near_miss_is_warned_about(column: str, meant: str) -> None:
    assert warned(column) == [f"unknown column '{column}': did you mean '{meant}'?"]
    assert len(warned(column, "settings")) == 1


@pytest.mark.parametrize("column", ["x_note", "x_rule_7", "x_school", "x_", "x_Комментарий", "x_" + "r" * 90])
def test_the_school_s_own_columns_are_its_own(column: str) -> None:
    assert warned(column) == []


@pytest.mark.parametrize("column", [column for columns in CHECKS.values() for column in columns])
def test_ours_are_known_in_any_sheet(column: str) -> None:
    assert warned(column) == []


@given(st.text("abc", max_size=6), st.text("abc", max_size=6))
def test_letters_apart_is_a_distance(one: str, other: str) -> None:
    far = _letters_apart(one, other)
    assert far == _letters_apart(other, one)
    assert (far == 0) == (one == other)
    assert abs(len(one) - len(other)) <= far <= max(len(one), len(other))
