"""The roadmap: the year at a glance, this month, one's own steps, by phase, all of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from handlers.call import Call, StaleScreen
from handlers.roadmap_words import NOWHERE, lines
from handlers.routes import Routes
from handlers.screens import Button, Draft, Reply, for_staff, pager, press
from mentoring.roadmap import service
from mentoring.roadmap.rules import Phase, State
from mentoring.roadmap.service import Board, Shown
from mentoring.texts import Raw, Words, say

PAGE = 6
PHASES = {"l": Phase.LAUNCH, "p": Phase.PRACTICE, "c": Phase.COMPLETION}
LISTS = ("m", "i", "a", *PHASES)
NEXT = 3


def register(routes: Routes) -> None:
    routes.press("rm")(hub)
    routes.press("rm.list")(listed)
    routes.press("rm.phases")(phases)
    routes.press("rm.back")(back)


async def hub(call: Call) -> Reply:
    return await first(call)


async def first(call: Call, toast: Words | None = None) -> Reply:
    """How the year stands, and what asks for somebody next."""
    board = await call.use(service.board)
    if not board.steps:
        return for_staff(Draft().text("road-none").button("button-home", "home"))
    draft = Draft().text("road-head", years=f"{board.year}/{board.year + 1}", **_counts(board))
    coming = _next(board)
    if coming:
        draft.words(lines(call, coming)).row(*(_button(board, one, NOWHERE) for one in coming))
    else:
        draft.text("road-quiet")
    draft.row(press(say("button-road-month"), "rm.list", "m0"), press(say("button-road-mine"), "rm.list", "i0"))
    draft.row(press(say("button-road-phases"), "rm.phases"), press(say("button-road-all"), "rm.list", "a0"))
    draft.row(press(say("button-road-picture"), "rm.picture"), press(say("button-road-files"), "rm.files"))
    draft.row(press(say("button-road-people"), "rm.people"), press(say("button-home"), "home"))
    return for_staff(draft, toast)


def _counts(board: Board) -> dict[str, int]:
    states = Counter(one.state for one in board.steps if not one.history)
    return {
        "done": states[State.DONE],
        "open": states[State.OPEN],
        "late": states[State.OVERDUE],
        "ahead": states[State.PLANNED] + states[State.POSTPONED],
    }


def _next(board: Board) -> Sequence[Shown]:
    """What is late or ends first; what goes on all year asks for nobody in particular."""
    open_ = [one for one in board.steps if one.state in (State.OPEN, State.OVERDUE) and not one.history]
    ends = [(one.instance.last, place, one) for place, one in enumerate(open_) if not one.instance.always]
    return [one for last, _, one in sorted(ends, key=lambda each: (str(each[0]), each[1]))][:NEXT]


def chosen(board: Board, name: str) -> Sequence[Shown]:
    if name in PHASES:
        return board.phase(PHASES[name])
    return {"m": board.month, "i": board.mine}[name]() if name != "a" else board.steps


async def listed(call: Call) -> Reply:
    """`rm.list:<list><page>`: a letter and a number, which is also how a step names the way back."""
    return await _listed(call, call.word(0))


async def _listed(call: Call, place: str) -> Reply:
    name, digits = place[:1], place[1:]
    if name not in LISTS or not digits.isdecimal() or len(digits) > 4:
        raise StaleScreen()
    board = await call.use(service.board)
    found = chosen(board, name)
    pages = max(1, -(-len(found) // PAGE))
    number = min(int(digits), pages - 1)
    some = found[number * PAGE : (number + 1) * PAGE]
    draft = _page(call, name, found, number)
    buttons = [_button(board, one, f"{name}{number}") for one in some]
    for i in range(0, len(buttons), 3):
        draft.row(*buttons[i : i + 3])
    draft.row(*_pager(number, pages, name))
    if name == "a" and board.arranges:
        draft.button("button-road-new", "rm.new")
    return for_staff(draft.button("button-back", "rm.phases" if name in PHASES else "rm"))


def _page(call: Call, name: str, found: Sequence[Shown], number: int) -> Draft:
    draft, start = Draft(), number * PAGE
    some = found[start : start + PAGE]
    if not some:
        return draft.text(f"road-list-{name}-none")
    draft.text(
        "road-list", name=say(f"road-list-{name}"), first=start + 1, last=start + len(some), total=len(found)
    )
    return draft.words(lines(call, some))


def _button(board: Board, one: Shown, place: str) -> Button:
    """A step that an earlier year has left says which one: its number is there twice."""
    year = one.instance.year
    key = "button-road-step" if year == board.year else "button-road-step-of"
    return press(say(key, number=one.instance.n, year=str(year)), "rm.step", one.instance.id, place)


def _pager(number: int, pages: int, name: str) -> list[Button]:
    """The page's number stands in one word with the list."""
    found = []
    for arrow in pager(number, pages, "rm.list"):
        route, page = arrow.data.rsplit(":", 1)
        found.append(Button(arrow.label, f"{route}:{name}{page}"))
    return found


async def phases(call: Call) -> Reply:
    board = await call.use(service.board)
    draft = Draft().text("road-phases")
    said = []
    for letter, phase in PHASES.items():
        steps = board.phase(phase)
        done = sum(not one.instance.live for one in steps)
        name = say(f"button-road-phase-{phase}")
        draft.row(press(name, "rm.list", f"{letter}0"))
        said.append(call.words("road-phase", phase=name, done=done, total=len(steps)))
    draft.words(Raw("\n".join(said)))
    return for_staff(draft.button("button-back", "rm"))


async def back(call: Call) -> Reply:
    """`rm.back:<place>`: to the page of the list that the step was opened from."""
    place = call.word(0)
    return await first(call) if place == NOWHERE else await _listed(call, place)
