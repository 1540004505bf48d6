"""Meetings: one's own, a pair's, a meeting's card and the answers to it."""

from __future__ import annotations

from collections.abc import Sequence

from handlers import meeting_screens as screens
from handlers.call import Call
from handlers.routes import Routes
from handlers.screens import Draft, Reply, pager, press
from mentoring.meetings import scripts, service
from mentoring.meetings.rules_meeting import Accept, Cancel, Decline
from mentoring.meetings.service import Card
from mentoring.texts import Raw, say

PAGE = 6


def register(routes: Routes) -> None:
    routes.press("meetings")(first)
    routes.press("mt.page")(listed)
    routes.press("mt.pair")(of_pair)
    routes.press("mt")(show)
    routes.press("mt.yes", aside=True)(accept)
    routes.press("mt.no")(decline_ask)
    routes.press("mt.no2", aside=True)(decline)
    routes.press("mt.off")(cancel_ask)
    routes.press("mt.off2", aside=True)(cancel)
    routes.press("mt.file")(calendar_file)
    routes.press("mt.memo")(memo)


async def first(call: Call) -> Reply:
    call.args = ("0",)
    return await listed(call)


async def listed(call: Call) -> Reply:
    """`mt.page:<n>`: one's own, what waits for a word of theirs first."""
    found = await call.use(service.mine)
    draft = _page(call, found, call.number(0), "meetings-head", "mt.page")
    if not found:
        draft = Draft().text("meetings-none").button("button-pair-own", "pr.mine")
    return screens.for_pair(draft.button("button-home", "home"))


async def of_pair(call: Call) -> Reply:
    """`mt.pair:<pair>:<n>`: for the pair, and for those who watch over it kinds, days and states alone."""
    pair = call.number(0)
    found = await call.use(service.of_pair, pair)
    if found:
        draft = _page(call, found, call.number(1), "meetings-pair-head", "mt.pair", pair)
    else:
        draft = Draft().text("meetings-pair-none")
    return screens.for_pair(draft.button("button-back", "pair", pair))


def _page(call: Call, found: Sequence[Card], number: int, key: str, *route: object) -> Draft:
    pages = max(1, -(-len(found) // PAGE))
    number = min(max(number, 0), pages - 1)
    some = found[number * PAGE : (number + 1) * PAGE]
    draft = Draft().text(key, first=number * PAGE + 1, last=number * PAGE + len(some), total=len(found))
    watched = [one for one in some if one.stand is None]
    if watched:
        draft.words(Raw("\n".join(screens.line(call, one) for one in watched)))
    for one in some:
        if one.stand is not None:
            draft.row(press(screens.line(call, one), "mt", one.meeting.id))
    return draft.row(*pager(number, pages, *route))


async def show(call: Call) -> Reply:
    return screens.shown(call, await call.use(service.look, call.number(0)))


async def accept(call: Call) -> Reply:
    """`mt.yes:<meeting>:<revision>:<which of the times>`"""
    done = await call.use(service.act, call.number(0), Accept(call.number(1), call.number(2)))
    return await screens.after(call, done, say("toast-meeting-accepted"))


async def decline_ask(call: Call) -> Reply:
    """`mt.no:<meeting>:<revision>`: before somebody is let down, another time is offered."""
    card = await call.use(service.look, call.number(0))
    end = (card.meeting.id, call.number(1))
    stays = screens.may_leave(card.meeting, screens.me(call))
    draft = Draft().text("meeting-decline-group" if stays else "meeting-decline-ask")
    draft.button("button-back", "mt", card.meeting.id)
    if not stays:
        draft.button("button-other-time", "mp.re", *end)
    return draft.button("button-cannot-sure", "mt.no2", *end).reply()


async def decline(call: Call) -> Reply:
    done = await call.use(service.act, call.number(0), Decline(call.number(1)))
    return await screens.after(call, done, say("toast-meeting-declined"))


async def cancel_ask(call: Call) -> Reply:
    card = await call.use(service.look, call.number(0))
    draft = Draft().text("meeting-cancel-ask").button("button-back", "mt", card.meeting.id)
    return draft.button("button-call-off-sure", "mt.off2", card.meeting.id, call.number(1)).reply()


async def cancel(call: Call) -> Reply:
    done = await call.use(service.act, call.number(0), Cancel(call.number(1)))
    return await screens.after(call, done, say("toast-meeting-cancelled"))


async def calendar_file(call: Call) -> Reply:
    done = await call.use(service.file_again, call.number(0))
    card = await call.use(service.look, call.number(0))
    return screens.shown(call, card, file=done.file)


async def memo(call: Call) -> Reply:
    """`mt.memo:<meeting>`: the script of its kind."""
    card = await call.use(service.look, call.number(0))
    found = scripts.script(card.meeting.kind, call.language)
    return script_draft(found).button("button-back", "mt", card.meeting.id).reply()


def script_draft(found: scripts.Script) -> Draft:
    steps = "\n".join(f"{number}. {step}" for number, step in enumerate(found.steps, 1))
    return Draft().text(
        "meeting-memo",
        title=found.title,
        aim=found.aim,
        before=found.before,
        steps=Raw(steps),
        leaves=found.leaves,
        care=found.care,
    )
