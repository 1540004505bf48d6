"""The words with which a table of special days says what a period is and from when to when it lasts. Pure."""

from __future__ import annotations

import re

from mentoring.calendar.rules import Kind

# Compared with words in lower case, "е" for "ё"; "не рабочий" and "non-working" are one word by then.
_OFF = r"(выходн|праздн|карантин|закрыт|актиров|не(рабоч|учебн|учимся|учатся|работаем))\w*"
_OFF_EN = r"off|closed|holiday|quarantine|non(working|school)"
_KINDS = {
    Kind.BREAK: re.compile(r"каникул\w*|breaks?|vacations?|holidays"),
    Kind.OFF: re.compile(f"{_OFF}|{_OFF_EN}"),
    Kind.WORKING: re.compile(r"рабоч\w*|учебн\w*|учимся|работаем|working|school|workday"),
}
_FILLER = re.compile(r"день|дня|дни|дней|days?|период\w*|period")
_HEADING = re.compile(
    r"(с|со|по|до|от|начало|конец|начинается|кончается|дата|даты|первый|последний|вид|тип|название|что|№)( \w+)*"
    r"|(first|last|from|to|until|start|end|begin|date|kind|type|title|name|note)s?( \w+)*"
)
_NEGATION = re.compile(r"\b(не|non)[\s-]+(?=\w)")
_BEFORE = re.compile(r"^(?:с|со|по|до|от|from|till|until|to)\s+", re.IGNORECASE)
_AFTER = re.compile(r"\s*(?:\bг\.?|\bгода|,)$", re.IGNORECASE)
_BETWEEN = re.compile(r"\s*[-‐‑–—−]\s*|\s+(?:по|до|to|till|until)\s+|\s*(?:\.\.\.?|…)\s*", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+")
_MONTH = r"(янв|фев|мар|апр|ма[йя]|июн|июл|авг|сен|окт|ноя|дек|jan|feb|apr|may|jun|jul|aug|sep|oct|nov|dec)"
_NUMBERED = re.compile(rf"\d{{1,4}}[./-]\d[\d./-]*|\d+(-?го)?\s*{_MONTH}[^\W\d_]*", re.IGNORECASE)
# Two days rather than one: in a day a hyphen follows a digit closely ("2026-10-26", "25-го октября").
_JOINED = re.compile(r"(?<!\d)[-‐‑–—−]|[-‐‑–—−]\s|(?<![^\W\d_])(?:по|до|to|till|until)(?![^\W\d_])", re.IGNORECASE)
_DAY_LENGTH = 40
_NUMBERS = re.compile(r"\d+")


def kinds_in(text: str) -> frozenset[Kind]:
    """Every kind that a word of the text names."""
    return frozenset(kind for word in _words(text) if (kind := _kind(word)) is not None)


def is_bare_kind(text: str) -> bool:
    """Whether the text says what a period is and nothing else: "каникулы", "рабочий день"."""
    words = _words(text)
    known = [_kind(word) is not None for word in words]
    return any(known) and all(kind or _FILLER.fullmatch(word) for kind, word in zip(known, words, strict=True))


def is_heading(text: str) -> bool:
    """Whether the text may head a column."""
    return _HEADING.fullmatch(_folded(text)) is not None


def days_within(text: str) -> list[str]:
    """What in the text is written as a day is, whether there is such a day or not."""
    return [place[0] for place in _NUMBERED.finditer(text)]


def may_be_one_day(text: str) -> bool:
    """Whether the text is short enough, has no more numbers than a day has and does not join two days."""
    return len(text) <= _DAY_LENGTH and len(_NUMBERS.findall(text)) <= 3 and not _JOINED.search(text)


def bare_day(text: str) -> str:
    """A day without the little words around it: "с 26 октября", "01.11.2026 г."."""
    return _AFTER.sub("", _BEFORE.sub("", text.strip()))


def ends_of(text: str) -> list[tuple[str, str]]:
    """Every way to read the text as two days with "to" between them."""
    return [(text[: place.start()], text[place.end() :]) for place in _BETWEEN.finditer(text)]


def _kind(word: str) -> Kind | None:
    return next((kind for kind, pattern in _KINDS.items() if pattern.fullmatch(word)), None)


def _words(text: str) -> list[str]:
    return _WORD.findall(_NEGATION.sub(r"\1", _folded(text)))


def _folded(text: str) -> str:
    return text.casefold().replace("ё", "е").strip(" .:")
