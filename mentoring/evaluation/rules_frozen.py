"""A year's findings as plain data and back: what a report said once it says for ever. Pure.

Kept with the year, it stands beside the next one even when the answers behind it have been destroyed; and no
answer that comes late makes a second report, from whose difference it could be read.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Any

from mentoring.evaluation.rules_indicators import Better, Figure, Finding, Indicator, Kind, Source
from mentoring.questionnaires.rules_form import Texts
from mentoring.results.rules_results import Why

_NUMBERS = ("value", "before", "spread", "low", "high", "last")
_WHOLES = ("n", "whole", "last_whole")


def frozen(findings: Iterable[Finding]) -> list[dict[str, Any]]:
    """For JSON: texts, whole numbers, lists and dictionaries alone."""
    return [
        {"indicator": one.indicator.id, "figures": [_figure(figure) for figure in one.figures]} for one in findings
    ]


def thawed(data: Sequence[Mapping[str, Any]], indicators: Iterable[Indicator]) -> tuple[Finding, ...]:
    """The findings again; those of indicators that are not there any more are left out."""
    known = {one.id: one for one in indicators}
    return tuple(
        Finding(known[row["indicator"]], tuple(map(_thawed, row["figures"])))
        for row in data
        if row["indicator"] in known
    )


def _figure(figure: Figure) -> dict[str, Any]:
    source = figure.source
    told: dict[str, Any] = {
        "source": [source.kind.value, source.item, source.of, source.better.value, source.choice],
        "label": dict(figure.label.by_language),
        "language": figure.label.default,
        "why": figure.why.value,
        "missing": figure.missing,
    }
    numbers = {name: getattr(figure, name) for name in _NUMBERS}
    told |= {name: str(value) for name, value in numbers.items() if value is not None}
    return told | {name: getattr(figure, name) for name in _WHOLES if getattr(figure, name) is not None}


def _thawed(row: Mapping[str, Any]) -> Figure:
    kind, item, of, better, choice = row["source"]
    source = Source(Kind(kind), item, of, Better(better), choice)
    numbers: dict[str, Any] = {name: Decimal(row[name]) for name in _NUMBERS if name in row}
    wholes: dict[str, Any] = {name: row[name] for name in _WHOLES if name in row}
    label = Texts(row["label"], row["language"])
    return Figure(source, label, why=Why(row["why"]), missing=row["missing"], **numbers, **wholes)
