"""Quiet hours, and the stretches of a local day outside them, exact over every change of the clocks. Pure.

Quiet hours are times of the wall clock; a stretch is a piece of real time. Between two changes of the clocks the
one is the other less a constant, so a day is cut at the changes and each piece is worked out by itself.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

_SECOND, _DAY = timedelta(seconds=1), timedelta(days=1)
_STEP = timedelta(hours=6)  # no zone has changed its clocks twice within so short a time
_WIDEST = timedelta(hours=26)  # further from Greenwich than any clock was ever set


@dataclass(frozen=True, slots=True)
class Quiet:
    """From `start` up to but not including `end`, over midnight when `end` is the earlier; equal: never."""

    start: time
    end: time

    @classmethod
    def of(cls, quiet_from: str, quiet_to: str) -> Quiet:
        """From local "HH:MM" texts, as a school or a person has set them."""
        return cls(time.fromisoformat(quiet_from), time.fromisoformat(quiet_to))

    def at(self, wall: time) -> bool:
        """Whether it is quiet when the clock on the wall shows `wall`."""
        if self.start <= self.end:
            return self.start <= wall < self.end
        return wall >= self.start or wall < self.end


@dataclass(frozen=True, slots=True)
class Window:
    """Aware moments in UTC, `end` not included."""

    start: datetime
    end: datetime

    def holds(self, moment: datetime) -> bool:
        return self.start <= moment < self.end


@lru_cache(maxsize=4096)
def windows_of(day: date, zone: str, quiet: Quiet) -> tuple[Window, ...]:
    """When on that local day messages may leave, in order, none touching the next.

    Usually one; two around quiet hours in the middle of a day; none on a day that a zone left out of its calendar.
    """
    stretches = _stretches(quiet)
    found = [
        window
        for start, end, offset in _pieces(day, zone)
        for first, last in stretches
        if (window := _cut(day, first - offset, last - offset, start, end)) is not None
    ]
    return tuple(_joined(sorted(found, key=lambda window: window.start)))


def window_of(day: date, zone: str, quiet: Quiet) -> Window | None:
    """The longest of the day's windows, the earlier of two equal ones; None on a day that has none."""
    return max(windows_of(day, zone, quiet), key=lambda window: window.end - window.start, default=None)


def _stretches(quiet: Quiet) -> tuple[tuple[timedelta, timedelta], ...]:
    """What is not quiet of a wall clock's day, as times since its midnight."""
    start, end = _since_midnight(quiet.start), _since_midnight(quiet.end)
    if start == end:
        return ((timedelta(0), _DAY),)
    if start > end:
        return ((end, start),)
    return tuple(pair for pair in ((timedelta(0), start), (end, _DAY)) if pair[0] < pair[1])


def _since_midnight(wall: time) -> timedelta:
    return timedelta(hours=wall.hour, minutes=wall.minute, seconds=wall.second)


def _pieces(day: date, zone: str) -> Iterator[tuple[datetime, datetime, timedelta]]:
    """Real time around a local day, cut where the clocks change, each piece with its offset from UTC."""
    where, noon = ZoneInfo(zone), datetime.combine(day, time(12), UTC)
    start, last = noon - _DAY / 2 - _WIDEST, noon + _DAY / 2 + _WIDEST
    known, offset = start, _offset(start, where)
    while known < last:
        ahead = min(known + _STEP, last)
        if _offset(ahead, where) != offset:
            ahead = _change(known, ahead, where)
            yield start, ahead, offset
            start, offset = ahead, _offset(ahead, where)
        known = ahead
    yield start, last, offset


def _offset(moment: datetime, where: ZoneInfo) -> timedelta:
    return moment.astimezone(where).utcoffset() or timedelta(0)


def _change(before: datetime, after: datetime, where: ZoneInfo) -> datetime:
    """The first second at which the clock no longer has the offset that it has at `before`."""
    offset = _offset(before, where)
    while after - before > _SECOND:
        middle = before + (after - before) // _SECOND // 2 * _SECOND
        before, after = (middle, after) if _offset(middle, where) == offset else (before, middle)
    return after


def _cut(day: date, first: timedelta, last: timedelta, start: datetime, end: datetime) -> Window | None:
    midnight = datetime.combine(day, time(), UTC)
    window = Window(max(midnight + first, start), min(midnight + last, end))
    return window if window.start < window.end else None


def _joined(windows: list[Window]) -> Iterator[Window]:
    """A change of the clocks inside a window does not part it."""
    held: Window | None = None
    for window in windows:
        if held is not None and window.start <= held.end:
            held = Window(held.start, window.end)
            continue
        if held is not None:
            yield held
        held = window
    if held is not None:
        yield held
