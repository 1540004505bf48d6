"""Counts into progress, and when a step may be offered to be closed."""

from __future__ import annotations

import pytest

from mentoring.roadmap.rules import Evidence, Kept
from mentoring.roadmap.rules_changes import Attach, Done, change
from mentoring.roadmap.rules_progress import Count, offers_close, progress
from mentoring.texts import say
from tests.roadmap.tools import BEGINS, CURATOR, EN, RU, step

ASKED, AGREED = Evidence.QUESTIONNAIRES, Evidence.CONSENTS


def test_questionnaires_nine_of_fourteen():
    found = progress(step(9), {ASKED: Count(9, 14), AGREED: Count(14, 14)})
    assert found.lines[0] == say("roadmap-progress-questionnaires", done=9, total=14)
    assert RU(found.lines[0].key, **found.lines[0].params) == "анкеты: 9 из 14"
    assert (found.complete, found.done, found.total) == (False, 23, 28)


@pytest.mark.parametrize(
    ("counts", "complete"),
    [
        ({ASKED: Count(14, 14), AGREED: Count(14, 14)}, True),
        ({ASKED: Count(15, 14), AGREED: Count(14, 14)}, True),
        ({ASKED: Count(14, 14), AGREED: Count(13, 14)}, False),
        ({ASKED: Count(14, 14)}, False),  # consents nobody has counted yet
        ({ASKED: Count(0, 0), AGREED: Count(0, 0)}, False),  # nobody was asked
        ({}, False),
    ],
)
def test_complete_when_all_evidence_is(counts, complete):
    assert progress(step(9), counts).complete is complete
    assert offers_close(step(9), counts) is complete


def test_other_steps_evidence_says_nothing_here():
    assert progress(step(9), {Evidence.PAIRS: Count(1, 1)}).lines == ()


def test_an_attached_file_is_the_result_of_a_meeting():
    one = step(7)
    assert not progress(one, {}).complete
    attached = change(one, Attach(Kept.NOTE, "протокол № 3"), CURATOR, BEGINS).instance
    assert progress(attached, {}).complete
    assert offers_close(attached, {})
    assert not offers_close(change(attached, Done(), CURATOR, BEGINS).instance, {})


def test_what_goes_on_all_year_is_never_offered():
    counts = {Evidence.PAIRED: Count(7, 7)}
    assert progress(step(19), counts).complete
    assert not offers_close(step(19), counts)


def test_a_step_without_evidence_is_never_complete_by_itself():
    assert not progress(step(23), {kind: Count(1, 1) for kind in Evidence}).complete


@pytest.mark.parametrize("evidence", Evidence)
def test_every_evidence_has_its_words(evidence):
    for words in (RU, EN):
        assert "3" in words(f"roadmap-progress-{evidence}", done=3, total=7)
