"""The way through a plain form: asking, refusing, going back, skipping, the review, sending."""

from __future__ import annotations

import pytest

from mentoring.questionnaires import rules_reasons as reasons
from mentoring.questionnaires.rules_form import Form, Kind
from mentoring.questionnaires.rules_state import (
    Accepted,
    Acknowledge,
    Ambiguous,
    Answer,
    Attach,
    Begin,
    Choose,
    ConfirmMany,
    Refused,
    Saved,
    Skip,
    Toggle,
    Type,
    Welcome,
)
from tests.questionnaires.plain import fill, plain_form
from tests.questionnaires.tools import Walk, form_from


@pytest.fixture(scope="module")
def form() -> Form:
    return plain_form()


def test_welcome_says_how_many_how_long_and_who_will_see(form: Form) -> None:
    walk = Walk(form, "ru", begin=False)
    assert walk.screen == Welcome("Проба", 8, 3, "Увидит куратор")
    walk.language = "en"
    assert walk.screen == Welcome("Trial", 8, 3, "The curator sees it")


def test_nothing_but_begin_leaves_the_welcome(form: Form) -> None:
    walk = Walk(form, begin=False)
    assert walk.do(Type("x")) == Refused(reasons.NOT_STARTED)
    assert walk.do(Begin()) == Accepted()
    assert walk.question.name == "who"


def test_first_question_is_complete(form: Form) -> None:
    shown = Walk(form, "ru").question
    assert (shown.label, shown.hint, shown.number, shown.total) == ("Как вас зовут?", "Имя и отчество", 1, 8)
    assert (shown.required, shown.can_back, shown.can_skip, shown.can_clear) == (True, False, False, False)
    assert shown.kind is Kind.TEXT


def test_language_falls_back_to_the_form_s_own(form: Form) -> None:
    assert Walk(form, "en").question.label == "Your name?"
    assert Walk(form, "en").question.hint == "Имя и отчество"
    assert Walk(form, "tt").question.label == "Как вас зовут?"


def test_answers_are_saved_in_canonical_form(form: Form) -> None:
    walk = fill(Walk(form, "ru"))
    assert {name: answer.value for name, answer in walk.state.answers.items()} == {
        "who": "Анна Ивановна", "years": "7", "glad": "yes", "days": "mon sat", "mark": "7",
        "since": "2026-09-01", "read": "OK", "more": "нет",
    }  # fmt: skip


def test_each_answer_is_reported_as_saved(form: Form) -> None:
    walk = Walk(form)
    assert walk.do(Type("  Анна \u200b")) == Saved("who", Answer("Анна"))


def test_constraint_is_refused_with_the_form_s_own_message(form: Form) -> None:
    walk = Walk(form, "ru")
    assert walk.do(Type("А")) == Refused(reasons.CONSTRAINT, {}, "Слишком коротко", 1)
    assert walk.do(Type("Б")) == Refused(reasons.CONSTRAINT, {}, "Слишком коротко", 2)
    assert walk.question.refusals == 2
    assert walk.state.answers == {}
    walk.do(Type("Анна"))
    assert walk.state.refusals == 0


@pytest.mark.parametrize("said", ["много", "7,5", "5 или 6", "", "\u200b\u202e"])
def test_what_is_no_whole_number_is_refused(form: Form, said: str) -> None:
    walk = Walk(form)
    walk.do(Type("Анна"))
    refused = walk.do(Type(said))
    assert isinstance(refused, Refused)
    assert refused.reason in (reasons.NOT_INTEGER, reasons.EMPTY)
    assert walk.question.name == "years"


def test_a_text_too_long_is_refused_with_the_limit(form: Form) -> None:
    refused = Walk(form).do(Type("я" * 4001))
    assert refused == Refused(reasons.TOO_LONG, {"limit": "4000"}, "", 1)


def test_choice_by_index_value_word_and_other_language(form: Form) -> None:
    for event in (Choose(1), Choose("no"), Type("не"), Type("НЕТ."), Type("2"), Type("no"), Type("неа")):
        walk = Walk(form, "ru")
        walk.do(Type("Анна"), Type("7"))
        assert walk.do(event) == Saved("glad", Answer("no")), event


@pytest.mark.parametrize("choice", [2, -1, "maybe", 10**9])
def test_a_choice_that_is_not_offered_is_refused(form: Form, choice: int | str) -> None:
    walk = Walk(form)
    walk.do(Type("Анна"), Type("7"))
    assert walk.do(Choose(choice)) == Refused(reasons.NOT_A_CHOICE, {}, "", 1)


