from __future__ import annotations

import re
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mentoring.documents import rules_people_list
from mentoring.documents.rules_people_list import (
    Duplicate,
    Entry,
    Fault,
    Listed,
    listed_from_table,
    listed_from_text,
)
from mentoring.documents.rules_role_words import heading_of, role_of, roles_of
from mentoring.people.rules import NAME_LIMIT, Role

M, E, P, D, Z, H, S, C = (
    Role.MENTOR,
    Role.MENTEE,
    Role.PSYCHOLOGIST,
    Role.DIRECTOR,
    Role.DEPUTY,
    Role.HEAD,
    Role.SITE_ADMIN,
    Role.CURATOR,
)


def people(listed: Listed) -> list[tuple[str, tuple[Role, ...]]]:
    assert [entry.number for entry in listed.entries] == list(range(1, len(listed.entries) + 1))
    return [(entry.name, entry.roles) for entry in listed.entries]


def only(line: str, default: Role | None = None) -> tuple[str, tuple[Role, ...]]:
    listed = listed_from_text(line, default)
    assert not listed.faults, listed.faults
    (person,) = people(listed)
    return person


@pytest.mark.parametrize(
    ("phrase", "role"),
    [
        ("наставник", M), ("НАСТАВНИКИ", M), ("Педагог-наставник", M), ("mentor", M), ("наставница", M),
        ("наставляемый", E), ("наставляемая", E), ("молодой специалист", E), ("Молодые специалисты", E),
        ("начинающий педагог", E), ("новичок", E), ("молодая учительница", E), ("mentee", E), ("newcomer", E),
        ("психолог", P), ("педагог-психолог", P), ("психологи", P), ("psychologist", P),
        ("директор", D), ("Директор школы", D), ("и.о. директора", D), ("principal", D),
        ("завуч", Z), ("завуч по ВР", Z), ("зам. директора", Z), ("зам.директора по УВР", Z), ("замдиректора", Z),
        ("Заместитель директора по учебной и воспитательной работе", Z), ("deputy head", Z), ("зам.дир.", Z),
        ("руководитель МО", H), ("Руководитель ШМО учителей математики", H), ("рук. МО", H),
        ("руководитель методического объединения", H), ("председатель МО", H), ("subject head", H),
        ("администратор сайта", S), ("админ сайта", S), ("ответственная за школьный сайт", S), ("webmaster", S),
        ("куратор", C), ("куратор программы наставничества", C),
    ],
)  # fmt: skip
def test_role_words(phrase, role):
    assert role_of(phrase) is role


@pytest.mark.parametrize("phrase", ["учитель", "настваник", "Наставников Пётр", "сайт", "мо", "", "директорова"])
def test_words_that_are_no_roles(phrase):
    assert role_of(phrase) is None


def test_several_roles_in_a_phrase():
    assert roles_of("наставник и психолог") == (M, P)
    assert roles_of("зам. директора по УВР, наставник") == (Z, M)
    assert roles_of("наставник/руководитель МО") == (M, H)
    assert roles_of("наставник и кто-то") == ()


@pytest.mark.parametrize(
    ("line", "name", "roles"),
    [
        ("Иванова Мария Петровна; наставник", "Иванова Мария Петровна", (M,)),
        ("1. Иванова Мария Петровна; наставник", "Иванова Мария Петровна", (M,)),
        ("12) Иванова Мария - молодой специалист", "Иванова Мария", (E,)),
        ("№ 3 Иванова Мария – психолог", "Иванова Мария", (P,)),
        ("3;Иванова Мария;психолог", "Иванова Мария", (P,)),
        ("• Сидорова-Кац Анна (педагог-психолог)", "Сидорова-Кац Анна", (P,)),
        ("- Кузнецов И.И., зам. директора по УВР, наставник", "Кузнецов И.И.", (Z, M)),
        ("Кузнецов И. И. наставник", "Кузнецов И. И.", (M,)),
        ("наставник Смирнова Ольга", "Смирнова Ольга", (M,)),
        ("Наставник: Смирнова Ольга", "Смирнова Ольга", (M,)),
        ("Волков Олег учитель физики: наставник и психолог", "Волков Олег", (M, P)),
        ("Волков Олег, учитель физики, наставник", "Волков Олег", (M,)),
        ("Орлов Иван-наставник", "Орлов Иван", (M,)),
        ("Орлов Иван—наставник", "Орлов Иван", (M,)),
        ("Рябов Олег\tдиректор школы", "Рябов Олег", (D,)),
        ("Крылов, Иван, Иванович, администратор сайта", "Крылов Иван Иванович", (S,)),
        ("Али Мамед оглы Гасанов, завуч, +7 999 123-45-67, a@b.ru", "Али Мамед оглы Гасанов", (Z,)),
        ("иванова мария; наставник", "иванова мария", (M,)),
        ("ИВАНОВА МАРИЯ | НАСТАВНИК", "ИВАНОВА МАРИЯ", (M,)),
        ("Д’Артаньян Шарль; руководитель ШМО учителей математики", "Д’Артаньян Шарль", (H,)),
        ("Smith John; mentor", "Smith John", (M,)),
        ("\u200bИванова\u00a0 Мария ;  наставник ", "Иванова Мария", (M,)),
        ("Иванова Мария; наставник; психолог", "Иванова Мария", (M, P)),
        ("Иванова Мария; наставник; наставник", "Иванова Мария", (M,)),
    ],
)
def test_one_line_in_many_shapes(line, name, roles):
    assert only(line) == (name, roles)


