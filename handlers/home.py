"""Arriving, the menu by role, help, cancel, and every message that fits nothing else. Never silence."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from handlers import consent, evaluation, final_meeting, form, meeting_screens, menu, reflection, setup
from handlers.call import Call
from handlers.routes import Routes
from handlers.screens import NOTHING, Draft, Reply, press
from mentoring.people import entrance, overview
from mentoring.people.rules import PAIR_ROLES, PersonState
from mentoring.people.rules_steps import Next, Step, forms_for
from mentoring.questionnaires import opening
from mentoring.texts import Raw, Words, say


def register(routes: Routes) -> None:
    routes.command("start", early=True)(start)
    routes.command("menu")(home)
    routes.command("help", early=True)(help_screen)
    routes.command("cancel", early=True)(cancel)
    routes.press("home", early=True)(home)
    routes.press("help", early=True)(help_screen)
    routes.press("name.own")(own_name)
    routes.text("name")(name_typed)
    routes.events["gate"] = gate
    routes.events["typed"] = typed
    routes.events["media"] = media
    routes.events["edited"] = edited
    routes.events["stale"] = home
    routes.events["unknown_command"] = unknown_command
    for early in ("typed", "unknown_command"):
        routes.before_consent.add(early)


async def start(call: Call) -> Reply:
    """`/start` resumes; with a token it continues an invitation."""
    asked = reflection.linked(call.args[0]) if call.args else None
    if asked is not None and call.actor is not None and call.actor.admitted:
        return await reflection.opened(call, asked)
    if call.args and asked is None:
        await call.use_guest(entrance.open_link, call.args[0])
        await call.refresh()
    return await home(call)


async def home(call: Call, notes: tuple[Words, ...] = ()) -> Reply:
    """Whatever this person does next."""
    if call.actor is None:
        return stranger()
    step = await call.use(entrance.what_next)
    if step.step is Step.CONSENT and call.actor.person.state == PersonState.REFUSED:
        return consent.refused_screen()
    screen = {
        Step.CONSENT: _consent,
        Step.NAME: _name,
        Step.WAITING: _waiting,
        Step.SETUP: _setup,
        Step.QUESTIONNAIRE: _questionnaire,
        Step.READY: ready,
    }[step.step]
    reply = await screen(call, step)
    return _with_notes(reply, notes)


def _with_notes(reply: Reply, notes: tuple[Words, ...]) -> Reply:
    if not notes or not reply.screens:
        return reply
    first, *rest = reply.screens
    draft = Draft([*notes, *first.parts], list(first.rows))
    return Reply((draft.screen(fresh=first.fresh), *rest), reply.toast)


def stranger() -> Reply:
    return Draft().text("stranger").button("button-help", "help").reply()


async def gate(call: Call) -> Reply:
    """Something was asked for that has to wait until the consent."""
    return await home(call)


async def _consent(call: Call, step: Next) -> Reply:
    assert step.document is not None
    return await consent.show(call, step.document)


async def _name(call: Call, _step: Next) -> Reply:
    await call.unit.run(lambda unit: unit.foci.set(call.guest.tg_id, "name", "", call.now))
    draft = Draft().text("name-ask")
    if call.shown_name and len(call.shown_name) <= 40:
        draft.row(press(call.shown_name, "name.own"))
    return draft.reply()


async def own_name(call: Call) -> Reply:
    """One tap: the name as Telegram shows it."""
    return await _named(call, call.shown_name)


async def name_typed(call: Call) -> Reply:
    return await _named(call, call.text)


async def _named(call: Call, name: str) -> Reply:
    await call.use(entrance.give_name, name)
    await call.refresh()
    kept = call.actor.person.name if call.actor else None
    return await home(call, (say("name-thanks", name=kept or ""),))


async def _waiting(_call: Call, _step: Next) -> Reply:
    return Draft().text("waiting").button("button-privacy", "privacy").button("button-help", "help").reply()


async def _setup(call: Call, _step: Next) -> Reply:
    assert call.actor is not None
    return await setup.show(call, call.actor.school.setup_step)


async def _questionnaire(call: Call, step: Next) -> Reply:
    assert call.actor is not None
    assert step.form is not None
    due = forms_for(call.actor.person.roles)
    number = due.index(step.form) + 1
    draft = Draft()
    await meeting_screens.on_top(call, draft)
    draft.text("next-form", number=number, total=len(due), title=form.title(step.form, call.language))
    draft.button("button-begin", "f.open", step.form)
    menu.on_bottom(call, draft)
    return draft.reply()


async def ready(call: Call, _step: Next | None = None) -> Reply:
    """The menu of somebody who has nothing of their own open; a survey that asks them stands on top."""
    actor = call.actor
    assert actor is not None
    draft = Draft()
    if actor.has(*PAIR_ROLES):
        await meeting_screens.on_top(call, draft)
    told = len(draft.parts)
    waiting = await call.use(opening.waiting_for)
    if waiting:
        first = waiting[0]
        until = first.closes_at.astimezone(ZoneInfo(actor.school.zone))
        draft.text("menu-survey", title=Raw(first.titles.within(call.language)), until=until)
        draft.button("button-answer", "f.survey", first.id)
    if actor.has(*PAIR_ROLES):
        await final_meeting.on_top(call, draft)
        await evaluation.on_top(call, draft)
    if actor.has(*overview.STAFF):
        found = await call.use(overview.summary)
        draft.text("menu-staff", school=actor.school.name, **_counts(found))
    else:
        draft.text("menu-ready" if len(draft.parts) == told else "menu-school", school=actor.school.name)
    menu.on_bottom(call, draft)
    return draft.reply()


def _counts(found: overview.Summary) -> dict[str, int]:
    return {name: getattr(found, name) for name in found.__slots__}


async def help_screen(call: Call) -> Reply:
    draft = Draft()
    if call.actor is None:
        return draft.text("help-stranger").reply()
    key = "help-staff" if call.actor.has(*overview.STAFF) else "help-pair"
    return draft.text(key).text("help-common").button("button-home", "home").reply()


async def cancel(call: Call) -> Reply:
    """Leave whatever was being typed; say what was kept."""
    focus = await call.unit.run(lambda unit: unit.foci.get(call.guest.tg_id))
    await call.unit.run(lambda unit: unit.foci.clear(call.guest.tg_id))
    key = "cancel-nothing" if focus is None else "cancel-form" if focus.kind == "form" else "cancel-done"
    return Draft().text(key).button("button-home", "home").reply(fresh=True)


async def typed(call: Call) -> Reply:
    """Something was written although nothing was asked: say so and offer the next step."""
    return await home(call, (say("typed-unasked"),)) if call.actor else stranger()


async def media(call: Call) -> Reply:
    """A sticker, voice or picture where words or buttons are due."""
    kind = call.media if call.media in ("voice", "video_note", "sticker", "photo", "document") else "other"
    note = say(f"media-{kind.replace('_', '-')}")
    if call.ref.isdigit():
        return await form.attached(call, int(call.ref), note)
    return await home(call, (note,))


async def edited(call: Call) -> Reply:
    """A message was changed after it had been taken: the answer stays, and here is how to change it."""
    if call.actor is None:
        return NOTHING
    return Draft().text("edited-later").button("button-home", "home").reply(fresh=True)


async def unknown_command(_call: Call) -> Reply:
    return Draft().text("unknown-command").button("button-home", "home").button("button-help", "help").reply()
