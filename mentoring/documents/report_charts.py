"""The report's figures as pictures, a few items each, so that every one fits a page; readable in grey.

Only what may be told is drawn: a hidden figure leaves no bar, and none that could be measured with a ruler.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from mentoring.evaluation.rules_indicators import Figure, Finding, Group, Kind
from mentoring.evaluation.rules_swot import share_of
from mentoring.evaluation.wording import figure_label, most, shown, who
from mentoring.results.canvas import Bar, Block, Item, painted
from mentoring.results.wording import Words

ITEMS = 6  # a picture of so many is about a third of a page


def charts(findings: Iterable[Finding], group: Group, words: Words, language: str) -> list[bytes]:
    """PNGs 1000 pixels wide of what was measured twice and of the curator's cards, in that group; maybe none."""
    figures = {f.source.id: f for one in findings for f in one.shown if _is_drawn(f)}
    title = words(f"report-group-{group.value}")
    return [_png(title, part, words, language) for part in _parts(list(figures.values()))]


def _is_drawn(figure: Figure) -> bool:
    return share_of(figure) is not None and (figure.before is not None or figure.source.kind is Kind.CARD)


def _parts(figures: Sequence[Figure]) -> Iterator[Sequence[Figure]]:
    """As even as can be: no picture of one item after a full one."""
    size = -(-len(figures) // max(1, -(-len(figures) // ITEMS))) or 1
    for first in range(0, len(figures), size):
        yield figures[first : first + size]


def _png(title: str, figures: Sequence[Figure], words: Words, language: str) -> bytes:
    image = painted(title, [Block("", tuple(_item(figure, words, language) for figure in figures))])
    target = io.BytesIO()
    image.save(target, "PNG")
    return target.getvalue()


def _item(figure: Figure, words: Words, language: str) -> Item:
    behind, label = who(figure, words), figure_label(figure, words, language)
    bars = []
    if figure.before is not None:
        before = _bar(figure, figure.before, words("results-legend-before"), language)
        bars = [before, _bar(figure, figure.value, words("results-legend-after"), language)]
    return Item(
        f"{behind}. {label}" if behind else label, tuple(bars) or (_bar(figure, figure.value, "", language),)
    )


def _bar(figure: Figure, value: Decimal | None, name: str, language: str) -> Bar:
    share = float(share_of(_with(figure, value)) or 0)
    top = figure.whole if figure.whole is not None else most(figure, language)
    hatched = figure.before is not None and value is figure.before
    return Bar(min(max(share, 0.0), 1.0), shown(figure, value, language), f"/ {top}", name, hatched)


def _with(figure: Figure, value: Decimal | None) -> Figure:
    return Figure(figure.source, value=value, whole=figure.whole, low=figure.low, high=figure.high)
