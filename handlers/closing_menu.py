"""The rows of the year's end that lead to awards, cases, the site and the next year; what their screens share."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from handlers.call import Call
from handlers.screens import Button, Draft, press
from locales import Locales
from mentoring.awards.service import WATCHERS
from mentoring.cases.service import READERS
from mentoring.people.rules import PAIR_ROLES, Actor
from mentoring.site.service import BUILDERS
from mentoring.texts import say
from mentoring.year.service import RUNNERS

T = TypeVar("T")
PAGE = 6


def rows(actor: Actor) -> list[tuple[str, str]]:
    """Key of the label and callback data of what this person may open under the year's end."""
    found = [("button-awards", "aw")] if actor.has(*WATCHERS) else []
    found += [("button-papers", "aw.papers")] if actor.has(*WATCHERS) else []
    found += [("button-cases", "ca")] if actor.has(*READERS) else []
    found += [("button-site", "si")] if actor.has(*BUILDERS) else []
    found += [("button-rollover", "ro")] if actor.has(*RUNNERS) else []
    return found + ([("button-past-years", "ro.years")] if actor.has(*WATCHERS) else [])


def home_buttons(actor: Actor) -> list[Button]:
    """In the menu itself: everybody's own year, and the page for whoever keeps it and has no year's end."""
    found = [press(say("button-year-own"), "yo")] if actor.has(*PAIR_ROLES) else []
    only = actor.has(*BUILDERS, *READERS) and not actor.has(*WATCHERS)
    return found + [press(say(key), data) for key, data in rows(actor) if only]


def back_to(call: Call) -> tuple[str, str]:
    """Where the back of an area's first screen leads."""
    staff = call.actor is not None and call.actor.has(*WATCHERS)
    return ("button-back", "ye.more") if staff else ("button-home", "home")


def part(every: Sequence[T], number: int) -> tuple[Sequence[T], int, int]:
    """One page of a list, its number put right, and how many pages there are."""
    pages = max(1, -(-len(every) // PAGE))
    number = min(max(number, 0), pages - 1)
    return every[number * PAGE : (number + 1) * PAGE], number, pages


def span(draft: Draft, number: int, total: int) -> None:
    """ "1–6 из 23", where there is more than a page."""
    if total > PAGE:
        first = number * PAGE + 1
        draft.text("closing-span", first=first, last=min(first + PAGE - 1, total), total=total)


def russian(key: str) -> str:
    """A paper is in Russian whoever asks for it."""
    return Locales().plain(say(key), "ru")
