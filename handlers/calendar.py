"""The school's calendar on a screen: the coming breaks and special days, words or a table to add, 5 or 6 days."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from handlers.call import Call
from handlers.routes import Routes
from handlers.screens import Draft, Reply, pager, press
from mentoring.calendar import service
from mentoring.calendar.rules import Special
from mentoring.calendar.service import Read, Shown
from mentoring.errors import ProgrammeError
from mentoring.notices.rules import Audience, Privacy
from mentoring.people.rules import Role
from mentoring.texts import Raw, Text, Words, say

PAGE = 6
FAULTS = 5
FOCUS, FOCUS_TABLE = "calendar", "calendar_table"
INSTEAD = "instead"


def register(routes: Routes) -> None:
    routes.press("calendar")(first)
    routes.press("cal.page")(listed)
    routes.press("cal.usual")(usual)
    routes.press("cal.week")(week)
    routes.press("cal.one")(one)
    routes.press("cal.drop")(drop)
    routes.press("cal.table")(table_ask)
    routes.text(FOCUS)(typed)
    routes.text(FOCUS_TABLE)(typed)
    routes.upload(FOCUS)(table_sent)
    routes.upload(FOCUS_TABLE)(table_sent)


def _curator(call: Call) -> None:
    if call.actor is None:
        raise ProgrammeError("error-no-school")
    call.actor.require(Role.CURATOR)


def _titles(call: Call) -> Mapping[str, str]:
    """The breaks' names, in the language of the curator who takes them over."""
    return {name: call.words(f"break-{name}") for name in ("autumn", "winter", "spring", "summer")}


async def _wait(call: Call, focus: str, ref: str = "") -> None:
    await call.unit.run(lambda unit: unit.foci.set(call.guest.tg_id, focus, ref, call.now))


async def first(call: Call) -> Reply:
    return await shown(call, 0)


async def listed(call: Call) -> Reply:
    return await shown(call, call.number(0))


async def shown(call: Call, number: int, notes: tuple[Words, ...] = (), toast: Words | None = None) -> Reply:
    """What is typed while this is open is read as periods."""
    found = await call.use(service.shown, _titles(call))
    await _wait(call, FOCUS)
    pages = max(1, -(-len(found.coming) // PAGE))
    number = min(max(number, 0), pages - 1)
    some = found.coming[number * PAGE : (number + 1) * PAGE]
    draft = Draft(list(notes)).text(f"calendar-head-{found.week}")
    if some:
        start = number * PAGE + 1
        draft.text("calendar-coming", first=start, last=number * PAGE + len(some), total=len(found.coming))
    else:
        draft.text("calendar-none")
    for stored in some:
        draft.row(press(period(call, stored.days), "cal.one", stored.id))
    draft.row(*pager(number, pages, "cal.page"))
    _ways(call, draft, found)
    return _reply(draft.button("button-back", "settings"), toast)


def _ways(call: Call, draft: Draft, found: Shown) -> None:
    if found.offered:
        draft.text("calendar-usual", lines=Raw("\n".join(period(call, one) for one in found.offered)))
        draft.button("button-usual-breaks", "cal.usual")
    if found.unknown is not None:
        draft.text("calendar-unknown", year=str(found.unknown))
    draft.text("calendar-add")
    other = 6 if found.week == 5 else 5
    draft.row(
        press(say("button-calendar-table"), "cal.table", "add"),
        press(say(f"button-week-{other}"), "cal.week", other),
    )


def _reply(draft: Draft, toast: Words | None = None) -> Reply:
    screen = replace(draft.screen(), audience=Audience.CURATOR, privacy=Privacy.PUBLIC)
    return Reply((screen,), toast)


def period(call: Call, days: Special) -> str:
    """ "26.10.2026–01.11.2026 · осенние каникулы" """
    last = f"–{days.last:%d.%m.%Y}" if days.last != days.first else ""
    return f"{days.first:%d.%m.%Y}{last} · {days.title or call.words(f'special-{days.kind}')}"


async def usual(call: Call) -> Reply:
    new = await call.use(service.accept_usual, _titles(call))
    return await shown(call, 0, toast=say("toast-periods", count=new))


async def week(call: Call) -> Reply:
    await call.use(service.set_week, call.number(0))
    return await shown(call, 0, toast=say("toast-week"))


async def one(call: Call) -> Reply:
    """A period, and the way to take it out: what that means stands beside it."""
    found = await call.use(service.one, call.number(0))
    kind = say(f"special-{found.days.kind}")
    draft = Draft().text("calendar-one", period=Raw(period(call, found.days)), kind=kind)
    draft.button("button-back", "calendar")
    return _reply(draft.button("button-period-drop", "cal.drop", found.id))


async def drop(call: Call) -> Reply:
    await call.use(service.remove, call.number(0))
    return await shown(call, 0, toast=say("toast-period-dropped"))


async def table_ask(call: Call) -> Reply:
    """`cal.table:<add or instead>`: whether the table comes to what is there or takes its place."""
    _curator(call)
    instead = call.word(0) == INSTEAD
    await _wait(call, FOCUS_TABLE, INSTEAD if instead else "")
    draft = Draft().text("calendar-table-instead" if instead else "calendar-table")
    other = ("button-table-add", "add") if instead else ("button-table-instead", INSTEAD)
    draft.button(other[0], "cal.table", other[1])
    return _reply(draft.button("button-back", "calendar"))


async def typed(call: Call) -> Reply:
    return await _read(call, await call.use(service.add_text, call.text))


async def table_sent(call: Call) -> Reply:
    upload = call.upload
    if upload is None or upload.table is None:
        raise (upload and upload.trouble) or ProgrammeError("error-file-lost")
    rows, numbers = upload.table.rows, upload.table.numbers
    return await _read(call, await call.use(service.add_table, rows, numbers, instead=call.ref == INSTEAD))


async def _read(call: Call, read: Read) -> Reply:
    """What was taken and what was not, row by row; then the calendar as it is now."""
    notes: list[Words] = [_outcome(call, read)]
    faults = read.found.faults
    notes += [say("calendar-fault", row=one.row, why=say(one.key, **one.params)) for one in faults[:FAULTS]]
    if len(faults) > FAULTS:
        notes.append(say("calendar-more-faults", count=len(faults) - FAULTS))
    notes += [say("calendar-overlap", row=one.row, other=one.other) for one in read.found.overlaps[:FAULTS]]
    return await shown(call, 0, tuple(notes))


def _outcome(call: Call, read: Read) -> Text:
    if read.replaced:
        return say("calendar-replaced", count=read.new)
    if call.ref == INSTEAD:
        return say("calendar-not-replaced")
    return say("calendar-added", count=read.new) if read.new else say("calendar-nothing-new")
