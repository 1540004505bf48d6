"""The goals of a mentoring plan, and who has changed what in it."""

from __future__ import annotations

from handlers.call import Call, StaleScreen
from handlers.plan import answered, change_line, chosen, for_pair, wait_for, writable
from handlers.routes import Routes
from handlers.screens import Draft, Reply, pager, press
from mentoring.meetings.rules import Subject
from mentoring.plan import service
from mentoring.plan.rules import SHIPPED, Goal
from mentoring.texts import Raw, Words, say

LOG_PAGE = 8
FOCUS_GOAL = "plan_goal"


def register(routes: Routes) -> None:
    routes.press("pl.goals")(goals)
    routes.press("pl.goal")(goal)
    routes.press("pl.goalnew")(goal_subject)
    routes.press("pl.goalsay")(goal_words)
    routes.press("pl.goaldrop")(goal_drop)
    routes.text(FOCUS_GOAL)(goal_typed)
    routes.press("pl.log")(log)


async def goals(call: Call) -> Reply:
    return await _goals(call, call.number(0))


async def _goals(call: Call, pair_id: int, toast: Words | None = None) -> Reply:
    board = await call.use(service.look, pair_id)
    some = [goal for goal in board.plan.goals if not goal.dropped]
    draft = Draft().text("plan-goals-head" if some else "plan-goals-none", most=SHIPPED.goals)
    for place, one in enumerate(some, 1):
        subject = say(f"plan-subject-{one.subject}")
        draft.text("plan-goal-line", place=place, text=Raw(one.text), subject=subject)
        if board.open:
            draft.row(press(f"{place}. {one.text}", "pl.goal", pair_id, one.id))
    if board.open and len(some) < SHIPPED.goals:
        draft.button("button-goal-new", "pl.goalnew", pair_id, 0)
    return for_pair(draft.button("button-back", "plan", pair_id), toast)


async def _goal(call: Call, pair_id: int, goal_id: int) -> Goal:
    board = await writable(call, pair_id)
    found = next((one for one in board.plan.goals if one.id == goal_id and not one.dropped), None)
    if found is None:
        raise StaleScreen()
    return found


async def goal(call: Call) -> Reply:
    pair_id, one = call.number(0), await _goal(call, call.number(0), call.number(1))
    draft = Draft().text("plan-goal-card", text=Raw(one.text), subject=say(f"plan-subject-{one.subject}"))
    draft.row(
        press(say("button-goal-words"), "pl.goalnew", pair_id, one.id),
        press(say("button-goal-drop"), "pl.goaldrop", pair_id, one.id),
    )
    return for_pair(draft.button("button-back", "pl.goals", pair_id))


async def goal_subject(call: Call) -> Reply:
    """`pl.goalnew:<pair>:<goal, 0 for a new one>`: what it is about."""
    pair_id, goal_id = call.number(0), call.number(1)
    await writable(call, pair_id)
    draft = Draft().text("plan-goal-subject")
    for one in Subject:
        draft.button(f"button-subject-{one}", "pl.goalsay", pair_id, one, goal_id)
    return draft.button("button-back", "pl.goals", pair_id).reply()


async def goal_words(call: Call) -> Reply:
    pair_id, subject, goal_id = call.number(0), chosen(Subject, call.word(1)), call.number(2)
    await writable(call, pair_id)
    await wait_for(call, FOCUS_GOAL, pair_id, subject, goal_id)
    return Draft().text("plan-goal-ask").button("button-back", "pl.goals", pair_id).reply()


async def goal_typed(call: Call) -> Reply:
    pair, subject, goal_id = call.ref.split(":")
    await call.use(service.set_goal, int(pair), call.text, Subject(subject), int(goal_id))
    await answered(call)
    return await _goals(call, int(pair))


async def goal_drop(call: Call) -> Reply:
    await call.use(service.drop_goal, call.number(0), call.number(1))
    return await _goals(call, call.number(0), say("toast-goal-dropped"))


async def log(call: Call) -> Reply:
    """`pl.log:<pair>:<page>`: who changed what, the newest first."""
    pair_id, number = call.number(0), call.number(1)
    board = await call.use(service.look, pair_id)
    pages = max(1, -(-len(board.changes) // LOG_PAGE))
    number = min(max(number, 0), pages - 1)
    draft = Draft().text("plan-log-head" if board.changes else "plan-log-none")
    for change in board.changes[number * LOG_PAGE : (number + 1) * LOG_PAGE]:
        draft.words(change_line(call, board, change))
    draft.row(*pager(number, pages, "pl.log", pair_id))
    return for_pair(draft.button("button-back", "plan", pair_id))
