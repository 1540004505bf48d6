"""From a text to the pieces that the grammar works on. Pure.

A text with anything unknown in it has no pieces: what stands beside a time may change its meaning ("не в среду").
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any

from mentoring.words.rules_calendar import day_span, full_year
from mentoring.words.rules_clock import Clock
from mentoring.words.rules_lexicon import ENTRIES, IDLE, LONGEST_PHRASE

MAX_TEXT, MAX_PIECES = 200, 32

_TOKEN = re.compile(
    r"""
    (?P<iso>\d{4}-\d{1,2}-\d{1,2})(?:[Tt](?=\d)|(?![\d-]))
    |(?P<full>\d{1,2}(?P<mark>[./-])\d{1,2}(?P=mark)(?:\d{4}|\d{2}))(?![\d/-])
    |(?P<clock>\d{1,2}:\d{2}(?::\d{2})?)(?![\d:])
    |(?P<dotted>\d{1,2}\.\d{1,2})(?!\d|\.\d|[КкKkМMГG]\b)
    |(?P<slashed>\d{1,2}/\d{1,2})(?![\d/])
    |(?P<hyphened>\d{1,2}-\d{2})(?![\d.:/-]|\s*[-–—])
    |(?P<ordinal>\d{1,4})-?(?:ого|его|ому|ему|го|му|ый|ий|ой|й|ая|ья|я|ое|ье|е|ую|ью|ю|ым|им|ые|ых|st|nd|rd|th)\b
    |(?P<number>\d{1,3}(?:[ ]\d{3})+(?![\d.,])|\d+[.,]\d+|(?<!\d)\.\d+|\d+)(?P<scale>[КкKkМMГG]\b)?
    |(?P<minutes>['′’](?!\w))
    |(?P<dash>[-–—−])
    |(?P<word>[^\W\d_]+(?:['.-][^\W\d_]+)*)
    |(?P<space>[\s,.;!?«»"“”„()]+)
    |(?P<other>.)
    """,
    re.VERBOSE | re.DOTALL,
)  # fmt: skip
_SCALES = {"к": 3, "k": 3, "м": 6, "m": 6, "г": 9, "g": 9}


@dataclass(frozen=True, slots=True)
class Piece:
    """One piece of a phrase: a code of one letter, its value, and the text where its shape matters."""

    code: str
    value: Any = None
    raw: str = ""


def plain(text: str) -> str:
    """Without what nobody sees, "е" for "ё", single spaces; the case stays (М is millions, м is not)."""
    shown = unicodedata.normalize("NFKC", text.replace("\n", " ").replace("\t", " "))
    seen = "".join(char for char in shown if unicodedata.category(char) not in ("Cc", "Cf", "Cs"))
    return " ".join(seen.replace("ё", "е").replace("Ё", "Е").split()).rstrip(" .,;!?")


def pieces(text: str, today: datetime) -> list[Piece] | None:
    """The pieces of `text`, or None where something in it is unknown. `today` tells the century of a year."""
    if len(text) > MAX_TEXT:
        return None
    tokens = [m for m in _TOKEN.finditer(plain(text)) if m.lastgroup != "space"]
    found: list[Piece] = []
    at = 0
    while at < len(tokens):
        taken, got = _words(tokens, at) if tokens[at]["word"] else (1, _written(tokens[at], today))
        if got is None:
            return None
        found += got
        at += taken
    return found if len(found) <= MAX_PIECES else None


def _words(tokens: list[re.Match[str]], at: int) -> tuple[int, list[Piece] | None]:
    """The longest phrase of the vocabulary that begins here."""
    words: list[str] = []
    for token in tokens[at : at + LONGEST_PHRASE]:
        if not token["word"]:
            break
        words.append(token["word"].casefold())
    for length in range(len(words), 0, -1):
        entry = ENTRIES.get(" ".join(words[:length]))
        if entry:
            return length, [Piece(entry[0], entry[1], " ".join(words[:length]))]
    return 1, _one_word(words[0])


def _one_word(word: str) -> list[Piece] | None:
    if word in IDLE:
        return []
    if "-" in word:
        return _all(word.split("-"))
    if word.startswith("пол") and (rest := ENTRIES.get(word[3:])) and rest[0] in "uOE":
        return [Piece("h", "h", "пол"), Piece(rest[0], rest[1], word[3:])]
    return None


def _all(words: list[str]) -> list[Piece] | None:
    """Words joined by hyphens: "twenty-five", "пол-часа"."""
    found: list[Piece] = []
    for word in words:
        entry = ENTRIES.get(word)
        if entry is None:
            return None
        found.append(Piece(entry[0], entry[1], word))
    return found


def _written(token: re.Match[str], today: datetime) -> list[Piece] | None:
    """What is written in digits and signs. A date that is none is a piece that fits nowhere."""
    kind = token.lastgroup or ""
    raw = token[0]
    if kind in ("scale", "number"):
        return [Piece("1", _number(token), raw)]
    reader = _READERS.get("full" if kind == "mark" else kind)
    if reader is None:
        return None
    try:
        return list(reader(token, today))
    except ValueError:
        return [Piece("!")]


def _number(token: re.Match[str]) -> Decimal:
    value = Decimal(token["number"].replace(",", ".").replace(" ", ""))
    return value.scaleb(_SCALES[token["scale"].casefold()]) if token["scale"] else value


def _iso(token: re.Match[str], _today: datetime) -> Iterator[Piece]:
    year, month, day = map(int, token["iso"].split("-"))
    yield Piece("D", day_span(year, month, day), "iso")


def _full(token: re.Match[str], today: datetime) -> Iterator[Piece]:
    day, month, year = token["full"].split(token["mark"])
    yield Piece("D", day_span(full_year(year, today.year), int(month), int(day)), "full")


def _clock(token: re.Match[str], _today: datetime) -> Iterator[Piece]:
    hour, minute, *second = token["clock"].split(":")
    yield Piece("C", Clock.digits(hour, int(minute), int(second[0]) if second else None), token[0])


def _pair(code: str, mark: str) -> Any:
    def read(token: re.Match[str], _today: datetime) -> Iterator[Piece]:
        yield Piece(code, tuple(token[0].split(mark)), token[0])

    return read


def _ordinal(token: re.Match[str], _today: datetime) -> Iterator[Piece]:
    yield Piece("o", int(token["ordinal"]), token[0])


def _minutes(_token: re.Match[str], _today: datetime) -> Iterator[Piece]:
    yield Piece("u", "minute", "'")


def _dash(_token: re.Match[str], _today: datetime) -> Iterator[Piece]:
    yield Piece("-", "-", "-")


_READERS: dict[str, Any] = {
    "iso": _iso, "full": _full, "clock": _clock, "dotted": _pair(":", "."), "slashed": _pair("/", "/"),
    "hyphened": _pair("=", "-"), "ordinal": _ordinal, "minutes": _minutes, "dash": _dash,
}  # fmt: skip
