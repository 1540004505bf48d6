"""What a curator changes by hand: wishes for the next run, or the pairs themselves, then verified. Pure."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace

from mentoring.errors import ProgrammeError
from mentoring.matching.rules import Broken, Couple, Problem, Solution, Wishes, outcome
from mentoring.matching.rules_verify import verify


def pin(wishes: Wishes, couple: Couple) -> Wishes:
    """This pair whatever else; another pin of the same mentee and a prohibition of these two give way."""
    others = frozenset(one for one in wishes.pins if one[1] != couple[1])
    return replace(wishes, pins=others | {couple}, forbidden=wishes.forbidden - {couple})


def unpin(wishes: Wishes, couple: Couple) -> Wishes:
    return replace(wishes, pins=wishes.pins - {couple})


def forbid(wishes: Wishes, couple: Couple) -> Wishes:
    """Never this pair; a pin of these two gives way."""
    return replace(wishes, pins=wishes.pins - {couple}, forbidden=wishes.forbidden | {couple})


def allow(wishes: Wishes, couple: Couple) -> Wishes:
    return replace(wishes, forbidden=wishes.forbidden - {couple})


@dataclass(frozen=True, slots=True)
class Edited:
    """The pairs after a change by hand with their figures, and every hard rule they break."""

    solution: Solution
    broken: tuple[Broken, ...]


def edited(problem: Problem, pairs: Iterable[Couple]) -> Edited:
    given = tuple(pairs)
    return Edited(outcome(problem, given), verify(problem, given))


def place(problem: Problem, pairs: Collection[Couple], mentee: int, mentor: int | None) -> Edited:
    """The mentee with that mentor instead of their own; None: without one."""
    others = [one for one in pairs if one[1] != mentee]
    return edited(problem, others if mentor is None else [*others, (mentor, mentee)])


def swap(problem: Problem, pairs: Collection[Couple], one: int, other: int) -> Edited:
    """Two mentees change mentors; one of them may have none. Raises ProgrammeError `error-matching-swap` when
    neither has, or both have the same.
    """
    mentor_of = {mentee: mentor for mentor, mentee in pairs}
    if mentor_of.get(one) == mentor_of.get(other):
        raise ProgrammeError("error-matching-swap")
    rest = [couple for couple in pairs if couple[1] not in (one, other)]
    crossed = [(mentor_of[a], b) for a, b in ((one, other), (other, one)) if a in mentor_of]
    return edited(problem, [*rest, *crossed])


def split(
    problem: Problem, pairs: Collection[Couple], mentor: int, leaving: Collection[int], into: int | None
) -> Edited:
    """Some mentees of a group go to another mentor together, or out (`into` None).

    Raises ProgrammeError `error-matching-split` when one of them is not in the group.
    """
    group = {mentee for owner, mentee in pairs if owner == mentor}
    if not leaving or not group.issuperset(leaving):
        raise ProgrammeError("error-matching-split")
    rest = [couple for couple in pairs if couple[1] not in leaving]
    return edited(problem, [*rest, *((into, one) for one in sorted(leaving) if into is not None)])


def merge(problem: Problem, pairs: Collection[Couple], mentor: int, into: int) -> Edited:
    """A whole group joins another mentor's. Raises ProgrammeError `error-matching-merge` where there is none."""
    group = {mentee for owner, mentee in pairs if owner == mentor}
    if not group or mentor == into:
        raise ProgrammeError("error-matching-merge")
    return split(problem, pairs, mentor, group, into)
