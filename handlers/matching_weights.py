"""What counts for how much in matching: eight soft rules by buttons, and the hours both sides must share."""

from __future__ import annotations

from handlers.acceptance import for_curator
from handlers.call import Call
from handlers.matching_words import chosen, dashed, marked
from handlers.routes import Routes
from handlers.screens import Draft, Reply, press
from mentoring.matching import service_edits as service
from mentoring.matching.rules import HEAVIEST, Soft
from mentoring.texts import Words, say

HOURS = (0, 1, 2, 3)


def register(routes: Routes) -> None:
    routes.press("ma.weights")(show)
    routes.press("ma.w")(one)
    routes.press("ma.w2")(set_one)
    routes.press("ma.hours")(set_hours)
    routes.press("ma.wreset")(reset)


async def show(call: Call) -> Reply:
    return await _shown(call)


async def _shown(call: Call, toast: Words | None = None) -> Reply:
    """Two a row: the rule's name and its weight; then the hours, the present one marked."""
    found = await call.use(service.settings)
    draft = Draft().text("weights-head")
    buttons = [
        press(say("weight-line", title=_title(rule), value=found.weights.of(rule)), "ma.w", rule.value)
        for rule in Soft
    ]
    for place in range(0, len(buttons), 2):
        draft.row(*buttons[place : place + 2])
    draft.text("weights-hours", hours=found.least_hours)
    draft.row(*(press(marked(str(n), n == found.least_hours), "ma.hours", n) for n in HOURS))
    draft.row(press(say("button-weights-reset"), "ma.wreset"), press(say("button-back"), "ma"))
    return for_curator(draft, toast)


def _title(rule: Soft) -> Words:
    return say(f"soft-{dashed(rule)}")


async def one(call: Call) -> Reply:
    """`ma.w:<rule>`: 0–10 in two rows; 0 leaves the rule out."""
    rule = chosen(Soft, call.word(0))
    found = await call.use(service.settings)
    now = found.weights.of(rule)
    draft = Draft().text("weight-ask", title=_title(rule), value=now).text(f"soft-{dashed(rule)}-about")
    values = [press(marked(str(n), n == now), "ma.w2", rule.value, n) for n in range(HEAVIEST + 1)]
    draft.row(*values[:6]).row(*values[6:])
    return for_curator(draft.button("button-back", "ma.weights"))


async def set_one(call: Call) -> Reply:
    await call.use(service.set_weight, chosen(Soft, call.word(0)), call.number(1))
    return await _shown(call, say("toast-weight"))


async def set_hours(call: Call) -> Reply:
    await call.use(service.set_least_hours, call.number(0))
    return await _shown(call, say("toast-weight"))


async def reset(call: Call) -> Reply:
    await call.use(service.reset_weights)
    return await _shown(call, say("toast-weight"))
