"""Plans of other schools as they come: headings, terms, roles, and what is wrong with which cell."""

from __future__ import annotations

import pytest

from mentoring.documents.roadmap_sheet import read_plan
from mentoring.documents.roadmap_table import ROWS, plan_of
from mentoring.documents.roadmap_terms import term
from mentoring.errors import ProgrammeError
from mentoring.people.rules import Role
from mentoring.roadmap.rules import Mark, Recurrence, Window
from tests.roadmap.tools import EN, RU

ONCE, YEARLY, ALWAYS, EXTERNAL = Recurrence.ONCE, Recurrence.YEARLY, Recurrence.ALWAYS, Recurrence.EXTERNAL
HEAD = ["№ п/п", "Мероприятие", "Сроки / место проведения", "Результат", "Ответственные"]


def months(first, last=None):
    return Window(Mark(first), Mark(last or first))


@pytest.mark.parametrize(
    ("text", "recurrence", "window"),
    [
        ("ноябрь ", ONCE, months(11)),
        ("Август \nЕжегодно", YEARLY, months(8)),
        ("Сентябрь-октябрь ежегодно", YEARLY, months(9, 10)),
        ("Ноябрь-апрель  Ежегодно", YEARLY, months(11, 4)),
        ("с сентября по май", ONCE, months(9, 5)),
        ("сентябрь, октябрь", ONCE, months(9, 10)),
        ("ежегодно, в мае", YEARLY, months(5)),
        ("декабрь 2021г.", ONCE, months(12)),
        ("сентябрь 2026 – май 2027", ONCE, months(9, 5)),
        ("до конца октября", ONCE, months(10)),
        ("до 15 октября", ONCE, Window(Mark(10), Mark(10, 15))),
        ("15.10.2026", ONCE, Window(Mark(10, 15), Mark(10, 15))),
        ("01.09.2026 - 15.09.2026", ONCE, Window(Mark(9, 1), Mark(9, 15))),
        ("с 1 по 15 сентября", ONCE, Window(Mark(9, 1), Mark(9, 15))),
        ("1–15 сентября ежегодно", YEARLY, Window(Mark(9, 1), Mark(9, 15))),
        ("2026-09-01", ONCE, Window(Mark(9, 1), Mark(9, 1))),
        ("29 февраля", ONCE, Window(Mark(2, 29), Mark(2, 29))),
        ("III четверть", ONCE, months(1, 3)),
        ("2 полугодие", ONCE, months(1, 5)),
        ("Постоянно", ALWAYS, None),
        ("В течение учебного года", ALWAYS, None),
        ("ежемесячно", ALWAYS, None),
        ("Согласно плану ИРО", EXTERNAL, None),
        ("по графику", EXTERNAL, None),
        ("September – May, yearly", YEARLY, months(9, 5)),
    ],
)
def test_terms(text, recurrence, window):
    found = term(text)
    assert (found.recurrence, found.window) == (recurrence, window)


@pytest.mark.parametrize(
    "text", ["", "когда-нибудь", "ежегодно", "сентябрь или раньше", "32 мая", "май" * 60, "—"]
)
def test_terms_that_say_nothing(text):
    assert term(text) is None


def test_a_table_like_the_documents():
    read = plan_of(
        [
            ["План реализации программы", "", "", "", ""],
            HEAD,
            ["Подготовка условий", "", "", "", ""],
            ["1", "Совещание", "ноябрь", "- Приказ;\n- Формы", "Директор школы, заместители директора"],
            ["", "", "", "", ""],
            ["Завершение", "", "", "", ""],
            ["7.", "Сайт", "Май-август Ежегодно", "", "администратор сайта"],
            ["7", "Ещё", "Постоянно", "", "Куратор\nруководители методических объединений"],
        ]
    )
    assert (read.faults, read.notes) == ((), ())
    assert [(one.n, one.section, one.title) for one in read.steps] == [
        (1, "Подготовка условий", "Совещание"), (7, "Завершение", "Сайт"), (8, "Завершение", "Ещё"),
    ]  # fmt: skip
    assert read.steps[0].result == "- Приказ;\n- Формы"
    assert [one.roles for one in read.steps] == [
        (Role.DIRECTOR, Role.DEPUTY), (Role.SITE_ADMIN,), (Role.CURATOR, Role.HEAD),
    ]  # fmt: skip


