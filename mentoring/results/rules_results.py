"""The results of a questionnaire as data: what may be shown, rounded, and nothing else. Pure."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from mentoring.questionnaires.rules_form import Form, Question, Texts
from mentoring.results.rules_stats import Figures


class Why(StrEnum):
    """Why a result is not shown; SHOWN where it is."""

    SHOWN = ""
    FEW = "few"  # fewer than five answers
    CLOSE = "close"  # with the other figures it would give away fewer than five people's answers


@dataclass(frozen=True, slots=True)
class Cell:
    """One choice or step of a scale. `count` is None where hidden; `place` is a ranked choice's mean place."""

    name: str
    label: Texts = field(default_factory=Texts)
    count: int | None = None
    place: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """Figures of everybody (`group` None) or of one group. `n` people answered, None where that is hidden."""

    group: str | None = None
    n: int | None = None
    figures: Figures | None = None
    cells: tuple[Cell, ...] = ()


@dataclass(frozen=True, slots=True)
class QuestionResult:
    """One question. `groups` is empty where there is no breakdown; `texts` are answers in words, sorted."""

    question: Question
    whole: Part = Part()
    groups: tuple[Part, ...] = ()
    texts: tuple[str, ...] = ()
    why: Why = Why.SHOWN


@dataclass(frozen=True, slots=True)
class ScaleResult:
    """A scale of several items (x_scale), each turned on its own scale where it is reverse.

    `ends` are the lowest and the highest score there is.
    """

    name: str
    items: tuple[str, ...]
    ends: tuple[Fraction, Fraction] | None = None
    whole: Part = Part()
    groups: tuple[Part, ...] = ()
    why: Why = Why.SHOWN


@dataclass(frozen=True, slots=True)
class FormResults:
    """Results of one closed set of `n` sheets; `groups` counts the sheets of each group."""

    form: Form
    n: int
    groups: tuple[tuple[str, int], ...]
    questions: tuple[QuestionResult, ...]
    scales: tuple[ScaleResult, ...]
    guarded: bool


@dataclass(frozen=True, slots=True)
class Moved:
    """How many of the linked people went up, stayed and went down."""

    up: int
    same: int
    down: int


@dataclass(frozen=True, slots=True)
class Change:
    """One measure, or a scale of several items, before and after.

    `linked` people answered both times; the means are theirs and `difference` is that of their own differences.
    Where the item is compared `beside`, the means are everybody's of each time with their own `n`, and nothing is
    subtracted. `ends` are the lowest and the highest score there is, of the first time.
    """

    measure: str
    before: Question | None = None
    after: Question | None = None
    ends: tuple[Fraction, Fraction] | None = None
    beside: bool = False
    linked: int | None = None
    n_before: int | None = None
    n_after: int | None = None
    mean_before: Decimal | None = None
    mean_after: Decimal | None = None
    difference: Decimal | None = None
    spread: Decimal | None = None
    moved: Moved | None = None
    why: Why = Why.SHOWN
