"""A school's own template: what is taken, what is refused and why, and what comes out."""

from __future__ import annotations

import io

import pytest
from docx import Document

from mentoring.documents import own_template, own_template_child
from mentoring.documents.order_facts import OrderKind
from mentoring.documents.orders import known, render, shipped
from mentoring.documents.own_template_syntax import TemplateEnvironment, TemplateFault, shown
from mentoring.errors import ProgrammeError
from tests.documents import order_people as people
from tests.documents.own_templates import LOOP, PAIRS, faults, keys, paper, text


@pytest.mark.parametrize("kind", OrderKind)
def test_the_shipped_template_is_a_good_one_to_begin_with(kind: OrderKind) -> None:
    assert faults(shipped(kind), kind) == []
    order = next(make for make in people.MAKERS if make().kind is kind)()
    assert text(render(order, shipped(kind))) == text(render(order))


def test_a_template_of_ones_own_is_filled_and_marked_as_a_draft() -> None:
    template = paper("{{ школа }}", *LOOP, "{% if место %}Дано в {{ место }}{% else %}Без места{% endif %}")
    assert faults(template) == []
    made = render(people.pairs(), template)
    assert text(made) == [
        people.SCHOOL.name,
        "Ивановой Анной Петровной (учитель математики): Петров Пётр Ильич (учитель физики)",
        "Левом Борисом Ильичом (учитель физики и информатики), Ивановой Анной Петровной (учитель математики): "
        "Коваль Инна Олеговна (педагог-психолог), John Smith (HR-менеджер)",
        "Дано в г. Альметьевск",
    ]
    assert Document(io.BytesIO(made)).sections[0].header.paragraphs[0].text == "ПРОЕКТ"


def test_every_kind_of_page_is_marked_and_one_that_is_marked_is_not_marked_twice() -> None:
    def pages(document) -> None:
        document.settings.odd_and_even_pages_header_footer = True
        document.sections[0].different_first_page_header_footer = True
        document.sections[0].header.paragraphs[0].text = "Школа"
        document.sections[0].even_page_header.paragraphs[0].text = "ПРОЕКТ приказа"
        document.add_section()

    section, second = Document(io.BytesIO(render(people.pairs(), paper(*LOOP, change=pages)))).sections
    shown_lines = [
        [line.text for line in header.paragraphs]
        for header in (section.header, section.first_page_header, section.even_page_header, second.header)
    ]
    assert shown_lines == [["ПРОЕКТ", "Школа"], ["ПРОЕКТ", ""], ["ПРОЕКТ приказа"], ["ПРОЕКТ", "Школа"]]


def test_word_tears_a_placeholder_into_pieces_and_headers_hold_some() -> None:
    def torn(document) -> None:
        line = document.add_paragraph()
        for piece in ("{", "{ шк", "ола ", "}}"):
            line.add_run(piece).bold = piece == "ола "
        document.sections[0].footer.paragraphs[0].text = "{{ учебный_год }}"

    template = paper(*LOOP, change=torn)
    assert faults(template) == []
    made = render(people.pairs(), template)
    assert text(made)[-1] == people.SCHOOL.name
    assert Document(io.BytesIO(made)).sections[0].footer.paragraphs[0].text == "2026/2027"


def test_an_unknown_placeholder_is_named_with_the_nearest_known() -> None:
    template = paper(*LOOP, "{{ школла }} {{ школла }} {{ куратору }} {{ zzz }}")
    assert faults(template) == [
        TemplateFault("template-meant", {"name": "школла", "meant": "школа"}),
        TemplateFault("template-meant", {"name": "куратору", "meant": "куратор"}),
        TemplateFault("template-unknown", {"name": "zzz"}),
    ]
    row = paper("{%p for п in пары %}", "{{ п.наставлямый }}", "{{ п.телефон_мамы }}", "{%p endfor %}")
    assert faults(row) == [
        TemplateFault("template-meant", {"name": "п.наставлямый", "meant": "п.наставляемый"}),
        TemplateFault("template-unknown", {"name": "п.телефон_мамы"}),
    ]


def test_faults_in_headers_and_body_are_all_told() -> None:
    def header(document) -> None:
        document.sections[0].header.paragraphs[0].text = "{{ шапка_школы }}"

    assert [fault.params["name"] for fault in faults(paper("{{ абв }}", *LOOP, change=header))] == [
        "абв",
        "шапка_школы",
    ]


