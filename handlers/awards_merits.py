"""Merits: each person's year with points and ways of encouragement, the school's table of points, one's own."""

from __future__ import annotations

from collections.abc import Mapping

from handlers.call import Call, StaleScreen
from handlers.closing_menu import part, span
from handlers.routes import Routes
from handlers.screens import Draft, Reply, for_staff, pager, press
from mentoring.awards import service, service_merits, service_papers
from mentoring.awards.catalogue import incentives
from mentoring.awards.rules import title_of
from mentoring.awards.rules_points import Points, name_of
from mentoring.awards.service_merits import NOTED, Merits
from mentoring.awards.service_papers import PaperKind
from mentoring.people.rules import Role
from mentoring.texts import Raw, Words, say

WORTH = (0, 1, 2, 3, 5, 10)
IN_ROW = 4


def register(routes: Routes) -> None:
    routes.press("me")(listed)
    routes.press("me.one")(one)
    routes.press("me.ways")(ways)
    routes.press("me.way")(way)
    routes.press("me.did")(did)
    routes.press("me.points")(table)
    routes.press("me.worth")(worth_ask)
    routes.press("me.set")(worth_set)
    routes.press("yo")(own)


async def listed(call: Call) -> Reply:
    """`me:<page>`: by name, without a figure: points make no list of who has more."""
    every = await call.use(service_merits.people_of)
    some, number, pages = part(every, call.number(0))
    draft = Draft().text("merits-head" if every else "merits-none")
    span(draft, number, len(every))
    for person in some:
        draft.row(press(person.name or "", "me.one", person.id))
    draft.row(*pager(number, pages, "me"))
    return for_staff(draft.button("button-points-table", "me.points").button("button-back", "aw"))


async def one(call: Call) -> Reply:
    return _one(await call.use(service_merits.merits, call.number(0)), call.language)


def _one(found: Merits, language: str) -> Reply:
    person = found.person.id
    draft = Draft().text("merits-one", name=found.person.name or "")
    _points(draft, found.points)
    named = [way.name.get(language, way.name["ru"]) for way in incentives() if way.id in found.held]
    if named:
        draft.text("merits-ways", lines=Raw("\n".join(f"• {name}" for name in named)))
    draft.button("button-ways", "me.ways", person)
    draft.row(*(press(say(f"button-did-{what}"), "me.did", person, what, found.noted[what] + 1) for what in NOTED))
    made = (PaperKind.CERTIFICATE, PaperKind.THANKS)
    draft.row(*(press(say(f"button-one-{kind}"), "aw.onefor", person, kind) for kind in made))
    less = [what for what in NOTED if found.noted[what]]
    draft.row(*(press(say(f"button-undo-{what}"), "me.did", person, what, found.noted[what] - 1) for what in less))
    return for_staff(draft.button("button-back", "me", 0))


def _points(draft: Draft, points: Points) -> None:
    lines = [say("points-line", what=name_of(what), times=times, points=each) for what, times, each in points.rows]
    draft.text("points-total" if lines else "points-none", count=points.total)
    draft.parts += lines


async def ways(call: Call) -> Reply:
    return _ways(await call.use(service_merits.merits, call.number(0)), call.language)


def _ways(found: Merits, language: str) -> Reply:
    """The programme's list by numbers; what is noted is ticked."""
    every, person = incentives(), found.person.id
    lines = [f"{number}. {way.name.get(language, way.name['ru'])}" for number, way in enumerate(every, 1)]
    draft = Draft().text("ways-head", name=found.person.name or "").words(Raw("\n".join(lines)))
    buttons = []
    for number, way in enumerate(every, 1):
        held = way.id in found.held
        label = say("toggle-on" if held else "toggle-off", label=Raw(str(number)))
        buttons.append(press(label, "me.way", person, way.id, int(not held)))
    for i in range(0, len(buttons), IN_ROW):
        draft.row(*buttons[i : i + IN_ROW])
    return for_staff(draft.button("button-back", "me.one", person))


async def way(call: Call) -> Reply:
    """`me.way:<person>:<way>:<1 noted, 0 not>`"""
    found = await call.use(service_merits.note_incentive, call.number(0), call.word(1), bool(call.number(2)))
    return _ways(found, call.language)


async def did(call: Call) -> Reply:
    """`me.did:<person>:<what>:<how often this year>`"""
    found = await call.use(service_merits.note_deed, call.number(0), call.word(1), call.number(2))
    return _one(found, call.language)


async def table(call: Call) -> Reply:
    return _table(await call.use(service_merits.points_table))


def _table(points: Mapping[str, int], toast: Words | None = None) -> Reply:
    draft = Draft().text("points-table")
    buttons = [
        press(say("points-worth", what=name_of(what), count=worth), "me.worth", what)
        for what, worth in points.items()
    ]
    for i in range(0, len(buttons), 2):
        draft.row(*buttons[i : i + 2])
    return for_staff(draft.button("button-back", "me", 0), toast)


async def worth_ask(call: Call) -> Reply:
    what = call.word(0)
    if what not in await call.use(service_merits.points_table):
        raise StaleScreen()
    draft = Draft().text("points-ask", what=name_of(what))
    draft.row(*(press(str(worth), "me.set", what, worth) for worth in WORTH))
    return draft.button("button-back", "me.points").reply()


async def worth_set(call: Call) -> Reply:
    points = await call.use(service_merits.set_points, call.word(0), call.number(1))
    return _table(points, say("toast-points"))


async def own(call: Call) -> Reply:
    """Everybody's own year: votes that are open, points, papers, a case, the folder."""
    draft = Draft().text("year-own")
    _points(draft, await call.use(service_merits.my_points))
    for contest in await call.use(service.open_for):
        draft.row(press(say("button-vote-for", title=title_of(contest.nomination)), "vo", contest.id, 0))
    draft.button("button-case-own", "ca.mine")
    last = [press(say("button-papers-own"), "aw.mine")] if await call.use(service_papers.mine) else []
    if call.actor is not None and call.actor.has(Role.MENTOR):
        last.append(press(say("button-evidence"), "ev", 0))
    draft.row(*last)
    return draft.button("button-home", "home").reply()
