"""Consultations for mentors: ask, take, agree on a time, say whether it helped."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

from handlers import support_times as times
from handlers.call import Call, StaleScreen
from handlers.meeting_choice import instant, wished
from handlers.meeting_screens import me, zone
from handlers.plan import answered, wait_for
from handlers.routes import Routes
from handlers.screens import Draft, Reply, press
from locales import short_day
from mentoring.meetings import wording
from mentoring.meetings.rules import Slot
from mentoring.notices.rules import Audience, Privacy
from mentoring.people.rules import Role
from mentoring.support import service, service_consult
from mentoring.support.rules_consult import LENGTH, READY, SLOTS, Consultation, State
from mentoring.support.service_consult import Shown, topic_words
from mentoring.texts import Words, say

FOCUS_TOPIC, FOCUS_WHEN, FOCUS_PLACE = "consult_topic", "consult_when", "consult_place"
LISTED = 7


def register(routes: Routes) -> None:
    routes.press("cs.list")(listed)
    routes.press("cs.wait")(waiting)
    routes.press("cs.ask")(ask)
    routes.press("cs.topic")(topic)
    routes.text(FOCUS_TOPIC)(topic_typed)
    routes.press("cs")(show)
    routes.press("cs.take", aside=True)(take)
    routes.press("cs.day")(days)
    routes.press("cs.hour")(hours)
    routes.press("cs.sum")(summary)
    routes.press("cs.send", aside=True)(send)
    routes.text(FOCUS_WHEN)(when_typed)
    routes.text(FOCUS_PLACE)(place_typed)
    routes.press("cs.yes", aside=True)(accept)
    routes.press("cs.helped", aside=True)(helped)
    routes.press("cs.more", aside=True)(more)
    routes.press("cs.off")(off_ask)
    routes.press("cs.off2", aside=True)(off)


def _pair(draft: Draft, toast: Words | None = None) -> Reply:
    screen = replace(draft.screen(), audience=Audience.PAIR, privacy=Privacy.NAMED)
    return Reply((screen,), toast)


async def listed(call: Call) -> Reply:
    assert call.actor is not None
    own, desk = await call.use(service_consult.own), await call.use(service.desk)
    draft = Draft().text("consults-head" if own else "consults-none")
    for one in own[:LISTED]:
        draft.row(press(_line(call, one), "cs", one.one.id))
    if desk.to_take:
        draft.button("button-consult-waiting", "cs.wait", count=desk.to_take)
    ask_ = [press(say("button-consult-ask"), "cs.ask")] if call.actor.has(Role.MENTOR) else []
    return _pair(draft.row(*ask_, press(say("button-back"), "support")))


def _line(call: Call, shown: Shown) -> str:
    state = say(f"consult-mark-{shown.one.state}")
    return call.words("consult-line", state=state, topic=topic_words(shown.one.topic))


async def waiting(call: Call) -> Reply:
    """Those that nobody has: subjects alone."""
    found = await call.use(service_consult.to_take)
    draft = Draft().text("consults-waiting" if found else "consults-waiting-none")
    for one in found[:LISTED]:
        draft.row(press(call.words("consult-topic-line", topic=topic_words(one.topic)), "cs", one.id))
    return draft.button("button-back", "cs.list").reply()


async def ask(call: Call) -> Reply:
    await wait_for(call, FOCUS_TOPIC)
    draft = Draft().text("consult-ask")
    made = [press(say(f"consult-topic-{one}"), "cs.topic", one) for one in READY]
    for i in range(0, len(made), 2):
        draft.row(*made[i : i + 2])
    return draft.button("button-back", "cs.list").reply()


async def topic(call: Call) -> Reply:
    if call.word(0) not in READY:
        raise StaleScreen()
    return await _asked(call, call.word(0))


async def topic_typed(call: Call) -> Reply:
    return await _asked(call, call.text)


async def _asked(call: Call, words: str) -> Reply:
    made = await call.use(service_consult.ask, words)
    await answered(call)
    return _card(call, await call.use(service_consult.look, made.id), say("toast-consult-asked"))


async def show(call: Call) -> Reply:
    return _card(call, await call.use(service_consult.look, call.number(0)))


def _card(call: Call, shown: Shown, toast: Words | None = None) -> Reply:
    one = shown.one
    draft = Draft().text("consult-card", topic=topic_words(one.topic))
    if shown.other is not None:
        draft.text("consult-with-taker" if one.asker_id == me(call) else "consult-with-asker", name=shown.other)
    draft.text(_state(call, one))
    if one.slots or one.starts_at:
        draft.words(_times(call, one.slots or ((one.starts_at,) if one.starts_at else ())))
    if one.place:
        draft.text("consult-place", place=one.place)
    if one.is_of(me(call)):
        _ways(call, draft, one)
    elif one.state is State.OPEN:
        draft.button("button-consult-take", "cs.take", one.id)
    return _pair(draft.button("button-back", "cs.list"), toast)


def _times(call: Call, starts: tuple[datetime, ...]) -> Words:
    return wording.offered([Slot(at, at + LENGTH) for at in starts], zone(call))


def _state(call: Call, one: Consultation) -> str:
    if one.state is State.OFFERED:
        return "consult-state-answer" if one.waits_for(me(call)) else "consult-state-offered"
    if one.state is State.AGREED and one.starts_at is not None and one.starts_at <= call.now:
        return "consult-state-over"
    return f"consult-state-{one.state}"


def _ways(call: Call, draft: Draft, one: Consultation) -> None:
    over = one.starts_at is not None and one.starts_at <= call.now
    if one.state is State.AGREED and over and one.asker_id == me(call):
        done, again = say("button-consult-helped"), say("button-consult-more")
        draft.row(press(done, "cs.helped", one.id), press(again, "cs.more", one.id))
    if one.waits_for(me(call)):
        for slot in one.slots:
            draft.row(press(_slot(call, slot), "cs.yes", one.id, wished(slot)))
    row = []
    if one.state in (State.TAKEN, State.OFFERED) or (one.state is State.AGREED and not over):
        key = "button-consult-times" if one.state is State.TAKEN else "button-consult-other"
        row.append(press(say(key), "cs.day", one.id, ""))
    if one.live and not over:
        key = "button-consult-off" if one.asker_id == me(call) else "button-consult-return"
        row.append(press(say(key), "cs.off", one.id))
    draft.row(*row)


def _slot(call: Call, slot: datetime) -> str:
    start = wording.local(slot, zone(call))
    return f"{short_day(start.date(), call.language)}, {start:%H:%M}"


async def take(call: Call) -> Reply:
    shown = await call.use(service_consult.take, call.number(0))
    return _card(call, shown, say("toast-consult-taken"))


async def days(call: Call) -> Reply:
    """`cs.day:<consultation>:<times so far>`"""
    return await _days(call, call.number(0), call.word(1))


async def _days(call: Call, number: int, slots: str) -> Reply:
    instant(slots)
    await wait_for(call, FOCUS_WHEN, number, slots, "")
    draft = await times.days(call, Draft().text("consult-days"), lambda day: ("cs.hour", number, slots, day))
    back = ("cs.sum", number, slots) if slots else ("cs", number)
    return draft.row(press(say("button-back"), *back)).reply()


async def hours(call: Call) -> Reply:
    """`cs.hour:<consultation>:<times>:<day>`"""
    return await _hours(call, call.number(0), call.word(1), times.day_of(call.word(2)))


async def _hours(call: Call, number: int, slots: str, day: date) -> Reply:
    instant(slots)
    await wait_for(call, FOCUS_WHEN, number, slots, f"{day:%y%m%d}")
    draft = Draft().text("consult-hours", day=day)
    times.hours(call, draft, day, lambda start: ("cs.sum", number, _more(slots, start)))
    return draft.button("button-back", "cs.day", number, slots).reply()


def _more(slots: str, start: datetime) -> str:
    """One more time; where there is room for no more the last one gives way."""
    kept = [one for one in instant(slots) if one != start][: SLOTS - 1]
    return "-".join(wished(one) for one in sorted((*kept, start.astimezone(ZoneInfo("UTC")))))


async def when_typed(call: Call) -> Reply:
    number, slots, day = call.ref.split(":")
    start, whole_day = times.typed(call, times.day_of(day) if day else None)
    if start is None:
        assert whole_day is not None
        return await _hours(call, int(number), slots, whole_day)
    return await _summary(call, int(number), _more(slots, start))


async def summary(call: Call) -> Reply:
    """`cs.sum:<consultation>:<times>`: what will be sent; what is typed here is the place."""
    return await _summary(call, call.number(0), call.word(1))


async def _summary(call: Call, number: int, slots: str) -> Reply:
    starts = instant(slots)
    if not starts:
        return await _days(call, number, "")
    await wait_for(call, FOCUS_PLACE, number, slots)
    draft = (
        Draft().text("consult-summary", times=_times(call, starts)).button("button-send", "cs.send", number, slots)
    )
    if len(starts) < SLOTS:
        draft.button("button-more-time", "cs.day", number, slots)
    return draft.button("button-back", "cs", number).reply()


async def send(call: Call) -> Reply:
    return await _sent(call, call.number(0), call.word(1), "")


async def place_typed(call: Call) -> Reply:
    number, slots = call.ref.split(":")
    return await _sent(call, int(number), slots, call.text)


async def _sent(call: Call, number: int, slots: str, place: str) -> Reply:
    shown = await call.use(service_consult.offer, number, instant(slots), place)
    await answered(call)
    return _card(call, shown, say("toast-consult-sent"))


async def accept(call: Call) -> Reply:
    """`cs.yes:<consultation>:<time>`"""
    starts = instant(call.word(1))
    if len(starts) != 1:
        raise StaleScreen()
    shown = await call.use(service_consult.accept, call.number(0), starts[0])
    return _card(call, shown, say("toast-consult-agreed"))


async def helped(call: Call) -> Reply:
    shown = await call.use(service_consult.helped, call.number(0))
    return _card(call, shown, say("toast-consult-helped"))


async def more(call: Call) -> Reply:
    shown = await call.use(service_consult.one_more, call.number(0))
    return _card(call, shown, say("toast-consult-more"))


async def off_ask(call: Call) -> Reply:
    shown = await call.use(service_consult.look, call.number(0))
    own = shown.one.asker_id == me(call)
    draft = Draft().text("consult-off-ask" if own else "consult-return-ask")
    draft.button("button-consult-off2" if own else "button-consult-return2", "cs.off2", shown.one.id)
    return draft.button("button-back", "cs", shown.one.id).reply()


async def off(call: Call) -> Reply:
    await call.use(service_consult.call_off, call.number(0))
    return replace(await listed(call), toast=say("toast-consult-off"))
