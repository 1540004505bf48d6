"""Results of a questionnaire: in the chat by pages, as a picture, as a spreadsheet, CSV and JSON."""

from __future__ import annotations

from dataclasses import replace

from handlers.call import NUMBER, Call, StaleScreen
from handlers.routes import Routes
from handlers.screens import Attachment, Draft, Reply, Screen, pager, press
from mentoring.errors import ProgrammeError
from mentoring.notices.rules import Audience, Privacy
from mentoring.questionnaires.library import title_of
from mentoring.results import lines, picture, tables
from mentoring.surveys import outcome
from mentoring.surveys.outcome import Outcome
from mentoring.texts import Raw, say

PAGE = 8
CUT = 450
FILES = 10
TALLEST = 2200  # pixels; the messenger makes what is higher too small to read


def register(routes: Routes) -> None:
    routes.press("sv.year")(entries)
    routes.press("res")(show)
    routes.press("res.chart")(chart)
    routes.press("res.xlsx")(book)
    routes.press("res.csv")(csv)
    routes.press("res.json")(json)
    routes.press("res.files")(files)


async def entries(call: Call) -> Reply:
    """The questionnaires of entering: results without a survey."""
    found = await call.use(outcome.entries_read)
    draft = Draft().text("year-forms-head")
    for given in found:
        draft.row(press(title_of(given.form_id, call.language), "res", given.form_id, 0))
    return draft.button("button-back", "surveys").reply()


async def _found(call: Call) -> Outcome:
    """`res…:<survey's number or the id of an entry questionnaire>`"""
    ref = call.word(0)
    if NUMBER.fullmatch(ref):
        return await call.use(outcome.of_survey, int(ref))
    return await call.use(outcome.of_entry, ref)


async def show(call: Call) -> Reply:
    found, number = await _found(call), call.number(1)
    said = _paragraphs(lines.lines_of(found.results, call.words, call.language))
    said += _paragraphs(lines.changes_of(found.changes, call.words, call.language))
    pages = max(1, -(-len(said) // PAGE))
    number = min(max(number, 0), pages - 1)
    title = Raw(found.form.title.within(call.language))
    draft = Draft().text("results-head", title=title, count=found.results.n, page=number + 1, pages=pages)
    if found.guarded:
        draft.text("results-guarded")
    draft.parts += [Raw(line) for line in said[number * PAGE : (number + 1) * PAGE]]
    ref = call.word(0)
    draft.row(*pager(number, pages, "res", ref))
    draft.row(press(say("button-chart"), "res.chart", ref), press(say("button-sheet"), "res.xlsx", ref))
    draft.row(press("CSV", "res.csv", ref), press("JSON", "res.json", ref))
    if outcome.files_in(found):
        draft.button("button-answer-files", "res.files", ref, 0)
    back = ("sv.show", ref) if found.given.survey_id is not None else ("sv.year",)
    return _staff(draft.button("button-back", *back).screen(), found)


def _paragraphs(found: list[str]) -> list[str]:
    """Indented lines belong to the one above; what is longer than a telephone shows is in the files."""
    joined: list[str] = []
    for line in found:
        if line.startswith(" ") and joined:
            joined[-1] += "\n" + line
        else:
            joined.append(line)
    return [text if len(text) <= CUT else text[: CUT - 1] + "…" for text in joined]


def _staff(screen: Screen, found: Outcome) -> Reply:
    privacy = Privacy.PUBLIC if found.guarded else Privacy.NAMED
    return Reply((replace(screen, audience=Audience.STAFF, privacy=privacy),))


def _file(call: Call, found: Outcome, ending: str, data: bytes) -> Reply:
    """Named after the questionnaire, never after a person. A tall picture comes as a file: shown, it is shrunk."""
    shown = ending == "png" and picture.height_of(data) <= TALLEST
    title = Raw(found.form.title.within(call.language))
    words = say("results-file", title=title, count=found.results.n)
    attachment = Attachment(f"{found.form.form_id}-{found.given.occasion}.{ending}", data, picture=shown)
    reply = _staff(Screen((words,), file=attachment), found)
    return Reply(reply.screens, say("toast-file"))


async def chart(call: Call) -> Reply:
    """One picture of the answers and, where there was an earlier wave, one of what changed."""
    found = await _found(call)
    if not found.results.n:
        raise ProgrammeError("error-nothing-to-draw")
    reply = _file(call, found, "png", picture.chart(found.results, call.words, call.language))
    if not found.changes:
        return reply
    title = found.form.title.within(call.language)
    drawn = picture.chart(found.changes, call.words, call.language, title)
    return Reply((*reply.screens, *_file(call, found, "png", drawn).screens), reply.toast)


async def book(call: Call) -> Reply:
    found = await _found(call)
    data = tables.book(found.form, found.sheets, found.results, call.words, call.language, found.guarded)
    return _file(call, found, "xlsx", data)


async def csv(call: Call) -> Reply:
    found = await _found(call)
    data = tables.csv_of(found.form, found.sheets, found.results, call.words, call.language, found.guarded)
    return _file(call, found, "csv", data)


async def json(call: Call) -> Reply:
    found = await _found(call)
    return _file(call, found, "json", tables.json_of(found.sheets, found.results, found.guarded))


async def files(call: Call) -> Reply:
    """Files that people answered with, ten at a time, each with its question and its giver."""
    found, number = await _found(call), call.number(1)
    kept = await call.use(outcome.files_of, found)
    shown = kept[number * FILES : (number + 1) * FILES]
    if not shown:
        raise StaleScreen()
    screens = [
        Screen(
            (say("answer-file", name=one.giver, question=Raw(one.question.within(call.language))),),
            file=Attachment(one.file.name, reference=one.file.reference, medium=one.file.kind),
            audience=Audience.STAFF,
            privacy=Privacy.NAMED,
        )
        for one in shown
    ]
    draft = Draft().text(
        "answer-files-shown", first=number * FILES + 1, last=number * FILES + len(shown), total=len(kept)
    )
    draft.row(*pager(number, -(-len(kept) // FILES), "res.files", call.word(0)))
    draft.button("button-back", "res", call.word(0), 0)
    return Reply((*screens, draft.screen(fresh=True)), say("toast-file"))
