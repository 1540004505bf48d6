"""After a change exactly the questions it affects are asked again: against a walk that begins anew."""

from __future__ import annotations

from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from mentoring.questionnaires import rules_state as s
from mentoring.questionnaires.rules_engine import apply
from mentoring.questionnaires.rules_fit import doubtful
from mentoring.questionnaires.rules_form import MULTIPLE, Form
from tests.questionnaires.answers import given as events_of
from tests.questionnaires.tools import NOW, Walk, form_from

HEADER = "type | name | label | required | relevant | constraint | choice_filter | repeat_count"
CHOICES = "list_name | name | label | cut\n" + "\n".join(f"l | c{n} | Выбор {n} | {n}" for n in range(4))


@st.composite
def rows(draw: st.DrawFn) -> str:
    """Questions whose conditions, bounds and filters read what was asked before them, some in a repeat."""
    lines: list[str] = []
    numbers: list[str] = []
    inside = draw(st.integers(2, 6))
    for place in range(draw(st.integers(5, 9))):
        if place == inside and numbers:
            lines.append(f"begin repeat | rep | Круг | | | | | {draw(counts(numbers))}")
        kind, name = (
            draw(st.sampled_from(["integer", "integer", "select_one l", "select_multiple l", "rank l"])),
            f"q{place}",
        )
        bound = draw(bounds(numbers)) if kind == "integer" else ""
        chosen = draw(filters(numbers)) if kind != "integer" else ""
        lines.append(
            f"{kind} | {name} | Вопрос | {draw(needs(numbers))} | {draw(conditions(numbers))} | {bound} | {chosen} |"
        )
        numbers += [name] if kind == "integer" and place < inside else []
    inside_now = any(line.startswith("begin") for line in lines)
    return "\n".join([HEADER, *lines, *(["end repeat | | | | | | |"] if inside_now else [])])


def counts(numbers: list[str]) -> st.SearchStrategy[str]:
    return st.sampled_from(["", f"${{{numbers[-1]}}} mod 3"])


def over(numbers: list[str], *patterns: str) -> st.SearchStrategy[str]:
    """A pattern over an earlier answer, or nothing."""
    if not numbers:
        return st.just("")
    return st.one_of(
        st.just(""), st.builds(str.replace, st.sampled_from(patterns), st.just("?"), st.sampled_from(numbers))
    )


def conditions(numbers: list[str]) -> st.SearchStrategy[str]:
    return over(numbers, "${?} > 2", "${?} mod 2 = 0", "${?} != ''")


def bounds(numbers: list[str]) -> st.SearchStrategy[str]:
    return over(numbers, ". <= ${?} + 1", ". != ${?}", ". < 5", "${?} < 4 or . > 2")


def filters(numbers: list[str]) -> st.SearchStrategy[str]:
    return over(numbers, "cut < ${?}", "cut != ${?}", "cut mod 2 = ${?} mod 2")


def needs(numbers: list[str]) -> st.SearchStrategy[str]:
    return st.one_of(st.just("yes"), over(numbers, "${?} > 3"))


def first_asked(form: Form, kept: s.State) -> str:
    """Where a walk that begins anew and repeats the kept answers has to ask."""
    walk = Walk(form, seed=kept.seed)
    while isinstance(shown := walk.screen, s.QuestionAsk):
        answer = kept.answers.get(shown.name)
        if answer is None or answer.value == "":
            return shown.name
        if any(isinstance(walk.do(event), s.Refused) for event in events_of(shown, answer)):
            return shown.name
    return s.REVIEW


def anything(random: Random, shown: s.Ask) -> s.Event:
    """Mostly an answer, often a change of mind."""
    names = [item.name for item in shown.items] if isinstance(shown, s.Review) else []
    if names and random.random() < 0.8:
        return s.Edit(random.choice(names))
    if not isinstance(shown, s.QuestionAsk) or random.random() < 0.2:
        return random.choice([s.Back(), s.Back(), s.Edit("q1"), s.ToReview(), s.Begin()])
    if shown.choices and random.random() < 0.8:
        one = random.choice(shown.choices).value
        return (
            random.choice([s.Toggle(one), s.Toggle(one), s.ConfirmMany()])
            if shown.kind in MULTIPLE
            else s.Choose(one)
        )
    return random.choice([s.Type(str(random.randrange(7))), s.Type(str(random.randrange(7))), s.Skip(), s.Clear()])


@given(rows(), st.randoms(use_true_random=False))
@settings(deadline=None, max_examples=60)
def test_what_is_asked_next_is_what_a_walk_from_the_beginning_would_ask(survey: str, random: Random) -> None:
    form = form_from(survey, CHOICES)
    walk = Walk(form)
    for _ in range(40):
        walk.do(anything(random, walk.screen))
        if walk.state.position is None:
            shown = walk.screen
            assert (shown.name if isinstance(shown, s.QuestionAsk) else s.REVIEW) == first_asked(form, walk.state)


