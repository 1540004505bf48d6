"""Who hears of a pair in need, in what order and how fast; and that any reaction stops it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from mentoring.meetings.rules_ladder import REST, REST_SAME, SHIPPED, Rung, To, climb, react, start
from mentoring.meetings.rules_pause import Pause
from mentoring.meetings.rules_radar import Facts, Reason, Thresholds, health
from tests.meetings.tools import DAY, DAYS, MENTEE, MENTOR

BEGAN = date(2026, 9, 1)
SILENT, MOOD = Facts(70, BEGAN), Facts(70, date(2026, 11, 2), low=frozenset({MENTEE}))
FRIDAY, MONDAY = date(2026, 11, 6), date(2026, 11, 9)


PATIENT = Thresholds(red=500)  # nothing is overdue, so that the gentle ladder is seen whole


def seen(facts, day, thresholds=PATIENT):
    return health(facts, day, DAYS, thresholds)


def walk(ladder, facts, days=60):
    """Every day a tick comes twice; the rungs with their days."""
    taken, day = [], ladder.started
    for _ in range(days):
        for _ in range(2):
            ladder, rung = climb(ladder, seen(facts, day), DAYS)
            taken += [(rung.to, day)] if rung else []
        day += DAY
    return ladder, taken


def test_gently_and_in_order():
    ladder, taken = walk(start(seen(SILENT, FRIDAY), (), DAYS), SILENT)
    assert taken == [
        (To.MENTOR, FRIDAY), (To.MENTEE, date(2026, 11, 11)), (To.CURATOR, date(2026, 11, 16)),
        (To.DEPUTY, date(2026, 11, 23)),
    ]  # fmt: skip
    assert not ladder.running


def test_at_most_one_rung_a_working_day_even_without_waiting():
    hasty = {Reason.SILENT: (Rung(To.MENTOR, 0), Rung(To.MENTEE, 0), Rung(To.CURATOR, 0))}
    _, taken = walk(start(seen(SILENT, FRIDAY), (), DAYS, hasty), SILENT)
    assert [day for _, day in taken] == [FRIDAY, MONDAY, MONDAY + DAY]


def test_nobody_is_asked_on_a_day_without_school():
    ladder = start(seen(SILENT, FRIDAY + DAY), (), DAYS)
    _, taken = walk(ladder, SILENT)
    assert taken[0] == (To.MENTOR, MONDAY)


def test_after_an_outage_no_rung_is_left_out():
    ladder = start(seen(SILENT, FRIDAY), (), DAYS)
    late = date(2026, 12, 14)
    ladder, first = climb(ladder, seen(SILENT, late), DAYS)
    ladder, second = climb(ladder, seen(SILENT, late), DAYS)
    assert (first.to, second) == (To.MENTOR, None)
    assert climb(ladder, seen(SILENT, late + 3 * DAY), DAYS)[1].to is To.MENTEE


def test_what_is_overdue_reaches_the_curator_on_the_same_day_whatever_the_pair_does():
    gentle = start(seen(SILENT, FRIDAY), (), DAYS)
    answered = react(gentle, MENTOR, FRIDAY)
    for former in ((), (gentle,), (answered,)):
        ladder = start(seen(SILENT, FRIDAY, Thresholds()), former, DAYS)
        assert ladder.reason is Reason.OVERDUE
        assert climb(ladder, seen(SILENT, FRIDAY, Thresholds()), DAYS)[1].to is To.CURATOR
        assert start(seen(SILENT, FRIDAY, Thresholds()), (*former, ladder), DAYS) is None


def test_a_gentle_ladder_gives_way_to_what_is_overdue():
    ladder, rung = climb(start(seen(SILENT, FRIDAY), (), DAYS), seen(SILENT, FRIDAY, Thresholds()), DAYS)
    assert (ladder.running, rung) == (False, None)


def test_a_mood_is_told_to_its_owner_and_never_to_the_other_side():
    ladder, taken = walk(start(seen(MOOD, MONDAY), (), DAYS), MOOD)
    assert [to for to, _ in taken] == [To.PERSON, To.CURATOR, To.PSYCHOLOGIST]
    assert ladder.about == {MENTEE}
    assert start(seen(SILENT, FRIDAY), (), DAYS).about == frozenset()


@pytest.mark.parametrize("reason", SHIPPED)
def test_each_reason_has_rungs_upwards(reason):
    order = [To.PERSON, To.MENTOR, To.MENTEE, To.CURATOR, To.DEPUTY, To.PSYCHOLOGIST]
    places = [order.index(rung.to) for rung in SHIPPED[reason]]
    assert places == sorted(set(places))


def test_a_reaction_stops_it():
    ladder = react(start(seen(SILENT, FRIDAY), (), DAYS), MENTEE, FRIDAY)
    assert (ladder.stopped, ladder.stopped_by, ladder.running) == (FRIDAY, MENTEE, False)
    assert walk(ladder, SILENT)[1] == []
    assert react(ladder, MENTOR, MONDAY) == ladder


def test_a_reaction_gives_some_days_of_peace():
    ladder = react(start(seen(SILENT, FRIDAY), (), DAYS), MENTEE, FRIDAY)
    again = DAYS.add_school_days(FRIDAY, REST)
    assert start(seen(SILENT, again - DAY), (ladder,), DAYS) is None
    assert start(seen(SILENT, again), (ladder,), DAYS) is not None


def test_a_mood_is_not_taken_up_again_soon():
    ladder = react(start(seen(MOOD, MONDAY), (), DAYS), MENTEE, MONDAY)
    assert start(seen(MOOD, DAYS.add_school_days(MONDAY, REST)), (ladder,), DAYS) is None
    long_after = DAYS.add_school_days(MONDAY, REST_SAME[Reason.MOOD])
    facts = replace(MOOD, since=long_after)
    assert start(seen(facts, long_after), (ladder,), DAYS).reason is Reason.MOOD


def test_it_stops_by_itself_when_the_reason_has_gone():
    ladder = start(seen(SILENT, FRIDAY), (), DAYS)
    ladder, _ = climb(ladder, seen(SILENT, FRIDAY), DAYS)
    met = replace(SILENT, since=MONDAY)
    stopped, rung = climb(ladder, seen(met, MONDAY), DAYS)
    assert (stopped.stopped, stopped.stopped_by, rung) == (MONDAY, None, None)
    assert start(seen(met, MONDAY), (stopped,), DAYS) is None
    later = DAYS.add_school_days(MONDAY, 25)
    assert start(seen(met, later), (stopped,), DAYS) is not None


def test_one_runs_at_a_time_and_one_climbed_is_not_begun_again():
    ladder = start(seen(SILENT, FRIDAY), (), DAYS)
    assert start(seen(SILENT, MONDAY), (ladder,), DAYS) is None
    done, _ = walk(ladder, SILENT)
    end = date(2027, 1, 25)
    assert start(seen(SILENT, end), (done,), DAYS) is None
    both = replace(SILENT, missed=2)
    assert start(seen(both, end), (done,), DAYS).reason is Reason.MISSED


def test_a_climbed_one_is_closed_when_the_pair_meets_and_may_begin_anew():
    done, _ = walk(start(seen(SILENT, FRIDAY), (), DAYS), SILENT)
    closed, _ = climb(done, seen(replace(SILENT, since=date(2026, 12, 1)), date(2026, 12, 2)), DAYS)
    again = replace(SILENT, since=date(2026, 12, 1))
    day = date(2027, 1, 29)
    assert start(seen(again, day), (closed,), DAYS) is not None


def test_well_or_paused_starts_nothing():
    assert start(seen(Facts(70, FRIDAY), MONDAY), (), DAYS) is None
    resting = replace(SILENT, pauses=(Pause(FRIDAY, MONDAY + DAY, MENTOR),))
    assert start(seen(resting, MONDAY), (), DAYS) is None
    stopped, rung = climb(start(seen(SILENT, FRIDAY), (), DAYS), seen(resting, MONDAY), DAYS)
    assert (stopped.stopped, rung) == (MONDAY, None)


def test_a_running_one_keeps_what_it_started_with():
    ladder = start(seen(SILENT, FRIDAY), (), DAYS)
    assert ladder.health == seen(SILENT, FRIDAY)
    assert ladder.health.thresholds == PATIENT
    assert ladder.rungs == SHIPPED[Reason.SILENT]
