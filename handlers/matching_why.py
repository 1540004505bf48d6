"""«Почему не X с Y?», and three ways to put the whole together."""

from __future__ import annotations

from handlers.acceptance import for_curator
from handlers.call import Call
from handlers.matching_words import bars_words, chosen
from handlers.routes import Routes
from handlers.screens import Draft, Reply, pager, press
from mentoring.matching import service, service_why
from mentoring.matching.alternatives import Alternative
from mentoring.matching.explain import Loss, Move
from mentoring.matching.rules import Broken
from mentoring.matching.rules_aims import Aim
from mentoring.matching.service_why import Question
from mentoring.texts import Raw, say

PAGE = 6
MOVES = 10


def register(routes: Routes) -> None:
    routes.press("ma.ask")(ask)
    routes.press("ma.why")(why)
    routes.press("ma.alt")(alternatives)
    routes.press("ma.take")(take)


async def ask(call: Call) -> Reply:
    """`ma.ask:<page>`: for which mentee; those without a pair first."""
    found = await call.use(service.proposal)
    number = call.number(0) if call.args else 0
    people = sorted(found.ground.mentees, key=lambda one: (one not in found.unserved, found.ground.name(one)))
    pages = max(1, -(-len(people) // PAGE))
    number = min(max(number, 0), pages - 1)
    draft = Draft().text("ask-head")
    for person in people[number * PAGE : (number + 1) * PAGE]:
        draft.row(press(found.ground.name(person), "ma.to", person, 0))
    draft.row(*pager(number, pages, "ma.ask"))
    return for_curator(draft.button("button-back", "ma.show", 0))


async def why(call: Call) -> Reply:
    """`ma.why:<mentor>:<mentee>`: the rules in the way, or who would move and what would be lost."""
    couple = call.number(0), call.number(1)
    found = await call.use(service_why.why_not, couple)
    name = found.proposal.ground.name
    draft = Draft().text("why-not-head", mentor=name(couple[0]), mentee=name(couple[1]))
    if found.answer.obstacles:
        lines = [_obstacle(call, found, one) for one in found.answer.obstacles]
        draft.text("why-not-rules", lines=Raw("\n".join(dict.fromkeys(lines))))
    elif not found.answer.moves:
        draft.text("why-not-taken")
    else:
        _chain(call, draft, found)
        draft.button("button-do-it", "ma.force", *couple)
    return for_curator(draft.button("button-why-others", "ma.to", couple[1], 0))


def _obstacle(call: Call, found: Question, one: Broken) -> str:
    """A rule in the way; with names where it is about others than the two."""
    why = bars_words(call, [one.rule])
    people = [person for person in (one.mentor, *one.mentees) if person is not None]
    if set(people) <= set(found.couple):
        return f"— {why}"
    return f"— {', '.join(found.proposal.ground.name(person) for person in people)}: {why}"


def _chain(call: Call, draft: Draft, found: Question) -> None:
    moves, lost = found.answer.moves, found.answer.lost
    lines = [_move(call, found, one) for one in moves[:MOVES]]
    if len(moves) > MOVES:
        lines.append(call.words("why-not-more", count=len(moves) - MOVES))
    draft.text("why-not-chain", lines=Raw("\n".join(lines)))
    if lost is not None:
        draft.text(_lost(lost), served=lost.served, total=max(lost.total, 0), worst=max(lost.worst, 0))


def _move(call: Call, found: Question, one: Move) -> str:
    name, nobody = found.proposal.ground.name, call.words("why-not-nobody")
    sides = {key: name(who) if who else nobody for key, who in (("before", one.before), ("after", one.after))}
    return call.words("why-not-move", name=name(one.mentee), **sides)


def _lost(loss: Loss) -> str:
    if loss.served > 0:
        return "why-not-lost-served"
    return "why-not-lost-nothing" if loss.total <= 0 and loss.worst <= 0 else "why-not-lost"


async def alternatives(call: Call) -> Reply:
    """The best, the most even, the closest to what was; what each loses stands beside it."""
    found = await call.use(service_why.alternatives)
    draft = Draft().text("alternatives-head")
    for one in found:
        _alternative(draft, one)
    draft.row(*(press(say(f"button-take-{one.aim}"), "ma.take", one.aim.value) for one in found if one.moves))
    draft.button("button-take-best", "ma.take", Aim.BEST.value)
    return for_curator(draft.button("button-back", "ma.show", 0))


def _alternative(draft: Draft, one: Alternative) -> None:
    if one.aim is not Aim.BEST and not one.moves:
        draft.text("alternative-same", title=say(f"alternative-title-{one.aim}"))
        return
    figures = one.solution
    params = {"served": figures.served, "total": figures.total, "worst": figures.worst or 0}
    draft.text(f"alternative-{one.aim}", changes=figures.changes, **params)
    if one.aim is not Aim.BEST:
        draft.text("alternative-loses", total=one.lost.total, worst=max(one.lost.worst, 0))


async def take(call: Call) -> Reply:
    """`ma.take:<aim>`"""
    from handlers.matching import shown

    await call.use(service_why.take, chosen(Aim, call.word(0)))
    return await shown(call, 0, say("toast-proposed"))
