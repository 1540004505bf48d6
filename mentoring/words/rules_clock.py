"""Times of day as people say them. Pure.

An hour from one to six without morning or evening is in the afternoon, from eight to twelve in the morning: that
is when schools meet. Seven is either, so it is nothing.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

NIGHT = (0, 4)
# The hours that may be said with a part of the day are more than the part itself: "в 5 вечера", "в 3 утра".
_REACH = {NIGHT: (0, 5), (4, 12): (1, 12), (12, 14): (12, 19), (18, 24): (16, 24)}


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day; `vague` when it could be before or after noon; `zone` in hours from UTC where said."""

    hour: int
    minute: int = 0
    second: int = 0
    grain: str = "hour"
    vague: bool = False
    zone: int | None = None

    def __post_init__(self) -> None:
        if self.hour == 24 and (self.minute or self.second):
            raise ValueError(self.hour)
        if not (0 <= self.hour <= 24 and 0 <= self.minute < 60 and 0 <= self.second < 60):
            raise ValueError(self.hour)

    @classmethod
    def said(cls, hour: int, minute: int | None = None) -> Clock:
        """An hour in words or alone: "в три", "в 15"."""
        return cls(hour, minute or 0, grain="hour" if minute is None else "minute", vague=1 <= hour <= 12)

    @classmethod
    def digits(cls, hour: str, minute: int, second: int | None = None) -> Clock:
        """Hours and minutes as a clock shows them; only "3:15", never "03:15" or "10:15", can be after noon."""
        vague = 1 <= int(hour) <= 6 and len(hour) == 1
        return cls(int(hour), minute, second or 0, "minute" if second is None else "second", vague)

    def during(self, part: tuple[int, int]) -> Clock:
        """With morning, day, evening or night said. ValueError where they contradict ("15 утра")."""
        low, high = _REACH.get(part, part)
        hour = self.hour % 12 if 1 <= self.hour <= 12 else self.hour
        if part == NIGHT and hour >= 10:
            low, high = 22, 24
        if hour < low:
            hour += 12
        if not low <= hour < high:
            raise ValueError(hour)
        return replace(self, hour=hour, vague=False)

    def settled(self) -> Clock:
        """The hours of a school where nothing else was said. ValueError for seven, which is either."""
        if not self.vague:
            return self
        if self.hour == 7:
            raise ValueError(self.hour)
        return replace(self, hour=self.hour + 12 if self.hour < 7 else self.hour, vague=False)

    def after(self, other: Clock) -> Clock:
        """As the end of a time that began at `other`, which is settled: "с 10 до 2"."""
        if not self.vague:
            return self
        near = replace(self, vague=False)
        return near if near.minutes > other.minutes else replace(near, hour=near.hour % 12 + 12)

    @property
    def minutes(self) -> int:
        return self.hour * 60 + self.minute

    def on(self, day: datetime) -> datetime:
        """This time on that day, which begins at midnight."""
        return day + timedelta(hours=self.hour, minutes=self.minute, seconds=self.second)
