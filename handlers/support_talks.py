"""The psychologist's door. Every screen here is sealed: for its reader alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from handlers.call import Call
from handlers.meeting_screens import listens, zone
from handlers.plan import answered, wait_for
from handlers.routes import Routes
from handlers.screens import Draft, Reply, press
from mentoring.meetings.wording import local
from mentoring.notices.rules import Privacy
from mentoring.people.rules import Role
from mentoring.support import service_talks as service
from mentoring.support.rules_talk import Line
from mentoring.support.service_talks import Shown
from mentoring.support.terms import terms
from mentoring.texts import Raw, Words, say

FOCUS_NEW, FOCUS_MORE = "talk_new", "talk_more"
LISTED, ROOM = 5, 2800  # characters of a talk on one screen


def register(routes: Routes) -> None:
    routes.press("ps")(door)
    routes.press("ps.got")(received)
    routes.press("ps.ask")(ask)
    routes.text(FOCUS_NEW)(asked)
    routes.press("ps.talk")(show)
    routes.text(FOCUS_MORE)(more)
    routes.press("ps.end")(end)
    routes.press("ps.erase")(erase_ask)
    routes.press("ps.erase2")(erase)


def _sealed(draft: Draft, toast: Words | None = None) -> Reply:
    return Reply((replace(draft.screen(), privacy=Privacy.SEALED),), toast)


async def door(call: Call) -> Reply:
    """Without a psychologist it says so, and where else help is; nobody is told that anybody looked."""
    assert call.actor is not None
    if call.actor.has(Role.PSYCHOLOGIST) and not call.args:
        return await received(call)
    await _closed(call)
    held, own = await call.use(service.psychologists), await call.use(service.own)
    draft = Draft().text("talk-door", days=terms().done.days) if held else Draft().text("talk-nobody")
    for one in held[:LISTED]:
        draft.button("button-talk-ask", "ps.ask", one.id, name=one.name or "")
    for shown in own[:LISTED]:
        draft.row(press(_line(call, shown), "ps.talk", shown.talk.id))
    return _sealed(draft.button("button-back", "support"))


def _line(call: Call, shown: Shown) -> str:
    last = shown.talk.lines[-1].at if shown.talk.lines else shown.talk.made_at
    waits = shown.talk.waits_for_psychologist and not shown.mine
    state = "over" if not shown.open else "waits" if waits else "open"
    return call.words(f"talk-line-{state}", name=shown.other, day=_local(call, last).date())


def _local(call: Call, moment: datetime) -> datetime:
    return local(moment, zone(call))


async def received(call: Call) -> Reply:
    await _closed(call)
    found = await call.use(service.received)
    draft = Draft().text("talks-head" if found else "talks-none")
    for shown in found[: 2 * LISTED]:
        draft.row(press(_line(call, shown), "ps.talk", shown.talk.id))
    if await call.use(service.psychologists):
        draft.button("button-talk-own", "ps", "own")
    return _sealed(draft.button("button-back", "support"))


async def ask(call: Call) -> Reply:
    await wait_for(call, FOCUS_NEW, call.number(0))
    return _sealed(Draft().text("talk-ask").button("button-back", "ps", "own"))


async def asked(call: Call) -> Reply:
    shown = await call.use(service.ask, int(call.ref), call.text)
    return await _talk(call, shown, 0, say("toast-talk-sent"))


async def show(call: Call) -> Reply:
    """`ps.talk:<talk>[:<words left out at the end>]`"""
    skipped = call.number(1) if len(call.args) > 1 else 0
    return await _talk(call, await call.use(service.look, call.number(0)), skipped)


async def _talk(call: Call, shown: Shown, skipped: int, toast: Words | None = None) -> Reply:
    """The last words said; what is typed while it is open goes on with it."""
    talk = shown.talk
    end = max(len(talk.lines) - max(skipped, 0), 0)
    first = _from(talk.lines[:end])
    draft = Draft().text("talk-head", name=shown.other)
    for line in talk.lines[first:end]:
        key = "talk-mine" if line.by_asker == shown.mine else "talk-theirs"
        draft.text(key, at=_stamp(call, line), text=Raw(line.text))
    if first > 0:
        draft.button("button-talk-earlier", "ps.talk", talk.id, len(talk.lines) - first)
    if shown.open:
        if await listens(call, FOCUS_MORE, str(talk.id)):
            draft.text("talk-go-on")
        draft.button("button-talk-end", "ps.end", talk.id)
    else:
        await _closed(call)
        draft.text("talk-over", day=_local(call, talk.erase_at).date())
    if shown.mine:
        draft.button("button-talk-erase", "ps.erase", talk.id)
    return _sealed(draft.button("button-back", "ps", *(["own"] if shown.mine else [])), toast)


async def _closed(call: Call) -> None:
    """What is typed after a talk was left is no part of it."""
    focus = call.actor.focus if call.actor else None
    if focus is not None and focus.kind in (FOCUS_NEW, FOCUS_MORE):
        await answered(call)


def _stamp(call: Call, line: Line) -> str:
    return f"{_local(call, line.at):%d.%m %H:%M}"


def _from(lines: Sequence[Line]) -> int:
    """The place of the first line of those that fit on one screen."""
    left = ROOM
    for place in range(len(lines) - 1, -1, -1):
        left -= len(lines[place].text)
        if left < 0 and place < len(lines) - 1:
            return place + 1
    return 0


async def more(call: Call) -> Reply:
    shown = await call.use(service.write, int(call.ref), call.text)
    return await _talk(call, shown, 0, say("toast-talk-sent"))


async def end(call: Call) -> Reply:
    shown = await call.use(service.end, call.number(0))
    return await _talk(call, shown, 0, say("toast-talk-ended"))


async def erase_ask(call: Call) -> Reply:
    shown = await call.use(service.look, call.number(0))
    draft = Draft().text("talk-erase-ask").button("button-talk-erase2", "ps.erase2", shown.talk.id)
    return _sealed(draft.button("button-back", "ps.talk", shown.talk.id))


async def erase(call: Call) -> Reply:
    await call.use(service.erase, call.number(0))
    call.args = ("own",)
    return replace(await door(call), toast=say("toast-talk-erased"))
