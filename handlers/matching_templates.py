"""A school's own templates of orders: the sample to begin from, a file sent back and checked, the way back."""

from __future__ import annotations

from dataclasses import replace

from handlers.call import Call
from handlers.matching_words import chosen
from handlers.plan import answered, wait_for
from handlers.routes import Routes
from handlers.screens import Attachment, Button, Draft, Reply, Screen, press
from mentoring.documents import order_apart
from mentoring.documents.order_facts import OrderKind
from mentoring.documents.orders import shipped
from mentoring.documents.own_template_syntax import TemplateFault
from mentoring.errors import ProgrammeError
from mentoring.matching import service_orders
from mentoring.matching import service_templates as service
from mentoring.matching.service_templates import Template
from mentoring.notices.rules import Audience
from mentoring.texts import Raw, Words, say

LINES = 10
"""Faults on one screen of a telephone; whoever has more mends these first."""


def register(routes: Routes) -> None:
    routes.press("ot.list")(listed)
    routes.press("ot.kind")(card)
    routes.press("ot.sample")(sample)
    routes.press("ot.own")(own)
    routes.press("ot.send")(ask)
    routes.press("ot.back")(back_ask)
    routes.press("ot.back2")(back)
    routes.text(order_apart.FOCUS)(typed)
    routes.upload(order_apart.FOCUS)(sent)


def _staff(draft: Draft, toast: Words | None = None, *, fresh: bool = False) -> Reply:
    return Reply((replace(draft.screen(fresh=fresh), audience=Audience.STAFF),), toast)


def _kind(call: Call) -> OrderKind:
    return chosen(OrderKind, call.word(0))


async def listed(call: Call) -> Reply:
    """Every kind of order, the school's own marked."""
    found = await call.use(service.listed)
    draft = Draft().text("templates-head", count=sum(one.since is not None for one in found))
    buttons = [press(_line(one), "ot.kind", one.kind.value) for one in found]
    for place in range(0, len(buttons), 2):
        draft.row(*buttons[place : place + 2])
    return _staff(draft.button("button-back", "or.list"))


def _line(one: Template) -> Words:
    title = say(f"template-kind-{one.kind}")
    return title if one.since is None else say("template-line-own", kind=title)


async def card(call: Call) -> Reply:
    """`ot.kind:<kind>`; whoever comes back here is not asked for a file any more."""
    await answered(call)
    return _card(await call.use(service.one, _kind(call)))


def _card(found: Template, toast: Words | None = None, *, fresh: bool = False) -> Reply:
    kind = found.kind.value
    draft = Draft().text("template-card", about=say(f"template-about-{kind}"))
    draft.words(_state(found))
    draft.row(press(say("button-sample"), "ot.sample", kind), press(say("button-send-template"), "ot.send", kind))
    if found.since is not None:
        draft.row(press(say("button-own-file"), "ot.own", kind), press(say("button-to-sample"), "ot.back", kind))
    return _staff(draft.button("button-back", "ot.list"), toast, fresh=fresh)


def _state(found: Template) -> Words:
    if found.since is None:
        return say("template-shipped")
    if not found.by:
        return say("template-own-since", day=found.since)
    return say("template-own", day=found.since, name=found.by)


async def ask(call: Call) -> Reply:
    """`ot.send:<kind>`: the next file is the template."""
    kind = _kind(call)
    await call.use(service.one, kind)
    await wait_for(call, order_apart.FOCUS, kind.value)
    return _staff(_asked(kind))


def _asked(kind: OrderKind, key: str = "template-ask") -> Draft:
    draft = Draft().text(key, about=say(f"template-about-{kind}"))
    return draft.row(press(say("button-sample"), "ot.sample", kind.value), _to_card(kind))


def _to_card(kind: OrderKind) -> Button:
    return press(say("button-back"), "ot.kind", kind.value)


async def sample(call: Call) -> Reply:
    """What ships, to be changed in Word; whoever asks for it will want to send it back."""
    kind = _kind(call)
    await call.use(service.one, kind)
    await wait_for(call, order_apart.FOCUS, kind.value)
    return _file_then(kind, shipped(kind), "template-sample")


async def own(call: Call) -> Reply:
    kind = _kind(call)
    kept = await call.use(service.content, kind)
    if kept is None:
        return _card(await call.use(service.one, kind), say("error-stale"))
    await wait_for(call, order_apart.FOCUS, kind.value)
    return _file_then(kind, kept, "template-own-file")


def _file_then(kind: OrderKind, content: bytes, key: str) -> Reply:
    """A message with a file never turns into another screen, so the way on is a message of its own."""
    file = Screen((say(key),), file=Attachment(f"template-{kind.value}.docx", content), audience=Audience.STAFF)
    draft = Draft().text("template-send-back").row(_to_card(kind))
    return Reply((file, *_staff(draft, fresh=True).screens), say("toast-file"))


async def typed(call: Call) -> Reply:
    """Words where a file is due: the file is still waited for."""
    kind = chosen(OrderKind, call.ref)
    await call.use(service.one, kind)
    return _staff(_asked(kind, "template-typed"), fresh=True)


async def sent(call: Call) -> Reply:
    """The file was fetched and tried before this: here it is answered, and kept if nothing is wrong with it."""
    upload = call.upload
    if upload is None or upload.template is None:
        raise (upload and upload.trouble) or ProgrammeError("error-file-lost")
    kind = upload.template.kind
    await call.use(service.one, kind)
    if not upload.template.accepted:
        return _refused(call, kind, upload.template.faults)
    await call.use(service.receive, upload.template, upload.data)
    await answered(call)
    return await _kept(call, kind)


def _refused(call: Call, kind: OrderKind, faults: tuple[TemplateFault, ...]) -> Reply:
    """All that is wrong, as far as a screen holds it; the next file is waited for already."""
    lines = [f"— {call.words(f'fault-{one.key}', **one.params)}" for one in faults[:LINES]]
    draft = Draft().text("template-refused", count=len(faults)).words(Raw("\n".join(lines)))
    if len(faults) > LINES:
        draft.text("template-refused-more", count=len(faults) - LINES)
    draft.text("template-refused-next")
    return _staff(draft.row(press(say("button-sample"), "ot.sample", kind.value), _to_card(kind)), fresh=True)


async def _kept(call: Call, kind: OrderKind) -> Reply:
    """Where there is something to order already, the next step is to look at it on the new template."""
    draft = Draft().text("template-kept", about=say(f"template-about-{kind}"))
    if (await call.use(service_orders.counts)).get(kind):
        draft.button("button-try-template", "or.get", kind.value)
    draft.row(press(say("button-templates"), "ot.list"), press(say("button-orders"), "or.list"))
    return _staff(draft, fresh=True)


async def back_ask(call: Call) -> Reply:
    """`ot.back:<kind>`: the school's own file goes; said before it happens, the way back first."""
    kind = _kind(call)
    await call.use(service.one, kind)
    draft = Draft().text("template-back-ask", about=say(f"template-about-{kind}")).row(_to_card(kind))
    return _staff(draft.button("button-to-sample-really", "ot.back2", kind.value))


async def back(call: Call) -> Reply:
    return _card(await call.use(service.back, _kind(call)), say("toast-template-back"))
