"""Reading forms: what is kept, and how broken ones are refused, place by place."""

from __future__ import annotations

import pytest

from mentoring.questionnaires.rules_form import Form, Kind, Scale
from mentoring.questionnaires.xlsform import read_form
from tests.questionnaires.tools import form_from, table


def test_settings_and_languages() -> None:
    form = form_from(
        "type | name | label::Русский (ru) | label::English (en)\ntext | a | А | A",
        settings="""
        form_id | title | title::English (en) | version | default_language | x_minutes | x_audience::Русский (ru)
        my_form | Анкета | Form | 3 | Русский (ru) | 5 | куратор
        """,
    )
    assert (form.form_id, form.declared_version, form.languages, form.default_language) == (
        "my_form",
        "3",
        ("ru", "en"),
        "ru",
    )
    assert (form.title.within("ru"), form.title.within("en")) == ("Анкета", "Form")
    assert (form.setting("x_minutes"), form.setting("x_audience", "en"), form.setting("x_none")) == (
        "5",
        "куратор",
        "",
    )


def test_a_form_without_settings_takes_the_file_s_name() -> None:
    form = read_form("Опрос учителей.md", table("survey", "type | name | label\ntext | a | A").encode())
    assert form.form_id == "Опрос_учителей"
    assert form.title.within("ru") == "Опрос_учителей"


def test_own_columns_are_kept_and_harmless() -> None:
    form = form_from(
        "type | name | label | x_dimension | x_low::Русский (ru) | x_low::English (en)\ntext | a | A | theory | мало | few"
    )
    extras = form.by_name["a"].extras
    assert extras["x_dimension"].within("ru") == "theory"
    assert (extras["x_low"].within("ru"), extras["x_low"].within("en")) == ("мало", "few")


def test_everything_of_a_question_is_read() -> None:
    form = form_from(
        """
        type | name | label | hint | required | required_message | constraint | constraint_message | appearance | default
        text | a | A | подсказка | yes | нужно | . != 'x' | не x | multiline | привет
        """
    )
    found = form.by_name["a"]
    assert (found.hint.within(""), found.required, found.required_message.within("")) == (
        "подсказка",
        True,
        "нужно",
    )
    assert (found.constraint_message.within(""), found.appearance, found.default) == (
        "не x",
        "multiline",
        "привет",
    )
    assert found.constraint is not None
    assert found.constraint.source == ". != 'x'"


@pytest.mark.parametrize(
    ("written", "kind"),
    [("text", Kind.TEXT), ("string", Kind.TEXT), ("integer", Kind.INTEGER), ("decimal", Kind.DECIMAL), ("date", Kind.DATE),
     ("time", Kind.TIME), ("dateTime", Kind.DATETIME), ("note", Kind.NOTE), ("acknowledge", Kind.ACKNOWLEDGE),
     ("image", Kind.IMAGE), ("audio", Kind.AUDIO), ("video", Kind.VIDEO), ("file", Kind.FILE), ("range", Kind.RANGE),
     ("select_one l", Kind.ONE), ("select_multiple l", Kind.MANY), ("rank l", Kind.RANK), ("start", Kind.START),
     ("end", Kind.END), ("today", Kind.TODAY), ("hidden", Kind.CALCULATE)],
)  # fmt: skip
def test_kinds(written: str, kind: Kind) -> None:
    form = form_from(f"type | name | label\n{written} | a | A", "list_name | name | label\nl | x | X")
    assert form.questions[0].kind is kind


def test_scales() -> None:
    form = form_from("type | name | label | parameters\nrange | a | A | start=0 end=5 step=0.5\nrange | b | B |")
    assert (form.by_name["a"].scale, form.by_name["b"].scale) == (Scale("0", "5", "0.5"), Scale("1", "10", "1"))


@pytest.mark.parametrize(("kind", "default", "kept"), [("integer", "foo", ""), ("integer", "07", "7"), ("date", "2026-13-01", ""),
                                                        ("text", "$(a)", "$(a)"), ("image", "a.jpg", "")])  # fmt: skip
def test_a_default_that_can_be_no_answer_is_dropped(kind: str, default: str, kept: str) -> None:
    assert form_from(f"type | name | label | default\n{kind} | a | A | {default}").by_name["a"].default == kept


def simple(order: str = "type | name | label", row: str = "text | a | A") -> Form:
    return form_from(f"{order}\n{row}")


def test_version_is_of_what_is_said_not_of_how_it_is_laid_out() -> None:
    assert simple().version == simple("label | type | name", "A | text | a").version
    assert simple().version == simple("type | name | label | hint", "text | a | A | ").version
    assert simple().version != simple(row="text | a | Б").version
    assert len(simple().version) == 64


def test_forms_without_conditions_are_static() -> None:
    assert simple().static
    assert not form_from("type | name | label | relevant\ntext | a | A |\ntext | b | B | ${a} = 'x'").static
    assert not form_from("type | name | label\nbegin repeat | r | R\ntext | b | B\nend repeat | |").static
