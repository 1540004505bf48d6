"""The curator's cases: what was written, the text section by section, whose yes is missing, out and back."""

from __future__ import annotations

from handlers.call import Call, StaleScreen
from handlers.cases_text import sections_of
from handlers.closing_menu import back_to, part, span
from handlers.plan import answered, wait_for
from handlers.routes import Routes
from handlers.screens import Draft, Reply, for_staff, pager, press
from mentoring.cases import service
from mentoring.cases.rules import SECTIONS
from mentoring.cases.service import Card
from mentoring.people.rules import Role
from mentoring.texts import Raw, Words, say

FOCUS_TITLE, FOCUS_SECTION = "case_title", "case_section"
SHOWN = 3000  # characters of a section on its screen


def register(routes: Routes) -> None:
    routes.press("ca")(first)
    routes.press("ca.page")(listed)
    routes.press("ca.new")(waiting)
    routes.press("ca.take", aside=True)(taken)
    routes.press("ca.one")(one)
    routes.press("ca.edit")(edit)
    routes.press("ca.title")(title_ask)
    routes.text(FOCUS_TITLE)(title_typed)
    routes.press("ca.sec")(section)
    routes.text(FOCUS_SECTION)(section_typed)
    routes.press("ca.ask", aside=True)(asked)
    routes.press("ca.out", aside=True)(released)


def _curator(call: Call) -> bool:
    return call.actor is not None and call.actor.has(Role.CURATOR)


async def first(call: Call) -> Reply:
    call.args = ("0",)
    return await listed(call)


async def listed(call: Call) -> Reply:
    """`ca.page:<n>`"""
    every = await call.use(service.listed)
    new = await call.use(service.waiting)
    some, number, pages = part(every, call.number(0))
    draft = Draft().text("cases-head" if every else "cases-none")
    span(draft, number, len(every))
    for one in some:
        draft.row(press(say(f"case-line-{_state(one)}", title=Raw(one.case.title)), "ca.one", one.case.id))
    draft.row(*pager(number, pages, "ca.page"))
    if new and _curator(call):
        draft.button("button-cases-new", "ca.new", 0, count=len(new))
    return for_staff(draft.button(*back_to(call)))


def _state(found: Card) -> str:
    return "out" if found.out else "ready" if found.standing.publishable else "work"


async def waiting(call: Call) -> Reply:
    """`ca.new:<page>`: descriptions that are no cases yet."""
    every = await call.use(service.waiting)
    some, number, pages = part(every, call.number(0))
    draft = Draft().text("cases-waiting" if every else "cases-waiting-none")
    for one in some:
        title = one.sheet.answers.get("title") or one.writer.name or ""
        draft.row(press(title, "ca.take", one.pair.id))
    draft.row(*pager(number, pages, "ca.new"))
    return for_staff(draft.button("button-back", "ca"))


async def taken(call: Call) -> Reply:
    return await _one(call, await call.use(service.take, call.number(0)), say("toast-case-taken"))


async def one(call: Call) -> Reply:
    return await _one(call, await call.use(service.card, call.number(0)))


async def _one(call: Call, found: Card, toast: Words | None = None) -> Reply:
    case = found.case
    draft = Draft().text("case-head", title=Raw(case.title), names=Raw(found.called(case.authors) or "—"))
    draft.text(f"case-state-{_state(found)}")
    _missing(draft, found)
    if _curator(call):
        _ways(draft, found)
    return for_staff(draft.button("button-back", "ca"), toast)


def _missing(draft: Draft, found: Card) -> None:
    """Whose word is missing, and names that seem to stand in the text without anybody's leave."""
    told = found.standing
    if told.without_consent:
        draft.text("case-no-consent", names=Raw(found.called(told.without_consent)))
    if told.without_yes:
        draft.text("case-no-yes", names=Raw(found.called(told.without_yes)))
    if found.hints:
        draft.text("case-hints", names=Raw(found.called(found.hints)))


def _ways(draft: Draft, found: Card) -> None:
    case = found.case.id
    draft.button("button-case-edit", "ca.edit", case)
    if found.standing.without_yes:
        draft.button("button-case-ask", "ca.ask", case)
    if found.out:
        draft.button("button-case-back", "ca.out", case, 0)
    elif found.standing.publishable:
        draft.button("button-case-out", "ca.out", case, 1)


async def edit(call: Call) -> Reply:
    """The title and the sections by their names; an empty one can be filled."""
    found = await call.use(service.card, call.number(0))
    if not _curator(call):
        raise StaleScreen()
    draft = Draft().text("case-edit", title=Raw(found.case.title))
    labels = {key: label for key, label, _ in sections_of(found.case)}
    buttons = [press(say("button-case-title"), "ca.title", found.case.id)]
    buttons += [press(labels[key], "ca.sec", found.case.id, key) for key in SECTIONS]
    buttons.append(press(say("button-back"), "ca.one", found.case.id))
    for i in range(0, len(buttons), 2):
        draft.row(*buttons[i : i + 2])
    return for_staff(draft)


async def title_ask(call: Call) -> Reply:
    found = await call.use(service.card, call.number(0))
    await wait_for(call, FOCUS_TITLE, found.case.id)
    draft = Draft().text("case-title-ask", title=Raw(found.case.title))
    return for_staff(draft.button("button-back", "ca.edit", found.case.id))


async def title_typed(call: Call) -> Reply:
    found = await call.use(service.retitle, int(call.ref), call.text)
    await answered(call)
    return await _one(call, found, say("toast-case-kept"))


async def section(call: Call) -> Reply:
    """`ca.sec:<case>:<section>`: what stands there, to be copied and sent back in other words."""
    found, name = await call.use(service.card, call.number(0)), call.word(1)
    known = {key: (label, text) for key, label, text in sections_of(found.case)}
    if name not in known:
        raise StaleScreen()
    label, text = known[name]
    await wait_for(call, FOCUS_SECTION, found.case.id, name)
    draft = Draft().text("case-section-ask", section=label)
    if text:
        draft.words(Raw(text[:SHOWN]))
    return for_staff(draft.button("button-back", "ca.edit", found.case.id))


async def section_typed(call: Call) -> Reply:
    case, _, name = call.ref.partition(":")
    found = await call.use(service.rewrite, int(case), name, call.text)
    await answered(call)
    return await _one(call, found, say("toast-case-kept"))


async def asked(call: Call) -> Reply:
    """Show the text to everybody whose yes is missing."""
    case = call.number(0)
    count = await call.use(service.ask, case)
    toast = say("toast-case-asked" if count else "toast-case-asked-before", count=count)
    return await _one(call, await call.use(service.card, case), toast)


async def released(call: Call) -> Reply:
    """`ca.out:<case>:<1 out, 0 back>`"""
    out = bool(call.number(1))
    found = await call.use(service.release, call.number(0), out)
    return await _one(call, found, say("toast-case-out" if out else "toast-case-back"))
