"""What an interview looks at and what it may end with. Pure.

The criteria are the programme's description of a mentor ("Участники Программы. Наставник") and of their selection
("Отбор наставников": psychological readiness, an appointment that is voluntary).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from types import MappingProxyType

from mentoring.errors import ProgrammeError

REMARK_LIMIT = 1000


class Scale(StrEnum):
    GRADE = "grade"  # 0 not seen, 1 in part, 2 clearly
    YES_NO = "yes_no"  # 0 or 1


GRADES: Mapping[Scale, tuple[int, ...]] = MappingProxyType({Scale.GRADE: (2, 1, 0), Scale.YES_NO: (1, 0)})


@dataclass(frozen=True, slots=True)
class Criterion:
    """One thing to look at; its words are the locales' `criterion-<name>`."""

    name: str
    scale: Scale = Scale.GRADE


CRITERIA = (
    Criterion("experience"),
    Criterion("success"),
    Criterion("public"),
    Criterion("loyalty"),
    Criterion("comfort"),
    Criterion("communication"),
    Criterion("method"),
    Criterion("readiness"),
    Criterion("voluntary", Scale.YES_NO),
)
BY_NAME: Mapping[str, Criterion] = MappingProxyType({one.name: one for one in CRITERIA})


class Decision(StrEnum):
    NONE = ""
    APPROVED = "approved"
    LATER = "later"
    NO = "no"


@dataclass(frozen=True, slots=True)
class Interview:
    """One candidate's interview of a school year. `revision` grows with every change, so an old button is old.

    `told` says that a refusal was written to the candidate by the bot, at the interviewer's wish.
    """

    id: int
    person_id: int
    occasion: str
    held_on: date
    grades: Mapping[str, int]
    decision: Decision
    remark: str
    decided_by: int | None
    decided_at: datetime | None
    told: bool
    revision: int

    @property
    def approved(self) -> bool:
        return self.decision is Decision.APPROVED

    @property
    def open_criterion(self) -> Criterion | None:
        """The next thing nobody has graded yet."""
        return next((one for one in CRITERIA if one.name not in self.grades), None)


def graded(interview: Interview, name: str, grade: int) -> Interview:
    """Raises ProgrammeError("error-stale") for a criterion or a grade there is not."""
    criterion = BY_NAME.get(name)
    if criterion is None or grade not in GRADES[criterion.scale]:
        raise ProgrammeError("error-stale")
    return replace(interview, grades={**interview.grades, name: grade})


def reached(interview: Interview) -> tuple[int, int]:
    """Points given, of how many; what was not graded counts neither way."""
    known = [BY_NAME[name] for name in interview.grades if name in BY_NAME]
    return sum(interview.grades[one.name] for one in known), sum(max(GRADES[one.scale]) for one in known)


def decided(interview: Interview, decision: Decision, by: int, now: datetime) -> Interview:
    """Every criterion first: a decision without them could not be explained to the candidate.

    Nobody is appointed against their will: without a "yes" to that there is no approval.
    """
    if interview.open_criterion is not None:
        raise ProgrammeError("error-interview-open")
    if decision is Decision.APPROVED and not interview.grades.get("voluntary"):
        raise ProgrammeError("error-interview-voluntary")
    return replace(interview, decision=decision, decided_by=by, decided_at=now, told=False)


def held(interview: Interview, day: date, today: date) -> Interview:
    """An interview that is recorded has taken place. Raises ProgrammeError for a day that is still to come."""
    if day > today:
        raise ProgrammeError("error-interview-day")
    return replace(interview, held_on=day)


def remarked(interview: Interview, typed: str) -> Interview:
    """Raises ProgrammeError for an endless remark; an empty one takes the remark away."""
    text = typed.strip()
    if len(text) > REMARK_LIMIT:
        raise ProgrammeError("error-interview-remark", limit=REMARK_LIMIT)
    return replace(interview, remark=text)
