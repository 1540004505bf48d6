"""Proposing a meeting: one to three times by buttons or in words, then it is sent."""

from __future__ import annotations

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from handlers import meeting_screens as screens
from handlers.call import Call, StaleScreen
from handlers.meeting_choice import Choice, Target, heard, instant, opened
from handlers.meetings import script_draft
from handlers.routes import Routes
from handlers.screens import Button, Draft, Reply, press
from locales import short_day
from mentoring.errors import ProgrammeError
from mentoring.meetings import scripts, service_propose, wording
from mentoring.meetings.rules import SHIPPED, Contact, Slot
from mentoring.meetings.service_propose import Options
from mentoring.texts import Words, say

FOCUS_WHEN, FOCUS_PLACE = "meeting_when", "meeting_place"
HOURS = range(8, 20)  # local; any other time is typed
DAYS_A_ROW = HOURS_A_ROW = 3
CONTACTS = tuple(Contact)


def register(routes: Routes) -> None:
    routes.press("mp.new")(new)
    routes.press("mp.kinds")(kinds)
    routes.press("mp.memo")(memo)
    routes.press("mp.re")(again)
    routes.press("mp.at")(at)
    routes.press("mp.day")(day)
    routes.press("mp.hour")(hour)
    routes.press("mp.sum")(summary)
    routes.press("mp.how")(how)
    routes.press("mp.send", aside=True)(send)
    routes.text(FOCUS_WHEN)(when_typed)
    routes.text(FOCUS_PLACE)(place_typed)


async def new(call: Call) -> Reply:
    """`mp.new:<pair>`: the kind that comes next."""
    found = await call.use(service_propose.options, call.number(0))
    return await _days(call, Choice(Target.first(call.number(0), found.kind)), found)


async def again(call: Call) -> Reply:
    """`mp.re:<meeting>:<revision>`: other times for a meeting there is."""
    choice = Choice(Target.other(call.number(0), call.number(1)))
    return await _days(call, choice, await choice.options(call))


async def at(call: Call) -> Reply:
    """`mp.at:<pair>:<time>`: a wished time becomes a proposal."""
    found = await call.use(service_propose.options, call.number(0))
    return await _summary(call, Choice(Target.first(call.number(0), found.kind), instant(call.word(1))), found)


async def kinds(call: Call) -> Reply:
    """`mp.kinds:<target>`: every kind that may be proposed now."""
    choice = Choice.read(call.word(0), "")
    found = await choice.options(call)
    draft = Draft().text("meeting-kinds")
    for kind in found.kinds:
        draft.row(press(wording.kind(kind), "mp.day", Target.first(choice.target.pair, kind).word, ""))
    return draft.button("button-back", "pair", choice.target.pair).reply()


async def memo(call: Call) -> Reply:
    """`mp.memo:<target>:<times>`: the script of the kind, before anything is proposed."""
    choice = Choice.read(call.word(0), call.word(1))
    found = await choice.options(call)
    return (
        script_draft(scripts.script(found.kind, call.language))
        .button("button-back", "mp.day", *choice.data)
        .reply()
    )


async def day(call: Call) -> Reply:
    """`mp.day:<target>:<times chosen so far>`"""
    choice = Choice.read(call.word(0), call.word(1))
    return await _days(call, choice, await choice.options(call))


async def _days(call: Call, choice: Choice, found: Options) -> Reply:
    draft = Draft().text(
        "meeting-days",
        kind=wording.kind(found.kind),
        names=screens.others(call, found.pair),
    )
    if found.advice.first and found.advice.last and found.advice.last >= found.days[0][0]:
        draft.text("meeting-advice", first=found.advice.first, last=found.advice.last)
    typed = await heard(call, FOCUS_WHEN, choice, "")
    draft.text("meeting-days-ask" if typed else "meeting-days-ask-buttons")
    made = [_day_button(call, choice, one, closed is not None) for one, closed in found.days]
    for i in range(0, len(made), DAYS_A_ROW):
        draft.row(*made[i : i + DAYS_A_ROW])
    row = [press(say("button-memo"), "mp.memo", *choice.data)]
    if len(found.kinds) > 1:
        row.append(press(say("button-other-kind"), "mp.kinds", choice.target.word))
    return screens.for_pair(draft.row(*row).row(_back(choice, found)))


def _day_button(call: Call, choice: Choice, one: date, closed: bool) -> Button:
    label: Words | str = short_day(one, call.language)
    if closed:
        label = say("meeting-day-closed", day=label)
    return press(label, "mp.hour", *choice.data, f"{one:%y%m%d}")


def _back(choice: Choice, found: Options) -> Button:
    if choice.starts:
        return press(say("button-back"), "mp.sum", *choice.data)
    if choice.target.meeting:
        return press(say("button-back"), "mt", choice.target.meeting)
    return press(say("button-back"), "pair", found.pair.pair.id)


