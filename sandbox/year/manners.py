"""How teachers answer what they get: accept, propose another time, call off, check in, keep silent.

Everything random comes from the robot's own generator, and every choice is made among what the screen offers.
"""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from sandbox.walk.chat import Message
from sandbox.year.acts import Part, Say, Screen, Session, Tap, any_of, follow, from_menu, tap, with_route

PLACES = ("Кабинет 12", "Учительская", "Библиотека, после уроков")
WORDS = ("в среду в 15:30", "завтра в 14:00", "через неделю в 16:15", "когда-нибудь потом")
TEXTS = ("Разобрать урок вместе", "Всё спокойно", "45")
STEPS = 9  # of one proposal; then the telephone is put away
DOUBLE = 0.06


def _times(rng: Random) -> int:
    return 2 if rng.random() < DOUBLE else 1


def propose(rng: Random, screen: Screen) -> Part:
    """From the days to the hours to the summary; one to three times, now and then typed."""
    for _ in range(STEPS):
        if (message := with_route(screen, "mp.send")) is not None:
            if rng.random() > 0.25:
                return (yield from _sent(rng, message))
            screen = yield from _another(rng, message)
        elif (message := with_route(screen, "mp.hour")) is not None:
            screen = yield from _day(rng, message)
        elif (message := with_route(screen, "mp.sum")) is not None:
            button = any_of(rng, message, "mp.sum")
            assert button is not None
            screen = yield from tap(message, button)
        else:
            return screen
    return screen


def _sent(rng: Random, message: Message) -> Part:
    if rng.random() < 0.15:
        return (yield Say(rng.choice(PLACES)))
    return (yield from tap(message, message.all("mp.send")[0], _times(rng)))


def _another(rng: Random, message: Message) -> Part:
    button = any_of(rng, message, rng.choice(("mp.day", "mp.how")))
    return (yield from tap(message, button or message.all("mp.send")[0]))


def _day(rng: Random, message: Message) -> Part:
    if rng.random() < 0.08:
        return (yield Say(rng.choice(WORDS)))
    button = any_of(rng, message, "mp.hour")
    assert button is not None
    return (yield from tap(message, button))


def _answer(rng: Random, message: Message) -> Session:
    """A time is on offer: yes, another one, no."""
    mood = rng.random()
    if mood < 0.68:
        button = any_of(rng, message, "mt.yes")
        assert button is not None
        yield from tap(message, button, _times(rng))
    elif mood < 0.84 and message.all("mp.re"):
        screen = yield from tap(message, message.all("mp.re")[0])
        yield from propose(rng, screen)
    elif mood < 0.94:
        yield from follow([message], ("mt.no", "mt.no2"))


def _checked(rng: Random, message: Message) -> Session:
    """It took place, it did not, not now; and sometimes a little more."""
    mood = rng.random()
    route = "ci.yes" if mood < 0.76 else "ci.no" if mood < 0.88 else "ci.skip"
    button = any_of(rng, message, route) or any_of(rng, message, "ci.yes")
    assert button is not None
    screen = yield from tap(message, button, _times(rng))
    more = with_route(screen, "ci.mood", "ci.why")
    if more is not None and rng.random() < 0.6:
        which = any_of(rng, more, "ci.mood") or any_of(rng, more, "ci.why")
        assert which is not None
        yield from _details(rng, (yield from tap(more, which)))


def _details(rng: Random, screen: Screen) -> Session:
    message = with_route(screen, "ci.part")
    if message is None or rng.random() < 0.6:
        return
    button = any_of(rng, message, "ci.part")
    assert button is not None
    screen = yield from tap(message, button)
    chosen = with_route(screen, "ci.set")
    if chosen is not None:
        which = any_of(rng, chosen, "ci.set")
        assert which is not None
        yield from tap(chosen, which)
    elif screen:
        yield Say(rng.choice(TEXTS))


def _reminded(rng: Random, message: Message) -> Session:
    """Tomorrow's meeting: nearly always nothing has to be done; now and then it is moved or called off."""
    mood = rng.random()
    if mood < 0.10 and message.all("mp.re"):
        yield from propose(rng, (yield from tap(message, message.all("mp.re")[0])))
    elif mood < 0.16:
        screen = yield from follow([message], ("mt",))
        left = yield from follow(screen, ("mt.off", "mt.off2"))
        if not left:
            yield from follow(screen, ("mt.no", "mt.no2"))


def _fits(rng: Random, message: Message) -> Session:
    screen = yield from follow([message], ("ft",))
    asked = with_route(screen, "ft.set")
    if asked is None:
        return
    buttons = asked.all("ft.set")
    button = buttons[rng.choices(range(len(buttons)), (85, 10, 5)[: len(buttons)])[0]]
    screen = yield from tap(asked, button)
    if rng.random() < 0.5:
        yield from follow(screen, ("ft.another",))


def _anew(rng: Random, message: Message) -> Session:
    if rng.random() < 0.5:
        yield from propose(rng, (yield from tap(message, message.all("mp.new")[0])))


def _helped(rng: Random, message: Message) -> Session:
    """The bot says that the two have not met for long."""
    mood = rng.random()
    if mood < 0.25:
        yield from follow([message], ("ld.seen",))
    elif mood < 0.5:
        screen = yield from follow([message], ("pair", "mp.new"))
        yield from propose(rng, screen)
    elif mood < 0.65 and message.all("nt.later"):
        screen = yield from follow([message], ("nt.later",))
        later = with_route(screen, "nt.put", "nt.keep")
        if later is not None:
            yield Tap(later.id, rng.choice([b for b in later.buttons if b.route.startswith("nt.")]).data)


REACTIONS: tuple[tuple[str, Callable[[Random, Message], Session]], ...] = (
    ("mt.yes", _answer),
    ("ci.yes", _checked),
    ("mp.re", _reminded),
    ("ft", _fits),
    ("ld.seen", _helped),
    ("mp.new", _anew),
)


def react(rng: Random, message: Message) -> Session:
    for route, reaction in REACTIONS:
        if route in message.routes:
            yield from reaction(rng, message)
            return


def begin(rng: Random) -> Session:
    """It is time to meet again: from the menu to one's pair to a proposal."""
    screen = yield from from_menu("pr.mine")
    yield from propose(rng, (yield from follow(screen, ("mp.new",))))


def put_down(rng: Random) -> Session:
    """They have met in the corridor: two taps."""
    screen = yield from from_menu("pr.mine", "lg")
    message = with_route(screen, "lg.day")
    if message is None:
        return
    button = any_of(rng, message, "lg.day")
    assert button is not None
    screen = yield from tap(message, button, _times(rng))
    mood = with_route(screen, "ci.mood")
    if mood is not None and rng.random() < 0.5:
        which = any_of(rng, mood, "ci.mood")
        assert which is not None
        yield from tap(mood, which)
