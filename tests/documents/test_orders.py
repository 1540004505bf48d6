"""Orders read again, as Word reads them."""

from __future__ import annotations

import importlib.util
import io
import re
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from docx import Document

from mentoring.documents import order_facts as facts
from mentoring.documents.order_context import context
from mentoring.documents.order_facts import Named, OrderKind
from mentoring.documents.orders import known, render, shipped
from tests.documents import order_people as people
from tests.documents.order_people import lines_of, tables_of, whole

ROOT = Path(__file__).resolve().parents[2]
Maker = Callable[..., facts.Order]
everyone = pytest.mark.parametrize("make", people.MAKERS, ids=lambda make: make.__name__)


@everyone
def test_every_order_is_a_draft_without_number_and_date(make: Maker) -> None:
    made = render(make())
    lines = lines_of(made)
    assert lines[0] == people.SCHOOL.name
    assert lines[1] == people.SCHOOL.address
    assert "ПРИКАЗ" in lines
    assert "ПРИКАЗЫВАЮ:" in lines
    assert "«____» ______________ 20____ г.\t№ ____________" in lines
    assert "Директор\t____________________\tВ. П. Соколова" in lines
    headers = [section.header.paragraphs for section in Document(io.BytesIO(made)).sections]
    assert [[line.text for line in header] for header in headers] == [["ПРОЕКТ"]]


@everyone
def test_nothing_of_the_template_is_left(make: Maker) -> None:
    assert not re.search(r"[{}%]|None|строка", whole(render(make())))


@everyone
def test_who_signs_that_they_read_it(make: Maker) -> None:
    title, *rows = tables_of(render(make()))[-1]
    assert title == ["№", "Фамилия, имя, отчество", "Подпись", "Дата"]
    names = [name for _, name, _, _ in rows]
    assert names[0] == people.CURATOR.name
    assert people.INNA.name in names
    assert len(set(names)) == len(names)
    assert [number for number, *_ in rows] == [str(n) for n in range(1, len(rows) + 1)]
    assert {(signed, day) for _, _, signed, day in rows} == {("", "")}


@everyone
def test_grounds_are_the_schools_own_or_none(make: Maker) -> None:
    lines = lines_of(render(make()))
    place = lines.index("Основание:")
    assert lines[place + 1 : place + 3] == [
        "Федеральный закон от 29.12.2012 г. № 273-ФЗ.",
        "Положение о наставничестве, утверждённое 12.01.2026 г.",
    ]
    bare = whole(render(make(replace(people.COMMON, references=()))))
    assert "Основание" not in bare
    assert not re.search(r"соответствии со|закон|ФЗ|кодекс|ТК", bare)


@everyone
def test_responsible_people_and_control(make: Maker) -> None:
    lines = lines_of(render(make()))
    given_to = "Поручить Коваль Инне Олеговне (педагог-психолог) сопровождать наставляемых, у которых ещё нет пары"
    assert f"{given_to} (срок – до 1 декабря 2026 г.)." in lines
    assert "Контроль за исполнением приказа оставляю за собой." in lines
    other = lines_of(render(make(replace(people.COMMON, control=people.CURATOR, duties=()))))
    assert (
        "Контроль за исполнением приказа возложить на Громову Ольгу Ильиничну (заместитель директора по УВР)."
        in other
    )
    assert not any("Поручить" in line for line in other)


def test_the_order_on_pairs() -> None:
    made = render(people.pairs())
    assert "О закреплении наставнических пар и групп на 2026/2027 учебный год" in lines_of(made)
    assert tables_of(made)[0] == [
        ["№", "Наставник, должность", "Наставляемый, должность", "Форма контакта", "Дата начала"],
        [
            "1",
            "Иванова Анна Петровна, учитель математики (предметник)",
            "Петров Пётр Ильич, учитель физики",
            "индивидуальная",
            "01.12.2026",
        ],
        [
            "2",
            "Лев Борис Ильич, учитель физики и информатики\nИванова Анна Петровна, учитель математики (предметник)",
            "Коваль Инна Олеговна, педагог-психолог\nJohn Smith, HR-менеджер",
            "групповая",
            "",
        ],
    ]


def test_the_order_on_the_register() -> None:
    made = render(people.register())
    assert "Об утверждении реестра наставников на 2026/2027 учебный год" in lines_of(made)
    assert tables_of(made)[0][1:] == [
        [
            "1",
            "Иванова Анна Петровна",
            "учитель математики (предметник)",
            "урок по стандарту, работа с одарёнными",
            "прямая, групповая",
            "01.12.2026",
        ],
        ["2", "Лев Борис Ильич", "учитель физики и информатики", "документы", "индивидуальная", ""],
    ]


