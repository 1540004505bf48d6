"""Why two people suit each other or not, in words from their own answers."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from enum import StrEnum
from typing import Any, TypeVar

from handlers.call import Call, StaleScreen
from mentoring.matching.rules import Cell, Evidence, Hard
from mentoring.meetings.rules import TOPICS, Contact
from mentoring.texts import Raw, Text, say

NEEDS = frozenset(topic for topics in TOPICS.values() for topic in topics)
STYLES = frozenset({"planning", "frankness", "channel", "daytime", "showing", "pace", "initiative"})
MANNERS = frozenset({"show", "visit", "talk", "materials"})
WISHED = frozenset(
    {
        *("consultant", "subject", "both"),
        *("experienced", "peer", "form_teacher", "innovator", "young", "newcomer", "growing"),
        *("weekly", "fortnightly", "flexible"),
    }
)


Chosen = TypeVar("Chosen", bound=StrEnum)


def chosen(kind: type[Chosen], word: str) -> Chosen:
    """One of a kind by the word of a button; a forged one makes the screen stale."""
    try:
        return kind(word)
    except ValueError:
        raise StaleScreen() from None


def dashed(one: StrEnum) -> str:
    """The value as keys of the locales spell it."""
    return one.value.replace("_", "-")


def evidence_words(call: Call, one: Evidence) -> Text:
    """One sentence. A value that only a school's own questionnaire knows is shown as it is."""
    if one.key == "missing":
        rule, side = str(one.params.get("rule", "")).replace("_", "-"), one.params.get("side", "")
        return say(f"missing-{rule}-{side}")
    return say(f"why-{one.key}", **{name: _value(call, name, value) for name, value in one.params.items()})


def _value(call: Call, name: str, value: object) -> object:
    read = _READERS.get(name)
    return read(call, value) if read is not None else value


Key = Callable[[str], str]


def need_key(word: str) -> str:
    return f"need-{word}"


def contact_key(word: str) -> str:
    return f"contact-{word}"


def _style_key(word: str) -> str:
    return f"style-{word}"


def _manner_key(word: str) -> str:
    return f"manner-{word}"


def _wished_key(word: str) -> str:
    return f"wished-{word}"


def _several(key: Key, known: Iterable[str]) -> Callable[[Call, Any], object]:
    names = frozenset(known)
    return lambda call, value: Raw(several(call, key, names, _many(value)))


def several(call: Call, key: Key, known: frozenset[str], values: Iterable[Any]) -> str:
    return ", ".join(label(call, key, known, one) for one in values)


def _many(value: Any) -> Iterable[Any]:
    return value if isinstance(value, tuple | list | frozenset) else (value,)


def label(call: Call, key: Key, known: frozenset[str], value: Any) -> str:
    """In words where the locales have them; as it is where only a school's own questionnaire knows it."""
    word = str(value)
    return call.words(key(word.replace("_", "-"))) if word in known else word


def _days(call: Call, value: Any) -> object:
    """The weekdays of common hours."""
    days = sorted({day for day, _ in value})
    return Raw(", ".join(call.words(f"match-day-{day}") for day in days))


def _mentor_or_manner(call: Call, value: Any) -> object:
    """A way of helping by its name; what people typed of their subject as they typed it."""
    return Raw(label(call, _manner_key, MANNERS, value))


_READERS: Mapping[str, Callable[[Call, Any], object]] = {
    "topics": _several(need_key, NEEDS),
    "items": _several(_style_key, STYLES),
    "forms": _several(contact_key, Contact),
    "manner": _several(_manner_key, MANNERS),
    "value": _several(_wished_key, WISHED),
    "mentor": _mentor_or_manner,
    "mentee": _mentor_or_manner,
    "subject": lambda _call, value: Raw(str(value)),
    "hours": _days,
}


def bars_words(call: Call, barred: Iterable[Hard]) -> str:
    """By which rules two people may not be a pair."""
    return ", ".join(call.words(f"hard-{dashed(rule)}") for rule in barred)


def unknown_words(call: Call, cell: Cell) -> str:
    """What was not answered and so counts neither way."""
    found = [one for part in cell.parts if part.missing for one in part.evidence if one.key == "missing"]
    words = (evidence_words(call, one) for one in found)
    return "; ".join(dict.fromkeys(call.words(one.key, **one.params) for one in words))


def marked(label: str, held: bool) -> str:
    """A choice's button; the one that holds now is marked."""
    return f"• {label} •" if held else label
