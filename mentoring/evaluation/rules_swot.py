"""A draft of the SWOT analysis out of the figures, for the curator to edit. Pure.

"Мониторинг и оценка параметров программы". Strengths and weaknesses are what the year's figures say; opportunities
and threats are what they say of the next year.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from mentoring.evaluation.rules_indicators import Better, Figure, Finding, Kind

SHARE = Decimal("0.75")  # of the answers, or of the scale from its lower end
POOR = Decimal("0.5")


class Quarter(StrEnum):
    STRENGTH = "strength"
    WEAKNESS = "weakness"
    OPPORTUNITY = "opportunity"
    THREAT = "threat"


@dataclass(frozen=True, slots=True)
class Point:
    """`figure` is what the point rests on, and its words are that figure's sentence."""

    quarter: Quarter
    finding: Finding
    figure: Figure


AHEAD = frozenset({"publish", "research", "become_mentor", "go_on", "stay"})
"""What people wish for next year."""


def draft(findings: Iterable[Finding], most: int = 5) -> tuple[Point, ...]:
    """At most so many points a quarter, each figure once, in the order of the indicators."""
    seen: set[str] = set()
    found: dict[Quarter, list[Point]] = {quarter: [] for quarter in Quarter}
    for point in _points(findings):
        if point.figure.source.id not in seen and len(found[point.quarter]) < most:
            seen.add(point.figure.source.id)
            found[point.quarter].append(point)
    return tuple(point for quarter in Quarter for point in found[quarter])


def _points(findings: Iterable[Finding]) -> Iterator[Point]:
    for finding in findings:
        for figure in finding.shown:
            quarter = quarter_of(figure)
            if quarter is not None:
                yield Point(quarter, finding, figure)


def quarter_of(figure: Figure) -> Quarter | None:
    """Where a figure belongs; None for one that is neither here nor there, or tells no good from bad."""
    ahead = figure.source.kind is Kind.YES and figure.source.item in AHEAD
    judged = _judged(figure)
    if judged is None:
        return None
    if ahead:
        return Quarter.OPPORTUNITY if judged else Quarter.THREAT
    return Quarter.STRENGTH if judged else Quarter.WEAKNESS


def _judged(figure: Figure) -> bool | None:
    """A change by its direction, any other by how high it stands."""
    if figure.before is not None:
        return figure.good
    share = share_of(figure)
    if share is None or POOR <= share < SHARE:
        return None
    return (share >= SHARE) == (figure.source.better is Better.UP)


def share_of(figure: Figure) -> Decimal | None:
    """From 0 to 1: of a whole, or between the scale's ends; None for a bare number."""
    if figure.value is None:
        return None
    if figure.whole:
        return figure.value / figure.whole
    if figure.low is None or figure.high is None or figure.low == figure.high:
        return None
    return (figure.value - figure.low) / (figure.high - figure.low)
