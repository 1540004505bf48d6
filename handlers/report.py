"""The year's report: made once, its words edited; pictures, spreadsheet, Word, one page for the group."""

from __future__ import annotations

from dataclasses import replace

from handlers.call import Call, StaleScreen
from handlers.indicators import pending
from handlers.routes import Routes
from handlers.screens import Attachment, Draft, Reply, Screen, for_staff, press
from mentoring.documents.report_charts import charts
from mentoring.documents.report_facts import Report
from mentoring.documents.report_page import page_lines, report_page
from mentoring.documents.report_sheet import report_book
from mentoring.documents.report_word import report_document
from mentoring.errors import ProgrammeError
from mentoring.evaluation import service_report, service_year
from mentoring.evaluation.rules_indicators import Group
from mentoring.evaluation.rules_swot import Quarter
from mentoring.evaluation.service_year import Year
from mentoring.notices.rules import Audience, Privacy
from mentoring.people.rules import Role
from mentoring.texts import Raw, Words, say

FOCUS_SWOT, FOCUS_END = "report_swot", "report_end"
CUT = 140


def register(routes: Routes) -> None:
    routes.press("yr")(show)
    routes.press("yr.make")(make_ask)
    routes.press("yr.make2", aside=True)(make)
    routes.press("yr.docx")(word)
    routes.press("yr.xlsx")(book)
    routes.press("yr.png")(pictures)
    routes.press("yr.page")(page)
    routes.press("yr.group")(group_ask)
    routes.press("yr.group2", aside=True)(group)
    routes.press("yr.swot")(swot)
    routes.press("yr.q")(quarter)
    routes.text(FOCUS_SWOT)(swot_typed)
    routes.press("yr.end")(conclusions)
    routes.text(FOCUS_END)(end_typed)


def _curator(call: Call) -> bool:
    return call.actor is not None and call.actor.has(Role.CURATOR)


async def show(call: Call) -> Reply:
    return await _show(call)


async def _show(call: Call, toast: Words | None = None) -> Reply:
    found = await call.use(service_year.look)
    if found.report is None:
        return for_staff(_before(call, found), toast)
    paper = await call.use(service_report.paper)
    draft = Draft([_head(found), *_summary(call, paper)])
    draft.row(press("Word", "yr.docx"), press(say("button-sheet"), "yr.xlsx"))
    draft.row(press(say("button-chart"), "yr.png"), press(say("button-report-page"), "yr.page"))
    draft.row(press("SWOT", "yr.swot"))
    if _curator(call):
        draft.rows[-1] += (press(say("button-conclusions"), "yr.end"),)
        draft.button("button-report-group", "yr.group")
    return for_staff(draft.row(press(say("button-indicators"), "in", 0), press(say("button-back"), "ye")), toast)


def _before(call: Call, found: Year) -> Draft:
    draft = Draft([say("report-none"), *pending(call, found)])
    if _curator(call):
        draft.button("button-report-make", "yr.make")
    return draft.row(press(say("button-indicators"), "in", 0), press(say("button-back"), "ye"))


def _head(found: Year) -> Words:
    mentors, mentees, pairs = found.people
    report = found.report
    assert report is not None
    return say("report-head", day=report.made_on, mentors=mentors, mentees=mentees, pairs=pairs)


def _summary(call: Call, paper: Report) -> list[Words]:
    """What the page for the group says, in a few lines."""
    parts = page_lines(paper, call.words, call.language)
    return [
        say("report-part", name=call.words(key), lines="\n".join(f"• {one}" for one in lines))
        for key, lines in parts.items()
        if lines
    ]


async def make_ask(call: Call) -> Reply:
    """The figures are fixed for ever: said before, with what they do not hold yet."""
    found = await call.use(service_year.look)
    if found.report is not None:
        return await _show(call)
    draft = Draft([say("report-make-ask"), *pending(call, found)])
    return for_staff(draft.button("button-report-sure", "yr.make2").button("button-back", "yr"))


async def make(call: Call) -> Reply:
    await call.use(service_report.make, call.words, call.language)
    return await _show(call, say("toast-report-made"))


async def _file(call: Call, ending: str, data: bytes, caption: str) -> Reply:
    """Named after the year alone."""
    actor = call.actor
    assert actor is not None
    name = f"report-{actor.school.year_start.year}.{ending}"
    attachment = Attachment(name, data, picture=ending == "png")
    screen = Screen((say(caption),), file=attachment, audience=Audience.STAFF, privacy=Privacy.PUBLIC)
    return Reply((screen,), say("toast-file"))


