"""The programme's indicators as data, and what was found for each. Pure.

"Ожидаемые результаты", "Оцениваемые результаты", "Показатели эффективности внедрения" 1 to 3 of the programme; the
curator's card is 1 and 2.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

from mentoring.questionnaires.rules_form import Texts
from mentoring.results.rules_results import Why


class Group(StrEnum):
    """In the programme's order."""

    EXPECTED = "expected"
    EVALUATED = "evaluated"
    PROGRAMME = "programme"
    PARTICIPANTS = "participants"
    PERSON = "person"


class Kind(StrEnum):
    CHANGE = "change"  # a measure or scale before and after, of the people who answered both times
    MEAN = "mean"  # one question, once
    YES = "yes"  # how many chose one answer of a question
    CARD = "card"  # an item of the curator's cards, one card a pair
    FACT = "fact"  # counted by the bot
    ENTERED = "entered"  # by the administration, as totals


class Better(StrEnum):
    UP = "up"
    DOWN = "down"


@dataclass(frozen=True, slots=True)
class Source:
    """Where a figure comes from: `of` is the form or the series of waves, `item` the question, measure or fact."""

    kind: Kind
    item: str
    of: str = ""
    better: Better = Better.UP
    choice: str = "yes"

    @property
    def id(self) -> str:
        """Names the same figure in every year."""
        return "/".join(part for part in (self.kind.value, self.of, self.item) if part)


@dataclass(frozen=True, slots=True)
class Indicator:
    id: str
    group: Group
    name: Texts
    sources: tuple[Source, ...]


class Trend(StrEnum):
    UP = "up"
    DOWN = "down"
    SAME = "same"


@dataclass(frozen=True, slots=True)
class Figure:
    """One released figure of an indicator; whatever may not be told is None and `why` says so.

    `n` people (pairs, for the curator's cards) stand behind it. `value` is the mean, the count of the chosen
    answer, the fact or the entered total of this year; `before` the same at the year's beginning, where it was
    measured; `whole` is what a count is out of. `low`/`high` are the ends of the scale. `missing`: not asked,
    counted or entered at all. `last` is last year's `value`, with `last_whole`.
    """

    source: Source
    label: Texts = field(default_factory=Texts)
    n: int | None = None
    value: Decimal | None = None
    before: Decimal | None = None
    spread: Decimal | None = None
    whole: int | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    why: Why = Why.SHOWN
    missing: bool = False
    last: Decimal | None = None
    last_whole: int | None = None

    @property
    def difference(self) -> Decimal | None:
        """Of the two numbers as they are shown, so that whoever subtracts them finds the same."""
        return None if self.before is None or self.value is None else self.value - self.before

    @property
    def trend(self) -> Trend | None:
        return trend(self.difference)

    @property
    def since_last(self) -> Trend | None:
        """Against last year: of counts out of a whole by their shares, else by the numbers shown."""
        if self.value is None or self.last is None:
            return None
        if self.whole and self.last_whole:
            return trend(self.value * self.last_whole - self.last * self.whole)
        return trend(self.value - self.last)

    @property
    def good(self) -> bool | None:
        """Whether what changed within the year changed for the better; None where nothing did or is known."""
        return None if self.trend in (None, Trend.SAME) else self.trend.value == self.source.better.value


def trend(difference: Decimal | None) -> Trend | None:
    if difference is None:
        return None
    return Trend.SAME if not difference else Trend.UP if difference > 0 else Trend.DOWN


@dataclass(frozen=True, slots=True)
class Finding:
    indicator: Indicator
    figures: tuple[Figure, ...]

    @property
    def shown(self) -> tuple[Figure, ...]:
        return tuple(figure for figure in self.figures if figure.value is not None)
