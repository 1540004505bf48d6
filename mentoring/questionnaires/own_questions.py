"""What this bot's own columns may not say together, asked of a form that has been read.

An anonymous questionnaire must not hold what gives a person away: a picture, a voice, a file, a moment finer
than the day, an answer that goes to the register or to the making of pairs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from mentoring.questionnaires.compile_rows import Rows
from mentoring.questionnaires.faults import Fault
from mentoring.questionnaires.rules_form import ATTACHED, STAMPS, Expression, Form, Kind, Question
from mentoring.questionnaires.rules_settings import ItemSettings, item_of, score_of, settings_of
from mentoring.questionnaires.subset import column_named

_NUMBERS = frozenset({Kind.INTEGER, Kind.DECIMAL, Kind.RANGE, Kind.CALCULATE})
_NOW = re.compile(r"\bnow\s*\(")
_LITERAL = re.compile(r"\"[^\"]*\"|'[^']*'")


def question_faults(form: Form, rows: Rows) -> Iterator[Fault]:
    """Faults of questions by what kind they are and by what else the form says."""
    places, questions = _places(rows), form.questions
    codes = [question for question in questions if item_of(question).code]
    found = [(question, "x_code", "own-code-twice") for question in codes[1:]]
    found += [one for question in questions for one in _of_one(question, item_of(question))]
    if settings_of(form).anonymous:
        found += [one for question in questions for one in _telling(question)]
    for question, base, key in found:
        row = places.get(question.name.split("/")[-1], 0)
        yield Fault(rows.survey.name, row, column_named(rows.survey, base), key, {"name": question.name})


def _places(rows: Rows) -> dict[str, int]:
    return {path[-1]: place[0] for path, place in reversed(rows.places.items())}


def _of_one(question: Question, own: ItemSettings) -> Iterator[tuple[Question, str, str]]:
    if own.reverse and not _counts(question):
        yield question, "x_reverse", "own-reverse-no-number"
    if own.code and question.kind is not Kind.TEXT:
        yield question, "x_code", "own-code-not-text"


def _counts(question: Question) -> bool:
    """Whether an answer can be a number: it is one, or a choice has one."""
    scored = question.kind is Kind.ONE and any(
        score_of(question, one.name) is not None for one in question.choices
    )
    return question.kind in _NUMBERS or scored


def _telling(question: Question) -> Iterator[tuple[Question, str, str]]:
    """What of a question gives the person away."""
    if question.kind in ATTACHED:
        yield question, "type", "anonymous-file"
    if question.kind in STAMPS:
        yield question, "type", "anonymous-moment"
    if _tells_moment(question.calculation) or _tells_moment(question.default_expression):
        yield question, "calculation" if question.calculation else "default", "anonymous-moment"
    for base in ("x_register", "x_match"):
        if question.extras.get(base):
            yield question, base, "anonymous-named"


def _tells_moment(rule: Expression | None) -> bool:
    return rule is not None and _NOW.search(_LITERAL.sub("", rule.source)) is not None
