"""What stands beside the questionnaires: the bot's own counts and the totals that the administration enters. Pure.

Results of classes are entered as totals of a class, never of a pupil. A class's results are also the results of
its one teacher, so only all classes together are shown, and only those of five teachers and more.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from mentoring.errors import ProgrammeError
from mentoring.results.rules_parts import FEWEST, enough
from mentoring.results.rules_results import Why
from mentoring.results.rules_stats import GUARDED_PLACES, mean, rounded

_CLASS = re.compile(r"(1[01]|[1-9])(\s?[-«\"]?\s?[^\W\d_]{1,2}[»\"]?)?")
_MOST = 10_000
SHARES = frozenset({"class_success", "class_quality"})
TOTALS = frozenset({"class_remarks"})
CONFLICTS = frozenset({"conflicts_staff", "conflicts_parents"})
PUPILS_LEAST = FEWEST


@dataclass(frozen=True, slots=True)
class ClassTotals:
    """Totals of one class: `pupils` in it, at the beginning and the end of the year `values` by name.

    `class_success` and `class_quality` are per cent of the pupils (all marks from "3" up, from "4" up);
    `class_remarks` is the number of remarks on behaviour, in the first and the second half of the year. `teacher`
    is the mentee's id.
    """

    name: str
    teacher: int
    pupils: int
    before: Mapping[str, Decimal]
    after: Mapping[str, Decimal]


def checked(totals: ClassTotals) -> ClassTotals:
    """Raises ProgrammeError: `error-class-name` (anything but a class: no names of people), `error-class-small`
    (fewer than five pupils: with `least`), `error-class-number`.
    """
    if not _CLASS.fullmatch(totals.name.strip()):
        raise ProgrammeError("error-class-name")
    if totals.pupils < PUPILS_LEAST:
        raise ProgrammeError("error-class-small", least=PUPILS_LEAST)
    for values in (totals.before, totals.after):
        if not all(_fits(name, value) for name, value in values.items()):
            raise ProgrammeError("error-class-number")
    return totals


def _fits(name: str, value: Decimal) -> bool:
    if name in SHARES:
        return 0 <= value <= 100
    return name in TOTALS and 0 <= value <= _MOST and value == int(value)


@dataclass(frozen=True, slots=True)
class Count:
    """A number of this year with what may be told of it.

    `people`: of how many people it tells. `persons` True where it counts persons themselves out of `whole`, so
    that the rest is a number of persons too.
    """

    value: int
    people: int
    whole: int | None = None
    persons: bool = False
    before: int | None = None


def why_hidden(count: Count) -> Why:
    """Nothing of fewer than five people, and no rest of fewer than five."""
    if count.people < FEWEST:
        return Why.FEW
    split = (count.value, (count.whole or 0) - count.value)
    return Why.CLOSE if count.persons and not all(map(enough, split)) else Why.SHOWN


@dataclass(frozen=True, slots=True)
class Together:
    """All classes with both numbers, of so many teachers; means are weighted by pupils, remarks are added up."""

    teachers: int
    before: Decimal
    after: Decimal


def together(classes: Collection[ClassTotals], name: str) -> Together | None:
    """None where no class has both numbers."""
    both = [one for one in classes if name in one.before and name in one.after]
    if not both:
        return None
    merge = _weighted if name in SHARES else _added
    before = merge([(one.pupils, one.before[name]) for one in both])
    after = merge([(one.pupils, one.after[name]) for one in both])
    return Together(len({one.teacher for one in both}), before, after)


def _weighted(rows: Sequence[tuple[int, Decimal]]) -> Decimal:
    everybody = [Fraction(value) for pupils, value in rows for _ in range(pupils)]
    return rounded(mean(everybody), GUARDED_PLACES)


def _added(rows: Sequence[tuple[int, Decimal]]) -> Decimal:
    return sum((value for _, value in rows), Decimal(0))
