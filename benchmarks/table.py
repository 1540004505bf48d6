"""Medians of what was measured, as a table in Markdown."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from statistics import median

from benchmarks.contestant import Cost

Costs = Mapping[str, Sequence[Cost]]
HEAD = "| what | bot | CPU µs an update | to the ordinary way | to the bare echo | updates a second |"


def per_update(cost: Cost) -> float:
    """Seconds of processor."""
    return cost.cpu / cost.updates


def ratio(mine: Sequence[Cost], other: Sequence[Cost]) -> float:
    """The median of the rounds' ratios: what disturbs the machine disturbs neighbours in time alike."""
    return median(per_update(a) / per_update(b) for a, b in zip(mine, other, strict=True))


def _line(kind: str, name: str, costs: Costs) -> str:
    mine = costs[name]
    cpu = median(per_update(cost) for cost in mine) * 1e6
    speed = median(cost.updates / cost.wall for cost in mine)
    ordinary, echo = ratio(mine, costs["ordinary"]), ratio(mine, costs["echo"])
    return f"| {kind} | {name} | {cpu:,.0f} | {ordinary:.2f} | {echo:.2f} | {speed:,.0f} |"


def table(found: Mapping[str, Costs]) -> str:
    """One line a kind of traffic and bot; ratios are of processor time."""
    lines = [_line(kind, name, costs) for kind, costs in found.items() for name in costs]
    return "\n".join([HEAD, "|---|---|---|---|---|---|", *lines])
