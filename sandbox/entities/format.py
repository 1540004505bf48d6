"""From what a bot sent (text, parse_mode, entities) to what is stored: plain text and MessageEntity objects."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from sandbox.entities.autolink import found_entities
from sandbox.entities.html import parse_html
from sandbox.entities.markdown import parse_markdown, parse_markdown_v2
from sandbox.entities.shape import (
    MAX_ENTITIES,
    Entity,
    ParseFault,
    Resolver,
    as_json,
    link_user,
    tidy,
    trimmed,
    utf16_len,
)
from sandbox.errors import bad

Parser = Callable[[str], tuple[str, list[Entity]]]
PARSERS: dict[str, Parser] = {"html": parse_html, "markdownv2": parse_markdown_v2, "markdown": parse_markdown}
STATED = frozenset((
    "bold", "italic", "underline", "strikethrough", "spoiler", "blockquote", "expandable_blockquote", "code",
    "pre", "text_link", "text_mention", "custom_emoji",
))  # fmt: skip
_CONTROL = re.compile(r"[\x00-\x09\x0b-\x1f]")


@dataclass(frozen=True, slots=True)
class Formatted:
    text: str
    entities: list[dict[str, Any]]


def formatted(text: str, parse_mode: str, stated: list[Any] | None, people: Resolver) -> Formatted:
    """ApiError 400 for what cannot be parsed. `people` tells a user by id for mentions without a username."""
    text = _clean(text)
    plain, entities = _parsed(text, parse_mode, stated)
    plain, entities = trimmed(plain, tidy(entities))
    entities = _with_found(plain, entities)[:MAX_ENTITIES]
    shown = [as_json(entity, people) for entity in entities]
    return Formatted(plain, [entity for entity in shown if entity])


def spoken(text: str) -> Formatted:
    """A person's words: only what Telegram finds by itself (commands, links, mentions)."""
    plain, _ = trimmed(_clean(text), [])
    return Formatted(plain, [shown for one in found_entities(plain) if (shown := as_json(one, lambda _: None))])


def _clean(text: str) -> str:
    try:
        text.encode()
    except UnicodeEncodeError as error:
        raise bad("strings must be encoded in UTF-8") from error
    return _CONTROL.sub(lambda found: "" if found[0] == "\r" else " ", text)


def _parsed(text: str, parse_mode: str, stated: list[Any] | None) -> tuple[str, list[Entity]]:
    if not parse_mode or parse_mode.lower() == "none":
        return text, _stated(text, stated or [])
    parser = PARSERS.get(parse_mode.lower())
    if parser is None:
        raise bad("unsupported parse_mode")
    try:
        return parser(text)
    except ParseFault as fault:
        raise bad(f"can't parse entities: {fault}") from fault


def _stated(text: str, stated: list[Any]) -> list[Entity]:
    length = utf16_len(text) if text else 0
    entities = [_one(entity) for entity in stated if isinstance(entity, dict)]
    return [one for one in entities if one and one.offset >= 0 and one.length > 0 and one.end <= length]


def _one(stated: dict[str, Any]) -> Entity | None:
    """Kinds that Telegram finds by itself are not taken from the bot."""
    kind = str(stated.get("type"))
    if kind not in STATED:
        return None
    place = _int(stated, "offset"), _int(stated, "length")
    if kind == "text_mention":
        return Entity(kind, *place, str(_int(stated.get("user") or {}, "id")))
    value = str(stated.get("url") or stated.get("language") or stated.get("custom_emoji_id") or "")
    user = link_user(value) if kind == "text_link" else None
    return Entity("text_mention", *place, str(user)) if user else Entity(kind, *place, value)


def _int(stated: dict[str, Any], name: str) -> int:
    try:
        return int(stated[name])
    except (KeyError, TypeError, ValueError) as error:
        raise bad(f"can't parse MessageEntity: Can't find field \"{name}\"") from error


def _with_found(text: str, entities: list[Entity]) -> list[Entity]:
    found = [one for one in found_entities(text) if not any(_clash(one, other) for other in entities)]
    return tidy([*entities, *found]) if found else entities


def _clash(one: Entity, other: Entity) -> bool:
    """Nothing is found inside code, links and mentions; styles and quotes may hold what is found."""
    if other.type in ("code", "pre", "text_link", "text_mention", "custom_emoji"):
        return one.offset < other.end and other.offset < one.end
    return False
