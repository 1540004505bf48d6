"""Polls in the group on the curator's screen: question, options, until when, the votes."""

from __future__ import annotations

from datetime import date
from zoneinfo import ZoneInfo

from handlers.call import Call, StaleScreen
from handlers.group_home import staff
from handlers.plan import answered, wait_for
from handlers.routes import Routes
from handlers.screens import Button, Draft, Reply, press
from locales import short_day
from mentoring.reflection import service_polls
from mentoring.reflection.rules import Poll
from mentoring.texts import Raw, Words, say

FOCUS_QUESTION, FOCUS_OPTIONS = "poll_question", "poll_options"
SHOWN = 6


def register(routes: Routes) -> None:
    routes.press("gp")(listed)
    routes.press("gp.new")(question_ask)
    routes.press("gp.table")(round_table)
    routes.press("gp.day")(day)
    routes.press("gp.draft")(draft_again)
    routes.press("gp.when")(when)
    routes.press("gp.put")(put)
    routes.press("gp.show")(show)
    routes.press("gp.close")(close)
    routes.text(FOCUS_QUESTION)(question_typed)
    routes.text(FOCUS_OPTIONS)(options_typed)


async def listed(call: Call) -> Reply:
    found = await call.use(service_polls.listed)
    draft = Draft().text("polls-head" if found else "polls-none")
    for one in found[:SHOWN]:
        draft.row(press(call.words(f"poll-line-{_state(one)}", question=one.question), "gp.show", one.id))
    return staff(draft.button("button-poll-new", "gp.new").button("button-back", "group"))


def _state(poll: Poll) -> str:
    return "closed" if poll.state == "closed" else "open"


async def question_ask(call: Call) -> Reply:
    await call.use(service_polls.listed)
    await wait_for(call, FOCUS_QUESTION)
    draft = Draft().text("poll-question-ask").button("button-poll-table", "gp.table")
    return staff(draft.button("button-back", "gp"))


async def question_typed(call: Call) -> Reply:
    return await _draft(call, await call.use(service_polls.begin, call.text))


async def round_table(call: Call) -> Reply:
    assert call.actor is not None
    return await _draft(call, await call.use(service_polls.begin, call.words("poll-round-table")))


async def _draft(call: Call, poll: Poll) -> Reply:
    """The question, what is to choose from, and dates to take in with a press; what is typed is options too."""
    await wait_for(call, FOCUS_OPTIONS, poll.id)
    draft = Draft().text("poll-draft", question=Raw(poll.question))
    if poll.options:
        draft.words(Raw("\n".join(f"{n}. {one}" for n, one in enumerate(poll.options, 1))))
    draft.text("poll-options-ask", least=service_polls.LEAST, most=service_polls.MOST)
    buttons = [_day(call, poll, one) for one in await call.use(service_polls.coming_days)]
    for start in range(0, len(buttons), 2):
        draft.row(*buttons[start : start + 2])
    if len(poll.options) >= service_polls.LEAST:
        draft.button("button-poll-when", "gp.when", poll.id)
    return staff(draft.button("button-back", "gp"))


def _day(call: Call, poll: Poll, one: date) -> Button:
    option = short_day(one, call.language)
    label = say("toggle-on", label=Raw(option)) if option in poll.options else Raw(option)
    return press(label, "gp.day", poll.id, one.isoformat())


async def day(call: Call) -> Reply:
    """`gp.day:<poll>:<date>`"""
    try:
        option = short_day(date.fromisoformat(call.word(1)), call.language)
    except ValueError:
        raise StaleScreen() from None
    return await _draft(call, await call.use(service_polls.toggle, call.number(0), option))


async def options_typed(call: Call) -> Reply:
    return await _draft(call, await call.use(service_polls.add_options, int(call.ref), call.text))


async def draft_again(call: Call) -> Reply:
    return await _draft(call, await call.use(service_polls.find, call.number(0)))


async def when(call: Call) -> Reply:
    """`gp.when:<poll>`: the last look; the press puts it to the group."""
    poll = await call.use(service_polls.find, call.number(0))
    await answered(call)
    draft = Draft().text("poll-draft", question=Raw(poll.question))
    draft.words(Raw("\n".join(f"{n}. {one}" for n, one in enumerate(poll.options, 1)))).text("poll-when-ask")
    for days in (*service_polls.DAYS, 0):
        label = say("button-poll-days", count=days) if days else say("button-poll-open")
        draft.row(press(label, "gp.put", poll.id, days))
    return staff(draft.button("button-back", "gp.draft", poll.id))


async def put(call: Call) -> Reply:
    """`gp.put:<poll>:<days>`"""
    poll = await call.use(service_polls.publish, call.number(0), call.number(1))
    return _card(call, poll, say("toast-poll-put"))


async def show(call: Call) -> Reply:
    return _card(call, await call.use(service_polls.find, call.number(0)))


def _card(call: Call, poll: Poll, toast: Words | None = None) -> Reply:
    assert call.actor is not None
    draft = Draft().text(f"poll-card-{_state(poll)}", question=Raw(poll.question), total=sum(poll.counts))
    counts = poll.counts or (0,) * len(poll.options)
    lines = zip(poll.options, counts, strict=False)
    draft.words(Raw("\n".join(f"{option} — {count}" for option, count in lines)))
    if poll.closes_at is not None:
        draft.text("poll-closes", when=poll.closes_at.astimezone(ZoneInfo(call.actor.school.zone)))
    if poll.state == "open":
        draft.row(
            press(say("button-refresh"), "gp.show", poll.id), press(say("button-poll-close"), "gp.close", poll.id)
        )
    return staff(draft.button("button-back", "gp"), toast)


async def close(call: Call) -> Reply:
    await call.use(service_polls.close, call.number(0))
    return _card(call, await call.use(service_polls.find, call.number(0)), say("toast-poll-closing"))
