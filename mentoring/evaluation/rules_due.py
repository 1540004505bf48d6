"""What the passing of days makes worth saying about the mutual evaluation: its facts and the day, no timer. Pure.

What was said is kept by the caller under `Due.once`. Days are the school's local ones and always school days.
Answered, void and closed occasions say nothing to the two; the curator hears once how it ended.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from mentoring.evaluation.rules import SHIPPED, Occasion, Settings, State, state_on
from mentoring.meetings.rules_days import Days


class Rule(StrEnum):
    OPENS = "mutual-opens"
    REMINDS = "mutual-reminds"
    CLOSED = "mutual-closed"  # to the curator: how many were given


VERSIONS: Mapping[Rule, int] = dict.fromkeys(Rule, 1)


@dataclass(frozen=True, slots=True)
class Limits:
    """School days. `reminders`: how many before the last day; `stale`: how long after its day a word is worth
    saying. Two reminders, then peace: the evaluation is asked for, never demanded.
    """

    reminders: tuple[int, ...] = (7, 2)
    stale: int = 3


USUAL = Limits()


@dataclass(frozen=True, slots=True)
class Due:
    """One thing to say to one person, from the school day `day` on, not on `until` any more.

    `subject` is an occasion's key, or the year for the word to the curator.
    """

    rule: Rule
    version: int
    subject: str
    occurrence: int
    person: int
    day: date
    until: date

    @property
    def once(self) -> str:
        """Its unique key."""
        return ":".join((self.rule, str(self.version), self.subject, str(self.occurrence), str(self.person)))


@dataclass(frozen=True, slots=True)
class Known:
    """`given` are the days on which answers were sent, by occasion's key; `gone` see `rules.state_on`."""

    given: Mapping[str, date]
    gone: Collection[int] = ()

    def state(self, occasion: Occasion, day: date, grace: int) -> State:
        return state_on(occasion, day, self.given.get(occasion.key), self.gone, grace)


def due(
    occasions: Iterable[Occasion], known: Known, today: date, days: Days,
    settings: Settings = SHIPPED, limits: Limits = USUAL,
) -> list[Due]:  # fmt: skip
    """What may be said to givers today, in the order it became due; nothing on a day without school."""
    if not days.is_school_day(today):
        return []
    waiting = (one for one in occasions if known.state(one, today, settings.grace) is State.OPEN)
    found = (item for one in waiting for item in _ahead(one, days, limits))
    now = (item for item in found if item.day <= today < item.until)
    return sorted(now, key=lambda item: (item.day, item.once))


def _ahead(occasion: Occasion, days: Days, limits: Limits) -> Iterator[Due]:
    """The last reminder in time takes the place of those before it; the opening is said as long as it is open."""
    begins = school_day(days, occasion.first)
    asked = sorted({days.add_school_days(occasion.last, -left) for left in limits.reminders})
    moments = [begins, *(day for day in asked if day > begins)]
    ends = [*moments[1:], occasion.last + timedelta(days=1)]
    for number, (day, until) in enumerate(zip(moments, ends, strict=True)):
        rule = Rule.REMINDS if number else Rule.OPENS
        yield Due(rule, VERSIONS[rule], occasion.key, max(number, 1), occasion.giver, day, until)


def closed(
    year: int, curators: Iterable[int], today: date, days: Days,
    settings: Settings = SHIPPED, limits: Limits = USUAL,
) -> list[Due]:  # fmt: skip
    """The word to each curator after the last day, the grace included."""
    day = school_day(days, settings.window.in_year(year)[1] + timedelta(days=settings.grace + 1))
    until = days.add_school_days(day, limits.stale)
    if not (days.is_school_day(today) and day <= today < until):
        return []
    version = VERSIONS[Rule.CLOSED]
    return [Due(Rule.CLOSED, version, str(year), 1, person, day, until) for person in curators]


def school_day(days: Days, day: date) -> date:
    """The day itself if there is school on it, else the next with school."""
    return day if days.is_school_day(day) else days.add_school_days(day, 1)
