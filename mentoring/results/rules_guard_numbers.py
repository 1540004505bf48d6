"""What may be shown of numbers where persons are protected. Pure.

The distribution is shown when no count in it is one to four; else figures, when they leave all such counts open;
else nothing. Which figures depends on the number of people and groups alone, for a choice made by looking at the
answers would tell something about them. Where there are groups these are means: a group's median or spread beside
everybody's would be a riddle with too few answers.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from mentoring.results.rules_parts import FEWEST, Ledger, enough
from mentoring.results.rules_pinned import FULL, MEAN, Grid, figures_for, grid_of, is_open, is_open_beside
from mentoring.results.rules_results import Part, QuestionResult, Why
from mentoring.results.rules_sheets import Column, People, bounds_of, numbers_of, steps_of
from mentoring.results.rules_stats import GUARDED_PLACES, Figures, figures_of
from mentoring.results.rules_tally import cells_of, counts_of, values_of

# With so many people a rounded mean fits any number of answers, so it does not tell how many passed over.
ENOUGH_TO_BLUR = 10


@dataclass(frozen=True, slots=True)
class Offer:
    """One way to show numbers: in which groups, which figures, with the distribution or not."""

    groups: tuple[tuple[str, People], ...]
    shown: Sequence[str]
    cells: bool = False


def release_numbers(column: Column, ledger: Ledger, linked: bool) -> QuestionResult:
    people = frozenset(numbers_of(column))
    closed = QuestionResult(column.question, why=Why.FEW if len(people) < FEWEST else Why.CLOSE)
    if len(people) < FEWEST:
        return closed
    if people != column.asked and not ledger.admit(people):
        return closed if linked else _mean_alone(column, people)
    for offer in _offers(column, people, ledger, linked):
        if _safe(column, people, offer, linked):
            return _as_offered(column, people, offer)
    return replace(closed, whole=Part(n=len(people)))


def _offers(column: Column, people: People, ledger: Ledger, linked: bool) -> Iterator[Offer]:
    """A question whose counts others depend on shows no distribution: its steps would be sets of people too."""
    groups = ledger.named if ledger.broken_down else ()
    if not linked and people == column.answered and counts_of(column, people):
        yield Offer(groups, FULL, cells=True)
    yield Offer(groups, MEAN if groups else figures_for(len(people)))


def _safe(column: Column, people: People, offer: Offer, linked: bool) -> bool:
    parts = [people & group for _, group in offer.groups]
    if offer.cells:
        return all(enough(count) for part in (*parts, people) for count in counts_of(column, part).values())
    values = [values_of(column, part) for part in parts if part]
    grid = _grid(column, values_of(column, people), linked)
    if not parts:
        return is_open(values_of(column, people), grid, offer.shown)
    return all(is_open_beside(found, grid) for found in values)


def _grid(column: Column, values: Sequence[Fraction], linked: bool = False) -> Grid:
    known_small = not linked and bool(steps_of(column.question))
    return grid_of(values, bounds_of(column.question), small=known_small)


def _as_offered(column: Column, people: People, offer: Offer) -> QuestionResult:
    whole = _part(column, people, offer)
    groups = tuple(replace(_part(column, people & group, offer), group=name) for name, group in offer.groups)
    return QuestionResult(column.question, whole, groups)


def _part(column: Column, people: People, offer: Offer) -> Part:
    cells = cells_of(column, people) if offer.cells else ()
    return Part(None, len(people), shown_figures(values_of(column, people), offer.shown), cells)


def shown_figures(values: Sequence[Fraction], shown: Sequence[str]) -> Figures | None:
    """The chosen figures, rounded coarsely; quartiles are nearly single people's answers."""
    full = figures_of(values, GUARDED_PLACES)
    if full is None:
        return None
    return Figures(**{name: getattr(full, name) for name in shown})


def _mean_alone(column: Column, people: People) -> QuestionResult:
    """One to four passed over: their number is hidden, the mean of the others may stand."""
    values = values_of(column, people)
    if len(people) < ENOUGH_TO_BLUR or not is_open(values, _grid(column, values), MEAN):
        return QuestionResult(column.question, why=Why.CLOSE)
    return QuestionResult(column.question, Part(figures=shown_figures(values, MEAN)))
