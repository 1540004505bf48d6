"""How answers and texts with answers in them read, in one language. Pure."""

from __future__ import annotations

import re
from datetime import date, datetime

from mentoring.questionnaires.rules_check import options
from mentoring.questionnaires.rules_form import ATTACHED, CHOSEN, STAMPS, Kind, Question, Texts
from mentoring.questionnaires.rules_live import Live, Scope, Step, name_of
from mentoring.questionnaires.rules_state import Answer

_PLACE = re.compile(r"\$\{\s*([^{}\s]+)\s*\}")


def piped(live: Live, step: Step, texts: Texts, language: str) -> str:
    """The text with other answers put in where the form writes ${name}."""
    text = texts.within(language)
    if "${" not in text:
        return text
    scope = Scope(live, step.question.repeats, step.index)
    return _PLACE.sub(lambda place: _answer_in(live, scope, place[1], language), text)


def _answer_in(live: Live, scope: Scope, name: str, language: str) -> str:
    question = live.form.by_name.get(name)
    return value_text(question, scope.value(name), language) if question else ""


_UNNAMED = {
    Kind.IMAGE: ("фотография", "a picture"),
    Kind.AUDIO: ("запись", "a recording"),
    Kind.VIDEO: ("видео", "a video"),
    Kind.FILE: ("файл", "a file"),
}


def value_text(question: Question, value: str, language: str) -> str:
    """A canonical value in words: labels for names, dates as people of the language write them."""
    if question.kind in CHOSEN:
        return _labels(question, value.split(), language)
    if question.kind in (Kind.DATE, Kind.DATETIME) and language != "en":
        return _dated(value)
    return _named(question.kind, value, language) if question.kind in ATTACHED else value


def _named(kind: Kind, reference: str, language: str) -> str:
    """A file by the name it came with; pictures and voices have none."""
    name = reference.partition(":")[2]
    return name or _UNNAMED[kind][language == "en"]


def _labels(question: Question, names: list[str], language: str) -> str:
    labels = {choice.name: choice.label.within(language) for choice in question.choices}
    shown = [labels.get(name) or name for name in names]
    if question.kind is Kind.RANK:
        shown = [f"{place}. {label}" for place, label in enumerate(shown, 1)]
    return "; ".join(shown)


def _dated(value: str) -> str:
    try:
        if "T" in value:
            return f"{datetime.fromisoformat(value):%d.%m.%Y %H:%M}"
        return f"{date.fromisoformat(value):%d.%m.%Y}"
    except ValueError:
        return value


def step_text(live: Live, step: Step, value: str, language: str) -> str:
    """A value of this very question in words."""
    if step.question.kind is Kind.MORE:
        return dict(options(live, step, language)).get(value, value)
    return value_text(step.question, value, language)


def sent_value(answer: Answer | None) -> str | None:
    """What is sent for an answer: its value, None when it was passed over."""
    return answer.value if answer is not None and not answer.skipped else None


def final_answers(live: Live) -> dict[str, str | None]:
    """What is sent: relevant questions, calculations and stamps, by key; passed over is None."""
    final: dict[str, str | None] = {}
    for step in live.steps:
        kind = step.question.kind
        if kind is Kind.CALCULATE:
            final[step.key] = live.value(step.question, step.index)
        elif kind in STAMPS or step.question.asked:
            final[step.key] = sent_value(live.answers.get(step.key))
    return final


def orphan(live: Live, key: str) -> Step | None:
    """The question that an answer belonged to before its branch was closed."""
    question = live.form.by_name.get(name_of(key))
    return Step(key, question) if question is not None else None
