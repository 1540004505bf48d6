"""The check-in: when it counts, when the curator hears of it, what stays private."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from mentoring.errors import ProgrammeError
from mentoring.meetings.rules import TOPICS, CheckIn, Contact, Mark, Slot, State, Subject, What, Why
from mentoring.meetings.rules_checkin import (
    SHARED,
    Check,
    Outside,
    Part,
    check_in,
    log,
    low,
    parts,
    second_tap,
    shared,
    verified,
)  # fmt: skip
from mentoring.meetings.rules_kinds import Kind
from mentoring.meetings.rules_meeting import Accept, Decline
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
    proposed,
    said,
    slot,
    told,
)  # fmt: skip


def refused(key, *args, **more):
    with pytest.raises(ProgrammeError) as caught:
        said(*args, **more)
    assert caught.value.key == key


@pytest.mark.parametrize(("first", "second"), [(MENTOR, MENTEE), (MENTEE, MENTOR)])
def test_two_yes_count_at_once(first, second):
    one = said(agreed(), first, True)
    assert one.meeting.state is State.HAPPENED
    assert told(one) == {(What.CONFIRM_HELD, second, None)}
    two = said(one.meeting, second, True, END + HOUR)
    assert (two.meeting.state, two.meeting.ended_at, two.wanted) == (State.COUNTED, END + HOUR, ())


def test_one_yes_counts_when_nobody_denies_it_for_three_days():
    one = said(agreed(), MENTEE, True).meeting
    assert settle(one, END + 3 * DAY - HOUR, DAYS).meeting.state is State.HAPPENED
    over = settle(one, END + 3 * DAY, DAYS)
    assert (over.meeting.state, over.meeting.ended_at, over.wanted) == (State.COUNTED, END + 3 * DAY, ())


@pytest.mark.parametrize("first", [True, False])
def test_a_disagreement_goes_to_the_curator_and_says_nothing(first):
    one = said(agreed(), MENTOR, first).meeting
    two = said(one, MENTEE, not first, END + HOUR)
    assert two.meeting.state is State.DENIED
    assert told(two) == {(What.DISAGREEMENT, None, None)}


def test_not_held_asks_the_other_and_offers_a_new_time():
    one = said(agreed(), MENTEE, False, why=Why.TIMETABLE)
    assert one.meeting.state is State.MISSED
    assert told(one) == {(What.CONFIRM_NOT_HELD, MENTOR, None)}
    over = settle(one.meeting, END + 3 * DAY, DAYS)
    assert over.meeting.state is State.NOT_HELD
    assert told(over) == {(What.OFFER_NEW_TIME, MENTOR, None)}
    assert said(one.meeting, MENTOR, False, END + HOUR).meeting.state is State.NOT_HELD


def test_nobody_ever_answers():
    assert settle(agreed(), END + 7 * DAY - HOUR, DAYS).meeting.state is State.AGREED
    assert settle(agreed(), END + 7 * DAY, DAYS).meeting.state is State.LAPSED
    refused("error-checkin-closed", agreed(), MENTOR, True, END + 7 * DAY)


def test_passing_over_is_one_tap_and_no_word():
    one = said(agreed(), MENTOR, None, skipped=True)
    assert (one.meeting.state, one.wanted) == (State.AGREED, ())
    spoken = said(one.meeting, MENTOR, True).meeting
    assert spoken.checkin(MENTOR) == CheckIn(held=True)
    still = said(spoken, MENTOR, None, skipped=True).meeting
    assert still.checkin(MENTOR) == CheckIn(held=True)
    assert MENTOR not in {person for _, person, _ in told(said(one.meeting, MENTEE, True))}


def test_a_first_word_on_the_last_day_leaves_the_other_three_days():
    late = END + 7 * DAY - HOUR
    one = said(agreed(), MENTOR, True, late).meeting
    assert said(one, MENTEE, False, late + 3 * DAY - HOUR).meeting.state is State.DENIED
    assert settle(one, late + 3 * DAY, DAYS).meeting.state is State.COUNTED


def test_a_wrong_tap_can_be_put_right_without_winning_time():
    one = said(agreed(), MENTOR, True).meeting
    changed = said(one, MENTOR, False, END + DAY)
    assert changed.meeting.state is State.MISSED
    assert changed.wanted == ()
    assert settle(changed.meeting, END + 3 * DAY, DAYS).meeting.state is State.NOT_HELD


def test_after_the_end_the_rest_is_taken_and_the_word_is_fixed():
    counted = said(said(agreed(), MENTOR, True).meeting, MENTEE, True).meeting
    turn = said(counted, MENTOR, False, END + DAY, mood=4, subjects=frozenset({Subject.METHOD}))
    assert (turn.meeting.state, turn.wanted) == (State.COUNTED, ())
    assert turn.meeting.checkin(MENTOR) == CheckIn(held=True, mood=4, subjects=frozenset({Subject.METHOD}))
    refused("error-checkin-closed", counted, MENTOR, None, END + 7 * DAY, mood=4)


def test_pieces_add_up():
    meeting = said(agreed(), MENTOR, True, mood=5).meeting
    meeting = said(meeting, MENTOR, None, minutes=40, tasks=((1, Mark.DONE),)).meeting
    meeting = said(meeting, MENTOR, None, note=" своё ").meeting
    assert meeting.checkin(MENTOR) == CheckIn(True, minutes=40, tasks=((1, Mark.DONE),), mood=5, note="своё")


def test_too_early_and_not_yours():
    refused("error-checkin-early", agreed(), MENTOR, True, END - HOUR)
    refused("error-meeting-people", agreed(), 99, True)
    refused("error-checkin-closed", proposed(at(27)), MENTOR, True, NOW)
    with pytest.raises(ProgrammeError, match="error-meeting-stale"):
        check_in(agreed(), Check(1, CheckIn(True)), MENTOR, END, DAYS)


@pytest.mark.parametrize(
    ("more", "key"),
    [
        ({"mood": 0}, "error-checkin-mood"),
        ({"mood": 6}, "error-checkin-mood"),
        ({"minutes": 0}, "error-checkin-minutes"),
        ({"minutes": 481}, "error-checkin-minutes"),
        ({"note": "я" * 1001}, "error-checkin-long"),
        ({"agreed": "я" * 501}, "error-checkin-long"),
    ],
)
def test_answers_that_do_not_fit(more, key):
    with pytest.raises(ProgrammeError) as caught:
        verified(CheckIn(True, **more))
    assert caught.value.key == key


class TestGroups:
    @staticmethod
    def all_coming():
        return do(agreed(GROUP), Accept(0, 0), SECOND).meeting

    def test_one_absent_mentee_contradicts_nobody(self):
        one = said(self.all_coming(), MENTOR, True).meeting
        two = said(one, SECOND, False)
        assert (two.meeting.state, two.wanted) == (State.HAPPENED, ())
        assert said(two.meeting, MENTEE, True).meeting.state is State.COUNTED

    def test_all_of_a_side_deny(self):
        meeting = self.all_coming()
        for person in (MENTEE, SECOND):
            assert meeting.live
            meeting = said(meeting, person, False).meeting
        assert said(meeting, MENTOR, True).meeting.state is State.DENIED

    def test_after_three_days_those_who_spoke_speak_for_their_side(self):
        meeting = said(said(self.all_coming(), MENTOR, True).meeting, SECOND, False).meeting
        over = settle(meeting, END + 3 * DAY, DAYS)
        assert over.meeting.state is State.DENIED
        assert told(over) == {(What.DISAGREEMENT, None, None)}

    def test_the_first_word_asks_the_silent_of_the_other_side(self):
        one = said(self.all_coming(), MENTEE, True)
        assert told(one) == {(What.CONFIRM_HELD, MENTOR, None)}
        one = said(self.all_coming(), MENTOR, True)
        assert told(one) == {(What.CONFIRM_HELD, MENTEE, None), (What.CONFIRM_HELD, SECOND, None)}

    def test_who_declined_has_no_word_and_who_never_answered_has(self):
        refused("error-meeting-people", do(agreed(GROUP), Decline(0), SECOND).meeting, SECOND, True)
        one = said(agreed(GROUP), SECOND, True).meeting
        assert said(one, MENTOR, True).meeting.state is State.COUNTED


class TestOutside:
    TIME = slot(at(9, 14))

    def test_two_taps_and_the_other_is_asked(self):
        turn = log(new(), MENTEE, Outside(self.TIME, contact=Contact.DIRECT), NOW)
        assert (turn.meeting.state, turn.meeting.time, turn.meeting.logged) == (State.HAPPENED, self.TIME, True)
        assert told(turn) == {(What.CONFIRM_HELD, MENTOR, None)}
        assert settle(turn.meeting, NOW + 3 * DAY, DAYS).meeting.state is State.COUNTED
        assert said(turn.meeting, MENTOR, False, NOW + DAY).meeting.state is State.DENIED

    def test_an_old_one_still_gives_three_days(self):
        old = log(new(), MENTOR, Outside(slot(NOW - 30 * DAY)), NOW).meeting
        assert said(old, MENTEE, True, NOW + 2 * DAY).meeting.state is State.COUNTED

    @pytest.mark.parametrize(
        ("time", "key"),
        [
            (slot(NOW), "error-log-future"),
            (slot(NOW - 32 * DAY), "error-log-old"),
            (Slot(NOW - HOUR, NOW - HOUR), "error-meeting-slot-length"),
            (Slot(NOW - 20 * HOUR, NOW - HOUR), "error-meeting-slot-length"),
        ],
    )
    def test_what_cannot_be_logged(self, time, key):
        with pytest.raises(ProgrammeError) as caught:
            log(new(), MENTOR, Outside(time), NOW)
        assert caught.value.key == key


def test_what_the_pair_sees():
    whole = CheckIn(
        True, 45, Contact.DIRECT, frozenset({Subject.SOCIAL}), ((1, Mark.MOVED),), "урок", 2, "тайна", Why.ILL, NOW
    )
    seen = shared(whole)
    assert seen == replace(whole, mood=None, note=None, why=None, again_at=None)
    assert {part.value for part in Part} == set(CheckIn.__dataclass_fields__) - {"held", "skipped"}
    assert Part.MOOD not in SHARED


def test_what_is_offered():
    assert (second_tap(True), second_tap(False)) == (Part.MOOD, Part.WHY)
    assert Part.TASKS in parts(agreed(), True)
    assert Part.TASKS not in parts(agreed(kind=Kind.TRIAL), True)
    assert parts(agreed(), False) == (Part.WHY, Part.AGAIN_AT, Part.NOTE)
    assert Part.WHY not in parts(agreed(), True)


def test_words_of_the_programme():
    assert len(Contact) == 7
    assert set(TOPICS) == set(Subject)
    assert [low(mood) for mood in (None, 1, 2, 3)] == [False, True, True, False]
    assert timedelta(0) < END - at(12, 15)
