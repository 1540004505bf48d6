"""How many mentees each mentor takes: what they said, what they have, and what the curator agreed with them."""

from __future__ import annotations

from handlers.acceptance import for_curator
from handlers.call import Call
from handlers.matching_words import marked
from handlers.routes import Routes
from handlers.screens import Draft, Reply, pager, press
from mentoring.matching import service_places as service
from mentoring.matching.service_places import MOST, Places
from mentoring.texts import Words, say

PAGE = 6


def register(routes: Routes) -> None:
    routes.press("gs.list")(listed)
    routes.press("gs.one")(show)
    routes.press("gs.set")(set_places)
    routes.press("gs.said")(as_said)
    routes.press("gs.least")(set_least)


async def listed(call: Call) -> Reply:
    """`gs.list:<n>`"""
    found = await call.use(service.listed)
    pages = max(1, -(-len(found) // PAGE))
    number = min(max(call.number(0), 0), pages - 1)
    some = found[number * PAGE : (number + 1) * PAGE]
    start, places = number * PAGE + 1, sum(max(one.takes - one.has, 0) for one in found)
    figures = {"first": start, "last": start + len(some) - 1, "total": len(found), "places": places}
    draft = Draft().text("places-head", **figures) if some else Draft().text("places-none")
    for one in some:
        draft.row(press(_line(one), "gs.one", one.person.id))
    draft.row(*pager(number, pages, "gs.list"))
    return for_curator(draft.button("button-back", "ma"))


def _line(one: Places) -> Words:
    key = "places-line" if one.size.places is None else "places-line-own"
    return say(key, name=one.person.name or "", has=one.has, takes=one.takes)


async def show(call: Call) -> Reply:
    return _shown(await call.use(service.one, call.number(0)))


def _shown(found: Places, toast: Words | None = None) -> Reply:
    """How many in all; below, how many at least, where the mentor takes several."""
    person, takes = found.person.id, found.takes
    draft = Draft().text("places-of", name=found.person.name or "", has=found.has, takes=takes)
    draft.words(say("places-unsaid") if found.said is None else say("places-said", said=found.said))
    buttons = [press(marked(str(n), n == takes), "gs.set", person, n) for n in range(MOST + 1)]
    draft.row(*buttons[:4]).row(*buttons[4:])
    if takes > 1:
        draft.text("places-least", least=found.size.least)
        least = [
            press(marked(f"≥ {n}", n == found.size.least), "gs.least", person, n) for n in range(1, takes + 1)
        ]
        draft.row(*least[:4]).row(*least[4:])
    back = press(say("button-back"), "gs.list", 0)
    said = [press(say("button-as-said"), "gs.said", person)] if found.size.places is not None else []
    return for_curator(draft.row(*said, back), toast)


async def set_places(call: Call) -> Reply:
    """`gs.set:<mentor>:<mentees>`"""
    found = await call.use(service.set_places, call.number(0), call.number(1))
    return _shown(found, say("toast-places"))


async def as_said(call: Call) -> Reply:
    return _shown(await call.use(service.set_places, call.number(0), None), say("toast-places"))


async def set_least(call: Call) -> Reply:
    """`gs.least:<mentor>:<mentees>`"""
    found = await call.use(service.set_least, call.number(0), call.number(1))
    return _shown(found, say("toast-places"))
