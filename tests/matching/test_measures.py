"""What each soft rule says, from which answers, and that silence says nothing."""

from __future__ import annotations

import pytest

from mentoring.errors import ProgrammeError
from mentoring.matching.rules import SCALE, Evidence, Part, Soft, Weights, Wishes
from mentoring.matching.rules_measures import (
    MEASURES,
    hours,
    last_year,
    load,
    needs,
    style,
    subject,
    wish_mentee,
    wish_mentor,
)
from mentoring.matching.rules_subjects import same_subject
from mentoring.matching.rules_table import cell
from tests.matching.people import mentee, mentor

WEEK = frozenset({(1, 15), (2, 15), (3, 15), (4, 15)})


def keys(found: tuple[int | None, tuple[Evidence, ...]]) -> list[tuple[str, int]]:
    return [(one.key, one.sign) for one in found[1]]


def test_there_are_at_most_eight_rules_and_each_has_a_weight() -> None:
    assert len(Soft) == len(MEASURES) == 8
    assert all(0 <= Weights().of(rule) <= 10 for rule in Soft)


@pytest.mark.parametrize("wrong", [-1, 11, True, 2.0, "3", None])
def test_a_weight_is_a_whole_number_up_to_ten(wrong: object) -> None:
    with pytest.raises(ProgrammeError) as caught:
        Weights(style=wrong)  # type: ignore[arg-type]
    assert caught.value.params == {"rule": "style", "most": 10}


def test_who_said_nothing_is_neither_better_nor_worse() -> None:
    found = cell(mentor(), mentee(missing=frozenset({"wished"})), Weights(), (), Wishes())
    assert found.score == 0
    assert found.percent == 50
    silent = {part.rule for part in found.parts if part.missing}
    assert silent == {Soft.NEEDS, Soft.SUBJECT, Soft.STYLE, Soft.HOURS, Soft.WISH_MENTEE}
    assert all(one.key == "missing" for part in found.parts if part.missing for one in part.evidence)


def test_one_silent_answer_says_who_was_silent() -> None:
    measure, evidence = needs(mentor(), mentee(needs=frozenset({"lesson"})), 3)
    assert measure is None
    assert evidence == (Evidence("missing", 0, {"rule": "needs", "side": "mentor"}),)


@pytest.mark.parametrize(
    ("strengths", "measure"),
    [({"lesson", "stress"}, SCALE), ({"lesson"}, 0), ({"time"}, -SCALE), ({"stress", "pupils"}, 0)],
)
def test_needs_are_the_share_covered(strengths: set[str], measure: int) -> None:
    found = needs(mentor(strengths=frozenset(strengths)), mentee(needs=frozenset({"lesson", "stress"})), 3)
    assert found[0] == measure


def test_the_area_named_first_counts_most() -> None:
    wanted = frozenset({"lesson", "stress", "pupils"})
    ordered = mentee(needs=wanted, answers={"need_order": "method social personal"})
    measured = {one: needs(mentor(strengths=frozenset({one})), ordered, 3) for one in sorted(wanted)}
    assert {one: found[0] for one, found in measured.items()} == {"lesson": 0, "pupils": -3, "stress": -7}
    assert measured["lesson"][1][0] == Evidence("needs-covered", 1, {"topics": ("lesson",)})
    assert measured["lesson"][1][1] == Evidence("needs-open", -1, {"topics": ("pupils", "stress")})


@pytest.mark.parametrize(
    ("mine", "theirs", "expected"),
    [
        ("only", None, 10),
        (None, "only", 10),
        ("any", "better", 5),
        (None, None, 5),
        ("any", "any", 0),
        ("?", [], 5),
    ],
)
def test_a_subject_counts_as_much_as_the_one_who_cares_more_says(
    mine: object, theirs: object, expected: int
) -> None:
    def said(answer: object) -> dict[str, object]:
        return {} if answer is None else {"same_subject": answer if not isinstance(answer, list) else "-"}

    teacher = mentor(subject="физика", answers=said(mine))
    same, other = mentee(subject="Физика", answers=said(theirs)), mentee(subject="химия", answers=said(theirs))
    assert subject(teacher, same, 3)[0] == expected
    assert subject(teacher, other, 3)[0] == -expected


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("математика, 5–7 классы", "Математика и информатика", True),
        ("русский язык", "английский язык", False),
        ("Русский язык и литература", "литература", True),
        ("учитель математики", "математика", True),
        ("английский", "английский язык 5-7 класс", True),
        ("начальные классы", "математика, 5 классы", False),
        ("начальные классы", "Начальные классы, 1а", True),
        ("физика", "физкультура", False),
        ("изо", "ИЗО и технология", True),
        ("история в 5–7 классах", "история", True),
        ("5–7 классы, алгебра", "алгебра", True),
        ("5 классы", "7 классы", False),
        ("", "история", False),
        ("химия / биология", "биология", True),
        ("чёрчение", "Черчение", True),
    ],
)
def test_free_text_names_the_same_subject(one: str, other: str, same: bool) -> None:
    assert same_subject(one, other) is same
    assert same_subject(other, one) is same


def test_style_is_nearness_on_what_both_answered() -> None:
    teacher = mentor(style={"pace": 1, "channel": 5, "daytime": 3})
    assert style(teacher, mentee(style={"pace": 1, "channel": 5}), 3)[0] == SCALE
    assert style(teacher, mentee(style={"pace": 5, "channel": 1}), 3)[0] == -SCALE
    found = style(teacher, mentee(style={"pace": 1, "channel": 1}), 3)
    assert found[0] == 0
    assert keys(found) == [("style-close", 1), ("style-far", -1)]
    assert style(teacher, mentee(style={"showing": 2}), 3)[0] is None


