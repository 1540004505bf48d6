"""Scales of several items: one person's score, and what may be shown of everybody's. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from mentoring.questionnaires.rules_settings import item_of
from mentoring.results.rules_guard_numbers import shown_figures
from mentoring.results.rules_parts import FEWEST, Ledger
from mentoring.results.rules_pinned import MEAN, figures_for, grid_of, is_open, is_open_beside
from mentoring.results.rules_results import Part, QuestionResult, ScaleResult, Why
from mentoring.results.rules_sheets import Column, People, bounds_of, is_number, numbers_of
from mentoring.results.rules_stats import figures_of, mean

# A person with fewer answered items has no score: too little to speak for the rest.
ENOUGH_ITEMS = Fraction(2, 3)


@dataclass(frozen=True, slots=True)
class Scored:
    """A scale's scores by person; `complete` answered every item."""

    name: str
    items: tuple[str, ...]
    scores: Mapping[int, Fraction]
    complete: People
    bounds: tuple[Fraction, Fraction] | None = None

    def of(self, people: People) -> list[Fraction]:
        return sorted(self.scores[person] for person in people & self.scores.keys())


def scales_of(columns: Sequence[Column]) -> list[Scored]:
    """The form's scales in the order of their first items."""
    items: dict[str, list[Column]] = {}
    for column in columns:
        name = item_of(column.question).scale
        if name and is_number(column.question):
            items.setdefault(name, []).append(column)
    return [_scored(name, columns) for name, columns in items.items()]


def _scored(name: str, columns: Sequence[Column]) -> Scored:
    by_item = [turned(column) for column in columns]
    people = frozenset().union(*(item.keys() for item in by_item))
    given = {person: [item[person] for item in by_item if person in item] for person in people}
    scores = {p: mean(found) for p, found in given.items() if len(found) >= ENOUGH_ITEMS * len(columns)}
    complete = frozenset(p for p, found in given.items() if len(found) == len(columns))
    names = tuple(column.question.name for column in columns)
    return Scored(name, names, scores, complete, _bounds([bounds_of(column.question) for column in columns]))


def _bounds(ends: Sequence[tuple[Fraction, Fraction] | None]) -> tuple[Fraction, Fraction] | None:
    """The lowest and the highest score of the scale, where every item has ends."""
    known = [pair for pair in ends if pair is not None]
    if len(known) < len(ends):
        return None
    return mean([low for low, _ in known]), mean([high for _, high in known])


def turned(column: Column) -> dict[int, Fraction]:
    """Each person's score of one item, from the other end of its own scale where the item is reverse."""
    ends = bounds_of(column.question)
    found = {person: mean(scores) for person, scores in numbers_of(column).items()}
    if ends is None or not item_of(column.question).reverse:
        return found
    return {person: ends[0] + ends[1] - score for person, score in found.items()}


def plain_scale(scored: Scored, groups: Mapping[str, People]) -> ScaleResult:
    """Everything, hidden from nobody."""
    everybody = frozenset(scored.scores)
    parts = tuple(_plain_part(scored, group, name) for name, group in groups.items())
    return ScaleResult(scored.name, scored.items, scored.bounds, _plain_part(scored, everybody, None), parts)


def _plain_part(scored: Scored, people: People, name: str | None) -> Part:
    values = scored.of(people)
    return Part(name, len(values), figures_of(values))


def guarded_scale(scored: Scored, items: Sequence[QuestionResult], ledger: Ledger) -> ScaleResult:
    """The scale beside its items' means must not give away the few who left an item out.

    Shown only when every item's mean is, and when those who answered all and those who did not are sets of people
    that may be told apart.
    """
    people = frozenset(scored.scores)
    closed = ScaleResult(
        scored.name, scored.items, scored.bounds, why=Why.FEW if len(people) < FEWEST else Why.CLOSE
    )
    if len(people) < FEWEST or not all(_has_mean(item) for item in items):
        return closed
    if not items_told_apart(scored.complete, ledger) or not (people == ledger.everybody or ledger.admit(people)):
        return closed
    return _offered(scored, people, ledger, closed)


def _has_mean(item: QuestionResult) -> bool:
    return item.whole.figures is not None and item.whole.n is not None


def items_told_apart(complete: People, ledger: Ledger) -> bool:
    if complete == ledger.everybody:
        return True
    groups = ledger.groups if ledger.broken_down else (ledger.everybody,)
    return all(len(complete & group) >= FEWEST for group in groups) and ledger.admit(complete)


def _offered(scored: Scored, people: People, ledger: Ledger, closed: ScaleResult) -> ScaleResult:
    groups = ledger.named if ledger.broken_down else ()
    grid = grid_of(scored.of(people), scored.bounds)
    values = [found for _, group in groups if (found := scored.of(people & group))]
    shown = MEAN if groups else figures_for(len(people))
    if groups:
        safe = all(is_open_beside(found, grid) for found in values)
    else:
        safe = is_open(scored.of(people), grid, shown)
    if not safe:
        return replace(closed, whole=Part(n=len(people)))
    parts = tuple(_part(scored.of(people & group), shown, name) for name, group in groups)
    return replace(closed, whole=_part(scored.of(people), shown), groups=parts, why=Why.SHOWN)


def _part(values: Sequence[Fraction], shown: Sequence[str], name: str | None = None) -> Part:
    return Part(name, len(values), shown_figures(values, shown))
