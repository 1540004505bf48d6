"""May's guided hour on the curator's screen: begin, go on, end, the word for the report."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from handlers.call import Call
from handlers.group_home import staff
from handlers.plan import answered, wait_for
from handlers.routes import Routes
from handlers.screens import Draft, Reply, press
from mentoring.reflection import service_hour
from mentoring.reflection.prompts import final
from mentoring.reflection.service_hour import MINUTES, Final
from mentoring.texts import Raw, Words, say

FOCUS = "reflection_word"


def register(routes: Routes) -> None:
    routes.press("rh")(show)
    routes.press("rh.plan")(plan)
    routes.press("rh.start")(start)
    routes.press("rh.next")(go_on)
    routes.press("rh.end")(end)
    routes.press("rh.word")(word_ask)
    routes.text(FOCUS)(word_typed)


async def show(call: Call) -> Reply:
    return await _shown(call)


async def _shown(call: Call, toast: Words | None = None) -> Reply:
    found = await call.use(service_hour.shown)
    if found is None:
        return await plan(call)
    return staff(_going(call, found) if found.going else _over(found), toast)


async def plan(call: Call) -> Reply:
    """What is going to happen, question by question; the press on a length begins it."""
    assert call.actor is not None
    await call.use(service_hour.shown)  # only for those who may
    questions = final(call.actor.school.language)
    draft = Draft().text("hour-plan", total=len(questions))
    draft.words(Raw("\n".join(f"{n}. {one.text}" for n, one in enumerate(questions, 1))))
    draft.text("hour-plan-how")
    buttons = [press(say("button-minutes", count=one), "rh.start", one) for one in MINUTES]
    return staff(draft.row(*buttons[:2]).row(*buttons[2:]).button("button-back", "group"))


def _going(call: Call, found: Final) -> Draft:
    assert call.actor is not None
    hour = found.hour
    draft = Draft().text("hour-going", step=hour.step, total=found.total, answers=found.counts.answers)
    if hour.next_at is not None:
        at = hour.next_at.astimezone(ZoneInfo(call.actor.school.zone))
        draft.text("hour-next-at" if hour.step < found.total else "hour-ends-at", time=f"{at:%H:%M}")
    if hour.step < found.total:
        draft.button("button-hour-next", "rh.next", hour.step)
    return draft.button("button-hour-end", "rh.end").row(
        press(say("button-refresh"), "rh"), press(say("button-back"), "group")
    )


def _over(found: Final) -> Draft:
    counts = found.counts
    draft = Draft().text("hour-over", answers=counts.answers, reactions=counts.reactions, people=counts.people)
    words = found.hour.conclusion
    draft.text("hour-word", text=Raw(words)) if words else draft.text("hour-no-word")
    draft.button("button-hour-word", "rh.word").button("button-hour-again", "rh.plan")
    return draft.button("button-back", "group")


async def start(call: Call) -> Reply:
    """`rh.start:<minutes a question>`"""
    await call.use(service_hour.start, call.number(0))
    return await _shown(call, say("toast-hour-begun"))


async def go_on(call: Call) -> Reply:
    """`rh.next:<the question that is open>`"""
    await call.use(service_hour.go_on, call.number(0))
    return await _shown(call)


async def end(call: Call) -> Reply:
    await call.use(service_hour.end)
    return await _shown(call)


async def word_ask(call: Call) -> Reply:
    await wait_for(call, FOCUS)
    return staff(Draft().text("hour-word-ask").button("button-back", "rh"))


async def word_typed(call: Call) -> Reply:
    await call.use(service_hour.conclude, call.text)
    await answered(call)
    return await _shown(call, say("toast-word-kept"))
