"""The curator's card of one pair: nine indicators of effectiveness (groups 1 and 2), each 0, 1 or 2. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from mentoring.evaluation.rules_indicators import Finding, Kind

PROGRAMME = ("conditions", "principles", "methods", "climate", "logic", "requests")
PARTICIPANTS = ("satisfaction", "partners", "applying")
ITEMS = PROGRAMME + PARTICIPANTS
MOST = 2 * len(ITEMS)


class Level(StrEnum):
    OPTIMAL = "optimal"
    ACCEPTABLE = "acceptable"
    LOW = "low"


@dataclass(frozen=True, slots=True)
class Levels:
    """The least sums of the two upper levels; a school may have its own."""

    optimal: int = 15
    acceptable: int = 9


SHIPPED = Levels()


def level(total: Decimal | int, levels: Levels = SHIPPED) -> Level:
    if total >= levels.optimal:
        return Level.OPTIMAL
    return Level.ACCEPTABLE if total >= levels.acceptable else Level.LOW


@dataclass(frozen=True, slots=True)
class Card:
    """One pair's card, for the curator and the administration alone."""

    programme: int
    participants: int
    level: Level

    @property
    def total(self) -> int:
        return self.programme + self.participants


def card(answers: Mapping[str, str | None], levels: Levels = SHIPPED) -> Card | None:
    """None for a card that is not filled in to its end."""
    marks = {name: answers.get(name) for name in ITEMS}
    if not all(mark in ("0", "1", "2") for mark in marks.values()):
        return None
    programme, participants = (sum(int(marks[n] or 0) for n in names) for names in (PROGRAMME, PARTICIPANTS))
    return Card(programme, participants, level(programme + participants, levels))


def mean_total(findings: Iterable[Finding]) -> Decimal | None:
    """The sum of the nine released means, which is the mean sum of all cards; None unless all are shown.

    How many pairs reached which level is not told: of a level with few pairs it would say who.
    """
    figures = {f.source.item: f for one in findings for f in one.shown if f.source.kind is Kind.CARD}
    values = [figures[name].value for name in ITEMS if name in figures]
    found = [value for value in values if value is not None]
    return sum(found, Decimal(0)) if len(found) == len(ITEMS) else None
