"""The next school year: what would happen, said twice before it does; acts of destruction; earlier years."""

from __future__ import annotations

from handlers.call import Call
from handlers.closing_menu import back_to, part, span
from handlers.routes import Routes
from handlers.screens import Attachment, Draft, Reply, Screen, for_staff, pager, press
from locales import Locales
from mentoring.documents.act_destruction import Act, act_document
from mentoring.errors import ProgrammeError
from mentoring.notices.rules import Audience, Privacy
from mentoring.pairs.service import Shown
from mentoring.texts import Raw, say
from mentoring.year import service, service_retention
from mentoring.year.rules import check_same
from mentoring.year.service import Preview

NAMED = 8  # pairs by name on one screen


def register(routes: Routes) -> None:
    routes.press("ro")(show)
    routes.press("ro.sure")(sure)
    routes.press("ro.do", aside=True)(done)
    routes.press("ro.acts")(acts)
    routes.press("ro.act")(act)
    routes.press("ro.years")(years)
    routes.press("ro.year")(year)


async def show(call: Call) -> Reply:
    """The dry run: every sentence is about what would be, with its number."""
    found = await call.use(service.preview)
    plan = found.plan
    draft = Draft().text("rollover-head", first=str(plan.year + 1), last=str(plan.year + 2))
    lines = (f"• {Locales().plain(item.text, call.language)}" for item in plan.items)
    draft.words(Raw("\n".join(lines)))
    _undecided(draft, found)
    if found.early is not None:
        draft.text(found.early.key, **found.early.params)
    else:
        draft.button("button-rollover-go", "ro.sure", plan.fingerprint)
    draft.button("button-acts", "ro.acts", 0)
    return for_staff(draft.button(*back_to(call)))


def _undecided(draft: Draft, found: Preview) -> None:
    if found.undecided:
        names = "; ".join(_pair_words(pair) for pair in found.undecided[:NAMED])
        draft.text("rollover-undecided", count=len(found.undecided), names=Raw(names))


def _pair_words(pair: Shown) -> str:
    sides = (pair.mentors, pair.mentees)
    return " — ".join(", ".join(person.name or "" for person in side) for side in sides)


async def sure(call: Call) -> Reply:
    """`ro.sure:<fingerprint>`: it cannot be undone, and that is said here."""
    found = await call.use(service.preview)
    check_same(found.plan, call.word(0))
    if found.early is not None:
        raise ProgrammeError(found.early.key, **found.early.params)
    plan = found.plan
    draft = Draft().text(
        "rollover-sure", first=str(plan.year + 1), last=str(plan.year + 2), count=len(plan.destroyed)
    )
    draft.button("button-back", "ro")
    return for_staff(draft.button("button-rollover-sure", "ro.do", plan.fingerprint))


async def done(call: Call) -> Reply:
    """`ro.do:<fingerprint>`"""
    rolled = await call.use(service.roll_over, call.word(0))
    await call.refresh()
    first, last = rolled.school.year_start.year, rolled.school.year_end.year
    draft = Draft().text("rollover-done", first=str(first), last=str(last), count=rolled.offered)
    if rolled.failed:
        draft.text("rollover-failed", count=rolled.failed)
    if rolled.act is not None:
        draft.text("rollover-act", count=service_retention.counted(rolled.act.gone))
        draft.button("button-act", "ro.act", rolled.act.id)
    return for_staff(draft.button("button-home", "home"), say("toast-rolled"))


async def acts(call: Call) -> Reply:
    """`ro.acts:<page>`"""
    assert call.actor is not None
    every = await call.use(service_retention.acts)
    some, number, pages = part(every, call.number(0))
    draft = Draft().text("acts-head" if every else "acts-none")
    span(draft, number, len(every))
    for one in some:
        day = service_retention.day_of(call.actor, one)
        label = say("act-line", day=day, count=service_retention.counted(one.gone))
        draft.row(press(label, "ro.act", one.id))
    draft.row(*pager(number, pages, "ro.acts"))
    return for_staff(draft.button("button-back", "ro"))


async def act(call: Call) -> Reply:
    """The act and the extract of the log as one Word file to sign."""
    found = await call.use(service_retention.act_of, call.number(0), call.bot_username)
    made = _act_file(found)
    file = Attachment(f"act-{found.on:%Y-%m-%d}.docx", made)
    screen = Screen((say("act-file"),), file=file, audience=Audience.STAFF, privacy=Privacy.NAMED)
    return Reply((screen,), say("toast-file"))


def _act_file(found: Act) -> bytes:
    def words(key: str, **params: object) -> str:
        return Locales().plain(say(key, **params), "ru")

    return act_document(found, words, "ru")


async def years(call: Call) -> Reply:
    found = await call.use(service.years)
    draft = Draft().text("years-head" if found else "years-none")
    for one in found[:4]:
        draft.row(press(say("year-line", first=one, last=str(int(one) + 1)), "ro.year", one, 0))
    return draft.button(*back_to(call)).reply()


async def year(call: Call) -> Reply:
    """`ro.year:<year>:<page>`: its pairs; each opens as it was, to read."""
    which = call.word(0)
    every = await call.use(service.pairs_of, which)
    some, number, pages = part(every, call.number(1))
    draft = Draft().text("year-head", first=which, last=str(int(which) + 1), count=len(every))
    span(draft, number, len(every))
    for one in some:
        draft.row(press(_pair_words(one), "pair", one.pair.id))
    draft.row(*pager(number, pages, "ro.year", which))
    return for_staff(draft.button("button-back", "ro.years"))
