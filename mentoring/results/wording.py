"""How figures and names read; shared by lines, tables and pictures."""

from __future__ import annotations

from decimal import Decimal
from typing import Protocol

from babel.numbers import format_decimal

from mentoring.questionnaires.rules_form import Question
from mentoring.results.rules_results import Cell, Change, Why

ONE_PLACE, SIGNED = "0.0", "+0.0;-0.0"


class Words(Protocol):
    """A text of the locales in the reader's language, without markup."""

    def __call__(self, key: str, **params: object) -> str: ...


def number(value: Decimal, language: str, pattern: str = ONE_PLACE) -> str:
    """With the language's decimal sign; one place in chats and pictures."""
    return format_decimal(value, format=pattern, locale=language)


def label(question: Question, language: str) -> str:
    """The question's words on one line."""
    return " ".join(question.label.within(language).split()) or question.name


def lead(name: str) -> str:
    """A name before its figures: with a colon, but a question keeps its own mark."""
    return name if name.endswith(("?", "!", "…")) else f"{name.rstrip('.:')}:"


def role_name(group: str, words: Words) -> str:
    """One person's role."""
    return words(f"results-role-{group or 'none'}")


def cell_label(cell: Cell, language: str) -> str:
    return cell.label.within(language) or cell.name


def group_name(group: str | None, words: Words) -> str:
    if group is None:
        return words("results-everybody")
    return words(f"results-group-{group or 'none'}")


def why_not(why: Why, words: Words) -> str:
    """Why something is not shown, empty where it is."""
    if why is Why.SHOWN:
        return ""
    return words("results-few") if why is Why.FEW else words("results-close")


SCALES = frozenset(
    {"benefit", "climate", "confidence", "environment", "growth", "participants", "programme", "training"}
)
"""Scales of the shipped questionnaires, which have names in the locales; a school's own go by their own word."""


def scale_label(name: str, words: Words) -> str:
    said = words(f"scale-{name}") if name in SCALES else name.replace("_", " ")
    return words("results-scale", name=said)


def change_label(change: Change, words: Words, language: str) -> str:
    question = change.after or change.before
    return label(question, language) if question else scale_label(change.measure, words)
