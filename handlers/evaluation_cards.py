"""The curator's cards: which pairs have one, its sum and level, and filling it in."""

from __future__ import annotations

from handlers import form_screens
from handlers.call import Call
from handlers.routes import Routes
from handlers.screens import Button, Draft, Reply, for_staff, pager, press
from mentoring.documents.declension import initials
from mentoring.evaluation import service_cards
from mentoring.evaluation.rules_card import MOST
from mentoring.evaluation.service_cards import PairCard
from mentoring.pairs.service import Shown
from mentoring.people.rules import Role
from mentoring.texts import say

PAGE = 7


def register(routes: Routes) -> None:
    routes.press("yc")(listed)
    routes.press("yc.fill")(fill)


async def listed(call: Call) -> Reply:
    """`pc:<page>`"""
    found, number = await call.use(service_cards.listed), call.number(0)
    pages = max(1, -(-len(found) // PAGE))
    number = min(max(number, 0), pages - 1)
    some = found[number * PAGE : (number + 1) * PAGE]
    draft = Draft().text("cards-head" if found else "cards-none", most=MOST)
    if found:
        filled = sum(one.card is not None for one in found)
        draft.text(
            "cards-range", first=number * PAGE + 1, last=number * PAGE + len(some), total=len(found), filled=filled
        )
    curator = call.actor is not None and call.actor.has(Role.CURATOR)
    for one in some:
        draft.row(_row(one, number, curator))
    return for_staff(draft.row(*pager(number, pages, "yc")).button("button-back", "ye"))


def names(shown: Shown) -> str:
    return ", ".join(initials(one.name) for one in shown.everybody if one.name)


def _row(one: PairCard, number: int, curator: bool) -> Button:
    pair = names(one.shown)
    if one.card is not None:
        level = say(f"report-level-short-{one.card.level}")
        return press(say("card-line-given", names=pair, total=one.card.total, level=level), "yc", number)
    key = "card-line-draft" if one.row is not None and one.row.state else "card-line-open"
    return press(say(key, names=pair), *(("yc.fill", one.shown.pair.id) if curator else ("yc", number)))


async def fill(call: Call) -> Reply:
    """`pc.fill:<pair>`"""
    return form_screens.screen(await call.use(service_cards.open_card, call.number(0)))
