"""Telegram's limits on new messages, by wall time: https://core.telegram.org/bots/faq#my-bot-is-hitting-limits."""

from __future__ import annotations

import math
from dataclasses import dataclass, field

from sandbox.clock import monotonic
from sandbox.errors import too_many
from sandbox.options import Limits

OVERALL, PRIVATE, GROUP = 30.0, 1.0, 20 / 60


@dataclass(slots=True)
class Bucket:
    """Tokens come back at `rate` a second up to `burst`; a refusal closes it until the time it named."""

    rate: float
    burst: float
    tokens: float
    at: float
    closed_until: float = 0.0

    def wait(self, now: float) -> float:
        """Seconds until one may be taken; 0 when it may at once."""
        if now < self.closed_until:
            return self.closed_until - now
        self.tokens = min(self.burst, self.tokens + (now - self.at) * self.rate)
        self.at = now
        # A hair of tolerance: a sender that paces itself exactly must not be refused for rounding.
        return 0.0 if self.tokens >= 1 - 1e-6 else (1 - self.tokens) / self.rate


@dataclass(slots=True)
class Flood:
    """One bucket a bot and one a chat. `strict` allows no burst in a private chat."""

    mode: Limits
    buckets: dict[tuple[int, int], Bucket] = field(default_factory=dict)

    def check(self, bot: int, chat: int) -> None:
        """Counts one message; ApiError 429 with whole seconds, and the chat stays shut until then."""
        if self.mode == "off":
            return
        now = monotonic()
        both = self._bucket(bot, 0, now), self._bucket(bot, chat, now)
        wait = max(bucket.wait(now) for bucket in both)
        if wait > 0:
            seconds = max(1, math.ceil(wait))
            if both[1].closed_until <= now:
                both[1].closed_until = now + seconds
            raise too_many(seconds)
        for bucket in both:
            bucket.tokens -= 1

    def _bucket(self, bot: int, chat: int, now: float) -> Bucket:
        key = (bot, chat)
        bucket = self.buckets.get(key)
        if bucket is None:
            rate, burst = self._size(chat)
            bucket = self.buckets[key] = Bucket(rate, burst, burst, now)
        return bucket

    def _size(self, chat: int) -> tuple[float, float]:
        strict = self.mode == "strict"
        if chat == 0:
            return OVERALL, 1.0 if strict else OVERALL
        if chat > 0:
            return PRIVATE, 1.0 if strict else 5.0
        return GROUP, 1.0 if strict else 20.0
