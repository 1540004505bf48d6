"""The questionnaires that ship: complete in both languages, honest about their length, kind."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator

import pytest

from handlers.form_screens import LABEL
from mentoring.people.registers import COLUMNS
from mentoring.people.rules import Role
from mentoring.questionnaires.catalogue import shipped, source_of
from mentoring.questionnaires.deadbranches import dead_questions
from mentoring.questionnaires.rules_form import CHOSEN, COMPUTED, Form, Texts
from mentoring.questionnaires.rules_settings import settings_of
from mentoring.questionnaires.rules_state import Choose, Skip, Type, Welcome
from mentoring.questionnaires.xlsform import read_with_warnings
from tests.questionnaires.tools import NOW, Walk, form_from

FORMS = [
    "case_description", "climate", "curators_card", "group_reflection", "interim_mentee", "interim_mentor",
    "matching_mentee", "matching_mentor", "mentee_after", "mentee_before", "mentee_entry", "mentor_after",
    "mentor_before", "mentor_entry", "mutual_mentee", "mutual_mentor", "training_feedback", "working_style",
]  # fmt: skip
LANGUAGES = ("ru", "en")
READERS = {
    "ru": {
        "curator": "куратор", "director": r"директор\b|администрация", "deputy": "заместитель|администрация",
        "psychologist": "психолог", "head": "руководители методических объединений",
    },
    "en": {
        "curator": "curator", "director": "director|management", "deputy": "deputy|management",
        "psychologist": "psychologist", "head": "heads of subject groups",
    },
}  # fmt: skip
VOCABULARY = {
    "personal": ["leadership", "active_position", "stress", "time"],
    "method": ["documents", "lesson", "technologies", "qualification"],
    "social": ["pupils", "climate", "creative_groups"],
}


def test_the_set() -> None:
    assert sorted(shipped()) == FORMS
    assert len(shipped()) == len(FORMS)
    assert "nothing" not in shipped()
    with pytest.raises(KeyError):
        shipped()["../rules_form"]


@pytest.mark.parametrize("form_id", FORMS)
def test_each_is_read_without_a_word_of_warning(form_id: str) -> None:
    name, text = source_of(form_id)
    form, warnings = read_with_warnings(name, text.encode())
    assert warnings == []
    assert form.form_id == form_id
    assert form.version == shipped()[form_id].version
    assert (form.languages, form.default_language) == (("ru", "en"), "ru")


def texts(form: Form) -> Iterator[Texts]:
    yield form.title
    yield form.extras["x_audience"]
    for question in form.questions:
        if question.kind in COMPUTED:
            continue  # never shown: their label is their name
        yield from (question.label, question.hint, question.section, question.constraint_message)
        yield from (choice.label for choice in question.choices)


@pytest.mark.parametrize("form_id", FORMS)
def test_every_text_is_in_both_languages(form_id: str) -> None:
    for one in texts(shipped()[form_id]):
        if one:
            russian = one.by_language.get("ru") or one.by_language.get("", "")
            assert re.search("[а-яё]", russian) or russian.isdigit(), one
            assert re.search("[a-z]", one.by_language["en"]), one
            assert not re.search("[а-яё]", one.by_language["en"]), one


@pytest.mark.parametrize("form_id", FORMS)
def test_words_are_kind_and_short(form_id: str) -> None:
    for one in texts(shipped()[form_id]):
        text = one.within("ru")
        assert "!" not in text
        assert not re.search(r"\b(ты|тебя|тебе|твой|отчёт|должны|обязан)\b", text.lower()), text
        assert len(text) < 220


@pytest.mark.parametrize("form_id", FORMS)
def test_open_questions_ask_not_to_name_others(form_id: str) -> None:
    for question in shipped()[form_id].questions:
        if question.appearance == "multiline":
            assert "не называйте имён" in question.hint.within("ru"), question.name
            assert "do not name" in question.hint.within("en"), question.name
            assert question.required is False


@pytest.mark.parametrize("form_id", FORMS)
def test_choices_fit_a_button(form_id: str) -> None:
    for question in shipped()[form_id].questions:
        if question.kind in CHOSEN:
            assert len(question.choices) <= 7, question.name
            assert max(len(c.label.within(code)) for c in question.choices for code in LANGUAGES) <= LABEL


@pytest.mark.parametrize("form_id", FORMS)
def test_nobody_is_led_into_a_dead_branch(form_id: str) -> None:
    assert dead_questions(shipped()[form_id], NOW) == ()


@pytest.mark.parametrize("role", [Role.MENTOR, Role.MENTEE])
def test_entry_forms_fill_columns_of_their_register_and_do_not_ask_the_name_again(role: Role) -> None:
    form = shipped()[f"{role}_entry"]
    columns = {q.extras["x_register"].within("") for q in form.questions if "x_register" in q.extras} - {""}
    assert columns <= {*COLUMNS[role], "time"}
    assert {"request"} <= columns if role is Role.MENTEE else {"competences", "achievements", "time"} <= columns
    assert "full_name" not in form.by_name


def test_needs_and_strengths_share_the_programme_s_vocabulary() -> None:
    for part, names in VOCABULARY.items():
        need = shipped()["mentee_entry"].by_name[f"needs_{part}"]
        strength = shipped()["mentor_entry"].by_name[f"strengths_{part}"]
        assert [choice.name for choice in need.choices] == names
        assert need.choices == strength.choices


def test_days_and_hours_are_the_same_in_both_entry_forms() -> None:
    for name in ("days", "hours"):
        assert shipped()["mentee_entry"].by_name[name].choices == shipped()["mentor_entry"].by_name[name].choices


@pytest.mark.parametrize("form_id", FORMS)
def test_settings_say_who_when_how_long_and_who_sees(form_id: str) -> None:
    form = shipped()[form_id]
    settings = settings_of(form)
    assert settings.roles
    assert set(settings.roles) | set(settings.readers) <= set(Role)
    assert form.setting("x_wave") == settings.wave
    assert form.setting("x_anonymous") in ("yes", "no")
    assert 1 <= settings.expiry_days <= 30
    welcome = Walk(form, "ru", begin=False).screen
    assert isinstance(welcome, Welcome)
    assert 1 <= welcome.minutes <= 15
    assert re.search("[Кк]уратор", welcome.audience)


@pytest.mark.parametrize("form_id", FORMS)
def test_who_sees_the_answers_is_told_as_the_settings_have_it(form_id: str) -> None:
    form = shipped()[form_id]
    readers = settings_of(form).readers or ("curator",)
    for code, words in READERS.items():
        told = form.setting("x_audience", code).lower()
        assert {role for role, word in words.items() if re.search(word, told)} == set(readers), told


def test_where_is_asked_only_of_those_who_were() -> None:
    walk = Walk(shipped()["mentee_before"], "ru")
    walk.do(Choose("no"))
    assert walk.question.name == "effectiveness"
    walk.state = walk.state.__class__(started=True)
    walk.do(Type("да"))
    assert walk.question.name == "where_before"
    walk.do(Skip())
    assert (walk.question.name, walk.question.total) == ("effectiveness", 16)


def test_dead_branches_are_found() -> None:
    form = form_from(
        """
        type | name | label | relevant
        select_one yn | a | A |
        integer | n | N |
        text | live | L | ${a} = 'yes' and ${n} > 17
        text | dead | D | ${a} = 'maybe'
        text | after_dead | D | ${dead} = 'x'
        text | both | D | ${a} = 'yes' and ${a} = 'no'
        """,
        "list_name | name | label\nyn | yes | Да\nyn | no | Нет",
    )
    assert dead_questions(form, NOW) == ("dead", "after_dead", "both")


def test_importing_does_not_load_the_heavy_libraries() -> None:
    code = (
        "import sys, mentoring.questionnaires.catalogue as c, mentoring.questionnaires.rules_engine;"
        "assert len(list(c.shipped())) == 18;"
        "print([m for m in ('pyxform', 'elementpath', 'openpyxl', 'lark') if m in sys.modules])"
    )
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert found.stdout.strip() == "[]"


def test_a_form_is_compiled_once() -> None:
    assert shipped()["mentee_entry"] is shipped()["mentee_entry"]
