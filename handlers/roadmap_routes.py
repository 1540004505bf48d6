"""Where a step's work is done: the screen behind each route of the plan, and for whom it opens.

A route that is not here has no screen of its own yet: the step's screen is where its results are kept.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from handlers.screens import Button, press
from mentoring.awards.service import WATCHERS as AWARD_WATCHERS
from mentoring.cases.service import READERS as CASE_READERS
from mentoring.evaluation.service_after import READERS as YEAR_READERS
from mentoring.pairs.service import WATCHERS
from mentoring.people.rules import Actor, Role
from mentoring.roadmap.rules import Step
from mentoring.roadmap.service_people import STAFF_ROLES
from mentoring.site.service import BUILDERS
from mentoring.texts import say

ORDERING = (Role.CURATOR, Role.DIRECTOR, Role.DEPUTY)
PLACING = (Role.CURATOR, Role.PSYCHOLOGIST)


@dataclass(frozen=True, slots=True)
class Way:
    """The press that opens the screen; `{step}` in it is the step's id. The label is `button-road-<name>`."""

    data: str
    roles: tuple[Role, ...]


WAYS: Mapping[str, Way] = {
    "register_mentees": Way("r.show:mentee:0", WATCHERS),
    "register_mentors": Way("r.show:mentor:0", WATCHERS),
    "compare": Way("ma.compare", ORDERING),
    "interviews": Way("interviews", ORDERING),
    "orders": Way("or.list", ORDERING),
    "matching": Way("ma", (Role.CURATOR,)),
    "pairs": Way("pairs", WATCHERS),
    "round_table": Way("rt", ORDERING),
    "unpaired": Way("un.list:0", PLACING),
    "plans": Way("pairs", WATCHERS),
    "meetings": Way("pairs", WATCHERS),
    "control": Way("rm.forms:{step}", WATCHERS),
    "diagnostics": Way("rm.forms:{step}", WATCHERS),
    "reflection": Way("rm.forms:{step}", WATCHERS),
    "library": Way("library", STAFF_ROLES),
    "training": Way("training", STAFF_ROLES),
    "consultations": Way("cs.list", STAFF_ROLES),
    "indicators": Way("in:0", YEAR_READERS),
    "cases": Way("ca", CASE_READERS),
    "awards": Way("aw", AWARD_WATCHERS),
    "site": Way("si", BUILDERS),
}


def way(actor: Actor, step: Step, step_id: int) -> Button | None:
    """The button to the step's work, for whoever it opens to."""
    found = WAYS.get(step.route)
    if found is None or not actor.has(*found.roles):
        return None
    return press(say(f"button-road-{step.route.replace('_', '-')}"), found.data.format(step=step_id))
