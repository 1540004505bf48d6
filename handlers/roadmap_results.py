"""What is attached to a step: files, links, notes; the questionnaires that belong to it."""

from __future__ import annotations

from handlers.call import Call
from handlers.plan import wait_for
from handlers.roadmap_change import back_to
from handlers.roadmap_step import apply
from handlers.roadmap_words import At, at, at_ref, cut
from handlers.routes import Handler, Routes
from handlers.screens import Attachment, Draft, Reply, Screen, for_staff, press
from mentoring.errors import ProgrammeError
from mentoring.notices.rules import Audience, Privacy
from mentoring.people.rules import Role
from mentoring.roadmap import service, service_changes, service_results
from mentoring.roadmap.rules import Kept
from mentoring.roadmap.rules_changes import Detach
from mentoring.roadmap.service import Card
from mentoring.texts import Raw, Words, say

FOCUS = "road_more"
SHOWN = 8


def register(routes: Routes) -> None:
    routes.press("rm.res")(show)
    routes.text(FOCUS)(typed)
    routes.upload(FOCUS)(attached)
    routes.press("rm.get")(files)
    routes.press("rm.off", aside=True)(detach)
    routes.press("rm.forms")(forms)
    routes.events["media"] = _media_before(routes.events["media"])


def _media_before(other: Handler) -> Handler:
    """A photo or a video belongs to the step it is sent to; everything else goes the usual way."""

    async def media(call: Call) -> Reply:
        focus = call.actor.focus if call.actor else None
        mine = focus is not None and focus.kind == FOCUS and call.attachment is not None
        return await (attached if mine else other)(call)

    return media


async def show(call: Call) -> Reply:
    where = at(call)
    return await _shown(call, where, await call.use(service.card, where.step))


async def _shown(call: Call, where: At, card: Card, toast: Words | None = None) -> Reply:
    """What is sent while this is open belongs to the step."""
    kept = card.instance.results
    draft = Draft().text("road-results" if kept else "road-results-none", number=str(card.instance.n))
    for number, one in enumerate(kept[-SHOWN:], max(len(kept) - SHOWN, 0) + 1):
        what = say("road-result-file") if one.kind is Kept.FILE else Raw(cut(one.ref, 300))
        draft.text("road-result", number=str(number), what=what, day=one.on, name=_by(card, one.who))
    if any(one.kind is Kept.FILE for one in kept):
        draft.button("button-road-get", "rm.get", where)
    if card.works:
        await wait_for(call, FOCUS, where)
        draft.text("road-results-more")
        _offs(draft, where, len(kept))
    return for_staff(back_to(draft, where), toast)


def _offs(draft: Draft, where: At, count: int) -> None:
    """A button to take away each that is shown; it knows how many there were."""
    places = range(max(count - SHOWN, 0), count)
    buttons = [press(say("button-road-off", number=n + 1), "rm.off", where, n, count) for n in places]
    for i in range(0, len(buttons), 4):
        draft.row(*buttons[i : i + 4])


def _by(card: Card, person: int) -> Words:
    name = card.names.get(person)
    return Raw(name) if name else say("plan-somebody")


async def typed(call: Call) -> Reply:
    where, _ = at_ref(call)
    done = await call.use(service_changes.attach_words, where.step, where.revision, call.text)
    return await _shown(call, where, done.card)


async def attached(call: Call) -> Reply:
    if call.attachment is None:
        raise ProgrammeError("error-file-lost")
    where, _ = at_ref(call)
    done = await call.use(service_changes.attach_file, where.step, where.revision, call.attachment)
    return await _shown(call, where, done.card)


async def detach(call: Call) -> Reply:
    """`rm.off:<step>:<revision>:<place>:<which>:<of how many>`"""
    where, place = at(call), call.number(3)
    card = await call.use(service.card, where.step)
    if call.number(4) != len(card.instance.results):
        return await _shown(call, where, card, say("error-stale"))
    await apply(call, where, Detach(place), "toast-road-off")
    return await _shown(call, where, await call.use(service.card, where.step), say("toast-road-off"))


async def files(call: Call) -> Reply:
    """Each as what it came as; they lie with the messenger."""
    where = at(call)
    kept = await call.use(service_results.files, where.step)
    screens = tuple(
        Screen(
            (Raw(one.name) if one.name else say("road-result-file"),),
            file=Attachment(one.name, reference=one.reference, medium=one.kind),
            audience=Audience.STAFF,
            privacy=Privacy.NAMED,
        )
        for one in kept
    )
    back = for_staff(back_to(Draft().text("road-files-sent", count=len(kept)), where), fresh=True)
    return Reply((*screens, *back.screens), say("toast-file"))


async def forms(call: Call) -> Reply:
    """`rm.forms:<step>`: each questionnaire of the step, given already or still to be given."""
    where = at(call)
    found = await call.use(service_results.forms, where.step)
    curator = call.actor is not None and call.actor.has(Role.CURATOR)
    draft = Draft().text("road-forms", number=str(found.n))
    for one in found.forms:
        title = Raw(one.title.within(call.language))
        draft.text("road-form", title=title, done=one.sent, total=one.asked)
        if one.survey is not None:
            draft.row(press(title.words, "sv.show", one.survey))
        elif curator:
            draft.row(press(say("button-road-give", title=title), "sv.new", one.form_id))
    return for_staff(back_to(draft, where))
