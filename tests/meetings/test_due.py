"""What time makes worth saying: to whom, when, and never about what has moved or ended."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from mentoring.meetings.rules import State
from mentoring.meetings.rules_checkin import Outside, log
from mentoring.meetings.rules_days import at_clock, school_days_later
from mentoring.meetings.rules_due import Rule, ahead, due, wakes_at
from mentoring.meetings.rules_meeting import Accept, Cancel, Decline, Reoffer
from mentoring.meetings.rules_offer import propose
from mentoring.meetings.rules_settle import settle
from tests.meetings.tools import (
    DAY,
    DAYS,
    END,
    GROUP,
    HOUR,
    MENTEE,
    MENTOR,
    NOW,
    SECOND,
    agreed,
    at,
    do,
    new,
    offer,
    proposed,
    said,
    slot,
)  # fmt: skip

START = at(12, 15)


def said_at(meeting, now):
    return {(one.rule, one.person_id) for one in due(meeting, now, DAYS)}


def both(rule):
    return {(rule, MENTOR), (rule, MENTEE)}


def test_the_eve_and_the_hour_before():
    meeting = agreed()
    assert said_at(meeting, at(11, 17, 59)) == set()
    assert said_at(meeting, at(11, 18)) == both(Rule.EVE)
    assert said_at(meeting, at(12, 14)) == both(Rule.EVE) | both(Rule.SHORTLY)
    assert said_at(meeting, START) == set()


def test_only_what_concerns_today_is_urgent():
    kinds = {one.rule: one.urgent for one in ahead(agreed(), DAYS)}
    assert kinds == {Rule.EVE: False, Rule.SHORTLY: True, Rule.CHECKIN: True, Rule.CHECKIN_AGAIN: False}


def test_what_was_agreed_late_needs_no_reminder_of_it():
    meeting = do(proposed(), Accept(0, 0), MENTEE, at(11, 19)).meeting
    assert said_at(meeting, at(11, 20)) == set()
    assert said_at(meeting, at(12, 14)) == both(Rule.SHORTLY)
    last = do(proposed(), Accept(0, 0), MENTEE, at(12, 14, 30)).meeting
    assert said_at(last, at(12, 14, 45)) == set()


def test_the_checkin_is_asked_at_the_end_and_once_more_on_the_next_school_day():
    meeting = agreed()
    assert said_at(meeting, END) == both(Rule.CHECKIN)
    assert said_at(meeting, at(13, 16)) == both(Rule.CHECKIN_AGAIN)
    assert said_at(meeting, END + 7 * DAY) == set()
    friday = do(proposed(at(13, 15)), Accept(0, 0), MENTEE).meeting
    assert said_at(friday, at(15, 16)) == both(Rule.CHECKIN)
    assert said_at(friday, at(16, 16)) == both(Rule.CHECKIN_AGAIN)


def test_whoever_has_spoken_or_passed_over_is_left_alone():
    assert said_at(said(agreed(), MENTOR, None, skipped=True).meeting, END + HOUR) == {(Rule.CHECKIN, MENTEE)}
    one = said(agreed(), MENTOR, True).meeting
    assert said_at(one, END + HOUR) == set()  # the other side was asked by the word itself
    assert said_at(one, at(13, 16)) == {(Rule.CHECKIN_AGAIN, MENTEE)}
    two = said(one, MENTEE, True).meeting
    assert said_at(two, at(13, 16)) == set()


def test_a_third_of_a_group_may_still_tell_after_it_counts():
    meeting = do(agreed(GROUP), Accept(0, 0), SECOND).meeting
    meeting = said(said(meeting, MENTEE, True).meeting, MENTOR, True).meeting
    assert meeting.state is State.COUNTED
    assert said_at(meeting, END + HOUR) == {(Rule.CHECKIN, SECOND)}
    denied = said(said(agreed(), MENTEE, True).meeting, MENTOR, False).meeting
    assert said_at(denied, at(13, 16)) == set()


def test_an_unanswered_proposal_is_asked_about_once_a_school_day_later():
    meeting = propose(new(GROUP), MENTOR, offer(at(27)), at(13)).meeting  # a Friday
    assert said_at(meeting, at(15)) == set()
    assert said_at(meeting, at(16)) == {(Rule.UNANSWERED, MENTEE), (Rule.UNANSWERED, SECOND)}
    declined = do(meeting, Decline(0), SECOND, at(14)).meeting
    assert said_at(declined, at(16)) == {(Rule.UNANSWERED, MENTEE)}
    taken = do(meeting, Accept(0, 0), MENTEE, at(14)).meeting
    assert said_at(taken, at(16)) == {(Rule.UNANSWERED, SECOND)}


def test_the_proposer_hears_of_the_expiry_for_a_week():
    meeting = proposed(at(27))
    assert said_at(meeting, at(13)) == {(Rule.EXPIRED, MENTOR)}
    stored = settle(meeting, at(14), DAYS).meeting
    assert said_at(stored, at(13)) == said_at(stored, at(19)) == {(Rule.EXPIRED, MENTOR)}
    assert said_at(stored, at(20)) == set()


@pytest.mark.parametrize("event", [Reoffer(0, offer(at(27))), Cancel(0), Decline(0)])
def test_nothing_of_a_moved_or_cancelled_one(event):
    meeting = do(agreed(), event, MENTOR, NOW + 2 * HOUR).meeting
    for now in (at(11, 18), at(12, 14), END):
        assert not [one for one in due(meeting, now, DAYS) if one.rule in (Rule.EVE, Rule.SHORTLY, Rule.CHECKIN)]


def test_a_moved_meeting_is_reminded_of_anew():
    moved = do(agreed(), Reoffer(0, offer(at(17, 15))), MENTOR, NOW + 2 * HOUR).meeting
    anew = do(moved, Accept(1, 0), MENTEE, NOW + 3 * HOUR).meeting
    first = {one.once for one in due(agreed(), at(11, 18), DAYS)}
    second = {one.once for one in due(anew, at(16, 18), DAYS)}
    assert len(first) == len(second) == 2
    assert not first & second
    assert "meeting-eve/1/7/0/0/1" in first


def test_a_logged_one_is_reminded_of_by_its_word_alone():
    meeting = log(new(), MENTOR, Outside(slot(at(9, 14))), NOW).meeting
    assert ahead(meeting, DAYS) == []


def test_the_next_look():
    meeting, looks, now = agreed(), [], NOW + HOUR
    while (at_ := wakes_at(meeting, now, DAYS)) is not None:
        now = at_
        looks.append(now)
        meeting = settle(meeting, now, DAYS).meeting
    assert looks == [at(11, 18), at(12, 14), END, at(13, 16), END + 7 * DAY]
    assert meeting.state is State.LAPSED
    assert wakes_at(proposed(at(27)), NOW, DAYS) == at(11)


@pytest.mark.parametrize(
    "meeting", [agreed(), agreed(GROUP), proposed(at(27), people=GROUP), proposed(at(10, 14))]
)
def test_nothing_becomes_due_between_two_looks(meeting):
    """What is due at any minute was due, or expired, at the look before: so a tick may read by `wakes_at` alone."""
    now, seen = NOW, set()
    looked = set()
    while now < NOW + 14 * DAY:
        for one in due(meeting, now, DAYS):
            seen.add((one.once, one.due_at))
        now += timedelta(minutes=5)
    look = NOW
    looked |= {(one.once, one.due_at) for one in due(meeting, look, DAYS)}
    while (at_ := wakes_at(meeting, look, DAYS)) is not None:
        look = at_
        looked |= {(one.once, one.due_at) for one in due(meeting, look, DAYS)}
    assert seen <= looked
    assert seen


def test_times_of_the_school_clock():
    assert school_days_later(DAYS, at(30, 9, month=12), 1) == at(30, 9, month=12) + 12 * DAY
    assert at_clock(DAYS, date(2026, 11, 12), START.astimezone().time().replace(hour=15, minute=0)) == START
