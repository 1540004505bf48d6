"""The tasks of a mentoring plan: the list, a task's card, its term, what came of it, the mentor's mark."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from handlers.call import Call, StaleScreen
from handlers.plan import answered, chosen, for_pair, local, wait_for, who, writable
from handlers.routes import Routes
from handlers.screens import Draft, Reply, pager, press
from locales import short_day
from mentoring.meetings.rules import Side, Subject
from mentoring.plan import service
from mentoring.plan.rules import MOVES, OPEN, Section, State, Task
from mentoring.plan.rules_said import last_day_in
from mentoring.plan.service import Board
from mentoring.texts import Raw, Words, say

PAGE = 6
FOCUS_OWN, FOCUS_TERM, FOCUS_ACTUAL, FOCUS_MARK = "plan_own", "plan_term", "plan_actual", "plan_mark"
SECTIONS = tuple(Section)


def register(routes: Routes) -> None:
    routes.press("pl.tasks")(listed)
    routes.press("pl.task")(card)
    routes.press("pl.move")(move)
    routes.press("pl.term")(term_ask)
    routes.press("pl.term2")(term_pressed)
    routes.text(FOCUS_TERM)(term_typed)
    routes.press("pl.actual")(actual_ask)
    routes.text(FOCUS_ACTUAL)(actual_typed)
    routes.press("pl.mark")(mark_ask)
    routes.text(FOCUS_MARK)(mark_typed)
    routes.press("pl.own")(own_section)
    routes.press("pl.own2")(own_subject)
    routes.press("pl.own3")(own_ask)
    routes.text(FOCUS_OWN)(own_typed)


def in_order(tasks: Sequence[Task]) -> list[Task]:
    """As they are printed, the dropped ones at the end."""
    return sorted(
        tasks, key=lambda t: (t.state is State.DROPPED, SECTIONS.index(t.section), t.term or date.max, t.id)
    )


async def listed(call: Call) -> Reply:
    """`pl.tasks:<pair>:<page>`"""
    pair_id, number = call.number(0), call.number(1)
    board = await call.use(service.look, pair_id)
    every = in_order(board.plan.tasks)
    pages = max(1, -(-len(every) // PAGE))
    number = min(max(number, 0), pages - 1)
    start = number * PAGE
    some = every[start : start + PAGE]
    draft = Draft()
    if some:
        draft.text("plan-tasks-head", first=start + 1, last=start + len(some), total=len(every))
    else:
        draft.text("plan-tasks-none")
    for place, task in enumerate(some, start + 1):
        draft.words(_line(board, place, task))
        draft.row(press(f"{place}. {task.text}", "pl.task", pair_id, task.id))
    draft.row(*pager(number, pages, "pl.tasks", pair_id))
    return for_pair(draft.button("button-back", "plan", pair_id))


def _line(board: Board, place: int, task: Task) -> Words:
    params = {"place": place, "text": Raw(task.text), "state": say(f"plan-state-{task.state}")}
    if task.term is None:
        return say("plan-task-line", **params)
    late = task.state in OPEN and task.term < board.today
    return say("plan-task-late" if late else "plan-task-term", **params, day=task.term)


async def card(call: Call) -> Reply:
    return await shown(call, call.number(0), call.number(1))


async def shown(call: Call, pair_id: int, task_id: int, toast: Words | None = None) -> Reply:
    board = await call.use(service.look, pair_id)
    task = board.plan.task(task_id)
    draft = Draft().text(
        "plan-task-card",
        text=Raw(task.text),
        section=say(f"plan-section-{task.section}"),
        subject=say(f"plan-subject-{task.subject}"),
    )
    draft.words(_standing(call, board, task))
    draft.text("plan-task-term-set", day=task.term) if task.term else draft.text("plan-task-term-none")
    for name in ("planned", "actual", "mark"):
        if getattr(task, name):
            draft.text(f"plan-task-{name}", text=Raw(getattr(task, name)))
    if board.open:
        _ways(draft, board, task)
    page = in_order(board.plan.tasks).index(task) // PAGE
    return for_pair(draft.button("button-back", "pl.tasks", pair_id, page), toast)


def _standing(call: Call, board: Board, task: Task) -> Words:
    """The state, and since when by whose word."""
    state = say(f"plan-state-{task.state}")
    latest = board.last(task.id, "state_") or board.last(task.id)
    if latest is None:
        return say("plan-task-state", state=state)
    day = local(call, latest.at).date()
    return say("plan-task-state-by", state=state, day=day, name=who(board, latest))


def _ways(draft: Draft, board: Board, task: Task) -> None:
    where = (board.found.pair.id, task.id)
    moves = [press(say(f"button-task-{to}"), "pl.move", *where, to) for to in State if to in MOVES[task.state]]
    for i in range(0, len(moves), 2):
        draft.row(*moves[i : i + 2])
    draft.row(press(say("button-task-term"), "pl.term", *where), press(say("button-actual"), "pl.actual", *where))
    if board.side is Side.MENTOR:
        draft.button("button-mark", "pl.mark", *where)


async def move(call: Call) -> Reply:
    """`pl.move:<pair>:<task>:<state>`"""
    pair_id, task_id, state = call.number(0), call.number(1), chosen(State, call.word(2))
    await call.use(service.move, pair_id, task_id, state)
    return await shown(call, pair_id, task_id, say("toast-task-moved", state=say(f"plan-state-{state}")))


async def _asked(call: Call, focus: str, key: str) -> tuple[Draft, int, int]:
    """What is typed next is about that task."""
    pair_id, task_id = call.number(0), call.number(1)
    task = (await writable(call, pair_id)).plan.task(task_id)
    await wait_for(call, focus, pair_id, task_id)
    return Draft().text(key, text=Raw(task.text)), pair_id, task_id


def _ref(call: Call) -> tuple[int, int]:
    pair, _, task = call.ref.partition(":")
    return int(pair), int(task)


async def term_ask(call: Call) -> Reply:
    """A day by a tap or in words."""
    draft, pair_id, task_id = await _asked(call, FOCUS_TERM, "plan-term-ask")
    offered = await call.use(service.terms_offered)
    days = [press(short_day(day, call.language), "pl.term2", pair_id, task_id, f"{day:%y%m%d}") for day in offered]
    return for_pair(draft.row(*days).button("button-back", "pl.task", pair_id, task_id))


async def term_pressed(call: Call) -> Reply:
    try:
        day = datetime.strptime(call.word(2), "%y%m%d").date()  # noqa: DTZ007 a day has no zone
    except ValueError:
        raise StaleScreen() from None
    return await _term(call, call.number(0), call.number(1), day)


async def term_typed(call: Call) -> Reply:
    return await _term(call, *_ref(call), last_day_in(call.text, local(call, call.now)))


async def _term(call: Call, pair_id: int, task_id: int, day: date) -> Reply:
    await call.use(service.set_term, pair_id, task_id, day)
    await answered(call)
    return await shown(call, pair_id, task_id, say("toast-task-term"))


async def actual_ask(call: Call) -> Reply:
    draft, pair_id, task_id = await _asked(call, FOCUS_ACTUAL, "plan-actual-ask")
    return for_pair(draft.button("button-back", "pl.task", pair_id, task_id))


async def actual_typed(call: Call) -> Reply:
    await call.use(service.set_actual, *_ref(call), call.text)
    await answered(call)
    return await shown(call, *_ref(call))


async def mark_ask(call: Call) -> Reply:
    draft, pair_id, task_id = await _asked(call, FOCUS_MARK, "plan-mark-ask")
    return for_pair(draft.button("button-back", "pl.task", pair_id, task_id))


async def mark_typed(call: Call) -> Reply:
    await call.use(service.set_mark, *_ref(call), call.text)
    await answered(call)
    return await shown(call, *_ref(call))


async def own_section(call: Call) -> Reply:
    """A task in the pair's own words: first where it belongs."""
    pair_id = call.number(0)
    await writable(call, pair_id)
    draft = Draft().text("plan-own-section")
    for one in Section:
        draft.button(f"plan-section-short-{one}", "pl.own2", pair_id, one)
    return draft.button("button-back", "plan", pair_id).reply()


async def own_subject(call: Call) -> Reply:
    pair_id, section = call.number(0), chosen(Section, call.word(1))
    draft = Draft().text("plan-own-subject")
    for one in Subject:
        draft.button(f"button-subject-{one}", "pl.own3", pair_id, section, one)
    return draft.button("button-back", "pl.own", pair_id).reply()


async def own_ask(call: Call) -> Reply:
    pair_id, section, subject = call.number(0), chosen(Section, call.word(1)), chosen(Subject, call.word(2))
    await writable(call, pair_id)
    await wait_for(call, FOCUS_OWN, pair_id, section, subject)
    return Draft().text("plan-own-ask").button("button-back", "plan", pair_id).reply()


async def own_typed(call: Call) -> Reply:
    pair, section, subject = call.ref.split(":")
    plan = await call.use(service.add_task, int(pair), Section(section), Subject(subject), call.text)
    await answered(call)
    return await shown(call, int(pair), max(task.id for task in plan.tasks))
