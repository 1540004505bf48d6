"""A questionnaire in the chat: the engine says what to ask, here it becomes buttons and words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from handlers import evaluation, form_screens
from handlers.call import Call
from handlers.routes import Routes
from handlers.screens import Draft, Reply, press
from mentoring.errors import ProgrammeError
from mentoring.people import entrance
from mentoring.people.rules_steps import forms_for
from mentoring.questionnaires import opening, service
from mentoring.questionnaires.library import title_of as title
from mentoring.questionnaires.rules_state import (
    Acknowledge,
    Back,
    Begin,
    Choose,
    Clear,
    ConfirmMany,
    Edit,
    Event,
    Sent,
    Skip,
    Toggle,
    ToReview,
    Type,
)
from mentoring.questionnaires.service import View
from mentoring.texts import Raw, Words, say

__all__ = ["again", "register", "title"]


def register(routes: Routes) -> None:
    routes.press("forms")(forms)
    routes.press("f.open")(opened)
    routes.press("f.survey")(survey_opened)
    routes.press("f.try")(tried)
    routes.press("f.trial")(tried_in_force)
    routes.press("f.look")(looked)
    routes.press("f.stay")(stayed)
    routes.press("f.carry")(carried)
    routes.press("f.later")(later)
    routes.press("f.page")(review_page)
    routes.press("a")(pressed)
    routes.text(service.FOCUS)(typed)
    routes.events["resume"] = resume


async def forms(call: Call) -> Reply:
    """The person's questionnaires with how far each is; what a survey asks of them comes first."""
    if call.actor is None:
        raise ProgrammeError("error-no-school")
    filled = await call.use(entrance.filled)
    surveys = await call.use(opening.waiting_for)
    mine = forms_for(call.actor.person.roles)
    apart = Draft()
    asked = await evaluation.rows(call, apart)
    draft = Draft().text("forms-head" if mine or surveys or asked else "forms-none")
    draft.rows += apart.rows
    for survey in surveys:
        label = say("form-survey", title=Raw(survey.titles.within(call.language)))
        draft.row(press(label, "f.survey", survey.id))
    for form_id in mine:
        state = {"draft": "draft", "sent": "sent"}.get(filled.get(form_id, ""), "open")
        label = say(f"form-{state}", title=title(form_id, call.language))
        draft.row(press(label, "f.open", form_id))
    return draft.button("button-home", "home").reply()


async def opened(call: Call) -> Reply:
    return await _first(call, await call.use(opening.open_form, call.word(0)))


async def survey_opened(call: Call) -> Reply:
    return await _first(call, await call.use(opening.open_survey, call.number(0)))


async def tried(call: Call) -> Reply:
    return await _shown(call, await call.use(opening.open_trial, call.number(0)))


async def tried_in_force(call: Call) -> Reply:
    return await _shown(call, await call.use(opening.open_trial_of, call.word(0)))


async def looked(call: Call) -> Reply:
    return await _first(call, await call.use(opening.resume, call.number(0)))


async def _first(call: Call, view: View) -> Reply:
    """On coming back: a later version in force is offered before the open question."""
    return form_screens.newer(view) if view.newer is not None else await _shown(call, view)


async def stayed(call: Call) -> Reply:
    """Go on in the version the answers were begun in."""
    return await _shown(call, await call.use(service.look, call.number(0)))


async def carried(call: Call) -> Reply:
    return await _shown(call, await call.use(opening.carry_over, call.number(0), call.number(1)))


async def later(call: Call) -> Reply:
    """Put it aside: everything is kept."""
    await call.unit.run(lambda unit: unit.foci.clear(call.guest.tg_id))
    return (
        Draft()
        .text("form-later")
        .button("button-go-on", "f.look", call.number(0))
        .button("button-home", "home")
        .reply()
    )


_PRESSED: dict[str, Callable[[], Event]] = {
    "g": Begin,
    "k": Acknowledge,
    "m": ConfirmMany,
    "s": Skip,
    "x": Clear,
    "b": Back,
    "r": ToReview,
}


async def pressed(call: Call) -> Reply:
    """`a:<submission>:<revision of the screen>:<what>:<which>`."""
    what, which = call.word(2), call.args[3] if len(call.args) > 3 else ""
    view = await call.use(service.act, call.number(0), call.number(1), _event(what, which))
    return await _shown(call, view)


def _event(what: str, which: str) -> Event:
    if what in _PRESSED:
        return _PRESSED[what]()
    if what == "c":
        return Choose(int(which) if which.isdecimal() else which)
    if what == "t":
        return Toggle(int(which) if which.isdecimal() else which)
    if what == "e":
        return Edit(which)
    return form_screens.SEND if what == "z" else ToReview()


async def typed(call: Call) -> Reply:
    ref = int(call.ref) if call.ref.isdecimal() else 0
    return await _shown(call, await call.use(service.act, ref, None, Type(call.text)))


async def again(call: Call, submission_id: int, note: Words) -> Reply:
    """A kind word and the open question once more."""
    view = await call.use(service.look, submission_id)
    return form_screens.screen(view, (note,))


async def attached(call: Call, submission_id: int, note: Words) -> Reply:
    """A file, picture or voice: an answer where one is asked for, else a kind word and the question once more."""
    given = call.attachment
    if given is None or not await call.use(service.wants_file, submission_id):
        return await again(call, submission_id, note)
    view = await call.use(service.attach, submission_id, given)
    return await _shown(call, view)


async def resume(call: Call) -> Reply:
    """The open question once more, after something else was settled in between."""
    submission = int(call.ref) if call.ref.isdecimal() else 0
    reply = form_screens.screen(await call.use(service.look, submission), (say("form-back"),))
    return Reply(tuple(replace(screen, fresh=True) for screen in reply.screens))


async def review_page(call: Call) -> Reply:
    view = await call.use(service.look, call.number(0))
    return form_screens.screen(view, page=call.number(1))


async def _shown(call: Call, view: View) -> Reply:
    from handlers.home import home  # home offers questionnaires, a sent one leads home

    if isinstance(view.outcome, Sent):
        if view.trial:
            return form_screens.trial_over(view)
        thanks = "form-thanks-anonymous" if view.anonymous else "form-thanks"
        return await home(call, (say(thanks, title=Raw(view.title)),))
    reply = form_screens.screen(view, pressed=call.pressed)
    return Reply(reply.screens, say("error-stale")) if view.stale else reply
