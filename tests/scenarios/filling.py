"""A person who answers any questionnaire in the chat, by what is on the screen."""

from __future__ import annotations

import base64
from typing import Any

from tests.stage import Stage

DOT = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=="
)
TYPED = (
    ("свой код", "а07я"),
    ("число", "7"),
    ("Например: 7", "7"),
    ("Например: 15:30", "15:30"),
    ("Например: 1 сентября в", "1 сентября в 15:30"),
    ("Например: 1 сентября", "1 сентября"),
)


def routes(message: dict[str, Any]) -> dict[str, list[str]]:
    """Callback data by what it does: the questionnaire's `a:…` presses by their letter, others by their name."""
    found: dict[str, list[str]] = {}
    for row in message["buttons"] or []:
        for button in row:
            name, *rest = (button.get("data") or "").split(":")
            found.setdefault(f"a.{rest[2]}" if name == "a" else name, []).append(button["data"])
    return found


async def tap(found: Stage, person: int, message: dict[str, Any], data: str) -> dict[str, Any]:
    await found.people.post("press", person=person, chat=person, message=message["id"], button=data)
    await found.people.rest()
    return await found.people.last(person)


async def fill(found: Stage, person: int, pick: int = 0, words: str = "Так сразу и не скажешь") -> dict[str, Any]:
    """Answer what is asked until it is sent; returns the message after the sending.

    `pick` is which of the choices, counted from the first; typed kinds are guessed from the example that comes
    after two refusals, as a person would.
    """
    message = await found.people.last(person)
    asked = 0
    for _ in range(600):
        seen = routes(message)
        if "a.z" in seen:
            await tap(found, person, message, seen["a.z"][0])
            return {**await found.people.last(person), "asked": asked}
        message, counted = await _one(found, person, message, seen, pick, words)
        asked += counted
    raise AssertionError(message["text"])


async def _one(
    found: Stage, person: int, message: dict[str, Any], seen: dict[str, list[str]], pick: int, words: str
) -> tuple[dict[str, Any], int]:
    for name in ("a.g", "a.k"):
        if name in seen:
            return await tap(found, person, message, seen[name][0]), name == "a.k"
    if "a.t" in seen:
        return await _ticked(found, person, message, seen)
    if "a.c" in seen:
        return await tap(found, person, message, seen["a.c"][min(pick, len(seen["a.c"]) - 1)]), 1
    if "Пришлите" in message["text"]:
        return await _file(found, person, message), 1
    text = next((guess for piece, guess in TYPED if piece in message["text"]), words)
    return await found.people.say(person, text), 1


async def _ticked(
    found: Stage, person: int, message: dict[str, Any], seen: dict[str, list[str]]
) -> tuple[dict[str, Any], int]:
    """Tick one and go on; where that is not enough, another one: a ranking wants them all."""
    ticked = any(button["text"].startswith("☑") for row in message["buttons"] for button in row)
    if ticked:
        after = await tap(found, person, message, seen["a.m"][0])
        if after["text"].partition("\n")[0] != message["text"].partition("\n")[0]:
            return after, 1
        message, seen = after, routes(after)
    open_ones = [b for row in message["buttons"] for b in row if b["text"].startswith("☐")]
    return await tap(found, person, message, open_ones[0]["data"]), 0


KINDS = {"фотограф": "photo", "голос": "voice", "видео": "video", "файл": "document"}


async def _file(found: Stage, person: int, message: dict[str, Any]) -> dict[str, Any]:
    kind = next(kind for word, kind in KINDS.items() if word in message["text"])
    return await found.people.send_file(person, "ответ.png", DOT, kind)
