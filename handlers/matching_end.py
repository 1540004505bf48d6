"""Early ends and replacements: a reason by a button, another mentor from those who suit, three working days."""

from __future__ import annotations

from handlers.acceptance import for_curator, standing_card
from handlers.call import Call, StaleScreen
from handlers.matching_words import chosen, dashed
from handlers.routes import Routes
from handlers.screens import Draft, Reply, pager, press
from mentoring.pairs import service_endings as service
from mentoring.pairs.rules_acceptance import PairEnding, Reason
from mentoring.pairs.service import one as pair_of
from mentoring.texts import Words, say

PAGE = 6


def register(routes: Routes) -> None:
    routes.press("en.why")(why)
    routes.press("en.end")(end_ask)
    routes.press("en.end2", aside=True)(end)
    routes.press("en.who")(leaving)
    routes.press("en.by")(successors)
    routes.press("en.for")(replace_why)
    routes.press("en.put", aside=True)(put)
    routes.press("en.off", aside=True)(take_back)


def _planned(found: PairEnding, pair_id: int, toast: Words | None = None) -> Reply:
    """What is announced already, and the way to take it back."""
    draft = Draft().text(f"ending-planned-{found.kind}", day=found.last_day, reason=_reason(found.reason))
    draft.button("button-orders", "or.list").button("button-ending-off", "en.off", pair_id)
    return for_curator(draft.button("button-back", "ac.card", pair_id), toast)


def _reason(value: str) -> Words:
    return say(f"reason-{dashed(Reason(value))}")


def _reasons(draft: Draft, *data: object) -> Draft:
    buttons = [press(say(f"reason-{dashed(reason)}"), *data, reason.value) for reason in Reason]
    for place in range(0, len(buttons), 2):
        draft.row(*buttons[place : place + 2])
    return draft


async def why(call: Call) -> Reply:
    """`en.why:<pair>`"""
    pair_id = call.number(0)
    planned = await call.use(service.ending_of, pair_id)
    if planned is not None:
        return _planned(planned, pair_id)
    draft = _reasons(Draft().text("ending-why"), "en.end", pair_id)
    return for_curator(draft.button("button-back", "ac.card", pair_id))


async def end_ask(call: Call) -> Reply:
    """`en.end:<pair>:<reason>`: what comes of it, the way back first."""
    pair_id, reason = call.number(0), chosen(Reason, call.word(1))
    draft = Draft().text("ending-ask", reason=_reason(reason.value)).button("button-back", "ac.card", pair_id)
    return for_curator(draft.button("button-end-really", "en.end2", pair_id, reason.value))


async def end(call: Call) -> Reply:
    pair_id = call.number(0)
    found = await call.use(service.end_early, pair_id, chosen(Reason, call.word(1)))
    return _planned(found, pair_id, say("toast-ending"))


async def leaving(call: Call) -> Reply:
    """`en.who:<pair>`: which of the mentors; asked only where there are several."""
    pair_id = call.number(0)
    planned = await call.use(service.ending_of, pair_id)
    if planned is not None:
        return _planned(planned, pair_id)
    mentors = (await call.use(pair_of, pair_id)).mentors
    if len(mentors) == 1:
        return await _successors(call, pair_id, mentors[0].id, 0)
    draft = Draft().text("replace-who")
    for mentor in mentors:
        draft.row(press(mentor.name or "", "en.by", pair_id, mentor.id, 0))
    return for_curator(draft.button("button-back", "ac.card", pair_id))


async def successors(call: Call) -> Reply:
    return await _successors(call, call.number(0), call.number(1), call.number(2))


async def _successors(call: Call, pair_id: int, leaving_id: int, number: int) -> Reply:
    """`en.by:<pair>:<who leaves>:<page>`: who could come, the best first."""
    found = await call.use(service.successors, pair_id)
    pages = max(1, -(-len(found) // PAGE))
    number = min(max(number, 0), pages - 1)
    draft = Draft().text("replace-by" if found else "replace-none")
    for one in found[number * PAGE : (number + 1) * PAGE]:
        line = call.words("successor-line", name=one.person.name or "", percent=one.percent)
        draft.row(press(line, "en.for", pair_id, leaving_id, one.person.id))
    draft.row(*pager(number, pages, "en.by", pair_id, leaving_id))
    return for_curator(draft.button("button-back", "ac.card", pair_id))


async def replace_why(call: Call) -> Reply:
    """`en.for:<pair>:<who leaves>:<who comes>`: the reason, then it is announced."""
    pair_id, data = call.number(0), (call.number(1), call.number(2))
    found = await call.use(service.successors, pair_id)
    coming = next((one.person for one in found if one.person.id == data[1]), None)
    if coming is None:
        raise StaleScreen()
    draft = _reasons(Draft().text("replace-why", name=coming.name or ""), "en.put", pair_id, *data)
    return for_curator(draft.button("button-back", "en.who", pair_id))


async def put(call: Call) -> Reply:
    pair_id, people = call.number(0), (call.number(1), call.number(2))
    found = await call.use(service.replace_mentor, pair_id, *people, chosen(Reason, call.word(3)))
    return _planned(found, pair_id, say("toast-ending"))


async def take_back(call: Call) -> Reply:
    await call.use(service.take_back, call.number(0))
    return await standing_card(call, call.number(0), say("toast-ending-off"))
