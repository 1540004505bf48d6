"""The one clock. Everything else gets the moment as an argument.

A rehearsal may move the clock forward (the demo page does); it never runs backwards, because what was said
yesterday cannot be unsaid.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta


class Clock:
    """Wall time plus an offset that only grows. Aware UTC moments."""

    def __init__(self) -> None:
        self._ahead = timedelta(0)

    def now(self) -> datetime:
        return datetime.now(UTC) + self._ahead  # noqa: TID251 - this is the one place

    def advance(self, to: datetime) -> None:
        """Move to `to`; a moment already past leaves the clock as it is."""
        self._ahead = max(self._ahead, to.astimezone(UTC) - datetime.now(UTC))  # noqa: TID251


class StillClock(Clock):
    """Stands where it was put, so that what is said and when does not hang on how fast the machine is."""

    def __init__(self, at: datetime = datetime(1970, 1, 1, tzinfo=UTC)) -> None:
        super().__init__()
        self._at = at

    def now(self) -> datetime:
        return self._at

    def advance(self, to: datetime) -> None:
        self._at = max(self._at, to.astimezone(UTC))
