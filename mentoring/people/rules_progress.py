"""Who has done what, as the curator sees it: states, filters, pages. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from mentoring.consent.rules import ConsentKind, Decision, holds, latest
from mentoring.people.rules import Person, PersonState, Role
from mentoring.people.rules_steps import forms_for

PAGE = 8


class Stage(StrEnum):
    """Where a person has got to, from the first moment to the last."""

    REFUSED = "refused"
    UNDECIDED = "undecided"
    NAMELESS = "nameless"
    WAITING = "waiting"
    OUTSIDE = "outside"  # does not take part in pairs: said no to that, and that is a full answer
    FILLING = "filling"
    DONE = "done"


UNFINISHED = frozenset({Stage.UNDECIDED, Stage.NAMELESS, Stage.FILLING})


class Filter(StrEnum):
    ALL = "all"
    UNFINISHED = "unfinished"
    WAITING = "waiting"
    MENTORS = "mentors"
    MENTEES = "mentees"
    STAFF = "staff"


@dataclass(frozen=True, slots=True)
class Progress:
    """`sent` and `drafts` are form ids; `due` is what the person's roles ask for."""

    person: Person
    stage: Stage
    consents: Mapping[ConsentKind, bool]
    due: tuple[str, ...]
    sent: frozenset[str]
    drafts: frozenset[str]

    @property
    def missing(self) -> tuple[str, ...]:
        return tuple(form for form in self.due if form not in self.sent)


def progress(
    person: Person, decisions: Sequence[Decision], sent: frozenset[str], drafts: frozenset[str]
) -> Progress:
    takes_part = holds(decisions, ConsentKind.PARTICIPATION)
    due = forms_for(person.roles) if takes_part else ()
    consents = {kind: decision.in_force for kind, decision in latest(decisions).items()}
    stage = _stage(person, decisions, takes_part, all(form in sent for form in due))
    return Progress(person, stage, consents, due, sent, drafts)


def _stage(person: Person, decisions: Sequence[Decision], takes_part: bool, complete: bool) -> Stage:
    if person.state == PersonState.REFUSED:
        return Stage.REFUSED
    if person.state == PersonState.NEW:
        return Stage.UNDECIDED
    if person.name is None:
        return Stage.NAMELESS
    if not person.approved:
        return Stage.WAITING
    return _pair_stage(person, decisions, takes_part, complete)


def _pair_stage(person: Person, decisions: Sequence[Decision], takes_part: bool, complete: bool) -> Stage:
    if not forms_for(person.roles):
        return Stage.DONE
    if not takes_part:
        said_no = ConsentKind.PARTICIPATION in latest(decisions)
        return Stage.OUTSIDE if said_no else Stage.FILLING
    return Stage.DONE if complete else Stage.FILLING


def keeps(wanted: Filter, one: Progress) -> bool:
    held = one.person.roles
    return {
        Filter.ALL: True,
        Filter.UNFINISHED: one.stage in UNFINISHED,
        Filter.WAITING: one.stage is Stage.WAITING,
        Filter.MENTORS: Role.MENTOR in held,
        Filter.MENTEES: Role.MENTEE in held,
        Filter.STAFF: bool(held) and held.isdisjoint({Role.MENTOR, Role.MENTEE}),
    }[wanted]


def by_name(everyone: Iterable[Progress]) -> list[Progress]:
    """Alphabetical as Russian lists are (ё with е); those without a name yet come last."""
    return sorted(everyone, key=lambda p: alphabetical(p.person))


def alphabetical(person: Person) -> tuple[str, int]:
    """The key by which people are listed."""
    return (person.name or "\uffff").lower().replace("ё", "е"), person.id


@dataclass(frozen=True, slots=True)
class Page:
    """`number` counts from 0; `first`/`last` count the shown lines from 1 ("1–8 из 23")."""

    items: tuple[Progress, ...]
    number: int
    pages: int
    first: int
    last: int
    total: int


def page(items: Sequence[Progress], number: int) -> Page:
    """The page asked for, or the nearest there is."""
    pages = max(1, -(-len(items) // PAGE))
    number = min(max(number, 0), pages - 1)
    shown = tuple(items[number * PAGE : (number + 1) * PAGE])
    start = number * PAGE
    return Page(shown, number, pages, start + bool(shown), start + len(shown), len(items))
