"""Certificates, letters of thanks, the order of encouragement; the school's blank; everybody's own papers."""

from __future__ import annotations

from handlers.call import Call
from handlers.closing_menu import back_to, russian
from handlers.matching_words import chosen
from handlers.plan import answered, wait_for
from handlers.routes import Routes
from handlers.screens import Attachment, Draft, Reply, Screen, for_staff, press
from mentoring.awards import service_merits, service_papers
from mentoring.awards.service_papers import Batch, PaperKind
from mentoring.documents import orders
from mentoring.documents.evidence import Paper, zipped
from mentoring.errors import ProgrammeError
from mentoring.notices.rules import Audience, Privacy
from mentoring.people.rules import Role
from mentoring.texts import Words, say

FOCUS_PARTNER, FOCUS_BLANK = "award_partner", "award_blank"


def register(routes: Routes) -> None:
    routes.press("aw.papers")(show)
    routes.press("aw.make")(made)
    routes.press("aw.onefor")(made_for_one)
    routes.press("aw.order")(order)
    routes.press("aw.partner")(partner_ask)
    routes.text(FOCUS_PARTNER)(partner_typed)
    routes.press("aw.blank")(blank_ask)
    routes.press("aw.blank0")(blank_dropped)
    routes.upload(FOCUS_BLANK)(blank_sent)
    routes.press("aw.mine")(mine)


async def show(call: Call) -> Reply:
    return await _show(call)


async def _show(call: Call, toast: Words | None = None) -> Reply:
    has_blank = await call.use(service_papers.has_blank)
    draft = Draft().text("papers-head").text("papers-blank" if has_blank else "papers-no-blank")
    made = (PaperKind.CERTIFICATE, PaperKind.THANKS)
    draft.row(*(press(say(f"button-paper-{kind}"), "aw.make", kind) for kind in made))
    honour = press(say("button-paper-honour"), "aw.make", PaperKind.HONOUR)
    draft.row(honour, press(say("button-partner"), "aw.partner"))
    draft.button("button-encouragement", "aw.order")
    if call.actor is not None and call.actor.has(Role.CURATOR):
        draft.row(press(say("button-blank"), "aw.blank"), press(say("button-merits"), "me", 0))
    return for_staff(draft.button(*back_to(call)), toast)


async def made(call: Call) -> Reply:
    """`aw.make:<kind>`: for everybody, as one zip."""
    kind = chosen(PaperKind, call.word(0))
    batch = await call.use(service_papers.for_all, kind, russian)
    return await _file(batch, kind, say("papers-file", count=len(batch.sheets)))


async def made_for_one(call: Call) -> Reply:
    """`aw.onefor:<person>:<kind>`"""
    kind = chosen(PaperKind, call.word(1))
    batch = await call.use(service_papers.for_one, call.number(0), kind, russian)
    return await _file(batch, kind, say("papers-file", count=len(batch.sheets)))


async def _file(batch: Batch, kind: PaperKind, said: Words) -> Reply:
    """No name stands in a file's name: chats and disks show it to anybody."""
    drawn = batch.drawn()
    if len(drawn) == 1:
        return _one(said, f"{kind}.pdf", drawn[0], Audience.STAFF)
    papers = [Paper(f"{kind}-{number:02}.pdf", content) for number, content in enumerate(drawn, 1)]
    return _one(said, f"{kind}.zip", zipped(papers), Audience.STAFF)


def _one(said: Words, name: str, content: bytes, audience: Audience) -> Reply:
    privacy = Privacy.NAMED if audience is Audience.STAFF else Privacy.OWN
    screen = Screen((said,), file=Attachment(name, content), audience=audience, privacy=privacy)
    return Reply((screen,), say("toast-file"))


async def order(call: Call) -> Reply:
    found = await call.use(service_merits.order_of, russian)
    made = orders.render(found)
    return _one(say("order-file"), "order-encouragement.docx", made, Audience.STAFF)


async def partner_ask(call: Call) -> Reply:
    await wait_for(call, FOCUS_PARTNER)
    return Draft().text("partner-ask").button("button-back", "aw.papers").reply()


async def partner_typed(call: Call) -> Reply:
    batch = await call.use(service_papers.for_partner, call.text, russian)
    await answered(call)
    drawn = batch.drawn()
    return _one(say("papers-file", count=1), "letter.pdf", drawn[0], Audience.STAFF)


async def blank_ask(call: Call) -> Reply:
    has_blank = await call.use(service_papers.has_blank)
    await wait_for(call, FOCUS_BLANK)
    draft = Draft().text("blank-ask")
    if has_blank:
        draft.button("button-blank-drop", "aw.blank0")
    return draft.button("button-back", "aw.papers").reply()


async def blank_sent(call: Call) -> Reply:
    upload = call.upload
    if upload is None or upload.trouble is not None or not upload.data:
        raise (upload and upload.trouble) or ProgrammeError("error-file-lost")
    await call.use(service_papers.set_blank, upload.data)
    await answered(call)
    return await _show(call, say("toast-blank"))


async def blank_dropped(call: Call) -> Reply:
    await call.use(service_papers.set_blank, None)
    await answered(call)
    return await _show(call, say("toast-blank-dropped"))


async def mine(call: Call) -> Reply:
    """Everything that was made for whoever asks, each as a file of its own."""
    kinds = await call.use(service_papers.mine)
    if not kinds:
        return Draft().text("papers-own-none").button("button-back", "yo").reply()
    batch = await call.use(service_papers.own, kinds, russian)
    drawn = batch.drawn()
    files = (
        Screen((say("papers-own-file"),), file=Attachment(f"paper-{number}.pdf", content))
        for number, content in enumerate(drawn, 1)
    )
    back = Draft().text("papers-own-sent").button("button-back", "yo").screen(fresh=True)
    return Reply((*files, back), say("toast-file"))
