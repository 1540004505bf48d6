"""A run as arrays: what the solvers work on. Sorted by ids, so that the order of the input leaves no trace."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from itertools import chain
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from mentoring.errors import ProgrammeError
from mentoring.matching.rules import FARTHEST_SCORE, Couple, Problem

Ints: TypeAlias = NDArray[np.int64]
Bools: TypeAlias = NDArray[np.bool_]
LOT_BITS = 20
MOST_PEOPLE = 4000
"""Of both sides together; with FARTHEST_SCORE it keeps every sum and every scaled cost within 64 bits."""


@dataclass(frozen=True, slots=True)
class Grid:
    """`mentors`, `mentees`: ids in order; `room`: places by mentor. Possible pairs ("arcs") lie in `rows`, `cols`,
    `scores`, `kept` (1: it was a pair before), `lots` (the draw among equals), sorted by mentee, then mentor;
    `pinned`: places in these.
    """

    mentors: Ints
    mentees: Ints
    room: Ints
    rows: Ints
    cols: Ints
    scores: Ints
    kept: Ints
    lots: Ints
    pinned: Ints

    def couples(self, arcs: Ints) -> list[Couple]:
        pairs = zip(self.mentors[self.rows[arcs]], self.mentees[self.cols[arcs]], strict=True)
        return [(int(mentor), int(mentee)) for mentor, mentee in pairs]


def grid_of(problem: Problem) -> Grid:
    """Raises ProgrammeError `error-matching-size`, `error-matching-score` for what is too large to count."""
    if len(problem.mentors) + len(problem.mentees) > MOST_PEOPLE:
        raise ProgrammeError("error-matching-size", most=MOST_PEOPLE)
    mentors, mentees = _ids(problem.mentors), _ids(problem.mentees)
    couples, scores = _listed(problem)
    rows, here = _places(mentors, couples[:, 0])
    cols, there = _places(mentees, couples[:, 1])
    room = _room(problem, mentors)
    known = here & there
    known[known] = room[rows[known]] > 0
    order = np.argsort(cols[known] * len(mentors) + rows[known], kind="stable")
    rows, cols, scores = rows[known][order], cols[known][order], scores[known][order]
    none = np.zeros(0, np.int64)
    lots = lot(mentors[rows], mentees[cols])
    found = Grid(mentors, mentees, room, rows, cols, scores, np.zeros_like(rows), lots, none)
    return _marked(found, problem)


def _marked(grid: Grid, problem: Problem) -> Grid:
    wishes = problem.wishes
    banned = positions(grid, wishes.forbidden)
    keep = np.ones(len(grid.rows), np.bool_)
    keep[banned] = False
    kept = np.zeros_like(grid.rows)
    kept[positions(grid, problem.before)] = 1
    columns = {name: getattr(grid, name)[keep] for name in ("rows", "cols", "scores", "lots")}
    found = replace(grid, **columns, kept=kept[keep])
    return replace(found, pinned=positions(found, wishes.pins))


def _ids(people: Iterable[int]) -> Ints:
    return np.sort(np.fromiter(people, np.int64))


def _listed(problem: Problem) -> tuple[Ints, Ints]:
    count = len(problem.scores)
    try:
        scores = np.fromiter(problem.scores.values(), np.int64, count)
    except OverflowError:
        raise ProgrammeError("error-matching-score", most=FARTHEST_SCORE) from None
    if count and max(scores.max(), -scores.min()) > FARTHEST_SCORE:
        raise ProgrammeError("error-matching-score", most=FARTHEST_SCORE)
    couples = np.fromiter(chain.from_iterable(problem.scores), np.int64, 2 * count)
    return couples.reshape(count, 2), scores


def _places(ids: Ints, wanted: Ints) -> tuple[Ints, Bools]:
    """Where each of `wanted` stands among `ids`, and whether it does."""
    if not len(ids):
        return np.zeros_like(wanted), np.zeros(len(wanted), np.bool_)
    places = np.minimum(np.searchsorted(ids, wanted), len(ids) - 1)
    return places, ids[places] == wanted


def _room(problem: Problem, mentors: Ints) -> Ints:
    sizes, most = problem.wishes.sizes, len(problem.mentees)
    room = [max(min(problem.mentors[int(one)], most), 0) for one in mentors]
    limits = [sizes[int(one)].most if int(one) in sizes else None for one in mentors]
    return np.array([min(a, b) if b is not None else a for a, b in zip(room, limits, strict=True)], np.int64)


def positions(grid: Grid, couples: Collection[Couple]) -> Ints:
    """The places of those couples that are possible pairs, in order."""
    if not couples:
        return np.zeros(0, np.int64)
    wanted = np.array(sorted(couples), np.int64).reshape(-1, 2)
    rows, here = _places(grid.mentors, wanted[:, 0])
    cols, there = _places(grid.mentees, wanted[:, 1])
    width = max(len(grid.mentors), 1)
    places, found = _places(grid.cols * width + grid.rows, (cols * width + rows)[here & there])
    return np.sort(places[found])


def lot(mentors: Ints, mentees: Ints) -> Ints:
    """A draw for each couple that depends on these two alone (SplitMix64): among equals the smallest sum is taken,
    so neither who came first nor who else takes part decides.
    """
    mixed = mentors.astype(np.uint64) * np.uint64(0x9E3779B97F4A7C15) ^ mentees.astype(np.uint64)
    for shift, factor in ((30, 0xBF58476D1CE4E5B9), (27, 0x94D049BB133111EB)):
        mixed = (mixed ^ (mixed >> np.uint64(shift))) * np.uint64(factor)
    mixed ^= mixed >> np.uint64(31)
    return (mixed >> np.uint64(64 - LOT_BITS)).astype(np.int64)
