"""The mentor's own folder: each part let out by a tick of their own, the zip for them alone."""

from __future__ import annotations

from handlers.call import Call
from handlers.closing_menu import russian
from handlers.routes import Routes
from handlers.screens import Attachment, Draft, Reply, Screen, press
from locales import Locales
from mentoring.awards import service_papers
from mentoring.documents.evidence import Evidence, Paper, Part, folder
from mentoring.texts import say
from mentoring.year import service_evidence

PARTS = tuple(Part)


def register(routes: Routes) -> None:
    routes.press("ev")(show)
    routes.press("ev.get")(get)


def _chosen(bits: int) -> tuple[Part, ...]:
    return tuple(part for place, part in enumerate(PARTS) if bits & 1 << place)


async def show(call: Call) -> Reply:
    """`ev:<bits>`: nothing is let out until it is ticked."""
    bits = call.number(0)
    found = await call.use(service_evidence.evidence_of, (), russian)
    draft = Draft().text("evidence-head")
    for place, part in enumerate(PARTS):
        label = say("toggle-on" if bits & 1 << place else "toggle-off", label=say(f"evidence-part-{part}"))
        draft.row(press(label, "ev", bits ^ 1 << place))
    draft.text("evidence-counts", meetings=found.meetings, results=len(found.results), thanks=len(found.thanks))
    last = [press(say("button-evidence-get"), "ev.get", bits)] if _chosen(bits) else []
    return draft.row(*last, press(say("button-back"), "yo")).reply()


async def get(call: Call) -> Reply:
    """`ev.get:<bits>`"""
    assert call.actor is not None
    chosen, me = _chosen(call.number(0)), call.actor.id
    kinds = await call.use(service_evidence.made_papers)
    batch = await call.use(service_papers.own, kinds, russian)
    papers = [Paper(f"paper-{n}.pdf", pdf) for n, pdf in enumerate(batch.drawn(), 1)]
    found = await call.use(service_evidence.evidence_of, papers, russian)
    packed = _packed(found, chosen, me)
    screen = Screen((say("evidence-made"),), file=Attachment("evidence.zip", packed))
    return Reply((screen,), say("toast-file"))


def _packed(found: Evidence, chosen: tuple[Part, ...], me: int) -> bytes:
    def words(key: str, **params: object) -> str:
        return Locales().plain(say(key, **params), "ru")

    return folder(found, chosen, me, words, "ru")
