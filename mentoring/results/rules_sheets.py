"""What results are made of: the sent answers of one person each, and one question's answers of everybody. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from mentoring.questionnaires.rules_check import scale_values
from mentoring.questionnaires.rules_form import Form, Kind, Question, Scale
from mentoring.questionnaires.rules_live import name_of
from mentoring.questionnaires.rules_settings import item_of, score_of

People = frozenset[int]
NUMBERS = frozenset({Kind.RANGE, Kind.INTEGER, Kind.DECIMAL})


@dataclass(frozen=True, slots=True)
class Sheet:
    """One person's sent answers.

    `group` is "mentor", "mentee" or empty. `answers` go by the engine's keys (`name`, in rounds `name@2`); None
    was passed over, an absent key was not asked. `link` joins the waves of one person, empty where they cannot be
    joined. `name` and `sent_on` are known of named questionnaires alone.
    """

    group: str
    answers: Mapping[str, str | None]
    link: str = ""
    name: str = ""
    sent_on: date | None = None


@dataclass(frozen=True, slots=True)
class Column:
    """One question's answers; people are counted by their place among the sheets.

    `asked` saw the question; `answers` hold what those said who answered, one value a round in repeats.
    """

    question: Question
    asked: People
    answers: Mapping[int, tuple[str, ...]]

    @property
    def answered(self) -> People:
        return frozenset(self.answers)


def column_of(question: Question, sheets: Sequence[Sheet]) -> Column:
    asked, answers = set(), {}
    for person, sheet in enumerate(sheets):
        found = _of_question(question, sheet)
        if found:
            asked.add(person)
        given = tuple(value for value in found if value)
        if given:
            answers[person] = given
    return Column(question, frozenset(asked), answers)


def _of_question(question: Question, sheet: Sheet) -> list[str | None]:
    if not question.repeats:
        return [sheet.answers[question.name]] if question.name in sheet.answers else []
    return [value for key, value in sheet.answers.items() if name_of(key) == question.name]


def groups_of(sheets: Sequence[Sheet]) -> dict[str, People]:
    """Who belongs to which group, in the order of their names."""
    names = sorted({sheet.group for sheet in sheets})
    return {name: frozenset(p for p, s in enumerate(sheets) if s.group == name) for name in names}


def shown_questions(form: Form) -> list[Question]:
    """What results are given of: all that is asked but the code by which a person links their own waves."""
    return [q for q in form.questions if q.asked and not item_of(q).code]


def is_number(question: Question) -> bool:
    """Whether means make sense: numbers, and one choice whose choices are scored."""
    if question.kind in NUMBERS:
        return True
    scored = any(choice.columns.get("x_score") for choice in question.choices)
    return question.kind is Kind.ONE and (scored or bool(item_of(question).scale))


def numbers_of(column: Column) -> dict[int, tuple[Fraction, ...]]:
    """The scores of those who gave any; an answer without a score ("do not know") is none."""
    scored = {p: _scores(column.question, values) for p, values in column.answers.items()}
    return {person: scores for person, scores in scored.items() if scores}


def _scores(question: Question, values: Sequence[str]) -> tuple[Fraction, ...]:
    found = (score_of(question, value) for value in values)
    return tuple(Fraction(score) for score in found if score is not None)


def steps_of(question: Question) -> tuple[str, ...]:
    """The answers a question offers, as stored: a scale's steps or the choices' names; empty for typed ones."""
    if question.kind is Kind.RANGE:
        return scale_values(question.scale or Scale())
    return tuple(choice.name for choice in question.choices)


def bounds_of(question: Question) -> tuple[Fraction, Fraction] | None:
    """The lowest and the highest score that can be given; None for typed numbers without a scale."""
    if question.kind is Kind.RANGE:
        scale = question.scale or Scale()
        ends = sorted((Fraction(scale.start), Fraction(scale.end)))
        return ends[0], ends[1]
    scores = _scores(question, steps_of(question))
    return (min(scores), max(scores)) if scores else None
