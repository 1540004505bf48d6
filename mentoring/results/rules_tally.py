"""Counting one question's answers, with nothing hidden yet. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from fractions import Fraction

from mentoring.questionnaires.rules_form import Kind, Question, Texts
from mentoring.results.rules_results import Cell, Part
from mentoring.results.rules_sheets import Column, People, is_number, numbers_of, steps_of
from mentoring.results.rules_stats import PLACES, figures_of, mean, rounded

DISTRIBUTED = frozenset({Kind.ONE, Kind.MANY, Kind.RANGE})
WORDED = frozenset({Kind.TEXT, Kind.DATE, Kind.TIME, Kind.DATETIME})


def part_of(column: Column, people: People, group: str | None = None, places: int = PLACES) -> Part:
    """All that can be said of these people's answers; in repeats every round's answer counts."""
    figures = figures_of(values_of(column, people), places) if is_number(column.question) else None
    return Part(group, len(column.answered & people), figures, cells_of(column, people, places))


def values_of(column: Column, people: People) -> list[Fraction]:
    """The scores these people gave, sorted, so that no order tells who gave which."""
    given = numbers_of(column)
    return sorted(score for person in people & given.keys() for score in given[person])


def cells_of(column: Column, people: People, places: int = PLACES) -> tuple[Cell, ...]:
    question = column.question
    if question.kind is Kind.RANK:
        return _places(column, people, places)
    if question.kind not in DISTRIBUTED:
        return ()
    counts = counts_of(column, people)
    return tuple(Cell(name, label_of(question, name), count) for name, count in counts.items())


def counts_of(column: Column, people: People) -> dict[str, int]:
    """How often each answer that the question offers was given, in the question's order."""
    given = Counter(name for answer in _answers(column, people) for name in names_in(column.question, answer))
    return {name: given[name] for name in steps_of(column.question)}


def names_in(question: Question, answer: str) -> list[str]:
    return answer.split() if question.kind in (Kind.MANY, Kind.RANK) else [answer]


def _answers(column: Column, people: People) -> Iterable[str]:
    return (answer for person in people & column.answered for answer in column.answers[person])


def _places(column: Column, people: People, places: int) -> tuple[Cell, ...]:
    cells = []
    for choice in column.question.choices:
        found = places_of(column, people, choice.name)
        place = rounded(mean(found), places) if found else None
        cells.append(Cell(choice.name, choice.label, place=place))
    return tuple(cells)


def places_of(column: Column, people: People, name: str) -> list[Fraction]:
    """On which places (from 1) these people ranked the choice, sorted."""
    ranked = (answer.split() for answer in _answers(column, people))
    return sorted(Fraction(names.index(name) + 1) for names in ranked if name in names)


def label_of(question: Question, name: str) -> Texts:
    return next((choice.label for choice in question.choices if choice.name == name), Texts())


def texts_of(column: Column) -> tuple[str, ...]:
    """What was written, sorted without regard to case: not in the order in which it came."""
    if column.question.kind not in WORDED and not column.question.choices_from:
        return ()
    return tuple(sorted(_answers(column, column.answered), key=lambda text: (text.casefold(), text)))
