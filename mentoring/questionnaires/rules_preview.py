"""What a curator wants to know of a questionnaire before others see it. Pure."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from dataclasses import dataclass

from mentoring.questionnaires.rules_form import CHOSEN, Choice, Form, Kind, Question, Texts
from mentoring.questionnaires.rules_settings import settings_of

_SECONDS_PRESSED, _SECONDS_TYPED = 15, 45
_PRESSED = CHOSEN | {Kind.RANGE, Kind.ACKNOWLEDGE, Kind.MORE}
RELIED_ON = ("x_register", "x_match")
"""Columns by which registers are filled and pairs are proposed: found by their values, not by question names."""


def minutes_of(form: Form) -> int:
    """Minutes it takes: what the file says, else an estimate over all questions, at least one."""
    said = settings_of(form).minutes
    seconds = sum(_SECONDS_PRESSED if q.kind in _PRESSED else _SECONDS_TYPED for q in form.questions if q.asked)
    return said or max(1, -(-seconds // 60))


def asked_count(form: Form) -> int:
    return sum(question.asked for question in form.questions)


@dataclass(frozen=True, slots=True)
class Changes:
    """The new version against the one in force, by question name: new ones, those gone, those that read otherwise.

    `removed` are the old form's questions, the others the new form's.
    """

    added: tuple[Question, ...]
    removed: tuple[Question, ...]
    changed: tuple[Question, ...]


def changes(old: Form, new: Form) -> Changes:
    mine = [question for question in new.questions if question.kind is not Kind.NOTE]
    theirs = [question for question in old.questions if question.kind is not Kind.NOTE]
    return Changes(
        added=tuple(q for q in mine if q.name not in old.by_name),
        removed=tuple(q for q in theirs if q.name not in new.by_name),
        changed=tuple(q for q in mine if q.name in old.by_name and _essence(q) != _essence(old.by_name[q.name])),
    )


def lost(shipped: Form, new: Form) -> tuple[Question, ...]:
    """Questions of the shipped form that registers or matching rely on and nothing in the new one replaces."""
    kept = {_marks(question) for question in new.questions}
    values = {(column, value) for marks in kept for column, value in marks}
    return tuple(q for q in shipped.questions if any(mark not in values for mark in _marks(q)))


def _marks(question: Question) -> tuple[tuple[str, str], ...]:
    found = ((column, question.extras[column].within("")) for column in RELIED_ON if column in question.extras)
    return tuple((column, value) for column, value in found if value)


def _essence(question: Question) -> Hashable:
    """All by which the person who answers, or whoever reads the answers, would notice a difference."""
    rules = (question.constraint, question.calculation, question.choice_filter, question.required)
    return (
        question.kind,
        _text(question.label),
        _text(question.hint),
        tuple(_choice(choice) for choice in question.choices),
        question.scale,
        tuple(_source(rule) for rule in (*rules, *(c.expression for c in question.conditions))),
        question.default,
        tuple(sorted((name, _text(value)) for name, value in question.extras.items())),
    )


def _choice(choice: Choice) -> Hashable:
    return choice.name, _text(choice.label), tuple(sorted(choice.columns.items()))


def _text(texts: Texts) -> tuple[tuple[str, str], ...]:
    return tuple(sorted((language, text) for language, text in texts.by_language.items() if text))


def _source(rule: object) -> str:
    """An expression as it was written; a constant as it is."""
    return str(getattr(rule, "source", rule))


def labels(questions: Iterable[Question], language: str) -> list[str]:
    """How these questions are called in words; a calculation, which nobody sees, by its name."""
    return [question.label.within(language) or question.name for question in questions]
