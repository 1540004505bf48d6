"""Proposing and agreeing: who hears what, which calendar files go out, what an old button does."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from mentoring.errors import ProgrammeError
from mentoring.meetings.rules import File, Reply, Side, Slot, State, What
from mentoring.meetings.rules_meeting import Accept, Cancel, Decline, Reoffer, call_off
from mentoring.meetings.rules_offer import Offer, checked, propose
from mentoring.meetings.rules_settle import expires_at, settle
from tests.meetings.tools import (
    DAY,
    DAYS,
    END,
    GROUP,
    HELPER,
    HOUR,
    MENTEE,
    MENTOR,
    NOW,
    SECOND,
    TWO_MENTORS,
    agreed,
    at,
    do,
    new,
    offer,
    proposed,
    said,
    slot,
    told,
)  # fmt: skip

REQUEST, CANCEL = File.REQUEST, File.CANCEL


def refused(key, *args):
    with pytest.raises(ProgrammeError) as caught:
        do(*args)
    assert caught.value.key == key


def test_a_proposal_reaches_the_others_alone():
    turn = propose(new(GROUP), MENTEE, offer(at(13), at(12)), NOW)
    assert told(turn) == {(What.PROPOSED, MENTOR, None), (What.PROPOSED, SECOND, None)}
    assert [one.start for one in turn.meeting.slots] == [at(12), at(13)]
    assert (turn.meeting.state, turn.meeting.coming) == (State.PROPOSED, (MENTEE,))


@pytest.mark.parametrize(
    ("slots", "key"),
    [
        ((), "error-meeting-slots"),
        (tuple(slot(at(day)) for day in (11, 12, 13, 14)), "error-meeting-slots"),
        ((slot(at(12)), slot(at(12), 60)), "error-meeting-slots"),
        ((slot(NOW),), "error-meeting-slot-past"),
        ((slot(at(12)), slot(NOW - DAY)), "error-meeting-slot-past"),
        ((slot(NOW + 367 * DAY),), "error-meeting-slot-far"),
        ((slot(at(12), 0),), "error-meeting-slot-length"),
        ((Slot(at(12), at(12) + timedelta(hours=8, minutes=1)),), "error-meeting-slot-length"),
    ],
)
def test_times_that_cannot_be(slots, key):
    with pytest.raises(ProgrammeError) as caught:
        checked(Offer(slots), NOW)
    assert caught.value.key == key


def test_a_place_too_long():
    assert checked(Offer((slot(at(12)),), " у окна "), NOW).place == "у окна"
    with pytest.raises(ProgrammeError, match="error-meeting-place"):
        checked(Offer((slot(at(12)),), "я" * 201), NOW)


@pytest.mark.parametrize(
    "people", [((1, Side.MENTOR),), ((1, Side.MENTOR), (5, Side.MENTOR)), ((8, Side.MENTOR), (2, Side.MENTEE))]
)
def test_both_sides_and_the_proposer_belong(people):
    with pytest.raises(ProgrammeError, match="error-meeting-people"):
        propose(new(people), MENTOR, offer(at(12)), NOW)


def test_accepting_invites_both():
    turn = do(proposed(at(12), at(13)), Accept(0, 1), MENTEE)
    assert (turn.meeting.state, turn.meeting.time) == (State.AGREED, slot(at(13)))
    assert told(turn) == {(What.AGREED, MENTOR, REQUEST), (What.AGREED, MENTEE, REQUEST)}
    assert (turn.meeting.sequence, turn.meeting.revision, turn.meeting.invited) == (0, 0, True)


def test_a_second_press_changes_nothing():
    first = do(proposed(at(12), at(13)), Accept(0, 1), MENTEE).meeting
    again = do(first, Accept(0, 1), MENTEE)
    assert (again.meeting, again.wanted) == (first, ())


def test_the_proposer_has_accepted_already():
    meeting = proposed()
    assert do(meeting, Accept(0, 0), MENTOR).meeting == meeting


def test_other_presses_that_come_too_late():
    meeting = do(proposed(at(12), at(13)), Accept(0, 1), MENTEE).meeting
    refused("error-meeting-slot-other", meeting, Accept(0, 0), MENTEE)
    refused("error-meeting-stale", meeting, Accept(0, 5), MENTEE)
    refused("error-meeting-stale", meeting, Decline(1), MENTEE)
    refused("error-meeting-people", meeting, Accept(0, 1), 99)
    refused("error-meeting-over", meeting, Decline(0), MENTEE, at(13, 13))


def test_a_time_that_has_passed_cannot_be_taken():
    meeting = proposed(at(10, 13), at(12))
    refused("error-meeting-slot-past", meeting, Accept(0, 0), MENTEE, at(10, 13))
    assert do(meeting, Accept(0, 1), MENTEE, at(10, 13)).meeting.state is State.AGREED


def test_countering_turns_the_question_round():
    turn = do(proposed(), Reoffer(0, offer(at(16))), MENTEE)
    meeting = turn.meeting
    assert told(turn) == {(What.COUNTERED, MENTOR, None)}
    assert (meeting.state, meeting.revision, meeting.proposed_by, meeting.moves) == (State.COUNTERED, 1, MENTEE, 0)
    refused("error-meeting-stale", meeting, Accept(0, 0), MENTOR)
    assert do(meeting, Accept(1, 0), MENTOR).meeting.time == slot(at(16))


def test_a_second_thought_of_the_proposer():
    turn = do(proposed(), Reoffer(0, offer(at(16))), MENTOR)
    assert told(turn) == {(What.PROPOSED, MENTEE, None)}
    assert (turn.meeting.state, turn.meeting.revision) == (State.PROPOSED, 1)


def test_declining_ends_a_pairs_proposal():
    turn = do(proposed(), Decline(0), MENTEE)
    assert (turn.meeting.state, turn.meeting.ended_at) == (State.DECLINED, NOW)
    assert told(turn) == {(What.DECLINED, MENTOR, None)}
    refused("error-meeting-over", turn.meeting, Accept(0, 0), MENTEE)


@pytest.mark.parametrize("event", [Decline(0), Cancel(0)])
def test_the_proposer_takes_it_back(event):
    turn = do(proposed(), event, MENTOR)
    assert turn.meeting.state is State.CANCELLED
    assert told(turn) == {(What.CANCELLED, MENTEE, None)}
    assert turn.meeting.sequence == 0


@pytest.mark.parametrize(("by", "other"), [(MENTOR, MENTEE), (MENTEE, MENTOR)])
@pytest.mark.parametrize("event", [Decline(0), Cancel(0)])
def test_calling_off_clears_both_calendars(by, other, event):
    turn = do(agreed(), event, by, NOW + DAY)
    assert turn.meeting.state is State.CANCELLED
    assert told(turn) == {(What.CANCELLED, by, CANCEL), (What.CANCELLED, other, CANCEL)}
    assert turn.meeting.sequence == 1


def test_moving_clears_the_old_time_and_invites_to_the_new():
    moved = do(agreed(), Reoffer(0, offer(at(17))), MENTEE, NOW + DAY)
    assert told(moved) == {(What.CANCELLED, MENTEE, CANCEL), (What.MOVED, MENTOR, CANCEL)}
    meeting = moved.meeting
    assert (meeting.state, meeting.time, meeting.revision, meeting.moves) == (State.PROPOSED, None, 1, 1)
    anew = do(meeting, Accept(1, 0), MENTOR, NOW + DAY).meeting
    assert (meeting.sequence, anew.sequence, anew.uid) == (1, 2, "b7e0")


def test_cancelling_a_moved_one_has_nothing_left_to_clear():
    moved = do(agreed(), Reoffer(0, offer(at(17))), MENTEE, NOW + DAY).meeting
    turn = do(moved, Decline(1), MENTOR, NOW + DAY)
    assert told(turn) == {(What.DECLINED, MENTEE, None)}


def test_until_its_end_a_meeting_can_be_called_off():
    assert do(agreed(), Cancel(0), MENTEE, END - HOUR / 60).meeting.state is State.CANCELLED
    refused("error-meeting-over", agreed(), Cancel(0), MENTEE, END)


class TestGroups:
    def test_the_first_answer_agrees_and_the_rest_are_asked_to_join(self):
        turn = do(proposed(at(12), at(13), people=GROUP), Accept(0, 0), MENTEE)
        assert turn.meeting.state is State.AGREED
        assert told(turn) == {
            (What.AGREED, MENTOR, REQUEST), (What.AGREED, MENTEE, REQUEST), (What.JOIN, SECOND, None)
        }  # fmt: skip
        joined = do(turn.meeting, Accept(0, 0), SECOND)
        assert told(joined) == {(What.AGREED, SECOND, REQUEST), (What.JOINED, MENTOR, None)}
        assert joined.meeting.coming == (MENTOR, MENTEE, SECOND)
        assert joined.meeting.sequence == 0

    def test_one_who_declines_cancels_it_for_nobody(self):
        turn = do(proposed(people=GROUP), Decline(0), MENTEE)
        assert turn.meeting.state is State.PROPOSED
        assert told(turn) == {(What.NOT_COMING, MENTOR, None)}
        assert do(turn.meeting, Accept(0, 0), SECOND).meeting.state is State.AGREED

    @pytest.mark.parametrize("event", [Decline(0), Cancel(0)])
    def test_one_who_was_coming_leaves_alone(self, event):
        both = do(agreed(GROUP), Accept(0, 0), SECOND).meeting
        turn = do(both, event, SECOND)
        assert (turn.meeting.state, turn.meeting.coming) == (State.AGREED, (MENTOR, MENTEE))
        assert told(turn) == {(What.CANCELLED, SECOND, CANCEL), (What.NOT_COMING, MENTOR, None)}
        assert turn.meeting.sequence == 1
        assert do(turn.meeting, Decline(0), SECOND).wanted == ()

    def test_the_last_one_to_decline_ends_it(self):
        left = do(proposed(people=GROUP), Decline(0), MENTEE).meeting
        turn = do(left, Decline(0), SECOND)
        assert turn.meeting.state is State.DECLINED
        assert told(turn) == {(What.DECLINED, MENTOR, None)}

    def test_who_was_coming_leaves_while_another_is_still_asked(self):
        turn = do(agreed(GROUP), Decline(0), MENTEE)
        assert turn.meeting.state is State.AGREED
        assert do(turn.meeting, Accept(0, 0), SECOND).meeting.coming == (MENTOR, SECOND)

    def test_only_a_mentor_moves_what_a_group_agreed(self):
        both = do(agreed(GROUP), Accept(0, 0), SECOND).meeting
        refused("error-meeting-move", both, Reoffer(0, offer(at(16))), SECOND)
        moved = do(both, Reoffer(0, offer(at(16))), MENTOR)
        assert {one.reply for one in moved.meeting.participants if one.person_id != MENTOR} == {Reply.ASKED}
        assert (What.MOVED, SECOND, CANCEL) in told(moved)

    def test_a_mentor_cancels_for_all(self):
        turn = do(agreed(GROUP), Cancel(0), MENTOR)
        assert turn.meeting.state is State.CANCELLED
        assert told(turn) == {
            (What.CANCELLED, MENTOR, CANCEL), (What.CANCELLED, MENTEE, CANCEL), (What.CANCELLED, SECOND, None)
        }  # fmt: skip

    def test_whoever_has_said_no_is_not_told_that_it_is_off(self):
        left = do(agreed(GROUP), Decline(0), SECOND).meeting
        assert SECOND not in {person for _, person, _ in told(do(left, Cancel(0), MENTOR))}

    def test_a_second_mentor_alone_agrees_nothing(self):
        taken = do(proposed(at(12), at(13), people=TWO_MENTORS), Accept(0, 0), HELPER)
        assert (taken.meeting.state, taken.wanted) == (State.PROPOSED, ())
        turn = do(taken.meeting, Accept(0, 1), MENTEE)
        assert turn.meeting.coming == (MENTOR, MENTEE)
        assert (What.JOIN, HELPER, None) in told(turn)

    def test_one_mentor_of_two_may_leave(self):
        turn = do(agreed(TWO_MENTORS), Decline(0), MENTOR)
        assert turn.meeting.state is State.AGREED
        assert do(turn.meeting, Decline(0), HELPER).meeting.state is State.CANCELLED


def test_expiry_counts_school_days_or_the_last_time():
    assert expires_at(proposed(at(27)), DAYS) == at(13)
    assert expires_at(proposed(at(11), at(12)), DAYS) == at(12)
    friday = propose(new(), MENTOR, offer(at(27)), at(13)).meeting
    assert expires_at(friday, DAYS) == at(18)


def test_an_expired_proposal_takes_no_answer():
    meeting = proposed(at(27))
    assert settle(meeting, at(13) - HOUR, DAYS).meeting == meeting
    over = settle(meeting, at(20), DAYS).meeting
    assert (over.state, over.ended_at) == (State.EXPIRED, at(13))
    assert settle(over, at(25), DAYS).meeting == over
    refused("error-meeting-over", meeting, Accept(0, 0), MENTEE, at(13))


def test_the_pairs_end_calls_off_what_is_to_come():
    turn = call_off(agreed(), NOW + DAY)
    assert turn.meeting.state is State.CANCELLED
    assert told(turn) == {(What.CANCELLED, MENTOR, CANCEL), (What.CANCELLED, MENTEE, CANCEL)}
    assert told(call_off(proposed(), NOW)) == {(What.CANCELLED, MENTOR, None), (What.CANCELLED, MENTEE, None)}
    over = agreed()
    assert call_off(over, END).meeting == over
    counted = said(said(over, MENTOR, True).meeting, MENTEE, True).meeting
    assert call_off(counted, END + DAY).meeting == counted


def test_a_meeting_is_what_its_facts_are():
    assert replace(agreed(), place="иначе") != agreed()
