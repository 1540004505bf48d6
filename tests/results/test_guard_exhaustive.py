"""Every possible set of answers of a small question: no shown result fixes a count of one to four.

The reader here knows the rules, knows how many were asked, and can list every set of answers that would have been
shown in the very same way. A count of one to four that is the same in all of them has been given away.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

import pytest

from mentoring.questionnaires.rules_form import Kind, Question
from mentoring.results import rules_guard, rules_guard_numbers
from mentoring.results.rules_guard_numbers import Offer
from mentoring.results.rules_of import results_of
from mentoring.results.rules_pinned import FULL, MEAN
from mentoring.results.rules_results import Part
from tests.results.ground import form_of, one, scale, sheets_of

Table = tuple[int, ...]


def compositions(total: int, cells: int) -> Iterator[Table]:
    if cells == 1:
        yield (total,)
        return
    for first in range(total + 1):
        for rest in compositions(total - first, cells - 1):
            yield (first, *rest)


def _part(part: Part) -> tuple[object, ...]:
    return (part.group, part.n, part.figures, tuple((cell.count, cell.place) for cell in part.cells))


def shown_of(question: Question, names: list[str | None], tables: list[Table]) -> object:
    answers: list[str | None] = []
    groups: list[str] = []
    for place, table in enumerate(tables):
        given = [name for name, count in zip(names, table, strict=True) for _ in range(count)]
        answers += given
        groups += [("mentor", "mentee")[place]] * len(given)
    found = results_of(form_of(question), sheets_of(question.name, answers, groups), guarded=True).questions[0]
    return (found.why, _part(found.whole), tuple(_part(part) for part in found.groups))


def given_away(question: Question, names: list[str | None], everything: list[list[Table]]) -> list[object]:
    """Results that fix a count of one to four of a group or of all."""
    worlds: dict[object, list[list[Table]]] = defaultdict(list)
    for tables in everything:
        worlds[shown_of(question, names, tables)].append(tables)
    leaks: list[object] = []
    for shown, alike in worlds.items():
        flat = [
            tuple(c for t in tables for c in t) + tuple(map(sum, zip(*tables, strict=True))) for tables in alike
        ]
        leaks += [
            (shown, alike[0])
            for column in zip(*flat, strict=True)
            if len(set(column)) == 1 and 1 <= column[0] <= 4
        ]
    return leaks


def single(total: int, cells: int) -> list[list[Table]]:
    return [[table] for table in compositions(total, cells)]


def double(first: int, second: int, cells: int) -> list[list[Table]]:
    return [[a, b] for a in compositions(first, cells) for b in compositions(second, cells)]


@pytest.mark.parametrize(("total", "cells"), [(5, 2), (6, 3), (8, 2), (9, 4), (12, 3), (12, 4), (14, 3), (20, 3)])
def test_one_choice(total: int, cells: int) -> None:
    names = [f"c{place}" for place in range(cells)]
    assert not given_away(one("q", names), [*names], single(total, cells))


@pytest.mark.parametrize("total", [9, 14])
def test_one_choice_that_may_be_passed_over(total: int) -> None:
    assert not given_away(one("q", ["a", "b"], required=False), ["a", "b", None], single(total, 3))


@pytest.mark.parametrize(("first", "second"), [(5, 5), (6, 9)])
def test_one_choice_in_two_groups(first: int, second: int) -> None:
    assert not given_away(one("q", ["a", "b", "c"]), ["a", "b", "c"], double(first, second, 3))


@pytest.mark.parametrize("cells", [2, 3, 4, 5])
@pytest.mark.parametrize("total", [5, 6, 9, 11])
def test_scales(total: int, cells: int) -> None:
    names = [str(place) for place in range(1, cells + 1)]
    assert not given_away(scale("q", cells), [*names], single(total, cells))


@pytest.mark.parametrize(("total", "cells"), [(15, 2), (15, 3), (16, 3), (15, 4)])
def test_scales_with_a_spread(total: int, cells: int) -> None:
    names = [str(place) for place in range(1, cells + 1)]
    assert not given_away(scale("q", cells), [*names], single(total, cells))


def test_a_scale_of_two_groups() -> None:
    assert not given_away(scale("q", 3), ["1", "2", "3"], double(5, 6, 3))


def test_a_scored_choice() -> None:
    question = one("q", ["no", "dk", "yes"], scores=["0", "", "1"], scale="s")
    assert not given_away(question, ["no", "dk", "yes"], single(12, 3))


@pytest.mark.parametrize("total", [5, 11])
def test_a_rank(total: int) -> None:
    orders = ["a b", "b a"]
    question = one("q", ["a", "b"], kind=Kind.RANK)
    assert not given_away(question, [*orders], single(total, 2))


def test_a_leak_would_be_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rules_guard_numbers, "is_open", lambda *_: True)
    assert given_away(scale("q", 3), ["1", "2", "3"], single(9, 3))
    monkeypatch.setattr(rules_guard, "hidden_cells", lambda counts: {n for n, c in counts.items() if 1 <= c <= 4})
    assert given_away(one("q", ["a", "b", "c"]), ["a", "b", "c"], single(12, 3))


def test_choosing_figures_by_the_answers_would_be_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    """The spread where it happens to be safe, else the median, else the mean: the choice itself tells."""
    ladder = (FULL, FULL[:2], MEAN)
    monkeypatch.setattr(rules_guard_numbers, "_offers", lambda *_: [Offer((), shown) for shown in ladder])
    assert given_away(scale("q", 3), ["1", "2", "3"], single(7, 3))
