"""What a meeting is: its people, times, states, check-ins. Data alone; the changes are made beside. Pure.

A meeting is proposed, agreed, held or not, and ends in exactly one end state. Every event carries the revision its
sender saw: a new set of times is a new revision, so an old button or an old reminder can do no harm.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from enum import StrEnum
from types import MappingProxyType

from mentoring.meetings.rules_kinds import Kind


class Side(StrEnum):
    MENTOR = "mentor"
    MENTEE = "mentee"

    @property
    def other(self) -> Side:
        return Side.MENTEE if self is Side.MENTOR else Side.MENTOR


class Contact(StrEnum):
    """The seven forms of contact of the programme ("Формы контактов"); the names are the questionnaires' own."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    INDIVIDUAL = "individual"
    GROUP = "group"
    OPEN = "open"
    HIDDEN = "hidden"
    COLLECTIVE = "collective"


class Subject(StrEnum):
    """The three subjects of mentoring ("Предмет наставничества")."""

    PERSONAL = "personal"
    METHOD = "method"
    SOCIAL = "social"


# What each subject is about, in the words of the questionnaires.
TOPICS: Mapping[Subject, tuple[str, ...]] = MappingProxyType(
    {
        Subject.PERSONAL: ("leadership", "active_position", "stress", "time"),
        Subject.METHOD: ("documents", "lesson", "technologies", "qualification"),
        Subject.SOCIAL: ("pupils", "climate", "creative_groups"),
    }
)


@dataclass(frozen=True, slots=True)
class Limits:
    """What a school may change. Days are calendar days unless they are called school days; clocks are local."""

    slots: int = 3
    expires_school_days: int = 3
    asked_again_school_days: int = 1
    checkin_days: int = 7
    confirm_days: int = 3
    longest: timedelta = timedelta(hours=8)
    ahead: timedelta = timedelta(days=366)
    logged_back: timedelta = timedelta(days=31)
    eve: time = time(18)
    shortly: timedelta = timedelta(hours=1)
    again: time = time(16)


SHIPPED = Limits()


class State(StrEnum):
    PROPOSED = "proposed"
    COUNTERED = "countered"
    AGREED = "agreed"
    HAPPENED = "happened"  # somebody says it took place, the other side has not spoken
    MISSED = "missed"  # somebody says it did not, the other side has not spoken
    DECLINED = "declined"
    EXPIRED = "expired"
    CANCELLED = "cancelled"
    COUNTED = "counted"
    DENIED = "denied"  # the sides disagree on whether it took place
    NOT_HELD = "not_held"
    LAPSED = "lapsed"  # nobody ever answered the check-in


OFFERED = frozenset({State.PROPOSED, State.COUNTERED})
HEARD = frozenset({State.HAPPENED, State.MISSED})
LIVE = OFFERED | HEARD | {State.AGREED}
ENDED = frozenset(State) - LIVE
PLACED = HEARD | {State.COUNTED, State.DENIED, State.NOT_HELD}  # a check-in has been given


@dataclass(frozen=True, slots=True, order=True)
class Slot:
    """Aware moments in UTC."""

    start: datetime
    end: datetime


class Reply(StrEnum):
    ASKED = "asked"
    COMING = "coming"
    DECLINED = "declined"


@dataclass(frozen=True, slots=True)
class Participant:
    """`slot` is the place of the time accepted while several are on offer; None: any of them."""

    person_id: int
    side: Side
    reply: Reply = Reply.ASKED
    slot: int | None = None


class Why(StrEnum):
    """Why a meeting was not held; asked without blame, and may stay unsaid."""

    ILL = "ill"
    BUSY = "busy"
    TIMETABLE = "timetable"
    FORGOT = "forgot"
    NO_NEED = "no_need"
    OTHER = "other"


class Mark(StrEnum):
    """How a task of the plan stands after a meeting."""

    DONE = "done"
    MOVED = "moved"
    NOT = "not"


