"""A draft goes over to a later version with every answer that fits there."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mentoring.questionnaires import rules_state as s
from mentoring.questionnaires.rules_ask import open_step
from mentoring.questionnaires.rules_carry import Carried, carry
from mentoring.questionnaires.rules_form import Form
from mentoring.questionnaires.rules_live import Live
from tests.questionnaires.test_reask import CHOICES, anything, rows
from tests.questionnaires.tools import NOW, Walk, form_from

OLD = """
type | name | label | required | relevant | constraint | parameters
text | who | Кто? | yes | | |
integer | years | Сколько лет? | yes | | . < 60 |
select_one l | one | Какой? | | | |
select_multiple l | many | Какие? | | | |
range | mark | Оценка | | | | start=1 end=10 step=1
date | day | День | | | |
text | extra | Ещё | | ${years} > 3 | |
text | gone | Уйдёт | | | |
start | began | | | | |
"""
WORDS = ("Анна", "7", "1", "1 и 3", "8", "5 сентября 2026", "да", "и это")


def draft(form: Form, *words: str) -> s.State:
    walk = Walk(form)
    walk.do(*(s.Type(one) for one in words))
    return walk.state


def moved(new: str, *words: str, choices: str = CHOICES) -> Carried:
    old = form_from(OLD, CHOICES)
    return carry(old, form_from(new, choices), draft(old, *(words or WORDS)), NOW)


def test_to_the_same_questions_everything_goes_over_and_the_clock_s_own_is_not_counted() -> None:
    found = moved(OLD + "text | fresh | Новый | | | |")
    assert (found.kept, found.total, found.lost) == (8, 8, ())
    assert found.state.answers["began"].value == NOW.isoformat()
    assert found.state.started


@pytest.mark.parametrize(
    ("was", "now", "lost"),
    [
        ("text | who |", "note | who |", "who"),
        ("integer | years |", "decimal | years |", "years"),
        (". < 60", ". < 5", "years"),
        ("start=1 end=10 step=1", "start=1 end=5 step=1", "mark"),
        ("start=1 end=10 step=1", "start=1 end=10 step=2", "mark"),
        ("select_one l | one", "select_one l | other_name", "one"),
        ("text | gone", "text | came", "gone"),
    ],
)
def test_what_no_longer_fits_stays_behind(was: str, now: str, lost: str) -> None:
    found = moved(OLD.replace(was, now))
    assert found.lost == (lost,)
    assert (found.kept, found.total) == (7, 8)
    assert lost not in found.state.answers


def test_choices_go_by_their_names() -> None:
    found = moved(OLD, choices=CHOICES.replace("Выбор 2", "Второй").replace("c0", "c9"))
    assert found.lost == ("one", "many")


def test_a_skipped_answer_goes_over_where_it_may_be_skipped() -> None:
    old = form_from(OLD, CHOICES)
    walk = Walk(old)
    walk.do(s.Type("Анна"), s.Type("2"), s.Skip(), s.Skip())
    required = OLD.replace("select_one l | one | Какой? |", "select_one l | one | Какой? | yes")
    found = carry(old, form_from(required, CHOICES), walk.state, NOW)
    assert (found.kept, found.total, found.lost) == (3, 4, ("one",))


def test_what_a_branch_hides_goes_over_while_it_can_be_an_answer() -> None:
    hidden = OLD.replace("${years} > 3", "${years} > 30")
    assert moved(hidden).state.answers["extra"] == s.Answer("да")
    assert moved(hidden.replace("text | extra", "integer | extra")).lost == ("extra",)


def test_what_falls_out_takes_what_was_bounded_by_it() -> None:
    bounded = "type | name | label | constraint\n{} | years | Лет |\ninteger | here | Здесь | . <= ${{years}}"
    old, new = form_from(bounded.format("integer")), form_from(bounded.format("decimal"))
    assert carry(old, new, draft(old, "7", "5"), NOW).lost == ("years", "here")


REPEAT = (
    "type | name | label | repeat_count\nbegin repeat | rep | Круг | {}\ntext | title | Тема |\nend repeat | | |"
)


def test_rounds_go_over_and_one_more_goes_with_them() -> None:
    form = form_from(REPEAT.format(""))
    state = draft(form, "да", "раз", "да", "два", "нет")
    assert carry(form, form_from(REPEAT.format("")), state, NOW).state.answers == state.answers
    counted = carry(form, form_from(REPEAT.format("2")), state, NOW)
    assert (counted.kept, counted.lost) == (2, ("rep@1", "rep@2", "rep@3"))
    flat = carry(form, form_from("type | name | label\ntext | title | Тема"), state, NOW)
    assert flat.kept == 0


def test_where_the_person_stood_is_not_carried() -> None:
    old = form_from(OLD, CHOICES)
    walk = Walk(old, seed=5)
    walk.do(s.Type("Анна"), s.Back(), s.Type(" "))
    state = carry(old, old, walk.state, NOW).state
    assert (state.position, state.returning, state.refusals, state.seed) == (None, False, 0, 5)


def test_ticks_taken_back_are_no_answer() -> None:
    form = form_from("type | name | label\nselect_multiple l | many | Какие?", CHOICES)
    walk = Walk(form)
    walk.do(s.Toggle("c1"), s.Toggle("c1"))
    found = carry(form, form, walk.state, NOW)
    assert (found.kept, found.total, found.lost, dict(found.state.answers)) == (0, 0, (), {})


def wandered(form: Form, random: Random) -> s.State:
    walk = Walk(form)
    for _ in range(25):
        walk.do(anything(random, walk.screen))
    return walk.state


@given(rows(), rows(), st.randoms(use_true_random=False))
@settings(deadline=None, max_examples=25)
def test_any_draft_into_any_version(before: str, after: str, random: Random) -> None:
    old, new = form_from(before, CHOICES), form_from(after, CHOICES)
    state = wandered(old, random)
    found = carry(old, new, state, NOW)
    assert found.state.answers.items() <= state.answers.items()
    assert found.kept + len(found.lost) == found.total
    again = carry(new, new, found.state, NOW)
    assert (again.state, again.lost) == (found.state, ())
    step = open_step(Live(new, found.state, NOW), found.state)
    assert step is None or step.key not in found.state.answers


@given(rows(), st.randoms(use_true_random=False))
@settings(deadline=None, max_examples=25)
def test_to_the_same_form_all_that_fits_is_kept(survey: str, random: Random) -> None:
    form = form_from(survey, CHOICES)
    state = wandered(form, random)
    found = carry(form, form, state, NOW)
    live = Live(form, state, NOW)
    standing = {step.key for step in live.asked}
    unfit = {item for item in found.lost if item in standing}
    assert set(found.lost) == unfit
    if open_step(live, s.State(state.answers, seed=state.seed, started=True)) is None:
        assert found.state.answers == {key: a for key, a in state.answers.items() if a.skipped or a.value}
