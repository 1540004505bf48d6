"""The health of a pair: did they meet, in school days. Pure.

Chat activity says nothing, teachers meet in the corridor. Thresholds are data of the school. A curator hears
*that* a pair needs help, never what was said: `for_curator` leaves of a low mood that support would be welcome.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from mentoring.meetings.rules import LIVE, Meeting, State
from mentoring.meetings.rules_checkin import LOW_MOOD
from mentoring.meetings.rules_days import Days
from mentoring.meetings.rules_pause import Pause, active_days, paused


class Colour(StrEnum):
    GREEN = "green"
    YELLOW = "yellow"
    RED = "red"
    PAUSED = "paused"


class Reason(StrEnum):
    OVERDUE = "overdue"  # no meeting for so long that the curator has to know, whatever the pair is about to do
    SILENT = "silent"  # no meeting for long
    MISSED = "missed"
    DISAGREEMENT = "disagreement"
    UNANSWERED = "unanswered"
    MOVED = "moved"
    MOOD = "mood"
    SUPPORT = "support"  # a mood as the curator hears of it


@dataclass(frozen=True, slots=True)
class Thresholds:
    """`yellow`/`red`: school days since the last counted meeting; the others: how often since then. A `mood` of so
    much or less, `mood_times` running from the same person.
    """

    yellow: int = 21
    red: int = 35
    missed: int = 2
    unanswered: int = 2
    moved: int = 3
    mood: int = LOW_MOOD
    mood_times: int = 2


SHIPPED = Thresholds()


@dataclass(frozen=True, slots=True)
class Facts:
    """A pair as the radar sees it. `since`: local date of the last counted meeting, or of the pair's beginning;
    the counts are of what came after (`unanswered`: proposals and check-ins that nobody answered). `low` are those
    whose mood has been low often enough; `next_on`: an agreed meeting ahead.
    """

    pair_id: int
    since: date
    missed: int = 0
    disagreements: int = 0
    unanswered: int = 0
    moved: int = 0
    low: frozenset[int] = frozenset()
    next_on: date | None = None
    pauses: tuple[Pause, ...] = ()


@dataclass(frozen=True, slots=True)
class Health:
    """A snapshot: what was seen on `on` and by which thresholds. `days`: school days since the last meeting."""

    pair_id: int
    on: date
    colour: Colour
    reasons: tuple[Reason, ...]
    days: int
    low: frozenset[int] = field(default=frozenset(), repr=False)
    thresholds: Thresholds = SHIPPED


def facts_of(
    pair_id: int,
    began: date,
    meetings: Iterable[Meeting],
    now: datetime,
    days: Days,
    pauses: Sequence[Pause] = (),
    thresholds: Thresholds = SHIPPED,
) -> Facts:
    """The radar's facts from a pair's meetings, settled before."""
    known = sorted(meetings, key=_moment)
    counted = [one for one in known if one.state is State.COUNTED]
    since = max([began, *(days.local_day(_moment(one)) for one in counted)])
    after = [one for one in known if one.state is not State.COUNTED and days.local_day(_moment(one)) >= since]
    return Facts(
        pair_id,
        since,
        missed=_number(after, State.NOT_HELD),
        disagreements=_number(after, State.DENIED),
        unanswered=_number(after, State.EXPIRED, State.LAPSED),
        moved=sum(one.moves for one in after),
        low=low_people(known, thresholds),
        next_on=_next(known, now, days),
        pauses=tuple(pauses),
    )


def low_people(meetings: Sequence[Meeting], thresholds: Thresholds = SHIPPED) -> frozenset[int]:
    """Whose last moods were all low; `meetings` in the order of time."""
    moods: dict[int, list[int]] = {}
    for meeting in meetings:
        for person, word in meeting.checkins:
            if word.mood is not None:
                moods.setdefault(person, []).append(word.mood)
    return frozenset(
        person for person, given in moods.items() if _low(given[-thresholds.mood_times :], thresholds)
    )


def health(facts: Facts, today: date, days: Days, thresholds: Thresholds = SHIPPED) -> Health:
    """The pair's colour and every reason for it, the most pressing first."""
    since = active_days(facts.pauses, facts.since, today, days)
    reasons = tuple(_reasons(facts, since, today, thresholds))
    if paused(facts.pauses, today):
        colour, reasons = Colour.PAUSED, ()
    elif Reason.OVERDUE in reasons:
        colour = Colour.RED
    else:
        colour = Colour.YELLOW if reasons else Colour.GREEN
    return Health(facts.pair_id, today, colour, reasons, since, facts.low, thresholds)


def for_curator(reasons: Iterable[Reason]) -> tuple[Reason, ...]:
    """The reasons a curator may read: a mood becomes the wish for support, whoever's it is."""
    shown = (Reason.SUPPORT if reason is Reason.MOOD else reason for reason in reasons)
    return tuple(dict.fromkeys(shown))


def _reasons(facts: Facts, since: int, today: date, thresholds: Thresholds) -> Iterator[Reason]:
    """A meeting agreed for the days to come is the answer to a yellow silence, not to a red one."""
    ahead = facts.next_on is not None and facts.next_on >= today
    found = {
        Reason.OVERDUE: since >= thresholds.red,
        Reason.DISAGREEMENT: facts.disagreements > 0,
        Reason.SILENT: not ahead and thresholds.yellow <= since < thresholds.red,
        Reason.MISSED: facts.missed >= thresholds.missed,
        Reason.MOOD: bool(facts.low),
        Reason.UNANSWERED: facts.unanswered >= thresholds.unanswered,
        Reason.MOVED: facts.moved >= thresholds.moved,
    }
    return (reason for reason, holds in found.items() if holds)


def _moment(meeting: Meeting) -> datetime:
    """Where a meeting stands in time: when it was to be, or when its times were offered."""
    return meeting.time.start if meeting.time else meeting.offered_at


def _number(meetings: Iterable[Meeting], *states: State) -> int:
    return sum(meeting.state in states for meeting in meetings)


def _next(meetings: Iterable[Meeting], now: datetime, days: Days) -> date | None:
    agreed = (one.time.start for one in meetings if one.state in LIVE and one.time and one.time.end > now)
    return min((days.local_day(start) for start in agreed), default=None)


def _low(moods: Sequence[int], thresholds: Thresholds) -> bool:
    return len(moods) >= thresholds.mood_times and max(moods) <= thresholds.mood
