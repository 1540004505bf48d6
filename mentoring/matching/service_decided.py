"""What the curator decided, as hard rules of a run: pins, prohibitions, who is together or apart, group sizes."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from mentoring.matching.rules import Couple, Sizes, Wishes
from mentoring.matching.service_profiles import Facts
from mentoring.meetings.rules import Side
from mentoring.ports_matching import RuleKind, SideRule


def wishes_of(
    rules: Iterable[SideRule], least_hours: int, facts: Facts, mentees: Collection[int] | None
) -> Wishes:
    """Only pins of `mentees` count; None: of all who are in no pair yet. What is settled is not pinned again."""
    by_kind: dict[RuleKind, set[Couple]] = {kind: set() for kind in RuleKind}
    for rule in rules:
        by_kind[rule.kind].add((rule.first_id, rule.second_id))
    pins = (one for one in by_kind[RuleKind.PIN] if one not in facts.paired)
    return Wishes(
        pins=frozenset(one for one in pins if _meant(one[1], facts, mentees)),
        forbidden=frozenset(by_kind[RuleKind.FORBID]),
        together=_circles(by_kind[RuleKind.TOGETHER]),
        apart=tuple(frozenset(couple) for couple in sorted(by_kind[RuleKind.APART])),
        sizes=_sizes(facts),
        least_hours=least_hours,
    )


def _meant(mentee: int, facts: Facts, mentees: Collection[int] | None) -> bool:
    return mentee not in facts.served if mentees is None else mentee in mentees


def _circles(couples: Iterable[Couple]) -> tuple[frozenset[int], ...]:
    """Who is together with one is together with the other too."""
    found: list[frozenset[int]] = []
    for couple in sorted(couples):
        met = [circle for circle in found if circle & set(couple)]
        found = [circle for circle in found if circle not in met] + [frozenset(couple).union(*met)]
    return tuple(found)


def _sizes(facts: Facts) -> dict[int, Sizes]:
    """Groups of a least size; who is in a pair with the mentor already counts."""
    loads = {one.person_id: one.load for one in facts.profiles if one.side is Side.MENTOR}
    wanted = {one: size.least - loads[one] for one, size in facts.sizes.items() if one in loads}
    return {mentor: Sizes(least) for mentor, least in wanted.items() if least > 1}
