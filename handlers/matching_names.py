"""Names in the cases of an order: how they read, and how somebody who knows better would have them."""

from __future__ import annotations

from handlers.call import Call
from handlers.matching_words import chosen
from handlers.plan import answered, wait_for
from handlers.routes import Routes
from handlers.screens import Draft, Reply, for_staff, pager, press
from mentoring.documents.declension import Case
from mentoring.matching import service_names as service
from mentoring.matching.service_names import CASES, Declined
from mentoring.texts import Words, say

PAGE = 6
FOCUS = "name_case"


def register(routes: Routes) -> None:
    routes.press("or.names")(listed)
    routes.press("or.name")(show)
    routes.press("or.case")(ask)
    routes.text(FOCUS)(typed)


async def listed(call: Call) -> Reply:
    """`or.names:<n>`: everybody, with one case beside the name: a wrong one strikes the eye."""
    found = await call.use(service.everyone)
    pages = max(1, -(-len(found) // PAGE))
    number = min(max(call.number(0), 0), pages - 1)
    draft = Draft().text("names-head")
    for one in found[number * PAGE : (number + 1) * PAGE]:
        draft.row(press(one.forms[Case.DATIVE], "or.name", one.person.id))
    draft.row(*pager(number, pages, "or.names"))
    return for_staff(draft.button("button-back", "or.list"))


async def show(call: Call) -> Reply:
    return _shown(await call.use(service.one, call.number(0)))


def _shown(found: Declined, toast: Words | None = None) -> Reply:
    draft = Draft().text("name-head", name=found.person.name or "")
    for case in CASES:
        key = "name-case-own" if case in found.own else "name-case"
        draft.text(key, case=say(f"case-{case}"), form=found.forms[case])
    buttons = [press(say(f"case-{case}"), "or.case", found.person.id, case.value) for case in CASES]
    draft.row(*buttons[:2]).row(*buttons[2:])
    return for_staff(draft.button("button-back", "or.names", 0), toast)


async def ask(call: Call) -> Reply:
    """`or.case:<person>:<case>`"""
    person, case = call.number(0), chosen(Case, call.word(1))
    found = await call.use(service.one, person)
    await wait_for(call, FOCUS, person, case.value)
    draft = Draft().text("name-case-ask", case=say(f"case-{case}"), form=found.forms[case])
    return for_staff(draft.button("button-back", "or.name", person))


async def typed(call: Call) -> Reply:
    person, _, case = call.ref.partition(":")
    found = await call.use(service.correct, int(person), Case(case), call.text)
    await answered(call)
    return _shown(found)