@pytest.mark.parametrize(
    "line",
    [
        "{{ школа.__class__ }}",
        "{{ школа|upper }}",
        "{{ школа() }}",
        "{{ 1 + 1 }}",
        "{{ 'a' * 999999999 }}",
        "{{ пары[0] }}",
        "{{ ''.__class__.__mro__ }}",
        "{{ cycler.__init__.__globals__ }}",
        "{{ range(999999999) }}",
        "{{ self }}",
        "{% if школа == 'x' %}{% endif %}",
        "{% if school %}{% endif %}",
        "{% for x in range(9) %}{% endfor %}",
        "{% for x in 'abc' %}{% endfor %}",
        "{% for a, b in пары %}{% endfor %}",
        "{% for x in пары if x %}{% endfor %}",
        "{% for x in пары %}{% for y in пары %}{% endfor %}{% endfor %}",
        "{% for x in пары %}{{ loop.index }}{% endfor %}",
        "{% for x in пары %}{{ x }}{% endfor %}",
        "{% for x in школа %}{% endfor %}",
        "{{ пары }}",
        "{{ пара.наставник }}",
        "{% set x = 1 %}",
        "{% include 'x' %}",
        "{% import 'x' as y %}",
        "{% macro x() %}{% endmacro %}",
        "{% extends 'x' %}",
        "{% with x = 1 %}{% endwith %}",
        "{% filter upper %}{% endfilter %}",
    ],
)  # fmt: skip
def test_whatever_is_more_than_a_placeholder_is_refused(line: str) -> None:
    (key,) = set(keys(line))
    assert key.startswith("template-")


def test_a_refused_template_is_not_filled_either() -> None:
    with pytest.raises(ProgrammeError, match="template-unfit"):
        render(people.pairs(), paper(*LOOP, "{{ школа.__class__ }}"))


def test_a_tag_that_is_not_closed_is_shown() -> None:
    assert faults(paper(*LOOP, "{% if школа %}без конца")) == [
        TemplateFault("template-syntax", {"text": "{% if школа %}"})
    ]
    assert keys("{{ школа адрес }}") == ["template-syntax"]


def test_an_order_that_would_say_nothing_is_refused() -> None:
    assert faults(paper("{{ школа }}")) == [TemplateFault("template-misses", {"name": "пары"})]
    assert faults(paper("{{ школа }}"), OrderKind.CURATOR) == [
        TemplateFault("template-misses", {"name": "куратор"})
    ]
    assert faults(paper("{{ куратор_винительный }}"), OrderKind.CURATOR) == []


def test_a_list_of_another_kind_of_order_is_unknown_here() -> None:
    (fault,) = faults(paper(*LOOP), OrderKind.END)
    assert fault.params["name"] == "пары"


def test_a_template_that_would_take_for_ever_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(own_template, "SECONDS", 1)
    assert [fault.key for fault in faults(paper(*LOOP, *["{{ " * 300_000]))] == ["template-too-heavy"]


def test_a_template_that_would_take_all_memory_is_stopped() -> None:
    heavy = paper(LOOP[0], *["а" * 9_000] * 150, LOOP[2])
    assert len(heavy) < 60_000
    (fault,) = faults(heavy)
    assert fault.key == "template-too-heavy"


def test_a_document_too_large_for_a_chat_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(own_template_child, "LARGEST", 1000)
    names = {name: sorted(fields) for name, fields in known(PAIRS).items()}
    import base64

    asked = {"template": base64.b64encode(paper("x")).decode(), "texts": {}, "names": names, "draft": "ПРОЕКТ"}
    assert own_template_child._answer(asked)["faults"] == [("template-too-heavy", {})]


def test_a_deep_nest_is_no_crash() -> None:
    deep = "{% if школа %}" * 3000 + "{% endif %}" * 3000
    assert set(keys(deep)) <= {"template-too-heavy", "file-broken", "template-syntax"}
    assert keys(deep)


def test_what_the_environment_has_by_itself_is_gone() -> None:
    assert TemplateEnvironment(known(PAIRS)).globals == {}


def test_a_long_piece_is_shown_short() -> None:
    assert shown("<w:t>а</w:t>  б") == "а б"
    assert len(shown("а" * 500)) == 60
