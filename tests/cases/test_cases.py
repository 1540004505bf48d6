"""A case is published while everybody named agrees to this very text, and not a moment longer."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentoring.cases.rules import (
    FORM,
    SECTIONS,
    TITLE,
    Case,
    approve,
    draft,
    edited,
    publishable,
    standing,
    unexpected,
    without_name,
)
from mentoring.consent.rules import ConsentKind, Decision
from mentoring.errors import ProgrammeError
from mentoring.questionnaires.catalogue import shipped

AT = datetime(2026, 9, 10, tzinfo=UTC)
ANSWERS = {
    "title": " Урок  вовремя ",
    "model": "novice",
    "areas": "method social",
    "start": " Звонок. ",
    "aim": None,
    "result": "Успеваем.",
}


def decision(
    number: int, accepted: bool = True, withdrawn: bool = False, kind: ConsentKind = ConsentKind.PUBLICATION
) -> Decision:
    return Decision(number, kind, 1, "0" * 64, accepted, AT, AT if withdrawn else None)


def agreed(case: Case) -> Case:
    for person in case.authors | case.named:
        case = approve(case, person, case.hash)
    return case


MADE = draft(1, 7, 2026, [1, 2], ANSWERS)
HELD = {1: [decision(1)], 2: [decision(2)]}


def test_the_questionnaire_gives_every_section() -> None:
    asked = {question.name for question in shipped()[FORM].questions}
    assert set(SECTIONS) | {"title", "model", "contact", "areas"} == asked
    assert (MADE.title, MADE.sections, MADE.areas, MADE.model) == (
        "Урок вовремя",
        {"start": "Звонок.", "result": "Успеваем."},
        ("method", "social"),
        "novice",
    )


STATES = st.sampled_from(
    [
        None,
        [],
        [decision(1)],
        [decision(1, accepted=False)],
        [decision(1, withdrawn=True)],
        [decision(1), decision(2, accepted=False)],
        [decision(1, kind=ConsentKind.PROCESSING)],
    ]
)


@given(
    first=STATES,
    second=STATES,
    approved=st.frozensets(st.sampled_from([1, 2])),
    named=st.frozensets(st.sampled_from([1, 2])),
)
def test_published_only_with_every_consent_and_every_yes(first, second, approved, named) -> None:
    case = replace(MADE, named=named)
    for person in approved:
        case = approve(case, person, case.hash)
    consents = {person: found for person, found in ((1, first), (2, second)) if found is not None}
    in_force = {1: first == [decision(1)], 2: second == [decision(1)]}
    expected = approved == {1, 2} and all(in_force[person] for person in named)
    assert publishable(case, consents) == expected
    found = standing(case, consents)
    assert found.without_yes == {1, 2} - approved
    assert found.without_consent == {person for person in named if not in_force[person]}


def test_an_edit_asks_everybody_again_and_an_old_screen_approves_nothing() -> None:
    case = agreed(MADE)
    assert publishable(case, HELD)
    changed = edited(case, case.title, {**case.sections, "advice": "Считайте минуты."})
    assert not publishable(changed, HELD)
    with pytest.raises(ProgrammeError, match="error-stale"):
        approve(changed, 1, case.hash)
    with pytest.raises(ProgrammeError, match="error-not-yours"):
        approve(changed, 3, changed.hash)
    assert publishable(agreed(changed), HELD)


def test_without_a_name_it_goes_out_without_that_consent() -> None:
    nameless = agreed(without_name(MADE, 2))
    assert publishable(nameless, {1: [decision(1)]})
    assert not publishable(replace(nameless, approved={1: nameless.hash}), HELD), (
        "the author's yes is still needed"
    )


def test_a_case_that_nobody_stands_for_is_not_published() -> None:
    assert not publishable(replace(MADE, authors=frozenset(), named=frozenset()), {})


@pytest.mark.parametrize(
    ("title", "sections", "key"),
    [
        (" ", {"aim": "x"}, "error-case-title"),
        ("я" * (TITLE + 1), {"aim": "x"}, "error-case-title"),
        ("Т", {"aim": " "}, "error-case-empty"),
        ("Т", {"other": "x"}, "error-case-empty"),
        ("Т", {"aim": "x" * 6_001}, "error-case-long"),
    ],
)
def test_what_is_no_case(title: str, sections: dict[str, str], key: str) -> None:
    with pytest.raises(ProgrammeError, match=key):
        edited(MADE, title, sections)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Помогла Громовой и Петрову.", {3, 4}),
        ("Семенова показала урок.", {5}),
        ("громов грянул, петровский парк", set()),
        ("Всё сами.", set()),
    ],
)
def test_surnames_in_the_text_are_pointed_out(text: str, found: set[int]) -> None:
    people = {1: "Автор Анна", 3: "Громова Ольга", 4: "Петров Андрей", 5: "Семёнова Ия", 6: "Ли Ким"}
    case = edited(MADE, "Кейс", {"start": text})
    assert unexpected(case, people) == found
