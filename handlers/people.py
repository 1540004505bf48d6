"""Who has done what: the list with filters and pages, a person's card, roles, approval, nudges."""

from __future__ import annotations

from handlers.call import Call, StaleScreen
from handlers.home import home
from handlers.routes import Routes
from handlers.screens import Button, Draft, Reply, for_staff, pager, press
from mentoring.consent.rules import ConsentKind
from mentoring.people import overview
from mentoring.people.rules import Role
from mentoring.people.rules_progress import UNFINISHED, Filter, Progress, Stage
from mentoring.questionnaires.library import title_of
from mentoring.texts import Raw, Words, say


def register(routes: Routes) -> None:
    routes.command("people")(everyone)
    routes.press("people")(listed)
    routes.press("card")(card)
    routes.press("p.roles")(roles)
    routes.press("p.role")(toggle)
    routes.press("p.ok", aside=True)(approve)
    routes.press("p.no")(decline)
    routes.press("p.no2", aside=True)(really_decline)
    routes.press("nudge")(nudge)
    routes.press("nudge.ask")(nudge_ask)
    routes.press("nudge.all")(nudge_all)


async def everyone(call: Call) -> Reply:
    call.args = (Filter.ALL.value, "0")
    return await listed(call)


async def listed(call: Call) -> Reply:
    try:
        wanted = Filter(call.word(0))
    except ValueError:
        raise StaleScreen() from None
    page = await call.use(overview.people_page, wanted, call.number(1))
    draft = Draft()
    if page.total == 0:
        draft.text(f"people-none-{wanted}")
    else:
        draft.text(
            "people-head", filter=say(f"filter-{wanted}"), first=page.first, last=page.last, total=page.total
        )
    for one in page.items:
        draft.row(press(line(call, one), "card", one.person.id))
    draft.row(*pager(page.number, page.pages, "people", wanted))
    for row in _filters(wanted):
        draft.row(*row)
    if _is_curator(call) and wanted is Filter.UNFINISHED and page.total:
        draft.button("button-nudge-all", "nudge.ask")
    return for_staff(draft.button("button-home", "home"))


def _is_curator(call: Call) -> bool:
    return call.actor is not None and call.actor.has(Role.CURATOR)


def line(call: Call, one: Progress) -> str:
    """A name with how far they are, for a button: a word, never a sign alone."""
    name = one.person.name or call.words("person-nameless")
    return f"{name} · {call.words(f'stage-{one.stage}', done=len(one.due) - len(one.missing), total=len(one.due))}"


def _filters(wanted: Filter) -> list[list[Button]]:
    """The filters, two a row; the one in force is marked."""
    buttons = [
        press(say("filter-on" if f is wanted else "filter-off", filter=say(f"filter-{f}")), "people", f, 0)
        for f in Filter
    ]
    return [buttons[:2], buttons[2:4], buttons[4:]]


async def card(call: Call) -> Reply:
    return await _card(call, call.number(0))


async def _card(call: Call, person_id: int, toast: Words | None = None) -> Reply:
    found = await call.use(overview.card, person_id)
    one = found.progress
    draft = Draft([_card_head(call, one, found.invitation.number if found.invitation else None)])
    draft.text("card-consents", **{kind.value: _consent_word(one, kind) for kind in ConsentKind})
    if one.due:
        draft.words(Raw("\n".join(_form_line(call, one, form) for form in one.due)))
    if not one.person.reachable:
        draft.text("card-unreachable")
    if _is_curator(call):
        _card_buttons(draft, one)
    reply = for_staff(draft.button("button-back", "people", "all", 0))
    return Reply(reply.screens, toast)


def _card_head(call: Call, one: Progress, number: int | None) -> Words:
    names = [call.words(f"role-{role}") for role in Role if role in one.person.roles]
    return say(
        "card-head" if number is None else "card-head-link",
        name=one.person.name or say("person-nameless"),
        roles=", ".join(names) or say("role-none"),
        stage=say(f"stage-{one.stage}", done=len(one.due) - len(one.missing), total=len(one.due)),
        **({} if number is None else {"number": str(number)}),
    )


def _consent_word(one: Progress, kind: ConsentKind) -> Words:
    given = one.consents.get(kind)
    return say("word-open" if given is None else "word-yes" if given else "word-no")


def _form_line(call: Call, one: Progress, form: str) -> str:
    key = "form-sent" if form in one.sent else "form-draft" if form in one.drafts else "form-open"
    return call.words(key, title=title_of(form, call.language))


def _card_buttons(draft: Draft, one: Progress) -> None:
    person = one.person.id
    if one.stage is Stage.WAITING:
        draft.row(press(say("button-approve"), "p.ok", person), press(say("button-decline"), "p.no", person))
    if one.stage in UNFINISHED:
        draft.button("button-nudge", "nudge", person)
    if one.person.approved and one.person.name is not None:
        draft.button("button-roles", "p.roles", person)


async def roles(call: Call) -> Reply:
    return await _roles(call, call.number(0))


async def _roles(call: Call, person_id: int) -> Reply:
    found = await call.use(overview.card, person_id)
    person = found.progress.person
    draft = Draft().text("roles-head", name=person.name or say("person-nameless"))
    buttons = [
        press(
            say("toggle-on" if role in person.roles else "toggle-off", label=say(f"role-{role}")),
            "p.role",
            person_id,
            role,
            int(role not in person.roles),
        )
        for role in Role
    ]
    for i in range(0, len(buttons), 2):
        draft.row(*buttons[i : i + 2])
    return for_staff(draft.button("button-back", "card", person_id))


async def toggle(call: Call) -> Reply:
    """The button says which state it makes, so pressing it twice makes that state once."""
    try:
        role = Role(call.word(1))
    except ValueError:
        raise StaleScreen() from None
    await call.use(overview.set_role, call.number(0), role, bool(call.number(2)))
    await call.refresh()
    if call.actor is None or not call.actor.has(*overview.STAFF):  # one's own role, given away
        return await home(call)
    return await _roles(call, call.number(0))


async def approve(call: Call) -> Reply:
    await call.use(overview.approve, call.number(0))
    return await _card(call, call.number(0), say("toast-approved"))


async def decline(call: Call) -> Reply:
    person = call.number(0)
    draft = Draft().text("decline-ask").button("button-back", "card", person)
    return draft.button("button-decline-sure", "p.no2", person).reply()


async def really_decline(call: Call) -> Reply:
    await call.use(overview.decline, call.number(0))
    fresh = await everyone(call)
    return Reply(fresh.screens, say("toast-declined"))


async def nudge(call: Call) -> Reply:
    await call.use(overview.nudge, call.number(0))
    return await _card(call, call.number(0), say("toast-nudged"))


async def nudge_ask(_call: Call) -> Reply:
    draft = Draft().text("nudge-ask").button("button-back", "people", "unfinished", 0)
    return draft.button("button-nudge-sure", "nudge.all").reply()


async def nudge_all(call: Call) -> Reply:
    count = await call.use(overview.nudge_all)
    call.args = (Filter.UNFINISHED.value, "0")
    fresh = await listed(call)
    return Reply(fresh.screens, say("toast-nudged-all", count=count))