def test_the_default_role_is_for_those_without_one():
    assert only("Иванова Мария", E) == ("Иванова Мария", (E,))
    assert only("Иванова Мария; наставник", E) == ("Иванова Мария", (M,))
    assert only("Иванова Мария, учитель химии, 5 лет", E) == ("Иванова Мария", (E,))
    assert listed_from_text("Иванова Мария").faults == (
        Fault(1, "people-list-role-missing", {"name": "Иванова Мария"}),
    )


def test_headings_hold_for_the_lines_below():
    text = "Наставники:\n1. Белова Анна, Чернова Вера\n2. Зуева Ия (психолог)\n\nМолодые специалисты\nКотов Олег"
    assert people(listed_from_text(text, D)) == [
        ("Белова Анна", (M,)),
        ("Чернова Вера", (M,)),
        ("Зуева Ия", (P,)),
        ("Котов Олег", (E,)),
    ]


@pytest.mark.parametrize(
    ("line", "key", "params"),
    [
        ("Иванов Иван; настваник", "people-list-role-unknown", {"word": "настваник"}),
        ("Иванов", "people-list-name-short", {"text": "Иванов"}),
        ("Иванов; наставник", "people-list-name-short", {"text": "Иванов"}),
        ("Белов Пётр — наставник; Чернов Вадим — наставляемый", "people-list-two-people", {}),
        (
            "и ещё много разных слов, которых тут быть не должно никогда и ни за что",
            "people-list-not-understood",
            None,
        ),
        ("<script>alert(x)</script>", "people-list-not-understood", None),
        ("А" * (NAME_LIMIT + 1) + " Б", "people-list-not-understood", None),
    ],
)
def test_what_cannot_be_read_is_named_with_its_row(line, key, params):
    listed = listed_from_text(f"\n{line}\nКотов Олег", E)
    (fault,) = listed.faults
    assert (fault.row, fault.key) == (2, key)
    assert params is None or fault.params == params
    assert all(len(value) <= 61 for value in fault.params.values())
    assert people(listed) == [("Котов Олег", (E,))]


@pytest.mark.parametrize(
    "header", ["ФИО;Роль", "№;Ф.И.О.;Роль в программе", "Фамилия, имя, отчество", "Педагог;Роль"]
)
def test_a_header_in_pasted_text_is_no_person(header):
    line = "1;Иванова Мария;наставник" if header.startswith("№") else "Иванова Мария;наставник"
    listed = listed_from_text(f"{header}\n{line}", M)
    assert people(listed) == [("Иванова Мария", (M,))]
    assert listed.faults == ()


def test_a_table_with_a_title_and_columns_of_its_own():
    rows = [
        ["Список педагогов"],
        ["№", "Фамилия", "Имя", "Отчество", "Должность", "Телефон", "Роль", "Примечание"],
        ["1", "Иванов", "Иван", "Иванович", "учитель", "+79990000000", "наставник", "хороший человек"],
        ["2", "Петрова", "Анна", "", "директор", "", "", ""],
        ["Наставляемые"],
        ["3", "Котов", "Олег", "", "учитель", "", "", ""],
        ["4", "", "", "", "", "", "наставник", ""],
        ["5", "Сова", "Ия", "", "учитель химии", "", "помощник", ""],
        ["6", "", "", "", "", "", "", ""],
    ]
    listed = listed_from_table(rows, M, [1, 3, 4, 5, 6, 7, 8, 9, 10])
    assert people(listed) == [("Иванов Иван Иванович", (M,)), ("Петрова Анна", (D,)), ("Котов Олег", (E,))]
    assert listed.faults == (
        Fault(8, "people-list-name-missing"),
        Fault(9, "people-list-role-unknown", {"word": "помощник"}),
    )


