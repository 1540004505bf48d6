"""What leaves, what waits, what is dropped: plain data in, plain data out."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mentoring.calendar.rules import Kind, SchoolCalendar, Special
from mentoring.calendar.rules_quiet import Quiet
from mentoring.notices.rules import Audience, Notice, Privacy, rule_and_subject
from mentoring.notices.rules_delivery import (
    TEXT_LIMIT,
    Drop,
    Reader,
    Send,
    Wait,
    Waiting,
    Why,
    decide,
    later_days,
    own_buttons,
)
from mentoring.texts import Raw

CALENDAR = SchoolCalendar("Europe/Moscow", quiet_from="20:00", quiet_to="08:00")
NOON = datetime(2026, 11, 24, 9, tzinfo=UTC)  # a Tuesday, noon in Moscow
CALENDAR_ZONE = ZoneInfo("Europe/Moscow")
READER = Reader(3, 1, 30, "ru", True, False, "20:00", "08:00", None)
QUIET = Quiet.of("20:00", "08:00")


def one(number: int = 1, **fields: object) -> Waiting:
    known: dict[str, object] = {
        "id": number, "person_id": 3, "key": f"draft:1:{number}:3", "rule": "draft", "subject": str(number),
        "text": f"Слова {number}", "buttons": ((f"Кнопка {number}", f"f.look:{number}"),), "audience": Audience.SELF,
        "privacy": Privacy.OWN, "about": None, "importance": 1, "urgent": False, "sounding": False,
        "due_at": NOON - timedelta(minutes=5), "expires_at": None,
    }  # fmt: skip
    return Waiting(**{**known, **fields})  # type: ignore[arg-type]


def moscow(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 11, day, hour, minute, tzinfo=UTC) - timedelta(hours=3)


def test_what_is_due_together_leaves_in_one_message_the_most_important_first() -> None:
    waiting = [one(1), one(2, importance=2), one(3, due_at=NOON - timedelta(days=1)), one(4, importance=0)]
    (sent,) = decide(waiting, READER, CALENDAR, NOON)
    assert isinstance(sent, Send)
    assert [n.id for n in sent.notices] == [2, 3, 1, 4]
    assert sent.bundled


@pytest.mark.parametrize(
    ("now", "until"),
    [
        (moscow(24, 20), moscow(25, 8)),  # the quiet hours have begun
        (moscow(25, 7, 59), moscow(25, 8)),
        (moscow(27, 21), moscow(30, 8)),  # Friday evening: not on Saturday
        (moscow(28, 12), moscow(30, 8)),
    ],
)
def test_it_waits_for_a_school_day_outside_the_quiet_hours(now: datetime, until: datetime) -> None:
    assert decide([one()], READER, CALENDAR, now) == [Wait((one(),), until)]


def test_it_waits_over_a_holiday_and_a_break_that_the_school_set() -> None:
    off = replace(CALENDAR, specials=(Special(date(2026, 11, 24), date(2026, 11, 26), Kind.BREAK),))
    assert decide([one()], READER, off, NOON) == [Wait((one(),), moscow(27, 8))]


def test_the_second_message_of_a_day_waits_for_the_next_one() -> None:
    told = replace(READER, said_at=moscow(24, 8))
    assert decide([one()], told, CALENDAR, NOON) == [Wait((one(),), moscow(25, 8))]
    (sent,) = decide([one()], replace(READER, said_at=moscow(23, 19, 59)), CALENDAR, NOON)
    assert isinstance(sent, Send)


def test_the_persons_own_quiet_hours_take_the_place_of_the_schools() -> None:
    late = replace(READER, quiet_from="10:00", quiet_to="15:00")
    assert decide([one()], late, CALENDAR, NOON) == [Wait((one(),), moscow(24, 15))]
    never = replace(READER, quiet_from="08:00", quiet_to="08:00")
    (sent,) = decide([one()], never, CALENDAR, moscow(24, 23))
    assert isinstance(sent, Send)


def test_todays_meeting_leaves_besides_the_days_message_and_on_any_day() -> None:
    told = replace(READER, said_at=moscow(24, 8), muted=True)
    meeting = one(2, urgent=True)
    assert decide([one(1), meeting], told, CALENDAR, NOON) == [
        Drop((one(1),), Why.MUTED),
        Send((meeting,)),
    ]
    assert not Send((meeting,)).bundled
    saturday = decide([meeting, one(1)], replace(told, muted=False), CALENDAR, moscow(28, 12))
    assert saturday == [Send((meeting,)), Wait((one(1),), moscow(30, 8))]
    assert decide([meeting], READER, CALENDAR, moscow(28, 7)) == [Wait((meeting,), moscow(28, 8))]


def test_a_meeting_and_what_waits_anyway_share_one_message() -> None:
    (sent,) = decide([one(1, importance=2), one(2, urgent=True)], READER, CALENDAR, NOON)
    assert isinstance(sent, Send)
    assert [n.id for n in sent.notices] == [2, 1]
    assert sent.bundled, "it is the day's one"


def test_what_no_longer_makes_sense_is_dropped_and_why_is_kept() -> None:
    late = one(1, expires_at=NOON - timedelta(hours=1), due_at=NOON - timedelta(days=2))
    assert decide([late], READER, CALENDAR, NOON) == [Drop((late,), Why.LATE)]
    tonight = one(2, expires_at=moscow(24, 22))
    assert decide([tonight], READER, CALENDAR, moscow(24, 20, 30)) == [Drop((tonight,), Why.HELD)]
    told = replace(READER, said_at=moscow(24, 8))
    assert decide([tonight], told, CALENDAR, NOON) == [Drop((tonight,), Why.HELD)]


def test_an_escalation_is_delayed_never_dropped() -> None:
    for days in range(1, 40):
        (found,) = decide([one(due_at=NOON)], READER, CALENDAR, NOON + timedelta(days=days))
        assert isinstance(found, Send | Wait)


def test_nobody_is_written_to_who_cannot_be_or_does_not_want_it() -> None:
    both = (one(1), one(2, urgent=True))
    assert decide(both, replace(READER, reachable=False), CALENDAR, NOON) == [Drop(both, Why.UNREACHABLE)]
    assert decide([one(1)], replace(READER, muted=True), CALENDAR, NOON) == [Drop((one(1),), Why.MUTED)]


def test_what_does_not_fit_into_one_message_comes_with_the_next_days() -> None:
    long = [one(n, text="я" * 1500) for n in range(1, 5)]
    sent, *rest = decide(long, READER, CALENDAR, NOON)
    assert isinstance(sent, Send)
    assert [n.id for n in sent.notices] == [1, 2]
    assert rest == [Wait((n,), moscow(25, 8)) for n in long[2:]]
    endless = one(9, text="я" * (TEXT_LIMIT + 1))
    assert decide([endless], READER, CALENDAR, NOON) == [Send((endless,))], "it is not kept for ever"


def test_a_calendar_without_a_day_to_speak_on_is_looked_at_again() -> None:
    closed = replace(CALENDAR, specials=(Special(date(2026, 1, 1), date(2036, 1, 1), Kind.OFF),))
    assert decide([one()], READER, closed, NOON) == [Wait((one(),), NOON + timedelta(days=1))]


MOMENTS = st.integers(0, 365 * 24 * 60).map(lambda n: datetime(2026, 8, 1, tzinfo=UTC) + timedelta(minutes=n))
HOURS = st.sampled_from(["00:00", "06:30", "08:00", "12:00", "20:00", "22:30"])


@st.composite
def lots(draw: st.DrawFn, now: datetime) -> list[Waiting]:
    found = []
    for number in range(draw(st.integers(1, 8))):
        due = now - timedelta(hours=draw(st.integers(0, 100)))
        lasts = draw(st.none() | st.integers(1, 200))
        found.append(
            one(number, due_at=due, expires_at=None if lasts is None else due + timedelta(hours=lasts),
                urgent=draw(st.booleans()), importance=draw(st.integers(0, 2)))
        )  # fmt: skip
    return found


@settings(max_examples=300, deadline=None)
@given(st.data(), MOMENTS, HOURS, HOURS, st.booleans())
def test_each_is_decided_on_once_and_nothing_leaves_when_it_may_not(
    data: st.DataObject, now: datetime, start: str, end: str, muted: bool
) -> None:
    waiting = data.draw(lots(now))
    told = data.draw(st.none() | st.integers(0, 72))
    said_at = None if told is None else now - timedelta(hours=told)
    reader = replace(READER, quiet_from=start, quiet_to=end, muted=muted, said_at=said_at)
    found = decide(waiting, reader, CALENDAR, now)
    assert Counter(n.id for d in found for n in d.notices) == Counter(n.id for n in waiting)
    sends = [d for d in found if isinstance(d, Send)]
    assert len(sends) <= 1
    local = now.astimezone(CALENDAR_ZONE)
    for sent in sends:
        assert not reader.quiet.at(local.time())
        assert all(n.expires_at is None or now < n.expires_at for n in sent.notices)
        if sent.bundled:
            assert CALENDAR.is_school_day(local.date())
            assert said_at is None or said_at.astimezone(CALENDAR_ZONE).date() < local.date()
    for held in (d for d in found if isinstance(d, Wait)):
        assert held.until >= now
        assert all(n.expires_at is None or held.until < n.expires_at for n in held.notices)
    # Whoever looks again at that moment, with nothing else changed, sends it.
    until = min((d.until for d in found if isinstance(d, Wait)), default=None)
    if until is not None:
        last = now if any(s.bundled for s in sends) else said_at
        left = [n for d in found if isinstance(d, Wait) and d.until == until for n in d.notices]
        again = decide(left, replace(reader, said_at=last), CALENDAR, until)
        assert [type(d) for d in again] == [Send]


def test_later_is_the_next_school_day_one_in_three_days_and_monday() -> None:
    assert later_days([one()], CALENDAR, QUIET, NOON) == (
        date(2026, 11, 25),
        date(2026, 11, 27),
        date(2026, 11, 30),
    )
    friday = moscow(27, 12)
    assert later_days([one()], CALENDAR, QUIET, friday) == (date(2026, 11, 30),)


def test_later_is_not_offered_when_it_would_be_too_late() -> None:
    ends = one(expires_at=moscow(26, 20))
    assert later_days([ends], CALENDAR, QUIET, NOON) == (date(2026, 11, 25),)
    assert later_days([one(expires_at=moscow(25, 8))], CALENDAR, QUIET, NOON) == ()
    assert len(later_days([ends, one(2)], CALENDAR, QUIET, NOON)) == 3, "the other one lasts"


def test_buttons_come_once_each_and_leave_room_for_our_own() -> None:
    mute = ("Не напоминать", "mute")
    same = [one(1, buttons=(("Меню", "home"), mute)), one(2, buttons=(("Меню", "home"),))]
    assert own_buttons(same) == ((("Меню", "home"),), False)
    many = [one(n) for n in range(9)]
    kept, more = own_buttons(many)
    assert ([data for _, data in kept], more) == ([f"f.look:{n}" for n in range(5)], True)


@pytest.mark.parametrize(
    ("key", "parts"),
    [
        ("draft:1:7:3", ("draft", "7")),
        ("meeting-eve/1/12/0/1/3", ("meeting-eve", "12")),
        ("survey-end:1:5:", ("survey-end", "5")),
        ("survey-end:1:5", ("survey-end", "5")),
    ],
)
def test_a_key_says_what_it_is_about(key: str, parts: tuple[str, str]) -> None:
    assert rule_and_subject(key) == parts


@pytest.mark.parametrize("key", ["", "draft", "draft:1", "draft:1:", "::"])
def test_a_key_without_a_subject_is_a_mistake(key: str) -> None:
    with pytest.raises(ValueError, match="subject"):
        rule_and_subject(key)


def test_what_waits_in_the_queue_says_so() -> None:
    assert not Notice(3, "k", Raw("x")).queued
    assert Notice(3, "k", Raw("x"), bundled=True).queued
    assert Notice(3, "k", Raw("x"), urgent=True).queued
