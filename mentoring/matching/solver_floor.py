"""The worst pair made as good as can be: the highest floor under the scores that loses nothing reached before."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from mentoring.matching.solver_face import Face, route
from mentoring.matching.solver_grid import Ints


def raise_floor(face: Face) -> Face:
    """The face without the arcs under the highest floor; a fixed pair holds the floor down to its own score."""
    if face.flow == 0:
        return face
    scores, fixed = np.sort(face.grid.scores[face.arcs]), face.grid.scores[face.fixed]
    levels = np.minimum(scores, fixed.min(initial=_ceiling(face)))
    if levels[0] == levels[-1]:
        return replace(face, arcs=face.arcs[face.grid.scores[face.arcs] >= levels[0]])
    highest = _highest(face, scores, levels[np.diff(levels, prepend=levels[0] - 1) > 0])
    if highest is None:
        return face
    level, taken = highest
    arcs = face.arcs[face.grid.scores[face.arcs] >= level]
    return replace(face, arcs=arcs, taken=taken)


def _ceiling(face: Face) -> int:
    """What no floor is above: where everybody left is served, the best that the worst off can have."""
    scores, cols = face.grid.scores[face.arcs], face.grid.cols[face.arcs]
    starts = np.flatnonzero(np.diff(cols, prepend=-1))
    best = np.maximum.reduceat(scores, starts)
    return int(best.min() if len(starts) == face.flow else best.max())


def _highest(face: Face, scores: Ints, levels: Ints) -> tuple[int, Ints] | None:
    """From the top downwards in growing steps, then between the last two: few arcs stand above a high floor."""
    low, high, taken = _step_down(face, scores, levels)
    if taken is None:
        return None
    while high - low > 1:
        middle = (low + high) // 2
        found = _above(face, int(levels[middle]))
        if found is None:
            high = middle
        else:
            low, taken = middle, found
    return int(levels[low]), taken


def _step_down(face: Face, scores: Ints, levels: Ints) -> tuple[int, int, Ints | None]:
    """A place that can be reached, one above it that cannot (perhaps past the end), and the way found."""
    count, high = 2 * face.flow, len(levels)
    while count < len(scores):
        place = int(np.searchsorted(levels, scores[-count], side="right")) - 1
        if 0 <= place < high:
            found = _above(face, int(levels[place]))
            if found is not None:
                return place, high, found
            high = place
        count *= 2
    return 0, high, _above(face, int(levels[0])) if high > 0 else None


def _above(face: Face, level: int) -> Ints | None:
    arcs = face.arcs[face.grid.scores[face.arcs] >= level]
    found = route(face, arcs)
    return found if len(found) == face.flow else None
