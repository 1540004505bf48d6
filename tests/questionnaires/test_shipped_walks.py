"""Each shipped questionnaire is walked to its end, and every screen on the way is held against a phone's."""

from __future__ import annotations

import pytest

from handlers.form_screens import LABEL
from mentoring.questionnaires.catalogue import shipped
from mentoring.questionnaires.rules_form import MULTIPLE, Kind
from mentoring.questionnaires.rules_state import (
    Choose,
    ConfirmMany,
    Done,
    Event,
    QuestionAsk,
    Saved,
    Send,
    Sent,
    Skip,
    Toggle,
    Type,
)
from tests.questionnaires.tools import Walk

WAYS = [(form_id, language) for form_id in sorted(shipped()) for language in ("ru", "en")]
SCREEN = 700
SAID = {"ru": "спокойно, шаг за шагом", "en": "calmly, step by step"}


def straight(shown: QuestionAsk, language: str) -> list[Event]:
    """What somebody does who answers everything at once: the first choice, all ranks in turn, a short text."""
    if shown.kind is Kind.RANK:
        return [*(Toggle(view.index) for view in shown.choices), ConfirmMany()]
    if shown.kind in MULTIPLE:
        return [Toggle(shown.choices[0].index), ConfirmMany()]
    if shown.choices:
        return [Choose(shown.choices[0].index)]
    return [Type("12" if shown.kind is Kind.INTEGER else SAID[language][:20])]


def labels(shown: QuestionAsk) -> list[str]:
    return [view.label for view in shown.choices]


def on_the_screen(shown: QuestionAsk) -> str:
    """All words of one question; labels too long for buttons are listed in the text."""
    listed = (
        labels(shown) if shown.kind is not Kind.RANGE and max(map(len, labels(shown)), default=0) > LABEL else []
    )
    return "\n".join([*shown.notes, shown.section, shown.label, shown.hint, shown.low, shown.high, *listed])


@pytest.mark.parametrize(("form_id", "language"), WAYS)
def test_straight_answers_lead_to_the_end(form_id: str, language: str) -> None:
    form = shipped()[form_id]
    walk = Walk(form, language)
    seen = []
    while isinstance(walk.screen, QuestionAsk):
        seen.append(walk.question.name)
        assert isinstance(walk.do(*straight(walk.question, language)), Saved), walk.outcome
    assert walk.review.complete
    assert isinstance(walk.do(Send()), Sent)
    assert isinstance(walk.screen, Done)
    assert seen == [question.name for question in form.questions if question.name in seen]
    assert {q.name for q in form.questions if q.asked and not q.conditions} <= set(seen)


@pytest.mark.parametrize(("form_id", "language"), WAYS)
def test_whatever_may_be_passed_over_can_be(form_id: str, language: str) -> None:
    walk = Walk(shipped()[form_id], language)
    while isinstance(walk.screen, QuestionAsk):
        shown = walk.question
        walk.do(*([Skip()] if shown.can_skip else straight(shown, language)))
        assert isinstance(walk.outcome, Saved), walk.outcome
    assert isinstance(walk.do(Send()), Sent)


@pytest.mark.parametrize(("form_id", "language"), WAYS)
def test_each_question_fits_one_screen(form_id: str, language: str) -> None:
    walk = Walk(shipped()[form_id], language)
    while isinstance(walk.screen, QuestionAsk):
        text = on_the_screen(walk.question)
        assert len(text) < SCREEN, (walk.question.name, len(text))
        assert len(walk.question.label) < 100, walk.question.name
        walk.do(*straight(walk.question, language))


@pytest.mark.parametrize("role", ["mentee", "mentor"])
def test_without_thanks_nobody_asks_whether_to_pass_them_on(role: str) -> None:
    walk = Walk(shipped()[f"mutual_{role}"], "ru")
    while walk.question.name != "thanks":
        walk.do(*straight(walk.question, "ru"))
    walk.do(Type("За спокойный разбор урока"))
    assert walk.question.name == "pass_thanks"
    again = Walk(shipped()[f"mutual_{role}"], "ru")
    while again.question.name != "thanks":
        again.do(*straight(again.question, "ru"))
    again.do(Skip())
    assert again.review.complete


@pytest.mark.parametrize(("written", "taken"), [("0", "0"), ("1", "1"), ("2", "2"), ("2 · Есть всё", "2")])
def test_a_number_typed_into_the_card_is_the_score_on_the_button(written: str, taken: str) -> None:
    walk = Walk(shipped()["curators_card"], "ru")
    walk.do(Type("А. И. и М. П."), Type(written))
    assert walk.value("conditions") == taken


@pytest.mark.parametrize("form_id", sorted(shipped()))
def test_scales_say_what_their_ends_mean(form_id: str) -> None:
    for language in ("ru", "en"):
        walk = Walk(shipped()[form_id], language)
        while isinstance(walk.screen, QuestionAsk):
            shown = walk.question
            if shown.kind is Kind.RANGE and shown.name != "capacity":  # a number of people needs no words
                assert shown.low, shown.name
                assert shown.high, shown.name
            walk.do(*straight(shown, language))
