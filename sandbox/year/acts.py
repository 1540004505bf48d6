"""What a robot can do at the telephone, and the small parts from which its sessions are put together."""

from __future__ import annotations

from collections.abc import Generator, Iterable, Sequence
from dataclasses import dataclass
from random import Random

from sandbox.walk.chat import Button, Message


@dataclass(frozen=True, slots=True)
class Tap:
    """Press, `times` times without waiting in between."""

    message: int
    data: str
    times: int = 1


@dataclass(frozen=True, slots=True)
class Say:
    text: str


@dataclass(frozen=True, slots=True)
class Leave:
    """Block the bot, or let it in again."""

    do: str


Act = Tap | Say | Leave
Screen = Sequence[Message]  # what has changed in the chat since the act
Session = Generator[Act, Screen, None]
Part = Generator[Act, Screen, Screen]


def with_route(screen: Screen, *routes: str) -> Message | None:
    """The message that offers one of these; of several the same one whatever order they came in."""
    found = [one for one in screen if not one.routes.isdisjoint(routes)]
    return min(found, key=order, default=None)


def order(message: Message) -> tuple[tuple[str, ...], str]:
    return tuple(button.data for button in message.buttons), message.text


def any_of(rng: Random, message: Message, route: str) -> Button | None:
    found = message.all(route)
    return rng.choice(found) if found else None


def tap(message: Message, button: Button, times: int = 1) -> Part:
    return (yield Tap(message.id, button.data, times))


def follow(screen: Screen, routes: Iterable[str]) -> Part:
    """Press one route after the other, the first button of each; the empty screen where one is missing."""
    for route in routes:
        message = with_route(screen, route)
        if message is None:
            return ()
        screen = yield Tap(message.id, message.all(route)[0].data)
    return screen


def from_menu(*routes: str) -> Part:
    screen = yield Say("/menu")
    return (yield from follow(screen, routes))
