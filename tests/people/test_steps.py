"""The one order of a first day: consent, name, approval, set-up, questionnaires, rest."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentoring.consent.rules import ConsentKind, Decision, wanted
from mentoring.people.rules import PROCESSING_VERSION, Actor, Role
from mentoring.people.rules_steps import FORMS, VERSIONS, Next, Step, forms_for, next_step
from mentoring.questionnaires.catalogue import shipped
from tests.people.test_rules import SCHOOL, person

NOW = datetime(2026, 11, 24, 9, tzinfo=UTC)
STAFF = [role for role in Role if role not in FORMS]


def decided(*kinds: ConsentKind, accepted: bool = True, version: int | None = None) -> list[Decision]:
    return [
        Decision(place, kind, version or VERSIONS[kind], "0" * 64, accepted, NOW, None)
        for place, kind in enumerate(kinds, 1)
    ]


def step(*roles: Role, decisions: list[Decision], sent: tuple[str, ...] = (), **changes: object) -> Next:
    return next_step(Actor(person(*roles, **changes), SCHOOL), decisions, sent)


def test_consent_comes_before_everything() -> None:
    found = step(Role.MENTOR, decisions=[], name=None)
    assert (found.step, found.document) == (Step.CONSENT, ConsentKind.PROCESSING)


@pytest.mark.parametrize("role", list(Role))
def test_documents_are_asked_one_after_the_other(role: Role) -> None:
    kinds = wanted([role])
    for number in range(len(kinds)):
        found = step(role, decisions=decided(*kinds[:number]))
        assert (found.step, found.document) == (Step.CONSENT, kinds[number])
    assert step(role, decisions=decided(*kinds)).step is not Step.CONSENT


def test_a_refusal_is_an_answer_and_is_not_asked_again() -> None:
    given_ = decided(*ConsentKind)[:1] + decided(
        ConsentKind.PARTICIPATION, ConsentKind.PUBLICATION, accepted=False
    )
    assert step(Role.MENTOR, decisions=given_).step is Step.READY, "and brings no questionnaires"


def test_a_new_version_asks_again() -> None:
    old = decided(*ConsentKind, version=99)
    assert step(Role.MENTOR, decisions=old).document is ConsentKind.PROCESSING


def test_the_name_comes_next_then_approval() -> None:
    given_ = decided(*ConsentKind)
    assert step(Role.MENTOR, decisions=given_, name=None, approved=False).step is Step.NAME
    assert step(Role.MENTOR, decisions=given_, approved=False).step is Step.WAITING


def test_a_curator_sets_the_school_up_once() -> None:
    fresh = replace(SCHOOL, setup_step=2)
    given_ = decided(ConsentKind.PROCESSING)
    assert next_step(Actor(person(Role.CURATOR), fresh), given_, ()).step is Step.SETUP
    assert next_step(Actor(person(Role.CURATOR), SCHOOL), given_, ()).step is Step.READY
    assert next_step(Actor(person(Role.DIRECTOR), fresh), given_, ()).step is Step.READY


@pytest.mark.parametrize("role", list(FORMS))
def test_questionnaires_are_asked_in_their_order_and_end(role: Role) -> None:
    sent: list[str] = []
    for form in FORMS[role]:
        found = step(role, decisions=decided(*ConsentKind), sent=tuple(sent))
        assert (found.step, found.form) == (Step.QUESTIONNAIRE, form)
        sent.append(form)
    assert step(role, decisions=decided(*ConsentKind), sent=tuple(sent)).step is Step.READY


@pytest.mark.parametrize("role", STAFF)
def test_staff_have_no_questionnaires(role: Role) -> None:
    assert step(role, decisions=decided(*wanted([role]))).step is Step.READY


@given(st.sets(st.sampled_from(list(Role))))
def test_each_questionnaire_once_however_many_roles(roles: set[Role]) -> None:
    forms = forms_for(roles)
    assert len(set(forms)) == len(forms)
    assert set(forms) == {form for role in roles for form in FORMS.get(role, ())}


def test_every_questionnaire_that_is_asked_is_shipped() -> None:
    assert {form for forms in FORMS.values() for form in forms} <= set(shipped())


def test_the_present_version_of_every_document_is_known() -> None:
    assert set(VERSIONS) == set(ConsentKind)
    assert VERSIONS[ConsentKind.PROCESSING] == PROCESSING_VERSION


@given(
    st.sets(st.sampled_from(list(Role))),
    st.lists(st.tuples(st.sampled_from(list(ConsentKind)), st.booleans(), st.integers(1, 2)), max_size=6),
    st.sets(st.sampled_from(sorted(shipped()))),
    st.booleans(),
    st.booleans(),
)
def test_there_is_always_a_next_step(
    roles: set[Role], given_: list[tuple[ConsentKind, bool, int]], sent: set[str], named: bool, approved: bool
) -> None:
    decisions = [Decision(i, kind, v, "0" * 64, yes, NOW, None) for i, (kind, yes, v) in enumerate(given_)]
    actor = Actor(person(*roles, name="Ия" if named else None, approved=approved), SCHOOL)
    found = next_step(actor, decisions, sent)
    assert (found.document is not None) == (found.step is Step.CONSENT)
    assert (found.form is not None) == (found.step is Step.QUESTIONNAIRE)
    assert found.form is None or found.form not in sent
