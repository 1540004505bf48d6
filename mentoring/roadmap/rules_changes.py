"""What may be done to a step of the year, as data, and the log of it. Pure.

The curator changes the plan (add, move, reword, drop, name people); whoever is responsible does the work (done,
postpone, reopen, attach). Who may do what is decided by the caller. A change of days raises the revision, and so
the reminders of the former days are not due any more.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields, replace
from datetime import date, timedelta
from enum import StrEnum

from mentoring.errors import ProgrammeError
from mentoring.people.rules import Role
from mentoring.roadmap.rules import Instance, Kept, Phase, Recurrence, Result, State, Step

WORDS_LIMIT = 600  # characters of a title, a result, a reason, a note
RESULTS_LIMIT = 20  # attached to one step
WINDOW_LIMIT = timedelta(days=400)
OWN_FROM = 30  # the first number of a school's own step; the programme's are 29


class Kind(StrEnum):
    ADDED = "added"
    MOVED = "moved"
    REWORDED = "reworded"
    DROPPED = "dropped"
    NAMED = "named"
    DONE = "done"
    POSTPONED = "postponed"
    REOPENED = "reopened"
    ATTACHED = "attached"
    DETACHED = "detached"


@dataclass(frozen=True, slots=True)
class Add:
    """A step of the school's own, for this year."""

    title: str
    result: str
    first: date
    last: date
    roles: tuple[Role, ...]
    section: str
    phase: Phase
    reason: str


@dataclass(frozen=True, slots=True)
class Move:
    first: date
    last: date
    reason: str


@dataclass(frozen=True, slots=True)
class Reword:
    """Empty words bring back the plan's own."""

    title: str
    result: str
    reason: str


@dataclass(frozen=True, slots=True)
class Drop:
    reason: str


@dataclass(frozen=True, slots=True)
class Name:
    """These persons answer for the step instead of its roles; none gives it back to the roles."""

    people: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Done:
    pass


@dataclass(frozen=True, slots=True)
class Postpone:
    """Until `last`; from `first` on where it is not to be worked on before."""

    last: date
    reason: str
    first: date | None = None


@dataclass(frozen=True, slots=True)
class Reopen:
    """A step that was done or dropped; `last` is needed where its window is over."""

    last: date | None = None


@dataclass(frozen=True, slots=True)
class Attach:
    kind: Kept
    ref: str


@dataclass(frozen=True, slots=True)
class Detach:
    place: int  # in `Instance.results`


PlanChange = Move | Reword | Drop | Name
WorkChange = Done | Postpone | Reopen | Attach | Detach
Change = PlanChange | WorkChange


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the log: who did what to which step, why, and the values before and after."""

    kind: Kind
    year: int
    n: int
    who: int
    on: date
    reason: str = ""
    before: Mapping[str, object] = field(default_factory=dict)
    after: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _By:
    who: int
    on: date


@dataclass(frozen=True, slots=True)
class Turn:
    instance: Instance
    entry: Entry


def change(instance: Instance, what: Change, who: int, on: date) -> Turn:
    """The step after the change, and the log's line for it.

    Raises ProgrammeError: `roadmap-closed`, `roadmap-reason-missing`, `roadmap-words-missing`,
    `roadmap-words-long` (limit), `roadmap-window`, `roadmap-past`, `roadmap-until-missing`, `roadmap-not-closed`,
    `roadmap-results-many` (limit), `roadmap-result-gone`.
    """
    if not instance.live and not isinstance(what, Reopen | Attach | Detach):
        raise ProgrammeError("roadmap-closed")
    by = _By(who, on)
    kind, after = _plan(instance, what, by) if isinstance(what, PlanChange) else _work(instance, what, by)
    reason = getattr(what, "reason", "").strip()
    before_values, after_values = _differing(instance, after)
    return Turn(after, Entry(kind, instance.year, instance.n, who, on, reason, before_values, after_values))


def add(plan: Iterable[Instance], what: Add, year: int, who: int, on: date) -> Turn:
    """A step of the school's own with the next free number. Raises as `change` does."""
    _reason(what.reason)
    _window(what.first, what.last, year)
    number = max((one.n + 1 for one in plan if one.year == year and one.n >= OWN_FROM), default=OWN_FROM)
    step = Step(
        n=number,
        section=what.section,
        phase=what.phase,
        recurrence=Recurrence.ONCE,
        window=None,
        title=_words(what.title),
        result=_words(what.result, empty=True),
        responsible=(),
        roles=what.roles,
    )
    made = Instance(year, step, what.first, what.last, on)
    values = {"title": step.title, "first": made.first, "last": made.last}
    return Turn(made, Entry(Kind.ADDED, year, number, who, on, what.reason.strip(), {}, values))


