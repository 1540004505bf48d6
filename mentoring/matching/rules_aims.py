"""What a run aims at, in order. Whoever can be served is served first of all, whatever the aim. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType


class Aim(StrEnum):
    """BEST: the worst pair, the total, the fewest changes. FAIREST: the worst pair, then nobody far behind (the
    smallest sum of squared distances from the best score there is). CLOSEST: the fewest changes before all else.
    """

    BEST = "best"
    FAIREST = "fairest"
    CLOSEST = "closest"


class Stage(StrEnum):
    WORST = "worst"
    TOTAL = "total"
    EVEN = "even"
    CHANGES = "changes"
    LOT = "lot"


STAGES: Mapping[Aim, tuple[Stage, ...]] = MappingProxyType(
    {
        Aim.BEST: (Stage.WORST, Stage.TOTAL, Stage.CHANGES, Stage.LOT),
        Aim.FAIREST: (Stage.WORST, Stage.EVEN, Stage.TOTAL, Stage.CHANGES, Stage.LOT),
        Aim.CLOSEST: (Stage.CHANGES, Stage.WORST, Stage.TOTAL, Stage.LOT),
    }
)
