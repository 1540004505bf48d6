"""The health of a pair: what makes it yellow or red, what a pause takes away, what a curator may read."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from mentoring.errors import ProgrammeError
from mentoring.meetings.rules import CheckIn, Meeting, State
from mentoring.meetings.rules_meeting import Accept, Reoffer
from mentoring.meetings.rules_pause import LONGEST, Pause, active_days, pause, paused, resume
from mentoring.meetings.rules_radar import (
    Colour,
    Facts,
    Reason,
    Thresholds,
    facts_of,
    for_curator,
    health,
    low_people,
)  # fmt: skip
from mentoring.meetings.rules_settle import settle
from tests.meetings.tools import (
    DAY,
    DAYS,
    END,
    HOUR,
    MENTEE,
    MENTOR,
    NOW,
    agreed,
    at,
    do,
    offer,
    proposed,
    said,
    slot,
)

BEGAN = date(2026, 11, 2)
FACTS = Facts(70, BEGAN)


def colour(facts, today, thresholds=Thresholds()):
    seen = health(facts, today, DAYS, thresholds)
    return seen.colour, seen.reasons


def after(school_days):
    return DAYS.add_school_days(BEGAN, school_days)


@pytest.mark.parametrize(
    ("number", "expected"), [(20, Colour.GREEN), (21, Colour.YELLOW), (34, Colour.YELLOW), (35, Colour.RED)]
)
def test_silence_in_school_days(number, expected):
    assert health(FACTS, after(number), DAYS).colour is expected
    assert health(FACTS, after(number), DAYS).days == number


def test_thresholds_are_data():
    own = Thresholds(yellow=5, red=8)
    assert colour(FACTS, after(5), own) == (Colour.YELLOW, (Reason.SILENT,))
    assert colour(FACTS, after(8), own) == (Colour.RED, (Reason.OVERDUE,))
    assert health(FACTS, after(8), DAYS, own).thresholds == own


@pytest.mark.parametrize(
    ("facts", "reason"),
    [
        ({"missed": 2}, Reason.MISSED),
        ({"disagreements": 1}, Reason.DISAGREEMENT),
        ({"unanswered": 2}, Reason.UNANSWERED),
        ({"moved": 3}, Reason.MOVED),
        ({"low": frozenset({MENTEE})}, Reason.MOOD),
    ],
)
def test_each_other_reason(facts, reason):
    assert colour(replace(FACTS, **facts), BEGAN) == (Colour.YELLOW, (reason,))
    less = {name: value - 1 for name, value in facts.items() if isinstance(value, int)}
    assert colour(replace(FACTS, **less), BEGAN) == (Colour.GREEN, ())


def test_an_agreed_meeting_ahead_answers_a_yellow_silence_only():
    ahead = replace(FACTS, next_on=after(40))
    assert colour(ahead, after(30)) == (Colour.GREEN, ())
    assert colour(ahead, after(35)) == (Colour.RED, (Reason.OVERDUE,))
    assert colour(replace(FACTS, next_on=after(29)), after(30)) == (Colour.YELLOW, (Reason.SILENT,))


def test_the_curator_reads_that_support_is_welcome():
    shown = for_curator((Reason.SILENT, Reason.MOOD))
    assert shown == (Reason.SILENT, Reason.SUPPORT)
    seen = health(replace(FACTS, low=frozenset({MENTEE})), BEGAN, DAYS)
    assert "low=frozenset" not in repr(seen)


def held(day, month=11, **moods) -> Meeting:
    """A counted meeting at noon of that day, with the moods given."""
    words = {MENTOR: moods.get("mentor"), MENTEE: moods.get("mentee")}
    return replace(
        agreed(),
        slots=(slot(at(day, 12, month=month)),),
        state=State.COUNTED,
        checkins=tuple((person, CheckIn(True, mood=mood)) for person, mood in words.items()),
    )


def ended(day, state) -> Meeting:
    return replace(held(day), state=state, checkins=())


def facts(*meetings, now=at(27)):
    return facts_of(70, BEGAN, meetings, now, DAYS)


def test_facts_of_a_pair_without_meetings():
    assert facts() == FACTS


def test_a_counted_meeting_clears_what_was_before():
    before = [ended(3, State.NOT_HELD), ended(4, State.DENIED), ended(5, State.EXPIRED)]
    assert facts(*before) == replace(FACTS, missed=1, disagreements=1, unanswered=1)
    assert facts(*before, held(9)) == Facts(70, date(2026, 11, 9))
    assert facts(ended(11, State.LAPSED), *before, held(9)) == Facts(70, date(2026, 11, 9), unanswered=1)


def test_real_meetings_feed_the_radar():
    silent = settle(proposed(at(27)), at(20), DAYS).meeting
    moved = do(agreed(), Reoffer(0, offer(at(17))), MENTOR).meeting
    anew = do(moved, Accept(1, 0), MENTEE).meeting
    denied = said(said(agreed(), MENTOR, True).meeting, MENTEE, False).meeting
    seen = facts(silent, anew, denied, now=NOW + HOUR)
    assert seen == Facts(70, BEGAN, disagreements=1, unanswered=1, moved=1, next_on=date(2026, 11, 17))
    assert facts(anew, now=at(17, 13)).next_on is None


def test_a_low_mood_is_one_persons_and_running():
    assert low_people([held(3, mentee=2), held(10, mentee=1)]) == {MENTEE}
    assert low_people([held(3, mentee=2)]) == frozenset()
    assert low_people([held(3, mentee=2), held(10, mentor=2)]) == frozenset()
    assert low_people([held(3, mentee=2), held(10), held(17, mentee=2)]) == {MENTEE}
    assert low_people([held(3, mentee=1), held(10, mentee=1), held(17, mentee=3)]) == frozenset()
    assert facts(held(17, mentee=1), held(10, mentee=2), held(3, mentee=5)).low == {MENTEE}


class TestPauses:
    FIRST, UNTIL = date(2026, 11, 9), date(2026, 11, 23)

    def test_a_paused_pair_is_left_alone(self):
        facts = replace(FACTS, missed=5, pauses=(Pause(self.FIRST, self.UNTIL, MENTOR),))
        assert colour(facts, self.FIRST) == (Colour.PAUSED, ())
        assert colour(facts, self.UNTIL) == (Colour.YELLOW, (Reason.MISSED,))

    def test_its_days_are_nobodys_silence(self):
        facts = replace(FACTS, pauses=(Pause(self.FIRST, self.UNTIL, MENTOR),))
        assert health(facts, after(30), DAYS).days == 20
        assert health(facts, after(30), DAYS).colour is Colour.GREEN

    def test_overlapping_ones_count_once(self):
        pauses = (Pause(self.FIRST, self.UNTIL, 1), Pause(self.FIRST + 3 * DAY, self.UNTIL, 1))
        assert active_days(pauses, BEGAN, date(2026, 11, 30), DAYS) == 10
        assert active_days((Pause(BEGAN - 30 * DAY, self.FIRST, 1),), BEGAN, self.FIRST, DAYS) == 0
        assert active_days((), self.FIRST, BEGAN, DAYS) == 0

    def test_pausing_and_going_on(self):
        pauses = pause((), MENTOR, self.FIRST, self.UNTIL)
        assert pauses == (Pause(self.FIRST, self.UNTIL, MENTOR),)
        assert paused(pauses, self.UNTIL - DAY)
        assert not paused(pauses, self.UNTIL)
        longer = pause(pauses, MENTEE, self.FIRST + DAY, self.UNTIL + 7 * DAY)
        assert longer == (Pause(self.FIRST, self.UNTIL + 7 * DAY, MENTOR),)
        assert resume(pauses, self.FIRST + DAY) == (Pause(self.FIRST, self.FIRST + DAY, MENTOR),)
        assert resume(pauses, self.FIRST) == ()
        assert resume(pauses, self.UNTIL) == pauses

    @pytest.mark.parametrize(
        ("until", "key"), [(FIRST, "error-pause-end"), (FIRST + timedelta(LONGEST + 1), "error-pause-long")]
    )
    def test_it_has_an_end(self, until, key):
        with pytest.raises(ProgrammeError) as refused:
            pause((), MENTOR, self.FIRST, until)
        assert refused.value.key == key


def test_a_meeting_of_today_is_ahead_until_its_end():
    assert facts(agreed(), now=END - HOUR).next_on == date(2026, 11, 12)
    assert facts(agreed(), now=END).next_on is None
