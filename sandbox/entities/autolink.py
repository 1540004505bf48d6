"""What Telegram finds in a text by itself: commands, mentions, hashtags, links, mail addresses."""

from __future__ import annotations

import re

from sandbox.entities.shape import Entity, utf16_len

_COMMAND = r"(?<![\w/@<>])/[A-Za-z0-9_]{1,64}(?:@[A-Za-z]\w{2,31})?(?![\w/])"
_MENTION = r"(?<![\w@])@[A-Za-z][A-Za-z0-9_]{2,31}(?![\w@])"
_HASHTAG = r"(?<![\w#])#(?=\w*[^\W\d_])\w{1,255}(?![\w#])"
_EMAIL = r"(?<![\w.+@-])[\w.+-]{1,64}@(?:[A-Za-z0-9-]{1,63}\.)+[A-Za-z]{2,24}(?![\w@-])"
_TOP = r"(?:com|org|net|info|edu|gov|io|me|dev|app|ru|su|by|kz|ua|рф|de|uk|fr|eu|us|tv|online|site|school|dog)"
_URL = (
    r"(?:(?:https?|ftp|tg|ton)://[^\s<>\"«»]+|(?<![\w.@/-])(?:[\w-]+\.)+"
    + _TOP
    + r"(?![\w.-]*\w)(?::\d+)?(?:[/?#][^\s<>\"«»]*)?)"
)
_KINDS = {"url": _URL, "email": _EMAIL, "bot_command": _COMMAND, "mention": _MENTION, "hashtag": _HASHTAG}
_ANY = re.compile("|".join(f"(?P<{name}>{pattern})" for name, pattern in _KINDS.items()), re.IGNORECASE)
_TRAIL = ".,:;!?…)]}'"


def found_entities(text: str) -> list[Entity]:
    """In the order of the text; offsets in UTF-16 units."""
    if not any(mark in text for mark in "/@#."):
        return []
    narrow = text.isascii() or max(text) <= "\uffff"
    return [_entity(text, found, narrow) for found in _ANY.finditer(text)]


def _entity(text: str, found: re.Match[str], narrow: bool) -> Entity:
    kind = found.lastgroup or "url"
    words = _without_tail(found[0]) if kind == "url" else found[0]
    start = found.start() if narrow else utf16_len(text[: found.start()] or "")
    return Entity(kind, start, utf16_len(words))


def _without_tail(url: str) -> str:
    """Punctuation after a link is the sentence's, a bracket only when the link did not open it."""
    while url[-1] in _TRAIL and not (url[-1] == ")" and url.count("(") >= url.count(")")):
        url = url[:-1]
    return url
