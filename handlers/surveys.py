"""The curator's surveys: who has answered, whom to remind, when it ends."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from handlers.call import Call
from handlers.routes import Routes
from handlers.screens import Draft, Reply, for_staff, pager, press
from mentoring.errors import ProgrammeError
from mentoring.people.rules import Person, Role
from mentoring.surveys import service
from mentoring.surveys.service import Standing
from mentoring.texts import Raw, Words, say

PAGE = 6
NAMES = 20


def register(routes: Routes) -> None:
    routes.press("surveys")(first)
    routes.press("sv.page")(listed)
    routes.press("sv.show")(show)
    routes.press("sv.nudge", aside=True)(nudge)
    routes.press("sv.close")(close_ask)
    routes.press("sv.close2", aside=True)(close)


async def first(call: Call) -> Reply:
    call.args = ("0",)
    return await listed(call)


async def listed(call: Call) -> Reply:
    """All surveys, newest first, with how many have answered."""
    found = await call.use(service.standings)
    pages = max(1, -(-len(found) // PAGE))
    number = min(max(call.number(0), 0), pages - 1)
    draft = Draft().text("surveys-head" if found else "surveys-none")
    for one in found[number * PAGE : (number + 1) * PAGE]:
        draft.row(press(_line(call, one), "sv.show", one.survey.id))
    draft.row(*pager(number, pages, "sv.page"))
    if call.actor is not None and call.actor.has(Role.CURATOR):
        draft.button("button-questionnaires", "q.list")
    draft.button("button-year-forms", "sv.year")
    return for_staff(draft.button("button-home", "home"))


def _line(call: Call, one: Standing) -> str:
    key = "survey-line-open" if one.survey.is_open(call.now) else "survey-line-closed"
    return call.words(key, title=one.survey.titles.within(call.language), sent=len(one.sent), asked=one.asked)


async def show(call: Call) -> Reply:
    return await shown(call, call.number(0))


async def shown(call: Call, survey_id: int, toast: Words | None = None) -> Reply:
    """One survey: the numbers, who has not finished, who has not begun, and what can be done."""
    found = await call.use(service.standing, survey_id)
    draft = Draft([_head(call, found)])
    if found.survey.anonymous:
        draft.text("survey-anonymous")
    if found.drafts:
        draft.text("survey-drafts", names=_names(call, found.drafts))
    if found.silent:
        draft.text("survey-silent", names=_names(call, found.silent))
    if not found.left:
        draft.text("survey-all-in")
    _buttons(call, draft, found)
    return for_staff(draft.button("button-back", "surveys"), toast)


def _head(call: Call, found: Standing) -> Words:
    actor = call.actor
    assert actor is not None
    survey = found.survey
    is_open = survey.is_open(call.now)
    ended = survey.closes_at if is_open else survey.closed_at or survey.closes_at
    return say(
        "survey-head-open" if is_open else "survey-head-closed",
        title=Raw(survey.titles.within(call.language)),
        sent=len(found.sent),
        asked=found.asked,
        until=ended.astimezone(ZoneInfo(actor.school.zone)),
    )


def _names(call: Call, people: tuple[Person, ...]) -> str:
    """As many names as a screen holds, then how many more."""
    names = ", ".join(person.name or call.words("person-nameless") for person in people[:NAMES])
    return names if len(people) <= NAMES else call.words("names-more", names=names, count=len(people) - NAMES)


def _buttons(call: Call, draft: Draft, found: Standing) -> None:
    survey = found.survey
    curator = call.actor is not None and call.actor.has(Role.CURATOR)
    if found.sent:
        draft.button("button-results", "res", survey.id, 0)
    if curator and survey.is_open(call.now):
        if found.left:
            draft.button("button-nudge-all", "sv.nudge", survey.id)
        draft.row(
            press(say("button-move-end"), "sv.move", survey.id), press(say("button-close"), "sv.close", survey.id)
        )


async def nudge(call: Call) -> Reply:
    count = await call.use(service.nudge, call.number(0))
    return await shown(call, call.number(0), say("toast-nudged-all", count=count))


async def close_ask(call: Call) -> Reply:
    """Closing cannot be undone: it says what it means before it happens."""
    found = await call.use(service.standing, call.number(0))
    if not found.survey.is_open(call.now):
        raise ProgrammeError("error-survey-closed")
    draft = Draft().text("survey-close-ask", count=len(found.left))
    if found.survey.anonymous:
        draft.text("survey-close-anonymous")
    draft.button("button-back", "sv.show", found.survey.id)
    return draft.button("button-close-sure", "sv.close2", found.survey.id).reply()


async def close(call: Call) -> Reply:
    await call.use(service.close, call.number(0))
    return await shown(call, call.number(0), say("toast-closed"))
