"""One question to a colleague: by subject or by name, the answer, thanks in one tap."""

from __future__ import annotations

from dataclasses import replace

from handlers.call import Call, StaleScreen
from handlers.meeting_screens import me
from handlers.plan import answered, wait_for
from handlers.routes import Routes
from handlers.screens import Draft, Reply, pager, press
from handlers.support import subject_of
from mentoring.meetings.rules import TOPICS, Subject
from mentoring.notices.rules import Audience, Privacy
from mentoring.support import service_questions as service
from mentoring.support.rules_question import THEMES, Question
from mentoring.support.service_questions import Shown
from mentoring.texts import Raw, Words, say

FOCUS_TEXT, FOCUS_ANSWER = "question_text", "question_answer"
LISTED, PAGE = 4, 6


def register(routes: Routes) -> None:
    routes.press("qq.list")(listed)
    routes.press("qq.ask")(ask)
    routes.press("qq.subj")(subject)
    routes.press("qq.topic")(topic)
    routes.press("qq.who")(who)
    routes.press("qq.person")(person)
    routes.text(FOCUS_TEXT)(typed)
    routes.press("qq")(show)
    routes.press("qq.answer")(answer_ask)
    routes.text(FOCUS_ANSWER)(answer_typed)
    routes.press("qq.thanks", aside=True)(thanks)
    routes.press("qq.pass", aside=True)(pass_on)
    routes.press("qq.close")(close)


def _pair(draft: Draft, toast: Words | None = None) -> Reply:
    screen = replace(draft.screen(), audience=Audience.PAIR, privacy=Privacy.NAMED)
    return Reply((screen,), toast)


async def listed(call: Call) -> Reply:
    """What one was asked first, then one's own."""
    asked, own = await call.use(service.for_me), await call.use(service.own)
    draft = Draft().text("questions-head" if asked or own else "questions-none")
    for one in asked[:LISTED]:
        draft.row(press(call.words("question-line-asked", text=_short(one)), "qq", one.id))
    for one in own[:LISTED]:
        state = "answered" if one.answered_at else "closed" if one.closed else "waiting"
        draft.row(press(call.words(f"question-line-{state}", text=_short(one)), "qq", one.id))
    return draft.row(press(say("button-question-ask"), "qq.ask"), press(say("button-back"), "support")).reply()


def _short(one: Question) -> str:
    return " ".join(one.text.split())


async def ask(_call: Call) -> Reply:
    draft = Draft().text("question-ask")
    for one in Subject:
        draft.button(f"button-subject-{one}", "qq.subj", one)
    draft.button("button-question-person", "qq.who", 0)
    return draft.button("button-back", "qq.list").reply()


async def subject(call: Call) -> Reply:
    """`qq.subj:<subject>`: one of its themes."""
    draft = Draft().text("question-topic-ask")
    for one in TOPICS[subject_of(call.word(0))]:
        draft.button(f"theme-{one.replace('_', '-')}", "qq.topic", one)
    return draft.button("button-back", "qq.ask").reply()


async def topic(call: Call) -> Reply:
    """`qq.topic:<theme>`: nobody who would answer is said before anything is typed."""
    if call.word(0) not in THEMES:
        raise StaleScreen()
    if not await call.use(service.willing, call.word(0)):
        draft = Draft().text("question-nobody-yet")
        draft.button("button-question-person", "qq.who", 0)
        return draft.button("button-back", "qq.ask").reply()
    await wait_for(call, FOCUS_TEXT, "t", call.word(0))
    return Draft().text("question-text-ask").button("button-back", "qq.ask").reply()


async def who(call: Call) -> Reply:
    """`qq.who:<page>`: everybody who said that they would answer."""
    every = await call.use(service.willing)
    pages = max(1, -(-len(every) // PAGE))
    number = min(max(call.number(0), 0), pages - 1)
    draft = Draft().text("question-who" if every else "question-who-none")
    for one in every[number * PAGE : (number + 1) * PAGE]:
        draft.row(press(Raw(one.name or ""), "qq.person", one.id))
    return _pair(draft.row(*pager(number, pages, "qq.who")).button("button-back", "qq.ask"))


async def person(call: Call) -> Reply:
    found = next((one for one in await call.use(service.willing) if one.id == call.number(0)), None)
    if found is None:
        raise StaleScreen()
    await wait_for(call, FOCUS_TEXT, "p", found.id)
    draft = Draft().text("question-text-ask-person", name=found.name or "")
    return _pair(draft.button("button-back", "qq.who", 0))


async def typed(call: Call) -> Reply:
    kind, _, ref = call.ref.partition(":")
    if kind == "p":
        made = await call.use(service.ask_named, int(ref), call.text)
    else:
        made = await call.use(service.ask, ref, call.text)
    await answered(call)
    return _card(call, await call.use(service.look, made.id), say("toast-question-asked"))


async def show(call: Call) -> Reply:
    return _card(call, await call.use(service.look, call.number(0)))


def _card(call: Call, shown: Shown, toast: Words | None = None) -> Reply:
    one, mine = shown.one, shown.one.asker_id == me(call)
    draft = Draft().text("question-card-own") if mine else Draft().text("question-card", name=shown.asker)
    draft.words(Raw(one.text))
    if one.answered_at is not None:
        draft.text("question-answer", name=shown.answerer).words(Raw(one.answer))
    elif mine:
        draft.text("question-closed" if one.closed else "question-waiting", count=len(one.asked))
    _ways(draft, one, mine)
    return _pair(draft.button("button-back", "qq.list"), toast)


def _ways(draft: Draft, one: Question, mine: bool) -> None:
    if mine and one.answered_at is not None and not one.thanked:
        draft.button("button-question-thanks", "qq.thanks", one.id)
    elif mine and one.waiting:
        draft.button("button-question-close", "qq.close", one.id)
    elif one.waiting:
        draft.row(
            press(say("button-answer"), "qq.answer", one.id), press(say("button-question-pass"), "qq.pass", one.id)
        )


async def answer_ask(call: Call) -> Reply:
    shown = await call.use(service.look, call.number(0))
    await wait_for(call, FOCUS_ANSWER, shown.one.id)
    draft = Draft().text("question-answer-ask", name=shown.asker).words(Raw(shown.one.text))
    return _pair(draft.button("button-back", "qq", shown.one.id))


async def answer_typed(call: Call) -> Reply:
    shown = await call.use(service.answer, int(call.ref), call.text)
    await answered(call)
    return _card(call, shown, say("toast-question-answered"))


async def thanks(call: Call) -> Reply:
    return _card(call, await call.use(service.thank, call.number(0)), say("toast-question-thanks"))


async def pass_on(call: Call) -> Reply:
    await call.use(service.pass_on, call.number(0))
    return replace(await listed(call), toast=say("toast-question-passed"))


async def close(call: Call) -> Reply:
    await call.use(service.close, call.number(0))
    return replace(await listed(call), toast=say("toast-question-closed"))
