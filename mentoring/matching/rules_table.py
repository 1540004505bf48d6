"""The pair table: every mentor with every mentee, eligible or by which rules not, with the score by parts."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from mentoring.matching.rules import (
    NO_WISHES,
    SCALE,
    Cell,
    Couple,
    Hard,
    Part,
    Problem,
    Profile,
    Soft,
    Weights,
    Wishes,
)
from mentoring.matching.rules_measures import MEASURES
from mentoring.meetings.rules import Side


@dataclass(frozen=True, slots=True)
class Table:
    """`mentors`: capacity by person, of those with a place who may take part; `mentees` who may take part; `cells`
    of all profiles, in order of ids.
    """

    mentors: Mapping[int, int]
    mentees: frozenset[int]
    cells: Mapping[Couple, Cell]


def build(
    profiles: Iterable[Profile],
    weights: Weights,
    refused: Collection[Couple] = frozenset(),
    wishes: Wishes = NO_WISHES,
    paired: Collection[Couple] = frozenset(),
) -> Table:
    """All pairs of a mentor's and a mentee's profile. `refused`: couples that said no to each other before;
    `paired`: those who are a pair now.

    A profile whose side and place make no sense is barred by rule, never skipped: the curator sees why.
    """
    known = sorted(profiles, key=lambda one: one.person_id)
    mentors = [one for one in known if one.side is Side.MENTOR]
    mentees = [one for one in known if one.side is Side.MENTEE]
    cells = (cell(mentor, mentee, weights, refused, wishes, paired) for mentor in mentors for mentee in mentees)
    return Table(
        {one.person_id: max(one.capacity, 0) for one in mentors if one.approved and one.consented},
        frozenset(one.person_id for one in mentees if one.approved and one.consented),
        {one.couple: one for one in cells},
    )


def cell(
    mentor: Profile,
    mentee: Profile,
    weights: Weights,
    refused: Collection[Couple],
    wishes: Wishes,
    paired: Collection[Couple] = frozenset(),
) -> Cell:
    parts = tuple(_parts(mentor, mentee, weights, wishes.enough_hours))
    barred = tuple(_barred(mentor, mentee, refused, wishes, paired))
    return Cell(mentor.person_id, mentee.person_id, barred, parts, sum(part.points for part in parts))


def _parts(mentor: Profile, mentee: Profile, weights: Weights, enough: int) -> Iterator[Part]:
    for rule in Soft:
        weight = weights.of(rule)
        if weight:
            measure, evidence = MEASURES[rule](mentor, mentee, enough)
            yield Part(rule, weight * (measure or 0), weight * SCALE, evidence, measure is None)


def _barred(
    mentor: Profile,
    mentee: Profile,
    refused: Collection[Couple],
    wishes: Wishes,
    paired: Collection[Couple],
) -> Iterator[Hard]:
    couple = mentor.person_id, mentee.person_id
    checks = {
        Hard.SELF: couple[0] == couple[1],
        Hard.ROLE: mentor.side is not Side.MENTOR or mentee.side is not Side.MENTEE,
        Hard.CONSENT: not (mentor.consented and mentee.consented),
        Hard.APPROVAL: not (mentor.approved and mentee.approved),
        Hard.CAPACITY: mentor.capacity < 1,
        Hard.NOT_WITH: mentee.person_id in mentor.against or mentor.person_id in mentee.against,
        Hard.REFUSED: couple in refused,
        Hard.ALREADY: couple in paired,
        Hard.NO_COMMON_TIME: _too_few_hours(mentor, mentee, wishes.least_hours),
        Hard.FORBIDDEN: couple in wishes.forbidden,
    }
    return (rule for rule, holds in checks.items() if holds)


def _too_few_hours(mentor: Profile, mentee: Profile, least: int) -> bool:
    """Only of two who said their hours: an answer that is missing bars nobody."""
    return bool(mentor.hours and mentee.hours) and len(mentor.hours & mentee.hours) < least


def problem_of(table: Table, wishes: Wishes = NO_WISHES, before: Iterable[Couple] = ()) -> Problem:
    """The run over a table. The curator's prohibitions are those of `wishes`, whatever they were at `build`."""
    barred = {couple: _lasting(one) for couple, one in table.cells.items() if _lasting(one)}
    scores = {couple: one.score for couple, one in table.cells.items() if couple not in barred}
    return Problem(table.mentors, table.mentees, scores, wishes, frozenset(before), barred)


def _lasting(one: Cell) -> tuple[Hard, ...]:
    return tuple(rule for rule in one.barred if rule is not Hard.FORBIDDEN)
