"""Pausing a pair and taking it up again: illness, leave, exams. Days of a pause are nobody's silence. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from mentoring.errors import ProgrammeError
from mentoring.meetings.rules_days import Days


@dataclass(frozen=True, slots=True)
class Pause:
    """From `first` up to but not including `until`, the day the pair goes on by itself."""

    first: date
    until: date
    by: int

    def covers(self, day: date) -> bool:
        return self.first <= day < self.until


LONGEST = 184  # days; a pair that rests longer is better ended and begun anew
SUGGESTED = 14  # days


def paused(pauses: Sequence[Pause], day: date) -> bool:
    return any(pause.covers(day) for pause in pauses)


def pause(pauses: Sequence[Pause], by: int, day: date, until: date) -> tuple[Pause, ...]:
    """The pauses with one from `day` on; one that is running gets the new end. It always has one, so that no pair
    is forgotten.

    Raises ProgrammeError `error-pause-end` (not after `day`) or `error-pause-long` (with `days`).
    """
    if until <= day:
        raise ProgrammeError("error-pause-end")
    if until > day + timedelta(days=LONGEST):
        raise ProgrammeError("error-pause-long", days=LONGEST)
    running = [one for one in pauses if one.covers(day)]
    if running:
        return tuple(replace(one, until=until) if one in running else one for one in pauses)
    return (*pauses, Pause(day, until, by))


def resume(pauses: Sequence[Pause], day: date) -> tuple[Pause, ...]:
    """Ends what is running on `day`; without a running pause nothing changes."""
    cut = (replace(one, until=day) if one.covers(day) else one for one in pauses)
    return tuple(one for one in cut if one.first < one.until)


def active_days(pauses: Sequence[Pause], start: date, end: date, days: Days) -> int:
    """School days from `start` up to but not including `end`, without those of a pause; never below nought."""
    total, reached = max(0, days.school_days_between(start, end)), start
    for one in sorted(pauses, key=lambda one: one.first):
        first, last = max(one.first, reached), min(one.until, end)
        if first < last:
            total, reached = total - days.school_days_between(first, last), last
    return total
