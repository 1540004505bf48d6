"""The curator's hand in a proposal: another mentor, an exchange, a group, the form of contact, the kind."""

from __future__ import annotations

from handlers.acceptance import for_curator
from handlers.call import Call, StaleScreen
from handlers.matching_card import card_of
from handlers.matching_words import bars_words, chosen, marked
from handlers.routes import Routes
from handlers.screens import Button, Draft, Reply, pager, press
from mentoring.matching import service, service_edits
from mentoring.matching.rules import Cell
from mentoring.matching.service import KINDS, Proposal
from mentoring.meetings.rules import Contact
from mentoring.ports_matching import RuleKind, SideRule
from mentoring.texts import say

PAGE = 6


def register(routes: Routes) -> None:
    routes.press("ma.pin")(pin)
    routes.press("ma.ban")(ban)
    routes.press("ma.to")(others)
    routes.press("ma.force")(force)
    routes.press("ma.with")(partners)
    routes.press("ma.swap")(swap)
    routes.press("ma.out")(leave_out)
    routes.press("ma.merge")(merge)
    routes.press("ma.split")(split)
    routes.press("ma.form")(forms)
    routes.press("ma.form2")(set_form)
    routes.press("ma.kind")(set_kind)


async def pin(call: Call) -> Reply:
    """`ma.pin:<mentor>:<mentee>`: keep the pair in all runs to come, or let it go again."""
    mentor, mentee = call.number(0), call.number(1)
    rule = SideRule(RuleKind.PIN, mentor, mentee)
    held = rule in await call.use(service_edits.rules)
    await call.use(service_edits.drop_rule if held else service_edits.add_rule, rule)
    return await card_of(call, (mentor, mentee), say("toast-unpinned" if held else "toast-pinned"))


async def ban(call: Call) -> Reply:
    """`ma.ban:<mentor>:<mentee>`: never these two; the rest is worked out anew."""
    from handlers.matching import shown

    rule = SideRule(RuleKind.FORBID, call.number(0), call.number(1))
    await call.use(service_edits.add_rule, rule)
    await call.use(service.propose)
    return await shown(call, 0, say("toast-banned"))


