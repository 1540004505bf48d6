"""Interim results of a pair: the list, a result's card, links and files to it."""

from __future__ import annotations

from datetime import datetime

from handlers.call import Call, StaleScreen
from handlers.plan import answered, for_pair, local, put_aside, wait_for, writable
from handlers.routes import Handler, Routes
from handlers.screens import Attachment, Draft, Reply, Screen, pager, press
from locales import short_day
from mentoring.errors import ProgrammeError
from mentoring.notices.rules import Audience, Privacy
from mentoring.plan import service, service_results
from mentoring.plan.rules_results import Result, ResultKind
from mentoring.plan.rules_said import last_day_in
from mentoring.plan.service import Board
from mentoring.texts import Raw, Words, say

PAGE = 6
FOCUS_NEW, FOCUS_MORE, FOCUS_DAY = "plan_result", "plan_more", "plan_result_day"


def register(routes: Routes) -> None:
    routes.press("pl.res")(listed)
    routes.press("pl.resnew")(kinds)
    routes.press("pl.resask")(ask)
    routes.text(FOCUS_NEW)(typed)
    routes.press("pl.one")(card)
    routes.text(FOCUS_MORE)(link_typed)
    routes.upload(FOCUS_MORE)(attached)
    routes.press("pl.resday")(day_ask)
    routes.text(FOCUS_DAY)(day_typed)
    routes.press("pl.files")(files)
    routes.press("pl.resdrop")(drop_ask)
    routes.press("pl.resdrop2")(drop)
    routes.events["media"] = _media_before(routes.events["media"])


def _media_before(other: Handler) -> Handler:
    """A photo, a voice or a video belongs to the result it is sent to; everything else goes the usual way."""

    async def media(call: Call) -> Reply:
        focus = call.actor.focus if call.actor else None
        mine = focus is not None and focus.kind == FOCUS_MORE and call.attachment is not None
        return await (attached if mine else other)(call)

    return media


async def listed(call: Call) -> Reply:
    await put_aside(call)
    return await _listed(call, call.number(0), call.number(1))


async def _listed(call: Call, pair_id: int, number: int, toast: Words | None = None) -> Reply:
    board = await call.use(service.look, pair_id)
    every = board.results[::-1]
    pages = max(1, -(-len(every) // PAGE))
    number = min(max(number, 0), pages - 1)
    some = every[number * PAGE : (number + 1) * PAGE]
    draft = Draft().text("results-plan-head" if every else "results-plan-none")
    for one in some:
        label = f"{short_day(one.on, call.language)} · {one.title}"
        draft.row(press(label, "pl.one", pair_id, one.id))
    draft.row(*pager(number, pages, "pl.res", pair_id))
    if board.open:
        draft.button("button-result-new", "pl.resnew", pair_id)
    return for_pair(draft.button("button-back", "plan", pair_id), toast)


async def kinds(call: Call) -> Reply:
    pair_id = call.number(0)
    await writable(call, pair_id)
    draft = Draft().text("result-kind-ask")
    buttons = [press(say(f"result-kind-{kind}"), "pl.resask", pair_id, kind) for kind in ResultKind]
    for i in range(0, len(buttons), 2):
        draft.row(*buttons[i : i + 2])
    return draft.button("button-back", "pl.res", pair_id, 0).reply()


async def ask(call: Call) -> Reply:
    pair_id = call.number(0)
    if call.word(1) not in set(ResultKind):
        raise StaleScreen()
    await writable(call, pair_id)
    await wait_for(call, FOCUS_NEW, pair_id, call.word(1))
    return Draft().text("result-title-ask").button("button-back", "pl.res", pair_id, 0).reply()


def _ref(call: Call) -> tuple[int, int]:
    pair, _, result = call.ref.partition(":")
    return int(pair), int(result)


async def typed(call: Call) -> Reply:
    pair, _, kind = call.ref.partition(":")
    made = await call.use(service_results.add_result, int(pair), ResultKind(kind), call.text)
    return await shown(call, int(pair), made.id)


async def card(call: Call) -> Reply:
    return await shown(call, call.number(0), call.number(1))


def _of(board: Board, result_id: int) -> Result:
    found = next((one for one in board.results if one.id == result_id), None)
    if found is None:
        raise StaleScreen()
    return found


async def shown(call: Call, pair_id: int, result_id: int, toast: Words | None = None) -> Reply:
    """A link or a file sent while this is open belongs to the result."""
    board = await call.use(service.look, pair_id)
    one = _of(board, result_id)
    author = board.names.get(one.by) or say("person-nameless")
    about = {"title": Raw(one.title), "kind": say(f"result-kind-{one.kind}"), "day": one.on, "name": author}
    draft = Draft().text("result-card", **about)
    for address in one.links:
        draft.words(Raw(address))
    if one.files:
        draft.button("button-result-files", "pl.files", pair_id, one.id, count=len(one.files))
    if board.open:
        await wait_for(call, FOCUS_MORE, pair_id, one.id)
        draft.text("result-more")
        buttons = [press(say("button-result-day"), "pl.resday", pair_id, one.id)]
        if call.actor is not None and one.by == call.actor.id:
            buttons.append(press(say("button-result-drop"), "pl.resdrop", pair_id, one.id))
        draft.row(*buttons)
    return for_pair(draft.button("button-back", "pl.res", pair_id, 0), toast)


async def link_typed(call: Call) -> Reply:
    await call.use(service_results.add_link, *_ref(call), call.text)
    return await shown(call, *_ref(call))


async def attached(call: Call) -> Reply:
    if call.attachment is None:
        raise ProgrammeError("error-file-lost")
    await call.use(service_results.add_file, *_ref(call), call.attachment)
    return await shown(call, *_ref(call))


async def day_ask(call: Call) -> Reply:
    pair_id, result_id = call.number(0), call.number(1)
    _of(await writable(call, pair_id), result_id)
    await wait_for(call, FOCUS_DAY, pair_id, result_id)
    return Draft().text("result-day-ask").button("button-back", "pl.one", pair_id, result_id).reply()


async def day_typed(call: Call) -> Reply:
    now: datetime = local(call, call.now)
    await call.use(service_results.set_day, *_ref(call), last_day_in(call.text, now))
    return await shown(call, *_ref(call))


async def files(call: Call) -> Reply:
    """Each as what it came as; they lie with the messenger."""
    pair_id, result_id = call.number(0), call.number(1)
    kept = await call.use(service_results.files, pair_id, result_id)
    screens = tuple(
        Screen(
            (Raw(one.name) if one.name else say("result-file"),),
            file=Attachment(one.name, reference=one.reference, medium=one.kind),
            audience=Audience.PAIR,
            privacy=Privacy.NAMED,
        )
        for one in kept
    )
    back = Draft().text("result-files-sent").button("button-back", "pl.one", pair_id, result_id)
    return Reply((*screens, back.screen(fresh=True)), say("toast-file"))


async def drop_ask(call: Call) -> Reply:
    pair_id, result_id = call.number(0), call.number(1)
    draft = Draft().text("result-drop-ask").button("button-back", "pl.one", pair_id, result_id)
    return draft.button("button-result-drop2", "pl.resdrop2", pair_id, result_id).reply()


async def drop(call: Call) -> Reply:
    await call.use(service_results.drop_result, call.number(0), call.number(1))
    await answered(call)
    return await _listed(call, call.number(0), 0, say("toast-result-dropped"))
