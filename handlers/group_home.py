"""The curator's screens of the school's group: how to bind it, the rhythm, what comes next."""

from __future__ import annotations

from dataclasses import replace
from zoneinfo import ZoneInfo

from handlers.call import Call, StaleScreen
from handlers.routes import Routes
from handlers.screens import Button, Draft, Picker, Reply, Screen, press
from mentoring.notices.rules import Audience, Privacy
from mentoring.reflection import service, service_groups
from mentoring.reflection.rules import Rhythm
from mentoring.reflection.service import Shown
from mentoring.texts import Raw, Words, say

HOURS = (9, 12, 15, 17)
DAYS = range(1, 7)


def register(routes: Routes) -> None:
    routes.press("group")(home)
    routes.press("g.pick")(pick)
    routes.press("g.rhythm")(rhythm)
    routes.press("g.set")(set_rhythm)
    routes.press("g.days")(days)
    routes.press("g.day")(set_day)
    routes.press("g.hours")(hours)
    routes.press("g.hour")(set_hour)
    routes.press("g.held")(set_held)
    routes.press("g.unbind")(unbind_ask)
    routes.press("g.leave")(unbind)


def staff(draft: Draft, toast: Words | None = None, privacy: Privacy = Privacy.PUBLIC) -> Reply:
    return Reply((replace(draft.screen(), audience=Audience.CURATOR, privacy=privacy),), toast)


async def home(call: Call) -> Reply:
    return Reply((await home_screen(call),))


async def home_screen(call: Call, note: Words | None = None) -> Screen:
    found = await call.use(service.shown)
    draft = Draft([note] if note is not None else [])
    if found.place is None:
        _how_to_bind(call, draft)
    else:
        _bound(call, draft, found)
    return staff(draft.button("button-home", "home")).screens[0]


def _how_to_bind(call: Call, draft: Draft) -> None:
    link = f"https://t.me/{call.bot_username}?startgroup=bind"
    draft.text("group-none").row(Button(say("button-group-add"), url=link)).button("button-group-pick", "g.pick")


def _bound(call: Call, draft: Draft, found: Shown) -> None:
    assert found.place is not None
    draft.text("group-head", title=found.place.title or say("group-untitled"))
    draft.text(f"group-rhythm-{found.settings.rhythm}")
    _coming(call, draft, found)
    counts = found.counts
    draft.text("group-counts", asked=counts.asked, answers=counts.answers, reactions=counts.reactions)
    if not found.place.is_admin:
        draft.text("group-not-admin")
    if found.place.is_forum and found.place.thread_id is None:
        draft.text("group-topic", bot=call.bot_username)
    draft.row(press(say("button-ask-now"), "rf.now"), press(say("button-prompts"), "rp", 0))
    draft.row(press(say("button-rhythm"), "g.rhythm"), press(say("button-polls"), "gp"))
    draft.button("button-hour", "rh")
    if found.held:
        draft.button("button-answers-held", "rf.held", count=found.held)


def _coming(call: Call, draft: Draft, found: Shown) -> None:
    assert call.actor is not None
    if found.next_at is not None and found.prompts:
        when = found.next_at.astimezone(ZoneInfo(call.actor.school.zone))
        draft.text("group-next", when=when, text=Raw(found.prompts[0].text))


async def pick(_call: Call) -> Reply:
    """A keyboard under the field: Telegram itself shows the groups and lets the bot in."""
    screen = Screen((say("group-pick"),), fresh=True, picker=Picker(say("button-group-choose")))
    back = Draft().text("group-pick-or").button("button-back", "group").screen(fresh=True)
    return Reply((screen, back))


async def rhythm(call: Call) -> Reply:
    found = await call.use(service.shown)
    kept = found.settings
    draft = Draft().text("group-rhythm-ask").text("group-held-on" if kept.held else "group-held-off")
    buttons = [_toggle(say(f"rhythm-{one}"), one is kept.rhythm, "g.set", one) for one in Rhythm]
    draft.row(*buttons[1:3]).row(buttons[3], buttons[0])
    draft.row(press(say(f"button-group-day-{kept.weekday}"), "g.days"), press(f"{kept.hour}:00", "g.hours"))
    draft.button("button-held-off" if kept.held else "button-held-on", "g.held", int(not kept.held))
    draft.row(press(say("button-back"), "group"), press(say("button-unbind"), "g.unbind"))
    return staff(draft)


def _toggle(label: Words, on: bool, *data: object) -> Button:
    return press(say("toggle-on", label=label) if on else label, *data)


async def set_rhythm(call: Call) -> Reply:
    chosen = next((one for one in Rhythm if one.value == call.word(0)), None)
    if chosen is None:
        raise StaleScreen()
    await call.use(service.set_rhythm, chosen)
    return await rhythm(call)


async def days(call: Call) -> Reply:
    kept = (await call.use(service.shown)).settings
    draft = Draft().text("group-day-ask")
    buttons = [_toggle(say(f"button-group-day-{day}"), day == kept.weekday, "g.day", day) for day in DAYS]
    for start in range(0, len(buttons), 2):
        draft.row(*buttons[start : start + 2])
    return staff(draft.button("button-back", "g.rhythm"))


async def set_day(call: Call) -> Reply:
    await call.use(service.set_day, call.number(0))
    return await rhythm(call)


async def hours(call: Call) -> Reply:
    kept = (await call.use(service.shown)).settings
    draft = Draft().text("group-hour-ask")
    buttons = [_toggle(Raw(f"{hour}:00"), hour == kept.hour, "g.hour", hour) for hour in HOURS]
    return staff(draft.row(*buttons[:2]).row(*buttons[2:]).button("button-back", "g.rhythm"))


async def set_hour(call: Call) -> Reply:
    await call.use(service.set_hour, call.number(0))
    return await rhythm(call)


async def set_held(call: Call) -> Reply:
    await call.use(service.set_held, bool(call.number(0)))
    return await rhythm(call)


async def unbind_ask(_call: Call) -> Reply:
    draft = Draft().text("group-unbind-ask").button("button-back", "g.rhythm")
    return staff(draft.button("button-unbind-really", "g.leave"))


async def unbind(call: Call) -> Reply:
    await call.use(service_groups.unbind)
    return Reply((await home_screen(call),), say("toast-group-unbound"))
