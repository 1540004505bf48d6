"""What the passing of time makes worth saying about a meeting: a function of its facts and now. Pure.

Nothing is scheduled. A moved meeting has another revision and a cancelled one another state, so their old
reminders are not due any more; what was said is kept by the caller under `Due.once`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum

from mentoring.meetings.rules import LIVE, OFFERED, PLACED, SHIPPED, Limits, Meeting, State
from mentoring.meetings.rules_days import Days, at_clock, day_before, school_days_later
from mentoring.meetings.rules_settle import checkin_closes, expires_at, settle, settles_at


class Rule(StrEnum):
    EVE = "meeting-eve"
    SHORTLY = "meeting-shortly"
    CHECKIN = "meeting-checkin"
    CHECKIN_AGAIN = "meeting-checkin-again"
    UNANSWERED = "meeting-unanswered"
    EXPIRED = "meeting-expired"
    FIT = "fit-asked"
    FIT_AGAIN = "fit-asked-again"


@dataclass(frozen=True, slots=True)
class Due:
    """One thing to say to one person between `due_at` and `expires_at` (aware, UTC; not said from then on).

    `urgent`: about today's meeting, so no daily cap holds it back. `key` with `params` is its text.
    """

    rule: Rule
    version: int
    subject_id: int
    revision: int
    occurrence: int
    person_id: int
    due_at: datetime
    expires_at: datetime
    urgent: bool
    key: str
    params: Mapping[str, object] = field(default_factory=dict, hash=False)

    @property
    def once(self) -> str:
        """Its unique key."""
        parts = (self.version, self.subject_id, self.revision, self.occurrence, self.person_id)
        return "/".join((self.rule, *map(str, parts)))

    def open_at(self, now: datetime) -> bool:
        return self.due_at <= now < self.expires_at


# Raised when a rule is to be said again to those who have heard its former version.
VERSIONS: Mapping[Rule, int] = dict.fromkeys(Rule, 1)
_DAY = timedelta(days=1)


def due(meeting: Meeting, now: datetime, days: Days, limits: Limits = SHIPPED) -> list[Due]:
    """What may be said now, in the order it became due. A late tick finds only what still makes sense."""
    settled = settle(meeting, now, days, limits).meeting
    return sorted((one for one in ahead(settled, days, limits) if one.open_at(now)), key=lambda one: one.due_at)


def wakes_at(meeting: Meeting, now: datetime, days: Days, limits: Limits = SHIPPED) -> datetime | None:
    """The next moment at which this meeting needs a look; None when it never will by itself. To be stored and
    indexed, so that a tick reads only what is due.
    """
    moments = [one.due_at for one in ahead(meeting, days, limits)]
    end = settles_at(meeting, days, limits)
    return min((at for at in (*moments, *([end] if end else ())) if at > now), default=None)


def ahead(meeting: Meeting, days: Days, limits: Limits = SHIPPED) -> list[Due]:
    """Everything that time will make worth saying if nothing else happens to the meeting."""
    if meeting.state in OFFERED:
        return [*_unanswered(meeting, expires_at(meeting, days, limits), days, limits)]
    if meeting.state is State.EXPIRED:
        return [*_expired(meeting)]
    if meeting.state not in LIVE | PLACED or meeting.logged:
        return []
    return [*_before(meeting, days, limits), *_after(meeting, days, limits)]


def _due(meeting: Meeting, rule: Rule, person: int, at: datetime, until: datetime, urgent: bool = False) -> Due:
    params = {"kind": meeting.kind, "slots": meeting.slots, "time": meeting.time, "place": meeting.place}
    return Due(
        rule, VERSIONS[rule], meeting.id, meeting.revision, 0, person, at, until, urgent, f"due-{rule}", params
    )


def _unanswered(meeting: Meeting, until: datetime, days: Days, limits: Limits) -> Iterator[Due]:
    """Those who have not answered are asked once more, one school day later."""
    at = school_days_later(days, meeting.offered_at, limits.asked_again_school_days)
    return (_due(meeting, Rule.UNANSWERED, person, at, until) for person in meeting.unanswered)


def _expired(meeting: Meeting) -> Iterator[Due]:
    """The proposer alone hears that nobody answered; within the week, later it is of no use."""
    if meeting.ended_at:
        yield _due(meeting, Rule.EXPIRED, meeting.proposed_by, meeting.ended_at, meeting.ended_at + 7 * _DAY)


def _before(meeting: Meeting, days: Days, limits: Limits) -> Iterator[Due]:
    """A reminder that would come at once, since the time was agreed after its moment, is left out."""
    time, agreed = meeting.time, meeting.agreed_at
    if meeting.state is not State.AGREED or time is None or agreed is None:
        return
    yield from _unanswered(meeting, time.start, days, limits)
    eve, shortly = day_before(days, time.start, limits.eve), time.start - limits.shortly
    for person in meeting.coming:
        if agreed < eve:
            yield _due(meeting, Rule.EVE, person, eve, time.start)
        if agreed < shortly:
            yield _due(meeting, Rule.SHORTLY, person, shortly, time.start, urgent=True)


def _after(meeting: Meeting, days: Days, limits: Limits) -> Iterator[Due]:
    """Asked at the end of the meeting, and once more on the next school day; whoever has said or skipped it is
    not asked again. The first word asks the other side itself, so that side's first question falls away.
    """
    time, closes = meeting.time, checkin_closes(meeting, limits)
    if time is None or closes is None or meeting.state in (State.DENIED, State.NOT_HELD):
        return
    again = at_clock(days, days.add_school_days(days.local_day(time.end), 1), limits.again)
    for person in meeting.coming:
        if meeting.checkin(person) is None:
            if not _asked_by_word(meeting, person):
                yield _due(meeting, Rule.CHECKIN, person, time.end, min(again, closes), urgent=True)
            yield _due(meeting, Rule.CHECKIN_AGAIN, person, again, closes)


def _asked_by_word(meeting: Meeting, person_id: int) -> bool:
    first, own = meeting.of(meeting.heard_by or 0), meeting.of(person_id)
    return first is not None and own is not None and first.side is not own.side
