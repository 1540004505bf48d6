"""Orders as Word files, ready to be checked, numbered and signed; the acts they refer to."""

from __future__ import annotations

from handlers.call import Call
from handlers.matching_words import chosen
from handlers.plan import answered, wait_for
from handlers.routes import Routes
from handlers.screens import Attachment, Draft, Reply, Screen, for_staff, press
from locales import Locales
from mentoring.documents import order_apart
from mentoring.documents.order_facts import OrderKind
from mentoring.matching import service_orders as service
from mentoring.matching import service_templates
from mentoring.matching.service_events import ANNOUNCERS
from mentoring.notices.rules import Audience, Privacy
from mentoring.people.rules import Role
from mentoring.texts import Raw, Words, say

FOCUS = "order_references"
SHOWN = 5


def register(routes: Routes) -> None:
    routes.press("or.list")(listed)
    routes.press("or.get")(get)
    routes.press("or.refs")(references_ask)
    routes.press("or.usual")(references_usual)
    routes.text(FOCUS)(references_typed)


async def listed(call: Call) -> Reply:
    return await _listed(call)


async def _listed(call: Call, toast: Words | None = None) -> Reply:
    """Orders that have something to say now; what each is for stands in its name."""
    found = await call.use(service.counts)
    draft = Draft().text("orders-head" if any(found.values()) else "orders-none")
    waiting = await call.use(service.waiting)
    if waiting:
        draft.text("orders-waiting", count=waiting)
    lines = [press(say(f"button-order-{k}", count=n), "or.get", k.value) for k, n in found.items() if n]
    for place in range(0, len(lines), 2):
        draft.row(*lines[place : place + 2])
    acts = await call.use(service.references)
    draft.text("orders-references" if acts else "orders-references-none", count=len(acts))
    draft.row(press(say("button-references"), "or.refs"), press(say("button-name-cases"), "or.names", 0))
    curator = call.actor is not None and call.actor.has(Role.CURATOR)
    announcer = call.actor is not None and call.actor.has(*ANNOUNCERS)
    announce = [press(say("button-announce"), "an")] if announcer else []
    draft.row(*announce, press(say("button-round-table"), "rt"))
    back = press(say("button-back"), "ma" if curator else "home")
    return for_staff(draft.row(press(say("button-templates"), "ot.list"), back), toast)


def russian(key: str) -> str:
    """An order is in Russian whoever asks for it."""
    return Locales().plain(say(key), "ru")


async def get(call: Call) -> Reply:
    """`or.get:<kind>`: the order as it would be today."""
    kind = chosen(OrderKind, call.word(0))
    order = await call.use(service.order_of, kind, russian)
    own = await call.use(service_templates.content, kind)
    screen = Screen(
        (say("order-file"),),
        file=Attachment(f"order-{kind.value}.docx", order_apart.packed(order, own), recipe=order_apart.RECIPE),
        audience=Audience.STAFF,
        privacy=Privacy.NAMED,
    )
    return Reply((screen,), say("toast-file"))


async def references_ask(call: Call) -> Reply:
    acts = await call.use(service.references)
    await wait_for(call, FOCUS)
    draft = Draft().text("references-ask")
    if acts:
        draft.words(Raw("\n".join(acts[:SHOWN])))
    usual = await call.use(service.usual_references)
    if usual:
        draft.text("references-usual").words(Raw("\n".join(f"— {one}" for one in usual)))
        draft.button("button-references-usual", "or.usual")
    return draft.button("button-back", "or.list").reply()


async def references_usual(call: Call) -> Reply:
    await call.use(service.add_usual)
    await answered(call)
    return await _listed(call, say("toast-references"))


async def references_typed(call: Call) -> Reply:
    await call.use(service.set_references, call.text)
    await answered(call)
    return await _listed(call)
