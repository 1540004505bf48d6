"""The only reader of the machine's clock: the sandbox's moment is wall time plus an offset that only grows."""

from __future__ import annotations

import time
from datetime import UTC, datetime

from sandbox.errors import PeopleError


class SandboxClock:
    """Wall time moved forward; `speed` tells how many seconds pass in one (1 = wall time)."""

    def __init__(self, speed: float = 1.0) -> None:
        self.speed = speed
        self._ahead = 0.0

    def unix(self) -> int:
        """Whole seconds since 1970, as the Bot API counts dates."""
        return int(time.time() + self._ahead)

    def now(self) -> datetime:
        return datetime.fromtimestamp(time.time() + self._ahead, UTC)

    def iso(self) -> str:
        return self.now().isoformat()

    def move(self, to: datetime) -> None:
        """Move forward to `to` (aware); PeopleError 400 when it is already past."""
        ahead = to.timestamp() - time.time()
        if ahead < self._ahead:
            raise PeopleError(400, "time never moves backwards: it is already " + self.iso())
        self._ahead = ahead

    def drift(self, seconds: float) -> None:
        """What a second of wall time adds when the clock runs faster than the wall's."""
        self._ahead += seconds


def monotonic() -> float:
    """Seconds that nobody moves: flood limits, waits and faults go by these."""
    return time.monotonic()


def first_number(per_second: int, below: int) -> int:
    """Where a counter begins, so that a restarted sandbox does not hand out the numbers of the one before.

    A bot keeps message and update ids in its own database and may outlive the sandbox. Telegram, too, promises
    only that ids grow while there are updates at least once a week (Bot API, Update.update_id).
    """
    return int(time.time() * per_second) % below + 1
