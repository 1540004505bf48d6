"""The school's page: what it would hold, its documents, and all of it as a zip."""

from __future__ import annotations

from handlers.call import Call
from handlers.closing_menu import back_to, part, span
from handlers.plan import answered, wait_for
from handlers.routes import Routes
from handlers.screens import Attachment, Draft, Reply, Screen, for_staff, pager, press
from locales import Locales
from mentoring.errors import ProgrammeError
from mentoring.notices.rules import Audience, Privacy
from mentoring.site import service
from mentoring.site.generate import site_zip
from mentoring.texts import Raw, Words, say

FOCUS = "site_file"


def register(routes: Routes) -> None:
    routes.press("si")(show)
    routes.press("si.make")(made)
    routes.press("si.files")(files)
    routes.press("si.file")(file)
    routes.press("si.drop", aside=True)(dropped)
    routes.press("si.add")(add_ask)
    routes.upload(FOCUS)(added)


async def show(call: Call) -> Reply:
    found = await call.use(service.content)
    draft = Draft().text("site-head", cases=found.cases, files=len(found.files), winners=found.winners)
    draft.text("site-results" if found.results else "site-no-results").text("site-names")
    draft.button("button-site-make", "si.make").button("button-site-files", "si.files", 0)
    return draft.button(*back_to(call)).reply()


async def made(call: Call) -> Reply:
    """In the school's language, with the file that a web page's keeper unpacks."""
    assert call.actor is not None
    language, locales = call.actor.school.language, Locales()

    def words(key: str, **params: object) -> str:
        return locales.plain(say(key, **params), language)

    def said(text: Words) -> str:
        return locales.plain(text, language)

    site = await call.use(service.build, words, said, language)
    packed = site_zip([site])
    screen = Screen(
        (say("site-file"),),
        file=Attachment(f"site-{site.on:%Y-%m-%d}.zip", packed),
        audience=Audience.STAFF,
        privacy=Privacy.PUBLIC,
    )
    return Reply((screen,), say("toast-file"))


async def files(call: Call) -> Reply:
    return await _files(call, call.number(0))


async def _files(call: Call, number: int, toast: Words | None = None) -> Reply:
    every = (await call.use(service.content)).files
    some, number, pages = part(every, number)
    draft = Draft().text("site-files" if every else "site-files-none", count=len(every))
    span(draft, number, len(every))
    for one in some:
        draft.row(press(f"{one.title} · {one.ending}", "si.file", one.id))
    draft.row(*pager(number, pages, "si.files"))
    return for_staff(draft.button("button-site-add", "si.add").button("button-back", "si"), toast)


async def file(call: Call) -> Reply:
    every, wanted = (await call.use(service.content)).files, call.number(0)
    one = next((one for one in every if one.id == wanted), None)
    if one is None:
        raise ProgrammeError("error-stale")
    draft = Draft().text("site-document", title=Raw(one.title), kilobytes=max(1, round(one.size / 1024)))
    return for_staff(draft.button("button-site-drop", "si.drop", one.id).button("button-back", "si.files", 0))


async def dropped(call: Call) -> Reply:
    await call.use(service.drop_file, call.number(0))
    return await _files(call, 0, say("toast-site-dropped"))


async def add_ask(call: Call) -> Reply:
    await call.use(service.content)
    await wait_for(call, FOCUS)
    draft = Draft().text("site-add", most=service.MOST, megabytes=service.HEAVIEST // 1024 // 1024)
    return draft.button("button-back", "si.files", 0).reply()


async def added(call: Call) -> Reply:
    upload = call.upload
    if upload is None or upload.trouble is not None or not upload.data:
        raise (upload and upload.trouble) or ProgrammeError("error-file-lost")
    await call.use(service.add_file, upload.name, upload.data)
    await answered(call)
    return await _files(call, 0, say("toast-site-added"))
