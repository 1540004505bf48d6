"""Invitations: a personal link, a shared one, a whole list; as link, as picture, as spreadsheet."""

from __future__ import annotations

from collections.abc import Sequence

from handlers.call import Call, StaleScreen
from handlers.routes import Routes
from handlers.screens import Attachment, Draft, Reply, Screen, pager, press
from mentoring.documents.qr import qr_png
from mentoring.documents.rules_people_list import Entry, Listed, listed_from_table, listed_from_text
from mentoring.documents.sheets_out import Column, Sheet, workbook
from mentoring.errors import ProgrammeError
from mentoring.notices.rules import Audience, Privacy
from mentoring.people import invitations
from mentoring.people.invitations import Invited
from mentoring.people.rules import LinkKind, Role
from mentoring.texts import Words, say

PAGE = 8


def register(routes: Routes) -> None:
    routes.command("invite")(start)
    routes.press("invite")(start)
    routes.press("i.role")(role_chosen)
    routes.press("i.make")(make)
    routes.press("i.list")(ask_list)
    routes.text("people_list")(list_typed)
    routes.upload("people_list")(list_sent)
    routes.press("i.open")(still_open)
    routes.press("i.revoke")(revoke)
    routes.press("i.revoke2")(really_revoke)


async def start(call: Call) -> Reply:
    _curator(call)
    draft = Draft().text("invite-start")
    buttons = [press(say(f"role-{role}"), "i.role", role) for role in (Role.MENTOR, Role.MENTEE, *_STAFF)]
    for i in range(0, len(buttons), 2):
        draft.row(*buttons[i : i + 2])
    draft.row(press(say("button-list"), "i.list"), press(say("button-open-links"), "i.open", 0))
    return draft.button("button-home", "home").reply()


_STAFF = (Role.DIRECTOR, Role.DEPUTY, Role.PSYCHOLOGIST, Role.HEAD, Role.SITE_ADMIN, Role.CURATOR)


def _curator(call: Call) -> None:
    if call.actor is None:
        raise ProgrammeError("error-no-school")
    call.actor.require(Role.CURATOR)


def _role(call: Call) -> Role:
    try:
        return Role(call.word(0))
    except ValueError:
        raise StaleScreen() from None


async def role_chosen(call: Call) -> Reply:
    role = _role(call)
    draft = Draft().text("invite-kind", role=say(f"role-{role}"))
    number = await call.use(invitations.next_number)
    draft.button("button-link-personal", "i.make", role, LinkKind.PERSONAL, number)
    draft.button("button-link-shared", "i.make", role, LinkKind.SHARED, number)
    return draft.button("button-back", "invite").reply()


async def make(call: Call) -> Reply:
    """The link as text to forward and as a picture to show or print."""
    role = _role(call)
    try:
        kind = LinkKind(call.word(1))
    except ValueError:
        raise StaleScreen() from None
    made = await call.use(invitations.invite, (role,), kind, call.number(2))
    link = link_of(call, made)
    text = say(f"invite-{kind}", role=say(f"role-{role}"), number=str(made.invitation.number), link=link)
    screen = Screen(
        (text,),
        file=Attachment(f"invitation-{made.invitation.number}.png", qr_png(link), picture=True),
        audience=Audience.CURATOR,
        privacy=Privacy.PUBLIC,
    )
    more = Draft().text("invite-more").button("button-invite-more", "invite").button("button-home", "home")
    return Reply((screen, more.screen(fresh=True)), say("toast-link"))


def link_of(call: Call, made: Invited) -> str:
    return f"https://t.me/{call.bot_username}?start={made.token}"


async def ask_list(call: Call) -> Reply:
    _curator(call)
    await call.unit.run(lambda unit: unit.foci.set(call.guest.tg_id, "people_list", "", call.now))
    return Draft().text("list-ask").button("button-back", "invite").reply()


async def list_typed(call: Call) -> Reply:
    return await _listed(call, listed_from_text(call.text))


async def list_sent(call: Call) -> Reply:
    upload = call.upload
    if upload is None or upload.table is None:
        raise (upload and upload.trouble) or ProgrammeError("error-file-lost")
    return await _listed(call, listed_from_table(upload.table.rows, numbers=upload.table.numbers))


async def _listed(call: Call, listed: Listed) -> Reply:
    """Links for everybody who could be read; what could not be is named by its row."""
    ready = [entry for entry in listed.entries if entry.roles]
    if not ready:
        return Draft(_faults(listed)).text("list-nobody").button("button-back", "invite").reply(fresh=True)
    made = await call.use(invitations.invite_many, [entry.roles for entry in ready])
    file = Attachment("invitations.xlsx", _sheet(call, ready, made))
    done = Screen(
        (say("list-done", count=len(ready)), *_faults(listed)),
        file=file,
        audience=Audience.CURATOR,
        privacy=Privacy.NAMED,
    )
    more = Draft().text("invite-more").button("button-invite-more", "invite").button("button-home", "home")
    return Reply((done, more.screen(fresh=True)))


def _faults(listed: Listed) -> list[Words]:
    """At most a dozen lines: the rest is a number, the caption of a file has no room for more."""
    without = [say("list-no-role", number=e.number, name=e.name) for e in listed.entries if not e.roles]
    twice = [say("list-twice", row=d.row, name=d.name) for d in listed.duplicates]
    bad = [say("list-fault", row=f.row, why=say(f.key, **f.params)) for f in listed.faults]
    lines: list[Words] = [*bad, *without, *twice]
    return lines[:5] + ([say("list-more-faults", count=len(lines) - 5)] if len(lines) > 5 else [])


def _sheet(call: Call, entries: Sequence[Entry], made: Sequence[Invited]) -> bytes:
    columns = [
        Column(call.words("sheet-number"), 6, "integer"),
        Column(call.words("sheet-name"), 36),
        Column(call.words("sheet-role"), 24),
        Column(call.words("sheet-link"), 60),
    ]
    rows = [
        (
            one.invitation.number,
            entry.name,
            ", ".join(call.words(f"role-{role}") for role in entry.roles),
            link_of(call, one),
        )
        for entry, one in zip(entries, made, strict=True)
    ]
    return workbook([Sheet(call.words("sheet-invitations"), columns, rows)])


async def still_open(call: Call) -> Reply:
    """Links nobody has used yet, by number: whose they are stands in the curator's own spreadsheet."""
    number = call.number(0)
    found = await call.use(invitations.open_invitations)
    pages = max(1, -(-len(found) // PAGE))
    number = min(max(number, 0), pages - 1)
    if not found:
        return Draft().text("links-none").button("button-back", "invite").reply()
    draft = Draft().text("links-open", count=len(found))
    for one in found[number * PAGE : (number + 1) * PAGE]:
        roles = ", ".join(call.words(f"role-{role}") for role in one.roles)
        draft.row(press(f"№ {one.number} · {roles}", "i.revoke", one.id))
    draft.row(*pager(number, pages, "i.open"))
    return draft.button("button-back", "invite").reply()


async def revoke(call: Call) -> Reply:
    draft = Draft().text("link-revoke-ask").button("button-back", "i.open", 0)
    return draft.button("button-revoke", "i.revoke2", call.number(0)).reply()


async def really_revoke(call: Call) -> Reply:
    gone = await call.use(invitations.revoke, call.number(0))
    call.args = ("0",)
    fresh = await still_open(call)
    return Reply(fresh.screens, say("link-revoked-done", number=str(gone.number)))