def _differing(before: Instance, after: Instance) -> tuple[dict[str, object], dict[str, object]]:
    names = [one.name for one in fields(Instance) if getattr(before, one.name) != getattr(after, one.name)]
    told = [name for name in names if name not in ("revision", "since", "closed_by", "closed_on", "reason")]
    return {name: getattr(before, name) for name in told}, {name: getattr(after, name) for name in told}


def _move(instance: Instance, what: Move, on: date) -> Instance:
    # To give a date to what had none is no change that needs a reason.
    reason = _reason(what.reason) if instance.first is not None else what.reason.strip()
    _window(what.first, what.last, instance.year)
    return _anew(instance, on, first=what.first, last=what.last, state=State.PLANNED, reason=reason)


def _reword(instance: Instance, what: Reword) -> Instance:
    _reason(what.reason)
    title, result = _words(what.title, empty=True), _words(what.result, empty=True)
    return replace(instance, own_title=title, own_result=result)


def _closed(instance: Instance, by: _By, state: State, reason: str = "") -> Instance:
    return replace(instance, state=state, reason=reason, closed_by=by.who, closed_on=by.on)


def _postpone(instance: Instance, what: Postpone, on: date) -> Instance:
    reason = _reason(what.reason)
    if what.last <= on:
        raise ProgrammeError("roadmap-past")
    first = what.first or instance.first or on
    _window(first, what.last, instance.year)
    return _anew(instance, on, first=first, last=what.last, state=State.POSTPONED, reason=reason)


def _reopen(instance: Instance, what: Reopen, on: date) -> Instance:
    if instance.live:
        raise ProgrammeError("roadmap-not-closed")
    last = what.last or instance.last
    if last is not None and last < on:
        raise ProgrammeError("roadmap-past" if what.last else "roadmap-until-missing")
    if what.last is not None:
        _window(instance.first or on, what.last, instance.year)
    first = instance.first or (on if what.last else None)
    return _anew(
        instance, on, first=first, last=last, state=State.PLANNED, reason="", closed_by=None, closed_on=None
    )


def _attach(instance: Instance, what: Attach, by: _By) -> Instance:
    if len(instance.results) == RESULTS_LIMIT:
        raise ProgrammeError("roadmap-results-many", limit=RESULTS_LIMIT)
    made = Result(what.kind, _words(what.ref), by.who, by.on)
    return replace(instance, results=(*instance.results, made))


def _detach(instance: Instance, what: Detach) -> Instance:
    if not 0 <= what.place < len(instance.results):
        raise ProgrammeError("roadmap-result-gone")
    kept = tuple(one for place, one in enumerate(instance.results) if place != what.place)
    return replace(instance, results=kept)


def _plan(instance: Instance, what: PlanChange, by: _By) -> tuple[Kind, Instance]:
    match what:
        case Move():
            return Kind.MOVED, _move(instance, what, by.on)
        case Reword():
            return Kind.REWORDED, _reword(instance, what)
        case Drop():
            return Kind.DROPPED, _closed(instance, by, State.DROPPED, _reason(what.reason))
        case Name():
            return Kind.NAMED, replace(instance, people=tuple(dict.fromkeys(what.people)))


def _work(instance: Instance, what: WorkChange, by: _By) -> tuple[Kind, Instance]:
    match what:
        case Done():
            return Kind.DONE, _closed(instance, by, State.DONE)
        case Postpone():
            return Kind.POSTPONED, _postpone(instance, what, by.on)
        case Reopen():
            return Kind.REOPENED, _reopen(instance, what, by.on)
        case Attach():
            return Kind.ATTACHED, _attach(instance, what, by)
        case Detach():
            return Kind.DETACHED, _detach(instance, what)


def _anew(instance: Instance, on: date, **values: object) -> Instance:
    """The same step with other days: what was due by the former ones is not due any more."""
    return replace(instance, revision=instance.revision + 1, since=on, **values)  # type: ignore[arg-type]


def _reason(said: str) -> str:
    if not said.strip():
        raise ProgrammeError("roadmap-reason-missing")
    return _words(said)


def _words(said: str, empty: bool = False) -> str:
    words = said.strip()
    if not words and not empty:
        raise ProgrammeError("roadmap-words-missing")
    if len(words) > WORDS_LIMIT:
        raise ProgrammeError("roadmap-words-long", limit=WORDS_LIMIT)
    return words


def _window(first: date, last: date, year: int) -> None:
    """A window begins within its school year and is no longer than a year or so."""
    begins = date(year, 8, 1) <= first <= date(year + 1, 7, 31)
    if not begins or last < first or last - first > WINDOW_LIMIT:
        raise ProgrammeError("roadmap-window")
