"""The order of the five meetings, what opens each, and that days are advice."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from mentoring.errors import ProgrammeError
from mentoring.meetings.rules_kinds import (
    SHIPPED,
    Advice,
    Kind,
    Leaves,
    advice,
    missing,
    opened,
    pass_gate,
    suggested,
)

A, T, P, S, F = Kind


def test_the_year_in_the_programmes_order():
    counted: list[Kind] = []
    for kind in (A, T, P, S):
        assert suggested(counted) is kind
        pass_gate(kind, counted)
        counted.append(kind)
    assert suggested([*counted, S]) is S
    pass_gate(F, counted)
    assert suggested([*counted, F]) is S


@pytest.mark.parametrize(
    ("kind", "counted", "first"), [(T, (), A), (P, (A,), T), (S, (A, T), P), (F, (A, T, P), S)]
)
def test_a_gate_names_what_is_missing(kind, counted, first):
    with pytest.raises(ProgrammeError) as refused:
        pass_gate(kind, counted)
    assert (refused.value.key, refused.value.params["first"]) == ("error-meeting-gate", first)
    assert missing(kind, counted) == (first,)


@pytest.mark.parametrize("kind", [A, F])
def test_some_are_held_once(kind):
    with pytest.raises(ProgrammeError, match="error-meeting-once"):
        pass_gate(kind, tuple(Kind))


def test_what_may_be_proposed():
    assert opened(()) == (A,)
    assert opened((A,)) == (T,)
    assert opened((A, T, P, S)) == (T, P, S, F)
    assert opened(tuple(Kind)) == (T, P, S)


def test_days_are_advice():
    wise = advice(S, date(2026, 11, 2))
    assert wise == Advice(date(2026, 11, 7), date(2026, 11, 16))
    assert wise.early(date(2026, 11, 6))
    assert not wise.early(date(2026, 11, 7))
    assert not wise.late(date(2026, 11, 16))
    assert wise.late(date(2026, 11, 17))
    first = advice(A, None)
    assert not first.early(date(2026, 11, 2))
    assert not first.late(date(2026, 11, 2))


def test_a_school_may_have_its_own_table():
    own = {**SHIPPED, P: replace(SHIPPED[P], after=frozenset({A}))}
    pass_gate(P, (A,), own)
    assert opened((A,), own) == (T, P)


def test_each_kind_leaves_something():
    assert all(SHIPPED[kind].leaves and SHIPPED[kind].minutes > 0 for kind in Kind)
    assert [kind for kind in Kind if Leaves.FIT in SHIPPED[kind].leaves] == [A, T]
