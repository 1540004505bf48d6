"""A case as its people see it: write it, read every word of it, say yes, take the name away, take it back."""

from __future__ import annotations

from dataclasses import replace

from handlers import form_screens
from handlers.call import Call
from handlers.cases_text import pieces
from handlers.routes import Routes
from handlers.screens import Draft, Reply, pager, press
from mentoring.cases import service
from mentoring.cases.service import Card
from mentoring.consent.rules import ConsentKind
from mentoring.notices.rules import Audience, Privacy
from mentoring.texts import Raw, Words, say

MARK = 12  # characters of the text's hash in a button
_PAIR = (Audience.PAIR, Privacy.NAMED)


def register(routes: Routes) -> None:
    routes.press("ca.mine")(mine)
    routes.press("ca.write")(write)
    routes.press("ca.look")(look)
    routes.press("ca.yes", aside=True)(agreed)
    routes.press("ca.no", aside=True)(disagreed)
    routes.press("ca.nameless")(unname_ask)
    routes.press("ca.nameless2", aside=True)(unnamed)


def _pair(draft: Draft, toast: Words | None = None) -> Reply:
    return Reply((replace(draft.screen(), audience=_PAIR[0], privacy=_PAIR[1]),), toast)


async def mine(call: Call) -> Reply:
    found = await call.use(service.mine)
    draft = Draft().text("case-own-head" if found else "case-own-none")
    for stored in found[-4:]:
        draft.row(press(stored.case.title, "ca.look", stored.case.id, 0))
    return _pair(draft.button("button-case-write", "ca.write").button("button-back", "yo"))


async def write(call: Call) -> Reply:
    """The questionnaire of a case; what is sent comes to the curator."""
    return form_screens.screen(await call.use(service.begin))


async def look(call: Call) -> Reply:
    """`ca.look:<case>:<page>`: the very words, a piece a page."""
    return await _look(call, await call.use(service.look, call.number(0)), call.number(1))


async def _look(call: Call, found: Card, number: int, toast: Words | None = None) -> Reply:
    every = pieces(found.case)
    number = min(max(number, 0), len(every) - 1)
    draft = Draft().text("case-read", title=Raw(found.case.title), page=number + 1, total=len(every))
    draft.text("case-named", names=Raw(found.called(found.case.named) or "—"))
    draft.text("case-piece", section=every[number][0]).words(Raw(every[number][1]))
    draft.row(*pager(number, len(every), "ca.look", found.case.id))
    if number == len(every) - 1:
        _answers(call, draft, found)
    return _pair(draft.button("button-back", "ca.mine"), toast)


def _answers(call: Call, draft: Draft, found: Card) -> None:
    """At the end of the text: yes, or back; a name can be taken away at any time."""
    assert call.actor is not None
    me, case = call.actor.id, found.case
    if me in found.standing.without_consent:
        draft.text("case-needs-consent")
        draft.button("button-case-consent", "c.show", ConsentKind.PUBLICATION)
    elif me in found.standing.without_yes:
        draft.text("case-yes-ask")
        draft.button("button-case-yes", "ca.yes", case.id, case.hash[:MARK])
    else:
        draft.text("case-yes-given")
        draft.button("button-case-no", "ca.no", case.id)
    if me in case.named:
        draft.button("button-case-nameless", "ca.nameless", case.id)


async def agreed(call: Call) -> Reply:
    """`ca.yes:<case>:<beginning of the text's hash>`: to these words and no others."""
    found = await call.use(service.agree, call.number(0), call.word(1))
    return await _look(call, found, len(pieces(found.case)), say("toast-case-yes"))


async def disagreed(call: Call) -> Reply:
    found = await call.use(service.disagree, call.number(0))
    return await _look(call, found, len(pieces(found.case)), say("toast-case-no"))


async def unname_ask(call: Call) -> Reply:
    found = await call.use(service.look, call.number(0))
    draft = Draft().text("case-nameless-ask").button("button-case-nameless2", "ca.nameless2", found.case.id)
    return _pair(draft.button("button-back", "ca.look", found.case.id, 0))


async def unnamed(call: Call) -> Reply:
    found = await call.use(service.unname, call.number(0))
    return await _look(call, found, 0, say("toast-case-nameless"))
