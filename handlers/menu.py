"""The menu by role: what is used most stands on the first screen, the rest one tap away."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass

from handlers.call import Call
from handlers.closing_menu import home_buttons
from handlers.routes import Routes
from handlers.screens import Button, Draft, Reply, press
from mentoring.digest import service as digest
from mentoring.digest.rules_when import Kind
from mentoring.pairs.service import WATCHERS
from mentoring.people import overview
from mentoring.people.rules import PAIR_ROLES, Actor, Role
from mentoring.roadmap.service_people import STAFF_ROLES
from mentoring.selection.service import READERS as INTERVIEW_READERS
from mentoring.texts import say

FIRST = 10  # buttons, two a row; one of them leads to the rest where there are more


@dataclass(frozen=True, slots=True)
class Entry:
    """A button for whoever holds one of `roles` and passes `but`; empty roles: everybody."""

    label: str
    data: tuple[str | int, ...]
    roles: Collection[Role] = ()
    but: Callable[[Actor], bool] = lambda _: True

    def offered(self, actor: Actor) -> bool:
        return (not self.roles or actor.has(*self.roles)) and self.but(actor)


def _no_curator(actor: Actor) -> bool:
    return not actor.has(Role.CURATOR)


def _month_only(actor: Actor) -> bool:
    return not actor.has(*digest.READERS[Kind.WEEK])


# In the order of use: a day, a week, a year.
ENTRIES = (
    Entry("button-pair-own", ("pr.mine",), PAIR_ROLES),
    Entry("button-meetings", ("meetings",), PAIR_ROLES),
    Entry("button-digest", ("digest",), digest.READERS[Kind.WEEK]),
    Entry("button-digest-month", ("dg.month",), digest.READERS[Kind.MONTH], _month_only),
    Entry("button-road", ("rm",), STAFF_ROLES),
    Entry("button-people", ("people", "all", 0), overview.STAFF),
    Entry("button-invite", ("invite",), (Role.CURATOR,)),
    Entry("button-pairs", ("pairs",), WATCHERS),
    Entry("button-match", ("ma",), (Role.CURATOR,)),
    Entry("button-unpaired", ("un.list", 0), (Role.PSYCHOLOGIST,), _no_curator),
    Entry("button-surveys", ("surveys",), WATCHERS),
    Entry("button-forms", ("forms",), PAIR_ROLES),
    Entry("button-wishes-own", ("mw.own",), (Role.MENTEE,)),
    Entry("button-registers", ("registers",), WATCHERS),
    Entry("button-interviews", ("interviews",), INTERVIEW_READERS),
    Entry("button-orders", ("or.list",), INTERVIEW_READERS, _no_curator),
    Entry("button-group", ("group",), (Role.CURATOR,)),
    Entry("button-support", ("support",)),
    Entry("button-year-end", ("ye",), WATCHERS),
)
OWN = (Entry("button-settings", ("settings",)), Entry("button-privacy", ("privacy",)))


def register(routes: Routes) -> None:
    routes.press("more")(more)


def buttons(actor: Actor) -> list[Button]:
    return [*_offered(ENTRIES, actor), *home_buttons(actor), *_offered(OWN, actor)]


def _offered(entries: Iterable[Entry], actor: Actor) -> list[Button]:
    return [press(say(one.label), *one.data) for one in entries if one.offered(actor)]


def on_bottom(call: Call, draft: Draft) -> None:
    """The first screen's rows."""
    assert call.actor is not None
    found = buttons(call.actor)
    if len(found) > FIRST:
        found = [*found[: FIRST - 1], press(say("button-menu-more"), "more")]
    _rows(draft, found)


async def more(call: Call) -> Reply:
    """What the first screen has no room for."""
    assert call.actor is not None
    draft = Draft().text("menu-more")
    found = buttons(call.actor)
    _rows(draft, found[FIRST - 1 :] if len(found) > FIRST else found)
    return draft.button("button-home", "home").reply()


def _rows(draft: Draft, found: list[Button]) -> None:
    for at in range(0, len(found), 2):
        draft.row(*found[at : at + 2])