async def word(call: Call) -> Reply:
    paper = await call.use(service_report.paper)
    return await _file(call, "docx", report_document(paper, call.words, call.language), "report-file-word")


async def book(call: Call) -> Reply:
    paper = await call.use(service_report.paper)
    return await _file(call, "xlsx", report_book(paper, call.words, call.language), "report-file-sheet")


async def page(call: Call) -> Reply:
    paper = await call.use(service_report.paper)
    return await _file(call, "pdf", report_page(paper, call.words, call.language), "report-file-page")


async def pictures(call: Call) -> Reply:
    paper = await call.use(service_report.paper)
    found = [png for one in Group for png in charts(paper.of(one), one, call.words, call.language)]
    if not found:
        raise ProgrammeError("error-nothing-to-draw")
    replies = [await _file(call, "png", png, "report-file-chart") for png in found]
    return Reply(tuple(screen for reply in replies for screen in reply.screens), say("toast-file"))


async def group_ask(call: Call) -> Reply:
    """What the group is going to read is seen before it leaves."""
    chat = await call.use(service_report.group_of)
    draft = Draft().text("report-group-ask" if chat else "report-group-none")
    if chat:
        draft.button("button-report-send", "yr.group2")
    return for_staff(draft.button("button-back", "yr"))


async def group(call: Call) -> Reply:
    """The page into the school's group, in the school's language; it says nothing of anybody."""
    chat = await call.use(service_report.group_of)
    if not chat:
        raise StaleScreen()
    paper = await call.use(service_report.paper)
    made = await _file(call, "pdf", report_page(paper, call.words, call.language), "report-group-caption")
    own = (await _show(call)).screens
    sent = tuple(
        replace(
            one, audience=Audience.GROUP, privacy=Privacy.PUBLIC, chat_id=chat.chat_id, thread_id=chat.thread_id
        )
        for one in made.screens
    )
    return Reply((*own, *sent), say("toast-report-sent"))


async def swot(call: Call) -> Reply:
    return await _swot(call)


async def _swot(call: Call) -> Reply:
    paper = await call.use(service_report.paper)
    draft = Draft().text("swot-head")
    for one in Quarter:
        lines = "\n".join(f"• {_short(line)}" for line in paper.swot.get(one, ())) or call.words("report-nothing")
        draft.text("report-part", name=say(f"report-{one}"), lines=lines)
    if _curator(call):
        buttons = [press(say(f"report-{one}"), "yr.q", one) for one in Quarter]
        draft.row(*buttons[:2]).row(*buttons[2:])
    return for_staff(draft.button("button-back", "yr"))


def _short(line: str) -> str:
    """Four quarters fit one message; the whole line is where it is edited, and in the papers."""
    return line if len(line) <= CUT else line[: CUT - 1] + "…"


async def quarter(call: Call) -> Reply:
    """`rp.q:<quarter>`: what is typed next takes its place."""
    if call.word(0) not in {one.value for one in Quarter}:
        raise StaleScreen()
    paper, one = await call.use(service_report.paper), Quarter(call.word(0))
    await call.unit.run(lambda unit: unit.foci.set(call.guest.tg_id, FOCUS_SWOT, one.value, call.now))
    draft = Draft().text("swot-ask", name=say(f"report-{one}"))
    if paper.swot.get(one):
        draft.words(Raw("\n".join(paper.swot[one])))
    return for_staff(draft.button("button-back", "yr.swot"))


async def swot_typed(call: Call) -> Reply:
    await call.use(service_report.edit_swot, Quarter(call.ref), call.text)
    await call.unit.run(lambda unit: unit.foci.clear(call.guest.tg_id))
    return await _swot(call)


async def conclusions(call: Call) -> Reply:
    paper = await call.use(service_report.paper)
    await call.unit.run(lambda unit: unit.foci.set(call.guest.tg_id, FOCUS_END, "", call.now))
    draft = Draft().text("conclusions-ask")
    if paper.conclusions:
        draft.words(Raw("\n".join(paper.conclusions)))
    return for_staff(draft.button("button-back", "yr"))


async def end_typed(call: Call) -> Reply:
    await call.use(service_report.conclude, call.text)
    await call.unit.run(lambda unit: unit.foci.clear(call.guest.tg_id))
    return await _show(call)
