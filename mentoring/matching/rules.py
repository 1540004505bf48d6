"""What matching speaks of: people as they described themselves, rules, the pair table, a run and its outcome.

Data alone; the making and the solving are beside. A run gives every mentee one mentor at most; a second mentor of
another kind is a run of its own. Hard rules decide who may be paired at all and are never weighed against points.
Points are signed: what speaks for a pair adds, what speaks against it takes away, and what was not answered does
neither. Pure.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TypeAlias

from mentoring.errors import ProgrammeError
from mentoring.meetings.rules import Side

Couple: TypeAlias = tuple[int, int]
"""Person ids: the mentor's, then the mentee's."""
SCALE = 10
"""A soft rule measures from −SCALE (against) over 0 (neutral) to SCALE (for), times the curator's weight."""
HEAVIEST = 10
FARTHEST_SCORE = 10**12
"""On either side of 0; beyond it sums are not sure to be counted exactly."""


class Hard(StrEnum):
    """Why two people may not be a pair, or a set of pairs may not stand. The values are keys of words."""

    SELF = "self"
    ROLE = "role"
    CONSENT = "consent"
    APPROVAL = "approval"
    CAPACITY = "capacity"
    NOT_WITH = "not_with"  # either side's private word: for the curator's eyes alone
    REFUSED = "refused"
    ALREADY = "already"  # a pair that goes on: only where a second mentor is looked for
    NO_COMMON_TIME = "no_common_time"
    FORBIDDEN = "forbidden"  # by the curator
    UNKNOWN = "unknown"  # not in this run, or a pair that the table does not list
    TWICE = "twice"  # a mentee with two mentors
    PIN = "pin"  # a pinned pair that was not taken
    TOGETHER = "together"
    APART = "apart"
    GROUP_SMALL = "group_small"
    GROUP_LARGE = "group_large"


class Soft(StrEnum):
    """The soft rules, at most eight; the names are the fields of `Weights`."""

    NEEDS = "needs"
    SUBJECT = "subject"
    STYLE = "style"
    HOURS = "hours"
    WISH_MENTEE = "wish_mentee"
    WISH_MENTOR = "wish_mentor"
    LAST_YEAR = "last_year"
    LOAD = "load"


@dataclass(frozen=True, slots=True)
class Weights:
    """How much a soft rule counts, 0–10, set by the curator; 0 leaves a rule out.

    Needs come first because the programme's criteria of selection follow the requests of mentees (step 10 of the
    roadmap). Raises ProgrammeError `error-matching-weight` outside 0–10.
    """

    needs: int = 6
    subject: int = 4
    style: int = 2
    hours: int = 4
    wish_mentee: int = 5
    wish_mentor: int = 3
    last_year: int = 2
    load: int = 2

    def __post_init__(self) -> None:
        for rule in Soft:
            value = self.of(rule)
            if type(value) is not int or not 0 <= value <= HEAVIEST:
                raise ProgrammeError("error-matching-weight", rule=rule.value, most=HEAVIEST)

    def of(self, rule: Soft) -> int:
        found: int = getattr(self, rule.value)
        return found


