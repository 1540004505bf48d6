"""What may be shown of one question where persons are protected: nothing on fewer than five people. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from mentoring.questionnaires.rules_form import Expression, Form, Kind, Question, every_repeat
from mentoring.results.rules_cells import hidden_cells, hidden_marks, splits, splits_marks
from mentoring.results.rules_guard_numbers import release_numbers
from mentoring.results.rules_parts import FEWEST, Ledger, few
from mentoring.results.rules_pinned import MEAN, Grid, is_open
from mentoring.results.rules_results import Cell, Part, QuestionResult, Why
from mentoring.results.rules_sheets import Column, People, is_number
from mentoring.results.rules_stats import GUARDED_PLACES
from mentoring.results.rules_tally import counts_of, label_of, names_in, part_of, places_of, texts_of

SKIPPED = ""  # the cell of those who passed a question over


def release(column: Column, ledger: Ledger, linked: frozenset[str]) -> QuestionResult:
    """The question's result without whatever would be a figure of fewer than five, or lead to one.

    `linked` are `linked_names`. Rounds of repeats are never shown: they count answers, not people.
    """
    closed = QuestionResult(column.question, why=Why.CLOSE)
    if len(column.answered) < FEWEST:
        return replace(closed, why=Why.FEW)
    if column.question.repeats or not ledger.admit(column.asked):
        return closed
    if is_number(column.question):
        return release_numbers(column, ledger, column.question.name in linked)
    found = _BY_KIND.get(column.question.kind, _release_count)(column, ledger, column.question.name in linked)
    return found or closed


def linked_names(form: Form) -> frozenset[str]:
    """Questions whose counts the form ties to others': named by conditions, filters, checks, calculations."""
    found: set[str] = set()
    for question in form.questions:
        own = {name for rule in _own_rules(question) for name in rule.names} - {question.name}
        found |= own | ({question.name} if own else set())
        found |= {name for condition in question.conditions for name in condition.expression.names}
    for repeat in every_repeat(form.nodes):
        found |= {name for condition in repeat.conditions for name in condition.expression.names}
        found |= repeat.count.names if repeat.count is not None else frozenset()
    return frozenset(found) | {q.choices_from for q in form.questions if q.choices_from}


def _own_rules(question: Question) -> Iterator[Expression]:
    required = question.required
    rules = (question.constraint, question.calculation, question.default_expression, question.choice_filter)
    yield from (rule for rule in rules if rule is not None)
    if not isinstance(required, bool):
        yield required


def _count_open(column: Column, ledger: Ledger) -> bool:
    """Whether the number of those who answered may be told."""
    return column.answered == column.asked or ledger.admit(column.answered)


def _release_count(column: Column, ledger: Ledger, _linked: bool) -> QuestionResult | None:
    if not _count_open(column, ledger):
        return None
    return QuestionResult(column.question, Part(n=len(column.answered)))


def _release_texts(column: Column, ledger: Ledger, linked: bool) -> QuestionResult | None:
    """Texts tell their number; only where the form ties that number to other counts is it checked."""
    if linked and not _count_open(column, ledger):
        return None
    return QuestionResult(column.question, Part(n=len(column.answered)), texts=texts_of(column))


def _release_rank(column: Column, ledger: Ledger, _linked: bool) -> QuestionResult | None:
    last = len(column.question.choices)
    names = [choice.name for choice in column.question.choices]
    places = [places_of(column, column.answered, name) for name in names]
    grid = Grid.whole(1, last)
    open_places = all(len(found) >= FEWEST and is_open(found, grid, MEAN) for found in places)
    if not (open_places and _count_open(column, ledger)):
        return None
    return QuestionResult(column.question, part_of(column, column.answered, places=GUARDED_PLACES))


def _sets(column: Column, names: Iterable[str]) -> list[People]:
    """Who gave each answer; those who gave none are the cell SKIPPED."""
    given = {p: names_in(column.question, answer[0]) for p, answer in column.answers.items()}
    skipped = column.asked - column.answered
    return [
        skipped if name == SKIPPED else frozenset(p for p, chosen in given.items() if name in chosen)
        for name in names
    ]


def _release_one(column: Column, ledger: Ledger, linked: bool) -> QuestionResult | None:
    if len(column.asked - column.answered) >= FEWEST and not ledger.admit(column.answered):
        return None
    counts = _table(column, column.asked)
    if not counts.keys() - {SKIPPED}:
        return None
    hidden = hidden_cells(counts)
    if linked and (hidden or not ledger.admit(*_sets(column, counts))):
        hidden = frozenset(counts)
    shown = [name for name in counts if name not in hidden]
    by_group = [_table(column, column.asked & group) for group in ledger.groups]
    split = ledger.broken_down and bool(shown) and splits(shown, by_group)
    return _with_groups(column, ledger if split else None, lambda people: _cells(column, people, hidden))


def _table(column: Column, people: People) -> dict[str, int]:
    """Counts of the choices, and of those who passed over where that was possible."""
    counts = counts_of(column, people)
    if column.question.required is not True or column.asked != column.answered:
        counts[SKIPPED] = len((column.asked - column.answered) & people)
    return counts


def _cells(column: Column, people: People, hidden: frozenset[str]) -> Part:
    counts = counts_of(column, people)
    n = None if SKIPPED in hidden else len(column.answered & people)
    return Part(None, n, None, _with_labels(column, counts, hidden))


def _with_labels(column: Column, counts: dict[str, int], hidden: frozenset[str]) -> tuple[Cell, ...]:
    question = column.question
    return tuple(
        Cell(name, label_of(question, name), None if name in hidden else count) for name, count in counts.items()
    )


def _release_many(column: Column, ledger: Ledger, linked: bool) -> QuestionResult | None:
    skipped = len(column.asked - column.answered)
    if skipped >= FEWEST and not ledger.admit(column.answered):
        return None
    base, n_open = (column.asked, False) if few(skipped) else (column.answered, True)
    counts = counts_of(column, base)
    hidden = hidden_marks(counts, len(base))
    if linked and (hidden or few(skipped) or not ledger.admit(*_sets(column, counts))):
        hidden = frozenset(counts)
    shown = [name for name in counts if name not in hidden]
    by_group = [(counts_of(column, base & group), len(base & group)) for group in ledger.groups]
    split = ledger.broken_down and bool(shown) and splits_marks(shown, by_group)
    hidden_too = hidden if n_open else hidden | {SKIPPED}
    return _with_groups(column, ledger if split else None, lambda people: _cells(column, people, hidden_too))


def _with_groups(column: Column, ledger: Ledger | None, part: Callable[[People], Part]) -> QuestionResult:
    whole = part(column.asked)
    groups = tuple(replace(part(people), group=name) for name, people in ledger.named) if ledger else ()
    closed = all(cell.count is None for cell in whole.cells)
    return QuestionResult(column.question, whole, groups, why=Why.CLOSE if closed else Why.SHOWN)


_BY_KIND: dict[Kind, Callable[[Column, Ledger, bool], QuestionResult | None]] = {
    Kind.TEXT: _release_texts,
    Kind.RANK: _release_rank,
    Kind.ONE: _release_one,
    Kind.MANY: _release_many,
}