@dataclass(frozen=True, slots=True)
class CheckIn:
    """One person's word on a meeting. `held` None: passed over, or not said yet.

    `minutes`, `contact`, `subjects`, `tasks` (id of a task and its mark) and `agreed` are seen by the whole pair;
    `mood` (1–5), `note`, `why` and `again_at` (a wish for the next time) only by the one who gave them.
    """

    held: bool | None = None
    minutes: int | None = None
    contact: Contact | None = None
    subjects: frozenset[Subject] | None = None
    tasks: tuple[tuple[int, Mark], ...] | None = None
    agreed: str | None = None
    mood: int | None = None
    note: str | None = None
    why: Why | None = None
    again_at: datetime | None = None
    skipped: bool = False


@dataclass(frozen=True, slots=True)
class Meeting:
    """`uid` is opaque and stays for ever: calendars know the meeting by it. `sequence` counts the calendar files'
    changes; `invited` tells whether one was ever sent. `offered_at` is of the present revision, `moves` counts
    agreed times given up, `chosen` is a place among `slots`, `heard_by` gave the first check-in. All moments are
    aware and in UTC.
    """

    id: int
    uid: str
    pair_id: int
    kind: Kind
    participants: tuple[Participant, ...]
    slots: tuple[Slot, ...]
    proposed_by: int
    offered_at: datetime
    state: State = State.PROPOSED
    revision: int = 0
    sequence: int = 0
    invited: bool = False
    chosen: int | None = None
    place: str = ""
    contact: Contact | None = None
    moves: int = 0
    agreed_at: datetime | None = None
    heard_at: datetime | None = None
    heard_by: int | None = None
    ended_at: datetime | None = None
    logged: bool = False
    checkins: tuple[tuple[int, CheckIn], ...] = ()

    @property
    def time(self) -> Slot | None:
        """The agreed time."""
        return None if self.chosen is None else self.slots[self.chosen]

    @property
    def live(self) -> bool:
        return self.state in LIVE

    @property
    def coming(self) -> tuple[int, ...]:
        return tuple(one.person_id for one in self.participants if one.reply is Reply.COMING)

    @property
    def unanswered(self) -> tuple[int, ...]:
        return tuple(one.person_id for one in self.participants if one.reply is Reply.ASKED)

    def of(self, person_id: int) -> Participant | None:
        return next((one for one in self.participants if one.person_id == person_id), None)

    def people(self, side: Side) -> tuple[int, ...]:
        return tuple(one.person_id for one in self.participants if one.side is side)

    def others(self, person_id: int) -> Iterator[int]:
        return (one.person_id for one in self.participants if one.person_id != person_id)

    def checkin(self, person_id: int) -> CheckIn | None:
        return next((word for person, word in self.checkins if person == person_id), None)


class What(StrEnum):
    """What an event makes worth saying to somebody. What time alone makes worth saying is in rules_due."""

    PROPOSED = "proposed"
    COUNTERED = "countered"
    AGREED = "agreed"
    JOIN = "join"  # a time is set without your answer: will you come
    JOINED = "joined"
    DECLINED = "declined"
    NOT_COMING = "not_coming"  # one of a group is not coming, the meeting stands
    MOVED = "moved"
    CANCELLED = "cancelled"
    CONFIRM_HELD = "confirm_held"
    CONFIRM_NOT_HELD = "confirm_not_held"
    OFFER_NEW_TIME = "offer_new_time"
    DISAGREEMENT = "disagreement"


class File(StrEnum):
    """The method of the calendar file that goes with a message."""

    REQUEST = "REQUEST"
    CANCEL = "CANCEL"


@dataclass(frozen=True, slots=True)
class Wanted:
    """Something to say; `person_id` None: the school's curators, and they hear that, never what."""

    what: What
    person_id: int | None
    file: File | None = None


@dataclass(frozen=True, slots=True)
class Turn:
    """What an event or the passing of time has made of a meeting."""

    meeting: Meeting
    wanted: tuple[Wanted, ...] = ()
