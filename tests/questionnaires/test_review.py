"""Going back, the review, editing from it, sending."""

from __future__ import annotations

import pytest

from mentoring.questionnaires import rules_reasons as reasons
from mentoring.questionnaires.rules_form import Form
from mentoring.questionnaires.rules_state import (
    Accepted,
    Acknowledge,
    Answer,
    Back,
    Begin,
    Choose,
    Clear,
    ConfirmMany,
    Done,
    Edit,
    QuestionAsk,
    Refused,
    Restart,
    Review,
    Saved,
    Send,
    Sent,
    Skip,
    State,
    Toggle,
    ToReview,
    Type,
    Welcome,
)
from tests.questionnaires.plain import fill, plain_form
from tests.questionnaires.tools import Walk, form_from


@pytest.fixture(scope="module")
def form() -> Form:
    return plain_form()


def test_back_to_any_depth_shows_what_was_answered(form: Form) -> None:
    walk = Walk(form, "ru")
    walk.do(Type("Анна"), Type("7"), Choose("yes"))
    walk.do(Back())
    assert (walk.question.name, walk.question.value, walk.question.value_text) == ("glad", "yes", "Да")
    assert [view.selected for view in walk.question.choices] == [True, False]
    walk.do(Back(), Back())
    assert (walk.question.name, walk.question.value, walk.question.keep) == ("who", "Анна", True)
    assert walk.do(Back()) == Refused(reasons.NOTHING_BEFORE)


def test_after_going_back_an_answer_returns_to_the_open_question(form: Form) -> None:
    walk = Walk(form)
    walk.do(Type("Анна"), Type("7"), Choose("yes"), Back(), Back(), Type("8"))
    assert walk.value("years") == "8"
    assert walk.question.name == "days"


def test_skip_keeps_an_answer_given_before(form: Form) -> None:
    walk = Walk(form)
    walk.do(Type("Анна"), Type("7"), Back(), Back())
    assert walk.question.can_skip
    assert walk.do(Skip()) == Saved("who", Answer("Анна"))
    assert walk.question.name == "glad"


def test_clear_takes_an_optional_answer_back(form: Form) -> None:
    walk = fill(Walk(form))
    walk.do(Edit("days"))
    assert walk.question.can_clear
    assert walk.do(Clear()) == Saved("days", Answer(None, skipped=True))
    walk.do(Edit("who"))
    assert not walk.question.can_clear
    assert walk.do(Clear()) == Refused(reasons.REQUIRED, {}, "", 1)
    assert walk.value("who") == "Анна Ивановна"


def test_review_reads_in_words(form: Form) -> None:
    review = fill(Walk(form, "ru")).review
    texts = {item.name: item.text for item in review.items}
    assert texts["days"] == "Понедельник; Суббота"
    assert texts["since"] == "01.09.2026"
    assert texts["glad"] == "Да"
    assert review.complete
    assert review.dropped == ()


def test_edit_from_the_review_returns_to_it(form: Form) -> None:
    walk = fill(Walk(form))
    assert walk.do(Edit("glad")) == Accepted()
    assert (walk.question.name, walk.question.returning) == ("glad", True)
    walk.do(Choose("no"))
    assert isinstance(walk.screen, Review)
    assert walk.value("glad") == "no"


def test_edit_of_several_choices_stays_until_confirmed_and_returns(form: Form) -> None:
    walk = fill(Walk(form))
    walk.do(Edit("days"), Toggle("tue"))
    assert (walk.question.name, walk.question.returning) == ("days", True)
    walk.do(ConfirmMany())
    assert walk.review.complete
    assert walk.value("days") == "mon tue sat"


def test_edit_by_place_in_the_review(form: Form) -> None:
    walk = fill(Walk(form))
    place = [item.name for item in walk.review.items].index("days")
    walk.do(Edit(str(place)))
    assert walk.question.name == "days"


@pytest.mark.parametrize("name", ["nobody", "thanks", "@review", "", "8", "99999999999999999999", "²"])
def test_edit_of_what_is_not_asked_is_refused(form: Form, name: str) -> None:
    assert fill(Walk(form)).do(Edit(name)) == Refused(reasons.NOT_A_QUESTION)


