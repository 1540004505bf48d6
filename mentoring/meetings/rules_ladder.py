"""Who hears of a pair that needs help, and in what order: gently the person, the other side, the curator, then the
deputy or the psychologist. Pure.

At most one rung a working day; any reaction stops it. What a ladder goes by is copied when it starts, so a later
change of the school's data disturbs none that is running. A rung comes late rather than never.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from mentoring.meetings.rules_days import Days
from mentoring.meetings.rules_radar import Colour, Health, Reason


class To(StrEnum):
    """Who a rung speaks to; which people these are is the caller's to find."""

    MENTOR = "mentor"
    MENTEE = "mentee"
    PERSON = "person"  # whose mood is low: `Ladder.about`
    CURATOR = "curator"
    DEPUTY = "deputy"
    PSYCHOLOGIST = "psychologist"


@dataclass(frozen=True, slots=True)
class Rung:
    """`wait`: school days after the rung before (or the start), at least one between two rungs."""

    to: To
    wait: int = 3


_GENTLE = (Rung(To.MENTOR, 0), Rung(To.MENTEE), Rung(To.CURATOR), Rung(To.DEPUTY, 5))
# Mentees never write first, so the mentor is asked first. A mood is nobody's business but one's own: the other
# side is left out, and the psychologist comes in place of the deputy. Of a disagreement the curator has heard when
# it arose (`rules_settle.ended`); the ladder only reminds.
SHIPPED: Mapping[Reason, tuple[Rung, ...]] = {
    Reason.OVERDUE: (Rung(To.CURATOR, 0), Rung(To.DEPUTY, 5)),
    Reason.SILENT: _GENTLE,
    Reason.MISSED: _GENTLE,
    Reason.UNANSWERED: _GENTLE,
    Reason.MOVED: _GENTLE[:3],
    Reason.MOOD: (Rung(To.PERSON, 0), Rung(To.CURATOR, 5), Rung(To.PSYCHOLOGIST, 5)),
    Reason.DISAGREEMENT: (Rung(To.CURATOR, 3), Rung(To.DEPUTY, 5)),
}
# School days of peace after a reaction, whatever comes up, and before the same reason is taken up again.
REST = 5
REST_SAME: Mapping[Reason, int] = {**dict.fromkeys(SHIPPED, REST), Reason.OVERDUE: 20, Reason.MOOD: 20}


@dataclass(frozen=True, slots=True)
class Ladder:
    """`climbed`: the dates of the rungs already taken. `health` and `rungs` are as they were at the start."""

    pair_id: int
    reason: Reason
    started: date
    rungs: tuple[Rung, ...]
    health: Health
    about: frozenset[int] = frozenset()
    climbed: tuple[date, ...] = ()
    stopped: date | None = None
    stopped_by: int | None = None

    @property
    def running(self) -> bool:
        return self.stopped is None and len(self.climbed) < len(self.rungs)


def start(
    health: Health, former: Sequence[Ladder], days: Days, table: Mapping[Reason, tuple[Rung, ...]] = SHIPPED
) -> Ladder | None:
    """A ladder for the most pressing reason that has none yet; `former` are all the pair's ladders.

    None when all is well, the pair is paused, a ladder still runs, or somebody reacted a few days ago. What is
    overdue waits for none of these: its ladder takes the place of the one that runs.
    """
    if health.colour is Colour.PAUSED:
        return None
    if Reason.OVERDUE in health.reasons and not _known(health, former, days):
        return Ladder(health.pair_id, Reason.OVERDUE, health.on, table[Reason.OVERDUE], health)
    if any(one.running or _rests(one, health.on, REST, days) for one in former):
        return None
    others = (one for one in health.reasons if one in table and one is not Reason.OVERDUE)
    reasons = (one for one in others if not _had(one, former, health.on, days))
    reason = next(reasons, None)
    if reason is None:
        return None
    about = health.low if reason is Reason.MOOD else frozenset()
    return Ladder(health.pair_id, reason, health.on, table[reason], health, about)


def climb(ladder: Ladder, health: Health, days: Days) -> tuple[Ladder, Rung | None]:
    """The rung to take on the day of `health`, if any. On a day without school nobody is asked anything; when the
    reason has gone the ladder stops by itself, climbed to its end or not, and so may start anew another time.
    """
    today = health.on
    if ladder.stopped is None and ladder.reason not in health.reasons:
        return replace(ladder, stopped=today), None
    if not ladder.running:
        return ladder, None
    rung = ladder.rungs[len(ladder.climbed)]
    if not days.is_school_day(today) or today < _earliest(ladder, rung, days):
        return ladder, None
    return replace(ladder, climbed=(*ladder.climbed, today)), rung


def react(ladder: Ladder, person_id: int, today: date) -> Ladder:
    """Any reaction of anyone concerned stops it: a proposal, an answer, a check-in, a press of "later"."""
    return replace(ladder, stopped=today, stopped_by=person_id) if ladder.stopped is None else ladder


def _earliest(ladder: Ladder, rung: Rung, days: Days) -> date:
    if not ladder.climbed:
        return days.add_school_days(ladder.started, rung.wait)
    return days.add_school_days(ladder.climbed[-1], max(1, rung.wait))


def _known(health: Health, former: Sequence[Ladder], days: Days) -> bool:
    """Whether the curator has heard of this very silence, gently or not, and nobody has reacted long ago."""
    heard = (one for one in former if one.reason is Reason.SILENT and _reached(one, To.CURATOR))
    gently = any(days.school_days_between(one.started, health.on) < health.days for one in heard)
    return gently or _had(Reason.OVERDUE, former, health.on, days)


def _reached(ladder: Ladder, to: To) -> bool:
    return to in [rung.to for rung in ladder.rungs[: len(ladder.climbed)]]


def _had(reason: Reason, former: Sequence[Ladder], today: date, days: Days) -> bool:
    """Whether the reason's ladder has been climbed to its end, or was stopped too short a while ago."""
    same = [one for one in former if one.reason is reason]
    return any(one.stopped is None or _rests(one, today, REST_SAME.get(reason, REST), days) for one in same)


def _rests(ladder: Ladder, today: date, rest: int, days: Days) -> bool:
    """Whether somebody's reaction is fresh; a ladder whose reason went by itself holds up nothing."""
    if ladder.stopped is None or ladder.stopped_by is None:
        return False
    return days.school_days_between(ladder.stopped, today) < rest
