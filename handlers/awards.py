"""Nominations: the list, who is nominated, the vote's beginning and end, the curator's word."""

from __future__ import annotations

from handlers.call import Call, StaleScreen
from handlers.closing_menu import back_to, part, span
from handlers.matching_words import chosen
from handlers.plan import answered, wait_for
from handlers.routes import Routes
from handlers.screens import Draft, Reply, for_staff, pager, press
from mentoring.awards import service, service_winners
from mentoring.awards.rules import LEAST, Kind, title_of
from mentoring.awards.service import Board
from mentoring.people.rules import Role
from mentoring.ports_year import VoteState
from mentoring.texts import Raw, Words, say

FOCUS = "nomination"
NOBODY = "-"


def register(routes: Routes) -> None:
    routes.press("aw")(listed)
    routes.press("aw.one")(one)
    routes.press("aw.new")(kinds)
    routes.press("aw.kind")(title_ask)
    routes.text(FOCUS)(title_typed)
    routes.press("aw.who")(nominees)
    routes.press("aw.put")(put)
    routes.press("aw.all")(put_all)
    routes.press("aw.open")(open_ask)
    routes.press("aw.open2", aside=True)(opened)
    routes.press("aw.close")(close_ask)
    routes.press("aw.close2", aside=True)(closed)
    routes.press("aw.pick")(pick)
    routes.press("aw.sure")(sure)
    routes.press("aw.yes", aside=True)(confirmed)


async def listed(call: Call) -> Reply:
    found = await call.use(service.listed)
    draft = Draft().text("awards-head" if found else "awards-none")
    for contest in found:
        label = say(f"award-line-{contest.state}", title=title_of(contest.nomination))
        draft.row(press(label, "aw.one", contest.id))
    last = [press(say("button-merits"), "me", 0)] if _curator(call) else []
    if _curator(call) and len(found) < service.MOST:
        last.append(press(say("button-nomination-new"), "aw.new"))
    draft.row(*last)
    return for_staff(draft.button(*back_to(call)))


def _curator(call: Call) -> bool:
    return call.actor is not None and call.actor.has(Role.CURATOR)


async def kinds(_call: Call) -> Reply:
    draft = Draft().text("nomination-kind")
    draft.row(*(press(say(f"nomination-kind-{kind}"), "aw.kind", kind) for kind in Kind))
    return draft.button("button-back", "aw").reply()


async def title_ask(call: Call) -> Reply:
    kind = chosen(Kind, call.word(0))
    await wait_for(call, FOCUS, kind)
    return Draft().text("nomination-title").button("button-back", "aw").reply()


async def title_typed(call: Call) -> Reply:
    made = await call.use(service.add_own, chosen(Kind, call.ref), call.text)
    await answered(call)
    return await _one(call, await call.use(service.board, made.id))


async def one(call: Call) -> Reply:
    return await _one(call, await call.use(service.board, call.number(0)))


async def _one(call: Call, seen: Board, toast: Words | None = None) -> Reply:
    contest = seen.contest
    draft = Draft().text(f"award-head-{contest.state}", title=title_of(contest.nomination))
    _state(draft, seen)
    _ways(draft, seen, _curator(call))
    return for_staff(draft.button("button-back", "aw"), toast)


def _state(draft: Draft, seen: Board) -> None:
    """What there is to know at this stage; of a vote that is over its leaders and nothing of the others."""
    contest = seen.contest
    if contest.state is VoteState.DRAFT:
        draft.text("award-nominees", count=len(seen.nominees), least=LEAST)
    elif contest.state is VoteState.OPEN:
        draft.text("award-voted", voted=seen.voted, voters=seen.voters)
    elif contest.state is VoteState.CLOSED and seen.outcome is not None:
        leaders = [_names(seen, name) for name in seen.outcome.leaders]
        key = "award-tied" if seen.outcome.tied else "award-leader" if leaders else "award-few"
        draft.text(key, names=Raw("; ".join(leaders)))
    elif contest.winner:
        draft.text("award-winner", names=Raw(_names(seen, contest.winner)))


def _names(seen: Board, name: str) -> str:
    return ", ".join(next((one.names for one in seen.possible if one.candidate.id == name), ()))


def _ways(draft: Draft, seen: Board, curator: bool) -> None:
    contest = seen.contest
    if contest.state is VoteState.DRAFT and curator:
        draft.button("button-nominees", "aw.who", contest.id, 0)
        if len(seen.nominees) >= LEAST:
            draft.button("button-vote-open", "aw.open", contest.id)
    if contest.state is VoteState.OPEN and curator:
        draft.button("button-vote-close", "aw.close", contest.id)
    if contest.state is VoteState.CLOSED:
        draft.button("button-award-confirm", "aw.pick", contest.id, 0)


