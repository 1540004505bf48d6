"""What the year's report is made of: released figures and the curator's own words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from mentoring.documents.order_facts import Letterhead, Named
from mentoring.evaluation.rules_card import SHIPPED, Levels
from mentoring.evaluation.rules_indicators import Figure, Finding, Group
from mentoring.evaluation.rules_swot import Quarter, draft
from mentoring.evaluation.wording import point_line
from mentoring.results.wording import Words


@dataclass(frozen=True, slots=True)
class Report:
    """`year` are the calendar years the school year begins and ends in; `mentors`, `mentees` and `pairs` are those
    of the orders, which everybody knows. `swot` are the lines the curator left of the draft, by quarter;
    `conclusions` are the curator's own, a paragraph each. `levels` are the school's, of the curator's card.
    """

    school: Letterhead
    year: tuple[int, int]
    on: date
    mentors: int
    mentees: int
    pairs: int
    findings: Sequence[Finding]
    swot: Mapping[Quarter, Sequence[str]] = field(default_factory=dict)
    conclusions: Sequence[str] = ()
    curator: Named | None = None
    levels: Levels = SHIPPED

    def of(self, group: Group) -> list[Finding]:
        return [finding for finding in self.findings if finding.indicator.group is group]


def swot_draft(findings: Sequence[Finding], words: Words, language: str) -> dict[Quarter, list[str]]:
    """The draft's lines by quarter, for the curator to edit; no quarter is left out."""
    found: dict[Quarter, list[str]] = {quarter: [] for quarter in Quarter}
    for point in draft(findings):
        found[point.quarter].append(point_line(point, words, language))
    return found


def each_figure(findings: Sequence[Finding]) -> Iterator[tuple[Finding, Figure]]:
    """Every figure once, with the first indicator that names it."""
    seen: set[str] = set()
    for finding in findings:
        for figure in finding.figures:
            if figure.source.id not in seen:
                seen.add(figure.source.id)
                yield finding, figure