def test_who_begins_fits_when_the_two_differ() -> None:
    begins = mentor(style={"initiative": 1})
    assert style(begins, mentee(style={"initiative": 5}), 3)[0] == SCALE
    assert style(begins, mentee(style={"initiative": 1}), 3)[0] == -SCALE


def test_manner_and_forms_of_contact_belong_to_style() -> None:
    teacher = mentor(forms=frozenset({"group", "open"}), answers={"manner": "show"})
    fits = style(teacher, mentee(forms=frozenset({"open"}), answers={"manner": "show"}), 3)
    assert fits == (
        SCALE,
        (Evidence("manner-same", 1, {"manner": "show"}), Evidence("forms-common", 1, {"forms": ("open",)})),
    )
    clash = style(teacher, mentee(forms=frozenset({"hidden"}), answers={"manner": "talk"}), 3)
    assert clash[0] == -SCALE
    assert keys(clash) == [("manner-other", -1), ("forms-none", -1)]


@pytest.mark.parametrize(
    ("common", "measure", "key"),
    [
        (0, -10, "hours-few"),
        (1, -3, "hours-few"),
        (2, 3, "hours-common"),
        (3, 10, "hours-common"),
        (4, 10, "hours-common"),
    ],
)
def test_hours_count_up_to_what_is_needed(common: int, measure: int, key: str) -> None:
    theirs = frozenset(sorted(WEEK)[:common]) | {(5, 19)}
    found = hours(mentor(hours=WEEK), mentee(hours=theirs), 3)
    assert found[0] == measure
    assert found[1][0].key == key
    assert found[1][0].params["count"] == common


def test_a_named_person_is_all_for_and_others_named_are_nothing_against() -> None:
    named = mentee(wished=frozenset({1}), answers={"rhythm": "weekly"})
    found = wish_mentee(mentor(1, answers={"rhythm": "fortnightly"}), named, 3)
    assert found[0] == SCALE
    assert keys(found) == [("wish-named", 1), ("wish-rhythm-other", -1)]
    assert wish_mentee(mentor(2), named, 3) == (0, ())


@pytest.mark.parametrize(
    ("mine", "theirs", "measure"),
    [
        ("consultant", "consultant", 5),
        ("consultant", "subject", -5),
        ("both", "subject", 5),
        ("unsure", "subject", 0),
        ("consultant", None, 0),
    ],
)
def test_the_kind_of_mentor(mine: str, theirs: str | None, measure: int) -> None:
    teacher = mentor(answers={} if theirs is None else {"mentor_kind": theirs})
    assert wish_mentee(teacher, mentee(answers={"mentor_kind": mine}), 3)[0] == measure


@pytest.mark.parametrize(
    ("wanted", "mine", "theirs", "measure"),
    [
        ("experienced", 1, 10, 5),
        ("experienced", 1, 9, -5),
        ("peer", 3, 8, 5),
        ("peer", 3, 9, -5),
        ("peer", None, 9, 0),
        ("innovator", 1, 30, 0),
        ("any", 1, 30, 0),
    ],
)
def test_the_partner_a_mentee_would_like(wanted: str, mine: int | None, theirs: int, measure: int) -> None:
    found = wish_mentee(mentor(years=theirs), mentee(years=mine, answers={"partner": wanted}), 3)
    assert found[0] == measure


def test_the_partner_a_mentor_would_like() -> None:
    wants = mentor(answers={"partner": "young"})
    assert wish_mentor(wants, mentee(answers={"situation": "young"}), 3)[0] == 5
    assert wish_mentor(wants, mentee(answers={"situation": "growing"}), 3)[0] == -5
    assert wish_mentor(wants, mentee(), 3)[0] == 0


def test_likes_are_weighed_against_each_other() -> None:
    mine = {"mentor_kind": "both", "rhythm": "weekly"}
    teacher = mentor(answers={"mentor_kind": "subject", "rhythm": "fortnightly"})
    found = wish_mentee(teacher, mentee(answers=mine), 3)
    assert found[0] == 0
    assert keys(found) == [("wish-kind", 1), ("wish-rhythm-other", -1)]


def test_last_year_and_load() -> None:
    assert last_year(mentor(last_year=frozenset({11})), mentee(), 3) == (SCALE, (Evidence("last-year", 1),))
    assert last_year(mentor(), mentee(last_year=frozenset({1})), 3)[0] == SCALE
    assert last_year(mentor(2), mentee(last_year=frozenset({1})), 3) == (0, ())
    assert load(mentor(load=0, capacity=2), mentee(), 3) == (0, ())
    assert load(mentor(load=2, capacity=2), mentee(), 3) == (-5, (Evidence("load", -1, {"count": 2}),))


def test_points_are_weight_times_measure_and_a_weight_of_nothing_leaves_a_rule_out() -> None:
    weights = Weights(0, 0, 0, 7, 0, 0, 0, 3)
    found = cell(mentor(hours=WEEK, load=1), mentee(hours=WEEK), weights, (), Wishes())
    assert [(part.rule, part.points, part.most) for part in found.parts] == [
        (Soft.HOURS, 70, 70),
        (Soft.LOAD, -15, 30),
    ]
    assert found.score == 55
    assert found.percent == 78
    assert Part(Soft.LOAD, -15, 30, found.parts[1].evidence) == found.parts[1]
