"""База наставников и база наставляемых: in the chat by pages, whole as a spreadsheet."""

from __future__ import annotations

from handlers.call import Call, StaleScreen
from handlers.routes import Routes
from handlers.screens import Attachment, Draft, Reply, Screen, for_staff, pager, press
from mentoring.documents.sheets_out import Cell, Column, Sheet, workbook
from mentoring.errors import ProgrammeError
from mentoring.notices.rules import Audience, Privacy
from mentoring.people.registers import COLUMNS, READERS, Entry, Register, register_of
from mentoring.people.rules import Role
from mentoring.texts import Raw, say

PAGE = 6
_WIDTHS = {"number": 5, "name": 34, "entered": 14, "completed": 14}
_SHOWN = {Role.MENTOR: ("competences", "time"), Role.MENTEE: ("request", "time")}
_CUT = 220


def register(routes: Routes) -> None:
    routes.command("registers")(choose)
    routes.press("registers")(choose)
    routes.press("r.show")(show)
    routes.press("r.file")(file)


async def choose(call: Call) -> Reply:
    if call.actor is None:
        raise ProgrammeError("error-no-school")
    call.actor.require(*READERS)
    draft = Draft().text("registers-head")
    draft.button("register-mentor", "r.show", Role.MENTOR, 0).button("register-mentee", "r.show", Role.MENTEE, 0)
    return draft.button("button-home", "home").reply()


def _role(call: Call) -> Role:
    try:
        role = Role(call.word(0))
    except ValueError:
        raise StaleScreen() from None
    if role not in COLUMNS:
        raise StaleScreen()
    return role


async def show(call: Call) -> Reply:
    role, number = _role(call), call.number(1)
    found = await call.use(register_of, role)
    pages = max(1, -(-len(found.entries) // PAGE))
    number = min(max(number, 0), pages - 1)
    start = number * PAGE
    shown = found.entries[start : start + PAGE]
    draft = Draft()
    if not shown:
        draft.text(f"register-{role}-none").button("button-people", "people", f"{role}s", 0)
        return for_staff(draft.button("button-back", "registers"))
    draft.text(f"register-{role}-head", first=start + 1, last=start + len(shown), total=len(found.entries))
    for place, entry in enumerate(shown, start + 1):
        draft.words(Raw(f"{place}. {entry.name}\n{_about(entry, role)}".strip()))
        draft.row(press(f"{place}. {entry.name}", "card", entry.person_id))
    draft.row(*pager(number, pages, "r.show", role))
    draft.button("button-sheet", "r.file", role)
    return for_staff(draft.button("button-back", "registers"))


def _about(entry: Entry, role: Role) -> str:
    found = (entry.values.get(column, "") for column in _SHOWN[role])
    return "\n".join(text if len(text) <= _CUT else text[: _CUT - 1] + "…" for text in found if text)


async def file(call: Call) -> Reply:
    role = _role(call)
    found = await call.use(register_of, role)
    screen = Screen(
        (say(f"register-{role}-file", count=len(found.entries)),),
        file=Attachment(f"register-{role}s.xlsx", _sheet(call, found)),
        audience=Audience.STAFF,
        privacy=Privacy.NAMED,
    )
    return Reply((screen,), say("toast-file"))


def _sheet(call: Call, found: Register) -> bytes:
    columns = [
        Column(
            call.words(f"column-{name}"),
            _WIDTHS.get(name, 28),
            "integer" if name == "number" else "date" if name == "entered" else "text",
        )
        for name in COLUMNS[found.role]
    ]
    rows = [
        tuple(_cell(name, place, entry) for name in COLUMNS[found.role])
        for place, entry in enumerate(found.entries, 1)
    ]
    return workbook([Sheet(call.words(f"register-{found.role}"), columns, rows)])


def _cell(name: str, place: int, entry: Entry) -> Cell:
    if name == "number":
        return place
    if name == "name":
        return entry.name
    return entry.entered if name == "entered" else entry.values.get(name, "")
