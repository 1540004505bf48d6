"""The final meeting's ways on, and what each leads to. Pure.

"... с перспективой продолжения цикла - вступления в новый этап отношений, продолжения общения на неформальном
уровне, смены ролевых позиций" («Завершение программы наставничества»). To finish is a way too.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from mentoring.meetings.rules import Side


class Way(StrEnum):
    NEW_STAGE = "new_stage"
    INFORMAL = "informal"
    CHANGE_ROLES = "change_roles"
    FINISH = "finish"


@dataclass(frozen=True, slots=True)
class Leads:
    """What a way leads to.

    `closes`: this year's pair ends, with nobody to blame. `again`: the same people are proposed as a pair of the
    next year, for everybody to accept anew. `swapped`: on the other sides. `forms` are the questionnaires that
    each side is invited to next; a mentee who becomes a mentor is heard and trained as any other mentor is
    (steps 10-15). `carries_plan`: unfinished tasks are offered to the next plan. `text` names what is said.
    """

    closes: bool
    again: bool
    swapped: bool
    carries_plan: bool
    forms: Mapping[Side, tuple[str, ...]]
    text: str


WAYS: Mapping[Way, Leads] = {
    Way.NEW_STAGE: Leads(True, True, False, True, {}, "way-new_stage"),
    Way.INFORMAL: Leads(True, False, False, False, {}, "way-informal"),
    Way.CHANGE_ROLES: Leads(
        True, True, True, False,
        {Side.MENTEE: ("mentor_entry", "mentor_before"), Side.MENTOR: ("mentee_entry",)}, "way-change_roles",
    ),
    Way.FINISH: Leads(True, False, False, False, {}, "way-finish"),
}  # fmt: skip

BY_ANSWER: Mapping[str, Way] = {
    "continue": Way.NEW_STAGE,
    "informal": Way.INFORMAL,
    "swap": Way.CHANGE_ROLES,
    "other": Way.FINISH,
    "finish": Way.FINISH,
}
"""What the mutual questionnaires' answer to "how would you like to go on" means; it is sealed and only advises."""


@dataclass(frozen=True, slots=True)
class Agreed:
    """`way` that the pair goes; `differ` where they did not say the same, so that the curator asks."""

    way: Way
    differ: bool = False


def agreed(said: Mapping[int, Way], people: int) -> Agreed | None:
    """What a pair of so many people goes on with; None while somebody has not said.

    Where they differ it is the way that asks least of anybody: nobody is kept in a pair, or moved to the other
    side, by what another wished.
    """
    if len(said) < people:
        return None
    wished = set(said.values())
    if len(wished) == 1:
        return Agreed(wished.pop())
    return Agreed(Way.FINISH if Way.FINISH in wished else Way.INFORMAL, differ=True)
