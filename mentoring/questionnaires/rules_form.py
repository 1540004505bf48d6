"""What a questionnaire is once it has been read: frozen data that the engine walks. Pure.

A form is what remains of an XLSForm file when everything a chat does not need is gone: groups became
conditions and section headings of their questions, repeats stayed as nodes because their length is only
known while somebody answers.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from types import MappingProxyType
from typing import Any, Protocol

EMPTY: Mapping[str, Any] = MappingProxyType({})


def nothing() -> Mapping[str, Any]:
    """The default of mappings in frozen data."""
    return EMPTY


class Kind(StrEnum):
    """Kinds of question by what their stored answer looks like (canonical form in brackets)."""

    TEXT = "text"  # [the text]
    INTEGER = "integer"  # ["7"]
    DECIMAL = "decimal"  # ["7.5"]
    RANGE = "range"  # ["7"], one of the scale's steps
    DATE = "date"  # ["2026-09-01"]
    TIME = "time"  # ["15:30"]
    DATETIME = "datetime"  # ["2026-09-01T15:30"]
    ONE = "select_one"  # [the choice's name]
    MANY = "select_multiple"  # [names in the form's order, joined by spaces]
    RANK = "rank"  # [all names in the person's order, joined by spaces]
    ACKNOWLEDGE = "acknowledge"  # ["OK"]
    IMAGE = "image"  # [a reference of the file store]
    AUDIO = "audio"
    VIDEO = "video"
    FILE = "file"
    MORE = "more"  # ["yes" or "no"]: one more round of a repeat
    NOTE = "note"  # never answered: shown with the question after it
    CALCULATE = "calculate"  # never asked
    START = "start"  # never asked: when the person began
    END = "end"  # never asked: when the answers were sent
    TODAY = "today"  # never asked: the day the person began


CHOSEN = frozenset({Kind.ONE, Kind.MANY, Kind.RANK})
MULTIPLE = frozenset({Kind.MANY, Kind.RANK})
ATTACHED = frozenset({Kind.IMAGE, Kind.AUDIO, Kind.VIDEO, Kind.FILE})
STAMPS = frozenset({Kind.START, Kind.END, Kind.TODAY})
COMPUTED = STAMPS | {Kind.CALCULATE}
SILENT = COMPUTED | {Kind.NOTE}


@dataclass(frozen=True, slots=True)
class Texts:
    """One text in the form's languages; `""` is the language of columns without a suffix."""

    by_language: Mapping[str, str] = field(default_factory=nothing)
    default: str = ""

    def within(self, language: str) -> str:
        """The text in `language`, else in the form's own language, else in any, else empty."""
        texts = self.by_language
        found = texts.get(language) or texts.get(self.default) or texts.get("")
        return found or next((text for text in texts.values() if text), "")

    def __bool__(self) -> bool:
        return any(self.by_language.values())


class Values(Protocol):
    """What an expression may ask about the other answers."""

    def value(self, name: str) -> str:
        """The canonical answer to `name`, empty when there is none or its question is not relevant."""

    def every(self, name: str) -> tuple[str, ...]:
        """The answers to `name` in all rounds of its repeat; one element outside repeats."""

    def at(self, name: str, rounds: Mapping[str, int]) -> str:
        """The answer to `name` in the given rounds of the named repeats."""

    def label(self, name: str, value: str) -> str:
        """How the choice `value` of question `name` reads, for jr:choice-name."""


@dataclass(frozen=True, slots=True)
class Context:
    """What an expression may know besides answers. `now` is aware; `position` counts rounds from 1."""

    now: datetime
    own: str = ""
    position: int = 1
    item: Mapping[str, str] = field(default_factory=nothing)
    seed: int = 0


class Expression(Protocol):
    """A compiled condition or calculation of the form."""

    @property
    def source(self) -> str: ...
    @property
    def names(self) -> frozenset[str]: ...

    def evaluate(self, values: Values, context: Context) -> str | float | bool:
        """Never raises: what cannot be computed is an empty text."""