async def hour(call: Call) -> Reply:
    """`mp.hour:<target>:<times>:<day>`"""
    choice = Choice.read(call.word(0), call.word(1))
    try:
        chosen = datetime.strptime(call.word(2), "%y%m%d").date()  # noqa: DTZ007 a day has no zone
    except ValueError:
        raise StaleScreen() from None
    return await _hours(call, choice, chosen)


async def _hours(call: Call, choice: Choice, chosen: date) -> Reply:
    found = await choice.options(call)
    made = [_hour_button(call, choice, found, start) for start in _starts(call, chosen) if start > call.now]
    draft = Draft().text("meeting-hours" if made else "meeting-hours-none", day=chosen)
    typed = await heard(call, FOCUS_WHEN, choice, f"{chosen:%y%m%d}")
    if typed:
        draft.text("meeting-hours-ask")
    for i in range(0, len(made), HOURS_A_ROW):
        draft.row(*made[i : i + HOURS_A_ROW])
    return screens.for_pair(draft.button("button-back", "mp.day", *choice.data))


def _starts(call: Call, chosen: date) -> list[datetime]:
    zone = ZoneInfo(screens.zone(call))
    return [datetime.combine(chosen, time(one), zone) for one in HOURS]


def _hour_button(call: Call, choice: Choice, found: Options, start: datetime) -> Button:
    """A time at which one of those asked has a meeting says so; it can be chosen all the same."""
    slot = Slot(start, start + found.length)
    busy = any(one.start < slot.end and slot.start < one.end for one in found.busy)
    shown = screens.clock(start, call)
    label = say("meeting-hour-busy", time=shown) if busy else shown
    return press(label, "mp.sum", *choice.adding(start).data)


async def when_typed(call: Call) -> Reply:
    """A day leads to its hours, a time is taken; what is not certain is asked for again."""
    choice, chosen = opened(call.ref)
    start, whole_day = screens.understood(call, chosen)
    if whole_day is not None:
        return await _hours(call, choice, whole_day)
    if start is None:
        raise ProgrammeError("error-meeting-when")
    if start <= call.now:
        raise ProgrammeError("error-meeting-slot-past", start=wording.local(start, screens.zone(call)))
    return await _summary(call, choice.adding(start), await choice.options(call))


async def summary(call: Call) -> Reply:
    """`mp.sum:<target>:<times>[:<form of contact>]`: what will be sent."""
    choice = Choice.read(*call.args[:3]) if len(call.args) > 2 else Choice.read(call.word(0), call.word(1))
    return await _summary(call, choice, await choice.options(call))


async def _summary(call: Call, choice: Choice, found: Options) -> Reply:
    if not choice.starts:
        return await _days(call, choice, found)
    slots = [Slot(start, start + found.length) for start in choice.starts]
    draft = Draft().text(
        "meeting-summary",
        kind=wording.kind(found.kind),
        names=screens.others(call, found.pair),
        times=wording.offered(slots, screens.zone(call)),
    )
    contact = choice.form
    if contact is not None:
        draft.text("meeting-summary-how", contact=say(f"contact-{contact}"))
    if await heard(call, FOCUS_PLACE, choice, ""):
        draft.text("meeting-place-ask")
    draft.button("button-meeting-send", "mp.send", *choice.whole)
    more = [press(say("button-more-time"), "mp.day", *choice.data)] if len(slots) < SHIPPED.slots else []
    draft.row(*more, press(say("button-how"), "mp.how", *choice.whole))
    return screens.for_pair(draft.button("button-start-over", "mp.day", choice.target.word, ""))


async def how(call: Call) -> Reply:
    """`mp.how:<target>:<times>`: one of the programme's seven forms of contact."""
    choice = Choice.read(call.word(0), call.word(1))
    draft = Draft().text("meeting-how-ask")
    made = [press(say(f"contact-{one}"), "mp.sum", *choice.data, place) for place, one in enumerate(CONTACTS)]
    for i in range(0, len(made), 2):
        draft.row(*made[i : i + 2])
    return draft.button("button-back", "mp.sum", *choice.data).reply()


async def send(call: Call) -> Reply:
    choice = Choice.read(*call.args[:3])
    return await _sent(call, choice, None)


async def place_typed(call: Call) -> Reply:
    """The place goes with the proposal. Another time, where there is room for one, is a time and no place."""
    choice, _ = opened(call.ref)
    start, whole_day = screens.understood(call, None)
    if whole_day is not None and len(choice.starts) < SHIPPED.slots:
        return await _hours(call, choice, whole_day)
    if start is not None and len(choice.starts) < SHIPPED.slots:
        return await when_typed(call)
    return await _sent(call, choice, call.text)


async def _sent(call: Call, choice: Choice, place: str | None) -> Reply:
    if not choice.starts:
        raise StaleScreen()
    done = await choice.send(call, place)
    await screens.said(call)
    return await screens.after(call, done, say("toast-meeting-sent"))