def test_ambiguous_words_ask_back_with_candidates(form: Form) -> None:
    other = form_from(
        "type | name | label\nselect_one l | q | Q", "list_name | name | label\nl | a | Часто\nl | b | Час от часу"
    )
    walk = Walk(other)
    found = walk.do(Type("час"))
    assert isinstance(found, Ambiguous)
    assert [view.value for view in found.candidates] == ["a", "b"]
    assert walk.state.answers == {}
    assert walk.question.refusals == 1
    assert walk.do(Type("часто")) == Saved("q", Answer("a"))


def test_toggles_are_saved_at_once_and_keep_the_question_open(form: Form) -> None:
    walk = Walk(form, "ru")
    walk.do(Type("Анна"), Type("7"), Choose(0), Toggle(2), Toggle("mon"))
    assert walk.value("days") == "mon sat"
    assert walk.question.name == "days"
    assert [view.selected for view in walk.question.choices] == [True, False, True]
    walk.do(Toggle("sat"))
    assert walk.value("days") == "mon"
    assert walk.do(ConfirmMany()) == Saved("days", Answer("mon"))
    assert walk.question.name == "mark"


def test_confirming_nothing_passes_an_optional_question_over(form: Form) -> None:
    walk = Walk(form)
    walk.do(Type("Анна"), Type("7"), Choose(0))
    assert walk.do(ConfirmMany()) == Saved("days", Answer(None, skipped=True))


def test_confirming_nothing_is_refused_where_an_answer_is_needed() -> None:
    form = form_from(
        "type | name | label | required\nselect_multiple l | q | Q | yes", "list_name | name | label\nl | a | A"
    )
    walk = Walk(form)
    assert walk.do(ConfirmMany()) == Refused(reasons.CHOOSE_SOME, {}, "", 1)
    walk.do(Toggle("a"), Toggle("a"))
    assert walk.do(ConfirmMany()) == Refused(reasons.CHOOSE_SOME, {}, "", 1)


def test_scale_has_buttons_and_words_at_its_ends(form: Form) -> None:
    walk = Walk(form, "ru")
    walk.do(Type("Анна"), Type("7"), Choose(0), Skip())
    shown = walk.question
    assert [view.value for view in shown.choices] == [str(n) for n in range(1, 11)]
    assert (shown.low, shown.high) == ("слабо", "отлично")
    assert walk.do(Type("11")) == Refused(reasons.OUT_OF_SCALE, {"start": "1", "end": "10", "step": "1"}, "", 1)
    assert walk.do(Type("7,5")) == Refused(reasons.OFF_STEP, {"start": "1", "end": "10", "step": "1"}, "", 2)
    assert walk.do(Type("восемь из 10")) == Saved("mark", Answer("8"))


def test_required_question_is_not_passed_over(form: Form) -> None:
    assert Walk(form).do(Skip()) == Refused(reasons.REQUIRED, {}, "", 1)


def test_consent_is_never_guessed_from_words(form: Form) -> None:
    walk = Walk(form)
    walk.do(Type("Анна"), Type("7"), Choose(0), Skip(), Choose(0), Skip())
    assert walk.question.kind is Kind.ACKNOWLEDGE
    for word in ("да", "ок", "OK", "согласна", "прочитано"):
        refused = walk.do(Type(word))
        assert isinstance(refused, Refused)
        assert refused.reason == reasons.ONLY_BUTTON
    assert walk.do(Choose("OK")).reason == reasons.NOT_HERE  # type: ignore[union-attr]
    assert walk.do(Skip()).reason == reasons.REQUIRED  # type: ignore[union-attr]
    assert walk.do(Acknowledge()) == Saved("read", Answer("OK"))


def test_notes_are_shown_with_the_next_question_and_hold_answers(form: Form) -> None:
    walk = Walk(form, "ru")
    walk.do(Type("Анна <b>&"), Type("7"), Choose(0), Skip(), Choose(0))
    assert walk.question.notes == ()
    walk.do(Skip())
    assert walk.question.notes == ("Почти всё, Анна <b>&",)


def test_default_is_suggested_and_kept_by_skip(form: Form) -> None:
    walk = Walk(form)
    walk.do(Type("Анна"), Type("7"), Choose(0), Skip(), Choose(0), Skip(), Acknowledge())
    shown = walk.question
    assert (shown.value, shown.suggested, shown.keep, shown.can_clear) == ("нет", True, True, False)
    assert walk.do(Skip()) == Saved("more", Answer("нет"))


def test_a_file_where_words_are_asked_gets_a_kind_refusal(form: Form) -> None:
    assert Walk(form).do(Attach("ref", "audio")) == Refused(reasons.NEEDS_WORDS, {}, "", 1)
