"""What the orders of the mentoring year are made from. Plain facts: the words and the cases come later.

The orders are those of the programme's plan: curator (step 1), register of mentors after the interviews (step 12),
training with plan and schedule (step 14), pairs and groups (step 17), encouragement (step 28); and the two that
life adds, a replacement within a pair and its early end.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from types import MappingProxyType
from typing import ClassVar

from mentoring.documents.declension import Gender
from mentoring.meetings.rules import Contact, Side


class OrderKind(StrEnum):
    CURATOR = "curator"
    REGISTER = "register"
    TRAINING = "training"
    PAIRS = "pairs"
    REPLACEMENT = "replacement"
    END = "end"
    ENCOURAGEMENT = "encouragement"


def _none() -> Mapping[str, str]:
    return MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Named:
    """Somebody with a post. `note` stands beside the name in tables: the mentor's kind, for instance.

    `name_forms` and `post_forms` are the school's own forms by the case's name, see `declension.decline`.
    """

    name: str
    post: str = ""
    note: str = ""
    gender: Gender | None = None
    name_forms: Mapping[str, str] = field(default_factory=_none)
    post_forms: Mapping[str, str] = field(default_factory=_none)


@dataclass(frozen=True, slots=True)
class Letterhead:
    """The school as its papers show it: the full name by its charter, where it is, who signs.

    An empty post of the director is "Директор"; `place` is the town the order is given in.
    """

    name: str
    director: Named
    address: str = ""
    place: str = ""


@dataclass(frozen=True, slots=True)
class Duty:
    """`task` goes on from "... поручить": "организовать встречи"."""

    who: Named
    task: str
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Common:
    """What every order has. `year` are the calendar years the school year begins and ends in.

    `references` are whole names of acts in the nominative and come from the school's settings; none are made up.
    Without `control` the director keeps it. `acquainted` None: everybody whom the order names.
    """

    school: Letterhead
    year: tuple[int, int]
    curator: Named | None = None
    duties: Sequence[Duty] = ()
    control: Named | None = None
    references: Sequence[str] = ()
    acquainted: Sequence[Named] | None = None


@dataclass(frozen=True, slots=True)
class CuratorOrder:
    """`common.curator` is appointed; `stand_in` does the work when the curator cannot."""

    common: Common
    since: date | None = None
    stand_in: Named | None = None
    kind: ClassVar[OrderKind] = OrderKind.CURATOR


@dataclass(frozen=True, slots=True)
class Registered:
    """A line of the register of mentors; `strengths` are the main competences in words."""

    who: Named
    strengths: str = ""
    contacts: Sequence[Contact] = ()
    interviewed: date | None = None


@dataclass(frozen=True, slots=True)
class RegisterOrder:
    common: Common
    mentors: Sequence[Registered]
    kind: ClassVar[OrderKind] = OrderKind.REGISTER


@dataclass(frozen=True, slots=True)
class Lesson:
    """A line of the schedule; `time` as it is to be read ("15:30"), `hours` academic, 0 for unknown."""

    topic: str
    day: date | None = None
    time: str = ""
    hours: int = 0
    place: str = ""
    teacher: Named | None = None


@dataclass(frozen=True, slots=True)
class TrainingOrder:
    common: Common
    mentors: Sequence[Named]
    lessons: Sequence[Lesson]
    programme: str = ""
    kind: ClassVar[OrderKind] = OrderKind.TRAINING


@dataclass(frozen=True, slots=True)
class Bound:
    """A pair or group as the order fixes it."""

    mentors: Sequence[Named]
    mentees: Sequence[Named]
    contact: Contact | None
    since: date | None


@dataclass(frozen=True, slots=True)
class PairsOrder:
    common: Common
    pairs: Sequence[Bound]
    kind: ClassVar[OrderKind] = OrderKind.PAIRS


@dataclass(frozen=True, slots=True)
class Replacement:
    """On `side` of a pair one comes for another; `others` are the people on its other side.

    `reason` is printed for everybody to read: what was said privately does not belong there.
    """

    side: Side
    leaving: Named
    coming: Named
    others: Sequence[Named]
    day: date | None
    contact: Contact | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class ReplacementOrder:
    common: Common
    replacements: Sequence[Replacement]
    kind: ClassVar[OrderKind] = OrderKind.REPLACEMENT


@dataclass(frozen=True, slots=True)
class Ended:
    """`day` is the last of the pair's work; for `reason` see `Replacement`."""

    mentors: Sequence[Named]
    mentees: Sequence[Named]
    day: date | None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class EndOrder:
    common: Common
    endings: Sequence[Ended]
    kind: ClassVar[OrderKind] = OrderKind.END


@dataclass(frozen=True, slots=True)
class Award:
    """`award` as it is called ("благодарность директора школы"), `merit` what it is given for."""

    who: Named
    award: str
    merit: str = ""


@dataclass(frozen=True, slots=True)
class EncouragementOrder:
    common: Common
    awards: Sequence[Award]
    kind: ClassVar[OrderKind] = OrderKind.ENCOURAGEMENT


Order = (
    CuratorOrder | RegisterOrder | TrainingOrder | PairsOrder | ReplacementOrder | EndOrder | EncouragementOrder
)
