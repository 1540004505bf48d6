"""No sum and no count of one to four people comes out of released results by subtraction or elimination.

GUARD_SETS is how many random schools are tried (the long run takes 10000).
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import replace
from random import Random

import pytest

from mentoring.questionnaires.rules_form import Form, Question
from mentoring.results import rules_change, rules_guard, rules_guard_numbers, rules_parts, rules_scales
from mentoring.results.rules_change import change_of
from mentoring.results.rules_of import results_of
from mentoring.results.rules_parts import Ledger, few
from mentoring.results.rules_sheets import Sheet
from mentoring.results.rules_stats import Figures, rounded
from tests.results.generated import school
from tests.results.ground import form_of, one, repeated, scale, sheets_of
from tests.results.solver import identities, leaks
from tests.results.solver_counts import Wave

SETS = int(os.environ.get("GUARD_SETS", "400"))
PIECES = 20


def attack(form: Form, before: Sequence[Sheet], after: Sequence[Sheet] | None = None) -> list[str]:
    early, late = identities(before, after or [])
    waves = [Wave(form, before, results_of(form, before, guarded=True), early, "before")]
    if after is None:
        return leaks(waves)
    waves.append(Wave(form, after, results_of(form, after, guarded=True), late, "after"))
    return leaks(waves, change_of((form, before), (form, after), guarded=True))


@pytest.mark.parametrize("piece", range(PIECES))
def test_nothing_comes_out_of_random_schools(piece: int) -> None:
    for seed in range(piece, SETS, PIECES):
        found = school(Random(seed))
        assert not attack(found.form, found.before, found.after), seed


def test_random_schools_show_enough_to_attack() -> None:
    """Guarding by showing nothing at all would pass the attack too."""
    figures, counts, groups, scales, changes = 0, 0, 0, 0, 0
    for seed in range(120):
        found = school(Random(seed))
        results = results_of(found.form, found.before, guarded=True)
        figures += sum(r.whole.figures is not None for r in results.questions)
        counts += sum(cell.count is not None for r in results.questions for cell in r.whole.cells)
        groups += sum(bool(r.groups) for r in results.questions)
        scales += sum(r.whole.figures is not None for r in results.scales)
        changed = change_of((found.form, found.before), (found.form, found.after), guarded=True)
        changes += sum(change.difference is not None for change in changed)
    assert figures > 60
    assert counts > 100
    assert groups > 20
    assert scales > 10
    assert changes > 10


# Each rule switched off on purpose: then the attack succeeds.


def spread_over(count: int) -> list[str]:
    return [str(1 + place % 10) for place in range(count)]


def a_small_group() -> tuple[Form, list[Sheet]]:
    groups = ["mentor"] * 3 + ["mentee"] * 17
    return form_of(scale("q")), sheets_of("q", spread_over(20), groups)


def test_a_groups(monkeypatch: pytest.MonkeyPatch) -> None:
    form, sheets = a_small_group()
    assert not attack(form, sheets)
    made = Ledger.__init__

    def careless(ledger: Ledger, groups: object) -> None:
        made(ledger, groups)  # type: ignore[arg-type]
        ledger.broken_down = len(ledger.groups) > 1

    monkeypatch.setattr(Ledger, "__init__", careless)
    monkeypatch.setattr(rules_guard_numbers, "is_open_beside", lambda *_: True)
    assert "a sum over 3 people" in attack(form, sheets)


def test_b_one_hidden_count_is_the_total_less_the_others(monkeypatch: pytest.MonkeyPatch) -> None:
    form, sheets = form_of(one("q", ["a", "b", "c"])), sheets_of("q", repeated({"a": 3, "b": 9, "c": 8}))
    assert not attack(form, sheets)
    monkeypatch.setattr(rules_guard, "hidden_cells", lambda counts: {n for n, c in counts.items() if few(c)})
    assert attack(form, sheets)


def test_b_groups_hide_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    answers = repeated({"a": 7, "b": 3}) + repeated({"a": 2, "b": 8})
    form, sheets = form_of(one("q", ["a", "b"])), sheets_of("q", answers, ["mentor"] * 10 + ["mentee"] * 10)
    assert not attack(form, sheets)
    monkeypatch.setattr(rules_guard, "splits", lambda shown, by_group: True)
    assert attack(form, sheets)


def test_b_several_choices_tell_their_complement(monkeypatch: pytest.MonkeyPatch) -> None:
    question = one("q", ["a", "b"], kind=rules_guard.Kind.MANY)
    form, sheets = form_of(question), sheets_of("q", ["a b"] * 8 + ["a"] * 9 + ["b"] * 3)
    assert not attack(form, sheets)
    monkeypatch.setattr(rules_guard, "hidden_marks", lambda counts, base: {n for n, c in counts.items() if few(c)})
    assert attack(form, sheets)


def test_c_a_mean_opens_a_half_hidden_distribution() -> None:
    plain, scored = one("q", ["0", "1", "2"]), one("q", ["0", "1", "2"], scores=["0", "1", "2"])
    sheets = sheets_of("q", repeated({"0": 1, "1": 4, "2": 5}))
    assert not attack(form_of(scored), sheets)
    assert not attack(form_of(plain), sheets)
    hidden = results_of(form_of(plain), sheets, guarded=True)
    careless = replace(hidden, questions=(replace(hidden.questions[0], question=scored),))
    cells = tuple(replace(c, count=5 if c.name == "2" else None) for c in careless.questions[0].whole.cells)
    part = replace(
        careless.questions[0].whole, cells=cells, figures=Figures(rounded(rules_scales.Fraction(14, 10)))
    )
    careless = replace(careless, questions=(replace(careless.questions[0], whole=part),))
    assert leaks([Wave(form_of(scored), sheets, careless, range(10), "before")])


def items(count: int, gaps: dict[int, str]) -> list[Sheet]:
    """Sheets of three items; `gaps` are people with the item they left out."""
    names = ("a", "b", "c")
    return [
        Sheet("", {n: None if gaps.get(p) == n else str(1 + (p * k) % 10) for k, n in enumerate(names, 1)})
        for p in range(count)
    ]


@pytest.mark.parametrize("gaps", [{0: "c", 1: "c"}, {0: "c", 1: "b"}])
def test_d_a_scale_less_its_items_is_those_who_left_one_out(
    monkeypatch: pytest.MonkeyPatch, gaps: dict[int, str]
) -> None:
    form = form_of(*(scale(name, required=False, scale="s") for name in ("a", "b", "c")))
    sheets = items(20, gaps)
    assert not attack(form, sheets)
    monkeypatch.setattr(rules_scales, "items_told_apart", lambda complete, ledger: True)
    monkeypatch.setattr(rules_scales, "_has_mean", lambda item: item.whole.figures is not None)
    assert attack(form, sheets)


def test_d_nobody_complete() -> None:
    """Nine left something out and none answered all: the one who left out the other item would stand alone."""
    form = form_of(*(scale(name, required=False, scale="s") for name in ("a", "b", "c")))
    assert not attack(form, items(9, dict.fromkeys(range(8), "c") | {8: "b"}))


def waves(unlinked: int) -> tuple[Form, list[Sheet], list[Sheet]]:
    form = form_of(scale("q"))
    before = [Sheet("", {"q": value}, f"p{p}") for p, value in enumerate(spread_over(20))]
    after = [Sheet("", {"q": value}, f"p{p}") for p, value in enumerate(spread_over(20 - unlinked))]
    return form, before, after


def test_e_the_unlinked_are_the_whole_less_the_linked(monkeypatch: pytest.MonkeyPatch) -> None:
    form, before, after = waves(unlinked=3)
    assert not attack(form, before, after)
    assert change_of((form, before), (form, after), guarded=True)[0].difference is None
    monkeypatch.setattr(rules_change, "_told_apart", lambda *_: True)
    assert attack(form, before, after)


def conditional() -> tuple[Form, list[Sheet]]:
    parent: Question = one("parent", ["yes", "no", "dk"])
    child = one("child", ["y", "n"], when=("parent", "yes"))
    sheets = [Sheet("", {"parent": "yes", "child": "yn"[p % 2]}) for p in range(17)]
    return form_of(parent, child), sheets + [Sheet("", {"parent": answer}) for answer in ("no", "no", "dk")]


def test_f_those_who_were_not_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    form, sheets = conditional()
    assert not attack(form, sheets)
    monkeypatch.setattr(rules_parts.Ledger, "fits", lambda ledger, people: True)
    assert attack(form, sheets)


def test_f_nested_conditions(monkeypatch: pytest.MonkeyPatch) -> None:
    """Both asked of more than five and not asked of more than five, but of three in between."""
    parent, other = one("parent", ["yes", "no"]), one("other", ["a", "b"])
    first = one("child0", ["y", "n"], when=("parent", "yes"))
    second = one("child1", ["y", "n"], when=("other", "a"))
    sheets = [
        Sheet(
            "",
            {"parent": "yes", "other": "a" if p < 9 else "b", "child0": "y"} | ({"child1": "n"} if p < 9 else {}),
        )
        for p in range(12)
    ] + [Sheet("", {"parent": "no", "other": "b"}) for _ in range(10)]
    form = form_of(parent, other, first, second)
    assert not attack(form, sheets)
    monkeypatch.setattr(rules_parts.Ledger, "fits", lambda ledger, people: True)
    assert attack(form, sheets)
