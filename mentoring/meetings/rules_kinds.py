"""The five kinds of meeting as data: their order, what opens each, the days between, what each leaves. Pure.

The kinds and their order are the programme's ("Организация хода наставнического взаимодействия"); the gaps and
lengths are common practice, so a school may hand in a table of its own.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from mentoring.errors import ProgrammeError


class Kind(StrEnum):
    ACQUAINTANCE = "acquaintance"
    TRIAL = "trial"
    PLANNING = "planning"
    SERIES = "series"
    FINAL = "final"


class Leaves(StrEnum):
    """What a meeting of a kind leaves behind, asked for in its check-in."""

    FIT = "fit"
    NEXT_STEP = "next_step"
    GOALS = "goals"
    RHYTHM = "rhythm"
    TASKS = "tasks"
    OUTLOOK = "outlook"  # finish, go on, change roles


@dataclass(frozen=True, slots=True)
class KindRule:
    """`after`: kinds that must have counted before. `soonest`/`latest`: days since the last counted meeting,
    advice and never a refusal; None where there is nothing to say. `minutes`: suggested length.
    """

    kind: Kind
    after: frozenset[Kind]
    soonest: int | None
    latest: int | None
    minutes: int
    leaves: tuple[Leaves, ...]
    once: bool = False


@dataclass(frozen=True, slots=True)
class Advice:
    """The days on which the next meeting of a kind does best; both ends included, None where open."""

    first: date | None
    last: date | None

    def early(self, day: date) -> bool:
        return self.first is not None and day < self.first

    def late(self, day: date) -> bool:
        return self.last is not None and day > self.last


_ACQUAINTED = frozenset({Kind.ACQUAINTANCE})
_TRIED = frozenset({Kind.TRIAL})
_PLANNED = frozenset({Kind.PLANNING})
SHIPPED: Mapping[Kind, KindRule] = {
    rule.kind: rule
    for rule in (
        KindRule(Kind.ACQUAINTANCE, frozenset(), None, None, 30, (Leaves.FIT,), once=True),
        KindRule(Kind.TRIAL, _ACQUAINTED, 2, 14, 45, (Leaves.NEXT_STEP, Leaves.FIT)),
        KindRule(Kind.PLANNING, _TRIED, 2, 14, 60, (Leaves.GOALS, Leaves.RHYTHM)),
        KindRule(Kind.SERIES, _PLANNED, 5, 14, 45, (Leaves.TASKS, Leaves.NEXT_STEP)),
        KindRule(Kind.FINAL, frozenset({Kind.SERIES}), 5, 28, 60, (Leaves.OUTLOOK,), once=True),
    )
}


def missing(kind: Kind, counted: Collection[Kind], table: Mapping[Kind, KindRule] = SHIPPED) -> tuple[Kind, ...]:
    """The kinds that have still to count before this one, in the programme's order."""
    return tuple(needed for needed in Kind if needed in table[kind].after and needed not in counted)


def opened(counted: Collection[Kind], table: Mapping[Kind, KindRule] = SHIPPED) -> tuple[Kind, ...]:
    """What may be proposed now. `counted`: kinds that have counted for everyone who is asked, so that a mentee
    who joins a group late still gets an acquaintance.
    """
    return tuple(kind for kind in Kind if not missing(kind, counted, table) and not _done(kind, counted, table))


def suggested(counted: Collection[Kind], table: Mapping[Kind, KindRule] = SHIPPED) -> Kind | None:
    """What comes next by itself; the final meeting is proposed by people or by the year, never by default."""
    possible = [kind for kind in opened(counted, table) if kind is not Kind.FINAL]
    fresh = [kind for kind in possible if kind not in counted]
    if fresh:
        return fresh[0]
    return Kind.SERIES if Kind.SERIES in possible else None


def pass_gate(kind: Kind, counted: Collection[Kind], table: Mapping[Kind, KindRule] = SHIPPED) -> None:
    """Raises ProgrammeError `error-meeting-gate` (with the first missing kind) or `error-meeting-once`."""
    wanting = missing(kind, counted, table)
    if wanting:
        raise ProgrammeError("error-meeting-gate", kind=kind, first=wanting[0])
    if _done(kind, counted, table):
        raise ProgrammeError("error-meeting-once", kind=kind)


def advice(kind: Kind, last: date | None, table: Mapping[Kind, KindRule] = SHIPPED) -> Advice:
    """When a meeting of this kind does best after the last counted one (a local date of the school)."""
    rule = table[kind]
    return Advice(_later(last, rule.soonest), _later(last, rule.latest))


def _done(kind: Kind, counted: Collection[Kind], table: Mapping[Kind, KindRule]) -> bool:
    return table[kind].once and kind in counted


def _later(day: date | None, days: int | None) -> date | None:
    return None if day is None or days is None else day + timedelta(days=days)
