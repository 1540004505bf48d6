"""Every order of events, double and stale ones, from each side and in groups: one end state, and one only."""

from __future__ import annotations

from datetime import timedelta

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from mentoring.errors import ProgrammeError
from mentoring.meetings.rules import ENDED, HEARD, OFFERED, PLACED, CheckIn, File, Reply, Side, State, Turn
from mentoring.meetings.rules_checkin import Check, check_in
from mentoring.meetings.rules_due import Rule, due
from mentoring.meetings.rules_meeting import Accept, Cancel, Decline, Reoffer, apply, call_off
from mentoring.meetings.rules_offer import Offer, propose
from mentoring.meetings.rules_settle import settle, settles_at
from tests.meetings.tools import DAYS, GROUP, NOW, PAIR, TWO_MENTORS, new, slot

HOURS = st.integers(1, 120).map(lambda n: timedelta(hours=n))
PASSING = st.sampled_from((1, 1, 2, 5, 26, 80)).map(lambda n: timedelta(hours=n))
OFFERS = st.lists(HOURS, min_size=1, max_size=3, unique=True)
ALLOWED = {
    State.PROPOSED: {State.COUNTERED, State.AGREED, State.DECLINED, State.EXPIRED, State.CANCELLED},
    State.COUNTERED: {State.PROPOSED, State.AGREED, State.DECLINED, State.EXPIRED, State.CANCELLED},
    State.AGREED: {State.PROPOSED, State.CANCELLED, State.LAPSED, *HEARD},
    State.HAPPENED: {State.MISSED, State.COUNTED, State.DENIED, State.NOT_HELD},
    State.MISSED: {State.HAPPENED, State.COUNTED, State.DENIED, State.NOT_HELD},
}


