"""Agreeing on a time: accepted, countered, declined, moved or called off. Pure.

It is agreed as soon as a mentor and a mentee take the same time; the proposer takes all of them. In a group the
others are then asked to join that time, and one who cannot come cancels it for nobody else.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from mentoring.errors import ProgrammeError
from mentoring.meetings.rules import (
    OFFERED,
    SHIPPED,
    File,
    Limits,
    Meeting,
    Participant,
    Reply,
    Side,
    State,
    Turn,
    Wanted,
    What,
)
from mentoring.meetings.rules_days import Days
from mentoring.meetings.rules_offer import Offer, checked, seats, to
from mentoring.meetings.rules_settle import settle


@dataclass(frozen=True, slots=True)
class Accept:
    """`slot` is a place among the meeting's times. Also takes part in a time that others have agreed."""

    revision: int
    slot: int


@dataclass(frozen=True, slots=True)
class Decline:
    """ "I cannot" to all that is offered, or to the time agreed; the meeting goes on if it can without me."""

    revision: int


@dataclass(frozen=True, slots=True)
class Reoffer:
    """Other times: a counter-proposal, the proposer's own second thought, or moving what was agreed."""

    revision: int
    offer: Offer


@dataclass(frozen=True, slots=True)
class Cancel:
    """Calls the meeting off for everyone; from one of several mentees it is a `Decline`."""

    revision: int


Event = Accept | Decline | Reoffer | Cancel


def apply(meeting: Meeting, event: Event, by: int, now: datetime, days: Days, limits: Limits = SHIPPED) -> Turn:
    """What the event makes of the meeting. A second press of the same button changes nothing.

    Raises ProgrammeError: `error-meeting-people` (none of yours), `error-meeting-over` (ended, or its time has
    passed), `error-meeting-stale` (the event saw other times), `error-meeting-slot-past`,
    `error-meeting-slot-other` (another time was agreed meanwhile), `error-meeting-move` (one of several mentees
    moves what is agreed), and as `rules_offer.checked` does.
    """
    who = meeting.of(by)
    if who is None:
        raise ProgrammeError("error-meeting-people")
    meeting = settle(meeting, now, days, limits).meeting
    if meeting.state not in OFFERED and not _ahead(meeting, now):
        raise ProgrammeError("error-meeting-over", state=meeting.state)
    if event.revision != meeting.revision:
        raise ProgrammeError("error-meeting-stale")
    return _applied(meeting, event, who, now, limits)


def _applied(meeting: Meeting, event: Event, who: Participant, now: datetime, limits: Limits) -> Turn:
    match event:
        case Accept(slot=slot):
            return _accept(meeting, who, slot, now)
        case Decline():
            return _decline(meeting, who, now)
        case Reoffer(offer=offer):
            return _reoffer(meeting, who, checked(offer, now, limits), now)
        case Cancel():
            return _cancel(meeting, who, now)


def call_off(meeting: Meeting, now: datetime) -> Turn:
    """The pair is paused or has ended: what was to come is cancelled, what took place is left to its check-in."""
    if meeting.state in OFFERED or _ahead(meeting, now):
        return _end(meeting, State.CANCELLED, None, now)
    return Turn(meeting)


def _ahead(meeting: Meeting, now: datetime) -> bool:
    """Agreed, and not yet over by the clock."""
    return meeting.state is State.AGREED and meeting.time is not None and now < meeting.time.end


def _accept(meeting: Meeting, who: Participant, slot: int, now: datetime) -> Turn:
    if not 0 <= slot < len(meeting.slots):
        raise ProgrammeError("error-meeting-stale")
    if meeting.state is State.AGREED:
        return _join(meeting, who, slot)
    if meeting.slots[slot].start <= now:
        raise ProgrammeError("error-meeting-slot-past", start=meeting.slots[slot].start)
    if who.person_id == meeting.proposed_by:
        return Turn(meeting)
    taken = _seat(meeting, replace(who, reply=Reply.COMING, slot=slot))
    return _agree(taken, slot, now) if _both(taken, slot) else Turn(taken)


def _both(meeting: Meeting, slot: int) -> bool:
    return {one.side for one in meeting.participants if _takes(one, slot)} == set(Side)


def _takes(one: Participant, slot: int) -> bool:
    return one.reply is Reply.COMING and one.slot in (None, slot)


def _agree(meeting: Meeting, slot: int, now: datetime) -> Turn:
    """Whoever took another of the times is asked again about this one."""
    agreed = replace(
        meeting,
        state=State.AGREED,
        chosen=slot,
        agreed_at=now,
        participants=tuple(_settled_seat(one, slot) for one in meeting.participants),
        sequence=meeting.sequence + meeting.invited,
        invited=True,
    )
    return Turn(agreed, to(agreed.coming, What.AGREED, File.REQUEST) + to(agreed.unanswered, What.JOIN))


def _settled_seat(one: Participant, slot: int) -> Participant:
    if one.reply is not Reply.COMING:
        return one
    return replace(one, slot=None, reply=Reply.COMING if _takes(one, slot) else Reply.ASKED)