def test_the_order_on_a_replacement_of_either_side() -> None:
    lines = lines_of(render(people.replacement()))
    wanted = [
        "Освободить с 1 декабря 2026 г. Иванову Анну Петровну (учитель математики) от обязанностей наставника. "
        "Причина: переход на другую работу.",
        "Закрепить с 1 декабря 2026 г. за наставником Левом Борисом Ильичом (учитель физики и информатики): "
        "Петрова Петра Ильича (учитель физики), Коваль Инну Олеговну (педагог-психолог). Форма контакта – групповая.",
        "Вывести Петрова Петра Ильича (учитель физики) из состава наставнической пары (группы).",
        "Закрепить Коваль Инну Олеговну (педагог-психолог) в качестве наставляемого за "
        "Ивановой Анной Петровной (учитель математики).",
    ]
    place = lines.index(wanted[0])
    assert lines[place : place + 4] == wanted


def test_the_order_on_an_early_end() -> None:
    lines = lines_of(render(people.end()))
    assert (
        "Завершить досрочно работу наставнической пары (группы): со стороны наставника – Иванова Анна Петровна "
        "(учитель математики); со стороны наставляемого – Петров Пётр Ильич (учитель физики). "
        "Последний день совместной работы – 1 декабря 2026 г. Причина: цели достигнуты раньше срока." in lines
    )
    silent = people.end()
    unsaid = replace(silent, endings=[replace(silent.endings[0], reason="", day=None)])
    assert not re.search(r"Причина|Последний", whole(render(unsaid)))


def test_the_orders_on_curator_training_and_encouragement() -> None:
    lines = lines_of(render(people.curator()))
    assert (
        "Назначить с 1 сентября 2026 г. куратором программы наставничества «Учитель – Учитель» "
        "Громову Ольгу Ильиничну, заместителя директора по УВР." in lines
    )
    assert (
        "На время отсутствия куратора возложить его обязанности на Коваль Инну Олеговну (педагог-психолог)."
        in lines
    )
    trained = render(people.training())
    assert "Организовать обучение наставников по программе «Школа наставника»." in lines_of(trained)
    plan, mentors, _ = tables_of(trained)
    assert plan[1] == [
        "1",
        "21.09.2026, 15:30",
        "Наставничество: Что? Зачем? Как?",
        "2",
        "актовый зал",
        "Громова Ольга Ильинична",
    ]
    assert mentors[2] == ["2", "Лев Борис Ильич", "учитель физики и информатики"]
    praised = tables_of(render(people.encouragement()))[0]
    assert praised[1][1:] == [
        "Иванова Анна Петровна",
        "учитель математики (предметник)",
        "благодарность директора школы",
        "победа в номинации «Наставник года»",
    ]


def test_without_address_place_and_curator_no_empty_line_stands_for_them() -> None:
    bare = facts.Common(facts.Letterhead("Школа", Named("Соколова Вера Павловна")), (2026, 2027))
    lines = lines_of(render(people.pairs(bare)))
    assert lines[:2] == ["Школа", "ПРИКАЗ"]
    assert not any("Куратору" in line for line in lines)
    assert "Директор\t____________________\tВ. П. Соколова" in lines
    nobody = render(people.pairs(replace(bare, acquainted=())))
    assert "С приказом ознакомлены:" not in lines_of(nobody)


@pytest.mark.parametrize("kind", OrderKind)
def test_the_shipped_templates_are_what_their_maker_makes(
    kind: OrderKind, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    spec = importlib.util.spec_from_file_location("order_templates", ROOT / "docs/order_templates.py")
    assert spec is not None
    assert spec.loader is not None
    monkeypatch.syspath_prepend(str(ROOT / "docs"))
    maker = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(maker)
    monkeypatch.setattr(sys.modules["order_sheet"], "TARGET", tmp_path)
    next(make for make in maker.MAKERS if make.__name__ == kind.value)()
    fresh = (tmp_path / f"order_{kind.value}.docx").read_bytes()
    assert whole(fresh) == whole(shipped(kind))


def empty(make: Maker) -> facts.Order:
    order = make(facts.Common(facts.Letterhead("", Named("")), (2026, 2027)))
    lists = ("mentors", "lessons", "pairs", "replacements", "endings", "awards")
    return replace(order, **{name: () for name in lists if hasattr(order, name)})


@everyone
def test_empty_lists_and_facts_give_a_whole_document(make: Maker) -> None:
    made = render(empty(make))
    assert "ПРИКАЗЫВАЮ:" in lines_of(made)
    assert all(len(table) >= 2 for table in tables_of(made)), "an empty table says so in a row"


@pytest.mark.parametrize("kind", OrderKind)
def test_every_placeholder_is_told_of_in_the_guide(kind: OrderKind) -> None:
    guide = (ROOT / "docs/documents.md").read_text(encoding="utf-8")
    cases = "родительный|дательный|винительный|творительный|предложный"
    told = set(re.findall(r"`([а-я_]+)`", guide))
    for name, fields in known(kind).items():
        for one in (name, *fields):
            stem = re.sub(rf"_(?:имя_|скобки_)?(?:{cases})$", "", one)
            stem = re.sub(r"_(?:имя|должность|примечание|подпись|словами|строки)$", "", stem)
            assert stem in told, one


def test_the_context_holds_texts_alone() -> None:
    for make in people.MAKERS:
        for value in context(make()).values():
            rows = [{"": value}] if isinstance(value, str) else value
            assert all(isinstance(text, str) for row in rows for text in row.values())
