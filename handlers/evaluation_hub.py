"""The year's end on one screen, for those who organise it; the last questionnaires with one button."""

from __future__ import annotations

from handlers.call import Call
from handlers.closing_menu import rows
from handlers.routes import Routes
from handlers.screens import Draft, Reply, for_staff, press
from mentoring.evaluation import service_after
from mentoring.evaluation.service_after import Last, Stand
from mentoring.people.rules import Role
from mentoring.texts import Raw, Words, say

PLACES = (
    ("button-after", "ye.after"),
    ("button-mutual", "mu.all:0"),
    ("button-finals", "fm.list:0"),
    ("button-cards", "yc:0"),
    ("button-indicators", "in:0"),
    ("button-report", "yr"),
)


def register(routes: Routes) -> None:
    routes.press("ye")(show)
    routes.press("ye.more")(more)
    routes.press("ye.after")(after)
    routes.press("ye.after2", aside=True)(opened)


async def show(call: Call) -> Reply:
    """Where the work of steps 25 and 26 is done; a psychologist is shown the evaluation alone."""
    actor = call.actor
    draft = Draft().text("year-end-head")
    staff = actor is not None and actor.has(*service_after.READERS)
    places = PLACES if staff else PLACES[1:2]
    buttons = [press(say(key), data) for key, data in places]
    for i in range(0, len(buttons), 2):
        draft.row(*buttons[i : i + 2])
    if actor is not None and rows(actor):
        draft.button("button-closing", "ye.more")
    return draft.button("button-home", "home").reply()


async def more(call: Call) -> Reply:
    """Awards, cases, the site, the next year."""
    actor = call.actor
    draft = Draft().text("closing-head")
    buttons = [press(say(key), data) for key, data in (rows(actor) if actor is not None else ())]
    for i in range(0, len(buttons), 2):
        draft.row(*buttons[i : i + 2])
    return draft.button("button-back", "ye").reply()


async def after(call: Call) -> Reply:
    return await _after(call)


async def _after(call: Call, toast: Words | None = None) -> Reply:
    """Which of the last questionnaires are given, which can be."""
    found = await call.use(service_after.listed)
    draft = Draft().text("after-head" if found else "after-none")
    draft.parts += [_line(call, one) for one in found]
    curator = call.actor is not None and call.actor.has(Role.CURATOR)
    left = sum(one.stand is Stand.OFFERED for one in found)
    if curator and left:
        draft.button("button-after-open", "ye.after2", count=left)
    given = [one.survey for one in found if one.survey is not None]
    for survey in given[:4]:
        draft.row(press(survey.titles.within(call.language), "sv.show", survey.id))
    return for_staff(draft.button("button-back", "ye"), toast)


def _line(call: Call, one: Last) -> Words:
    title = Raw(one.title.within(call.language))
    if one.stand is Stand.OFFERED and one.until is not None:
        return say("after-offered", title=title, count=one.people, until=one.until)
    return say(f"after-{one.stand}", title=title)


async def opened(call: Call) -> Reply:
    count = await call.use(service_after.open_all)
    return await _after(call, say("toast-after-open", count=count))
