"""From what was awarded to the order of encouragement (step 28), which `orders.render` makes as a draft."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from mentoring.documents.order_facts import Award, Common, EncouragementOrder, Named
from mentoring.documents.order_people import each_once


@dataclass(frozen=True, slots=True)
class Encouraged:
    """`people` of a pair are encouraged together, each in a line of their own; `award` as the incentive calls it,
    `merit` what for ("победа в номинации «Лучшая пара»").
    """

    people: Sequence[Named]
    award: str
    merit: str


def encouragement(common: Common, encouraged: Iterable[Encouraged]) -> EncouragementOrder:
    """A line for every person and award, in the given order; the same award for several merits is one line.

    Raises ValueError for nobody: there is no such order.
    """
    lines: dict[tuple[str, str, str], list[tuple[Named, Encouraged]]] = {}
    for one in encouraged:
        for who in each_once(one.people):
            lines.setdefault((who.name, who.post, one.award), []).append((who, one))
    if not lines:
        raise ValueError("an order of encouragement names somebody")
    return EncouragementOrder(common, [_line(found) for found in lines.values()])


def _line(found: Sequence[tuple[Named, Encouraged]]) -> Award:
    merits = dict.fromkeys(one.merit for _, one in found if one.merit)
    return Award(found[0][0], found[0][1].award, "; ".join(merits))
