"""Figures, exact and rounded once; turned items, scores of scales, the missing-answer rule."""

from __future__ import annotations

import statistics
from decimal import Decimal
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from mentoring.questionnaires.rules_form import Kind, Repeat
from mentoring.results.rules_of import results_of
from mentoring.results.rules_results import Why
from mentoring.results.rules_sheets import Sheet, column_of
from mentoring.results.rules_stats import Figures, figures_of, quantile, root, rounded
from mentoring.results.rules_tally import texts_of
from tests.results.ground import form_of, one, scale, sheets_of, text, typed

NUMBERS = st.lists(st.integers(-50, 50).map(Fraction), min_size=2, max_size=30)


@given(NUMBERS)
def test_figures_are_those_of_the_standard_library(values: list[Fraction]) -> None:
    found = figures_of(values)
    assert found is not None
    assert found.mean == rounded(statistics.mean(values))
    assert found.median == rounded(statistics.median(values))
    assert abs(float(found.spread or 0) - statistics.stdev(map(float, values))) <= 0.00501
    low, _, high = statistics.quantiles(values, n=4, method="inclusive")
    assert (found.low, found.high) == (rounded(low), rounded(high))


def test_rounding_is_half_away_from_zero() -> None:
    assert [rounded(Fraction(n, 20), 1) for n in (1, 3, 5, -1, -3)] == [
        Decimal(x) for x in ("0.1", "0.2", "0.3", "-0.1", "-0.2")
    ]
    assert rounded(Fraction(2, 3)) == Decimal("0.67")
    assert root(Fraction(2), 1) == Decimal("1.4")
    assert root(Fraction(1, 16), 1) == Decimal("0.3")
    assert quantile([Fraction(1), Fraction(2)], Fraction(1, 4)) == Fraction(5, 4)


def test_none_and_one() -> None:
    assert figures_of([]) is None
    one_value = Decimal("7.00")
    assert figures_of([Fraction(7)]) == Figures(one_value, one_value, None, one_value, one_value)


def test_counts_and_figures_of_a_question_by_group() -> None:
    form = form_of(scale("q", 5))
    found = results_of(form, sheets_of("q", ["1", "5", "5", None], ["a", "a", "b", "b"]), guarded=False).questions[
        0
    ]
    assert (found.whole.n, found.whole.figures and found.whole.figures.mean) == (3, Decimal("3.67"))
    assert [cell.count for cell in found.whole.cells] == [1, 0, 0, 0, 2]
    assert [(part.group, part.n) for part in found.groups] == [("a", 2), ("b", 1)]


def test_scored_choices_have_a_mean_and_do_not_know_has_no_score() -> None:
    form = form_of(one("q", ["no", "yes", "dk"], scores=["0", "1", ""]))
    whole = results_of(form, sheets_of("q", ["yes", "yes", "no", "dk"]), guarded=False).questions[0].whole
    assert whole.figures is not None
    assert whole.figures.mean == Decimal("0.67")
    assert [cell.count for cell in whole.cells] == [1, 2, 1]


def test_plain_choices_have_none() -> None:
    whole = results_of(form_of(one("q", ["1", "2"])), sheets_of("q", ["1"]), guarded=False).questions[0].whole
    assert whole.figures is None


def scale_form() -> list[Sheet]:
    answers = [("8", "3", "9"), ("8", "3", None), ("8", None, None)]
    return [Sheet("", dict(zip(("a", "b", "c"), given_answers, strict=True))) for given_answers in answers]


def test_reverse_items_turn_on_their_own_scale_and_a_third_may_be_missing() -> None:
    form = form_of(scale("a", scale="s"), scale("b", scale="s", reverse="yes"), scale("c", scale="s"))
    found = results_of(form, scale_form(), guarded=False)
    whole = found.scales[0].whole
    # 8, 11 - 3, 9 and 8, 8; one item of three is too little.
    assert (whole.n, whole.figures and whole.figures.mean) == (2, Decimal("8.17"))
    assert found.questions[1].whole.figures is not None
    assert found.questions[1].whole.figures.mean == Decimal("3.00"), "the item itself is shown as answered"


def test_a_rank_gives_mean_places() -> None:
    form = form_of(one("q", ["a", "b", "c"], kind=Kind.RANK))
    cells = results_of(form, sheets_of("q", ["a b c", "b a c"]), guarded=False).questions[0].whole.cells
    assert [cell.place for cell in cells] == [Decimal("1.50"), Decimal("1.50"), Decimal("3.00")]


def test_rounds_of_a_repeat_count_every_answer_of_a_person() -> None:
    inner = one("q", ["a", "b"])
    inner = type(inner)(inner.name, inner.kind, inner.label, choices=inner.choices, repeats=("r",))
    form = form_of(Repeat("r", typed("r", Kind.MORE), (inner,)))
    sheets = [Sheet("", {"q@1": "a", "q@2": "a"}), Sheet("", {"q@1": "b"})]
    whole = results_of(form, sheets, guarded=False).questions[0].whole
    assert (whole.n, [cell.count for cell in whole.cells]) == (2, [2, 1])
    many = [Sheet("", {"q@1": "a"}) for _ in range(9)]
    assert results_of(form, many, guarded=True).questions[0].why is Why.CLOSE


def test_texts_are_sorted_and_the_code_is_no_result() -> None:
    form = form_of(text("wish"), text("code", code="yes"))
    sheets = [Sheet("", {"wish": word, "code": "я1"}) for word in ("б", "А", "в")]
    assert texts_of(column_of(form.questions[0], sheets)) == ("А", "б", "в")
    assert [r.question.name for r in results_of(form, sheets, guarded=False).questions] == ["wish"]


def test_nobody() -> None:
    found = results_of(form_of(scale("q"), text("w")), [], guarded=False)
    assert (found.n, found.questions[0].whole.figures) == (0, None)
    assert all(r.why is Why.FEW for r in results_of(form_of(scale("q"), text("w")), [], guarded=True).questions)
