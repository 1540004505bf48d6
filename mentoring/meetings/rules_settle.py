"""What the sides' words and the passing of time make of a meeting. Pure.

A meeting counts when one side says it took place and the other does not deny it within three days. A side's word
is yes as soon as one of its people says so; it is no when all who were coming say so, so that one absent mentee of
a group contradicts nobody.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from mentoring.meetings.rules import (
    HEARD,
    OFFERED,
    SHIPPED,
    Limits,
    Meeting,
    Reply,
    Side,
    State,
    Turn,
    Wanted,
    What,
)
from mentoring.meetings.rules_days import Days, school_days_later


def expires_at(meeting: Meeting, days: Days, limits: Limits = SHIPPED) -> datetime:
    """When an open proposal ends by itself: after three school days, or when its last time begins."""
    last = max(slot.start for slot in meeting.slots)
    return min(last, school_days_later(days, meeting.offered_at, limits.expires_school_days))


def checkin_closes(meeting: Meeting, limits: Limits = SHIPPED) -> datetime | None:
    """A first word late in the week still leaves the other side its three days."""
    if meeting.time is None:
        return None
    closes = meeting.time.end + timedelta(days=limits.checkin_days)
    return max(closes, meeting.heard_at + _confirm(limits)) if meeting.heard_at else closes


def settles_at(meeting: Meeting, days: Days, limits: Limits = SHIPPED) -> datetime | None:
    """The moment from which time alone ends the meeting; None when it has ended."""
    if meeting.state in OFFERED:
        return expires_at(meeting, days, limits)
    if meeting.state in HEARD and meeting.heard_at:
        return meeting.heard_at + _confirm(limits)
    return checkin_closes(meeting, limits) if meeting.state is State.AGREED else None


def settle(meeting: Meeting, now: datetime, days: Days, limits: Limits = SHIPPED) -> Turn:
    """The meeting as it is `now`, when nobody presses anything. Does nothing twice."""
    at = settles_at(meeting, days, limits)
    if at is None or now < at:
        return Turn(meeting)
    if meeting.state in HEARD:
        return ended(meeting, verdict(meeting, final=True), at)
    return ended(meeting, State.EXPIRED if meeting.state in OFFERED else State.LAPSED, at)


def ended(meeting: Meeting, state: State, at: datetime) -> Turn:
    """The meeting in an end state, with what that makes worth saying."""
    over = replace(meeting, state=state, ended_at=at)
    if state is State.DENIED:
        return Turn(over, (Wanted(What.DISAGREEMENT, None),))
    if state is State.NOT_HELD:
        mentors = [person for person in meeting.people(Side.MENTOR) if person in meeting.coming]
        return Turn(over, tuple(Wanted(What.OFFER_NEW_TIME, person) for person in mentors))
    return Turn(over)


def word_of(meeting: Meeting, side: Side, final: bool) -> bool | None:
    """What a side says of the meeting; with `final` those who kept silent no longer matter."""
    said = {person: word.held for person, word in meeting.checkins if word.held is not None}
    words = [said[one.person_id] for one in meeting.participants if one.side is side and one.person_id in said]
    if any(words):
        return True
    return False if words and (final or _all_spoke(meeting, side, said)) else None


def verdict(meeting: Meeting, final: bool) -> State:
    """The state that the words given so far make; an end state when both sides have spoken, or with `final`."""
    words = {word_of(meeting, side, final) for side in Side}
    if words == {True, False}:
        return State.DENIED
    if final or None not in words:
        return State.COUNTED if True in words else State.NOT_HELD
    return State.HAPPENED if True in words else State.MISSED


def _all_spoke(meeting: Meeting, side: Side, said: dict[int, bool]) -> bool:
    coming = (one for one in meeting.participants if one.side is side and one.reply is Reply.COMING)
    return all(one.person_id in said for one in coming)


def _confirm(limits: Limits) -> timedelta:
    return timedelta(days=limits.confirm_days)
