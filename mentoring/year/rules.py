"""Rolling a school over into its next year: what will happen, said before anything does. Pure.

People, roles and both registers stay; pairs end, go on or change roles as they have agreed; the new year's roadmap
begins; the last year can be read and not changed; what is past its retention term is destroyed.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum

from mentoring.errors import ProgrammeError
from mentoring.evaluation.rules_closing import WAYS, Way
from mentoring.meetings.rules import Side
from mentoring.pairs.rules import Pair, PairState
from mentoring.people.rules import school_year
from mentoring.roadmap.rules import Instance, Step, build, carried
from mentoring.texts import Text, say
from mentoring.year.rules_retention import Kept, Terms, expired


class Kind(StrEnum):
    """What happens, in the order in which it is shown."""

    PEOPLE = "people"
    ROLES = "roles"
    MENTORS = "mentors"
    MENTEES = "mentees"
    PAIRS_END = "pairs_end"
    PAIRS_AGAIN = "pairs_again"
    PAIRS_SWAP = "pairs_swap"
    NEW_MENTORS = "new_mentors"
    TASKS = "tasks"
    STEPS_NEW = "steps_new"
    STEPS_CARRIED = "steps_carried"
    READ_ONLY = "read_only"
    SURVEYS = "surveys"
    DESTROYED = "destroyed"


@dataclass(frozen=True, slots=True)
class SchoolFacts:
    """A school at its year's end. `year` is the calendar year in which the ending school year began.

    `ways` is what pairs have agreed on by their ids; a pair that said nothing ends. `tasks` are unfinished tasks
    of plans by pair, `surveys` those still open, `readable` the year's meetings, plans, papers and answers
    together. `kept` is whatever has a retention term.
    """

    year: int
    people: int
    roles: int
    mentors: int
    mentees: int
    pairs: Sequence[Pair]
    ways: Mapping[int, Way] = field(default_factory=dict)
    tasks: Mapping[int, int] = field(default_factory=dict)
    roadmap: Sequence[Instance] = ()
    surveys: Sequence[int] = ()
    readable: int = 0
    kept: Sequence[Kept] = ()


@dataclass(frozen=True, slots=True)
class Item:
    """One thing that will happen, to `count` of a kind; `ids` are those it happens to.

    Its sentence is `text`, a key of the locales with the count in it.
    """

    kind: Kind
    count: int
    ids: tuple[int, ...] = ()

    @property
    def text(self) -> Text:
        return say(f"rollover-{self.kind.value}", count=self.count)


@dataclass(frozen=True, slots=True)
class Again:
    """A pair proposed for the next year, for everybody to accept anew; on the other sides where roles change."""

    former: int
    mentors: tuple[int, ...]
    mentees: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """What a rollover does. `undecided` are going pairs that have not said how they go on: they end, and the
    curator sees them first. The `fingerprint` of all of it is carried by the button, so that what is done is what
    was shown.
    """

    year: int
    items: tuple[Item, ...]
    again: tuple[Again, ...]
    new_mentors: tuple[int, ...]
    undecided: tuple[int, ...]
    destroyed: tuple[Kept, ...]

    @property
    def fingerprint(self) -> str:
        told = (self.year, self.items, self.again, self.new_mentors, self.undecided, self.destroyed)
        return hashlib.sha256(repr(told).encode()).hexdigest()[:12]


EARLIEST = timedelta(days=62)
"""Before the school year's last day: from June on, when the year's last steps have begun."""


def check_time(year: int, today: date) -> None:
    """Raises ProgrammeError `error-rollover-early` (with `day`, the first on which it can be done)."""
    first = school_year(date(year, 8, 1))[1] - EARLIEST
    if today < first:
        raise ProgrammeError("error-rollover-early", day=first)


def check_same(plan: Plan, seen: str) -> None:
    """Raises ProgrammeError `error-stale` where the facts have changed since they were shown."""
    if plan.fingerprint != seen:
        raise ProgrammeError("error-stale")


def dry_run(facts: SchoolFacts, steps: Iterable[Step], terms: Terms, today: date) -> Plan:
    """All that rolling over would do on that local day; nothing is changed."""
    going = [pair for pair in facts.pairs if pair.state is not PairState.CLOSED]
    again = tuple(_again(pair, facts.ways[pair.id]) for pair in going if _goes_on(pair, facts))
    undecided = tuple(pair.id for pair in going if pair.id not in facts.ways)
    destroyed = expired(facts.kept, terms, today)
    rising = _rising(going, facts)
    items = [*_people(facts), *_pairs(going, facts, rising), *_year(facts, steps, today)]
    gone = [Item(Kind.DESTROYED, len(destroyed))]
    return Plan(
        facts.year, tuple(one for one in (*items, *gone) if one.count), again, rising, undecided, destroyed
    )  # fmt: skip


def _goes_on(pair: Pair, facts: SchoolFacts) -> bool:
    return pair.id in facts.ways and WAYS[facts.ways[pair.id]].again


def _again(pair: Pair, way: Way) -> Again:
    mentors, mentees = pair.of(Side.MENTOR), pair.of(Side.MENTEE)
    return Again(pair.id, *((mentees, mentors) if WAYS[way].swapped else (mentors, mentees)))


def _rising(going: Iterable[Pair], facts: SchoolFacts) -> tuple[int, ...]:
    """Mentees who become mentors, each once: invited to the mentors' questionnaire, not made mentors by this."""
    swapping = (pair for pair in going if pair.id in facts.ways and WAYS[facts.ways[pair.id]].swapped)
    return tuple(dict.fromkeys(person for pair in swapping for person in pair.of(Side.MENTEE)))


def _people(facts: SchoolFacts) -> Iterator[Item]:
    yield Item(Kind.PEOPLE, facts.people)
    yield Item(Kind.ROLES, facts.roles)
    yield Item(Kind.MENTORS, facts.mentors)
    yield Item(Kind.MENTEES, facts.mentees)


def _pairs(going: Sequence[Pair], facts: SchoolFacts, rising: tuple[int, ...]) -> Iterator[Item]:
    """Every going pair ends with the year; those that go on are proposed anew."""
    on = [pair.id for pair in going if _goes_on(pair, facts)]
    swapped = tuple(one for one in on if WAYS[facts.ways[one]].swapped)
    again = tuple(one for one in on if one not in swapped)
    yield Item(Kind.PAIRS_END, len(going), tuple(pair.id for pair in going))
    yield Item(Kind.PAIRS_AGAIN, len(again), again)
    yield Item(Kind.PAIRS_SWAP, len(swapped), swapped)
    yield Item(Kind.NEW_MENTORS, len(rising), rising)
    yield Item(Kind.TASKS, sum(facts.tasks.get(one, 0) for one in again if WAYS[facts.ways[one]].carries_plan))


def _year(facts: SchoolFacts, steps: Iterable[Step], today: date) -> Iterator[Item]:
    """The next year's steps, and what the ending one leaves to it."""
    following = facts.year + 1
    yield Item(Kind.STEPS_NEW, len(build(following, steps, today, facts.roadmap)))
    yield Item(Kind.STEPS_CARRIED, len(carried(facts.roadmap, following)))
    yield Item(Kind.SURVEYS, len(facts.surveys), tuple(facts.surveys))
    yield Item(Kind.READ_ONLY, facts.readable)


def is_read_only(year: int, current: int) -> bool:
    """Whether what belongs to the school year that began in `year` can only be read."""
    return year < current


def check_writable(year: int, current: int) -> None:
    """Raises ProgrammeError `error-year-over`."""
    if is_read_only(year, current):
        raise ProgrammeError("error-year-over")
