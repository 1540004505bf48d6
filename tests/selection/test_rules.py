"""What an interview may look at and end with."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from mentoring.errors import ProgrammeError
from mentoring.selection import rules
from mentoring.selection.rules import CRITERIA, GRADES, Decision, Interview, Scale

DAY = date(2026, 9, 14)
NOW = datetime(2026, 9, 14, 9, tzinfo=UTC)
FRESH = Interview(1, 7, "2026", DAY, {}, Decision.NONE, "", None, None, False, 0)


def full(grade: int = 1) -> Interview:
    found = FRESH
    for one in CRITERIA:
        found = rules.graded(found, one.name, min(grade, max(GRADES[one.scale])))
    return found


def test_one_after_the_other_until_all_are_graded() -> None:
    found, seen = FRESH, []
    while found.open_criterion is not None:
        seen.append(found.open_criterion.name)
        found = rules.graded(found, found.open_criterion.name, 0)
    assert seen == [one.name for one in CRITERIA]
    assert {"readiness", "voluntary"} <= set(seen), "both are the programme's own words"


@pytest.mark.parametrize(("name", "grade"), [("readiness", 3), ("readiness", -1), ("voluntary", 2), ("beauty", 1)])
def test_a_grade_there_is_not(name: str, grade: int) -> None:
    with pytest.raises(ProgrammeError, match="error-stale"):
        rules.graded(FRESH, name, grade)


def test_the_points_count_what_was_graded_alone() -> None:
    assert rules.reached(FRESH) == (0, 0)
    assert rules.reached(rules.graded(FRESH, "success", 1)) == (1, 2)
    most = sum(2 if one.scale is Scale.GRADE else 1 for one in CRITERIA)
    assert rules.reached(full(2)) == (most, most)


def test_no_decision_before_everything_was_looked_at() -> None:
    for decision in (Decision.APPROVED, Decision.LATER, Decision.NO):
        with pytest.raises(ProgrammeError, match="error-interview-open"):
            rules.decided(rules.graded(FRESH, "success", 2), decision, 3, NOW)
    found = rules.decided(full(), Decision.APPROVED, 3, NOW)
    assert (found.approved, found.decided_by, found.decided_at) == (True, 3, NOW)


def test_nobody_is_appointed_against_their_will() -> None:
    unwilling = rules.graded(full(2), "voluntary", 0)
    with pytest.raises(ProgrammeError, match="error-interview-voluntary"):
        rules.decided(unwilling, Decision.APPROVED, 3, NOW)
    assert rules.decided(unwilling, Decision.NO, 3, NOW).decision is Decision.NO


def test_another_decision_may_be_told_again() -> None:
    told = replace(rules.decided(full(), Decision.NO, 3, NOW), told=True)
    assert rules.decided(told, Decision.LATER, 3, NOW).told is False


def test_an_interview_to_come_is_none() -> None:
    assert rules.held(FRESH, DAY - timedelta(days=3), DAY).held_on == DAY - timedelta(days=3)
    with pytest.raises(ProgrammeError, match="error-interview-day"):
        rules.held(FRESH, DAY + timedelta(days=1), DAY)


def test_a_remark_is_short_and_may_be_taken_away() -> None:
    found = rules.remarked(FRESH, "  спокойный разговор \n")
    assert found.remark == "спокойный разговор"
    assert rules.remarked(found, "   ").remark == ""
    with pytest.raises(ProgrammeError) as refused:
        rules.remarked(FRESH, "я" * (rules.REMARK_LIMIT + 1))
    assert refused.value.params == {"limit": rules.REMARK_LIMIT}