def _join(meeting: Meeting, who: Participant, slot: int) -> Turn:
    if slot != meeting.chosen:
        raise ProgrammeError("error-meeting-slot-other", start=meeting.time.start if meeting.time else None)
    if who.reply is Reply.COMING:
        return Turn(meeting)
    own = Wanted(What.AGREED, who.person_id, File.REQUEST)
    joined = _seat(meeting, replace(who, reply=Reply.COMING))
    if who.reply is Reply.DECLINED:  # a calendar that was told to forget takes it back only with a higher number
        joined = replace(joined, sequence=joined.sequence + 1)
    return Turn(joined, (own, *to(_hosts(meeting, who), What.JOINED)))


def _decline(meeting: Meeting, who: Participant, now: datetime) -> Turn:
    """The proposer who declines takes the proposal back."""
    if who.reply is Reply.DECLINED:
        return Turn(meeting)
    agreed = meeting.state is State.AGREED
    if who.person_id == meeting.proposed_by and not agreed:
        return _end(meeting, State.CANCELLED, who, now)
    left = _seat(meeting, replace(who, reply=Reply.DECLINED, slot=None))
    if _stands(left):
        return _without(left, meeting, who)
    return _end(left, State.CANCELLED if agreed else State.DECLINED, who, now)


def _stands(meeting: Meeting) -> bool:
    """Whether each side still has somebody who comes or may yet come."""
    return {one.side for one in meeting.participants if one.reply is not Reply.DECLINED} == set(Side)


def _without(left: Meeting, before: Meeting, who: Participant) -> Turn:
    """Only the leaver's calendar forgets the meeting; the number rises so that it does."""
    wanted = to(_hosts(before, who), What.NOT_COMING)
    if not _has_file(before, who):
        return Turn(left, wanted)
    own = Wanted(What.CANCELLED, who.person_id, File.CANCEL)
    return Turn(replace(left, sequence=left.sequence + 1), (own, *wanted))


def _has_file(meeting: Meeting, who: Participant) -> bool:
    """Whether the meeting is in that person's calendar."""
    return meeting.state is State.AGREED and who.reply is Reply.COMING


def _hosts(meeting: Meeting, who: Participant) -> tuple[int, ...]:
    """Who hears that one person of several comes or not: the proposer and the mentors who are coming."""
    coming = [person for person in meeting.people(Side.MENTOR) if person in meeting.coming]
    return tuple(person for person in dict.fromkeys((meeting.proposed_by, *coming)) if person != who.person_id)


def _cancel(meeting: Meeting, who: Participant, now: datetime) -> Turn:
    own_proposal = who.person_id == meeting.proposed_by and meeting.state in OFFERED
    if own_proposal or who.side is Side.MENTOR or _only_one(meeting, who):
        return _end(meeting, State.CANCELLED, who, now)
    return _decline(meeting, who, now)


def _only_one(meeting: Meeting, who: Participant) -> bool:
    """Whether nobody else of that side may come."""
    return not any(
        one.side is who.side and one.reply is not Reply.DECLINED and one.person_id != who.person_id
        for one in meeting.participants
    )


def _reoffer(meeting: Meeting, who: Participant, offer: Offer, now: datetime) -> Turn:
    if meeting.state is not State.AGREED:
        countered = who.person_id != meeting.proposed_by
        state, what = (State.COUNTERED, What.COUNTERED) if countered else (State.PROPOSED, What.PROPOSED)
        return Turn(_offered(meeting, state, who, offer, now), to(meeting.others(who.person_id), what))
    if who.side is Side.MENTEE and not _only_one(meeting, who):
        raise ProgrammeError("error-meeting-move")
    return Turn(_offered(meeting, State.PROPOSED, who, offer, now), _told(meeting, meeting, What.MOVED, who))


def _offered(meeting: Meeting, state: State, who: Participant, offer: Offer, now: datetime) -> Meeting:
    """Everybody is asked anew, those too who could not come to the times before."""
    agreed = meeting.state is State.AGREED
    return replace(
        meeting,
        state=state,
        revision=meeting.revision + 1,
        sequence=meeting.sequence + agreed,
        moves=meeting.moves + agreed,
        participants=seats([(one.person_id, one.side) for one in meeting.participants], who.person_id),
        slots=offer.slots,
        place=offer.place,
        contact=offer.contact,
        proposed_by=who.person_id,
        offered_at=now,
        chosen=None,
        agreed_at=None,
    )


def _end(meeting: Meeting, state: State, who: Participant | None, now: datetime) -> Turn:
    """Ended by `who`, or by the pair's own end; an agreed meeting leaves the calendars it was put into."""
    over = replace(meeting, state=state, ended_at=now, sequence=meeting.sequence + (meeting.state is State.AGREED))
    what = What.DECLINED if state is State.DECLINED else What.CANCELLED
    heard = replace(meeting, participants=tuple(p for p in meeting.participants if p.reply is not Reply.DECLINED))
    return Turn(over, _told(meeting, heard, what, who))


def _told(before: Meeting, heard: Meeting, what: What, who: Participant | None) -> tuple[Wanted, ...]:
    """`what` to everyone of `heard` but `who`; a file that calls off to all whose calendar has the meeting."""
    own = (Wanted(What.CANCELLED, who.person_id, File.CANCEL),) if who and _has_file(before, who) else ()
    rest = (one for one in heard.participants if who is None or one.person_id != who.person_id)
    return own + tuple(
        Wanted(what, one.person_id, File.CANCEL if _has_file(before, one) else None) for one in rest
    )


def _seat(meeting: Meeting, who: Participant) -> Meeting:
    people = tuple(who if one.person_id == who.person_id else one for one in meeting.participants)
    return replace(meeting, participants=people)
