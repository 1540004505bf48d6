"""A pair's mentoring plan: what stands in it, the cards to tick, and the Word file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import TypeVar
from zoneinfo import ZoneInfo

from handlers.call import Call, StaleScreen
from handlers.routes import Routes
from handlers.screens import Attachment, Draft, Reply, Screen, pager, press
from mentoring.documents.plan_word import PlanPaper, plan_document
from mentoring.errors import ProgrammeError
from mentoring.meetings.rules import Subject
from mentoring.notices.rules import Audience, Privacy
from mentoring.people.rules import Person
from mentoring.plan import cards, service, service_carry
from mentoring.plan.rules import OPEN, SHIPPED, Section, State
from mentoring.plan.rules_terms import advice, overdue, printed
from mentoring.plan.service import Board
from mentoring.ports_plan import Change
from mentoring.texts import Raw, Words, say

PAGE = 6
Chosen = TypeVar("Chosen", Section, Subject, State)


def register(routes: Routes) -> None:
    routes.press("plan")(show)
    routes.press("pl.cards")(picking)
    routes.press("pl.tick")(ticked)
    routes.press("pl.terms")(terms)
    routes.press("pl.file")(file)


def named(people: Sequence[Person]) -> str:
    return ", ".join(person.name or "" for person in people)


def for_pair(draft: Draft, toast: Words | None = None) -> Reply:
    return Reply((replace(draft.screen(), audience=Audience.PAIR, privacy=Privacy.NAMED),), toast)


async def writable(call: Call, pair_id: int) -> Board:
    """The plan, for whoever may change it. Raises ProgrammeError for all others."""
    board = await call.use(service.look, pair_id)
    if board.side is None:
        raise ProgrammeError("error-not-yours")
    if board.plan.closed:
        raise ProgrammeError("error-plan-closed")
    return board


async def wait_for(call: Call, focus: str, *ref: object) -> None:
    """What is typed next answers this."""
    words = ":".join(str(part) for part in ref)
    await call.unit.run(lambda unit: unit.foci.set(call.guest.tg_id, focus, words, call.now))


async def answered(call: Call) -> None:
    await call.unit.run(lambda unit: unit.foci.clear(call.guest.tg_id))


def chosen(kind: type[Chosen], word: str) -> Chosen:
    """One of a kind by the word of a button; a forged one makes the screen stale."""
    try:
        return kind(word)
    except ValueError:
        raise StaleScreen() from None


async def put_aside(call: Call) -> None:
    """Whoever has left a card is no longer asked for anything that belongs to it."""
    focus = call.actor.focus if call.actor else None
    if focus is not None and focus.kind.startswith("plan_"):
        await answered(call)


async def show(call: Call) -> Reply:
    await put_aside(call)
    return await shown(call, call.number(0))


async def shown(call: Call, pair_id: int, toast: Words | None = None) -> Reply:
    board = await call.use(service.look, pair_id)
    draft = Draft().text("plan-head", mentors=named(board.found.mentors), mentees=named(board.found.mentees))
    if board.plan.tasks or board.plan.goals:
        _summary(call, draft, board)
    else:
        draft.text("plan-empty-open" if board.open else "plan-empty")
    if board.plan.closed:
        draft.text("plan-closed")
    if await call.use(service_carry.waiting, pair_id) is not None:
        draft.button("button-plan-carry", "pc", pair_id)
    _ways(draft, board)
    return for_pair(draft.button("button-back", "pair", pair_id), toast)


def _summary(call: Call, draft: Draft, board: Board) -> None:
    aims = [f"• {goal.text}" for goal in board.plan.goals if not goal.dropped]
    if aims:
        draft.text("plan-goals", lines=Raw("\n".join(aims)))
    _counts(draft, board)
    latest = board.last()
    if latest is not None:
        draft.text("plan-latest", change=change_line(call, board, latest))
    for remark in advice(board.plan) if board.open else ():
        draft.text(f"plan-advice-{remark}", least=SHIPPED.advised[0], most=SHIPPED.advised[1])


def _counts(draft: Draft, board: Board) -> None:
    states = [task.state for task in board.plan.tasks]
    counts = {state.value: states.count(state) for state in (State.PLANNED, State.GOING, State.DONE)}
    draft.text("plan-counts", total=len(states) - states.count(State.DROPPED), **counts)
    late = len(overdue(board.plan, board.today))
    if late:
        draft.text("plan-late", count=late)
    coming = [(task.term, task) for task in board.plan.tasks if task.state in OPEN and task.term]
    if coming:
        day, first = min(coming, key=lambda one: one[0])
        draft.text("plan-next", task=Raw(first.text), day=day)


def _ways(draft: Draft, board: Board) -> None:
    pair = board.found.pair.id
    aims = press(say("button-plan-goals"), "pl.goals", pair)
    if board.plan.tasks:
        draft.row(press(say("button-plan-tasks"), "pl.tasks", pair, 0), aims)
    if board.open:
        draft.row(
            press(say("button-plan-cards"), "pl.cards", pair, Section.ENTERING, 0),
            press(say("button-plan-own"), "pl.own", pair),
        )
        if not board.plan.tasks:
            draft.row(aims)
        if any(task.state in OPEN and task.term is None for task in board.plan.tasks):
            draft.button("button-plan-terms", "pl.terms", pair)
    draft.row(
        press(say("button-plan-results"), "pl.res", pair, 0), press(say("button-plan-log"), "pl.log", pair, 0)
    )
    if board.plan.tasks:
        draft.button("button-plan-file", "pl.file", pair)


def local(call: Call, moment: datetime) -> datetime:
    assert call.actor is not None
    return moment.astimezone(ZoneInfo(call.actor.school.zone))


def who(board: Board, change: Change) -> Words:
    if change.by is None or change.by not in board.names:
        return say("plan-somebody")
    name = board.names[change.by]
    return Raw(name) if name else say("person-nameless")


def change_line(call: Call, board: Board, change: Change) -> Words:
    params = {
        "at": local(call, change.at),
        "name": who(board, change),
        "what": say(f"plan-did-{change.what}"),
    }
    return (
        say("plan-change-about", **params, about=Raw(change.about))
        if change.about
        else say("plan-change", **params)
    )


async def picking(call: Call) -> Reply:
    """`pl.cards:<pair>:<section>:<page>`"""
    return await _picking(call, call.number(0), chosen(Section, call.word(1)), call.number(2))


async def _picking(call: Call, pair_id: int, section: Section, number: int) -> Reply:
    """The ready cards of a section with a tick at those that are in the plan."""
    board = await writable(call, pair_id)
    every = [card for card in cards.cards(call.language) if card.section is section]
    pages = max(1, -(-len(every) // PAGE))
    number = min(max(number, 0), pages - 1)
    some = every[number * PAGE : (number + 1) * PAGE]
    draft = Draft().text("plan-cards", section=say(f"plan-section-{section}"), count=len(board.plan.cards))
    draft.words(Raw("\n".join(f"{n}. {card.title}" for n, card in enumerate(some, number * PAGE + 1))))
    for n, card in enumerate(some, number * PAGE + 1):
        held = card.id in board.plan.cards
        label = say("toggle-on" if held else "toggle-off", label=Raw(f"{n}. {card.title}"))
        draft.row(press(label, "pl.tick", pair_id, card.id, int(not held)))
    draft.row(*pager(number, pages, "pl.cards", pair_id, section))
    others = [one for one in Section if one is not section]
    draft.row(*(press(say(f"plan-section-short-{one}"), "pl.cards", pair_id, one, 0) for one in others))
    draft.button("button-plan-done", "pl.terms", pair_id)
    return for_pair(draft.button("button-back", "plan", pair_id))


async def ticked(call: Call) -> Reply:
    """`pl.tick:<pair>:<card>:<1 into the plan, 0 out of it>`"""
    pair_id, card_id = call.number(0), call.word(1)
    await call.use(service.tick, pair_id, card_id, bool(call.number(2)))
    card = next(one for one in cards.cards(call.language) if one.id == card_id)
    place = [one.id for one in cards.cards(call.language) if one.section is card.section].index(card_id)
    return await _picking(call, pair_id, card.section, place // PAGE)


async def terms(call: Call) -> Reply:
    """The bot sets the terms that nobody has set."""
    await writable(call, call.number(0))
    before = await call.use(service.look, call.number(0))
    after = await call.use(service.suggest_terms, call.number(0))
    told = {task.id: task.term for task in before.plan.tasks}
    new = sum(task.term != told.get(task.id) for task in after.tasks)
    return await shown(call, call.number(0), say("toast-plan-terms", count=new) if new else None)


async def file(call: Call) -> Reply:
    """The plan as a Word file, to print and sign."""
    board = await call.use(service.look, call.number(0))
    made = plan_document(_paper(call, board), call.language)
    screen = Screen(
        (say("plan-file"),),
        file=Attachment(f"plan-{board.found.pair.id}.docx", made),
        audience=Audience.PAIR,
        privacy=Privacy.NAMED,
    )
    return Reply((screen,), say("toast-file"))


def _paper(call: Call, board: Board) -> PlanPaper:
    assert call.actor is not None
    school = call.actor.school
    found = board.found
    lines = [
        ", ".join([f"{one.on:%d.%m.%Y}", call.words(f"result-kind-{one.kind}"), one.title, *one.links])
        for one in board.results
    ]
    return PlanPaper(
        school=school.name,
        year=(school.year_start.year, school.year_end.year),
        mentors=[person.name or "" for person in found.mentors],
        mentees=[person.name or "" for person in found.mentees],
        contact=call.words(f"contact-{found.pair.contact}"),
        goals=[one.text for one in board.plan.goals if not one.dropped],
        sections=printed(board.plan),
        results=lines,
    )
