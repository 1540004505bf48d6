"""Use cases of proposing: what may be proposed when, a first proposal, other times for a meeting there is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import uuid4

from mentoring.calendar.rules import Closed, SchoolCalendar
from mentoring.calendar.service import calendar_of
from mentoring.errors import ProgrammeError
from mentoring.meetings.rules import LIVE, OFFERED, Contact, Meeting, Slot, State, Turn
from mentoring.meetings.rules_kinds import SHIPPED, Advice, Kind, advice, opened, pass_gate, suggested
from mentoring.meetings.rules_list import counted_for_all
from mentoring.meetings.rules_meeting import Reoffer
from mentoring.meetings.rules_offer import New, Offer
from mentoring.meetings.rules_offer import propose as proposed
from mentoring.meetings.rules_pause import paused
from mentoring.meetings.rules_settle import settle
from mentoring.meetings.service import Done, act, on_the_clock, ours, pair_of, scene_of
from mentoring.meetings.telling import tell
from mentoring.meetings.wording import local
from mentoring.pairs import service as pairs
from mentoring.pairs.rules import Pair
from mentoring.people.rules import Actor
from mentoring.ports import Unit

AHEAD = 14  # days that are offered by buttons; any other is typed
LAST_HOUR = 18  # local; from then on the first day on offer is tomorrow


@dataclass(frozen=True, slots=True)
class Options:
    """What may be proposed: `days` with why there is no school on one; `busy` are agreed times of those asked."""

    pair: pairs.Shown
    kind: Kind
    kinds: tuple[Kind, ...]
    days: tuple[tuple[date, Closed | None], ...]
    busy: tuple[Slot, ...]
    advice: Advice

    @property
    def length(self) -> timedelta:
        return timedelta(minutes=SHIPPED[self.kind].minutes)


def options(actor: Actor, unit: Unit, pair_id: int, kind: Kind | None = None) -> Options:
    """For a new meeting of the pair: of this kind, or of the one that comes next by itself.

    Raises ProgrammeError as `pair_of` and `rules_kinds.pass_gate` do, `error-meeting-all` when the year's meetings
    are through.
    """
    pair = pair_of(actor, unit, pair_id)
    held = unit.meetings.of_pairs(actor.school_id, [pair_id])
    counted = counted_for_all(held, pair.people)
    chosen = kind or suggested(counted)
    if chosen is None:
        raise ProgrammeError("error-meeting-all")
    pass_gate(chosen, counted)
    return _options(actor, unit, pair, chosen, opened(counted), held)


def other_times(actor: Actor, unit: Unit, meeting_id: int) -> Options:
    """For a counter-proposal or a move: the meeting stays what it is."""
    meeting = ours(actor, unit, meeting_id)
    pair = pair_of(actor, unit, meeting.pair_id)
    held = unit.meetings.of_pairs(actor.school_id, [pair.id])
    return _options(actor, unit, pair, meeting.kind, (meeting.kind,), [one for one in held if one != meeting])


def _options(
    actor: Actor, unit: Unit, pair: Pair, kind: Kind, kinds: tuple[Kind, ...], held: Sequence[Meeting]
) -> Options:
    days = calendar_of(unit, actor.school)
    last = max((one.time.end for one in held if one.state is State.COUNTED and one.time), default=None)
    return Options(
        pairs.shown(unit, actor.school_id, pair),
        kind,
        kinds,
        _days(actor, unit, days),
        _busy(actor, unit, pair),
        advice(kind, last and days.local_day(last)),
    )


def _days(actor: Actor, unit: Unit, days: SchoolCalendar) -> tuple[tuple[date, Closed | None], ...]:
    now = local(unit.now, actor.school.zone)
    first = now.date() + timedelta(days=now.hour >= LAST_HOUR)
    return tuple((day, days.why_not(day)) for day in (first + timedelta(days=n) for n in range(AHEAD)))


def _busy(actor: Actor, unit: Unit, pair: Pair) -> tuple[Slot, ...]:
    """Agreed times to come of everybody in the pair, whoever they are with."""
    theirs = {one.id for person in pair.people for one in unit.pairs.of_person(actor.school_id, person)}
    found = unit.meetings.of_pairs(actor.school_id, theirs, live=True)
    return tuple(
        one.time
        for one in found
        if one.state is State.AGREED
        and one.time
        and one.time.end > unit.now
        and set(one.coming) & set(pair.people)
    )


def propose(
    actor: Actor,
    unit: Unit,
    pair_id: int,
    kind: Kind,
    starts: Iterable[datetime],
    place: str = "",
    contact: Contact | None = None,
) -> Meeting:
    """Ask everybody of the pair to a meeting at one of these times. One proposal at a time waits for an answer.

    Raises ProgrammeError as `options` and `rules_offer.propose` do, and `error-meeting-open`,
    `error-meeting-same` (a meeting of the pair begins then), `error-meeting-paused`.
    """
    found = options(actor, unit, pair_id, kind)
    pair, offer = found.pair.pair, _offer(found, starts, place, contact)
    _check_open(unit, actor, pair, kind, offer)
    _check_pause(actor, pair, offer)
    new = New(0, uuid4().hex, pair.id, kind, tuple((one.person_id, one.side) for one in pair.members))
    with on_the_clock(actor.school):
        turn = proposed(new, actor.id, offer, unit.now)
    stored = unit.meetings.add(actor.school_id, turn.meeting)
    tell(unit, scene_of(unit, actor.school), stored, Turn(stored, turn.wanted), actor.id)
    return stored


def _offer(found: Options, starts: Iterable[datetime], place: str, contact: Contact | None) -> Offer:
    return Offer(tuple(Slot(start, start + found.length) for start in starts), place, contact)


def _check_open(unit: Unit, actor: Actor, pair: Pair, kind: Kind, offer: Offer) -> None:
    days, starts = calendar_of(unit, actor.school), {slot.start for slot in offer.slots}
    for one in unit.meetings.of_pairs(actor.school_id, [pair.id]):
        known = settle(one, unit.now, days).meeting
        if known.state in OFFERED or (known.state in LIVE and kind is known.kind is not Kind.SERIES):
            raise ProgrammeError("error-meeting-open")
        if known.state is State.AGREED and known.time and known.time.start in starts:
            raise ProgrammeError("error-meeting-same")


def _check_pause(actor: Actor, pair: Pair, offer: Offer) -> None:
    if any(paused(pair.pauses, local(slot.start, actor.school.zone).date()) for slot in offer.slots):
        raise ProgrammeError("error-meeting-paused")


def offer_other(
    actor: Actor,
    unit: Unit,
    meeting_id: int,
    revision: int,
    starts: Iterable[datetime],
    place: str | None = None,
    contact: Contact | None = None,
) -> Done:
    """Other times for a meeting that is on offer or agreed. What is not said of the place stays as it was."""
    found, meeting = other_times(actor, unit, meeting_id), ours(actor, unit, meeting_id)
    offer = _offer(found, starts, meeting.place if place is None else place, contact or meeting.contact)
    _check_pause(actor, found.pair.pair, offer)
    return act(actor, unit, meeting_id, Reoffer(revision, offer))
