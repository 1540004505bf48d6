"""Counts of people by their answers that released counts pin down."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import product

from mentoring.questionnaires.rules_form import Form, Kind, Question
from mentoring.results.rules_results import FormResults, Part, QuestionResult
from mentoring.results.rules_sheets import Sheet, steps_of
from mentoring.results.rules_tally import names_in
from tests.results.algebra import PRIME, Vector, eliminated, reduced


@dataclass
class Wave:
    """One wave as released, with the truth behind it; `ids` are people across waves."""

    form: Form
    sheets: Sequence[Sheet]
    results: FormResults
    ids: Sequence[int]
    name: str


def count_leaks(wave: Wave) -> list[str]:
    found = []
    for family in _families(wave.form):
        results = [next(r for r in wave.results.questions if r.question.name == q.name) for q in family]
        found += _family_leaks(wave, family, results)
    return found


def _families(form: Form) -> list[list[Question]]:
    """Questions whose counts the form ties together; several choices are one question a choice."""
    counted = [q for q in form.questions if q.kind in (Kind.ONE, Kind.MANY, Kind.RANGE)]
    children = {q.name: next(iter(q.conditions[0].expression.names)) for q in counted if q.conditions}
    parents = set(children.values())
    families = [[q] for q in counted if q.name not in children and q.name not in parents]
    return families + [
        [form.by_name[parent], *(q for q in counted if children.get(q.name) == parent)]
        for parent in sorted(parents)
    ]


Class = tuple[str, ...]


def _family_leaks(wave: Wave, family: list[Question], results: list[QuestionResult]) -> list[str]:
    if family[0].kind is Kind.MANY:
        return [leak for name in steps_of(family[0]) for leak in _solve(wave, family, results, name)]
    return _solve(wave, family, results, "")


def _solve(wave: Wave, family: list[Question], results: list[QuestionResult], mark: str) -> list[str]:
    groups = sorted({sheet.group for sheet in wave.sheets})
    kinds = [kind for kind in product(groups, *(_answers_of(q, mark) for q in family)) if _can_be(kind, family)]
    true = dict.fromkeys(kinds, 0)
    for sheet in wave.sheets:
        true[(sheet.group, *(_answer(sheet, q, mark) for q in family))] += 1
    known = [[int(kind[0] == group) for kind in kinds] for group in groups]
    rows = [*known]
    for place, (question, result) in enumerate(zip(family, results, strict=True), start=1):
        for part in (result.whole, *result.groups):
            rows += _rows(kinds, place, question, part, mark)
    return _determined(rows, kinds, true)


def _answers_of(question: Question, mark: str) -> list[str]:
    steps = [mark, "not"] if mark else [*steps_of(question)]
    return [*steps, "skipped", *(["unasked"] if question.conditions else [])]


def _can_be(kind: Class, family: list[Question]) -> bool:
    """Whether the form lets a person answer so."""
    for place, question in enumerate(family, start=1):
        if question.conditions:
            wanted = question.conditions[0].expression.wanted  # type: ignore[attr-defined]
            if (kind[1] in wanted) != (kind[place] != "unasked"):
                return False
    return True


def _answer(sheet: Sheet, question: Question, mark: str) -> str:
    if question.name not in sheet.answers:
        return "unasked"
    value = sheet.answers[question.name]
    if not value:
        return "skipped"
    return (mark if mark in names_in(question, value) else "not") if mark else value


def _rows(kinds: Sequence[Class], place: int, question: Question, part: Part, mark: str) -> list[Vector]:
    inside = [part.group is None or kind[0] == part.group for kind in kinds]
    rows = []
    if part.n is not None:
        rows.append(
            [
                int(within and kind[place] not in ("skipped", "unasked"))
                for within, kind in zip(inside, kinds, strict=True)
            ]
        )
    told = [cell.name for cell in part.cells if cell.count is not None and mark in ("", cell.name)]
    rows += [
        [int(within and kind[place] == name) for within, kind in zip(inside, kinds, strict=True)] for name in told
    ]
    if part.figures is not None and part.n is not None and part.n <= 10:
        scores = _scores(question)
        rows.append(
            [scores.get(kind[place], 0) if within else 0 for within, kind in zip(inside, kinds, strict=True)]
        )
    return rows


def _scores(question: Question) -> dict[str, int]:
    if question.kind is Kind.RANGE:
        return {step: int(step) for step in steps_of(question)}
    return {choice.name: int(choice.columns.get("x_score", "0")) for choice in question.choices}


def _determined(rows: list[Vector], kinds: Sequence[Class], true: dict[Class, int]) -> list[str]:
    """Unions of classes whose number of people is determined, is one to four, and is not a group's whole size."""
    large = [place for place, kind in enumerate(kinds) if true[kind] >= 5]
    small = [place for place, kind in enumerate(kinds) if true[kind] < 5]
    matrix = [[row[place] % PRIME for place in (*large, *small)] for row in rows]
    basis = reduced(eliminated(matrix, len(large), len(large)))
    assert len(basis) <= 16, len(basis)
    found = []
    for chosen in _zero_one(basis, [0] * len(small)):
        inside = {kinds[place] for place, value in zip(small, chosen, strict=True) if value}
        people = sum(true[kind] for kind in inside)
        if 1 <= people <= 4 and not _is_groups(inside, kinds):
            found.append(f"{people} people by their answers")
    return found


def _zero_one(basis: list[Vector], zero: Vector) -> Iterable[Vector]:
    """Vectors of zeros and ones in the span: at the pivots the coefficients are the values."""
    pool = [zero]
    for row in basis:
        pool += [[(a + b) % PRIME for a, b in zip(vector, row, strict=True)] for vector in pool]
    return [vector for vector in pool if any(vector) and all(value in (0, 1) for value in vector)]


def _is_groups(inside: set[Class], kinds: Sequence[Class]) -> bool:
    by_group: dict[str, set[bool]] = defaultdict(set)
    for kind in kinds:
        by_group[kind[0]].add(kind in inside)
    return all(len(values) == 1 for values in by_group.values())
