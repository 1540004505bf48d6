"""What the shipped questionnaires ask: the programme's items, waves that compare, scales, matching, anonymity."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

import pytest

from mentoring.people.rules import Role
from mentoring.questionnaires.catalogue import shipped
from mentoring.questionnaires.rules_code import link_of
from mentoring.questionnaires.rules_form import ATTACHED, STAMPS, Form, Kind, Question
from mentoring.questionnaires.rules_settings import Wave, item_of, score_of, settings_of
from mentoring.questionnaires.rules_state import Refused, Review, Skip, Type
from tests.questionnaires.tools import Walk

ANONYMOUS = ["climate", "group_reflection", "training_feedback"]
ROLES = ["mentee", "mentor"]
MEASURES = {
    "mentee": [
        "effectiveness", "comfort", "organisation", "adaptation", "events", "theory", "practice", "programme_quality",
    ],
    "mentor": [
        "effectiveness", "comfort", "organisation", "adaptation", "theory", "practice", "programme_quality",
        "involvement", "satisfaction",
    ],
}  # fmt: skip
BESIDE = {"mentee": ["support", "satisfaction"], "mentor": []}
MATCH = {"need", "strength", "subject", "style", "hours", "capacity", "contact", "wish"}


def asked(form_id: str) -> list[Question]:
    return [question for question in shipped()[form_id].questions if question.asked]


def kinds(form_id: str) -> Counter[str]:
    """How many scales, yes/no and open questions there are; a frequency is any other choice."""
    return Counter(_sort(question) for question in asked(form_id))


def _sort(question: Question) -> str:
    if question.kind is Kind.RANGE:
        return "S"
    if [choice.name for choice in question.choices] == ["yes", "no"]:
        return "Y"
    return "O" if question.kind is Kind.TEXT else "F"


@pytest.mark.parametrize(
    ("form_id", "count", "found"),
    [
        ("mentee_before", 16, {"S": 10, "Y": 2, "O": 3, "F": 1}),
        ("mentor_before", 15, {"S": 9, "Y": 2, "O": 3, "F": 1}),
        ("mentee_after", 24, {"S": 11, "Y": 9, "O": 3, "F": 1}),
        ("mentor_after", 18, {"S": 10, "Y": 4, "O": 3, "F": 1}),
    ],
)
def test_before_and_after_have_the_programme_s_items(form_id: str, count: int, found: dict[str, int]) -> None:
    assert len(shipped()[form_id].questions) == count
    assert kinds(form_id) == found


@pytest.mark.parametrize("role", ROLES)
def test_before_and_after_are_waves_of_one_series_and_linked_by_person(role: str) -> None:
    waves = {Wave.BEFORE: f"{role}_before", Wave.INTERIM: f"interim_{role}", Wave.AFTER: f"{role}_after"}
    for wave, form_id in waves.items():
        found = settings_of(shipped()[form_id])
        assert (found.wave, found.series, found.roles, found.anonymous) == (wave, role, (role,), False)


def linked(form: Form) -> dict[str, Question]:
    return {item_of(q).measure: q for q in form.questions if q.extras.get("x_measure")}


def bounds(question: Question) -> tuple[str, str, str]:
    assert question.scale is not None, question.name
    return question.scale.start, question.scale.end, question.scale.step


@pytest.mark.parametrize("role", ROLES)
def test_what_was_expected_is_asked_again_on_the_same_scale(role: str) -> None:
    before, after = linked(shipped()[f"{role}_before"]), linked(shipped()[f"{role}_after"])
    assert list(before) == list(after) == MEASURES[role] + BESIDE[role]
    for measure, question in before.items():
        again = after[measure]
        assert bounds(question) == bounds(again) == ("1", "10", "1")
        one, other = item_of(question), item_of(again)
        assert one.beside == other.beside == (measure in BESIDE[role])
        assert (one.scale, one.reverse) == (other.scale, other.reverse)
        if not one.beside:
            assert question.choices == again.choices  # the ends are in the same words


@pytest.mark.parametrize("role", ROLES)
def test_the_changing_items_are_the_third_to_the_last_of_the_autumn_scales(role: str) -> None:
    numbers = [n for n, q in enumerate(asked(f"{role}_before"), 1) if q.name in MEASURES[role]]
    assert numbers == list(range(3, 3 + len(MEASURES[role])))


@pytest.mark.parametrize("role", ROLES)
def test_the_interim_asks_briefly_and_one_item_joins_the_year(role: str) -> None:
    form = shipped()[f"interim_{role}"]
    assert 5 <= len(asked(f"interim_{role}")) <= 7
    assert list(linked(form)) == ["effectiveness"]
    before = linked(shipped()[f"{role}_before"])["effectiveness"]
    assert bounds(linked(form)["effectiveness"]) == bounds(before)
    assert form.by_name["talk"].required is True


@pytest.mark.parametrize("form_id", sorted(shipped()))
def test_items_of_a_scale_share_their_bounds_and_are_several(form_id: str) -> None:
    found: dict[str, list[Question]] = {}
    for question in shipped()[form_id].questions:
        item = item_of(question)
        if item.scale:
            found.setdefault(item.scale, []).append(question)
        assert item.scale or not item.reverse
    for scale, items in found.items():
        assert len(items) > 1, scale
        assert len({_scores(question) for question in items}) == 1, scale
        assert all(question.required is True for question in items), scale


def _scores(question: Question) -> tuple[object, ...]:
    if question.kind is Kind.RANGE:
        return bounds(question)
    return tuple(score_of(question, choice.name) for choice in question.choices)


def test_which_are_anonymous() -> None:
    assert [name for name in sorted(shipped()) if settings_of(shipped()[name]).anonymous] == ANONYMOUS


@pytest.mark.parametrize("form_id", ANONYMOUS)
def test_anonymous_ones_ask_nothing_that_gives_a_person_away(form_id: str) -> None:
    for question in shipped()[form_id].questions:
        assert question.kind not in ATTACHED | STAMPS | {Kind.DATE, Kind.DATETIME, Kind.TIME, Kind.INTEGER}
        assert not {"x_match", "x_register"} & set(question.extras)
        if question.appearance == "multiline":
            assert "узнают вас" in question.hint.within("ru")
            assert "give you away" in question.hint.within("en")
    assert "без имени" in shipped()[form_id].setting("x_audience", "ru")
    assert "не меньше пяти" in shipped()[form_id].setting("x_audience", "ru")


@pytest.mark.parametrize("form_id", sorted(set(shipped()) - set(ANONYMOUS)))
def test_named_ones_do_not_promise_namelessness(form_id: str) -> None:
    assert "без имени" not in shipped()[form_id].setting("x_audience", "ru")
    assert not any(item_of(question).code for question in shipped()[form_id].questions)


def test_the_code_joins_autumn_and_spring_and_is_asked_for_once() -> None:
    form = shipped()["climate"]
    code = [question for question in form.questions if item_of(question).code]
    assert [(one.kind, one.required) for one in code] == [(Kind.TEXT, False)]
    answers = {"sure": "4", code[0].name: " А-07 я"}
    kept, link = link_of(form, settings_of(form).series, answers)
    assert kept == {"sure": "4"}
    assert link == link_of(form, "climate", {code[0].name: "а07я"})[1] != ""


@pytest.mark.parametrize(("written", "taken"), [("а07я", True), ("а", False), ("  а  ", False), ("а" * 21, False)])
def test_a_code_has_a_sensible_length(written: str, taken: bool) -> None:
    walk = Walk(shipped()["climate"], "ru")
    while walk.question.name != "code":
        walk.do(Type("3") if walk.question.kind is Kind.RANGE else Skip())
    walk.do(Type(written))
    assert (walk.value("code") == written.strip()) is taken
    assert isinstance(walk.outcome, Refused) is not taken


def test_the_climate_has_two_scales_with_items_worded_both_ways() -> None:
    found = Counter((item_of(q).scale, item_of(q).reverse) for q in asked("climate") if item_of(q).scale)
    assert found == {
        ("climate", False): 3, ("climate", True): 2, ("confidence", False): 3, ("confidence", True): 2,
    }  # fmt: skip


def test_the_card_has_the_nine_indicators_with_three_described_levels() -> None:
    items = [question for question in asked("curators_card") if item_of(question).scale]
    assert [item_of(question).scale for question in items] == ["programme"] * 6 + ["participants"] * 3
    for question in items:
        assert [choice.name for choice in question.choices] == ["0", "1", "2"]
        for code in ("ru", "en"):  # the score stands on the button: whoever types a number means the score
            assert all(c.label.within(code).startswith(f"{c.name} · ") for c in question.choices)
    assert settings_of(shipped()["curators_card"]).roles == (Role.CURATOR,)
    assert asked("curators_card")[0].name == "pair"


@pytest.mark.parametrize(
    ("marks", "total", "level"),
    [
        ("222222222", 18, "оптимальный"), ("222222210", 15, "оптимальный"), ("222222200", 14, "допустимый"),
        ("111111111", 9, "допустимый"), ("111111110", 8, "недопустимый"), ("000000000", 0, "недопустимый"),
    ],
)  # fmt: skip
def test_the_card_adds_up_and_names_the_level(marks: str, total: int, level: str) -> None:
    walk = Walk(shipped()["curators_card"], "ru")
    walk.do(Type("А. И. и М. П."), *(Type(mark) for mark in marks))
    (note,) = walk.review.notes
    assert f"Сумма: {total} из 18" in note
    assert f"Уровень: {level} " in note


def test_the_card_names_no_level_before_it_is_full() -> None:
    walk = Walk(shipped()["curators_card"], "ru")
    walk.do(Type("А. И. и М. П."), Type("2"))
    assert not isinstance(walk.screen, Review)
    assert walk.question.notes == ()


@pytest.mark.parametrize("role", ROLES)
def test_mutual_evaluation_is_sealed_and_thanks_are_passed_on_only_when_allowed(role: str) -> None:
    form = shipped()[f"mutual_{role}"]
    assert settings_of(form).readers == ()
    assert "не увидит" in form.setting("x_audience", "ru")
    assert "will not" in form.setting("x_audience", "en")
    assert sum(question.kind is Kind.RANGE for question in form.questions) <= 2
    names = [question.name for question in form.questions]
    assert ("thanks", "pass_thanks") in list(pairwise(names))
    assert [choice.name for choice in form.by_name["pass_thanks"].choices] == ["yes", "no"]


def match_of(form_id: str) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for question in asked(form_id):
        item = item_of(question)
        if item.match:
            found.setdefault(item.match, set()).add(question.name)
            assert 1 <= item.weight <= 9
    return found


@pytest.mark.parametrize(
    ("form_id", "parts"),
    [
        ("mentee_entry", {"need", "subject", "hours", "wish"}),
        ("mentor_entry", {"strength", "subject", "hours", "capacity", "contact"}),
        ("working_style", {"style"}),
        ("matching_mentee", {"need", "subject", "style", "hours", "contact", "wish"}),
        ("matching_mentor", {"strength", "subject", "style", "hours", "contact", "wish"}),
    ],
)
def test_what_matching_reads(form_id: str, parts: set[str]) -> None:
    assert set(match_of(form_id)) == parts <= MATCH


def test_nothing_else_is_read_by_matching() -> None:
    other = set(shipped()) - {
        "mentee_entry",
        "mentor_entry",
        "working_style",
        "matching_mentee",
        "matching_mentor",
    }
    assert all(match_of(form_id) == {} for form_id in other)


@pytest.mark.parametrize("name", ["mentor_kind", "same_subject", "manner", "days", "hours", "rhythm"])
def test_both_sides_choose_from_the_same_answers(name: str) -> None:
    mentee, mentor = (shipped()[f"matching_{role}"].by_name[name] for role in ROLES)
    assert [choice.name for choice in mentee.choices] == [choice.name for choice in mentor.choices]
    assert item_of(mentee).match == item_of(mentor).match
    assert item_of(mentee).weight == item_of(mentor).weight


@pytest.mark.parametrize(
    ("form_id", "name"),
    [
        ("mentor_entry", "contact_forms"), ("matching_mentee", "contact_forms"), ("matching_mentor", "contact_best"),
        ("case_description", "contact"),
    ],
)  # fmt: skip
def test_the_seven_forms_of_contact_are_the_same_everywhere(form_id: str, name: str) -> None:
    forms = ["direct", "indirect", "individual", "group", "open", "hidden", "collective"]
    choices = shipped()[form_id].by_name[name].choices
    assert [choice.name for choice in choices] == forms
    assert choices == shipped()["mentor_entry"].by_name["contact_forms"].choices


@pytest.mark.parametrize("role", ROLES)
def test_not_with_this_person_is_a_sign_to_the_curator_and_no_name(role: str) -> None:
    avoid = shipped()[f"matching_{role}"].by_name["avoid"]
    assert avoid.kind is Kind.ONE
    assert "Имя здесь не пишите" in avoid.hint.within("ru")
