"""Under a reminder: later, not mine; and for the curator what did not arrive."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from handlers.call import Call, StaleScreen
from handlers.routes import Routes
from handlers.screens import Draft, Reply, press
from mentoring.notices import service
from mentoring.notices.rules import Audience
from mentoring.people.rules import Person
from mentoring.ports_notices import Dropped
from mentoring.texts import Raw, Text, say

NAMES = 20  # a phone's screen of names; the rest is counted
STAMP = "%y%m%d"


def register(routes: Routes) -> None:
    routes.press("nt.later", early=True)(later)
    routes.press("nt.put", early=True, aside=True)(put_off)
    routes.press("nt.keep", early=True, aside=True)(keep)
    routes.press("nt.mine")(mine)
    routes.press("nt.not", aside=True)(not_mine)
    routes.press("nt.dropped")(dropped)


async def later(call: Call) -> Reply:
    """The reminder stays where it is; the question comes below it."""
    name = call.word(0)
    draft = Draft().text("remind-later-ask")
    for day in await call.use(service.days_for_later, name):
        draft.row(press(_label(call, day), "nt.put", name, f"{day:{STAMP}}"))
    return draft.button("button-leave-as-is", "nt.keep").reply(fresh=True)


def _label(call: Call, day: date) -> Text:
    shown = f"{day:%d.%m}"
    assert call.actor is not None
    today = call.now.astimezone(ZoneInfo(call.actor.school.zone)).date()
    if day == today + timedelta(days=1):
        return say("remind-tomorrow", day=shown)
    return say(f"remind-on-{day.isoweekday()}", day=shown)


async def put_off(call: Call) -> Reply:
    day = _day(call.word(1))
    await call.use(service.put_off, call.word(0), day)
    return Draft().text("remind-put-off", day=day).button("button-home", "home").reply()


def _day(stamp: str) -> date:
    try:
        return datetime.strptime(stamp, STAMP).date()  # noqa: DTZ007 - a day of the school's calendar
    except ValueError:
        raise StaleScreen() from None


async def keep(_call: Call) -> Reply:
    return Draft().text("remind-kept").button("button-home", "home").reply()


async def mine(call: Call) -> Reply:
    """Which of the things in the message; asked for a single one too, as the curator hears of it."""
    draft = Draft().text("not-mine-ask").button("button-leave-as-is", "nt.keep")
    for one in await call.use(service.said, call.word(0)):
        if one.audience is not Audience.CURATOR:
            draft.row(press(service.title(one.rule), "nt.not", one.id))
    return draft.reply(fresh=True)


async def not_mine(call: Call) -> Reply:
    await call.use(service.not_mine, call.number(0))
    return Draft().text("not-mine-done").button("button-home", "home").reply()


async def dropped(call: Call) -> Reply:
    """Counts by rule and reason; names by reason alone, so that nobody's own affairs are read off."""
    found = await call.use(service.undelivered)
    draft = Draft().text("dropped-head" if found.dropped else "dropped-nothing")
    if found.dropped:
        draft.words(Raw("\n".join(_line(call, one) for one in found.dropped)))
    for key, people in (("dropped-unreachable", found.unreachable), ("dropped-muted", found.muted)):
        if people:
            draft.text(key, names=_names(call, people))
    return draft.button("button-back", "settings").reply()


def _line(call: Call, one: Dropped) -> str:
    return call.words(
        "dropped-line", what=service.title(one.rule), why=say(f"dropped-why-{one.why}"), count=one.count
    )


def _names(call: Call, people: Sequence[Person]) -> str:
    names = [person.name or call.words("person-nameless") for person in people[:NAMES]]
    shown = ", ".join(names)
    rest = len(people) - NAMES
    return shown if rest <= 0 else call.words("names-more", names=shown, count=rest)
