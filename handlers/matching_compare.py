"""The mentors' base and the mentees' base side by side, on a screen and as a spreadsheet."""

from __future__ import annotations

from handlers.call import Call
from handlers.matching_words import NEEDS, contact_key, label, need_key, several
from handlers.routes import Routes
from handlers.screens import Attachment, Draft, Reply, Screen, for_staff, press
from mentoring.documents.sheets_out import Cell, Column, Sheet, workbook
from mentoring.matching.rules import Profile
from mentoring.matching.service_compare import Comparison, compare
from mentoring.meetings.rules import Contact, Side
from mentoring.notices.rules import Audience, Privacy
from mentoring.people.rules import Role
from mentoring.texts import Raw, say

_WIDTHS = {"topic": 30, "name": 32, "subject": 28, "topics": 46, "hours": 20, "forms": 34}
_COLUMNS = {
    Side.MENTOR: ("name", "subject", "years", "topics", "hours", "forms", "places"),
    Side.MENTEE: ("name", "subject", "years", "topics", "hours", "forms"),
}


def register(routes: Routes) -> None:
    routes.press("ma.compare")(show)
    routes.press("ma.comparefile")(file)


async def show(call: Call) -> Reply:
    """Topic by topic, what is asked for most first; where help is short it says so."""
    found = await call.use(compare)
    counts = {"mentors": len(found.mentors), "places": found.places, "mentees": len(found.mentees)}
    draft = Draft().text("compare-head", **counts)
    lines = [
        call.words(
            "compare-short" if one.short else "compare-line",
            topic=label(call, need_key, NEEDS, one.name),
            wanted=one.wanted,
            offered=one.offered,
        )
        for one in found.topics
    ]
    if lines:
        draft.words(Raw("\n".join(lines)))
    curator = call.actor is not None and call.actor.has(Role.CURATOR)
    back = press(say("button-back"), "ma" if curator else "interviews")
    draft.row(press(say("button-sheet"), "ma.comparefile"), back)
    return for_staff(draft)


async def file(call: Call) -> Reply:
    found = await call.use(compare)
    screen = Screen(
        (say("compare-file"),),
        file=Attachment("two-bases.xlsx", workbook([_topics(call, found), *_sides(call, found)])),
        audience=Audience.STAFF,
        privacy=Privacy.NAMED,
    )
    return Reply((screen,), say("toast-file"))


def _columns(call: Call, names: tuple[str, ...]) -> list[Column]:
    return [
        Column(
            call.words(f"compare-column-{name}"), _WIDTHS.get(name, 12), "text" if name in _WIDTHS else "integer"
        )
        for name in names
    ]


def _topics(call: Call, found: Comparison) -> Sheet:
    rows = [(label(call, need_key, NEEDS, one.name), one.wanted, one.offered) for one in found.topics]
    return Sheet(call.words("compare-sheet-topics"), _columns(call, ("topic", "wanted", "offered")), rows)


def _sides(call: Call, found: Comparison) -> list[Sheet]:
    both = ((Side.MENTOR, found.mentors), (Side.MENTEE, found.mentees))
    return [
        Sheet(
            call.words(f"compare-sheet-{side}s"),
            _columns(call, _COLUMNS[side]),
            [_person(call, found, one) for one in people],
        )
        for side, people in both
    ]


def _person(call: Call, found: Comparison, one: Profile) -> tuple[Cell, ...]:
    days = ", ".join(call.words(f"match-day-{day}") for day in sorted({day for day, _ in one.hours}))
    row: tuple[Cell, ...] = (
        found.ground.name(one.person_id),
        one.subject,
        one.years,
        several(call, need_key, NEEDS, sorted(one.needs | one.strengths)),
        days,
        several(call, contact_key, frozenset(Contact), sorted(one.forms)),
    )
    return (*row, one.capacity) if one.side is Side.MENTOR else row
