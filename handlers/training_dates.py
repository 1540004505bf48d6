"""The sessions of training: dates, places, who leads, who came."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

from handlers import support_times as times
from handlers.call import Call, StaleScreen
from handlers.meeting_choice import instant, wished
from handlers.meeting_screens import zone
from handlers.plan import answered, wait_for
from handlers.routes import Routes
from handlers.screens import Button, Draft, Reply, for_staff, pager, press
from handlers.training import keeper
from locales import short_day
from mentoring.errors import ProgrammeError
from mentoring.meetings.wording import local
from mentoring.notices.rules import Audience, Privacy
from mentoring.people.rules import Person, Role
from mentoring.texts import Raw, Words, say
from mentoring.training import service
from mentoring.training import service_sessions as sessions
from mentoring.training.rules import MINUTES
from mentoring.training.service_sessions import Sheet, Shown

FOCUS_WHEN, FOCUS_PLACE = "training_when", "training_place"
PAGE, HALF = 8, 4


def register(routes: Routes) -> None:
    routes.press("tr.dates")(listed)
    routes.press("tr.what")(what)
    routes.press("tr.day")(days)
    routes.press("tr.hour")(hours)
    routes.press("tr.at")(at)
    routes.text(FOCUS_WHEN)(when_typed)
    routes.press("tr.s")(show)
    routes.press("tr.place")(place_ask)
    routes.text(FOCUS_PLACE)(place_typed)
    routes.press("tr.long")(length)
    routes.press("tr.lead")(leader)
    routes.press("tr.off")(off_ask)
    routes.press("tr.off2", aside=True)(off)
    routes.press("tr.came")(sheet)
    routes.press("tr.mark")(mark)
    routes.press("tr.own", aside=True)(own)


async def listed(call: Call) -> Reply:
    """`tr.dates:<cycle>`: what is to come, or the last ones when nothing is."""
    cycle_id = call.number(0)
    every = await call.use(sessions.of_cycle, cycle_id)
    ahead = [one for one in every if one.session.ends_at > call.now] or list(every[-PAGE:])
    draft = Draft().text("training-dates" if every else "training-dates-none")
    for one in ahead[:HALF]:
        draft.row(press(_line(call, one), "tr.s", one.session.id))
    new = [press(say("button-training-date"), "tr.what", cycle_id)] if keeper(call) else []
    return draft.row(*new, press(say("button-back"), "tr", cycle_id)).reply()


def _line(call: Call, one: Shown) -> str:
    start = local(one.session.starts_at, zone(call))
    key = "training-date-off" if one.session.called_off else "training-date"
    return call.words(key, day=short_day(start.date(), call.language), time=f"{start:%H:%M}", title=one.title)


def _staff(call: Call) -> None:
    if not keeper(call):
        raise ProgrammeError("error-not-yours")


async def what(call: Call) -> Reply:
    """`tr.what:<cycle>`: a date is for one of its lessons or for all of it."""
    _staff(call)
    shown = await call.use(service.cycle, call.number(0))
    draft = Draft().text("training-what")
    made = [press(one.title, "tr.day", shown.cycle.id, f"l{one.id}") for one in shown.cycle.lessons[:PAGE]]
    width = 1 if len(made) < HALF else 2
    for i in range(0, len(made), width):
        draft.row(*made[i : i + width])
    whole = press(say("button-training-whole"), "tr.day", shown.cycle.id, "l0")
    return draft.row(whole, press(say("button-back"), "tr.dates", shown.cycle.id)).reply()


async def days(call: Call) -> Reply:
    """`tr.day:<cycle>:<l+lesson | s+session>`: a new date, or another for a session there is."""
    _staff(call)
    cycle_id, which = call.number(0), _which(call.word(1))
    await wait_for(call, FOCUS_WHEN, cycle_id, which, "")
    draft = await times.days(call, Draft().text("training-day"), lambda day: ("tr.hour", cycle_id, which, day))
    return draft.button("button-back", "tr.dates", cycle_id).reply()


def _which(word: str) -> str:
    if word[:1] not in ("l", "s") or not word[1:].isdecimal() or len(word) > 19:
        raise StaleScreen()
    return word


async def hours(call: Call) -> Reply:
    """`tr.hour:<cycle>:<which>:<day>`"""
    return await _hours(call, call.number(0), _which(call.word(1)), times.day_of(call.word(2)))


async def _hours(call: Call, cycle_id: int, which: str, day: date) -> Reply:
    await wait_for(call, FOCUS_WHEN, cycle_id, which, f"{day:%y%m%d}")
    draft = Draft().text("training-hour", day=day)
    times.hours(call, draft, day, lambda start: ("tr.at", cycle_id, which, wished(start)))
    return draft.button("button-back", "tr.day", cycle_id, which).reply()


async def at(call: Call) -> Reply:
    starts = instant(call.word(2))
    if len(starts) != 1:
        raise StaleScreen()
    return await _planned(call, call.number(0), _which(call.word(1)), starts[0])


async def when_typed(call: Call) -> Reply:
    cycle_id, which, day = call.ref.split(":")
    start, whole_day = times.typed(call, times.day_of(day) if day else None)
    if start is None:
        assert whole_day is not None
        return await _hours(call, int(cycle_id), which, whole_day)
    return await _planned(call, int(cycle_id), which, start)


async def _planned(call: Call, cycle_id: int, which: str, start: datetime) -> Reply:
    start, number = start.astimezone(ZoneInfo("UTC")), int(which[1:])
    if which[0] == "s":
        shown = await call.use(sessions.move, number, start)
    else:
        shown = await call.use(sessions.plan, cycle_id, number or None, start)
    await answered(call)
    return await _card(call, shown, say("toast-training-planned"))


async def show(call: Call) -> Reply:
    return await _card(call, await call.use(sessions.look, call.number(0)))


async def _card(call: Call, shown: Shown, toast: Words | None = None) -> Reply:
    one = shown.session
    start = local(one.starts_at, zone(call))
    draft = Draft().text("training-session", title=shown.title, start=start, hours=round(one.minutes / MINUTES))
    closed = await call.use(sessions.why_closed, one.starts_at)
    if closed is not None and not one.called_off:
        draft.text("training-closed-day")
    if one.place:
        draft.text("training-place", place=Raw(one.place))
    if shown.teacher is not None:
        draft.text("training-leader", name=shown.teacher.name or say("person-nameless"))
    _state(call, draft, shown)
    for row in _ways(call, shown):
        draft.row(*row)
    screen = replace(
        draft.button("button-back", "tr.dates", one.cycle_id).screen(),
        audience=Audience.STAFF if keeper(call) else Audience.SELF,
        privacy=Privacy.NAMED,
    )
    return Reply((screen,), toast)


def _state(call: Call, draft: Draft, shown: Shown) -> None:
    if shown.session.called_off:
        draft.text("training-called-off")
    elif shown.mine is not None:
        draft.text("training-was" if shown.mine.came else "training-was-not")
    elif shown.session.held(call.now) and call.actor is not None and call.actor.has(Role.MENTOR):
        draft.text("training-were-you")


def _ways(call: Call, shown: Shown) -> list[list[Button]]:
    one, rows = shown.session, []
    if one.called_off:
        return []
    begun = one.starts_at - sessions.EARLY <= call.now
    if begun and call.actor is not None and call.actor.has(Role.MENTOR):
        came, missed = say("button-training-came"), say("button-training-not")
        rows.append([press(came, "tr.own", one.id, 1), press(missed, "tr.own", one.id, 0)])
    if keeper(call) and begun:
        rows.append([press(say("button-training-sheet"), "tr.came", one.id, 0)])
    elif keeper(call):
        move = press(say("button-move"), "tr.day", one.cycle_id, f"s{one.id}")
        rows.append([move, press(say("button-training-place"), "tr.place", one.id)])
        hours = round(one.minutes / MINUTES) % 4 + 1
        lead = press(say("button-training-lead"), "tr.lead", one.id, "")
        rows.append([press(say("button-training-hours", count=hours), "tr.long", one.id, hours), lead])
        rows.append([press(say("button-training-off"), "tr.off", one.id)])
    return rows


async def place_ask(call: Call) -> Reply:
    _staff(call)
    await wait_for(call, FOCUS_PLACE, call.number(0))
    return Draft().text("training-place-ask").button("button-back", "tr.s", call.number(0)).reply()


async def place_typed(call: Call) -> Reply:
    shown = await call.use(sessions.set_place, int(call.ref), call.text)
    await answered(call)
    return await _card(call, shown, say("toast-training-kept"))


async def length(call: Call) -> Reply:
    """`tr.long:<session>:<academic hours>`"""
    return await _card(call, await call.use(sessions.set_length, call.number(0), call.number(1)))


async def leader(call: Call) -> Reply:
    """`tr.lead:<session>:[<person>]`"""
    if len(call.args) > 1 and call.args[1]:
        shown = await call.use(sessions.set_teacher, call.number(0), call.number(1))
        return await _card(call, shown, say("toast-training-kept"))
    draft = Draft().text("training-lead-ask")
    made = [press(one.name or "", "tr.lead", call.number(0), one.id) for one in await call.use(sessions.teachers)]
    for i in range(0, min(len(made), PAGE), 2):
        draft.row(*made[i : i + 2])
    draft.button("button-back", "tr.s", call.number(0))
    return for_staff(draft)


async def off_ask(call: Call) -> Reply:
    _staff(call)
    shown = await call.use(sessions.look, call.number(0))
    draft = Draft().text("training-off-ask", title=shown.title)
    draft.button("button-training-off2", "tr.off2", shown.session.id)
    return draft.button("button-back", "tr.s", shown.session.id).reply()


async def off(call: Call) -> Reply:
    return await _card(call, await call.use(sessions.call_off, call.number(0)), say("toast-training-off"))


async def sheet(call: Call) -> Reply:
    """`tr.came:<session>:<page>`"""
    return _sheet(call, await call.use(sessions.sheet, call.number(0)), call.number(1))


def _sheet(call: Call, found: Sheet, number: int, toast: Words | None = None) -> Reply:
    """A tap goes from nothing to "came", to "did not", to "came"."""
    session, pages = found.shown.session, max(1, -(-len(found.people) // PAGE))
    number = min(max(number, 0), pages - 1)
    some = found.people[number * PAGE : (number + 1) * PAGE]
    draft = Draft().text(
        "training-sheet" if some else "training-sheet-none", came=found.came, total=len(found.people)
    )
    made = [_seat(call, session.id, person, came, number) for person, came in some]
    for i in range(0, len(made), 2):
        draft.row(*made[i : i + 2])
    draft.row(*pager(number, pages, "tr.came", session.id), press(say("button-back"), "tr.s", session.id))
    return for_staff(draft, toast)


def _seat(call: Call, session_id: int, person: Person, came: bool | None, number: int) -> Button:
    mark = "unknown" if came is None else "came" if came else "missed"
    label = call.words(f"training-seat-{mark}", name=person.name or "")
    return press(label, "tr.mark", session_id, person.id, int(not came), number)


async def mark(call: Call) -> Reply:
    """`tr.mark:<session>:<person>:<0|1>:<page>`"""
    found = await call.use(sessions.mark, call.number(0), call.number(1), call.word(2) == "1")
    return _sheet(call, found, call.number(3))


async def own(call: Call) -> Reply:
    """`tr.own:<session>:<0|1>`"""
    shown = await call.use(sessions.mark_own, call.number(0), call.word(1) == "1")
    return await _card(call, shown, say("toast-training-own"))
