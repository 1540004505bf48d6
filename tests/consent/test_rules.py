"""Which consents are still to be decided, and which hold."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentoring.consent.rules import ConsentKind, Decision, holds, latest, next_document, wanted
from mentoring.people.rules import PAIR_ROLES, Role

NOW = datetime(2026, 11, 24, 9, tzinfo=UTC)
VERSIONS = dict.fromkeys(ConsentKind, 1)


def decision(
    number: int, kind: ConsentKind, *, yes: bool = True, version: int = 1, back: bool = False
) -> Decision:
    return Decision(number, kind, version, "0" * 64, yes, NOW, NOW if back else None)


DECISIONS = st.lists(
    st.builds(
        decision,
        st.integers(1, 10**6),
        st.sampled_from(list(ConsentKind)),
        yes=st.booleans(),
        version=st.integers(1, 2),
        back=st.booleans(),
    ),
    max_size=8,
    unique_by=lambda d: d.id,
)


@pytest.mark.parametrize("role", list(Role))
def test_staff_are_asked_for_processing_alone(role: Role) -> None:
    asked = wanted([role])
    assert asked[0] is ConsentKind.PROCESSING
    assert (len(asked) == 3) == (role in PAIR_ROLES)


def test_somebody_without_a_role_yet_is_asked_for_processing() -> None:
    assert wanted([]) == (ConsentKind.PROCESSING,)


def test_the_last_decision_counts_whatever_the_order_they_come_in() -> None:
    yes, no = decision(1, ConsentKind.PUBLICATION), decision(2, ConsentKind.PUBLICATION, yes=False)
    assert latest([no, yes])[ConsentKind.PUBLICATION] is no
    assert not holds([no, yes], ConsentKind.PUBLICATION)


def test_a_consent_taken_back_does_not_hold_and_is_not_asked_for_again() -> None:
    taken = [decision(1, kind, back=kind is ConsentKind.PUBLICATION) for kind in ConsentKind]
    assert not holds(taken, ConsentKind.PUBLICATION)
    assert next_document([Role.MENTOR], taken, VERSIONS) is None


def test_a_refusal_is_a_decision() -> None:
    no = [decision(n, kind, yes=False) for n, kind in enumerate(ConsentKind)]
    assert next_document([Role.MENTEE], no, VERSIONS) is None


def test_a_new_version_is_asked_even_of_those_who_refused() -> None:
    no = [decision(n, kind, yes=False) for n, kind in enumerate(ConsentKind)]
    newer = {**VERSIONS, ConsentKind.PARTICIPATION: 2}
    assert next_document([Role.MENTEE], no, newer) is ConsentKind.PARTICIPATION


@given(DECISIONS, st.sets(st.sampled_from(list(Role))))
def test_what_is_asked_next_is_wanted_and_undecided(decisions: list[Decision], roles: set[Role]) -> None:
    kind = next_document(roles, decisions, VERSIONS)
    decided = latest(decisions)
    if kind is None:
        assert all(decided[k].version == 1 for k in wanted(roles))
    else:
        assert kind in wanted(roles)
        assert kind not in decided or decided[kind].version != 1


@given(DECISIONS)
def test_what_holds_was_accepted_and_never_taken_back(decisions: list[Decision]) -> None:
    for kind in ConsentKind:
        last = latest(decisions).get(kind)
        assert holds(decisions, kind) == (last is not None and last.accepted and last.withdrawn_at is None)
