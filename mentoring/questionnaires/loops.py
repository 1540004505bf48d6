"""Conditions and calculations that depend on themselves."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from mentoring.questionnaires.compile_rows import Rows
from mentoring.questionnaires.faults import Fault
from mentoring.questionnaires.rules_form import Expression, Question


def circles(questions: Iterable[Question], rows: Rows) -> Iterator[Fault]:
    """One fault for each question whose condition or calculation needs its own answer."""
    needs = {question.name: _needs(question) for question in questions}
    for name in needs:
        trail = _way_back(name, needs)
        if trail:
            row = next((place[0] for path, place in rows.places.items() if path[-1] == name.split("/")[-1]), 0)
            yield Fault(rows.survey.name, row, "relevant", "expression-circle", {"names": " → ".join(trail)})


def _needs(question: Question) -> frozenset[str]:
    """The questions that must be known before it is known whether this one has a value, and which."""
    rules: list[Expression | None] = [condition.expression for condition in question.conditions]
    if not question.asked:
        rules.append(question.calculation)
    return frozenset().union(*(rule.names for rule in rules if rule is not None))


def _way_back(start: str, needs: dict[str, frozenset[str]]) -> list[str]:
    """The shortest way from a question back to itself, empty when there is none."""
    trails = [[start]]
    seen: set[str] = set()
    while trails:
        trail = trails.pop(0)
        for name in sorted(needs.get(trail[-1], frozenset())):
            if name == start:
                return [*trail, start]
            if name not in seen:
                seen.add(name)
                trails.append([*trail, name])
    return []
