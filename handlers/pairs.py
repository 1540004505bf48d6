"""Pairs: the curator's list and making of them, and everybody's own."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from zoneinfo import ZoneInfo

from handlers.call import Call, StaleScreen
from handlers.routes import Routes
from handlers.screens import Button, Draft, Reply, for_staff, pager, press
from mentoring.meetings.rules import Side
from mentoring.meetings.rules_radar import Colour, Health, for_curator
from mentoring.pairs import radar, service
from mentoring.pairs.rules import LARGEST, Ending, Pair, PairState
from mentoring.pairs.service import Shown
from mentoring.people.rules import Person, Role
from mentoring.texts import Raw, Words, say

PAGE = 6
SIDES = {"0": Side.MENTOR, "1": Side.MENTEE}
CODES = {side: code for code, side in SIDES.items()}


def register(routes: Routes) -> None:
    routes.press("pairs")(first)
    routes.press("pr.page")(listed)
    routes.press("pair")(show)
    routes.press("pr.mine")(mine)
    routes.press("pr.new")(new)
    routes.press("pr.pick")(pick)
    routes.press("pr.make", aside=True)(make)
    routes.press("pr.pause")(pause)
    routes.press("pr.pause2")(paused)
    routes.press("pr.go")(resume)
    routes.press("ld.seen", aside=True)(seen)
    routes.press("pr.close")(close_ask)
    routes.press("pr.close2", aside=True)(close)


async def first(call: Call) -> Reply:
    call.args = ("0",)
    return await listed(call)


def _named(people: Sequence[Person]) -> str:
    return ", ".join(person.name or "" for person in people)


def _curator(call: Call) -> bool:
    return call.actor is not None and call.actor.has(Role.CURATOR)


async def listed(call: Call) -> Reply:
    """`pr.page:<n>`: the pairs of the year."""
    found = await call.use(service.listed)
    pages = max(1, -(-len(found) // PAGE))
    number = min(max(call.number(0), 0), pages - 1)
    start = number * PAGE
    some = found[start : start + PAGE]
    draft = Draft()
    if some:
        draft.text("pairs-head", first=start + 1, last=start + len(some), total=len(found))
    else:
        draft.text("pairs-none")
    health = await call.use(radar.seen, [one.pair for one in some])
    for one in some:
        draft.row(press(_line(call, one, health.get(one.pair.id)), "pair", one.pair.id))
    draft.row(*pager(number, pages, "pr.page"))
    if _curator(call):
        draft.button("button-pair-new", "pr.new")
    return for_staff(draft.button("button-home", "home"))


def _line(call: Call, one: Shown, found: Health | None) -> str:
    """The names and, where help is needed, a word why; the colour is said, not only shown."""
    if found is not None and found.colour in (Colour.YELLOW, Colour.RED):
        names = f"{_named(one.mentors)} — {_named(one.mentees)}"
        reason = call.words(f"radar-{for_curator(found.reasons)[0]}")
        return call.words(f"radar-line-{found.colour}", names=names, reason=reason)
    sides = {"mentors": _named(one.mentors), "mentees": _named(one.mentees)}
    return call.words(f"pair-line-{one.pair.state_on(_today(call))}", **sides)


async def mine(call: Call) -> Reply:
    """One's own: the card at once where there is one pair alone."""
    found = await call.use(service.mine)
    if len(found) == 1:
        return await shown(call, found[0])
    draft = Draft().text("pairs-own" if found else "pairs-own-none")
    for one in found:
        label = call.words("pair-line-active", mentors=_named(one.mentors), mentees=_named(one.mentees))
        draft.row(press(label, "pair", one.pair.id))
    return for_staff(draft.button("button-home", "home"))


async def show(call: Call) -> Reply:
    return await shown(call, await call.use(service.one, call.number(0)))


async def shown(call: Call, found: Shown, toast: Words | None = None) -> Reply:
    pair = found.pair
    draft = Draft().text(
        "pair-card",
        mentors=_named(found.mentors),
        mentees=_named(found.mentees),
        contact=say(f"contact-{pair.contact}"),
        state=_state(call, found),
    )
    if _curator(call) and pair.state is not PairState.CLOSED:
        going = pair.state_on(_today(call)) is PairState.ACTIVE
        label, route = ("button-pause", "pr.pause") if going else ("button-resume", "pr.go")
        change = press(say(label), route, pair.id)
        draft.row(change, press(say("button-pair-close"), "pr.close", pair.id))
    _own_ways(call, draft, pair)
    draft.row(press(say("button-plan"), "plan", pair.id), press(say("button-meetings"), "mt.pair", pair.id, 0))
    back = "pairs" if call.actor is not None and call.actor.has(*service.WATCHERS) else "home"
    return for_staff(draft.button("button-back", back), toast)


def _own_ways(call: Call, draft: Draft, pair: Pair) -> None:
    """What those in the pair do most often; the private way out of it stands below."""
    if call.actor is not None and pair.side_of(call.actor.id) is not None and pair.state is PairState.ACTIVE:
        draft.row(press(say("button-propose"), "mp.new", pair.id), press(say("button-log"), "lg", pair.id))
        draft.button("button-ask-other", "ac.other", pair.id)


