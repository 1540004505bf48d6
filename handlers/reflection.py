"""A private answer to the group's question: written, sent with or without the name; the curator's look."""

from __future__ import annotations

from handlers.call import Call
from handlers.group_home import staff
from handlers.plan import answered, wait_for
from handlers.routes import Routes
from handlers.screens import Draft, Reply, press
from mentoring.errors import ProgrammeError
from mentoring.notices.rules import Privacy
from mentoring.reflection import service_answers
from mentoring.reflection.rules import AnswerState
from mentoring.reflection.service import LINK
from mentoring.reflection.service_answers import Written
from mentoring.texts import Raw, Words, say

FOCUS = "reflection_answer"


def register(routes: Routes) -> None:
    routes.press("rq")(question)
    routes.press("rq.send")(send)
    routes.press("rq.drop")(drop)
    routes.text(FOCUS)(typed)
    routes.press("rf.held")(held)
    routes.press("rf.out")(release)
    routes.press("rf.back")(give_back)


def linked(word: str) -> int | None:
    """The question that a link under it names: "ask_12"."""
    number = word.removeprefix(LINK)
    return int(number) if word != number and number.isascii() and number.isdecimal() and len(number) < 16 else None


async def opened(call: Call, asked_id: int) -> Reply:
    """Somebody followed the link under a question of the group."""
    return await _ask(call, asked_id)


async def question(call: Call) -> Reply:
    """`rq:<question>`"""
    return await _ask(call, call.number(0))


async def _ask(call: Call, asked_id: int) -> Reply:
    asked, draft = await call.use(service_answers.question, asked_id)
    await wait_for(call, FOCUS, asked.id)
    shown = Draft().text("answer-ask", text=Raw(asked.text))
    if draft is not None:
        shown.text("answer-begun", text=Raw(draft.text))
    return shown.button("button-home", "home").reply()


async def typed(call: Call) -> Reply:
    if not call.ref.isdecimal():
        raise ProgrammeError("error-question-gone")
    return _preview(call, await call.use(service_answers.write, int(call.ref), call.text))


def _preview(call: Call, written: Written) -> Reply:
    """What would stand in the group; nothing has left yet, and typing again changes it."""
    assert call.actor is not None
    number = written.answer.id
    draft = Draft().text("answer-preview", text=Raw(written.answer.text))
    draft.text("answer-how", name=call.actor.person.name or "")
    draft.row(
        press(say("button-unsigned"), "rq.send", number, 0), press(say("button-signed"), "rq.send", number, 1)
    )
    return draft.button("button-answer-drop", "rq.drop", number).reply(fresh=True)


async def send(call: Call) -> Reply:
    """`rq.send:<answer>:<with the name>`"""
    state = await call.use(service_answers.send, call.number(0), bool(call.number(1)))
    await answered(call)
    key = "answer-held" if state is AnswerState.HELD else "answer-posted"
    return Draft().text(key).button("button-home", "home").reply()


async def drop(call: Call) -> Reply:
    await call.use(service_answers.drop, call.number(0))
    await answered(call)
    return Draft().text("answer-dropped").button("button-home", "home").reply()


async def held(call: Call) -> Reply:
    return await _held(call)


async def _held(call: Call, toast: Words | None = None) -> Reply:
    """One at a time, the oldest first."""
    found = await call.use(service_answers.held)
    if not found:
        return staff(Draft().text("held-none").button("button-back", "group"), toast)
    first = found[0]
    draft = Draft().text("held-head", count=len(found), text=Raw(first.asked.text))
    signed = first.answer.signed and first.name
    draft.text("held-signed", name=first.name) if signed else draft.text("held-unsigned")
    draft.text("held-words", text=Raw(first.answer.text))
    draft.button("button-release", "rf.out", first.answer.id).button(
        "button-give-back", "rf.back", first.answer.id
    )
    return staff(draft.button("button-back", "group"), toast, Privacy.NAMED)


async def release(call: Call) -> Reply:
    await call.use(service_answers.release, call.number(0))
    return await _held(call, say("toast-released"))


async def give_back(call: Call) -> Reply:
    await call.use(service_answers.give_back, call.number(0))
    return await _held(call, say("toast-given-back"))