async def nominees(call: Call) -> Reply:
    """`aw.who:<nomination>:<page>`"""
    return _nominees(await call.use(service.board, call.number(0)), call.number(1))


def _nominees(seen: Board, number: int) -> Reply:
    if seen.contest.state is not VoteState.DRAFT:
        raise StaleScreen()
    some, number, pages = part(seen.possible, number)
    contest = seen.contest.id
    draft = Draft().text("nominees-head" if seen.possible else "nominees-none", count=len(seen.nominees))
    span(draft, number, len(seen.possible))
    for one in some:
        held = one in seen.nominees
        label = say("toggle-on" if held else "toggle-off", label=Raw(", ".join(one.names)))
        draft.row(press(label, "aw.put", contest, one.candidate.id, int(not held), number))
    draft.row(*pager(number, pages, "aw.who", contest))
    if len(seen.nominees) < len(seen.possible):
        draft.button("button-nominees-all", "aw.all", contest)
    return for_staff(draft.button("button-back", "aw.one", contest))


async def put(call: Call) -> Reply:
    """`aw.put:<nomination>:<nominee>:<1 on the list, 0 off it>:<page>`"""
    seen = await call.use(service.nominate, call.number(0), call.word(1), bool(call.number(2)))
    return _nominees(seen, call.number(3))


async def put_all(call: Call) -> Reply:
    return _nominees(await call.use(service.nominate_all, call.number(0)), 0)


async def open_ask(call: Call) -> Reply:
    seen = await call.use(service.board, call.number(0))
    if seen.contest.state is not VoteState.DRAFT:
        raise StaleScreen()
    title = title_of(seen.contest.nomination)
    draft = Draft().text("vote-open-ask", title=title, count=len(seen.nominees), voters=seen.voters)
    draft.button("button-vote-open2", "aw.open2", seen.contest.id)
    return for_staff(draft.button("button-back", "aw.one", seen.contest.id))


async def opened(call: Call) -> Reply:
    return await _one(call, await call.use(service.open_vote, call.number(0)), say("toast-vote-open"))


async def close_ask(call: Call) -> Reply:
    seen = await call.use(service.board, call.number(0))
    if seen.contest.state is not VoteState.OPEN:
        raise StaleScreen()
    draft = Draft().text("vote-close-ask", voted=seen.voted, voters=seen.voters)
    draft.button("button-vote-close2", "aw.close2", seen.contest.id)
    return for_staff(draft.button("button-back", "aw.one", seen.contest.id))


async def closed(call: Call) -> Reply:
    return await _one(call, await call.use(service.close_vote, call.number(0)), say("toast-vote-closed"))


async def pick(call: Call) -> Reply:
    """`aw.pick:<nomination>:<page>`: who leads, or everybody where too few voted; nobody is a choice too."""
    contest, number = call.number(0), call.number(1)
    every = await call.use(service_winners.choices, contest)
    some, number, pages = part(every, number)
    draft = Draft().text("award-pick")
    span(draft, number, len(every))
    for one in some:
        draft.row(press(", ".join(one.names), "aw.sure", contest, one.candidate.id))
    draft.row(*pager(number, pages, "aw.pick", contest))
    draft.button("button-award-nobody", "aw.sure", contest, NOBODY)
    return for_staff(draft.button("button-back", "aw.one", contest))


async def sure(call: Call) -> Reply:
    """The winner hears of it at once, so it is said before."""
    contest, name = call.number(0), call.word(1)
    every = await call.use(service_winners.choices, contest)
    found = next((one for one in every if one.candidate.id == name), None)
    if found is None and name != NOBODY:
        raise StaleScreen()
    draft = Draft().text("award-sure-nobody" if found is None else "award-sure", names=Raw(_called(found)))
    draft.button("button-award-yes", "aw.yes", contest, name)
    return for_staff(draft.button("button-back", "aw.pick", contest, 0))


def _called(found: service.Nominee | None) -> str:
    return ", ".join(found.names) if found is not None else ""


async def confirmed(call: Call) -> Reply:
    choice = None if call.word(1) == NOBODY else call.word(1)
    seen = await call.use(service_winners.confirm, call.number(0), choice)
    return await _one(call, seen, say("toast-award"))
