"""What the digest needs of the roadmap: how the steps stand, which nobody answers for, whose the late ones are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from mentoring.digest.rules import StepSeen
from mentoring.people.rules import School
from mentoring.ports import Unit
from mentoring.roadmap import service as roadmap
from mentoring.roadmap.rules import State, state_on
from mentoring.roadmap.rules_people import responsible, vacancies
from mentoring.roadmap.service import Shown
from mentoring.roadmap.service_people import staff_of


@dataclass(frozen=True, slots=True)
class Plan:
    """`states`: how many steps stand so; `late`: (id, number, who answers for it), the oldest first."""

    steps: tuple[StepSeen, ...]
    vacant: tuple[int, ...]
    states: Mapping[State, int]
    late: tuple[tuple[int, int, tuple[int, ...]], ...]


def plan_of(unit: Unit, school: School, day: date, language: str) -> Plan:
    """The school's year on `day`, without what was over before the school began with it."""
    staff, instances = staff_of(unit, school), roadmap.plan_of(unit, school, language)
    known = [Shown(one, state_on(one, day), responsible(one, staff, day)) for one in instances]
    counted = [one for one in known if not one.history]
    late = sorted((one for one in counted if one.state is State.OVERDUE), key=_ended)
    return Plan(
        steps=tuple(_seen(counted)),
        vacant=tuple(sorted({one.instance.n for one in vacancies(instances, staff, day)})),
        states=Counter(one.state for one in counted),
        late=tuple((one.instance.id, one.instance.n, one.responsible) for one in late),
    )


def _ended(one: Shown) -> tuple[date, int]:
    assert one.instance.last is not None  # what has no end is never late
    return one.instance.last, one.instance.n


def _seen(known: Iterable[Shown]) -> Iterable[StepSeen]:
    """Those with days of their own: what goes on all year neither begins nor ends next."""
    for shown in known:
        one = shown.instance
        if one.first is not None and one.last is not None and not one.always:
            yield StepSeen(one.id, one.year, one.n, one.title, shown.state, one.first, one.last)
