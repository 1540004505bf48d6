"""A step is put off, moved, dropped, opened again or given a date: the days first, then why."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from handlers.call import Call, StaleScreen
from handlers.plan import wait_for
from handlers.roadmap_step import apply, opened, screen
from handlers.roadmap_words import ANY, STAMP, At, at, at_ref, day_in, here
from handlers.routes import Routes
from handlers.screens import Draft, Reply, for_staff, press
from locales import short_day
from mentoring.errors import ProgrammeError
from mentoring.roadmap import service
from mentoring.roadmap.rules_changes import Change, Drop, Move, Postpone, Reopen, Reword
from mentoring.roadmap.service import Card
from mentoring.roadmap.service_words import until_offers, window_in
from mentoring.texts import say

UNTIL, REASON, WINDOW, WORDS = "road_until", "road_reason", "road_window", "road_words"
REASONS = ("time", "papers", "people")  # the usual ones, in one tap
POSTPONE, OPEN, DROP, MOVE = "post", "open", "drop", "move"
TITLE, RESULT = "title", "result"


def register(routes: Routes) -> None:
    routes.press("rm.open", aside=True)(reopen)
    routes.press("rm.post")(postpone)
    routes.press("rm.until", aside=True)(until_pressed)
    routes.text(UNTIL)(until_typed)
    routes.press("rm.why", aside=True)(reason_pressed)
    routes.text(REASON)(reason_typed)
    routes.press("rm.change")(menu)
    routes.press("rm.drop")(drop)
    routes.press("rm.move")(move)
    routes.press("rm.date")(set_date)
    routes.text(WINDOW)(window_typed)
    routes.press("rm.word")(reword)
    routes.press("rm.plain", aside=True)(plain_words)
    routes.text(WORDS)(words_typed)


async def worked(call: Call, where: At) -> Card:
    """The step, for who may close it and put it off."""
    card = await call.use(service.card, where.step)
    if not card.works:
        raise ProgrammeError("error-not-yours")
    return card


async def arranged(call: Call, where: At) -> Card:
    card = await call.use(service.card, where.step)
    if not card.arranges:
        raise ProgrammeError("error-not-yours")
    return card


def back_to(draft: Draft, where: At) -> Draft:
    return draft.button("button-back", "rm.step", where.step, where.place)


async def reopen(call: Call) -> Reply:
    """A step whose window is over needs a new last day first."""
    where = at(call)
    card = await worked(call, where)
    if card.instance.live:
        return screen(call, card, where.place, say("error-done-already"))
    if card.instance.last is not None and card.instance.last < card.today:
        return await _until_ask(call, where, card, OPEN)
    return await apply(call, where, Reopen(), "toast-road-open")


async def postpone(call: Call) -> Reply:
    where = at(call)
    card = await worked(call, where)
    if not card.instance.live:
        return screen(call, card, where.place, say("error-stale"))
    return await _until_ask(call, where, card, POSTPONE)


async def _until_ask(call: Call, where: At, card: Card, what: str) -> Reply:
    await wait_for(call, UNTIL, where, what)
    draft = Draft().text(f"road-until-{what}", number=str(card.instance.n))
    days = until_offers(card.today, card.instance.last)
    draft.row(
        *(press(short_day(day, call.language), "rm.until", where, what, f"{day:{STAMP}}") for day in days[:2])
    )
    draft.row(
        *(press(short_day(day, call.language), "rm.until", where, what, f"{day:{STAMP}}") for day in days[2:])
    )
    return for_staff(back_to(draft, where))


async def until_pressed(call: Call) -> Reply:
    """`rm.until:<step>:<revision>:<place>:<what>:<day>`"""
    return await _until(call, at(call), call.word(3), day_in(call.word(4)))


async def until_typed(call: Call) -> Reply:
    where, (what,) = at_ref(call)
    return await _until(call, where, what, window_in(call.text, here(call))[1])


async def _until(call: Call, where: At, what: str, last: date) -> Reply:
    if what == OPEN:
        return await apply(call, where, Reopen(last), "toast-road-open")
    if what != POSTPONE:
        raise StaleScreen()
    if last <= here(call).date():
        raise ProgrammeError("roadmap-past")
    return await _reason_ask(call, where, POSTPONE, last)


async def _reason_ask(call: Call, where: At, what: str, *days: date) -> Reply:
    stamps = [f"{day:{STAMP}}" for day in days]
    await wait_for(call, REASON, where, what, *stamps)
    card = await call.use(service.card, where.step)
    span = {"first": days[0], "last": days[-1]} if days else {}
    draft = Draft().text(f"road-reason-{what}", number=str(card.instance.n), **span)
    for reason in REASONS:
        draft.button(f"button-road-reason-{reason}", "rm.why", where, what, reason, *stamps)
    return for_staff(back_to(draft, where))


async def reason_pressed(call: Call) -> Reply:
    """`rm.why:<step>:<revision>:<place>:<what>:<reason>:<days>`"""
    what, reason = call.word(3), call.word(4)
    if reason not in REASONS:
        raise StaleScreen()
    return await _changed(call, at(call), what, call.words(f"button-road-reason-{reason}"), call.args[5:])


async def reason_typed(call: Call) -> Reply:
    where, (what, *days) = at_ref(call)
    return await _changed(call, where, what, call.text, tuple(days))


async def _changed(call: Call, where: At, what: str, reason: str, stamps: tuple[str, ...]) -> Reply:
    days = [day_in(stamp) for stamp in stamps]
    change: Change
    if what == DROP:
        change = Drop(reason)
    elif what == POSTPONE and len(days) == 1:
        change = Postpone(days[0], reason)
    elif what == MOVE and len(days) == 2:
        change = Move(days[0], days[1], reason)
    else:
        raise StaleScreen()
    return await apply(call, where, change, f"toast-road-{what}")


async def menu(call: Call) -> Reply:
    """What the curator may change of the plan."""
    where = at(call)
    card = await arranged(call, where)
    if not card.instance.live:
        return await opened(call, where.step, where.place, say("error-stale"))
    draft = Draft().text("road-change", number=str(card.instance.n))
    draft.row(press(say("button-road-move"), "rm.move", where), press(say("button-road-whom"), "rm.who", where))
    draft.row(
        press(say("button-road-title"), "rm.word", where, TITLE),
        press(say("button-road-result"), "rm.word", where, RESULT),
    )
    if card.instance.own_title or card.instance.own_result:
        draft.row(press(say("button-road-plain"), "rm.plain", where))
    draft.row(press(say("button-road-drop"), "rm.drop", where))
    return for_staff(back_to(draft, where))


async def drop(call: Call) -> Reply:
    """What it means stands beside the question why."""
    where = at(call)
    await arranged(call, where)
    return await _reason_ask(call, where, DROP)


async def move(call: Call) -> Reply:
    where = at(call)
    await arranged(call, where)
    return await _window_ask(call, where, "road-window")


async def set_date(call: Call) -> Reply:
    """`rm.date:<step>`: when somebody else has said when it will be."""
    where = at(call)
    card = await worked(call, where)
    where = replace(where, revision=card.instance.revision if where.revision == ANY else where.revision)
    if not card.instance.live or card.instance.first is not None:
        return await opened(call, where.step, where.place, say("error-done-already"))
    return await _window_ask(call, where, "road-date")


async def _window_ask(call: Call, where: At, key: str) -> Reply:
    await wait_for(call, WINDOW, where)
    card = await call.use(service.card, where.step)
    return for_staff(back_to(Draft().text(key, number=str(card.instance.n)), where))


async def window_typed(call: Call) -> Reply:
    """To give days to a step that has none needs no reason."""
    where, _ = at_ref(call)
    first, last = window_in(call.text, here(call))
    card = await call.use(service.card, where.step)
    if card.instance.first is None:
        return await apply(call, where, Move(first, last, ""), "toast-road-move")
    return await _reason_ask(call, where, MOVE, first, last)


async def reword(call: Call) -> Reply:
    """`rm.word:<step>:<revision>:<place>:<title or result>`"""
    where, part = at(call), call.word(3)
    if part not in (TITLE, RESULT):
        raise StaleScreen()
    await arranged(call, where)
    await wait_for(call, WORDS, where, part)
    return for_staff(back_to(Draft().text(f"road-word-{part}"), where))


async def words_typed(call: Call) -> Reply:
    """The last line says why."""
    where, (part,) = at_ref(call)
    text, _, reason = call.text.strip().rpartition("\n")
    if not text.strip():
        raise ProgrammeError("roadmap-reason-missing")
    one = (await arranged(call, where)).instance
    title = " ".join(text.split()) if part == TITLE else one.own_title
    result = text if part == RESULT else one.own_result
    return await apply(call, where, Reword(title, result, reason), "toast-road-word")


async def plain_words(call: Call) -> Reply:
    where = at(call)
    await arranged(call, where)
    return await apply(call, where, Reword("", "", call.words("road-plain-reason")), "toast-road-word")