def test_a_table_without_a_header():
    rows = [["1", "Иванов", "Иван", "Иванович", "наставник"], ["2", "Петрова Анна", "психолог"]]
    assert people(listed_from_table(rows)) == [("Иванов Иван Иванович", (M,)), ("Петрова Анна", (P,))]


def test_a_column_for_each_role():
    listed = listed_from_text(
        "№;Наставник;Наставляемый\n1;Иванов Иван;Петров Пётр, Зуева Анна\n2;иванов иван;Котов Олег\n3;;Совин Лев"
    )
    assert people(listed) == [
        ("Иванов Иван", (M,)),
        ("Петров Пётр", (E,)),
        ("Зуева Анна", (E,)),
        ("Котов Олег", (E,)),
        ("Совин Лев", (E,)),
    ]
    assert listed.duplicates == (Duplicate(3, 1, "Иванов Иван"),)


def test_people_named_twice_are_one_with_both_roles():
    text = "Петров Пётр; наставник\nСова Ия\nПЕТРОВ   ПЕТР - психолог\nСова Ия; психолог\nПетров Пётр"
    listed = listed_from_text(text, E)
    assert listed.entries == (Entry(1, "Петров Пётр", (M, P)), Entry(2, "Сова Ия", (P,)))
    assert [(d.row, d.number) for d in listed.duplicates] == [(3, 1), (4, 2), (5, 1)]


def test_headings_of_columns():
    assert heading_of("Ф.И.О. педагога") == "name"
    assert heading_of("№ п/п") == "other"
    assert heading_of("Роль") == "role"
    assert heading_of("Должность") == "post"
    assert heading_of("Иванов Иван") is None


def test_nothing_gives_nothing():
    assert listed_from_text(" \n\n1.\n—\n", M) == Listed((), (), ())
    assert listed_from_table([], M) == Listed((), (), ())


NAMES = st.sampled_from(
    ["Иванова Мария", "Петров Пётр Ильич", "Сидорова-Кац А.Б.", "Smith John", "Али Мамед оглы"]
)
NUMBERS = st.sampled_from(["", "1. ", "2) ", "№ 3 ", "- ", "• ", "4 "])
MARKS = st.sampled_from(["; ", " - ", " — ", "\t", ", ", ": ", " "])
WORDS = st.sampled_from([("наставник", M), ("завуч по УВР", Z), ("Молодой специалист", E), ("рук. МО", H)])


@given(NUMBERS, NAMES, MARKS, WORDS)
def test_any_number_and_any_separator(number, name, mark, word):
    assert only(f"{number}{name}{mark}{word[0]}") == (name, (word[1],))


@settings(max_examples=300)
@given(st.text(max_size=200), st.sampled_from([None, M]))
def test_any_text_is_answered(text, default):
    listed = listed_from_text(text, default)
    rows = len(text.splitlines())
    assert all(1 <= fault.row <= rows for fault in listed.faults)
    assert all(entry.roles and len(entry.name) <= 2 * NAME_LIMIT for entry in listed.entries)
    assert len({entry.name for entry in listed.entries}) == len(listed.entries)


@settings(max_examples=200)
@given(
    st.lists(
        st.lists(st.sampled_from(["", "ФИО", "Роль", "наставник", "Иванов", "Иванов Иван", "1", "?"]), max_size=5)
    )
)
def test_any_table_is_answered(rows):
    listed = listed_from_table(rows, E)
    assert all(entry.name and entry.roles for entry in listed.entries)


def test_a_long_line_takes_no_long_time():
    started = time.process_time()
    for text in ("а " * 20_000, "Аа-" * 20_000, "1." * 20_000, "и, " * 20_000, "наставник и " * 5_000):
        assert isinstance(listed_from_text(text, M), Listed)
    assert time.process_time() - started < 10


def test_keys_are_those_the_texts_are_written_for():
    source = Path(rules_people_list.__file__).read_text("utf-8")
    assert set(re.findall(r'"(people-list-[a-z-]+)"', source)) == {
        "people-list-name-missing",
        "people-list-name-short",
        "people-list-not-understood",
        "people-list-role-missing",
        "people-list-role-unknown",
        "people-list-two-people",
    }
