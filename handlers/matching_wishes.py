"""Wishes: a mentee's own, privately, and the curator's view of everybody's."""

from __future__ import annotations

from dataclasses import replace

from handlers.acceptance import for_curator
from handlers.call import Call, StaleScreen
from handlers.routes import Routes
from handlers.screens import Button, Draft, Reply, pager, press
from mentoring.errors import ProgrammeError
from mentoring.matching import service_wishes as service
from mentoring.matching.service_wishes import Marking, Wishing
from mentoring.notices.rules import Audience, Privacy
from mentoring.people.rules import Person, Role
from mentoring.ports_matching import WishKind
from mentoring.texts import Raw, Words, say

PAGE = 6
CUT = 300
# What a press makes of a mark: nothing, then "would like", then "not with", then nothing again.
NEXT = {None: WishKind.LIKE, WishKind.LIKE: WishKind.NOT, WishKind.NOT: None}
WORDS = {"like": WishKind.LIKE, "not": WishKind.NOT, "none": None}


def register(routes: Routes) -> None:
    routes.press("mw.own")(own)
    routes.press("mw.list")(listed)
    routes.press("mw")(show)
    routes.press("mw.mark")(mark)


def _sealed(call: Call, draft: Draft, toast: Words | None = None) -> Reply:
    """The curator reads others' wishes, a mentee their own: for anybody else's eyes neither."""
    if call.actor is not None and call.actor.has(Role.CURATOR):
        return for_curator(draft, toast)
    screen = replace(draft.screen(), audience=Audience.SELF, privacy=Privacy.SEALED)
    return Reply((screen,), toast)


async def own(call: Call) -> Reply:
    if call.actor is None:
        raise ProgrammeError("error-no-school")
    return _shown(call, await call.use(service.marking, call.actor.id), 0)


async def listed(call: Call) -> Reply:
    """`mw.list:<n>`: those who want to be asked in person stand first."""
    found = await call.use(service.everyone)
    pages = max(1, -(-len(found) // PAGE))
    number = min(max(call.number(0), 0), pages - 1)
    draft = Draft().text("wishes-head" if found else "wishes-none")
    for one in found[number * PAGE : (number + 1) * PAGE]:
        line = call.words(f"wishing-{_state(one)}", name=one.person.name or "")
        draft.row(press(line, "mw", one.person.id, 0))
    draft.row(*pager(number, pages, "mw.list"))
    return for_curator(draft.button("button-back", "ma"))


def _state(one: Wishing) -> str:
    if one.waits:
        return "waits"
    return "said" if one.marks or one.said else "silent"


async def show(call: Call) -> Reply:
    """`mw:<person>:<page>`"""
    return _shown(call, await call.use(service.marking, call.number(0)), call.number(1))


def _shown(call: Call, found: Marking, number: int, toast: Words | None = None) -> Reply:
    person, others = found.wishing.person, found.others
    pages = max(1, -(-len(others) // PAGE))
    number = min(max(number, 0), pages - 1)
    mine = call.actor is not None and person.id == call.actor.id
    draft = Draft()
    _head(draft, found, mine=mine)
    for other in others[number * PAGE : (number + 1) * PAGE]:
        draft.row(_mark(found, other, number))
    draft.row(*pager(number, pages, "mw", person.id))
    draft.row(press(say("button-back"), "mw.list", 0) if not mine else press(say("button-home"), "home"))
    return _sealed(call, draft, toast)


def _head(draft: Draft, found: Marking, *, mine: bool) -> None:
    if mine:
        draft.text("wishes-own" if found.others else "wishes-own-none")
        return
    draft.text("wishes-of", name=found.wishing.person.name or "")
    if found.wishing.waits:
        draft.text("wishes-waits")
    for text in found.wishing.said:
        draft.text("wishes-said", text=Raw(text if len(text) <= CUT else text[: CUT - 1] + "…"))


def _mark(found: Marking, other: Person, number: int) -> Button:
    kind = found.wishing.marks.get(other.id)
    following = NEXT[kind]
    label = say(f"wish-mark-{kind or 'none'}", name=other.name or "")
    return press(label, "mw.mark", found.wishing.person.id, other.id, following or "none", number)


async def mark(call: Call) -> Reply:
    """`mw.mark:<person>:<other>:<like, not or none>:<page>`"""
    if call.word(2) not in WORDS:
        raise StaleScreen()
    kind = WORDS[call.word(2)]
    found = await call.use(service.mark, call.number(0), call.number(1), kind)
    return _shown(call, found, call.number(3), say(f"toast-wish-{kind or 'none'}"))
