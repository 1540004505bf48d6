"""The digest as data: what it asks for, how short it is, when it says that nothing needs its reader."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from locales import Locales
from mentoring.digest.rules import (
    LINES,
    TODO,
    Facts,
    PairSeen,
    Span,
    StepSeen,
    SurveySeen,
    weekly,
)
from mentoring.digest.rules_month import LINES as MONTH_LINES
from mentoring.digest.rules_month import MonthFacts, monthly
from mentoring.digest.rules_when import Kind, day_of
from mentoring.meetings.rules_radar import Colour, Reason
from mentoring.roadmap.rules import State
from tests.roadmap.tools import DAYS

MONDAY = date(2026, 11, 23)
CALM = Facts(MONDAY, Span(9, 12, 0), Span(4, 10, 1))
RED = PairSeen(7, "Иванова А. И. и Петров П. П.", Colour.RED, Reason.SILENT)
YELLOW = PairSeen(8, "Сидорова О. и Ким Л.", Colour.YELLOW, Reason.SUPPORT)
GREEN = PairSeen(9, "Орлов И. и Лебедева Н.", Colour.GREEN, Reason.SILENT)
LATE = StepSeen(118, 2026, 18, "Круглый стол", State.OVERDUE, date(2026, 10, 1), date(2026, 10, 31))
OPEN = StepSeen(120, 2026, 20, "Встреча планирования", State.OPEN, date(2026, 11, 1), date(2026, 11, 30))
AHEAD = StepSeen(124, 2026, 24, "Заключительная встреча", State.PLANNED, date(2027, 5, 1), date(2027, 5, 31))
SURVEY = SurveySeen(3, "Как идёт работа", 5, 14, MONDAY + timedelta(days=3))


def keys(found):
    return [one.key for one in found]


def asked(facts):
    return [one.data for one in weekly(facts).todo]


def test_nothing_needs_the_curator():
    found = weekly(replace(CALM, pairs=(GREEN,), steps=(OPEN, AHEAD)))
    assert found.quiet
    assert found.todo == ()
    assert keys(found.lines) == [
        "digest-quiet",
        "digest-meetings",
        "digest-answers",
        "digest-ends",
        "digest-begins",
    ]


def test_the_week_against_the_week_before():
    lines = {
        line.key: dict(line.params) for line in weekly(replace(CALM, this=Span(9, 12, 2), surveys=(SURVEY,))).lines
    }
    assert lines["digest-meetings"] == {"count": 12, "before": 10}
    assert lines["digest-answers"] == {"count": 9, "before": 4}
    assert lines["digest-missed"] == {"count": 2, "before": 1}
    assert lines["digest-missing"] == {"count": 5}


def test_each_kind_has_its_turn_before_any_has_two():
    many = tuple(replace(RED, id=n) for n in range(20, 26))
    facts = replace(CALM, pairs=(*many, YELLOW), steps=(LATE,), surveys=(SURVEY,))
    assert asked(facts) == ["rm.step:118", "dg.pair:20", "dg.survey:3"]
    assert asked(replace(facts, vacant=(19,))) == ["rm.people", "rm.step:118", "dg.pair:20"]
    assert asked(replace(CALM, pairs=(*many, YELLOW))) == ["dg.pair:20", "dg.pair:8", "dg.pair:21"]
    assert asked(replace(CALM, waiting=2, pairs=(YELLOW,))) == ["people:waiting:0", "dg.pair:8"]


def test_the_oldest_overdue_step_comes_first():
    older = replace(LATE, id=111, n=11, last=date(2026, 9, 30))
    assert asked(replace(CALM, steps=(LATE, older))) == ["rm.step:111", "rm.step:118"]


def test_a_survey_is_nudged_in_its_last_week_and_only_where_somebody_is_missing():
    assert asked(replace(CALM, surveys=(SURVEY,))) == ["dg.survey:3"]
    assert asked(replace(CALM, surveys=(replace(SURVEY, missing=0),))) == []
    assert asked(replace(CALM, surveys=(replace(SURVEY, ends_on=MONDAY + timedelta(days=8)),))) == []


def test_pairs_red_before_yellow_and_those_beyond_are_counted():
    others = [replace(YELLOW, id=n) for n in (30, 31)]
    pairs = (others[0], *(replace(RED, id=n) for n in range(20, 25)), GREEN, others[1])
    found = weekly(replace(CALM, pairs=pairs))
    assert [one.text.key for one in found.todo] == ["digest-pair-red", "digest-pair-yellow", "digest-pair-red"]
    said = [line for line in found.lines if line.key.startswith("digest-pair")]
    assert keys(said) == ["digest-pair-red"] * 3 + ["digest-pairs-more"]
    assert said[-1].params == {"count": 1}, "seven need help, three of them are to be done something for"
    assert said[0].params["reason"].key == "radar-silent"


def test_what_comes_next_by_its_day():
    soon = replace(AHEAD, n=21, first=date(2026, 11, 25))
    late = [replace(AHEAD, n=n, first=date(2027, 5, n)) for n in (25, 26)]
    found = weekly(replace(CALM, steps=(*late, OPEN, LATE, soon)))
    said = [line for line in found.lines if line.key in ("digest-ends", "digest-begins", "digest-next-more")]
    assert [line.params.get("n") for line in said] == [21, 20, 25, None]
    assert said[0].params["day"] == date(2026, 11, 25)
    assert said[1].params["day"] == date(2026, 11, 30)
    assert said[-1].params == {"count": 1}


def test_two_steps_of_one_number_and_day():
    """An old year's step may stand beside the new one's."""
    found = weekly(replace(CALM, steps=(OPEN, replace(OPEN, year=2025), replace(OPEN, title="Иначе"))))
    assert [line.key for line in found.lines].count("digest-ends") == 3


def test_one_chart_with_a_caption_where_there_is_a_history():
    assert weekly(CALM).chart is None
    history = tuple((MONDAY - timedelta(weeks=n), 10 + n) for n in (3, 2, 1))
    chart = weekly(replace(CALM, history=history)).chart
    assert chart.points == history
    assert chart.caption.params == {"count": 12, "before": 10}


names = st.text(min_size=1, max_size=200)
pairs = st.builds(PairSeen, st.integers(1, 10**6), names, st.sampled_from(Colour), st.sampled_from(Reason))
days = st.dates(date(2026, 8, 1), date(2027, 7, 31))
seen = st.builds(
    StepSeen, st.integers(1, 10**9), st.just(2026), st.integers(1, 40), names, st.sampled_from(State), days, days
)
surveys = st.builds(SurveySeen, st.integers(1, 10**6), names, st.integers(0, 300), st.integers(0, 300), days)
spans = st.builds(Span, st.integers(0, 999), st.integers(0, 999), st.integers(0, 999))
facts_of_any_school = st.builds(
    Facts,
    today=days, this=spans, last=spans,
    pairs=st.lists(pairs, max_size=12).map(tuple),
    steps=st.lists(seen, max_size=12).map(tuple),
    surveys=st.lists(surveys, max_size=6).map(tuple),
    vacant=st.lists(st.integers(1, 29), max_size=29).map(tuple),
    waiting=st.integers(0, 50),
)  # fmt: skip


@settings(deadline=None, max_examples=60)
@given(facts_of_any_school, st.sampled_from(["ru", "en"]))
def test_it_fits_a_screen_whatever_the_week_was(facts, language):
    found = weekly(facts)
    speak = Locales()
    assert len(found.todo) <= TODO
    assert len(found.todo) + len(found.lines) <= LINES
    assert found.quiet == (not found.todo)
    for todo in found.todo:
        assert len(todo.data.encode()) <= 64
        assert len(speak.plain(todo.label, language)) <= 20
    said = [speak.plain(text, language) for text in (*(todo.text for todo in found.todo), *found.lines)]
    assert all(0 < len(line) <= 180 for line in said)
    assert not any("\n" in line for line in said)


@settings(deadline=None, max_examples=60)
@given(facts_of_any_school)
def test_whatever_is_in_red_or_late_is_not_called_quiet(facts):
    pressing = any(one.colour is Colour.RED for one in facts.pairs) or any(
        one.state is State.OVERDUE for one in facts.steps
    )
    assert not (pressing and weekly(facts).quiet)


# The day it comes


@pytest.mark.parametrize(
    ("today", "day"),
    [
        (date(2026, 11, 23), date(2026, 11, 23)),
        (date(2026, 11, 27), date(2026, 11, 23)),
        (date(2027, 2, 22), date(2027, 2, 24)),  # Monday and Tuesday are days off
        (date(2026, 10, 28), None),  # autumn break
        (date(2027, 1, 6), None),
        (date(2027, 1, 11), date(2027, 1, 11)),
        (date(2026, 8, 18), date(2026, 8, 21)),  # the summer ends on a Thursday
    ],
)
def test_monday_or_the_first_school_day_after(today, day):
    assert day_of(Kind.WEEK, today, DAYS) == day


def test_the_month_begins_with_its_first_school_day_and_summer_has_none():
    assert day_of(Kind.MONTH, date(2026, 11, 15), DAYS) == date(2026, 11, 2)
    assert day_of(Kind.MONTH, date(2027, 1, 31), DAYS) == date(2027, 1, 11)
    assert day_of(Kind.MONTH, date(2027, 7, 1), DAYS) is None


@given(days)
def test_a_digest_day_is_a_school_day_of_its_own_week(day):
    found = day_of(Kind.WEEK, day, DAYS)
    monday = day - timedelta(days=day.weekday())
    school = [monday + timedelta(days=n) for n in range(7) if DAYS.is_school_day(monday + timedelta(days=n))]
    assert found == (school[0] if school else None)


# The month


MONTH = MonthFacts(MONDAY, Span(30, 44), Span(12, 40), 14, 0, 2, {State.DONE: 9, State.OPEN: 4, State.DROPPED: 1})


def test_a_quiet_month():
    found = monthly(MONTH)
    assert found.quiet
    assert keys(found.lines) == [
        "digest-quiet-month", "digest-month-steps", "digest-month-pairs", "digest-month-meetings", "digest-month-answers"
    ]  # fmt: skip
    assert found.lines[1].params == {"done": 9, "total": 13}  # what was dropped is not of the year


def test_a_month_with_something_late():
    late = replace(MONTH, red=1, states=MONTH.states | {State.OVERDUE: 2}, own_overdue=((112, 12), (114, 14)))
    found = monthly(late)
    assert not found.quiet
    assert [(todo.data, todo.text.params) for todo in found.todo] == [("rm.step:112", {"count": 2, "n": 12})]
    assert "digest-month-overdue" in keys(found.lines)
    assert len(found.lines) + len(found.todo) <= MONTH_LINES
    # Nothing of the reader's own, but somebody's step is late: not quiet, and nothing to press.
    others = monthly(replace(late, own_overdue=()))
    assert not others.quiet
    assert others.todo == ()


@pytest.mark.parametrize("language", ["ru", "en"])
def test_the_month_in_words(language):
    history = ((date(2026, 10, 1), 40), (date(2026, 11, 1), 44))
    late = replace(MONTH, states={State.OVERDUE: 1}, own_overdue=((112, 12),), history=history)
    found = monthly(late)
    for text in (*found.lines, *(one.text for one in found.todo), found.chart.title, found.chart.caption):
        assert Locales().plain(text, language)
