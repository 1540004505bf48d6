"""Giving a questionnaire to many: whom, until when, and once more before it leaves."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from zoneinfo import ZoneInfo

from handlers import surveys
from handlers.call import Call, StaleScreen
from handlers.routes import Routes
from handlers.screens import Draft, Reply, press
from locales import short_day
from mentoring.errors import ProgrammeError
from mentoring.people.rules import Role
from mentoring.surveys import service
from mentoring.surveys.rules import CLOSES
from mentoring.surveys.service import Offer
from mentoring.texts import Raw, Words, say
from mentoring.words.rules import understand

FOCUS_NEW, FOCUS_MOVE = "survey_day", "survey_end"
ROLES = tuple(Role)


def register(routes: Routes) -> None:
    routes.press("sv.new")(new)
    routes.press("sv.whom")(whom)
    routes.press("sv.ask")(ask)
    routes.press("sv.open", aside=True)(open_it)
    routes.press("sv.move")(move)
    routes.press("sv.move2", aside=True)(moved)
    routes.text(FOCUS_NEW)(day_typed)
    routes.text(FOCUS_MOVE)(end_typed)


def _mask(roles: Iterable[Role]) -> int:
    """Roles as a number short enough for a button."""
    return sum(1 << ROLES.index(role) for role in roles)


def _roles(mask: int) -> tuple[Role, ...]:
    return tuple(role for place, role in enumerate(ROLES) if mask >> place & 1)


async def new(call: Call) -> Reply:
    """`sv.new:<questionnaire>`: as the form itself suggests."""
    return await _offered(call, call.word(0), ())


async def whom(call: Call) -> Reply:
    """`sv.whom:<questionnaire>:<roles>`"""
    return await _offered(call, call.word(0), _roles(call.number(1)))


async def _offered(call: Call, ref: str, roles: tuple[Role, ...], note: tuple[Words, ...] = ()) -> Reply:
    found = await call.use(service.offer, ref, roles)
    mask = _mask(found.roles)
    focus = f"{ref}:{mask}"
    await call.unit.run(lambda unit: unit.foci.set(call.guest.tg_id, FOCUS_NEW, focus, call.now))
    draft = Draft(list(note)).text("survey-offer", title=Raw(found.form.title.within(call.language)))
    draft.text("survey-whom", roles=_named(call, found.roles), count=found.people)
    _whom_buttons(draft, ref, found)
    draft.text("survey-until-ask")
    days = [press(short_day(one, call.language), "sv.ask", ref, mask, f"{one:%y%m%d}") for one in found.days]
    return draft.row(*days).button("button-back", "q.form", ref).reply()


def _whom_buttons(draft: Draft, ref: str, found: Offer) -> None:
    """Mentors and mentees can be ticked, and whoever else the form is for; the last one stays."""
    offered = [role for role in ROLES if role in (Role.MENTOR, Role.MENTEE) or role in found.roles]
    buttons = []
    for role in offered:
        other = set(found.roles) ^ {role} or set(found.roles)
        label = say("toggle-on" if role in found.roles else "toggle-off", label=say(f"role-{role}"))
        buttons.append(press(label, "sv.whom", ref, _mask(other)))
    for i in range(0, len(buttons), 2):
        draft.row(*buttons[i : i + 2])


def _named(call: Call, roles: Iterable[Role]) -> str:
    return ", ".join(call.words(f"role-{role}") for role in roles)


def _day(call: Call, index: int) -> date:
    try:
        return datetime.strptime(call.word(index), "%y%m%d").date()  # noqa: DTZ007 a day has no zone
    except ValueError:
        raise StaleScreen() from None


async def ask(call: Call) -> Reply:
    """`sv.ask:<questionnaire>:<roles>:<day>`: everything once more before anybody hears of it."""
    return await _confirm(call, call.word(0), _roles(call.number(1)), _day(call, 2))


async def _confirm(call: Call, ref: str, roles: tuple[Role, ...], last: date) -> Reply:
    found = await call.use(service.offer, ref, roles)
    await call.unit.run(lambda unit: unit.foci.clear(call.guest.tg_id))
    draft = Draft().text(
        "survey-confirm",
        title=Raw(found.form.title.within(call.language)),
        roles=_named(call, found.roles),
        count=found.people,
        day=last,
        time=f"{CLOSES:%H:%M}",
    )
    if found.settings.anonymous:
        draft.text("survey-anonymous")
    mask = _mask(found.roles)
    draft.button("button-survey-send", "sv.open", ref, mask, f"{last:%y%m%d}")
    return draft.button("button-back", "sv.whom", ref, mask).reply()


async def open_it(call: Call) -> Reply:
    made = await call.use(service.open_survey, call.word(0), _roles(call.number(1)), _day(call, 2))
    return await surveys.shown(call, made.id, say("toast-survey-sent"))


def _typed_day(call: Call) -> date:
    """The day that was written, on the school's calendar. Raises ProgrammeError for what is no day."""
    actor = call.actor
    assert actor is not None
    found = understand(call.text, call.now.astimezone(ZoneInfo(actor.school.zone)))
    if found is None or found.grain != "day" or found.start is None:
        raise ProgrammeError("error-no-day")
    return found.start.date()


async def day_typed(call: Call) -> Reply:
    ref, _, mask = call.ref.rpartition(":")
    return await _confirm(call, ref, _roles(int(mask)), _typed_day(call))


async def move(call: Call) -> Reply:
    """`sv.move:<survey>`: another last day."""
    actor = call.actor
    found = await call.use(service.standing, call.number(0))
    assert actor is not None
    ref = str(found.survey.id)
    await call.unit.run(lambda unit: unit.foci.set(call.guest.tg_id, FOCUS_MOVE, ref, call.now))
    draft = Draft().text("survey-move", until=service.until(found.survey, actor.school.zone))
    days = await call.use(service.other_days)
    draft.row(*(press(short_day(one, call.language), "sv.move2", ref, f"{one:%y%m%d}") for one in days))
    return draft.button("button-back", "sv.show", ref).reply()


async def moved(call: Call) -> Reply:
    return await _moved(call, call.number(0), _day(call, 1))


async def end_typed(call: Call) -> Reply:
    return await _moved(call, int(call.ref), _typed_day(call))


async def _moved(call: Call, survey_id: int, last: date) -> Reply:
    await call.use(service.extend, survey_id, last)
    await call.unit.run(lambda unit: unit.foci.clear(call.guest.tg_id))
    return await surveys.shown(call, survey_id, say("toast-end-moved"))
