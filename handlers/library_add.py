"""Keeping the library: a file, link or text sent to the bot becomes a material; its name, phase and subject."""

from __future__ import annotations

from handlers.call import Call, StaleScreen
from handlers.library import ALL, card, keeper, phase_words, subject_words
from handlers.plan import answered, wait_for
from handlers.routes import Handler, Routes
from handlers.screens import Draft, Reply, press
from mentoring.errors import ProgrammeError
from mentoring.library import service
from mentoring.library.rules import Material
from mentoring.meetings.rules import Subject
from mentoring.roadmap.rules import Phase
from mentoring.texts import Words, say

FOCUS_ADD, FOCUS_NAME = "library_add", "library_name"
ANY = "any"


def register(routes: Routes) -> None:
    routes.press("lb.add")(ask)
    routes.text(FOCUS_ADD)(typed)
    routes.upload(FOCUS_ADD)(attached)
    routes.press("lb.phase")(phases)
    routes.press("lb.subj")(subjects)
    routes.press("lb.put")(put)
    routes.press("lb.name")(name_ask)
    routes.text(FOCUS_NAME)(named)
    routes.press("lb.drop")(withdraw)
    routes.press("lb.back")(put_back)
    routes.events["media"] = _media_before(routes.events["media"])


def _media_before(other: Handler) -> Handler:
    """A photo or a video sent while something is to be added is that; everything else goes the usual way."""

    async def media(call: Call) -> Reply:
        focus = call.actor.focus if call.actor else None
        mine = focus is not None and focus.kind == FOCUS_ADD and call.attachment is not None
        return await (attached if mine else other)(call)

    return media


async def ask(call: Call) -> Reply:
    if not keeper(call):
        raise ProgrammeError("error-not-yours")
    await wait_for(call, FOCUS_ADD)
    return Draft().text("library-add").button("button-back", "library").reply()


async def typed(call: Call) -> Reply:
    return await _kept(call, await call.use(service.add_text, call.text))


async def attached(call: Call) -> Reply:
    if call.attachment is None:
        raise ProgrammeError("error-file-lost")
    unnamed = call.words("library-unnamed")
    return await _kept(call, await call.use(service.add_file, call.attachment, call.text, unnamed))


async def _kept(call: Call, made: Material) -> Reply:
    """The card, and two questions at once: where it belongs."""
    await answered(call)
    return await _card(call, made, say("toast-library-added"))


async def _card(call: Call, one: Material, toast: Words) -> Reply:
    return await card(call, one, (ALL, "0"), toast)


async def phases(call: Call) -> Reply:
    one = await call.use(service.look, call.number(0))
    draft = Draft().text("library-phase-ask")
    for phase in (*Phase, None):
        draft.row(press(phase_words(phase), "lb.put", one.id, phase or ANY, one.subject or ANY))
    return draft.button("button-back", "lb", one.id).reply()


async def subjects(call: Call) -> Reply:
    one = await call.use(service.look, call.number(0))
    draft = Draft().text("library-subject-ask")
    for subject in (*Subject, None):
        draft.row(press(subject_words(subject), "lb.put", one.id, one.phase or ANY, subject or ANY))
    return draft.button("button-back", "lb", one.id).reply()


async def put(call: Call) -> Reply:
    """`lb.put:<material>:<phase>:<subject>`"""
    phase, subject = call.word(1), call.word(2)
    if phase not in {ANY, *Phase} or subject not in {ANY, *Subject}:
        raise StaleScreen()
    place = (None if phase == ANY else Phase(phase), None if subject == ANY else Subject(subject))
    return await _card(call, await call.use(service.place, call.number(0), *place), say("toast-library-kept"))


async def name_ask(call: Call) -> Reply:
    one = await call.use(service.look, call.number(0))
    await wait_for(call, FOCUS_NAME, one.id)
    return Draft().text("library-name-ask").button("button-back", "lb", one.id).reply()


async def named(call: Call) -> Reply:
    one = await call.use(service.rename, int(call.ref), call.text)
    await answered(call)
    return await _card(call, one, say("toast-library-kept"))


async def withdraw(call: Call) -> Reply:
    return await _card(call, await call.use(service.withdraw, call.number(0)), say("toast-library-dropped"))


async def put_back(call: Call) -> Reply:
    return await _card(call, await call.use(service.put_back, call.number(0)), say("toast-library-kept"))
