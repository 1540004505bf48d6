"""What the use cases of the year's end need from the outside; see `mentoring.ports`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, Protocol

from mentoring.evaluation.rules import Occasion, Settings
from mentoring.evaluation.rules_closing import Way
from mentoring.evaluation.rules_facts import ClassTotals
from mentoring.people.rules import Role
from mentoring.ports_questionnaires import SentSheet


@dataclass(frozen=True, slots=True)
class Asked:
    """A stored occasion. `sent_at` is when it was given, `released` that the giver shows it to the other."""

    id: int
    occasion: Occasion
    released: bool
    sent_at: datetime | None

    @property
    def sheet(self) -> str:
        """The occasion of the giver's submission."""
        return mutual_sheet(self.occasion.year, self.id)


def mutual_sheet(year: int | str, row_id: int) -> str:
    return f"{year}.m{row_id}"


def card_sheet(year: int | str, row_id: int) -> str:
    return f"{year}.c{row_id}"


@dataclass(frozen=True, slots=True)
class Apart:
    """Whom a filling is about, where one questionnaire is filled in several times: `names`, and who reads it.

    `asked` is the stored occasion of a mutual evaluation, None for a curator's card.
    """

    names: tuple[str, ...]
    readers: frozenset[Role]
    asked: Asked | None = None


@dataclass(frozen=True, slots=True)
class FinalWord:
    """What one person says at the end of a pair; empty texts were left out, `way` None is not chosen yet."""

    pair_id: int
    person_id: int
    was: str = ""
    became: str = ""
    way: Way | None = None


@dataclass(frozen=True, slots=True)
class CardRow:
    """A curator's card; `state` is its submission's, empty before it was begun, and `submission_id` then 0."""

    id: int
    pair_id: int
    person_id: int
    occasion: str
    state: str = ""
    submission_id: int = 0

    @property
    def sheet(self) -> str:
        return card_sheet(self.occasion, self.id)


@dataclass(frozen=True, slots=True)
class Entered:
    """A number of the administration's: of this year, or of its second half with the first in `before`."""

    value: int
    before: int | None = None


@dataclass(frozen=True, slots=True)
class YearReport:
    """A frozen report. `findings` are as `rules_frozen` makes them, `swot` the curator's lines by quarter."""

    occasion: str
    made_on: date
    mentors: int
    mentees: int
    pairs: int
    findings: Sequence[Mapping[str, Any]]
    swot: Mapping[str, Sequence[str]] = field(default_factory=dict)
    conclusions: str = ""


@dataclass(frozen=True, slots=True)
class Tallied:
    """What the bot has counted of the pairs of a year."""

    meetings: int
    tasks_done: int
    tasks: int
    planned_pairs: int
    results: Mapping[str, int]


class Mutuals(Protocol):
    """Occasions of the mutual evaluation and the school's settings of it."""

    def adopt(self, now: datetime) -> None: ...
    def due(self, now: datetime) -> Sequence[int]: ...
    def look(self, school_id: int, at: datetime) -> None: ...
    def settings(self, school_id: int) -> Settings: ...
    def keep_settings(self, school_id: int, settings: Settings, now: datetime) -> None: ...
    def add(self, school_id: int, occasions: Iterable[Occasion]) -> None: ...
    def move(self, school_id: int, year: str, first: date, last: date) -> None: ...
    def all(self, school_id: int, year: str) -> Sequence[Asked]: ...
    def of_giver(self, person_id: int, year: str | None = None) -> Sequence[Asked]: ...
    def find(self, school_id: int, row_id: int) -> Asked | None: ...
    def mirror(self, asked: Asked) -> Asked | None: ...
    def release(self, row_id: int) -> None: ...
    def apart(self, person_id: int, occasion: str) -> Apart | None: ...
    def answers(self, asked: Asked) -> tuple[str, Mapping[str, str | None]] | None: ...
    def sheets(self, school_id: int, year: str, form_id: str) -> Sequence[tuple[Asked, SentSheet]]: ...
    def finals(self, pair_ids: Iterable[int]) -> Mapping[int, Sequence[FinalWord]]: ...
    def keep_final(self, word: FinalWord, now: datetime) -> None: ...


class YearEnds(Protocol):
    """Cards, totals, counts and frozen reports of a school year."""

    def cards(self, school_id: int, year: str) -> Sequence[CardRow]: ...
    def card(self, pair_id: int, person_id: int, year: str) -> CardRow: ...
    def card_sheets(self, school_id: int, year: str) -> Sequence[tuple[int, SentSheet]]: ...
    def classes(self, school_id: int, year: str) -> Sequence[ClassTotals]: ...
    def keep_class(self, school_id: int, year: str, totals: ClassTotals) -> None: ...
    def drop_class(self, school_id: int, year: str, teacher: int, name: str) -> None: ...
    def counts(self, school_id: int, year: str) -> Mapping[str, Entered]: ...
    def enter(self, school_id: int, year: str, name: str, entered: Entered | None) -> None: ...
    def tallied(self, school_id: int, year: str) -> Tallied: ...
    def report(self, school_id: int, year: str) -> YearReport | None: ...
    def freeze(self, school_id: int, report: YearReport) -> bool: ...
    def word_report(
        self, school_id: int, year: str, swot: Mapping[str, Sequence[str]], conclusions: str
    ) -> None: ...


class EvaluatedUnit(Protocol):
    """The part of a unit of work that ends a school year."""

    @property
    def mutuals(self) -> Mutuals: ...
    @property
    def year_ends(self) -> YearEnds: ...
