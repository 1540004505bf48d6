"""The tick of the year's end: school by school, each in a transaction of its own."""

from __future__ import annotations

from functools import partial

from bot.upkeep import Upkeep
from mentoring.evaluation import service_upkeep
from mentoring.ports import Unit


async def evaluation(upkeep: Upkeep) -> None:
    """One school's fault does not keep the others waiting. Raises ExceptionGroup with all of them at the end."""
    schools: list[int] = []

    def find(unit: Unit) -> None:
        schools[:] = service_upkeep.due_schools(unit)

    await upkeep.do(find)
    faults: list[Exception] = []
    for school_id in schools:
        try:
            await upkeep.do(partial(service_upkeep.look_after, school_id=school_id))
        except Exception as fault:
            faults.append(fault)
    if faults:
        raise ExceptionGroup("evaluation", faults)