class Meetings(RuleBasedStateMachine):
    @initialize(people=st.sampled_from((PAIR, GROUP, TWO_MENTORS)), by=st.integers(0, 1), hours=OFFERS)
    def begin(self, people, by, hours):
        self.now, self.people = NOW, [person for person, _ in people]
        first = propose(new(people), self.people[by], self.offer(hours), self.now)
        self.meeting, self.ends = first.meeting, 0
        self.calendars: dict[int, tuple[int, File]] = {}

    def offer(self, hours):
        return Offer(tuple(slot(self.now + ahead) for ahead in hours))

    def took(self, turn: Turn):
        before, self.meeting = self.meeting, turn.meeting
        if before.state in ENDED:
            assert self.meeting.state is before.state
            assert self.meeting.ended_at == before.ended_at
        elif before.state is not self.meeting.state:
            self.changed(before.state, self.meeting.state)
        assert self.meeting.revision in (before.revision, before.revision + 1)
        for wanted in turn.wanted:
            self.heard(wanted)

    def changed(self, before, after):
        # One press may settle by the clock and then act, so a step through a live state is allowed.
        steps = ALLOWED[before] | {far for near in ALLOWED[before] for far in ALLOWED.get(near, ())}
        assert after in steps
        self.ends += after in ENDED

    def heard(self, wanted):
        """A calendar takes a file only with a higher number, or as the first or the very same invitation."""
        assert wanted.person_id is None or wanted.person_id in self.people
        if wanted.file is None:
            return
        number, held = self.meeting.sequence, self.calendars.get(wanted.person_id)
        assert held is None or number > held[0] or held == (number, wanted.file)
        self.calendars[wanted.person_id] = (number, wanted.file)

    def tried(self, act):
        before = self.meeting
        try:
            self.took(act())
        except ProgrammeError:
            assert self.meeting is before

    def seen(self, behind):
        return max(0, self.meeting.revision - behind)

    who, behind = st.integers(0, 2), st.sampled_from((0, 0, 0, 1))

    def press(self, event, who):
        person, before = self.people[who % len(self.people)], self.meeting
        self.tried(lambda: apply(self.meeting, event, person, self.now, DAYS))
        assert self.meeting is before or event.revision == before.revision
        once = self.meeting
        self.tried(lambda: apply(self.meeting, event, person, self.now, DAYS))
        assert self.meeting == once

    @rule(who=who, behind=behind, place=st.integers(0, 2))
    def accept(self, who, behind, place):
        self.press(Accept(self.seen(behind), place), who)

    @precondition(lambda self: self.meeting.state in OFFERED)
    @rule(place=st.integers(0, 2))
    def the_others_accept(self, place):
        """The way most meetings go, so that the machine comes to what lies behind it."""
        for who, person in enumerate(self.people):
            if person != self.meeting.proposed_by:
                self.press(Accept(self.meeting.revision, place % len(self.meeting.slots)), who)

    @precondition(lambda self: self.meeting.state is State.AGREED)
    @rule(hours=OFFERS, who=who)
    def what_is_agreed_is_moved(self, hours, who):
        self.press(Reoffer(self.meeting.revision, self.offer(hours)), who)

    @rule(who=who, behind=behind)
    def decline(self, who, behind):
        self.press(Decline(self.seen(behind)), who)

    @rule(who=who, behind=behind, hours=OFFERS)
    def reoffer(self, who, behind, hours):
        self.press(Reoffer(self.seen(behind), self.offer(hours)), who)

    @rule(who=who, behind=behind)
    def cancel(self, who, behind):
        self.press(Cancel(self.seen(behind)), who)

    @rule(
        who=who, behind=behind, held=st.sampled_from((True, True, False, None)), mood=st.sampled_from((None, 1, 5))
    )
    def check(self, who, behind, held, mood):
        check = Check(self.seen(behind), CheckIn(held, mood=mood, skipped=held is None))
        person = self.people[who % len(self.people)]
        self.tried(lambda: check_in(self.meeting, check, person, self.now, DAYS))
        self.tried(lambda: check_in(self.meeting, check, person, self.now, DAYS))

    @rule(hours=PASSING)
    def time_passes(self, hours):
        self.now += hours
        self.took(settle(self.meeting, self.now, DAYS))

    @rule(hours=PASSING)
    def time_passes_unseen(self, hours):
        self.now += hours

    @precondition(lambda self: self.meeting.state is State.AGREED)
    @rule()
    def the_meeting_ends(self):
        self.now = max(self.now, self.meeting.time.end)

    @precondition(lambda self: self.meeting.revision > 1)
    @rule()
    def the_pair_ends(self):
        self.took(call_off(self.meeting, self.now))

    @invariant()
    def an_end_is_an_end(self):
        meeting = self.meeting
        assert self.ends == (meeting.state in ENDED)
        assert (meeting.ended_at is not None) == (meeting.state in ENDED)
        assert (settles_at(meeting, DAYS) is None) == (meeting.state in ENDED)

    @invariant()
    def what_is_agreed_has_a_time_and_both_sides(self):
        meeting = self.meeting
        assert (meeting.time is None) <= (
            meeting.state in OFFERED | {State.DECLINED, State.EXPIRED, State.CANCELLED}
        )
        if meeting.state in PLACED | OFFERED | {State.AGREED}:
            assert {one.side for one in meeting.participants if one.reply is not Reply.DECLINED} == set(Side)

    @invariant()
    def calendars_agree(self):
        """Whoever is coming has an invitation, whoever is not has none that was not called off."""
        agreed = self.meeting.state in PLACED | {State.AGREED, State.LAPSED}
        invited = {person for person, (_, method) in self.calendars.items() if method is File.REQUEST}
        assert invited == (set(self.meeting.coming) if agreed else set())

    @invariant()
    def reminders_are_of_what_is(self):
        settled = settle(self.meeting, self.now, DAYS).meeting
        for one in due(self.meeting, self.now, DAYS):
            assert one.revision == settled.revision
            assert one.due_at <= self.now < one.expires_at
            assert settled.state in {
                Rule.UNANSWERED: OFFERED | {State.AGREED}, Rule.EXPIRED: {State.EXPIRED},
                Rule.EVE: {State.AGREED}, Rule.SHORTLY: {State.AGREED},
            }.get(one.rule, {State.AGREED, State.COUNTED, *HEARD})  # fmt: skip

    def teardown(self):
        """Left alone, every meeting ends."""
        if hasattr(self, "meeting"):
            far = self.now + timedelta(days=60)
            self.took(settle(self.meeting, far, DAYS))
            assert self.meeting.state in ENDED
            assert self.ends == 1


Meetings.TestCase.settings = settings(max_examples=150, stateful_step_count=30, deadline=None)
TestEveryOrder = Meetings.TestCase
