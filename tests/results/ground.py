"""Forms and sheets for the tests of results."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from mentoring.questionnaires.rules_form import (
    Choice,
    Condition,
    Context,
    Form,
    Kind,
    Node,
    Question,
    Scale,
    Texts,
    Values,
)
from mentoring.results.rules_sheets import Sheet


def texts(text: str) -> Texts:
    return Texts({"ru": text}, "ru")


@dataclass(frozen=True, slots=True)
class Equals:
    """The condition that another question was answered with one of some names."""

    name: str
    wanted: tuple[str, ...]

    @property
    def source(self) -> str:
        return f"${{{self.name}}} = '{self.wanted}'"

    @property
    def names(self) -> frozenset[str]:
        return frozenset({self.name})

    def evaluate(self, values: Values, context: Context) -> str | float | bool:
        return values.value(self.name) in self.wanted


def form_of(*nodes: Node, **settings: str) -> Form:
    extras = {name: texts(value) for name, value in settings.items()}
    return Form("climate", texts("Климат"), "0" * 64, nodes, ("ru",), "ru", extras)


def cells(**columns: str) -> dict[str, Texts]:
    return {f"x_{name}": Texts({"": value}) for name, value in columns.items()}


def scale(
    name: str, high: int = 10, label: str = "", required: bool = True, low: int = 1, **columns: str
) -> Question:
    return Question(
        name,
        Kind.RANGE,
        texts(label or name),
        required=required,
        scale=Scale(str(low), str(high), "1"),
        extras=cells(**columns),
    )


def one(
    name: str,
    choices: Sequence[str],
    *,
    scores: Sequence[str] = (),
    required: bool = True,
    when: tuple[str, ...] = (),
    kind: Kind = Kind.ONE,
    label: str = "",
    **columns: str,
) -> Question:
    """One choice; `when` is (question, answers …) that it is asked after."""
    offered = tuple(
        Choice(choice, texts(choice), {"x_score": scores[place]} if scores else {})
        for place, choice in enumerate(choices)
    )
    conditions = (Condition(Equals(when[0], when[1:])),) if when else ()
    return Question(
        name,
        kind,
        texts(label or name),
        choices=offered,
        required=required,
        conditions=conditions,
        extras=cells(**columns),
    )


def text(name: str, label: str = "", **columns: str) -> Question:
    return Question(name, Kind.TEXT, texts(label or name), extras=cells(**columns))


def typed(name: str, kind: Kind = Kind.INTEGER, label: str = "", **columns: str) -> Question:
    return Question(name, kind, texts(label or name), extras=cells(**columns))


def sheets_of(name: str, answers: Sequence[str | None], groups: Sequence[str] = ()) -> list[Sheet]:
    """One sheet an answer to one question."""
    return [Sheet(groups[place] if groups else "", {name: answer}) for place, answer in enumerate(answers)]


def repeated(counts: Mapping[str, int]) -> list[str]:
    """Answers by how often each was given."""
    return [name for name, count in counts.items() for _ in range(count)]
