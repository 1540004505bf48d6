"""The run where only capacities, pins and prohibitions bind: exact flows, one aim after the other."""

from __future__ import annotations

import numpy as np

from mentoring.matching.rules_aims import STAGES, Aim, Stage
from mentoring.matching.solver_aims import costs_of
from mentoring.matching.solver_face import Face, narrow, settled, whole
from mentoring.matching.solver_floor import raise_floor
from mentoring.matching.solver_grid import Grid, Ints


def by_flow(grid: Grid, aim: Aim) -> Ints:
    """The arcs taken: as many served as can be, then the aim's stages in order."""
    face = whole(grid)
    *stages, last = STAGES[aim]
    for stage in stages:
        face = staged(face, stage)
    face = settled(face, costs_of(grid, last))
    return np.sort(np.concatenate([face.fixed, face.taken]))


def staged(face: Face, stage: Stage) -> Face:
    return raise_floor(face) if stage is Stage.WORST else narrow(face, costs_of(face.grid, stage))