def faults_of(*rows, head=HEAD):
    return [(one.row, one.column, one.key) for one in plan_of([head, *rows], range(5, 6 + len(rows))).faults]


def test_each_fault_names_its_row_and_column_and_the_others_are_taken():
    good = ["3", "Сайт", "март", "", "Куратор"]
    rows = [
        ["1", "", "март", "x", "Куратор"],
        ["2", "Совещание", "", "x", "Куратор"],
        good,
        ["4", "Совещание", "как-нибудь", "x", "Куратор"],
        ["5", "Я" * 601, "март", "x", "Куратор"],
        ["6", "Совещание", "март", "я" * 601, "Куратор"],
    ]
    assert faults_of(*rows) == [
        (6, "B", "roadmap-sheet-title-missing"),
        (7, "C", "roadmap-sheet-term-missing"),
        (9, "C", "roadmap-sheet-term"),
        (10, "B", "roadmap-words-long"),
        (11, "D", "roadmap-words-long"),
    ]
    assert [one.title for one in plan_of([HEAD, *rows]).steps] == ["Сайт"]


def test_a_day_that_is_none():
    head = ["Мероприятие", "Начало", "Окончание"]
    assert faults_of(["Сайт", "вчера-завтра", "2026-10-01"], head=head) == [(6, "B", "roadmap-sheet-day")]
    (one,) = plan_of([head, ["Сайт", "2026-10-01", ""]]).steps
    assert one.window == Window(Mark(10, 1), Mark(10, 1))


def test_an_unknown_role_is_told_and_the_step_is_taken():
    read = plan_of([HEAD, ["1", "Сайт", "март", "", "Куратор, завхоз"]])
    assert [(one.row, one.column, dict(one.params)) for one in read.notes] == [(2, "E", {"word": "завхоз"})]
    assert read.steps[0].roles == (Role.CURATOR,)


def test_no_header_and_nothing_below_it():
    assert [one.key for one in plan_of([["1", "Сайт", "март"]]).faults] == ["roadmap-sheet-no-header"]
    assert [one.key for one in plan_of([HEAD]).faults] == ["roadmap-sheet-empty"]
    assert [one.key for one in plan_of([]).faults] == ["roadmap-sheet-no-header"]


def test_an_endless_table_stops():
    rows = [["", f"Шаг {n}", "март", "", ""] for n in range(ROWS + 30)]
    read = plan_of([HEAD, *rows])
    assert len(read.steps) == ROWS
    assert [(one.row, one.key) for one in read.faults] == [(ROWS + 2, "roadmap-sheet-many")]


def test_a_csv_as_excel_saves_it():
    text = "№;Мероприятие;Срок;Ответственный\r\n1;Педсовет;до 15 октября;Директор\r\n2;;май;Куратор\r\n"
    read = read_plan("план.csv", text.encode("cp1251"))
    assert [one.title for one in read.steps] == ["Педсовет"]
    assert [(one.row, one.column) for one in read.faults] == [(3, "B")]


def test_what_is_no_table_is_refused_as_every_table_is():
    with pytest.raises(ProgrammeError) as caught:
        read_plan("план.xlsx", b"")
    assert caught.value.key == "file-empty"


def test_every_fault_has_its_words():
    rows = [
        ["1", "", "март", "x", ""],
        ["2", "Сайт", "?!", "x", "завхоз"],
        ["3", "Сайт", "", "", ""],
        ["4", "Я" * 601, "май", "", ""],
    ]
    read = plan_of([HEAD, *rows])
    for fault in (*read.faults, *read.notes, *plan_of([]).faults, *plan_of([HEAD]).faults):
        for words in (RU, EN):
            assert words(fault.key, **fault.params)
