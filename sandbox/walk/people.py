"""What everybody does: arrive, decide on the documents, give a name, fill in what comes."""

from __future__ import annotations

from sandbox.walk.answers import answer
from sandbox.walk.cast import Diary, Who
from sandbox.walk.chat import Button, Message, number
from sandbox.walk.moves import Move, Part, Say, Script, Tap, expect, press, see


def arrive(who: Who, diary: Diary, token: str) -> Script:
    """Open the link and go on until a questionnaire is due, or there is nothing to do but wait."""
    yield Say(f"/start {token}")
    yield from _live(who, diary, fill=False)


def fill(who: Who, diary: Diary) -> Script:
    """Everything that is due, or up to the question where this person puts the telephone away."""
    yield from _live(who, diary, fill=True)


def take_up_again(who: Who, diary: Diary) -> Script:
    """A reminder came: go on exactly where the telephone was put away."""
    message = yield from see("a reminder", lambda m: "mute" in m.routes)
    yield Tap(message, _first(message, "home"))
    yield from press("f.open")
    message = yield from see("the open question", is_question)
    at = number(message.text)
    expect(at == who.pauses_at, f"stopped at question {who.pauses_at}, came back to {at}")
    yield answer(who, diary, message)
    yield from _live(who, diary, fill=True)


def _live(who: Who, diary: Diary, *, fill: bool) -> Part:
    while True:
        message = yield from see("the next screen", lambda m: bool(m.buttons))
        move = _next(who, diary, message, fill=fill)
        if move is None:
            return message
        yield move


def _next(who: Who, diary: Diary, message: Message, *, fill: bool) -> Move | None:
    """The move this screen asks for; None where the script's part ends."""
    routes = message.routes
    if is_question(message):
        return _questionnaire(who, diary, message)
    if "f.open" in routes:
        return Tap(message, _first(message, "f.open")) if fill and diary.sent < who.forms else None
    if routes & {"c.yes", "c.no2", "c.full"}:
        return _document(who, diary, message)
    if "name.own" in routes:
        return Say(who.name) if who.name else Tap(message, _first(message, "name.own"))
    if "s.take" in routes:
        return Tap(message, _first(message, "s.take"))
    return Tap(message, _first(message, "home")) if routes == {"home"} else None


def is_question(message: Message) -> bool:
    """Any screen of an open questionnaire: even a question without buttons of its own can be put off."""
    return "f.later" in message.routes or any(route.startswith("a.") for route in message.routes)


def _first(message: Message, route: str) -> Button:
    return message.all(route)[0]


def _questionnaire(who: Who, diary: Diary, message: Message) -> Move:
    later = message.button("f.later")
    if later and who.pauses_at and number(message.text) == who.pauses_at and "pause" not in diary.done:
        diary.done.add("pause")
        return Tap(message, later)
    return answer(who, diary, message)


def _document(who: Who, diary: Diary, message: Message) -> Move:
    """Accept or refuse; one who reads opens the whole text first."""
    if (sure := message.button("c.no2")) is not None:
        return Tap(message, sure)
    accept, whole = message.button("c.yes"), message.button("c.full")
    if accept is None:
        return Tap(message, message.button("c.show") or message.all("c.full")[-1])
    kind = accept.args[0]
    if who.reads and whole is not None and f"read {kind}" not in diary.done:
        diary.done.add(f"read {kind}")
        return Tap(message, whole)
    return Tap(message, _first(message, "c.no") if kind in who.refuses else accept)