async def others(call: Call) -> Reply:
    """`ma.to:<mentee>:<page>`: every mentor for this mentee, the best first, or by which rule not."""
    mentee, number = call.number(0), call.number(1)
    found = await call.use(service.choices, mentee)
    cells = sorted(found.cells.values(), key=lambda cell: (bool(cell.barred), -cell.score, cell.mentor))
    pages = max(1, -(-len(cells) // PAGE))
    number = min(max(number, 0), pages - 1)
    draft = Draft().text("others-head" if cells else "others-none", name=found.ground.name(mentee))
    for cell in cells[number * PAGE : (number + 1) * PAGE]:
        if cell.barred:
            draft.text("other-barred", name=found.ground.name(cell.mentor), why=bars_words(call, cell.barred))
        draft.row(_other(call, found, cell))
    draft.row(*pager(number, pages, "ma.to", mentee))
    return for_curator(draft.button("button-back", "ma.show", 0))


def _other(call: Call, found: Proposal, cell: Cell) -> Button:
    name = found.ground.name(cell.mentor)
    if cell.couple in found.run.couples:
        label = call.words("other-line-now", name=name, percent=cell.percent)
        return press(label, "ma.card", *cell.couple)
    key = "other-line-barred" if cell.barred else "other-line"
    label = call.words(key, name=name, percent=cell.percent)
    return press(label, "ma.why", *cell.couple)


async def force(call: Call) -> Reply:
    """`ma.force:<mentor>:<mentee>`: pin these two and put the rest together anew around them."""
    from handlers.matching import shown

    await call.use(service_edits.add_rule, SideRule(RuleKind.PIN, call.number(0), call.number(1)))
    await call.use(service.propose)
    return await shown(call, 0, say("toast-moved"))


async def partners(call: Call) -> Reply:
    """`ma.with:<mentee>:<page>`: with whom this mentee could change mentors; those without one last."""
    mentee, number = call.number(0), call.number(1)
    found = await call.use(service.proposal)
    mentors = {pair.mentee: pair.mentor for pair in found.run.pairs}
    people = [one for one in (*mentors, *found.unserved) if mentors.get(one) != mentors.get(mentee)]
    pages = max(1, -(-len(people) // PAGE))
    number = min(max(number, 0), pages - 1)
    draft = Draft().text("swap-head" if people else "swap-none", name=found.ground.name(mentee))
    for one in people[number * PAGE : (number + 1) * PAGE]:
        mentor = found.ground.name(mentors[one]) if one in mentors else call.words("why-not-nobody")
        label = f"{found.ground.name(one)} ({mentor})"
        draft.row(press(label, "ma.swap", found.run.id, found.run.revision, mentee, one))
    draft.row(*pager(number, pages, "ma.with", mentee))
    return for_curator(draft.button("button-back", "ma.show", 0))


async def swap(call: Call) -> Reply:
    """`ma.swap:<run>:<revision>:<one>:<other>`"""
    from handlers.matching import shown

    seen = call.number(0), call.number(1)
    await call.use(service_edits.swap, seen, call.number(2), call.number(3))
    return await shown(call, 0, say("toast-moved"))


async def leave_out(call: Call) -> Reply:
    """`ma.out:<run>:<revision>:<mentee>`"""
    from handlers.matching import shown

    await call.use(service_edits.leave_out, (call.number(0), call.number(1)), call.number(2))
    return await shown(call, 0, say("toast-left-out"))


async def merge(call: Call) -> Reply:
    """`ma.merge:<run>:<revision>:<mentor>:<mentee>`"""
    await call.use(service_edits.merge, (call.number(0), call.number(1)), call.number(2))
    return await card_of(call, (call.number(2), call.number(3)), say("toast-merged"))


async def split(call: Call) -> Reply:
    await call.use(service_edits.split, (call.number(0), call.number(1)), call.number(2))
    return await card_of(call, (call.number(2), call.number(3)), say("toast-split"))


async def forms(call: Call) -> Reply:
    """`ma.form:<mentor>:<mentee>`: the seven forms of contact, and the mentor's kind."""
    couple = call.number(0), call.number(1)
    found = await call.use(service.proposal)
    data = (found.run.id, found.run.revision, *couple)
    draft = Draft().text(
        "match-forms-head", mentor=found.ground.name(couple[0]), mentee=found.ground.name(couple[1])
    )
    pair = next((one for one in found.run.pairs if one.couple == couple), None)
    if pair is None:
        raise StaleScreen()
    forms = {one.value: marked(call.words(f"contact-{one}"), one.value == pair.contact) for one in Contact}
    buttons = [press(label, "ma.form2", *data, one) for one, label in forms.items()]
    for place in range(0, len(buttons), 2):
        draft.row(*buttons[place : place + 2])
    kinds = {kind: marked(call.words(f"mentor-kind-{kind}"), kind == pair.kind) for kind in KINDS}
    draft.row(*(press(label, "ma.kind", *data, kind) for kind, label in kinds.items()))
    return for_curator(draft.button("button-back", "ma.card", *couple))


async def set_form(call: Call) -> Reply:
    """`ma.form2:<run>:<revision>:<mentor>:<mentee>:<form>`"""
    seen, couple = (call.number(0), call.number(1)), (call.number(2), call.number(3))
    await call.use(service_edits.set_contact, seen, *couple, chosen(Contact, call.word(4)))
    return await card_of(call, couple, say("toast-kept-form"))


async def set_kind(call: Call) -> Reply:
    """`ma.kind:<run>:<revision>:<mentor>:<mentee>:<kind>`"""
    seen, couple = (call.number(0), call.number(1)), (call.number(2), call.number(3))
    await call.use(service_edits.set_kind, seen, *couple, call.word(4))
    return await card_of(call, couple, say("toast-kept-form"))
