"""The mutual evaluation as mentors and mentees see it: whom to tell of, what was given, what both show."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from handlers import form_screens
from handlers.call import Call
from handlers.routes import Routes
from handlers.screens import Button, Draft, Reply, press
from mentoring.errors import ProgrammeError
from mentoring.evaluation import service
from mentoring.evaluation.rules import ANSWERABLE
from mentoring.evaluation.service import Between, Content, Standing
from mentoring.notices.rules import Audience, Privacy
from mentoring.questionnaires.rules_state import Item
from mentoring.texts import Raw, Words, say

PAGE = 7


def register(routes: Routes) -> None:
    routes.press("mu")(listed)
    routes.press("mu.fill")(fill)
    routes.press("mu.one")(one)
    routes.press("mu.show")(show_ask)
    routes.press("mu.show2", aside=True)(show)
    routes.press("mu.own")(own)
    routes.press("mu.other")(other)


async def on_top(call: Call, draft: Draft) -> None:
    """What the menu begins with, while there is something to tell."""
    waiting = await call.use(service.waiting)
    if waiting:
        first = waiting[0]
        draft.text("menu-mutual", name=first.about.name or "", until=first.asked.occasion.last, count=len(waiting))
        draft.button("button-mutual-fill", "mu.fill", first.asked.id)


async def rows(call: Call, draft: Draft) -> int:
    """Among the person's questionnaires: one row for each they were asked to tell of; returns how many."""
    found = await call.use(service.mine)
    for standing in found[:PAGE]:
        draft.row(_button(standing))
    return len(found)


def _button(found: Standing) -> Button:
    given = found.asked.sent_at is not None
    key = "mutual-line-given" if given else "mutual-line-open" if found.state in ANSWERABLE else "mutual-line-over"
    data = ("mu.fill" if found.state in ANSWERABLE else "mu.one", found.asked.id)
    return press(say(key, name=found.about.name or ""), *data)


async def listed(call: Call) -> Reply:
    draft = Draft()
    count = await rows(call, draft)
    draft.text("mutual-head" if count else "mutual-none")
    return draft.button("button-home", "home").reply()


async def fill(call: Call) -> Reply:
    """`mu.fill:<occasion>`"""
    return form_screens.screen(await call.use(service.open_mutual, call.number(0)))


async def one(call: Call) -> Reply:
    return await _one(call, call.number(0))


async def _one(call: Call, row_id: int, toast: Words | None = None) -> Reply:
    """`mu.one:<own occasion>`: what is given, and what came back."""
    found = await call.use(service.between, row_id)
    draft = Draft().text(f"mutual-one-{_stage(found)}", name=found.own.about.name or "")
    if found.thanks:
        draft.text("mutual-thanks", thanks=Raw(found.thanks))
    _buttons(draft, found)
    screen = replace(draft.button("button-back", "mu").screen(), privacy=Privacy.NAMED)
    return Reply((screen,), toast)


def _stage(found: Between) -> str:
    if found.opened:
        return "opened"
    if found.own.asked.sent_at is None:
        return "open" if found.own.state in ANSWERABLE else "over"
    return "shown" if found.own.asked.released else "given"


def _buttons(draft: Draft, found: Between) -> None:
    number = found.own.asked.id
    if found.own.asked.sent_at is None:
        if found.own.state in ANSWERABLE:
            draft.button("button-mutual-fill", "mu.fill", number)
        return
    draft.button("button-mutual-own", "mu.own", number)
    if found.opened:
        draft.button("button-mutual-other", "mu.other", number)
    elif not found.own.asked.released:
        draft.button("button-mutual-show", "mu.show", number)


async def show_ask(call: Call) -> Reply:
    """It is not taken back: said before."""
    found = await call.use(service.between, call.number(0))
    if found.own.asked.sent_at is None:
        raise ProgrammeError("error-mutual-not-given")
    draft = Draft().text("mutual-show-ask", name=found.own.about.name or "")
    draft.button("button-mutual-show-sure", "mu.show2", call.number(0))
    return draft.button("button-back", "mu.one", call.number(0)).reply()


async def show(call: Call) -> Reply:
    await call.use(service.release, call.number(0))
    return await _one(call, call.number(0), say("toast-mutual-shown"))


async def own(call: Call) -> Reply:
    """`mu.own:<own occasion>`: one's own answers once more."""
    found = await call.use(service.content, call.number(0))
    return told(found, Audience.SELF, Privacy.OWN, ("mu.one", call.number(0)))


async def other(call: Call) -> Reply:
    """`mu.other:<own occasion>`: what the other told, once both have shown theirs."""
    found = await call.use(service.content_of_other, call.number(0))
    return told(found, Audience.SELF, Privacy.SEALED, ("mu.one", call.number(0)))


def told(found: Content, audience: Audience, privacy: Privacy, back: Sequence[object]) -> Reply:
    """Given answers, question by question."""
    names = {"giver": found.standing.giver.name or "", "about": found.standing.about.name or ""}
    draft = Draft().text("mutual-content", **names)
    draft.parts += [_answer(item) for item in found.items]
    screen = draft.button("button-back", *back).screen()
    return Reply((replace(screen, audience=audience, privacy=privacy),))


def _answer(item: Item) -> Words:
    return say("mutual-answer", label=item.label, answer=item.text)
