"""Entities and the arithmetic of UTF-16 units, and the tidying Telegram does after parsing.

Source: https://core.telegram.org/bots/api#formatting-options; tdlib MessageEntity.cpp (fix_entities).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import Any

SPLITTABLE = ("bold", "italic", "underline", "strikethrough", "spoiler")
CODE = frozenset(("code", "pre"))
QUOTES = frozenset(("blockquote", "expandable_blockquote"))
# Wider and "outer" types come first where two entities share a place.
ORDER = {name: at for at, name in enumerate(
    ("blockquote", "expandable_blockquote", "pre", "code", "text_link", "text_mention", "url", "email", "mention",
     "hashtag", "cashtag", "bot_command", "phone_number", *SPLITTABLE, "custom_emoji"))}  # fmt: skip
MAX_ENTITIES = 100
Resolver = Callable[[int], dict[str, Any] | None]
_USER_LINK = re.compile(r"tg://user/?\?id=(\d+)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Entity:
    """Offset and length in UTF-16 units; `value` is the url, the language, the custom emoji's id."""

    type: str
    offset: int
    length: int
    value: str = ""

    @property
    def end(self) -> int:
        return self.offset + self.length


class ParseFault(Exception):
    """Cannot be parsed; the words are Telegram's, without the leading "can't parse entities: "."""


def utf16_len(text: str) -> int:
    """Length in UTF-16 code units, the Bot API's measure."""
    if text.isascii() or max(text) <= "\uffff":
        return len(text)
    return len(text) + sum(char > "\uffff" for char in text)


def byte_at(text: str, index: int) -> int:
    """The byte offset of a character, for the errors that name one."""
    return len(text[:index].encode("utf-8", "surrogatepass"))


def to_index(text: str, units: int) -> int:
    """The character index of a UTF-16 offset (inside a surrogate pair: the character itself)."""
    if text.isascii() or max(text) <= "\uffff":
        return min(units, len(text))
    seen = 0
    for index, char in enumerate(text):
        if seen >= units:
            return index
        seen += 1 + (char > "\uffff")
    return len(text)


def link_user(url: str) -> int | None:
    """The user id of tg://user?id=…, which mentions a person without a username."""
    found = _USER_LINK.fullmatch(url)
    return int(found[1]) if found else None


def checked_link(url: str) -> str:
    """The address as Telegram keeps it, or an empty string for one it does not accept."""
    url = url.strip()
    if re.match(r"(?i)(tg|ton|tonsite):(//)?\S+$", url):
        return url
    if not re.match(r"(?i)[a-z][a-z0-9+.-]*://", url):
        url = "http://" + url
    found = re.fullmatch(r"(?i)(https?|ftp)://(?:[^/?#@\s]*@)?([^/?#:\s]+)(:\d+)?([/?#]\S*)?", url)
    if not found or not _host_fits(found[2]):
        return ""
    return url if found[4] else url + "/"


def _host_fits(host: str) -> bool:
    return "." in host.strip(".")


def as_json(entity: Entity, people: Resolver) -> dict[str, Any] | None:
    """The Bot API's MessageEntity; None for a mention of somebody unknown."""
    shown: dict[str, Any] = {"offset": entity.offset, "length": entity.length, "type": entity.type}
    if entity.type == "text_mention":
        user = people(int(entity.value))
        return {**shown, "user": user} if user else None
    if entity.type == "date_time":
        return {**shown, "unix_time": int(entity.value)} if entity.value.isdigit() else None
    field = {"text_link": "url", "pre": "language", "custom_emoji": "custom_emoji_id"}.get(entity.type)
    if field and entity.value:
        shown[field] = entity.value
    return shown


def tidy(entities: Iterable[Entity]) -> list[Entity]:
    """Sorted, joined where the same style touches, and with nothing inside code."""
    kept = [entity for entity in entities if entity.length > 0]
    if len(kept) < 2:
        return kept
    code = [entity for entity in kept if entity.type in CODE]
    whole = [entity for entity in kept if entity.type not in SPLITTABLE and not _inside(entity, code)]
    present = {entity.type for entity in kept}
    styles = [part for style in SPLITTABLE if style in present for part in _joined(kept, style, code)]
    return sorted(whole + styles, key=lambda one: (one.offset, -one.length, ORDER.get(one.type, 99)))


def _inside(entity: Entity, code: list[Entity]) -> bool:
    """A link or mention that touches code is dropped; a quote may hold code."""
    if entity.type in CODE or entity.type in QUOTES:
        return False
    return any(entity.offset < other.end and other.offset < entity.end for other in code)


def _joined(entities: list[Entity], style: str, code: list[Entity]) -> list[Entity]:
    spans = sorted((one.offset, one.end) for one in entities if one.type == style)
    union: list[tuple[int, int]] = []
    for start, end in spans:
        if union and start <= union[-1][1]:
            union[-1] = (union[-1][0], max(end, union[-1][1]))
        else:
            union.append((start, end))
    return [Entity(style, start, end - start) for start, end in _without(union, code) if end > start]


def _without(spans: list[tuple[int, int]], code: list[Entity]) -> list[tuple[int, int]]:
    for hole in code:
        spans = [
            part
            for start, end in spans
            for part in ((start, min(end, hole.offset)), (max(start, hole.end), end))
            if part[1] > part[0]
        ]
    return spans


def trimmed(text: str, entities: list[Entity]) -> tuple[str, list[Entity]]:
    """Without white space at the end, and at the beginning as far as nothing is formatted there."""
    whole = len(text)
    text = text.rstrip(" \n")
    lead = len(text) - len(text.lstrip(" \n"))
    if lead == 0 and len(text) == whole:
        return text, entities
    if entities:
        lead = min(lead, entities[0].offset)
    text = text[lead:]
    length = utf16_len(text) if text else 0
    return text, [one for one in (_cut(entity, lead, length) for entity in entities) if one.length > 0]


def _cut(entity: Entity, lead: int, length: int) -> Entity:
    start = entity.offset - lead
    return replace(entity, offset=start, length=min(entity.end - lead, length) - start)