def test_review_may_be_seen_early_but_not_sent(form: Form) -> None:
    walk = Walk(form, "ru")
    walk.do(Type("Анна"), ToReview())
    review = walk.review
    assert not review.complete
    assert [item.answered for item in review.items] == [True] + [False] * 7
    refused = walk.do(Send())
    assert refused == Refused(reasons.INCOMPLETE, {"left": "7", "label": "Сколько лет?"})
    assert walk.question.name == "years"


def test_begin_goes_on_from_an_early_review(form: Form) -> None:
    walk = Walk(form)
    walk.do(Type("Анна"), ToReview(), Begin())
    assert walk.question.name == "years"


def test_back_from_the_review_goes_to_the_last_question(form: Form) -> None:
    walk = fill(Walk(form))
    walk.do(Back())
    assert walk.question.name == "more"


def test_sent_answers_are_final(form: Form) -> None:
    walk = fill(Walk(form))
    sent = walk.do(Send())
    assert isinstance(sent, Sent)
    assert sent.answers["days"] == "mon sat"
    assert list(sent.answers) == ["who", "years", "glad", "days", "mark", "since", "read", "more"]
    assert isinstance(walk.screen, Done)
    for event in (Begin(), Type("x"), Send(), Restart(), Back(), Edit("who")):
        assert walk.do(event) == Refused(reasons.ALREADY_SENT)


def test_skipped_answers_are_sent_as_none(form: Form) -> None:
    walk = Walk(form)
    walk.do(Type("Анна"), Type("7"), Choose("yes"), Skip(), Choose(0), Skip(), Acknowledge(), Skip())
    sent = walk.do(Send())
    assert isinstance(sent, Sent)
    assert sent.answers["days"] is None
    assert sent.answers["since"] is None


def test_restart_forgets_everything_but_the_seed(form: Form) -> None:
    walk = fill(Walk(form, seed=5))
    walk.do(Restart())
    assert walk.state == State(started=True, seed=5)
    assert walk.question.name == "who"


def test_a_button_of_another_question_is_stale(form: Form) -> None:
    walk = Walk(form)
    walk.do(Type("Анна"), Type("7"))
    for event in (Choose(0, "who"), Skip("years"), Type("x", "days"), Toggle(0, "days"), Acknowledge("read")):
        assert walk.do(event) == Refused(reasons.STALE)
    assert walk.do(Choose(0, "glad")) == Saved("glad", Answer("yes"))


def test_an_answer_given_in_the_review_is_refused(form: Form) -> None:
    walk = fill(Walk(form))
    assert walk.do(Type("ещё")) == Refused(reasons.NOT_HERE)


def test_state_survives_storage(form: Form) -> None:
    walk = Walk(form)
    walk.do(Type("Анна"), Type("7"), Choose(0), Toggle(1))
    stored = walk.state
    again = Walk(form)
    again.state = State(
        {name: Answer(a.value, a.skipped) for name, a in stored.answers.items()},
        stored.position, stored.returning, stored.refusals, stored.started, stored.seed,
    )  # fmt: skip
    assert again.screen == walk.screen


def test_a_position_that_no_longer_exists_is_ignored(form: Form) -> None:
    walk = Walk(form)
    walk.state = State(position="gone", started=True)
    assert walk.question.name == "who"


def test_an_answer_that_no_longer_fits_is_asked_again_before_sending(form: Form) -> None:
    walk = fill(Walk(form, "ru"))
    walk.state = State({**walk.state.answers, "years": Answer("600")}, started=True)
    refused = walk.do(Send())
    assert refused == Refused(reasons.NO_LONGER_VALID, {"label": "Сколько лет?"})
    assert walk.question.name == "years"


def test_every_screen_of_a_form_without_questions() -> None:
    walk = Walk(form_from("type | name | label\nnote | n | Спасибо"), begin=False)
    assert isinstance(walk.screen, Welcome)
    walk.do(Begin())
    assert walk.review.notes == ("Спасибо",)
    assert not isinstance(walk.screen, QuestionAsk)
    assert walk.do(Send()) == Sent({})
