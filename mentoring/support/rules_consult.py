"""A consultation: a mentor asks, the first who will takes it, a time is agreed, one word afterwards. Pure.

Step 23 of the programme's plan ("Проведение консультаций для наставников").
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from mentoring.errors import ProgrammeError

LENGTH = timedelta(minutes=30)
SLOTS, AHEAD = 3, timedelta(days=120)
SHORTLY = timedelta(hours=1)
SETTLES = timedelta(days=3)  # after the end, when nobody has said how it went
TOPIC, PLACE = 300, 200  # characters
READY = ("start", "silence", "plan", "tired", "lesson", "papers")  # subjects that are offered as buttons


class State(StrEnum):
    OPEN = "open"
    TAKEN = "taken"
    OFFERED = "offered"
    AGREED = "agreed"
    DONE = "done"
    OFF = "off"


LIVE = frozenset({State.OPEN, State.TAKEN, State.OFFERED, State.AGREED})


@dataclass(frozen=True, slots=True)
class Consultation:
    """`topic` is one of READY or the asker's own words; `slots` are on offer, by whom `by_asker` tells;
    `rounds` counts the talks that ended with one more question.
    """

    id: int
    asker_id: int
    topic: str
    made_at: datetime
    taker_id: int | None = None
    state: State = State.OPEN
    slots: tuple[datetime, ...] = ()
    starts_at: datetime | None = None
    by_asker: bool = False
    place: str = ""
    rounds: int = 0
    wakes_at: datetime | None = None
    revision: int = 0

    @property
    def live(self) -> bool:
        return self.state in LIVE

    @property
    def ends_at(self) -> datetime | None:
        return None if self.starts_at is None else self.starts_at + LENGTH

    def other(self, person_id: int) -> int | None:
        return self.taker_id if person_id == self.asker_id else self.asker_id

    def is_of(self, person_id: int) -> bool:
        return person_id in (self.asker_id, self.taker_id)

    def waits_for(self, person_id: int) -> bool:
        """Whether times are on offer that this person has to answer."""
        return (
            self.state is State.OFFERED and self.is_of(person_id) and self.by_asker != (person_id == self.asker_id)
        )


def checked_topic(typed: str) -> str:
    """Raises ProgrammeError `error-consult-topic`."""
    topic = " ".join(typed.split())
    if not topic or len(topic) > TOPIC:
        raise ProgrammeError("error-consult-topic", limit=TOPIC)
    return topic


def taken(one: Consultation, by: int) -> Consultation:
    """Raises ProgrammeError: `error-consult-own`, `error-done-already`, `error-consult-taken`, `error-stale`."""
    if one.asker_id == by:
        raise ProgrammeError("error-consult-own")
    if one.taker_id == by:
        raise ProgrammeError("error-done-already")
    if one.taker_id is not None:
        raise ProgrammeError("error-consult-taken")
    if one.state is not State.OPEN:
        raise ProgrammeError("error-stale")
    return replace(one, taker_id=by, state=State.TAKEN, wakes_at=None)


def offered(one: Consultation, by: int, starts: Iterable[datetime], place: str, now: datetime) -> Consultation:
    """One to three times, by either of the two; an agreed one is moved so. An empty place leaves what was said.

    Raises ProgrammeError `error-stale`, `error-meeting-slots`, `error-meeting-slot-past`,
    `error-meeting-slot-far`, `error-meeting-place`.
    """
    if one.state not in (State.TAKEN, State.OFFERED, State.AGREED) or not one.is_of(by):
        raise ProgrammeError("error-stale")
    slots = tuple(sorted(set(starts)))
    _check(slots, now)
    if len(place) > PLACE:
        raise ProgrammeError("error-meeting-place", most=PLACE)
    return replace(
        one,
        state=State.OFFERED,
        slots=slots,
        starts_at=None,
        by_asker=by == one.asker_id,
        place=place.strip() or one.place,
        wakes_at=None,
    )


def _check(slots: tuple[datetime, ...], now: datetime) -> None:
    if not 1 <= len(slots) <= SLOTS:
        raise ProgrammeError("error-meeting-slots", most=SLOTS)
    for start in slots:
        if start <= now:
            raise ProgrammeError("error-meeting-slot-past", start=start)
        if start > now + AHEAD:
            raise ProgrammeError("error-meeting-slot-far", start=start)


def accepted(one: Consultation, by: int, start: datetime, now: datetime) -> Consultation:
    """Raises ProgrammeError `error-done-already`, `error-stale`, `error-meeting-slot-past`."""
    if one.state is State.AGREED and one.starts_at == start:
        raise ProgrammeError("error-done-already")
    if not one.waits_for(by) or start not in one.slots:
        raise ProgrammeError("error-stale")
    if start <= now:
        raise ProgrammeError("error-meeting-slot-past", start=start)
    return awake(replace(one, state=State.AGREED, starts_at=start, slots=()), now)


def helped(one: Consultation, by: int, now: datetime) -> Consultation:
    """The asker's word that it helped. Raises ProgrammeError `error-done-already`, `error-stale`."""
    return replace(_over(one, by, now), state=State.DONE, wakes_at=None)


def asked_more(one: Consultation, by: int, now: datetime) -> Consultation:
    """One more question: the same two look for another time."""
    again = _over(one, by, now)
    return replace(again, state=State.TAKEN, starts_at=None, slots=(), rounds=again.rounds + 1, wakes_at=None)


def _over(one: Consultation, by: int, now: datetime) -> Consultation:
    if by != one.asker_id:
        raise ProgrammeError("error-stale")
    if one.state is State.DONE:
        raise ProgrammeError("error-done-already")
    if one.state is not State.AGREED or one.starts_at is None or now < one.starts_at:
        raise ProgrammeError("error-stale")
    return one


def called_off(one: Consultation, by: int) -> Consultation:
    """By the asker, for good; by the taker, so that somebody else may take it."""
    if one.state is State.OFF or (one.state is State.OPEN and by != one.asker_id):
        raise ProgrammeError("error-done-already")
    if not one.live or not one.is_of(by):
        raise ProgrammeError("error-stale")
    bare = replace(one, slots=(), starts_at=None, wakes_at=None, taker_id=None)
    return replace(bare, state=State.OFF if by == one.asker_id else State.OPEN)


def awake(one: Consultation, now: datetime) -> Consultation:
    """With the next moment at which time alone makes something of it; what nobody has spoken of settles."""
    if one.state is not State.AGREED or one.starts_at is None or one.ends_at is None:
        return replace(one, wakes_at=None)
    moments = (one.starts_at - SHORTLY, one.ends_at, one.ends_at + SETTLES)
    later = [moment for moment in moments if moment > now]
    if later:
        return replace(one, wakes_at=later[0])
    return replace(one, state=State.DONE, wakes_at=None)
