"""The questions that come to the group: their order, the curator's own ones, putting one now."""

from __future__ import annotations

from handlers.call import Call, StaleScreen
from handlers.group_home import home_screen, staff
from handlers.plan import answered, wait_for
from handlers.routes import Routes
from handlers.screens import Draft, Reply, pager, press
from mentoring.reflection import service, service_prompts
from mentoring.reflection.prompts import OWN
from mentoring.reflection.rules import Prompt
from mentoring.texts import Raw, Words, say

PAGE, SHORT = 6, 36
FOCUS = "reflection_prompt"


def register(routes: Routes) -> None:
    routes.press("rp")(listed)
    routes.press("rp.one")(one)
    routes.press("rp.up")(up)
    routes.press("rp.drop")(drop)
    routes.press("rp.add")(add_ask)
    routes.press("rp.restore")(restore)
    routes.press("rf.now")(now)
    routes.press("rf.ask")(ask)
    routes.text(FOCUS)(typed)


async def listed(call: Call) -> Reply:
    return await _page(call, call.number(0))


async def _page(call: Call, number: int, toast: Words | None = None) -> Reply:
    found, gone = await call.use(service_prompts.listed), await call.use(service_prompts.left_out)
    pages = max(1, -(-len(found) // PAGE))
    number = min(max(number, 0), pages - 1)
    some, start = found[number * PAGE : (number + 1) * PAGE], number * PAGE + 1
    draft = Draft()
    if some:
        draft.text("prompts-head", first=start, last=start + len(some) - 1, total=len(found))
        draft.words(Raw("\n".join(f"{start + n}. {prompt.text}" for n, prompt in enumerate(some))))
        buttons = [press(str(start + n), "rp.one", prompt.code) for n, prompt in enumerate(some)]
        draft.row(*buttons)
    else:
        draft.text("prompts-none")
    draft.row(*pager(number, pages, "rp")).button("button-prompt-add", "rp.add")
    if gone:
        draft.button("button-prompts-restore", "rp.restore", count=gone)
    return staff(draft.button("button-back", "group"), toast)


async def _found(call: Call, code: str) -> tuple[Prompt, int]:
    found = await call.use(service_prompts.listed)
    at = next((n for n, prompt in enumerate(found) if prompt.code == code), None)
    if at is None:
        raise StaleScreen()
    return found[at], at


async def one(call: Call) -> Reply:
    """`rp.one:<code>`"""
    prompt, at = await _found(call, call.word(0))
    draft = Draft().text("prompt-one", text=Raw(prompt.text)).button("button-ask-this", "rf.ask", prompt.code)
    own = prompt.code.startswith(OWN)
    draft.text("prompt-own" if own else "prompt-shipped")
    if own and at:
        draft.button("button-prompt-up", "rp.up", prompt.code)
    return staff(
        draft.button("button-prompt-drop", "rp.drop", prompt.code).button("button-back", "rp", at // PAGE)
    )


async def up(call: Call) -> Reply:
    await call.use(service_prompts.raise_up, call.word(0))
    return await _page(call, 0, say("toast-prompt-up"))


async def drop(call: Call) -> Reply:
    await call.use(service_prompts.drop, call.word(0))
    return await _page(call, 0, say("toast-prompt-dropped"))


async def restore(call: Call) -> Reply:
    await call.use(service_prompts.restore)
    return await _page(call, 0)


async def add_ask(call: Call) -> Reply:
    await wait_for(call, FOCUS)
    return staff(Draft().text("prompt-add-ask").button("button-back", "rp", 0))


async def typed(call: Call) -> Reply:
    await call.use(service_prompts.add, call.text)
    await answered(call)
    return await _page(call, 0)


async def now(call: Call) -> Reply:
    """The next one, to be looked at before it goes to the group."""
    found = await call.use(service_prompts.listed)
    if not found:
        return await _page(call, 0)
    draft = Draft().text("prompt-now", text=Raw(found[0].text)).button("button-ask-this", "rf.ask", found[0].code)
    return staff(draft.button("button-prompts-other", "rp", 0).button("button-back", "group"))


async def ask(call: Call) -> Reply:
    await call.use(service.ask_now, call.word(0))
    return Reply((await home_screen(call),), say("toast-asked"))
