"""A sandbox's clock that stands between two moves, so that dates do not hang on the machine's speed."""

from __future__ import annotations

from datetime import UTC, datetime

from sandbox.clock import SandboxClock
from sandbox.errors import PeopleError


class StillClock(SandboxClock):
    def __init__(self, at: datetime) -> None:
        super().__init__()
        self._at = at.astimezone(UTC)

    def unix(self) -> int:
        return int(self._at.timestamp())

    def now(self) -> datetime:
        return self._at

    def move(self, to: datetime) -> None:
        if to < self._at:
            raise PeopleError(400, "time never moves backwards: it is already " + self.iso())
        self._at = to.astimezone(UTC)

    def drift(self, seconds: float) -> None:
        """Wall time is nothing to it."""
