"""Matching for the curator: what there is to match, a proposal as a list and as a table, its approval."""

from __future__ import annotations

from collections.abc import Mapping

from handlers.acceptance import for_curator
from handlers.call import Call
from handlers.matching_table import proposal_book
from handlers.routes import Routes
from handlers.screens import Attachment, Draft, Reply, Screen, pager, press
from mentoring.matching import service
from mentoring.matching.service import Board, Proposal
from mentoring.notices.rules import Audience, Privacy
from mentoring.ports_matching import RunPair
from mentoring.texts import Words, say

PAGE = 6
NAMES = 12
FIRST = "first"


def register(routes: Routes) -> None:
    routes.press("ma")(hub)
    routes.press("ma.go")(go)
    routes.press("ma.show")(listed)
    routes.press("ma.file")(file)
    routes.press("ma.ok")(approve_ask)
    routes.press("ma.ok2", aside=True)(approve)


async def hub(call: Call) -> Reply:
    """Everything that belongs to matching, two a row; the next step stands on top."""
    found = await call.use(service.board)
    draft = Draft().text("match-head", **_figures(found))
    if found.unapproved:
        draft.text("match-unapproved", count=found.unapproved)
    _next(draft, found)
    draft.row(press(say("button-weights"), "ma.weights"), press(say("button-match-rules"), "ma.rules"))
    draft.row(press(say("button-wishes"), "mw.list", 0), press(say("button-compare"), "ma.compare"))
    draft.row(press(say("button-standings"), "ac.list", 0), press(say("button-unpaired"), "un.list", 0))
    draft.row(press(say("button-orders"), "or.list"), press(say("button-home"), "home"))
    return for_curator(draft)


def _figures(found: Board) -> dict[str, int]:
    return {name: getattr(found, name) for name in ("mentors", "places", "mentees", "paired")}


def _next(draft: Draft, found: Board) -> None:
    if found.run is not None:
        draft.text("match-open", day=found.run.made_at.date(), count=len(found.run.pairs))
        draft.row(press(say("button-proposal"), "ma.show", 0), press(say("button-match-again"), "ma.go"))
    if found.mentees and (found.run is None or found.run.kind):
        draft.button("button-match-go", "ma.go", FIRST)


async def go(call: Call) -> Reply:
    """`ma.go`: another run of the kind that is open; `ma.go:first`: for those without a pair, whatever is open."""
    await call.use(service.propose, "" if call.args == (FIRST,) else None)
    return await shown(call, 0, say("toast-proposed"))


async def listed(call: Call) -> Reply:
    return await shown(call, call.number(0))


async def shown(call: Call, number: int, toast: Words | None = None) -> Reply:
    """`ma.show:<n>`: pairs and groups of the proposal, the weakest first: they are what there is to look at."""
    found = await call.use(service.proposal)
    bundles = sorted(found.bundles, key=lambda bundle: _percent(found, bundle))
    pages = max(1, -(-len(bundles) // PAGE))
    number = min(max(number, 0), pages - 1)
    draft = Draft([_head(found)])
    if found.run.kind:
        draft.text("proposal-second", kind=say(f"mentor-kind-{found.run.kind}"))
    if found.run.edited:
        draft.text("proposal-edited")
    if found.unserved:
        key = "proposal-unserved-second" if found.run.kind else "proposal-unserved"
        draft.text(key, names=_some(call, [found.ground.name(one) for one in found.unserved]))
    free = found.free
    draft.text("proposal-free", count=sum(free.values()), names=_some(call, _with_places(call, found, free)))
    for bundle in bundles[number * PAGE : (number + 1) * PAGE]:
        draft.row(press(_line(call, found, bundle), "ma.card", bundle[0].mentor, bundle[0].mentee))
    draft.row(*pager(number, pages, "ma.show"))
    draft.row(press(say("button-alternatives"), "ma.alt"), press(say("button-sheet"), "ma.file"))
    approve = [press(say("button-match-approve"), "ma.ok")] if found.run.pairs else []
    draft.row(press(say("button-why-not"), "ma.ask"), *approve)
    return for_curator(
        draft.row(press(say("button-places"), "gs.list", 0), press(say("button-back"), "ma")), toast
    )


def _with_places(call: Call, found: Proposal, free: Mapping[int, int]) -> list[str]:
    return [call.words("proposal-place", name=found.ground.name(one), count=count) for one, count in free.items()]


def _head(found: Proposal) -> Words:
    percents = [found.percent(pair.couple) for pair in found.run.pairs]
    served = len({pair.mentee for pair in found.run.pairs})
    params = {"served": served, "total": served + len(found.unserved)}
    if not percents:
        return say("proposal-empty", **params)
    return say("proposal-head", worst=min(percents), mean=round(sum(percents) / len(percents)), **params)


def _percent(found: Proposal, bundle: tuple[RunPair, ...]) -> int:
    return min(found.percent(pair.couple) for pair in bundle)


def _line(call: Call, found: Proposal, bundle: tuple[RunPair, ...]) -> str:
    mentees = ", ".join(found.ground.name(pair.mentee) for pair in bundle)
    names = f"{found.ground.name(bundle[0].mentor)} — {mentees}"
    pinned = any(found.pinned(pair.couple) for pair in bundle)
    key = "proposal-line-pinned" if pinned else "proposal-line"
    return call.words(key, names=names, percent=_percent(found, bundle))


def _some(call: Call, names: list[str]) -> str:
    shown = ", ".join(names[:NAMES])
    return shown if len(names) <= NAMES else call.words("names-more", names=shown, count=len(names) - NAMES)


async def file(call: Call) -> Reply:
    """The proposal and the whole pair table as a spreadsheet; for the curator's eyes, as it says."""
    found = await call.use(service.whole)
    screen = Screen(
        (say("proposal-file", count=len(found.run.pairs)),),
        file=Attachment("pairs-proposal.xlsx", proposal_book(call, found)),
        audience=Audience.CURATOR,
        privacy=Privacy.SEALED,
    )
    return Reply((screen,), say("toast-file"))


async def approve_ask(call: Call) -> Reply:
    """What approval does, before it is done; the way back first."""
    found = await call.use(service.proposal)
    draft = Draft().text("approve-ask", count=len(found.bundles), people=_people(found))
    if found.unserved:
        draft.text("approve-unserved", count=len(found.unserved))
    draft.button("button-back", "ma.show", 0)
    return for_curator(draft.button("button-approve-really", "ma.ok2", found.run.id, found.run.revision))


def _people(found: Proposal) -> int:
    return len({person for pair in found.run.pairs for person in pair.couple})


async def approve(call: Call) -> Reply:
    """`ma.ok2:<run>:<revision>`"""
    pairs = await call.use(service.approve, call.number(0), call.number(1))
    draft = Draft().text("approve-done", count=len(pairs)).button("button-orders", "or.list")
    draft.row(press(say("button-round-table"), "rt"), press(say("button-standings"), "ac.list", 0))
    return for_curator(draft.button("button-back", "ma"), say("toast-match-approved"))
