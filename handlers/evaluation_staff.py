"""The mutual evaluation as the curator sees it: how many were given, by whom, who reads them, the window."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

from handlers.call import Call, StaleScreen
from handlers.evaluation import told
from handlers.routes import Routes
from handlers.screens import Button, Draft, Reply, for_staff, pager, press
from locales import short_day
from mentoring.documents.declension import initials
from mentoring.errors import ProgrammeError
from mentoring.evaluation import service
from mentoring.evaluation.rules import READERS
from mentoring.evaluation.service import Overview, Standing
from mentoring.notices.rules import Audience, Privacy
from mentoring.people.rules import Role
from mentoring.surveys.service import other_days
from mentoring.texts import Words, say
from mentoring.words.rules import understand

PAGE = 7
FOCUS = "mutual_end"
CHOICES = {"c": (Role.CURATOR,), "p": (Role.PSYCHOLOGIST,), "b": (Role.CURATOR, Role.PSYCHOLOGIST)}


def register(routes: Routes) -> None:
    routes.press("mu.all")(listed)
    routes.press("mu.read")(read)
    routes.press("mu.set")(settings)
    routes.press("mu.who", aside=True)(readers)
    routes.press("mu.now")(now_ask)
    routes.press("mu.now2", aside=True)(now)
    routes.press("mu.move")(move)
    routes.press("mu.day", aside=True)(moved)
    routes.text(FOCUS)(day_typed)


async def listed(call: Call) -> Reply:
    return await _listed(call, call.number(0))


async def _listed(call: Call, number: int, toast: Words | None = None) -> Reply:
    """`mu.all:<page>`: who was asked to tell of whom; a row that may be read opens."""
    found = await call.use(service.overview)
    pages = max(1, -(-len(found.rows) // PAGE))
    number = min(max(number, 0), pages - 1)
    start = number * PAGE
    draft = Draft([_head(found)])
    some = found.rows[start : start + PAGE]
    if some:
        draft.text("mutual-range", first=start + 1, last=start + len(some), total=len(found.rows))
    for one in some:
        draft.row(_row(found, one))
    draft.row(*pager(number, pages, "mu.all"))
    if call.actor is not None and call.actor.has(Role.CURATOR):
        draft.row(press(say("button-mutual-settings"), "mu.set"), press(say("button-back"), "ye"))
        return for_staff(draft, toast)
    return for_staff(draft.button("button-back", "ye"), toast)


def _head(found: Overview) -> Words:
    first, last = found.window
    if not found.rows:
        return say("mutual-staff-ahead" if found.movable else "mutual-staff-nobody", first=first, until=last)
    told = found.progress
    counts = {"given": told.given, "asked": told.asked, "late": told.late}
    return say("mutual-staff-head", first=first, until=last, **counts)


def _row(found: Overview, one: Standing) -> Button:
    names = {"giver": initials(one.giver.name or ""), "about": initials(one.about.name or "")}
    label = say(f"mutual-row-{one.state}", **names)
    data = ("mu.read", one.asked.id) if one.asked.id in found.readable else ("mu.all", 0)
    return press(label, *data)


async def read(call: Call) -> Reply:
    """`mu.read:<occasion>`"""
    found = await call.use(service.content, call.number(0))
    return told(found, Audience.STAFF, Privacy.SEALED, ("mu.all", 0))


async def settings(call: Call) -> Reply:
    return await _settings(call)


async def _settings(call: Call, toast: Words | None = None) -> Reply:
    found = await call.use(service.overview)
    first, last = found.window
    draft = Draft().text("mutual-settings", first=first, until=last, days=found.settings.grace)
    draft.text(f"mutual-readers-{'-'.join(sorted(found.settings.readers))}")
    for letter, roles in CHOICES.items():
        chosen = frozenset(roles) == found.settings.readers
        label = say(f"mutual-choice-{'-'.join(sorted(roles))}")
        draft.row(press(say("toggle-on" if chosen else "toggle-off", label=label), "mu.who", letter))
    if found.movable:
        begin = [press(say("button-mutual-now"), "mu.now")] if found.day < first else []
        draft.row(*begin, press(say("button-move-end"), "mu.move"))
    return for_staff(draft.button("button-back", "mu.all", 0), toast)


async def readers(call: Call) -> Reply:
    """`mu.who:<letter>`; what was promised before holds."""
    roles = CHOICES.get(call.word(0))
    if roles is None or not set(roles) <= READERS:
        raise StaleScreen()
    await call.use(service.set_readers, roles)
    return await _settings(call, say("toast-saved"))


async def now_ask(_call: Call) -> Reply:
    draft = Draft().text("mutual-now-ask").button("button-mutual-now-sure", "mu.now2")
    return draft.button("button-back", "mu.set").reply()


async def now(call: Call) -> Reply:
    await call.use(service.open_now)
    return await _listed(call, 0, say("toast-mutual-open"))


async def move(call: Call) -> Reply:
    """Another last day, by a button or in words."""
    found = await call.use(service.overview)
    await call.unit.run(lambda unit: unit.foci.set(call.guest.tg_id, FOCUS, "", call.now))
    draft = Draft().text("mutual-move", until=found.window[1])
    days = await call.use(other_days)
    draft.row(*(press(short_day(one, call.language), "mu.day", f"{one:%y%m%d}") for one in days))
    return draft.button("button-back", "mu.set").reply()


async def moved(call: Call) -> Reply:
    try:
        last = datetime.strptime(call.word(0), "%y%m%d").date()  # noqa: DTZ007 a day has no zone
    except ValueError:
        raise StaleScreen() from None
    return await _moved(call, last)


async def day_typed(call: Call) -> Reply:
    actor = call.actor
    assert actor is not None
    found = understand(call.text, call.now.astimezone(ZoneInfo(actor.school.zone)))
    if found is None or found.grain != "day" or found.start is None:
        raise ProgrammeError("error-no-day")
    return await _moved(call, found.start.date())


async def _moved(call: Call, last: date) -> Reply:
    found = await call.use(service.overview)
    await call.use(service.move, min(found.window[0], last), last)
    await call.unit.run(lambda unit: unit.foci.clear(call.guest.tg_id))
    return await _settings(call, say("toast-end-moved"))
