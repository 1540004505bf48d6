"""What a person can do at the telephone, and how a row of such moves is written down: as a generator.

A script yields moves. `See` gives back the message it waited for; the others give back the message they were made
on. A script keeps no state of the bot's: each next move is read from the screen, so that the same script goes on
after the bot was away.
"""

from __future__ import annotations

from collections.abc import Callable, Generator
from dataclasses import dataclass

from sandbox.walk.chat import Button, Message


@dataclass(frozen=True, slots=True)
class See:
    """Wait for a message of the bot that is newer than the last move and for which `when` holds."""

    when: Callable[[Message], bool]
    what: str


@dataclass(frozen=True, slots=True)
class Tap:
    """Press. With `hear` the word that appears on top of the screen is waited for."""

    message: Message
    button: Button
    hear: bool = False


@dataclass(frozen=True, slots=True)
class Say:
    text: str


Move = See | Tap | Say
Script = Generator[Move, Message, None]
Part = Generator[Move, Message, Message]


class Surprise(AssertionError):
    """The screen is not what it should be."""


def expect(true: object, words: str) -> None:
    if not true:
        raise Surprise(words)


def see(what: str, when: Callable[[Message], bool]) -> Part:
    message: Message = yield See(when, what)
    return message


def see_button(route: str, *args: object) -> Part:
    return see(f"a button {route} {args}", lambda m: m.button(route, *args) is not None)


def press(route: str, *args: object, hear: bool = False) -> Part:
    """Wait until there is such a button, then press it."""
    message = yield from see_button(route, *args)
    button = message.button(route, *args)
    assert button is not None
    yield Tap(message, button, hear)
    return message


def press_labelled(route: str, label: str) -> Part:
    """The same for one of many, found by how its label begins."""

    def is_it(button: Button) -> bool:
        return button.route == route and label in button.label

    message = yield from see(f"a button {route} “{label}”", lambda m: any(map(is_it, m.buttons)))
    yield Tap(message, next(filter(is_it, message.buttons)))
    return message
