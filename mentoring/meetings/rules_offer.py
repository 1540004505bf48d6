"""What is proposed: one to three times, a place, the people asked. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from mentoring.errors import ProgrammeError
from mentoring.meetings.rules import (
    SHIPPED,
    Contact,
    File,
    Limits,
    Meeting,
    Participant,
    Reply,
    Side,
    Slot,
    Turn,
    Wanted,
    What,
)
from mentoring.meetings.rules_kinds import Kind

_PLACE = 200  # characters


@dataclass(frozen=True, slots=True)
class Offer:
    """Times to choose from, earliest first after checking, and where or how to meet."""

    slots: tuple[Slot, ...]
    place: str = ""
    contact: Contact | None = None


def checked(offer: Offer, now: datetime, limits: Limits = SHIPPED) -> Offer:
    """The offer, its times in order. Raises ProgrammeError: `error-meeting-slots` (none, too many, twice the
    same), `error-meeting-slot-past`, `error-meeting-slot-far`, `error-meeting-slot-length`, `error-meeting-place`.
    """
    slots = tuple(sorted(offer.slots))
    if not 1 <= len(slots) <= limits.slots or len({slot.start for slot in slots}) < len(slots):
        raise ProgrammeError("error-meeting-slots", most=limits.slots)
    for slot in slots:
        _check_slot(slot, now, limits)
    if len(offer.place) > _PLACE:
        raise ProgrammeError("error-meeting-place", most=_PLACE)
    return replace(offer, slots=slots, place=offer.place.strip())


def _check_slot(slot: Slot, now: datetime, limits: Limits) -> None:
    if slot.start <= now:
        raise ProgrammeError("error-meeting-slot-past", start=slot.start)
    if slot.start > now + limits.ahead:
        raise ProgrammeError("error-meeting-slot-far", start=slot.start)
    if not slot.start < slot.end <= slot.start + limits.longest:
        raise ProgrammeError("error-meeting-slot-length", start=slot.start)


@dataclass(frozen=True, slots=True)
class New:
    """What a meeting is from its first moment: `uid` opaque and never used before, `people` with their sides."""

    id: int
    uid: str
    pair_id: int
    kind: Kind
    people: tuple[tuple[int, Side], ...]


def propose(new: New, by: int, offer: Offer, now: datetime, limits: Limits = SHIPPED) -> Turn:
    """A first proposal. The kind's gate is the caller's to pass (`rules_kinds.pass_gate`).

    Raises ProgrammeError as `checked` does, and `error-meeting-people` when a side is missing or `by` is nobody
    of the pair.
    """
    people = seats(new.people, by)
    offer = checked(offer, now, limits)
    meeting = Meeting(
        new.id,
        new.uid,
        new.pair_id,
        new.kind,
        people,
        offer.slots,
        by,
        now,
        place=offer.place,
        contact=offer.contact,
    )
    return Turn(meeting, to(meeting.others(by), What.PROPOSED))


def seats(people: Sequence[tuple[int, Side]], by: int) -> tuple[Participant, ...]:
    """Everybody asked, `by` coming. Raises ProgrammeError `error-meeting-people`."""
    ids = [person for person, _ in people]
    if {side for _, side in people} != set(Side) or by not in ids or len(set(ids)) < len(ids):
        raise ProgrammeError("error-meeting-people")
    return tuple(
        Participant(person, side, Reply.COMING if person == by else Reply.ASKED) for person, side in people
    )


def to(people: Iterable[int], what: What, file: File | None = None) -> tuple[Wanted, ...]:
    """The same word to each."""
    return tuple(Wanted(what, person, file) for person in people)
