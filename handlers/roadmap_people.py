"""Who is behind the roles: stand-ins with an end, a role given for a time, people named for one step."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from handlers.call import Call, StaleScreen
from handlers.plan import wait_for
from handlers.roadmap_change import arranged, back_to
from handlers.roadmap_step import put_aside
from handlers.roadmap_words import ANY, STAMP, At, at, day_in, here, people
from handlers.routes import Routes
from handlers.screens import Button, Draft, Reply, for_staff, pager, press
from locales import short_day
from mentoring.people.rules import Role
from mentoring.plan.rules_said import last_day_in
from mentoring.roadmap import service_changes, service_people
from mentoring.roadmap.service import Card
from mentoring.roadmap.service_people import STAFF_ROLES, Post, Posts
from mentoring.texts import Raw, Words, say

PAGE = 6
UNTIL, GIVEN = "road_away", "road_given"
WEEKS = (1, 2, 4)  # of absence, in one tap
FOR_GOOD = "0"


def register(routes: Routes) -> None:
    routes.press("rm.people")(show)
    routes.press("rm.away")(away)
    routes.press("rm.sub")(substitute)
    routes.press("rm.subfor")(until_ask)
    routes.press("rm.subto", aside=True)(until_pressed)
    routes.text(UNTIL)(until_typed)
    routes.press("rm.isback", aside=True)(back)
    routes.press("rm.role")(role)
    routes.press("rm.give")(term_ask)
    routes.press("rm.given", aside=True)(given)
    routes.text(GIVEN)(given_typed)
    routes.press("rm.took", aside=True)(take_back)
    routes.press("rm.who")(named)
    routes.press("rm.whoset")(name)


async def show(call: Call) -> Reply:
    return await _shown(call)


async def _shown(call: Call, toast: Words | None = None) -> Reply:
    """Each role with who acts in it today; who is away and until when."""
    await put_aside(call)
    found = await call.use(service_people.posts)
    draft = Draft().text("road-people")
    draft.words(Raw("\n".join(_post(call, post, found) for post in found.posts)))
    _away_lines(call, draft, found)
    if found.arranges:
        buttons = [press(say(f"role-{one}"), "rm.role", one) for one in STAFF_ROLES]
        draft.row(*buttons[:3]).row(*buttons[3:])
    draft.row(press(say("button-road-away"), "rm.away", 0))
    return for_staff(draft.button("button-back", "rm"), toast)


def _post(call: Call, post: Post, found: Posts) -> str:
    names = people(call, post.acting, found.names) or call.words("road-post-nobody")
    return call.words("road-post", role=say(f"role-{post.role}"), names=names)


def _away_lines(call: Call, draft: Draft, found: Posts) -> None:
    for one in found.away:
        who = one.stand_in
        names = {"absent": Raw(people(call, [who.absent], found.names))}
        names["name"] = Raw(people(call, [who.person], found.names))
        draft.text("road-away", last=who.last, **names)
        if found.arranges or found.me == who.absent:
            draft.row(press(say("button-road-isback"), "rm.isback", one.id))


def _names(found: Posts, page: int, route: Sequence[object], but: Sequence[int] = ()) -> tuple[list[Button], int]:
    """A page of people as buttons; the person's id comes last in the press."""
    some = [(one, name) for one, name in found.names.items() if one not in but]
    pages = max(1, -(-len(some) // PAGE))
    number = min(max(page, 0), pages - 1)
    shown = some[number * PAGE : (number + 1) * PAGE]
    return [press(name or say("person-nameless"), *route, one) for one, name in shown], pages


async def away(call: Call) -> Reply:
    """`rm.away:<page>`: who will not be there; whoever is no curator only speaks for themselves."""
    found = await call.use(service_people.posts)
    if not found.arranges:
        return await _substitute(call, found, found.me, 0)
    buttons, pages = _names(found, call.number(0), ("rm.sub",))
    draft = Draft().text("road-away-who")
    for one in buttons:
        draft.row(Button(one.label, f"{one.data}:0"))
    draft.row(*pager(call.number(0), pages, "rm.away"))
    return for_staff(draft.button("button-back", "rm.people"))


async def substitute(call: Call) -> Reply:
    """`rm.sub:<absent>:<page>`"""
    found = await call.use(service_people.posts)
    return await _substitute(call, found, call.number(0), call.number(1))


async def _substitute(call: Call, found: Posts, absent: int, page: int) -> Reply:
    if absent not in found.names:
        raise StaleScreen()
    buttons, pages = _names(found, page, ("rm.subfor", absent), (absent,))
    if not buttons:
        return for_staff(Draft().text("road-away-alone").button("button-back", "rm.people"))
    draft = Draft().text("road-away-by", absent=Raw(people(call, [absent], found.names)))
    for one in buttons:
        draft.row(one)
    draft.row(*pager(page, pages, "rm.sub", absent))
    return for_staff(draft.button("button-back", "rm.people"))


def _weeks(call: Call) -> list[date]:
    return [here(call).date() + timedelta(weeks=number) for number in WEEKS]


async def until_ask(call: Call) -> Reply:
    """`rm.subfor:<absent>:<person>`: it always has an end."""
    absent, person = call.number(0), call.number(1)
    found = await call.use(service_people.posts)
    await wait_for(call, UNTIL, absent, person)
    names = {"name": Raw(people(call, [person], found.names)), "absent": Raw(people(call, [absent], found.names))}
    draft = Draft().text("road-away-until", **names)
    for day in _weeks(call):
        draft.row(press(short_day(day, call.language), "rm.subto", absent, person, f"{day:{STAMP}}"))
    return for_staff(draft.button("button-back", "rm.people"))


async def until_pressed(call: Call) -> Reply:
    return await _stands_in(call, call.number(0), call.number(1), day_in(call.word(2)))


async def until_typed(call: Call) -> Reply:
    absent, person = (int(one) for one in call.ref.split(":"))
    return await _stands_in(call, absent, person, last_day_in(call.text, here(call)))


async def _stands_in(call: Call, absent: int, person: int, last: date) -> Reply:
    await call.use(service_people.stand_in, absent, person, last)
    return await _shown(call, say("toast-road-away"))


async def back(call: Call) -> Reply:
    await call.use(service_people.back, call.number(0))
    return await _shown(call, say("toast-road-isback"))


def _role(word: str) -> Role:
    found = next((one for one in STAFF_ROLES if one.value == word), None)
    if found is None:
        raise StaleScreen()
    return found


async def role(call: Call) -> Reply:
    """`rm.role:<role>:<page>`: who holds it, and to whom it could be given for a time."""
    wanted, page = _role(call.word(0)), call.number(1) if len(call.args) > 1 else 0
    found = await call.use(service_people.posts)
    post = next(one for one in found.posts if one.role is wanted)
    draft = Draft().text("road-role", role=say(f"role-{wanted}"))
    for one in post.given:
        name = Raw(people(call, [one.person or 0], found.names))
        key = "road-role-given" if one.last else "road-role-given-open"
        draft.text(key, name=name, first=one.first, **({"last": one.last} if one.last else {}))
        draft.row(press(say("button-road-take"), "rm.took", one.id))
    buttons, pages = _names(found, page, ("rm.give", wanted))
    for i in range(0, len(buttons), 2):
        draft.row(*buttons[i : i + 2])
    draft.row(*pager(page, pages, "rm.role", wanted))
    return for_staff(draft.button("button-back", "rm.people"))


async def term_ask(call: Call) -> Reply:
    """`rm.give:<role>:<person>`"""
    wanted, person = _role(call.word(0)), call.number(1)
    found = await call.use(service_people.posts)
    await wait_for(call, GIVEN, wanted, person)
    draft = Draft().text("road-give", role=say(f"role-{wanted}"), name=Raw(people(call, [person], found.names)))
    for day in _weeks(call)[1:]:
        draft.row(press(short_day(day, call.language), "rm.given", wanted, person, f"{day:{STAMP}}"))
    draft.row(press(say("button-road-for-good"), "rm.given", wanted, person, FOR_GOOD))
    return for_staff(draft.button("button-back", "rm.role", wanted))


async def given(call: Call) -> Reply:
    last = None if call.word(2) == FOR_GOOD else day_in(call.word(2))
    return await _given(call, _role(call.word(0)), call.number(1), last)


async def given_typed(call: Call) -> Reply:
    word, _, person = call.ref.partition(":")
    return await _given(call, _role(word), int(person), last_day_in(call.text, here(call)))


async def _given(call: Call, wanted: Role, person: int, last: date | None) -> Reply:
    await call.use(service_people.give, wanted, person, here(call).date(), last)
    return await _shown(call, say("toast-road-given"))


async def take_back(call: Call) -> Reply:
    await call.use(service_people.take_back, call.number(0))
    return await _shown(call, say("toast-road-given"))


async def named(call: Call) -> Reply:
    """`rm.who:<step>:<revision>:<place>`: who answers for this step, instead of its roles."""
    where = at(call)
    card = await arranged(call, where)
    if where.revision == ANY:
        where = replace(where, revision=card.instance.revision)
    return _named(card, where, call.number(3) if len(call.args) > 3 else 0)


def _named(card: Card, where: At, page: int, toast: Words | None = None) -> Reply:
    draft = Draft().text("road-who", number=str(card.instance.n))
    chosen, names = card.instance.people, list(card.names.items())
    pages = max(1, -(-len(names) // PAGE))
    page = min(max(page, 0), pages - 1)
    for person, name in names[page * PAGE : (page + 1) * PAGE]:
        held = person in chosen
        label = say("toggle-on" if held else "toggle-off", label=Raw(name) if name else say("person-nameless"))
        draft.row(press(label, "rm.whoset", where, page, person, int(not held)))
    draft.row(*pager(page, pages, "rm.who", where))
    return for_staff(back_to(draft, where), toast)


async def name(call: Call) -> Reply:
    """`rm.whoset:<step>:<revision>:<place>:<page>:<person>:<1 or 0>`: the button says which state it makes."""
    where, page, person = at(call), call.number(3), call.number(4)
    card = await arranged(call, where)
    wanted = set(card.instance.people) - {person} | ({person} if call.number(5) else set())
    if wanted == set(card.instance.people):
        return _named(card, where, page)
    done = await call.use(service_changes.set_people, where.step, where.revision, sorted(wanted))
    return _named(done.card, where, page, say("error-stale") if done.stale else say("toast-road-who"))
