"""The record of every Bot API call with its answer, in order."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

KEPT = 200_000


@dataclass(slots=True)
class CallLog:
    """At most the last 200,000 calls; `open` counts those not yet answered, long polls left out."""

    entries: deque[dict[str, Any]] = field(default_factory=lambda: deque(maxlen=KEPT))
    last: int = 0
    open: int = 0

    def add(self, entry: dict[str, Any]) -> None:
        self.last += 1
        self.entries.append({"n": self.last, **entry})

    def since(self, after: int) -> list[dict[str, Any]]:
        first = self.last - len(self.entries) + 1
        return list(islice(self.entries, max(0, after + 1 - first), None))
