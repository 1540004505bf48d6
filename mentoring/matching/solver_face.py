"""Sets of equally good assignments, narrowed one aim after the other, with capacities and pins alone: exact flow.

After the cheapest flow is found, shadow prices tell which pairs lie in every, in some and in no cheapest flow.
What lies in some makes the next face; so each aim has all 64 bits for itself and no weight has to outrank another.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from ortools.graph.python import max_flow, min_cost_flow

from mentoring.matching.solver_grid import Bools, Grid, Ints

CROWD, FEW = 30, 8
"""With more than CROWD arcs for each that is taken, a flow begins with the FEW cheapest for each."""


@dataclass(frozen=True, slots=True)
class Face:
    """All ways to take `flow` of `arcs` within `room`, with every mentor of `full` filled and every mentee of
    `must` served, besides the arcs in `fixed`; `taken` is one such way, without `fixed`. Arcs: places in the grid.
    """

    grid: Grid
    arcs: Ints
    room: Ints
    full: Bools
    must: Bools
    fixed: Ints
    flow: int
    taken: Ints


def whole(grid: Grid) -> Face:
    """As many served as can be, the pinned pairs among them."""
    rows, cols = grid.rows[grid.pinned], grid.cols[grid.pinned]
    room = grid.room - np.bincount(rows, minlength=len(grid.room))
    free = ~np.isin(grid.cols, cols) & (room[grid.rows] > 0)
    nobody = np.zeros(len(grid.mentors), np.bool_), np.zeros(len(grid.mentees), np.bool_)
    arcs = np.flatnonzero(free)
    limit = int(min(room.sum(), len(grid.mentees)))
    face = Face(grid, arcs, room, *nobody, grid.pinned, limit, arcs[:0])
    taken = route(face, arcs)
    return replace(face, flow=len(taken), taken=taken)


def route(face: Face, arcs: Ints) -> Ints:
    """As many of `arcs` as can be taken at once under the face's conditions, up to its flow."""
    mentors, mentees = len(face.room), len(face.must)
    source, sink = mentors + mentees, mentors + mentees + 1
    start, end = sink + 1, sink + 2
    network = max_flow.SimpleMaxFlow()
    pairs = network.add_arcs_with_capacity(
        face.grid.rows[arcs], mentors + face.grid.cols[arcs], np.ones(len(arcs), np.int64)
    )
    network.add_arcs_with_capacity(np.where(face.full, start, source), np.arange(mentors), face.room)
    exits = np.where(face.must, end, sink)
    network.add_arcs_with_capacity(mentors + np.arange(mentees), exits, np.ones(mentees, np.int64))
    network.add_arc_with_capacity(start, source, face.flow - int(face.room[face.full].sum()))
    network.add_arc_with_capacity(sink, end, face.flow - int(face.must.sum()))
    network.solve(start, end)
    used: Bools = network.flows(pairs) > 0
    return arcs[used]


def cheapest(face: Face, costs: Ints) -> Ints:
    """The arcs of one way with the smallest sum of `costs` (of the face's arcs, in their order)."""
    mentors, mentees = len(face.room), len(face.must)
    source, sink = mentors + mentees, mentors + mentees + 1
    network = min_cost_flow.SimpleMinCostFlow()
    rows, cols = face.grid.rows[face.arcs], mentors + face.grid.cols[face.arcs]
    pairs = network.add_arcs_with_capacity_and_unit_cost(rows, cols, np.ones(len(rows), np.int64), costs)
    free, maybe = np.flatnonzero(~face.full), np.flatnonzero(~face.must)
    for tails, heads, room in (
        (np.full(len(free), source), free, face.room[free]),
        (mentors + maybe, np.full(len(maybe), sink), np.ones(len(maybe), np.int64)),
    ):
        network.add_arcs_with_capacity_and_unit_cost(tails, heads, room, np.zeros(len(tails), np.int64))
    network.set_nodes_supplies(np.arange(sink + 1), _supplies(face))
    status = network.solve()
    if status != network.OPTIMAL:
        raise ArithmeticError(f"flow: {status.name}")  # the bounds of the grid rule it out
    used: Bools = network.flows(pairs) > 0
    return face.arcs[used]


def _supplies(face: Face) -> Ints:
    given, wanted = np.where(face.full, face.room, 0), face.must.astype(np.int64)
    rest = np.array([face.flow - given.sum(), wanted.sum() - face.flow], np.int64)
    return np.concatenate([given, -wanted, rest])


def settled(face: Face, costs: Ints) -> Face:
    """With one of the cheapest ways as `taken`. `costs` are of all the grid's arcs."""
    own = costs[face.arcs]
    if not len(own) or face.flow == 0 or own.min() == own.max():
        return face
    return replace(face, taken=_priced_in(face, own) if len(own) > CROWD * face.flow else cheapest(face, own))


