"""A message to somebody other than the one who pressed: what it says, to whom, how private it is. Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from enum import IntEnum, StrEnum

from mentoring.calendar.rules_leave import out_of_quiet
from mentoring.calendar.rules_quiet import Quiet
from mentoring.texts import Words


class Audience(StrEnum):
    SELF = "self"
    PAIR = "pair"
    CURATOR = "curator"
    STAFF = "staff"
    GROUP = "group"


class Privacy(StrEnum):
    """The highest class of what a message says."""

    PUBLIC = "public"
    OWN = "own"  # about its reader
    NAMED = "named"  # names another person
    SEALED = "sealed"  # nobody else may ever see it


class Priority(IntEnum):
    REPLY = 0
    REMINDER = 1
    BROADCAST = 2


class Importance(IntEnum):
    """What comes first in a message that says several things."""

    NEWS = 0
    REMINDER = 1
    DEADLINE = 2


@dataclass(frozen=True, slots=True)
class NoticeButton:
    label: Words
    data: str


@dataclass(frozen=True, slots=True)
class NoticeFile:
    """A file made for one reader; its name holds nothing personal."""

    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Notice:
    """`key` makes it once-only: (rule, its version, subject with its revision, occurrence, recipient).

    `about` is the person the words name besides their reader; the notice goes when they are erased.

    `bundled` is what time alone brings about: it waits for a school day and for whatever else is due, and comes
    with it in one message a day. `urgent` is about today's meeting: it waits for nothing but the end of the quiet
    hours. Both may be due later than now, stop making sense at `expires_at`, and be withdrawn until they are said;
    the bundle makes a sound only where something `sounding` or urgent is in it. What waits so brings no `file`.
    """

    person_id: int
    key: str
    text: Words
    buttons: tuple[NoticeButton, ...] = ()
    priority: Priority = Priority.REMINDER
    audience: Audience = Audience.SELF
    privacy: Privacy = Privacy.OWN
    urgent: bool = False
    about: int | None = None
    bundled: bool = False
    sounding: bool = False
    importance: Importance = Importance.REMINDER
    due_at: datetime | None = None
    expires_at: datetime | None = None
    file: NoticeFile | None = None

    @property
    def queued(self) -> bool:
        """Whether it waits in the queue of what is due, instead of leaving by itself."""
        return self.bundled or self.urgent


# Rules that have a title of their own in the locales (`rule-…`), for lists of reminders.
TITLED = frozenset(
    {
        "draft",
        "survey-end",
        "survey-nudge",
        "survey-ended",
        "survey",
        "nudge",
        "links-expired",
        "ladder",
        "unpaired",
        "digest-week",
        "digest-month",
        "digest-nudge",
        "offer-remind",
        "meeting-eve",
        "meeting-shortly",
        "meeting-checkin",
        "meeting-checkin-again",
        "meeting-unanswered",
        "meeting-expired",
        "meeting-offer_new_time",
        "meeting-help",
        "fit-asked",
        "fit-asked-again",
        "roadmap-soon",
        "roadmap-opens",
        "roadmap-halfway",
        "roadmap-closing",
        "roadmap-overdue",
        "roadmap-to-curator",
        "roadmap-to-director",
        "roadmap-date",
        "roadmap-nobody",
        "consult-wait",
        "question-nobody",
        "mutual-opens",
        "mutual-reminds",
        "mutual-closed",
        "mutual-thanks",
    }
)
_KEY = re.compile(r"([^:/]+)[:/][^:/]+[:/]([^:/]+)(?:[:/]|$)")


def rule_and_subject(key: str) -> tuple[str, str]:
    """What a key, or a beginning of one that names both, is about: "draft:1:7:3" is the draft 7.

    Raises ValueError for one that names no subject.
    """
    found = _KEY.match(key)
    if found is None:
        raise ValueError("a key names its rule, the rule's version and the subject")
    return found[1], found[2]


@dataclass(frozen=True, slots=True)
class Farewell:
    """The last word to an account of which nothing is kept any more."""

    tg_id: int
    language: str
    text: Words


def leaves_at(now: datetime, zone: str, quiet_from: str, quiet_to: str) -> datetime:
    """When a message that somebody's action brings about `now` may leave: at once, or when it is no longer quiet.

    `quiet_from`/`quiet_to` are local "HH:MM"; equal ones mean there are no quiet hours. The queue's urgent notices
    leave by the same rule. In UTC.
    """
    return out_of_quiet(now, zone, Quiet.of(quiet_from, quiet_to))
