"""Which meetings concern a person first: what waits for a word of theirs, what is to come, what has been. Pure."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import datetime
from enum import IntEnum

from mentoring.meetings.rules import HEARD, OFFERED, SHIPPED, Limits, Meeting, Reply, State
from mentoring.meetings.rules_kinds import SHIPPED as KINDS
from mentoring.meetings.rules_kinds import Kind, Leaves
from mentoring.meetings.rules_settle import checkin_closes


class Stand(IntEnum):
    """How a meeting stands for one person, most pressing first."""

    ANSWER = 0  # a time is on offer, or agreed by others, and this person has not answered
    CHECKIN = 1  # it is over by the clock, and this person has not said whether it took place
    COMING = 2
    WAITING = 3  # others have to answer
    PAST = 4


def stand(meeting: Meeting, person_id: int, now: datetime) -> Stand:
    """Of a settled meeting. Whoever is not among its people waits for nothing."""
    who = meeting.of(person_id)
    if not meeting.live or who is None or who.reply is Reply.DECLINED:
        return Stand.COMING if _ahead(meeting, now) else Stand.WAITING if meeting.live else Stand.PAST
    if who.reply is Reply.ASKED and (meeting.state in OFFERED or _ahead(meeting, now)):
        return Stand.ANSWER
    if meeting.state in OFFERED:
        return Stand.WAITING
    if _ahead(meeting, now):
        return Stand.COMING
    return Stand.CHECKIN if awaits_word(meeting, person_id, now) else Stand.WAITING


def _ahead(meeting: Meeting, now: datetime) -> bool:
    return meeting.state is State.AGREED and meeting.time is not None and now < meeting.time.end


def awaits_word(meeting: Meeting, person_id: int, now: datetime, limits: Limits = SHIPPED) -> bool:
    """Whether the person may check in and has not: neither said it nor passed it over."""
    closes = checkin_closes(meeting, limits)
    if closes is None or meeting.time is None or meeting.state not in HEARD | {State.AGREED}:
        return False
    begun = meeting.logged or now >= meeting.time.end
    return begun and now < closes and person_id in meeting.coming and meeting.checkin(person_id) is None


def ordered(meetings: Iterable[Meeting], person_id: int, now: datetime) -> list[Meeting]:
    """Most pressing first; what is to come by its time, what has been from the latest back."""
    return sorted(meetings, key=lambda one: _key(one, stand(one, person_id, now)))


def _key(meeting: Meeting, place: Stand) -> tuple[int, float]:
    moment = (meeting.time or min(meeting.slots)).start.timestamp()
    return place, -moment if place is Stand.PAST else moment


def counted_for_all(meetings: Collection[Meeting], people: Iterable[int]) -> frozenset[Kind]:
    """The kinds that have counted for everyone of `people`; one who joined late has none of them yet."""
    held = [one for one in meetings if one.state is State.COUNTED]
    each = [frozenset(one.kind for one in held if person in one.coming) for person in people]
    return frozenset.intersection(*each) if each else frozenset()


def asks_fit(meeting: Meeting, person_id: int) -> bool:
    """Whether this person may say of the meeting whether they want to go on."""
    asked = Leaves.FIT in KINDS[meeting.kind].leaves and meeting.state in (State.HAPPENED, State.COUNTED)
    return asked and person_id in meeting.coming
