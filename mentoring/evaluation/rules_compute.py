"""From the year's results and facts to the indicators' figures. Pure.

Figures of questionnaires are picked out of what the guard of `mentoring.results` has released and never computed
from answers, so nothing can be told here that those results do not tell; `compute` refuses results without it.
They hold for one closed set of answers: freeze them (`rules_frozen`) when the report is made.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from fractions import Fraction

from mentoring.evaluation.rules_facts import CONFLICTS, ClassTotals, Count, together, why_hidden
from mentoring.evaluation.rules_indicators import Figure, Finding, Indicator, Kind, Source
from mentoring.questionnaires.rules_form import Texts
from mentoring.results.rules_parts import FEWEST
from mentoring.results.rules_results import Change, FormResults, QuestionResult, Why
from mentoring.results.rules_sheets import Sheet, bounds_of
from mentoring.results.rules_stats import rounded


@dataclass(frozen=True, slots=True)
class YearFacts:
    """What a year is known by.

    `results` are guarded results by form, `changes` guarded changes by series (`results_of`, `change_of` with
    `guarded=True`), `counts` the bot's own counts and the administration's totals by name, `classes` the totals of
    classes.
    """

    results: Mapping[str, FormResults] = field(default_factory=dict)
    changes: Mapping[str, Sequence[Change]] = field(default_factory=dict)
    counts: Mapping[str, Count] = field(default_factory=dict)
    classes: Collection[ClassTotals] = ()


def compute(indicators: Iterable[Indicator], facts: YearFacts) -> tuple[Finding, ...]:
    """Every indicator with a figure for each of its sources, shown or not.

    Raises ValueError for results without the guard.
    """
    if not all(found.guarded for found in facts.results.values()):
        raise ValueError("a report is made of guarded results")
    return tuple(Finding(one, tuple(_figure(source, facts) for source in one.sources)) for one in indicators)


def beside(findings: Iterable[Finding], last: Iterable[Finding]) -> tuple[Finding, ...]:
    """This year's findings with last year's values of the same sources in `last`."""
    former = {figure.source.id: figure for finding in last for figure in finding.shown}
    return tuple(replace(one, figures=tuple(_with_last(f, former) for f in one.figures)) for one in findings)


def _with_last(figure: Figure, former: Mapping[str, Figure]) -> Figure:
    found = former.get(figure.source.id)
    return replace(figure, last=found.value, last_whole=found.whole) if found else figure


def _figure(source: Source, facts: YearFacts) -> Figure:
    return _BY_KIND[source.kind](source, facts)


def _change(source: Source, facts: YearFacts) -> Figure:
    found = next((c for c in facts.changes.get(source.of, ()) if c.measure == source.item), None)
    if found is None:
        return Figure(source, missing=True)
    question = found.after or found.before
    figure = Figure(source, question.label if question else Texts(), why=found.why)
    if found.beside or found.mean_after is None:
        return figure
    figure = replace(figure, n=found.linked, value=found.mean_after, before=found.mean_before, spread=found.spread)
    return _on_scale(figure, found.ends)


def _result(source: Source, facts: YearFacts) -> QuestionResult | None:
    found = facts.results.get(source.of)
    questions = found.questions if found else ()
    return next((one for one in questions if one.question.name == source.item), None)


def _mean(source: Source, facts: YearFacts) -> Figure:
    found = _result(source, facts)
    if found is None:
        return Figure(source, missing=True)
    figure, figures = Figure(source, found.question.label, why=found.why), found.whole.figures
    if figures is None or figures.mean is None:
        return figure
    figure = replace(figure, n=found.whole.n, value=figures.mean, spread=figures.spread)
    return _on_scale(figure, bounds_of(found.question))


def _on_scale(figure: Figure, ends: tuple[Fraction, Fraction] | None) -> Figure:
    return replace(figure, low=rounded(ends[0]), high=rounded(ends[1])) if ends else figure


def _yes(source: Source, facts: YearFacts) -> Figure:
    found = _result(source, facts)
    if found is None:
        return Figure(source, missing=True)
    figure = Figure(source, found.question.label, why=found.why)
    count = next((cell.count for cell in found.whole.cells if cell.name == source.choice), None)
    if count is None or found.whole.n is None:
        return replace(figure, why=found.why or Why.CLOSE)
    return replace(figure, n=found.whole.n, value=Decimal(count), whole=found.whole.n)


def _fact(source: Source, facts: YearFacts) -> Figure:
    count = facts.counts.get(source.item)
    if count is None:
        return Figure(source, missing=True)
    why = why_hidden(count)
    if why is not Why.SHOWN:
        return Figure(source, why=why)
    before = None if count.before is None else Decimal(count.before)
    return Figure(source, n=count.people, value=Decimal(count.value), before=before, whole=count.whole)


def _entered(source: Source, facts: YearFacts) -> Figure:
    if source.item in CONFLICTS:
        return _fact(source, facts)
    found = together(facts.classes, source.item)
    if found is None:
        return Figure(source, missing=True)
    if found.teachers < FEWEST:
        return Figure(source, why=Why.FEW)
    return Figure(source, n=found.teachers, value=found.after, before=found.before)


_BY_KIND: Mapping[Kind, Callable[[Source, YearFacts], Figure]] = {
    Kind.CHANGE: _change,
    Kind.MEAN: _mean,
    Kind.YES: _yes,
    Kind.CARD: _mean,
    Kind.FACT: _fact,
    Kind.ENTERED: _entered,
}


@dataclass(frozen=True, slots=True)
class Told:
    """A given mutual evaluation: its giver, the one told of, the answers. `sheet.group` is the giver's side."""

    giver: int
    about: int
    sheet: Sheet


def countable(told: Sequence[Told]) -> tuple[Sheet, ...]:
    """What may be counted of mutual evaluations: one sheet a giver, the last in the order given.

    A person with several partners gives several sheets, but is one person to the guard. And five who tell of one
    are five opinions on a single person: without five givers and five people told of there is nothing.
    """
    last = {one.giver: one for one in told}  # the later sheet of a giver takes the place of the earlier
    if len(last) < FEWEST or len({one.about for one in last.values()}) < FEWEST:
        return ()
    return tuple(one.sheet for one in last.values())


def countable_cards(cards: Sequence[tuple[frozenset[int], frozenset[int], Sheet]]) -> tuple[Sheet, ...]:
    """What may be counted of the curator's cards: (mentors, mentees, sheet) of a pair each.

    A card tells of its mentors and mentees, so there must be five of either, and not only five pairs.
    """
    mentors = {one for mentors, _, _ in cards for one in mentors}
    mentees = {one for _, mentees, _ in cards for one in mentees}
    return tuple(sheet for *_, sheet in cards) if min(len(mentors), len(mentees)) >= FEWEST else ()
