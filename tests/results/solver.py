"""A reader who subtracts: everything that linear algebra can get out of released results.

It knows more than a real reader would: who answered which question, who is linked, and every released figure without
its rounding. Two searches: sums of answers (and counts of people) that some combination of figures pins down on one to
four people, and counts of people by their answers.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from itertools import combinations

from mentoring.questionnaires.rules_form import Kind
from mentoring.results.rules_results import Change
from mentoring.results.rules_scales import scales_of
from mentoring.results.rules_sheets import Sheet, column_of, groups_of, is_number, numbers_of, shown_questions
from tests.results.algebra import PRIME, Vector, eliminated, reduced
from tests.results.solver_counts import Wave, count_leaks


@dataclass
class Figures:
    """Released sums as rows over (what is summed, person)."""

    rows: list[dict[tuple[Hashable, int], Fraction]] = field(default_factory=list)

    def add(self, block: Hashable, people: Iterable[int], weight: Fraction = Fraction(1)) -> None:
        self.rows.append({(block, person): weight for person in people})


def identities(before: Sequence[Sheet], after: Sequence[Sheet]) -> tuple[list[int], list[int]]:
    """Numbers of people, the same for linked sheets."""
    early = list(range(len(before)))
    by_link = {sheet.link: place for place, sheet in enumerate(before) if sheet.link}
    late = [by_link.get(sheet.link, 10_000 + place) for place, sheet in enumerate(after)]
    return early, late


def leaks(waves: Sequence[Wave], changes: Sequence[Change] = ()) -> list[str]:
    figures = Figures()
    found = []
    for wave in waves:
        _sums(figures, wave)
        found += count_leaks(wave)
    _changes(figures, waves, changes)
    return found + _small_supports(figures.rows)


# Sums of numbers, and numbers of people


def _sums(figures: Figures, wave: Wave) -> None:
    groups = groups_of(wave.sheets)
    everybody = frozenset(range(len(wave.sheets)))
    if len(everybody) >= 5:  # how many took part is known and says nothing of answers
        figures.add((wave.name, "count"), (wave.ids[p] for p in everybody))
    for result in wave.results.questions:
        column = column_of(result.question, wave.sheets)
        given = frozenset(numbers_of(column)) if is_number(result.question) else column.answered
        for part in (result.whole, *result.groups):
            people = [wave.ids[p] for p in given if part.group is None or p in groups[part.group]]
            if part.n is not None and result.question.kind is not Kind.TEXT:
                figures.add((wave.name, "count"), people)
            if part.figures is not None:
                figures.add((wave.name, result.question.name), people)
    _scale_sums(figures, wave)


def _scale_sums(figures: Figures, wave: Wave) -> None:
    groups = groups_of(wave.sheets)
    columns = [column_of(q, wave.sheets) for q in shown_questions(wave.form)]
    by_name = {column.question.name: numbers_of(column) for column in columns}
    for scored, result in zip(scales_of(columns), wave.results.scales, strict=True):
        for part in (result.whole, *result.groups):
            people = [p for p in scored.scores if part.group is None or p in groups[part.group]]
            if part.n is not None:
                figures.add((wave.name, "count"), [wave.ids[p] for p in people])
            if part.figures is not None:
                row: dict[tuple[Hashable, int], Fraction] = {}
                for p in people:
                    answered = [item for item in scored.items if p in by_name[item]]
                    row |= {((wave.name, item), wave.ids[p]): Fraction(1, len(answered)) for item in answered}
                figures.rows.append(row)


def _changes(figures: Figures, waves: Sequence[Wave], changes: Sequence[Change]) -> None:
    for change in changes:
        if change.before is None or change.after is None or change.beside or change.linked is None:
            continue
        people = []
        for wave, question in zip(waves, (change.before, change.after), strict=True):
            given = numbers_of(column_of(question, wave.sheets))
            people.append({wave.ids[p] for p in given})
        linked = people[0] & people[1]
        for wave, question in zip(waves, (change.before, change.after), strict=True):
            figures.add((wave.name, "count"), linked)
            figures.add((wave.name, question.name), linked)


def _small_supports(rows: Sequence[dict[tuple[Hashable, int], Fraction]]) -> list[str]:
    """Combinations of rows that vanish on all but one to four people."""
    kinds: dict[tuple[object, ...], list[int]] = defaultdict(list)
    blocks = sorted({block for row in rows for block, _ in row}, key=repr)
    for person in sorted({person for row in rows for _, person in row}):
        kinds[tuple(row.get((block, person), Fraction(0)) for block in blocks for row in rows)].append(person)
    width = len(blocks)
    large = [kind for kind, people in kinds.items() if len(people) >= 5]
    small = [(kind, people) for kind, people in kinds.items() if len(people) < 5]
    matrix = []
    for place in range(len(rows)):
        cells = [
            kind[b * len(rows) + place] for kind in (*large, *(kind for kind, _ in small)) for b in range(width)
        ]
        matrix.append([_modular(cell) for cell in cells])
    rest = reduced(eliminated(matrix, len(large) * width, len(large) * width))
    return _smallest(rest, [len(people) for _, people in small], width) if rest else []


def _modular(value: object) -> int:
    assert isinstance(value, Fraction)
    return value.numerator * pow(value.denominator, -1, PRIME) % PRIME


def _smallest(basis: list[Vector], sizes: Sequence[int], width: int) -> list[str]:
    """Sets of small classes of one to four people on which a vector of the span can live alone."""
    for count in range(1, 5):
        for chosen in combinations(range(len(sizes)), count):
            if sum(sizes[c] for c in chosen) > 4:
                continue
            outside = [
                [v for c in range(len(sizes)) if c not in chosen for v in row[c * width : (c + 1) * width]]
                for row in basis
            ]
            if len(reduced(outside)) < len(basis):
                return [f"a sum over {sum(sizes[c] for c in chosen)} people"]
    return []
