"""Texts by key, in Fluent, one folder a language; missing ones are a failing test, never a silent gap."""

from __future__ import annotations

import html
from collections.abc import Callable, Mapping
from datetime import date, datetime
from functools import cache
from pathlib import Path
from typing import Any

from babel.dates import format_date, format_datetime
from fluent.runtime import FluentBundle, FluentResource
from fluent.runtime.resolver import VariableReference

HERE = Path(__file__).parent
LANGUAGES = ("ru", "en")
GROUPED = 1000  # from here on a language groups the digits of a number
NAMES = {"ru": "Русский", "en": "English"}


def known(language: str | None) -> str:
    """The language to speak with somebody whose Telegram speaks `language`."""
    code = (language or "").split("-")[0].lower()
    if code in LANGUAGES:
        return code
    return "ru" if code in ("", "be", "uk", "kk", "tt", "ba", "cv") else "en"


@cache
def bundle(language: str) -> FluentBundle:
    found = FluentBundle([language], use_isolating=False)
    for path in sorted((HERE / language).glob("*.ftl")):
        found.add_resource(FluentResource(path.read_text(encoding="utf-8")))
    return found


@cache
def _fixed(key: str, language: str) -> str:
    """A text without parameters reads the same every time; a third of all that is said is such."""
    return _formatted(key, {}, language)


@cache
def _plain_pattern(key: str, language: str) -> tuple[tuple[str, str], ...]:
    """(text, variable) pairs of a pattern that has no choice in it; empty for one that only Fluent can read."""
    message = bundle(language).get_message(key) if bundle(language).has_message(key) else None
    elements = getattr(message.value, "elements", ()) if message is not None else ()
    found = []
    for element in elements:
        reference = getattr(element, "expression", None)
        if reference is None:
            found.append((str(element.value), ""))
        elif isinstance(reference, VariableReference):
            found.append(("", str(reference.id.name)))
        else:
            return ()
    return tuple(found)


def _formatted(key: str, ready: Mapping[str, Any], language: str) -> str:
    """Most texts only put their parameters in; those are joined here, a sixth of the cost of walking the tree."""
    pattern = _plain_pattern(key, language)
    if pattern and all(isinstance(v, str) or (type(v) is int and 0 <= v < GROUPED) for v in ready.values()):
        try:
            return "".join(text or str(ready[name]) for text, name in pattern)
        except KeyError as missing:
            raise MissingText(f"{key} ({language}): {missing.args[0]}") from None
    return _fluent(key, ready, language)


def _fluent(key: str, ready: Mapping[str, Any], language: str) -> str:
    texts = bundle(language)
    pattern = texts.get_message(key).value if texts.has_message(key) else None
    if pattern is None:
        raise MissingText(f"{key} ({language})")
    found, errors = texts.format_pattern(pattern, dict(ready))
    if errors:
        raise MissingText(f"{key} ({language}): {type(errors[0]).__name__}")
    return str(found)


def short_day(day: date, language: str) -> str:
    """A day for a button: "пн, 30 нояб."."""
    return format_date(day, "EEE, d MMM", locale=language)


class MissingText(Exception):
    """A key, or a parameter of a key, that no locale has. A fault of the tree, found by its tests."""


class Locales:
    """Renders words for one reader. Parameters are escaped: Fluent does not know that the text is HTML."""

    def html(self, words: Any, language: str) -> str:
        """Telegram's HTML: the text's own markup stands, whatever came from people is shown as typed."""
        return self._words(words, language, html.escape)

    def plain(self, words: Any, language: str) -> str:
        """For buttons, toasts and files: no markup, nothing escaped."""
        return self._words(words, language, str)

    def _words(self, words: Any, language: str, escape: Callable[[str], str]) -> str:
        key = getattr(words, "key", None)
        if key is None:
            return escape(words.words)
        return self._format(key, words.params, language, escape)

    def _format(self, key: str, params: Mapping[str, object], language: str, escape: Callable[[str], str]) -> str:
        if not params:
            return _fixed(key, language)
        ready = {name: self._value(value, language, escape) for name, value in params.items()}
        return _formatted(key, ready, language)

    def _value(self, value: object, language: str, escape: Callable[[str], str]) -> Any:
        """Numbers stay numbers (plurals need them); dates are written out by Babel."""
        if hasattr(value, "key") or hasattr(value, "words"):
            return self._words(value, language, escape)
        if isinstance(value, datetime):
            return format_datetime(value, "EEEE, d MMMM y, HH:mm", locale=language)
        if isinstance(value, date):
            return format_date(value, "d MMMM y", locale=language)
        return value if isinstance(value, int | float) else escape(str(value))
