"""A message to somebody other than the one who pressed: what it says, to whom, how private it is. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from enum import IntEnum, StrEnum
from zoneinfo import ZoneInfo

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


@dataclass(frozen=True, slots=True)
class NoticeButton:
    label: Words
    data: str


@dataclass(frozen=True, slots=True)
class Notice:
    """`key` makes it once-only: (rule, its version, subject with its revision, occurrence, recipient).

    `about` is the person the words name besides their reader; the notice goes when they are erased.
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


@dataclass(frozen=True, slots=True)
class Farewell:
    """The last word to an account of which nothing is kept any more."""

    tg_id: int
    language: str
    text: Words


def _clock(hhmm: str) -> time:
    return time.fromisoformat(hhmm)


def leaves_at(now: datetime, zone: str, quiet_from: str, quiet_to: str) -> datetime:
    """When a message due `now` may leave: at once, or at the end of the quiet hours it falls into.

    `quiet_from`/`quiet_to` are local "HH:MM"; equal ones mean there are no quiet hours. The end is computed on
    the local calendar, so a day on which the clocks change is right too.
    """
    start, end = _clock(quiet_from), _clock(quiet_to)
    local = now.astimezone(ZoneInfo(zone))
    moment = local.time()
    quiet = start <= moment < end if start < end else (moment >= start or moment < end) and start != end
    if not quiet:
        return now
    day = local.date() + (timedelta(days=1) if moment >= end else timedelta(0))
    # When the clocks go back an hour happens twice: the first end that is still to come is meant.
    ends = [datetime.combine(day, end, ZoneInfo(zone)).replace(fold=fold).astimezone(UTC) for fold in (0, 1)]
    return next((moment for moment in ends if moment > now), ends[-1]).astimezone(now.tzinfo)
