"""What a clock on the wall shows around a change of the clocks, said apart from the code under test.

The only thing asked of a zone is its offset at a moment in UTC; gaps, folds and days that never were follow from
the stretches between two changes. A wall clock's time is written as a datetime labelled UTC.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo, available_timezones

SECOND, MINUTE, HOUR, DAY = (timedelta(**{unit: 1}) for unit in ("seconds", "minutes", "hours", "days"))
ZONES = sorted(zone for zone in available_timezones() if zone != "localtime")
NEAR = 12 * DAY


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of real time, `end` not included, with one offset."""

    start: datetime
    end: datetime
    offset: timedelta


@dataclass(frozen=True, slots=True)
class Wall:
    pieces: tuple[Piece, ...]

    def shows(self, moment: datetime) -> datetime:
        return next(moment + one.offset for one in self.pieces if one.start <= moment < one.end)

    def day(self, moment: datetime) -> date:
        return self.shows(moment).date()

    def showing(self, wall: datetime) -> list[datetime]:
        """Every moment at which it shows that: none in a gap, two in a fold, else one."""
        moments = [(wall - one.offset, one) for one in self.pieces]
        return [moment for moment, one in moments if one.start <= moment < one.end]

    def changes(self) -> list[datetime]:
        return [one.start for one in self.pieces[1:]]

    def jump_over(self, wall: datetime) -> tuple[datetime, datetime]:
        """For a time that is never shown: the change that leaves it out, and the moment as long after it."""
        for former, later in zip(self.pieces, self.pieces[1:], strict=False):
            if former.end + former.offset <= wall < later.start + later.offset:
                return later.start, wall - former.offset
        raise AssertionError("the time is shown, or too far away")

    def fits(self, moment: datetime, day: date, clock: time) -> bool:
        """Whether it is the first moment at which that is shown, or the nearest where it never is."""
        wall = datetime.combine(day, clock, UTC)
        shown = self.showing(wall)
        if shown:
            return moment == shown[0]
        change, after = self.jump_over(wall)
        return change <= moment <= after


def offset_of(moment: datetime, zone: str) -> timedelta:
    found = moment.astimezone(ZoneInfo(zone)).utcoffset()
    assert found is not None
    return found


def changes(zone: str, first: datetime, last: datetime, step: timedelta = DAY) -> Iterator[datetime]:
    """The seconds at which the zone's offset changes."""
    known, offset = first, offset_of(first, zone)
    while known < last:
        ahead = known + step
        if offset_of(ahead, zone) != offset:
            low, high = known, ahead
            while high - low > SECOND:
                middle = low + (high - low) // SECOND // 2 * SECOND
                low, high = (middle, high) if offset_of(middle, zone) == offset else (low, middle)
            yield high
            offset = offset_of(ahead, zone)
        known = ahead


def wall_around(zone: str, moment: datetime) -> Wall:
    first, last = moment - NEAR, moment + NEAR
    marks = [first, *changes(zone, first, last - DAY), last]
    pairs = zip(marks, marks[1:], strict=False)
    return Wall(tuple(Piece(start, end, offset_of(start, zone)) for start, end in pairs))
