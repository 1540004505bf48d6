"""The school's year as steps: what each is, when its window lies, how it stands. Pure.

The year runs from August to July, as the programme's plan does; it is named by the calendar year it begins in. A
window may run over the New Year (November to April) and beyond July (May to August): its last month is always the
first such month at or after its first.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from mentoring.people.rules import Role, school_year

YEAR_FIRST = 8  # the month the axis begins with


class Recurrence(StrEnum):
    ONCE = "once"
    YEARLY = "yearly"
    ALWAYS = "always"
    EXTERNAL = "external"  # somebody else sets the date


class Phase(StrEnum):
    """The programme's three stages."""

    LAUNCH = "launch"
    PRACTICE = "practice"
    COMPLETION = "completion"


class Evidence(StrEnum):
    """What the bot counts to tell how far a step is."""

    QUESTIONNAIRES = "questionnaires"
    CONSENTS = "consents"
    SELECTED = "selected"  # mentors on the register, of those who offered themselves
    INTERVIEWS = "interviews"
    ORDERS = "orders"
    TRAINING = "training"
    PAIRS = "pairs"
    ANNOUNCED = "announced"
    FIRST_MEETINGS = "first_meetings"
    PAIRED = "paired"  # mentees with a mentor
    PLANS = "plans"
    MEETINGS = "meetings"
    FILES = "files"


class State(StrEnum):
    """Kept are all but OPEN and OVERDUE, which the day decides: `state_on`."""

    PLANNED = "planned"
    OPEN = "open"
    OVERDUE = "overdue"
    DONE = "done"
    POSTPONED = "postponed"
    DROPPED = "dropped"


CLOSED = frozenset({State.DONE, State.DROPPED})


@dataclass(frozen=True, slots=True)
class Mark:
    """A month of the axis, or a day of one; a day the month has not is its last."""

    month: int
    day: int | None = None


@dataclass(frozen=True, slots=True)
class Window:
    first: Mark
    last: Mark

    def in_year(self, year: int) -> tuple[date, date]:
        """First and last day, both included, for the school year that begins in `year`."""
        calendar_year = year + (self.first.month < YEAR_FIRST)
        first = _on(self.first, calendar_year, 1)
        last = _on(self.last, calendar_year, 31)
        return first, last if last >= first else _on(self.last, calendar_year + 1, 31)


def _on(mark: Mark, year: int, otherwise: int) -> date:
    return date(year, mark.month, min(mark.day or otherwise, monthrange(year, mark.month)[1]))


@dataclass(frozen=True, slots=True)
class Step:
    """A step as the plan defines it, with its words in one language.

    `window` is None where there is no month: always, or a date from outside. `responsible` are the plan's own
    words, `roles` who that is here; a word may name nobody of ours. `route` is the short name of the screen where
    the step's work is done.
    """

    n: int
    section: str
    phase: Phase
    recurrence: Recurrence
    window: Window | None
    title: str
    result: str
    responsible: tuple[str, ...]
    roles: tuple[Role, ...]
    after: tuple[int, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    forms: tuple[str, ...] = ()
    route: str = "step"


class Kept(StrEnum):
    """How a step's result is kept; `Result.ref` is a stored file's number, an address or the words."""

    FILE = "file"
    LINK = "link"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Result:
    kind: Kept
    ref: str
    who: int
    on: date


@dataclass(frozen=True, slots=True)
class Instance:
    """A step in one school year. `first`/`last` are local days, both included, or None while there is no date.

    `since` is the day from which this revision holds: what should have been said before is not made up for.
    `own_title`/`own_result` are the school's wording for this year, empty for the plan's. `people` are named
    persons who answer for it instead of the roles.
    """

    year: int
    step: Step
    first: date | None
    last: date | None
    since: date
    state: State = State.PLANNED
    revision: int = 0
    reason: str = ""
    results: tuple[Result, ...] = ()
    people: tuple[int, ...] = ()
    own_title: str = ""
    own_result: str = ""
    closed_by: int | None = None
    closed_on: date | None = None
    id: int = 0

    @property
    def n(self) -> int:
        return self.step.n

    @property
    def title(self) -> str:
        return self.own_title or self.step.title

    @property
    def result(self) -> str:
        return self.own_result or self.step.result

    @property
    def always(self) -> bool:
        return self.step.recurrence is Recurrence.ALWAYS

    @property
    def live(self) -> bool:
        return self.state not in CLOSED


def build(year: int, steps: Iterable[Step], today: date, former: Iterable[Instance] = ()) -> tuple[Instance, ...]:
    """The steps of the school year that begins in `year`, in the plan's order.

    What is done once in the programme is not repeated once an earlier year has had it, whatever became of it
    there; a step with a date from outside comes back until it is done or dropped.
    """
    earlier = [one for one in former if one.year < year]
    had = {one.n for one in earlier if one.step.recurrence is Recurrence.ONCE}
    had |= {one.n for one in earlier if one.step.recurrence is Recurrence.EXTERNAL and not one.live}
    return tuple(_instance(year, step, today) for step in steps if step.n not in had)


def _instance(year: int, step: Step, today: date) -> Instance:
    first, last = _bounds(year, step)
    return Instance(year, step, first, last, today)


def _bounds(year: int, step: Step) -> tuple[date, date] | tuple[None, None]:
    if step.recurrence is Recurrence.ALWAYS:
        return school_year(date(year, YEAR_FIRST, 1))
    return step.window.in_year(year) if step.window is not None else (None, None)


def carried(former: Iterable[Instance], year: int) -> tuple[Instance, ...]:
    """What earlier years have left to this one: windows that reach into it, and the launch's unfinished steps."""
    begins = date(year, YEAR_FIRST, 1)
    return tuple(
        one
        for one in former
        if one.year < year and one.live and one.last is not None and not one.always
        if one.last >= begins or one.step.recurrence is Recurrence.ONCE
    )


def state_on(instance: Instance, day: date) -> State:
    """How it stands on a local day. What goes on all year is over with the year and never late."""
    if not instance.live or instance.first is None or instance.last is None:
        return instance.state
    if day < instance.first:
        return instance.state
    if day <= instance.last:
        return State.OPEN
    return State.DONE if instance.always else State.OVERDUE


def waits_for(instance: Instance, plan: Iterable[Instance]) -> Iterator[Instance]:
    """The steps that come before it and are not finished; only a hint, it may be done all the same.

    One whose window begins after this one has ended is left out: in the year of the launch the conditions stand
    later on the axis than what they are for.
    """
    for one in plan:
        asked = one.n in instance.step.after and one.year <= instance.year and one.live
        if asked and (instance.last is None or one.first is None or one.first <= instance.last):
            yield one


def in_month(plan: Iterable[Instance], day: date) -> Iterator[Instance]:
    """What is worth seeing in the month of `day`: windows that touch it, and what is overdue by then."""
    first, last = day.replace(day=1), day.replace(day=monthrange(day.year, day.month)[1])
    for one in plan:
        if one.first is None or one.last is None:
            continue
        touches = one.first <= last and one.last >= first
        if touches or (one.live and not one.always and one.last < first):
            yield one