@dataclass(frozen=True, slots=True)
class Profile:
    """One person on one side, from the questionnaires; whoever stands on both sides has two.

    `needs`, `strengths`: topics as in `mentoring.meetings.rules.TOPICS`. `style`: item of the working style → 1–5.
    `hours`: ISO weekday and hour, the beginnings of hours that suit. `forms`: `Contact` values. `capacity`: how
    many more mentees a mentor takes in this run; `load`: pairs they have already this year. `wished`: people they
    would like; `against`: "not with", private. `missing`: names of fields not answered, for the curator to see; of
    these `wished` alone makes a difference, because to wish for nobody is an answer, while other empty fields say
    nothing whether named here or not. `answers`: raw answers by name of question; read are
    `same_subject`, `mentor_kind`, `partner`, `rhythm`, `manner`, `need_order`, `situation`.
    """

    person_id: int
    side: Side
    subject: str | None = None
    years: int | None = None
    needs: frozenset[str] = frozenset()
    strengths: frozenset[str] = frozenset()
    style: Mapping[str, int] = field(default_factory=dict)
    hours: frozenset[tuple[int, int]] = frozenset()
    forms: frozenset[str] = frozenset()
    capacity: int = 1
    wished: frozenset[int] = frozenset()
    against: frozenset[int] = frozenset()
    missing: frozenset[str] = frozenset()
    approved: bool = True
    consented: bool = True
    last_year: frozenset[int] = frozenset()
    load: int = 0
    answers: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Evidence:
    """One sentence's worth of why: `key` for words, `params` to fill them, `sign` 1 for, −1 against, 0 unknown.

    What a key's parameters are is listed in `mentoring.matching.rules_measures`.
    """

    key: str
    sign: int
    params: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Part:
    """What one soft rule says of two people: `points` between −`most` and `most`; 0 when `missing`."""

    rule: Soft
    points: int
    most: int
    evidence: tuple[Evidence, ...] = ()
    missing: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """One mentor and one mentee in the pair table. `score` is the sum of the parts, whether eligible or not."""

    mentor: int
    mentee: int
    barred: tuple[Hard, ...]
    parts: tuple[Part, ...]
    score: int

    @property
    def eligible(self) -> bool:
        return not self.barred

    @property
    def couple(self) -> Couple:
        return self.mentor, self.mentee

    @property
    def percent(self) -> int:
        """The score for people's eyes: 0 all against, 50 nothing known, 100 all for."""
        most = sum(part.most for part in self.parts)
        return 50 if most == 0 else (100 * (self.score + most) + most) // (2 * most)


@dataclass(frozen=True, slots=True)
class Sizes:
    """How many mentees a mentor has if any at all; `most` None: as many as the mentor takes."""

    least: int = 1
    most: int | None = None


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the curator decided. All are hard rules.

    `together`: mentees who get one and the same mentor, or none of them any. `apart`: mentees no two of whom get
    the same mentor. `sizes`: of groups, by mentor. `least_hours`: hours a week both must have free (asked only of
    those who said their hours); `enough_hours`: from there on more common hours add nothing.
    """

    pins: frozenset[Couple] = frozenset()
    forbidden: frozenset[Couple] = frozenset()
    together: tuple[frozenset[int], ...] = ()
    apart: tuple[frozenset[int], ...] = ()
    sizes: Mapping[int, Sizes] = field(default_factory=dict)
    least_hours: int = 0
    enough_hours: int = 3


NO_WISHES = Wishes()


@dataclass(frozen=True, slots=True)
class Problem:
    """A run. `mentors`: capacity by person; `scores`: of eligible pairs, none other can be taken; `barred`: why
    the others are not; `before`: the pairs to keep where nothing is lost by it (last proposal, or last year's).
    """

    mentors: Mapping[int, int]
    mentees: frozenset[int]
    scores: Mapping[Couple, int]
    wishes: Wishes = NO_WISHES
    before: frozenset[Couple] = frozenset()
    barred: Mapping[Couple, tuple[Hard, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Solution:
    """`pairs` by mentee and `unserved` in order of ids; `worst` is the lowest score taken, None when nobody is
    served; `changes` counts the pairs of `before` (of mentees in this run) that are not kept.
    """

    pairs: tuple[Couple, ...]
    unserved: tuple[int, ...]
    served: int
    worst: int | None
    total: int
    changes: int


@dataclass(frozen=True, slots=True)
class Broken:
    """A hard rule that does not hold: whom it is about, and the number it allows where it has one."""

    rule: Hard
    mentor: int | None = None
    mentees: tuple[int, ...] = ()
    limit: int | None = None


class NoSolution(ProgrammeError):
    """The pinned pairs cannot all be taken. `broken`: the rules in the way, as few as will do."""

    def __init__(self, broken: tuple[Broken, ...]) -> None:
        super().__init__("error-matching-pins", rules=tuple(one.rule.value for one in broken))
        self.broken = broken


def outcome(problem: Problem, pairs: Iterable[Couple]) -> Solution:
    """The figures of any set of pairs, good or not; a pair without a score counts as 0."""
    taken = tuple(sorted(set(pairs), key=lambda couple: (couple[1], couple[0])))
    scores = [problem.scores.get(couple, 0) for couple in taken]
    served = {mentee for _, mentee in taken} & problem.mentees
    former = [couple for couple in problem.before if couple[1] in problem.mentees]
    return Solution(
        pairs=taken,
        unserved=tuple(sorted(problem.mentees - served)),
        served=len(served),
        worst=min(scores, default=None),
        total=sum(scores),
        changes=len(set(former) - set(taken)),
    )
