"""Fit: what an answer leads to, and that it stays with the one who gave it."""

from __future__ import annotations

import pytest

from mentoring.errors import ProgrammeError
from mentoring.meetings.rules import Side
from mentoring.meetings.rules_due import Rule
from mentoring.meetings.rules_fit import (
    Consequence,
    Fit,
    FitAnswer,
    Standing,
    answer,
    due,
    follows,
    latest,
    standing,
    wants_another,
)  # fmt: skip
from mentoring.meetings.rules_kinds import Kind
from tests.meetings.tools import DAY, DAYS, END, HOUR, MENTEE, MENTOR, agreed, at, said

C = Consequence


def counted(kind=Kind.ACQUAINTANCE):
    return said(said(agreed(kind=kind), MENTOR, True).meeting, MENTEE, True).meeting


def given(person, fit, kind=Kind.ACQUAINTANCE, when=END):
    return FitAnswer(person, Side.MENTOR if person == MENTOR else Side.MENTEE, kind, fit, when)


@pytest.mark.parametrize(
    ("side", "kind", "fit", "expected"),
    [
        (Side.MENTEE, Kind.TRIAL, Fit.YES, (C.GO_ON,)),
        (Side.MENTOR, Kind.ACQUAINTANCE, Fit.DECIDING, (C.TRY_OUT,)),
        (Side.MENTOR, Kind.TRIAL, Fit.DECIDING, (C.TAKE_TIME,)),
        (Side.MENTEE, Kind.TRIAL, Fit.NO, (C.OFFER_ANOTHER,)),
        (Side.MENTOR, Kind.TRIAL, Fit.NO, (C.THANK_AND_CARE, C.CURATOR_NO_FIT)),
    ],
)
def test_what_follows(side, kind, fit, expected):
    assert follows(side, kind, fit) == expected


def test_only_a_no_reaches_the_curator():
    """A mentee's own no does not, until the offer of another mentor is taken."""
    reaching = {
        (side, fit)
        for side in Side
        for kind in (Kind.ACQUAINTANCE, Kind.TRIAL)
        for fit in Fit
        if any(word.startswith("curator") for word in follows(side, kind, fit))
    }
    assert reaching == {(Side.MENTOR, Fit.NO)}
    assert wants_another([given(MENTEE, Fit.NO)], MENTEE) == (C.CURATOR_WANTS_ANOTHER,)


@pytest.mark.parametrize(
    ("answers", "person"),
    [
        ([], MENTEE),
        ([given(MENTEE, Fit.DECIDING)], MENTEE),
        ([given(MENTOR, Fit.NO)], MENTOR),
        ([given(MENTEE, Fit.YES, when=END + DAY), given(MENTEE, Fit.NO)], MENTEE),
    ],
)
def test_another_mentor_is_asked_for_after_a_no_alone(answers, person):
    with pytest.raises(ProgrammeError, match="error-fit-unsaid"):
        wants_another(answers, person)


def test_an_answer_is_kept_with_its_side():
    kept, words = answer(counted(), MENTEE, Fit.NO, END + HOUR)
    assert kept == FitAnswer(MENTEE, Side.MENTEE, Kind.ACQUAINTANCE, Fit.NO, END + HOUR)
    assert words == (C.OFFER_ANOTHER,)
    assert answer(said(agreed(kind=Kind.TRIAL), MENTOR, True).meeting, MENTOR, Fit.YES, END)[1] == (C.GO_ON,)


@pytest.mark.parametrize(
    ("meeting", "person", "key"),
    [
        (counted(), 99, "error-meeting-people"),
        (counted(Kind.SERIES), MENTOR, "error-fit-kind"),
        (agreed(kind=Kind.TRIAL), MENTOR, "error-fit-early"),
    ],
)
def test_who_is_not_asked(meeting, person, key):
    with pytest.raises(ProgrammeError) as refused:
        answer(meeting, person, Fit.YES, END)
    assert refused.value.key == key


def test_how_the_pair_stands():
    people = agreed().participants
    yes = given(MENTOR, Fit.YES)
    assert standing([], people) is Standing.OPEN
    assert standing([yes], people) is Standing.OPEN
    assert standing([yes, given(MENTEE, Fit.DECIDING)], people) is Standing.OPEN
    assert standing([yes, given(MENTEE, Fit.YES)], people) is Standing.GOING_ON
    assert standing([yes, given(MENTEE, Fit.NO)], people) is Standing.PARTING


def test_the_trial_overrides_the_acquaintance():
    answers = [given(MENTEE, Fit.YES, Kind.TRIAL, END + DAY), given(MENTEE, Fit.NO)]
    assert latest(answers)[MENTEE].fit is Fit.YES


def asked(meeting, answers, now):
    return {(one.rule, one.person_id) for one in due(meeting, answers, now, DAYS)}


def test_both_are_asked_when_it_counts_and_nobody_before():
    assert asked(counted(), [], END) == {(Rule.FIT, MENTOR), (Rule.FIT, MENTEE)}
    assert asked(counted(), [given(MENTEE, Fit.NO)], END) == {(Rule.FIT, MENTOR)}
    assert asked(said(agreed(kind=Kind.TRIAL), MENTOR, True).meeting, [], END) == set()
    assert asked(counted(Kind.SERIES), [], END) == set()
    assert asked(counted(), [], END + 14 * DAY) == set()


def test_after_the_trial_it_is_asked_again_though_said_before():
    assert (Rule.FIT, MENTEE) in asked(counted(Kind.TRIAL), [given(MENTEE, Fit.YES)], END)


def test_who_is_still_deciding_is_asked_once_more():
    answers = [given(MENTEE, Fit.DECIDING, Kind.TRIAL), given(MENTOR, Fit.NO, Kind.TRIAL)]
    meeting = counted(Kind.TRIAL)
    assert asked(meeting, answers, at(19, 15)) == set()
    assert asked(meeting, answers, at(19, 16)) == {(Rule.FIT_AGAIN, MENTEE)}
    assert asked(counted(), [given(MENTEE, Fit.DECIDING), given(MENTOR, Fit.YES)], at(19, 16)) == set()


def test_the_second_asking_is_the_last_whatever_is_said():
    """Its key is the same however late the answer before it came."""
    meeting = counted(Kind.TRIAL)
    keys = {
        one.once
        for when in (END, END + DAY, END + 5 * DAY)
        for one in due(meeting, [given(MENTEE, Fit.DECIDING, Kind.TRIAL, when)], when + 8 * DAY, DAYS)
        if one.rule is Rule.FIT_AGAIN
    }
    assert len(keys) == 1
