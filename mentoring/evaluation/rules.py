"""Mutual evaluation: who tells of whom, when it opens and closes, how it stands. Pure.

"Взаимная оценка работы наставника и наставляемого посредством анкетирования" (stage 5 of the programme). Nothing
waits for it: a pair is closed whether or not anybody has answered.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum

from mentoring.errors import ProgrammeError
from mentoring.meetings.rules import Side
from mentoring.pairs.rules import Ending, Pair, PairState
from mentoring.people.rules import Role
from mentoring.roadmap.rules import Mark, Window

FORMS = {Side.MENTOR: "mutual_mentor", Side.MENTEE: "mutual_mentee"}
"""The questionnaire of whoever stands on the side."""
READERS = frozenset({Role.CURATOR, Role.PSYCHOLOGIST})
"""Who may be promised to read the answers; nobody else can be."""


@dataclass(frozen=True, slots=True)
class Settings:
    """`window` lies on the school-year axis, both days included; `grace` are days after it in which a late answer
    is still taken. `readers` see the answers: the curator, the psychologist, or both, as the school has it.

    A pair that ended within the year is asked only where the ending is one of `endings`: to ask after a pair that
    did not fit would be blame, and whoever left is not there to answer.
    """

    window: Window = field(default=Window(Mark(5, 4), Mark(5, 22)))
    grace: int = 7
    readers: frozenset[Role] = frozenset({Role.CURATOR})
    endings: frozenset[str] = frozenset({Ending.DONE.value})


SHIPPED = Settings()


def checked(settings: Settings) -> Settings:
    """Raises ProgrammeError: `error-mutual-readers` (nobody, or somebody who may not), `error-mutual-grace`."""
    if not settings.readers or not settings.readers <= READERS:
        raise ProgrammeError("error-mutual-readers")
    if not 0 <= settings.grace <= 60:
        raise ProgrammeError("error-mutual-grace", most=60)
    return settings


@dataclass(frozen=True, slots=True)
class Occasion:
    """One person tells of one other in one year. `side` is the giver's.

    `readers` are those whom the giver was told of when it opened: a later change of the school's setting never
    opens an answer to somebody it was not given to. Days are local, both included.
    """

    year: int
    pair_id: int
    giver: int
    about: int
    side: Side
    first: date
    last: date
    readers: frozenset[Role]

    @property
    def key(self) -> str:
        """Unique among all occasions; a revival of the pair in the same year is the same occasion."""
        return f"{self.year}/{self.pair_id}/{self.giver}-{self.about}"

    @property
    def mirror(self) -> str:
        """The key of what the other tells of the giver."""
        return f"{self.year}/{self.pair_id}/{self.about}-{self.giver}"

    @property
    def form(self) -> str:
        return FORMS[self.side]


def occasions(pair: Pair, year: int, settings: Settings = SHIPPED) -> tuple[Occasion, ...]:
    """One for each ordered couple of mentor and mentee; people of one side do not tell of each other.

    Empty for a pair that is not to be asked. So a group of a mentor and three mentees has six, a mentee with two
    mentors tells of each of them.
    """
    if not is_asked(pair, settings):
        return ()
    first, last = settings.window.in_year(year)
    return tuple(
        Occasion(year, pair.id, giver, about, side, first, last, settings.readers)
        for giver, about, side in _couples(pair)
    )


def is_asked(pair: Pair, settings: Settings) -> bool:
    return pair.state is not PairState.CLOSED or pair.ending in settings.endings


def _couples(pair: Pair) -> Iterator[tuple[int, int, Side]]:
    for mentor in pair.of(Side.MENTOR):
        for mentee in pair.of(Side.MENTEE):
            yield mentor, mentee, Side.MENTOR
            yield mentee, mentor, Side.MENTEE


class State(StrEnum):
    PLANNED = "planned"
    OPEN = "open"
    GRACE = "grace"  # closed, a late answer is still taken
    GIVEN = "given"
    LATE = "late"  # given after the last day
    NEVER = "never"
    VOID = "void"  # one of the two has left, or takes no part any more


def state_on(occasion: Occasion, day: date, given: date | None, gone: Collection[int], grace: int) -> State:
    """How it stands on a local day. `given` is the day the answers were sent; what was given stays given.

    `gone` are people who left the school or withdrew from the programme: neither asked nor told of any more.
    """
    if given is not None:
        return State.LATE if given > occasion.last else State.GIVEN
    if occasion.giver in gone or occasion.about in gone:
        return State.VOID
    return _by_day(occasion, day, grace)


def _by_day(occasion: Occasion, day: date, grace: int) -> State:
    if day < occasion.first:
        return State.PLANNED
    if day <= occasion.last:
        return State.OPEN
    return State.GRACE if day <= occasion.last + timedelta(days=grace) else State.NEVER


ANSWERABLE = frozenset({State.OPEN, State.GRACE})


def check_answerable(state: State) -> None:
    """Raises ProgrammeError `error-mutual-…`: `early`, `given`, `closed` or `void`."""
    if state not in ANSWERABLE:
        raise ProgrammeError(_REFUSALS[state])


_REFUSALS = {
    State.PLANNED: "error-mutual-early",
    State.GIVEN: "error-mutual-given",
    State.LATE: "error-mutual-given",
    State.NEVER: "error-mutual-closed",
    State.VOID: "error-mutual-void",
}


@dataclass(frozen=True, slots=True)
class Progress:
    """What a curator sees of all of them; `asked` are those that are not void."""

    asked: int
    given: int
    late: int
    waiting: int
    never: int


def progress(states: Iterable[State]) -> Progress:
    found = [state for state in states if state is not State.VOID]
    given = sum(state in (State.GIVEN, State.LATE) for state in found)
    waiting = sum(state in ANSWERABLE | {State.PLANNED} for state in found)
    return Progress(len(found), given, found.count(State.LATE), waiting, found.count(State.NEVER))