def _today(call: Call) -> date:
    assert call.actor is not None
    return call.now.astimezone(ZoneInfo(call.actor.school.zone)).date()


def _state(call: Call, found: Shown) -> Words:
    day = _today(call)
    pause = next((one for one in found.pair.pauses if one.covers(day)), None)
    if pause is not None and found.pair.state is PairState.ACTIVE:
        return say("pair-paused", day=pause.until)
    return say("pair-state-active" if found.pair.state is PairState.ACTIVE else "pair-state-closed")


def _ids(word: str) -> list[int]:
    """People in a button: base 36, joined by dashes, because a button holds 64 bytes."""
    try:
        return [int(one, 36) for one in word.split("-") if one]
    except ValueError:
        raise StaleScreen() from None


def _word(ids: Sequence[int]) -> str:
    digits = "0123456789abcdefghijklmnopqrstuvwxyz"

    def one(number: int) -> str:
        return (one(number // 36) if number >= 36 else "") + digits[number % 36]

    return "-".join(one(number) for number in ids)


async def new(call: Call) -> Reply:
    return await _picking(call, [], [], Side.MENTOR, 0)


async def pick(call: Call) -> Reply:
    """`pr.pick:<mentors>:<mentees>:<side>:<page>`: who is chosen so far."""
    mentors, mentees = _ids(call.word(0)), _ids(call.word(1))
    if call.word(2) not in SIDES:
        raise StaleScreen()
    return await _picking(call, mentors, mentees, SIDES[call.word(2)], call.number(3))


async def _picking(call: Call, mentors: list[int], mentees: list[int], side: Side, number: int) -> Reply:
    """One side after the other, by ticks; several of a side make a group."""
    people = await call.use(service.candidates, side)
    pages = max(1, -(-len(people) // PAGE))
    number = min(max(number, 0), pages - 1)
    draft = Draft().text(f"pair-pick-{side}" if people else f"pair-pick-{side}-none")
    chosen = mentors if side is Side.MENTOR else mentees
    for person in people[number * PAGE : (number + 1) * PAGE]:
        draft.row(_tick(person, mentors, mentees, side, number))
    draft.row(*pager(number, pages, "pr.pick", _word(mentors), _word(mentees), CODES[side]))
    if chosen and side is Side.MENTOR:
        draft.button("button-pair-mentees", "pr.pick", _word(mentors), _word(mentees), CODES[Side.MENTEE], 0)
    if chosen and side is Side.MENTEE:
        draft.button("button-pair-make", "pr.make", _word(mentors), _word(mentees))
    back = (
        ("pr.pick", _word(mentors), _word(mentees), CODES[Side.MENTOR], 0) if side is Side.MENTEE else ("pairs",)
    )
    return for_staff(draft.button("button-back", *back))


def _tick(person: Person, mentors: list[int], mentees: list[int], side: Side, number: int) -> Button:
    chosen = mentors if side is Side.MENTOR else mentees
    held = person.id in chosen
    room = len(mentors) + len(mentees) < LARGEST
    after = [one for one in chosen if one != person.id] if held or not room else [*chosen, person.id]
    sides = (_word(after), _word(mentees)) if side is Side.MENTOR else (_word(mentors), _word(after))
    label = say("toggle-on" if held else "toggle-off", label=Raw(person.name or ""))
    return press(label, "pr.pick", *sides, CODES[side], number)


async def make(call: Call) -> Reply:
    pair = await call.use(service.create, _ids(call.word(0)), _ids(call.word(1)))
    return await shown(call, await call.use(service.one, pair.id), say("toast-pair-made"))


async def pause(call: Call) -> Reply:
    """`pr.pause:<pair>`: for how long."""
    pair = call.number(0)
    draft = Draft().text("pair-pause-ask")
    draft.row(*(press(say("pause-weeks", weeks=n), "pr.pause2", pair, n) for n in (1, 2, 4)))
    return draft.button("button-back", "pair", pair).reply()


async def paused(call: Call) -> Reply:
    await call.use(service.pause, call.number(0), call.number(1))
    return await shown(call, await call.use(service.one, call.number(0)), say("toast-paused"))


async def resume(call: Call) -> Reply:
    await call.use(service.resume, call.number(0))
    return await shown(call, await call.use(service.one, call.number(0)), say("toast-resumed"))


async def seen(call: Call) -> Reply:
    """`ld.seen:<pair>:<ladder>`: whoever was asked takes care of it."""
    await call.use(radar.acknowledge, call.number(0), call.number(1))
    return await shown(call, await call.use(service.one, call.number(0)), say("toast-seen"))


async def close_ask(call: Call) -> Reply:
    pair = call.number(0)
    draft = Draft().text("pair-close-ask").button("button-back", "pair", pair)
    for ending in Ending:
        draft.button(f"button-ending-{ending.value.replace('_', '-')}", "pr.close2", pair, ending)
    return draft.reply()


async def close(call: Call) -> Reply:
    if call.word(1) not in {ending.value for ending in Ending}:
        raise StaleScreen()
    await call.use(service.close, call.number(0), Ending(call.word(1)))
    return await shown(call, await call.use(service.one, call.number(0)), say("toast-pair-closed"))