def _priced_in(face: Face, costs: Ints) -> Ints:
    """The cheapest way from few arcs: the cheap ones and one way known, then those that would lower the cost."""
    few = costs <= np.partition(costs, FEW * face.flow)[FEW * face.flow]
    few |= _use(face)[0]
    while True:
        part = replace(face, arcs=face.arcs[few])
        part = replace(part, taken=cheapest(part, costs[few]))
        at_mentor, at_mentee, _, _ = _prices(part, costs[few])
        rows, cols = face.grid.rows[face.arcs], face.grid.cols[face.arcs]
        better = ~few & (costs + at_mentor[rows] - at_mentee[cols] < 0)
        if not better.any():
            return part.taken
        few |= better


def narrow(face: Face, costs: Ints) -> Face:
    """The cheapest ways alone."""
    found = settled(face, costs)
    return face if found is face else _tight(found, costs[face.arcs])


def _tight(face: Face, costs: Ints) -> Face:
    """What the shadow prices say of each arc, mentor and mentee: always, never, or sometimes."""
    grid, prices = face.grid, _prices(face, costs)
    at_mentor, at_mentee, source, sink = prices
    rows, cols = grid.rows[face.arcs], grid.cols[face.arcs]
    used, load, reached = _use(face)
    gap = costs + at_mentor[rows] - at_mentee[cols]
    into, out = source - at_mentor, at_mentee - sink
    idle = (~face.must & ~reached & (out > 0))[cols]
    full = face.full | ((load == face.room) & (load > 0) & (into < 0))
    must = face.must | (reached & (out < 0))
    always = used & (gap < 0)
    return _without_sure(replace(face, full=full, must=must), always, (gap == 0) & ~idle)


def _use(face: Face) -> tuple[Bools, Ints, Bools]:
    """Which arcs are taken, how many of each mentor, which mentees they reach."""
    marked = np.zeros(len(face.grid.rows), np.bool_)
    marked[face.taken] = True
    load = np.bincount(face.grid.rows[face.taken], minlength=len(face.room))
    reached = np.bincount(face.grid.cols[face.taken], minlength=len(face.must)) > 0
    return marked[face.arcs], load, reached


def _without_sure(face: Face, always: Bools, sometimes: Bools) -> Face:
    """Arcs that are always taken leave the network together with their mentee."""
    grid, sure = face.grid, face.arcs[always]
    room = face.room - np.bincount(grid.rows[sure], minlength=len(face.room))
    gone = np.zeros_like(face.must)
    gone[grid.cols[sure]] = True
    arcs = face.arcs[sometimes & ~always]
    arcs = arcs[~gone[grid.cols[arcs]] & (room[grid.rows[arcs]] > 0)]
    return Face(
        grid=grid,
        arcs=arcs,
        room=room,
        full=face.full & (room > 0),
        must=face.must & ~gone,
        fixed=np.sort(np.concatenate([face.fixed, sure])),
        flow=face.flow - len(sure),
        taken=face.taken[~np.isin(face.taken, sure)],
    )


def _prices(face: Face, costs: Ints) -> tuple[Ints, Ints, int, int]:
    """Shortest ways in what the flow leaves open (Bellman and Ford): of mentors, mentees, source and sink."""
    rows, cols = face.grid.rows[face.arcs], face.grid.cols[face.arcs]
    used, load, reached = _use(face)
    starts = np.flatnonzero(np.diff(cols, prepend=-1))
    heads, blocked = cols[starts], np.where(used, np.iinfo(np.int64).max // 4, costs)
    mentors, mentees = np.zeros(len(face.room), np.int64), np.zeros(len(face.must), np.int64)
    source = sink = 0
    fillable, emptied = ~face.full & (load < face.room), ~face.full & (load > 0)
    open_in, open_out = ~face.must & reached, ~face.must & ~reached
    while True:
        before = mentors.copy(), mentees.copy()
        mentees[heads] = np.minimum(mentees[heads], np.minimum.reduceat(mentors[rows] + blocked, starts))
        np.minimum.at(mentors, rows[used], mentees[cols[used]] - costs[used])
        source = min(source, int(mentors[emptied].min(initial=source)))
        sink = min(sink, int(mentees[open_out].min(initial=sink)))
        mentors[fillable] = np.minimum(mentors[fillable], source)
        mentees[open_in] = np.minimum(mentees[open_in], sink)
        if np.array_equal(mentors, before[0]) and np.array_equal(mentees, before[1]):
            return mentors, mentees, source, sink
