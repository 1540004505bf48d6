"""A second mentor of the other kind: which kind, for which mentees, then a run as any other."""

from __future__ import annotations

from handlers.acceptance import for_curator
from handlers.call import Call, StaleScreen
from handlers.routes import Routes
from handlers.screens import Button, Draft, Reply, pager, press
from mentoring.matching import service
from mentoring.matching import service_seconds as seconds
from mentoring.matching.service import KINDS
from mentoring.matching.service_seconds import Second
from mentoring.texts import Raw, say

PAGE = 6


def register(routes: Routes) -> None:
    routes.press("se")(kinds)
    routes.press("se.list")(listed)
    routes.press("se.mark")(mark)
    routes.press("se.all")(mark_all)
    routes.press("se.go")(go)


async def kinds(call: Call) -> Reply:
    """What a second mentor is for, and which kind is looked for."""
    counts = {kind: len(await call.use(seconds.listed, kind)) for kind in KINDS}
    draft = Draft().text("second-head")
    for kind, count in counts.items():
        draft.button(f"button-second-{kind}", "se.list", kind, 0, count=count)
    return for_curator(draft.button("button-back", "ac.list", 0))


async def listed(call: Call) -> Reply:
    return await _listed(call, call.word(0), call.number(1))


async def _listed(call: Call, kind: str, number: int) -> Reply:
    """`se.list:<kind>:<page>`: a press marks a mentee or takes the mark back."""
    found = await call.use(seconds.listed, kind)
    if not found:
        return for_curator(
            Draft().text("second-none", kind=say(f"mentor-kind-{kind}")).button("button-back", "se")
        )
    wanted, places = sum(one.wanted for one in found), await call.use(seconds.places, kind)
    pages = max(1, -(-len(found) // PAGE))
    number = min(max(number, 0), pages - 1)
    draft = Draft().text(f"second-ask-{kind}", count=wanted, total=len(found), places=places)
    for one in found[number * PAGE : (number + 1) * PAGE]:
        draft.row(_line(call, kind, one, number))
    draft.row(*pager(number, pages, "se.list", kind))
    everyone = wanted == len(found)
    draft.button("button-mark-none" if everyone else "button-mark-all", "se.all", kind, int(not everyone))
    run = [press(say("button-second-go"), "se.go", kind)] if wanted else []
    return for_curator(draft.row(*run, press(say("button-back"), "se")))


def _line(call: Call, kind: str, one: Second, number: int) -> Button:
    mentors = ", ".join(mentor.name or "" for mentor in one.mentors)
    key = "second-line-wanted" if one.wanted else "second-line"
    label = call.words(key, name=one.person.name or "", mentors=mentors)
    return press(Raw(label), "se.mark", kind, one.person.id, int(not one.wanted), number)


async def mark(call: Call) -> Reply:
    """`se.mark:<kind>:<mentee>:<1 to mark>:<page>`"""
    await call.use(seconds.want, call.word(0), call.number(1), bool(call.number(2)))
    return await _listed(call, call.word(0), call.number(3))


async def mark_all(call: Call) -> Reply:
    """`se.all:<kind>:<1 to mark>`"""
    await call.use(seconds.want_all, call.word(0), bool(call.number(1)))
    return await _listed(call, call.word(0), 0)


async def go(call: Call) -> Reply:
    """`se.go:<kind>`"""
    from handlers.matching import shown

    if call.word(0) not in KINDS:
        raise StaleScreen()
    await call.use(service.propose, call.word(0))
    return await shown(call, 0, say("toast-proposed"))
