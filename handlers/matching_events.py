"""What everybody hears at once: the pairs have formed; come to the round table."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from handlers.call import Call, StaleScreen
from handlers.plan import answered, wait_for
from handlers.routes import Routes
from handlers.screens import Draft, Reply
from mentoring.errors import ProgrammeError
from mentoring.matching import service_events as service
from mentoring.texts import Raw, say
from mentoring.words.rules import understand_time

WHEN, PLACE, READY = "round_when", "round_place", "round_ready"


def register(routes: Routes) -> None:
    routes.press("an")(announce_ask)
    routes.press("an.go", aside=True)(announce)
    routes.press("rt")(when_ask)
    routes.press("rt.skip")(place_skipped)
    routes.press("rt.send", aside=True)(send)
    routes.text(WHEN)(when_typed)
    routes.text(PLACE)(place_typed)
    routes.text(READY)(place_typed)


async def announce_ask(call: Call) -> Reply:
    """What everybody would read, and how many pairs there are."""
    found = await call.use(service.to_announce)
    if not found:
        return Draft().text("announce-none").button("button-back", "or.list").reply()
    draft = Draft().text("announce-ask", count=len(found)).button("button-back", "or.list")
    return draft.button("button-announce-really", "an.go").reply()


async def announce(call: Call) -> Reply:
    count = await call.use(service.announce)
    draft = Draft().text("announce-done" if count else "announce-already", count=count)
    draft.button("button-round-table", "rt")
    return draft.button("button-back", "or.list").reply(toast=say("toast-announced"))


async def when_ask(call: Call) -> Reply:
    await call.use(service.invited)
    await wait_for(call, WHEN)
    return Draft().text("round-when").button("button-back", "or.list").reply()


async def when_typed(call: Call) -> Reply:
    assert call.actor is not None
    zone = ZoneInfo(call.actor.school.zone)
    found = understand_time(call.text, call.now.astimezone(zone))
    if found is None or found.start is None or found.grain not in ("hour", "minute"):
        raise ProgrammeError("error-round-when")
    if found.start <= call.now:
        raise ProgrammeError("error-round-past")
    await wait_for(call, PLACE, found.start.isoformat(timespec="minutes"))
    draft = Draft().text("round-place", when=found.start).button("button-skip-place", "rt.skip")
    return draft.button("button-back", "rt").reply()


async def place_typed(call: Call) -> Reply:
    when = call.ref.partition("|")[0]
    return await _ready(call, when, service.place_of(call.text))


async def place_skipped(call: Call) -> Reply:
    return await _ready(call, _held(call)[0], "")


async def _ready(call: Call, when: str, place: str) -> Reply:
    """What will be sent, before it is: to how many, when, where."""
    people = await call.use(service.invited)
    await call.unit.run(lambda unit: unit.foci.set(call.guest.tg_id, READY, f"{when}|{place}", call.now))
    moment = datetime.fromisoformat(when)
    text = (
        say("notice-round", when=moment, place=Raw(place)) if place else say("notice-round-nowhere", when=moment)
    )
    draft = Draft().text("round-ready", count=len(people) - 1).words(text)
    return draft.button("button-back", "rt").button("button-round-send", "rt.send").reply()


def _held(call: Call) -> tuple[str, str]:
    """The time and place that were typed; gone once something else was begun."""
    focus = call.actor.focus if call.actor else None
    if focus is None or focus.kind not in (PLACE, READY):
        raise StaleScreen()
    when, _, place = focus.ref.partition("|")
    return when, place


async def send(call: Call) -> Reply:
    when, place = _held(call)
    count = await call.use(service.invite, datetime.fromisoformat(when), place)
    await answered(call)
    draft = Draft().text("round-sent", count=count)
    return draft.button("button-home", "home").reply(toast=say("toast-round"))
