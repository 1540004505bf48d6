"""The rollover: what it says will happen, and what is past its term."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from locales import Locales
from mentoring.errors import ProgrammeError
from mentoring.evaluation.rules_closing import Way
from mentoring.roadmap.rules import State, build
from mentoring.roadmap.steps import steps
from mentoring.year.rules import Kind, SchoolFacts, check_same, check_time, check_writable, dry_run, is_read_only
from mentoring.year.rules_retention import USUAL, DataKind, Kept, by_kind, checked, ends_on, expired
from tests.evaluation.ground import pair

TODAY = date(2027, 6, 15)
STEPS = steps("ru")


def facts(**more: object) -> SchoolFacts:
    roadmap = [
        replace(one, state=State.DONE) if one.n < 29 else one for one in build(2026, STEPS, date(2026, 8, 1))
    ]
    pairs = [
        pair([1], [11], number=1),
        pair([2], [12, 13], number=2),
        pair([3], [14], number=3),
        pair([4], [15], number=4),
        pair([5], [16], "done", 5),
    ]
    fields = {
        "year": 2026, "people": 23, "roles": 25, "mentors": 5, "mentees": 6, "pairs": pairs,
        "ways": {1: Way.NEW_STAGE, 2: Way.CHANGE_ROLES, 3: Way.FINISH}, "tasks": {1: 3, 2: 4, 4: 9},
        "roadmap": roadmap, "surveys": [8], "readable": 311,
        "kept": [Kept(DataKind.MUTUAL, 1, 2024), Kept(DataKind.MUTUAL, 2, 2026), Kept(DataKind.ANSWERS, 3, 2026, date(2027, 6, 1))],
    }  # fmt: skip
    return SchoolFacts(**{**fields, **more})


def test_the_dry_run_by_hand() -> None:
    plan = dry_run(facts(), STEPS, USUAL, TODAY)
    counted = {item.kind: item.count for item in plan.items}
    assert counted == {
        Kind.PEOPLE: 23, Kind.ROLES: 25, Kind.MENTORS: 5, Kind.MENTEES: 6, Kind.PAIRS_END: 4, Kind.PAIRS_AGAIN: 1,
        Kind.PAIRS_SWAP: 1, Kind.NEW_MENTORS: 2, Kind.TASKS: 3, Kind.STEPS_NEW: 20, Kind.STEPS_CARRIED: 1,
        Kind.SURVEYS: 1, Kind.READ_ONLY: 311, Kind.DESTROYED: 2,
    }  # fmt: skip
    assert [(one.former, one.mentors, one.mentees) for one in plan.again] == [
        (1, (1,), (11,)),
        (2, (12, 13), (2,)),
    ]
    assert plan.new_mentors == (12, 13)
    assert plan.undecided == (4,)
    assert [one.id for one in plan.destroyed] == [3, 1]


@pytest.mark.parametrize("language", ["ru", "en"])
def test_every_sentence_has_its_number(language: str) -> None:
    plan = dry_run(facts(), STEPS, USUAL, TODAY)
    said = [Locales().plain(item.text, language) for item in plan.items]
    assert [int(re.search(r"\d+", line)[0]) for line in said] == [item.count for item in plan.items]  # type: ignore[index]
    one = [Locales().plain(replace(item, count=1).text, "ru") for item in plan.items]
    many = [Locales().plain(replace(item, count=5).text, "ru") for item in plan.items]
    assert all(a.replace("1", "5") != b for a, b in zip(one, many, strict=True)), "each agrees with its number"


def test_an_empty_school_rolls_over_too() -> None:
    plan = dry_run(SchoolFacts(2026, 1, 1, 0, 0, []), STEPS, USUAL, TODAY)
    assert [item.kind for item in plan.items] == [Kind.PEOPLE, Kind.ROLES, Kind.STEPS_NEW]


def test_what_is_done_is_what_was_shown() -> None:
    seen = dry_run(facts(), STEPS, USUAL, TODAY)
    check_same(dry_run(facts(), STEPS, USUAL, TODAY), seen.fingerprint)
    for change in ({"people": 24}, {"ways": {}}, {"kept": []}, {"surveys": [9]}):
        with pytest.raises(ProgrammeError, match="error-stale"):
            check_same(dry_run(facts(**change), STEPS, USUAL, TODAY), seen.fingerprint)
    assert len(seen.fingerprint) == 12


def test_not_before_june_and_never_into_a_year_that_is_over() -> None:
    with pytest.raises(ProgrammeError) as refused:
        check_time(2026, date(2027, 5, 29))
    check_time(2026, refused.value.params["day"])
    check_time(2026, date(2027, 9, 20))
    assert is_read_only(2025, 2026)
    check_writable(2026, 2026)
    with pytest.raises(ProgrammeError, match="error-year-over"):
        check_writable(2025, 2026)


KEPT = st.builds(
    Kept,
    st.sampled_from(DataKind),
    st.integers(1, 99),
    st.integers(2020, 2027),
    st.none() | st.dates(date(2024, 1, 1), date(2028, 1, 1)),
)


@given(st.lists(KEPT, max_size=20), st.dates(date(2024, 1, 1), date(2030, 1, 1)))
def test_retention(kept: list[Kept], today: date) -> None:
    gone = expired(kept, USUAL, today)
    for one in kept:
        is_proof = one.kind is DataKind.CONSENTS
        over = today > date(one.year + 1 + USUAL[one.kind], 7, 31)
        assert (one in gone) == (over or (one.withdrawn is not None and not is_proof))
        if one.withdrawn and not is_proof:
            assert ends_on(one, USUAL) <= one.withdrawn + timedelta(days=30)
    assert sum(by_kind(gone).values()) == len(gone)


def test_terms_cover_every_kind() -> None:
    assert checked(USUAL) is USUAL
    for wrong in ({}, {**USUAL, DataKind.VOTES: 6}, {**USUAL, DataKind.VOTES: -1}):
        with pytest.raises(ProgrammeError, match="error-retention"):
            checked(wrong)
