"""/settings: language, reminders, quiet hours, school, name, leaving."""

from __future__ import annotations

from handlers.call import Call, StaleScreen
from handlers.home import home
from handlers.routes import Routes
from handlers.screens import Draft, Reply, press
from locales import LANGUAGES, NAMES
from mentoring.consent import privacy
from mentoring.errors import ProgrammeError
from mentoring.people import entrance, setup
from mentoring.people.rules import SETUP_STEPS, Role
from mentoring.texts import Raw, say


def register(routes: Routes) -> None:
    routes.command("settings")(show)
    routes.press("settings")(show)
    routes.press("t.lang")(languages)
    routes.press("t.speak")(speak)
    routes.press("t.mute")(mute)
    routes.press("mute", aside=True)(mute_now)
    routes.press("t.quiet")(quiet)
    routes.press("t.hours")(hours)
    routes.text("quiet")(hours_typed)
    routes.press("t.name")(rename)
    routes.press("t.schools")(schools)
    routes.press("t.school")(school)
    routes.press("t.setup")(school_setup)


async def show(call: Call) -> Reply:
    actor = call.actor
    if actor is None:
        raise ProgrammeError("error-no-school")
    person = actor.person
    draft = Draft().text(
        "settings-head",
        school=actor.school.name,
        name=person.name or say("person-nameless"),
        start=person.quiet_from or actor.school.quiet_from,
        end=person.quiet_to or actor.school.quiet_to,
        reminders=say("word-off" if person.muted else "word-on"),
    )
    draft.row(press(say("button-language"), "t.lang"), press(say("button-name"), "t.name"))
    toggle = "button-reminders-on" if person.muted else "button-reminders-off"
    draft.button(toggle, "t.mute", int(not person.muted)).button("button-quiet", "t.quiet")
    found = await call.unit.run(lambda unit: unit.people.schools_of(actor.tg_id))
    if len(found) > 1:
        draft.button("button-schools", "t.schools")
    if actor.has(Role.CURATOR):
        draft.row(press(say("button-setup"), "t.setup"), press(say("button-dropped"), "nt.dropped"))
        draft.button("button-calendar", "calendar")
    draft.button("button-leave-programme", "v.back", "processing")
    return draft.button("button-home", "home").reply()


async def languages(_call: Call) -> Reply:
    draft = Draft().text("language-ask")
    for code in LANGUAGES:
        draft.row(press(Raw(NAMES[code]), "t.speak", code))
    return draft.button("button-back", "settings").reply()


async def speak(call: Call) -> Reply:
    code = call.word(0)
    if code not in LANGUAGES:
        raise StaleScreen()
    await call.use(privacy.speak, code)
    await call.refresh()
    return await show(call)


async def mute(call: Call) -> Reply:
    await call.use(privacy.mute, bool(call.number(0)))
    await call.refresh()
    return await show(call)


async def mute_now(call: Call) -> Reply:
    """ "Больше не напоминать" under a reminder."""
    await call.use(privacy.mute, True)
    return Draft().text("muted").button("button-settings", "settings").reply()


async def quiet(call: Call) -> Reply:
    await call.unit.run(lambda unit: unit.foci.set(call.guest.tg_id, "quiet", "", call.now))
    draft = Draft().text("quiet-ask").button("button-quiet-school", "t.hours", "")
    for value in setup.QUIET:
        draft.row(press(value.replace("-", " – "), "t.hours", value.replace(":", ".")))
    return draft.button("button-back", "settings").reply()


async def hours(call: Call) -> Reply:
    return await _hours(call, call.word(0))


async def hours_typed(call: Call) -> Reply:
    return await _hours(call, call.text)


async def _hours(call: Call, value: str) -> Reply:
    start, end = setup.read_quiet(value) if value else (None, None)
    await call.use(privacy.quiet, start, end)
    await call.refresh()
    return await show(call)


async def rename(call: Call) -> Reply:
    await call.unit.run(lambda unit: unit.foci.set(call.guest.tg_id, "name", "", call.now))
    return Draft().text("name-again").button("button-back", "settings").reply()


async def schools(call: Call) -> Reply:
    found = await call.unit.run(lambda unit: unit.people.schools_of(call.guest.tg_id))
    draft = Draft().text("schools-ask")
    for one in found:
        draft.row(press(Raw(one.name), "t.school", one.id))
    return draft.button("button-back", "settings").reply()


async def school(call: Call) -> Reply:
    await call.use(entrance.switch_school, call.number(0))
    await call.refresh()
    return await home(call)


async def school_setup(call: Call) -> Reply:
    """The five questions again, each with what is set now."""
    if call.actor is None:
        raise ProgrammeError("error-no-school")
    call.actor.require(Role.CURATOR)
    draft = Draft().text("setup-again")
    for number, step in enumerate(SETUP_STEPS):
        draft.button(f"button-setup-{step}", "s.show", number)
    return draft.button("button-back", "settings").reply()
