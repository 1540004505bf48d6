"""How long each kind of data is kept, and what is past its term. Pure.

152-FZ, art. 5(7) and 21(4): no longer than the purpose asks for; what was withdrawn is destroyed within 30 days.
The terms are the school's own to change within what the law leaves.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from types import MappingProxyType

from mentoring.errors import ProgrammeError

WITHDRAWN_DAYS = 30


class DataKind(StrEnum):
    ANSWERS = "answers"  # of questionnaires, with a name
    MUTUAL = "mutual"  # sealed answers of the mutual evaluation
    MEETINGS = "meetings"  # meetings and check-ins
    PLANS = "plans"
    MESSAGES = "messages"  # what was sent, without its content
    FILES = "files"
    CASES = "cases"  # not published ones
    VOTES = "votes"
    CONSENTS = "consents"  # proofs of consent and of its withdrawal


Terms = Mapping[DataKind, int]
"""Whole years after the end of the school year in which something came to be; 0: with the year itself."""

USUAL: Terms = MappingProxyType(
    {
        DataKind.ANSWERS: 3,
        DataKind.MUTUAL: 1,
        DataKind.MEETINGS: 3,
        DataKind.PLANS: 3,
        DataKind.MESSAGES: 1,
        DataKind.FILES: 3,
        DataKind.CASES: 1,
        DataKind.VOTES: 0,
        DataKind.CONSENTS: 3,
    }
)
LONGEST = 5


def checked(terms: Mapping[DataKind, int]) -> Terms:
    """A term for every kind. Raises ProgrammeError `error-retention` (with `most`)."""
    if set(terms) != set(DataKind) or not all(0 <= years <= LONGEST for years in terms.values()):
        raise ProgrammeError("error-retention", most=LONGEST)
    return terms


@dataclass(frozen=True, slots=True)
class Kept:
    """Something with a term: `id` of its kind, the school year it belongs to by the calendar year it began in.

    `withdrawn` is the day on which the consent that it is kept under was withdrawn.
    """

    kind: DataKind
    id: int
    year: int
    withdrawn: date | None = None


def ends_on(kept: Kept, terms: Terms) -> date:
    """The last day on which it may be kept. A proof of consent outlives the withdrawal by its term."""
    ordinary = date(kept.year + 1 + terms[kept.kind], 7, 31)
    if kept.withdrawn is None or kept.kind is DataKind.CONSENTS:
        return ordinary
    return min(ordinary, kept.withdrawn + timedelta(days=WITHDRAWN_DAYS))


def expired(kept: Iterable[Kept], terms: Terms, today: date) -> tuple[Kept, ...]:
    """What a rollover on that day destroys: past its term, or withdrawn; in the order of kinds and ids."""
    order = list(DataKind)
    gone = (one for one in kept if today > ends_on(one, terms) or _is_withdrawn(one))
    return tuple(sorted(gone, key=lambda one: (order.index(one.kind), one.year, one.id)))


def _is_withdrawn(kept: Kept) -> bool:
    """There is no need to wait out the thirty days."""
    return kept.withdrawn is not None and kept.kind is not DataKind.CONSENTS


def by_kind(kept: Iterable[Kept]) -> dict[tuple[DataKind, int], int]:
    """How many of each kind and school year: the lines of the act."""
    found: dict[tuple[DataKind, int], int] = {}
    for one in kept:
        found[one.kind, one.year] = found.get((one.kind, one.year), 0) + 1
    return found
