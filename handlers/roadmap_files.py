"""The year as a picture, a spreadsheet and a calendar; another school's plan in; the log."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from handlers.call import Call
from handlers.plan import answered, wait_for
from handlers.roadmap_change import back_to
from handlers.roadmap_words import At, at, cut, here
from handlers.routes import Routes
from handlers.screens import Attachment, Draft, Reply, Screen, for_staff, pager, press
from mentoring.documents.roadmap_ics import feed
from mentoring.documents.roadmap_picture import year_picture
from mentoring.documents.roadmap_sheet import plan_sheet
from mentoring.documents.roadmap_table import Fault
from mentoring.errors import ProgrammeError
from mentoring.notices.rules import Audience, Privacy
from mentoring.ports_roadmap import Noted
from mentoring.results import picture
from mentoring.roadmap import service, service_changes
from mentoring.roadmap.service import Board
from mentoring.roadmap.service_changes import Import, TakenIn
from mentoring.roadmap.steps import sections
from mentoring.texts import Raw, Text, Words, say

FOCUS = "road_plan"
INSTEAD = "instead"
FAULTS = 8  # told one by one
PAGE = 8
TALLEST = 4000  # pixels; a taller picture would be shrunk where it is shown


def register(routes: Routes) -> None:
    routes.press("rm.picture")(draw)
    routes.press("rm.files")(files)
    routes.press("rm.xlsx")(sheet)
    routes.press("rm.ics")(calendar)
    routes.press("rm.in")(plan_ask)
    routes.upload(FOCUS)(plan_sent)
    routes.text(FOCUS)(plan_typed)
    routes.press("rm.log")(log)
    routes.press("rm.log1")(step_log)


def _file(name: str, data: bytes, words: Words, *, shown: bool = False) -> Reply:
    """Named after the year, never after anybody."""
    file = Attachment(name, data, picture=shown)
    screen = Screen((words,), file=file, audience=Audience.STAFF, privacy=Privacy.PUBLIC)
    return Reply((screen,), say("toast-file"))


def _years(board: Board) -> str:
    return f"{board.year}-{board.year + 1}"


async def draw(call: Call) -> Reply:
    board = await call.use(service.board)
    plan = [one.instance for one in board.steps]
    data = year_picture(plan, board.year, board.today, sections(call.language), call.words, call.language)
    words = say("road-picture", years=f"{board.year}/{board.year + 1}", day=board.today)
    return _file(f"roadmap-{_years(board)}.png", data, words, shown=picture.height_of(data) <= TALLEST)


async def files(call: Call) -> Reply:
    board = await call.use(service.board)
    draft = Draft().text("road-files")
    draft.row(press(say("button-road-xlsx"), "rm.xlsx"), press(say("button-road-ics"), "rm.ics"))
    if board.arranges:
        draft.button("button-road-in", "rm.in", "add")
    draft.button("button-road-log", "rm.log", 0)
    return for_staff(draft.button("button-back", "rm"))


async def sheet(call: Call) -> Reply:
    board = await call.use(service.board)
    plan = [one.instance for one in board.steps]
    data = plan_sheet(plan, board.today, sections(call.language), call.words, call.language)
    return _file(f"roadmap-{_years(board)}.xlsx", data, say("road-xlsx", years=_years(board)))


async def calendar(call: Call) -> Reply:
    """Entries keep their identifiers: a file opened again moves what has moved."""
    board = await call.use(service.board)
    assert call.actor is not None
    plan = [one.instance for one in board.steps]
    data = feed(plan, call.actor.school_id, call.words, call.now)
    return _file(f"roadmap-{_years(board)}.ics", data, say("road-ics", years=_years(board)))


async def plan_ask(call: Call) -> Reply:
    """`rm.in:<add or instead>`: whether the table comes to what is there or takes its place."""
    instead = call.word(0) == INSTEAD
    board = await call.use(service.board)
    if not board.arranges:
        raise ProgrammeError("error-not-yours")
    await wait_for(call, FOCUS, INSTEAD if instead else "add")
    draft = Draft().text("road-in-instead" if instead else "road-in-add")
    other = ("button-road-in-add", "add") if instead else ("button-road-in-instead", INSTEAD)
    draft.button(other[0], "rm.in", other[1])
    return for_staff(draft.button("button-back", "rm.files"))


async def plan_typed(_call: Call) -> Reply:
    """Words where a table was asked for: the question again."""
    raise ProgrammeError("file-not-a-table")


async def plan_sent(call: Call) -> Reply:
    upload = call.upload
    if upload is None or upload.table is None:
        raise (upload and upload.trouble) or ProgrammeError("error-file-lost")
    table = Import(upload.table.rows, upload.table.numbers, call.words("road-in-reason"), call.ref == INSTEAD)
    found = await call.use(service_changes.take_in, table)
    if not found.refused:
        await answered(call)
    draft = Draft([_outcome(found)])
    draft.parts += [_fault(one) for one in found.faults[:FAULTS]]
    draft.parts += [_fault(one) for one in found.notes[: FAULTS - len(found.faults)]]
    more = len(found.faults) + len(found.notes) - FAULTS
    if more > 0:
        draft.text("road-in-more", count=more)
    return for_staff(draft.button("button-road-all", "rm.list", "a0").button("button-back", "rm.files"))


def _outcome(found: TakenIn) -> Text:
    if found.refused:
        return say("road-in-refused")
    return say("road-in-taken", added=found.added, moved=found.moved, same=found.same, dropped=found.dropped)


def _fault(one: Fault) -> Text:
    return say("road-in-fault", row=one.row, column=one.column, why=say(one.key, **one.params))


async def log(call: Call) -> Reply:
    """`rm.log:<page>`: what was done in the whole year."""
    found, names = await call.use(service.log)
    number = call.number(0)
    draft = _lines(call, list(found), names, number)
    draft.row(*pager(min(max(number, 0), _pages(found) - 1), _pages(found), "rm.log"))
    return for_staff(draft.button("button-back", "rm.files"))


async def step_log(call: Call) -> Reply:
    """`rm.log1:<step>:<revision>:<place>:<page>`"""
    where: At = at(call)
    found, names = await call.use(service.log, where.step)
    number = call.number(3)
    draft = _lines(call, list(found), names, number)
    draft.row(*pager(min(max(number, 0), _pages(found) - 1), _pages(found), "rm.log1", where))
    return for_staff(back_to(draft, where))


def _pages(found: tuple[Noted, ...]) -> int:
    return max(1, -(-len(found) // PAGE))


def _lines(call: Call, found: list[Noted], names: Mapping[int, str], number: int) -> Draft:
    if not found:
        return Draft().text("road-log-none")
    number = min(max(number, 0), _pages(tuple(found)) - 1)
    some = found[number * PAGE : (number + 1) * PAGE]
    start = number * PAGE
    draft = Draft().text("road-log", first=start + 1, last=start + len(some), total=len(found))
    for one in some:
        name = names.get(one.who) if one.who else ""
        draft.words(_line(call, one, Raw(name) if name else say("plan-somebody")))
    return draft


def _line(call: Call, one: Noted, name: Words) -> Text:
    at_ = one.at.astimezone(here(call).tzinfo)
    what = say(f"road-did-{one.kind}")
    params = {"day": at_.date(), "number": str(one.n), "name": name, "what": what, "more": _more(call, one)}
    return (
        say("road-log-reason", reason=Raw(cut(one.reason, 200)), **params)
        if one.reason
        else say("road-log-line", **params)
    )


def _more(call: Call, one: Noted) -> str:
    """The days before and after, where they have changed."""
    spans = [_span(one.before), _span(one.after)]
    if spans[0] == spans[1] or not spans[1]:
        return ""
    return call.words("road-log-days", before=spans[0] or "—", after=spans[1])


def _span(values: Mapping[str, object]) -> str:
    days = [values[name] for name in ("first", "last") if values.get(name)]
    return " – ".join(f"{date.fromisoformat(str(day)):%d.%m.%Y}" for day in days)
