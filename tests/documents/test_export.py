from __future__ import annotations

import io
import json
from datetime import UTC, date, datetime, time
from decimal import Decimal

import pytest
import python_calamine
from hypothesis import given
from hypothesis import strategies as st

from mentoring.documents.export import Section, personal_export_json, personal_export_xlsx
from mentoring.people.rules import Role

NOW = datetime(2026, 11, 24, 7, 5, tzinfo=UTC)
LOCAL = datetime.fromisoformat("2026-11-24T10:05")


def sheets(data: bytes) -> dict[str, list[list[object]]]:
    book = python_calamine.load_workbook(io.BytesIO(data))
    return {name: book.get_sheet_by_name(name).to_python(skip_empty_area=False) for name in book.sheet_names}


def test_json_keeps_order_and_words():
    data = {"имя": "Ёлкина «А»", "answers": [{"name": "years", "value": "5"}], "a": None, "n": 1, "yes": True}
    made = personal_export_json(data)
    assert json.loads(made) == data
    assert list(json.loads(made)) == list(data)
    assert "Ёлкина «А»" in made.decode()
    assert made.startswith(b'{\n  "')
    assert made.endswith(b"}\n")


def test_json_of_what_the_programme_stores():
    data = {
        "at": NOW, "day": date(2026, 9, 1), "from": time(20, 0), "score": Decimal("4.50"),
        "role": Role.MENTOR, "roles": frozenset({Role.MENTOR, Role.MENTEE}), "pair": (1, 2), Role.HEAD: {1: "a"},
    }  # fmt: skip
    assert json.loads(personal_export_json(data)) == {
        "at": "2026-11-24T07:05:00+00:00", "day": "2026-09-01", "from": "20:00:00", "score": "4.50",
        "role": "mentor", "roles": ["mentee", "mentor"], "pair": [1, 2], "head": {"1": "a"},
    }  # fmt: skip


@pytest.mark.parametrize("value", [object(), b"bytes", 1j])
def test_what_json_has_no_place_for_is_loud(value):
    with pytest.raises(TypeError):
        personal_export_json({"a": value})


def test_not_a_number_is_loud():
    with pytest.raises(ValueError):
        personal_export_json({"a": float("nan")})


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=12,
)


@given(st.dictionaries(st.text(), JSON, max_size=5))
def test_any_data_comes_back_and_equal_data_give_equal_bytes(data):
    made = personal_export_json(data)
    assert json.loads(made.decode("utf-8")) == data
    assert personal_export_json(dict(data)) == made


def test_half_a_character_does_not_stop_an_export():
    assert json.loads(personal_export_json({"a": "x\ud83dy"})) == {"a": "x\ud83dy"}


def test_a_sheet_a_section_with_types():
    sections = [
        Section("Анкеты", ["Вопрос", "Ответ", "День", "Время", "Балл"], [
            ["Стаж", 5, date(2026, 9, 1), LOCAL, Decimal("1.5")],
            ["=cmd", None, None, None, None],
        ]),
        Section("Согласия", ["Документ", "Да", "Когда", "Роль"], [["processing", True, NOW, Role.MENTOR]]),
        Section("Пусто", ["Что"], []),
    ]  # fmt: skip
    assert sheets(personal_export_xlsx(sections)) == {
        "Анкеты": [
            ["Вопрос", "Ответ", "День", "Время", "Балл"],
            ["Стаж", 5, date(2026, 9, 1), LOCAL, 1.5],
            ["=cmd", "", "", "", ""],
        ],
        "Согласия": [
            ["Документ", "Да", "Когда", "Роль"],
            ["processing", "true", "2026-11-24T07:05:00+00:00", "mentor"],
        ],
        "Пусто": [["Что"]],
    }


def test_a_column_of_mixed_values_is_text():
    made = sheets(personal_export_xlsx([Section("x", ["a", "b"], [[1, [1, 2]], ["два", {"к": "з"}]])]))
    assert made["x"][1:] == [["1", "[1, 2]"], ["два", '{"к": "з"}']]


def test_two_exports_are_equal():
    sections = [Section("x", ["a"], [["б"]])]
    assert personal_export_xlsx(sections) == personal_export_xlsx(sections)
