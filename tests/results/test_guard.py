"""What is shown and what is not, case by case."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentoring.questionnaires.rules_form import Kind
from mentoring.results.rules_cells import hidden_cells, hidden_marks
from mentoring.results.rules_change import change_of
from mentoring.results.rules_guard import linked_names
from mentoring.results.rules_of import results_of
from mentoring.results.rules_parts import Ledger
from mentoring.results.rules_results import Moved, Part, Why
from mentoring.results.rules_sheets import Sheet
from tests.results.ground import form_of, one, repeated, scale, sheets_of, text, typed


def whole_of(answers: list[str | None], **kinds: object) -> Part:
    return results_of(form_of(scale("q", **kinds)), sheets_of("q", answers), guarded=True).questions[0].whole  # type: ignore[arg-type]


def test_four_are_too_few_and_five_are_enough() -> None:
    assert whole_of(["3", "5", "7", "8"]) == Part()
    five = whole_of(["3", "5", "7", "8", "8"])
    assert (five.n, five.figures and five.figures.mean, five.cells) == (5, Decimal("6.2"), ())


def test_fifteen_show_the_spread_too_but_no_quartiles() -> None:
    figures = whole_of(["3", "5", "7", "8", "8"] * 3).figures
    assert figures is not None
    assert (figures.mean, figures.median, figures.spread, figures.low) == (
        Decimal("6.2"),
        Decimal("7.0"),
        Decimal("2.0"),
        None,
    )


def test_a_mean_that_names_one_person_is_hidden() -> None:
    assert whole_of(["10"] * 9 + ["9"]).figures is None
    assert whole_of(["10"] * 10).figures is not None


def test_a_distribution_is_shown_when_nothing_in_it_is_small() -> None:
    assert [cell.count for cell in whole_of(["1"] * 6 + ["2"] * 5, high=2).cells] == [6, 5]


def test_a_mean_alone_when_a_few_passed_over() -> None:
    part = whole_of([str(1 + n % 10) for n in range(18)] + [None, None], required=False)
    assert (part.n, part.figures and part.figures.mean, part.figures and part.figures.median) == (
        None,
        Decimal("5.1"),
        None,
    )


def test_a_small_group_ends_the_breakdown() -> None:
    answers = [str(1 + n % 10) for n in range(20)]
    for small, shown in ((4, 0), (5, 2)):
        groups = ["mentor"] * small + ["mentee"] * (20 - small)
        found = results_of(form_of(scale("q")), sheets_of("q", answers, groups), guarded=True).questions[0]
        assert len(found.groups) == shown
        assert found.whole.figures is not None


@given(st.dictionaries(st.sampled_from("abcdefgh"), st.integers(0, 20), min_size=2))
def test_hidden_counts_are_never_alone(counts: dict[str, int]) -> None:
    hidden = hidden_cells(counts)
    assert all(name in hidden for name, count in counts.items() if 1 <= count <= 4)
    if hidden and sum(counts.values()) >= 5:
        assert len(hidden) > 1
        assert sum(counts[name] for name in hidden) >= 5


def test_hidden_counts() -> None:
    assert hidden_cells({"a": 5, "b": 9}) == frozenset()
    assert hidden_cells({"a": 3, "b": 9, "c": 8}) == {"a", "c"}
    assert hidden_cells({"a": 4, "b": 4, "c": 9, "d": 12}) == {"a", "b", "c"}, "two fours are known by their sum"
    assert hidden_cells({"a": 3, "b": 3, "c": 9}) == {"a", "b"}
    assert hidden_cells({"a": 3, "b": 3, "c": 0, "d": 9}) == {"a", "b", "c"}
    assert hidden_marks({"a": 18, "b": 9, "c": 10}, 20) == {"a", "b"}
    assert hidden_marks({"a": 9, "b": 10}, 20) == frozenset()


def test_texts_need_five_and_come_without_their_owners() -> None:
    form = form_of(text("w"))
    words = ["д", "г", "в", "б", "А"]
    found = results_of(form, sheets_of("w", words, ["mentor"] * 2 + ["mentee"] * 3), guarded=True).questions[0]
    assert (found.texts, found.groups) == (("А", "б", "в", "г", "д"), ())
    assert results_of(form, sheets_of("w", words[:4]), guarded=True).questions[0].why is Why.FEW


def test_texts_that_a_condition_counts_are_guarded() -> None:
    """Seventeen reasons for a "no" would be the three who said "yes"."""
    form = form_of(one("glad", ["yes", "no"]), one("why", ["a", "b"], when=("glad", "no")))
    assert linked_names(form) == {"glad"}
    sheets = [Sheet("", {"glad": "no", "why": "a"}) for _ in range(17)] + [Sheet("", {"glad": "yes"})] * 3
    found = results_of(form, sheets, guarded=True).questions
    assert [r.why for r in found] == [Why.CLOSE, Why.CLOSE]
    assert [cell.count for cell in found[0].whole.cells] == [None, None]


@pytest.mark.parametrize("kind", [Kind.IMAGE, Kind.DATE])
def test_other_kinds_show_their_number_alone(kind: Kind) -> None:
    found = results_of(form_of(typed("q", kind)), sheets_of("q", ["2026-09-01"] * 6), guarded=True).questions[0]
    assert (found.whole, found.texts) == (Part(n=6), ())


def test_the_ledger_cuts_nobody_off() -> None:
    ledger = Ledger({"": frozenset(range(20))})
    assert not ledger.admit(frozenset(range(17)))
    assert ledger.admit(frozenset(range(12)))
    assert not ledger.admit(frozenset(range(9))), "three of the twelve would stand alone"
    assert ledger.admit(frozenset(range(12, 20)))
    assert not ledger.admit(frozenset(range(6, 16)), frozenset(range(3))), "both or neither"
    assert len(ledger.partitions[0]) == 2


def test_the_ledger_does_not_cut_a_small_group() -> None:
    ledger = Ledger({"mentee": frozenset(range(17)), "mentor": frozenset(range(17, 20))})
    assert not ledger.broken_down
    assert not ledger.admit(frozenset(range(15))), "two of the mentees would be known by their role"
    assert not ledger.admit(frozenset(range(10, 19)))
    assert ledger.admit(frozenset(range(10)))


def waves(count: int, lift: int = 1) -> tuple[list[Sheet], list[Sheet]]:
    before = [Sheet("", {"q": str(1 + p % 8)}, f"p{p}") for p in range(count)]
    return before, [Sheet("", {"q": str(1 + p % 8 + (lift if p % 2 else 0))}, f"p{p}") for p in range(count)]


def test_change_of_linked_people() -> None:
    form = form_of(scale("q"))
    before, after = waves(24)
    change = change_of((form, before), (form, after), guarded=True)[0]
    assert (change.linked, change.mean_before, change.mean_after, change.difference) == (
        24,
        Decimal("4.5"),
        Decimal("5.0"),
        Decimal("0.5"),
    )
    assert change.moved == Moved(12, 12, 0)
    assert change_of((form, before), (form, after[:21]), guarded=True)[0].why is Why.CLOSE
    assert change_of((form, before), (form, after[:19]), guarded=True)[0].linked == 19
    assert change_of((form, before[:4]), (form, after[:4]), guarded=True)[0].why is Why.FEW


def test_how_many_moved_is_hidden_when_few_did() -> None:
    form = form_of(scale("q"))
    before, after = waves(24)
    fell = Sheet("", {"q": "1"}, "p7")
    change = change_of((form, before), (form, [*after[:7], fell, *after[8:]]), guarded=True)[0]
    assert (change.moved, change.difference) == (None, Decimal("0.2"))
    plain = change_of((form, before), (form, [*after[:7], fell, *after[8:]]), guarded=False)[0]
    assert plain.moved == Moved(11, 12, 1)


def test_a_link_that_two_share_links_nobody() -> None:
    form = form_of(scale("q"))
    before, after = waves(6)
    doubled = [*before, Sheet("", {"q": "9"}, "p0"), Sheet("", {"q": "9"})]
    assert change_of((form, doubled), (form, after), guarded=False)[0].linked == 5


def test_beside_is_never_subtracted_nor_are_other_scales() -> None:
    before, after = waves(12)
    for early, late in ((scale("q", compare="beside"), scale("q")), (scale("q", 9), scale("q"))):
        change = change_of((form_of(early), before), (form_of(late), after), guarded=False)[0]
        assert (change.beside, change.difference, change.linked) == (True, None, None)
        assert (change.n_before, change.n_after, change.mean_before) == (12, 12, Decimal("3.83"))


def test_items_meet_by_measure_and_scales_by_name() -> None:
    early = form_of(scale("q", measure="comfort", scale="s"))
    late = form_of(scale("now", measure="comfort", scale="s"))
    before, after = waves(24)
    renamed = [Sheet("", {"now": s.answers["q"]}, s.link) for s in after]
    changes = change_of((early, before), (late, renamed), guarded=True)
    assert [(c.measure, c.difference) for c in changes] == [("comfort", Decimal("0.5")), ("s", Decimal("0.5"))]
    assert not change_of((early, before), (form_of(scale("other")), []), guarded=False)


def test_choices_that_may_be_passed_over() -> None:
    question = one("q", ["a", "b", "c"], required=False)
    answers: list[str | None] = [*repeated({"a": 9, "b": 8}), None, None]
    found = results_of(form_of(question), sheets_of("q", answers), guarded=True).questions[0]
    assert (found.whole.n, [cell.count for cell in found.whole.cells]) == (None, [9, None, None])
