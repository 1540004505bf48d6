"""What the use cases of selection and matching need from the outside; see `mentoring.ports`."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Protocol

from mentoring.matching.rules import Cell, Couple, Weights
from mentoring.pairs.rules_acceptance import Acceptance, EndingKind, PairEnding
from mentoring.selection.rules import Interview


class WishKind(StrEnum):
    LIKE = "like"
    NOT = "not"


@dataclass(frozen=True, slots=True)
class Wish:
    """Somebody's private word on somebody else. For its writer and the curator alone."""

    person_id: int
    other_id: int
    kind: WishKind


class RuleKind(StrEnum):
    """The curator's own rules: pins and bans name a mentor and a mentee, the other two name two mentees."""

    PIN = "pin"
    FORBID = "forbid"
    TOGETHER = "together"
    APART = "apart"


@dataclass(frozen=True, slots=True)
class SideRule:
    kind: RuleKind
    first_id: int
    second_id: int


@dataclass(frozen=True, slots=True)
class Settings:
    """What counts for how much in a school; `least_hours` a week both sides must have in common, 0 for any."""

    weights: Weights = field(default_factory=Weights)
    least_hours: int = 0


@dataclass(frozen=True, slots=True)
class GroupSize:
    """How many mentees a mentor takes in a school year, None: as the questionnaire says; and how many at least,
    where they take any.
    """

    places: int | None = None
    least: int = 1


class RunState(StrEnum):
    PROPOSED = "proposed"
    APPROVED = "approved"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True)
class RunPair:
    """One mentee with one mentor in a proposal. Mentees of a mentor with the same `bundle` above 0 are a group.

    `kind` is the mentor's and `contact` the form, both empty until the curator chooses.
    """

    mentor: int
    mentee: int
    bundle: int = 0
    kind: str = ""
    contact: str = ""

    @property
    def couple(self) -> Couple:
        return self.mentor, self.mentee


@dataclass(frozen=True, slots=True)
class Run:
    """A proposal. `edited` when the curator changed it by hand since it was worked out. `kind` is empty where
    mentees get their mentor, else that of a second one for those who have a mentor already.

    `revision` grows with every change of it: an old button is old.
    """

    id: int
    school_id: int
    occasion: str
    state: RunState
    settings: Settings
    revision: int
    edited: bool
    made_at: datetime
    approved_at: datetime | None
    pairs: tuple[RunPair, ...]
    kind: str = ""

    @property
    def couples(self) -> frozenset[Couple]:
        return frozenset(pair.couple for pair in self.pairs)


class Interviews(Protocol):
    """One a candidate and school year; `save` is refused when another revision is stored."""

    def all(self, school_id: int, occasion: str) -> Sequence[Interview]: ...
    def find(self, school_id: int, person_id: int, occasion: str) -> Interview | None: ...
    def add(self, person_id: int, occasion: str, held_on: date) -> None: ...
    def save(self, interview: Interview) -> bool: ...


class Matching(Protocol):
    """Wishes, the curator's settings and rules, and the runs with their pair tables."""

    def wishes(self, school_id: int) -> Sequence[Wish]: ...
    def wish(self, wish: Wish, now: datetime) -> None: ...
    def unwish(self, person_id: int, other_id: int) -> None: ...
    def couples_ended(self, school_id: int, endings: Collection[str]) -> Collection[Couple]: ...
    def settings(self, school_id: int) -> Settings: ...
    def keep_settings(self, school_id: int, settings: Settings) -> None: ...
    def looked_on(self, school_id: int) -> date | None: ...
    def look(self, school_id: int, day: date) -> None: ...
    def sizes(self, school_id: int, occasion: str) -> Mapping[int, GroupSize]: ...
    def keep_size(self, school_id: int, occasion: str, person_id: int, size: GroupSize) -> None: ...
    def rules(self, school_id: int, occasion: str) -> Sequence[SideRule]: ...
    def add_rule(self, school_id: int, occasion: str, rule: SideRule) -> None: ...
    def drop_rule(self, school_id: int, occasion: str, rule: SideRule) -> bool: ...
    def add_run(
        self,
        school_id: int,
        occasion: str,
        settings: Settings,
        pairs: Iterable[RunPair],
        cells: Iterable[Cell],
        now: datetime,
        kind: str = "",
    ) -> Run: ...
    def latest(self, school_id: int, occasion: str) -> Run | None: ...
    def save_run(self, run: Run) -> bool: ...
    def cells(self, run_id: int, mentee: int | None = None) -> Sequence[Cell]: ...
    def cells_of_pairs(self, run_id: int) -> Sequence[Cell]: ...


class Acceptances(Protocol):
    """Who was asked whether a pair suits them, and what they said."""

    def ask(self, pair_id: int, people: Iterable[int], now: datetime, due_on: date) -> None: ...
    def of_pairs(self, pair_ids: Iterable[int]) -> Mapping[int, Sequence[Acceptance]]: ...
    def answer(self, acceptance: Acceptance) -> None: ...
    def waiting(self) -> Sequence[tuple[int, Acceptance]]: ...


class Endings(Protocol):
    """Early ends and replacements, one a pair."""

    def add(
        self,
        pair_id: int,
        kind: EndingKind,
        reason: str,
        now: datetime,
        last_day: date,
        leaving_id: int | None = None,
        successor_id: int | None = None,
    ) -> None: ...
    def of_pairs(self, pair_ids: Iterable[int]) -> Mapping[int, PairEnding]: ...
    def due(self, day: date) -> Sequence[tuple[int, PairEnding]]: ...
    def done(self, ending_id: int, now: datetime) -> None: ...
    def drop(self, pair_id: int) -> bool: ...


@dataclass(frozen=True, slots=True)
class OwnTemplate:
    """A school's own template of a kind of order. `sha256` is of the file; `added_by` None once that person was
    erased.
    """

    kind: str
    sha256: str
    added_by: int | None
    added_at: datetime


class Orders(Protocol):
    """What orders need beside the facts: a school's legal references and templates, names in corrected cases."""

    def references(self, school_id: int) -> Sequence[str]: ...
    def keep_references(self, school_id: int, references: Sequence[str]) -> None: ...
    def name_forms(self, school_id: int) -> Mapping[int, Mapping[str, str]]: ...
    def keep_name_forms(self, person_id: int, forms: Mapping[str, str]) -> None: ...
    def templates(self, school_id: int) -> Sequence[OwnTemplate]: ...
    def template(self, school_id: int, kind: str) -> bytes | None: ...
    def keep_template(self, school_id: int, template: OwnTemplate, content: bytes) -> None: ...
    def drop_template(self, school_id: int, kind: str) -> bool: ...


class MatchingUnit(Protocol):
    """The part of a unit of work that selects and matches."""

    @property
    def interviews(self) -> Interviews: ...
    @property
    def matching(self) -> Matching: ...
    @property
    def acceptances(self) -> Acceptances: ...
    @property
    def endings(self) -> Endings: ...
    @property
    def orders(self) -> Orders: ...
