"""A pair: one mentor or several with one mentee or several, through a school year. Pure.

"Pair" also names the programme's groups: any number of people on either side.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from mentoring.errors import ProgrammeError
from mentoring.meetings.rules import Contact, Side
from mentoring.meetings.rules_pause import Pause, paused
from mentoring.people.rules import Role

LARGEST = 8


class PairState(StrEnum):
    ACTIVE = "active"
    PAUSED = "paused"
    CLOSED = "closed"


class Ending(StrEnum):
    """Why a pair was closed."""

    DONE = "done"
    NOT_A_FIT = "not_a_fit"
    LEFT = "left"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Member:
    """`kind` is the mentor's: consultant or of a subject, in the curator's words; empty for mentees."""

    person_id: int
    side: Side
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Pair:
    """`revision` grows with whatever changes who is in it or whether it goes on; `state` is active or closed."""

    id: int
    school_id: int
    occasion: str
    contact: Contact
    state: PairState
    revision: int
    opened_at: datetime
    pauses: tuple[Pause, ...]
    closed_at: datetime | None
    ending: str
    members: tuple[Member, ...]

    def state_on(self, day: date) -> PairState:
        """A pause ends by itself: whether there is one follows from the day."""
        going = self.state is PairState.ACTIVE
        return PairState.PAUSED if going and paused(self.pauses, day) else self.state

    def of(self, side: Side) -> tuple[int, ...]:
        return tuple(member.person_id for member in self.members if member.side is side)

    def side_of(self, person_id: int) -> Side | None:
        return next((member.side for member in self.members if member.person_id == person_id), None)

    @property
    def people(self) -> tuple[int, ...]:
        return tuple(member.person_id for member in self.members)


def suits(side: Side, roles: Iterable[Role]) -> bool:
    """Whether somebody with these roles may stand on that side."""
    return {Side.MENTOR: Role.MENTOR, Side.MENTEE: Role.MENTEE}[side] in set(roles)


def check_new(mentors: Collection[int], mentees: Collection[int]) -> None:
    """Raises ProgrammeError for a pair that is none: a side empty, somebody on both, a crowd."""
    if not mentors or not mentees:
        raise ProgrammeError("error-pair-empty")
    if set(mentors) & set(mentees):
        raise ProgrammeError("error-pair-self")
    if len(mentors) + len(mentees) > LARGEST:
        raise ProgrammeError("error-pair-crowd", limit=LARGEST)


def contact_suggested(mentors: Collection[int], mentees: Collection[int]) -> Contact:
    """One to one unless somebody is several."""
    return Contact.INDIVIDUAL if len(mentors) == len(mentees) == 1 else Contact.GROUP


def same_people(pair: Pair, mentors: Collection[int], mentees: Collection[int]) -> bool:
    return set(pair.of(Side.MENTOR)) == set(mentors) and set(pair.of(Side.MENTEE)) == set(mentees)
