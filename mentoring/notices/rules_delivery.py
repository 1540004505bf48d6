"""Due is not delivery: what of a person's waiting notices leaves now, what waits, what is dropped. Pure.

Bundled notices come in one message a person a day, on a school day, outside the quiet hours; urgent ones, about
today's meeting, on any day and besides that message, outside the quiet hours too. What no longer makes sense by
the time at which it could leave is dropped, and why is kept.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from mentoring.calendar.rules import CalendarClosed, SchoolCalendar
from mentoring.calendar.rules_leave import may_leave, stale
from mentoring.calendar.rules_quiet import Quiet
from mentoring.notices.rules import Audience, Privacy

TEXT_LIMIT = 4096  # UTF-16 units of one message
BUTTON_ROWS = 8
OWN_ROWS = BUTTON_ROWS - 2  # the last two are later, not mine and stop
BETWEEN = "\n\n"
LOOK_AGAIN = timedelta(days=1)  # where the school's calendar has no day to speak on
_ONE = timedelta(days=1)


CAPPED, URGENT = "bundle:", "urgent:"  # how the outbox keys of such messages begin


def capped_key(name: str, person_id: int) -> str:
    """The outbox key of the message that counts as a person's one of the day."""
    return f"{CAPPED}1:{name}:{person_id}"


class Why(StrEnum):
    """Why something due was never said."""

    LATE = "late"  # nothing ran while it made sense
    HELD = "held"  # quiet hours, days off or the day's one message lasted longer than it made sense
    UNREACHABLE = "unreachable"
    MUTED = "muted"


@dataclass(frozen=True, slots=True)
class Waiting:
    """A notice in its reader's language: `text` is HTML, `buttons` are pairs of label and data."""

    id: int
    person_id: int
    key: str
    rule: str
    subject: str
    text: str
    buttons: tuple[tuple[str, str], ...]
    audience: Audience
    privacy: Privacy
    about: int | None
    importance: int
    urgent: bool
    sounding: bool
    due_at: datetime
    expires_at: datetime | None


@dataclass(frozen=True, slots=True)
class Reader:
    """`quiet_from`/`quiet_to` are local "HH:MM", the person's own or else the school's; `said_at` is when the last
    bundled message was put out.
    """

    person_id: int
    school_id: int
    tg_id: int
    language: str
    reachable: bool
    muted: bool
    quiet_from: str
    quiet_to: str
    said_at: datetime | None

    @property
    def quiet(self) -> Quiet:
        return Quiet.of(self.quiet_from, self.quiet_to)


@dataclass(frozen=True, slots=True)
class Send:
    """One message now, the most important first."""

    notices: tuple[Waiting, ...]

    @property
    def bundled(self) -> bool:
        """Whether it is the day's one message; what is urgent alone comes besides it."""
        return any(not one.urgent for one in self.notices)


@dataclass(frozen=True, slots=True)
class Wait:
    notices: tuple[Waiting, ...]
    until: datetime


@dataclass(frozen=True, slots=True)
class Drop:
    notices: tuple[Waiting, ...]
    why: Why


Decision = Send | Wait | Drop


def decide(waiting: Sequence[Waiting], reader: Reader, calendar: SchoolCalendar, now: datetime) -> list[Decision]:
    """What becomes of each notice that is due to one person; every one of them is in exactly one decision."""
    if not reader.reachable:
        return _some(Drop(tuple(waiting), Why.UNREACHABLE))
    late = [one for one in waiting if stale(one.due_at, one.expires_at, now)]
    muted = [one for one in waiting if one not in late and reader.muted and not one.urgent]
    left = [one for one in waiting if one not in late and one not in muted]
    dropped = _some(Drop(tuple(late), Why.LATE), Drop(tuple(muted), Why.MUTED))
    return dropped + _leaving(left, reader, calendar, now)


def _some(*decisions: Decision) -> list[Decision]:
    return [one for one in decisions if one.notices]


