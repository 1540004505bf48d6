"""Consent: one document a screen, read in full on request, accepted or refused by its own buttons alone."""

from __future__ import annotations

from dataclasses import replace

from handlers.call import Call, StaleScreen
from handlers.routes import Routes
from handlers.screens import Attachment, Draft, Reply, Screen
from mentoring.consent import service
from mentoring.consent.rules import ConsentKind
from mentoring.documents.pdf import ConsentCopy, ConsentLabels, consent_copy
from mentoring.texts import Raw, say

PAGE = 3400


def register(routes: Routes) -> None:
    routes.press("c.show", early=True)(show_pressed)
    routes.press("c.full", early=True)(full)
    routes.press("c.yes", early=True)(yes)
    routes.press("c.no", early=True)(no)
    routes.press("c.no2", early=True)(really_no)
    routes.press("c.copy")(copy)


def kind_of(call: Call, index: int = 0) -> ConsentKind:
    try:
        return ConsentKind(call.word(index))
    except ValueError:
        raise StaleScreen() from None


async def show(call: Call, kind: ConsentKind) -> Reply:
    """What it says in short, with the way to all of it and the two answers, the safe one not hidden."""
    asked = await call.use(service.asked, kind)
    draft = Draft()
    if asked.invited_as:
        roles = ", ".join(call.words(f"role-{role}") for role in asked.invited_as)
        draft.text("consent-invited", school=asked.school, roles=roles)
    draft.text("consent-head", number=asked.number, total=asked.total, title=asked.filled.title)
    draft.words(Raw(asked.filled.summary)).text(f"consent-ask-{kind}")
    draft.button("button-consent-yes", "c.yes", kind, asked.mark)
    draft.button("button-consent-no", "c.no", kind, asked.mark)
    draft.button("button-consent-full", "c.full", kind, 0)
    return draft.reply()


async def show_pressed(call: Call) -> Reply:
    return await show(call, kind_of(call))


async def full(call: Call) -> Reply:
    """The whole text, page by page."""
    kind, number = kind_of(call), call.number(1)
    asked = await call.use(service.asked, kind)
    pages = split(asked.filled.text.replace("## ", ""))
    number = min(max(number, 0), len(pages) - 1)
    draft = Draft().text("consent-page", page=number + 1, pages=len(pages)).words(Raw(pages[number]))
    if number + 1 < len(pages):
        draft.button("button-on", "c.full", kind, number + 1)
    back = ("c.full", kind, number - 1) if number else ("c.show", kind)
    return draft.button("button-back", *back).reply()


def split(text: str) -> list[str]:
    """Pages that fit a message, cut between paragraphs."""
    pages = [""]
    for paragraph in text.split("\n"):
        if len(pages[-1]) + len(paragraph) > PAGE:
            pages.append("")
        pages[-1] += paragraph + "\n"
    return [page.strip() for page in pages]


async def yes(call: Call) -> Reply:
    return await _decided(call, True)


async def no(call: Call) -> Reply:
    """A refusal is a full answer; its consequence is said once more before it is taken."""
    kind, mark = kind_of(call), call.word(1)
    draft = Draft().text(f"consent-refuse-{kind}")
    draft.button("button-back", "c.show", kind).button("button-refuse", "c.no2", kind, mark)
    return draft.reply()


async def really_no(call: Call) -> Reply:
    return await _decided(call, False)


async def _decided(call: Call, accepted: bool) -> Reply:
    from handlers.home import home  # home shows consents, consents lead home

    kind = kind_of(call)
    await call.use(service.decide, kind, call.word(1), accepted)
    await call.refresh()
    if kind is ConsentKind.PROCESSING and not accepted:
        return refused_screen()
    title = say(f"consent-{kind}")
    said = Draft().text("consent-taken" if accepted else "consent-declined", title=title).screen()
    file = [await _copy_screen(call, kind)] if accepted else []
    following = (await home(call)).screens
    return Reply((said, *file, *(replace(screen, fresh=True) for screen in following)))


def refused_screen() -> Reply:
    return Draft().text("consent-refused").button("button-think-again", "c.show", "processing").reply()


async def copy(call: Call) -> Reply:
    return Reply((await _copy_screen(call, kind_of(call)),), say("toast-file"))


async def _copy_screen(call: Call, kind: ConsentKind) -> Screen:
    """The dated copy as a file that can be printed."""
    found = await call.use(service.copy, kind)
    assert call.actor is not None
    return Screen(
        (say("consent-copy", title=found.title),),
        file=Attachment(f"{kind}-{found.decided_at:%Y-%m-%d}.pdf", _paper(call, found)),
        fresh=True,
    )


def _paper(call: Call, found: service.Copied) -> bytes:
    assert call.actor is not None
    decision = found.decision
    state = "withdrawn" if decision.withdrawn_at else "accepted" if decision.accepted else "refused"
    words = {key: call.words(f"copy-{key}") for key in ConsentLabels.__slots__}
    paper = ConsentCopy(
        school_name=call.actor.school.name,
        title=found.title,
        text=found.text,
        version=decision.version,
        text_hash=decision.text_hash,
        decision=call.words(f"copy-{state}"),
        decided_at=found.decided_at,
        person=call.actor.person.name,
    )
    return consent_copy(paper, ConsentLabels(**words))
