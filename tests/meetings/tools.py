"""A pair, a group, a calendar and a clock for the tests of meetings."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from mentoring.calendar.rules import Kind as DayKind
from mentoring.calendar.rules import SchoolCalendar, Special
from mentoring.meetings.rules import CheckIn, File, Meeting, Side, Slot, Turn, What
from mentoring.meetings.rules_checkin import Check, check_in
from mentoring.meetings.rules_kinds import Kind
from mentoring.meetings.rules_meeting import Accept, apply
from mentoring.meetings.rules_offer import New, Offer, propose

MOSCOW = ZoneInfo("Europe/Moscow")
DAYS = SchoolCalendar(
    "Europe/Moscow",
    specials=(Special(date(2026, 12, 31), date(2027, 1, 10), DayKind.BREAK, "зимние"),),
)
MENTOR, MENTEE, SECOND, HELPER = 1, 2, 3, 4
PAIR = ((MENTOR, Side.MENTOR), (MENTEE, Side.MENTEE))
GROUP = (*PAIR, (SECOND, Side.MENTEE))
TWO_MENTORS = (*PAIR, (HELPER, Side.MENTOR))
HOUR, DAY = timedelta(hours=1), timedelta(days=1)


def at(day: int, hour: int = 12, minute: int = 0, month: int = 11) -> datetime:
    """A moment of November 2026 by the school's clock; the second is a Monday."""
    return datetime(2026, month, day, hour, minute, tzinfo=MOSCOW).astimezone(UTC)


NOW = at(10)  # a Tuesday


def slot(start: datetime, minutes: int = 45) -> Slot:
    return Slot(start, start + timedelta(minutes=minutes))


def offer(*starts: datetime) -> Offer:
    return Offer(tuple(slot(start) for start in starts), "каб. 12")


def new(people: tuple[tuple[int, Side], ...] = PAIR, kind: Kind = Kind.SERIES) -> New:
    return New(7, "b7e0", 70, kind, people)


def proposed(
    *starts: datetime, people: tuple[tuple[int, Side], ...] = PAIR, by: int = MENTOR, kind: Kind = Kind.SERIES
) -> Meeting:
    return propose(new(people, kind), by, offer(*(starts or (at(12, 15),))), NOW).meeting


def agreed(people: tuple[tuple[int, Side], ...] = PAIR, by: int = MENTEE, kind: Kind = Kind.SERIES) -> Meeting:
    """On Thursday the twelfth at 15:00, taken an hour after it was proposed."""
    return do(proposed(people=people, kind=kind), Accept(0, 0), by, NOW + HOUR).meeting


def do(meeting: Meeting, event: object, by: int, now: datetime = NOW) -> Turn:
    return apply(meeting, event, by, now, DAYS)  # type: ignore[arg-type]


END = at(12, 15, 45)


def said(meeting: Meeting, by: int, held: bool | None, now: datetime = END, **more: object) -> Turn:
    return check_in(meeting, Check(meeting.revision, CheckIn(held, **more)), by, now, DAYS)  # type: ignore[arg-type]


def told(turn: Turn) -> set[tuple[What, int | None, File | None]]:
    assert len(set(turn.wanted)) == len(turn.wanted)
    return {(one.what, one.person_id, one.file) for one in turn.wanted}