def _leaving(left: list[Waiting], reader: Reader, calendar: SchoolCalendar, now: datetime) -> list[Decision]:
    """One message of what may leave now and fits into it; the rest waits, or is dropped when it cannot."""
    moments = {
        one.id: may_leave(now, calendar, reader.quiet, "any") if one.urgent else _bundle_at(reader, calendar, now)
        for one in left
    }
    ready = sorted((one for one in left if moments[one.id] <= now), key=_order)
    sent = Send(tuple(ready[: _fitting(ready)]))
    if sent.bundled:  # what did not fit comes with the next day's message
        later = _free_day(calendar, calendar.local_day(now), reader)
        moments |= {one.id: later for one in ready if not one.urgent}
    return _some(sent) + _held([one for one in left if one not in sent.notices], moments, now)


def _held(rest: Iterable[Waiting], moments: dict[int, datetime], now: datetime) -> list[Decision]:
    found: list[Decision] = []
    for one in rest:
        until = max(moments[one.id], now)
        never = stale(one.due_at, one.expires_at, until)
        found.append(Drop((one,), Why.HELD) if never else Wait((one,), until))
    return found


def _order(one: Waiting) -> tuple[bool, int, datetime, int]:
    return not one.urgent, -one.importance, one.due_at, one.id


def _fitting(ready: Sequence[Waiting]) -> int:
    """How many of them one message holds; the first is said whatever its length."""
    used = 0
    for number, one in enumerate(ready):
        used += units(one.text) + len(BETWEEN)
        if used - len(BETWEEN) > TEXT_LIMIT and number:
            return number
    return len(ready)


def _bundle_at(reader: Reader, calendar: SchoolCalendar, now: datetime) -> datetime:
    today = calendar.local_day(now)
    if reader.said_at is not None and calendar.local_day(reader.said_at) >= today:
        return _free_day(calendar, today, reader)
    return _on_a_school_day(now, calendar, reader.quiet)


def _free_day(calendar: SchoolCalendar, today: date, reader: Reader) -> datetime:
    """The first moment after `today` at which the day's message may leave."""
    return first_moment(today + _ONE, calendar, reader.quiet)


def first_moment(day: date, calendar: SchoolCalendar, quiet: Quiet) -> datetime:
    """When a bundled message may leave at the earliest on `day` or after it."""
    midnight = datetime.combine(day, time(), ZoneInfo(calendar.zone)).astimezone(UTC)
    return _on_a_school_day(midnight, calendar, quiet)


def _on_a_school_day(moment: datetime, calendar: SchoolCalendar, quiet: Quiet) -> datetime:
    try:
        return may_leave(moment, calendar, quiet, "school")
    except CalendarClosed:
        return moment + LOOK_AGAIN


def later_days(
    notices: Sequence[Waiting], calendar: SchoolCalendar, quiet: Quiet, now: datetime
) -> tuple[date, ...]:
    """Days to put a reminder off to: the next school day, one in about three days, one in the coming week.

    Without those on which nothing of it would make sense any more. Raises CalendarClosed.
    """
    today = calendar.local_day(now)
    monday = today + timedelta(days=8 - today.isoweekday())
    wanted = (today + _ONE, today + 3 * _ONE, monday)
    days = sorted({calendar.next_school_day(day, include=True) for day in wanted})
    return tuple(day for day in days if lasting(notices, first_moment(day, calendar, quiet)))


def lasting(notices: Iterable[Waiting], moment: datetime) -> tuple[Waiting, ...]:
    """Those that still make sense at `moment`."""
    return tuple(one for one in notices if one.expires_at is None or moment < one.expires_at)


def own_buttons(notices: Sequence[Waiting], rows: int = OWN_ROWS) -> tuple[tuple[tuple[str, str], ...], bool]:
    """The notices' buttons in their order, each once and at most `rows`; and whether some had to be left out."""
    unique = {data: label for one in notices for label, data in one.buttons}
    found = tuple((label, data) for data, label in unique.items() if data != "mute")
    return (found, False) if len(found) <= rows else (found[: rows - 1], True)


def units(text: str) -> int:
    """Length in UTF-16 units, which is how Telegram counts; the markup counts too, to be on the safe side."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
