"""A plan that goes over to a pair with a new mentor: what would go, then one press of the mentee or curator."""

from __future__ import annotations

from handlers.call import Call, StaleScreen
from handlers.plan import for_pair, shown
from handlers.routes import Routes
from handlers.screens import Draft, Reply, press
from mentoring.errors import ProgrammeError
from mentoring.plan import service_carry as service
from mentoring.texts import Raw, say

SHOWN = 8


def register(routes: Routes) -> None:
    routes.press("pc")(ask)
    routes.press("pc.go", aside=True)(carry)


async def ask(call: Call) -> Reply:
    """`pc:<pair>`: the words of what would go over; the way back leaves everything as it is."""
    pair_id = call.number(0)
    found = await call.use(service.waiting, pair_id)
    if found is None:
        return await _late(call, pair_id)
    draft = Draft().text("carry-ask", goals=len(found.goals), tasks=len(found.tasks))
    lines = [f"— {text}" for text in (*(one.text for one in found.goals), *(one.text for one in found.tasks))]
    draft.words(Raw("\n".join(lines[:SHOWN])))
    if len(lines) > SHOWN:
        draft.text("carry-more", count=len(lines) - SHOWN)
    draft.row(press(say("button-plan-carry"), "pc.go", pair_id), press(say("button-plan-leave"), "plan", pair_id))
    return for_pair(draft)


async def _late(call: Call, pair_id: int) -> Reply:
    """Somebody has moved it already, or there is nothing to move: the plan as it is now."""
    if call.actor is None:
        raise StaleScreen()
    return await shown(call, pair_id, say("toast-carry-late"))


async def carry(call: Call) -> Reply:
    pair_id = call.number(0)
    try:
        found = await call.use(service.carry, pair_id)
    except ProgrammeError as refused:
        if refused.key != "error-done-already":
            raise
        return await _late(call, pair_id)
    return await shown(call, pair_id, say("toast-carried", count=len(found.goals) + len(found.tasks)))