@dataclass(frozen=True, slots=True)
class Condition:
    """An expression and the repeats it stands in, outermost first (fewer than its question's, perhaps)."""

    expression: Expression
    repeats: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer to choose. `columns` are the row's other cells, for choice filters; `media` its picture."""

    name: str
    label: Texts
    columns: Mapping[str, str] = field(default_factory=nothing)
    other: bool = False


@dataclass(frozen=True, slots=True)
class Scale:
    """Bounds and step of a range question, as decimal texts."""

    start: str = "1"
    end: str = "10"
    step: str = "1"


@dataclass(frozen=True, slots=True)
class Question:
    """One row of the survey sheet. `required` is a constant or an expression to ask each time.

    `choices_from` names the question whose answers in all rounds of its repeat are the choices.
    """

    name: str
    kind: Kind
    label: Texts = Texts()
    hint: Texts = Texts()
    choices: tuple[Choice, ...] = ()
    choices_from: str = ""
    required: bool | Expression = False
    required_message: Texts = Texts()
    conditions: tuple[Condition, ...] = ()
    constraint: Expression | None = None
    constraint_message: Texts = Texts()
    default: str = ""
    default_expression: Expression | None = None
    calculation: Expression | None = None
    choice_filter: Expression | None = None
    randomize: bool = False
    random_seed: int | None = None
    scale: Scale | None = None
    appearance: str = ""
    section: Texts = Texts()
    repeats: tuple[str, ...] = ()
    extras: Mapping[str, Texts] = field(default_factory=nothing)

    @property
    def asked(self) -> bool:
        return self.kind not in SILENT


@dataclass(frozen=True, slots=True)
class Repeat:
    """Questions asked in rounds: `count` times, or as often as the person answers "one more"."""

    name: str
    more: Question
    nodes: tuple[Question | Repeat, ...] = ()
    count: Expression | None = None
    conditions: tuple[Condition, ...] = ()


Node = Question | Repeat


def every_question(nodes: tuple[Node, ...]) -> Iterator[Question]:
    """All questions of the form in order, those of repeats once."""
    for node in nodes:
        if isinstance(node, Repeat):
            yield from every_question(node.nodes)
        else:
            yield node


def every_repeat(nodes: tuple[Node, ...]) -> Iterator[Repeat]:
    """All repeats, outer before inner."""
    for node in nodes:
        if isinstance(node, Repeat):
            yield node
            yield from every_repeat(node.nodes)


@dataclass(frozen=True, slots=True, eq=False)
class Form:
    """A questionnaire ready to be asked.

    `version` is the SHA-256 of what the file says (not of how it is laid out), in hex: answers keep the
    version they were given to. `languages` are codes such as "ru"; `extras` are the settings whose names
    begin with `x_`. Two forms are the same form when they are the same object.
    """

    form_id: str
    title: Texts
    version: str
    nodes: tuple[Node, ...]
    languages: tuple[str, ...] = ()
    default_language: str = ""
    extras: Mapping[str, Texts] = field(default_factory=nothing)
    declared_version: str = ""
    questions: tuple[Question, ...] = field(init=False, repr=False, compare=False)
    by_name: Mapping[str, Question] = field(init=False, repr=False, compare=False)
    repeats: Mapping[str, Repeat] = field(init=False, repr=False, compare=False)
    static: bool = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        questions = tuple(every_question(self.nodes))
        fixed = not any(isinstance(node, Repeat) or node.conditions for node in self.nodes)
        object.__setattr__(self, "questions", questions)
        object.__setattr__(self, "by_name", MappingProxyType({q.name: q for q in questions}))
        object.__setattr__(self, "repeats", MappingProxyType({r.name: r for r in every_repeat(self.nodes)}))
        object.__setattr__(self, "static", fixed)

    def setting(self, name: str, language: str = "") -> str:
        """The setting `name` (with its `x_`), or empty."""
        return self.extras[name].within(language) if name in self.extras else ""
