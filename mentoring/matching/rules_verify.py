"""Whether a set of pairs keeps every hard rule: read from the rules alone, knowing nothing of how it came about.

Made for what people change by hand as much as for what a solver returns. Pure.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator

from mentoring.matching.rules import Broken, Couple, Hard, Problem, Sizes


def verify(problem: Problem, pairs: Iterable[Couple]) -> tuple[Broken, ...]:
    """Every rule that these pairs break, in a fixed order; empty: they may stand."""
    given = list(pairs)
    taken = sorted(set(given))
    doubled = (_broken(Hard.TWICE, couple) for couple, count in Counter(given).items() if count > 1)
    return (*doubled, *_of_pairs(problem, taken), *_of_crowds(problem, taken), *_of_wishes(problem, taken))


def pins_broken(problem: Problem) -> tuple[Broken, ...]:
    """What the pinned pairs break among themselves, whoever else is taken."""
    taken = sorted(problem.wishes.pins)
    return (*_of_pairs(problem, taken), *_of_crowds(problem, taken))


def bars(problem: Problem, couple: Couple) -> tuple[Hard, ...]:
    """Why these two cannot be a pair, whatever becomes of the others; empty: they can."""
    mentor, mentee = couple
    if mentor not in problem.mentors or mentee not in problem.mentees:
        return problem.barred.get(couple) or (Hard.UNKNOWN,)
    forbidden = (Hard.FORBIDDEN,) if couple in problem.wishes.forbidden else ()
    unlisted = () if couple in problem.scores else (Hard.UNKNOWN,)
    return (*(problem.barred.get(couple) or unlisted), *forbidden)


def _broken(rule: Hard, couple: Couple) -> Broken:
    return Broken(rule, couple[0], (couple[1],))


def _of_pairs(problem: Problem, taken: Collection[Couple]) -> Iterator[Broken]:
    for couple in taken:
        for rule in bars(problem, couple):
            yield _broken(rule, couple)


def _of_crowds(problem: Problem, taken: Collection[Couple]) -> Iterator[Broken]:
    """Mentees with two mentors, mentors with more mentees than they take."""
    for mentee, count in sorted(Counter(mentee for _, mentee in taken).items()):
        if count > 1:
            yield Broken(Hard.TWICE, mentees=(mentee,), limit=1)
    for mentor, mentees in _groups(taken).items():
        places, most = problem.mentors.get(mentor), problem.wishes.sizes.get(mentor, Sizes()).most
        if places is not None and len(mentees) > places:
            yield Broken(Hard.CAPACITY, mentor, mentees, places)
        if most is not None and len(mentees) > most:
            yield Broken(Hard.GROUP_LARGE, mentor, mentees, most)


def _groups(taken: Iterable[Couple]) -> dict[int, tuple[int, ...]]:
    found: dict[int, tuple[int, ...]] = {}
    for mentor, mentee in sorted(taken):
        found[mentor] = (*found.get(mentor, ()), mentee)
    return found


def _of_wishes(problem: Problem, taken: Collection[Couple]) -> Iterator[Broken]:
    groups = _groups(taken)
    yield from (_broken(Hard.PIN, couple) for couple in sorted(problem.wishes.pins - set(taken)))
    for mentor, mentees in groups.items():
        least = problem.wishes.sizes.get(mentor, Sizes()).least
        if len(mentees) < least:
            yield Broken(Hard.GROUP_SMALL, mentor, mentees, least)
    yield from _of_circles(problem, groups)


def _of_circles(problem: Problem, groups: dict[int, tuple[int, ...]]) -> Iterator[Broken]:
    """Mentees who belong together or apart; of these only who is in the run counts."""
    for circle in problem.wishes.together:
        present = circle & problem.mentees
        shares = [present & set(mentees) for mentees in groups.values() if present & set(mentees)]
        if shares and any(share != present for share in shares):
            yield Broken(Hard.TOGETHER, mentees=tuple(sorted(present)))
    for circle in problem.wishes.apart:
        for mentor, mentees in groups.items():
            met = circle & problem.mentees & set(mentees)
            if len(met) > 1:
                yield Broken(Hard.APART, mentor, tuple(sorted(met)), 1)
