"""/privacy: what is stored, all of it as files, the consents with their copies, taking them back."""

from __future__ import annotations

from typing import Any

from handlers.call import Call
from handlers.consent import kind_of
from handlers.routes import Routes
from handlers.screens import Attachment, Draft, Reply, Screen
from mentoring.consent import privacy as use
from mentoring.consent import service
from mentoring.consent.rules import ConsentKind
from mentoring.documents.export import Section, personal_export_json, personal_export_xlsx
from mentoring.questionnaires.library import title_of
from mentoring.texts import say


def register(routes: Routes) -> None:
    routes.command("privacy", early=True)(show)
    routes.press("privacy", early=True)(show)
    routes.press("v.export")(export)
    routes.press("v.consents")(consents)
    routes.press("v.back")(withdraw)
    routes.press("v.back2")(really_withdraw)


async def show(call: Call) -> Reply:
    """Open to everybody, before consent too: then there is nothing but a number to show."""
    if call.actor is None:
        return Draft().text("privacy-stranger").button("button-help", "help").reply()
    if not call.actor.admitted:
        return Draft().text("privacy-before").button("button-home", "home").reply()
    found = await call.use(use.stored)
    draft = Draft().text(
        "privacy-stored",
        name=found.name or say("person-nameless"),
        roles=found.roles,
        consents=found.consents,
        questionnaires=found.questionnaires,
        answers=found.answers,
    )
    draft.button("button-export", "v.export").button("button-consents", "v.consents")
    draft.button("button-withdraw", "v.back", ConsentKind.PROCESSING)
    return draft.button("button-home", "home").reply()


async def consents(call: Call) -> Reply:
    found = await call.use(service.decisions)
    draft = Draft().text("consents-head")
    for decision in found:
        state = "withdrawn" if decision.withdrawn_at else "accepted" if decision.accepted else "refused"
        draft.text(
            f"consents-{state}",
            title=say(f"consent-{decision.document}"),
            date=decision.decided_at.date(),
            version=decision.version,
        )
        draft.button(f"button-copy-{decision.document}", "c.copy", decision.document)
        if decision.in_force:
            draft.button(f"button-back-{decision.document}", "v.back", decision.document)
        elif decision.document is not ConsentKind.PROCESSING:
            draft.button(f"button-give-{decision.document}", "c.show", decision.document)
    return draft.button("button-back", "privacy").reply()


async def withdraw(call: Call) -> Reply:
    kind = kind_of(call)
    draft = Draft().text(f"withdraw-{kind}").button("button-stay", "privacy")
    return draft.button("button-withdraw-sure", "v.back2", kind).reply()


async def really_withdraw(call: Call) -> Reply:
    kind = kind_of(call)
    await call.use(service.withdraw, kind)
    await call.refresh()
    if kind is ConsentKind.PROCESSING:
        return Draft().text("withdrawn-all").reply()
    fresh = await consents(call)
    return Reply(fresh.screens, say("toast-withdrawn"))


async def export(call: Call) -> Reply:
    found = await call.use(use.export)
    data = {name: [dict(row) for row in rows] for name, rows in found.items()}
    sections = [_section(call, name, rows) for name, rows in data.items()]
    files = (
        Screen((say("export-sheet"),), file=Attachment("my-data.xlsx", personal_export_xlsx(sections))),
        Screen((say("export-json"),), file=Attachment("my-data.json", personal_export_json(data))),
    )
    return Reply(files, say("toast-file"))


def _section(call: Call, name: str, rows: list[dict[str, Any]]) -> Section:
    columns = list(rows[0]) if rows else []
    cells = [[_cell(call, column, value) for column, value in row.items()] for row in rows]
    return Section(call.words(f"stored-{name}"), columns, cells)


def _cell(call: Call, column: str, value: object) -> object:
    if column == "form_id" and isinstance(value, str):
        return title_of(value, call.language)
    return value.isoformat() if hasattr(value, "isoformat") else value
