"""A step's screen: what it is, who answers for it, how far it is, and that it is done."""

from __future__ import annotations

from handlers import roadmap_routes
from handlers.call import Call
from handlers.plan import answered
from handlers.roadmap_words import NOWHERE, At, at, cut, days_of, people, roles, state_of
from handlers.routes import Routes
from handlers.screens import Button, Draft, Reply, for_staff, press
from mentoring.roadmap import service, service_changes
from mentoring.roadmap.rules import Kept
from mentoring.roadmap.rules_changes import Change, Done
from mentoring.roadmap.service import Card
from mentoring.roadmap.steps import sections
from mentoring.texts import Raw, Words, say

SHOWN = 5  # results of a step on its screen
FOCI = "road_"  # how what this area asks for begins


def register(routes: Routes) -> None:
    routes.press("rm.step")(show)
    routes.press("rm.done", aside=True)(done)


async def show(call: Call) -> Reply:
    """`rm.step:<step>:<place>`"""
    return await opened(call, call.number(0), call.args[1] if len(call.args) > 1 else NOWHERE)


async def opened(call: Call, step: int, place: str = NOWHERE, toast: Words | None = None) -> Reply:
    await put_aside(call)
    return screen(call, await call.use(service.card, step), place, toast)


async def put_aside(call: Call) -> None:
    """Whoever looks at a step again is no longer asked for anything about it."""
    focus = call.actor.focus if call.actor else None
    if focus is not None and focus.kind.startswith(FOCI):
        await answered(call)


def screen(call: Call, card: Card, place: str, toast: Words | None = None) -> Reply:
    draft = Draft()
    _what(call, draft, card)
    _how_far(call, draft, card)
    _results(call, draft, card)
    _buttons(call, draft, card, At(card.instance.id, card.instance.revision, place))
    return for_staff(draft, toast)


def _what(call: Call, draft: Draft, card: Card) -> None:
    one = card.instance
    section = sections(call.language).get(one.step.section, one.step.section)
    draft.text("road-step", number=str(one.n), title=Raw(" ".join(one.title.split())), section=Raw(section))
    draft.text("road-step-days", days=days_of(one), state=_state(card))
    named = people(call, card.shown.responsible, card.names)
    asked = ", ".join(one.step.responsible) or roles(call, one.step.roles)
    if named:
        draft.text("road-step-who", names=Raw(named))
    else:
        draft.text("road-step-nobody", roles=Raw(asked))
    if one.result:
        draft.text("road-step-result", result=Raw(one.result.strip()))
    if one.reason and one.live:
        draft.text("road-step-reason", reason=Raw(one.reason))
    elif one.reason:
        draft.text("road-step-dropped", reason=Raw(one.reason))


def _state(card: Card) -> Words:
    """Its days stand above it."""
    plain = card.instance.live and not card.shown.history and card.instance.first and not card.instance.always
    return say(f"roadmap-state-{card.shown.state}") if plain else state_of(card.shown)


def _how_far(call: Call, draft: Draft, card: Card) -> None:
    counted = [one for one in card.progress.lines if one.params["total"]]
    lines = [call.words(one.key, **one.params) for one in counted]
    if lines:
        draft.text("road-step-progress", lines=Raw("\n".join(lines)))
    if card.offer and card.works:
        draft.text("road-step-offer")
    if card.waits:
        numbers = ", ".join(str(one.n) for one in card.waits)
        draft.text("road-step-waits", numbers=numbers, count=len(card.waits))


def _results(call: Call, draft: Draft, card: Card) -> None:
    kept = card.instance.results
    lines = [
        call.words("road-result-file") if one.kind is Kept.FILE else cut(one.ref, 120) for one in kept[-SHOWN:]
    ]
    if lines:
        draft.text("road-step-results", lines=Raw("\n".join(f"• {one}" for one in lines)), count=len(kept))


def _buttons(call: Call, draft: Draft, card: Card, where: At) -> None:
    one = card.instance
    assert call.actor is not None
    work = roadmap_routes.way(call.actor, one.step, one.id)
    if work is not None:
        draft.row(work)
    if card.works and one.live:
        draft.row(
            press(say("button-road-done-here"), "rm.done", where),
            press(say("button-road-later"), "rm.post", where),
        )
    elif card.works:
        draft.row(press(say("button-road-open"), "rm.open", where))
    draft.row(*_more(card, where))
    draft.row(
        press(say("button-back"), "rm.back", where.place), press(say("button-road-log"), "rm.log1", where, 0)
    )


def _more(card: Card, where: At) -> list[Button]:
    found = []
    if card.works or card.instance.results:
        found.append(press(say("button-road-results"), "rm.res", where))
    if card.arranges and card.instance.live:
        found.append(press(say("button-road-change"), "rm.change", where))
    elif card.works and card.instance.live and card.instance.first is None:
        found.append(press(say("button-road-date-set"), "rm.date", card.instance.id))
    return found


async def apply(call: Call, where: At, what: Change, toast: str) -> Reply:
    """Do it and show the step; an outdated press gets the fresh screen with a line why."""
    done_ = await call.use(service_changes.act, where.step, where.revision, what)
    await put_aside(call)
    return screen(call, done_.card, where.place, say("error-stale") if done_.stale else say(toast))


async def done(call: Call) -> Reply:
    """`rm.done:<step>:<revision>:<place>`; pressed twice it has one effect."""
    where = at(call)
    card = await call.use(service.card, where.step)
    if not card.instance.live:
        return screen(call, card, where.place, say("error-done-already"))
    return await apply(call, where, Done(), "toast-road-done")