BOUND = """
type | name | label | required | relevant | constraint | choice_filter
integer | most | Сколько всего? | yes | | |
integer | some | Сколько из них? | yes | | . <= ${most} |
text | why | Почему так много? | | ${most} > 10 | |
select_one l | pick | Что из этого? | | | | cut < ${most}
text | end | Что ещё? | ${most} > 20 | | |
"""


def filled() -> Walk:
    walk = Walk(form_from(BOUND, CHOICES))
    walk.do(s.Type("10"), s.Type("7"), s.Choose("c3"), s.Skip())
    assert walk.review.complete
    return walk


def asked_after(walk: Walk, *answers: s.Event) -> list[str]:
    """The names asked, one after the other, until the review is back."""
    names = []
    for event in answers:
        names.append(walk.question.name)
        walk.do(event)
    assert walk.review.complete
    return names


def test_a_change_that_touches_nothing_asks_nothing() -> None:
    walk = filled()
    walk.do(s.Edit("most"), s.Type("9"))
    assert walk.review.complete


def test_a_smaller_number_asks_again_what_no_longer_fits_it_and_nothing_else() -> None:
    walk = filled()
    walk.do(s.Edit("most"), s.Type("3"))
    assert (walk.question.value, walk.question.misfit, walk.question.keep) == ("7", True, False)
    assert asked_after(walk, s.Type("2"), s.Choose("c1")) == ["some", "pick"]


def test_a_larger_number_opens_a_question_and_makes_a_skipped_one_required() -> None:
    walk = filled()
    walk.do(s.Edit("most"), s.Type("30"))
    assert asked_after(walk, s.Type("так вышло"), s.Type("всё")) == ["why", "end"]


def test_the_same_after_going_back() -> None:
    walk = filled()
    walk.do(s.Back(), s.Back(), s.Back(), s.Back(), s.Type("5"))
    assert (walk.question.name, walk.question.can_skip) == ("some", False)
    assert isinstance(walk.do(s.Skip()), s.Refused)
    assert asked_after(walk, s.Type("5")) == ["some"]


def test_what_no_longer_fits_may_be_passed_over_where_passing_over_is_free() -> None:
    walk = filled()
    walk.do(s.Edit("most"), s.Type("0"), s.Type("0"))
    assert (walk.question.name, walk.question.choices, walk.question.can_clear) == ("pick", (), True)
    walk.do(s.Skip())
    assert walk.value("pick") is None
    assert walk.review.complete


def test_an_early_review_is_not_complete_while_an_answer_does_not_fit() -> None:
    walk = filled()
    walk.do(s.Edit("most"), s.Type("3"), s.ToReview())
    assert not walk.review.complete
    walk.do(s.Send())
    assert walk.question.name == "some"


def test_an_earlier_bound_that_reads_a_later_answer_is_asked_after_it() -> None:
    survey = """
    type | name | label | constraint
    integer | low | От | ${high} = '' or . < ${high}
    integer | high | До |
    """
    walk = Walk(form_from(survey))
    walk.do(s.Type("3"), s.Type("2"))
    assert walk.question.name == "low"
    walk.do(s.Type("1"))
    assert walk.review.complete


def test_a_tick_that_can_no_longer_be_seen_does_not_stay() -> None:
    survey = """
    type | name | label | required | choice_filter
    integer | most | Сколько? | yes |
    select_multiple l | pick | Что? | yes | cut < ${most}
    """
    walk = Walk(form_from(survey, CHOICES))
    walk.do(s.Type("4"), s.Type("1 и 4"), s.Edit("most"), s.Type("2"))
    assert (walk.question.value, [view.selected for view in walk.question.choices]) == ("c0", [True, False])
    walk.do(s.ConfirmMany())
    assert walk.value("pick") == "c0"
    assert walk.review.complete


def test_a_ranking_left_half_made_is_asked_again() -> None:
    walk = Walk(form_from("type | name | label\ntext | a | А\nrank l | order | Порядок", CHOICES))
    walk.do(s.Type("x"), s.Toggle("c1"), s.Back(), s.Skip())
    assert (walk.question.name, walk.question.value) == ("order", "c1")


def test_a_form_without_bounds_has_nothing_to_look_at_twice() -> None:
    survey = "type | name | label | constraint\ntext | a | А | string-length(.) < 9\ninteger | b | Б | . > 0"
    assert doubtful(form_from(survey)) == frozenset()


def test_a_default_that_would_be_refused_is_not_suggested() -> None:
    walk = Walk(form_from("type | name | label | constraint | default\ninteger | n | N | . > 5 | 3"))
    assert (walk.question.value, walk.question.can_skip) == (None, True)
    assert apply(walk.form, walk.state, s.Skip(), NOW).state.answers["n"].skipped
