"""A new pair in the chat: yes or a private request for another; the curator's view of who has answered."""

from __future__ import annotations

from dataclasses import replace

from handlers.call import Call
from handlers.plan import answered, wait_for
from handlers.routes import Routes
from handlers.screens import Draft, Reply, pager, press
from mentoring.meetings.rules import Side
from mentoring.notices.rules import Audience, Privacy
from mentoring.pairs import service_acceptance as service
from mentoring.pairs.rules_acceptance import Acceptance, Answer
from mentoring.pairs.service import Shown
from mentoring.pairs.service_acceptance import Offered, Standing, others_of
from mentoring.people.rules import Person
from mentoring.texts import Raw, Words, say

PAGE = 6
FOCUS_NOTE = "offer_note"


def register(routes: Routes) -> None:
    routes.press("ac")(show)
    routes.press("ac.yes", aside=True)(accept)
    routes.press("ac.other")(other_ask)
    routes.press("ac.other2", aside=True)(other)
    routes.text(FOCUS_NOTE)(note_typed)
    routes.press("ac.list")(listed)
    routes.press("ac.card")(card)
    routes.press("ac.part")(part_ask)
    routes.press("ac.part2", aside=True)(part)


def _pair(draft: Draft, toast: Words | None = None) -> Reply:
    screen = replace(draft.screen(), audience=Audience.PAIR, privacy=Privacy.NAMED)
    return Reply((screen,), toast)


def for_curator(draft: Draft, toast: Words | None = None) -> Reply:
    """What people have said privately stands here: for the curator alone."""
    screen = replace(draft.screen(), audience=Audience.CURATOR, privacy=Privacy.SEALED)
    return Reply((screen,), toast)


async def show(call: Call) -> Reply:
    return _offer(call, await call.use(service.offered, call.number(0)))


def _offer(call: Call, found: Offered, toast: Words | None = None) -> Reply:
    """What was asked, what was said so far; a yes may become a request, and the other way round."""
    assert call.actor is not None
    pair, answer = found.shown.pair, found.own.answer
    side = pair.side_of(call.actor.id) or Side.MENTEE
    names = others_of(found.shown, call.actor.person)
    draft = Draft().text(f"offer-card-{side}", names=names).text(f"offer-said-{answer or 'nothing'}")
    if answer is not Answer.YES:
        draft.button("button-offer-accept", "ac.yes", pair.id)
    if answer is not Answer.OTHER:
        draft.button("button-ask-other", "ac.other", pair.id)
    return _pair(draft.button("button-home", "home"), toast)


async def accept(call: Call) -> Reply:
    found = await call.use(service.accept, call.number(0))
    return _offer(call, found, say("toast-accepted"))


async def other_ask(call: Call) -> Reply:
    """`ac.other:<pair>`: what comes of it, the way back first."""
    found = await call.use(service.offered, call.number(0))
    if found.own.answer is Answer.OTHER:
        return _offer(call, found)
    pair = found.shown.pair.id
    draft = Draft().text("offer-other-ask").button("button-back", "ac", pair)
    return _pair(draft.button("button-ask-other-really", "ac.other2", pair))


async def other(call: Call) -> Reply:
    found = await call.use(service.ask_other, call.number(0))
    await wait_for(call, FOCUS_NOTE, found.shown.pair.id)
    draft = Draft().text("offer-other-sent").button("button-home", "home")
    return _pair(draft, say("toast-asked-other"))


async def note_typed(call: Call) -> Reply:
    await call.use(service.note, int(call.ref), call.text)
    await answered(call)
    return Draft().text("offer-note-kept").button("button-home", "home").reply()


async def listed(call: Call) -> Reply:
    """`ac.list:<n>`: the curator's pairs, those that need a decision first."""
    found = await call.use(service.standings)
    pages = max(1, -(-len(found) // PAGE))
    number = min(max(call.number(0), 0), pages - 1)
    some = found[number * PAGE : (number + 1) * PAGE]
    if not some:
        return for_curator(Draft().text("standings-none").button("button-back", "ma"))
    agreed = sum(one.agreed for one in found)
    start = number * PAGE + 1
    draft = Draft().text(
        "standings-head", first=start, last=start + len(some) - 1, total=len(found), agreed=agreed
    )
    for one in some:
        line = call.words(f"standing-line-{_state(one)}", names=_names(one.shown))
        draft.row(press(line, "ac.card", one.shown.pair.id))
    draft.row(*pager(number, pages, "ac.list"))
    return for_curator(draft.row(press(say("button-second"), "se"), press(say("button-back"), "ma")))


def _state(one: Standing) -> str:
    if one.asked_other:
        return "other"
    if not one.answers:
        return "unasked"
    return "agreed" if one.agreed else "waiting"


def _names(found: Shown) -> str:
    sides = (found.mentors, found.mentees)
    return " — ".join(", ".join(person.name or "" for person in side) for side in sides)


async def card(call: Call) -> Reply:
    return await standing_card(call, call.number(0))


async def standing_card(call: Call, pair_id: int, toast: Words | None = None) -> Reply:
    """`ac.card:<pair>`: what each has said, and what can be done about it."""
    found = await call.use(service.standing, pair_id)
    draft = Draft().text("standing-head", names=_names(found.shown))
    said = {one.person_id: one for one in found.answers}
    for person in found.shown.everybody:
        _answer(draft, person, said.get(person.id))
    if found.asked_other:
        draft.button("button-part", "ac.part", pair_id)
    draft.row(press(say("button-replace"), "en.who", pair_id), press(say("button-end-early"), "en.why", pair_id))
    draft.button("button-pair", "pair", pair_id)
    return for_curator(draft.button("button-back", "ac.list", 0), toast)


def _answer(draft: Draft, person: Person, said: Acceptance | None) -> None:
    if said is None:
        return
    params = {"name": person.name or "", "day": said.due_on}
    draft.text(f"standing-said-{said.answer or 'nothing'}", **params)
    if said.note:
        draft.text("standing-note", text=Raw(said.note))


async def part_ask(call: Call) -> Reply:
    found = await call.use(service.standing, call.number(0))
    pair = found.shown.pair.id
    draft = Draft().text("part-ask", names=_names(found.shown)).button("button-back", "ac.card", pair)
    return for_curator(draft.button("button-part-really", "ac.part2", pair))


async def part(call: Call) -> Reply:
    await call.use(service.part, call.number(0))
    draft = Draft().text("part-done").button("button-match-go", "ma.go").button("button-back", "ac.list", 0)
    return for_curator(draft, say("toast-parted"))
