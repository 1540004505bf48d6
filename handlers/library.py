"""The library: by phase, by subject, new ones, search, a material's card."""

from __future__ import annotations

from collections.abc import Sequence

from handlers.call import Call, StaleScreen
from handlers.meeting_screens import listens
from handlers.plan import wait_for
from handlers.routes import Routes
from handlers.screens import Attachment, Draft, Reply, Screen, pager, press
from mentoring.errors import ProgrammeError
from mentoring.library import service
from mentoring.library.rules import Kind, Material
from mentoring.meetings.rules import Subject
from mentoring.roadmap.rules import Phase
from mentoring.texts import Raw, Words, say

PAGE = 6
FOCUS_SEARCH = "library_search"
ALL, NEW, GONE = "all", "new", "gone"
PHASES, SUBJECTS = {f"p-{one}": one for one in Phase}, {f"s-{one}": one for one in Subject}


def register(routes: Routes) -> None:
    routes.press("library")(first)
    routes.press("lb.by")(by)
    routes.press("lb.list")(listed)
    routes.press("lb")(show)
    routes.press("lb.file")(file)
    routes.press("lb.find")(find)
    routes.text(FOCUS_SEARCH)(found)


def keeper(call: Call) -> bool:
    return call.actor is not None and call.actor.has(*service.KEEPERS)


async def first(call: Call) -> Reply:
    """What there is; words typed here are looked for."""
    shelf = await call.use(service.shelf)
    draft = Draft().text("library-head" if shelf.total else "library-none", count=shelf.total)
    if shelf.total:
        if await listens(call, FOCUS_SEARCH, ""):
            draft.text("library-search")
        draft.row(
            press(say("button-library-all", count=shelf.total), "lb.list", ALL, 0),
            press(say("button-library-new", count=shelf.new), "lb.list", NEW, 0),
        )
        draft.row(
            press(say("button-library-phase"), "lb.by", "phase"),
            press(say("button-library-subject"), "lb.by", "subject"),
        )
    if keeper(call):
        draft.row(
            press(say("button-library-add"), "lb.add"), press(say("button-library-gone"), "lb.list", GONE, 0)
        )
    return draft.row(press(say("button-memos"), "memos"), press(say("button-back"), "support")).reply()


async def by(call: Call) -> Reply:
    """`lb.by:phase` or `lb.by:subject`."""
    shelf = await call.use(service.shelf)
    phase = call.word(0) == "phase"
    draft = Draft().text("library-by-phase" if phase else "library-by-subject")
    if phase:
        for one, count in shelf.phases.items():
            draft.button("button-library-count", "lb.list", f"p-{one}", 0, label=phase_words(one), count=count)
    else:
        for subject, count in shelf.subjects.items():
            label = subject_words(subject)
            draft.button("button-library-count", "lb.list", f"s-{subject}", 0, label=label, count=count)
    return draft.button("button-back", "library").reply()


def phase_words(phase: Phase | None) -> Words:
    return say(f"library-phase-{phase}") if phase else say("library-phase-any")


def subject_words(subject: Subject | None) -> Words:
    return say(f"library-subject-{subject}") if subject else say("library-subject-any")


async def _chosen(call: Call, which: str) -> Sequence[Material]:
    """Raises StaleScreen for a list there is not."""
    if which == GONE:
        return await call.use(service.withdrawn)
    if which not in {ALL, NEW, *PHASES, *SUBJECTS}:
        raise StaleScreen()
    return await call.use(service.listed, PHASES.get(which), SUBJECTS.get(which), new=which == NEW)


def _title(which: str) -> Words:
    if which in PHASES:
        return phase_words(PHASES[which])
    return subject_words(SUBJECTS[which]) if which in SUBJECTS else say(f"library-title-{which}")


async def listed(call: Call) -> Reply:
    """`lb.list:<which>:<page>`"""
    which, every = call.word(0), await _chosen(call, call.word(0))
    pages = max(1, -(-len(every) // PAGE))
    number = min(max(call.number(1), 0), pages - 1)
    some = every[number * PAGE : (number + 1) * PAGE]
    about = {"title": _title(which), "first": number * PAGE + 1, "last": number * PAGE + len(some)}
    draft = Draft().text("library-list" if every else "library-list-none", total=len(every), **about)
    for one in some:
        draft.row(press(line(call, one), "lb", one.id, which, number))
    draft.row(*pager(number, pages, "lb.list", which))
    return draft.button("button-back", "library").reply()


def line(call: Call, one: Material) -> str:
    return call.words(f"library-line-{one.kind}", title=one.title)


async def find(call: Call) -> Reply:
    await wait_for(call, FOCUS_SEARCH)
    return Draft().text("library-find").button("button-back", "library").reply()


async def found(call: Call) -> Reply:
    """What is meant by the words that were typed; the next words are another search."""
    every = await call.use(service.search, call.text)
    await wait_for(call, FOCUS_SEARCH)
    draft = Draft()
    if not every:
        draft.text("library-found-none").button("button-library-all-plain", "lb.list", ALL, 0)
        return draft.button("button-back", "library").reply()
    draft.text("library-found", count=len(every), shown=min(PAGE, len(every)))
    for one in every[:PAGE]:
        draft.row(press(line(call, one), "lb", one.id, ALL, 0))
    return draft.button("button-back", "library").reply()


async def show(call: Call) -> Reply:
    """`lb:<material>[:<list>:<page>]`"""
    back = call.args[1:3] if len(call.args) > 2 else (ALL, "0")
    return await card(call, await call.use(service.look, call.number(0)), (back[0], back[1]))


async def card(call: Call, one: Material, back: tuple[str, str], toast: Words | None = None) -> Reply:
    draft = Draft().text("library-card", title=Raw(one.title), day=one.added_at.date())
    draft.text("library-place", phase=phase_words(one.phase), subject=subject_words(one.subject))
    if one.text or one.link:
        draft.words(Raw(one.text or one.link))
    if one.withdrawn_at is not None:
        draft.text("library-withdrawn")
    if one.kind is Kind.FILE:
        draft.button("button-library-file", "lb.file", one.id)
    if keeper(call):
        _ways(draft, one)
    return draft.button("button-back", "lb.list", *back).reply(toast=toast)


def _ways(draft: Draft, one: Material) -> None:
    phase, subject = say("button-library-phase"), say("button-library-subject")
    draft.row(press(phase, "lb.phase", one.id), press(subject, "lb.subj", one.id))
    key, name = ("back", "button-library-back") if one.withdrawn_at else ("drop", "button-library-drop")
    draft.row(press(say("button-library-name"), "lb.name", one.id), press(say(name), f"lb.{key}", one.id))


async def file(call: Call) -> Reply:
    """As it came: it lies with the messenger."""
    one = await call.use(service.look, call.number(0))
    if one.file is None:
        raise ProgrammeError("error-stale")
    sent = Attachment(one.file.name, reference=one.file.reference, medium=one.file.medium)
    back = Draft().text("library-file-sent").button("button-back", "library")
    return Reply((Screen((Raw(one.title),), file=sent), back.screen(fresh=True)), say("toast-file"))
