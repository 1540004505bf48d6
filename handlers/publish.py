"""The school's questionnaires: the list, a card, a file of one's own checked, tried and put in force."""

from __future__ import annotations

from handlers import publish_faults, publish_screens
from handlers.call import Call
from handlers.routes import Routes
from handlers.screens import Attachment, Draft, Reply, Screen
from mentoring.documents.form_book import as_workbook
from mentoring.documents.form_template import template
from mentoring.errors import ProgrammeError
from mentoring.people.rules import Role
from mentoring.questionnaires import publishing
from mentoring.questionnaires.check_apart import FOCUS
from mentoring.questionnaires.publishing import Outcome
from mentoring.texts import Words, say


def register(routes: Routes) -> None:
    routes.press("q.list")(first)
    routes.press("q.page")(listed)
    routes.press("q.send")(ask_file)
    routes.press("q.template")(sample)
    routes.press("q.form")(card)
    routes.press("q.past")(past)
    routes.press("q.file")(file)
    routes.press("q.preview")(preview)
    routes.press("q.publish")(publish)
    routes.press("q.drop")(drop)
    routes.press("q.back")(withdraw_ask)
    routes.press("q.back2")(withdraw)
    routes.text(FOCUS)(typed)
    routes.upload(FOCUS)(file_sent)


async def first(call: Call) -> Reply:
    call.args = ("0",)
    return await listed(call)


async def listed(call: Call) -> Reply:
    return publish_screens.listing(call, await call.use(publishing.listing, call.number(0)))


def _curator(call: Call) -> None:
    if call.actor is None:
        raise ProgrammeError("error-no-school")
    call.actor.require(Role.CURATOR)


async def ask_file(call: Call) -> Reply:
    _curator(call)
    await _wait_for_file(call)
    return _asked(Draft().text("publish-ask")).reply()


async def _wait_for_file(call: Call) -> None:
    await call.unit.run(lambda unit: unit.foci.set(call.guest.tg_id, FOCUS, "", call.now))


def _asked(draft: Draft) -> Draft:
    return draft.button("button-template", "q.template").button("button-back", "q.list")


async def typed(call: Call) -> Reply:
    """Words where a file is due: the file is still waited for."""
    _curator(call)
    return _asked(Draft().text("publish-typed")).reply(fresh=True)


async def sample(call: Call) -> Reply:
    """A spreadsheet to fill in; whoever asks for it will want to send it back."""
    _curator(call)
    await _wait_for_file(call)
    draft = Draft().text("publish-ask").button("button-back", "q.list")
    return _file_then(say("publish-template"), "questionnaire.xlsx", template(call.language), draft)


def _file_then(words: Words, name: str, content: bytes, draft: Draft) -> Reply:
    """A message with a file never turns into another screen, so the way on is a message of its own."""
    sent = Screen((words,), file=Attachment(name, content))
    return Reply((sent, draft.screen(fresh=True)), say("toast-file"))


async def card(call: Call) -> Reply:
    return await _card(call, call.word(0))


async def _card(call: Call, form_id: str, toast: Words | None = None) -> Reply:
    return publish_screens.card(call, await call.use(publishing.card, form_id), toast)


async def past(call: Call) -> Reply:
    """`q.past:<questionnaire>:<page>`: all versions the school has sent."""
    return publish_screens.past(call, await call.use(publishing.card, call.word(0)), call.number(1))


async def file(call: Call) -> Reply:
    """What is in force as a spreadsheet, to change and send back."""
    form_id = call.word(0)
    name, content = await call.use(publishing.source, form_id)
    draft = Draft().text("publish-file-next").button("button-send-own", "q.send")
    draft.button("button-back", "q.form", form_id)
    return _file_then(say("publish-file"), f"{form_id}.xlsx", as_workbook(name, content), draft)


async def file_sent(call: Call) -> Reply:
    """The file was fetched and checked before this: here it is answered, and kept if nothing is wrong with it."""
    _curator(call)
    upload = call.upload
    if upload is None or upload.form is None:
        raise (upload and upload.trouble) or ProgrammeError("error-file-lost")
    if not upload.form.accepted:
        return publish_faults.refused(call, upload.form)
    row = await call.use(publishing.receive, upload.form, upload.data)
    found = await call.use(publishing.preview, row.id)
    screen = publish_screens.preview(call, found).screen(fresh=True)
    return Reply((*publish_faults.remarks(call, upload.form, found.form), screen))


async def preview(call: Call) -> Reply:
    return await _preview(call, call.number(0))


async def _preview(call: Call, row_id: int, toast: Words | None = None) -> Reply:
    return publish_screens.preview(call, await call.use(publishing.preview, row_id)).reply(toast=toast)


async def publish(call: Call) -> Reply:
    """`q.publish:<version>:<the version it was compared with>`"""
    done = await call.use(publishing.publish, call.number(0), call.number(1))
    if done.outcome is Outcome.OUTDATED:
        return await _preview(call, done.row.id, say("error-stale"))
    await call.unit.run(lambda unit: unit.foci.clear(call.guest.tg_id))
    reply = publish_screens.published(call, done.row)
    return Reply(reply.screens, say(f"toast-publish-{done.outcome}"))


async def drop(call: Call) -> Reply:
    row = await call.use(publishing.discard, call.number(0))
    await call.unit.run(lambda unit: unit.foci.clear(call.guest.tg_id))
    fresh = await first(call)
    return Reply(fresh.screens, say("toast-not-published", title=publishing.titles_of(row).within(call.language)))


async def withdraw_ask(call: Call) -> Reply:
    """It changes what people are asked: said before it happens."""
    row = await call.use(publishing.version, call.number(0))
    return publish_screens.withdraw_ask(call, await call.use(publishing.card, row.form_id), row)


async def withdraw(call: Call) -> Reply:
    row = await call.use(publishing.withdraw, call.number(0))
    return await _card(call, row.form_id, say("toast-form-removed"))
