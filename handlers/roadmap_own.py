"""A step of the school's own: when, who, and what; the curator's."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

from handlers.call import Call, StaleScreen
from handlers.plan import wait_for
from handlers.roadmap_step import put_aside, screen
from handlers.roadmap_words import NOWHERE, STAMP, day_in, here
from handlers.routes import Routes
from handlers.screens import Draft, Reply, for_staff, press
from mentoring.errors import ProgrammeError
from mentoring.people.rules import Role
from mentoring.roadmap import service_changes, service_people
from mentoring.roadmap.rules import Phase
from mentoring.roadmap.rules_changes import Add
from mentoring.roadmap.service_people import STAFF_ROLES
from mentoring.roadmap.service_words import window_in
from mentoring.texts import say

WHEN, WHAT = "road_when", "road_what"
SECTION = "work"  # of the plan, where a step of the school's own stands


def register(routes: Routes) -> None:
    routes.press("rm.new")(when_ask)
    routes.text(WHEN)(when_typed)
    routes.press("rm.newby")(who_ask)
    routes.press("rm.newwhat")(what_ask)
    routes.text(WHAT)(what_typed)


async def when_ask(call: Call) -> Reply:
    await call.use(service_people.may_arrange)
    await wait_for(call, WHEN)
    draft = Draft().text("road-new-when")
    today = here(call).date()
    first = today.replace(day=1)
    for key in ("this", "next"):
        last = first.replace(day=monthrange(first.year, first.month)[1])
        span = (f"{max(first, today):{STAMP}}", f"{last:{STAMP}}")
        draft.button(f"button-road-{key}-month", "rm.newby", *span)
        first = last + timedelta(days=1)
    return for_staff(draft.button("button-back", "rm"))


async def when_typed(call: Call) -> Reply:
    return _who(*window_in(call.text, here(call)))


async def who_ask(call: Call) -> Reply:
    """`rm.newby:<first>:<last>`"""
    return _who(day_in(call.word(0)), day_in(call.word(1)))


def _who(first: date, last: date) -> Reply:
    draft = Draft().text("road-new-who", first=first, last=last)
    span = (f"{first:{STAMP}}", f"{last:{STAMP}}")
    buttons = [press(say(f"role-{one}"), "rm.newwhat", *span, one) for one in STAFF_ROLES]
    for i in range(0, len(buttons), 2):
        draft.row(*buttons[i : i + 2])
    return for_staff(draft.button("button-back", "rm.new"))


async def what_ask(call: Call) -> Reply:
    """`rm.newwhat:<first>:<last>:<role>`"""
    first, last = day_in(call.word(0)), day_in(call.word(1))
    if call.word(2) not in {one.value for one in STAFF_ROLES}:
        raise StaleScreen()
    await wait_for(call, WHAT, f"{first:{STAMP}}", f"{last:{STAMP}}", call.word(2))
    return for_staff(Draft().text("road-new-what").button("button-back", "rm.new"))


async def what_typed(call: Call) -> Reply:
    """The first line says what, the last one why; between them what is to come of it."""
    first, last, role = call.ref.split(":")
    lines = [one.strip() for one in call.text.splitlines() if one.strip()]
    if len(lines) < 2:
        raise ProgrammeError("error-road-new")
    made = Add(
        title=lines[0],
        result="\n".join(lines[1:-1]),
        first=day_in(first),
        last=day_in(last),
        roles=(Role(role),),
        section=SECTION,
        phase=Phase.PRACTICE,
        reason=lines[-1],
    )
    card = await call.use(service_changes.add_own, made)
    await put_aside(call)
    return screen(call, card, NOWHERE, say("toast-road-new"))
