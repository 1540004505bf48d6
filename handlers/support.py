"""Support in one place: consultations, a colleague's answer, the psychologist, training, library, own help."""

from __future__ import annotations

from handlers.call import Call, StaleScreen
from handlers.routes import Routes
from handlers.screens import Draft, Reply, press
from mentoring.meetings.rules import TOPICS, Subject
from mentoring.support import service
from mentoring.support.rules_question import Helper
from mentoring.texts import Words, say
from mentoring.training.service import READERS as TRAINED


def register(routes: Routes) -> None:
    routes.press("support")(first)
    routes.press("hp")(helping)
    routes.press("hp.set")(change)
    routes.press("hp.topics")(topics)
    routes.press("hp.topic")(toggle)


async def first(call: Call) -> Reply:
    assert call.actor is not None
    found = await call.use(service.desk)
    draft = Draft().text("support-head")
    if found.held is not None:
        draft.text("support-held", count=found.held)
    waiting = found.to_take + found.questions + found.talks
    if waiting:
        draft.text("support-waiting", count=waiting)
    ask = press(_counted("button-questions", found.questions), "qq.list")
    consult = [press(_counted("button-consults", found.to_take + found.own), "cs.list")]
    draft.row(*(consult if found.asks or found.takes else []), ask)
    help_ = [press(say("button-helping"), "hp")] if call.actor.has(*service.TEACHERS) else []
    draft.row(press(_counted("button-psychologist", found.talks), "ps"), *help_)
    training = [press(say("button-training"), "training")] if call.actor.has(*TRAINED) else []
    draft.row(*training, press(say("button-library"), "library"))
    return draft.button("button-home", "home").reply()


def _counted(key: str, count: int) -> Words:
    return say("button-with-count", label=say(key), count=count) if count else say(key)


async def helping(call: Call) -> Reply:
    return _helping(await call.use(service.own_help))


def _helping(found: Helper, toast: Words | None = None) -> Reply:
    draft = Draft().text("helping-head")
    for name, value in (("consults", found.consults), ("answers", found.answers)):
        label = say(f"helping-{name}")
        draft.row(press(say("toggle-on", label=label) if value else label, "hp.set", name, int(not value)))
    if found.answers:
        draft.text("helping-topics" if found.topics else "helping-topics-all", count=len(found.topics))
        made = [press(say(f"button-subject-{one}"), "hp.topics", one) for one in Subject]
        draft.row(*made[:2]).row(*made[2:], press(say("button-back"), "support"))
        return draft.reply(toast=toast)
    return draft.button("button-back", "support").reply(toast=toast)


async def change(call: Call) -> Reply:
    """`hp.set:<consults|answers>:<0|1>`"""
    name, value = call.word(0), call.word(1) == "1"
    if name == "consults":
        return _helping(await call.use(service.offer_help, consults=value), say("toast-helping-kept"))
    if name != "answers":
        raise StaleScreen()
    return _helping(await call.use(service.offer_help, answers=value), say("toast-helping-kept"))


async def topics(call: Call) -> Reply:
    """`hp.topics:<subject>`: what one is glad to be asked about."""
    return _topics(await call.use(service.own_help), subject_of(call.word(0)))


def subject_of(word: str) -> Subject:
    if word not in set(Subject):
        raise StaleScreen()
    return Subject(word)


def _topics(found: Helper, subject: Subject) -> Reply:
    draft = Draft().text("helping-topics-ask")
    for one in TOPICS[subject]:
        label = say(f"theme-{one.replace('_', '-')}")
        draft.row(press(say("toggle-on", label=label) if one in found.topics else label, "hp.topic", one))
    return draft.button("button-back", "hp").reply()


async def toggle(call: Call) -> Reply:
    found = await call.use(service.offer_help, topic=call.word(0))
    subject = next(one for one, names in TOPICS.items() if call.word(0) in names)
    return _topics(found, subject)
