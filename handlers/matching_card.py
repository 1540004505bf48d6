"""One pair of a proposal: why these two, what speaks against, how sure that is, and what can be changed."""

from __future__ import annotations

from handlers.acceptance import for_curator
from handlers.call import Call
from handlers.matching_words import evidence_words, unknown_words
from handlers.routes import Routes
from handlers.screens import Button, Draft, Reply, press
from mentoring.matching import service_why
from mentoring.matching.explain import Confidence, Margin, reasons
from mentoring.matching.rules import Couple
from mentoring.matching.service import Proposal
from mentoring.matching.service_why import Card
from mentoring.ports_matching import RunPair
from mentoring.texts import Raw, Words, say


def register(routes: Routes) -> None:
    routes.press("ma.card")(card)


async def card(call: Call) -> Reply:
    return await card_of(call, (call.number(0), call.number(1)))


async def card_of(call: Call, couple: Couple, toast: Words | None = None) -> Reply:
    """`ma.card:<mentor>:<mentee>`"""
    found = await call.use(service_why.card, couple)
    pair = next(one for one in found.proposal.run.pairs if one.couple == couple)
    draft = _head(found, pair)
    _why(call, draft, found)
    if found.margin.confidence is not Confidence.PINNED:
        draft.words(_sure(found.margin))
    for row in _changes(found.proposal, pair):
        draft.row(*row)
    return for_curator(draft.button("button-back", "ma.show", 0), toast)


def _head(found: Card, pair: RunPair) -> Draft:
    name, percent = found.proposal.ground.name, found.proposal.percent(found.couple)
    draft = Draft().text("match-card-head", mentor=name(pair.mentor), mentee=name(pair.mentee), percent=percent)
    group = _group(found.proposal, pair)
    if len(group) > 1:
        draft.text("match-card-group", names=", ".join(name(one.mentee) for one in group))
    if pair.contact:
        draft.text("match-card-form", form=say(f"contact-{pair.contact}"))
    if pair.kind:
        draft.text("match-card-kind", kind=say(f"mentor-kind-{pair.kind}"))
    if found.proposal.pinned(found.couple):
        draft.text("match-card-pinned")
    return draft


def _group(found: Proposal, pair: RunPair) -> tuple[RunPair, ...]:
    return next(bundle for bundle in found.bundles if pair in bundle)


def _why(call: Call, draft: Draft, found: Card) -> None:
    """Three reasons for and one against, from people's own answers; then what could not be counted."""
    if found.cell is None:
        return
    said = reasons(found.cell)
    against = (said.con,) if said.con is not None and said.con.sign < 0 else ()
    for key, some in (("match-card-for", said.pros), ("match-card-against", against)):
        lines = [f"— {call.words(one.key, **one.params)}" for one in (evidence_words(call, e) for e in some)]
        if lines:
            draft.text(key, lines=Raw("\n".join(lines)))
    if not against:
        draft.text("match-card-nothing-against")
    unknown = unknown_words(call, found.cell)
    if unknown:
        draft.text("match-card-unknown", what=unknown)


def _sure(margin: Margin) -> Words:
    """How much the whole would lose without this pair, in a sentence."""
    lost = margin.loss
    if lost is None:
        return say("match-sure-only", people=1)
    if margin.confidence is Confidence.ONLY:
        return say("match-sure-only", people=lost.served)
    if margin.confidence is Confidence.EVEN:
        return say("match-sure-even")
    return say(f"match-sure-{margin.confidence}", lost=max(lost.total, 0), worst=max(lost.worst, 0))


def _changes(found: Proposal, pair: RunPair) -> list[list[Button]]:
    """Two a row: pin and ban, another mentor and an exchange, form and group, last the way out of the pair."""
    couple, seen = pair.couple, (found.run.id, found.run.revision)
    pin = "button-unpin" if found.pinned(couple) else "button-pin"
    rows = [
        [press(say(pin), "ma.pin", *couple), press(say("button-ban"), "ma.ban", *couple)],
        [
            press(say("button-other-mentor"), "ma.to", pair.mentee, 0),
            press(say("button-swap"), "ma.with", pair.mentee, 0),
        ],
    ]
    others = sum(one.mentor == pair.mentor for one in found.run.pairs)
    route = ("button-split", "ma.split") if pair.bundle else ("button-merge", "ma.merge")
    group = [press(say(route[0]), route[1], *seen, *couple)] if others > 1 else []
    rows.append([press(say("button-form"), "ma.form", *couple), *group])
    rows.append([press(say("button-leave-out"), "ma.out", *seen, pair.mentee)])
    return rows
