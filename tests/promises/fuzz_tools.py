"""Updates that were never meant to be: real ones bent in one or several places, and made-up ones. Seeded."""

from __future__ import annotations

import copy
import random
from collections.abc import Callable
from typing import Any

KINDS = (
    "message", "edited_message", "channel_post", "edited_channel_post", "business_connection", "business_message",
    "inline_query", "chosen_inline_result", "callback_query", "shipping_query", "pre_checkout_query", "poll",
    "poll_answer", "my_chat_member", "chat_member", "chat_join_request", "message_reaction", "chat_boost", "unknown",
)  # fmt: skip
ROUTES = (
    "home", "people", "card", "p.roles", "p.role", "p.ok", "p.no2", "nudge", "nudge.all", "i.role", "i.make", "i.list",
    "i.open", "i.revoke2", "c.show", "c.yes", "c.no2", "c.full", "c.copy", "s.show", "s.take", "t.lang", "t.speak",
    "t.mute", "t.hours", "t.school", "f.open", "f.look", "f.later", "f.page", "a", "r.show", "r.file", "v.export",
    "v.back", "v.consents", "name.own", "help", "registers", "settings", "privacy", "x",
)  # fmt: skip
ARGUMENTS = (
    "0", "1", "2", "-1", "all", "mentor", "mentee", "curator", "processing", "publication", "personal", "shared", "",
    "9" * 19, "9" * 40, "mentee_entry", "g", "c", "t", "z", "e", "ru", "21.00-07.00", "😀", "%", "Europe/Moscow",
)  # fmt: skip
TEXTS = (
    "", " ", "/start", "/start x", "/menu", "/people", "/cancel", "/", "да", "3", "x" * 4096, "😀" * 2048, "\u202e", "\u200b",
    "<b>&", "=1+1", "\0", "\\u0000", "{ $x }", "Иванов Иван; наставник", "a\nb\nc", "9" * 400, "-5", "31.02.2026", "٣",
)  # fmt: skip
WILD: tuple[Any, ...] = (
    None, True, False, 0, -1, 1, 2**31, 2**53, 2**63, -(2**63) - 1, 10**30, 1.5, "", "x", "0", [], {}, [None], {"a": 1},
    [[[[]]]], "\0", "😀", "x" * 300, [1] * 50, {"id": 1}, {"id": 10**25, "type": "private"},
)  # fmt: skip

Change = Callable[[random.Random, Any, Any], None]


def _places(node: Any, found: list[tuple[Any, Any]] | None = None) -> list[tuple[Any, Any]]:
    """Every (container, key) inside."""
    found = [] if found is None else found
    pairs = node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ()
    for key, value in list(pairs):
        found.append((node, key))
        _places(value, found)
    return found


def _drop(_chance: random.Random, box: Any, key: Any) -> None:
    del box[key]


def _wild(chance: random.Random, box: Any, key: Any) -> None:
    box[key] = copy.deepcopy(chance.choice(WILD))


def _text(chance: random.Random, box: Any, key: Any) -> None:
    box[key] = chance.choice(TEXTS)


def _data(chance: random.Random, box: Any, key: Any) -> None:
    box[key] = data(chance)


def _deeper(_chance: random.Random, box: Any, key: Any) -> None:
    box[key] = [box[key]]


def _extra(chance: random.Random, box: Any, key: Any) -> None:
    if isinstance(box, dict):
        box[chance.choice(("text", "from", "chat", "document", "migrate_to_chat_id", "dice", "photo", "new"))] = (
            box[key]
        )


CHANGES: tuple[Change, ...] = (_drop, _wild, _wild, _text, _text, _data, _deeper, _extra)


def data(chance: random.Random) -> str:
    parts = [chance.choice(ROUTES), *(chance.choice(ARGUMENTS) for _ in range(chance.randint(0, 4)))]
    return ":".join(parts)[:64]


def bent(chance: random.Random, update: dict[str, Any]) -> dict[str, Any]:
    """A real update with one to three places changed; sometimes just its text or its data."""
    made = copy.deepcopy(update)
    for _ in range(chance.choice((1, 1, 1, 2, 3))):
        places = _places(made)
        if places:
            box, key = chance.choice(places)
            chance.choice(CHANGES)(chance, box, key)
    return made


def meant(chance: random.Random, update: dict[str, Any]) -> dict[str, Any]:
    """A real update that says something else: any schema accepts it."""
    made = copy.deepcopy(update)
    if isinstance(made.get("callback_query"), dict):
        made["callback_query"]["data"] = data(chance)
    elif isinstance(made.get("message"), dict) and "text" in made["message"]:
        made["message"]["text"] = chance.choice(TEXTS)
    return made


def made_up(chance: random.Random, people: list[int]) -> dict[str, Any]:
    """Any kind of update with random inside."""
    person = chance.choice([*people, 5, 2**40])
    chat = {
        "id": chance.choice([person, -4_000_001, -(10**12)]),
        "type": chance.choice(("private", "group", "channel")),
    }
    inside = {
        "message_id": chance.randint(-1, 10**6),
        "id": str(chance.randint(0, 10**9)),
        "date": chance.choice((0, 1_790_000_000, -1)),
        "chat": {**chat, "title": chance.choice(TEXTS)},
        "from": {"id": person, "is_bot": chance.random() < 0.1, "first_name": chance.choice(TEXTS)},
        "chat_instance": "1",
        chance.choice(("text", "data", "caption", "query", "title")): chance.choice((*TEXTS, data(chance))),
    }
    for _ in range(chance.randint(0, 3)):
        inside[chance.choice(list(inside))] = copy.deepcopy(chance.choice(WILD))
    return {chance.choice(KINDS): chance.choice((inside, inside, inside, chance.choice(WILD)))}


def fuzzed(seed: int, count: int, real: list[dict[str, Any]], people: list[int]) -> list[dict[str, Any]]:
    chance = random.Random(seed)
    found = []
    for _ in range(count):
        kind = chance.random()
        if kind < 0.45:
            found.append(bent(chance, chance.choice(real)))
        elif kind < 0.75:
            found.append(meant(chance, chance.choice(real)))
        else:
            found.append(made_up(chance, people))
    return found
