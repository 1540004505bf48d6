"""The end of a pair: what was, what became, the way on; and all pairs' ways for the curator."""

from __future__ import annotations

from dataclasses import replace

from handlers.call import Call, StaleScreen
from handlers.evaluation_cards import names
from handlers.routes import Routes
from handlers.screens import Draft, Reply, for_staff, pager, press
from mentoring.evaluation import service_final
from mentoring.evaluation.rules_closing import Way
from mentoring.evaluation.service_final import Final, PairWay
from mentoring.meetings.rules import Meeting
from mentoring.meetings.rules_kinds import SHIPPED, Leaves
from mentoring.notices.rules import Audience, Privacy
from mentoring.texts import Raw, Words, say

PAGE = 6
FOCUS = "final_text"


def register(routes: Routes) -> None:
    routes.press("fm")(show)
    routes.press("fm.ask")(ask)
    routes.text(FOCUS)(typed)
    routes.press("fm.way", aside=True)(way)
    routes.press("fm.list")(listed)
    routes.press("fm.pair")(pair)


def offered(draft: Draft, meeting: Meeting) -> None:
    """After a meeting of the kind that looks back and ahead."""
    if Leaves.OUTLOOK in SHIPPED[meeting.kind].leaves:
        draft.button("button-final", "fm", meeting.pair_id)


async def on_top(call: Call, draft: Draft) -> None:
    """In the menu, after the final meeting, until a way is chosen."""
    for one in (await call.use(service_final.due))[:1]:
        draft.text("menu-final").button("button-final", "fm", one.pair.id)


async def show(call: Call) -> Reply:
    """`fm:<pair>`"""
    return _shown(call, await call.use(service_final.look, call.number(0)))


def _shown(call: Call, found: Final, toast: Words | None = None) -> Reply:
    me = call.actor.id if call.actor else 0
    others = ", ".join(one.name or "" for one in found.shown.everybody if one.id != me)
    draft = Draft().text("final-head", names=others)
    people = {one.id: one.name or "" for one in found.shown.everybody}
    for word in (found.own, *found.others):
        for which, text in (("was", word.was), ("became", word.became)):
            if text:
                draft.text(f"final-{which}", name=people.get(word.person_id, ""), text=Raw(text))
    draft.text("final-privacy")
    if found.own.way is not None:
        draft.text("final-own", way=say(f"way-{found.own.way}"))
    if found.agreed is not None:
        draft.text("final-differ" if found.agreed.differ else "final-agreed", way=say(f"way-{found.agreed.way}"))
    _buttons(draft, found)
    screen = replace(draft.screen(), audience=Audience.PAIR, privacy=Privacy.NAMED)
    return Reply((screen,), toast)


def _buttons(draft: Draft, found: Final) -> None:
    number = found.shown.pair.id
    draft.row(
        press(say("button-final-was"), "fm.ask", number, "was"),
        press(say("button-final-became"), "fm.ask", number, "became"),
    )
    ways = [
        press(
            say("toggle-on" if one is found.own.way else "toggle-off", label=say(f"button-way-{one}")),
            "fm.way",
            number,
            one,
        )
        for one in Way
    ]
    draft.row(*ways[:2]).row(*ways[2:])
    draft.row(press(say("button-mutual"), "mu"), press(say("button-home"), "home"))


async def ask(call: Call) -> Reply:
    """`fm.ask:<pair>:<was|became>`"""
    number, which = call.number(0), call.word(1)
    if which not in service_final.TEXTS:
        raise StaleScreen()
    await call.use(service_final.look, number)
    await call.unit.run(lambda unit: unit.foci.set(call.guest.tg_id, FOCUS, f"{number}:{which}", call.now))
    return Draft().text(f"final-ask-{which}").button("button-back", "fm", number).reply()


async def typed(call: Call) -> Reply:
    number, _, which = call.ref.partition(":")
    found = await call.use(service_final.tell, int(number), which, call.text)
    await call.unit.run(lambda unit: unit.foci.clear(call.guest.tg_id))
    return _shown(call, found)


async def way(call: Call) -> Reply:
    """`fm.way:<pair>:<way>`"""
    if call.word(1) not in {one.value for one in Way}:
        raise StaleScreen()
    found = await call.use(service_final.choose, call.number(0), Way(call.word(1)))
    return _shown(call, found, say("toast-saved"))


async def listed(call: Call) -> Reply:
    """`fm.list:<page>`: what each pair goes on with."""
    found, number = await call.use(service_final.listed), call.number(0)
    pages = max(1, -(-len(found) // PAGE))
    number = min(max(number, 0), pages - 1)
    some = found[number * PAGE : (number + 1) * PAGE]
    draft = Draft().text("finals-head" if found else "finals-none")
    if found:
        draft.text("finals-range", first=number * PAGE + 1, last=number * PAGE + len(some), total=len(found))
    for one in some:
        label = say("final-line", names=names(one.shown), stand=say(f"final-stand-{_stand(one)}"))
        draft.row(press(label, "fm.pair", one.shown.pair.id))
    return for_staff(draft.row(*pager(number, pages, "fm.list")).button("button-back", "ye"))


def _stand(one: PairWay) -> str:
    if one.agreed is not None:
        return "differ" if one.agreed.differ else one.agreed.way.value
    return "some" if one.said else "met" if one.met else "none"


async def pair(call: Call) -> Reply:
    """`fm.pair:<pair>`: who has chosen which way."""
    found = await call.use(service_final.listed)
    one = next((row for row in found if row.shown.pair.id == call.number(0)), None)
    if one is None:
        raise StaleScreen()
    draft = Draft().text("final-pair", names=names(one.shown), met=str(one.met))
    for person in one.shown.everybody:
        chosen = one.said.get(person.id)
        told = say(f"button-way-{chosen}") if chosen else say("final-silent")
        draft.text("final-said", name=person.name or "", way=told)
    if one.agreed is not None:
        draft.text("final-differ" if one.agreed.differ else "final-agreed", way=say(f"way-{one.agreed.way}"))
    draft.button("button-pair", "pair", one.shown.pair.id)
    return for_staff(draft.button("button-back", "fm.list", 0))
